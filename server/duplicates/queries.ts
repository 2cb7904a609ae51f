import { and, asc, eq, inArray, or } from 'drizzle-orm'
import type { Reader } from '../../db/open.ts'
import type { Row } from '../../db/rows.ts'
import type { DistinctPair } from './schema.ts'

/** People who are kept at these units. */
export const listPeopleAt = async (read: Reader, unitIds: readonly string[]): Promise<Row<'people'>[]> => {
  const { people } = read.tables
  return read
    .select()
    .from(people)
    .where(inArray(people.unitId, [...unitIds]))
    .orderBy(asc(people.id))
}

export const findPeople = async (read: Reader, ids: readonly string[]): Promise<Row<'people'>[]> => {
  const { people } = read.tables
  return read
    .select()
    .from(people)
    .where(inArray(people.id, [...ids]))
}

/** Where somebody attends, with the unit that holds it. */
export interface AttendedPart {
  personId: string
  congressId: string
  unitId: string
  title: string
  post: string
  workplace: string
}

const partColumns = ({ delegates, congresses }: Reader['tables']) => ({
  personId: delegates.personId,
  congressId: congresses.id,
  unitId: congresses.unitId,
  title: congresses.title,
  post: delegates.post,
  workplace: delegates.workplace,
})

export const listPartsAt = async (read: Reader, unitIds: readonly string[]): Promise<AttendedPart[]> => {
  const { people, delegates, congresses } = read.tables
  return read
    .select(partColumns(read.tables))
    .from(delegates)
    .innerJoin(people, eq(people.id, delegates.personId))
    .innerJoin(congresses, eq(congresses.id, delegates.congressId))
    .where(inArray(people.unitId, [...unitIds]))
    .orderBy(asc(delegates.id))
}

export const listPartsOf = async (read: Reader, personIds: readonly string[]): Promise<AttendedPart[]> => {
  const { delegates, congresses } = read.tables
  return read
    .select(partColumns(read.tables))
    .from(delegates)
    .innerJoin(congresses, eq(congresses.id, delegates.congressId))
    .where(inArray(delegates.personId, [...personIds]))
    .orderBy(asc(delegates.id))
}

/** Posts that somebody holds or held. */
export interface HeldPost {
  personId: string
  name: string
  unitId: string
}

const postColumns = ({ postHolders, posts }: Reader['tables']) => ({
  personId: postHolders.personId,
  name: posts.name,
  unitId: posts.unitId,
})

export const listPostsAt = async (read: Reader, unitIds: readonly string[]): Promise<HeldPost[]> => {
  const { people, postHolders, posts } = read.tables
  return read
    .select(postColumns(read.tables))
    .from(postHolders)
    .innerJoin(people, eq(people.id, postHolders.personId))
    .innerJoin(posts, eq(posts.id, postHolders.postId))
    .where(inArray(people.unitId, [...unitIds]))
    .orderBy(asc(postHolders.id))
}

export const listPostsOf = async (read: Reader, personIds: readonly string[]): Promise<HeldPost[]> => {
  const { postHolders, posts } = read.tables
  return read
    .select(postColumns(read.tables))
    .from(postHolders)
    .innerJoin(posts, eq(posts.id, postHolders.postId))
    .where(inArray(postHolders.personId, [...personIds]))
    .orderBy(asc(postHolders.id))
}

/** Names of units by id. */
export const listUnitNames = async (read: Reader, ids: readonly string[]): Promise<Map<string, string>> => {
  const { units } = read.tables
  const rows = await read
    .select({ id: units.id, name: units.name })
    .from(units)
    .where(inArray(units.id, [...ids]))
  return new Map(rows.map(({ id, name }) => [id, name]))
}

export const listDistinct = async (read: Reader): Promise<DistinctPair[]> => {
  const { distinctPeople } = read.tables
  return read.select().from(distinctPeople).orderBy(asc(distinctPeople.id))
}

export const findDistinct = async (read: Reader, id: string): Promise<DistinctPair | undefined> => {
  const { distinctPeople } = read.tables
  return (await read.select().from(distinctPeople).where(eq(distinctPeople.id, id)))[0]
}

/** Pairs of which somebody is one. */
export const listDistinctOf = async (read: Reader, personId: string): Promise<DistinctPair[]> => {
  const { distinctPeople } = read.tables
  const { firstId, secondId } = distinctPeople
  return read
    .select()
    .from(distinctPeople)
    .where(or(eq(firstId, personId), eq(secondId, personId)))
}

export const findDistinctPair = async (
  read: Reader,
  [firstId = '', secondId = '']: readonly string[],
): Promise<DistinctPair | undefined> => {
  const { distinctPeople } = read.tables
  const isPair = and(eq(distinctPeople.firstId, firstId), eq(distinctPeople.secondId, secondId))
  return (await read.select().from(distinctPeople).where(isPair))[0]
}

/** All rows that name a person. */
export const listRowsOfPerson = async (read: Reader, personId: string) => {
  const { delegates, postHolders, leaves, sensitiveData, photos } = read.tables
  return {
    delegates: await read.select().from(delegates).where(eq(delegates.personId, personId)).orderBy(asc(delegates.id)),
    postHolders: await read
      .select()
      .from(postHolders)
      .where(eq(postHolders.personId, personId))
      .orderBy(asc(postHolders.id)),
    leaves: await read.select().from(leaves).where(eq(leaves.personId, personId)).orderBy(asc(leaves.id)),
    sensitiveData: await read.select().from(sensitiveData).where(eq(sensitiveData.personId, personId)),
    photos: await read.select().from(photos).where(eq(photos.personId, personId)),
  }
}

export const findDelegate = async (read: Reader, id: string): Promise<Row<'delegates'> | undefined> => {
  const { delegates } = read.tables
  return (await read.select().from(delegates).where(eq(delegates.id, id)))[0]
}

/** All rows that name a delegate. */
export const listRowsOfDelegate = async (read: Reader, delegateId: string) => {
  const { assignmentExceptions, delegates, delegations, delegateLinks, delegateReports } = read.tables
  return {
    assignmentExceptions: await read
      .select()
      .from(assignmentExceptions)
      .where(eq(assignmentExceptions.delegateId, delegateId))
      .orderBy(asc(assignmentExceptions.id)),
    delegateReports: await read.select().from(delegateReports).where(eq(delegateReports.delegateId, delegateId)),
    delegateLinks: await read.select().from(delegateLinks).where(eq(delegateLinks.delegateId, delegateId)),
    delegates: await read
      .select()
      .from(delegates)
      .where(or(eq(delegates.replacesId, delegateId), eq(delegates.chosenFromId, delegateId)))
      .orderBy(asc(delegates.id)),
    delegations: await read
      .select()
      .from(delegations)
      .where(or(eq(delegations.headId, delegateId), eq(delegations.deputyId, delegateId)))
      .orderBy(asc(delegations.id)),
  }
}
