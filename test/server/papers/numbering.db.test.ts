import { afterEach, beforeEach, expect, test } from 'vitest'
import { numberPaper } from '../../../server/papers/actions.ts'
import { listNumbered } from '../../../server/papers/queries.ts'
import { findCongress } from '../../../server/congresses/queries.ts'
import { isNumbered } from '../../../server/papers/contents.ts'
import { listPaperKinds, readTemplate } from '../../../server/documents/templates.ts'
import { newId, type Actor } from '../../../server/office.ts'
import { buildDistricts } from '../../support/districts.ts'
import { openOffice, type TestOffice } from '../../support/office.ts'

let office: TestOffice
let congressIds: string[]
beforeEach(async () => {
  office = await openOffice()
  const { inside } = await buildDistricts(office)
  const congress = await findCongress(office.db.read, inside.ids['congress'] ?? '')
  if (!congress) throw new Error('there is no congress')
  const second = { ...congress, id: newId(), title: 'Hội nghị thứ hai' }
  await office.db.write(async (tx) => {
    await tx.insert(tx.tables.congresses).values(second)
  })
  congressIds = [congress.id, second.id]
})
afterEach(() => office.close())

const clerks: Actor[] = ['Văn thư', 'Thư ký'].map((name) => ({ id: newId(), name }))
const mostTogether = 20
const numberedKinds = async (count: number): Promise<string[]> => {
  const kinds: string[] = []
  for (const kind of await listPaperKinds()) if (isNumbered(await readTemplate(kind))) kinds.push(kind)
  return kinds.slice(0, count)
}

/** A series that two congresses of a unit share, and twenty papers of theirs that are signed and have no number. */
const signedPapers = async () => {
  const unitId = (await findCongress(office.db.read, congressIds[0] ?? ''))?.unitId ?? ''
  const seriesId = newId()
  const kinds = await numberedKinds(mostTogether / congressIds.length)
  const papers = congressIds.flatMap((congressId) => kinds.map((kind) => ({ congressId, kind })))
  await office.db.write(async (tx) => {
    const how = { ending: '', startsAt: 41, restartsYearly: true, way: 'by-product', version: 1 } as const
    await tx
      .insert(tx.tables.numberSeries)
      .values({ id: seriesId, unitId, congressId: null, name: 'Sổ công văn đi', ...how })
    const signed = { fields: {}, standing: 'signed', version: 1 } as const
    await tx.insert(tx.tables.papers).values(papers.map((paper) => ({ id: newId(), ...paper, ...signed })))
  })
  return { seriesId, papers }
}

test('twenty papers issued at once around New Year get each number of each year exactly once', async () => {
  const { seriesId, papers } = await signedPapers()
  expect(papers).toHaveLength(mostTogether)
  const [clerk, secretary] = clerks as [Actor, Actor]
  // The old year has begun before: what both years give at once is decided by the transactions alone.
  const first = papers[0] ?? { congressId: '', kind: '' }
  await numberPaper(office, clerk, first.congressId, first.kind, wish(seriesId, '2020-12-30'))
  const done = await Promise.allSettled(
    papers.slice(1).map(({ congressId, kind }, index) => {
      const day = index % 2 === 0 ? '2020-12-31' : '2021-01-02'
      return numberPaper(office, index % 3 === 0 ? clerk : secretary, congressId, kind, wish(seriesId, day))
    }),
  )
  expect(done.filter(({ status }) => status === 'rejected')).toEqual([])
  const given = await listNumbered(office.db.read, seriesId)
  const ofYear = (year: number) =>
    given.flatMap(({ seriesYear, number }) => (seriesYear === year ? [number ?? 0] : [])).sort((a, b) => a - b)
  expect(ofYear(2020)).toEqual([41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51])
  expect(ofYear(2021)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9])
})

test('one paper that two people number at once gets one number, and one of them is told', async () => {
  const { seriesId, papers } = await signedPapers()
  const { congressId, kind } = papers[0] ?? { congressId: '', kind: '' }
  const done = await Promise.allSettled(
    clerks.map((clerk) => numberPaper(office, clerk, congressId, kind, wish(seriesId, '2021-01-01'))),
  )
  expect(done.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(done.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { status: 409, code: 'stale' } })
  expect(await listNumbered(office.db.read, seriesId)).toMatchObject([{ number: 41, version: 2 }])
})

const wish = (seriesId: string, day: string) => ({ seriesId, number: '', day, version: 1 })
