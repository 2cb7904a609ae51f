import type { Delegate } from '../../server/delegates/schema.ts'
import type { ListedSeats } from '../../server/seating/schema.ts'
import { words } from '../words/words.ts'

interface Typed {
  /** '' = somebody new. */
  id: string
  seat: string
}

/** What speaks against a seat that is being typed: the plan's word on it and on the person, and who has it in the list. */
export const warningsOf = (
  { id, seat }: Typed,
  delegates: readonly Pick<Delegate, 'id' | 'name' | 'seat' | 'standing'>[],
  told: ListedSeats['told'],
): string[] => {
  const { listed: text } = words().seating
  const own = told.find(({ delegateId }) => delegateId === id)
  const planned = told.find((each) => each.seat === seat && each.delegateId !== id)
  const ofPlan = delegates.find((each) => each.id === planned?.delegateId)
  const ofList = delegates.find(
    (each) => each.id !== id && each.id !== ofPlan?.id && each.seat === seat && each.standing === 'listed',
  )
  return [
    ...(own && own.seat !== seat ? [text.plannedElsewhere(own.seat)] : []),
    ...(seat !== '' && ofPlan ? [text.plannedFor(seat, ofPlan.name)] : []),
    ...(seat !== '' && ofList ? [text.listedFor(seat, ofList.name)] : []),
  ]
}
