import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { planGroups, type GroupPlan } from '../../../server/groups/planner.ts'
import type { Impossible } from '../../../server/groups/rules/impossible.ts'
import { evenSizes, instanceOf, type GroupProblem } from '../../../server/groups/rules/problem.ts'
import { standingOf } from '../../../server/groups/rules/score.ts'

const plan = (problem: GroupProblem, mode: 'anew' | 'fewest' = 'anew', seed = 1): GroupPlan | Impossible => {
  const planning = planGroups(problem, { mode, seed })
  for (;;) {
    const step = planning.next()
    if (step.done) return step.value
  }
}

const problemOf = (more: Partial<GroupProblem>): GroupProblem => ({
  ...{ people: [], groups: [], rules: [], fixed: new Map(), now: new Map() },
  ...more,
})
const person = (id: string, ...values: string[]) => ({ id, values })
const group = (id: string, least = 0, most = 10) => ({ id, least, most })
const groupsOf = (outcome: GroupPlan | Impossible) => ('reason' in outcome ? null : outcome.groupOf)
const sizesOf = ({ groups }: GroupProblem, groupOf: ReadonlyMap<string, string>) =>
  groups.map(({ id }) => [...groupOf.values()].filter((each) => each === id).length)

/** Whether an arrangement keeps all that is asked for. */
const isKept = (problem: GroupProblem, groupOf: ReadonlyMap<string, string>): boolean => {
  const sizes = sizesOf(problem, groupOf)
  const areSizesKept = problem.groups.every(({ least, most }, at) => sizes[at]! >= least && sizes[at]! <= most)
  const areHeld = [...problem.fixed].every(([id, groupId]) => groupOf.get(id) === groupId)
  return (
    areSizesKept &&
    areHeld &&
    problem.rules.every(({ kind, personIds }) => {
      const used = new Set(personIds.map((id) => groupOf.get(id)))
      return kind === 'together' ? used.size <= 1 : used.size === personIds.length
    })
  )
}

/** Every arrangement there is of a few people. */
function* arrangements({ people, groups }: GroupProblem): Generator<Map<string, string>> {
  const count = groups.length ** people.length
  for (let code = 0; code < count; code += 1) {
    yield new Map(
      people.map(({ id }, at) => [id, groups[Math.floor(code / groups.length ** at) % groups.length]!.id] as const),
    )
  }
}

const movedOf = ({ now }: GroupProblem, groupOf: ReadonlyMap<string, string>) =>
  [...groupOf].filter(([id, groupId]) => (now.get(id) ?? groupId) !== groupId).length

/** A few people with two attributes, two or three groups, and one or two demands of each kind. */
const small = fc
  .record({
    values: fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c', ''), fc.constantFrom('f', 'm')), {
      minLength: 1,
      maxLength: 6,
    }),
    sizes: fc.array(fc.tuple(fc.integer({ min: 0, max: 2 }), fc.integer({ min: 1, max: 4 })), {
      minLength: 2,
      maxLength: 3,
    }),
    rules: fc.array(
      fc.record({
        kind: fc.constantFrom('together' as const, 'apart' as const),
        at: fc.uniqueArray(fc.nat(5), { minLength: 2, maxLength: 3 }),
      }),
      { maxLength: 2 },
    ),
    fixed: fc.array(fc.tuple(fc.nat(5), fc.nat(2)), { maxLength: 1 }),
    now: fc.array(fc.integer({ min: -1, max: 2 }), { minLength: 6, maxLength: 6 }),
  })
  .map(({ values, sizes, rules, fixed, now }): GroupProblem => {
    const people = values.map((each, at) => person(`p${String(at)}`, ...each))
    const groups = sizes.map(([least, more], at) => group(`g${String(at)}`, least, least + more))
    const known = (at: number) => people[at]?.id ?? ''
    return {
      people,
      groups,
      rules: rules.map(({ kind, at }) => ({ kind, personIds: at.map(known).filter(Boolean) })),
      fixed: new Map(fixed.flatMap(([at, to]) => (people[at] && groups[to] ? [[known(at), groups[to].id]] : []))),
      now: new Map(people.flatMap(({ id }, at) => (groups[now[at]!] ? [[id, groups[now[at]!]!.id] as const] : []))),
    }
  })

describe('a plan', () => {
  test('of a small congress is the best there is, or says rightly that there is none', () => {
    fc.assert(
      fc.property(small, (problem) => {
        const kept = [...arrangements(problem)].filter((each) => isKept(problem, each))
        const outcome = plan(problem)
        const groupOf = groupsOf(outcome)
        if ('reason' in outcome || groupOf === null) {
          expect(kept).toEqual([])
          return
        }
        expect(new Set(groupOf.keys())).toEqual(new Set(problem.people.map(({ id }) => id)))
        expect(isKept(problem, groupOf)).toBe(true)
        const best = Math.min(...kept.map((each) => standingOf(problem, each).cost))
        expect(outcome.cost).toBe(standingOf(problem, groupOf).cost)
        expect(outcome.cost).toBe(best)
        expect(outcome.least).toBeLessThanOrEqual(best)
      }),
      { numRuns: 120, seed: 2020 },
    )
  })

  test('with the fewest changes moves as few as any arrangement must', () => {
    fc.assert(
      fc.property(small, (problem) => {
        const kept = [...arrangements(problem)].filter((each) => isKept(problem, each))
        const outcome = plan(problem, 'fewest')
        if ('reason' in outcome) {
          expect(kept).toEqual([])
          return
        }
        const fewest = Math.min(...kept.map((each) => movedOf(problem, each)))
        expect(movedOf(problem, outcome.groupOf)).toBe(fewest)
        expect(outcome).toMatchObject({ moved: fewest, isFewest: true })
      }),
      { numRuns: 120, seed: 2020 },
    )
  })

  test('is the same for the same seed', () => {
    const people = Array.from({ length: 60 }, (_, at) => person(String(at), `d${String(at % 7)}`, at % 3 ? 'f' : 'm'))
    const problem = problemOf({ people, groups: ['a', 'b', 'c', 'd'].map((id) => group(id, 0, 16)) })
    expect(plan(problem, 'anew', 7)).toEqual(plan(problem, 'anew', 7))
    expect(plan(problem, 'anew', 7)).not.toEqual(plan(problem, 'anew', 8))
  })

  test('deals what divides evenly, whatever the sizes that groups may have', () => {
    const people = Array.from({ length: 30 }, (_, at) => person(String(at), at < 10 ? 'a' : at < 20 ? 'b' : 'c'))
    const problem = problemOf({ people, groups: [group('small', 0, 6), group('one', 0, 20), group('two', 0, 20)] })
    expect(evenSizes(problem).map((size) => Math.round(size * 1000) / 1000)).toEqual([6, 12, 12])
    const outcome = plan(problem)
    expect(outcome).toMatchObject({ cost: 0, least: 0 })
    expect(sizesOf(problem, groupsOf(outcome)!)).toEqual([6, 12, 12])
  })

  test('that cannot be even because people go together is proven to be the best', () => {
    const people = Array.from({ length: 12 }, (_, at) => person(String(at), at < 4 ? 'a' : 'b'))
    const rules = [{ kind: 'together' as const, personIds: ['0', '1', '2', '3'] }]
    const outcome = plan(problemOf({ people, groups: ['x', 'y', 'z'].map((id) => group(id, 4, 4)), rules }))
    // All four of `a` in one group where two are an even share, and none in both others; so it is with `b`.
    expect(outcome).toMatchObject({ cost: 8, least: 4 })
  })
})

describe('that there is no plan', () => {
  const people = ['An', 'Bình', 'Cường', 'Dung'].map((id) => person(id, ''))
  const reasonOf = (more: Partial<GroupProblem>) => {
    const outcome = plan(problemOf({ people, groups: [group('1'), group('2')], ...more }))
    return 'reason' in outcome ? outcome.reason : null
  }

  test('is told by numbers where it is for numbers', () => {
    expect(reasonOf({ groups: [] })).toEqual({ kind: 'no-groups' })
    expect(reasonOf({ groups: [group('1', 0, 3)] })).toEqual({ kind: 'too-many', people: 4, places: 3 })
    expect(reasonOf({ groups: [group('1', 3), group('2', 2)] })).toEqual({ kind: 'too-few', people: 4, wanted: 5 })
  })

  test('is told by no more demands than it takes', () => {
    const together = { kind: 'together' as const, personIds: ['An', 'Bình'] }
    const apart = { kind: 'apart' as const, personIds: ['Bình', 'An'] }
    const other = { kind: 'apart' as const, personIds: ['Cường', 'Dung'] }
    expect(reasonOf({ rules: [other, together, apart] })).toEqual({
      ...{ kind: 'demands', held: [], rules: [together, apart], areSizesPart: false },
    })
    const held = new Map([
      ['An', '1'],
      ['Bình', '2'],
      ['Dung', '2'],
    ])
    expect(reasonOf({ rules: [together, other], fixed: held })).toEqual({
      kind: 'demands',
      held: [
        { personId: 'An', groupId: '1' },
        { personId: 'Bình', groupId: '2' },
      ],
      ...{ rules: [together], areSizesPart: false },
    })
    const three = { kind: 'apart' as const, personIds: ['An', 'Bình', 'Cường'] }
    expect(reasonOf({ rules: [three] })).toMatchObject({ rules: [three], areSizesPart: false })
  })

  test('names the sizes only where they are part of it', () => {
    const three = { kind: 'together' as const, personIds: ['An', 'Bình', 'Cường'] }
    expect(reasonOf({ rules: [three], groups: [group('1', 0, 2), group('2', 0, 2)] })).toEqual({
      ...{ kind: 'demands', held: [], rules: [three], areSizesPart: true },
    })
  })
})

test('the same person in a rule twice over is no block of one', () => {
  const people = ['a', 'b'].map((id) => person(id, ''))
  const rules = [
    { kind: 'together' as const, personIds: ['a', 'b'] },
    { kind: 'together' as const, personIds: ['b', 'a'] },
  ]
  expect(instanceOf(problemOf({ people, groups: [group('1')], rules }))?.blocks).toHaveLength(1)
})
