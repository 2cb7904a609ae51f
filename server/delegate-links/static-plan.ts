import { notFound, refused } from '../errors.ts'
import type { Office } from '../office.ts'
import { requireLastDay } from './actions.ts'
import { listLinkRows } from './listing.ts'
import { webFolderOf } from './rules.ts'
import type { LinkRow, LinkState, StaticOrder, StaticPlan } from './schema.ts'

/** What is exported: the links, and of which delegates. */
export interface StaticChoice extends StaticPlan {
  linkIds: string[]
  delegateIds: string[]
}

/** Says what an export will hold, or why there is none: the page asks before it fetches, and the export itself again. */
export const planStaticPages = async (
  office: Office,
  congressId: string,
  { host, until, delegates }: StaticOrder,
): Promise<StaticChoice> => {
  const folder = webFolderOf(host)
  if (folder === null) throw refused('web-host-unreadable', 'The address is none of a folder at a web host.')
  if (until !== undefined) await requireLastDay(office, congressId, until)
  const { rows, delegations } = await listLinkRows(office, congressId)
  const wanted = delegates === undefined ? null : new Set(delegates.split(','))
  const asked = rows.filter(({ id }) => wanted?.has(id) ?? true)
  if (wanted !== null && asked.length < wanted.size) throw notFound()
  const open = asked.filter((row) => reasonWithout(row) === null)
  const liaisons = wanted === null ? delegations.filter(({ state }) => isOpen(state)) : []
  const linkIds = [...open, ...liaisons].flatMap(({ linkId }) => linkId ?? [])
  if (linkIds.length === 0) throw refused('no-open-links', 'Nobody who is named has a link that opens.')
  const leftOut = { none: 0, expired: 0, revoked: 0, withdrawn: 0 }
  for (const row of asked) {
    const why = reasonWithout(row)
    if (why !== null) leftOut[why] += 1
  }
  const delegateIds = open.map(({ id }) => id)
  return { host: folder, pages: open.length, liaisons: liaisons.length, leftOut, linkIds, delegateIds }
}

const isOpen = (state: LinkState): boolean => state === 'issued' || state === 'opened'

const reasonWithout = ({ standing, state }: LinkRow): keyof StaticPlan['leftOut'] | null => {
  if (standing === 'withdrawn') return 'withdrawn'
  return state === 'issued' || state === 'opened' ? null : state
}
