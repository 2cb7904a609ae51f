import { indexHall } from '../../server/halls/rules/indexed.ts'
import type { HallDrawing } from '../../server/halls/schema.ts'
import { planSeating, type SeatingMode } from '../../server/seating/planner.ts'
import { whyImpossible, type Impossible } from '../../server/seating/rules/impossible.ts'
import type { SeatingProblem } from '../../server/seating/rules/problem.ts'

/** What the planner is asked: the problem with the drawing of its hall in place of what was read from it. */
export interface PlanOrder {
  drawing: HallDrawing
  problem: Omit<SeatingProblem, 'hall'>
  mode: SeatingMode
  seed: number
}

/** What it answers: how far it is, then the plan. */
export type PlanAnswer = { kind: 'progress'; done: number; cost: number } | { kind: 'plan'; plan: PlannedSeats }

export interface PlannedSeats {
  seats: [personId: string, seatId: string][]
  unseated: readonly string[]
  isSettled: boolean
  isFewest: boolean
  /** Why not everybody has a seat. */
  why: readonly Impossible[]
}

/** Between looks at whether somebody said stop, in milliseconds. */
const longestTurn = 40

let isStopped = false

const plan = async ({ drawing, problem, mode, seed }: PlanOrder): Promise<void> => {
  const whole = { ...problem, hall: indexHall(drawing) }
  const stop = { asked: false }
  const work = planSeating(whole, { mode, seed }, stop)
  let began = performance.now()
  for (;;) {
    const step = work.next()
    if (step.done) {
      const { seatOf, unseated, isSettled, isFewest } = step.value
      const why = unseated.length === 0 ? [] : whyImpossible(whole)
      answer({ kind: 'plan', plan: { seats: [...seatOf], unseated, isSettled, isFewest, why } })
      return
    }
    if (performance.now() - began < longestTurn) continue
    answer({ kind: 'progress', ...step.value })
    // What was sent meanwhile comes in between.
    await new Promise((go) => setTimeout(go))
    stop.asked = isStopped
    began = performance.now()
  }
}

const answer = (said: PlanAnswer): void => {
  postMessage(said)
}

addEventListener('message', ({ data }: MessageEvent<PlanOrder | 'stop'>) => {
  if (data === 'stop') isStopped = true
  else void plan(data)
})
