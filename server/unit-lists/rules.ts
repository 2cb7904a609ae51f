import type { Standing } from '../delegates/schema.ts'
import { foldForSearch } from '../format/search.ts'
import { both } from '../quotas/rules.ts'
import type { BothClasses } from '../quotas/schema.ts'
import type { Correction, ListMember, ListState } from './schema.ts'

/** Whether the unit may still change its list by itself. */
export const isOpen = (state: ListState): boolean => state === 'entered' || state === 'returned'

/** Whether the congress holds the list in its hands: who is on it counts as sent. */
export const isSent = (state: ListState): boolean => !isOpen(state)

/** Whether the day by which a list was to be sent is over, and the unit has it still; the day itself is in time. */
export const isOverdue = (deadline: string | null, state: ListState, today: string): boolean =>
  deadline !== null && deadline < today && isOpen(state)

/** A list of which nothing was sent yet. */
export const nothingSent = {
  state: 'entered' as ListState,
  excessReason: '',
  members: [] as ListMember[],
  approvedMembers: [] as ListMember[],
  submittedAt: null as string | null,
  submittedBy: '',
  correctionReason: '',
  remark: '',
  remarkedIds: [] as string[],
  decidedAt: null as string | null,
  decidedBy: '',
  paperNumber: '',
  paperDate: null as string | null,
}

interface Attending {
  class: ListMember['class']
  standing: Standing
}

/** Who comes, by class; whoever only stands by is counted apart. */
export const countMembers = (members: readonly Attending[]): { entered: BothClasses; alternates: number } => {
  const listed = members.filter(({ standing }) => standing === 'listed')
  return {
    entered: {
      official: listed.filter((member) => member.class === 'official').length,
      guests: listed.filter((member) => member.class === 'guest').length,
    },
    alternates: members.filter(({ standing }) => standing === 'alternate').length,
  }
}

/** How many of each class are more than the quota. */
export const excessOf = (allowed: BothClasses, entered: BothClasses): BothClasses => ({
  official: Math.max(0, entered.official - allowed.official),
  guests: Math.max(0, entered.guests - allowed.guests),
})

/** A quota with what was entered for it, and whether its list is with the congress. */
export interface Planned extends BothClasses {
  entered: BothClasses
  isSent: boolean
}

/**
 * How many too many there would be at the congress if this list, which exceeds its quota, came too: every other unit
 * keeps the places of its quota, and what more it sent already.
 */
export const aboveMaximum = (own: Planned, others: readonly Planned[], maximum: number | null): number => {
  if (maximum === null || both(excessOf(own, own.entered)) === 0) return 0
  const placesOf = (planned: Planned) => {
    const more = planned.isSent ? both(excessOf(planned, planned.entered)) : 0
    return both(planned) + more
  }
  const sum = placesOf({ ...own, isSent: true }) + others.reduce((all, each) => all + placesOf(each), 0)
  return Math.max(0, sum - maximum)
}

/** Somebody on the list as it stands now. */
export interface MemberNow extends ListMember {
  replacesId: string | null
}

/**
 * What is otherwise than the unit submitted it. `elsewhere` are ids of those who are at the congress still, but on no
 * list of this unit.
 */
export const correctionsOf = (
  submitted: readonly ListMember[],
  now: readonly MemberNow[],
  elsewhere: ReadonlySet<string>,
): Correction[] => {
  const before = new Map(submitted.map((member) => [member.id, member]))
  const standing = new Map(now.map((member) => [member.id, member]))
  const inPlaceOf = new Map(now.flatMap((member) => (member.replacesId === null ? [] : [[member.replacesId, member]])))
  const of = (kind: Correction['kind'], name: string, by = ''): Correction => ({ kind, name, by })
  const ofSubmitted = submitted.flatMap((was) => {
    const member = standing.get(was.id)
    if (!member) return [of(elsewhere.has(was.id) ? 'moved' : 'removed', was.name)]
    if (member.standing === 'withdrawn' && was.standing !== 'withdrawn') {
      const by = inPlaceOf.get(was.id)
      return [by ? of('replaced', was.name, by.name) : of('withdrawn', was.name)]
    }
    if (member.standing === 'listed' && was.standing === 'alternate') {
      return member.replacesId === null ? [of('listed', was.name)] : []
    }
    return member.name === was.name && member.class === was.class && member.standing === was.standing
      ? []
      : [of('changed', was.name, member.name === was.name ? '' : member.name)]
  })
  const added = now.filter(({ id, replacesId }) => !before.has(id) && (replacesId === null || !before.has(replacesId)))
  return [...ofSubmitted, ...added.map(({ name }) => of('added', name))]
}

/**
 * Who comes of those whom the congress approved, by class: they themselves, or who was put in their place. Whoever was
 * entered for the unit later is on its list, but approved by nobody.
 */
export const countApproved = (approved: readonly ListMember[], now: readonly MemberNow[]): BothClasses => {
  const places = new Set(approved.flatMap(({ id, standing }) => (standing === 'listed' ? [id] : [])))
  const replacedBy = new Map(now.map(({ id, replacesId }) => [id, replacesId]))
  const holdsPlace = (id: string | null | undefined): boolean => {
    const seen = new Set<string>()
    for (let at = id; typeof at === 'string' && !seen.has(at); at = replacedBy.get(at)) {
      if (places.has(at)) return true
      seen.add(at)
    }
    return false
  }
  return countMembers(now.filter(({ id }) => holdsPlace(id))).entered
}

interface Sent {
  sendingUnitId: string | null
  name: string
}

/** Whether a delegation is of a unit: by what it says, else by its name. */
export const isDelegationOf = (delegation: Sent, unit: { id: string; name: string }): boolean =>
  delegation.sendingUnitId === null
    ? foldForSearch(delegation.name) === foldForSearch(unit.name)
    : delegation.sendingUnitId === unit.id
