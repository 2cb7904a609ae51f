import { expect, test } from 'vitest'
import { listValuesOfQuota, quotaOfListValues } from '../../../server/quotas/rules/list-values.ts'
import type { Aim } from '../../../server/quotas/schema.ts'

const young: Aim = { attribute: 'age-under', value: '40', op: 'at-least', amount: 10, isPercent: true }
const standing = { name: 'Huyện Hải Hậu', official: 22, guests: 2, aims: [young], note: '' }
const values = { unit: 'Huyện Hải Hậu', total: '24', official: '22', guests: '2' }

test('a row of the list says what the quota says, and reads back as it', () => {
  expect(listValuesOfQuota(standing)).toEqual(values)
  expect(quotaOfListValues(values, standing)).toEqual(standing)
})

test('where the total alone is changed, the official delegates are what the guests leave of it', () => {
  expect(quotaOfListValues({ ...values, total: '30' }, standing)).toMatchObject({ official: 28, guests: 2 })
  expect(quotaOfListValues({ ...values, total: '1' }, standing)).toMatchObject({ official: 0, guests: 2 })
  expect(quotaOfListValues({ ...values, official: '20' }, standing)).toMatchObject({ official: 20, guests: 2 })
})

test('a new row may give the total with either class, or alone', () => {
  const kept = (given: Record<string, string>) => {
    const { official, guests } = quotaOfListValues({ unit: 'Xã A', ...given }, null)
    return [official, guests]
  }
  expect(kept({ total: '24' })).toEqual([24, 0])
  expect(kept({ total: '24', guests: '2' })).toEqual([22, 2])
  expect(kept({ total: '24', official: '22' })).toEqual([22, 2])
  expect(kept({ official: '22', guests: '2' })).toEqual([22, 2])
})

test('aims that the list has a column for come from it, the others stay', () => {
  const { aims } = quotaOfListValues({ ...values, women: '8' }, standing)
  expect(aims).toEqual([{ attribute: 'women', value: '', op: 'at-least', amount: 8, isPercent: false }, young])
  expect(quotaOfListValues(values, { ...standing, aims }).aims).toEqual([young])
})
