import type { Language } from '../format/dates.ts'
import type { OwnGroup } from '../groups/own.ts'
import { pageWords } from './words.ts'

/** «Tổ 3, Phòng họp số 2 (Tổ trưởng: Trần Văn A)»; whoever leads it or writes for it is told so instead. */
export const groupText = ({ name, place, role, chair }: OwnGroup, language: Language): string => {
  const { groupRoles } = pageWords[language]
  const told = role !== null ? groupRoles[role] : chair === '' ? '' : `${groupRoles.chair}: ${chair}`
  return [[name, place].filter(Boolean).join(', '), told === '' ? '' : `(${told})`].filter(Boolean).join(' ')
}
