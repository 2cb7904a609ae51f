import type { Row } from '../../db/rows.ts'
import { findCongress } from '../congresses/queries.ts'
import { findCycle } from '../cycles/queries.ts'
import { findDelegates, listDelegates, listDelegations, type DelegateRecord } from '../delegates/queries.ts'
import { notFound, nothingToPrint, refused } from '../errors.ts'
import { foldForSearch } from '../format/search.ts'
import { act, type ActRows, type Done } from '../history/actions.ts'
import { newId, type Actor, type Office } from '../office.ts'
import { momentOf } from '../road/actions.ts'
import { codeMaker, type CodeMaker } from './codes.ts'
import { todayOfCongress } from './listing.ts'
import { findLinks, findReport, listLinks } from './queries.ts'
import { getsSlip } from './rules.ts'
import type { LastDayChosen, LinksToChange, LinksToIssue, ReportOutcome, SlipsPrinted, SlipsToPrint } from './schema.ts'

interface Counted {
  count: number
}

/** Makes links for those who are named, or (null) for all on the list who have none, and for liaisons of delegations. */
export const issueLinks = async (
  office: Office,
  actor: Actor,
  congressId: string,
  { delegateIds, delegationIds = [] }: LinksToIssue,
): Promise<Done<Counted>> => {
  const codes = await codeMaker(office.db)
  return act(office, actor, about('delegate-links-issued', congressId), async (rows) => {
    await requireCongress(rows, congressId)
    const delegates = await listDelegates(rows.tx, congressId)
    const standing = await listLinks(rows.tx, congressId)
    const linked = new Set(standing.flatMap((link) => [link.delegateId, link.delegationId]))
    const wanted = delegateIds === null ? null : new Set(delegateIds)
    const without = delegates.filter(
      ({ delegate: { id, standing: as } }) => as !== 'withdrawn' && !linked.has(id) && (wanted?.has(id) ?? true),
    )
    const delegations = (await listDelegations(rows.tx, congressId)).filter(
      ({ id }) => delegationIds.includes(id) && !linked.has(id),
    )
    const links = [
      ...without.map(({ delegate }) => newLink(codes, { congressId, delegateId: delegate.id })),
      ...delegations.map(({ id }) => newLink(codes, { congressId, delegationId: id })),
    ]
    if (links.length === 0) throw refused('no-links-to-issue', 'Everybody who is named has a link.')
    await rows.createMany('delegateLinks', links)
    return { count: links.length }
  })
}

const newLink = (
  codes: CodeMaker,
  of: { congressId: string } & Partial<Pick<Row<'delegateLinks'>, 'delegateId' | 'delegationId' | 'slipPrintedAt'>>,
): Omit<Row<'delegateLinks'>, 'version'> => ({
  id: newId(),
  ...{ delegateId: null, delegationId: null, expiresOn: null, revokedAt: null, openedAt: null, slipPrintedAt: null },
  ...of,
  ...codes.newCode(),
})

/** Notes that slips are printed, of those who are named or (null) of all who get one, and gives a link to who has none. */
export const recordSlips = async (
  office: Office,
  actor: Actor,
  congressId: string,
  { delegateIds }: SlipsToPrint,
): Promise<Done<SlipsPrinted>> => {
  const codes = await codeMaker(office.db)
  return act(office, actor, about('delegate-slips-printed', congressId), async (rows) => {
    const { cycleId } = await requireCongress(rows, congressId)
    const at = momentOf(office, (await findCycle(rows.tx, cycleId))?.standsOn ?? null)
    const wanted = delegateIds === null ? null : new Set(delegateIds)
    const printed = (await listDelegates(rows.tx, congressId)).flatMap(({ delegate }) =>
      getsSlip(delegate) && (wanted?.has(delegate.id) ?? true) ? [delegate.id] : [],
    )
    if (printed.length === 0) throw nothingToPrint()
    const links = new Map((await listLinks(rows.tx, congressId)).map((link) => [link.delegateId, link]))
    const without = printed.filter((id) => !links.has(id))
    await rows.createMany(
      'delegateLinks',
      without.map((delegateId) => newLink(codes, { congressId, delegateId, slipPrintedAt: at })),
    )
    for (const id of printed) {
      const link = links.get(id)
      if (link) await rows.change('delegateLinks', link.id, link.version, { slipPrintedAt: at })
    }
    return { count: printed.length, issued: without.length, at }
  })
}

/** Gives links another address; what was handed out opens nothing from now on. */
export const renewLinks = async (
  office: Office,
  actor: Actor,
  congressId: string,
  changed: LinksToChange,
): Promise<Done<Counted>> => {
  const codes = await codeMaker(office.db)
  return changeLinks(office, actor, { action: 'delegate-links-renewed', congressId, changed }, () => ({
    ...codes.newCode(),
    revokedAt: null,
    openedAt: null,
    slipPrintedAt: null,
  }))
}

/** The links open nothing from now on. */
export const revokeLinks = (
  office: Office,
  actor: Actor,
  congressId: string,
  changed: LinksToChange,
): Promise<Done<Counted>> =>
  changeLinks(office, actor, { action: 'delegate-links-revoked', congressId, changed }, () => ({
    revokedAt: office.now().toISOString(),
  }))

/** The last day on which the links open; one that is over by now would only hide that they are revoked. */
export const setLastDay = async (
  office: Office,
  actor: Actor,
  congressId: string,
  { lastDay, ...changed }: LastDayChosen,
): Promise<Done<Counted>> => {
  if (lastDay !== null) await requireLastDay(office, congressId, lastDay)
  return changeLinks(office, actor, { action: 'delegate-links-last-day', congressId, changed }, () => ({
    expiresOn: lastDay,
  }))
}

/** Refuses a last day that is over. */
export const requireLastDay = async (office: Office, congressId: string, lastDay: string): Promise<void> => {
  const congress = await findCongress(office.db.read, congressId)
  if (!congress) throw notFound()
  if (lastDay < (await todayOfCongress(office, office.db.read, congress))) {
    throw refused('last-day-past', 'The last day is over.')
  }
}

const changeLinks = (
  office: Office,
  actor: Actor,
  { action, congressId, changed }: { action: string; congressId: string; changed: LinksToChange },
  values: () => Partial<Row<'delegateLinks'>>,
): Promise<Done<Counted>> =>
  act(office, actor, about(action, congressId), async (rows) => {
    await requireCongress(rows, congressId)
    const found = new Set(
      (
        await findLinks(
          rows.tx,
          congressId,
          changed.links.map(({ id }) => id),
        )
      ).map(({ id }) => id),
    )
    if (changed.links.some(({ id }) => !found.has(id))) throw notFound()
    for (const { id, version } of changed.links) await rows.change('delegateLinks', id, version, values())
    return { count: changed.links.length }
  })

/** Takes over what was said to be wrong, or leaves what stands; said and settled is kept. */
export const settleReport = (
  office: Office,
  actor: Actor,
  id: string,
  { outcome, version }: { outcome: ReportOutcome; version: number },
): Promise<Done<null>> =>
  act(office, actor, { action: `delegate-report-${outcome}`, subject: '', unitId: null }, async (rows) => {
    const report = await findReport(rows.tx, id)
    if (!report) throw notFound()
    const [record] = await findDelegates(rows.tx, report.congressId, [report.delegateId])
    const congress = await findCongress(rows.tx, report.congressId)
    if (!record || !congress) throw notFound()
    const { unitId, cycleId } = congress
    rows.say({ subject: record.person.name, unitId, cycleId, congressId: congress.id })
    await rows.change('delegateReports', id, version, { outcome, settledBy: actor.name })
    if (outcome === 'taken') await takeOver(rows, record, report)
    return null
  })

const takeOver = async (
  rows: ActRows,
  { delegate, person }: DelegateRecord,
  { field, proposed }: Row<'delegateReports'>,
): Promise<void> => {
  if (field !== 'name') {
    await rows.change('delegates', delegate.id, delegate.version, { [field]: proposed })
    return
  }
  // How the name is printed follows where it holds the name itself.
  const printedName = person.printedName.replace(person.name, proposed)
  const name = { name: proposed, folded: foldForSearch(proposed), printedName }
  await rows.change('people', person.id, person.version, name)
}

const about = (action: string, congressId: string) => ({ action, subject: '', unitId: null, congressId })

const requireCongress = async (rows: ActRows, id: string): Promise<Row<'congresses'>> => {
  const congress = await findCongress(rows.tx, id)
  if (!congress) throw notFound()
  rows.say({ subject: congress.title, unitId: congress.unitId, cycleId: congress.cycleId })
  return congress
}
