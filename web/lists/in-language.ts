import type { CongressList } from '../../server/lists/schema.ts'

const english = new WeakMap<CongressList, CongressList>()

/**
 * A list as it is read in a language: what its columns let choose has English words, kept beside the Vietnamese ones that
 * are stored. The server takes either.
 */
export const inLanguage = (list: CongressList, language: 'vi' | 'en'): CongressList => {
  if (language === 'vi') return list
  const known = english.get(list)
  if (known) return known
  const translated = inEnglish(list)
  english.set(list, translated)
  return translated
}

const inEnglish = (list: CongressList): CongressList => {
  const words = list.columns.flatMap(({ name, choices, choicesEnglish }) =>
    choicesEnglish.length === 0
      ? []
      : [[name, new Map(choices.map((each, at) => [each, choicesEnglish[at] ?? each]))] as const],
  )
  return {
    ...list,
    columns: list.columns.map((column) => ({
      ...column,
      choices: column.choicesEnglish.length === 0 ? column.choices : column.choicesEnglish,
    })),
    rows: list.rows.map((row) => {
      const said = words.flatMap(([name, byWord]) => {
        const word = byWord.get(row.values[name] ?? '')
        return word === undefined ? [] : [[name, word] as const]
      })
      return { ...row, values: { ...row.values, ...Object.fromEntries(said) } }
    }),
  }
}
