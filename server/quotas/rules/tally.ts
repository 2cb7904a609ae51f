import { foldForSearch } from '../../format/search.ts'
import type { Aim, BothClasses } from '../schema.ts'

/** What of a delegate aims are counted by. */
export interface Counted {
  /** The quota that covers the delegate; null = none does. */
  quotaId: string | null
  class: 'official' | 'guest'
  sex: 'male' | 'female' | null
  birthYear: number | null
  groups: readonly string[]
  titles: readonly string[]
  isDirectWorker: boolean | null
  /** '' = not said, or not for whoever asks. */
  ethnicity: string
}

/** Whether a delegate is of the kind that an aim counts, in the year of the congress. What nobody said counts not. */
export const isOfAim = ({ attribute, value }: Aim, person: Counted, year: number): boolean => {
  switch (attribute) {
    case 'women':
      return person.sex === 'female'
    case 'workers':
      return isDirectWorker(person)
    case 'age-under':
      return person.birthYear !== null && year - person.birthYear < Number(value)
    case 'group':
      return hasName(person.groups, value)
    case 'title':
      return hasName(person.titles, value)
    case 'ethnic-minority':
      return isEthnicMinority(person.ethnicity)
  }
}

/** Where the person's own field does not say so a structure group does. */
export const isDirectWorker = (person: Pick<Counted, 'isDirectWorker' | 'groups'>): boolean =>
  person.isDirectWorker ?? hasName(person.groups, 'Trực tiếp lao động')

/** Kinh people are the majority: all others are ethnic minorities (Nghị định 05/2011/NĐ-CP, Article 4.2). */
export const isEthnicMinority = (ethnicity: string): boolean => !['', 'kinh'].includes(foldForSearch(ethnicity))

const hasName = (names: readonly string[], wanted: string): boolean =>
  names.some((name) => foldForSearch(name) === foldForSearch(wanted))

export const countClasses = (people: readonly Counted[]): BothClasses => {
  const official = people.filter((person) => person.class === 'official').length
  return { official, guests: people.length - official }
}

/** How many of the official delegates an aim counts. */
export const countAim = (aim: Aim, people: readonly Counted[], year: number): number =>
  people.filter((person) => person.class === 'official' && isOfAim(aim, person, year)).length

/** Where a delegate comes from, as far as it was said. */
export interface Origin {
  sendingUnitId: string | null
  delegationUnitId: string | null
  delegation: string
}

interface Covering {
  id: string
  unitId: string | null
  name: string
}

/** Finds the quota that covers a delegate: by the unit that sends, by that of the delegation, by the delegation's name. */
export const quotaFinder = (quotas: readonly Covering[]): ((origin: Origin) => string | null) => {
  const byUnit = new Map(quotas.flatMap(({ id, unitId }) => (unitId === null ? [] : [[unitId, id] as const])))
  const byName = new Map(quotas.map(({ id, name }) => [foldForSearch(name), id]))
  return ({ sendingUnitId, delegationUnitId, delegation }) => {
    for (const unitId of [sendingUnitId, delegationUnitId]) {
      if (unitId !== null) return byUnit.get(unitId) ?? null
    }
    return delegation === '' ? null : (byName.get(foldForSearch(delegation)) ?? null)
  }
}
