import { judgeAim } from '../../server/quotas/rules.ts'
import type { Aim, AimStanding } from '../../server/quotas/schema.ts'
import { translated, words } from '../words/words.ts'

/** What an aim counts: «nữ», «dưới 40 tuổi», the name of the group or title. */
const whatOf = ({ attribute, value }: Aim): string => {
  const { aim } = words().quotas
  if (attribute === 'age-under') return aim.under(value)
  return attribute === 'group' || attribute === 'title' ? translated(value) : aim.attributes[attribute]
}

const amountOf = ({ amount, isPercent }: Aim): string => `${String(amount)}${isPercent ? '%' : ''}`

/** «ít nhất 30% nữ». */
export const aimSentence = (aim: Aim): string => {
  const text = words().quotas.aim
  return text.wanted(text.ops[aim.op], amountOf(aim), whatOf(aim))
}

/** How an aim stands in words, and whether that is well: «có 27, còn thiếu 3 để đạt 30%». */
export const aimStanding = (
  aim: AimStanding,
  of: number,
  open: number,
): { sentence: string; hue: 'green' | 'amber' | 'red' | 'slate' } => {
  const text = words().quotas.aim
  if (aim.have === null) return { sentence: text.hidden, hue: 'slate' }
  const { missing, excess } = judgeAim(aim, aim.have, of)
  const parts = [text.have(aim.have)]
  if (missing > 0) parts.push(text.missing(missing, amountOf(aim)))
  if (missing > open) parts.push(text.outOfReach(open))
  if (excess > 0) parts.push(text.excess(excess))
  if (missing === 0 && excess === 0) parts.push(text.reached)
  const hue = missing > open || excess > 0 ? 'red' : missing > 0 ? 'amber' : 'green'
  return { sentence: parts.join(', '), hue }
}
