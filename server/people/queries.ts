import { and, asc, eq } from 'drizzle-orm'
import type { Reader } from '../../db/open.ts'
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

export const findPersonByName = async (read: Reader, unitId: string, name: string) => {
  const { people } = read.tables
  return (
    await read
      .select()
      .from(people)
      .where(and(eq(people.unitId, unitId), eq(people.name, name)))
  )[0]
}
