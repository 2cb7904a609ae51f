import type {
  KeptReplacement,
  LeaderReplacement,
  LeadersReplaced,
  Leave,
  LeaveChange,
  Mention,
  NewLeave,
  StandIn,
} from '../../server/leaders/schema.ts'
import { getJson, write } from './request.ts'

export const listLeaves = () => getJson<Leave[]>('/api/leaves')
export const createLeave = (body: NewLeave) => write<Leave>('POST', '/api/leaves', { body })
export const changeLeave = (id: string, body: LeaveChange) => write<Leave>('PUT', `/api/leaves/${id}`, { body })
export const deleteLeave = (id: string, version: number) => write('DELETE', `/api/leaves/${id}`, { query: { version } })

export const replaceLeader = (body: LeaderReplacement) =>
  write<LeadersReplaced>('POST', '/api/leader-replacements', { body })
export const listReplacements = (congressId: string) =>
  getJson<KeptReplacement[]>(`/api/congresses/${congressId}/leader-replacements`)

/** Where others attend today in the place of leaders. */
export const listStandIns = (cycleId: string) => getJson<StandIn[]>(`/api/cycles/${cycleId}/leader-stand-ins`)

/** Texts of a cycle that still name leaders who were replaced: of one post or one congress where it is named. */
export const listMentions = (cycleId: string, of: { postId?: string; congressId?: string }) =>
  getJson<Mention[]>(`/api/cycles/${cycleId}/leader-mentions`, { query: of })
export const mendMention = ({ replacementId, kind, recordId, field, version }: Mention) =>
  write('POST', `/api/leader-replacements/${replacementId}/mend`, { body: { kind, recordId, field, version } })

/** Address of a leader's week as PDF. */
export const weekPath = (cycleId: string, postId: string, day: string, language: 'vi' | 'en'): string =>
  `/api/cycles/${cycleId}/leader-week.pdf?postId=${postId}&day=${day}&language=${language}`
