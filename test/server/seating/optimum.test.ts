import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { assign, forbidden } from '../../../server/seating/rules/assign.ts'
import { instanceOf } from '../../../server/seating/rules/instance.ts'
import type { SeatingProblem } from '../../../server/seating/rules/problem.ts'
import { faultsOf } from '../../../server/seating/rules/score.ts'
import { emptyStanding, lift, mayHave, put, softOf } from '../../../server/seating/rules/standing.ts'
import { anyProblem, hallOf, person, planned, problemOf } from './seeded.ts'

interface Least {
  cost: number
  moved: number
}

/** The least cost and the fewest moves of all ways to seat everybody so that all hard rules hold; null = there is none. */
const leastOf = (problem: SeatingProblem): Least | null => {
  const standing = emptyStanding(instanceOf(problem))
  const { open } = standing.instance.ground
  let least: Least | null = null
  const seat = (at: number): void => {
    if (at === problem.people.length) {
      if (faultsOf(standing).length > 0) return
      const moved = [...standing.instance.standing].filter(
        (from, each) => from !== -1 && from !== standing.seatAt[each],
      )
      least = {
        cost: Math.min(least?.cost ?? Infinity, softOf(standing)),
        moved: Math.min(least?.moved ?? Infinity, moved.length),
      }
      return
    }
    for (const each of open) {
      if (standing.personAt[each] !== -1 || !mayHave(standing.instance, at, each)) continue
      put(standing, at, each)
      seat(at + 1)
      lift(standing, each)
    }
  }
  seat(0)
  return least
}

const tiny = anyProblem({ people: 5, rows: 2, blockSeats: 3, isWild: false }).filter(({ open }) => open.length <= 8)

describe('the least there is', () => {
  test('is what a small plan costs, whenever everybody can be seated', () => {
    let found = 0
    fc.assert(
      fc.property(tiny, (problem) => {
        const least = leastOf(problem)
        if (!least) return
        found += 1
        const { score } = planned(problem, { effort: 0.5 })
        expect([score.hard, score.unseated, score.total]).toEqual([[], [], least.cost])
      }),
      { numRuns: 80, endOnFailure: true, seed: 2020 },
    )
    expect(found).toBeGreaterThan(20)
  })

  test('is how many a small plan moves where as few as can be are to', () => {
    let found = 0
    fc.assert(
      fc.property(tiny, (problem) => {
        const least = leastOf(problem)
        if (!least) return
        const { moved, unseated, isFewest } = planned(problem, { mode: 'fewest' })
        if (!isFewest) return
        found += 1
        expect([unseated, moved.length]).toEqual([[], least.moved])
      }),
      { numRuns: 150, endOnFailure: true, seed: 2020 },
    )
    expect(found).toBeGreaterThan(20)
  })

  test('is what an assignment costs', () => {
    const costs = fc.integer({ min: 1, max: 6 }).chain((rows) => {
      const choosy = fc.array(fc.oneof(fc.nat(9), fc.constant(forbidden)), { minLength: rows + 1, maxLength: rows + 1 })
      const alike = fc.nat(9).map((cost) => new Array<number>(rows + 1).fill(cost))
      return fc.array(fc.oneof(choosy, alike), { minLength: rows, maxLength: rows })
    })
    const cheapest = (table: readonly (readonly number[])[], row = 0, taken = 0): number => {
      if (row === table.length) return 0
      let least = Infinity
      for (const [column, cost] of table[row]!.entries()) {
        if ((taken & (1 << column)) !== 0 || cost >= forbidden) continue
        least = Math.min(least, cost + cheapest(table, row + 1, taken | (1 << column)))
      }
      return least
    }
    fc.assert(
      fc.property(costs, (table) => {
        const least = cheapest(table)
        const { columnOf, cost } = assign(table.length, table[0]!.length, (row, column) => table[row]![column]!)
        if (least === Infinity) expect([...columnOf]).toContain(-1)
        else {
          expect(cost).toBe(least)
          expect(new Set(columnOf).size).toBe(table.length)
        }
      }),
      { numRuns: 500, endOnFailure: true },
    )
  })
})

describe('a late change', () => {
  const hall = hallOf({ rows: 3, blocks: [4, 4] })
  const ids = Array.from({ length: 20 }, (_nothing, at) => `q${String(at)}`)
  const people = ids.map((id, at) => person(id, { rank: at < 6 ? at + 1 : null, delegationId: at < 12 ? 'x' : 'y' }))
  const delegations = [
    { id: 'x', name: 'Đoàn X' },
    { id: 'y', name: 'Đoàn Y' },
  ]
  const before = problemOf(hall, { people, delegations })
  const standing = [...planned(before).seatOf].map(([personId, seatId]) => ({
    ...{ personId, seatId, isLocked: false, isPrinted: true },
  }))

  test('moves nobody when somebody comes and somebody else goes', () => {
    const after = { ...before, standing, people: [...people.slice(1), person('mới', { delegationId: 'y' })] }
    expect(planned(after, { mode: 'fewest' })).toMatchObject({ moved: [], unseated: [], isFewest: true })
  })

  test('seats those of a delegation who come together in one piece, not on single seats between others', () => {
    const wide = hallOf({ rows: 4, blocks: [7] })
    const others = [0, 1, 3, 4, 6, 7, 8, 10, 11, 13].map((seat) => ({
      id: `x${String(seat)}`,
      seatId: `s${String(seat)}`,
    }))
    const newcomers = ['a', 'b', 'c', 'd', 'e'].map((id) => person(id, { delegationId: 'y' }))
    const problem = problemOf(wide, {
      people: [...others.map(({ id }) => person(id, { delegationId: 'x' })), ...newcomers],
      delegations,
      standing: others.map(({ id, seatId }) => ({ personId: id, seatId, isLocked: false, isPrinted: true })),
    })
    const { seatOf, moved } = planned(problem, { mode: 'fewest' })
    const places = newcomers.map(({ id }) => wide.seats[wide.placeOf.get(seatOf.get(id) ?? '') ?? -1]!)
    expect(moved).toEqual([])
    expect(new Set(places.map(({ segment }) => segment)).size).toBe(1)
    const [first, last] = [Math.min(...places.map(({ place }) => place)), Math.max(...places.map(({ place }) => place))]
    expect(last - first).toBe(4)
  })

  test('moves one to make way for somebody who has risen, who gets the seat that is due', () => {
    const risen = people.map((each) => (each.id === 'q19' ? { ...each, rank: 1 } : each))
    const { moved, seatOf } = planned({ ...before, standing, people: risen }, { mode: 'fewest', changed: ['q19'] })
    const due = [0, 1].map((at) => hall.seats.find((seat) => instanceOf(before).ground.order[seat.at] === at)?.id)
    expect(moved.length).toBe(2)
    expect(moved).toContain('q19')
    expect(due).toContain(seatOf.get('q19'))
  })

  test('moves one where the free seat is not for who comes, though the one is tied to another', () => {
    const stage = hallOf({ rows: 1, blocks: [1], presidium: 1 })
    const onFloor = { personId: 'ct', seatId: 's1', isLocked: false, isPrinted: false }
    const problem = problemOf(stage, {
      people: [person('ct', { stage: 'presidium' }), person('a')],
      standing: [onFloor],
    })
    const plan = planned(problem, { mode: 'fewest' })
    expect([plan.moved, Object.fromEntries(plan.seatOf), plan.isFewest]).toEqual([['ct'], { ct: 's0', a: 's1' }, true])
    const row = hallOf({ rows: 1, blocks: [3] }, { 2: 'companion' })
    const tied = problemOf(row, {
      people: [person('a'), person('b', { companionOf: 'a' }), person('c')],
      standing: [
        { personId: 'a', seatId: 's1', isLocked: false, isPrinted: false },
        { personId: 'b', seatId: 's0', isLocked: false, isPrinted: false },
      ],
    })
    const aside = planned(tied, { mode: 'fewest' })
    expect([aside.moved, Object.fromEntries(aside.seatOf)]).toEqual([['b'], { a: 's1', b: 's2', c: 's0' }])
  })
})
