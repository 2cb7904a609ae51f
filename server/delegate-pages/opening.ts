import type { Database } from '../../db/open.ts'
import type { Answer } from '../delegates/schema.ts'
import { englishTwins } from '../english/twins.ts'
import type { Language } from '../format/dates.ts'
import { act, type Done } from '../history/actions.ts'
import type { Office } from '../office.ts'
import { todayOf } from '../road/actions.ts'
import { hashCode } from '../delegate-links/codes.ts'
import type { DelegatePage } from './compose.ts'
import { isOfDelegate, ownSessions, programmeReader, type OpenRecord, type ToldProgramme } from './gather.ts'
import { findHeadOf, findLinkRecord, linkReader, markOpened, type LinkRecord } from '../delegate-links/queries.ts'
import { lastDayOf, mayAnswer } from '../delegate-links/rules.ts'

/** What a link leads to; `withdrawn` to a sentence that tells nothing of anybody. */
export type Opened = { kind: 'gone' } | { kind: 'withdrawn' } | { kind: 'delegate'; record: OpenRecord; today: string }

/** What a record of a link leads to. Unknown, revoked and run out are one and the same to whoever asks. */
export const openedBy = (office: Office, record: LinkRecord | undefined): Opened => {
  if (!record?.congress || record.link.revokedAt !== null) return { kind: 'gone' }
  const today = todayOf(office, record.standsOn)
  const lastDay = lastDayOf(record.link, record.congress)
  if (lastDay !== null && today > lastDay) return { kind: 'gone' }
  if (!isOfDelegate(record)) return { kind: 'gone' }
  return record.delegate.standing === 'withdrawn' ? { kind: 'withdrawn' } : { kind: 'delegate', record, today }
}

/** Opens links: what stands behind one is read by statements that are compiled once. */
export const linkOpener = (office: Office) => {
  const findLink = linkReader(office.db)
  const findProgramme = programmeReader(office.db)
  return {
    open: async (code: string): Promise<Opened> => openedBy(office, await findLink(hashCode(code))),
    programmeOf: (record: OpenRecord): Promise<ToldProgramme | null> => findProgramme(record.congress.id),
  }
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
  programme: ToldProgramme | null,
  asked: Asked,
): Promise<Omit<DelegatePage, 'fault'>> => {
  const { read } = office.db
  const { link: _link, ...rest } = record
  return {
    ...rest,
    ...asked,
    twins: await englishTwins(),
    timeZone: office.settings.timeZone,
    sessions: programme ? await ownSessions(read, record, programme) : null,
    head: await headOf(office.db, record),
    mayAnswer: mayAnswer(record.congress, today),
  }
}

/** Whom of the delegation one may ask; nobody is told his own telephone as that. */
const headOf = async (db: Database, { delegate, delegation }: OpenRecord): Promise<DelegatePage['head']> => {
  const headId = delegation?.headId ?? null
  return headId === null || headId === delegate.id ? null : findHeadOf(db.read, headId)
}

/** Telephones open a page many times: when one last did is kept to the quarter of an hour. */
const keptMilliseconds = 15 * 60 * 1000

export const noteOpened = async (office: Office, { link: { id, openedAt }, congress }: OpenRecord): Promise<void> => {
  const now = office.now()
  if (openedAt !== null && now.getTime() - Date.parse(openedAt) < keptMilliseconds) return
  await office.db.write((tx) => markOpened(tx, id, now.toISOString()))
  const { unitId, cycleId, id: congressId } = congress
  await office.db.announce({ tables: ['delegateLinks'], unitId, cycleId, congressId, accountName: '' })
}

/**
 * What a delegate answers; said again, it changes nothing. Null where the link takes no answer. Why somebody declines may
 * be private: it stands with the delegate, not in the history.
 */
export const answerByLink = async (
  office: Office,
  code: string,
  { answer, reason }: { answer: Answer; reason: string },
): Promise<Done<null> | null> => {
  const { db } = office
  const opened = openedBy(office, await findLinkRecord(db.read, hashCode(code)))
  if (opened.kind !== 'delegate' || !mayAnswer(opened.record.congress, opened.today)) return null
  const { delegate, person, congress } = opened.record
  if (delegate.answer === answer && delegate.answerReason === reason) return null
  const { unitId, cycleId } = congress
  const about = { subject: person.name, unitId, cycleId, congressId: congress.id }
  const actor = { id: null, name: person.name }
  return act(office, actor, { action: `delegate-${answer}`, ...about }, async (rows) => {
    const now = await findLinkRecord(rows.tx, hashCode(code))
    // Meanwhile others may have written the row: the answer is the delegate's own and stands above it.
    await rows.change('delegates', delegate.id, now?.delegate?.version ?? delegate.version, {
      answer,
      answerReason: reason,
      answeredAt: office.now().toISOString(),
    })
    return null
  })
}
