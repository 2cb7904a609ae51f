import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { paginate, type Piece } from '../../../server/documents/pdf/paginate.ts'

const names = new WeakMap<Piece['draw'], string>()
/** A piece that is known by its name. */
const piece = (name: string, height: number, values: Partial<Piece> = {}): Piece => {
  const draw = () => undefined
  names.set(draw, name)
  return { height, gapBefore: 0, isKeptWithNext: false, draw, ...values }
}
const shown = (pieces: readonly Piece[], pageHeight: number) =>
  paginate(pieces, pageHeight).map((page) =>
    page.map((each) => `${names.get(each.piece.draw) ?? ''}@${String(each.top)}`),
  )

/** A piece that can be parted anywhere. */
const cloth = (name: string, height: number, header?: Piece): Piece =>
  piece(name, height, {
    ...(header ? { header } : {}),
    split: (room) => (room < 1 ? null : [cloth(name, room, header), cloth(name, height - room, header)]),
  })

describe('pages', () => {
  test('take pieces as long as they fit, with the room between them but none at the top', () => {
    const pieces = ['a', 'b', 'c'].map((name) => piece(name, 4, { gapBefore: 2 }))
    expect(shown(pieces, 10)).toEqual([['a@0', 'b@6'], ['c@0']])
  })

  test('keep together what belongs together', () => {
    const pieces = [piece('a', 6), piece('b', 2, { isKeptWithNext: true }), piece('c', 3)]
    expect(shown(pieces, 10)).toEqual([['a@0'], ['b@0', 'c@2']])
  })

  test('begin with the header of the piece that begins them', () => {
    const header = piece('header', 2)
    const rows = ['a', 'b', 'c', 'd'].map((name) => piece(name, 4, { header }))
    expect(shown([{ ...header, isKeptWithNext: true }, ...rows], 10)).toEqual([
      ['header@0', 'a@2', 'b@6'],
      ['header@0', 'c@2', 'd@6'],
    ])
  })

  test('part only what is higher than a page', () => {
    const header = piece('header', 2)
    expect(shown([piece('a', 5), cloth('b', 8, header)], 10)).toEqual([['a@0'], ['header@0', 'b@2']])
    expect(shown([piece('a', 5), cloth('b', 20, header)], 10)).toEqual([
      ['a@0', 'b@5'],
      ['header@0', 'b@2'],
      ['header@0', 'b@2'],
    ])
  })

  test('give a page of its own to what is higher and cannot be parted', () => {
    expect(shown([piece('a', 5), piece('b', 12), piece('c', 5)], 10)).toEqual([['a@0'], ['b@0'], ['c@0']])
  })

  test('hold every piece once, in order, and nothing beyond their end', () => {
    const anyPiece = fc.record({
      height: fc.integer({ min: 1, max: 10 }),
      isKeptWithNext: fc.boolean(),
      gapBefore: fc.nat(3),
    })
    fc.assert(
      fc.property(fc.array(anyPiece, { maxLength: 40 }), (values) => {
        const pieces = values.map((value, index) => piece(String(index), value.height, value))
        const pages = paginate(pieces, 10)
        expect(pages.flat().map((each) => each.piece)).toEqual(pieces)
        for (const { piece: each, top } of pages.flat()) expect(top + each.height).toBeLessThanOrEqual(10)
      }),
    )
  })
})
