import { holderOn } from '../../server/leaders/rules.ts'
import type { Post } from '../../server/people/schema.ts'
import { translated, words } from '../words/words.ts'

/** Who holds the post on a day, or that nobody or more than one does. */
export const holderName = (post: Post, date: string): string => {
  const { several, vacant } = words().leaders.week
  const name = holderOn(post, date)
  if (name !== '') return name
  const isHeld = post.holders.some(({ from, to }) => (from ?? '') <= date && date <= (to ?? '9999'))
  return isHeld ? several : vacant
}

/** The holder's name, else the post. */
export const leaderName = (post: Post, date: string): string => holderOn(post, date) || translated(post.name)
