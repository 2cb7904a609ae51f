import type { Reader } from '../../db/open.ts'
import type { Row } from '../../db/rows.ts'
import { maySeeSensitiveAt } from '../accounts/rules.ts'
import type { Duty } from '../accounts/schema.ts'
import { approvedByUnit } from '../unit-lists/members.ts'
import { lineOfUnit } from '../units/queries.ts'
import { findQuotaPlan, listAttending, listQuotas, type QuotaRecord } from './queries.ts'
import { countAim, countClasses, quotaFinder, type Counted } from './rules/tally.ts'
import type { Aim, AimStanding, Quota, QuotaBoard } from './schema.ts'

/** Who looks: what is counted by sensitive data is told to those alone who may know it. */
export interface Looking {
  /** The year by which ages are counted. */
  year: number
  maySeeSensitive: boolean
}

/** Ages are of its year, or of today's. */
export const lookingAs = async (
  read: Reader,
  { unitId, dateFrom }: Pick<Row<'congresses'>, 'unitId' | 'dateFrom'>,
  duties: readonly Duty[],
  today: string,
): Promise<Looking> => ({
  year: Number((dateFrom ?? today).slice(0, 4)),
  maySeeSensitive: maySeeSensitiveAt(duties, await lineOfUnit(read, unitId)),
})

export const showBoard = async (read: Reader, congressId: string, looking: Looking): Promise<QuotaBoard> => {
  const records = await listQuotas(read, congressId)
  const plan = await findQuotaPlan(read, congressId)
  const people = await countedOf(read, congressId, records)
  const approved = await approvedByUnit(read, congressId)
  return {
    quotas: records.map((record) => ({
      ...shownQuota(record, people, looking),
      approved: approved.get(record.quota.unitId ?? '') ?? nobody,
    })),
    maximum: plan?.maximum ?? null,
    targets: standingOf(plan?.targets ?? [], people, looking),
    planVersion: plan?.version ?? 0,
    entered: countClasses(people),
    uncovered: countClasses(people.filter(({ quotaId }) => quotaId === null)),
  }
}

const nobody = { official: 0, guests: 0 }

const countedOf = async (read: Reader, congressId: string, records: readonly QuotaRecord[]): Promise<Counted[]> => {
  const coveredBy = quotaFinder(records.map((record) => ({ ...record.quota, name: nameOfQuota(record) })))
  return (await listAttending(read, congressId)).map(({ ethnicity, ...each }) => ({
    ...each,
    quotaId: coveredBy({ ...each, delegation: each.delegation ?? '' }),
    class: each.class === 'guest' ? 'guest' : 'official',
    ethnicity: ethnicity ?? '',
  }))
}

/** A unit is called as it is called today. */
export const nameOfQuota = ({ quota, unit }: QuotaRecord): string => unit?.name ?? quota.name

const shownQuota = (record: QuotaRecord, people: readonly Counted[], looking: Looking): Omit<Quota, 'approved'> => {
  const { quota, unit } = record
  const { id, unitId, weight, official, guests, setBy, note, excessReason, version } = quota
  const own = people.filter(({ quotaId }) => quotaId === id)
  return {
    ...{ id, unitId, weight, official, guests, setBy, note, excessReason, version },
    name: nameOfQuota(record),
    block: unit?.block ?? '',
    type: unit?.type ?? '',
    staffNumber: unit?.staffNumber ?? null,
    endedOn: unit?.validTo ?? null,
    aims: standingOf(quota.aims, own, looking),
    entered: countClasses(own),
    sent:
      quota.sentAt === null
        ? null
        : { official: quota.sentOfficial ?? 0, guests: quota.sentGuests ?? 0, at: quota.sentAt, by: quota.sentBy },
  }
}

const standingOf = (
  aims: readonly Aim[],
  people: readonly Counted[],
  { year, maySeeSensitive }: Looking,
): AimStanding[] =>
  aims.map((aim) => ({
    ...aim,
    have: aim.attribute === 'ethnic-minority' && !maySeeSensitive ? null : countAim(aim, people, year),
  }))
