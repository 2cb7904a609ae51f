import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { instanceOf } from '../../../server/seating/rules/instance.ts'
import { scoreOf, scoreOfStanding, seatsOf, standingOf } from '../../../server/seating/rules/score.ts'
import { exchange, softOf } from '../../../server/seating/rules/standing.ts'
import { brokenTies, tiesBrokenBy } from '../../../server/seating/rules/ties.ts'
import { anyProblem, hallOf, person, problemOf } from './seeded.ts'

const anyPlan = anyProblem({ people: 12, rows: 3, blockSeats: 5, isWild: true }).chain((problem) =>
  fc.record({
    problem: fc.constant(problem),
    seats: fc.shuffledSubarray([...problem.hall.seats.keys()]),
    exchanges: fc.array(fc.tuple(fc.nat(1000), fc.nat(1000)), { maxLength: 12 }),
  }),
)

describe('a score', () => {
  test('is the sum of its sentences, whole numbers above nothing, and after any exchanges what it is anew', () => {
    fc.assert(
      fc.property(anyPlan, ({ problem, seats, exchanges }) => {
        const seatOf = new Map(
          problem.people.flatMap(({ id }, at) => {
            const seat = problem.hall.seats[seats[at] ?? -1]
            return seat ? [[id, seat.id] as const] : []
          }),
        )
        const { standing } = standingOf(instanceOf(problem), seatOf)
        for (const [one, other] of exchanges) {
          const [from, to] = [one % problem.hall.seats.length, other % problem.hall.seats.length]
          if (from === to) continue
          const broken = () => problem.people.reduce((sum, _one, each) => sum + brokenTies(standing, each), 0)
          const [before, by] = [broken(), tiesBrokenBy(standing, from, to)]
          exchange(standing, from, to)
          // Ties between two are told once for each of them; whether there are more or fewer is told alike.
          expect(Math.sign(broken() - before)).toBe(Math.sign(by))
        }
        const score = scoreOf(problem, seatsOf(standing))
        expect(scoreOfStanding(standing)).toEqual(score)
        expect(score.terms.every(({ cost }) => Number.isInteger(cost) && cost > 0)).toBe(true)
        expect(score.terms.reduce((sum, { cost }) => sum + cost, 0)).toBe(score.total)
        expect(Object.values(score.costByRule).reduce((sum, cost) => sum + cost, 0)).toBe(score.total)
        expect(softOf(standing)).toBe(score.total)
      }),
      { numRuns: 200, endOnFailure: true },
    )
  })

  test('says what is wrong with a plan made by hand', () => {
    const hall = hallOf({ rows: 2, blocks: [2, 2] })
    const people = [
      person('a', { rank: 1, delegationId: 'x' }),
      person('b', { delegationId: 'x' }),
      person('c', { delegationId: 'x' }),
      person('d', { delegationId: 'y', isHead: true }),
      person('e', { delegationId: 'y' }),
    ]
    const problem = problemOf(hall, {
      people,
      delegations: [
        { id: 'x', name: 'Đoàn X' },
        { id: 'y', name: 'Đoàn Y' },
      ],
      apart: [['a', 'b']],
      together: [['d', 'e']],
      standing: [{ personId: 'c', seatId: 's0', isLocked: true, isPrinted: true }],
    })
    // Block A is s0 s1 / s2 s3, block B s4 s5 / s6 s7.
    const seatOf = new Map([
      ['a', 's6'],
      ['b', 's7'],
      ['c', 's2'],
      ['d', 's3'],
      ['e', 's4'],
    ])
    const { hard, terms } = scoreOf(problem, seatOf)
    expect(hard).toEqual([
      { kind: 'near', personIds: ['a', 'b'] },
      { kind: 'unlocked', personId: 'c', seatId: 's0' },
      { kind: 'not-together', personIds: ['d', 'e'] },
    ])
    expect(
      terms.map(({ kind, count, personIds, delegationId, cost }) => [kind, count, personIds, delegationId, cost]),
    ).toEqual([
      ['moved-printed', 1, ['c'], null, 36],
      ['places-lost', 4, ['a'], null, 12],
      ['pieces', 1, [], 'x', 12],
      ['regions', 1, [], 'x', 12],
      ['pieces', 1, [], 'y', 12],
      ['regions', 1, [], 'y', 12],
      ['head-behind', 1, ['d'], 'y', 6],
      ['before-earlier', 1, [], 'y', 6],
      ['alone', 1, ['e'], null, 6],
      ['single-seat', 1, [], null, 6],
    ])
  })

  test('tells people on one seat and on seats that are not there', () => {
    const hall = hallOf({ rows: 1, blocks: [2] }, { 1: 'blocked' })
    const problem = problemOf(hall, { people: ['a', 'b', 'c', 'd'].map((id) => person(id)) })
    const seatOf = new Map([
      ['a', 's0'],
      ['b', 's0'],
      ['c', 'nowhere'],
      ['d', 's1'],
    ])
    expect(scoreOf(problem, seatOf)).toMatchObject({
      hard: [
        { kind: 'double', seatId: 's0', personIds: ['a', 'b'] },
        { kind: 'no-seat', personId: 'c', seatId: 'nowhere' },
        { kind: 'bar', bar: 'closed', personId: 'd', seatId: 's1' },
      ],
      unseated: ['b', 'c'],
    })
  })
})
