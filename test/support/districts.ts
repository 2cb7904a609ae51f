import { eq } from 'drizzle-orm'
import type { Post } from '../../server/people/schema.ts'
import type { Unit } from '../../server/units/schema.ts'
import { signInAs, type Browser, type TestOffice } from './office.ts'
import { aCongress, aCycle, anItem, aPost, aSession, aUnit, aVenue } from './records.ts'
import { remember } from './remember.ts'
import { dateOf } from './subtree-samples.ts'

/** What is under a district: ids by the name of their place. */
export interface Subtree {
  unitId: string
  otherUnitId: string
  ids: Record<string, string>
}

/** Two districts of one province, each with what a congress needs and no more: units, a venue, a leader, a road, and a session with an item. */
export const buildDistricts = (office: TestOffice): Promise<{ inside: Subtree; outside: Subtree }> =>
  remember(office, 'districts', () =>
    buildBoth(office, (administrator, provinceId, name) => buildDistrict(office, administrator, provinceId, name)),
  )

export const buildBoth = async (
  office: TestOffice,
  build: (administrator: Browser, provinceId: string, name: string) => Promise<Subtree>,
): Promise<{ inside: Subtree; outside: Subtree }> => {
  const administrator = await signInAs(office, 'administrator', null)
  const { id } = await post<Unit>(administrator, '/api/units', aUnit({ name: 'Tỉnh Nam Định' }))
  const inside = await build(administrator, id, 'Huyện Hải Hậu')
  return { inside, outside: await build(administrator, id, 'Huyện Giao Thủy') }
}

export const post = async <T>(who: Browser, url: string, body: unknown): Promise<T> => {
  const answer = await who('POST', url, body)
  if (answer.status >= 300) throw new Error(`POST ${url}: ${answer.status} ${JSON.stringify(answer.body)}`)
  return answer.body as T
}

export interface WithId {
  id: string
}

export const buildDistrict = async (
  office: TestOffice,
  who: Browser,
  provinceId: string,
  name: string,
): Promise<Subtree> => {
  const { id: districtId } = await post<WithId>(who, '/api/units', aUnit({ name, parentId: provinceId }))
  const commune = await post<Unit>(who, '/api/units', aUnit({ name: `Xã của ${name}`, parentId: districtId }))
  const leaf = await post<WithId>(who, '/api/units', aUnit({ name: `Thôn của ${name}`, parentId: districtId }))
  const venue = await post<WithId>(who, '/api/venues', aVenue(districtId))
  const holders = [{ personName: 'Nguyễn Văn An', from: null, to: null }]
  const held = await post<Post>(who, '/api/posts', { ...aPost(districtId), holders })
  const cycle = await post<WithId>(who, '/api/cycles', aCycle(districtId))
  const { levels } = (await who('GET', `/api/cycles/${cycle.id}/road`)).body as { levels: WithId[] }
  const place = { cycleId: cycle.id, levelId: levels[0]?.id ?? '', unitId: commune.id }
  const congress = await post<WithId>(who, '/api/congresses', aCongress(place))
  const session = await post<WithId>(who, `/api/congresses/${congress.id}/sessions`, aSession())
  const named = anItem({ presenter: 'Đồng chí Trần Văn Bình' })
  const item = await post<WithId>(who, `/api/sessions/${session.id}/items`, named)
  await who('PUT', `/api/congresses/${congress.id}/date`, dateOf(1))
  await office.db.write(async (tx) => {
    const { congresses } = tx.tables
    await tx
      .update(congresses)
      .set({ postIds: [held.id] })
      .where(eq(congresses.id, congress.id))
  })
  return {
    unitId: districtId,
    otherUnitId: commune.id,
    ids: {
      unit: leaf.id,
      'parent-in-body': districtId,
      'unit-in-body': districtId,
      'unit-in-query': districtId,
      venue: venue.id,
      'venue-in-body': venue.id,
      post: held.id,
      person: held.holders[0]?.personId ?? '',
      'person-in-body': held.holders[0]?.personId ?? '',
      cycle: cycle.id,
      level: place.levelId,
      somewhere: cycle.id,
      congress: congress.id,
      'congress-in-body': congress.id,
      'congresses-in-body': congress.id,
      'warnings-in-body': congress.id,
      session: session.id,
      item: item.id,
    },
  }
}
