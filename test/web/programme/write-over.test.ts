import { expect, test } from 'vitest'
import { ApiError } from '../../../web/api/request.ts'
import { changedFields, currentOf, metFields, writeOver } from '../../../web/programme/write-over.ts'

const seen = { title: 'Khai mạc', note: '', version: 1 }

/** Refuses whatever is not written over the record as it stands. */
const standing = (current: typeof seen) => {
  const written: (typeof seen)[] = []
  const send = (from: typeof seen) => {
    if (from.version !== current.version) return Promise.reject(new ApiError(409, 'stale', { current }))
    written.push(from)
    return Promise.resolve('written')
  }
  return { written, send }
}

test('what is written over another field than the other one changed keeps both', async () => {
  const current = { ...seen, note: 'Cờ đỏ', version: 2 }
  const { written, send } = standing(current)
  expect(await writeOver(seen, { title: 'Lễ khai mạc' }, send)).toBe('written')
  expect(written).toEqual([current])
})

test('the same field written by two is refused with what the other wrote, and nothing is written', async () => {
  const current = { ...seen, title: 'Chào cờ, khai mạc', version: 2 }
  const { written, send } = standing(current)
  const refusal: unknown = await writeOver(seen, { title: 'Lễ khai mạc' }, send).catch((error: unknown) => error)
  expect(currentOf(refusal)).toEqual(current)
  expect(written).toEqual([])
})

test('the same field written by two to the same text is no clash', () => {
  expect(metFields(seen, { ...seen, title: 'Lễ khai mạc' }, { title: 'Lễ khai mạc' })).toEqual([])
})

test('what was deleted meanwhile is refused', async () => {
  const refusal = await writeOver(seen, { title: 'Lễ khai mạc' }, () =>
    Promise.reject(new ApiError(409, 'stale', { current: null })),
  ).catch((error: unknown) => error)
  expect(refusal).toBeInstanceOf(ApiError)
  expect(currentOf(refusal)).toBeNull()
})

test('only what differs is written anew', () => {
  expect(changedFields(seen, { title: 'Khai mạc', note: 'Cờ đỏ' })).toEqual({ note: 'Cờ đỏ' })
})
