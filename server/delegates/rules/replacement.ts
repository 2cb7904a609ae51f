import { phoneNumbersIn } from '../../format/phones.ts'
import { longestLiaisonPhone, type Delegate, type Delegation, type Standing } from '../schema.ts'

/** Why somebody of the congress cannot come in another's place; null = nothing stands against it. */
export const faultOfAlternate = (
  standing: Standing | null,
): 'alternate-gone' | 'alternate-listed' | 'alternate-withdrawn' | null => {
  if (standing === null) return 'alternate-gone'
  if (standing === 'alternate') return null
  return standing === 'listed' ? 'alternate-listed' : 'alternate-withdrawn'
}

/** What one holds in the hall and on the list. */
type Place = Pick<Delegate, 'number' | 'seat' | 'door'>
/** What an alternate has of its own, and else has from whom it replaces. */
type Part = Place & Pick<Delegate, 'class' | 'delegation' | 'sendingUnitId' | 'groups'>

export const noPlace: Place = { number: '', seat: '', door: '' }

export const nobodysPart: Part = { ...noPlace, class: null, delegation: '', sendingUnitId: null, groups: [] }

/** Whether there is anything of the place that could go over. */
export const hasPlace = ({ number, seat, door, groups }: Place & Pick<Delegate, 'groups'>): boolean =>
  number !== '' || seat !== '' || door !== '' || groups.length > 0

/**
 * What comes to whoever takes another's place: class, unit and delegation where its own are not said; number, seat and
 * door only where `takesPlace` says so, and then the other has them no longer. Structure groups go with the place, to
 * whoever has none: they say for whom the place was meant.
 */
export const partInPlaceOf = (gone: Part, comes: Part, takesPlace: boolean): Part => ({
  class: comes.class ?? gone.class,
  delegation: comes.delegation || gone.delegation,
  sendingUnitId: comes.sendingUnitId ?? (comes.delegation === '' ? gone.sendingUnitId : null),
  number: (takesPlace && gone.number) || comes.number,
  seat: (takesPlace && gone.seat) || comes.seat,
  door: (takesPlace && gone.door) || comes.door,
  groups: takesPlace && comes.groups.length === 0 ? gone.groups : comes.groups,
})

type Led = Pick<Delegation, 'headId' | 'deputyId' | 'liaison' | 'liaisonPhone'>
type Leading = 'head' | 'deputy' | 'liaison'

/**
 * What somebody is of a delegation. Its liaison is kept by name and telephone, and may be nobody of the congress: a
 * member of the delegation is meant by the same name, unless another telephone is said.
 */
export const leadingOf = (
  { name: delegation, headId, deputyId, liaison, liaisonPhone }: Led & Pick<Delegation, 'name'>,
  person: Pick<Delegate, 'id' | 'name' | 'phone' | 'delegation'>,
): Leading[] => {
  const isLiaison =
    person.delegation === delegation && person.name === liaison.trim() && mayBeOne(liaisonPhone, person.phone)
  return [
    ...(headId === person.id ? (['head'] as const) : []),
    ...(deputyId === person.id ? (['deputy'] as const) : []),
    ...(isLiaison ? (['liaison'] as const) : []),
  ]
}

/** Who leads a delegation once another is what somebody was in it; nobody is both its head and its deputy. */
export const ledAfter = (
  { headId, deputyId, liaison, liaisonPhone }: Led,
  passed: readonly Leading[],
  { id, name, phone }: Pick<Delegate, 'id' | 'name' | 'phone'>,
): Led => {
  const head = passed.includes('head') ? id : headId
  const deputy = passed.includes('deputy') ? id : deputyId
  const called = phone.length <= longestLiaisonPhone ? phone : (phoneNumbersIn(phone)?.[0]?.text ?? '')
  return {
    headId: head,
    deputyId: deputy === id && head === id ? null : deputy,
    ...(passed.includes('liaison') ? { liaison: name, liaisonPhone: called } : { liaison, liaisonPhone }),
  }
}

/** Whether two telephone fields may be of one person: they share a number, or one of them says none. */
const mayBeOne = (one: string, other: string): boolean => {
  const [ofOne = [], ofOther = []] = [one, other].map((text) => (phoneNumbersIn(text) ?? []).map(({ dial }) => dial))
  return ofOne.length === 0 || ofOther.length === 0 || ofOne.some((dial) => ofOther.includes(dial))
}
