import type { Reader } from '../../../db/open.ts'
import type { Row } from '../../../db/rows.ts'
import { writerIn, type Twins } from '../../english/twins.ts'
import { formatPaperTime, formatShortDate, type Language } from '../../format/dates.ts'
import { findNewest, findReleaseNumbered } from '../../releases/queries.ts'
import { findAffected } from '../../releases/rules/affected.ts'
import { findChanges, gatherShifts, type ProgrammeChange, type Shift } from '../../releases/rules/changes.ts'
import { shownName } from '../../releases/rules/names.ts'
import {
  linesOf,
  sentenceOfPart,
  shiftName,
  standingName,
  subjectOf,
  type Telling,
} from '../../releases/rules/sentences.ts'
import type { Block, Table, TableRow } from '../blocks.ts'
import { table as tableForm } from '../official-form.ts'
import { wordOf, type Template } from '../templates.ts'
import { placeholdersIn } from '../wording.ts'
import { romanNumber } from './official.ts'
import { spanDash } from './programme-words.ts'

type OfRelease = Pick<Row<'releases'>, 'kind' | 'number' | 'name' | 'day' | 'note' | 'content'>

/** A release and the one that it is set beside; null = it was the first. */
export interface ReleasedPair {
  before: OfRelease | null
  after: OfRelease
}

export const changesSlot = 'changes'

/** The newest release of a congress beside the one before it, for kinds that tell what changed. */
export const releasedFor = async (
  read: Reader,
  { wording }: Pick<Template, 'wording'>,
  congressId: string,
): Promise<{ released?: ReleasedPair }> => {
  const isTold = [...wording.vi, ...wording.en].some(({ text }) => placeholdersIn(text).includes(changesSlot))
  const after = isTold ? await findNewest(read, congressId) : undefined
  if (!after) return {}
  return { released: { before: (await findReleaseNumbered(read, congressId, after.number - 1)) ?? null, after } }
}

/** Values of a pair for the placeholders of the kind; empty where nothing was released. */
export const releasedValues = (pair: ReleasedPair | undefined, language: Language): Record<string, string> => ({
  releaseName: pair ? shownName(pair.after, language) : '',
  releaseDay: pair ? formatShortDate(pair.after.day, language) : '',
  releaseNote: pair?.after.note ?? '',
  formerName: pair?.before ? shownName(pair.before, language) : '',
})

/** What is not the same in two releases, then whom it touches. */
export const changeBlocks = (
  template: Template,
  pair: ReleasedPair | undefined,
  { language, twins }: { language: Language; twins: Twins },
): Block[] => {
  const word = (name: string) => wordOf(template, language, name)
  const remark = (text: string): Block => ({ kind: 'remark', text, isCentred: true, isKeptWithNext: false })
  if (!pair) return [remark(word('nothingReleased'))]
  const wording: Wording = {
    word,
    language,
    write: writerIn(language, twins),
    clock: (clock) => (language === 'vi' ? formatPaperTime(clock).replaceAll(' ', '\u00a0') : clock),
    dash: spanDash,
  }
  const before = pair.before?.content ?? { sessions: [], speakers: [] }
  const changes = findChanges(before, pair.after.content)
  const affected = findAffected(before, pair.after.content)
  const heading = (index: number, name: string): Block => ({
    kind: 'heading',
    text: `${romanNumber(index)}. ${word(name)}`,
  })
  if (changes.length === 0) return [remark(word('nothingChanged'))]
  return [
    ...(pair.before ? [] : [remark(word('firstRelease'))]),
    heading(0, 'changesHeading'),
    changesTable(changes, wording),
    ...(affected.length === 0 ? [] : [heading(1, 'affectedHeading'), affectedTable(affected, wording)]),
  ]
}

interface Wording extends Telling {
  /** A word of the template. */
  word: (name: string) => string
}

/** Widths in millimetres. */
const changesTable = (changes: readonly ProgrammeChange[], wording: Wording): Table => {
  const { word } = wording
  let number = 0
  const rowOf = (change: ProgrammeChange): TableRow => {
    const { before, after } = linesOf(change, wording)
    const told = change.before ?? change.after
    number += 1
    const now =
      change.kind === 'added' ? `${word('added')}: ${after}` : change.kind === 'removed' ? word('removed') : after
    const subject = told && (change.of === 'item' ? wording.write(told.title) : subjectOf(change, told, wording))
    return { cells: [String(number), subject ?? '', before, now] }
  }
  const rowsOf = (change: ProgrammeChange | Shift): TableRow[] =>
    'changes' in change ? [{ heading: shiftName(change, wording) }, ...change.changes.map(rowOf)] : [rowOf(change)]
  return {
    kind: 'table',
    size: tableForm.size,
    columns: [
      { title: word('ordinal'), share: 12, alignment: 'centre' },
      { title: word('item'), share: 57, alignment: 'left' },
      { title: word('before'), share: 48, alignment: 'left' },
      { title: word('after'), share: 48, alignment: 'left' },
    ],
    rows: gatherShifts(changes).flatMap(rowsOf),
  }
}

const affectedTable = (affected: ReturnType<typeof findAffected>, wording: Wording): Table => {
  const { word } = wording
  return {
    kind: 'table',
    size: tableForm.size,
    columns: [
      { title: word('ordinal'), share: 12, alignment: 'centre' },
      { title: word('who'), share: 48, alignment: 'left' },
      { title: word('standing'), share: 27, alignment: 'left' },
      { title: word('part'), share: 78, alignment: 'left' },
    ],
    rows: affected.map((person, index) => ({
      cells: [
        String(index + 1),
        [wording.write(person.name), person.post].filter(Boolean).join(', '),
        standingName(person.standing, wording),
        person.parts.map((part) => sentenceOfPart(part, wording)).join('\n'),
      ],
    })),
  }
}
