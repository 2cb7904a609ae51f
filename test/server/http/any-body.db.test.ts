import { afterEach, beforeEach, expect, test } from 'vitest'
import { openOffice, signInAs, type TestOffice } from '../../support/office.ts'
import type { Subtree } from '../../support/districts.ts'
import { buildSubtrees, sampleBody, sampleKind, sampleList, sampleQuery } from '../../support/subtrees.ts'

let office: TestOffice
let inside: Subtree
beforeEach(async () => {
  office = await openOffice()
  ;({ inside } = await buildSubtrees(office))
})
afterEach(() => office.close())

const values = [
  '\u0000',
  '\ud800',
  'x'.repeat(5000),
  "'; DROP TABLE units; --",
  '__proto__',
  '2020-02-31',
  '01a20bd1-ac39-7696-a43e-b4634aee65eb',
  -1,
  1e308,
  2_147_483_647,
  null,
  [],
  {},
]

type Path = (string | number)[]

const pathsIn = (value: unknown, path: Path = []): Path[] => {
  if (value === null || typeof value !== 'object') return [path]
  const keys: Path = Array.isArray(value) ? [...value.keys()] : Object.keys(value)
  return [path, ...keys.flatMap((key) => pathsIn((value as Record<string | number, unknown>)[key], [...path, key]))]
}

const withValue = (body: unknown, [key, ...rest]: Path, value: unknown): unknown => {
  if (key === undefined) return value
  const copy = structuredClone(body) as Record<string | number, unknown>
  copy[key] = withValue(copy[key], rest, value)
  return copy
}

/** Routes with a body, apart from those that would sign the test out. */
const writes = () =>
  office.app.permissions.filter(({ method, url }) => {
    const isOwn = url.startsWith('/api/session') || url.startsWith('/api/links')
    return !isOwn && sampleBody(method, url, inside) !== undefined
  })

/** The routes are dealt out, so that no part takes minutes. */
const parts = 4

test.each(Array.from({ length: parts }, (_nothing, part) => part))(
  'whatever stands in a field of a body, no write fails for want of a check: part %i of the routes',
  async (part) => {
    const who = await signInAs(office, 'administrator', null)
    const failed: string[] = []
    for (const { method, url, permission } of writes().filter((_route, at) => at % parts === part)) {
      const at = typeof permission === 'string' ? '' : permission.at
      const path = url
        .replace(':id', inside.ids[at] ?? '')
        .replace(':kind', sampleKind(url))
        .replace(':list', sampleList)
        .replace(':sendingUnitId', inside.ids['sender'] ?? '')
        .replace(':planId', inside.ids['seating-plan'] ?? '')
        .replace(':delegateId', inside.ids['member'] ?? '')
        .replace(':form', inside.ids['outside-form'] ?? '')
        .replace(':file', inside.ids['edition'] ?? '')
      const body = sampleBody(method, url, inside)
      for (const field of pathsIn(body)) {
        for (const value of values) {
          const sent = withValue(body, field, value)
          const { status } = await who(method as 'POST', path + sampleQuery(method, url, inside), sent)
          if (status >= 500)
            failed.push(`${method} ${url} ${field.join('.')} = ${JSON.stringify(value)}: ${String(status)}`)
        }
      }
    }
    expect(failed).toEqual([])
  },
  120_000,
)

test.each(['%00', '..%2f..%2fetc%2fpasswd', '%ff', '__proto__', '%F0%9F%8E%89'])(
  'no address with %s in the place of an id fails for want of a check',
  async (id) => {
    const who = await signInAs(office, 'administrator', null)
    const failed: string[] = []
    for (const { method, url } of office.app.permissions) {
      if (method !== 'GET' || !url.includes(':')) continue
      const { status } = await who('GET', url.replace(/:\w+/g, id))
      if (status !== 400 && status !== 404) failed.push(`${url}: ${String(status)}`)
    }
    expect(failed).toEqual([])
  },
)
