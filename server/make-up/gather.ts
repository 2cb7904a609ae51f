import type { Reader } from '../../db/open.ts'
import type { Row } from '../../db/rows.ts'
import { mayAt } from '../accounts/rules.ts'
import type { Duty } from '../accounts/schema.ts'
import { findCongress } from '../congresses/queries.ts'
import { findCycle, findLevel } from '../cycles/queries.ts'
import { listDelegations } from '../delegates/queries.ts'
import { notFound } from '../errors.ts'
import { linesOf } from '../road/rules.ts'
import { listLists, listSendersOfCongress } from '../unit-lists/queries.ts'
import { lineOfUnit, listUnits } from '../units/queries.ts'
import { listCounted, listWithDelegates } from './queries.ts'
import { usualBounds } from './rules/ages.ts'
import { fewest, hideSmall, isSensitive } from './rules/hiding.ts'
import { published } from './rules/published.ts'
import { countMakeUp } from './rules/statistics.ts'
import type { Base, Comparable, MakeUp } from './schema.ts'

export interface MakeUpWish {
  base: Base
  /** As it may be published. */
  isPublic: boolean
  /** For somebody who may know sensitive data: small numbers of them are told as well. */
  isTrusted: boolean
  /** Ages at which bands end, where it is laid beside a congress that has others than its own. */
  bounds?: readonly number[] | undefined
}

/** Number, composition and make-up of the delegates of a congress. */
export const gatherMakeUp = async (
  read: Reader,
  congressId: string,
  { base, isPublic, isTrusted, bounds: wanted }: MakeUpWish,
): Promise<MakeUp> => {
  const congress = await findCongress(read, congressId)
  if (!congress) throw notFound()
  const { cycleId, levelId, title, dateFrom, weekOf } = congress
  const level = await findLevel(read, levelId)
  // A congress that has no day yet is held in its cycle.
  const day = dateFrom ?? weekOf ?? (await findCycle(read, cycleId))?.endsOn ?? ''
  const ownBounds = level?.ageBounds ?? usualBounds
  const bounds = wanted ?? ownBounds
  const delegations = (await listDelegations(read, congressId)).map(({ name }) => name)
  // What is published of two bases would tell of those who are in one alone.
  const counting = {
    day,
    bounds,
    base: isPublic ? ('official' as const) : base,
    delegations,
  }
  const counted = countMakeUp(await listCounted(read, congressId), counting)
  const makeUp: MakeUp = {
    ...{ congressId, title, level: level?.name ?? '', ...counted },
    hasOtherBands: bounds.join() !== ownBounds.join(),
    unapproved: await countUnapproved(read, congress),
    hiddenBelow: isPublic ? fewest : null,
    sensitiveBelow: isTrusted ? null : fewest,
  }
  if (isPublic) return published({ ...makeUp, gaps: [], unapproved: 0 }, fewest)
  if (isTrusted) return makeUp
  const parts = base === 'official' ? makeUp.parts : makeUp.parts.filter(({ name }) => !isSensitive(name))
  return hideSmall({ ...makeUp, parts }, fewest, isSensitive)
}

/** Ages at which the bands of a congress end that the account sees. */
export const boundsOf = async (
  read: Reader,
  congressId: string,
  duties: readonly Duty[],
): Promise<readonly number[]> => {
  const congress = await findCongress(read, congressId)
  if (!congress || !mayAt(duties, 'viewer', await lineOfUnit(read, congress.unitId))) throw notFound()
  return (await findLevel(read, congress.levelId))?.ageBounds ?? usualBounds
}

const countUnapproved = async (read: Reader, { id, unitId }: Row<'congresses'>): Promise<number> => {
  const states = new Map((await listLists(read, id)).map(({ sendingUnitId, state }) => [sendingUnitId, state]))
  const begun = [...states].filter(([, state]) => state === 'submitted' || state === 'returned').map(([unit]) => unit)
  const senders = new Set([...(await listSendersOfCongress(read, id, unitId)), ...begun])
  return [...senders].filter((unit) => states.get(unit) !== 'approved').length
}

/** The congresses that an account may lay beside this one. */
export const listComparable = async (
  read: Reader,
  congressId: string,
  duties: readonly Duty[],
): Promise<Comparable[]> => {
  const lines = linesOf(await listUnits(read))
  return (await listWithDelegates(read, congressId))
    .filter(({ unitId }) => mayAt(duties, 'viewer', lines(unitId)))
    .map(({ id, title, level, dateFrom, weekOf }) => ({
      ...{ id, title, level },
      year: (dateFrom ?? weekOf ?? '').slice(0, 4),
    }))
}
