import type { ActLine } from '../../server/history/schema.ts'
import type { Language } from '../../server/format/dates.ts'
import { getJson } from './request.ts'

interface Filter {
  congressId?: string
  deleted?: 'yes'
  cursor?: string
  language?: Language
}

/** What was done, newest first; `next` is the cursor of the following page, null at the end. */
export const listActs = (query: Filter) =>
  getJson<{ acts: ActLine[]; next: string | null }>('/api/acts', { query: { ...query } })
