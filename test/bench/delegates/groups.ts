import { performance } from 'node:perf_hooks'
import { createChance } from '../../../db/example/chance.ts'
import { planGroups } from '../../../server/groups/planner.ts'
import type { GroupProblem } from '../../../server/groups/rules/problem.ts'
import { benchSeed, type BenchRow } from '../rows.ts'

/** Delegates of forty delegations, the first the largest, two women in five, ten fields of which few are common. */
const congressOf = (people: number, groups: number, hasDemands: boolean): GroupProblem => {
  const chance = createChance(benchSeed)
  const unevenly = (limit: number) => chance.below(1 + chance.below(limit))
  const ids = Array.from({ length: people }, (_, at) => String(at))
  const groupIds = Array.from({ length: groups }, (_, at) => `Tổ ${String(at + 1)}`)
  const someone = () => chance.shuffled(ids)
  const size = Math.ceil(people / groups)
  return {
    people: ids.map((id) => ({
      id,
      values: [
        `Đoàn ${String(unevenly(40))}`,
        chance.below(5) < 2 ? 'female' : 'male',
        `Lĩnh vực ${String(unevenly(10))}`,
      ],
    })),
    groups: groupIds.map((id) => ({ id, least: size - 3, most: size + 1 })),
    rules: hasDemands
      ? [
          ...Array.from({ length: 20 }, () => ({ kind: 'together' as const, personIds: someone().slice(0, 3) })),
          ...Array.from({ length: 20 }, () => ({ kind: 'apart' as const, personIds: someone().slice(0, 4) })),
        ]
      : [],
    fixed: new Map(hasDemands ? groupIds.map((groupId, at) => [ids[at * 7] ?? '', groupId] as const) : []),
    now: new Map(),
  }
}

/** Puts delegates into discussion groups and says how near to the proven least it came. */
export const benchGroups = (): BenchRow[] => [
  row('groups: 1,500 people × 12', congressOf(1500, 12, false), 1),
  row('groups: 1,500 × 12, 40 rules and 12 chairs', congressOf(1500, 12, true), 1),
  row('groups: 5,000 people × 30', congressOf(5000, 30, false), 3),
]

const row = (job: string, problem: GroupProblem, goalSeconds: number): BenchRow => {
  const began = performance.now()
  const planning = planGroups(problem, { mode: 'anew', seed: benchSeed })
  let step = planning.next()
  while (!step.done) step = planning.next()
  const seconds = (performance.now() - began) / 1000
  if ('reason' in step.value) throw new Error(`no plan: ${step.value.reason.kind}`)
  const { cost, least } = step.value
  return {
    job,
    ours: `${String(cost)} off even shares, ${seconds.toFixed(2)} s`,
    peer: `proven least ${String(least)}`,
    ratio: `${String(cost)} of ${String(least)}`,
    goal: `the proven least in ${String(goalSeconds)} s`,
    isMet: cost === least && seconds <= goalSeconds,
  }
}
