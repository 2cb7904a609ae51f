import type { Reader } from '../../../db/open.ts'
import { mayAt } from '../../accounts/rules.ts'
import type { Duty } from '../../accounts/schema.ts'
import { createRoadIndex } from '../../conflicts/rules.ts'
import type { Congress } from '../../congresses/schema.ts'
import { englishTwins, writerIn, type Twins } from '../../english/twins.ts'
import { notFound } from '../../errors.ts'
import { addDays, formatDate, formatShortDate, type Language } from '../../format/dates.ts'
import { unbrokenNumbers } from '../../format/phones.ts'
import { holderOn } from '../../leaders/rules.ts'
import { weekOfLeader, type LeaderDay, type LeaderWeek } from '../../leaders/rules/week.ts'
import type { StandIn } from '../../leaders/schema.ts'
import { listStandIns } from '../../leaders/stand-ins.ts'
import type { Post } from '../../people/schema.ts'
import { linesOf, visibleRoad } from '../../road/rules.ts'
import type { Road } from '../../road/schema.ts'
import { findWholeRoad } from '../../road/queries.ts'
import type { Block, Paper, Table, TableRow } from '../blocks.ts'
import { fieldsOf, type Values } from '../fields.ts'
import { portrait, table as tableForm } from '../official-form.ts'
import { congressTitle, placeOf, superiorOf } from '../rules/names.ts'
import { putIn, wordOf, type Template } from '../templates.ts'
import { composeWording } from '../wording.ts'
import { closingOf, letterheadOf } from './official.ts'

/** What a leader's week is printed from: only what the account may see. */
export interface LeaderWeekFacts {
  road: Road
  post: Post
  /** The post's unit and those above it, nearest first. */
  units: Road['units']
  /** The first and the last day. */
  span: { first: string; last: string }
  week: LeaderWeek
  twins: Twins
}

export interface LeaderWeekWish {
  cycleId: string
  postId: string
  monday: string
  duties: readonly Duty[]
  /** The day that counts as today, for a cycle that stands on this one. */
  today: (standsOn: string | null) => string
}

/** 404 for a leader of a unit that the account does not see: a part of a week is no week. */
export const gatherLeaderWeek = async (read: Reader, wish: LeaderWeekWish): Promise<LeaderWeekFacts> => {
  const whole = await findWholeRoad(read, wish.cycleId)
  const road = whole && visibleRoad(whole, wish.duties, wish.today(whole.cycle.standsOn))
  const post = road?.posts.find(({ id }) => id === wish.postId)
  if (!road || !post) throw notFound()
  const line = linesOf(road.units)(post.unitId)
  if (!mayAt(wish.duties, 'viewer', line)) throw notFound()
  return {
    road,
    post,
    units: line.flatMap((id) => road.units.find((unit) => unit.id === id) ?? []),
    span: { first: wish.monday, last: addDays(wish.monday, 6) },
    week: weekOfLeader(
      createRoadIndex(road),
      post.id,
      wish.monday,
      await listStandIns(read, wish.duties, wish.cycleId),
    ),
    twins: await englishTwins(),
  }
}

/** Values for the placeholders of `templates/leader-week`. */
export const leaderWeekValues = (facts: LeaderWeekFacts, template: Template): Values => ({
  vi: valuesIn(facts, template, 'vi'),
  en: valuesIn(facts, template, 'en'),
})

const valuesIn = ({ post, units, span, twins }: LeaderWeekFacts, template: Template, language: Language) => {
  const unit = units[0] ?? { name: '', type: '' }
  const body = superiorOf(unit, language)
  const name = holderOn(post, span.first) || holderOn(post, span.last)
  const printedPost = writerIn(language, twins)(post.name)
  const day = (date: string) => formatShortDate(date, language)
  return {
    leader: name === '' ? printedPost : putIn(wordOf(template, language, 'comrade'), { name, post: printedPost }),
    span: putIn(wordOf(template, language, 'from'), { firstDay: day(span.first), lastDay: day(span.last) }),
    body,
    unitPlace: placeOf(units),
    symbolEnd: superiorOf(unit, 'vi').startsWith('UBND ') ? '-UBND' : '',
  }
}

export const composeLeaderWeek = (facts: LeaderWeekFacts, template: Template, language: Language): Paper => {
  const values = leaderWeekValues(facts, template)
  const fields = fieldsOf(template, {}, values, language)
  const put = (text: string) => putIn(text, { ...values[language], ...fields })
  return {
    title: `${template.titles[language]} - ${values[language].leader ?? ''}`,
    language,
    page: portrait,
    pageNumbers: 'official',
    blocks: composeWording(template.wording[language], put, {
      letterhead: [letterheadOf(fields, { year: facts.span.first.slice(0, 4), language })],
      week: [weekBlock(facts, template, language)],
      closing: [closingOf(fields, language)],
    }),
  }
}

type Word = (name: string) => string

/** Widths in millimetres. */
const weekBlock = (facts: LeaderWeekFacts, template: Template, language: Language): Block => {
  const word = (name: string) => wordOf(template, language, name)
  const line = lineWriter(facts, word, language)
  const standIn = standInWriter(facts, { template, line, language })
  const { days, undatedIds, undatedStandIns } = facts.week
  const undated = [...undatedIds.map((id) => line(id)), ...undatedStandIns.flatMap(standIn)]
  const rows = [
    ...days.flatMap((day) => dayRows(day, { word, line, standIn, language })),
    ...undated.map((cells) => [word('undated'), '', ...cells]),
  ]
  if (rows.length === 0) return { kind: 'remark', text: word('nothing'), isCentred: true, isKeptWithNext: false }
  const table: Table = {
    kind: 'table',
    size: tableForm.size,
    columns: [
      { title: word('date'), share: 25, alignment: 'left' },
      { title: word('half'), share: 18, alignment: 'centre' },
      { title: word('content'), share: 58, alignment: 'left' },
      { title: word('place'), share: 34, alignment: 'left' },
      { title: word('contact'), share: 30, alignment: 'left' },
    ],
    rows: rows.map((cells): TableRow => ({ cells })),
  }
  return table
}

interface RowParts {
  word: Word
  /** Content, place and contact of a congress. */
  line: (congressId: string, wayFromId?: string) => string[]
  /** The same where another attends in the leader's place. */
  standIn: (standIn: StandIn) => string[][]
  language: Language
}

/** A row for each thing of the day, the day itself on the first of each half, lest a page tell none; none where nothing is. */
const dayRows = (day: LeaderDay, { word, line, standIn, language }: RowParts): string[][] => {
  const [morning, afternoon] = day.halves
  const rows: string[][] = []
  const isAllDay = morning?.isAway === true && afternoon?.isAway === true
  if (isAllDay) rows.push([word('day'), word('away'), '', ''])
  for (const { half, congressIds, standIns, isAway } of day.halves) {
    if (isAway && !isAllDay) rows.push([word(half), word('away'), '', ''])
    for (const id of congressIds) {
      const isWhole = morning?.congressIds.includes(id) === true && afternoon?.congressIds.includes(id) === true
      if (isWhole && half === 'afternoon') continue
      const way = half === 'afternoon' ? day.ways.find(({ toId }) => toId === id) : undefined
      rows.push([word(isWhole ? 'day' : half), ...line(id, way?.fromId)])
    }
    for (const each of standIns) {
      const isWhole = day.halves.every(({ standIns: others }) => others.includes(each))
      if (isWhole && half === 'afternoon') continue
      rows.push(...standIn(each).map((cells) => [word(isWhole ? 'day' : half), ...cells]))
    }
  }
  return rows.map((cells, index) => [cells[0] === rows[index - 1]?.[0] ? '' : formatDate(day.date, language), ...cells])
}

interface StandInParts {
  template: Template
  line: RowParts['line']
  language: Language
}

const standInWriter =
  ({ twins }: LeaderWeekFacts, { template, line, language }: StandInParts): RowParts['standIn'] =>
  ({ congressId, postAfter, personAfter }) => {
    // A copy of the template that is older than the word says nothing of it.
    const word = template.words[language]['standIn']
    if (word === undefined) return []
    const [content = '', place = ''] = line(congressId)
    const name = personAfter || writerIn(language, twins)(postAfter)
    return [[`${content} (${putIn(word, { standIn: name })})`, place, '']]
  }

const lineWriter = ({ road }: LeaderWeekFacts, word: Word, language: Language): RowParts['line'] => {
  const units = new Map(road.units.map((unit) => [unit.id, unit]))
  const venues = new Map(road.venues.map((venue) => [venue.id, venue]))
  const congresses = new Map(road.congresses.map((congress) => [congress.id, congress]))
  const placeName = (congress: Congress) =>
    venues.get(congress.venueId ?? '')?.name ?? units.get(congress.unitId)?.name ?? ''
  return (congressId, wayFromId) => {
    const congress = congresses.get(congressId)
    const unit = units.get(congress?.unitId ?? '')
    if (!congress || !unit) return ['', '', '']
    const from = congresses.get(wayFromId ?? '')
    const way = from ? putIn(word('way'), { placeBefore: placeName(from) }) : ''
    const contact = [unit.contactName, unbrokenNumbers(unit.contactPhone)].filter((part) => part !== '').join(', ')
    const content = [congressTitle(congress, unit, language), way].filter((part) => part !== '').join('. ')
    return [content, placeName(congress), contact]
  }
}
