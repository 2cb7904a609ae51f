import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { whyImpossible } from '../../../server/seating/rules/impossible.ts'
import { scoreOf } from '../../../server/seating/rules/score.ts'
import { bestSeatFor, whoSitsWrong, whyHere, whyNot } from '../../../server/seating/rules/why.ts'
import { anyProblem, hallOf, person, planned, problemOf } from './seeded.ts'

describe('no plan for everybody', () => {
  test('because more need a wheelchair seat than there are, counted alone', () => {
    const hall = hallOf({ rows: 2, blocks: [6] }, { 0: 'wheelchair', 1: 'wheelchair' })
    const people = Array.from({ length: 9 }, (_nothing, at) => person(`q${String(at)}`, { needsWheelchair: at < 3 }))
    const problem = problemOf(hall, { people })
    expect(whyImpossible(problem)).toEqual([{ kind: 'too-few-seats', of: 'wheelchair', people: 3, seats: 2 }])
    expect(planned(problem).unseated).toEqual(['q2'])
  })

  test('because there are more people than seats; the last in line has none', () => {
    const hall = hallOf({ rows: 1, blocks: [3] }, { 0: 'blocked' })
    const people = [person('a', { rank: 900 }), person('b'), person('c', { rank: 4 })]
    const problem = problemOf(hall, { people })
    expect(whyImpossible(problem)).toEqual([{ kind: 'too-few-seats', of: 'all', people: 3, seats: 2 }])
    expect(planned(problem).unseated).toEqual(['a'])
  })

  test('because there are too few seats, said once by all whom that leaves without one', () => {
    const hall = hallOf({ rows: 1, blocks: [2] })
    const people = ['a', 'b', 'c'].map((id) => person(id))
    // Who may sit where others do as well is short of seats like them, and with them.
    const problem = problemOf(hall, { people: [...people, person('d', { companionOf: 'a' })] })
    const short = { kind: 'too-few-seats', of: 'all', people: 4, seats: 2 }
    expect(whyImpossible(problem).filter(({ kind }) => kind === 'too-few-seats')).toEqual([short])
  })

  test('because a table on the stage is too short', () => {
    const hall = hallOf({ rows: 0, blocks: [], presidium: 3, secretariat: 1 })
    const people = ['a', 'b'].map((id) => person(id, { stage: 'secretariat' }))
    expect(whyImpossible(problemOf(hall, { people }))).toEqual([
      { kind: 'too-few-seats', of: 'secretariat', people: 2, seats: 1 },
    ])
  })

  test('because locks contradict one another, the seats and what was asked', () => {
    const hall = hallOf({ rows: 2, blocks: [4] }, { 7: 'blocked' })
    const lock = (personId: string, seatId: string) => ({ personId, seatId, isLocked: true, isPrinted: false })
    const problem = problemOf(hall, {
      people: ['a', 'b', 'c', 'd', 'e', 'f'].map((id) => person(id)),
      standing: [lock('a', 's0'), lock('b', 's1'), lock('c', 's1'), lock('d', 's3'), lock('e', 's7')],
      apart: [['a', 'b']],
      together: [['a', 'd']],
    })
    expect(whyImpossible(problem)).toEqual([
      { kind: 'locked-twice', seatId: 's1', personIds: ['b', 'c'] },
      { kind: 'locked-barred', personId: 'e', seatId: 's7', bar: 'closed' },
      { kind: 'locked-near', personIds: ['a', 'b'] },
      { kind: 'locked-not-together', personIds: ['a', 'd'] },
    ])
  })

  test('because a row is too short for those who are to sit in one, or two are to be together and apart', () => {
    const hall = hallOf({ rows: 2, blocks: [3, 3] })
    const people = ['a', 'b', 'c', 'd', 'e', 'f'].map((id) => person(id))
    expect(whyImpossible(problemOf(hall, { people, together: [['a', 'b', 'c', 'd']] }))).toEqual([
      { kind: 'row-too-short', personIds: ['a', 'b', 'c', 'd'], people: 4, seats: 3 },
    ])
    expect(whyImpossible(problemOf(hall, { people, together: [['a', 'b']], apart: [['b', 'a']] }))).toEqual([
      { kind: 'no-place-together', personIds: ['a', 'b'] },
    ])
  })

  test('is never said where a plan seats everybody and keeps all rules', () => {
    fc.assert(
      fc.property(anyProblem({ people: 7, rows: 2, blockSeats: 4, isWild: true }), (problem) => {
        const { score } = planned(problem, { effort: 0 })
        if (score.hard.length === 0 && score.unseated.length === 0) expect(whyImpossible(problem)).toEqual([])
      }),
      { numRuns: 150, endOnFailure: true },
    )
  })
})

describe('a seat is explained', () => {
  const hall = hallOf({ rows: 3, blocks: [4], stepFreeRows: 1 })
  const people = [
    person('a', { rank: 1 }),
    person('b', { rank: 2 }),
    person('c', { delegationId: 'x', isHead: true }),
    person('d', { delegationId: 'x' }),
    person('e', { needsStepFree: true }),
  ]
  const problem = problemOf(hall, {
    people,
    delegations: [{ id: 'x', name: 'Đoàn X' }],
    apart: [['a', 'e']],
    standing: [{ personId: 'b', seatId: 's1', isLocked: true, isPrinted: false }],
  })
  const seatOf = new Map([
    ['a', 's2'],
    ['b', 's1'],
    ['c', 's4'],
    ['d', 's5'],
    ['e', 's8'],
  ])

  test('by what speaks for it and what it costs', () => {
    expect(whyHere(problem, seatOf, 'a')).toEqual({
      seatId: 's2',
      reasons: [{ kind: 'rank', place: 1, due: 1 }],
      terms: [],
    })
    expect(whyHere(problem, seatOf, 'c').reasons).toEqual([
      { kind: 'head-in-front' },
      { kind: 'delegation', delegationId: 'x', count: 2 },
    ])
    expect(whyHere(problem, seatOf, 'e').terms.map(({ kind }) => kind)).toEqual(['steps'])
    expect(whyHere(problem, new Map(), 'e')).toEqual({ seatId: null, reasons: [], terms: [] })
  })

  test('by what another would cost, or what forbids it', () => {
    expect(whyNot(problem, seatOf, 'a', 's1')).toEqual({ kind: 'forbidden', why: [{ kind: 'locked', personId: 'b' }] })
    expect(whyNot(problem, seatOf, 'e', 's3')).toEqual({
      kind: 'forbidden',
      why: [{ kind: 'near', personIds: ['a', 'e'] }],
    })
    expect(whyNot(problem, seatOf, 'e', 's0')).toMatchObject({ kind: 'costs', swapWith: null })
    expect(whyNot(problem, seatOf, 'd', 's8')).toMatchObject({ kind: 'costs', swapWith: 'e' })
    const without = new Map([...seatOf].filter(([id]) => id !== 'e'))
    expect(whyNot(problem, without, 'e', 's4')).toEqual({ kind: 'forbidden', why: [{ kind: 'taken', personId: 'c' }] })
    expect(whyNot(problem, seatOf, 'a', 's2')).toEqual({ kind: 'here' })
    expect(whyNot(problem, seatOf, 'nobody', 's2')).toEqual({ kind: 'unknown' })
  })

  test('by what a seat would cost that a plan leaves empty, and never one that is blocked', () => {
    const hall = hallOf({ rows: 3, blocks: [4] }, { 9: 'reserved', 10: 'blocked' })
    const problem = problemOf(hall, { people: [person('a', { rank: 1 })], open: [0, 1, 2, 3] })
    const seatOf = new Map([['a', 's1']])
    expect(whyNot(problem, seatOf, 'a', 's8')).toMatchObject({ kind: 'costs', swapWith: null })
    expect(whyNot(problem, seatOf, 'a', 's9')).toMatchObject({ kind: 'costs' })
    expect(whyNot(problem, seatOf, 'a', 's10')).toMatchObject({ kind: 'forbidden', why: [{ bar: 'closed' }] })
  })

  test('by what is true of it alone: no wheelchair seat that is none, no seat kept that was never printed', () => {
    const hall = hallOf({ rows: 1, blocks: [4] })
    const stands = (isPrinted: boolean) =>
      problemOf(hall, {
        people: [person('a', { needsWheelchair: true })],
        standing: [{ personId: 'a', seatId: 's1', isLocked: false, isPrinted }],
      })
    const kinds = (isPrinted: boolean) =>
      whyHere(stands(isPrinted), new Map([['a', 's1']]), 'a').reasons.map(({ kind }) => kind)
    expect(kinds(false)).toEqual([])
    expect(kinds(true)).toEqual(['printed'])
  })

  test('and those who sit wrong come by what they cost', () => {
    const wrong = whoSitsWrong(problem, seatOf)
    expect(wrong[0]).toMatchObject({ personId: 'e', seatId: 's8' })
    expect(wrong.map(({ cost }) => cost)).toEqual(wrong.map(({ cost }) => cost).sort((one, other) => other - one))
  })

  test('what a change would cost is what it costs', () => {
    fc.assert(
      fc.property(
        anyProblem({ people: 8, rows: 3, blockSeats: 4, isWild: false }),
        fc.nat(7),
        fc.nat(30),
        (made, at, to) => {
          const plan = planned(made, { effort: 0 })
          const [one, seat] = [made.people[at], made.hall.seats[to]]
          if (!one || !seat) return
          const why = whyNot(made, plan.seatOf, one.id, seat.id)
          if (why.kind !== 'costs') return
          const changed = new Map(plan.seatOf).set(one.id, seat.id)
          const from = plan.seatOf.get(one.id)
          if (why.swapWith !== null && from !== undefined) changed.set(why.swapWith, from)
          const opened = { ...made, open: [...new Set([...made.open, seat.at])] }
          expect(scoreOf(opened, changed).total - scoreOf(opened, plan.seatOf).total).toBe(why.added)
          expect(why.changes.reduce((sum, change) => sum + change.after - change.before, 0)).toBe(why.added)
          const isOfPlan = made.open.includes(seat.at)
          if (isOfPlan && (why.swapWith !== null || from !== undefined)) expect(why.added).toBeGreaterThanOrEqual(0)
        },
      ),
      { numRuns: 150, endOnFailure: true },
    )
  })

  test('the best free seat adds the least', () => {
    const without = new Map([...seatOf].filter(([id]) => id !== 'e'))
    const best = bestSeatFor(problem, without, 'e')
    const costs = ['s0', 's3', 's6', 's7', 's8', 's9', 's10', 's11'].flatMap((seatId) => {
      const why = whyNot(problem, without, 'e', seatId)
      return why.kind === 'costs' ? [why.added] : []
    })
    expect(best?.added).toBe(Math.min(...costs))
    expect(bestSeatFor(problem, seatOf, 'a')).toBeNull()
  })
})
