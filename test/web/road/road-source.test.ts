import type { ReactiveController, ReactiveControllerHost } from 'lit'
import { afterEach, expect, test, vi } from 'vitest'
import { cycles } from '../../../web/cycle.ts'
import { RoadSource } from '../../../web/road/road-source.ts'
import { loadedRoad, roadCongress } from './roads.ts'

const host = (): ReactiveControllerHost => ({
  addController: (_: ReactiveController) => undefined,
  removeController: () => undefined,
  requestUpdate: () => undefined,
  updateComplete: Promise.resolve(true),
})

afterEach(() => {
  vi.unstubAllGlobals()
  cycles.set([])
})

/** A source whose server answers with the congress as these say, one answer per fetch. */
const sourceOver = async (...answers: Parameters<typeof roadCongress>[]) => {
  vi.stubGlobal('location', { search: '', origin: 'http://office.test' })
  vi.stubGlobal('localStorage', { getItem: () => null })
  const roads = answers.map((each) => loadedRoad([roadCongress(...each)]).road)
  const fetched = vi.fn(() => Promise.resolve(Response.json(roads.shift())))
  vi.stubGlobal('fetch', fetched)
  cycles.set([loadedRoad([]).road.cycle])
  const source = new RoadSource(host())
  await source.refetch()
  expect(source.error).toBeNull()
  return source
}

const stateOf = ({ loaded }: RoadSource) => loaded?.road.congresses.map(({ state }) => state)

test('an answer that was under way does not bring back what was written meanwhile', async () => {
  const source = await sourceOver(['a', '2020-06-10'], ['a', '2020-06-10'], ['a', '2020-06-10', { version: 3 }])
  const underWay = source.refetch()
  source.put(roadCongress('a', '2020-06-10', { state: 'held', version: 2 }))
  await underWay
  expect(stateOf(source)).toEqual(['held'])
  // Undone, it stands as the server says.
  await source.refetch()
  expect(stateOf(source)).toEqual(['planned'])
})

test('what was shown before the server refused it goes with the next answer', async () => {
  const source = await sourceOver(['a', '2020-06-10'], ['a', '2020-06-10'])
  source.put(roadCongress('a', '2020-06-17'))
  expect(source.loaded?.congress('a')?.dateFrom).toBe('2020-06-17')
  await source.refetch()
  expect(source.loaded?.congress('a')?.dateFrom).toBe('2020-06-10')
})
