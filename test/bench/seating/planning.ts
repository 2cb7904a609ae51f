import { performance } from 'node:perf_hooks'
import { createChance } from '../../../db/example/chance.ts'
import { planSeating, type SeatingPlan, type SeatPlanning } from '../../../server/seating/planner.ts'
import { assign } from '../../../server/seating/rules/assign.ts'
import { instanceOf } from '../../../server/seating/rules/instance.ts'
import type { SeatingProblem } from '../../../server/seating/rules/problem.ts'
import { ownCost } from '../../../server/seating/rules/standing.ts'
import { peerVersion } from '../peers.ts'
import { benchSeed, type BenchRow } from '../rows.ts'
import { congressOf, congressSizes } from './congress.ts'
import { openHighs } from './highs.ts'

const goalSeconds: Readonly<Record<number, number>> = { 500: 0.3, 1500: 1, 5000: 5 }

/** HiGHS is stopped after so many seconds. */
const mostSeconds = 120

/** People seated anew and after a late change, and persons on seats exactly, beside HiGHS. */
export const benchPlanning = async (): Promise<BenchRow[]> => {
  // Once to warm up: a plan is made in a process that has been at work.
  for (const size of congressSizes.slice(0, 1)) planned(congressOf(size), { mode: 'anew', seed: benchSeed })
  return [
    ...congressSizes.map((size) => planRow(size.people, congressOf(size))),
    lateRow(congressOf(congressSizes[1] ?? { people: 0, rows: 1, blocks: [1] })),
    ...(await assignmentRows()),
  ]
}

const planned = (problem: SeatingProblem, planning: SeatPlanning): { plan: SeatingPlan; seconds: number } => {
  const began = performance.now()
  const work = planSeating(problem, planning)
  for (;;) {
    const step = work.next()
    if (step.done) return { plan: step.value, seconds: (performance.now() - began) / 1000 }
  }
}

const planRow = (people: number, problem: SeatingProblem): BenchRow => {
  const { plan, seconds } = planned(problem, { mode: 'anew', seed: benchSeed })
  const goal = goalSeconds[people] ?? 0
  const isSound = plan.isSettled && plan.score.hard.length === 0 && plan.unseated.length === 0
  return {
    job: `seats: ${people.toLocaleString('en')} people, no single swap left`,
    ours: `${seconds.toFixed(2)} s, cost ${String(plan.score.total)}${isSound ? '' : ', NOT sound'}`,
    ...{ peer: '–', ratio: '–' },
    goal: `≤ ${String(goal)} s`,
    isMet: isSound && seconds <= goal,
  }
}

/** One who comes, one who goes and one who has risen, in a congress whose cards are printed. */
const lateRow = (problem: SeatingProblem): BenchRow => {
  const { plan } = planned(problem, { mode: 'anew', seed: benchSeed })
  const standing = [...plan.seatOf].map(([personId, seatId]) => ({
    ...{ personId, seatId, isLocked: false, isPrinted: true },
  }))
  const risen = problem.people.at(-2)?.id ?? ''
  const people = problem.people.slice(0, -1).map((person) => (person.id === risen ? { ...person, rank: 17 } : person))
  const [first] = people
  if (first) people.push({ ...first, id: 'mới', stage: null, rank: null })
  const late = planned({ ...problem, people, standing }, { mode: 'fewest', seed: benchSeed, changed: [risen] })
  const milliseconds = late.seconds * 1000
  return {
    job: 'seats: 1,500 people, one comes, one goes, one has risen',
    ours: `${milliseconds.toFixed(0)} ms, ${String(late.plan.moved.length)} moved`,
    ...{ peer: '–', ratio: '–', goal: '≤ 100 ms, 2 moved at most' },
    isMet: milliseconds <= 100 && late.plan.moved.length <= 2 && late.plan.unseated.length === 0,
  }
}

/** People of a congress on as many seats of its hall, each with a rank, an honour or a seat before. */
const assignmentOf = (people: number): { count: number; costOf: (row: number, column: number) => number } => {
  const size = congressSizes.find((each) => each.people === people) ?? { people, rows: 20, blocks: [30] }
  const problem = congressOf(size)
  const chance = createChance(benchSeed)
  const seats = chance.shuffled(problem.hall.seats.filter(({ isStage }) => !isStage)).slice(0, people)
  const ranked = problem.people.map((person, at) => ({
    ...person,
    stage: null,
    rank: chance.below(4) === 0 ? 1 + chance.below(people) : person.rank,
    honoured: chance.below(10) === 0 ? at : null,
  }))
  const standing = ranked.flatMap(({ id }, at) => {
    const seat = chance.below(4) === 0 ? seats[at] : undefined
    return seat ? [{ personId: id, seatId: seat.id, isLocked: false, isPrinted: false }] : []
  })
  const instance = instanceOf({ ...problem, open: seats.map(({ at }) => at), people: ranked, standing })
  const places = seats.map(({ at }) => at)
  return { count: people, costOf: (row, column) => ownCost(instance, row, places[column] ?? -1) }
}

const assignmentRows = async (): Promise<BenchRow[]> => {
  const small = assignmentOf(500)
  solved(small)
  const ours = solved(small)
  const highs = await openHighs()
  const began = performance.now()
  const answer = highs.solve(modelOf(small), { output_flag: false, time_limit: mostSeconds })
  const theirs = (performance.now() - began) / 1000
  const large = solved(assignmentOf(5000))
  const isSolved = answer.Status === 'Optimal'
  const isExact = isSolved && Math.round(answer.ObjectiveValue) === ours.cost
  return [
    {
      job: 'seats: 500 people on 500 seats, exactly',
      ours: `${(1000 * ours.seconds).toFixed(1)} ms, cost ${String(ours.cost)}`,
      peer: `HiGHS ${peerVersion('highs')}: ${theirs.toFixed(1)} s, ${isSolved ? `cost ${answer.ObjectiveValue.toFixed(0)}` : 'not solved'}`,
      ratio: `${(theirs / ours.seconds).toFixed(0)} ×`,
      goal: 'the same cost, ≥ 150 ×',
      isMet: isExact && theirs >= 150 * ours.seconds,
    },
    {
      job: 'seats: 5,000 people on 5,000 seats, exactly',
      ours: `${large.seconds.toFixed(2)} s, cost ${String(large.cost)}`,
      ...{ peer: '–', ratio: '–', goal: '< 1 s' },
      isMet: large.seconds < 1,
    },
  ]
}

const solved = ({ count, costOf }: ReturnType<typeof assignmentOf>): { cost: number; seconds: number } => {
  const began = performance.now()
  const { cost } = assign(count, count, costOf)
  return { cost, seconds: (performance.now() - began) / 1000 }
}

/** The assignment as a linear program, whose corners are whole. */
const modelOf = ({ count, costOf }: ReturnType<typeof assignmentOf>): string => {
  const all = Array.from({ length: count }, (_nothing, at) => at)
  const name = (row: number, column: number) => `x${String(row)}_${String(column)}`
  const costs = all.map((row) => all.map((column) => `${String(costOf(row, column))} ${name(row, column)}`).join(' + '))
  const rows = all.map((row) => `r${String(row)}: ${all.map((column) => name(row, column)).join('\n + ')} = 1`)
  const columns = all.map((column) => `c${String(column)}: ${all.map((row) => name(row, column)).join('\n + ')} = 1`)
  return ['Minimize', `obj: ${costs.join('\n + ')}`, 'Subject To', ...rows, ...columns, 'End'].join('\n')
}
