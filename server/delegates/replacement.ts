import { passOnHands } from '../assignments/passing-on.ts'
import { invalid, notFound, refused } from '../errors.ts'
import { passOnGroup } from '../groups/passing-on.ts'
import { passOnSeats } from '../seating/passing-on.ts'
import { act, type ActRows, type Done } from '../history/actions.ts'
import type { Actor, Office } from '../office.ts'
import { appendDelegate, checkBirth, requireCongress } from './actions.ts'
import { findCongressIdOfDelegate, findDelegates, type DelegateRecord } from './queries.ts'
import { shownDelegate } from './rules.ts'
import { faultOfAlternate, nobodysPart, noPlace, partInPlaceOf } from './rules/replacement.ts'
import type { Delegate, Newcomer, Replacement } from './schema.ts'
import { changeDelegate, delegationsBy, endLeading, passOnLeading, requireDelegates } from './store.ts'

/** Puts an alternate, or somebody new, in the place of a delegate who withdraws: one act, and one undo. */
export const replaceDelegate = (
  office: Office,
  actor: Actor,
  id: string,
  replacement: Replacement,
): Promise<Done<Delegate>> => {
  const reason = replacement.reason.trim()
  return act(office, actor, { action: 'delegate-replaced', subject: '', unitId: null, reason }, async (rows) => {
    checkBirth(office, replacement.newcomer ?? {})
    const { gone, comes } = await putSomebodyInPlace(rows, id, replacement)
    const { congressId } = gone.delegate
    if (replacement.takesRoles === true) {
      const passing = { fromId: gone.delegate.id, toId: comes.delegate.id }
      await passOnHands(rows, congressId, passing)
      await passOnGroup(rows, congressId, passing)
    }
    await requireCongress(rows, congressId, `${gone.person.name} → ${comes.person.name}`)
    return shownDelegate(comes)
  })
}

/** Who goes, as it was, and who comes, as it is now. */
export const putSomebodyInPlace = async (
  rows: ActRows,
  id: string,
  { reason, takesPlace, takesRoles = false, ...replacement }: Replacement,
): Promise<{ gone: DelegateRecord; comes: DelegateRecord }> => {
  const gone = await requireListed(rows, id, replacement.version)
  const { congressId } = gone.delegate
  const chosen = await whoComes(rows, congressId, replacement)
  const place = takesPlace ? noPlace : {}
  const withdrawn = { standing: 'withdrawn' as const, absenceReason: reason.trim(), ...place }
  await changeDelegate(rows, gone, { delegate: withdrawn }, () => Promise.resolve(null))
  const comes = await putInPlace(rows, gone, chosen, takesPlace)
  if (takesPlace) await passOnSeats(rows, { fromId: id, toId: comes.delegate.id })
  if (takesRoles) await passOnLeading(rows, congressId, { from: shownDelegate(gone), to: shownDelegate(comes) })
  else await endLeading(rows, congressId, new Set([id]))
  return { gone, comes }
}

const requireListed = async (rows: ActRows, id: string, version: number): Promise<DelegateRecord> => {
  const congressId = await findCongressIdOfDelegate(rows.tx, id)
  if (congressId === undefined) throw notFound()
  const [record] = await requireDelegates(rows.tx, congressId, [{ id, version }], shownDelegate)
  if (!record) throw notFound()
  if (record.delegate.standing !== 'listed')
    throw refused('delegate-not-listed', 'Only who is on the list is replaced.')
  return record
}

type Comes = { alternate: DelegateRecord } | { newcomer: Newcomer }

const whoComes = async (
  rows: ActRows,
  congressId: string,
  { alternateId, newcomer }: Pick<Replacement, 'alternateId' | 'newcomer'>,
): Promise<Comes> => {
  if (alternateId !== null) return { alternate: await requireAlternate(rows, congressId, alternateId) }
  if (newcomer === null) throw invalid([{ field: 'alternateId', rule: 'required' }])
  return { newcomer }
}

/** Somebody new is of the unit of whom is replaced. */
const putInPlace = async (
  rows: ActRows,
  gone: DelegateRecord,
  comes: Comes,
  takesPlace: boolean,
): Promise<DelegateRecord> => {
  const { id, congressId } = gone.delegate
  const own = 'alternate' in comes ? shownDelegate(comes.alternate) : nobodysPart
  const { delegation, ...part } = partInPlaceOf(shownDelegate(gone), own, takesPlace)
  const delegate = { ...part, standing: 'listed' as const, replacesId: id }
  if ('alternate' in comes) {
    const delegationOf = await delegationsBy(rows, congressId)
    return changeDelegate(rows, comes.alternate, { delegate, delegation }, delegationOf)
  }
  const place = { id: congressId, unitId: gone.person.unitId }
  return appendDelegate(rows, place, { ...comes.newcomer, delegation }, delegate)
}

/** One of another congress is not told apart from one who is gone. */
const requireAlternate = async ({ tx }: ActRows, congressId: string, id: string): Promise<DelegateRecord> => {
  const [found] = await findDelegates(tx, congressId, [id])
  const fault = faultOfAlternate(found?.delegate.standing ?? null)
  if (!found) throw alternateGone()
  if (fault !== null) throw refused(fault, 'It does not stand by at this congress.')
  return found
}

export const alternateGone = () => refused('alternate-gone', 'Nobody like that is at this congress, or on this list.')
