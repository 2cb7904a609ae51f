import { createHash } from 'node:crypto'
import type { Reader } from '../../db/open.ts'
import type { Row } from '../../db/rows.ts'
import { inUse, notFound, refused, stale } from '../errors.ts'
import { act, type ActRows, type Done } from '../history/actions.ts'
import { newId, type Actor, type Office } from '../office.ts'
import { findVenue } from '../venues/queries.ts'
import {
  findDrawing,
  findHall,
  keepDrawing,
  listHallsOf,
  listPlansIn,
  listVersions,
  type HallRecord,
} from './queries.ts'
import { countSeats, faultIn } from './rules.ts'
import type { Hall, HallChange, HallCopy, HallDetails, HallDrawing, NewDrawing, NewHall } from './schema.ts'

const mostHalls = 50

/** A hall with one of its versions; the newest unless told. */
export const showHall = async (read: Reader, id: string, wanted?: number): Promise<HallDetails> => {
  const record = await findHall(read, id)
  if (!record) throw notFound()
  const number = wanted ?? record.hall.number
  const drawing = await findDrawing(read, id, number)
  if (!drawing) throw notFound()
  const versions = await listVersions(read, id)
  return {
    hall: asTold(record),
    ...{ number, drawing },
    versions: versions.map((each) => ({
      ...{ number: each.number, seats: each.seats, note: each.note, savedAt: each.savedAt, savedBy: each.savedBy },
    })),
  }
}

export const createHall = (
  office: Office,
  actor: Actor,
  venueId: string,
  { name, drawing }: NewHall,
): Promise<Done<Hall>> =>
  act(office, actor, about('hall-drawn'), async (rows) => {
    const hall = await makeHall(rows, { venueId, name, drawing, note: '' }, by(office, actor))
    return asTold(hall)
  })

/** Draws the newest version of a hall once more at another venue, or at its own under another name. */
export const copyHall = (office: Office, actor: Actor, id: string, { venueId, name }: HallCopy): Promise<Done<Hall>> =>
  act(office, actor, about('hall-copied'), async (rows) => {
    const from = await findHall(rows.tx, id)
    const drawing = from && (await findDrawing(rows.tx, id, from.hall.number))
    if (!from || !drawing) throw notFound()
    const note = [from.venueName, from.hall.name].join(', ').slice(0, 300)
    return asTold(await makeHall(rows, { venueId, name, drawing, note }, by(office, actor)))
  })

export const renameHall = (
  office: Office,
  actor: Actor,
  id: string,
  { name, version }: HallChange,
): Promise<Done<Hall>> =>
  act(office, actor, about('hall-renamed'), async (rows) => {
    const record = await requireHall(rows, id)
    return asTold({ ...record, hall: await rows.change('halls', id, version, { name }) })
  })

/** Keeps a drawing as the next version of its hall; plans stay in the version that they are in. */
export const saveDrawing = (
  office: Office,
  actor: Actor,
  id: string,
  { drawing, note, version }: NewDrawing,
): Promise<Done<Hall>> =>
  act(office, actor, about('hall-redrawn'), async (rows) => {
    const record = await requireHall(rows, id)
    if (record.hall.version !== version) throw stale(record.hall)
    const number = record.hall.number + 1
    const seats = await keepVersion(rows, { hallId: id, number, drawing, note }, by(office, actor))
    return asTold({ ...record, hall: await rows.change('halls', id, version, { number, seats }) })
  })

/** Deletes a hall that nobody is seated in; the act's undo brings it back. */
export const deleteHall = (office: Office, actor: Actor, id: string, version: number): Promise<Done<void>> =>
  act(office, actor, about('hall-deleted'), async (rows) => {
    await requireHall(rows, id)
    const plans = await listPlansIn(rows.tx, id)
    if (plans.length > 0)
      throw inUse(plans.map(({ name, congress }) => ({ kind: 'seating', name: `${congress}: ${name}` })))
    await removeHall(rows, id, version)
  })

/** Takes a hall away with its versions. */
export const removeHall = async (rows: ActRows, id: string, version: number): Promise<void> => {
  await rows.removeMany('hallVersions', await listVersions(rows.tx, id))
  await rows.remove('halls', id, version)
}

export const asTold = ({ hall, venueName, unitId }: HallRecord): Hall => {
  const { id, venueId, name, number, seats, version } = hall
  return { id, venueId, name, venueName, unitId, number, seats, version }
}

const about = (action: string) => ({ action, subject: '', unitId: null })

const by = (office: Office, actor: Actor) => ({ savedAt: office.now().toISOString(), savedBy: actor.name })

interface Saved {
  savedAt: string
  savedBy: string
}

const requireHall = async (rows: ActRows, id: string): Promise<HallRecord> => {
  const record = await findHall(rows.tx, id)
  if (!record) throw notFound()
  rows.say({ subject: `${record.venueName}: ${record.hall.name}`, unitId: record.unitId })
  return record
}

const makeHall = async (
  rows: ActRows,
  { venueId, name, drawing, note }: { venueId: string; name: string; drawing: HallDrawing; note: string },
  saved: Saved,
): Promise<HallRecord> => {
  const venue = await findVenue(rows.tx, venueId)
  if (!venue) throw notFound()
  rows.say({ subject: `${venue.name}: ${name}`, unitId: venue.unitId })
  const halls = await listHallsOf(rows.tx, venueId)
  if (halls.length >= mostHalls) throw refused('halls-full', 'The venue has as many halls as it may have.')
  const hall = await keepHall(rows, { id: newId(), venueId, name, drawing, note }, saved)
  return { hall, venueName: venue.name, unitId: venue.unitId }
}

/** Keeps a hall with its first version. */
export const keepHall = async (
  rows: ActRows,
  {
    id,
    venueId,
    name,
    drawing,
    note,
  }: { id: string; venueId: string; name: string; drawing: HallDrawing; note: string },
  saved: Saved,
): Promise<Row<'halls'>> => {
  const hall = await rows.create('halls', { id, venueId, name, number: 1, seats: countSeats(drawing) })
  await keepVersion(rows, { hallId: id, number: 1, drawing, note }, saved)
  return hall
}

const keepVersion = async (
  rows: ActRows,
  { hallId, number, drawing, note }: { hallId: string; number: number; drawing: HallDrawing; note: string },
  saved: Saved,
): Promise<number> => {
  const fault = faultIn(drawing)
  if (fault) throw refused(fault.code, fault.message, fault.details)
  const drawingKey = createHash('sha256').update(JSON.stringify(drawing)).digest('hex')
  await keepDrawing(rows.tx, drawingKey, drawing)
  const seats = countSeats(drawing)
  await rows.create('hallVersions', { id: newId(), hallId, number, drawingKey, seats, note, ...saved })
  return seats
}
