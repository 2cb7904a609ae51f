import { gapOf } from '../../server/quotas/rules.ts'
import type { BothClasses, Quota } from '../../server/quotas/schema.ts'
import { tellDone } from '../parts/toast-stack.ts'
import { words } from '../words/words.ts'

/** Says that a quota was saved, and where it is below what was entered, that nobody was dropped for it. */
export const tellChanged = ({ name, entered }: Quota, now: BothClasses): void => {
  const { done } = words().quotas
  const gap = gapOf({ ...now, entered })
  const excess = Math.max(0, -gap.official) + Math.max(0, -gap.guests)
  tellDone(excess > 0 ? done.lowered(name, excess) : done.changed)
}
