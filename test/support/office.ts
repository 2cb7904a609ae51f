import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { newToken, hashToken } from '../../server/accounts/passwords.ts'
import { saveAccount, saveGrant, saveSignIn } from '../../server/accounts/queries.ts'
import type { Role } from '../../server/accounts/schema.ts'
import { buildApp } from '../../server/app.ts'
import type { App } from '../../server/http/feature.ts'
import { newId, type Office } from '../../server/office.ts'
import { readSettings } from '../../server/settings.ts'
import { openTestDatabase } from './database.ts'

export interface TestOffice extends Office {
  app: App
  close(): Promise<void>
}

/** A whole server on a fresh database, whose clock stands at 22 June 2020, 09:00 in Vietnam. */
export const openOffice = async (environment: Record<string, string> = {}): Promise<TestOffice> => {
  const db = await openTestDatabase()
  const dataFolder = mkdtempSync(join(tmpdir(), 'tien-toi-office-'))
  const settings = { ...readSettings(environment), dataFolder }
  const office: Office = { db, now: () => new Date('2020-06-22T02:00:00.000Z'), settings }
  const app = await buildApp(office)
  await app.ready()
  return {
    ...office,
    app,
    close: async () => {
      await app.close()
      await db.close()
      rmSync(dataFolder, { recursive: true, force: true })
    },
  }
}

export interface Answer {
  status: number
  body: unknown
  actId: string | null
  etag: string | null
  headers: Record<string, unknown>
  /** The body as it went over the wire: of a PDF, say. */
  bytes: Buffer
}

/** A signed-in browser: sends requests as an account with these roles. */
export type Browser = (
  method: 'GET' | 'POST' | 'PUT' | 'DELETE',
  url: string,
  body?: unknown,
  headers?: Record<string, string>,
) => Promise<Answer>

/** Makes an account with a role at a unit (null = everywhere) and signs it in. */
export const signInAs = async (
  office: TestOffice,
  role: Role,
  unitId: string | null,
  maySeeSensitive?: boolean,
): Promise<Browser> => browser(office, await tokenFor(office, role, unitId, maySeeSensitive))

/** The same for who sends requests over a socket: what its cookie bears. */
export const tokenFor = async (
  office: TestOffice,
  role: Role,
  unitId: string | null,
  maySeeSensitive = role === 'organizer' || role === 'administrator',
): Promise<string> => {
  const token = newToken()
  const accountId = newId()
  const now = office.now().toISOString()
  await office.db.write(async (tx) => {
    await saveAccount(tx, {
      id: accountId,
      login: `${role}-${accountId}`,
      name: `${role} for a test`,
      passwordHash: 'scrypt$1$1$1$$',
      language: 'vi',
      isDisabled: false,
      createdAt: now,
      version: 1,
    })
    await saveGrant(tx, { id: newId(), accountId, unitId, role, maySeeSensitive, version: 1 })
    await saveSignIn(tx, { tokenHash: hashToken(token), accountId, createdAt: now, expiresAt: '2099-01-01' })
  })
  return token
}

/** A browser with this cookie; null = nobody is signed in. */
export const browser =
  (office: TestOffice, token: string | null): Browser =>
  async (method, url, body, headers = {}) => {
    const answer = await office.app.inject({
      method,
      url,
      headers,
      ...(body === undefined ? {} : { payload: body as object }),
      ...(token === null ? {} : { cookies: { 'tien-toi': token } }),
    })
    const type = String(answer.headers['content-type'])
    const plain = type.includes('spreadsheet') ? answer.rawPayload : answer.body
    return {
      status: answer.statusCode,
      body: type.includes('json') && answer.body !== '' ? answer.json() : plain,
      actId: (answer.headers['act-id'] as string | undefined) ?? null,
      etag: answer.headers.etag ?? null,
      headers: answer.headers,
      bytes: answer.rawPayload,
    }
  }
