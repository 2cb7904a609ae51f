import { and, asc, eq, inArray, ne } from 'drizzle-orm'
import type { Reader, Writer } from '../../db/open.ts'
import type { Row } from '../../db/rows.ts'
import type { Post } from './schema.ts'

export const findPost = async (read: Reader, id: string): Promise<Row<'posts'> | undefined> => {
  const { posts } = read.tables
  return (await read.select().from(posts).where(eq(posts.id, id)))[0]
}

/** All posts with who holds them, earliest first. */
export const listPosts = async (read: Reader): Promise<Post[]> => {
  const { posts, postHolders, people } = read.tables
  const all = await read.select().from(posts).orderBy(asc(posts.id))
  const holders = await read
    .select({
      postId: postHolders.postId,
      personId: people.id,
      personName: people.name,
      from: postHolders.from,
      to: postHolders.to,
    })
    .from(postHolders)
    .innerJoin(people, eq(people.id, postHolders.personId))
    .orderBy(asc(postHolders.id))
  return all.map((post) => ({
    ...post,
    holders: holders.flatMap(({ postId, ...holder }) => (postId === post.id ? [holder] : [])),
  }))
}

export const listHolders = async (read: Reader, postId: string): Promise<Row<'postHolders'>[]> => {
  const { postHolders } = read.tables
  return read.select().from(postHolders).where(eq(postHolders.postId, postId)).orderBy(asc(postHolders.id))
}

/** Who holds or held a post and is called so in this unit: whoever only attends congresses is not taken for him. */
export const findHolderByName = async (
  read: Reader,
  unitId: string,
  name: string,
): Promise<Row<'people'> | undefined> => {
  const { people, postHolders } = read.tables
  const [found] = await read
    .select({ person: people })
    .from(people)
    .innerJoin(postHolders, eq(postHolders.personId, people.id))
    .where(and(eq(people.unitId, unitId), eq(people.name, name)))
    .limit(1)
  return found?.person
}

/** Whoever holds or held the post, each once. */
export const listHolderPeople = async (read: Reader, postId: string): Promise<Row<'people'>[]> => {
  const { people, postHolders } = read.tables
  const found = await read
    .select({ person: people })
    .from(postHolders)
    .innerJoin(people, eq(people.id, postHolders.personId))
    .where(eq(postHolders.postId, postId))
    .orderBy(asc(postHolders.id))
  return [...new Map(found.map(({ person }) => [person.id, person])).values()]
}

/** Whether a post, a leave or a congress knows the person. */
export const isPersonKnown = async (read: Reader, id: string): Promise<boolean> => {
  const { delegates, leaves, postHolders } = read.tables
  for (const table of [delegates, postHolders, leaves]) {
    const [found] = await read.select({ id: table.id }).from(table).where(eq(table.personId, id)).limit(1)
    if (found) return true
  }
  return false
}

/** What is kept of a person for those alone who are permitted to know it. */
export const findSensitiveData = async (read: Reader, personId: string): Promise<Row<'sensitiveData'> | undefined> => {
  const { sensitiveData } = read.tables
  return (await read.select().from(sensitiveData).where(eq(sensitiveData.personId, personId)))[0]
}

const peopleAtOnce = 400

/** The same of many people, by person. */
export const listSensitiveData = async (
  read: Reader,
  personIds: readonly string[],
): Promise<Map<string, Row<'sensitiveData'>>> => {
  const { sensitiveData } = read.tables
  const found = new Map<string, Row<'sensitiveData'>>()
  for (let start = 0; start < personIds.length; start += peopleAtOnce) {
    const asked = personIds.slice(start, start + peopleAtOnce)
    const rows = await read.select().from(sensitiveData).where(inArray(sensitiveData.personId, asked))
    for (const row of rows) found.set(row.personId, row)
  }
  return found
}

export const findPhoto = async (read: Reader, personId: string): Promise<Row<'photos'> | undefined> => {
  const { photos } = read.tables
  return (await read.select().from(photos).where(eq(photos.personId, personId)))[0]
}

/** People whose name was never folded for search. */
export const listUnfolded = async (read: Reader): Promise<Pick<Row<'people'>, 'id' | 'name'>[]> => {
  const { people } = read.tables
  return read
    .select({ id: people.id, name: people.name })
    .from(people)
    .where(and(eq(people.folded, ''), ne(people.name, '')))
}

export const saveFolded = async (tx: Writer, id: string, folded: string): Promise<void> => {
  const { people } = tx.tables
  await tx.update(people).set({ folded }).where(eq(people.id, id))
}
