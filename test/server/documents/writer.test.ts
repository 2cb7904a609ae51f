import { expect, test } from 'vitest'
import { openWriter } from '../../../server/documents/pdf/writer.ts'

const written = (values: readonly number[]): string => {
  const writer = openWriter()
  for (const value of values) writer.number(value)
  const text = writer.bytes().toString('latin1')
  writer.release()
  return text
}

test('numbers have up to two digits after their point, and no more than they need', () => {
  const values = [0, 7, 10, 99.999, 100, 1234.5, 0.05, 0.1, 12.34, -0.004, -0.005, -3, -40.25, 5000, 9_999_999_999]
  expect(written(values)).toBe('0 7 10 100 100 1234.5 0.05 0.1 12.34 0 -0.01 -3 -40.25 5000 9999999999 ')
})

test('numbers beyond every page end, too', () => {
  expect(written([1e13, -2e15, Infinity])).toBe('10000000000000 -2000000000000000 Infinity ')
})

test('what outgrows its room is whole, and what is written next begins anew', () => {
  const [long, other] = [openWriter(), openWriter()]
  const line = 'mot hang ghe'
  for (let at = 0; at < 5000; at += 1) long.add(`${line} ${String(at)}\n`)
  other.add('truoc ')
  other.append(long)
  const lines = other.bytes().toString('latin1').split('\n')
  expect([lines.length, lines[1], lines[4999]]).toEqual([5001, `${line} 1`, `${line} 4999`])
  long.release()
  other.release()
  const next = openWriter()
  expect(next.isEmpty()).toBe(true)
  next.add('moi')
  expect(next.bytes().length).toBe(3)
})

test('bytes that are no letters stay as they are', () => {
  const writer = openWriter()
  writer.add(String.fromCharCode(0, 127, 128, 255))
  expect([...writer.bytes()]).toEqual([0, 127, 128, 255])
})
