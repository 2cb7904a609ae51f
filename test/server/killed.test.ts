import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aUnit } from '../support/records.ts'
import { startServer, type RunningServer } from '../support/server.ts'

let dataFolder: string
beforeAll(() => {
  dataFolder = mkdtempSync(join(tmpdir(), 'tien-toi-killed-'))
})
afterAll(() => rmSync(dataFolder, { recursive: true, force: true }))

const client = (server: RunningServer, cookie: string) => (method: string, path: string, body?: unknown) =>
  fetch(`${server.url}${path}`, {
    method,
    headers: { cookie, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })

const firstAdministrator = async (server: RunningServer): Promise<string> => {
  const token = new URL(await server.link()).pathname.split('/').at(-1)
  const answer = await client(server, '')('POST', `/api/links/${token}`, {
    login: 'quantri',
    name: 'Trần Thị Hoa',
    password: 'đường tới đại hội',
  })
  expect(answer.status).toBe(204)
  return answer.headers.getSetCookie()[0]?.split(';')[0] ?? ''
}

test('a program that is killed while it writes has lost nothing that it confirmed, and half-does nothing', async () => {
  const server = await startServer({ dataFolder })
  const cookie = await firstAdministrator(server)
  const send = client(server, cookie)
  const confirmed: string[] = []
  let isAlive = true
  const writeOn = async (writer: number) => {
    for (let count = 0; isAlive; count += 1) {
      const name = `Xã ${writer}-${count}`
      const answer = await send('POST', '/api/units', aUnit({ name })).catch(() => null)
      if (answer?.ok === true) confirmed.push(name)
      if (isAlive && confirmed.length >= 40) {
        isAlive = false
        process.kill(server.processId, 'SIGKILL')
      }
    }
  }
  await Promise.all([1, 2, 3].map(writeOn))
  await server.stop()

  const again = await startServer({ dataFolder })
  try {
    const ask = client(again, cookie)
    const units = (await (await ask('GET', '/api/units')).json()) as { name: string }[]
    const names = new Set(units.map(({ name }) => name))
    expect(confirmed.filter((name) => !names.has(name))).toEqual([])
    // Each unit has the line that says who made it: they are one write.
    const { acts } = (await (await ask('GET', '/api/acts')).json()) as { acts: { subject: string }[] }
    const subjects = new Set(acts.map(({ subject }) => subject))
    expect([...names].filter((name) => !subjects.has(name))).toEqual([])
  } finally {
    await again.stop()
  }
}, 60_000)
