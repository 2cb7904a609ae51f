import { points } from './instance.ts'
import { calledWin, orderWrong, orphanWin, ownBeside, ownCost, partyPoints, type Standing } from './standing.ts'
import { isTied } from './ties.ts'

/** What can be won at the most by leaving each seat, noted for as long as nobody moves; arrays by seat. */
export interface Leaving {
  /** By whoever sits there, for a seat that none of the delegation sits beside; below 0 where it costs in any case. */
  win: Int32Array
  /** By single seats and lonely people around it. */
  orphans: Int32Array
  isTied: Uint8Array
  /** Delegation there and on both sides in its chain; `nobody` = none. */
  party: Int32Array
  before: Int32Array
  after: Int32Array
  /** By delegation: what the next in the order wins if it begins further in front. */
  late: Int32Array
}

/** No delegation: never the same as that of somebody who has none. */
export const nobody = -2

export const leavingOf = (standing: Standing): Leaving => {
  const { instance, personAt } = standing
  const { ground, weights, parties } = instance
  const numbers = () => new Int32Array(ground.order.length)
  const leaving: Leaving = {
    ...{ win: numbers(), orphans: numbers(), isTied: new Uint8Array(ground.order.length) },
    ...{ party: numbers().fill(nobody), before: numbers().fill(nobody), after: numbers().fill(nobody) },
    late: new Int32Array(parties),
  }
  const partyAt = (seat: number): number => {
    const party = instance.party[personAt[seat] ?? -1] ?? -1
    return party === -1 ? nobody : party
  }
  for (let party = 0; party < parties; party += 1) {
    leaving.late[party] = weights.order * points.order * orderWrong(standing, party + 1)
  }
  for (const seat of ground.open) {
    leaving.orphans[seat] = orphanWin(standing, seat)
    leaving.before[seat] = partyAt(ground.before[seat] ?? -1)
    leaving.after[seat] = partyAt(ground.after[seat] ?? -1)
    const person = personAt[seat] ?? -1
    if (person === -1) continue
    const party = partyAt(seat)
    leaving.party[seat] = party
    leaving.isTied[seat] = Number(isTied(instance, person))
    const own = ownCost(instance, person, seat) + calledWin(standing, person)
    leaving.win[seat] = own + (party === nobody ? 0 : partyWin(standing, party, person, seat))
  }
  return leaving
}

/** What a delegation wins at the most when one of its people leaves for a seat that none of the others sits beside. */
const partyWin = (standing: Standing, party: number, person: number, seat: number): number => {
  const { instance, inBand, inRegion, inLine, firstBand, lastBand, firstLine } = standing
  const { ground, weights } = instance
  const { gaps, regions, heads } = partyPoints(standing, party)
  const price = weights.together * points.together
  let win = -price * ownBeside(standing, party, seat)
  const band = ground.band[seat] ?? 0
  const [isFirst, isLast] = [band === firstBand[party], band === lastBand[party]]
  if (gaps > 0) win += price
  if (inBand[party * ground.bands + band] === 1) {
    if (isFirst || isLast) win += price * gaps
    if (isFirst) win += weights.order * points.order * orderWrong(standing, party)
  }
  if (regions > 0 && inRegion[party * ground.regions + (ground.region[seat] ?? 0)] === 1) {
    win += weights.aisles * points.aisles
  }
  const line = ground.line[seat] ?? 0
  const isAloneInFront = firstLine[party] === line && inLine[party * ground.lines + line] === 1
  if (instance.isHead[person] === 1 || isAloneInFront) win += weights.heads * points.heads * heads
  return win
}
