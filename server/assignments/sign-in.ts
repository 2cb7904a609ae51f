import type { Row } from '../../db/rows.ts'
import { composeParts } from '../documents/compose.ts'
import { drawParts } from '../documents/pdf/draw.ts'
import { congressTitle } from '../documents/rules/names.ts'
import { notFound, nothingToPrint } from '../errors.ts'
import { formatDateInSentence } from '../format/dates.ts'
import type { Office } from '../office.ts'
import { findPrintedPeople } from '../papers/printed-people.ts'
import { gatherLive } from '../papers/signed.ts'
import { findSession } from '../programme/queries.ts'
import { showAssignments } from './board.ts'
import { listAssignable } from './queries.ts'
import { peopleOf, readAssignments } from './rules.ts'

/** The sign-in sheet of one session: all who come to it, whatever they are, in the form of the congress's sheet. */
export const printSignIn = async (office: Office, sessionId: string): Promise<{ title: string; pdf: Buffer }> => {
  const { read } = office.db
  const session = await findSession(read, sessionId)
  if (!session) throw notFound()
  const { congressId, kind } = session
  const assigned = readAssignments(await showAssignments(read, congressId))
  const people = peopleOf(await listAssignable(read, congressId), assigned, { sessionId, role: '' }, kind)
  const coming = new Set(people.map(({ id }) => id))
  const making = await gatherLive(office, congressId, 'sign-in-sheet')
  const { except: _except, ...template } = making.template
  const rows = await findPrintedPeople(read, congressId, ({ id }) => coming.has(id))
  if (rows.length === 0) throw nothingToPrint()
  const { congress, units } = making.facts
  const title = titleOf(session, congressTitle(congress, units[0] ?? { name: '', type: '' }, 'vi'))
  const parts = [...composeParts({ ...making, template, rows, filled: { ...making.filled, title } }, 'vi')]
  return { title, pdf: (await drawParts(parts, office.now())).pdf }
}

/** «Phiên chính thức, thứ Tư, 09/9/2020, Đại hội …». */
const titleOf = ({ title, date }: Pick<Row<'sessions'>, 'title' | 'date'>, congress: string): string =>
  [title, date === null ? '' : formatDateInSentence(date, 'vi'), congress].filter(Boolean).join(', ')
