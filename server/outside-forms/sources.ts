import { createHash } from 'node:crypto'
import type { Reader } from '../../db/open.ts'
import { valuesOfRow } from '../documents/list-rows.ts'
import { congressValues, gatherCongress, type CongressFacts } from '../documents/facts.ts'
import type { ListColumn } from '../documents/schema.ts'
import { listNames, readList, readShared } from '../documents/templates.ts'
import { formatShortDate } from '../format/dates.ts'
import { derivedLists, rowsFor } from '../papers/contents.ts'
import type { FormField } from './schema.ts'
import type { FormValues } from './values.ts'

/** Lists that a form may take its rows from. */
export const listsOfForms = async (): Promise<string[]> => [...(await listNames()), ...derivedLists]

const numbers = new Set(['expectedDelegates', 'expectedGuests', 'year'])
/** In a row the number of the row is called so. */
const ordinalOfCongress = 'congressOrdinal'
/** Placeholders that only the words of an announcer and the symbol of a kind of paper know. */
const ofPapersOnly = new Set(['itemTitle', 'itemPresenter', 'kindSymbol'])

/** All that the placeholders of a form may name, those of the list first. */
export const fieldsOfForm = async (list: string | null): Promise<FormField[]> => {
  const rows = list === null ? [] : fieldsOfRows((await readList(list)).columns)
  const { placeholders } = await readShared()
  const shared = Object.entries(placeholders).flatMap(([name, { means, isBlock }]): FormField[] => {
    if (!means || isBlock === true || ofPapersOnly.has(name)) return []
    const holds = numbers.has(name) ? 'number' : 'text'
    return [{ name: name === 'ordinal' ? ordinalOfCongress : name, labels: means, headings: [], holds, isOfRow: false }]
  })
  return [...rows, ...shared, ...ofFilling]
}

const fieldsOfRows = (columns: readonly ListColumn[]): FormField[] => {
  const has = (name: string) => columns.some((column) => column.name === name)
  return [
    field('ordinal', 'number', { vi: 'Số thứ tự', en: 'Number of the row' }, ['STT', 'TT', 'Số TT', 'Thứ tự', 'No.']),
    ...columns.map(({ name, labels, headings, holds }) => field(name, holds ?? 'text', labels, headings)),
    ...(has('address') ? [field('called', 'text', { vi: 'Xưng hô và họ tên', en: 'Form of address and name' })] : []),
    ...(has('post') && has('unit')
      ? [field('postAndUnit', 'text', { vi: 'Chức vụ và đơn vị', en: 'Post and unit' })]
      : []),
  ]
}

const field = (
  name: string,
  holds: FormField['holds'],
  labels: FormField['labels'],
  headings: string[] = [],
): FormField => ({ name, labels, headings, holds, isOfRow: true })

const ofFilling: FormField[] = [
  { ...field('rowCount', 'number', { vi: 'Số dòng của danh sách', en: 'Rows of the list' }), isOfRow: false },
  { ...field('today', 'date', { vi: 'Ngày điền biểu mẫu', en: 'Day of filling' }), isOfRow: false },
]

/** What a form of a congress is filled with, and what identifies each row. */
export interface Gathered {
  facts: CongressFacts
  values: FormValues
  rowIds: string[]
}

export const gatherValues = async (
  read: Reader,
  { congressId, list, today }: { congressId: string; list: string | null; today: string },
): Promise<Gathered> => {
  const facts = await gatherCongress(read, congressId)
  const listed = list === null ? [] : await rowsFor(read, facts, { list })
  const { ordinal = '', ...shared } = congressValues(facts).vi
  return {
    facts,
    rowIds: listed.map(({ id }) => id),
    values: {
      shared: { ...shared, [ordinalOfCongress]: ordinal, rowCount: String(listed.length), today: dayOf(today) },
      rows: listed.map((row, at) => valuesOfRow(row, { ordinal: String(at + 1) })),
    },
  }
}

/** As an office writes it where there is no cell that holds a day: 09/9/2020. */
const dayOf = (date: string): string => formatShortDate(date, 'vi')

/** What each row says, in one short word that another text would change. */
export const hashesOf = ({ values, rowIds }: Pick<Gathered, 'values' | 'rowIds'>): Record<string, string> =>
  Object.fromEntries(
    rowIds.map((id, at) => {
      // What only words the name otherwise changes with it.
      const { ordinal: _ordinal, calledWithComma: _called, nameWithComma: _name, ...row } = values.rows[at] ?? {}
      return [
        id,
        createHash('sha256')
          .update(JSON.stringify(Object.entries(row).sort()))
          .digest('base64url')
          .slice(0, 12),
      ]
    }),
  )

/** Rows that changed, came or went between two fills. */
export const changedRows = (before: Readonly<Record<string, string>>, now: Readonly<Record<string, string>>): number =>
  [...new Set([...Object.keys(before), ...Object.keys(now)])].filter((id) => before[id] !== now[id]).length
