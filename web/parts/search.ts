import { foldForSearch, isMatch } from '../../server/format/search.ts'

/** The entries that match, best first: those that begin with the query, then those with a word that does, then the rest. */
export const searchBy = <T>(all: readonly T[], text: (entry: T) => string, query: string): T[] => {
  const wanted = foldForSearch(query)
  if (wanted === '') return [...all]
  const ranked = all.flatMap((entry, index) => {
    const rank = rankOf(text(entry), query)
    return rank === null ? [] : [{ entry, rank, index }]
  })
  return ranked.sort((one, other) => one.rank - other.rank || one.index - other.index).map(({ entry }) => entry)
}

/** How well a text fits: 0 = it begins with the query, 1 = a word of it does, 2 = it holds the words; null = it does not. */
export const rankOf = (text: string, query: string): 0 | 1 | 2 | null => {
  if (!isMatch(text, query)) return null
  const wanted = foldForSearch(query)
  const folded = foldForSearch(text)
  if (folded.startsWith(wanted)) return 0
  return ` ${folded}`.includes(` ${wanted}`) ? 1 : 2
}
