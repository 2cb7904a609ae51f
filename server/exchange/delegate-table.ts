import type { DelegateRecord } from '../delegates/queries.ts'
import { classChoices, sexChoices } from './delegate-fields.ts'
import { headingOf } from './field-names.ts'
import { pilotWords } from './fields.ts'
import { showDelegateField, standsOf } from './plan-delegates.ts'
import { importFields } from './schema.ts'
import { emptyTable } from './tables.ts'
import type { Written } from './writing/looks.ts'
import type { Table } from './writing/write-workbook.ts'

/** Every field but those that a name in one column needs not. */
const columns = importFields.delegates.filter((field) => field !== 'lastName' && field !== 'firstName')

/** The heading of the codes tells which congress they are of. */
const codeHeading = (congressId: string): string => `${headingOf('delegates', 'systemCode')} (${congressId})`

/** The congress that an exported heading names; null = none. */
export const congressInHeading = (heading: string): string | null => /\(([0-9a-f-]{36})\)/u.exec(heading)?.[1] ?? null

const wordsOf = (words: readonly (readonly [unknown, readonly string[]])[]) => words.map(([, [word = '']]) => word)

/** The list of a congress as a table, which the import reads back: each row with the code that finds it again. */
export const delegateTable = (congressId: string, records: readonly DelegateRecord[]): Table => {
  const seen = (of: (record: DelegateRecord) => string[]) => [...new Set(records.flatMap(of))].filter(Boolean)
  const choices: Partial<Record<string, readonly string[]>> = {
    class: wordsOf(classChoices),
    sex: wordsOf(sexChoices),
    isDirectWorker: wordsOf(pilotWords),
    delegation: seen(({ delegation }) => [delegation]),
    structure: seen(({ delegate }) => delegate.groups),
  }
  return {
    ...emptyTable('delegates', choices),
    headings: columns.map((field) =>
      field === 'systemCode' ? codeHeading(congressId) : headingOf('delegates', field),
    ),
    choices: new Map(columns.map((field, column) => [column, choices[field] ?? []])),
    hidden: new Set([columns.indexOf('systemCode')]),
    rows: records.map((record): Written[] => {
      const stands = standsOf(record.person, record)
      return columns.map((field) =>
        field === 'systemCode' ? record.delegate.id : showDelegateField(field, stands[field] ?? null) || null,
      )
    }),
  }
}
