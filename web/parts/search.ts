import { foldForSearch } from '../../server/format/search.ts'

/** The entries that match, best first: those that begin with the query, then those with a word that does, then the rest. */
export const searchBy = <T>(all: readonly T[], text: (entry: T) => string, query: string): T[] => {
  const wanted = foldForSearch(query)
  if (wanted === '') return [...all]
  const words = wanted.split(' ')
  const ranked = all.flatMap((entry, index) => {
    const folded = foldForSearch(text(entry))
    if (!words.every((word) => folded.includes(word))) return []
    const rank = folded.startsWith(wanted) ? 0 : ` ${folded}`.includes(` ${wanted}`) ? 1 : 2
    return [{ entry, rank, index }]
  })
  return ranked.sort((one, other) => one.rank - other.rank || one.index - other.index).map(({ entry }) => entry)
}
