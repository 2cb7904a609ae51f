import { timeItems } from '../../programme/rules.ts'
import type { Cue, ProgrammeItem } from '../../programme/schema.ts'
import type { Block, Table, TableRow } from '../blocks.ts'
import type { Session } from '../facts.ts'
import { table as tableForm } from '../official-form.ts'
import { putIn } from '../templates.ts'
import { timeAt, timeSpan, type Wording } from './programme-words.ts'

/** The items of a session; where somebody wrote cues or batches, each at its own minute beneath its item. */
export const runTable = (session: Session, wording: Wording): Table =>
  session.items.some(({ cues, batches }) => cues.length > 0 || batches.length > 0)
    ? cueTable(session, wording)
    : plainTable(session, wording)

/** Widths in millimetres, on a turned page. */
const plainTable = (session: Session, { word, write, language }: Wording): Table => ({
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
    const cells = [timeSpan(start, end, language), String(end - start), write(item.title), write(item.presenter)]
    return { cells: [String(index + 1), ...cells, write(item.note)] }
  }),
})

const cueTable = (session: Session, { word, write, language }: Wording): Table => ({
  kind: 'table',
  size: tableForm.size,
  columns: [
    { title: word('number'), share: 11, alignment: 'centre' },
    { title: word('time'), share: 41, alignment: 'centre' },
    { title: word('content'), share: 60, alignment: 'left' },
    { title: word('speaks'), share: 36, alignment: 'left' },
    { title: word('standsBy'), share: 32, alignment: 'left' },
    { title: word('lightAndSound'), share: 36, alignment: 'left' },
    { title: word('handedOver'), share: 36, alignment: 'left' },
  ],
  rows: timed(session).flatMap(({ item, start, end }, index): TableRow[] => {
    const note = write(item.note)
    const cells = [
      String(index + 1),
      timeSpan(start, end, language),
      write(item.title),
      write(item.presenter),
      '',
      '',
      '',
    ]
    return [
      { cells, isBold: true },
      ...(note === '' ? [] : [{ cells: ['', '', note, '', '', '', ''] }]),
      ...batchStarts(item).map(({ title, offset }) => ({
        cells: ['', timeAt(start + offset, language), write(title), '', '', '', ''],
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
  return ['', timeAt(start + offsetMinutes, language), '', ...people, lightAndSound.join('; '), write(handedOver)]
}

/** Batches follow one another from the beginning of their item. */
const batchStarts = ({ batches }: ProgrammeItem): { title: string; offset: number }[] => {
  let offset = 0
  return batches.map(({ title, minutes }) => {
    const batch = { title, offset }
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
  return timed(session).flatMap(({ item, start, end }, index): Block[] => {
    const note = write(item.note)
    const heading = `${String(index + 1)}. ${write(item.title)} (${timeSpan(start, end, language)})`
    return [
      { kind: 'heading', rank: 'clause', text: heading },
      ...spoken(item, { index, last: session.items.length - 1 }, wording),
      ...(note === '' ? [] : [{ kind: 'remark', text: `(${note})`, isCentred: false, isKeptWithNext: false } as const]),
    ]
  })
}

interface PlaceInSession {
  index: number
  last: number
}

const spoken = (item: ProgrammeItem, place: PlaceInSession, { word, write, language }: Wording): Block[] => {
  const { announcerWords, presidiumWords } = item
  const written = [
    { who: word('announcer'), text: write(announcerWords) },
    { who: word('presidium'), text: write(presidiumWords) },
  ].filter(({ text }) => text.trim() !== '')
  if (written.length === 0) return [{ kind: 'paragraph', text: announced(item, place, { word, write, language }) }]
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

/** Nobody wants to hear one phrase before each of twenty items; the first, the last and pauses have their own. */
const announced = (
  { kind, title, presenter }: ProgrammeItem,
  { index, last }: PlaceInSession,
  { word, write }: Wording,
): string => {
  const values = { itemTitle: write(title), itemPresenter: write(presenter) }
  const say = (name: string) => putIn(word(name), values)
  const isInvited = isPerson(values.itemPresenter)
  if (kind === 'break') return say('announceBreak')
  if (index > 0 && index < last) {
    if (isInvited) return say('announceWith')
    return say(index % 2 === 1 ? 'announce' : 'announceThen')
  }
  const begun = say(index === 0 ? 'announceFirst' : 'announceLast')
  return isInvited ? `${begun} ${say('invite')}` : begun
}

/** A person is invited to speak; what a body carries out is only announced. */
const isPerson = (presenter: string): boolean =>
  /^(đồng chí|ông|bà|cô|anh|chị|thầy|giáo sư|tiến sĩ|gs|ts|pgs|comrade|mr|mrs|ms|dr|prof)[.\s]/iu.test(presenter.trim())
