import { isoDate } from '../../server/format/dates.ts'
import type { Severity } from '../../server/conflicts/schema.ts'
import type { HalfDay } from '../../server/congresses/schema.ts'
import type { Judge } from './timeline-types.ts'
import type { Reach } from './timeline-scale.ts'

/** Days that are judged the same, side by side; `to` is their end. */
export interface JudgedRun extends Reach {
  severity: Severity
}

/** Judges the days of a row bit by bit, nearest to the pointer first. */
export interface DayScan {
  /** Judges for so many milliseconds; true when something is new. */
  run: (budgetMs: number) => boolean
  /** Adds days that came into sight, judged outward from `day`. */
  aim: (day: number, reach: Reach) => void
  isDone: () => boolean
  /** The days known not to be free. */
  runs: () => JudgedRun[]
}

export interface ScanOfBar {
  barId: string
  halfDay: HalfDay
  judge: Judge
  /** Only Mondays are judged then, each for its whole week. */
  isWeekOnly: boolean
  /** Milliseconds of a clock that only goes forward. */
  now: () => number
}

export const scanDays = ({ barId, halfDay, judge, isWeekOnly, now }: ScanOfBar): DayScan => {
  const step = isWeekOnly ? 7 : 1
  const known = new Map<number, Severity | null>()
  let queue: number[] = []
  const judgeNext = (): void => {
    const day = queue.pop()
    if (day === undefined || known.has(day)) return
    known.set(day, judge(barId, { date: isoDate(day), halfDay, isWeekOnly }).severity)
  }
  return {
    run: (budgetMs) => {
      const before = known.size
      const end = now() + budgetMs
      while (queue.length > 0) {
        judgeNext()
        if (now() >= end) break
      }
      return known.size > before
    },
    aim: (day, reach) => {
      queue = daysOutward(day, reach, step).filter((wanted) => !known.has(wanted))
      queue.reverse()
    },
    isDone: () => queue.length === 0,
    runs: () => runsOf(known, step),
  }
}

/** Days of a reach, the nearest to `day` first. With a step of 7 only Mondays. */
export const daysOutward = (day: number, reach: Reach, step: 1 | 7): number[] => {
  const days: number[] = []
  for (let wanted = Math.floor(reach.from); wanted < reach.to; wanted += 1) {
    if (step === 1 || (wanted + 3) % 7 === 0) days.push(wanted)
  }
  return days.sort((a, b) => Math.abs(a - day) - Math.abs(b - day) || a - b)
}

const runsOf = (known: ReadonlyMap<number, Severity | null>, step: number): JudgedRun[] => {
  const runs: JudgedRun[] = []
  for (const day of [...known.keys()].sort((a, b) => a - b)) {
    const severity = known.get(day) ?? null
    if (severity === null) continue
    const last = runs.at(-1)
    if (last && last.to === day && last.severity === severity) last.to = day + step
    else runs.push({ from: day, to: day + step, severity })
  }
  return runs
}
