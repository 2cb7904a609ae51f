/** A row of a list: what stands in its columns, and by what it is known again in the next print. */
export interface ListRow {
  id: string
  values: Readonly<Record<string, string>>
}

/** Post and unit in the words that somebody wants printed and announced: no column, it stands for both where they stand together. */
export const printedPost = 'printedPost'

/** Whether a row has one of the values that are wanted in each of these columns. */
export const hasValues = (values: ListRow['values'], wanted: Readonly<Record<string, readonly string[]>>): boolean =>
  Object.entries(wanted).every(([column, allowed]) => allowed.includes(values[column] ?? ''))

/** Whether a row has one of these values in any of the columns. */
export const hasAnyValue = (values: ListRow['values'], named: Readonly<Record<string, readonly string[]>>): boolean =>
  Object.entries(named).some(([column, all]) => all.includes(values[column] ?? ''))

/** What a row knows: its columns, how a person is called, and what is given besides. */
export const valuesOfRow = ({ values }: ListRow, own: Readonly<Record<string, string>>): Record<string, string> => {
  const called = joined(values['address'], values['name'], ' ')
  const postAndUnit = values[printedPost] ?? joined(values['post'], values['unit'], ', ')
  // A comma that stands outside what is bold would be copied as a word of its own.
  const withComma = (text: string) => (text === '' || postAndUnit === '' ? text : `${text},`)
  const told = {
    ...{ called, postAndUnit },
    ...{ calledWithComma: withComma(called), nameWithComma: withComma((values['name'] ?? '').trim()) },
  }
  // Assigned, not spread: spreading costs several times as much for a list of thousands.
  return Object.assign(told, values, own)
}

const joined = (one = '', other = '', sign: string): string => {
  const [first, second] = [one.trim(), other.trim()]
  return first === '' || second === '' ? first + second : first + sign + second
}
