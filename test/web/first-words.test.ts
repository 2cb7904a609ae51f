import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { viRest } from '../../web/words/vi-rest.ts'

const web = fileURLToPath(new URL('../../web', import.meta.url))
const rest = new Set(Object.keys(viRest))
const files = readdirSync(web, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts') && !/^(dist|words)[\\/]/.test(name))
  .map((name) => join(web, name))

const parts = new Map(
  files.map((file) => {
    const text = readFileSync(file, 'utf8')
    const paths = (pattern: RegExp) =>
      [...text.matchAll(pattern)].map((match) => resolve(dirname(file), match[1] ?? ''))
    const named = [...text.matchAll(/words\(\)\s*\.(\w+)/g)].map((match) => match[1] ?? '')
    const taken = [...text.matchAll(/\{([^=;]*)\}\s*=\s*words\(\)/g)].flatMap((match) =>
      (match[1] ?? '')
        .replaceAll(/:\s*\{[^{}]*\}/g, '')
        .split(',')
        .map((name) => name.split(':')[0]?.trim() ?? ''),
    )
    return [
      file,
      {
        imports: paths(/^(?:import|export)\s+(?!type)(?:[^'";]*?from\s+)?'(\.[^']+\.ts)'/gms),
        later: paths(/import\('(\.[^']+)'\)/g),
        says: [...named, ...taken].filter((name) => rest.has(name)),
      },
    ]
  }),
)

/** A file and all that is loaded with it. */
const loadedWith = (starts: readonly string[]): Set<string> => {
  const seen = new Set<string>()
  const visit = (file: string) => {
    if (seen.has(file)) return
    seen.add(file)
    parts.get(file)?.imports.forEach(visit)
  }
  starts.forEach(visit)
  return seen
}

const first = loadedWith([join(web, 'app-shell.ts'), join(web, 'road/road-page.ts')])
const restFile = join(web, 'words/rest.ts')
const saysRest = (loaded: ReadonlySet<string>) =>
  [...loaded].filter((file) => (parts.get(file)?.says.length ?? 0) > 0).map((file) => relative(web, file))

test('the first page says nothing whose words come later', () => {
  expect(first.size).toBeGreaterThan(50)
  expect(first.has(restFile)).toBe(false)
  expect(saysRest(first)).toEqual([])
})

test('what the first page fetches later brings the words that it says', () => {
  const seen = new Set<string>()
  const visit = (file: string) => {
    // Pages are opened together with all words.
    if (file.endsWith('pages.ts')) return
    for (const later of parts.get(file)?.later ?? []) {
      if (seen.has(later)) continue
      seen.add(later)
      const loaded = loadedWith([later])
      if (!loaded.has(restFile)) expect(saysRest(loaded)).toEqual([])
      loaded.forEach(visit)
    }
  }
  first.forEach(visit)
  expect(seen.size).toBeGreaterThan(5)
})
