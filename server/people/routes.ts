import { recordRoutes } from '../http/records.ts'
import type { Feature } from '../http/feature.ts'
import { changePost, createPost, deletePost } from './actions.ts'
import { listPosts } from './queries.ts'
import { NewPost, Post, PostChange } from './schema.ts'

export const postRoutes: Feature = async (app, { office }) => {
  recordRoutes(app, office, {
    url: '/api/posts',
    shapes: { record: Post, created: NewPost, changed: PostChange },
    at: 'post',
    newAt: 'unit-in-body',
    list: async (units) => (await listPosts(office.db.read)).filter(({ unitId }) => units?.has(unitId) ?? true),
    create: createPost,
    change: changePost,
    remove: deletePost,
  })
}
