import type { FastifyRequest } from 'fastify'
import type { Reader } from '../../db/open.ts'
import type { Row } from '../../db/rows.ts'
import { mayAt } from '../accounts/rules.ts'
import { findAccount, findGrant, findShare, listGrants } from '../accounts/queries.ts'
import { findBooking } from '../bookings/queries.ts'
import { findCalendarDay } from '../calendar/queries.ts'
import { findCall } from '../calls/queries.ts'
import { findAcceptance, findCongress, listCongressesById, type congressReader } from '../congresses/queries.ts'
import { findCongressIdOfDelegate, findDelegation } from '../delegates/queries.ts'
import { findCycle, findLevel } from '../cycles/queries.ts'
import { findLink as findDelegateLink, findReport } from '../delegate-links/queries.ts'
import { findDistinct, findPeople } from '../duplicates/queries.ts'
import { findPlaceOfImport } from '../exchange/queries.ts'
import { findFile } from '../files/queries.ts'
import { findForm, findPlaceOfReturn, findRefusal, listFormsOfBatch } from '../forms/queries.ts'
import { findTarget } from '../feeds/keeper.ts'
import { findFeed } from '../feeds/queries.ts'
import type { FeedKind } from '../feeds/schema.ts'
import { findHall } from '../halls/queries.ts'
import { findAct } from '../history/queries.ts'
import { findLeave, findPerson, findReplacement } from '../leaders/queries.ts'
import { findPost } from '../people/queries.ts'
import { findOutsideFill, findOutsideForm } from '../outside-forms/queries.ts'
import { findCongressOfPackage, findCongressOfPrint } from '../prints/queries.ts'
import { findSeries } from '../papers/queries.ts'
import { findCongressIdOfItem, findItem, findRemark, findSession, findSpeaker } from '../programme/queries.ts'
import { findRelease, findTelling } from '../releases/queries.ts'
import { findListById, isSender } from '../unit-lists/queries.ts'
import { findUnit, lineOfUnit } from '../units/queries.ts'
import { findVenue } from '../venues/queries.ts'

/** A unit at which a role is asked for; null = the whole installation. */
export type At = string | null

/** Reads one congress by a statement that is compiled once: what is asked for most often. */
type CongressOf = ReturnType<typeof congressReader>

type FindPlaces = (read: Reader, request: FastifyRequest, congressOf: CongressOf) => Promise<At[]>

const idOf = (request: FastifyRequest) => (request.params as { id: string }).id
const bodyOf = (request: FastifyRequest) => (request.body ?? {}) as Record<string, unknown>
/** The unit that a body names in this field, null = the whole installation; empty where it has no such field. */
const inBody = (request: FastifyRequest, field: string): At[] => {
  const value = bodyOf(request)[field]
  return typeof value === 'string' || value === null ? [value] : []
}
const unitOf = (row: { unitId: At } | undefined): At[] => (row ? [row.unitId] : [])

const unitOfCongress = async (read: Reader, congressId: string | undefined): Promise<At[]> =>
  congressId === undefined ? [] : unitOf(await findCongress(read, congressId))

/**
 * Where a route's role is asked for, found from its `:id` or its body. Each name answers with the units at which the
 * account needs the role; an empty answer means that there is no such thing.
 */
export const places = {
  installation: async () => [null],
  unit: async (read, request) => {
    const unit = await findUnit(read, idOf(request))
    if (!unit) return []
    // Moved under another unit it needs the role there too; to the top, for the whole installation.
    return [unit.id, ...inBody(request, 'parentId').filter((parent) => parent !== unit.parentId)]
  },
  /** A unit is created under its parent; one at the top is the installation's. */
  'parent-in-body': async (_read, request) => {
    const parents = inBody(request, 'parentId')
    return parents.length > 0 ? parents : [null]
  },
  'unit-in-body': async (_read, request) => {
    const units = inBody(request, 'unitId')
    return units.length > 0 ? units : [null]
  },
  'unit-in-query': async (_read, request) => {
    const { unitId } = request.query as { unitId?: string }
    return [unitId ?? null]
  },
  /** A dry run is its creator's alone. */
  import: async (read, request) => {
    const found = await findPlaceOfImport(read, idOf(request))
    return found?.accountId === request.signedIn?.id ? unitOf(found) : []
  },
  /** A heap of returned files is its sender's alone, who must still organize where its forms may be. */
  return: async (read, request) => {
    const found = await findPlaceOfReturn(read, idOf(request))
    return found?.accountId === request.signedIn?.id ? (found?.unitIds ?? []) : []
  },
  form: async (read, request) => unitOf(await findForm(read, idOf(request))),
  'form-batch': async (read, request) => [
    ...new Set((await listFormsOfBatch(read, idOf(request))).map(({ unitId }) => unitId)),
  ],
  refusal: async (read, request) => unitOf(await findRefusal(read, idOf(request))),
  venue: async (read, request) => withBody(unitOf(await findVenue(read, idOf(request))), request),
  'venue-in-body': async (read, request) => unitOf(await findVenue(read, String(bodyOf(request)['venueId'] ?? ''))),
  hall: async (read, request) => unitOf(await findHall(read, idOf(request))),
  /** Halls are handed down: whoever has a role at a unit below the keeper's may look at them. */
  'hall-from-below': async (read, request) => placesBelow(read, request, await findHall(read, idOf(request))),
  /** Whoever may look at a hall may draw it once more at a venue where the role is held. */
  'hall-copied-to-venue': async (read, request) => {
    const seen = await placesBelow(read, request, await findHall(read, idOf(request)))
    const maySee = await Promise.all(
      seen.map(async (unitId) =>
        mayAt(request.signedIn?.duties ?? [], 'viewer', unitId === null ? [] : await lineOfUnit(read, unitId)),
      ),
    )
    return maySee.includes(true) ? unitOf(await findVenue(read, String(bodyOf(request)['venueId'] ?? ''))) : []
  },
  booking: async (read, request) => {
    const booking = await findBooking(read, idOf(request))
    return booking ? unitOf(await findVenue(read, booking.venueId)) : []
  },
  post: async (read, request) => withBody(unitOf(await findPost(read, idOf(request))), request),
  'person-in-body': async (read, request) => unitOf(await findPerson(read, String(bodyOf(request)['personId'] ?? ''))),
  /** Two people at once: the role is needed where each is kept. */
  'people-in-body': async (read, request) => placesOfPeople(read, (bodyOf(request)['personIds'] ?? []) as string[]),
  /** Somebody of the pair may be gone by now. */
  'distinct-pair': async (read, request) => {
    const pair = await findDistinct(read, idOf(request))
    return pair ? (await findPeople(read, [pair.firstId, pair.secondId])).flatMap(unitOf) : []
  },
  leave: async (read, request) => {
    const leave = await findLeave(read, idOf(request))
    const { personId = leave?.personId } = bodyOf(request)
    // Given to another leader it needs the role there too.
    const people = leave ? [...new Set([leave.personId, String(personId)])] : []
    return (await Promise.all(people.map((id) => findPerson(read, id)))).flatMap(unitOf)
  },
  replacement: async (read, request) => {
    const replacement = await findReplacement(read, idOf(request))
    return replacement ? unitOf(await findCongress(read, replacement.congressId)) : []
  },
  /** A calendar is made by the unit that keeps what it is of. */
  'feed-target-in-body': async (read, request) => {
    const { kind, targetId } = bodyOf(request) as { kind: FeedKind; targetId: string }
    return unitOf(await findTarget(read, kind, targetId))
  },
  feed: async (read, request) => unitOf(await findFeed(read, idOf(request))),
  'calendar-day': async (read, request) => withBody(unitOf(await findCalendarDay(read, idOf(request))), request),
  delegate: async (read, request) => unitOfCongress(read, await findCongressIdOfDelegate(read, idOf(request))),
  /** The unit that sends a list, where the congress asked it for one. */
  'sending-unit': async (read, request) => {
    const { id, sendingUnitId } = request.params as { id: string; sendingUnitId: string }
    return (await isSender(read, id, sendingUnitId)) ? [sendingUnitId] : []
  },
  /** The congress to which a unit sends its list: whoever decides on it decides there. */
  'list-of-unit': async (read, request) => {
    const { id, sendingUnitId } = request.params as { id: string; sendingUnitId: string }
    return (await isSender(read, id, sendingUnitId)) ? unitOfCongress(read, id) : []
  },
  delegation: async (read, request) => unitOfCongress(read, (await findDelegation(read, idOf(request)))?.congressId),
  /** A committee's own series is where its congress is held today. */
  'number-series': async (read, request) => {
    const series = await findSeries(read, idOf(request))
    return series?.congressId ? unitOf(await findCongress(read, series.congressId)) : unitOf(series)
  },
  'outside-form': async (read, request) => unitOf(await findOutsideForm(read, idOf(request))),
  /** Forms are handed down: whoever has a role at a unit below may look at them. */
  'outside-form-from-below': async (read, request) =>
    placesBelow(read, request, await findOutsideForm(read, idOf(request))),
  /** Of a form that was filled, the unit that holds its congress today. */
  'outside-fill': async (read, request) =>
    unitOfCongress(read, (await findOutsideFill(read, idOf(request)))?.congressId),
  call: async (read, request) => withBody(unitOf(await findCall(read, idOf(request))), request),
  /** Of a print, the unit that holds its congress today. */
  print: async (read, request) => unitOfCongress(read, await findCongressOfPrint(read, idOf(request))),
  'print-package': async (read, request) => unitOfCongress(read, await findCongressOfPackage(read, idOf(request))),
  /** Of a file with a congress, that one's unit of today. */
  file: async (read, request) => placesOfFile(read, await findFile(read, idOf(request))),
  /** The paper that approves a unit's list is read there too. */
  'file-to-read': async (read, request) => {
    const file = await findFile(read, idOf(request))
    const list = file?.ownerKind === 'unit-list' ? await findListById(read, file.ownerId) : undefined
    const isOfSender =
      list && mayAt(request.signedIn?.duties ?? [], 'viewer', await lineOfUnit(read, list.sendingUnitId))
    return isOfSender ? [list.sendingUnitId] : placesOfFile(read, file)
  },
  cycle: async (read, request) => withBody(unitOf(await findCycle(read, idOf(request))), request),
  level: async (read, request) => {
    const level = await findLevel(read, idOf(request))
    return level ? unitOf(await findCycle(read, level.cycleId)) : []
  },
  congress: async (_read, request, congressOf) => {
    const congress = await congressOf(idOf(request))
    request.congress = congress ?? null
    return withBody(unitOf(congress), request)
  },
  'congress-in-body': async (read, request) =>
    unitOf(await findCongress(read, String(bodyOf(request)['congressId'] ?? ''))),
  'congresses-in-body': async (read, request) => {
    const ids = ((bodyOf(request)['congresses'] ?? []) as { id: string }[]).map(({ id }) => id)
    return [...new Set((await listCongressesById(read, ids)).map((congress) => congress.unitId))]
  },
  'warnings-in-body': async (read, request) => {
    const ids = ((bodyOf(request)['warnings'] ?? []) as { congressId: string }[]).map(({ congressId }) => congressId)
    return [...new Set((await listCongressesById(read, ids)).map((congress) => congress.unitId))]
  },
  acceptance: async (read, request) => {
    const acceptance = await findAcceptance(read, idOf(request))
    return acceptance ? unitOf(await findCongress(read, acceptance.congressId)) : []
  },
  session: async (read, request) => {
    const session = await findSession(read, idOf(request))
    return session ? unitOf(await findCongress(read, session.congressId)) : []
  },
  item: async (read, request) => {
    const item = await findItem(read, idOf(request))
    return unitOfCongress(read, item && (await findCongressIdOfItem(read, item)))
  },
  speaker: async (read, request) => unitOfCongress(read, (await findSpeaker(read, idOf(request)))?.congressId),
  remark: async (read, request) => unitOfCongress(read, (await findRemark(read, idOf(request)))?.congressId),
  'delegate-report': async (read, request) => unitOfCongress(read, (await findReport(read, idOf(request)))?.congressId),
  'delegate-link': async (read, request) =>
    unitOfCongress(read, (await findDelegateLink(read, idOf(request)))?.congressId),
  release: async (read, request) => unitOfCongress(read, (await findRelease(read, idOf(request)))?.congressId),
  telling: async (read, request) => {
    const telling = await findTelling(read, idOf(request))
    const release = telling && (await findRelease(read, telling.releaseId))
    return unitOfCongress(read, release?.congressId)
  },
  /** An account is its administrators': of every unit at which it has a role. */
  account: async (read, request) => {
    const account = await findAccount(read, idOf(request))
    if (!account) return []
    const held = (await listGrants(read, [account.id])).map((grant) => grant.unitId)
    const given = 'role' in bodyOf(request) ? (inBody(request, 'unitId')[0] ?? null) : undefined
    const units = [...held, ...(given === undefined ? [] : [given])]
    return units.length > 0 ? units : [null]
  },
  grant: async (read, request) => unitOf(await findGrant(read, idOf(request))),
  share: async (read, request) => unitOf(await findShare(read, idOf(request))),
  act: async (read, request) => unitOf(await findAct(read, idOf(request))),
} satisfies Record<string, FindPlaces>

export type Place = keyof typeof places

/** What a unit hands down is looked at by whoever has a role at a unit below it. */
const placesBelow = async (
  read: Reader,
  request: FastifyRequest,
  handed: { unitId: string } | undefined,
): Promise<At[]> => {
  if (!handed) return []
  for (const { unitId } of request.signedIn?.duties ?? []) {
    if (unitId !== null && (await lineOfUnit(read, unitId)).includes(handed.unitId)) return [unitId]
  }
  return [handed.unitId]
}

const placesOfFile = async (read: Reader, file: Row<'files'> | undefined): Promise<At[]> => {
  if (!file) return []
  return file.congressId === null ? [file.unitId] : unitOf(await findCongress(read, file.congressId))
}

/** Units of all these people; of none where one is unknown. */
const placesOfPeople = async (read: Reader, ids: readonly string[]): Promise<At[]> => {
  const people = await findPeople(read, ids)
  return people.length < ids.length ? [] : people.flatMap(unitOf)
}

/** What is moved to another unit, or to the installation, needs the role there too. */
const withBody = (found: At[], request: FastifyRequest): At[] =>
  found.length === 0 ? [] : [...found, ...inBody(request, 'unitId')]

/** Finds the units of a place. */
export const findPlaces = (place: Place): FindPlaces => places[place]
