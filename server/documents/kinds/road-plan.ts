import type { Congress } from '../../congresses/schema.ts'
import type { Level } from '../../cycles/schema.ts'
import { formatDateRange, formatShortDate } from '../../format/dates.ts'
import { formatNumber } from '../../format/numbers.ts'
import { compareVietnamese } from '../../format/names.ts'
import { linesOf } from '../../road/rules.ts'
import type { Block, Paper, Table, TableRow } from '../blocks.ts'
import { fieldsOf, type Values } from '../fields.ts'
import { portrait, table as tableForm } from '../official-form.ts'
import { congressTitle, holdTogether, levelNameIn, meetingWord, placeOf, superiorOf } from '../rules/names.ts'
import { putIn, wordOf, type Template } from '../templates.ts'
import { composeWording } from '../wording.ts'
import { closingOf, letterheadOf, ownNumberAndDay, romanNumber } from './official.ts'
import { whenOf, type RoadTableFacts } from './road-table.ts'

type Word = (name: string) => string

/**
 * The plan of a whole road as an official paper (KH): what it rests on, the windows of its levels, and in an annex the
 * congresses of each level by day. For signature: number and day are blank.
 */
export const composeRoadPlan = (
  facts: RoadTableFacts,
  template: Template,
  filled: Readonly<Record<string, string>> = {},
): Paper => {
  const word = (name: string) => wordOf(template, 'vi', name)
  const planned = plannedLevels(facts)
  const values = valuesOf(facts, template, planned)
  const fields = fieldsOf(template, filled, { vi: values, en: values }, 'vi')
  const edition = { year: facts.road.today.slice(0, 4), language: 'vi' } as const
  const put = (text: string) => putIn(text, { ...values, ...fields, ...ownNumberAndDay(fields, edition) })
  return {
    title: `${template.titles.vi} - ${values['goal'] ?? ''}`,
    language: 'vi',
    page: portrait,
    pageNumbers: 'official',
    address: fields['address'] ?? '',
    blocks: composeWording(template.wording.vi, put, {
      letterhead: [letterheadOf(fields, edition)],
      levels: [windowTable(planned, word)],
      schedule: scheduleBlocks(facts, planned, word),
      closing: [closingOf(fields, 'vi')],
    }),
  }
}

/** Lowest level first, as they meet; what is cancelled is not planned. */
const plannedLevels = ({ levels }: RoadTableFacts): RoadTableFacts['levels'] =>
  levels
    .map(({ level, congresses }) => ({ level, congresses: congresses.filter(({ state }) => state !== 'cancelled') }))
    .sort((a, b) => a.level.position - b.level.position)

const valuesOf = (
  { road }: RoadTableFacts,
  { symbol = '' }: Template,
  planned: RoadTableFacts['levels'],
): Values['vi'] => {
  const { cycle, units } = road
  const names = new Map(units.map((unit) => [unit.id, unit]))
  const line = linesOf(units)(cycle.unitId).flatMap((id) => names.get(id) ?? [])
  const unit = line[0] ?? { name: '', type: '' }
  const goal = planned.flatMap(({ congresses }) => congresses).findLast(({ unitId }) => unitId === cycle.unitId)
  const form = goal?.form ?? planned.at(-1)?.level.forms[0] ?? ''
  return {
    cycle: cycle.name,
    goal: holdTogether(goal ? congressTitle(goal, unit, 'vi') : cycle.name),
    period: `${cycle.startsOn.slice(0, 4)} - ${cycle.endsOn.slice(0, 4)}`,
    theme: cycle.theme,
    basisOfRoad: cycle.documents.map(({ citation, date }) => basisOf(citation, date)).join('\n'),
    superiorBody: superiorOf(unit, 'vi'),
    committee: holdTogether([form, cycle.ordinal === '' ? '' : `lần thứ ${cycle.ordinal}`].join(' ').trim()),
    committeeSymbol: meetingWord(form, 'vi') === 'Đại hội' ? 'BTCĐH' : 'BTCHN',
    kindSymbol: symbol,
    unitPlace: placeOf(line),
    count: formatNumber(
      planned.reduce((sum, { congresses }) => sum + congresses.length, 0),
      'vi',
    ),
  }
}

/** «Căn cứ Kế hoạch …»; a citation that begins as a basis does stays as it is. */
const basisOf = (citation: string, date: string | null): string => {
  const cited = /^(căn cứ|thực hiện|theo)\s/iu.test(citation) ? citation : `Căn cứ ${citation}`
  const isDated = date === null || /\d{4}/u.test(citation)
  return isDated ? cited : `${cited} ngày ${formatShortDate(date, 'vi')}`
}

const windowTable = (planned: RoadTableFacts['levels'], word: Word): Table => {
  const isLimited = planned.some(({ level }) => level.maxDelegates !== null)
  const most = ({ maxDelegates }: Level) => (maxDelegates === null ? '' : formatNumber(maxDelegates, 'vi'))
  return {
    kind: 'table',
    size: tableForm.size,
    columns: [
      { title: word('level'), share: 30, alignment: 'left' },
      { title: word('forms'), share: 56, alignment: 'left' },
      { title: word('window'), share: 40, alignment: 'left' },
      { title: word('congresses'), share: 22, alignment: 'right' },
      ...(isLimited ? [{ title: word('mostDelegates'), share: 22, alignment: 'right' } as const] : []),
    ],
    rows: planned.map(({ level, congresses }) => ({
      cells: [
        levelNameIn(level, 'vi'),
        level.forms.join('; '),
        windowOf(level) ?? word('noWindow'),
        formatNumber(congresses.length, 'vi'),
        ...(isLimited ? [most(level)] : []),
      ],
    })),
  }
}

const windowOf = ({ windowFrom, windowTo }: Level): string | null =>
  windowFrom !== null && windowTo !== null ? formatDateRange(windowFrom, windowTo, 'vi') : null

const scheduleBlocks = (facts: RoadTableFacts, planned: RoadTableFacts['levels'], word: Word): Block[] => {
  const held = planned.filter(({ congresses }) => congresses.length > 0)
  const remark = (text: string, isCentred: boolean): Block => ({
    kind: 'remark',
    text,
    isCentred,
    isKeptWithNext: false,
  })
  if (held.length === 0) return [remark(word('nothing'), true)]
  const isInvented = held.some(({ congresses }) => congresses.some(({ isDateInvented }) => isDateInvented))
  return [scheduleTable(facts, held, word), ...(isInvented ? [remark(word('invented'), false)] : [])]
}

const scheduleTable = ({ road }: RoadTableFacts, held: RoadTableFacts['levels'], word: Word): Table => {
  const units = new Map(road.units.map((unit) => [unit.id, unit.name]))
  const venues = new Map(road.venues.map(({ id, name }) => [id, name]))
  const nameOf = ({ unitId }: Congress) => units.get(unitId) ?? ''
  const formOf = ({ form, isPilot }: Congress) => (isPilot ? `${form} (${word('pilot')})` : form)
  const byDay = (a: Congress, b: Congress) =>
    dayOf(a).localeCompare(dayOf(b)) || compareVietnamese(nameOf(a), nameOf(b)) || a.id.localeCompare(b.id)
  return {
    kind: 'table',
    size: tableForm.wideSize,
    columns: [
      { title: word('number'), share: 11, alignment: 'centre' },
      { title: word('unit'), share: 38, alignment: 'left' },
      { title: word('form'), share: 40, alignment: 'left' },
      { title: word('date'), share: 36, alignment: 'left' },
      { title: word('venue'), share: 36, alignment: 'left' },
      { title: word('delegates'), share: 15, alignment: 'right' },
    ],
    rows: held.flatMap(({ level, congresses }, index): TableRow[] => [
      { heading: `${romanNumber(index)}. ${levelNameIn(level, 'vi')} (${formatNumber(congresses.length, 'vi')})` },
      ...[...congresses].sort(byDay).map((congress, place) => ({
        cells: [
          String(place + 1),
          nameOf(congress),
          formOf(congress),
          whenOf(congress, word, 'vi'),
          venues.get(congress.venueId ?? '') ?? '',
          congress.expectedDelegates === null ? '' : formatNumber(congress.expectedDelegates, 'vi'),
        ],
      })),
    ]),
  }
}

/** Without a day last; only a week on its Monday. */
const dayOf = ({ dateFrom, weekOf }: Congress): string => dateFrom ?? weekOf ?? '9999'
