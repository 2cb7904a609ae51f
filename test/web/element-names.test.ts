import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const root = new URL('../../web/', import.meta.url)

test('no two elements have one name: the page that loads the second would not open', () => {
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('.ts') && !file.startsWith('dist'),
  )
  const names = files.flatMap((file) =>
    [...readFileSync(new URL(file, root), 'utf8').matchAll(/@customElement\('([^']+)'\)/gu)].map(([, name]) => name),
  )
  expect(names.length).toBeGreaterThan(100)
  expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([])
})
