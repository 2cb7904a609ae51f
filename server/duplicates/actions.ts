import type { Reader } from '../../db/open.ts'
import type { Row } from '../../db/rows.ts'
import type { Role } from '../accounts/schema.ts'
import { notFound, refused, stale } from '../errors.ts'
import { foldForSearch } from '../format/search.ts'
import { act, type ActRows, type Done } from '../history/actions.ts'
import { newId, type Actor, type Office } from '../office.ts'
import { lineOfUnit } from '../units/queries.ts'
import { joinParts } from './join-parts.ts'
import * as queries from './queries.ts'
import { gapsFilled, mergedValues } from './rules/merge.ts'
import type { DistinctPair, Merge, Merged, NewDistinctPair } from './schema.ts'

/** Units that a merge touches: those of both, of the congresses that they attend and of the posts that they hold. */
export const unitsOfMerge = async (read: Reader, personIds: readonly string[]): Promise<string[]> => {
  const people = await queries.findPeople(read, personIds)
  const parts = await queries.listPartsOf(read, personIds)
  const posts = await queries.listPostsOf(read, personIds)
  return [...new Set([...people, ...parts, ...posts].map(({ unitId }) => unitId))]
}

/** Posts and leaves of leaders are the organizers'. */
export const roleToMerge = async (read: Reader, personIds: readonly string[]): Promise<Role> => {
  const { postHolders, leaves } = await queries.listRowsOfPerson(read, personIds[1] ?? '')
  return postHolders.length + leaves.length > 0 ? 'organizer' : 'secretariat'
}

/** Makes one person of two: the first stays, and all that names the second names it. */
export const mergePeople = (
  office: Office,
  actor: Actor,
  { personIds, versions, taken, arePartsJoined }: Merge,
): Promise<Done<Merged>> =>
  act(office, actor, { action: 'people-merged', subject: '', unitId: null }, async (rows) => {
    const people = await queries.findPeople(rows.tx, personIds)
    const [kept, gone] = personIds.map((id) => people.find((person) => person.id === id))
    if (!kept || !gone) throw notFound()
    if (kept.version !== versions[0] || gone.version !== versions[1]) throw stale(null)
    rows.say({ subject: kept.name, unitId: await topUnit(rows.tx, await unitsOfMerge(rows.tx, personIds)) })
    const theirs = await queries.listRowsOfPerson(rows.tx, gone.id)
    await moveDelegates(rows, kept.id, theirs.delegates, arePartsJoined)
    const held = (await queries.listRowsOfPerson(rows.tx, kept.id)).postHolders
    for (const holder of theirs.postHolders) {
      const isHeld = held.some(
        ({ postId, from, to }) => postId === holder.postId && from === holder.from && to === holder.to,
      )
      if (isHeld) await rows.remove('postHolders', holder.id, holder.version)
      else await rows.change('postHolders', holder.id, holder.version, { personId: kept.id })
    }
    for (const leave of theirs.leaves) await rows.change('leaves', leave.id, leave.version, { personId: kept.id })
    await joinPhotos(rows, kept.id, theirs.photos[0])
    const isSensitiveLeft = await joinSensitive(rows, kept.id, theirs.sensitiveData[0])
    await moveDistinct(rows, kept.id, gone.id)
    await rows.remove('people', gone.id, gone.version)
    const values = mergedValues(kept, gone, new Set(taken))
    await rows.change('people', kept.id, kept.version, { ...values, folded: foldForSearch(values.name) })
    return { personId: kept.id, isSensitiveLeft }
  })

/** The highest of the units: the act is done, seen and undone there. */
const topUnit = async (read: Reader, unitIds: readonly string[]): Promise<string | null> => {
  const lines = await Promise.all(unitIds.map((id) => lineOfUnit(read, id)))
  return lines.sort((a, b) => a.length - b.length)[0]?.[0] ?? null
}

/** At a congress that both attend, two parts become one where that was said, and are told where not. */
const moveDelegates = async (
  rows: ActRows,
  keptId: string,
  theirs: readonly Row<'delegates'>[],
  arePartsJoined: boolean,
): Promise<void> => {
  const own = (await queries.listRowsOfPerson(rows.tx, keptId)).delegates
  const atOf = new Map(own.map(({ congressId, id }) => [congressId, id]))
  const both = theirs.filter(({ congressId }) => atOf.has(congressId))
  if (both.length > 0 && !arePartsJoined) {
    const titles = (await queries.listPartsOf(rows.tx, [keptId])).flatMap(({ congressId, title }) =>
      both.some((delegate) => delegate.congressId === congressId) ? [title] : [],
    )
    throw refused('both-attend', 'Both attend one congress.', { titles: [...new Set(titles)] })
  }
  for (const delegate of theirs) {
    const joinedId = atOf.get(delegate.congressId)
    if (joinedId === undefined) await rows.change('delegates', delegate.id, delegate.version, { personId: keptId })
    else await joinParts(rows, joinedId, delegate.id)
  }
}

/** The one who stays keeps the own photo, or gets that of the one who goes. */
const joinPhotos = async (rows: ActRows, keptId: string, theirs: Row<'photos'> | undefined): Promise<void> => {
  if (!theirs) return
  const isOwn = (await queries.listRowsOfPerson(rows.tx, keptId)).photos.length > 0
  if (isOwn) await rows.remove('photos', theirs.id, theirs.version)
  else await rows.change('photos', theirs.id, theirs.version, { personId: keptId })
}

/** Whether something sensitive of the one that goes could not be kept. */
const joinSensitive = async (
  rows: ActRows,
  keptId: string,
  theirs: Row<'sensitiveData'> | undefined,
): Promise<boolean> => {
  if (!theirs) return false
  const [own] = (await queries.listRowsOfPerson(rows.tx, keptId)).sensitiveData
  if (!own) {
    await rows.change('sensitiveData', theirs.id, theirs.version, { personId: keptId })
    return false
  }
  const { id: _id, personId: _personId, version: _version, ...values } = theirs
  await rows.remove('sensitiveData', theirs.id, theirs.version)
  const filled = gapsFilled(own, { ...own, ...values })
  if (Object.keys(filled).length > 0) await rows.change('sensitiveData', own.id, own.version, filled)
  const { consentAt: _consentAt, ...told } = values
  return Object.entries(told).some(([name, value]) => {
    const stands = own[name as keyof typeof told]
    return value !== null && value !== '' && stands !== null && stands !== '' && stands !== value
  })
}

/** Whoever is another than the one that goes, is another than the one that stays. */
const moveDistinct = async (rows: ActRows, keptId: string, goneId: string): Promise<void> => {
  for (const pair of await queries.listDistinctOf(rows.tx, goneId)) {
    const otherId = pair.firstId === goneId ? pair.secondId : pair.firstId
    await rows.remove('distinctPeople', pair.id, pair.version)
    if (otherId !== keptId) await keepDistinct(rows, [keptId, otherId])
  }
}

const keepDistinct = async (rows: ActRows, personIds: readonly string[]): Promise<DistinctPair> => {
  const pair = [...personIds].sort()
  const standing = await queries.findDistinctPair(rows.tx, pair)
  if (standing) return standing
  const [firstId = '', secondId = ''] = pair
  return rows.create('distinctPeople', { id: newId(), firstId, secondId })
}

/** Keeps that two are two: they are proposed no more. */
export const sayDistinct = (
  office: Office,
  actor: Actor,
  { personIds }: NewDistinctPair,
): Promise<Done<DistinctPair>> =>
  act(office, actor, { action: 'people-distinct', subject: '', unitId: null }, async (rows) => {
    const people = await queries.findPeople(rows.tx, personIds)
    if (people.length < 2) throw notFound()
    await sayPair(rows, people)
    return keepDistinct(rows, personIds)
  })

/** They may be proposed again. */
export const withdrawDistinct = (office: Office, actor: Actor, id: string, version: number): Promise<Done<void>> =>
  act(office, actor, { action: 'people-distinct-withdrawn', subject: '', unitId: null }, async (rows) => {
    const pair = await queries.findDistinct(rows.tx, id)
    if (!pair) throw notFound()
    await sayPair(rows, await queries.findPeople(rows.tx, [pair.firstId, pair.secondId]))
    await rows.remove('distinctPeople', id, version)
  })

const sayPair = async (rows: ActRows, people: readonly Row<'people'>[]): Promise<void> => {
  const units = [...new Set(people.map(({ unitId }) => unitId))]
  rows.say({ subject: people.map(({ name }) => name).join(' – '), unitId: await topUnit(rows.tx, units) })
}
