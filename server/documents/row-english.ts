import { writerIn, type Twins } from '../english/twins.ts'
import type { Language } from '../format/dates.ts'
import { drawnInEnglish } from '../halls/rules/drawn-words.ts'
import type { ListRow } from './list-rows.ts'
import type { ListColumn } from './schema.ts'

/**
 * Rows as cards and papers of their own say them: what is chosen from a closed list has its English, and so have the
 * delegation and the seat where the product ships their names; what people typed stays as it is.
 */
export const rowsIn = (
  language: Language,
  rows: readonly ListRow[],
  { columns, twins }: { columns: readonly ListColumn[]; twins: Twins },
): readonly ListRow[] => {
  if (language === 'vi') return rows
  const english = columns.flatMap(({ name, choices = [], choicesEnglish = [] }) =>
    choicesEnglish.length > 0
      ? [[name, new Map(choices.map((choice, at) => [choice, choicesEnglish[at]]))] as const]
      : [],
  )
  const write = writerIn(language, twins)
  return rows.map(({ id, values }) => {
    const said = english.map(([name, words]) => [name, words.get(values[name] ?? '') ?? values[name] ?? ''])
    return { id, values: { ...withNames(values, write), ...(Object.fromEntries(said) as Record<string, string>) } }
  })
}

/** The same for a table of many, which is grouped and chosen by closed lists: it calls nobody «Đồng chí» in English. */
export const namesIn = (language: Language, rows: readonly ListRow[], twins: Twins): readonly ListRow[] => {
  if (language === 'vi') return rows
  const write = writerIn(language, twins)
  return rows.map(({ id, values }) => ({ id, values: { ...withNames(values, write), address: '' } }))
}

const withNames = (values: ListRow['values'], write: (text: string) => string): ListRow['values'] => ({
  ...values,
  ...(values['delegation'] === undefined ? {} : { delegation: write(values['delegation']) }),
  ...(values['seat'] === undefined ? {} : { seat: drawnInEnglish(values['seat']) }),
})
