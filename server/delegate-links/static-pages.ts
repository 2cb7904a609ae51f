import { showAssignments } from '../assignments/board.ts'
import { readAssignments } from '../assignments/rules.ts'
import { findCongress } from '../congresses/queries.ts'
import { listDelegates, type DelegateRecord } from '../delegates/queries.ts'
import { composeStatic, composeStaticDelegation, type Contact, type StaticText } from '../delegate-pages/static-page.ts'
import {
  programmeReader,
  type DelegationRecord,
  type OpenRecord,
  type ToldProgramme,
} from '../delegate-pages/gather.ts'
import { liaisonMessage, messageOf } from '../delegate-pages/message.ts'
import { openedBy, pageOf, type PageFacts } from '../delegate-pages/opening.ts'
import { sealedFileOf, sealedFiles } from '../delegate-pages/sealed.ts'
import { staticWords } from '../delegate-pages/static-words.ts'
import { notFound } from '../errors.ts'
import { groupedBy } from '../exchange/plan-delegates.ts'
import { addDays, daysBetween, instantOf, type Language } from '../format/dates.ts'
import { otherSeatsReader, seatFinder, type SeatInHall } from '../seating/own.ts'
import { ownGroups } from '../groups/own.ts'
import type { Office } from '../office.ts'
import { todayOf } from '../road/actions.ts'
import { findUnit } from '../units/queries.ts'
import { codeMaker } from './codes.ts'
import { findHeadOffice, listLinkRecords, listOpenReports, type LinkRecord } from './queries.ts'
import { lastDayOf, mayAnswer } from './rules.ts'

/** A page as a file for a web host, with what hands it out. */
export interface StaticPage {
  file: string
  bytes: [shared: Buffer, own: Buffer]
  /** Of the list of pages, in its order. */
  position: number
  name: string
  delegation: string
  phone: string
  url: string
  message: string
}

export interface StaticPagesOf {
  congressId: string
  linkIds: readonly string[]
  /** Folder at the web host, without a slash at its end. */
  host: string
  /** Nothing is shown after this day, nor after the link's own last one. */
  until: string | null
  /** Of the messages. */
  language: Language
}

/** The address of a page at a web host: what opens it stands behind the sign that no browser sends. */
export const staticAddressOf = (host: string, code: string): string => `${host}/${sealedFileOf(code)}#${code}`

/** As many pages as are read at once. */
const step = 200

/** Writes pages one after the other: what all need is read once, what stands behind links in steps. */
export const writeStaticPages = async function* (office: Office, of: StaticPagesOf): AsyncGenerator<StaticPage> {
  const written = await pageWriter(office, of)
  for (let start = 0; start < of.linkIds.length; start += step) {
    for (const record of await listLinkRecords(office.db.read, of.congressId, of.linkIds.slice(start, start + step))) {
      const page = await written(record)
      if (page) yield page
    }
  }
}

const pageWriter = async (office: Office, { congressId, host, until, language }: StaticPagesOf) => {
  const shared = await sharedFacts(office, congressId)
  const writeFile = await sealedFiles()
  const { codeOf } = await codeMaker(office.db)
  /** null = the link opens nothing any more. */
  return async (record: LinkRecord): Promise<StaticPage | null> => {
    const opened = openedBy(office, record)
    if (opened.kind === 'gone' || opened.kind === 'withdrawn') return null
    const code = codeOf(record.link.salt)
    const url = staticAddressOf(host, code)
    const written =
      opened.kind === 'delegate'
        ? await ofDelegate(office, opened, { shared, code, url, language })
        : ofDelegation(office, opened, { shared, code, url, language })
    const { pages, ...told } = written
    const lastDays = [until, lastDayOf(record.link, opened.record.congress)]
    const bytes = writeFile(code, { until: endOf(office, opened.today, lastDays), pages })
    return { file: sealedFileOf(code), bytes, url, ...told }
  }
}

interface How {
  shared: SharedFacts
  code: string
  url: string
  language: Language
}

type Written = Omit<StaticPage, 'file' | 'bytes' | 'url'> & { pages: Record<Language, StaticText> }

const ofDelegate = async (
  office: Office,
  opened: { record: OpenRecord; today: string },
  { shared, code, url, language }: How,
): Promise<Written> => {
  const { delegate, person, delegation } = opened.record
  const vi = await pageOf(office, opened, shared.factsOf(opened.record), { code, language: 'vi', origin: '' })
  const of = { vi, en: { ...vi, language: 'en' } } as const
  return {
    ...{ position: delegate.position, name: person.name, delegation: delegation?.name ?? '', phone: person.phone },
    message: messageOf(of[language], url, staticWords[language].open),
    pages: { vi: composeStatic(of.vi, shared), en: composeStatic(of.en, shared) },
  }
}

const ofDelegation = (
  office: Office,
  { record, today }: { record: DelegationRecord; today: string },
  { shared, code, url, language }: How,
): Written => {
  const { delegation, congress, unit, venue } = record
  const members = shared.membersOf(delegation.id)
  const page = { code, origin: '', delegation, congress, unit, venue, members, mayAnswer: mayAnswer(congress, today) }
  const facts = { ...shared, timeZone: office.settings.timeZone }
  const inLanguage = (each: Language) => composeStaticDelegation({ ...page, language: each }, facts)
  return {
    ...{ position: delegation.position, name: delegation.liaison, delegation: delegation.name },
    phone: delegation.liaisonPhone,
    message: liaisonMessage(record, { language, url }),
    pages: { vi: inLanguage('vi'), en: inLanguage('en') },
  }
}

/** What all pages of a congress are made from. */
interface SharedFacts {
  writtenAt: string
  programme: ToldProgramme | null
  office: Contact
  factsOf: (record: OpenRecord) => PageFacts
  membersOf: (delegationId: string) => DelegateRecord[]
}

const sharedFacts = async (office: Office, congressId: string): Promise<SharedFacts> => {
  const { read } = office.db
  const congress = await findCongress(read, congressId)
  if (!congress) throw notFound()
  const programme = await programmeReader(office.db)(congressId)
  const assigned = readAssignments(await showAssignments(read, congressId))
  const reports = groupedBy(await listOpenReports(read, congressId), ({ delegateId }) => delegateId)
  const groups = await ownGroups(read, congressId)
  const everybody = await listDelegates(read, congressId)
  const people = new Map(everybody.map(({ delegate, person }) => [delegate.id, person]))
  const standing = everybody.filter(({ delegate }) => delegate.standing !== 'withdrawn')
  const findSeat = seatFinder(office.db)
  const otherSeatsOf = await otherSeatsReader(office.db)(congressId)
  const seats = new Map<string, SeatInHall | null>()
  for (const { delegate } of standing) seats.set(delegate.id, await findSeat(congressId, delegate.seat))
  const members = groupedBy(standing, ({ delegate }) => delegate.delegationId ?? '')
  return {
    ...{ writtenAt: office.now().toISOString(), programme },
    office: await contactOf(office, congress.unitId),
    factsOf: ({ delegate, delegation }) => {
      const headId = delegation?.headId ?? null
      const head = headId === null || headId === delegate.id ? null : (people.get(headId) ?? null)
      const group = groups.get(delegate.id) ?? null
      const seatInHall = seats.get(delegate.id) ?? null
      const otherSeats = otherSeatsOf(delegate.id)
      return { programme, assigned, reports: reports.get(delegate.id) ?? [], head, group, seatInHall, otherSeats }
    },
    membersOf: (delegationId) => members.get(delegationId) ?? [],
  }
}

/** Whom of the office one calls: of the unit that holds the congress, or of the one above all others. */
const contactOf = async ({ db }: Office, unitId: string): Promise<Contact> => {
  const holder = await findUnit(db.read, unitId)
  const above = holder?.contactPhone ? undefined : await findHeadOffice(db.read)
  const unit = above?.contactPhone ? above : holder
  return { name: unit?.contactName || unit?.name || '', phone: unit?.contactPhone ?? '' }
}

/**
 * The moment at which the earliest of these days is over, by the clock of whoever opens the page: a road that stands on
 * another day than the clock's (the example's) is as many days away from its end.
 */
const endOf = (office: Office, today: string, lastDays: readonly (string | null)[]): number | null => {
  const [lastDay] = lastDays.filter((day) => day !== null).sort()
  if (lastDay === undefined) return null
  const after = addDays(todayOf(office, null), daysBetween(today, lastDay) + 1)
  return Date.parse(instantOf(after, '00:00', office.settings.timeZone))
}
