import type { Database } from '../../db/open.ts'
import { doorName, nearestDoor } from '../halls/rules/ways.ts'
import { englishTwins } from '../english/twins.ts'
import { ownBoardReader } from '../assignments/own.ts'
import { readAssignments, type Assigned } from '../assignments/rules.ts'
import type { Language } from '../format/dates.ts'
import { ownGroups, type OwnGroup } from '../groups/own.ts'
import { otherSeatsReader, seatFinder, type OtherSeat, type SeatInHall } from '../seating/own.ts'
import type { Office } from '../office.ts'
import type { ToldSession } from '../releases/rules/told.ts'
import { momentOf, todayOf } from '../road/actions.ts'
import { hashCode } from '../delegate-links/codes.ts'
import type { DelegatePage } from './compose.ts'
import {
  isOfDelegate,
  isOfDelegation,
  ownSessions,
  programmeReader,
  type DelegationRecord,
  type OpenRecord,
  type ToldProgramme,
} from './gather.ts'
import {
  findHeadOf,
  linkReader,
  markOpened,
  reportsReader,
  type LinkRecord,
  type ReportSaid,
} from '../delegate-links/queries.ts'
import { lastDayOf, mayAnswer, type Coming } from '../delegate-links/rules.ts'

/** What a link leads to; `withdrawn` to a sentence that tells nothing of anybody. */
export type Opened =
  | { kind: 'gone' }
  | { kind: 'withdrawn' }
  | { kind: 'delegate'; record: OpenRecord; today: string }
  | { kind: 'delegation'; record: DelegationRecord; today: string }

/** What a record of a link leads to. Unknown, revoked and run out are one and the same to whoever asks. */
export const openedBy = (office: Office, record: LinkRecord | undefined): Opened => {
  if (!record?.congress || record.link.revokedAt !== null) return { kind: 'gone' }
  const today = todayOf(office, record.standsOn)
  const lastDay = lastDayOf(record.link, record.congress)
  if (lastDay !== null && today > lastDay) return { kind: 'gone' }
  if (isOfDelegation(record)) return { kind: 'delegation', record, today }
  if (!isOfDelegate(record)) return { kind: 'gone' }
  return record.delegate.standing === 'withdrawn' ? { kind: 'withdrawn' } : { kind: 'delegate', record, today }
}

/** Opens links: what stands behind one is read by statements that are compiled once. */
export const linkOpener = (office: Office) => {
  const findLink = linkReader(office.db)
  const findProgramme = programmeReader(office.db)
  const findReports = reportsReader(office.db)
  const findOwn = ownBoardReader(office.db)
  const findSeat = seatFinder(office.db)
  const readOtherSeats = otherSeatsReader(office.db)
  return {
    open: async (code: string): Promise<Opened> => openedBy(office, await findLink(hashCode(code))),
    read: async (record: OpenRecord): Promise<PageFacts> => ({
      programme: await findProgramme(record.congress.id),
      reports: await findReports(record.delegate.id),
      assigned: readAssignments(await findOwn(record)),
      head: await headOf(office.db, record),
      group: (await ownGroups(office.db.read, record.congress.id, record.delegate.id)).get(record.delegate.id) ?? null,
      seatInHall: await findSeat(record.congress.id, record.delegate.seat),
      otherSeats: (await readOtherSeats(record.congress.id))(record.delegate.id),
    }),
  }
}

/** What a page says besides what stands behind its link. */
export interface PageFacts {
  programme: ToldProgramme | null
  reports: readonly ReportSaid[]
  /** Where the delegate comes and what as. */
  assigned: Pick<Assigned, 'comesTo' | 'rolesOf'>
  head: DelegatePage['head']
  group: OwnGroup | null
  seatInHall: SeatInHall | null
  otherSeats: readonly OtherSeat[]
}

export interface Asked {
  code: string
  language: Language
  origin: string
}

/** All that a delegate's page says. */
export const pageOf = async (
  office: Office,
  { record, today }: { record: OpenRecord; today: string },
  { programme, reports, assigned, head, group, seatInHall, otherSeats }: PageFacts,
  asked: Asked,
): Promise<Omit<DelegatePage, 'fault'>> => {
  const { read } = office.db
  const { link: _link, ...rest } = record
  const { comesTo, rolesOf } = assigned
  const { delegate } = record
  const coming: Coming = {
    isIn: (session) => comesTo(session)(delegate),
    rolesIn: ({ id }) => rolesOf(delegate, id),
  }
  return {
    ...rest,
    delegate: withDoor(delegate, seatInHall),
    ...asked,
    twins: await englishTwins(),
    timeZone: office.settings.timeZone,
    roles: rolesOf(delegate, ''),
    sessions: programme ? await ownSessions(read, record, programme, coming) : null,
    reports,
    head,
    group,
    seatInHall,
    otherSeats: otherSeats.map((each) => ({ ...each, session: onlySession(programme, each) })),
    mayAnswer: mayAnswer(record.congress, today),
  }
}

/** The session that a plan of a rehearsal or a reception is for: the one of its kind; null = none, or one of several. */
const onlySession = (programme: ToldProgramme | null, { kind }: OtherSeat): ToldSession | null => {
  // When a phase is on nobody knows but the programme.
  if (kind === 'official') return null
  const [only = null, ...others] = (programme?.sessions ?? []).filter((session) => session.kind === kind)
  return others.length === 0 ? only : null
}

/** The door of a seat that the hall has is the one that the way in the drawing begins at, whatever was typed. */
const withDoor = (delegate: OpenRecord['delegate'], seatInHall: SeatInHall | null): OpenRecord['delegate'] => {
  const door = seatInHall && nearestDoor(seatInHall.hall, seatInHall.at)
  return door ? { ...delegate, door: doorName(door) } : delegate
}

/** Whom of the delegation one may ask; nobody is told his own telephone as that. */
const headOf = async (db: Database, { delegate, delegation }: OpenRecord): Promise<DelegatePage['head']> => {
  const headId = delegation?.headId ?? null
  return headId === null || headId === delegate.id ? null : findHeadOf(db.read, headId)
}

/** Telephones open a page many times: when one last did is kept to the quarter of an hour. */
const keptMilliseconds = 15 * 60 * 1000

/** Notes it in the record as well, which may be kept. */
export const noteOpened = async (
  office: Office,
  { link, congress, standsOn }: Pick<OpenRecord, 'link' | 'congress' | 'standsOn'>,
) => {
  const openedAt = momentOf(office, standsOn)
  if (link.openedAt !== null && Date.parse(openedAt) - Date.parse(link.openedAt) < keptMilliseconds) return
  link.openedAt = openedAt
  await office.db.write((tx) => markOpened(tx, link.id, openedAt))
  const { unitId, cycleId, id: congressId } = congress
  await office.db.announce({ tables: ['delegateLinks'], unitId, cycleId, congressId, accountName: '' })
}
