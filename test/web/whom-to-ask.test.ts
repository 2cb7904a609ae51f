import { expect, test } from 'vitest'
import type { Congress } from '../../server/congresses/schema.ts'
import type { IssuedForm } from '../../server/forms/schema.ts'
import { emptyUnit } from '../../server/units/rules.ts'
import { askings, chosenBy, countsOf, emptyWish, type AskWish } from '../../web/forms/whom-to-ask.ts'

/** Level, type, block, and what of this form was sent before. */
const rows = [
  ['a', 'commune', 'xã', 'Cụm 1', 'never'],
  ['b', 'commune', 'xã', 'Cụm 2', 'waiting'],
  ['c', 'commune', 'phường', 'Cụm 1', 'answered'],
  ['d', 'district', 'huyện', '', 'never'],
] as const

const congresses = rows.map(([id, levelId]) => ({ id, levelId, unitId: id }) as unknown as Congress)
const forms = rows.flatMap(([congressId, , , , sent]) =>
  sent === 'never'
    ? []
    : [{ congressId, kind: 'schedule', answeredAt: sent === 'answered' ? '2020-01-01T00:00:00Z' : null } as IssuedForm],
)
const unit = (id: string) => {
  const [, , type = '', block = ''] = rows.find(([each]) => each === id) ?? []
  return { ...emptyUnit, id, name: id, parentId: null, type, block, version: 1 }
}
const all = askings(congresses, { kind: 'schedule', forms, unit })
const chosen = (wish: Partial<AskWish>) => chosenBy(all, { ...emptyWish, ...wish }).map(({ id }) => id)

test('any of what is ticked in a group is meant, and of every group one; nothing ticked is all', () => {
  expect(chosen({})).toEqual(['a', 'b', 'c', 'd'])
  expect(chosen({ types: ['xã', 'huyện'] })).toEqual(['a', 'b', 'd'])
  expect(chosen({ levels: ['commune'], blocks: ['Cụm 1'] })).toEqual(['a', 'c'])
  expect(chosen({ answers: ['waiting'] })).toEqual(['b'])
  expect(chosen({ types: ['phường'], answers: ['never'] })).toEqual([])
})

test('a form of another kind was not sent', () => {
  const others = askings(congresses, { kind: 'result', forms, unit })
  expect(chosenBy(others, { ...emptyWish, answers: ['never'] })).toHaveLength(4)
})

test('a chip tells how many the other groups leave of it', () => {
  const wish = { ...emptyWish, blocks: ['Cụm 1'], types: ['xã'] }
  expect(countsOf(all, wish, 'types')).toEqual([
    ['xã', 1],
    ['phường', 1],
    ['huyện', 0],
  ])
  expect(countsOf(all, wish, 'blocks')).toEqual([
    ['Cụm 1', 1],
    ['Cụm 2', 1],
  ])
})
