import { expect, test } from 'vitest'
import { isPhoneRefused, phoneNumbersIn, unbrokenNumbers } from '../../../server/format/phones.ts'

const dialled = (text: string) => phoneNumbersIn(text)?.map(({ dial }) => dial) ?? null

test.each([
  ['0912345678', ['0912345678']],
  ['0912 345 678', ['0912345678']],
  ['0228.3849.123', ['02283849123']],
  ['(0228) 3849-123', ['02283849123']],
  ['+84 912 345 678', ['+84912345678']],
  ['(+84) 228 3849 123', ['+842283849123']],
  ['113', ['113']],
  ['080 43162', ['08043162']],
  ['0912345678 / 0228 3849 123', ['0912345678', '02283849123']],
  ['0912345678; 0913456789, 0914567890', ['0912345678', '0913456789', '0914567890']],
  ['0912345678 - 0228 3849 123', ['0912345678', '02283849123']],
  ['0912345678–0228.3849123', ['0912345678', '02283849123']],
  ['0912345678\n0913456789', ['0912345678', '0913456789']],
  ['0228 3849 123 máy lẻ 12', ['02283849123']],
  ['0228 3849 123 (máy lẻ: 12)', ['02283849123']],
  ['0228 3849 123 ma\u0301y le\u0309 12, 13', ['02283849123']],
  ['0228 3849 123 ext. 101/102', ['02283849123']],
  ['0228.3849123 (CQ); 0912.345.678 (DĐ)', ['02283849123', '0912345678']],
  ['ĐT: 0228\u00a03849\u00a0123', ['02283849123']],
  ['', []],
])('%j is dialled %j', (text, numbers) => {
  expect(dialled(text)).toEqual(numbers)
})

test.each([
  'abc',
  '12',
  '+',
  'không có',
  '0912abc678',
  '0912345678 abc',
  'x12',
  'máy lẻ 12',
  '0912 345 678 0228 3849 123',
  '1234567890123456',
  '09+12345678',
  '9/9/2020',
  '0912345678 / ?',
  'a@b.vn',
  '=1+2',
])('%j is no telephone number', (text) => {
  expect(dialled(text)).toBeNull()
})

test('each number is told as it is written', () => {
  expect(phoneNumbersIn(' 0912 345 678 / 0228 3849 123 máy lẻ 12 ')?.map(({ text }) => text)).toEqual([
    '0912 345 678',
    '0228 3849 123 máy lẻ 12',
  ])
})

test('a number that was kept before may stay as it is, and no other wrong one may take its place', () => {
  expect(['hỏi văn thư', 'abc', '', '113'].map((text) => isPhoneRefused(text, 'hỏi văn thư'))).toEqual([
    false,
    true,
    false,
    false,
  ])
})

test('a line breaks between two numbers, never within one', () => {
  expect(unbrokenNumbers('0912 345 678, (0228) 3849 123 / 0228 3849 124 máy lẻ 12')).toBe(
    '0912\u00a0345\u00a0678, (0228)\u00a03849\u00a0123 / 0228\u00a03849\u00a0124 máy lẻ 12',
  )
})
