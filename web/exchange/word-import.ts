import type { Details, ImportCell, ImportKind, ImportPreview } from '../../server/exchange/schema.ts'
import type { CongressState } from '../../server/congresses/schema.ts'
import type { ConflictRule } from '../../server/conflicts/schema.ts'
import { words } from '../words/words.ts'

/** What a field of a kind is called. */
export const importFieldName = (kind: ImportKind, field: string): string =>
  (words().exchange.fields[kind] as Record<string, string>)[field] ?? field

/** What is wrong with a cell, as a sentence; null = nothing. */
export const importFaultSentence = ({ code, details }: ImportCell): string | null => {
  const { exchange, terms, conflicts } = words()
  const { faults } = exchange
  const text = (name: string) => textOf(details, name)
  const number = (name: string) => numberOf(details, name)
  switch (code) {
    case null:
      return null
    case 'too-long':
    case 'number-too-large':
      return faults[code](number('limit'))
    case 'cell-error':
    case 'unit-not-known':
    case 'venue-not-known':
    case 'level-not-known':
    case 'layout-not-known':
    case 'layout-twice':
    case 'not-among-choices':
    case 'not-a-year':
    case 'class-not-known':
    case 'standing-not-known':
    case 'sex-not-known':
    case 'digits-lost':
      return faults[code](text('value'))
    case 'of-other-unit':
      return faults[code](text('value'), text('unit'))
    case 'unit-ambiguous':
    case 'venue-ambiguous':
      return faults[code](text('value'), number('count'))
    case 'state-not-imported':
      return faults[code](terms.states[text('state') as CongressState])
    case 'twice-in-file':
    case 'parent-row-wrong':
    case 'namesake':
      return faults[code](number('row'))
    case 'birth-too-young':
    case 'birth-too-old':
      return faults[code](number('age'))
    case 'several-fit':
      return faults[code](number('count'))
    case 'impossible':
      return faults[code](conflicts.rules[text('rule') as ConflictRule])
    case 'zero-lost':
      return faults[code](text('restored'))
    case 'zero-restored':
      return faults[code](text('written'))
    case 'year-taken':
      return faults[code](text('year'))
    case 'likely-duplicate':
    case 'number-taken':
    case 'name-differs':
      return faults[code](text('name'))
    default:
      return faults[code]
  }
}

/** What is to be known about the file as a whole. */
export const importNoteSentence = (kind: ImportKind, { code, details }: ImportPreview['notes'][number]): string => {
  const { notes } = words().exchange
  switch (code) {
    case 'heading-not-found':
    case 'empty-cells-keep':
      return notes[code]
    case 'column-missing':
    case 'column-twice':
    case 'column-not-asked':
      return notes[code](importFieldName(kind, textOf(details, 'field')))
    case 'other-congress':
      return words().exchange.otherCongress.told(textOf(details, 'title'))
    case 'other-unit':
      return words().exchange.otherUnit(textOf(details, 'unit'))
    case 'text-decoded':
      return notes[code](textOf(details, 'encoding'))
    case 'rows-passed-over':
      return notes[code](numberOf(details, 'count'), textOf(details, 'rows'))
    default:
      return notes[code](numberOf(details, 'count'))
  }
}

/** That the file is of another congress or unit: a person must agree first. */
export const isOfOtherList = ({ code }: ImportPreview['notes'][number]): boolean =>
  code === 'other-congress' || code === 'other-unit'

const textOf = (details: Details, name: string): string => String(details[name] ?? '')
const numberOf = (details: Details, name: string): number => Number(details[name] ?? 0)
