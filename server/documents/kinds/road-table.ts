import type { Reader } from '../../../db/open.ts'
import type { Duty } from '../../accounts/schema.ts'
import { applyAcceptances, createRoadIndex, findConflicts } from '../../conflicts/rules.ts'
import type { Congress } from '../../congresses/schema.ts'
import type { Level } from '../../cycles/schema.ts'
import { englishTwins, writerIn, type Twins } from '../../english/twins.ts'
import { notFound } from '../../errors.ts'
import {
  formatDate,
  formatDateInSentence,
  formatDateRange,
  formatDayLabel,
  formatShortDate,
  type Language,
} from '../../format/dates.ts'
import { todayIn } from '../../format/dates.ts'
import { formatNumber } from '../../format/numbers.ts'
import { isMatch } from '../../format/search.ts'
import { findWholeRoad } from '../../road/queries.ts'
import { visibleRoad } from '../../road/rules.ts'
import { filterCongresses, marksOf, type RoadFilter } from '../../road/rules/filter.ts'
import { groupUnits } from '../../road/rules/order.ts'
import type { Road } from '../../road/schema.ts'
import type { Unit } from '../../units/schema.ts'
import type { Block, Paper, Table, TableRow } from '../blocks.ts'
import { landscape, table as tableForm } from '../official-form.ts'
import { putIn, wordOf, type Template } from '../templates.ts'
import { composeWording } from '../wording.ts'
import { congressTitle, levelNameIn } from '../rules/names.ts'
import { romanNumber } from './official.ts'

/** What the list of a road's congresses is printed from: only what the account may see. */
export interface RoadTableFacts {
  road: Road
  /** Levels to print, highest first, each with its congresses in their order. */
  levels: { level: Level; congresses: Congress[] }[]
  /** What was asked for. */
  filter: RoadFilter
  /** English of the texts that the product ships, by the text. */
  twins: Twins
}

export interface RoadTableWish {
  cycleId: string
  filter: RoadFilter
  duties: readonly Duty[]
  now: Date
  timeZone: string
}

export const gatherRoadTable = async (read: Reader, wish: RoadTableWish): Promise<RoadTableFacts> => {
  const whole = await findWholeRoad(read, wish.cycleId)
  if (!whole) throw notFound()
  const today = whole.cycle.standsOn ?? todayIn(wish.timeZone, wish.now)
  const road = visibleRoad(whole, wish.duties, today)
  if (!road) throw notFound()
  const { filter } = wish
  if (filter.levelId !== '' && !road.levels.some(({ id }) => id === filter.levelId)) throw notFound()
  if (filter.upperId !== '' && !road.congresses.some(({ id }) => id === filter.upperId)) throw notFound()
  const units = new Map(road.units.map((each) => [each.id, each]))
  const unit = (id: string) => units.get(id)
  const marks = marksOf(applyAcceptances(findConflicts(createRoadIndex(road)), road.acceptances))
  const kept = filterCongresses({ road, unit }, marks, filter)
  const levels = road.levels
    .filter(({ id }) => filter.levelId === '' || id === filter.levelId)
    .sort((a, b) => b.position - a.position)
    .map((level) => ({
      level,
      congresses: roadOrder(
        kept.filter(({ levelId }) => levelId === level.id),
        unit,
      ),
    }))
  return { road, levels, filter, twins: await englishTwins() }
}

/** By unit as the road shows them; those of one by day, with only a week on its Monday, without any last. */
export const roadOrder = (congresses: readonly Congress[], unit: (id: string) => Unit | undefined): Congress[] => {
  const groups = groupUnits(
    congresses.map(({ unitId }) => unitId),
    unit,
  )
  const places = new Map(groups.flatMap(({ unitIds }) => unitIds).map((id, place) => [id, place]))
  const placeOf = ({ unitId }: Congress) => places.get(unitId) ?? 0
  const dayOf = ({ dateFrom, weekOf }: Congress) => dateFrom ?? weekOf ?? '9999'
  return [...congresses].sort(
    (a, b) => placeOf(a) - placeOf(b) || dayOf(a).localeCompare(dayOf(b)) || a.id.localeCompare(b.id),
  )
}

/** The list as a paper: A4 turned, one table, the levels as headings in it. */
export const composeRoadTable = (whole: RoadTableFacts, template: Template, language: Language): Paper => {
  const word = (name: string) => wordOf(template, language, name)
  const facts = withLines(whole, word, language)
  const all = facts.levels.flatMap(({ congresses }) => congresses)
  const levelName = facts.filter.levelId === '' ? '' : levelNameIn(facts.levels[0]?.level, language)
  const asked = wordFilter(facts, word, language)
  const values = {
    cycle: writerIn(language, facts.twins)(facts.road.cycle.name),
    level: levelName,
    filter: asked === '' ? '' : putIn(word('filter'), { asked }),
    count: String(all.length),
    today: formatShortDate(facts.road.today, language),
  }
  const remark = (text: string, isCentred: boolean): Block => ({
    kind: 'remark',
    text,
    isCentred,
    isKeptWithNext: false,
  })
  const table: Block =
    all.length === 0
      ? remark(word(asked === '' ? 'nothing' : 'nothingKept'), true)
      : congressTable(facts, word, language)
  const notes = all.some(({ isDateInvented }) => isDateInvented) ? [remark(word('invented'), false)] : []
  return {
    title: [template.titles[language], levelName, values.cycle].filter((part) => part !== '').join(' - '),
    language,
    page: landscape,
    pageNumbers: (page, pages) => putIn(word('page'), { page: String(page), pages: String(pages) }),
    blocks: composeWording(template.wording[language], (text) => putIn(text, values), {
      congresses: [table, ...notes],
    }),
  }
}

/** Only the congresses in whose line, as the table of the screen shows it, the words stand that are looked for. */
const withLines = (facts: RoadTableFacts, word: Word, language: Language): RoadTableFacts => {
  const { road, filter, twins } = facts
  if (filter.line === '') return facts
  const cellsOf = cellsWriter(facts, word, language)
  const write = writerIn(language, twins)
  const units = new Map(road.units.map(({ id, name }) => [id, name]))
  const reasons = new Map(road.reasons.map((each) => [each.congressId, `${write(each.reason)} ${each.paperNumber}`]))
  const isFound = ({ id, form, hostUnitIds, hostBlock }: Congress, level: Level, cells: readonly string[]): boolean => {
    const hosts = hostUnitIds.map((unitId) => units.get(unitId) ?? '')
    const line = [...cells, ...hosts, hostBlock, write(form), levelNameIn(level, language), reasons.get(id) ?? '']
    return isMatch(line.join(' '), filter.line)
  }
  const levels = facts.levels.map(({ level, congresses }) => ({
    level,
    congresses: congresses.filter((congress) => isFound(congress, level, cellsOf(congress))),
  }))
  return { ...facts, levels }
}

/** What the list was narrowed to beside its level, in the words of the screen; '' = nothing. */
const wordFilter = ({ road, filter, twins }: RoadTableFacts, word: Word, language: Language): string => {
  const { block, state, hasConflict, isPilot, upperId, month } = filter
  const sought = [filter.text.trim(), filter.line.trim()].filter((part) => part !== '').join(' ')
  const upper = road.congresses.find(({ id }) => id === upperId)
  return [
    block === '' ? '' : writerIn(language, twins)(block),
    state === '' ? '' : word(state),
    hasConflict ? word('inConflict') : '',
    isPilot ? word('pilot') : '',
    upper ? putIn(word('below'), { upper: titleOf(upper, road.units, language) }) : '',
    month === '' ? '' : putIn(word('inMonth'), { month: `${String(Number(month.slice(5)))}/${month.slice(0, 4)}` }),
    sought === '' ? '' : putIn(word('sought'), { sought }),
  ]
    .filter((part) => part !== '')
    .join('; ')
}

const titleOf = (congress: Congress, units: readonly Unit[], language: Language): string =>
  congressTitle(congress, units.find(({ id }) => id === congress.unitId) ?? { name: '', type: '' }, language)

type Word = (name: string) => string

/** Widths in millimetres. */
const congressTable = (facts: RoadTableFacts, word: Word, language: Language): Table => {
  const cellsOf = cellsWriter(facts, word, language)
  const isGrouped = facts.levels.length > 1
  const held = facts.levels.filter(({ congresses }) => congresses.length > 0)
  const rows = held.flatMap(({ level, congresses }, index): TableRow[] => {
    const heading = `${romanNumber(index)}. ${levelNameIn(level, language)} (${String(congresses.length)})`
    const lines = congresses.map((congress, place) => ({ cells: [String(place + 1), ...cellsOf(congress)] }))
    return isGrouped ? [{ heading }, ...lines] : lines
  })
  return {
    kind: 'table',
    size: tableForm.wideSize,
    columns: [
      { title: word('number'), share: 9, alignment: 'centre' },
      { title: word('unit'), share: 32, alignment: 'left' },
      { title: word('congress'), share: 64, alignment: 'left' },
      { title: word('date'), share: 33, alignment: 'left' },
      { title: word('venue'), share: 40, alignment: 'left' },
      { title: word('delegates'), share: 20, alignment: 'right' },
      { title: word('leaders'), share: 36, alignment: 'left' },
      { title: word('state'), share: 18, alignment: 'left' },
    ],
    rows,
  }
}

const cellsWriter = (facts: RoadTableFacts, word: Word, language: Language) => {
  const { road } = facts
  const write = writerIn(language, facts.twins)
  const units = new Map(road.units.map((unit) => [unit.id, unit]))
  const venues = new Map(road.venues.map(({ id, name }) => [id, name]))
  const posts = new Map(road.posts.map(({ id, name }) => [id, name]))
  const shownTitle = (congress: Congress) => {
    const title = titleOf(congress, road.units, language)
    return congress.isPilot ? `${title} (${word('pilot')})` : title
  }
  return (congress: Congress): string[] => [
    units.get(congress.unitId)?.name ?? '',
    shownTitle(congress),
    whenOf(congress, word, language),
    venues.get(congress.venueId ?? '') ?? '',
    congress.expectedDelegates === null ? '' : formatNumber(congress.expectedDelegates, language),
    congress.postIds
      .flatMap((id) => posts.get(id) ?? [])
      .map(write)
      .join('; '),
    word(congress.state),
  ]
}

/** The day of a congress in the words of a template; a date that was made up bears a star. */
export const whenOf = (congress: Congress, word: Word, language: Language): string => {
  const { dateFrom, dateTo, weekOf, halfDay, formerDate, formerDateTo } = congress
  const star = congress.isDateInvented ? '\u00a0(*)' : ''
  const former =
    formerDate === null
      ? ''
      : ` (${word('formerly')} ${formatDateRange(formerDate, formerDateTo ?? formerDate, language)})`
  if (dateFrom === null) {
    return (weekOf === null ? word('noDate') : `${word('week')} ${formatShortDate(weekOf, language)}${star}`) + former
  }
  if (dateTo !== null && dateTo !== dateFrom) return formatDateRange(dateFrom, dateTo, language) + star + former
  if (language === 'en') {
    const part = halfDay === 'day' ? '' : `, ${word(halfDay)}`
    return `${formatDayLabel(dateFrom, 'en')} ${dateFrom.slice(0, 4)}${part}${star}${former}`
  }
  if (halfDay === 'day') return formatDate(dateFrom, 'vi') + star + former
  return `${word(halfDay)} ${formatDateInSentence(dateFrom, 'vi')}${star}${former}`
}
