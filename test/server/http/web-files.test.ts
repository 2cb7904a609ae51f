import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import fastify from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { webFiles } from '../../../server/http/web-files.ts'

const assets = readdirSync(fileURLToPath(new URL('../../../web/dist/assets', import.meta.url)))
const packed = `/assets/${assets.find((name) => name.endsWith('.js.br'))?.slice(0, -'.br'.length) ?? ''}`
const app = fastify()
beforeAll(() => app.register(webFiles))
afterAll(() => app.close())

test('a file named by its content is kept for a year, packed as the browser asks', async () => {
  const answer = await app.inject({ url: packed, headers: { 'accept-encoding': 'gzip, br' } })
  expect(answer.statusCode).toBe(200)
  expect(answer.headers).toMatchObject({
    'cache-control': 'public, max-age=31536000, immutable',
    'content-encoding': 'br',
    'content-type': expect.stringContaining('javascript') as string,
  })
})

test.each(['/', '/units', '/congresses/one/papers?paper=plan', '/index.html'])(
  'the address %s is the one document, which is asked for anew each time',
  async (url) => {
    const answer = await app.inject({ url })
    expect(answer.statusCode).toBe(200)
    expect(answer.body).toContain('<title>')
    expect(answer.headers['cache-control']).toBe('no-cache')
  },
)

test.each(['/assets/none.js', '/.built', '/api/none', '/favicon.none'])(
  'the address %s leads to nothing',
  async (url) => {
    expect((await app.inject({ url })).statusCode).toBe(404)
  },
)
