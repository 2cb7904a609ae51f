import type { Language } from '../format/dates.ts'
import type { Written } from '../exchange/writing/looks.ts'
import { writeLists } from '../exchange/writing/write-workbook.ts'
import { rowsOf, sharedValues, titleOf, type Making } from './compose.ts'
import type { ListRow } from './list-rows.ts'
import { rowsOfTable } from './list-tables.ts'
import type { TableSpec } from './schema.ts'
import type { Template } from './templates.ts'

/** What stands in a table, the rows of a group with the value that they share. */
interface ListTable {
  spec: TableSpec
  rows: { group: string; cells: string[] }[]
}

/** The tables of a paper over its list as a workbook to filter and count in, a sheet each; numbers are numbers. */
export const writeWorkbookOf = async (making: Making, language: Language): Promise<{ name: string; bytes: Buffer }> => {
  const { template } = making
  const rows = rowsOf(making)
  const { shared, fields } = sharedValues(making, rows, language)
  const tables = Object.values(template.tables ?? {}).map((spec) =>
    listOf(spec, rows, { language, shared, columns: template.columns }),
  )
  const names = sheetNames(template, tables, language)
  const sheets = tables.map((table, index) => ({
    name: names[index] ?? '',
    above: [template.titles[language], fields['title'] || (shared['congress'] ?? '')],
    ...sheetOf(template, table, language),
  }))
  return { name: titleOf(template, fields, language), bytes: await writeLists(sheets) }
}

const listOf = (spec: TableSpec, rows: readonly ListRow[], how: Parameters<typeof rowsOfTable>[2]): ListTable => {
  // The value itself heads a group: a filter finds it without its number. Those without one have an empty cell.
  const plain = spec.groupBy === undefined ? spec : { ...spec, groupHeading: `{{${spec.groupBy}}}`, restHeading: ' ' }
  let group = ''
  const lines = rowsOfTable(plain, rows, how).flatMap((row) => {
    if ('cells' in row) return [{ group, cells: row.cells }]
    group = row.heading.trim()
    return []
  })
  return { spec, rows: lines }
}

/** What heads the groups on paper stands in a first column of its own, so that rows may be sorted and filtered. */
const sheetOf = (template: Template, { spec, rows }: ListTable, language: Language) => {
  const { columns, groupBy } = spec
  const isGrouped = groupBy !== undefined && !columns.some(({ value }) => value === `{{${groupBy}}}`)
  const headings = columns.map(({ titles }) => titles[language])
  const written = rows.map(({ group, cells }) => {
    const own = columns.map(({ isNumber }, at) => {
      const text = cells[at] ?? ''
      return isNumber === true ? numberIn(text, language) : text
    })
    return isGrouped ? [group, ...own] : own
  })
  return { headings: isGrouped ? [labelOf(template, groupBy, language), ...headings] : headings, rows: written }
}

const labelOf = ({ columns }: Template, column: string, language: Language): string =>
  columns.find(({ name }) => name === column)?.labels[language] ?? column

/** The number that a text writes in groups of three, or its share in per cent; what is none stays a text. */
export const numberIn = (text: string, language: Language): Written => {
  const plain = text.trim().replaceAll(language === 'vi' ? /\.(?=\d{3}\b)/gu : /,(?=\d{3}\b)/gu, '')
  const share = /^(\d{1,3})(?:[.,](\d))?\s?%$/u.exec(plain)
  if (share) return { share: (Number(share[1]) * 10 + Number(share[2] ?? 0)) / 1000 }
  return /^\d{1,15}$/u.test(plain) ? Number(plain) : text
}

/** A table that counts is called by what it counts; Excel takes 31 letters, some signs not, and each name once. */
const sheetNames = (template: Template, tables: readonly ListTable[], language: Language): string[] => {
  const names: string[] = []
  for (const { spec } of tables) {
    const usual = spec.countBy === undefined ? template.titles[language] : labelOf(template, spec.countBy, language)
    const own = spec.sheet?.[language] ?? usual
    const plain = own.replaceAll(/[\\/?*[\]:']/gu, ' ')
    const taken = names.filter((name) => name.startsWith(plain.slice(0, 26))).length
    names.push(taken === 0 ? plain.slice(0, 31).trim() : `${plain.slice(0, 26).trim()} (${String(taken + 1)})`)
  }
  return names
}
