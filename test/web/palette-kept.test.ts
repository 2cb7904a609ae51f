import { beforeEach, expect, test } from 'vitest'
import { entryOfPage, readKept, remember, rememberPage, togglePin } from '../../web/palette-kept.ts'
import { session } from '../../web/session.ts'

const kept = new Map<string, string>()
Object.defineProperty(globalThis, 'localStorage', {
  value: {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, text: string) => kept.set(key, text),
  },
})
const signIn = (id: string) =>
  session.set({ ...session.get(), account: { id } as NonNullable<ReturnType<typeof session.get>['account']> })

beforeEach(() => {
  kept.clear()
  signIn('an')
})

test('every page of a congress, a venue and a leader is remembered as what it shows, the last first, each once', () => {
  for (const path of ['/congresses/a', '/venues/b', '/leaders/c/week', '/road', '/units', '/congresses/a/programme']) {
    rememberPage(path)
  }
  expect(readKept().recent).toEqual(['congresses /congresses/a', 'people /leaders/c/week', 'venues /venues/b'])
  expect(['/congresses', '/import/units', '/'].map(entryOfPage)).toEqual([null, null, null])
})

test('the last eight are remembered', () => {
  for (let at = 1; at <= 9; at += 1) rememberPage(`/venues/${String(at)}`)
  expect(readKept().recent).toHaveLength(8)
  expect(readKept().recent).not.toContain('venues /venues/1')
})

test('each account remembers and pins its own', () => {
  const entry = { group: 'venues' as const, label: 'Nhà văn hóa', href: '/venues/b' }
  remember(entry)
  togglePin(entry)
  signIn('binh')
  expect(readKept()).toEqual({ pinned: [], recent: [] })
  signIn('an')
  expect(readKept()).toEqual({ pinned: ['venues /venues/b'], recent: ['venues /venues/b'] })
})
