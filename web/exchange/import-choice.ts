import type { ImportChoice, ImportPreview } from '../../server/exchange/schema.ts'

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
