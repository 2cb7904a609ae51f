import type { Reader } from '../../db/open.ts'
import { findCongress } from '../congresses/queries.ts'
import { listDelegates } from '../delegates/queries.ts'
import { classWords } from '../delegates/rules.ts'
import { notFound } from '../errors.ts'
import { writeTable } from '../exchange/writing/write-workbook.ts'
import { formatShortDate } from '../format/dates.ts'
import { listSessions } from '../programme/queries.ts'
import { showAssignments } from './board.ts'
import { peopleOf, readAssignments } from './rules.ts'

const headings = ['Họ và tên', 'Chức vụ', 'Đơn vị', 'Đoàn', 'Thành phần', 'Vai trò tại hội nghị']

/** Who comes where, as a workbook: a line for each who comes to anything, a column for each session with the roles there. */
export const exportAssignments = async (read: Reader, congressId: string): Promise<{ name: string; bytes: Buffer }> => {
  const congress = await findCongress(read, congressId)
  if (!congress) throw notFound()
  const assigned = readAssignments(await showAssignments(read, congressId))
  const records = await listDelegates(read, congressId)
  const sessions = await listSessions(read, congressId)
  const delegates = records.map(({ delegate }) => delegate)
  const comingTo = sessions.map(
    ({ id, kind }) => new Set(peopleOf(delegates, assigned, { sessionId: id, role: '' }, kind).map((each) => each.id)),
  )
  const namesOf = (delegate: (typeof delegates)[number], sessionId: string) =>
    assigned.rolesOf(delegate, sessionId).map(({ name }) => name)
  const rows = records
    .filter(({ delegate }) => delegate.standing !== 'withdrawn')
    .map(({ delegate, person, delegation }) => [
      ...[person.printedName || person.name, delegate.post, delegate.workplace, delegation],
      ...[delegate.class === null ? '' : classWords[delegate.class], namesOf(delegate, '').join('; ')],
      ...sessions.map(({ id }, at) => {
        if (comingTo[at]?.has(delegate.id) !== true) return ''
        return namesOf(delegate, id).join('; ') || 'x'
      }),
    ])
  const name = `Người dự các phiên - ${congress.title}`
  const bytes = await writeTable({
    name: 'Người dự các phiên',
    above: [name, sessions.map(({ title }, at) => `${title}: ${String(comingTo[at]?.size ?? 0)}`).join('; ')],
    headings: [
      ...headings,
      ...sessions.map(({ title, date, startsAt }) =>
        [title, date === null ? '' : formatShortDate(date, 'vi'), startsAt].filter(Boolean).join(' '),
      ),
    ],
    rows,
    choices: new Map(),
  })
  return { name, bytes }
}
