import type { Publication } from '../../server/publications/schema.ts'
import { getJson, write } from './request.ts'

/** Where the public reads the newest release; null = nowhere. */
export const findPublication = (congressId: string) => getJson<Publication>(`/api/congresses/${congressId}/publication`)
export const publishProgramme = (congressId: string) =>
  write<Publication>('POST', `/api/congresses/${congressId}/publication`)
export const renewCode = (congressId: string, version: number) =>
  write<Publication>('PUT', `/api/congresses/${congressId}/publication`, { body: { version } })
export const unpublishProgramme = (congressId: string, version: number) =>
  write('DELETE', `/api/congresses/${congressId}/publication`, { query: { version } })
/** A sheet with the code that leads to it. */
export const codePath = (congressId: string, language: 'vi' | 'en'): string =>
  `/api/congresses/${congressId}/publication/code.pdf?language=${language}`
