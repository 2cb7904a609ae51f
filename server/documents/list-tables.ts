import type { Language } from '../format/dates.ts'
import { compareGivenNames } from '../format/names.ts'
import { formatNumber, sharesOf, writeShare } from '../format/numbers.ts'
import type { Block, Table, TableRow } from './blocks.ts'
import { romanNumber } from './kinds/official.ts'
import { hasAnyValue, hasValues, valuesOfRow, type ListRow } from './list-rows.ts'
import { table as tableForm } from './official-form.ts'
import type { ListColumn, TableSpec } from './schema.ts'
import { putIn } from './templates.ts'

/** Tables over the rows of a list, as papers and workbooks have them. */

type PutRow = (text: string, row: Readonly<Record<string, string>>) => string

/** A table over rows, or what stands in its place where there are none. */
export const tableOf = (spec: TableSpec, all: readonly ListRow[], how: RowValues): Block => {
  const { language } = how
  const rows = chosenFor(spec, all)
  if (rows.length === 0) {
    return { kind: 'remark', text: spec.empty[language], isCentred: true, isKeptWithNext: false }
  }
  const table: Table = {
    kind: 'table',
    size: spec.size ?? tableForm.size,
    columns: spec.columns.map(({ titles, share, alignment = 'left' }) => ({
      title: titles[language],
      share,
      alignment,
    })),
    rows: [...rowsOfTable(spec, rows, how), ...sumRows(spec, rows, how)],
    ...(spec.leastRowHeight === undefined ? {} : { leastRowHeight: spec.leastRowHeight }),
  }
  return table
}

/** Papers alone have it: a workbook is read back, and its sums are no record. */
const sumRows = (spec: TableSpec, all: readonly ListRow[], { language }: RowValues): TableRow[] => {
  if (!spec.sum) return []
  const rows = chosenFor(spec, all)
  const { column, name, of } = spec.sum
  const sumOf = (each: string) =>
    rows.reduce((sum, { values }) => sum + Number((values[each] ?? '').replaceAll(/\D/gu, '')), 0)
  const values = {
    [column]: name[language],
    ...Object.fromEntries(of.map((each) => [each, formatNumber(sumOf(each), language)])),
  }
  return [{ cells: spec.columns.map(({ value }) => putIn(value, values)) }]
}

const chosenFor = ({ where = {}, except = {} }: TableSpec, rows: readonly ListRow[]): readonly ListRow[] =>
  rows.filter(({ values }) => hasValues(values, where) && !hasAnyValue(values, except))

interface RowValues {
  language: Language
  shared: Readonly<Record<string, string>>
  /** Of the list. */
  columns: readonly ListColumn[]
}

/** The rows of a table over the list, as they are printed. */
export const rowsOfTable = (spec: TableSpec, all: readonly ListRow[], how: RowValues): TableRow[] => {
  const rows = chosenFor(spec, all)
  const { language, shared, columns } = how
  const put: PutRow = (text, row) => putIn(text, row, shared)
  const missing = (column: string) => notGiven(columns.find(({ name }) => name === column)?.labels[language], language)
  const telling = { language, put, missing }
  return spec.countBy === undefined ? tableRows(spec, rows, telling) : countRows(spec, rows, telling)
}

interface Telling {
  language: Language
  put: PutRow
  /** What a column without a value is called. */
  missing: (column: string) => string
}

/** «Chưa ghi cơ cấu». */
const notGiven = (label = '', language: Language): string =>
  language === 'vi' ? `Chưa ghi ${label.charAt(0).toLocaleLowerCase('vi')}${label.slice(1)}` : `${label} not given`

const tableRows = (spec: TableSpec, rows: readonly ListRow[], telling: Telling): TableRow[] => {
  const ordered = spec.isAlphabetical
    ? [...rows].sort((a, b) => compareGivenNames(a.values['name'] ?? '', b.values['name'] ?? ''))
    : rows
  const { groupBy } = spec
  if (groupBy === undefined)
    return ordered.map((row, index) => ({ cells: cellsOf(spec, row, { ordinal: String(index + 1) }, telling) }))
  return groupsOf(ordered, groupBy).flatMap(([name, group], index, { length }): TableRow[] => {
    const own = { groupNumber: romanNumber(index), groupCount: String(group.length) }
    const lines = group.map((row, at) => ({ cells: cellsOf(spec, row, { ...own, ordinal: String(at + 1) }, telling) }))
    // A list of which no row has a group is none of groups.
    const heading = name === '' && length === 1 ? '' : headingOf(spec, name, { ...group[0]?.values, ...own }, telling)
    return heading === '' ? lines : [{ heading }, ...lines]
  })
}

const cellsOf = (
  { columns }: TableSpec,
  row: ListRow,
  own: Record<string, string>,
  { language, put }: Telling,
): string[] => {
  const values = valuesOfRow(row, own)
  return columns.map(({ value, instead }) => {
    const text = put(value, values)
    return text.trim() === '' && instead && hasValues(values, instead.where) ? instead.text[language] : text
  })
}

/** Rows by their value in a column, in the order of their first; those without one come last. */
const groupsOf = (rows: readonly ListRow[], column: string): [name: string, rows: ListRow[]][] => {
  const groups = new Map<string, ListRow[]>()
  for (const row of rows) {
    const key = (row.values[column] ?? '').trim()
    const group = groups.get(key)
    if (group) group.push(row)
    else groups.set(key, [row])
  }
  const all = [...groups]
  return [...all.filter(([name]) => name !== ''), ...all.filter(([name]) => name === '')]
}

const headingOf = (
  { groupBy = '', groupHeading = `{{${groupBy}}}`, restHeading }: TableSpec,
  name: string,
  values: Record<string, string>,
  { put, missing }: Telling,
): string => {
  if (name !== '') return put(groupHeading, values)
  return restHeading === undefined ? missing(groupBy) : put(restHeading, values)
}

/** A row for each value of a column, the most frequent first, and one for all without; nothing where none has one. */
const countRows = (
  { columns, countBy = '' }: TableSpec,
  rows: readonly ListRow[],
  { language, put, missing }: Telling,
): TableRow[] => {
  const groups = groupsOf(rows, countBy)
  if (groups.every(([name]) => name === '')) return []
  const named = groups.filter(([name]) => name !== '').sort(([, one], [, other]) => other.length - one.length)
  const told = [...named, ...groups.filter(([name]) => name === '')]
  const shares = sharesOf(
    told.map(([, { length }]) => length),
    rows.length,
  )
  return told.map(([name, { length: count }], index) => {
    const own = {
      value: name === '' ? missing(countBy) : name,
      count: formatNumber(count, language),
      share: writeShare(shares[index] ?? 0, language),
      ordinal: String(index + 1),
    }
    return { cells: columns.map((column) => put(column.value, own)) }
  })
}
