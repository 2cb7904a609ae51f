import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compareLines, nearestCopy } from '../../../server/templates/rules.ts'

const line = ['commune', 'district', 'province']
const copy = (unitId: string, levelId: string | null = null) => ({ unitId, levelId })
const nearest = (...copies: ReturnType<typeof copy>[]) => nearestCopy(copies, { line, levelId: 'grassroots' })

describe('the copy of a template that a paper takes', () => {
  test('is none where no unit of the line keeps one', () => {
    expect(nearest()).toBeNull()
    expect(nearest(copy('other district'), copy('other district', 'grassroots'))).toBeNull()
  })

  test('is the one of the nearest unit', () => {
    expect(nearest(copy('province'), copy('district'))).toEqual(copy('district'))
    expect(nearest(copy('province'), copy('district'), copy('commune'))).toEqual(copy('commune'))
  })

  test('at one unit is the one for the level before the one for all', () => {
    expect(nearest(copy('district'), copy('district', 'grassroots'))).toEqual(copy('district', 'grassroots'))
  })

  test('for all levels at a nearer unit goes before the one for the level farther up', () => {
    expect(nearest(copy('province', 'grassroots'), copy('commune'))).toEqual(copy('commune'))
  })

  test('for another level is passed over', () => {
    expect(nearest(copy('commune', 'provincial'), copy('district', 'provincial'))).toBeNull()
    expect(nearest(copy('commune', 'provincial'), copy('province', 'grassroots'))).toEqual(
      copy('province', 'grassroots'),
    )
  })
})

describe('two versions of a text', () => {
  const compared = (before: string, after: string) =>
    compareLines(before, after).map(({ kind, text }) => `${{ same: ' ', added: '+', removed: '-' }[kind]}${text}`)

  test('are told line by line', () => {
    expect(compared('a\nb\nc\nd', 'a\nx\nc\nd\ne')).toEqual([' a', '-b', '+x', ' c', ' d', '+e'])
    expect(compared('a', 'a')).toEqual([' a'])
    expect(compared('', 'a')).toEqual(['-', '+a'])
  })

  test('give back both texts, whatever they are', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('a', 'b', 'c', '')),
        fc.array(fc.constantFrom('a', 'b', 'c', '')),
        (one, other) => {
          const lines = compareLines(one.join('\n'), other.join('\n'))
          const of = (gone: string) => lines.flatMap(({ kind, text }) => (kind === gone ? [] : [text])).join('\n')
          expect([of('added'), of('removed')]).toEqual([one.join('\n'), other.join('\n')])
        },
      ),
    )
  })
})
