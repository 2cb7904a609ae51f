import type { Congress } from '../../server/congresses/schema.ts'
import type { FeedMade } from '../../server/feeds/schema.ts'
import { addDays } from '../../server/format/dates.ts'
import { foldForSearch } from '../../server/format/search.ts'
import { act } from '../../server/history/actions.ts'
import { newId, theProgram } from '../../server/office.ts'
import type { Road } from '../../server/road/schema.ts'
import { randomOf } from '../server/conflicts/seeded-road.ts'
import { browser, openOffice, signInAs, type Browser, type TestOffice } from '../support/office.ts'
import { aCongress, aCycle, aFeed, aPost, aUnit } from '../support/records.ts'
import { benchSeed, medianOf, type BenchRow } from './rows.ts'

const congressCount = 1000
const replacedCount = 100
const rounds = 9
const replaceLimit = 200
const feedLimit = 50

/** A road of 1,000 congresses: a leader replaced at 100 of them, and all of them as a calendar that changed since. */
export const benchLeaders = async (): Promise<BenchRow[]> => {
  const office = await openOffice()
  try {
    const who = await signInAs(office, 'administrator', null)
    const { cycleId, provinceId, postIds } = await buildRoad(office, who)
    const replaced: number[] = []
    const fed: number[] = []
    const { url } = (await who('POST', '/api/feeds', aFeed(provinceId))).body as FeedMade
    for (let round = 0; round < rounds; round += 1) {
      replaced.push(await replace(who, cycleId, postIds[round % 2] ?? '', postIds[(round + 1) % 2] ?? ''))
      // Each replacement changes what the calendar says: none of these answers is one that was kept.
      fed.push(await read(office, new URL(url).pathname))
    }
    return [
      rowOf(`a leader replaced at ${replacedCount} of ${congressCount} congresses`, medianOf(replaced), replaceLimit),
      rowOf(`a calendar of ${congressCount} congresses written`, medianOf(fed), feedLimit),
    ]
  } finally {
    await office.close()
  }
}

const buildRoad = async (office: TestOffice, who: Browser) => {
  const random = randomOf(benchSeed)
  const post = async (url: string, body: object) => ((await who('POST', url, body)).body as { id: string }).id
  const provinceId = await post('/api/units', aUnit({ name: 'Tỉnh Nam Định' }))
  const cycleId = await post('/api/cycles', aCycle(provinceId))
  const road = (await who('GET', `/api/cycles/${cycleId}/road`)).body as Road
  const levelId = road.levels[0]?.id ?? ''
  const postIds = [
    await post('/api/posts', { ...aPost(provinceId), name: 'Phó Chủ tịch UBND tỉnh' }),
    await post('/api/posts', { ...aPost(provinceId), name: 'Giám đốc Sở Nội vụ' }),
  ]
  const names = Array.from({ length: congressCount }, (_, at) => `Xã số ${String(at + 1)}`)
  const units = names.map((name) => ({
    ...aUnit({ name, parentId: provinceId }),
    id: newId(),
    folded: foldForSearch(name),
  }))
  const first = (await who('POST', '/api/congresses', aCongress({ cycleId, levelId, unitId: provinceId }))).body
  const { version: _version, ...pattern } = first as Congress
  const about = { action: 'example-loaded', subject: '', unitId: null }
  await act(office, theProgram, about, async (rows) => {
    await rows.createMany('units', units)
    await rows.createMany(
      'congresses',
      units.map(({ id: unitId, name }, at) => {
        const date = addDays('2020-07-01', Math.floor(random() * 90))
        const title = `Hội nghị điển hình tiên tiến ${name}`
        const attends = at < replacedCount ? [postIds[0] ?? ''] : []
        const place = { unitId, title, folded: foldForSearch(title), dateFrom: date, dateTo: date }
        return { ...pattern, ...place, id: newId(), postIds: attends }
      }),
    )
  })
  return { cycleId, provinceId, postIds }
}

const replace = async (who: Browser, cycleId: string, postId: string, newPostId: string): Promise<number> => {
  const { congresses } = (await who('GET', `/api/cycles/${cycleId}/road`)).body as Road
  const chosen = congresses
    .filter(({ postIds }) => postIds.includes(postId))
    .map(({ id, version }) => ({ id, version }))
  const body = { postId, newPostId, congresses: chosen, reason: '', paperNumber: '', source: '' }
  const begun = performance.now()
  const answer = await who('POST', '/api/leader-replacements', body)
  const time = performance.now() - begun
  if (answer.status !== 200 || chosen.length !== replacedCount) throw new Error(`answered ${answer.status}`)
  return time
}

const read = async (office: TestOffice, path: string): Promise<number> => {
  const begun = performance.now()
  const { status, bytes } = await browser(office, null)('GET', path)
  const time = performance.now() - begun
  const events = bytes.toString().split('BEGIN:VEVENT').length - 1
  if (status !== 200 || events !== congressCount + 1) throw new Error(`answered ${status} with ${events} events`)
  return time
}

const rowOf = (job: string, milliseconds: number, limit: number): BenchRow => ({
  job,
  ours: `${milliseconds.toFixed(0)} ms`,
  peer: '–',
  ratio: '–',
  goal: `≤ ${limit} ms`,
  isMet: milliseconds <= limit,
})
