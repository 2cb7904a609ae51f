import { expect, test } from 'vitest'
import { readDigits, restoringOf, widthOfCodes } from '../../../server/exchange/lost-digits.ts'

const read = (text: string, more: Partial<Parameters<typeof readDigits>[1]> = {}) => {
  const { text: taken, fault } = readDigits({ text }, { kind: 'phone', width: null, isRestored: false, ...more })
  return [taken, fault?.code ?? null, Object.values(fault?.details ?? {}).join()]
}

test.each([
  ['912345678', 'zero-lost', '0912345678'],
  ['2283849123', 'zero-lost', '02283849123'],
  ['9,12345678E+08', 'zero-lost', '0912345678'],
  ['9.12E+08', 'digits-lost', '9.12E+08'],
  ['9,12E+08', 'digits-lost', '9,12E+08'],
  ['0912345678', null, ''],
  ['0912 345 678', null, ''],
  ['84912345678', null, ''],
  ['612345678', null, ''],
  ['113', null, ''],
  ['912345678 (Zalo)', null, ''],
])('the telephone number %s is taken as it stands, and said to be %s', (text, code, told) => {
  expect(read(text)).toEqual([text, code, told])
})

test('is put back only where that was chosen, and tells what the file has', () => {
  expect(read('912345678', { isRestored: true })).toEqual(['0912345678', 'zero-restored', '912345678'])
  expect(read('9,12345678E+08', { isRestored: true })).toEqual(['0912345678', 'zero-restored', '9,12345678E+08'])
  expect(read('9,12E+08', { isRestored: true })).toEqual(['9,12E+08', 'digits-lost', '9,12E+08'])
  expect(read('0912345678', { isRestored: true })).toEqual(['0912345678', null, ''])
})

test('codes get as many figures as those of their column that kept their zeros, or none', () => {
  const width = widthOfCodes(['0086', '87', '0301', 'B12', ''])
  expect(width).toBe(4)
  expect(read('87', { kind: 'code', width })).toEqual(['87', 'zero-lost', '0087'])
  expect(read('1234', { kind: 'code', width })).toEqual(['1234', null, ''])
  expect(read('87', { kind: 'code' })).toEqual(['87', null, ''])
  expect(widthOfCodes(['01', '001'])).toBeNull()
  expect(widthOfCodes(['01', '366'])).toBeNull()
  expect(widthOfCodes(['86', '0'])).toBeNull()
})

test('a choice names whole columns, and cells unlike the rest of theirs', () => {
  const isRestored = restoringOf(['phone', 'phone.3', 'number.4'])
  expect([isRestored('phone', 2), isRestored('phone', 3)]).toEqual([true, false])
  expect([isRestored('number', 3), isRestored('number', 4)]).toEqual([false, true])
})
