import { describe, expect, test } from 'vitest'
import { areasAfter, formulaAfter, formulaAt, formulaOfCopy } from '../../../server/outside-forms/excel/references.ts'

/** Row 7 of the sheet takes five rows. */
const growth = { sheet: 'Mẫu 1', row: 7, count: 5 }
const after = (formula: string, own: string | null = 'Mẫu 1') => formulaAfter(formula, own, growth)

describe('a formula follows when a row is repeated', () => {
  test.each([
    ['SUM(D7:D7)', 'SUM(D7:D11)'],
    ['SUM(D7)', 'SUM(D7:D11)'],
    ['SUBTOTAL(9,$D$7)', 'SUBTOTAL(9,$D$7:$D$11)'],
    ['SUM(D5:D6)+D9', 'SUM(D5:D6)+D13'],
    ['SUM(D7:D8)', 'SUM(D7:D12)'],
    ['IF($B$9="D9, B7",B6,"x")', 'IF($B$13="D9, B7",B6,"x")'],
    ["SUM('Mẫu 1'!D7:D9)*Khác!D9", "SUM('Mẫu 1'!D7:D13)*Khác!D9"],
    ["'[1]Mẫu 1'!D9+[2]Khác!D9", "'[1]Mẫu 1'!D9+[2]Khác!D9"],
    ['SUM(Bảng1[[#All],[D9]])+LOG10(D9)', 'SUM(Bảng1[[#All],[D9]])+LOG10(D13)'],
    ['SUM(D:D)+SUM(7:9)+D9_name', 'SUM(D:D)+SUM(7:13)+D9_name'],
  ])('%s', (formula, wanted) => {
    expect(after(formula)).toEqual({ text: wanted, doubt: null })
  })

  test('and says so where it takes only the first row, or computes where it looks', () => {
    expect(after('D7*2')).toEqual({ text: 'D7*2', doubt: 'first-row-only' })
    expect(after('INDIRECT("D"&9)')).toEqual({ text: 'INDIRECT("D"&9)', doubt: 'unusual' })
    expect(after('SUM(A:B!D9)').doubt).toBe('unusual')
  })

  test('on another sheet only where it names the grown one', () => {
    expect(after('SUM(D7:D9)', 'Khác').text).toBe('SUM(D7:D9)')
    expect(after("D9+'mẫu 1'!D9", 'Khác').text).toBe("D9+'mẫu 1'!D13")
  })
})

test('a formula of the repeated row takes its own row, the one before, and the same total', () => {
  expect(formulaOfCopy('D7/D$9+A6+1+B$7+$C7', growth, 2).text).toBe('D9/D$13+A8+1+B$7+$C9')
  expect(formulaOfCopy('SUM(E$7:E7)+Khác!B2', growth, 3).text).toBe('SUM(E$7:E10)+Khác!B2')
})

test('a formula that cells share is spelt in each', () => {
  expect(formulaAt('SUM($A1:B$2)*Z9', 2, 1)).toBe('SUM($A3:C$2)*AA11')
})

test('areas grow at their end', () => {
  expect(areasAfter('A1:F9 B7 A8:A8 C1:C6', growth)).toBe('A1:F13 B7:B11 A12 C1:C6')
})
