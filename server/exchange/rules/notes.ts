/** What is said about the file as a whole. */
export const importNotes = [
  /** No row of known headings was found: choose the header row and the columns. */
  'heading-not-found',
  /** { field }: a required column was not found or chosen. */
  'column-missing',
  /** { field }: two columns were chosen for it. */
  'column-twice',
  /** { field }: the file has a column for it, which the congress's level does not ask or the account may not write. */
  'column-not-asked',
  /** { count }: cells with formulas; their last computed values were taken. */
  'formulas-taken-as-values',
  /** { count }: formulas without a computed value; they count as empty. */
  'formulas-without-value',
  /** { encoding }: the text was not UTF-8. */
  'text-decoded',
  /** { count }: rows that only sum up or number the columns. */
  'rows-passed-over',
  /** { count }: columns after the limit were not read. */
  'columns-left-out',
  /** Empty cells leave what is there as it is. */
  'empty-cells-keep',
  /** { count }: sheets that are hidden in the workbook. */
  'hidden-sheets',
  /** { count }: people of the list whom the file does not name; they stay. */
  'others-stay',
  /** { title }: the file was exported from another congress; title empty where the account may not see that one. */
  'other-congress',
  /** { unit }: the file was made for the list of another unit; empty where the account may not see that one. */
  'other-unit',
  /** { count }: people of whom the file does not say as what they come; they are entered as official delegates. */
  'class-official',
  /** { count }: so many more would be on the unit's list than it may send. */
  'over-quota',
] as const
export type ImportNote = (typeof importNotes)[number]
