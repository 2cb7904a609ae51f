import { foldForSearch, isMatch } from '../../server/format/search.ts'

/** The entries that match, best first: by how well each fits. */
export const searchBy = <T>(all: readonly T[], text: (entry: T) => string, query: string): T[] => {
  const wanted = foldForSearch(query)
  if (wanted === '') return [...all]
  const ranked = all.flatMap((entry, index) => {
    const rank = rankOf(text(entry), query)
    return rank === null ? [] : [{ entry, rank, index }]
  })
  return ranked.sort((one, other) => one.rank - other.rank || one.index - other.index).map(({ entry }) => entry)
}

export const worst = 4
type Rank = 0 | 1 | 2 | 3 | typeof worst

/**
 * How well a text fits: 0 = it begins with the query, 1 = a word of it does, 2 = it has each word of the query as a word
 * of its own, 3 = each begins a word, 4 = it holds their letters somewhere; null = it does not.
 */
export const rankOf = (text: string, query: string): Rank | null => {
  if (!isMatch(text, query)) return null
  const wanted = foldForSearch(query)
  const folded = foldForSearch(text)
  if (folded.startsWith(wanted)) return 0
  if (` ${folded}`.includes(` ${wanted}`)) return 1
  const words = folded.split(/[^\p{L}\p{N}]+/u)
  const sought = wanted.split(' ')
  if (sought.every((each) => words.includes(each))) return 2
  return sought.every((each) => words.some((word) => word.startsWith(each))) ? 3 : worst
}
