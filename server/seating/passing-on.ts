import { findDelegate } from '../duplicates/queries.ts'
import type { ActRows } from '../history/actions.ts'
import { findStageOrder, listNeeds, listNeedsOf, listPlacesOf, listRules } from './queries.ts'

/** The seats that somebody has go over to another who has none in the same plan and phase. */
export const passOnSeats = async (rows: ActRows, { fromId, toId }: { fromId: string; toId: string }): Promise<void> => {
  const placeKey = ({ planId, phaseId }: { planId: string; phaseId: string }) => `${planId} ${phaseId}`
  const own = new Set((await listPlacesOf(rows.tx, [toId])).map(placeKey))
  for (const place of await listPlacesOf(rows.tx, [fromId])) {
    if (own.has(placeKey(place))) await rows.remove('seatPlaces', place.id, place.version)
    else await rows.change('seatPlaces', place.id, place.version, { delegateId: toId })
  }
}

/** Of two delegates who are one person the first takes over what seating knows of the second. */
export const joinSeats = async (rows: ActRows, keptId: string, goneId: string): Promise<void> => {
  await passOnSeats(rows, { fromId: goneId, toId: keptId })
  const hasOwn = (await listNeedsOf(rows.tx, [keptId])).length > 0
  for (const { id, version } of await listNeedsOf(rows.tx, [goneId])) {
    if (hasOwn) await rows.remove('seatNeeds', id, version)
    else await rows.change('seatNeeds', id, version, { delegateId: keptId })
  }
  const congressId = (await findDelegate(rows.tx, goneId))?.congressId ?? ''
  for (const { id, version, delegateId, companionOf } of await listNeeds(rows.tx, congressId)) {
    if (companionOf !== goneId) continue
    await rows.change('seatNeeds', id, version, { companionOf: delegateId === keptId ? null : keptId })
  }
  const instead = (ids: readonly string[]) => [...new Set(ids.map((each) => (each === goneId ? keptId : each)))]
  for (const { id, version, delegateIds } of await listRules(rows.tx, congressId)) {
    if (!delegateIds.includes(goneId)) continue
    const named = instead(delegateIds)
    // One person is neither together with nor apart from anybody.
    if (named.length < 2) await rows.remove('seatRules', id, version)
    else await rows.change('seatRules', id, version, { delegateIds: named })
  }
  const order = await findStageOrder(rows.tx, congressId)
  if (order?.batches.flat().includes(goneId) !== true) return
  const isNamed = order.batches.flat().includes(keptId)
  const batches = order.batches.map((ids) => (isNamed ? ids.filter((id) => id !== goneId) : instead(ids)))
  await rows.change('stageOrders', order.id, order.version, { batches })
}
