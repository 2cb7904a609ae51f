import {
  conflictsOfMove,
  createRoadIndex,
  findConflicts,
  judgeDays,
  updateIndex,
} from '../../server/conflicts/rules.ts'
import { naiveConflicts } from '../server/conflicts/naive-conflicts.ts'
import { editedCongress, randomOf, seededRoad } from '../server/conflicts/seeded-road.ts'

/** A line of the benchmark's table. */
export interface BenchRow {
  job: string
  ours: string
  peer: string
  ratio: string
  goal: string
  isMet: boolean
}

const seed = 2020
const congressCount = 1000
const runs = 60

/** Conflicts of a seeded road of 1,000 congresses (median milliseconds), beside the same rules without an index. */
export const benchConflicts = (): Promise<BenchRow[]> => {
  const road = seededRoad(seed, congressCount)
  const found = findConflicts(createRoadIndex(road)).length
  const all = medianOf(() => findConflicts(createRoadIndex(road)))
  const naive = medianOf(() => naiveConflicts(road), 5)

  const random = randomOf(seed)
  const index = createRoadIndex(road)
  findConflicts(index)
  const edits = Array.from({ length: runs * 10 }, () => {
    const before = road.congresses[Math.floor(random() * congressCount)]
    if (!before) throw new Error('the road has fewer congresses than it was asked for')
    return editedCongress(road, before, random)
  })
  const places = edits.map(({ id, dateFrom, dateTo, halfDay, venueId, postIds }) => ({
    id,
    place: { dateFrom, dateTo, halfDay, venueId, postIds },
  }))
  const move = medianOfEach(places, ({ id, place }) => conflictsOfMove(index, id, place))
  const top = medianOfEach(places, ({ place }) => conflictsOfMove(index, 'of-province', place))
  const change = medianOfEach(edits, (edit) => {
    updateIndex(index, edit)
    return findConflicts(index)
  })
  const year = medianOfEach(places.slice(0, runs), ({ id }) =>
    judgeDays(index, id, { from: '2020-01-01', to: '2020-12-31' }),
  )
  const allJob = `conflicts of 1,000 congresses (${String(found)} found), index included`
  return Promise.resolve([
    rowOf(allJob, all, 10, naive),
    rowOf('conflicts of one moved congress, asked while dragging', move, 1, naive),
    rowOf('the same of the top congress, with all that lead to it', top, 1, naive),
    rowOf('one changed congress taken in, whole list again', change, 1, naive),
    rowOf('each day of a year judged for a dragged congress', year, 16, null),
  ])
}

const rowOf = (job: string, ours: number, limit: number, peer: number | null): BenchRow => ({
  job,
  ours: `${ours.toFixed(3)} ms`,
  peer: peer === null ? '–' : `${peer.toFixed(0)} ms without index`,
  ratio: peer === null ? '–' : `${(peer / ours).toFixed(0)} ×`,
  goal: `≤ ${String(limit)} ms`,
  isMet: ours <= limit,
})

const medianOf = (job: () => unknown, count = runs): number => medianOfEach(Array.from({ length: count }), job)

const medianOfEach = <T>(inputs: readonly T[], job: (input: T) => unknown): number => {
  const times = inputs.map((input) => {
    const start = performance.now()
    job(input)
    return performance.now() - start
  })
  return times.sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0
}
