import { readFileSync } from 'node:fs'
import { unzipSync } from 'fflate'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Congress } from '../../server/congresses/schema.ts'
import type { Cycle } from '../../server/cycles/schema.ts'
import type { QuotaBoard } from '../../server/quotas/schema.ts'
import type { Road } from '../../server/road/schema.ts'
import type { UnitList, UnitListBoard } from '../../server/unit-lists/schema.ts'
import { expectNoAxeFindings } from '../support/axe.ts'
import { openBrowser, screenshot, showWhole, type WatchedBrowser } from '../support/browser.ts'
import { fillTable, type TableRow } from '../support/fill-table.ts'
import { aCongress } from '../support/records.ts'
import { signInByLink, startServer, type RunningServer } from '../support/server.ts'

type Workbook = readonly [path: string, bytes: Uint8Array]

/** Units that never sign in send whom they choose: workbooks go out, forty come back, and somebody has to be telephoned. */
describe('the lists of forty units', () => {
  let browser: WatchedBrowser
  let server: RunningServer
  let cookie: string
  let cycleId: string
  let congressId: string
  let otherId: string
  let page: Page
  let workbooks: readonly Workbook[]
  let otherCongress: Uint8Array

  const ask = async <T>(path: string, body?: unknown, method = 'POST'): Promise<T> => {
    const headers = { cookie, origin: server.url, 'content-type': 'application/json' }
    const init = body === undefined ? { headers: { cookie } } : { method, headers, body: JSON.stringify(body) }
    const answer = await fetch(server.url + path, init)
    const text = await answer.text()
    if (!answer.ok) throw new Error(`${path}: ${text}`)
    return (text === '' ? null : JSON.parse(text)) as T
  }

  /** A congress to which forty communes are asked to send two delegates and a guest each. */
  const congressOf = async (unitIds: readonly string[], from: Congress, title: string): Promise<string> => {
    const { unitId, levelId } = from
    const { id } = await ask<Congress>('/api/congresses', aCongress({ cycleId, unitId, levelId }, { title }))
    const at = `/api/congresses/${id}`
    await ask(`${at}/quotas`, { rows: unitIds.map((each) => ({ unitId: each, name: '' })) })
    const named = async () =>
      (await ask<QuotaBoard>(`${at}/quotas`)).quotas.map(({ id: quotaId, version }) => ({ id: quotaId, version }))
    const aims = [{ attribute: 'women', value: '', op: 'at-least', amount: 30, isPercent: true }]
    await ask(`${at}/quotas`, { rows: (await named()).map((row) => ({ ...row, official: 2, guests: 1, aims })) }, 'PUT')
    await ask(`${at}/quotas/send`, { rows: await named() })
    return id
  }

  const board = async () => (await ask<UnitListBoard>(`/api/congresses/${congressId}/unit-lists`)).lists
  const enteredNow = async () =>
    (await board()).reduce((sum, { entered }) => sum + entered.official + entered.guests, 0)

  beforeAll(async () => {
    ;[browser, server] = await Promise.all([openBrowser(), startServer({ isDemo: true })])
    cookie = await signInByLink(await server.link())
    cycleId = (await ask<Cycle[]>('/api/cycles'))[0]?.id ?? ''
    const { units, congresses } = await ask<Road>(`/api/cycles/${cycleId}/road`)
    const communes = units.filter(({ type, validTo }) => type === 'xã' && validTo === null).slice(0, 40)
    const ids = communes.map(({ id }) => id)
    const top = congresses.find(({ title }) => title.includes('tỉnh Nam Định lần thứ V'))!
    congressId = await congressOf(ids, top, 'Hội nghị điển hình tiên tiến toàn tỉnh')
    otherId = await congressOf(ids, top, 'Hội nghị biểu dương người tốt, việc tốt')
    const order = { unitIds: ids.slice(2, 3), deadline: null }
    const { batchId } = await ask<{ batchId: string }>(`/api/congresses/${otherId}/list-forms`, order)
    const zip = await fetch(`${server.url}/api/form-batches/${batchId}.zip`, { headers: { cookie } })
    otherCongress = Object.values(unzipSync(new Uint8Array(await zip.arrayBuffer())))[0] ?? new Uint8Array()
    page = await browser.newPage({ allowed: [/text\/event-stream/] })
    const [name = '', value = ''] = cookie.split('=')
    await page.context().addCookies([{ name, value, url: server.url }])
  })

  afterAll(async () => {
    await browser.close()
    await server.stop()
  })

  const chip = (name: string) => page.locator('issued-list').getByRole('button', { name })

  test('go out as one workbook for each unit, from the board of lists', async () => {
    await page.goto(`${server.url}/congresses/${congressId}/unit-lists`)
    await page.getByRole('link', { name: 'Phiếu đăng ký' }).click()
    await page.getByText('Chưa lập phiếu đăng ký nào').waitFor()
    await page.getByRole('button', { name: 'Lập phiếu' }).click()
    const dialog = page.locator('list-forms-dialog')
    await dialog.getByRole('textbox', { name: 'Hạn trả lời', exact: true }).fill('10/7/2020')
    await expectNoAxeFindings(page)
    await screenshot(page, 'list-forms-dialog')
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      dialog.getByRole('button', { name: 'Lập 40 phiếu và tải về' }).click(),
    ])
    workbooks = Object.entries(unzipSync(readFileSync(await download.path())))
    expect(workbooks.length).toBe(40)
    expect(workbooks.every(([path]) => /^.+\/Đăng ký đại biểu - .+\.xlsx$/u.test(path))).toBe(true)
    await chip('Chưa trả lời 40').waitFor()
  })

  test('may hold a row that asks who is meant, which is answered or left out where it stands', async () => {
    const { sendingUnitId } = (await board()).find(({ name }) => workbooks[39]?.[0].endsWith(`- ${name}.xlsx`))!
    const at = `/api/congresses/${congressId}/unit-lists/${sendingUnitId}/delegates`
    await ask(at, { name: 'Nguyễn Văn An', birthYear: 1970, post: 'Bí thư Đảng ủy' })
    const rows = [{ 'Họ và tên': 'Nguyễn Van An' }, { 'Họ và tên': 'Lê Thị Hoa', 'Năm sinh': '1980' }]
    const buffer = Buffer.from(fillTable(workbooks[39]?.[1] ?? new Uint8Array(), rows))
    await page
      .locator('heap-drop #files')
      .setInputFiles([{ name: 'hỏi.xlsx', mimeType: 'application/octet-stream', buffer }])
    const files = page.locator('heap-files')
    await files.getByRole('button', { name: 'Có lỗi 1' }).waitFor()
    await showWhole(page)
    await expectNoAxeFindings(page)
    await screenshot(page, 'list-forms-question')
    await page.setViewportSize({ width: 390, height: 844 })
    await screenshot(page, 'list-forms-question-390')
    await page.setViewportSize({ width: 1366, height: 768 })
    const ways = files.locator('import-question')
    await ways.getByRole('button', { name: /Nguyễn Văn An · 1970/u }).click()
    await files.getByRole('button', { name: 'Sẽ nhập 1' }).waitFor()
    await ways.getByRole('button', { name: 'Bỏ dòng này' }).click()
    await ways.locator('button[aria-pressed="true"]', { hasText: 'Bỏ dòng này' }).waitFor()
    await screenshot(page, 'list-forms-answered')
    await page.getByRole('button', { name: 'Nhập 1 phiếu đúng như đã xem' }).click()
    await page.getByText('Đã nhập 1 phiếu.').waitFor()
    expect(await enteredNow()).toBe(2)
    const { acts } = await ask<{ acts: { id: string }[] }>('/api/acts')
    for (const { id } of acts.slice(0, 2)) await ask(`/api/acts/${id}/undo`, {})
    await page.reload()
    await chip('Chưa trả lời 40').waitFor()
  })

  test('come back, forty of them, three bad and two twice, and exactly what was seen is imported', async () => {
    const people = (at: number, more: TableRow = {}): TableRow[] => [
      { 'Họ và tên': `Trần Thị Bình ${String(at)}`, 'Năm sinh': '1975', 'Giới tính': 'Nữ', ...more },
      { 'Họ và tên': `Lê Văn Cường ${String(at)}`, 'Năm sinh': '12/7/1968', 'Thành phần': 'Khách mời' },
    ]
    const file = (name: string, bytes: Uint8Array) => ({
      ...{ name, mimeType: 'application/octet-stream', buffer: Buffer.from(bytes) },
    })
    const bytesOf = (at: number) => workbooks[at]?.[1] ?? new Uint8Array()
    const nameOf = (at: number) => (workbooks[at]?.[0] ?? '').split('/').at(-1) ?? ''
    const fine = Array.from({ length: 35 }, (_each, at) =>
      file(`Zalo_${String(at)}.xlsx`, fillTable(bytesOf(at), people(at))),
    )
    const again = [0, 1].map((at) =>
      file(`lần hai ${String(at)}.xlsx`, fillTable(bytesOf(at), people(at, { 'Chức vụ': 'Chủ tịch' }))),
    )
    const bad = [
      file(nameOf(35), Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0])),
      file('năm sinh.xlsx', fillTable(bytesOf(36), people(36, { 'Năm sinh': '20200' }))),
      file('hội nghị khác.xlsx', fillTable(otherCongress, people(2))),
    ]
    await page.locator('heap-drop #files').setInputFiles([...fine, ...again, ...bad])
    const files = page.locator('heap-files')
    for (const group of ['Tất cả 40', 'Sẽ nhập 33', 'Trả lời hai lần 4', 'Có lỗi 1', 'Không nhận 2']) {
      await files.getByRole('button', { name: group }).waitFor()
    }
    await page.getByText('Còn 5 đơn vị chưa trả lời.').waitFor()
    await screenshot(page, 'list-forms-heap')
    await files.getByRole('button', { name: 'Có lỗi 1' }).click()
    await files.getByText('“20200” không phải là năm').first().waitFor()
    await files.getByRole('button', { name: /^Sửa tại chỗ: Năm sinh, ô D\d+$/u }).click()
    await files.getByRole('textbox', { name: /^Năm sinh, ô D/u }).fill('2002')
    await page.keyboard.press('Enter')
    await files.getByRole('button', { name: 'Sẽ nhập 34' }).click()
    await files.getByText('tệp ghi “20200”').waitFor()
    await screenshot(page, 'list-forms-mended')
    await page.setViewportSize({ width: 390, height: 844 })
    await files.getByText('tệp ghi “20200”').scrollIntoViewIfNeeded()
    await screenshot(page, 'list-forms-mended-390')
    await page.setViewportSize({ width: 1366, height: 768 })
    await files.getByRole('button', { name: 'Lấy lại như tệp' }).click()
    await files.getByRole('button', { name: 'Có lỗi 1' }).waitFor()
    await files.getByRole('button', { name: 'Không nhận 2' }).click()
    await files.getByText('Phiếu của hội nghị, đại hội khác: Hội nghị biểu dương người tốt, việc tốt.').waitFor()
    // Whom to call stands beside each of the bad ones.
    expect(await files.getByRole('button', { name: /^Ghi cuộc gọi với/u }).count()).toBe(2)
    await files.getByRole('button', { name: 'Tất cả 40' }).click()
    expect(await files.getByRole('checkbox', { name: 'Nhập lần hai 0.xlsx' }).isChecked()).toBe(true)
    await showWhole(page)
    await expectNoAxeFindings(page)
    await page.getByRole('button', { name: 'Nhập 35 phiếu đúng như đã xem' }).click()
    await page.getByText('Đã nhập 35 phiếu.').waitFor()
    await chip('Chưa trả lời 5').waitFor()
    // Nothing is submitted by reading: who is to send is a click away.
    const unsent = page.getByRole('navigation', { name: /^35 danh sách đã có người nhưng chưa gửi lên/u })
    await unsent.getByRole('link', { name: '· 2 người Đang lập' }).first().waitFor()
    await screenshot(page, 'list-forms-unsent')
    expect(await enteredNow()).toBe(70)
    const rows = await board()
    expect(rows.filter(({ entered }) => entered.official === 1 && entered.guests === 1)).toHaveLength(35)
    expect(new Set(rows.map(({ state }) => state))).toEqual(new Set(['entered']))
  })

  test('and the bad ones are named with whom to call', async () => {
    await chip('Trả về có lỗi 3').click()
    const rows = page.locator('refused-list').getByRole('listitem')
    await rows
      .filter({ hasText: 'năm sinh.xlsx' })
      .getByText(/ô D\d+: /u)
      .waitFor()
    expect(
      await page
        .locator('refused-list')
        .getByRole('button', { name: /^Ghi cuộc gọi với/u })
        .count(),
    ).toBe(3)
    await showWhole(page)
    await expectNoAxeFindings(page)
    await screenshot(page, 'list-forms-refused')
    await page.setViewportSize({ width: 390, height: 844 })
    await screenshot(page, 'list-forms-refused-390')
    await page.setViewportSize({ width: 1366, height: 768 })
  })

  test('and undo takes all of it back', async () => {
    const { acts } = await ask<{ acts: { id: string; action: string }[] }>('/api/acts')
    const read = acts.find(({ action }) => action === 'forms-read')
    await ask(`/api/acts/${read?.id ?? ''}/undo`, {})
    await chip('Chưa trả lời 40').waitFor()
    expect(await enteredNow()).toBe(0)
  })

  test('and a unit brings its own in by its page, takes its form from there, and undoes it', async () => {
    const unit = (await board())[0]!
    await page.goto(`${server.url}/congresses/${congressId}/unit-lists/${unit.sendingUnitId}`)
    const [form] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Tải phiếu' }).click(),
    ])
    const filled = fillTable(readFileSync(await form.path()), [{ 'Họ và tên': 'Đỗ Thị Gấm', 'Năm sinh': '1980' }])
    await page.getByRole('button', { name: 'Dán, tải lên' }).first().click()
    await page.getByText(`Nhập vào danh sách của ${unit.name}`).waitFor()
    await expectNoAxeFindings(page)
    await page
      .locator('import-start input[type="file"]')
      .setInputFiles({ name: 'phiếu.xlsx', mimeType: 'application/octet-stream', buffer: Buffer.from(filled) })
    await page.getByRole('button', { name: 'Nhập đúng như đã xem (1)' }).waitFor()
    await screenshot(page, 'unit-list-import')
    await page.getByRole('button', { name: 'Nhập đúng như đã xem (1)' }).click()
    await page.getByRole('link', { name: 'Xem danh sách đại biểu' }).click()
    const list = async () =>
      (await ask<UnitList>(`/api/congresses/${congressId}/unit-lists/${unit.sendingUnitId}`)).delegates
    expect((await list()).map(({ name }) => name)).toEqual(['Đỗ Thị Gấm'])
    await page.getByText('Đỗ Thị Gấm').first().waitFor()
    await screenshot(page, 'unit-list-imported')
    const { acts } = await ask<{ acts: { id: string; action: string }[] }>('/api/acts')
    await ask(`/api/acts/${acts.find(({ action }) => action === 'unit-list-imported')?.id ?? ''}/undo`, {})
    expect(await list()).toEqual([])
  })
})
