import type { Language } from '../format/dates.ts'
import { stampReader } from '../history/queries.ts'
import type { Office } from '../office.ts'
import { todayOf } from '../road/actions.ts'
import type { OpenRecord } from './gather.ts'

/** Pages kept ready at the same time. */
const maxKept = 1000

interface Kept<Page> {
  acts: number
  today: string
  record: OpenRecord
  page: Page
}

/** How a page is asked for: what it says differs by these. */
interface Way {
  code: string
  language: Language
  origin: string
}

/**
 * Keeps the pages of delegates ready. All that one says changes with an act or with the day, and so does whether its link
 * opens: while neither came to pass, one small statement is all that a telephone costs.
 */
export const pageKeeper = <Page>(office: Office) => {
  const readStamp = stampReader(office.db)
  const kept = new Map<string, Kept<Page>>()
  const keyOf = ({ code, language, origin }: Way) => `${code} ${language} ${origin}`
  return {
    /** What stands since then; null = it must be made. Asked for before anything of the page is read. */
    find: async (way: Way): Promise<{ acts: number; standing: Kept<Page> | null }> => {
      const acts = await readStamp()
      const found = kept.get(keyOf(way))
      const stands = found?.acts === acts && found.today === todayOf(office, found.record.standsOn)
      return { acts, standing: stands ? found : null }
    },
    keep: (way: Way, made: Kept<Page>): void => {
      if (kept.size >= maxKept) kept.clear()
      kept.set(keyOf(way), made)
    },
  }
}
