import type {
  LinkList,
  LinkRead,
  LinksToChange,
  ReportOutcome,
  SlipsPrinted,
  StaticOrder,
  StaticPlan,
} from '../../server/delegate-links/schema.ts'
import { getJson, write } from './request.ts'

/** What the page of links is made from. */
export const tablesOfLinks = ['delegateLinks', 'delegateReports', 'delegates', 'people', 'delegations', 'releases']

/** Everybody on the list with what became of the personal link. */
export const listLinks = (congressId: string) => getJson<LinkList>(`/api/congresses/${congressId}/links`)
/** One link with its address and messages. */
export const readLink = (linkId: string, language: 'vi' | 'en') =>
  getJson<LinkRead>(`/api/delegate-links/${linkId}`, { query: { language } })
/** For those named, or (null) for all who have none. */
export const issueLinks = (congressId: string, delegateIds: readonly string[] | null) =>
  write<{ count: number }>('POST', `/api/congresses/${congressId}/links`, { body: { delegateIds } })
export const renewLinks = (congressId: string, links: LinksToChange['links']) =>
  write<{ count: number }>('POST', `/api/congresses/${congressId}/links/renew`, { body: { links } })
export const revokeLinks = (congressId: string, links: LinksToChange['links']) =>
  write<{ count: number }>('POST', `/api/congresses/${congressId}/links/revoke`, { body: { links } })
/** null = some days after the congress again. */
export const setLastDay = (congressId: string, links: LinksToChange['links'], lastDay: string | null) =>
  write<{ count: number }>('PUT', `/api/congresses/${congressId}/links/last-day`, { body: { links, lastDay } })
/** What the pages as files for a web host will be. */
export const planStaticPages = (congressId: string, order: StaticOrder) =>
  getJson<StaticPlan>(`/api/congresses/${congressId}/links/static-pages`, { query: { ...order } })
export const staticPagesPath = (congressId: string, order: StaticOrder): string => {
  const query = new URLSearchParams(Object.entries(order))
  return `/api/congresses/${congressId}/links/static-pages.zip?${query.toString()}`
}
/** Takes over what a delegate said is wrong, or leaves what stands. */
export const settleReport = (id: string, outcome: ReportOutcome, version: number) =>
  write('PUT', `/api/delegate-reports/${id}`, { body: { outcome, version } })
/** For the liaisons of delegations: to each a page of all of it. */
export const issueLiaisonLinks = (congressId: string, delegationIds: readonly string[]) =>
  write<{ count: number }>('POST', `/api/congresses/${congressId}/links`, {
    body: { delegateIds: [], delegationIds },
  })
/** Notes that slips are printed, of those named or (null) of all who get one; whoever has no link is given one. */
export const recordSlips = (congressId: string, delegateIds: readonly string[] | null) =>
  write<SlipsPrinted>('POST', `/api/congresses/${congressId}/links/slips`, { body: { delegateIds } })
/** The large-type slips with codes that were noted together. */
export const slipsPath = (congressId: string, language: 'vi' | 'en', printed: string): string =>
  `/api/congresses/${congressId}/links/slips.pdf?${new URLSearchParams({ language, printed }).toString()}`
