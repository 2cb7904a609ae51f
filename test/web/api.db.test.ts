import { readdirSync, readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openOffice, type TestOffice } from '../support/office.ts'

const web = new URL('../../web/', import.meta.url)
const sources = readdirSync(web, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts') && !name.startsWith('dist'))
  .map((name) => ({ name, text: readFileSync(new URL(name, web), 'utf8') }))

/** `/api/units/${id}?language=vi` → `/api/units/{}`: the path as both sides write it. */
const shapeOf = (url: string) => url.replace(/\$\{[^}]*\}/g, '{}').replace(/[?#].*$|\{\}$(?<=\.\w+\{\})/g, '')

const called = sources.flatMap(({ name, text }) =>
  [...text.matchAll(/(?:'(GET|POST|PUT|DELETE)',\s*)?(["'`])(\/api\/\w(?:\$\{[^}]*\}|[^"'`?])*)/g)].map(
    ([, method = 'GET', , url = '']) => ({ name, route: `${method} ${shapeOf(url)}` }),
  ),
)

describe('the addresses that the pages call', () => {
  let office: TestOffice
  let served: Set<string>

  beforeAll(async () => {
    office = await openOffice()
    const document = office.app.swagger() as { paths: Record<string, Record<string, unknown>> }
    served = new Set(
      Object.entries(document.paths)
        .filter(([path]) => path.startsWith('/api/'))
        .flatMap(([path, methods]) =>
          Object.keys(methods).map((method) => `${method.toUpperCase()} ${path.replace(/\{[^}]*\}/g, '{}')}`),
        ),
    )
  })

  afterAll(() => office.close())

  test('are all served', () => {
    expect(called.length).toBeGreaterThan(50)
    expect(called.filter(({ route }) => !isServed(served, route))).toEqual([])
  })

  test('and no other routes are, but what is for other programs', () => {
    const wanted = new Set(called.map(({ route }) => route))
    const left = [...served].filter((route) => ![...wanted].some((each) => isServed(new Set([route]), each)))
    // What other programs ask: calendars of telephones, and the conflicts as data.
    expect(left.sort()).toEqual(['GET /api/calendars/{}', 'GET /api/cycles/{}/conflicts'])
  })
})

/** A page may name a whole segment of a route by a variable: `papers/programme/pdf` is served by `papers/{}/pdf`. */
const isServed = (served: Set<string>, route: string): boolean => {
  const pattern = new RegExp(`^${route.replace(/[.\\/]/g, '\\$&').replaceAll('{}', '[^/]+')}$`)
  return [...served].some((each) => each === route || pattern.test(each))
}
