import type { Grant } from '../../server/accounts/schema.ts'
import { formatShortDate, todayIn } from '../../server/format/dates.ts'
import { language, words } from '../words/words.ts'

/** The day of an instant where the user is. */
export const dayOf = (instant: string): string =>
  formatShortDate(todayIn(Intl.DateTimeFormat().resolvedOptions().timeZone, new Date(instant)), language())

/** `Người tổ chức – Huyện Hải Hậu` */
export const grantWords = ({ role, unitId, unitName }: Pick<Grant, 'role' | 'unitId' | 'unitName'>): string => {
  const { list } = words().accounts
  return list.roleAt(words().terms.roles[role], unitId === null ? list.everywhere : unitName)
}
