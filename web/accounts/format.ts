import type { Grant } from '../../server/accounts/schema.ts'
import { language, words } from '../words/words.ts'

/** The day of an instant where the user is. */
export const dayOf = (instant: string): string =>
  new Intl.DateTimeFormat(language() === 'vi' ? 'vi-VN' : 'en-GB', { dateStyle: 'medium' }).format(new Date(instant))

/** `Người tổ chức – Huyện Hải Hậu` */
export const grantWords = ({ role, unitId, unitName }: Pick<Grant, 'role' | 'unitId' | 'unitName'>): string => {
  const { list } = words().accounts
  return list.roleAt(words().terms.roles[role], unitId === null ? list.everywhere : unitName)
}
