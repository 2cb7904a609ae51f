import { keyOf } from '../assignments/rules.ts'
import { findDelegates, type DelegateRecord } from '../delegates/queries.ts'
import { listValuesOf } from '../delegates/rules.ts'
import { readList } from '../documents/templates.ts'
import { notFound, refused } from '../errors.ts'
import { joinMembers } from '../groups/join-members.ts'
import { joinSeats } from '../seating/passing-on.ts'
import type { ActRows } from '../history/actions.ts'
import { peopleList } from '../lists/queries.ts'
import { findDelegate, listRowsOfDelegate } from './queries.ts'
import { gapsFilled } from './rules/merge.ts'

/** Columns of the list that are kept of the person, or of which both have their say. */
const notOfPart = new Set(['name', 'address', 'sex', 'birthYear', 'phone', 'structure', 'note'])

/**
 * Makes one of two parts in a congress: gaps of the first are filled from the second, and what the second said otherwise
 * stands in the note.
 */
export const joinParts = async (rows: ActRows, keptId: string, goneId: string): Promise<void> => {
  await nameInstead(rows, keptId, goneId)
  await joinMembers(rows, keptId, goneId)
  await joinSeats(rows, keptId, goneId)
  const kept = await requireDelegate(rows, keptId)
  const gone = await requireDelegate(rows, goneId)
  if (
    isOtherwise(kept.delegate.presence, gone.delegate.presence) ||
    isOtherwise(kept.delegate.answer, gone.delegate.answer)
  ) {
    throw refused('parts-contradict', 'One was there or answered otherwise than the other.')
  }
  const {
    id: _id,
    version: _version,
    personId: _personId,
    position: _position,
    standing,
    groups,
    note,
    ...values
  } = gone.delegate
  const notes = [kept.delegate.note, note, await otherwise(kept, gone)]
  await rows.remove('delegates', goneId, gone.delegate.version)
  await rows.change('delegates', keptId, kept.delegate.version, {
    ...gapsFilled(kept.delegate, { ...kept.delegate, ...values }),
    standing: standing === 'listed' ? standing : kept.delegate.standing,
    groups: [...new Set([...kept.delegate.groups, ...groups])],
    note: [...new Set(notes)].filter(Boolean).join('; '),
  })
}

const isOtherwise = (one: string | null, other: string | null): boolean =>
  one !== null && other !== null && one !== other

const requireDelegate = async ({ tx }: ActRows, id: string): Promise<DelegateRecord> => {
  const delegate = await findDelegate(tx, id)
  const [found] = delegate ? await findDelegates(tx, delegate.congressId, [id]) : []
  if (!found) throw notFound()
  return found
}

/** «Chức vụ: Giám đốc; Số: 12»: what the second part said of what the first says otherwise. */
const otherwise = async (kept: DelegateRecord, gone: DelegateRecord): Promise<string> => {
  const { columns } = await readList(peopleList)
  const [own, theirs] = [listValuesOf(kept), listValuesOf(gone)]
  return columns
    .filter(({ name }) => !notOfPart.has(name) && own[name] !== undefined && theirs[name] !== undefined)
    .filter(({ name }) => own[name] !== theirs[name])
    .map(({ name, labels }) => `${labels.vi}: ${theirs[name] ?? ''}`)
    .join('; ')
}

/** All that named the second part names the first. */
const nameInstead = async (rows: ActRows, keptId: string, goneId: string): Promise<void> => {
  const instead = (id: string | null, ownId: string) => (id !== goneId ? id : ownId === keptId ? null : keptId)
  const named = await listRowsOfDelegate(rows.tx, goneId)
  const { delegates, delegations, delegateLinks, delegateReports } = named
  const own = await listRowsOfDelegate(rows.tx, keptId)
  const hasOwnLink = own.delegateLinks.length > 0
  // Of two personal links that of the first opens its page; the other opens none, until an undo.
  for (const { id, version } of hasOwnLink ? [] : delegateLinks) {
    await rows.change('delegateLinks', id, version, { delegateId: keptId })
  }
  for (const { id, version } of delegateReports) {
    await rows.change('delegateReports', id, version, { delegateId: keptId })
  }
  // What was said of the first stands where both were put into one session or role.
  const said = new Set(own.assignmentExceptions.map(keyOf))
  for (const each of named.assignmentExceptions) {
    if (said.has(keyOf(each))) await rows.remove('assignmentExceptions', each.id, each.version)
    else await rows.change('assignmentExceptions', each.id, each.version, { delegateId: keptId })
  }
  for (const { id, version, replacesId, chosenFromId } of delegates) {
    const chain = { replacesId: instead(replacesId, id), chosenFromId: instead(chosenFromId, id) }
    await rows.change('delegates', id, version, chain)
  }
  for (const { id, version, headId, deputyId } of delegations) {
    await rows.change('delegations', id, version, { headId: instead(headId, id), deputyId: instead(deputyId, id) })
  }
}
