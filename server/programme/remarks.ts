import type { Row } from '../../db/rows.ts'
import { findCongress } from '../congresses/queries.ts'
import { invalid, notFound, refused } from '../errors.ts'
import { act, type ActRows, type Done } from '../history/actions.ts'
import { newId, type Actor, type Office } from '../office.ts'
import { findCongressIdOfItem, findItem, findRemark, findSession, listRemarks } from './queries.ts'
import type { NewRemark, RemarkAnswer } from './schema.ts'

/** Most remarks on one programme. */
const maxRemarks = 1000

/** Says something about a programme, a session or an item: whoever may read it may. */
export const createRemark = (
  office: Office,
  actor: Actor,
  congressId: string,
  { sessionId, itemId, text }: NewRemark,
): Promise<Done<Row<'remarks'>>> =>
  act(office, actor, about('remark-made', congressId), async (rows) => {
    await sayWhere(rows, congressId)
    if ((await listRemarks(rows.tx, congressId)).length >= maxRemarks) {
      throw refused('too-many-remarks', 'The programme has too many remarks.', { limit: maxRemarks })
    }
    const session = sessionId === null ? null : await findSession(rows.tx, sessionId)
    const item = itemId === null ? null : await findItem(rows.tx, itemId)
    const isElsewhere =
      (sessionId !== null && session?.congressId !== congressId) ||
      (itemId !== null && (!item || (await findCongressIdOfItem(rows.tx, item)) !== congressId))
    if (isElsewhere) throw invalid([{ field: itemId === null ? 'sessionId' : 'itemId', rule: 'not-known' }])
    const by = { accountId: actor.id ?? '', accountName: actor.name, at: office.now().toISOString() }
    return rows.create('remarks', {
      id: newId(),
      congressId,
      sessionId,
      itemId,
      text,
      ...by,
      settledBy: null,
      answer: '',
    })
  })

/** Settles a remark with an answer, or opens it again. */
export const answerRemark = (
  office: Office,
  actor: Actor,
  id: string,
  { isSettled, answer, version }: RemarkAnswer,
): Promise<Done<Row<'remarks'>>> =>
  act(office, actor, about(isSettled ? 'remark-settled' : 'remark-reopened'), async (rows) => {
    const remark = await findRemark(rows.tx, id)
    if (!remark) throw notFound()
    await sayWhere(rows, remark.congressId)
    return rows.change('remarks', id, version, { answer, settledBy: isSettled ? actor.name : null })
  })

/** Whoever made a remark takes it back, as long as nobody has answered. */
export const withdrawRemark = (office: Office, actor: Actor, id: string, version: number): Promise<Done<void>> =>
  act(office, actor, about('remark-withdrawn'), async (rows) => {
    const remark = await findRemark(rows.tx, id)
    if (!remark) throw notFound()
    if (remark.accountId !== actor.id || remark.settledBy !== null) {
      throw refused('remark-not-own', 'Only who made a remark takes it back, while it is open.')
    }
    await sayWhere(rows, remark.congressId)
    await rows.remove('remarks', id, version)
  })

const about = (action: string, congressId: string | null = null) => ({ action, subject: '', unitId: null, congressId })

const sayWhere = async (rows: ActRows, congressId: string): Promise<void> => {
  const congress = await findCongress(rows.tx, congressId)
  if (!congress) throw notFound()
  rows.say({ subject: congress.title, unitId: congress.unitId, cycleId: congress.cycleId, congressId })
}
