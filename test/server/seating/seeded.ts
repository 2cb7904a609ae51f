import fc from 'fast-check'
import { indexHall, type IndexedHall } from '../../../server/halls/rules/indexed.ts'
import { startHall, usualStart, type HallStart } from '../../../server/halls/rules/start.ts'
import { planSeating, type SeatingPlan, type SeatPlanning } from '../../../server/seating/planner.ts'
import {
  importances,
  softRules,
  type Importance,
  type SeatedPerson,
  type SeatingProblem,
} from '../../../server/seating/rules/problem.ts'
import type { SeatUse } from '../../../server/halls/schema.ts'

const words = {
  ...{ stage: 'Sân khấu', floor: 'Tầng một', balcony: 'Ban công', presidium: 'Chủ tịch đoàn', secretariat: 'Thư ký' },
  block: (letter: string) => `Khối ${letter}`,
  door: (letter: string) => `Cửa ${letter}`,
}

/** A hall by numbers with seat ids s0, s1 … in the order of the hall; `uses` by place. */
export const hallOf = (start: Partial<HallStart>, uses: Readonly<Record<number, SeatUse>> = {}): IndexedHall => {
  let parts = 0
  const drawing = startHall(
    { ...usualStart, presidium: 0, secretariat: 0, ...start },
    words,
    () => `p${String(parts++)}`,
  )
  let at = 0
  for (const { blocks } of drawing.levels) {
    for (const { rows } of blocks) {
      for (const { seats } of rows) {
        for (const seat of seats) {
          seat.id = `s${String(at)}`
          seat.use = uses[at] ?? 'ordinary'
          at += 1
        }
      }
    }
  }
  return indexHall(drawing)
}

export const person = (id: string, more: Partial<SeatedPerson> = {}): SeatedPerson => ({
  ...{ id, rank: null, delegationId: null, isHead: false, honoured: null, batch: null },
  ...{ needsStepFree: false, needsWheelchair: false, companionOf: null, stage: null },
  ...more,
})

export const evenImportance = Object.fromEntries(softRules.map((rule) => [rule, 2])) as SeatingProblem['importance']

export const problemOf = (hall: IndexedHall, more: Partial<SeatingProblem> = {}): SeatingProblem => ({
  ...{ hall, open: hall.seats.map(({ at }) => at), people: [], standing: [], delegations: [], layout: 'rows' },
  ...{ apart: [], together: [], importance: evenImportance },
  ...more,
})

/** Plans to the end, or until so many pauses were made. */
export const planned = (problem: SeatingProblem, more: Partial<SeatPlanning> = {}, pauses = Infinity): SeatingPlan => {
  const stop = { asked: false }
  const planning = planSeating(problem, { mode: 'anew', seed: 1, ...more }, stop)
  for (let pause = 1; ; pause += 1) {
    const step = planning.next()
    if (step.done) return step.value
    if (pause >= pauses) stop.asked = true
  }
}

const uses: readonly SeatUse[] = ['ordinary', 'ordinary', 'ordinary', 'ordinary', 'blocked', 'wheelchair', 'companion']

export interface ProblemSizes {
  people: number
  rows: number
  blockSeats: number
  /** Ties and locks may contradict one another and the hall. */
  isWild: boolean
}

/** Any problem of up to so many people: ties and holes in ranks, needs, locks, who stands where, and every importance. */
export const anyProblem = ({ people: most, rows, blockSeats, isWild }: ProblemSizes): fc.Arbitrary<SeatingProblem> =>
  fc
    .record({
      rows: fc.integer({ min: 1, max: rows }),
      blocks: fc.array(fc.integer({ min: 1, max: blockSeats }), { minLength: 1, maxLength: 2 }),
      presidium: fc.integer({ min: 0, max: 2 }),
      secretariat: fc.nat(1),
      stepFreeRows: fc.nat(2),
      uses: fc.array(fc.tuple(fc.nat(40), fc.constantFrom(...uses)), { maxLength: 4 }),
      closed: fc.array(fc.nat(40), { maxLength: 2 }),
      people: fc.array(
        fc.record({
          rank: fc.option(fc.integer({ min: 1, max: 6 }), { freq: 1 }),
          delegation: fc.option(fc.nat(2), { freq: 5 }),
          isHead: fc.boolean(),
          honoured: fc.option(fc.nat(9), { freq: 1 }),
          needs: fc.nat(11),
          stage: fc.nat(9),
          companionOf: fc.option(fc.nat(isWild ? most : 4 * most), { freq: 1 }),
          stands: fc.option(fc.nat(40), { freq: 1 }),
          isLocked: fc.nat(isWild ? 2 : 5),
          isPrinted: fc.boolean(),
        }),
        { maxLength: most },
      ),
      apart: fc.array(fc.uniqueArray(fc.nat(most), { minLength: 2, maxLength: 3 }), { maxLength: isWild ? 2 : 1 }),
      together: fc.array(fc.uniqueArray(fc.nat(most), { minLength: 2, maxLength: 3 }), { maxLength: isWild ? 2 : 1 }),
      layout: fc.constantFrom('rows' as const, 'strips' as const),
      importance: fc.array(fc.constantFrom(...importances), { minLength: 9, maxLength: 9 }),
    })
    .map((made): SeatingProblem => {
      const hall = hallOf(
        {
          ...{ rows: made.rows, blocks: made.blocks, stepFreeRows: made.stepFreeRows },
          ...{ presidium: made.presidium, secretariat: made.secretariat },
        },
        Object.fromEntries(made.uses),
      )
      const idOf = (at: number) => `q${String(at)}`
      const open = hall.seats.flatMap(({ at }) => (made.closed.includes(at) ? [] : [at]))
      const taken = new Set<number>()
      return problemOf(hall, {
        open,
        people: made.people.map((each, at) =>
          person(idOf(at), {
            rank: each.rank,
            delegationId: each.delegation === null ? null : `d${String(each.delegation)}`,
            isHead: each.isHead,
            honoured: each.honoured === null ? null : each.honoured * 20 + at,
            batch: each.honoured === null ? null : Math.floor(each.honoured / 4),
            needsStepFree: each.needs === 0,
            needsWheelchair: each.needs === 1,
            stage: each.stage === 0 ? 'presidium' : each.stage === 1 ? 'secretariat' : null,
            companionOf:
              each.companionOf === null || each.companionOf === at || each.companionOf > most
                ? null
                : idOf(each.companionOf),
          }),
        ),
        standing: made.people.flatMap(({ stands, isLocked, isPrinted }, at) => {
          const seat = stands === null ? undefined : hall.seats[stands % Math.max(1, hall.seats.length)]
          if (!seat || (!isWild && taken.has(seat.at))) return []
          taken.add(seat.at)
          return [{ personId: idOf(at), seatId: seat.id, isLocked: isLocked === 0, isPrinted }]
        }),
        delegations: [0, 1, 2].map((at) => ({ id: `d${String(at)}`, name: `Đoàn ${String(at)}` })),
        apart: made.apart.map((ids) => ids.map(idOf)),
        together: made.together.map((ids) => ids.map(idOf)),
        layout: made.layout,
        importance: Object.fromEntries(softRules.map((rule, at) => [rule, made.importance[at] ?? 2])) as Record<
          (typeof softRules)[number],
          Importance
        >,
      })
    })
