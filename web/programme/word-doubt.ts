import type { ProgrammeDoubt } from '../../server/programme/rules.ts'
import { words } from '../words/words.ts'

/** What is doubtful, in a sentence that stands beside the item or session that it is about. */
export const wordDoubt = ({ kind, minutes }: ProgrammeDoubt, otherTitle = ''): string => {
  const { doubts } = words().programme
  if (kind === 'sessions-overlap') return doubts[kind](minutes, otherTitle)
  if (kind === 'overrun' || kind === 'gap') return doubts[kind](minutes)
  return doubts[kind]
}
