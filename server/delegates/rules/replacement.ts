import type { Delegate, Standing } from '../schema.ts'

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
type Part = Place & Pick<Delegate, 'class' | 'delegation' | 'sendingUnitId'>

export const noPlace: Place = { number: '', seat: '', door: '' }

export const nobodysPart: Part = { ...noPlace, class: null, delegation: '', sendingUnitId: null }

export const hasPlace = ({ number, seat, door }: Place): boolean => number !== '' || seat !== '' || door !== ''

/**
 * What comes to whoever takes another's place: class, unit and delegation where its own are not said; number, seat and
 * door only where `takesPlace` says so, and then the other has them no longer.
 */
export const partInPlaceOf = (gone: Part, comes: Part, takesPlace: boolean): Part => ({
  class: comes.class ?? gone.class,
  delegation: comes.delegation || gone.delegation,
  sendingUnitId: comes.sendingUnitId ?? (comes.delegation === '' ? gone.sendingUnitId : null),
  number: (takesPlace && gone.number) || comes.number,
  seat: (takesPlace && gone.seat) || comes.seat,
  door: (takesPlace && gone.door) || comes.door,
})
