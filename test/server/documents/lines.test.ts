import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { balanceLines, breakLines } from '../../../server/documents/pdf/lines.ts'

/** Every letter is one wide. */
const widthOf = (text: string) => [...text].length
const textsOf = (lines: { text: string }[]) => lines.map(({ text }) => text)
const anyText = fc
  .array(fc.string({ unit: fc.constantFrom('a', 'ư', 'ơ', 'Đ', 'ậ'), minLength: 1, maxLength: 15 }), { minLength: 1 })
  .map((words) => words.join(' '))
const anyWidth = fc.integer({ min: 1, max: 30 })

describe('lines', () => {
  test('break between words, and inside a word that no line holds', () => {
    expect(textsOf(breakLines('một hai ba bốn', 7, widthOf))).toEqual(['một hai', 'ba bốn'])
    expect(textsOf(breakLines('xa-lộ-dài-quá nhỉ', 5, widthOf))).toEqual(['xa-lộ', '-dài-', 'quá', 'nhỉ'])
  })

  test('begin anew at a line break, each paragraph with its indent and its last line', () => {
    expect(breakLines('một hai\nba', 6, widthOf, 2)).toEqual([
      { text: 'một', width: 3, isLast: false, indent: 2 },
      { text: 'hai', width: 3, isLast: true, indent: 0 },
      { text: 'ba', width: 2, isLast: true, indent: 2 },
    ])
  })

  test('never run over the width and lose no letter', () => {
    fc.assert(
      fc.property(anyText, anyWidth, (text, width) => {
        for (const lines of [breakLines(text, width, widthOf), balanceLines(text, width, widthOf)]) {
          expect(Math.max(...lines.map((line) => widthOf(line.text)))).toBeLessThanOrEqual(width)
          expect(textsOf(lines).join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''))
        }
      }),
    )
  })
})

describe('balanced lines', () => {
  test('are about equally long', () => {
    const text = 'Đại hội Thi đua yêu nước tỉnh'
    expect(textsOf(breakLines(text, 25, widthOf))).toEqual(['Đại hội Thi đua yêu nước', 'tỉnh'])
    expect(textsOf(balanceLines(text, 25, widthOf))).toEqual(['Đại hội Thi đua', 'yêu nước tỉnh'])
  })

  test('do not break a word to become so', () => {
    expect(textsOf(balanceLines('Trạng thái', 8, widthOf))).toEqual(['Trạng', 'thái'])
    expect(textsOf(balanceLines('Delegates', 9, widthOf))).toEqual(['Delegates'])
  })

  test('are never more than unbalanced ones', () => {
    fc.assert(
      fc.property(anyText, anyWidth, (text, width) => {
        expect(balanceLines(text, width, widthOf).length).toBe(breakLines(text, width, widthOf).length)
      }),
    )
  })
})
