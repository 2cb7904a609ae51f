import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Delegate, SensitiveData } from '../../../server/delegates/schema.ts'
import { readWorkbook } from '../../../server/exchange/reading/read-workbook.ts'
import type { ImportPreview } from '../../../server/exchange/schema.ts'
import type { ActLine } from '../../../server/history/schema.ts'
import type { MakeUp } from '../../../server/make-up/schema.ts'
import { newId } from '../../../server/office.ts'
import { openFields, type AskedField } from '../../../server/people/schema.ts'
import { buildDistricts, post, type Subtree, type WithId } from '../../support/districts.ts'
import { formWith } from '../../support/form.ts'
import { openOffice, signInAs, type Browser, type TestOffice } from '../../support/office.ts'
import { aCongress, aLevel } from '../../support/records.ts'

let office: TestOffice
let inside: Subtree
let outside: Subtree
let base: string
/** The same role, with and without the permission. */
let trusted: Browser
let clerk: Browser
let one: Delegate
beforeEach(async () => {
  office = await openOffice()
  ;({ inside, outside } = await buildDistricts(office))
  base = `/api/congresses/${inside.ids['congress'] ?? ''}`
  trusted = await signInAs(office, 'secretariat', inside.unitId, true)
  clerk = await signInAs(office, 'secretariat', inside.unitId, false)
  one = (await clerk('POST', `${base}/delegates`, { name: 'Bùi Văn An', class: 'official', birthYear: 1980 }))
    .body as Delegate
})
afterEach(() => office.close())

const levelId = () => inside.ids['level'] ?? ''
const changeLevel = async (values: Parameters<typeof aLevel>[0]) => {
  const administrator = await signInAs(office, 'administrator', null)
  const { levels } = office.db.read.tables
  const rows = await office.db.read.select().from(levels)
  const version = rows.find(({ id }) => id === levelId())?.version ?? 0
  return administrator('PUT', `/api/levels/${levelId()}`, { ...aLevel(values), version })
}
const ask = (...fields: AskedField[]) => changeLevel({ delegateFields: [...openFields, ...fields] })

const nothing = { ethnicity: '', religion: '', isPartyMember: null, version: 0 }
const path = () => `/api/delegates/${one.id}/sensitive`
const enter = (values: object, who = trusted) => who('PUT', path(), { ...nothing, ...values })
const kept = async () => office.db.read.select().from(office.db.read.tables.sensitiveData)
const acts = async (who: Browser) => ((await who('GET', '/api/acts')).body as { acts: ActLine[] }).acts

describe('what the level asks', () => {
  test('nothing sensitive is gathered for a congress whose level does not ask for it', async () => {
    const refused = await enter({ ethnicity: 'Mường' })
    expect([refused.status, refused.body]).toMatchObject([
      409,
      { code: 'field-not-asked', details: { fields: ['ethnicity'] } },
    ])
    expect(await kept()).toEqual([])
    await ask('religion')
    expect((await enter({ religion: 'Công giáo', isPartyMember: true })).status).toBe(409)
    expect((await enter({ religion: 'Công giáo' })).status).toBe(200)
  })

  test('what stands stays when it is asked no more, and may only be emptied; then no row is left', async () => {
    await ask('ethnicity', 'isPartyMember')
    await enter({ ethnicity: 'Mường', isPartyMember: false })
    await ask()
    const { version } = (await trusted('GET', path())).body as SensitiveData
    expect(await trusted('GET', path())).toMatchObject({ body: { ethnicity: 'Mường', isPartyMember: false } })
    expect((await enter({ ethnicity: 'Thái', isPartyMember: false, version })).status).toBe(409)
    expect((await enter({ ethnicity: 'Mường', version })).status).toBe(200)
    expect((await enter({ version: version + 1 })).status).toBe(200)
    expect(await kept()).toEqual([])
  })

  test('is told with the list, to the congress and to whoever enters for it', async () => {
    await ask('ethnicity')
    expect((await clerk('GET', `${base}/delegates`)).body).toMatchObject({ asked: [...openFields, 'ethnicity'] })
  })
})

describe('what is kept apart', () => {
  const secret = 'Công giáo bí mật'

  test('is for those alone who may know it there, whatever their role', async () => {
    await ask('religion')
    await enter({ religion: secret })
    const told = { ethnicity: '', religion: secret, isPartyMember: null, diet: '', health: '', consentAt: null }
    const viewer = await signInAs(office, 'viewer', inside.unitId, true)
    const seen = await viewer('GET', path())
    expect(seen.body).toEqual({ ...told, version: 1 })
    expect(seen.headers['cache-control']).toBe('private, no-store')
    expect((await enter({ religion: 'Khác', version: 1 }, viewer)).status).toBe(403)
    const organizer = await signInAs(office, 'organizer', inside.unitId, false)
    const elsewhere = await signInAs(office, 'organizer', outside.unitId, true)
    for (const [who, status] of [
      [clerk, 403],
      [organizer, 403],
      [elsewhere, 404],
    ] as const) {
      const answers = [await who('GET', path()), await enter({ religion: '', version: 1 }, who)]
      expect(answers.map((answer) => answer.status)).toEqual([status, status])
      expect(JSON.stringify(answers.map(({ body }) => body))).not.toContain('mật')
    }
    expect((await kept()).map(({ religion }) => religion)).toEqual([secret])
  })

  test('shows in no list, export, history line, refusal, or make-up that is published', async () => {
    await ask('religion')
    await enter({ religion: secret })
    await enter({ religion: `${secret} hơn`, version: 1 })
    const stale = await enter({ religion: 'Khác', version: 1 })
    expect(stale.status).toBe(409)
    const workbook = await readWorkbook((await clerk('GET', `${base}/delegates.xlsx`)).bytes)
    const told = [
      stale.body,
      workbook,
      await acts(trusted),
      ...(await Promise.all(
        ['/delegates', '/lists/delegates', '/make-up?version=public', '/make-up', '/quotas', '/links'].map(
          async (url) => (await clerk('GET', `${base}${url}`)).body,
        ),
      )),
    ]
    expect(told.map((each) => JSON.stringify(each)).filter((text) => text.includes('mật'))).toEqual([])
    expect(JSON.stringify(workbook)).not.toContain('Tôn giáo')
    const { parts } = (await clerk('GET', `${base}/make-up`)).body as MakeUp
    expect(parts.find(({ name }) => name === 'religion')?.cells.map(({ count }) => count)).toEqual([null, null])
  })

  test('is written as an act that only those take back who may know it', async () => {
    await ask('religion')
    await enter({ religion: secret })
    const [act] = await acts(trusted)
    expect(act).toMatchObject({ action: 'delegate-sensitive-changed', mayUndo: true })
    expect(act?.subject).toContain('Bùi Văn An')
    expect((await acts(clerk))[0]).toMatchObject({ id: act?.id, mayUndo: false })
    expect((await clerk('POST', `/api/acts/${act?.id ?? ''}/undo`)).status).toBe(403)
    expect((await kept()).length).toBe(1)
    expect((await trusted('POST', `/api/acts/${act?.id ?? ''}/undo`)).status).toBe(204)
    expect(await kept()).toEqual([])
  })

  test('goes and comes back with the person, by whoever deletes it', async () => {
    await ask('religion')
    await enter({ religion: secret })
    await clerk('POST', `${base}/delegates/remove`, { delegates: [{ id: one.id, version: one.version }] })
    expect(await kept()).toEqual([])
    const [act] = await acts(clerk)
    expect(act).toMatchObject({ action: 'delegates-removed', mayUndo: true })
    expect((await clerk('POST', `/api/acts/${act?.id ?? ''}/undo`)).status).toBe(204)
    expect((await kept()).map(({ religion }) => religion)).toEqual([secret])
  })

  test('holds what the delegate said of food and health, which nobody else writes', async () => {
    await ask('religion')
    const said = { ethnicity: '', religion: '', isPartyMember: null, diet: 'Ăn chay', health: 'Đi xe lăn' }
    await office.db.write(async (tx) => {
      const row = { id: newId(), personId: one.personId, ...said, consentAt: '2020-09-01T00:00:00.000Z', version: 1 }
      await tx.insert(tx.tables.sensitiveData).values(row)
    })
    expect((await enter({ diet: 'Khác', version: 1 })).status).toBe(400)
    expect((await enter({ religion: 'Không', version: 1 })).body).toEqual({
      ...{ ...said, religion: 'Không', consentAt: '2020-09-01T00:00:00.000Z', version: 2 },
    })
  })
})

describe('files', () => {
  const bring = async (who: Browser, text: string): Promise<ImportPreview> => {
    const { headers, body } = formWith(Buffer.from(text))
    return (await who('POST', `${base}/delegates-import`, body, headers)).body as ImportPreview
  }
  const file = 'Họ tên\tNăm sinh\tDân tộc\tĐảng viên\nBùi Văn An\t1980\tMường\tx\nHà Thị Bình\t1990\tThái\tKhông\n'
  const fieldsOf = ({ columns }: ImportPreview) => columns.map(({ field }) => field)
  const confirm = (who: Browser, { id, digest }: ImportPreview) =>
    who('POST', `${base}/delegates-import/confirm`, { id, digest })
  const headingsOf = async (who: Browser) => {
    const { sheets } = await readWorkbook((await who('GET', `${base}/delegates.xlsx`)).bytes)
    return sheets[0]?.rows.map(({ cells }) => cells.map((cell) => cell?.text ?? '')) ?? []
  }

  test('bring in what the level asks, by those alone who may know it, and are undone by them', async () => {
    expect(fieldsOf(await bring(trusted, file))).toEqual(['name', 'birth', null, null])
    await ask('ethnicity')
    const untrusted = await bring(clerk, file)
    expect(fieldsOf(untrusted)).toEqual(['name', 'birth', null, null])
    expect(untrusted.notes.filter(({ code }) => code === 'column-not-asked').map(({ details }) => details)).toEqual([
      { field: 'ethnicity' },
      { field: 'isPartyMember' },
    ])
    const forced = { sheet: untrusted.sheet, headerRow: 1, columns: ['name', 'birth', 'ethnicity', null] }
    expect((await clerk('PUT', `/api/imports/${untrusted.id}`, forced)).status).toBe(400)
    const shown = await bring(trusted, file)
    expect(fieldsOf(shown)).toEqual(['name', 'birth', 'ethnicity', null])
    expect((await confirm(trusted, shown)).body).toMatchObject({ created: 1, changed: 1 })
    expect((await kept()).map(({ ethnicity, isPartyMember }) => [ethnicity, isPartyMember]).sort()).toEqual([
      ['Mường', null],
      ['Thái', null],
    ])
    expect((await confirm(trusted, await bring(trusted, file))).body).toMatchObject({ code: 'nothing-to-import' })
    const [act] = await acts(trusted)
    expect((await clerk('POST', `/api/acts/${act?.id ?? ''}/undo`)).status).toBe(403)
    expect((await trusted('POST', `/api/acts/${act?.id ?? ''}/undo`)).status).toBe(204)
    expect(await kept()).toEqual([])
  })

  test('a permission that is taken away meanwhile leaves the column out, and what was shown is not imported', async () => {
    await ask('ethnicity')
    const shown = await bring(trusted, file)
    await office.db.write(async (tx) => {
      await tx.update(tx.tables.grants).set({ maySeeSensitive: false })
    })
    expect((await confirm(trusted, shown)).body).toMatchObject({ code: 'import-changed' })
    expect(await kept()).toEqual([])
  })

  test('are exported with what is asked, to those alone who may know it', async () => {
    await ask('ethnicity')
    await enter({ ethnicity: 'Mường' })
    const whole = await headingsOf(trusted)
    expect(whole[1]?.[whole[0]?.indexOf('Dân tộc') ?? -1]).toBe('Mường')
    expect(whole[0]).not.toContain('Tôn giáo')
    expect(JSON.stringify(await headingsOf(clerk))).not.toMatch(/Dân tộc|Mường/u)
    await ask()
    expect(JSON.stringify(await headingsOf(trusted))).not.toMatch(/Dân tộc|Mường/u)
  })

  test('leave out what is not asked otherwise, but for what stands: of a date of birth the year alone is taken', async () => {
    await clerk('PUT', `${base}/delegates`, {
      delegates: [{ id: one.id, version: one.version, values: { titles: ['Anh hùng Lao động'] } }],
    })
    await changeLevel({ delegateFields: ['field'] })
    const text = 'Họ tên\tNgày sinh\tTrình độ\tLĩnh vực\nHà Thị Bình\t12/7/1990\tĐại học\tKinh tế\n'
    const shown = await bring(clerk, text)
    expect(fieldsOf(shown)).toEqual(['name', 'birth', null, 'field'])
    await confirm(clerk, shown)
    const { people } = office.db.read.tables
    const binh = (await office.db.read.select().from(people)).find(({ name }) => name === 'Hà Thị Bình')
    expect(binh).toMatchObject({ birthYear: 1990, birthDate: null, education: '', field: 'Kinh tế' })
    const [headings] = await headingsOf(clerk)
    expect(['Danh hiệu', 'Trình độ', 'Lĩnh vực'].map((name) => headings?.includes(name))).toEqual([true, false, true])
  })
})

test('a unit enters it for those on its own list, where it may know it and the level asks, until the list is sent', async () => {
  const district = await signInAs(office, 'organizer', inside.unitId)
  const unitId = inside.otherUnitId
  const place = { cycleId: inside.ids['cycle'] ?? '', levelId: levelId(), unitId: inside.unitId }
  const congress = `/api/congresses/${(await post<WithId>(district, '/api/congresses', aCongress(place))).id}`
  const { ids } = await post<{ ids: string[] }>(district, `${congress}/quotas`, { rows: [{ unitId, name: '' }] })
  await post(district, `${congress}/quotas/send`, { rows: [{ id: ids[0] ?? '', version: 1 }] })
  const commune = await signInAs(office, 'organizer', unitId, true)
  const list = `${congress}/unit-lists/${unitId}`
  const member = await post<Delegate>(commune, `${list}/delegates`, { name: 'Hà Thị Bình' })
  const stranger = await post<Delegate>(district, `${congress}/delegates`, { name: 'Lò Văn Cường' })
  const at = (id: string) => `${list}/delegates/${id}/sensitive`
  const written = { ...nothing, ethnicity: 'Thái' }
  expect((await commune('PUT', at(member.id), written)).status).toBe(409)
  await ask('ethnicity')
  expect((await commune('PUT', at(member.id), written)).body).toMatchObject({ ethnicity: 'Thái', version: 1 })
  expect((await commune('GET', at(stranger.id))).status).toBe(404)
  expect((await commune('PUT', at(stranger.id), written)).status).toBe(404)
  const without = await signInAs(office, 'organizer', unitId, false)
  expect((await without('GET', at(member.id))).status).toBe(403)
  expect(JSON.stringify((await without('GET', list)).body)).not.toContain('Thái')
  await commune('POST', `${list}/submit`, { excessReason: 'Một người thêm', version: 0 })
  expect((await commune('PUT', at(member.id), { ...written, ethnicity: 'Tày', version: 1 })).body).toMatchObject({
    code: 'unit-list-closed',
  })
})

describe('the ages of the report', () => {
  test.each([[[71, 40]], [[40, 40]], [[]], [[0, 40]], [[40, 121]], [[40.5]]])('%j are no ages', async (ageBounds) => {
    expect((await changeLevel({ ageBounds })).status).toBe(400)
  })

  test('are those of the level, on the page and in every edition of the paper', async () => {
    expect((await changeLevel({ ageBounds: [40, 71] })).status).toBe(200)
    const { parts } = (await clerk('GET', `${base}/make-up`)).body as MakeUp
    expect(parts.find(({ name }) => name === 'age')?.cells.map(({ key, count }) => [key, count])).toEqual([
      ['-39', 0],
      ['40-70', 1],
      ['71-', 0],
    ])
    const paper = await clerk('GET', `${base}/papers/delegate-report/xlsx`)
    const told = JSON.stringify(await readWorkbook(paper.bytes))
    expect(
      ['Dưới 40 tuổi', 'Từ 40 đến 70 tuổi', 'Từ 71 tuổi trở lên', 'Từ 30'].map((word) => told.includes(word)),
    ).toEqual([true, true, true, false])
  })
})
