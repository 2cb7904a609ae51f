import type { Reader } from '../../db/open.ts'
import { reportedFields, type ReportedField } from '../delegate-links/schema.ts'
import { findLinkRecord, listReportsOf } from '../delegate-links/queries.ts'
import { mayAnswer, writtenOf } from '../delegate-links/rules.ts'
import { hashCode } from '../delegate-links/codes.ts'
import { findDelegates } from '../delegates/queries.ts'
import type { Answer } from '../delegates/schema.ts'
import { notFound } from '../errors.ts'
import { act, type ActRows } from '../history/actions.ts'
import { newId, type Office } from '../office.ts'
import { keepSensitive } from '../people/sensitive.ts'
import { momentOf } from '../road/actions.ts'
import type { OpenRecord } from './gather.ts'
import { openedBy } from './opening.ts'

/** By which link something is sent, and of which member of the delegation where that is a liaison's; null = of whose link it is. */
export interface Sender {
  code: string
  memberId: string | null
}

/** The delegate of whom something is sent, and the liaison who sends it: '' = the delegate himself. */
interface Sent {
  record: OpenRecord
  by: string
}

/**
 * What is sent by a link, of its delegate or of a member of its delegation; null where it may send nothing, or nothing of
 * that one.
 */
const findSent = async (office: Office, read: Reader, { code, memberId }: Sender): Promise<Sent | null> => {
  const opened = openedBy(office, await findLinkRecord(read, hashCode(code)))
  if (opened.kind === 'gone' || opened.kind === 'withdrawn') return null
  if (!mayAnswer(opened.record.congress, opened.today)) return null
  if (opened.kind === 'delegate') return memberId === null ? { record: opened.record, by: '' } : null
  const { record } = opened
  const [member] = memberId === null ? [] : await findDelegates(read, record.congress.id, [memberId])
  if (member?.delegate.delegationId !== record.delegation.id || member.delegate.standing === 'withdrawn') return null
  const { delegate, person } = member
  return { record: { ...record, delegate, person }, by: record.delegation.liaison || record.delegation.name }
}

/**
 * What delegates send by their links. Each reads what stands within its own write: the office may have written
 * meanwhile, and what a delegate says of himself stands above it. Nothing comes of a link that takes nothing any more.
 */
const send = async (
  office: Office,
  sender: Sender,
  action: string,
  work: (rows: ActRows, sent: Sent) => Promise<void>,
): Promise<void> => {
  const found = await findSent(office, office.db.read, sender)
  if (!found) return
  const { person, congress } = found.record
  const about = { subject: person.name, unitId: congress.unitId, cycleId: congress.cycleId, congressId: congress.id }
  await act(office, { id: null, name: found.by || person.name }, { action, ...about }, async (rows) => {
    const now = await findSent(office, rows.tx, sender)
    if (!now) throw notFound()
    await work(rows, now)
  })
}

/**
 * What a delegate answers; said again, it changes nothing. Why somebody declines may be private: it stands with the
 * delegate, not in the history.
 */
export const sendAnswer = async (
  office: Office,
  sender: Sender,
  { answer, reason }: { answer: Answer; reason: string },
): Promise<void> => {
  const found = await findSent(office, office.db.read, sender)
  if (found?.record.delegate.answer === answer && found.record.delegate.answerReason === reason) return
  await send(office, sender, `delegate-${answer}`, async (rows, { record: { delegate, standsOn }, by }) => {
    const answeredAt = momentOf(office, standsOn)
    const values = { answer, answerReason: reason, answeredAt, answeredBy: by }
    await rows.change('delegates', delegate.id, delegate.version, values)
  })
}

/** What is said to be wrong: a report for each that is to read otherwise; said anew, the open one follows. */
export const sendReport = async (
  office: Office,
  sender: Sender,
  proposed: Record<ReportedField, string>,
): Promise<void> => {
  const isOther = (written: Record<ReportedField, string>, field: ReportedField) =>
    proposed[field] !== '' && proposed[field] !== written[field]
  const found = await findSent(office, office.db.read, sender)
  if (!found || !reportedFields.some((field) => isOther(writtenOf(found.record), field))) return
  await send(office, sender, 'delegate-reported', async (rows, { record: now, by }) => {
    const written = writtenOf(now)
    const open = await listReportsOf(rows.tx, now.delegate.id)
    const at = momentOf(office, now.standsOn)
    for (const field of reportedFields.filter((each) => isOther(written, each))) {
      const said = { was: written[field], proposed: proposed[field], saidBy: by, at }
      const standing = open.find((each) => each.field === field)
      if (standing) await rows.change('delegateReports', standing.id, standing.version, said)
      else {
        const of = { congressId: now.congress.id, delegateId: now.delegate.id }
        await rows.create('delegateReports', { id: newId(), ...of, field, ...said, outcome: null, settledBy: '' })
      }
    }
  })
}

/** Diet and health as the person states them, with the moment at which it was agreed that they are kept. */
export const sendNeeds = (
  office: Office,
  sender: Sender,
  { diet, health }: { diet: string; health: string },
): Promise<void> =>
  send(office, sender, 'delegate-needs-stated', (rows, { record: { person, standsOn } }) =>
    keepSensitive(rows, person.id, { diet, health, consentAt: momentOf(office, standsOn) }),
  )

/** Nothing of it is kept any more, nor the consent. */
export const withdrawNeeds = (office: Office, sender: Sender): Promise<void> =>
  send(office, sender, 'delegate-needs-withdrawn', (rows, { record: { person } }) =>
    keepSensitive(rows, person.id, { diet: '', health: '', consentAt: null }),
  )
