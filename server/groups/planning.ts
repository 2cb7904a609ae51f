import { setImmediate } from 'node:timers/promises'
import { performance } from 'node:perf_hooks'
import { planGroups } from './planner.ts'
import { problemOf } from './rules/problem-of.ts'
import type { GroupBoard, PlanOrder, PlanPreview } from './schema.ts'

/** Milliseconds after which others are served. */
const longestTurn = 10

/** Plans the groups of a board, serving others meanwhile; nothing is written. */
export const planBoard = async (board: GroupBoard, order: PlanOrder): Promise<PlanPreview> => {
  const planning = planGroups(problemOf(board), order)
  let began = performance.now()
  for (;;) {
    const step = planning.next()
    if (step.done) return previewOf(step.value)
    if (performance.now() - began < longestTurn) continue
    await setImmediate()
    began = performance.now()
  }
}

const previewOf = (outcome: Exclude<ReturnType<ReturnType<typeof planGroups>['next']>['value'], void>): PlanPreview => {
  if ('reason' in outcome) {
    const { reason } = outcome
    if (reason.kind !== 'demands') return { plan: null, reason }
    const rules = reason.rules.map(({ kind, personIds }) => ({ kind, personIds: [...personIds] }))
    return { plan: null, reason: { ...reason, held: [...reason.held], rules } }
  }
  const { groupOf, ...rest } = outcome
  const places = [...groupOf].map(([delegateId, groupId]) => ({ delegateId, groupId }))
  return { plan: { places, ...rest }, reason: null }
}
