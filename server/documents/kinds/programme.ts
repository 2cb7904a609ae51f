import { writerIn } from '../../english/twins.ts'
import {
  formatDateInSentence,
  formatPaperTime,
  formatShortDate,
  weekdayName,
  type Language,
} from '../../format/dates.ts'
import { clockOf, minutesOf, timeItems } from '../../programme/rules.ts'
import type { Block, Table } from '../blocks.ts'
import type { CongressFacts, Session } from '../facts.ts'
import { table as tableForm } from '../official-form.ts'
import { putIn, wordOf, type Template } from '../templates.ts'
import { romanNumber } from './official.ts'

/** The sessions with their items, as they stand in a programme. */
export const sessionBlocks = (
  template: Template,
  facts: CongressFacts,
  { year, language }: { year: string; language: Language },
): Block[] => {
  const write = programmeWriter(template, facts, { year, language })
  return facts.sessions.length === 0 ? [write.nothing()] : facts.sessions.flatMap(write.session)
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
  const wording = { word, write, language }
  const session = (each: Session, index: number) => told(each, index, () => [itemTable(each, wording)])
  const runSheet = (each: Session, index: number) => told(each, index, () => [runTable(each, wording)])
  const script = (each: Session, index: number) => told(each, index, () => scriptOf(each, wording))

  const whenAndWhere = (each: Session) => {
    const minutes = minutesOf(each.startsAt)
    const part = word(minutes < 12 * 60 ? 'morning' : minutes < 18 * 60 ? 'afternoon' : 'evening')
    const place = [each.room, facts.venueName].filter((name) => name.trim() !== '').join(', ')
    const day = language === 'vi' ? vietnameseDay(each.date, year) : englishDay(each.date, year)
    const at = place === '' ? '' : language === 'vi' ? `, tại ${place}` : `, at ${place}`
    return `(${part}${language === 'vi' ? ' ' : ' of '}${day}${at})`
  }
  return { session, runSheet, script, nothing: () => remark(word('nothing'), false) }
}

const hold = (text: string) => text.replaceAll(' ', '\u00a0')

/** «thứ Tư, ngày 09/9/2020»; without a day a blank to write it into. */
const vietnameseDay = (date: string | null, year: string) =>
  date === null
    ? hold(`ngày      tháng      năm ${year}`)
    : `${hold(weekdayName(date, 'vi'))}, ${hold(`ngày ${formatShortDate(date, 'vi')}`)}`

const englishDay = (date: string | null, year: string) =>
  date === null ? hold(`            ${year}`) : formatDateInSentence(date, 'en')

interface Wording {
  /** A word of the template. */
  word: (name: string) => string
  /** A text of the programme in the language of the paper. */
  write: (text: string) => string
  language: Language
}

/** Widths in millimetres: the times stand on one line. */
const itemTable = (session: Session, { word, write, language }: Wording): Table => {
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
      return { cells: [timeSpan(start, end, language), write(item.title), write(item.presenter)] }
    }),
  }
}

/** Widths in millimetres, on a turned page. */
const runTable = (session: Session, { word, write, language }: Wording): Table => {
  const times = timeItems(session.startsAt, session.items)
  return {
    kind: 'table',
    size: tableForm.size,
    columns: [
      { title: word('number'), share: 12, alignment: 'centre' },
      { title: word('time'), share: 43, alignment: 'centre' },
      { title: word('minutes'), share: 16, alignment: 'centre' },
      { title: word('content'), share: 84, alignment: 'left' },
      { title: word('presenter'), share: 46, alignment: 'left' },
      { title: word('note'), share: 51, alignment: 'left' },
    ],
    rows: session.items.map((item, index) => {
      const { start, end } = times[index] ?? { start: 0, end: 0 }
      const cells = [timeSpan(start, end, language), String(end - start), write(item.title), write(item.presenter)]
      return { cells: [String(index + 1), ...cells, write(item.note)] }
    }),
  }
}

/** An item is announced with whom it is carried out by; what stands in its note is for those who run it, in italics. */
const scriptOf = (session: Session, { word, write, language }: Wording): Block[] => {
  const times = timeItems(session.startsAt, session.items)
  return session.items.flatMap((item, index): Block[] => {
    const { start, end } = times[index] ?? { start: 0, end: 0 }
    const presenter = write(item.presenter)
    const title = write(item.title)
    const words = isPerson(presenter) ? word('announceWith') : word('announce')
    const note = write(item.note)
    return [
      { kind: 'heading', rank: 'clause', text: `${String(index + 1)}. ${title} (${timeSpan(start, end, language)})` },
      { kind: 'paragraph', text: putIn(words, { itemTitle: title, itemPresenter: presenter }) },
      ...(note === '' ? [] : [{ kind: 'remark', text: `(${note})`, isCentred: false, isKeptWithNext: false } as const]),
    ]
  })
}

/** A person is invited to speak; what a body carries out is only announced. */
const isPerson = (presenter: string): boolean =>
  /^(đồng chí|ông|bà|cô|anh|chị|thầy|giáo sư|tiến sĩ|gs|ts|pgs|comrade|mr|mrs|ms|dr|prof)[.\s]/iu.test(presenter.trim())

const timeSpan = (start: number, end: number, language: Language): string => {
  const clock = (minutes: number) => (language === 'vi' ? hold(formatPaperTime(clockOf(minutes))) : clockOf(minutes))
  return end > start ? `${clock(start)} - ${clock(end)}` : clock(start)
}
