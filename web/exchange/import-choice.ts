import type { ImportChoice, ImportPreview, ImportRowsChoice } from '../../server/exchange/schema.ts'

/** What is chosen in a preview, with this change: another sheet or header row has other columns, guessed anew. */
export const choiceWith = (
  { sheet, headerRow, columns }: ImportPreview,
  change: Partial<ImportChoice>,
): ImportChoice => ({ sheet, headerRow, columns: columns.map(({ field }) => field), ...change })

/** A column chosen for a field, or for none; a field is read from one column, so it is taken from any other. */
export const choiceWithColumn = (preview: ImportPreview, place: number, field: string | null): ImportChoice => {
  const columns = preview.columns.map((column, at) => {
    if (at === place) return field
    return column.field === field ? null : column.field
  })
  return choiceWith(preview, { columns })
}

/** Whether every required field has its column. */
export const isMapped = ({ fields, columns }: ImportPreview): boolean =>
  fields.every(({ name, isRequired }) => !isRequired || columns.some(({ field }) => field === name))

export type Mended = NonNullable<ImportRowsChoice['mended']>[number]
export type Decided = NonNullable<ImportRowsChoice['decided']>[number]
