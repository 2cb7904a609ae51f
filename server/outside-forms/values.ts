/** What a form is filled with. */
export interface FormValues {
  shared: Readonly<Record<string, string>>
  rows: readonly Readonly<Record<string, string>>[]
}

export type ValueOf = (name: string) => string

/** The value of a field in a row, else what all rows share. */
export const valueIn =
  ({ shared }: FormValues, row: Readonly<Record<string, string>> = {}): ValueOf =>
  (name) =>
    row[name] ?? shared[name] ?? ''

/** Rows that are written before others are served. */
export const rowsBetweenPauses = 2000
