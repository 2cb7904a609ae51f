import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

const sheet = readFileSync(new URL('../../../web/style/tokens.css', import.meta.url), 'utf8')

/** The colours of one theme: `#rrggbb` by name. */
const colours = (css: string): Record<string, string> =>
  Object.fromEntries([...css.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6})/g)].map(([, name, value]) => [name, value]))

const [lightSheet = '', rest = ''] = sheet.split('@media (prefers-color-scheme: dark)')
const light = colours(lightSheet)
const themes = { light, dark: { ...light, ...colours(rest.split('@media print')[0] ?? '') } }

/** Relative luminance, WCAG 2.2. */
const luminance = (colour: string): number => {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

const contrast = (one: string, other: string): number => {
  const [dark = 0, bright = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (bright + 0.05) / (dark + 0.05)
}

const grounds = ['ground', 'surface', 'sunken']
const hues = ['red', 'gold', 'blue', 'green', 'amber', 'violet', 'slate']

describe.each(Object.entries(themes))('the %s theme', (_name, theme) => {
  const pair = (one: string, other: string) => contrast(theme[one] ?? '', theme[other] ?? '')
  const below = (pairs: string[][], wanted: number) =>
    pairs
      .filter(([one = '', other = '']) => !(pair(one, other) >= wanted))
      .map(([a = '', b = '']) => `${a} on ${b}: ${pair(a, b).toFixed(2)}`)

  test('text can be read on every ground', () => {
    const pairs = ['text', 'muted'].flatMap((text) =>
      [...grounds, ...hues.map((hue) => `${hue}-soft`)].map((ground) => [text, ground]),
    )
    expect(below(pairs, 4.5)).toEqual([])
  })

  test('a state can be read on its soft ground and on every surface', () => {
    const pairs = hues.flatMap((hue) => [`${hue}-soft`, ...grounds].map((ground) => [hue, ground]))
    expect(below(pairs, 4.5)).toEqual([])
  })

  test('the words of the primary button can be read', () => {
    expect(
      below(
        [
          ['on-red', 'red'],
          ['on-red', 'red-hover'],
        ],
        4.5,
      ),
    ).toEqual([])
  })

  test('edges that carry meaning stand out', () => {
    const edges = ['line-control', 'gold-edge', 'amber-edge', ...hues]
    expect(
      below(
        edges.flatMap((edge) => grounds.map((ground) => [edge, ground])),
        3,
      ),
    ).toEqual([])
  })
})
