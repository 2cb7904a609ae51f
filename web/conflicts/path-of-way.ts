import type { WayOut } from '../../server/conflicts/schema.ts'

/** Where a way out is followed: the congress's page with what is to be changed open. */
export const pathOfWay = (way: WayOut): string =>
  `/congresses/${way.congressId}?edit=${way.kind}${way.kind === 'change-leader' ? `&post=${way.postId}` : ''}`
