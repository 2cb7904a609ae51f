import type { Feed, FeedMade, NewFeed } from '../../server/feeds/schema.ts'
import { getJson, write } from './request.ts'

export const listFeeds = () => getJson<Feed[]>('/api/feeds')
export const createFeed = (body: NewFeed) => write<FeedMade>('POST', '/api/feeds', { body })
export const revokeFeed = (id: string) => write('DELETE', `/api/feeds/${id}`)
