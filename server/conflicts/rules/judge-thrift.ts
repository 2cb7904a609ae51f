import type { Conflict } from '../schema.ts'
import { conflictOf } from './conflict.ts'
import { isOn, type PlacedCongress } from './facts.ts'

/**
 * Days within which meetings are near enough to be held as one. The plan asks for thrift and names no number; whoever
 * thinks otherwise accepts the warning or switches the rule off for the level.
 */
export const combineWithinDays = 7

/**
 * Two of one unit: at one level a second ceremony for what one decision honours (Luật Thi đua, khen thưởng; Kế hoạch:
 * tiết kiệm, tránh phô trương), at two levels within a few days two meetings that could be one.
 */
export const judgeUnit = (placed: readonly PlacedCongress[]): Conflict[] => {
  if (placed.length < 2) return []
  return judgeCeremonies(placed).concat(judgeNearMeetings(placed, isOfOtherLevel))
}

/** Small units of one upper unit that meet in one hall within a few days and would all find a seat in it. */
export const judgeSharedHall = (placed: readonly PlacedCongress[], seats: number | null): Conflict[] =>
  placed.length < 2 || seats === null ? [] : judgeNearMeetings(placed.filter(isSmall), isNeighbour, seats)

/** Listed once, under the last of them that can still be given up. */
const judgeCeremonies = (placed: readonly PlacedCongress[]): Conflict[] => {
  const found: Conflict[] = []
  for (const levelId of new Set(placed.map(({ congress }) => congress.levelId))) {
    const members = placed.filter(({ congress }) => congress.levelId === levelId).sort(inOrder)
    const listed = members.findLast((member) => member.standing === 'open' && isOn(member, 'ceremony-twice'))
    if (members.length < 2 || !listed) continue
    const otherCongressIds = idsWithout(members, listed)
    found.push(
      conflictOf('ceremony-twice', 'doubtful', listed, {
        about: `${listed.congress.unitId}:${levelId}`,
        facts: [listed.id, ...otherCongressIds],
        otherCongressIds,
        date: listed.congress.dateFrom,
        amount: members.length,
        limit: 1,
      }),
    )
  }
  return found
}

/** Each is listed with those before it that it could have joined; what was held already can be joined no more. */
const judgeNearMeetings = (
  placed: readonly PlacedCongress[],
  fits: (one: PlacedCongress, other: PlacedCongress) => boolean,
  seats = Infinity,
): Conflict[] => {
  const open = placed.filter(({ standing }) => standing === 'open').sort(inOrder)
  const longest = open.reduce((most, { firstDay, lastDay }) => Math.max(most, lastDay - firstDay), 0)
  return open.flatMap((listed, at) => {
    // What is combined with another meeting already saves what the rule asks for.
    if (!isOn(listed, 'could-combine') || listed.congress.combinedWith !== '') return []
    const joined: PlacedCongress[] = []
    let persons = personsOf(listed)
    for (let before = at - 1; before >= 0; before -= 1) {
      const other = open[before]
      if (!other || listed.firstDay - other.firstDay > combineWithinDays + longest) break
      if (listed.firstDay - other.lastDay > combineWithinDays || !fits(listed, other)) continue
      if (areHeldTogether(listed, other)) continue
      persons += personsOf(other)
      if (persons > seats) break
      joined.push(other)
    }
    if (joined.length === 0) return []
    const otherCongressIds = joined.map(({ id }) => id).sort()
    const { dateFrom: date, venueId } = listed.congress
    return conflictOf('could-combine', 'doubtful', listed, {
      about: `${seats === Infinity ? 'unit' : 'hall'}:${listed.id}`,
      facts: [date, ...otherCongressIds],
      otherCongressIds,
      date,
      venueId: seats === Infinity ? null : venueId,
    })
  })
}

const inOrder = (a: PlacedCongress, b: PlacedCongress): number => a.firstDay - b.firstDay || (a.id < b.id ? -1 : 1)

const idsWithout = (members: readonly PlacedCongress[], listed: PlacedCongress): string[] =>
  members.flatMap(({ id }) => (id === listed.id ? [] : [id])).sort()

/** One of them is held by the unit of the other too, or by its block: they share what can be shared. */
const areHeldTogether = (one: PlacedCongress, other: PlacedCongress): boolean =>
  isHostOf(one, other) || isHostOf(other, one)

const isHostOf = ({ unit }: PlacedCongress, { congress }: PlacedCongress): boolean =>
  congress.hostUnitIds.includes(unit.id) || (congress.hostBlock !== '' && congress.hostBlock === unit.block)

const isOfOtherLevel = (one: PlacedCongress, other: PlacedCongress): boolean =>
  one.congress.levelId !== other.congress.levelId

const isNeighbour = (one: PlacedCongress, other: PlacedCongress): boolean =>
  one.congress.levelId === other.congress.levelId &&
  one.congress.unitId !== other.congress.unitId &&
  one.unit.parentId === other.unit.parentId &&
  (one.firstSlot > other.lastSlot || one.lastSlot < other.firstSlot)

/** So few staff that everybody meets, and a number of people that is known. */
const isSmall = ({ unit, level, congress }: PlacedCongress): boolean =>
  unit.staffNumber !== null &&
  level.staffThreshold !== null &&
  unit.staffNumber < level.staffThreshold &&
  congress.expectedDelegates !== null

const personsOf = ({ congress }: PlacedCongress): number =>
  (congress.expectedDelegates ?? 0) + (congress.expectedGuests ?? 0)
