import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { LinkList, LinkRead } from '../../../server/delegate-links/schema.ts'
import type { DelegateList } from '../../../server/delegates/schema.ts'
import { gatherCongress } from '../../../server/documents/facts.ts'
import type { GroupBoard, PlanPreview } from '../../../server/groups/schema.ts'
import { rowsFor } from '../../../server/papers/contents.ts'
import { buildDistricts, post, type Subtree, type WithId } from '../../support/districts.ts'
import { openOffice, signInAs, type Browser, type TestOffice } from '../../support/office.ts'
import { aCongress } from '../../support/records.ts'
import { readPdf, wordsOf } from '../documents/read-pdf.ts'

let office: TestOffice
let who: Browser
let inside: Subtree
let congressId: string
beforeEach(async () => {
  office = await openOffice()
  ;({ inside } = await buildDistricts(office))
  who = await signInAs(office, 'secretariat', inside.unitId)
  const organizer = await signInAs(office, 'organizer', inside.unitId)
  const place = { cycleId: inside.ids['cycle'] ?? '', levelId: inside.ids['level'] ?? '', unitId: inside.unitId }
  congressId = (await post<WithId>(organizer, '/api/congresses', aCongress(place))).id
})
afterEach(() => office.close())

const at = (path: string) => `/api/congresses/${congressId}/${path}`
const board = async () => (await who('GET', at('groups'))).body as GroupBoard
const undo = (actId: string | null) => who('POST', `/api/acts/${actId ?? ''}/undo`)
const names = ['Trần An', 'Lê Bình', 'Vũ Chi', 'Đỗ Dung', 'Hà Giang', 'Ngô Hạnh']

/** Six delegates, three of them women, and two groups of three. */
const begin = async (): Promise<GroupBoard> => {
  for (const [place, name] of names.entries()) {
    await post(who, at('delegates'), { name, class: 'official', sex: place < 3 ? 'female' : 'male' })
  }
  await who('PUT', at('group-plan'), { isOn: true, classes: ['official'], balances: ['sex'], version: 0 })
  const groups = ['Tổ 1', 'Tổ 2'].map((name) => ({ name, place: '', least: 0, most: 3 }))
  await post(who, at('groups'), { groups })
  return board()
}
const planned = async (mode = 'anew') => (await who('POST', at('groups/plan'), { mode, seed: 1 })).body as PlanPreview
const apply = async ({ plan }: PlanPreview) => {
  const members = new Map((await board()).members.map((member) => [member.delegateId, member]))
  const changes = (plan?.places ?? []).map((place) => ({
    ...{ role: null, isHeld: false, version: 0 },
    ...members.get(place.delegateId),
    ...place,
  }))
  return who('PUT', at('group-members'), { members: changes, isPlanned: true })
}
const placesOf = ({ members }: GroupBoard) => members.map(({ delegateId, groupId }) => [delegateId, groupId]).sort()

describe('discussion groups', () => {
  test('are off until somebody switches them on, and keep their people when switched off', async () => {
    expect((await board()).plan).toMatchObject({ isOn: false, version: 0 })
    const { plan } = await begin()
    await apply(await planned())
    const off = await who('PUT', at('group-plan'), { ...plan, isOn: false })
    expect(off.status).toBe(204)
    expect((await board()).members).toHaveLength(6)
    expect((await who('PUT', at('group-plan'), plan)).status).toBe(409)
  })

  test('are planned without writing, applied in one act, and undone', async () => {
    await begin()
    const preview = await planned()
    expect(preview).toMatchObject({ plan: { least: 0, moved: 0 }, reason: null })
    expect((await board()).members).toEqual([])
    const applied = await apply(preview)
    expect(applied.status).toBe(204)
    const { members, groups } = await board()
    expect(groups.map(({ id }) => members.filter(({ groupId }) => groupId === id).length)).toEqual([3, 3])
    expect((await undo(applied.actId)).status).toBe(204)
    expect((await board()).members).toEqual([])
  })

  test('take whoever comes later, and whoever withdrew has the old place when listed again', async () => {
    await begin()
    await apply(await planned())
    const { groups, people } = await board()
    await who('PUT', at('groups'), { rows: groups.map(({ id, version }) => ({ id, version, most: 4 })) })
    const before = placesOf(await board())
    const [first] = people
    const listed = (standing: string, version: number) =>
      who('PUT', at('delegates'), { delegates: [{ id: first?.id, version, values: { standing } }] })
    await listed('withdrawn', 2)
    expect((await board()).members).toHaveLength(5)
    await listed('listed', 3)
    expect(placesOf(await board())).toEqual(before)
    await post(who, at('delegates'), { name: 'Cao Khánh', class: 'official' })
    const preview = await planned('fewest')
    expect(preview).toMatchObject({ plan: { moved: 0, isFewest: true } })
    await apply(preview)
    expect(placesOf(await board())).toEqual(expect.arrayContaining(before))
    expect((await board()).members).toHaveLength(7)
  })

  test('hold who leads them; there is one of each role, and who withdrew gives it up', async () => {
    const { groups, people } = await begin()
    await apply(await planned())
    const groupId = groups[0]?.id ?? ''
    const own = (await board()).members.filter((member) => member.groupId === groupId)
    const [one, two] = own
    const give = async (member: (typeof own)[number] | undefined) =>
      who('PUT', at('group-members'), { members: [{ ...member, role: 'chair' }], isPlanned: false })
    expect((await give(one)).status).toBe(204)
    expect(await give(two)).toMatchObject({ status: 409, body: { code: 'group-role-taken' } })
    const preview = await planned()
    expect(preview.plan?.places).toContainEqual({ delegateId: one?.delegateId, groupId })
    const version = 2
    const id = people.find((person) => person.id === one?.delegateId)?.id
    await who('PUT', at('delegates'), { delegates: [{ id, version, values: { standing: 'withdrawn' } }] })
    expect((await give(two)).status).toBe(204)
  })

  test('tell whom requests and roles name who do not come, and hand all to the successor or take the name out', async () => {
    const { people } = await begin()
    await apply(await planned())
    const [an, binh, chi, dung] = people.map(({ id }) => id)
    const tie = await post<WithId>(who, at('group-rules'), { kind: 'together', delegateIds: [an, binh] })
    await post(who, at('group-rules'), { kind: 'apart', delegateIds: [an, chi, dung] })
    const own = (await board()).members.find(({ delegateId }) => delegateId === an)
    await who('PUT', at('group-members'), { members: [{ ...own, role: 'chair' }], isPlanned: false })
    expect((await board()).gone).toEqual([])
    const settle = (toId: string | null, delegateId = an) => who('POST', at('group-gone'), { delegateId, toId })
    expect((await settle(null)).status).toBe(409)
    const versionOf = async (id?: string) =>
      ((await who('GET', at('delegates'))).body as DelegateList).delegates.find((each) => each.id === id)?.version
    const replace = async (id: string | undefined, name: string) => {
      const newcomer = { name, sex: null, birthYear: null, phone: '', post: '', workplace: '' }
      const body = { alternateId: null, reason: 'Ốm', takesPlace: false, version: await versionOf(id), newcomer }
      return post<WithId>(who, `/api/delegates/${id ?? ''}/replace`, body)
    }
    // The place is handed on twice: whoever has it now is meant.
    const between = await replace(an, 'Bùi Khôi')
    const last = await replace(between.id, 'Đinh Lan')
    const leads = [{ groupId: own?.groupId, role: 'chair' }]
    const name = people[0]?.name
    expect((await board()).gone).toEqual([{ id: an, name, successorId: last.id, ruleCount: 2, leads }])
    expect((await settle(binh ?? null)).status).toBe(409)
    const handed = await settle(last.id)
    expect(handed.status).toBe(204)
    const after = await board()
    expect(after.gone).toEqual([])
    expect(after.rules.map(({ delegateIds }) => delegateIds)).toEqual([
      [last.id, binh],
      [last.id, chi, dung],
    ])
    expect(after.members.find(({ delegateId }) => delegateId === last.id)).toMatchObject(leads[0] ?? {})
    expect((await undo(handed.actId)).status).toBe(204)
    expect((await settle(null)).status).toBe(204)
    const without = await board()
    expect([without.gone, without.rules.map(({ delegateIds }) => delegateIds)]).toEqual([[], [[chi, dung]]])
    expect(without.rules.map(({ id }) => id)).not.toContain(tie.id)
  })

  test('tell why there is no plan, by the rules that cannot be kept', async () => {
    const { people } = await begin()
    const ids = people.slice(0, 2).map(({ id }) => id)
    const together = { kind: 'together', delegateIds: ids }
    expect((await who('POST', at('group-rules'), together)).status).toBe(200)
    await post(who, at('group-rules'), { kind: 'apart', delegateIds: ids })
    const { plan, reason } = await planned()
    expect(plan).toBeNull()
    expect(reason).toMatchObject({ kind: 'demands', rules: [{ kind: 'together' }, { kind: 'apart' }] })
    const rules = (await board()).rules
    const gone = await who('POST', at('group-rules/remove'), { rows: [] })
    expect(gone.status).toBe(400)
    const rows = rules.slice(1).map(({ id, version }) => ({ id, version }))
    expect((await who('POST', at('group-rules/remove'), { rows })).status).toBe(204)
    const kept = await planned()
    const places = new Map(kept.plan?.places.map(({ delegateId, groupId }) => [delegateId, groupId]))
    expect(places.get(ids[0] ?? '')).toBe(places.get(ids[1] ?? ''))
  })

  test('refuse what cannot be: a name twice, sizes crossed, a stranger, an old version', async () => {
    const { groups, people } = await begin()
    const [one, two] = groups
    const rename = await who('PUT', at('groups'), { rows: [{ id: one?.id, version: 1, name: 'Tổ 2' }] })
    expect(rename).toMatchObject({ status: 409, body: { code: 'group-twice' } })
    const crossed = await who('PUT', at('groups'), { rows: [{ id: one?.id, version: 1, least: 9 }] })
    expect(crossed).toMatchObject({ status: 409, body: { code: 'group-sizes-crossed' } })
    const put = (delegateId: string | undefined, version: number) =>
      who('PUT', at('group-members'), {
        members: [{ delegateId, groupId: two?.id, role: null, isHeld: false, version }],
        isPlanned: false,
      })
    expect((await put(one?.id, 0)).status).toBe(400)
    expect((await put(people[0]?.id, 3)).status).toBe(409)
    expect(await board()).toMatchObject({ groups: [{ name: 'Tổ 1', least: 0 }, { name: 'Tổ 2' }], members: [] })
  })

  test('that are removed leave their people in none, and come back with them', async () => {
    await begin()
    await apply(await planned())
    const before = await board()
    const rows = before.groups.slice(0, 1).map(({ id, version }) => ({ id, version }))
    const removed = await who('POST', at('groups/remove'), { rows })
    expect((await board()).members).toHaveLength(3)
    expect((await undo(removed.actId)).status).toBe(204)
    expect(placesOf(await board())).toEqual(placesOf(before))
  })

  test('go with their congress and come back with it', async () => {
    await begin()
    await apply(await planned())
    const organizer = await signInAs(office, 'organizer', inside.unitId)
    const { version } = (await organizer('GET', `/api/congresses/${congressId}`)).body as { version: number }
    const deleted = await organizer('DELETE', `/api/congresses/${congressId}?version=${String(version)}`)
    expect(deleted.status).toBe(204)
    expect((await organizer('POST', `/api/acts/${deleted.actId ?? ''}/undo`)).status).toBe(204)
    expect((await board()).members).toHaveLength(6)
  })
})

test('a delegate finds the group, its place and who leads it on the personal page, while groups are on', async () => {
  const day = '2020-06-25'
  await office.db.write(async (tx) => void (await tx.update(tx.tables.congresses).set({ dateFrom: day, dateTo: day })))
  const { plan } = await begin()
  await apply(await planned())
  const { members, groups } = await board()
  const [first, second] = members.filter(({ groupId }) => groupId === groups[0]?.id)
  await who('PUT', at('group-members'), { members: [{ ...first, role: 'chair' }], isPlanned: false })
  await who('POST', at('links'), { delegateIds: null })
  const { rows } = (await who('GET', at('links'))).body as LinkList
  const pageOf = async (id: string | undefined) => {
    const { linkId } = rows.find((row) => row.id === id) ?? {}
    const { url, message } = (await who('GET', `/api/delegate-links/${linkId ?? ''}`)).body as LinkRead
    const { body } = await office.app.inject({ url: new URL(url).pathname })
    return { body, message }
  }
  const chair = rows.find(({ id }) => id === first?.delegateId)?.name ?? 'nobody'
  expect((await pageOf(first?.delegateId)).body).toContain('Tổ 1 (Tổ trưởng)')
  const { body, message } = await pageOf(second?.delegateId)
  expect(body).toContain(`Tổ 1 (Tổ trưởng: ${chair})`)
  expect(message).toContain(`Tổ thảo luận: Tổ 1 (Tổ trưởng: ${chair}).`)
  await who('PUT', at('group-plan'), { ...plan, isOn: false })
  expect((await pageOf(second?.delegateId)).body).not.toContain('Tổ 1')
})

test('the lists of the groups print group by group, who leads first, and nothing while groups are off', async () => {
  const { plan } = await begin()
  await apply(await planned())
  const { members, groups } = await board()
  const last = members.filter(({ groupId }) => groupId === groups[0]?.id).at(-1)
  await who('PUT', at('group-members'), { members: [{ ...last, role: 'chair' }], isPlanned: false })
  const printed = async () => {
    const facts = await gatherCongress(office.db.read, congressId)
    return (await rowsFor(office.db.read, facts, { list: 'group-members' })).map(({ values }) => values)
  }
  const rows = await printed()
  expect(rows.map(({ group }) => group)).toEqual(['Tổ 1', 'Tổ 1', 'Tổ 1', 'Tổ 2', 'Tổ 2', 'Tổ 2'])
  expect(rows.map(({ role }) => role)).toEqual(['Tổ trưởng', '', '', '', '', ''])
  expect(rows.map(({ name = '' }) => name).sort()).toEqual([...names].sort())
  const sheet = await who('GET', at('papers/discussion-groups/pdf?language=vi'))
  expect(sheet.status).toBe(200)
  const told = wordsOf((await readPdf(sheet.bytes)).pages)
  expect(told).toContain('Tổ 2, 3 người')
  await who('PUT', at('group-plan'), { ...plan, isOn: false })
  expect(await printed()).toEqual([])
})
