import { expect } from 'vitest'
import type { Congress } from '../../server/congresses/schema.ts'
import type { Cycle } from '../../server/cycles/schema.ts'

/** Asks the API; an answer that is no success fails the test. */
export type Asking = <T>(path: string, method?: string, body?: unknown) => Promise<T>

/** As whoever has the cookie. */
export const askingAs =
  (url: string, cookie: string): Asking =>
  async <T>(path: string, method = 'GET', body?: unknown): Promise<T> => {
    const json = body === undefined ? {} : { 'content-type': 'application/json' }
    const sent = body === undefined ? {} : { body: JSON.stringify(body) }
    const response = await fetch(`${url}${path}`, { method, headers: { cookie, origin: url, ...json }, ...sent })
    expect(response.status, path).toBeLessThan(300)
    return (response.status === 204 ? undefined : await response.json()) as T
  }

/** Gives a congress of the example, known by a part of its title, a programme of two sessions; its id. */
export const congressWithProgramme = async (ask: Asking, titlePart: string): Promise<string> => {
  const [cycle] = await ask<Cycle[]>('/api/cycles')
  const { congresses } = await ask<{ congresses: Congress[] }>(`/api/cycles/${cycle?.id ?? ''}/road`)
  const { id } = congresses.find(({ title }) => title.includes(titlePart))!
  await ask(`/api/congresses/${id}/programme-from-template`, 'POST', { templateId: 'provincial-two-sessions' })
  return id
}
