/** A row of a list: what stands in its columns, and by what it is known again in the next print. */
export interface ListRow {
  id: string
  values: Readonly<Record<string, string>>
}

/** Whether a row has one of the values that are wanted in each of these columns. */
export const hasValues = (values: ListRow['values'], wanted: Readonly<Record<string, readonly string[]>>): boolean =>
  Object.entries(wanted).every(([column, allowed]) => allowed.includes(values[column] ?? ''))

/** Whether a row has one of these values in any of the columns. */
export const hasAnyValue = (values: ListRow['values'], named: Readonly<Record<string, readonly string[]>>): boolean =>
  Object.entries(named).some(([column, all]) => all.includes(values[column] ?? ''))

/** What a row knows: its columns, how a person is called, and what is given besides. */
export const valuesOfRow = ({ values }: ListRow, own: Readonly<Record<string, string>>): Record<string, string> =>
  // Assigned, not spread: spreading costs several times as much for a list of thousands.
  Object.assign(
    {
      called: joined(values['address'], values['name'], ' '),
      postAndUnit: joined(values['post'], values['unit'], ', '),
    },
    values,
    own,
  )

const joined = (one = '', other = '', sign: string): string => {
  const [first, second] = [one.trim(), other.trim()]
  return first === '' || second === '' ? first + second : first + sign + second
}
