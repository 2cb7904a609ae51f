import type { Reader } from '../../db/open.ts'
import type { Row } from '../../db/rows.ts'
import { placesOfDuties } from '../accounts/listing.ts'
import type { Duty } from '../accounts/schema.ts'
import { findCongress } from '../congresses/queries.ts'
import { countAllDelegates, lastPosition, type DelegateRecord } from '../delegates/queries.ts'
import { restOfDelegate } from '../delegates/rules.ts'
import { mostDelegates } from '../delegates/schema.ts'
import { notFound, refused } from '../errors.ts'
import { act, type ActRows, type Done } from '../history/actions.ts'
import { arrange } from '../lists/rules.ts'
import { newId, type Actor, type Office } from '../office.ts'
import { delegationsOfUnits } from '../unit-lists/entering.ts'
import { listAttending, listDelegatesProper, listLower, listPartsOfPerson } from './queries.ts'
import { chainOf } from './rules.ts'
import type { ChainStep, Choice, ChoosableList, Chosen } from './schema.ts'

/** Whom a congress may choose from the lower ones, as far as the account may see those. */
export const showChoosable = async (
  read: Reader,
  congressId: string,
  duties: readonly Duty[],
): Promise<ChoosableList> => {
  const lower = await listSeen(read, congressId, duties)
  const attending = await listAttending(read, congressId)
  const found = await listDelegatesProper(
    read,
    lower.map(({ congress }) => congress.id),
  )
  return {
    congresses: lower.map(({ congress: { id, title, dateFrom } }) => ({ id, title, dateFrom })),
    delegates: found.map(({ delegate, person, delegation }) => {
      const { id, personId, post, workplace, groups } = delegate
      const isAttending = attending.has(personId)
      return {
        ...{ id, personId, congressId: delegate.congressId, name: person.name },
        ...{ delegation, post, workplace, groups, isAttending },
      }
    }),
  }
}

/**
 * Puts delegates of lower congresses on the list of the upper one, each the same person for the unit that held the lower
 * congress; nobody is put there when one of them cannot be.
 */
export const chooseDelegates = (
  office: Office,
  actor: Actor & { duties: readonly Duty[] },
  congressId: string,
  { delegateIds }: Choice,
): Promise<Done<Chosen>> =>
  act(office, actor, { action: 'delegates-chosen', subject: '', unitId: null }, async (rows) => {
    const congress = await findCongress(rows.tx, congressId)
    if (!congress) throw notFound()
    const lower = await listSeen(rows.tx, congressId, actor.duties)
    const chosen = await requireChoosable(rows.tx, lower, delegateIds)
    await refuseAttending(rows.tx, congressId, chosen)
    const [first] = chosen
    const { title, unitId, cycleId } = congress
    const subject = chosen.length === 1 && first ? `${first.person.name} – ${title}` : title
    rows.say({ subject, unitId, cycleId, congressId })
    return { ids: await addChosen(rows, congressId, lower, chosen) }
  })

/** How somebody came to the highest congress from the lowest; congresses that the account may not see are left out. */
export const showChain = async (read: Reader, delegateId: string, duties: readonly Duty[]): Promise<ChainStep[]> => {
  const seen = await placesOfDuties(read, duties, 'viewer')
  return chainOf(await listPartsOfPerson(read, delegateId), delegateId)
    .filter(({ unitId }) => seen === null || seen.has(unitId))
    .map(({ id, congressId, title, unitName, dateFrom }) => ({ id, congressId, title, unitName, dateFrom }))
}

type Lower = Awaited<ReturnType<typeof listLower>>

const listSeen = async (read: Reader, congressId: string, duties: readonly Duty[]): Promise<Lower> => {
  const seen = await placesOfDuties(read, duties, 'viewer')
  return (await listLower(read, congressId)).filter(({ unit }) => seen === null || seen.has(unit.id))
}

/** Those named, in the order of their lists. */
const requireChoosable = async (
  read: Reader,
  lower: Lower,
  delegateIds: readonly string[],
): Promise<DelegateRecord[]> => {
  const named = new Set(delegateIds)
  const found = (
    await listDelegatesProper(
      read,
      lower.map(({ congress }) => congress.id),
    )
  ).filter(({ delegate }) => named.has(delegate.id))
  if (found.length < named.size) throw refused('not-choosable', 'Not on the list of a lower congress any more.')
  return found
}

/** One person has one part in a congress. */
const refuseAttending = async (read: Reader, congressId: string, chosen: readonly DelegateRecord[]): Promise<void> => {
  if ((await countAllDelegates(read, congressId)) + chosen.length > mostDelegates) {
    throw refused('list-full', 'The list has as many rows as it may have.', { limit: mostDelegates })
  }
  const attending = await listAttending(read, congressId)
  const twice = chosen.filter(({ person }) => {
    const isThere = attending.has(person.id)
    attending.add(person.id)
    return isThere
  })
  if (twice.length > 0) {
    throw refused('attends-already', 'Somebody is on the list already.', {
      names: twice.map(({ person }) => person.name),
    })
  }
}

const addChosen = async (
  rows: ActRows,
  congressId: string,
  lower: Lower,
  chosen: readonly DelegateRecord[],
): Promise<string[]> => {
  const unitOf = new Map(lower.map(({ congress, unit }) => [congress.id, unit]))
  const delegationOf = await delegationsOfUnits(rows, congressId)
  const last = await lastPosition(rows.tx, congressId)
  const positions = arrange([last, ...chosen.map(() => null)]).slice(1)
  const made: Row<'delegates'>[] = []
  for (const [at, { delegate }] of chosen.entries()) {
    const unit = unitOf.get(delegate.congressId)
    if (!unit) throw notFound()
    made.push({
      ...restOfDelegate(),
      ...carriedOver(delegate),
      ...{ id: newId(), congressId, delegationId: (await delegationOf(unit)).id, position: positions[at] ?? 0 },
      ...{ sendingUnitId: unit.id, chosenFromId: delegate.id, version: 1 },
    })
  }
  await rows.createMany('delegates', made)
  return made.map(({ id }) => id)
}

/** What stays the same at the upper congress; seat, number and what happened on the day do not. */
const carriedOver = ({ personId, class: kind, groups, post, workplace, printedPost }: Row<'delegates'>) => ({
  ...{ personId, class: kind, groups, post, workplace, printedPost },
  ...{ number: '', seat: '', door: '', introduced: '', representative: '', link: '', note: '' },
})
