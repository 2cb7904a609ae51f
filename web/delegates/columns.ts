import { formatShortDate, parseDate } from '../../server/format/dates.ts'
import { foldForSearch } from '../../server/format/search.ts'
import type { Delegate, DelegateChanges } from '../../server/delegates/schema.ts'
import { openFields, type AskedField } from '../../server/people/schema.ts'
import type { GridColumn } from '../lists/cells.ts'
import { words } from '../words/words.ts'

type Values = DelegateChanges['delegates'][number]['values']

/** What can stand in a column of the table. */
export type ColumnName = keyof ReturnType<typeof words>['delegates']['fields']

/** How a column is read and written: the text of a delegate in it, and what a text says; null = it says nothing. */
interface Column {
  name: ColumnName
  /** Words of its closed list by code. */
  choices?: () => Readonly<Record<string, string>>
  textOf: (delegate: Delegate) => string
  /** A value to write, or the sentence that refuses it; left out = only looked at. */
  read?: (text: string, label: string) => Values | string
}

const longest = 300
/** Between several values of one cell. */
const separator = '; '

type TextName = {
  [Name in ColumnName & keyof Delegate]: Delegate[Name] extends string ? Name : never
}[ColumnName & keyof Delegate]

const text = (name: Exclude<TextName, 'standing'>): Column => ({
  name,
  textOf: (delegate) => delegate[name],
  read: (typed, label) => (typed.length > longest ? words().delegates.tooLong(label) : { [name]: typed }),
})

const several = (name: 'titles' | 'groups'): Column => ({
  name,
  textOf: (delegate) => delegate[name].join(separator),
  read: (typed) => ({ [name]: [...new Set(typed.split(';').flatMap((each) => each.trim() || []))] }),
})

type CodeName = 'sex' | 'class' | 'standing' | 'presence'

const coded = (name: CodeName, choices: () => Readonly<Record<string, string>>, isNeeded = false): Column => ({
  name,
  choices,
  textOf: (delegate) => choices()[delegate[name] ?? ''] ?? '',
  read: (typed, label) => {
    if (typed === '' && !isNeeded) return { [name]: null }
    const code = codeOf(choices(), typed)
    return code === undefined ? words().delegates.notAChoice(label) : { [name]: code }
  },
})

const codeOf = (choices: Readonly<Record<string, string>>, typed: string): string | undefined =>
  Object.keys(choices).find((code) => foldForSearch(choices[code] ?? '') === foldForSearch(typed))

const yesOrNo = (): Readonly<Record<string, string>> => ({ yes: words().delegates.yes, no: words().delegates.no })

const year = /^(19|20)\d\d$/u

const columns: readonly Column[] = [
  text('name'),
  text('number'),
  text('address'),
  text('post'),
  text('workplace'),
  text('delegation'),
  coded('class', () => words().delegates.classes),
  several('groups'),
  coded('sex', () => words().delegates.sexes),
  {
    name: 'birthYear',
    textOf: ({ birthYear }) => (birthYear === null ? '' : String(birthYear)),
    read: (typed, label) => {
      if (typed === '') return { birthYear: null }
      if (year.test(typed) && Number(typed) <= new Date().getFullYear()) return { birthYear: Number(typed) }
      const { date } = parseDate(typed)
      return date === null ? words().delegates.notAYear(label) : { birthDate: date }
    },
  },
  {
    name: 'birthDate',
    textOf: ({ birthDate }) => (birthDate === null ? '' : formatShortDate(birthDate, 'vi')),
    read: (typed, label) => {
      if (typed === '') return { birthDate: null }
      const { date } = parseDate(typed)
      return date === null ? words().delegates.notADate(label) : { birthDate: date }
    },
  },
  text('phone'),
  text('email'),
  several('titles'),
  text('education'),
  text('field'),
  {
    name: 'isDirectWorker',
    choices: yesOrNo,
    textOf: ({ isDirectWorker }) => (isDirectWorker === null ? '' : (yesOrNo()[isDirectWorker ? 'yes' : 'no'] ?? '')),
    read: (typed, label) => {
      if (typed === '') return { isDirectWorker: null }
      const code = codeOf(yesOrNo(), typed)
      return code === undefined ? words().delegates.notAChoice(label) : { isDirectWorker: code === 'yes' }
    },
  },
  text('printedName'),
  text('printedPost'),
  text('seat'),
  text('door'),
  coded('standing', () => words().delegates.standings, true),
  {
    name: 'answer',
    textOf: ({ answer, answerReason }) => {
      const { answers, card } = words().delegates
      return answer === null ? '' : card.replied(answers[answer], answerReason)
    },
  },
  coded('presence', () => words().delegates.presences),
  text('absenceReason'),
  text('note'),
]

const byName = new Map(columns.map((column) => [column.name as string, column]))

export const allColumns: readonly ColumnName[] = columns.map(({ name }) => name)

/** Whether a column is for something that the congress's level may ask or not, and does not. */
export const isUnasked = (name: ColumnName, asked: readonly AskedField[]): boolean =>
  (openFields as readonly string[]).includes(name) && !(asked as readonly string[]).includes(name)

/** The columns of a list: what its level asks, and what stands in it already. */
export const columnsOfList = (
  asked: readonly AskedField[],
  rows: readonly { values: Readonly<Record<string, string>> }[],
): readonly ColumnName[] =>
  allColumns.filter((name) => !isUnasked(name, asked) || rows.some(({ values }) => values[name] !== undefined))

/** What stands in the table until somebody chooses otherwise. */
export const usualColumns: readonly ColumnName[] = [
  ...(['number', 'name', 'post', 'workplace', 'delegation', 'class', 'groups', 'sex', 'birthYear', 'phone'] as const),
  ...(['seat', 'answer', 'note'] as const),
]

/** The columns as the grid draws them, in their order. */
export const gridColumns = (chosen: ReadonlySet<string>): GridColumn[] => {
  const { fields } = words().delegates
  return columns
    .filter(({ name }) => name === 'name' || chosen.has(name))
    .map(({ name, choices, read }) => ({
      name,
      labels: { vi: fields[name], en: fields[name] },
      isRequired: name === 'name',
      choices: Object.values(choices?.() ?? {}),
      choicesEnglish: [],
      isFixed: read === undefined,
    }))
}

/** What stands in each column, as text; only what is filled in. */
export const cellsOf = (delegate: Delegate): Record<string, string> =>
  Object.fromEntries(columns.map(({ name, textOf }) => [name, textOf(delegate)]).filter(([, shown]) => shown !== ''))

/** Texts of cells as values to be written, and by column the sentence that refuses what cannot be. */
export const readCells = (
  cells: Readonly<Record<string, string>>,
): { values: Values; faults: Readonly<Partial<Record<string, string>>> } => {
  const { fields } = words().delegates
  const faults: Partial<Record<string, string>> = {}
  let values: Values = {}
  for (const [name, typed] of Object.entries(cells)) {
    const column = byName.get(name)
    const read = column?.read?.(typed.trim(), fields[column.name]) ?? {}
    if (typeof read === 'string') faults[name] = read
    else values = { ...values, ...read }
  }
  return { values, faults }
}

/** Why a cell cannot take a text; null = it can. */
export const faultOfCell = (name: string, text: string): string | null =>
  Object.values(readCells({ [name]: text }).faults)[0] ?? null

/** The words of a column with a closed list; null = it takes any text. */
export const choicesOf = (name: ColumnName): readonly string[] | null => {
  const choices = byName.get(name)?.choices?.()
  return choices ? Object.values(choices) : null
}
