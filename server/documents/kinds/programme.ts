import { writerIn } from '../../english/twins.ts'
import { formatDateInSentence, formatShortDate, weekdayName, type Language } from '../../format/dates.ts'
import { openPlace, placeName } from '../../programme/rules/places.ts'
import { minutesOf, timeItems } from '../../programme/rules.ts'
import { presenterLine, speakersOf } from '../../programme/rules/presenters.ts'
import type { Block, Table } from '../blocks.ts'
import type { CongressFacts, Session } from '../facts.ts'
import { table as tableForm } from '../official-form.ts'
import { wordOf, type Template } from '../templates.ts'
import { romanNumber } from './official.ts'
import { hold, timeSpan, type Wording } from './programme-words.ts'
import { runTableOf, scriptOf } from './run-sheet.ts'

/** The sessions with their items, as they stand in a programme. */
export const sessionBlocks = (
  template: Template,
  facts: CongressFacts,
  { year, language }: { year: string; language: Language },
): Block[] => {
  const write = programmeWriter(template, facts, { year, language })
  const told = facts.sessions.length === 0 ? [write.nothing()] : facts.sessions.flatMap(write.session)
  return facts.releaseName === undefined ? told : [write.release(facts.releaseName), ...told]
}

/** The run sheet: minute by minute, with what each item needs. */
export const runSheetBlocks = (
  template: Template,
  facts: CongressFacts,
  { year, language }: { year: string; language: Language },
): Block[] => {
  const write = programmeWriter(template, facts, { year, language })
  return facts.sessions.length === 0 ? [write.nothing()] : facts.sessions.flatMap(write.runSheet)
}

/** What the presidium and the announcer say, item by item. */
export const scriptBlocks = (
  template: Template,
  facts: CongressFacts,
  { year, language }: { year: string; language: Language },
): Block[] => {
  const write = programmeWriter(template, facts, { year, language })
  return facts.sessions.length === 0 ? [write.nothing()] : facts.sessions.flatMap(write.script)
}

const programmeWriter = (
  template: Template,
  facts: CongressFacts,
  { year, language }: { year: string; language: Language },
) => {
  const word = (name: string) => wordOf(template, language, name)
  const remark = (text: string, isKeptWithNext: boolean): Block => ({
    kind: 'remark',
    text,
    isCentred: true,
    isKeptWithNext,
  })
  const write = writerIn(language, facts.twins)
  /** The title as it was given; the name of its kind in the other language. */
  const titleOf = ({ kind, title }: Session) => (title === wordOf(template, 'vi', kind) ? word(kind) : write(title))
  // One official session is the congress itself and needs no name of its own.
  const isPlain = facts.sessions.length === 1 && facts.sessions[0]?.kind === 'official'

  /** The session's heading, day and place, and below them what is told of its items. */
  const told = (each: Session, index: number, tell: () => Block[]): Block[] => {
    const heading = (facts.sessions.length > 1 ? `${romanNumber(index)}. ` : '') + titleOf(each)
    const head: Block[] = isPlain ? [] : [{ kind: 'heading', text: heading }]
    const when = remark(whenAndWhere(each), true)
    return [...head, when, ...(each.items.length === 0 ? [remark(word('nothingInSession'), false)] : tell())]
  }
  const carriedOutBy: Wording['carriedOutBy'] = (item) =>
    presenterLine({ presenter: item.presenter, speakers: speakersOf(item, facts.speakers ?? []) }, write)
  const wording = { word, write, carriedOutBy, language }
  const runTable = runTableOf(facts.sessions)
  const session = (each: Session, index: number) => told(each, index, () => [itemTable(each, wording)])
  const runSheet = (each: Session, index: number) => told(each, index, () => [runTable(each, wording)])
  const script = (each: Session, index: number) => told(each, index, () => scriptOf(each, wording))

  const whenAndWhere = (each: Session) => {
    const minutes = minutesOf(each.startsAt)
    const part = word(minutes < 12 * 60 ? 'morning' : minutes < 18 * 60 ? 'afternoon' : 'evening')
    const place = placeName(each, facts.venueName, write)
    const open = openPlace(each, language)
    const day = language === 'vi' ? vietnameseDay(each.date, year) : englishDay(each.date, year)
    const at = place === '' ? '' : language === 'vi' ? `, tại ${place}` : `, at ${place}`
    const unknown = open === '' ? '' : `; ${open}`
    return `(${part}${language === 'vi' ? ' ' : ' of '}${day}${at}${unknown})`
  }
  const release = (name: string) => remark(`(${name})`, true)
  return { session, runSheet, script, release, nothing: () => remark(word('nothing'), false) }
}

/** «thứ Tư, ngày 09/9/2020»; without a day a blank to write it into. */
const vietnameseDay = (date: string | null, year: string) =>
  date === null
    ? hold(`ngày      tháng      năm ${year}`)
    : `${hold(weekdayName(date, 'vi'))}, ${hold(`ngày ${formatShortDate(date, 'vi')}`)}`

const englishDay = (date: string | null, year: string) =>
  date === null ? hold(`            ${year}`) : formatDateInSentence(date, 'en')

/** Widths in millimetres: the times stand on one line. */
const itemTable = (session: Session, { word, write, carriedOutBy, language }: Wording): Table => {
  const times = timeItems(session.startsAt, session.items)
  return {
    kind: 'table',
    size: tableForm.size,
    columns: [
      { title: word('time'), share: 43, alignment: 'centre' },
      { title: word('content'), share: 80, alignment: 'left' },
      { title: word('presenter'), share: 42, alignment: 'left' },
    ],
    rows: session.items.map((item, index) => {
      const { start, end } = times[index] ?? { start: 0, end: 0 }
      return { cells: [timeSpan(start, end, language), write(item.title), carriedOutBy(item)] }
    }),
  }
}
