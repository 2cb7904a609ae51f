import type { NewPost, Post, PostChange } from '../../server/people/schema.ts'
import { getJson, write } from './request.ts'

export const listPosts = (signal?: AbortSignal) => getJson<Post[]>('/api/posts', signal ? { signal } : {})
export const createPost = (body: NewPost) => write<Post>('POST', '/api/posts', { body })
export const changePost = (id: string, body: PostChange) => write<Post>('PUT', `/api/posts/${id}`, { body })
export const deletePost = (id: string, version: number) => write('DELETE', `/api/posts/${id}`, { query: { version } })
