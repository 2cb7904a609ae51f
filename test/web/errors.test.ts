import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { ApiError, errorSentence } from '../../web/api/request.ts'
import { vi } from '../../web/words/vi.ts'

const { errors } = vi
const sentences = { ...errors.codes, ...vi.errorsBeyond }

const server = new URL('../../server/', import.meta.url)
const sources = readdirSync(server, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => readFileSync(new URL(name, server), 'utf8'))

const named = (pattern: RegExp): string[] => [
  ...new Set(sources.flatMap((source) => [...source.matchAll(pattern)].map(([, name = '']) => name))),
]

test('every error code of the server has a sentence', () => {
  const codes = named(/(?:refused\(|ApiError\(\s*\d+,)\s*'([a-z-]+)'/g)
  expect(codes.length).toBeGreaterThan(10)
  expect(codes.filter((code) => !(code in sentences))).toEqual([])
})

test('no code has a sentence twice', () => {
  expect(Object.keys(errors.codes).filter((code) => code in vi.errorsBeyond)).toEqual([])
})

test('every rule that a field can break has a sentence', () => {
  const source = readFileSync(new URL('http/errors.ts', server), 'utf8')
  const table = source.slice(source.indexOf('const rules'), source.indexOf('const faultsOf'))
  const ofShapes = [...table.matchAll(/: '([a-z-]+)'/g)].map(([, rule = '']) => rule)
  const ofActions = named(/\{ field: [^}]*rule: '([a-z-]+)' \}/g)
  expect([...ofShapes, ...ofActions].filter((rule) => !(rule in errors.rules))).toEqual([])
})

test('every problem with a change of state has a sentence', () => {
  const source = readFileSync(new URL('congresses/rules.ts', server), 'utf8')
  const union = /export type StateProblem =([^=]*)export/.exec(source.replaceAll(/\/\*\*.*\*\//g, ''))?.[1] ?? ''
  const problems = [...union.matchAll(/'([a-z-]+)'/g)].map(([, name = '']) => name)
  expect(problems.length).toBeGreaterThan(3)
  // Said at its field.
  expect(problems.filter((name) => !(name in sentences))).toEqual(['reason-missing'])
})

test('a hall that is taken names by whom and when, across midnight too', () => {
  const night = { fromDay: '2020-03-11', fromTime: '19:00', toDay: '2020-03-12', toTime: '01:00' }
  const overlap = { kind: 'rehearsal', bookedBy: 'Đoàn văn công tỉnh', ...night }
  expect(errorSentence(new ApiError(409, 'booking-overlaps', overlap))).toBe(
    'Hội trường đã có lượt đặt khác vào lúc ấy. Tổng duyệt của Đoàn văn công tỉnh, 19:00 11/3/2020 – 01:00 12/3/2020.',
  )
})
