import type { Programme } from '../../server/programme/schema.ts'
import type {
  Correction,
  NewRelease,
  NewTellings,
  Release,
  ReleaseDraft,
  ReleaseRead,
  Telling,
  Tellings,
} from '../../server/releases/schema.ts'
import { getJson, write } from './request.ts'

export const listReleases = (congressId: string) => getJson<Release[]>(`/api/congresses/${congressId}/releases`)
export const findReleaseDraft = (congressId: string) =>
  getJson<ReleaseDraft>(`/api/congresses/${congressId}/release-draft`)
export const releaseProgramme = (congressId: string, body: NewRelease) =>
  write<Release>('POST', `/api/congresses/${congressId}/releases`, { body })
export const readRelease = (id: string) => getJson<ReleaseRead>(`/api/releases/${id}`)
/** Puts the release before it back in force, with the reason. */
export const correctRelease = (id: string, body: Correction) =>
  write<Release>('POST', `/api/releases/${id}/correction`, { body })
/** Makes the draft what the release told; can be undone. */
export const takeIntoDraft = (id: string) => write<Programme>('POST', `/api/releases/${id}/draft`)
export const listTold = (releaseId: string) => getJson<Tellings>(`/api/releases/${releaseId}/tellings`)
export const noteTold = (releaseId: string, body: NewTellings) =>
  write<Telling[]>('POST', `/api/releases/${releaseId}/tellings`, { body })
export const withdrawTelling = (id: string, version: number) =>
  write('DELETE', `/api/tellings/${id}`, { query: { version } })

/** The programme as it went out, as PDF. */
export const releasedProgrammePath = (id: string, language: 'vi' | 'en'): string =>
  `/api/releases/${id}/programme.pdf?language=${language}`
/** What is not the same in a release and another one (null = the one before it), as PDF. */
export const changesPath = (id: string, otherId: string | null, language: 'vi' | 'en'): string =>
  `/api/releases/${id}/changes.pdf?language=${language}${otherId === null ? '' : `&against=${otherId}`}`
