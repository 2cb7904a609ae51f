import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Congress } from '../../server/congresses/schema.ts'
import type { Cycle } from '../../server/cycles/schema.ts'
import type { LinkList, LinkRead, SlipsPrinted } from '../../server/delegate-links/schema.ts'
import type { DelegateList } from '../../server/delegates/schema.ts'
import type { QuotaBoard } from '../../server/quotas/schema.ts'
import type { ReleaseDraft } from '../../server/releases/schema.ts'
import type { UnitList } from '../../server/unit-lists/schema.ts'
import { readPdf, wordsOf } from '../server/documents/read-pdf.ts'
import { workbookOf } from '../server/exchange/workbooks.ts'
import { askingAs, congressWithProgramme, type Asking } from '../support/asking.ts'
import { expectNoAxeFindings } from '../support/axe.ts'
import { openBrowser, screenshot, type View, type WatchedBrowser } from '../support/browser.ts'
import { signInByLink, startServer, type RunningServer } from '../support/server.ts'

/** Quota down, list up, chosen further up, and handed the link: with what each of the three offices may do. */
let browser: WatchedBrowser
let server: RunningServer
let province: string
let district: string
let ask: Asking
let upper: Congress
let unitId: string
let nationalId: string

beforeAll(async () => {
  ;[browser, server] = await Promise.all([openBrowser(), startServer({ isDemo: true })])
  province = await signInByLink(await server.link())
  ask = askingAs(server.url, province)
  const [cycle] = await ask<Cycle[]>('/api/cycles')
  const { congresses } = await ask<{ congresses: Congress[] }>(`/api/cycles/${cycle?.id ?? ''}/road`)
  upper = congresses.find(({ title }) => title.includes('tỉnh Nam Định lần thứ V'))!
  unitId = congresses.find(({ title }) => title.includes('huyện Hải Hậu'))!.unitId
  nationalId = await congressWithProgramme(ask, 'toàn quốc')
  district = await organizerOf(unitId, 'Cán bộ Hải Hậu')
  await makeRoom()
})

afterAll(async () => {
  await browser.close()
  await server.stop()
})

/** The district of the example has somebody for each of its places; here it begins with three. */
const makeRoom = async (): Promise<void> => {
  const { delegates } = await attending(upper.id)
  const gone = delegates.filter(({ delegation }) => delegation === 'Huyện Hải Hậu').slice(3)
  expect(gone.length).toBeGreaterThan(0)
  const named = gone.map(({ id, version }) => ({ id, version }))
  await ask(`/api/congresses/${upper.id}/delegates/remove`, 'POST', { delegates: named })
}

/** The cookie of somebody who organizes for one unit alone. */
const organizerOf = async (unit: string, name: string): Promise<string> => {
  const account = { login: 'hai-hau', name, role: 'organizer', unitId: unit }
  const { url } = await ask<{ url: string }>('/api/invitations', 'POST', account)
  return signInByLink(url, { name, password: 'một hai ba bốn' })
}

const open = async (cookie: string, path: string, view: View = {}): Promise<Page> => {
  const page = await browser.newPage({ allowed: [/text\/event-stream/], ...view })
  const [name = '', value = ''] = cookie.split('=')
  await page.context().addCookies([{ name, value, url: server.url }])
  await page.goto(`${server.url}${path}`)
  return page
}
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()
const attending = (congressId: string) => ask<DelegateList>(`/api/congresses/${congressId}/delegates`)
const quota = async () =>
  (await ask<QuotaBoard>(`/api/congresses/${upper.id}/quotas`)).quotas.find((each) => each.unitId === unitId)

const [one, two, three, four] = ['Đại biểu 9301', 'Đại biểu 9302', 'Đại biểu 9303', 'Đại biểu 9304']

test('a quota goes down, a list with three faults is mended and goes up, one of it is chosen further, and opens the link', async () => {
  // The province says how many may come: two fewer, for the congress has as many as it may.
  const office = await open(province, `/congresses/${upper.id}/quotas`)
  const fewer = ((await quota())?.official ?? 0) - 2
  const number = office.getByLabel('Đại biểu chính thức của Huyện Hải Hậu')
  await number.fill(String(fewer))
  await number.press('Enter')
  await expect.poll(async () => (await quota())?.official).toBe(fewer)
  await office.getByRole('button', { name: /^Gửi phân bổ \(/ }).click()
  await expect.poll(async () => (await quota())?.sent?.official).toBe(fewer)

  // The district, which has no part in the congress itself, finds its list, and takes in the file that it has.
  const clerk = await open(district, '/')
  await clerk.getByRole('navigation', { name: 'Danh sách đại biểu gửi lên' }).getByRole('link').first().click()
  await clerk.getByRole('heading', { name: 'Danh sách đại biểu của Huyện Hải Hậu' }).waitFor()
  await clerk
    .getByText(`${String(fewer)} chính thức`)
    .first()
    .waitFor()
  await clerk.getByRole('button', { name: 'Dán, tải lên' }).click()
  await clerk.locator('input[type="file"]').setInputFiles({
    name: 'Danh sach dai bieu di tinh.xlsx',
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    buffer: Buffer.from(
      workbookOf([
        ['DANH SÁCH ĐẠI BIỂU DỰ ĐẠI HỘI', '', '', ''],
        ['TT', 'Họ và tên', 'Giới tính', 'Năm sinh'],
        ['1', one, 'Nữ', '1974'],
        ['2', two, 'Nam', '20200'],
        ['3', three, 'khác', '1969'],
        ['4', four, 'Nữ', '31/2/1970'],
      ]),
    ),
  })
  await clerk.getByRole('button', { name: '3 lỗi', exact: true }).waitFor()
  await expectNoAxeFindings(clerk)
  for (const [cell, value] of [
    ['Năm sinh, dòng 4', '2000'],
    ['Giới tính, dòng 5', 'Nam'],
    ['Năm sinh, dòng 6', '1970'],
  ] as const) {
    await press(clerk, `Sửa tại chỗ: ${cell}`)
    await clerk.getByRole('textbox', { name: cell }).fill(value)
    await clerk.keyboard.press('Enter')
  }
  await clerk.getByRole('button', { name: '4 mới', exact: true }).waitFor()
  await press(clerk, 'Nhập đúng như đã xem (4)')
  await clerk.getByRole('heading', { name: 'Đã nhập xong' }).waitFor()
  await clerk.goto(`${server.url}/congresses/${upper.id}/unit-lists/${unitId}`)
  await press(clerk, 'Gửi lên')
  // What is missing still is told once more before it goes.
  const entered = (await ask<UnitList>(`/api/congresses/${upper.id}/unit-lists/${unitId}`)).entered.official
  const allowed = (await quota())?.official ?? 0
  const shortfall = `Chính thức: đã nhập ${String(entered)} trong ${String(allowed)}, còn thiếu ${String(allowed - entered)}`
  await clerk.locator('unit-list-dialog').getByText(shortfall).waitFor()
  await clerk
    .locator('unit-list-dialog')
    .getByText(/^ít nhất .*còn thiếu/u)
    .first()
    .waitFor()
  await clerk.locator('unit-list-dialog').getByRole('button', { name: 'Gửi lên' }).click()
  await clerk.getByText('Đã gửi danh sách lên cấp trên.').first().waitFor()

  // The province approves it under a number, which the district reads.
  await office.goto(`${server.url}/congresses/${upper.id}/unit-lists`)
  // Blocks send no list; their quotas are there all the same.
  await office.locator('section.blocks').getByRole('cell', { name: 'Khối các cơ quan Đảng' }).waitFor()
  await press(office, 'Duyệt: Huyện Hải Hậu')
  await office.locator('unit-list-dialog').getByText(shortfall).waitFor()
  await office.getByLabel('Số, ký hiệu văn bản').fill('41/QĐ-UBND')
  await office.locator('unit-list-dialog').getByRole('button', { name: 'Duyệt', exact: true }).click()
  await office.getByText('Đã duyệt danh sách của Huyện Hải Hậu.').first().waitFor()
  await clerk.getByText('41/QĐ-UBND').first().waitFor()
  await screenshot(clerk, 'unit-list-approved')
  const list = await ask<UnitList>(`/api/congresses/${upper.id}/unit-lists/${unitId}`)
  expect(list.delegates.map(({ name }) => name)).toEqual(expect.arrayContaining([one, two, three, four]))
  await clerk.context().close()

  // The report counts them.
  const { delegates } = await attending(upper.id)
  const called = delegates.filter(({ standing, class: kind }) => standing === 'listed' && kind === 'official').length
  await office.goto(`${server.url}/congresses/${upper.id}/make-up`)
  const official = office.getByRole('row', { name: /^Đại biểu chính thức/ }).first()
  await official.getByRole('cell', { name: String(called), exact: true }).waitFor()

  // One of them is chosen for the delegation to the national congress.
  await office.goto(`${server.url}/congresses/${nationalId}/delegates`)
  await office.getByRole('button', { name: 'Việc khác' }).click()
  await office.getByRole('button', { name: 'Chọn từ hội nghị cấp dưới' }).click()
  const choosing = office.locator('choose-dialog')
  await choosing.getByRole('searchbox').fill(one)
  await choosing.getByRole('checkbox', { name: new RegExp(one) }).check()
  await press(office, 'Thêm 1 người vào danh sách')
  await office.getByText('Đã chọn 1 người từ hội nghị cấp dưới.').first().waitFor()
  const chosen = (await attending(nationalId)).delegates.find(({ name }) => name === one)
  expect(chosen?.personId).toBe(list.delegates.find(({ name }) => name === one)?.personId)
  await office.context().close()

  // Whoever was chosen opens the link on a telephone, takes the sessions into a calendar, and has the same on paper.
  const national = `/api/congresses/${nationalId}`
  const { number: release, fingerprint } = await ask<ReleaseDraft>(`${national}/release-draft`)
  await ask(`${national}/releases`, 'POST', {
    name: 'Bản 1',
    note: '',
    day: '2020-12-01',
    number: release,
    fingerprint,
  })
  await ask(`${national}/links`, 'POST', { delegateIds: [chosen?.id ?? ''] })
  const { rows } = await ask<LinkList>(`${national}/links`)
  const link = rows.find(({ id }) => id === chosen?.id)
  const { url } = await ask<LinkRead>(`/api/delegate-links/${link?.linkId ?? ''}`)
  const phone = await browser.newPage({ width: 390, height: 844 })
  await phone.goto(url)
  await phone.getByRole('heading', { name: new RegExp(one) }).waitFor()
  const sessions = await phone.locator('h3').allInnerTexts()
  expect(sessions.length).toBeGreaterThan(0)
  const saving = phone.waitForEvent('download')
  await phone.getByRole('link', { name: 'Thêm các phiên của tôi vào lịch' }).click()
  const calendar = readFileSync(await (await saving).path(), 'utf8').replace(/\r\n /gu, '')
  for (const title of sessions) expect(calendar).toContain(title)
  await screenshot(phone, 'delegate-page-390')
  await phone.context().close()
  const { at } = await ask<SlipsPrinted>(`${national}/links/slips`, 'POST', { delegateIds: [chosen?.id ?? ''] })
  const slip = await fetch(`${server.url}${national}/links/slips.pdf?printed=${at}`, {
    headers: { cookie: province },
  })
  const { pages } = await readPdf(Buffer.from(await slip.arrayBuffer()))
  expect(pages).toHaveLength(1)
  expect(wordsOf(pages)).toContain(one)
})
