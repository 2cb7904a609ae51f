import type { DelegateRecord } from '../delegates/queries.ts'
import { fieldsOf } from './content.ts'
import { classChoices, sexChoices } from './delegate-fields.ts'
import { headingOf } from './field-names.ts'
import { pilotWords } from './fields.ts'
import { showDelegateField, standsOf } from './plan-delegates.ts'
import { emptyTable } from './tables.ts'
import type { Written } from './writing/looks.ts'
import type { Table } from './writing/write-workbook.ts'

/** A name stands in one column. */
const inTwo: readonly string[] = ['lastName', 'firstName']

/** A list: of a congress, or what one unit sends to it. */
export interface ListOf {
  congressId: string
  unitId: string | null
}

/** The heading of the codes tells which list they are of. */
export const codeHeading = ({ congressId, unitId }: ListOf): string =>
  `${headingOf('delegates', 'systemCode')} (${congressId}${unitId === null ? '' : ` ${unitId}`})`

/** The list that an exported heading names; null = none. */
export const listInHeading = (heading: string): ListOf | null => {
  const [, congressId, unitId = null] = /\(([0-9a-f-]{36})(?: ([0-9a-f-]{36}))?\)/u.exec(heading) ?? []
  return congressId === undefined ? null : { congressId, unitId }
}

const wordsOf = (words: readonly (readonly [unknown, readonly string[]])[]) => words.map(([, [word = '']]) => word)

/** Columns of a list: every field of it; a unit does not say of which delegation its people are. */
export const columnsOfList = ({ unitId }: ListOf): readonly string[] =>
  fieldsOf('delegates', { sendingUnitId: unitId }).filter(
    (field) => !inTwo.includes(field) && (unitId === null || field !== 'delegation'),
  )

/**
 * A list as a table, which the import reads back: each row with the code that finds it again. `columns` are those of
 * the list, or some of them; `choices` what is offered besides what stands in the rows.
 */
export const delegateTable = (
  list: ListOf,
  records: readonly DelegateRecord[],
  { columns = columnsOfList(list), groups = [] }: { columns?: readonly string[]; groups?: readonly string[] } = {},
): Table => {
  const seen = (of: (record: DelegateRecord) => string[], first: readonly string[] = []) =>
    [...new Set([...first, ...records.flatMap(of)])].filter(Boolean)
  const choices: Partial<Record<string, readonly string[]>> = {
    class: wordsOf(list.unitId === null ? classChoices : classesOfUnit),
    sex: wordsOf(sexChoices),
    isDirectWorker: wordsOf(pilotWords),
    delegation: seen(({ delegation }) => [delegation]),
    structure: seen(({ delegate }) => delegate.groups, groups),
  }
  return {
    ...emptyTable('delegates', choices),
    headings: columns.map((field) => (field === 'systemCode' ? codeHeading(list) : headingOf('delegates', field))),
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

/** A unit sends delegates and guests; who serves, or reports, the congress says itself. */
const classesOfUnit = classChoices.filter(([kind]) => kind === 'official' || kind === 'guest')
