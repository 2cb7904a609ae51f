import { expect, test } from 'vitest'
import { presetAtFirst } from '../../../web/road/first-preset.ts'
import { loadedRoad, roadCongress } from './roads.ts'

const presetOn = (today: string, top: string | null, more: object = {}) =>
  presetAtFirst({ ...loadedRoad([roadCongress('a', top, { levelId: 'provincial' })]).road, today, ...more })

test('a road opens with twelve months where the highest congress is among them', () => {
  expect(presetOn('2020-06-22', '2020-09-09')).toBe('12-months')
})

test('a road that lies ahead, or whose highest congress is farther off, opens as a whole', () => {
  expect(
    presetOn('2026-11-26', '2030-09-09', {
      cycle: { ...loadedRoad([]).road.cycle, startsOn: '2029-06-01', endsOn: '2030-12-31' },
    }),
  ).toBe('cycle')
  expect(presetOn('2019-07-01', '2020-09-09')).toBe('cycle')
  expect(presetOn('2019-07-01', null)).toBe('cycle')
})
