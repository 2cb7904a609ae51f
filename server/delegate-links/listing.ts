import type { Reader } from '../../db/open.ts'
import type { Row } from '../../db/rows.ts'
import { findCongress } from '../congresses/queries.ts'
import { findCycle } from '../cycles/queries.ts'
import { listDelegates, listDelegations, type DelegateRecord } from '../delegates/queries.ts'
import { notFound } from '../errors.ts'
import type { Office } from '../office.ts'
import { todayOf } from '../road/actions.ts'
import { listLinks, listOpenReports, releaseReader } from './queries.ts'
import { getsSlip, lastDayOf } from './rules.ts'
import type { DelegateReport, LinkList, LinkRow, LinkState } from './schema.ts'

/** Everybody on the list of a congress with what became of the personal link. */
export const listLinkRows = async (office: Office, congressId: string): Promise<Omit<LinkList, 'origin'>> => {
  const { read } = office.db
  const congress = await findCongress(read, congressId)
  if (!congress) throw notFound()
  const all = await listLinks(read, congressId)
  const links = new Map(all.map((link) => [link.delegateId, link]))
  const reports = await listOpenReports(read, congressId)
  const today = await todayOfCongress(office, read, congress)
  const rows = (await listDelegates(read, congressId)).map((record): LinkRow => {
    const link = links.get(record.delegate.id) ?? null
    const lastDay = link && lastDayOf(link, congress)
    const said = reports.filter(({ delegateId }) => delegateId === record.delegate.id).map(reportOf)
    const slipPrintedAt = link?.slipPrintedAt ?? null
    return { ...whoIs(record), ...whatBecame(link, lastDay, today), lastDay, slipPrintedAt, reports: said }
  })
  const ofDelegations = new Map(all.map((link) => [link.delegationId, link]))
  const delegations = (await listDelegations(read, congressId)).map(({ id, name, liaison, liaisonPhone }) => {
    const link = ofDelegations.get(id) ?? null
    const lastDay = link && lastDayOf(link, congress)
    return { id, name, liaison, liaisonPhone, ...whatBecame(link, lastDay, today), lastDay }
  })
  const isReleased = (await releaseReader(office.db)(congressId)) !== undefined
  return { rows, delegations, isReleased }
}

export const todayOfCongress = async (
  office: Office,
  read: Reader,
  { cycleId }: Pick<Row<'congresses'>, 'cycleId'>,
): Promise<string> => todayOf(office, (await findCycle(read, cycleId))?.standsOn ?? null)

const reportOf = ({ id, field, was, proposed, saidBy, at, version }: Row<'delegateReports'>): DelegateReport => ({
  ...{ id, field, was, proposed, saidBy, at, version },
})

const whoIs = ({ delegate, person, delegation }: DelegateRecord) => ({
  ...{ id: delegate.id, name: person.name, delegation, number: delegate.number, standing: delegate.standing },
  post: [delegate.post, delegate.workplace].filter(Boolean).join(', '),
  hasSlip: getsSlip(delegate),
  ...{ answer: delegate.answer, answerReason: delegate.answerReason, answeredAt: delegate.answeredAt },
  answeredBy: delegate.answeredBy,
})

const whatBecame = (link: Row<'delegateLinks'> | null, lastDay: string | null, today: string) => ({
  state: stateOf(link, lastDay, today),
  linkId: link?.id ?? null,
  version: link?.version ?? null,
  openedAt: link?.openedAt ?? null,
})

const stateOf = (link: Row<'delegateLinks'> | null, lastDay: string | null, today: string): LinkState => {
  if (link === null) return 'none'
  if (link.revokedAt !== null) return 'revoked'
  if (lastDay !== null && today > lastDay) return 'expired'
  return link.openedAt === null ? 'issued' : 'opened'
}
