import type { DelegateRecord } from '../delegates/queries.ts'
import { fieldsToImport, isOfList, type Asked, type ListOf } from './asked-fields.ts'
import { classChoices, sexChoices, standingsToImport } from './delegate-fields.ts'
import { showDelegateField, standsOf, type KeptApart } from './delegate-stands.ts'
import { headingOf } from './field-names.ts'
import { pilotWords } from './fields.ts'
import { importFields } from './schema.ts'
import { emptyTable } from './tables.ts'
import type { Written } from './writing/looks.ts'
import type { Table } from './writing/write-workbook.ts'

/** Of whom the list tells, and what is kept of them apart, where it may be told. */
interface Listed {
  records: readonly DelegateRecord[]
  asked: Asked
  apart: ReadonlyMap<string, KeptApart>
}

/** A name stands in one column. */
const inTwo: readonly string[] = ['lastName', 'firstName']

/**
 * Columns of a list: what is asked, and what is filled in though it is not; a unit does not say of which delegation its
 * people are.
 */
const columnsOfList = ({ unitId }: ListOf, { records, asked }: Listed): readonly string[] => {
  const fields = fieldsToImport('delegates', { unitId, asked })
  const isFilled = (field: string) =>
    records.some(({ person }) => showDelegateField(field, standsOf(person)[field] ?? null) !== '')
  return importFields.delegates.filter(
    (field) =>
      !inTwo.includes(field) &&
      (unitId === null || field !== 'delegation') &&
      (fields.includes(field) || (isOfList(field, { unitId }) && isFilled(field))),
  )
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

/** A list as a table, which the import reads back: each row with the code that finds it again. */
export const delegateTable = (list: ListOf, listed: Listed): Table => {
  const { records, apart } = listed
  const columns = columnsOfList(list, listed)
  const seen = (of: (record: DelegateRecord) => string[]) => [...new Set(records.flatMap(of))].filter(Boolean)
  const choices: Partial<Record<string, readonly string[]>> = {
    class: wordsOf(list.unitId === null ? classChoices : classesOfUnit),
    standing: wordsOf(standingsToImport),
    sex: wordsOf(sexChoices),
    isDirectWorker: wordsOf(pilotWords),
    isPartyMember: wordsOf(pilotWords),
    delegation: seen(({ delegation }) => [delegation]),
    structure: seen(({ delegate }) => delegate.groups),
  }
  return {
    ...emptyTable('delegates', choices),
    headings: columns.map((field) => (field === 'systemCode' ? codeHeading(list) : headingOf('delegates', field))),
    choices: new Map(columns.map((field, column) => [column, choices[field] ?? []])),
    hidden: new Set([columns.indexOf('systemCode')]),
    rows: records.map((record): Written[] => {
      const stands = standsOf(record.person, record, apart.get(record.person.id))
      return columns.map((field) =>
        field === 'systemCode' ? record.delegate.id : showDelegateField(field, stands[field] ?? null) || null,
      )
    }),
  }
}

/** A unit sends delegates and guests; who serves, or reports, the congress says itself. */
const classesOfUnit = classChoices.filter(([kind]) => kind === 'official' || kind === 'guest')
