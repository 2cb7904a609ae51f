import { isSamePlace, momentKey, toldSessions, type TellableProgramme, type Told, type ToldSession } from './told.ts'

/** In which way something that stands in both releases is not the same. */
export const changeWays = [
  'session',
  'day',
  'time',
  'room',
  'place',
  'order',
  'length',
  'title',
  'presenter',
  'speakers',
] as const
export type ChangeWay = (typeof changeWays)[number]

/** One session or item that is not as it was. What belongs to a session that came or went is told with it. */
export interface ProgrammeChange {
  id: string
  of: 'session' | 'item'
  kind: 'added' | 'removed' | 'changed'
  /** Empty unless it was changed. */
  ways: readonly ChangeWay[]
  before: Told | null
  after: Told | null
  /** Items that came or went with their session. */
  itemCount: number
}

/**
 * What is not the same in two programmes, in the order of the day: sessions and items added, removed, moved, retimed,
 * resized, reworded, presented by others. An item that only goes along with its session is no change of its own.
 */
export const findChanges = (before: TellableProgramme, after: TellableProgramme): ProgrammeChange[] => {
  const [former, present] = [toldSessions(before), toldSessions(after)]
  const [formerById, presentById] = [byId(former), byId(present)]
  const [formerItems, presentItems] = [itemsById(former), itemsById(present)]
  const reordered = reorderedItems(formerById, present)
  const added = present.flatMap((session) => {
    const was = formerById.get(session.id)
    if (!was) return [cameOrWent(session, 'added', formerItems)]
    return changedIf('session', was, session, waysOfSession(was, session))
  })
  const removed = former.flatMap((session) =>
    presentById.has(session.id) ? [] : [cameOrWent(session, 'removed', presentItems)],
  )
  const ofItems = present.flatMap((session) =>
    session.items.flatMap((item) => {
      const was = formerItems.get(item.id)
      // What a new session brings is told with it.
      if (!was) return formerById.has(session.id) ? [cameOrWent(item, 'added')] : []
      const ways = waysOfItem(was, item, { formerById, presentById, reordered })
      return changedIf('item', was, item, ways)
    }),
  )
  const gone = former.flatMap((session) =>
    presentById.has(session.id)
      ? session.items.flatMap((item) => (presentItems.has(item.id) ? [] : [cameOrWent(item, 'removed')]))
      : [],
  )
  return [...added, ...removed, ...ofItems, ...gone].sort(inOrderOfDay)
}

/** Several items one after another that begin so many minutes later (negative: earlier) and are otherwise as they were. */
export interface Shift {
  minutes: number
  changes: readonly ProgrammeChange[]
}

/** The changes with those that only follow one another gathered: «3 mục dời 5 phút». */
export const gatherShifts = (changes: readonly ProgrammeChange[]): (ProgrammeChange | Shift)[] => {
  const gathered: (ProgrammeChange | Shift)[] = []
  for (const change of changes) {
    const minutes = minutesOfShift(change)
    const last = gathered.at(-1)
    if (minutes === null || last === undefined || !isNextOf(last, change, minutes)) gathered.push(change)
    else gathered[gathered.length - 1] = { minutes, changes: [...('changes' in last ? last.changes : [last]), change] }
  }
  return gathered
}

/** By how many minutes an item only begins later; null where it is not the same otherwise. */
const minutesOfShift = ({ of, ways, before, after }: ProgrammeChange): number | null =>
  of === 'item' && before && after && ways.length === 1 && ways[0] === 'time' ? after.start - before.start : null

const isNextOf = (last: ProgrammeChange | Shift, change: ProgrammeChange, minutes: number): boolean => {
  const [one] = 'changes' in last ? last.changes : [last]
  if (!one || minutesOfShift(one) !== minutes) return false
  return one.after?.sessionId === change.after?.sessionId
}

const byId = (sessions: readonly ToldSession[]) => new Map(sessions.map((session) => [session.id, session]))

const itemsById = (sessions: readonly ToldSession[]) =>
  new Map(sessions.flatMap(({ items }) => items.map((item) => [item.id, item] as const)))

const cameOrWent = (
  told: Told | ToldSession,
  kind: 'added' | 'removed',
  elsewhere: ReadonlyMap<string, Told> = new Map(),
): ProgrammeChange => ({
  id: told.id,
  of: 'items' in told ? 'session' : 'item',
  kind,
  ways: [],
  before: kind === 'removed' ? told : null,
  after: kind === 'added' ? told : null,
  itemCount: 'items' in told ? told.items.filter(({ id }) => !elsewhere.has(id)).length : 0,
})

const changedIf = (
  of: ProgrammeChange['of'],
  before: Told,
  after: Told,
  ways: readonly ChangeWay[],
): ProgrammeChange[] =>
  ways.length === 0 ? [] : [{ id: after.id, of, kind: 'changed', ways, before, after, itemCount: 0 }]

/** Sessions stand in the order of their days and hours: their order says nothing of its own. */
const waysOfSession = (before: ToldSession, after: ToldSession): ChangeWay[] => [
  ...onlyIf('day', before.date !== after.date),
  ...onlyIf('time', before.startsAt !== after.startsAt),
  ...onlyIf(before.isOutside || after.isOutside ? 'place' : 'room', !isSamePlace(before, after)),
  ...onlyIf('title', before.title !== after.title),
]

interface Around {
  formerById: ReadonlyMap<string, ToldSession>
  presentById: ReadonlyMap<string, ToldSession>
  reordered: ReadonlySet<string>
}

const waysOfItem = (before: Told, after: Told, around: Around): ChangeWay[] => {
  const isElsewhere = before.sessionId !== after.sessionId
  const isRetimed = momentKey(before.date, before.start) !== momentKey(after.date, after.start)
  const isOwnTime = isRetimed && (isElsewhere || after.start - before.start !== shiftOfSession(after.sessionId, around))
  return [
    ...onlyIf('session', isElsewhere),
    ...onlyIf('time', isOwnTime),
    ...onlyIf('order', !isElsewhere && !isRetimed && around.reordered.has(after.id)),
    ...onlyIf('length', before.minutes !== after.minutes),
    ...onlyIf('title', before.title !== after.title),
    ...onlyIf('presenter', before.presenter !== after.presenter),
    ...onlyIf('speakers', !isSamePersons(before.speakers, after.speakers)),
  ]
}

const onlyIf = (way: ChangeWay, isSo: boolean): ChangeWay[] => (isSo ? [way] : [])

/** Minutes by which a session begins later than it did. */
const shiftOfSession = (id: string, { formerById, presentById }: Around): number =>
  (presentById.get(id)?.startsAt ?? 0) - (formerById.get(id)?.startsAt ?? 0)

const isSamePersons = (before: Told['speakers'], after: Told['speakers']): boolean =>
  before.length === after.length &&
  before.every(({ id, name, post }, index) => {
    const other = after[index]
    return other?.id === id && other.name === name && other.post === post
  })

const reorderedItems = (
  formerById: ReadonlyMap<string, ToldSession>,
  present: readonly ToldSession[],
): ReadonlySet<string> =>
  new Set(present.flatMap((session) => [...outOfOrder(formerById.get(session.id)?.items ?? [], session.items)]))

/** Those that stand in both lists but do not keep their order: the fewest that had to be moved. */
const outOfOrder = (before: readonly { id: string }[], after: readonly { id: string }[]): Set<string> => {
  const places = new Map(before.map(({ id }, place) => [id, place]))
  const common = after.flatMap(({ id }) => {
    const place = places.get(id)
    return place === undefined ? [] : [{ id, place }]
  })
  const kept = longestRising(common.map(({ place }) => place))
  return new Set(common.filter((_each, index) => !kept.has(index)).map(({ id }) => id))
}

/** Indexes of a longest rising run of numbers. */
const longestRising = (numbers: readonly number[]): ReadonlySet<number> => {
  // For each length, the index of the smallest number that ends a run of it, and what comes before each.
  const ends: number[] = []
  const previous: number[] = []
  numbers.forEach((number, index) => {
    let [low, high] = [0, ends.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((numbers[ends[middle] ?? 0] ?? 0) < number) low = middle + 1
      else high = middle
    }
    previous[index] = low === 0 ? -1 : (ends[low - 1] ?? -1)
    ends[low] = index
  })
  const kept = new Set<number>()
  for (let at = ends.at(-1) ?? -1; at >= 0; at = previous[at] ?? -1) kept.add(at)
  return kept
}

const inOrderOfDay = (one: ProgrammeChange, other: ProgrammeChange): number => {
  const [a, b] = [placeOf(one), placeOf(other)]
  return a < b ? -1 : a > b ? 1 : 0
}

/** A session stands before what is in it. */
const placeOf = ({ of, before, after }: ProgrammeChange): string => {
  const told = after ?? before
  return told ? `${momentKey(told.date, told.start)} ${of === 'session' ? '0' : '1'}` : ''
}
