import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { instanceOf } from '../../../server/seating/rules/instance.ts'
import { standingOf, type Fault } from '../../../server/seating/rules/score.ts'
import { exchange, softOf } from '../../../server/seating/rules/standing.ts'
import { mayTrade, tiesBrokenBy } from '../../../server/seating/rules/ties.ts'
import type { SeatingProblem } from '../../../server/seating/rules/problem.ts'
import { anyProblem, evenImportance, hallOf, person, planned, problemOf } from './seeded.ts'

const small = { people: 9, rows: 3, blockSeats: 4, isWild: false }

/** Faults of somebody who is locked there: what a hand has locked, a plan does not mend. */
const isOfLocks = ({ standing }: SeatingProblem, fault: Fault): boolean => {
  const locked = new Set(standing.flatMap(({ personId, isLocked }) => (isLocked ? [personId] : [])))
  if ('personId' in fault) return locked.has(fault.personId)
  return 'personIds' in fault && fault.personIds.every((id) => locked.has(id))
}

/** Every pair of seats: none whose exchange would make the plan cheaper and break no tie more. */
const cheaperExchange = (problem: SeatingProblem, seatOf: ReadonlyMap<string, string>): string | null => {
  const { standing } = standingOf(instanceOf(problem), seatOf)
  const { open } = standing.instance.ground
  for (const one of open) {
    for (const other of open) {
      if (one >= other || !mayTrade(standing, one, other) || tiesBrokenBy(standing, one, other) > 0) continue
      const before = softOf(standing)
      exchange(standing, one, other)
      const after = softOf(standing)
      exchange(standing, one, other)
      if (after < before) return `${String(one)} ${String(other)}: ${String(before)} → ${String(after)}`
    }
  }
  return null
}

describe('a plan', () => {
  test('gives nobody two seats and no seat twice, and keeps every hard rule but what is locked against it', () => {
    fc.assert(
      fc.property(anyProblem({ ...small, isWild: true }), fc.boolean(), (problem, isAnew) => {
        const { seatOf, score, unseated } = planned(problem, { mode: isAnew ? 'anew' : 'fewest', effort: 0.02 })
        expect(new Set(seatOf.values()).size).toBe(seatOf.size)
        expect([...seatOf.keys(), ...unseated].sort()).toEqual(problem.people.map(({ id }) => id).sort())
        expect(score.hard.filter((fault) => !isOfLocks(problem, fault) && fault.kind !== 'unlocked')).toEqual([])
      }),
      { numRuns: 150, endOnFailure: true },
    )
  })

  test('is settled: no single swap and no move to a free seat makes it cheaper', () => {
    fc.assert(
      fc.property(anyProblem({ ...small, people: 14, blockSeats: 5 }), (problem) => {
        const { seatOf, isSettled } = planned(problem, { effort: 0 })
        expect(isSettled).toBe(true)
        expect(cheaperExchange(problem, seatOf)).toBeNull()
      }),
      { numRuns: 150, endOnFailure: true },
    )
  })

  test('is valid when it is stopped half-way, and says that it is not settled', () => {
    fc.assert(
      fc.property(anyProblem(small), fc.integer({ min: 1, max: 4 }), (problem, pauses) => {
        const whole = planned(problem, { effort: 0.02 })
        const stopped = planned(problem, { effort: 0.02 }, pauses)
        expect(stopped.score.hard.every((fault) => isOfLocks(problem, fault) || fault.kind === 'unlocked')).toBe(true)
        expect(stopped.unseated.length).toBe(whole.unseated.length)
      }),
      { numRuns: 100, endOnFailure: true },
    )
    const people = Array.from({ length: 60 }, (_nothing, at) => person(`q${String(at)}`, { rank: 1 + (at % 7) }))
    const problem = problemOf(hallOf({ rows: 5, blocks: [7, 7] }), { people })
    expect(planned(problem, {}, 1)).toMatchObject({ isSettled: false, unseated: [] })
    expect(planned(problem)).toMatchObject({ isSettled: true, unseated: [] })
  })

  test('is the same for the same seed', () => {
    fc.assert(
      fc.property(anyProblem(small), fc.nat(100), (problem, seed) => {
        expect(planned(problem, { seed, effort: 0.02 })).toEqual(planned(problem, { seed, effort: 0.02 }))
      }),
      { numRuns: 50, endOnFailure: true },
    )
  })

  test('seats by rank from the middle of the front to the right hand, then the left, of those who sit there', () => {
    const hall = hallOf({ rows: 2, blocks: [5] })
    const ranks = [3, 1, 7, 2, 7, 12, 20]
    const people = ranks.map((rank, at) => person(`q${String(at)}`, { rank }))
    const { seatOf, score } = planned(problemOf(hall, { people }))
    const rankAt = new Map([...seatOf].map(([id, seat]) => [seat, ranks[Number(id.slice(1))]]))
    // Who sits there faces the stage: the right hand is at the right of the drawing.
    expect(['s0', 's1', 's2', 's3', 's4', 's5', 's6', 's7', 's8', 's9'].map((id) => rankAt.get(id) ?? 0)).toEqual([
      7, 3, 1, 2, 7, 0, 0, 12, 20, 0,
    ])
    expect(score.costByRule.rank).toBe(0)
  })

  test('seats the presidium on the stage from its middle to its own right hand, at the left of the drawing', () => {
    const hall = hallOf({ rows: 1, blocks: [3], presidium: 3 })
    const people = [
      ...[1, 2, 3].map((rank) => person(`ct${String(rank)}`, { rank, stage: 'presidium' })),
      person('khách', { rank: 1 }),
    ]
    const { seatOf } = planned(problemOf(hall, { people, importance: { ...evenImportance, orphans: 0 } }))
    expect(Object.fromEntries(seatOf)).toEqual({ ct1: 's1', ct2: 's0', ct3: 's2', khách: 's4' })
  })

  test('seats the secretariat at its own table, however high its people stand', () => {
    const hall = hallOf({ rows: 1, blocks: [3], presidium: 5, secretariat: 2 })
    const people = [
      ...[3, 4].map((rank) => person(`ct${String(rank)}`, { rank, stage: 'presidium' })),
      ...[1, 2].map((rank) => person(`tk${String(rank)}`, { rank, stage: 'secretariat' })),
    ]
    const { seatOf, score } = planned(problemOf(hall, { people, importance: { ...evenImportance, orphans: 0 } }))
    const partOf = (id: string) => hall.seats[hall.placeOf.get(seatOf.get(id) ?? '') ?? -1]?.stagePart
    expect(['ct3', 'ct4', 'tk1', 'tk2'].map(partOf)).toEqual(['presidium', 'presidium', 'secretariat', 'secretariat'])
    expect(score.total).toBe(0)
  })

  test('made again leaves everybody who is locked on their seat, in both ways, and gives it to nobody else', () => {
    const hall = hallOf({ rows: 4, blocks: [6, 6], presidium: 3 })
    const onFloor = hall.seats.filter(({ isStage }) => !isStage)
    const people = Array.from({ length: 30 }, (_nothing, at) =>
      person(`q${String(at)}`, { rank: 1 + (at % 9), delegationId: `d${String(at % 4)}`, isHead: at < 4 }),
    )
    const delegations = [0, 1, 2, 3].map((at) => ({ id: `d${String(at)}`, name: `Đoàn ${String(at)}` }))
    const anySeats = fc.shuffledSubarray([...onFloor.keys()], { minLength: people.length })
    const anyLocks = fc.array(fc.boolean(), { minLength: people.length, maxLength: people.length })
    fc.assert(
      fc.property(anySeats, anyLocks, fc.nat(100), (seats, locks, seed) => {
        const standing = people.map(({ id: personId }, at) => ({
          ...{ personId, seatId: onFloor[seats[at] ?? -1]?.id ?? '', isLocked: locks[at] === true, isPrinted: false },
        }))
        const locked = standing.filter(({ isLocked }) => isLocked).map(({ personId, seatId }) => [personId, seatId])
        for (const mode of ['anew', 'fewest'] as const) {
          const { seatOf, unseated } = planned(problemOf(hall, { people, delegations, standing }), {
            mode,
            seed,
            effort: 0.02,
          })
          expect(locked.map(([id = '']) => [id, seatOf.get(id)])).toEqual(locked)
          expect([new Set(seatOf.values()).size, unseated]).toEqual([people.length, []])
        }
      }),
      { numRuns: 25, endOnFailure: true },
    )
  })

  test('leaves whoever is last in line without a seat where there are too few', () => {
    const hall = hallOf({ rows: 1, blocks: [3] })
    const people = [person('a'), person('b', { rank: 9 }), person('c', { isHead: true }), person('d', { rank: 2 })]
    const { seatOf, unseated } = planned(problemOf(hall, { people }))
    expect(unseated).toEqual(['a'])
    expect([...seatOf.keys()].sort()).toEqual(['b', 'c', 'd'])
  })

  test('brings the honoured to the aisles in the order in which they are called up', () => {
    const hall = hallOf({ rows: 4, blocks: [4] })
    const people = [4, 1, 3, 2, 6, 5].map((turn) => person(`h${String(turn)}`, { honoured: turn, batch: 1 }))
    const { seatOf, score } = planned(problemOf(hall, { people, importance: { ...evenImportance, orphans: 0 } }))
    const lines = [1, 2, 3, 4, 5, 6].map((turn) => hall.seats[hall.placeOf.get(seatOf.get(`h${String(turn)}`) ?? '')!]!)
    expect(score.total).toBe(0)
    expect(lines.every(({ isAisle }) => isAisle)).toBe(true)
    expect(lines.map(({ line }) => line)).toEqual(lines.map(({ line }) => line).sort((one, other) => one - other))
  })

  test('seats a companion beside whoever needs a wheelchair seat, though another way would be cheaper', () => {
    const hall = hallOf({ rows: 2, blocks: [4] }, { 4: 'wheelchair', 5: 'companion' })
    const people = [
      person('bà mẹ', { needsWheelchair: true, rank: 1 }),
      person('con gái', { companionOf: 'bà mẹ', rank: 2 }),
      ...['a', 'b', 'c', 'd', 'e'].map((id) => person(id)),
    ]
    const { seatOf, unseated } = planned(problemOf(hall, { people }))
    expect([seatOf.get('bà mẹ'), seatOf.get('con gái'), unseated]).toEqual(['s4', 's5', []])
  })
})
