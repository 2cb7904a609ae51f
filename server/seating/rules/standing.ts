import { points, type Instance } from './instance.ts'

/** How a plan stands, kept up to date by every `lift` and `put`: who sits where, and what each rule costs. */
export interface Standing {
  instance: Instance
  /** By person and by seat; -1 = none. */
  seatAt: Int32Array
  personAt: Int32Array
  /** Each rule's cost, weighted; their sum is the soft cost. */
  rank: number
  honoured: number
  stepFree: number
  moves: number
  orphans: number
  /** Of delegations: pieces, aisles, heads and order. */
  parties: number
  size: Int32Array
  runs: Int32Array
  /** By `party * bands + band` and so on. */
  inBand: Int32Array
  inLine: Int32Array
  inRegion: Int32Array
  firstBand: Int32Array
  lastBand: Int32Array
  bandsUsed: Int32Array
  regionsUsed: Int32Array
  firstLine: Int32Array
  /** Rows of the heads, summed, and how many they are. */
  headLines: Int32Array
  heads: Int32Array
}

export const emptyStanding = (instance: Instance): Standing => {
  const { ground, parties } = instance
  const zeros = () => new Int32Array(parties)
  return {
    instance,
    seatAt: new Int32Array(instance.problem.people.length).fill(-1),
    personAt: new Int32Array(ground.order.length).fill(-1),
    ...{ rank: 0, honoured: 0, stepFree: 0, moves: 0, orphans: 0, parties: 0 },
    ...{ size: zeros(), runs: zeros(), bandsUsed: zeros(), regionsUsed: zeros(), headLines: zeros(), heads: zeros() },
    inBand: new Int32Array(parties * ground.bands),
    inLine: new Int32Array(parties * ground.lines),
    inRegion: new Int32Array(parties * ground.regions),
    ...{ firstBand: zeros().fill(-1), lastBand: zeros().fill(-1), firstLine: zeros().fill(-1) },
  }
}

export const softOf = ({ rank, honoured, stepFree, moves, orphans, parties }: Standing): number =>
  rank + honoured + stepFree + moves + orphans + parties

/** Whether a seat may be given to somebody, whoever sits there now. */
export const mayHave = ({ kind, fits, ground }: Instance, person: number, seat: number): boolean =>
  fits[(kind[person] ?? 0) * ground.order.length + seat] === 1

/** Places lost to what is due. */
export const placesLost = ({ due, ground }: Instance, person: number, seat: number): number => {
  const own = due[person] ?? -1
  if (own === -1) return 0
  const lost = (ground.order[seat] ?? 0) - own
  return lost > 0 ? lost : 0
}

export const stepsToAisle = ({ problem, ground }: Instance, person: number, seat: number): number =>
  problem.people[person]?.honoured == null ? 0 : (ground.fromAisle[seat] ?? 0)

/** Whether somebody who cannot take steps would have to. */
export const mustClimb = ({ problem, ground }: Instance, person: number, seat: number): boolean =>
  problem.people[person]?.needsStepFree === true && ground.hasSteps[seat] === 1

/** What a seat costs of itself, weighted: rank, aisle, steps and the move there. */
export const ownCost = (instance: Instance, person: number, seat: number): number => {
  if (instance.cares[person] === 0) return 0
  const { order, fromAisle, hasSteps } = instance.ground
  const { due, placePrice, aislePrice, stepsPrice, standing, movePrice } = instance
  const lost = (order[seat] ?? 0) - (due[person] ?? 0)
  return (
    (lost > 0 ? (placePrice[person] ?? 0) * lost : 0) +
    (aislePrice[person] ?? 0) * (fromAisle[seat] ?? 0) +
    (stepsPrice[person] ?? 0) * (hasSteps[seat] ?? 0) +
    (standing[person] === seat ? 0 : (movePrice[person] ?? 0))
  )
}

/** Rows by which one who is called up later sits wrong beside who is called right before: in front, or left behind. */
export const calledWrong = ({ instance: { ground, problem }, seatAt }: Standing, one: number, next: number): number => {
  const [from, to] = [seatAt[one] ?? -1, seatAt[next] ?? -1]
  if (from === -1 || to === -1) return 0
  const behind = (ground.line[to] ?? 0) - (ground.line[from] ?? 0)
  if (behind < 0) return -behind
  const [first, second] = [problem.people[one], problem.people[next]]
  return first?.batch != null && first.batch === second?.batch && behind > 1 ? behind - 1 : 0
}

/** Whether an empty seat is a single one between others, or a person there has nobody beside. */
export const isOrphan = ({ instance: { ground }, personAt }: Standing, seat: number): boolean => {
  if (ground.isOpen[seat] === 0) return false
  const isEmpty = (personAt[seat] ?? -1) === -1
  const left = sideOf(ground.isOpen, personAt, ground.left[seat] ?? -1)
  const right = sideOf(ground.isOpen, personAt, ground.right[seat] ?? -1)
  return isEmpty
    ? left !== side.empty && right !== side.empty && (left === side.taken || right === side.taken)
    : left !== side.taken && right !== side.taken && (left === side.empty || right === side.empty)
}

const side = { wall: 0, empty: 1, taken: 2 } as const
const sideOf = (isOpen: Uint8Array, personAt: Int32Array, seat: number): number =>
  seat === -1 ? side.wall : (personAt[seat] ?? -1) !== -1 ? side.taken : isOpen[seat] === 1 ? side.empty : side.wall

/** Points of a delegation by what they are for. */
export const partyPoints = (standing: Standing, party: number) => {
  const { instance, size, runs, bandsUsed, firstBand, lastBand, regionsUsed, firstLine, headLines, heads } = standing
  if ((size[party] ?? 0) === 0) return { pieces: 0, gaps: 0, regions: 0, heads: 0 }
  return {
    pieces: Math.max(0, (runs[party] ?? 0) - (instance.ground.fewestChains[size[party] ?? 0] ?? 0)),
    gaps: (lastBand[party] ?? 0) - (firstBand[party] ?? 0) + 1 - (bandsUsed[party] ?? 0),
    regions: Math.max(0, (regionsUsed[party] ?? 0) - (instance.ground.fewestRegions[size[party] ?? 0] ?? 0)),
    heads: (headLines[party] ?? 0) - (heads[party] ?? 0) * (firstLine[party] ?? 0),
  }
}

/** Bands by which a delegation begins before the one that comes right before it in the order. */
export const orderWrong = ({ size, firstBand }: Standing, party: number): number => {
  if (party < 1 || (size[party] ?? 0) === 0 || (size[party - 1] ?? 0) === 0) return 0
  return Math.max(0, (firstBand[party - 1] ?? 0) - (firstBand[party] ?? 0))
}

/** The weighted cost of a delegation, its place in the order to both sides included. */
const partyCost = (standing: Standing, party: number): number => {
  const { weights } = standing.instance
  const { pieces, gaps, regions, heads } = partyPoints(standing, party)
  return (
    weights.together * points.together * (pieces + gaps) +
    weights.aisles * points.aisles * regions +
    weights.heads * points.heads * heads +
    weights.order * points.order * (orderWrong(standing, party) + orderWrong(standing, party + 1))
  )
}

/** What all terms of a delegation cost now: no change of who sits where in it can win more. */
export const mostToWin = partyCost

/** Takes somebody off a seat, or puts somebody on an empty one. */
export const lift = (standing: Standing, seat: number): number => {
  const person = standing.personAt[seat] ?? -1
  if (person !== -1) change(standing, person, seat, -1)
  return person
}
export const put = (standing: Standing, person: number, seat: number): void => {
  if (person !== -1) change(standing, person, seat, 1)
}

/** Two seats change whom they hold: two people swap, or one moves to a free seat. Done again, it is undone. */
export const exchange = (standing: Standing, one: number, other: number): void => {
  const first = lift(standing, one)
  const second = lift(standing, other)
  put(standing, first, other)
  put(standing, second, one)
}

const change = (standing: Standing, person: number, seat: number, sign: 1 | -1): void => {
  const { instance, seatAt, personAt } = standing
  const { placePrice, aislePrice, stepsPrice, movePrice, party, ground } = instance
  if (sign === -1) standing.honoured -= calledWin(standing, person)
  standing.orphans -= orphanWin(standing, seat)
  seatAt[person] = sign === 1 ? seat : -1
  personAt[seat] = sign === 1 ? person : -1
  standing.orphans += orphanWin(standing, seat)
  if (sign === 1) standing.honoured += calledWin(standing, person)
  standing.rank += sign * (placePrice[person] ?? 0) * placesLost(instance, person, seat)
  standing.honoured += sign * (aislePrice[person] ?? 0) * (ground.fromAisle[seat] ?? 0)
  standing.stepFree += sign * (stepsPrice[person] ?? 0) * (ground.hasSteps[seat] ?? 0)
  if (instance.standing[person] !== seat) standing.moves += sign * (movePrice[person] ?? 0)
  const own = party[person] ?? -1
  if (own !== -1) changeParty(standing, own, person, seat, sign)
}

/** What being called up in order costs around somebody, weighted. */
export const calledWin = (standing: Standing, person: number): number => {
  const { calledBefore, calledAfter, weights } = standing.instance
  const [before, after] = [calledBefore[person] ?? -1, calledAfter[person] ?? -1]
  if (before === -1 && after === -1) return 0
  const wrong =
    (before === -1 ? 0 : calledWrong(standing, before, person)) +
    (after === -1 ? 0 : calledWrong(standing, person, after))
  return weights.honoured * points.honoured * wrong
}

/** What single empty seats and lonely people at a seat and beside it cost, weighted. */
export const orphanWin = (standing: Standing, seat: number): number => {
  const { ground, weights } = standing.instance
  if (weights.orphans === 0) return 0
  const [left, right] = [ground.left[seat] ?? -1, ground.right[seat] ?? -1]
  const count =
    Number(isOrphan(standing, seat)) +
    Number(left !== -1 && isOrphan(standing, left)) +
    Number(right !== -1 && isOrphan(standing, right))
  return weights.orphans * points.orphans * count
}

/** How many neighbours in its chain are of a delegation. */
export const ownBeside = ({ instance: { ground, party }, personAt }: Standing, own: number, seat: number): number => {
  const before = personAt[ground.before[seat] ?? -1] ?? -1
  const after = personAt[ground.after[seat] ?? -1] ?? -1
  return Number(before !== -1 && party[before] === own) + Number(after !== -1 && party[after] === own)
}

const changeParty = (standing: Standing, party: number, person: number, seat: number, sign: 1 | -1): void => {
  const { instance, size, runs, inBand, inLine, inRegion } = standing
  const { ground } = instance
  standing.parties -= partyCost(standing, party)
  size[party] = (size[party] ?? 0) + sign
  runs[party] = (runs[party] ?? 0) + sign * (1 - ownBeside(standing, party, seat))
  const region = party * ground.regions + (ground.region[seat] ?? 0)
  standing.regionsUsed[party] = (standing.regionsUsed[party] ?? 0) + count(inRegion, region, sign)
  const band = ground.band[seat] ?? 0
  standing.bandsUsed[party] = (standing.bandsUsed[party] ?? 0) + count(inBand, party * ground.bands + band, sign)
  bound(standing.firstBand, inBand, { party, at: band, all: ground.bands, sign, step: 1 })
  bound(standing.lastBand, inBand, { party, at: band, all: ground.bands, sign, step: -1 })
  const line = ground.line[seat] ?? 0
  count(inLine, party * ground.lines + line, sign)
  bound(standing.firstLine, inLine, { party, at: line, all: ground.lines, sign, step: 1 })
  if (instance.isHead[person] === 1) {
    standing.headLines[party] = (standing.headLines[party] ?? 0) + sign * line
    standing.heads[party] = (standing.heads[party] ?? 0) + sign
  }
  standing.parties += partyCost(standing, party)
}

/** Counts one in or out; answers by how much more are not zero. */
const count = (counts: Int32Array, at: number, sign: 1 | -1): number => {
  const before = counts[at] ?? 0
  counts[at] = before + sign
  return sign === 1 ? Number(before === 0) : -Number(before === 1)
}

/** Keeps the first (step 1) or the last (step -1) that is not zero. */
const bound = (
  bounds: Int32Array,
  counts: Int32Array,
  { party, at, all, sign, step }: { party: number; at: number; all: number; sign: 1 | -1; step: 1 | -1 },
): void => {
  const now = bounds[party] ?? -1
  if (sign === 1) {
    if (now === -1 || (at - now) * step < 0) bounds[party] = at
    return
  }
  if (at !== now) return
  let next = at
  while (next >= 0 && next < all && counts[party * all + next] === 0) next += step
  bounds[party] = next < 0 || next >= all ? -1 : next
}
