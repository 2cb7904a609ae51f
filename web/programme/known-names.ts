import { holderOn } from '../../server/leaders/rules.ts'
import { listPosts } from '../api/people.ts'
import { findList, listLists } from '../api/lists.ts'

/** Somebody who may be asked to speak. */
export interface KnownName {
  name: string
  post: string
}

/** Lists on which a congress keeps persons with their posts. */
const listsOfPersons = ['members', 'delegates']

/** Who holds a leader's post on the day, and who stands on the lists of the congress. */
export const findKnownNames = async (congressId: string, day: string): Promise<KnownName[]> => {
  const [posts, { lists }] = await Promise.all([listPosts(), listLists(congressId)])
  const filled = lists.filter(({ list, rowCount }) => rowCount > 0 && listsOfPersons.includes(list))
  const rows = await Promise.all(filled.map(({ list }) => findList({ congressId, list })))
  const listed = rows.flatMap((each) => each.rows.map(({ values }) => called(values['name'], values['post'])))
  const found = [...posts.map((post) => called(holderOn(post, day), post.name)), ...listed]
  return [...new Map(found.filter(({ name }) => name !== '').map((each) => [each.name, each])).values()]
}

const called = (name = '', post = ''): KnownName => ({ name, post })
