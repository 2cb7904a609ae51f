import { foldForSearch, isMatch } from '../../server/format/search.ts'

/** The entries that match, best first: by how well each fits. */
export const searchBy = <T>(all: readonly T[], text: (entry: T) => string, query: string): T[] =>
  foldForSearch(query) === ''
    ? [...all]
    : nearestFirst(
        all.filter((entry) => isMatch(text(entry), query)),
        text,
        query,
      )

/** All of them, those first whose text fits best: one that does not match comes last. */
export const nearestFirst = <T>(all: readonly T[], text: (entry: T) => string, query: string): T[] =>
  all
    .map((entry, index) => ({ entry, rank: rankOf(text(entry), query) ?? worst + 1, index }))
    .sort((one, other) => one.rank - other.rank || one.index - other.index)
    .map(({ entry }) => entry)

export const worst = 7
type Rank = 0 | 1 | 2 | 3 | 4 | 5 | 6 | typeof worst

/**
 * How well a text fits: 0 = it is the query, 1 = it is but for marks and case, 2 = it begins with the words of the query,
 * 3 = with its letters, 4 = a word of it does, 5 = it has each word of the query as a word of its own, 6 = each begins a
 * word, 7 = it holds their letters somewhere; null = it does not.
 */
export const rankOf = (text: string, query: string): Rank | null => {
  if (!isMatch(text, query)) return null
  const wanted = foldForSearch(query)
  const folded = foldForSearch(text)
  if (folded === wanted) return text.trim().normalize('NFC') === query.trim().normalize('NFC') ? 0 : 1
  if (folded.startsWith(wanted)) return isLetter(folded.slice(wanted.length)) ? 3 : 2
  if (` ${folded}`.includes(` ${wanted}`)) return 4
  const words = folded.split(/[^\p{L}\p{N}]+/u)
  const sought = wanted.split(' ')
  if (sought.every((each) => words.includes(each))) return 5
  return sought.every((each) => words.some((word) => word.startsWith(each))) ? 6 : worst
}

const isLetter = (rest: string): boolean => /^[\p{L}\p{N}]/u.test(rest)
