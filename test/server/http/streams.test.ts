import { expect, test } from 'vitest'
import { streamKeeper } from '../../../server/http/streams.ts'

/** Opens streams by name and tells which gave way. */
const opened = (most: { ofAccount: number; ofServer: number }, accounts: readonly string[]) => {
  const keeper = streamKeeper(most)
  const gone: string[] = []
  const leave = accounts.map((account, index) => keeper.add(account, () => void gone.push(`${account}${index}`)))
  return { gone, leave, keeper }
}

test('the oldest stream of the same account gives way', () => {
  expect(opened({ ofAccount: 2, ofServer: 9 }, ['a', 'b', 'a', 'a', 'b']).gone).toEqual(['a0'])
})

test('where the server has too many the oldest of all gives way', () => {
  expect(opened({ ofAccount: 9, ofServer: 3 }, ['a', 'b', 'c', 'd', 'e']).gone).toEqual(['a0', 'b1'])
})

test('a stream that was closed makes room', () => {
  const { gone, leave, keeper } = opened({ ofAccount: 2, ofServer: 2 }, ['a', 'a'])
  leave[0]?.()
  keeper.add('a', () => void gone.push('late'))
  expect(gone).toEqual([])
})
