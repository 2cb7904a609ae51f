import { timeItems } from '../../programme/rules.ts'
import type { Cue, ProgrammeItem } from '../../programme/schema.ts'
import type { Block, Table, TableRow } from '../blocks.ts'
import type { Session } from '../facts.ts'
import { table as tableForm } from '../official-form.ts'
import { putIn } from '../templates.ts'
import { timeAt, timeSpan, type Wording } from './programme-words.ts'

/**
 * How the items of a session are told: in one form for the whole paper. Where somebody wrote cues or batches in any of its
 * sessions, each stands at its own minute beneath its item.
 */
export const runTableOf = (sessions: readonly Session[]): ((session: Session, wording: Wording) => Table) =>
  sessions.some(({ items }) => items.some(({ cues, batches }) => cues.length > 0 || batches.length > 0))
    ? cueTable
    : plainTable

/** Widths in millimetres, on a turned page. */
const plainTable = (session: Session, { word, write, carriedOutBy, language }: Wording): Table => ({
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
  rows: timed(session).map(({ item, start, end }, index) => {
    const cells = [timeSpan(start, end, language), String(end - start), write(item.title), carriedOutBy(item)]
    return { cells: [String(index + 1), ...cells, write(item.note)] }
  }),
})

const cueTable = (session: Session, { word, write, carriedOutBy, language }: Wording): Table => ({
  kind: 'table',
  size: tableForm.size,
  columns: [
    { title: word('number'), share: 10, alignment: 'centre' },
    { title: word('time'), share: 41, alignment: 'centre' },
    { title: word('minutes'), share: 13, alignment: 'centre' },
    { title: word('content'), share: 56, alignment: 'left' },
    { title: word('speaks'), share: 35, alignment: 'left' },
    { title: word('standsBy'), share: 31, alignment: 'left' },
    { title: word('lightAndSound'), share: 33, alignment: 'left' },
    { title: word('handedOver'), share: 33, alignment: 'left' },
  ],
  rows: timed(session).flatMap(({ item, start, end }, index): TableRow[] => {
    const note = write(item.note)
    const cells = [
      String(index + 1),
      timeSpan(start, end, language),
      String(end - start),
      write(item.title),
      carriedOutBy(item),
      '',
      '',
      '',
    ]
    return [
      { cells, isBold: true },
      ...(note === '' ? [] : [{ cells: ['', '', '', note, '', '', '', ''] }]),
      ...batchStarts(item).map(({ title, minutes, offset }) => ({
        cells: ['', timeAt(start + offset, language), String(minutes), write(title), '', '', '', ''],
      })),
      ...item.cues.map((cue) => ({ cells: cueCells(cue, start, { write, language }) })),
    ]
  }),
})

const cueCells = (
  { offsetMinutes, speaks, standsBy, light, sound, handedOver }: Cue,
  start: number,
  { write, language }: Pick<Wording, 'write' | 'language'>,
): string[] => {
  const lightAndSound = [light, sound].map(write).filter((text) => text !== '')
  const people = [speaks, standsBy].map(write)
  return ['', timeAt(start + offsetMinutes, language), '', '', ...people, lightAndSound.join('; '), write(handedOver)]
}

/** Batches follow one another from the beginning of their item. */
const batchStarts = ({ batches }: ProgrammeItem): { title: string; minutes: number; offset: number }[] => {
  let offset = 0
  return batches.map(({ title, minutes }) => {
    const batch = { title, minutes, offset }
    offset += minutes
    return batch
  })
}

const timed = ({ startsAt, items }: Session) => {
  const times = timeItems(startsAt, items)
  return items.map((item, index) => ({ item, start: times[index]?.start ?? 0, end: times[index]?.end ?? 0 }))
}

/**
 * What is said at each item: the words that were written for it, the announcer's before the presidium's. Where none are,
 * it is announced with whom it is carried out by. What stands in its note is for those who run it, in italics.
 */
export const scriptOf = (session: Session, wording: Wording): Block[] => {
  const { write, language } = wording
  const first = session.items.findIndex((item) => !isArrival(item))
  return timed(session).flatMap(({ item, start, end }, index): Block[] => {
    const note = write(item.note)
    const heading = `${String(index + 1)}. ${write(item.title)} (${timeSpan(start, end, language)})`
    return [
      { kind: 'heading', rank: 'clause', text: heading },
      ...spoken(item, { index, first, last: session.items.length - 1 }, wording),
      ...(note === '' ? [] : [{ kind: 'remark', text: `(${note})`, isCentred: false, isKeptWithNext: false } as const]),
    ]
  })
}

interface PlaceInSession {
  index: number
  /** What the session begins with once everybody is there. */
  first: number
  last: number
}

const spoken = (item: ProgrammeItem, place: PlaceInSession, wording: Wording): Block[] => {
  const { announcerWords, presidiumWords } = item
  const { word, write } = wording
  const written = [
    { who: word('announcer'), text: write(announcerWords) },
    { who: word('presidium'), text: write(presidiumWords) },
  ].filter(({ text }) => text.trim() !== '')
  if (written.length === 0) return [{ kind: 'paragraph', text: announced(item, place, wording) }]
  return written.flatMap(({ who, text }) => {
    const [first = '', ...rest] = text.split('\n').filter((line) => line.trim() !== '')
    return [
      {
        kind: 'paragraph' as const,
        text: [
          { text: `${who}: `, face: 'bold' as const },
          { text: first, face: 'regular' as const },
        ],
      },
      ...rest.map((line) => ({ kind: 'paragraph' as const, text: line })),
    ]
  })
}

/**
 * Nobody wants to hear one phrase before each of twenty items; the first, the last and pauses have their own. While
 * delegates arrive nothing has begun yet.
 */
const announced = (
  item: ProgrammeItem,
  { index, first, last }: PlaceInSession,
  { word, write, carriedOutBy }: Wording,
): string => {
  const itemTitle = write(item.title)
  const itemPresenter = carriedOutBy(item)
  const say = (name: string, title = itemTitle) => putIn(word(name), { itemTitle: title, itemPresenter })
  if (item.kind === 'break') return say('announceBreak', withoutCapital(itemTitle))
  if (index < first) return say('announceArrival')
  const isInvited = isPerson(itemPresenter)
  if (index > first && index < last) {
    if (isInvited) return say('announceWith')
    return say((index - first) % 2 === 1 ? 'announce' : 'announceThen')
  }
  const begun = say(index === first ? 'announceFirst' : 'announceLast')
  return isInvited ? `${begun} ${say('invite')}` : begun
}

/** What comes before the opening: delegates are received, registered and seated. */
const isArrival = ({ title }: Pick<ProgrammeItem, 'title'>): boolean =>
  /^(đón|tiếp đón|đăng ký|ổn định|điểm danh|arrival|reception|registration|welcome)(?!\p{L})/iu.test(title.trim())

/** Within a sentence; an abbreviation keeps its letters. */
const withoutCapital = (title: string): string =>
  title.replace(/^\p{Lu}(?!\p{Lu})/u, (letter) => letter.toLocaleLowerCase('vi'))

/** A person is invited to speak; what a body carries out is only announced. */
const isPerson = (presenter: string): boolean =>
  /^(đồng chí|đ\/c|ông|bà|cô|anh|chị|thầy|giáo sư|tiến sĩ|gs|ts|pgs|comrade|mr|mrs|ms|dr|prof)[.\s]/iu.test(
    presenter.trim(),
  )
