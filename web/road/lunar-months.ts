import type { Cycle } from '../../server/cycles/schema.ts'
import { lunarMonthsBetween } from '../../server/format/lunar.ts'
import type { LunarMonth } from './timeline-types.ts'

type Span = Pick<Cycle, 'startsOn' | 'endsOn'>

let span: Span & { leapMark: string } = { startsOn: '', endsOn: '', leapMark: '' }
let kept: readonly LunarMonth[] = []

/**
 * The lunar months of a cycle as the head of the timeline shows them: the number, the year's name in the first (`1 Canh
 * Tý`), a leap month as `4n`. The same list while the cycle and the language are the same, so that nothing is drawn again for it.
 */
export const lunarMonthsOf = ({ startsOn, endsOn }: Span, leapMark: string): readonly LunarMonth[] => {
  if (startsOn === span.startsOn && endsOn === span.endsOn && leapMark === span.leapMark) return kept
  span = { startsOn, endsOn, leapMark }
  kept = lunarMonthsBetween(startsOn, endsOn).map(({ from, month, isLeapMonth, yearName }) => ({
    date: from,
    label: `${String(month)}${isLeapMonth ? leapMark : ''}${month === 1 && !isLeapMonth ? ` ${yearName}` : ''}`,
  }))
  return kept
}
