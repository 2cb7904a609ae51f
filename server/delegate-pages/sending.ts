import type { Row } from '../../db/rows.ts'
import { reportedFields, type ReportedField } from '../delegate-links/schema.ts'
import { findLinkRecord, listReportsOf } from '../delegate-links/queries.ts'
import { mayAnswer, writtenOf } from '../delegate-links/rules.ts'
import { hashCode } from '../delegate-links/codes.ts'
import type { Answer } from '../delegates/schema.ts'
import { notFound } from '../errors.ts'
import { act, type ActRows } from '../history/actions.ts'
import { newId, type Office } from '../office.ts'
import { findSensitiveData } from '../people/queries.ts'
import type { OpenRecord } from './gather.ts'
import { openedBy } from './opening.ts'

/**
 * What delegates send by their links. Each reads what stands within its own write: the office may have written
 * meanwhile, and what a delegate says of himself stands above it. Nothing comes of a link that takes nothing any more.
 */
const send = async (
  office: Office,
  code: string,
  action: string,
  work: (rows: ActRows, record: OpenRecord) => Promise<void>,
): Promise<void> => {
  const open = async (read: ActRows['tx'] | Office['db']['read']) => {
    const opened = openedBy(office, await findLinkRecord(read, hashCode(code)))
    return opened.kind === 'delegate' && mayAnswer(opened.record.congress, opened.today) ? opened.record : null
  }
  const record = await open(office.db.read)
  if (!record) return
  const { person, congress } = record
  const about = { subject: person.name, unitId: congress.unitId, cycleId: congress.cycleId, congressId: congress.id }
  await act(office, { id: null, name: person.name }, { action, ...about }, async (rows) => {
    const now = await open(rows.tx)
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
  { code, delegate }: { code: string; delegate: Row<'delegates'> },
  { answer, reason }: { answer: Answer; reason: string },
): Promise<void> => {
  if (delegate.answer === answer && delegate.answerReason === reason) return
  await send(office, code, `delegate-${answer}`, async (rows, now) => {
    await rows.change('delegates', now.delegate.id, now.delegate.version, {
      ...{ answer, answerReason: reason, answeredAt: office.now().toISOString() },
    })
  })
}

/** What is said to be wrong: a report for each that is to read otherwise; said anew, the open one follows. */
export const sendReport = async (
  office: Office,
  { code, record }: { code: string; record: OpenRecord },
  proposed: Record<ReportedField, string>,
): Promise<void> => {
  const isOther = (written: Record<ReportedField, string>, field: ReportedField) =>
    proposed[field] !== '' && proposed[field] !== written[field]
  if (!reportedFields.some((field) => isOther(writtenOf(record), field))) return
  await send(office, code, 'delegate-reported', async (rows, now) => {
    const written = writtenOf(now)
    const open = await listReportsOf(rows.tx, now.delegate.id)
    const at = office.now().toISOString()
    for (const field of reportedFields.filter((each) => isOther(written, each))) {
      const said = { was: written[field], proposed: proposed[field], saidBy: '', at }
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
  code: string,
  { diet, health }: { diet: string; health: string },
): Promise<void> =>
  send(office, code, 'delegate-needs-stated', (rows, { person }) =>
    keepNeeds(rows, person.id, { diet, health, consentAt: office.now().toISOString() }),
  )

/** Nothing of it is kept any more, nor the consent. */
export const withdrawNeeds = (office: Office, code: string): Promise<void> =>
  send(office, code, 'delegate-needs-withdrawn', (rows, { person }) =>
    keepNeeds(rows, person.id, { diet: '', health: '', consentAt: null }),
  )

const keepNeeds = async (
  rows: ActRows,
  personId: string,
  needs: Pick<Row<'sensitiveData'>, 'diet' | 'health' | 'consentAt'>,
): Promise<void> => {
  const kept = await findSensitiveData(rows.tx, personId)
  const others = { ethnicity: '', religion: '', isPartyMember: null }
  if (kept) await rows.change('sensitiveData', kept.id, kept.version, needs)
  else await rows.create('sensitiveData', { id: newId(), personId, ...others, ...needs })
}
