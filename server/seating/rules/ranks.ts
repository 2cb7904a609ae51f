import type { DelegateClass } from '../../delegates/schema.ts'
import { foldForSearch } from '../../format/search.ts'

/** What somebody's usual rank and needs are told by. */
interface Ranked {
  class: DelegateClass | null
  groups: readonly string[]
  titles: readonly string[]
  isPresidium: boolean
  isSecretariat: boolean
}

/** Ranks that a list begins with, where nobody typed another: the order of blocks of a congress's hall. */
export const usualRanks = {
  presidium: 1,
  guest: 2,
  hero: 3,
  secretariat: 4,
  organizing: 900,
  press: 950,
  service: 990,
} as const

/** Titles of heroes; a structure group of heroes and others, such as «Anh hùng, Chiến sĩ thi đua», says nothing of one. */
const heroes = /^(anh hung|anh hung (lao dong|luc luong vu trang).*|ba me viet nam anh hung)$/u

const isHero = ({ groups, titles }: Pick<Ranked, 'groups' | 'titles'>): boolean =>
  [...groups, ...titles].some((each) => heroes.test(foldForSearch(each)))

const isMotherOfHeroes = ({ groups, titles }: Pick<Ranked, 'groups' | 'titles'>): boolean =>
  [...groups, ...titles].some((each) => foldForSearch(each).includes('me viet nam'))

/** Rank by what somebody is; null = one among the delegates. Heads sit at the front of their delegation. */
export const usualRankOf = (person: Ranked): number | null => {
  if (person.isPresidium) return usualRanks.presidium
  if (isHero(person)) return usualRanks.hero
  if (person.class === 'guest') return usualRanks.guest
  if (person.isSecretariat) return usualRanks.secretariat
  if (person.class === 'organizing') return usualRanks.organizing
  if (person.class === 'press') return usualRanks.press
  return person.class === 'service' ? usualRanks.service : null
}

/** Elders from this age on usually sit where no step leads. */
export const elderFrom = 75

/** Whether somebody usually needs a seat without a step: mothers of heroes, and elders where the year of birth is known. */
export const usuallyStepFree = (
  person: Pick<Ranked, 'groups' | 'titles'> & { birthYear: number | null },
  year: number,
): boolean => isMotherOfHeroes(person) || (person.birthYear !== null && year - person.birthYear >= elderFrom)
