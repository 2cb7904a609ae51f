import type { Row } from '../../db/rows.ts'
import { inUse, invalid, notFound } from '../errors.ts'
import { isPhoneRefused } from '../format/phones.ts'
import { act, type ActRows, type Done } from '../history/actions.ts'
import { newId, type Actor, type Office } from '../office.ts'
import { findUnit } from '../units/queries.ts'
import { listTitlesWithPost } from '../congresses/queries.ts'
import { forgetUnknown } from './forget.ts'
import { findHolderByName, findPost, listHolderPeople, listHolders } from './queries.ts'
import { knownByName } from './rules.ts'
import type { NewPost, Post, PostChange } from './schema.ts'

export const createPost = (office: Office, actor: Actor, post: NewPost): Promise<Done<Post>> => {
  const { holders, ...values } = post
  return act(office, actor, { action: 'post-created', subject: post.name, unitId: post.unitId }, async (rows) => {
    if (!(await findUnit(rows.tx, post.unitId))) throw notFound()
    checkPhone(values.phone, '')
    const row = await rows.create('posts', { id: newId(), ...values })
    return { ...row, holders: await saveHolders(rows, row, holders) }
  })
}

export const changePost = (office: Office, actor: Actor, id: string, change: PostChange): Promise<Done<Post>> => {
  const { holders, version, ...values } = change
  return act(office, actor, { action: 'post-changed', subject: change.name, unitId: change.unitId }, async (rows) => {
    const standing = await findPost(rows.tx, id)
    if (!standing || !(await findUnit(rows.tx, change.unitId))) throw notFound()
    checkPhone(values.phone, standing.phone)
    const row = await rows.change('posts', id, version, values)
    const former = await listHolderPeople(rows.tx, id)
    await removeHolders(rows, id)
    const saved = await saveHolders(rows, row, holders, former)
    await forgetUnknown(rows, former)
    return { ...row, holders: saved }
  })
}

/** Deletes a post that attends no congress. */
export const deletePost = (office: Office, actor: Actor, id: string, version: number): Promise<Done<void>> =>
  act(office, actor, { action: 'post-deleted', subject: '', unitId: null }, async (rows) => {
    const post = await findPost(rows.tx, id)
    if (!post) throw notFound()
    const titles = await listTitlesWithPost(rows.tx, id)
    if (titles.length > 0) throw inUse(titles.map((name) => ({ kind: 'congress', name })))
    rows.say({ subject: post.name, unitId: post.unitId })
    const former = await listHolderPeople(rows.tx, id)
    await removeHolders(rows, id)
    await rows.remove('posts', id, version)
    await forgetUnknown(rows, former)
  })

const checkPhone = (phone: string, standing: string): void => {
  if (isPhoneRefused(phone, standing)) throw invalid([{ field: 'phone', rule: 'not-a-phone' }])
}

const removeHolders = async (rows: ActRows, postId: string) => {
  for (const holder of await listHolders(rows.tx, postId)) await rows.remove('postHolders', holder.id, holder.version)
}

/** Keeps who holds the post; whoever held this one or another in its unit is known by name, another one is created. */
const saveHolders = async (
  rows: ActRows,
  post: Row<'posts'>,
  holders: NewPost['holders'],
  former: readonly Row<'people'>[] = [],
): Promise<Post['holders']> => {
  const saved: Post['holders'] = []
  for (const [index, { personName, from, to }] of holders.entries()) {
    if (from !== null && to !== null && to < from) throw invalid([{ field: `holders.${index}.to`, rule: 'reversed' }])
    const person =
      former.find(({ name, unitId }) => name === personName && unitId === post.unitId) ??
      (await findHolderByName(rows.tx, post.unitId, personName)) ??
      (await rows.create('people', { id: newId(), unitId: post.unitId, ...knownByName(personName) }))
    await rows.create('postHolders', { id: newId(), postId: post.id, personId: person.id, from, to })
    saved.push({ personId: person.id, personName, from, to })
  }
  return saved
}
