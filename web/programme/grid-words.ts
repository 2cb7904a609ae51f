import type { Congress } from '../../server/congresses/schema.ts'
import type { ProgrammeConflict } from '../../server/programme/rules/conflicts.ts'
import { cutTo } from '../../server/format/search.ts'
import { shownPlace } from '../../server/programme/rules/places.ts'
import { heldTime, minutesOf } from '../../server/programme/rules.ts'
import { presenterLine, speakersOf } from '../../server/programme/rules/presenters.ts'
import type { ProgrammeItem, ProgrammeView, Speaker } from '../../server/programme/schema.ts'
import { clockWords, spanWords } from '../parts/clock.ts'
import { language, translated, words } from '../words/words.ts'
import type { Carry } from './grid-carry.ts'
import { dayOf, dayTab, type Session } from './grid-layout.ts'
import type { Foreseen } from './grid-move.ts'
import { wordConflict } from './programme-conflicts.ts'

/** The beginning of a title, as much as finds its place. */
export const inShort = (title: string, longest: number): string =>
  title.length > longest ? `${cutTo(title, longest)}…` : title

/** Conflicts by the item, or the session, under which they are told. */
export const conflictsById = (conflicts: readonly ProgrammeConflict[]): Map<string, ProgrammeConflict[]> => {
  const byId = new Map<string, ProgrammeConflict[]>()
  for (const conflict of conflicts) {
    const id = conflict.itemId ?? conflict.sessionId
    const list = byId.get(id)
    if (list) list.push(conflict)
    else byId.set(id, [conflict])
  }
  return byId
}

/** Who presents an item, speakers by name. */
export const presenterOf = (
  item: Pick<ProgrammeItem, 'presenter' | 'speakerIds'>,
  { speakers }: { speakers: readonly Pick<Speaker, 'id' | 'name' | 'post'>[] },
): string =>
  presenterLine({ presenter: item.presenter, speakers: speakersOf(item, speakers) }, translated, ({ name }) => name)

/** `5 đợt · 48 phút`. */
export const awardsOf = ({ batches }: Pick<ProgrammeItem, 'batches'>): string =>
  words().editor.batches(
    batches.length,
    batches.reduce((sum, { minutes }) => sum + minutes, 0),
  )

/** Persons expected in a session: its own number, else all who come. */
export const attendanceOf = (
  { attendance }: Pick<Session, 'attendance'>,
  { expectedDelegates, expectedGuests }: Pick<Congress, 'expectedDelegates' | 'expectedGuests'>,
): number | null => attendance ?? (expectedDelegates === null ? null : expectedDelegates + (expectedGuests ?? 0))

/** From when to when, and by when it must be over; of an empty one only when it begins. */
export const timesOf = ({ startsAt, fixedEnd, items }: Session, end: number): string => {
  const start = minutesOf(startsAt)
  const held = fixedEnd === null ? '' : words().editor.mustEnd(clockWords(heldTime(fixedEnd, startsAt)))
  return [items.length === 0 ? clockWords(start) : spanWords(start, end), held].filter(Boolean).join(' · ')
}

/** Under the name of a session: when, where, for how many. */
export const headLine = (session: Session, end: number, congress: Congress): string => {
  const persons = attendanceOf(session, congress)
  const parts = [
    shownPlace(session, language(), translated),
    timesOf(session, end),
    persons === null ? '' : words().editor.persons(persons),
  ]
  return parts.filter(Boolean).join(' · ')
}

/** All that a block says, for those who hear it. */
export const nameOfItem = (
  item: ProgrammeItem,
  { start, end }: { start: number; end: number },
  programme: ProgrammeView,
  conflicts: readonly ProgrammeConflict[],
): string => {
  const { editor } = words()
  return [
    `${spanWords(start, end)} ${translated(item.title)}`,
    item.kind === 'item' ? '' : editor.itemKinds[item.kind],
    item.fixedStart === null ? '' : editor.isHeld,
    presenterOf(item, programme),
    remarksWords(item.id, programme),
    ...conflicts.map((conflict) => wordConflict(conflict, programme)),
  ]
    .filter(Boolean)
    .join('; ')
}

/** «2 góp ý chưa trả lời»; '' = none waits for an answer. */
export const remarksWords = (id: string, { openRemarks }: Pick<ProgrammeView, 'openRemarks'>): string => {
  const count = openRemarks[id] ?? 0
  return count === 0 ? '' : words().editor.remarks.open(count)
}

/** What a room is called; the main hall has no name of its own in a programme. */
export const roomName = (room: string): string => (room.trim() === '' ? words().editor.mainHall : room)

/** How many a room seats; empty where that is not known. */
export const seatsWords = (room: string, { venue }: Pick<ProgrammeView, 'venue'>): string => {
  const seats = room === '' ? venue?.capacity : venue?.rooms.find(({ name }) => name === room)?.capacity
  return seats == null ? '' : words().editor.seats(seats)
}

/** Where a session, or an item for which one is opened, would come to lie: its room, and its day where that is another. */
const whereOf = ({ place, session }: Carry): string => {
  if (place?.kind === 'opened') return words().editor.opens(roomName(place.opened.room))
  if (place?.kind !== 'room') return ''
  const isOther = session !== undefined && dayOf(session) !== dayOf(place)
  return [isOther ? dayTab(dayOf(place), language()) : '', roomName(place.room)].filter(Boolean).join(' · ')
}

/** Beside what is carried: its new times, what becomes of those after it, when all is over. */
export const tagOf = (carry: Carry, foreseen: Foreseen): string => {
  const { carried, squeezes } = carry
  const { editor } = words()
  const { refusal, start, end, laterMinutes, over } = foreseen
  if (refusal !== null && refusal !== 'same-place') return editor.refusals[refusal]
  return [
    spanWords(start, end),
    whereOf(carry),
    laterMinutes === 0 || carried.kind === 'session' ? '' : editor.later(laterMinutes),
    carried.kind === 'session' ? '' : editor.over(clockWords(over)),
    squeezes ? editor.squeezes : '',
  ]
    .filter(Boolean)
    .join(' · ')
}
