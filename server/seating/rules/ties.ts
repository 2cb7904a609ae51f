import type { Instance } from './instance.ts'
import { exchange, mayHave, type Standing } from './standing.ts'

/** Whether anything ties somebody to others: most people are free. */
export const isTied = ({ apart, runs, companions }: Instance, person: number): boolean =>
  person !== -1 &&
  ((apart[person]?.length ?? 0) > 0 || (runs[person]?.length ?? 0) > 0 || (companions[person]?.length ?? 0) > 0)

/** Whether those of them who have a seat sit in one row with nothing and nobody between. */
export const isOneRun = ({ instance: { ground }, seatAt }: Standing, run: readonly number[]): boolean => {
  const { seats } = ground.hall
  let [segment, first, last, count] = [-1, Infinity, -Infinity, 0]
  for (const person of run) {
    const seat = seats[seatAt[person] ?? -1]
    if (!seat) continue
    if (segment !== -1 && seat.segment !== segment) return false
    segment = seat.segment
    first = Math.min(first, seat.place)
    last = Math.max(last, seat.place)
    count += 1
  }
  return count < 2 || last - first + 1 === count
}

export const areNear = ({ near }: Instance['ground'], one: number, other: number): boolean =>
  one !== -1 && other !== -1 && near(one).includes(other)

export const areBeside = ({ beside }: Instance['ground'], one: number, other: number): boolean =>
  one !== -1 && other !== -1 && beside(one).includes(other)

/** Ties of somebody that do not hold; of people without a seat nothing is asked. */
export const brokenTies = (standing: Standing, person: number): number => {
  const { instance, seatAt } = standing
  const { apart, runs, companions, ground } = instance
  const seat = seatAt[person] ?? -1
  if (seat === -1) return 0
  let broken = 0
  for (const other of apart[person] ?? []) if (areNear(ground, seat, seatAt[other] ?? -1)) broken += 1
  for (const run of runs[person] ?? []) if (!isOneRun(standing, run)) broken += 1
  for (const other of companions[person] ?? []) {
    const there = seatAt[other] ?? -1
    if (there !== -1 && !areBeside(ground, seat, there)) broken += 1
  }
  return broken
}

/** Whether two seats may change whom they hold as far as the seats and locks go. */
export const mayTrade = ({ instance, personAt }: Standing, one: number, other: number): boolean => {
  const [first, second] = [personAt[one] ?? -1, personAt[other] ?? -1]
  return (
    (first === -1 || (instance.locked[first] === 0 && mayHave(instance, first, other))) &&
    (second === -1 || (instance.locked[second] === 0 && mayHave(instance, second, one)))
  )
}

/** By how many more ties would break if two seats changed whom they hold. */
export const tiesBrokenBy = (standing: Standing, one: number, other: number): number => {
  const { instance, personAt } = standing
  const first = personAt[one] ?? -1
  const second = personAt[other] ?? -1
  const tied = [first, second].filter((person) => isTied(instance, person))
  if (tied.length === 0) return 0
  const broken = () => tied.reduce((sum, person) => sum + brokenTies(standing, person), 0)
  const before = broken()
  exchange(standing, one, other)
  const after = broken()
  exchange(standing, one, other)
  return after - before
}
