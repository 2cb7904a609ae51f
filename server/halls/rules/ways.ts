import type { Fixture } from '../schema.ts'
import type { IndexedHall } from './indexed.ts'

/** The doors of each level, by its place; a level without doors is reached by those of the others. */
export const doorsOf = ({ drawing }: IndexedHall): Fixture[][] => {
  const own = drawing.levels.map(({ fixtures }) => fixtures.filter(({ kind }) => kind === 'door'))
  const all = own.flat()
  return own.map((doors) => (doors.length > 0 ? doors : all))
}

/** The door nearest to a seat; undefined = the hall has none drawn. */
export const nearestDoor = (hall: IndexedHall, at: number, doors = doorsOf(hall)): Fixture | undefined => {
  const seat = hall.seats[at]
  if (!seat) return undefined
  let nearest: Fixture | undefined
  let least = Infinity
  for (const door of doors[seat.level] ?? []) {
    const distance = Math.hypot(door.x - seat.x, door.y - seat.y)
    if (distance < least) [nearest, least] = [door, distance]
  }
  return nearest
}

/** What a door is called by beside the word «cửa»: «A», «số 2». */
export const doorName = ({ text }: Pick<Fixture, 'text'>): string =>
  text.replace(/^(cửa( ra)?( vào)?|door)\s+/iu, '').trim()
