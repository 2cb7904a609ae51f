import { and, asc, desc, eq, inArray, or } from 'drizzle-orm'
import type { Reader, Writer } from '../../db/open.ts'
import type { Row } from '../../db/rows.ts'
import type { HallDrawing } from './schema.ts'

/** A hall with the venue that it is in. */
export interface HallRecord {
  hall: Row<'halls'>
  venueName: string
  unitId: string
}

const readHalls = (read: Reader) => {
  const { halls, venues } = read.tables
  return read
    .select({ hall: halls, venueName: venues.name, unitId: venues.unitId })
    .from(halls)
    .innerJoin(venues, eq(venues.id, halls.venueId))
}

export const findHall = async (read: Reader, id: string): Promise<HallRecord | undefined> =>
  (await readHalls(read).where(eq(read.tables.halls.id, id)))[0]

/** The halls of a venue, oldest first. */
export const listHallsOf = async (read: Reader, venueId: string): Promise<HallRecord[]> =>
  readHalls(read).where(eq(read.tables.halls.venueId, venueId)).orderBy(asc(read.tables.halls.id))

/** The halls of all venues that these units keep. */
export const listHallsOfUnits = async (read: Reader, unitIds: readonly string[]): Promise<HallRecord[]> =>
  readHalls(read)
    .where(inArray(read.tables.venues.unitId, [...unitIds]))
    .orderBy(asc(read.tables.halls.id))

/** Versions of a hall, the newest first. */
export const listVersions = async (read: Reader, hallId: string): Promise<Row<'hallVersions'>[]> => {
  const { hallVersions } = read.tables
  return read.select().from(hallVersions).where(eq(hallVersions.hallId, hallId)).orderBy(desc(hallVersions.number))
}

export const findDrawing = async (read: Reader, hallId: string, number: number): Promise<HallDrawing | undefined> => {
  const { hallVersions, drawings } = read.tables
  const [found] = await read
    .select({ drawing: drawings.drawing })
    .from(hallVersions)
    .innerJoin(drawings, eq(drawings.key, hallVersions.drawingKey))
    .where(and(eq(hallVersions.hallId, hallId), eq(hallVersions.number, number)))
  return found?.drawing
}

/** Keeps a drawing under its hash, once. */
export const keepDrawing = async (tx: Writer, key: string, drawing: HallDrawing): Promise<void> => {
  await tx.insert(tx.tables.drawings).values({ key, drawing }).onConflictDoNothing()
}

/** Seating plans that sit in a hall or were released in it, with the congress of each. */
export const listPlansIn = async (read: Reader, hallId: string) => {
  const { seatingPlans, seatReleases, congresses } = read.tables
  const released = read
    .select({ planId: seatReleases.planId })
    .from(seatReleases)
    .where(eq(seatReleases.hallId, hallId))
  return read
    .select({ id: seatingPlans.id, name: seatingPlans.name, congress: congresses.title })
    .from(seatingPlans)
    .innerJoin(congresses, eq(congresses.id, seatingPlans.congressId))
    .where(or(eq(seatingPlans.hallId, hallId), inArray(seatingPlans.id, released)))
    .orderBy(asc(seatingPlans.id))
}
