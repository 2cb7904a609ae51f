import { indexHall } from '../../server/halls/rules/indexed.ts'
import type { HallDrawing } from '../../server/halls/schema.ts'
import { isOpen } from '../../server/seating/rules/open.ts'
import { seatedLosing, type PlanSeated } from '../../server/seating/rules/losing.ts'
import { findSeatedIn } from '../api/seating.ts'
import { askFirst } from '../parts/modal-dialog.ts'
import { words } from '../words/words.ts'

/** Says who would lose a seat by a drawing, in which plans, and asks whether it is to be kept all the same. */
export const mayLoseSeats = async (hallId: string, before: HallDrawing, after: HallDrawing): Promise<boolean> => {
  const [was, is] = [indexHall(before), indexHall(after)]
  const isGone = (seatId: string) => isOpen(was, seatId) && !isOpen(is, seatId)
  if (!was.seats.some(({ id }) => isGone(id))) return true
  const losing = seatedLosing((await findSeatedIn(hallId)).plans, isGone)
  return losing.length === 0 || askFirst(questionOf(losing))
}

const questionOf = (losing: readonly (PlanSeated & { count: number })[]) => {
  const { losing: text } = words().halls
  const plans = losing.map(({ name, congress, count }) => text.plan(name, congress, count)).join('; ')
  return { heading: text.heading, sentence: text.sentence(plans), action: text.save }
}
