import { readdirSync, readFileSync } from 'node:fs'
import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { migrationsFolder } from '../../../db/journal.ts'
import type { Delegate, DelegateList } from '../../../server/delegates/schema.ts'
import type { ActLine } from '../../../server/history/schema.ts'
import { newId } from '../../../server/office.ts'
import { listLists } from '../../../server/unit-lists/queries.ts'
import type { ListToSend, UnitList, UnitListBoard } from '../../../server/unit-lists/schema.ts'
import type { MakeUp } from '../../../server/make-up/schema.ts'
import type { Quota, QuotaBoard } from '../../../server/quotas/schema.ts'
import { buildDistricts, post, type Subtree, type WithId } from '../../support/districts.ts'
import { aDocx, aPng } from '../../support/files.ts'
import { formWith } from '../../support/form.ts'
import { openOffice, signInAs, type Browser, type TestOffice } from '../../support/office.ts'
import { aCongress } from '../../support/records.ts'

let office: TestOffice
let inside: Subtree
/** Who organizes the congress of the district, and who organizes a commune that sends delegates to it. */
let district: Browser
let commune: Browser
let congressId: string
let communeId: string
let leafId: string
beforeEach(async () => {
  office = await openOffice()
  ;({ inside } = await buildDistricts(office))
  communeId = inside.otherUnitId
  leafId = inside.ids['unit'] ?? ''
  district = await signInAs(office, 'organizer', inside.unitId)
  commune = await signInAs(office, 'organizer', communeId)
  const place = { cycleId: inside.ids['cycle'] ?? '', levelId: inside.ids['level'] ?? '', unitId: inside.unitId }
  congressId = (await post<WithId>(district, '/api/congresses', aCongress(place))).id
  await post(district, `${base()}/quotas`, {
    rows: [
      { unitId: communeId, name: '' },
      { unitId: leafId, name: '' },
    ],
  })
  const rows = (await quotas()).map(({ id, version }) => ({ id, version, official: 2, guests: 1 }))
  await district('PUT', `${base()}/quotas`, { rows })
  await district('POST', `${base()}/quotas/send`, { rows: (await quotas()).map(named) })
})
afterEach(() => office.close())

const base = () => `/api/congresses/${congressId}`
const path = (unitId = communeId) => `${base()}/unit-lists/${unitId}`
const named = ({ id, version }: { id: string; version: number }) => ({ id, version })
const quotas = async (): Promise<Quota[]> => ((await district('GET', `${base()}/quotas`)).body as QuotaBoard).quotas
const list = async (who = commune) => (await who('GET', path())).body as UnitList
const board = async () => ((await district('GET', `${base()}/unit-lists`)).body as UnitListBoard).lists
const add = (name: string, more: object = {}, who = commune) =>
  post<Delegate>(who, `${path()}/delegates`, { name, ...more })
const act = (who: Browser, what: string, more: object) => who('POST', `${path()}/${what}`, more)
const version = async () => (await list(district)).version
const submit = async (excessReason = '') => act(commune, 'submit', { excessReason, version: await version() })
const giveBack = async (remark = 'Thiếu năm sinh') => act(district, 'return', { remark, version: await version() })
const paper = { paperNumber: '12/QĐ-BTC', paperDate: '2020-06-20' }
const approve = async () => act(district, 'approve', { ...paper, version: await version() })

describe('a unit', () => {
  test('finds the list that it is to send, sees its own quota and nobody of another unit', async () => {
    await post(district, `${path(leafId)}/delegates`, { name: 'Người của thôn' })
    await post(district, `${base()}/delegates`, { name: 'Người của huyện' })
    await add('Trần Thị Bình', { class: 'guest' })
    const toSend = (await commune('GET', '/api/unit-lists')).body as ListToSend[]
    expect(toSend.map((each) => [each.congressId, each.sendingUnitId, each.state])).toEqual([
      [congressId, communeId, 'entered'],
    ])
    // Whoever organizes the congress has its board.
    expect((await district('GET', '/api/unit-lists')).body).toEqual([])
    const own = await list()
    expect(own).toMatchObject({
      ...{ allowed: { official: 2, guests: 1 }, entered: { official: 0, guests: 1 }, state: 'entered', version: 0 },
      may: { enter: true, submit: true, decide: false },
    })
    expect(own.delegates.map(({ name }) => name)).toEqual(['Trần Thị Bình'])
    expect(JSON.stringify(own)).not.toContain('thôn')
    for (const url of [path(leafId), `${base()}/unit-lists`, `${base()}/delegates`, `${base()}/quotas`]) {
      expect((await commune('GET', url)).status).toBe(404)
    }
    expect((await commune('POST', `${path(leafId)}/delegates`, { name: 'Trần Văn Cường' })).status).toBe(404)
  })

  test('is asked for nothing before it was sent a quota', async () => {
    const [own] = (await quotas()).filter(({ unitId }) => unitId === communeId)
    await district('POST', `${base()}/quotas/remove`, { rows: [named(own as Quota)] })
    expect((await commune('GET', path())).status).toBe(404)
    expect((await commune('GET', '/api/unit-lists')).body).toEqual([])
  })

  test('finds and mends whom the congress entered for it, and changes nobody else', async () => {
    const entered = await post<Delegate>(district, `${base()}/delegates`, {
      ...{ name: 'Lê Văn Cường', class: 'official', delegation: 'xã của huyện hải hậu' },
    })
    const other = await post<Delegate>(district, `${base()}/delegates`, { name: 'Người của huyện' })
    const change = (delegate: Delegate) =>
      commune('PUT', `${path()}/delegates`, { delegates: [{ ...named(delegate), values: { post: 'Chủ tịch' } }] })
    expect((await change(entered)).status).toBe(200)
    expect(await change(other)).toMatchObject({ status: 409, body: { code: 'stale', details: { current: null } } })
    expect((await list()).delegates).toMatchObject([{ name: 'Lê Văn Cường', post: 'Chủ tịch' }])
  })

  test('undoes what it entered while its list is open, and no longer once it is sent', async () => {
    const undo = (actId: string | null) => commune('POST', `/api/acts/${actId ?? ''}/undo`)
    const first = await commune('POST', `${path()}/delegates`, { name: 'Nguyễn Văn An' })
    expect((await undo(first.actId)).status).toBe(204)
    expect((await list()).delegates).toEqual([])
    const second = await commune('POST', `${path()}/delegates`, { name: 'Nguyễn Văn An' })
    await submit()
    expect(await undo(second.actId)).toMatchObject({ status: 409, body: { code: 'unit-list-closed' } })
    expect((await list()).delegates).toHaveLength(1)
  })
})

describe('a list', () => {
  test('is submitted, then changed after a return alone', async () => {
    const an = await add('Nguyễn Văn An')
    const sent = await submit()
    expect([sent.status, sent.actId]).toEqual([204, null])
    expect(await commune('POST', `${path()}/delegates`, { name: 'Trần Thị Bình' })).toMatchObject({
      ...{ status: 409, body: { code: 'unit-list-closed', details: { state: 'submitted' } } },
    })
    expect((await commune('POST', `${path()}/delegates/remove`, { delegates: [named(an)] })).status).toBe(409)
    const asked = await act(commune, 'correction-request', { reason: 'Ghi sai chức vụ', version: await version() })
    expect(asked.status).toBe(204)
    expect((await board())[0]).toMatchObject({ state: 'submitted', correctionReason: 'Ghi sai chức vụ' })
    expect((await giveBack()).status).toBe(204)
    expect(await list()).toMatchObject({ state: 'returned', remark: 'Thiếu năm sinh', correctionReason: '' })
    await add('Trần Thị Bình')
    expect((await submit()).status).toBe(204)
    expect(await list()).toMatchObject({ state: 'submitted', remark: '', entered: { official: 2 } })
  })

  test('is given back for the sake of single people, who stay marked until it is approved', async () => {
    const [an, binh] = [await add('Nguyễn Văn An'), await add('Trần Thị Bình')]
    await submit()
    const back = async (remarkedIds: string[]) =>
      act(district, 'return', { remark: 'Thiếu năm sinh', remarkedIds, version: await version() })
    expect(await back([an.id, newId()])).toMatchObject({ status: 400, body: { details: [{ field: 'remarkedIds' }] } })
    expect((await list()).state).toBe('submitted')
    expect((await back([binh.id])).status).toBe(204)
    expect(await list()).toMatchObject({ state: 'returned', remarkedIds: [binh.id] })
    await submit()
    expect(await list()).toMatchObject({ state: 'submitted', remark: '', remarkedIds: [binh.id] })
    await act(district, 'approve', { ...paper, version: await version() })
    expect(await list()).toMatchObject({ state: 'approved', remarkedIds: [] })
  })

  test('of nobody is not sent', async () => {
    expect(await submit()).toMatchObject({ status: 409, body: { code: 'unit-list-empty' } })
  })

  test('over its quota needs a reason, and over the congress’s maximum does not go', async () => {
    for (const name of ['Nguyễn Văn An', 'Trần Thị Bình', 'Lê Văn Cường']) await add(name)
    expect(await submit(' ')).toMatchObject({
      ...{ status: 400, body: { details: [{ field: 'excessReason', rule: 'required' }] } },
    })
    await district('PUT', `${base()}/quota-plan`, { maximum: 6, targets: [], version: 0 })
    expect(await submit('Thêm một Anh hùng')).toMatchObject({
      ...{ status: 409, body: { code: 'unit-list-above-maximum', details: { tooMany: 1 } } },
    })
    expect(await version()).toBe(0)
    await district('PUT', `${base()}/quota-plan`, { maximum: 7, targets: [], version: 1 })
    expect((await submit('Thêm một Anh hùng')).status).toBe(204)
    expect((await board())[0]).toMatchObject({ state: 'submitted', excessReason: 'Thêm một Anh hùng' })
  })

  test('that two decide on is decided once, and the second is told what the first did', async () => {
    await add('Nguyễn Văn An')
    await submit()
    const read = await version()
    expect((await act(district, 'approve', { ...paper, version: read })).status).toBe(204)
    const colleague = await signInAs(office, 'organizer', inside.unitId)
    for (const [what, more] of [
      ['approve', paper],
      ['return', { remark: 'Thiếu năm sinh' }],
    ] as const) {
      expect(await act(colleague, what, { ...more, version: read })).toMatchObject({
        status: 409,
        body: { code: 'unit-list-decided', details: { state: 'approved', decidedBy: 'organizer for a test' } },
      })
    }
    expect(await list()).toMatchObject({ state: 'approved', paperNumber: '12/QĐ-BTC', paperDate: '2020-06-20' })
  })

  test('is decided on by the congress alone, and no decision is undone in silence', async () => {
    await add('Nguyễn Văn An')
    await submit()
    const body = { ...paper, version: await version() }
    expect((await act(commune, 'approve', body)).status).toBe(404)
    await approve()
    const { acts } = (await district('GET', `/api/acts?congressId=${congressId}`)).body as { acts: ActLine[] }
    const decision = acts.find(({ action }) => action === 'unit-list-approved')
    expect(decision?.mayUndo).toBe(false)
    expect(await district('POST', `/api/acts/${decision?.id ?? ''}/undo`)).toMatchObject({
      ...{ status: 409, body: { code: 'unit-list-not-undone' } },
    })
    // The number comes after the signature.
    const numbered = await district('PUT', `${path()}/paper`, {
      ...{ paperNumber: '13/QĐ-BTC', paperDate: null, version: await version() },
    })
    expect(numbered.status).toBe(204)
    expect(await list()).toMatchObject({ state: 'approved', paperNumber: '13/QĐ-BTC', paperDate: null })
  })

  test('tells its unit what the congress corrected since', async () => {
    await add('Nguyễn Văn An')
    await submit()
    await approve()
    const [an] = ((await district('GET', `${base()}/delegates`)).body as DelegateList).delegates
    const values = { standing: 'withdrawn' }
    await district('PUT', `${base()}/delegates`, { delegates: [{ ...named(an as Delegate), values }] })
    expect((await list()).corrections).toEqual([{ kind: 'withdrawn', name: 'Nguyễn Văn An', by: '' }])
    expect((await board())[0]).toMatchObject({ corrections: 1, entered: { official: 0 } })
  })

  test('tells how many were approved: who was entered later is none of them, who comes in a place is', async () => {
    const an = await add('Nguyễn Văn An')
    await add('Trần Thị Bình', { class: 'guest' })
    await submit()
    const approved = async () => {
      const [own] = (await quotas()).filter(({ unitId }) => unitId === communeId)
      const [row] = (await board()).filter(({ sendingUnitId }) => sendingUnitId === communeId)
      expect([own?.approved, (await list()).approved]).toEqual([row?.approved, row?.approved])
      return row?.approved
    }
    const unapproved = async () => ((await district('GET', `${base()}/make-up`)).body as MakeUp).unapproved
    expect(await approved()).toEqual({ official: 0, guests: 0 })
    const waiting = await unapproved()
    await approve()
    expect(await approved()).toEqual({ official: 1, guests: 1 })
    expect(waiting - (await unapproved())).toBe(1)
    await post(district, `${base()}/delegates`, {
      ...{ name: 'Lê Văn Cường', class: 'official', delegation: 'Xã của Huyện Hải Hậu' },
    })
    expect([(await list()).entered, await approved()]).toEqual([
      { official: 2, guests: 1 },
      { official: 1, guests: 1 },
    ])
    const [standing] = ((await district('GET', `${base()}/delegates`)).body as DelegateList).delegates.filter(
      ({ id }) => id === an.id,
    )
    await post(district, `/api/delegates/${an.id}/replace`, {
      ...{ version: standing?.version, alternateId: null, reason: 'Ốm', takesPlace: false },
      newcomer: { name: 'Phạm Thị Dung', workplace: '', post: '', phone: '', sex: null, birthYear: null },
    })
    expect(await approved()).toEqual({ official: 1, guests: 1 })
    await giveBack()
    expect(await approved()).toEqual({ official: 0, guests: 0 })
  })

  test('keeps the scan of the paper that approves it, for both to read and the congress alone to change', async () => {
    await add('Nguyễn Văn An')
    const attach = (bytes: Uint8Array, name: string, who = district) => {
      const { body, headers } = formWith(bytes, name)
      return who('POST', `${path()}/files`, body, headers)
    }
    const notApproved = { status: 409, body: { code: 'unit-list-not-approved' } }
    expect(await attach(aPng(9, 9), 'a.png')).toMatchObject(notApproved)
    await submit()
    expect(await attach(aPng(9, 9), 'a.png')).toMatchObject(notApproved)
    await approve()
    expect(await attach(aDocx(), 'Quyết định.pdf')).toMatchObject({ status: 422, body: { code: 'scan-type-refused' } })
    expect((await attach(aPng(9, 9), 'a.png', commune)).status).toBe(404)
    const attached = await attach(aPng(9, 9), 'Quyết định.pdf')
    expect(attached.status).toBe(200)
    const [scan] = (await list()).scans
    expect(scan?.name).toBe('Quyết định.pdf.png')
    expect((await board()).map(({ scans }) => scans)).toEqual([[scan], []])
    const address = `/api/files/${scan?.id ?? ''}`
    expect((await commune('GET', `${path()}/files`)).body).toMatchObject([{ id: scan?.id }])
    for (const who of [district, commune]) {
      expect((await who('GET', address)).headers).toMatchObject({
        'content-type': 'image/png',
        'x-content-type-options': 'nosniff',
        'content-disposition': expect.stringContaining('attachment') as string,
      })
      expect((await who('GET', `${address}/thumbnail`)).status).toBe(200)
    }
    const neighbour = await signInAs(office, 'organizer', leafId)
    expect((await neighbour('GET', address)).status).toBe(404)
    expect((await commune('DELETE', `${address}?version=1`)).status).toBe(404)
    const { acts } = (await district('GET', `/api/acts?congressId=${congressId}`)).body as { acts: ActLine[] }
    expect(acts[0]?.subject).toContain('Xã của Huyện Hải Hậu; Quyết định.pdf.png - ')
    expect((await commune('POST', `/api/acts/${attached.actId ?? ''}/undo`)).status).toBe(404)
    expect((await district('POST', `/api/acts/${attached.actId ?? ''}/undo`)).status).toBe(204)
    expect((await list()).scans).toEqual([])
  })

  test('that an older program approved was approved as it was submitted', async () => {
    await add('Nguyễn Văn An')
    await submit()
    await approve()
    const { db } = office
    const approvedMembers = async () => (await listLists(db.read, congressId))[0]?.approvedMembers
    const approved = await approvedMembers()
    expect(approved).toMatchObject([{ name: 'Nguyễn Văn An', standing: 'listed' }])
    const folder = migrationsFolder(db.engine)
    const name = readdirSync(folder).find((file) => file.endsWith('_approved-members.sql')) ?? ''
    const update = readFileSync(new URL(`${folder.href}/${name}`), 'utf8').split('--> statement-breakpoint')[1] ?? ''
    await db.write(async (tx) => {
      await tx.update(tx.tables.delegateLists).set({ approvedMembers: [] })
      await tx.rows(sql.raw(`${update.trim().replace(/;$/u, '')} RETURNING 1`))
    })
    expect(await approvedMembers()).toEqual(approved)
  })

  test('keeps its quota from being lowered below what was approved, by whatever way', async () => {
    for (const name of ['Nguyễn Văn An', 'Trần Thị Bình']) await add(name)
    const own = async () => (await quotas()).find(({ unitId }) => unitId === communeId) as Quota
    const set = async (official: number) =>
      district('PUT', `${base()}/quotas`, { rows: [{ ...named(await own()), official }] })
    await submit()
    const lowered = await set(1)
    expect(lowered.status).toBe(204)
    await district('POST', `/api/acts/${lowered.actId ?? ''}/undo`)
    await approve()
    expect((await set(2)).status).toBe(204)
    const refusal = (wanted: number) => ({
      status: 409,
      body: {
        code: 'quota-below-approved',
        details: { name: 'Xã của Huyện Hải Hậu', which: 'official', wanted, approved: 2 },
      },
    })
    expect(await set(1)).toMatchObject(refusal(1))
    expect(await district('POST', `${base()}/quotas/remove`, { rows: [named(await own())] })).toMatchObject(refusal(0))
    const row = `${base()}/lists/quotas/rows`
    const values = { total: '1', official: '1' }
    expect(await district('PUT', row, { rows: [{ ...named(await own()), values }] })).toMatchObject(refusal(1))
    expect(await district('POST', `${row}/remove`, { rows: [named(await own())] })).toMatchObject(refusal(0))
    expect(await own()).toMatchObject({ official: 2, approved: { official: 2 } })
    // A quota that is exceeded with a reason is raised to what was approved, and not lowered further.
    await giveBack()
    await set(1)
    expect((await submit('Thêm một Anh hùng')).status).toBe(204)
    await approve()
    expect((await set(0)).status).toBe(409)
    expect((await set(2)).status).toBe(204)
  })

  test('goes with its congress, and comes back with it', async () => {
    await add('Nguyễn Văn An')
    await submit()
    const gone = await district('DELETE', `${base()}?version=1`)
    expect(gone.status).toBe(204)
    expect((await district('POST', `/api/acts/${gone.actId ?? ''}/undo`)).status).toBe(204)
    expect(await list()).toMatchObject({ state: 'submitted', entered: { official: 1 } })
  })
})
