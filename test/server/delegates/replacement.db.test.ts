import { expect, onTestFinished, test } from 'vitest'
import type { AssignmentBoard } from '../../../server/assignments/schema.ts'
import type { Delegate, DelegateList } from '../../../server/delegates/schema.ts'
import type { GroupBoard } from '../../../server/groups/schema.ts'
import type { ActLine } from '../../../server/history/schema.ts'
import { buildDistricts, post } from '../../support/districts.ts'
import { openOffice, signInAs } from '../../support/office.ts'

const begin = async () => {
  const office = await openOffice()
  onTestFinished(() => office.close())
  const { inside, outside } = await buildDistricts(office)
  const who = await signInAs(office, 'secretariat', inside.unitId)
  const base = `/api/congresses/${inside.ids['congress'] ?? ''}`
  const add = (values: object) => post<Delegate>(who, `${base}/delegates`, values)
  const list = async () => (await who('GET', `${base}/delegates`)).body as DelegateList
  const replace = (id: string, version: number, more: object) => {
    const usual = { alternateId: null, newcomer: null, reason: 'Đi công tác', takesPlace: true, version }
    return who('POST', `/api/delegates/${id}/replace`, { ...usual, ...more })
  }
  const gone = await add({
    ...{ name: 'Nguyễn Văn An', class: 'official', delegation: 'Huyện Hải Hậu', number: '0012', seat: 'A5' },
  })
  return { office, outside, who, base, add, list, replace, gone }
}

test('an alternate takes a delegate’s place in one act, which is told and undone', async () => {
  const { who, base, add, list, replace, gone } = await begin()
  const alternate = await add({ name: 'Trần Thị Bình', standing: 'alternate' })
  const [delegation] = (await list()).delegations
  await who('PUT', `/api/delegations/${delegation?.id ?? ''}`, {
    ...{
      name: 'Huyện Hải Hậu',
      number: '',
      colour: '',
      headId: gone.id,
      deputyId: null,
      liaison: '',
      liaisonPhone: '',
    },
    version: delegation?.version,
  })
  const before = await list()
  const done = await replace(gone.id, gone.version, { alternateId: alternate.id })
  expect(done.body).toMatchObject({
    ...{ id: alternate.id, standing: 'listed', replacesId: gone.id, class: 'official', delegation: 'Huyện Hải Hậu' },
    ...{ number: '0012', seat: 'A5' },
  })
  const { delegates, delegations } = await list()
  expect(delegates[0]).toMatchObject({ standing: 'withdrawn', absenceReason: 'Đi công tác', number: '', seat: '' })
  expect(delegations[0]?.headId).toBe(null)
  const { acts } = (await who('GET', `/api/acts?congressId=${base.split('/').at(-1) ?? ''}`)).body as {
    acts: ActLine[]
  }
  expect(acts[0]).toMatchObject({ action: 'delegate-replaced', reason: 'Đi công tác' })
  expect(acts[0]?.subject).toContain('Nguyễn Văn An → Trần Thị Bình')
  expect((await who('POST', `/api/acts/${done.actId ?? ''}/undo`)).status).toBe(204)
  const plain = ({ delegates: people, delegations: groups }: DelegateList) => [
    ...people.map(({ version: _version, ...each }) => each),
    ...groups.map(({ headId }) => headId),
  ]
  expect(plain(await list())).toEqual(plain(before))
})

test('somebody new comes in a delegate’s place, and is gone again with the undo', async () => {
  const { who, list, replace, gone } = await begin()
  const newcomer = { name: 'Lê Văn Cường', sex: 'male', birthYear: 1980, phone: '', post: 'Chủ tịch', workplace: '' }
  const done = await replace(gone.id, gone.version, { newcomer, takesPlace: false })
  expect(done.body).toMatchObject({ ...newcomer, standing: 'listed', replacesId: gone.id, class: 'official', seat: '' })
  expect((await list()).delegates[0]).toMatchObject({ standing: 'withdrawn', seat: 'A5' })
  expect((await who('POST', `/api/acts/${done.actId ?? ''}/undo`)).status).toBe(204)
  expect((await list()).delegates.map(({ name }) => name)).toEqual(['Nguyễn Văn An'])
})

test('who does not stand by, or was changed meanwhile, replaces nobody, and nothing is changed', async () => {
  const { office, outside, add, list, replace, gone } = await begin()
  const administrator = await signInAs(office, 'administrator', null)
  const theirs = await post<Delegate>(administrator, `/api/congresses/${outside.ids['congress'] ?? ''}/delegates`, {
    ...{ name: 'Phạm Bí Mật', standing: 'alternate' },
  })
  const listed = await add({ name: 'Trần Thị Bình' })
  const withdrawn = await add({ name: 'Lê Văn Cường', standing: 'withdrawn' })
  const alternate = await add({ name: 'Phạm Văn Dũng', standing: 'alternate' })
  const before = await list()
  const refusal = async (id: string, alternateId: string | null, version = gone.version) => {
    const { status, body } = await replace(id, version, { alternateId })
    expect(JSON.stringify(body)).not.toContain('Mật')
    return [status, (body as { code: string }).code]
  }
  expect(await refusal(gone.id, theirs.id)).toEqual([409, 'alternate-gone'])
  expect(await refusal(gone.id, listed.id)).toEqual([409, 'alternate-listed'])
  expect(await refusal(gone.id, gone.id)).toEqual([409, 'alternate-listed'])
  expect(await refusal(gone.id, withdrawn.id)).toEqual([409, 'alternate-withdrawn'])
  expect(await refusal(gone.id, alternate.id, gone.version + 1)).toEqual([409, 'stale'])
  expect(await refusal(withdrawn.id, alternate.id, withdrawn.version)).toEqual([409, 'delegate-not-listed'])
  expect((await refusal(gone.id, null))[0]).toBe(400)
  expect((await replace(gone.id, gone.version, { alternateId: alternate.id, reason: ' ' })).status).toBe(400)
  expect(await list()).toEqual(before)
})

test('roles and sessions that were given by hand go over when that is asked, and come back when it is undone', async () => {
  const { who, base, add, list, replace, gone } = await begin()
  const alternate = await add({ name: 'Trần Thị Bình', standing: 'alternate' })
  const give = (role: string, people: object[]) =>
    who('PUT', `${base}/assignments`, { sessionId: '', role, version: 0, people })
  await give('presidium', [{ delegateId: gone.id, isIn: true }])
  const having = async () =>
    ((await who('GET', `${base}/assignments`)).body as AssignmentBoard).exceptions.map(({ role, delegateId }) => [
      role,
      delegateId,
    ])
  expect(await having()).toEqual([['presidium', gone.id]])
  const version = async (id: string) => (await list()).delegates.find((each) => each.id === id)?.version ?? 0
  const left = await replace(gone.id, await version(gone.id), { alternateId: alternate.id })
  expect(await having()).toEqual([['presidium', gone.id]])
  expect((await who('POST', `/api/acts/${left.actId ?? ''}/undo`)).status).toBe(204)
  const done = await replace(gone.id, await version(gone.id), { alternateId: alternate.id, takesRoles: true })
  expect(done.status).toBe(200)
  expect(await having()).toEqual([['presidium', alternate.id]])
  expect((await who('POST', `/api/acts/${done.actId ?? ''}/undo`)).status).toBe(204)
  expect(await having()).toEqual([['presidium', gone.id]])
})

test('leading the delegation, the discussion group and structure groups go over as they are asked, and come back', async () => {
  const { who, base, add, list, replace, gone } = await begin()
  const { name, phone } = gone
  const [delegation] = (await list()).delegations
  await who('PUT', `/api/delegations/${delegation?.id ?? ''}`, {
    ...{ name: 'Huyện Hải Hậu', number: '', colour: '', headId: gone.id, deputyId: null },
    ...{ liaison: name, liaisonPhone: phone, version: delegation?.version },
  })
  await who('PUT', `${base}/delegates`, {
    delegates: [{ id: gone.id, version: gone.version, values: { groups: ['Nữ', 'Trẻ'] } }],
  })
  await who('PUT', `${base}/group-plan`, { isOn: true, classes: ['official'], balances: [], version: 0 })
  const { ids } = await post<{ ids: string[] }>(who, `${base}/groups`, {
    groups: [{ name: 'Tổ 6', place: '', least: 0, most: 9 }],
  })
  await who('PUT', `${base}/group-members`, {
    isPlanned: false,
    members: [{ delegateId: gone.id, groupId: ids[0], role: 'chair', isHeld: true, version: 0 }],
  })
  const alternate = await add({ name: 'Trần Thị Bình', phone: '0912 345 678', standing: 'alternate' })
  const state = async () => {
    const { delegates, delegations } = await list()
    const { members } = (await who('GET', `${base}/groups`)).body as GroupBoard
    return {
      led: delegations.map(({ headId, liaison, liaisonPhone }) => [headId, liaison, liaisonPhone]),
      groups: delegates.map(({ groups }) => groups),
      members: members.map(({ delegateId, role, isHeld }) => [delegateId, role, isHeld]),
    }
  }
  const version = async () => (await list()).delegates.find(({ id }) => id === gone.id)?.version ?? 0
  const before = await state()
  expect(before.members).toEqual([[gone.id, 'chair', true]])
  const asked = { alternateId: alternate.id, takesPlace: false, takesRoles: false }
  const left = await replace(gone.id, await version(), asked)
  expect(await state()).toEqual({ led: [[null, name, '']], groups: [['Nữ', 'Trẻ'], []], members: [] })
  expect((await who('POST', `/api/acts/${left.actId ?? ''}/undo`)).status).toBe(204)
  expect(await state()).toEqual(before)
  const done = await replace(gone.id, await version(), { ...asked, takesPlace: true, takesRoles: true })
  expect(await state()).toEqual({
    led: [[alternate.id, 'Trần Thị Bình', '0912 345 678']],
    groups: [
      ['Nữ', 'Trẻ'],
      ['Nữ', 'Trẻ'],
    ],
    members: [[alternate.id, 'chair', true]],
  })
  expect((await who('POST', `/api/acts/${done.actId ?? ''}/undo`)).status).toBe(204)
  expect(await state()).toEqual(before)
})
