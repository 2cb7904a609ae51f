import { stepsFrom } from '../../server/congresses/rules.ts'
import type { CongressState } from '../../server/congresses/schema.ts'
import { words } from '../words/words.ts'

/** What a step from one state to another does, as its button and its dialog say it. */
export const wordStep = (from: CongressState, to: CongressState): string => {
  const { states } = words().congresses
  if (from === 'cancelled') return states.uncancel
  if (from === 'postponed' && to === 'postponed') return states.postponeAgain
  const isBack = stepsFrom(from).some((step) => step.to === to && step.kind === 'back')
  const corrections: Partial<Record<CongressState, string>> = states.back
  return (isBack ? corrections[to] : undefined) ?? states.to[to]
}
