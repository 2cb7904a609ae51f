import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Cycle } from '../../server/cycles/schema.ts'
import type { Road } from '../../server/road/schema.ts'
import { expectNoAxeFindings } from '../support/axe.ts'
import { openBrowser, showWhole, type WatchedBrowser } from '../support/browser.ts'
import { fillForm, type Filling } from '../support/fill-form.ts'
import { signInByLink, startServer, type RunningServer } from '../support/server.ts'

/** Units that never sign in: workbooks go out, forty come back, and somebody has to be telephoned. */
describe('the forms of an office', () => {
  let browser: WatchedBrowser
  let server: RunningServer
  let cookie: string
  let cycleId: string
  let countOf: (...types: string[]) => number
  let page: Page
  let workbooks: readonly (readonly [name: string, bytes: Uint8Array])[]

  const ask = async <T>(path: string, body?: unknown): Promise<T> => {
    const headers = { cookie, origin: server.url, 'content-type': 'application/json' }
    const init = body === undefined ? { headers: { cookie } } : { method: 'POST', headers, body: JSON.stringify(body) }
    return (await fetch(server.url + path, init)).json() as Promise<T>
  }

  beforeAll(async () => {
    ;[browser, server] = await Promise.all([openBrowser(), startServer({ isDemo: true })])
    cookie = await signInByLink(await server.link())
    const [example] = await ask<Cycle[]>('/api/cycles')
    const { units } = await ask<Road>(`/api/cycles/${example?.id ?? ''}/road`)
    countOf = (...types) => units.filter(({ type }) => types.includes(type)).length
    const start = { template: 'two-levels-2025', unitId: example?.unitId, unitName: '', year: 2030, isUpperShown: true }
    cycleId = (await ask<{ cycleId: string }>('/api/cycles/start', start)).cycleId
    const { levels } = await ask<Road>(`/api/cycles/${cycleId}/road`)
    await ask(`/api/cycles/${cycleId}/congresses-for-level`, {
      levelId: levels[0]?.id,
      unitIds: units.filter(({ type }) => ['xã', 'phường', 'thị trấn'].includes(type)).map(({ id }) => id),
      form: 'Hội nghị điển hình tiên tiến',
      theme: '',
      ordinal: '',
      halfDay: 'morning',
      weeks: 'none',
      expectedDelegates: null,
    })
    page = await browser.newPage({ allowed: [/text\/event-stream/] })
    const [name = '', value = ''] = cookie.split('=')
    await page.context().addCookies([{ name, value, url: server.url }])
  })

  afterAll(async () => {
    await browser.close()
    await server.stop()
  })

  const waiting = (count: number) => page.locator('issued-list').getByRole('button', { name: `Chưa trả lời ${count}` })

  test('go out as one workbook for each unit, but for the one that is left out', async () => {
    await page.goto(`${server.url}/forms?cycle=${cycleId}`)
    await page.getByRole('button', { name: 'Lập phiếu' }).click()
    const dialog = page.locator('issue-dialog')
    await dialog.getByRole('heading', { name: 'Sẽ lập 226 phiếu' }).waitFor()
    await dialog.getByRole('checkbox', { name: /^thị trấn/ }).check()
    await dialog.getByRole('checkbox', { name: /^phường/ }).check()
    await dialog.getByRole('heading', { name: `Sẽ lập ${countOf('thị trấn', 'phường')} phiếu` }).waitFor()
    await dialog.getByRole('checkbox', { name: /^thị trấn/ }).uncheck()
    await dialog.getByRole('checkbox', { name: /^phường/ }).uncheck()
    await dialog.getByRole('searchbox').fill('xa hai anh')
    await dialog.getByRole('checkbox', { name: /^Xã Hải Anh/ }).click()
    await dialog.getByRole('textbox', { name: 'Hạn trả lời', exact: true }).fill('1/2/2030')
    await expectNoAxeFindings(page)
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      dialog.getByRole('button', { name: 'Lập 225 phiếu và tải về' }).click(),
    ])
    workbooks = Object.entries(unzipSync(readFileSync(await download.path())))
    expect(workbooks.length).toBe(225)
    expect(workbooks.every(([name]) => /^.+\/Đăng ký lịch - .+\.xlsx$/.test(name))).toBe(true)
    await waiting(225).waitFor()
  })

  test('come back, forty of them, three faulty and two twice, and are imported as they were shown', async () => {
    const answer = (at: number, filling: Filling) => ({
      name: `Zalo_${at}.xlsx`,
      mimeType: 'application/octet-stream',
      buffer: Buffer.from(fillForm(workbooks[at]?.[1] ?? new Uint8Array(), filling)),
    })
    const on = (day: string): Filling => ({ answers: { 'Ngày tổ chức': day, 'Số đại biểu dự kiến': 90 } })
    const fine = Array.from({ length: 35 }, (_each, at) => answer(at, on(`${10 + (at % 5)}/12/2029`)))
    const again = [0, 1].map((at) => ({ ...answer(at, on('14/12/2029')), name: `lần hai ${at}.xlsx` }))
    const faulty = [35, 36, 37].map((at) => answer(at, on('31/11/2029')))
    await page.locator('heap-drop #files').setInputFiles([...fine, ...again, ...faulty])
    const files = page.locator('heap-files')
    for (const group of ['Tất cả 40', 'Sẽ nhập 33', 'Trả lời hai lần 4', 'Có lỗi 3']) {
      await files.getByRole('button', { name: group }).waitFor()
    }
    await page.getByText('Còn 190 đơn vị chưa trả lời.').waitFor()
    await files.getByRole('button', { name: 'Có lỗi 3' }).click()
    expect(await files.getByText('ô B8: Không có ngày này trên lịch.').count()).toBe(3)
    await files.getByRole('button', { name: 'Trả lời hai lần 4' }).click()
    const second = files.getByRole('checkbox', { name: 'Nhập lần hai 0.xlsx' })
    expect(await second.isChecked()).toBe(true)
    await files.getByRole('checkbox', { name: 'Nhập Zalo_0.xlsx' }).click()
    await files.getByRole('checkbox', { name: 'Nhập lần hai 0.xlsx', checked: false }).waitFor()
    await showWhole(page)
    await expectNoAxeFindings(page)
    await page.getByRole('button', { name: 'Nhập 35 phiếu đúng như đã xem' }).click()
    await page.getByText('Đã nhập 35 phiếu.').waitFor()
    await waiting(190).waitFor()
    const { congresses } = await ask<Road>(`/api/cycles/${cycleId}/road`)
    const dated = congresses.filter(({ dateFrom }) => dateFrom !== null)
    expect([dated.length, dated.every(({ expectedDelegates }) => expectedDelegates === 90)]).toEqual([35, true])
  })

  test('and what was faulty is kept with a telephone and a note of the call, until somebody settles it', async () => {
    await page.getByRole('button', { name: 'Trả về có lỗi 3' }).click()
    const rows = page.locator('refused-list').getByRole('listitem')
    expect(await rows.getByText('ô B8: Không có ngày này trên lịch.').count()).toBe(3)
    expect(await rows.first().getByRole('link').first().getAttribute('href')).toMatch(/^tel:/)
    await expectNoAxeFindings(page)
    await rows
      .first()
      .getByRole('button', { name: /^Ghi cuộc gọi với/ })
      .click()
    const call = page.locator('call-dialog')
    await call.getByRole('textbox', { name: 'Nội dung' }).fill('Tháng 11 chỉ có 30 ngày; sẽ gửi lại')
    await call.getByRole('button', { name: 'Lưu' }).click()
    await call.waitFor({ state: 'detached' })
    await rows
      .first()
      .getByRole('button', { name: /^Đã xong/ })
      .click()
    await page.getByRole('button', { name: 'Trả về có lỗi 2' }).waitFor()
    await page.getByRole('button', { name: 'Chưa trả lời 190' }).click()
  })

  test('and whoever has not answered is listed with a telephone, on the page and as a workbook', async () => {
    const rows = page.locator('issued-list').getByRole('row')
    expect(
      await rows.filter({ hasText: 'Chưa trả lời' }).first().getByRole('link').first().getAttribute('href'),
    ).toMatch(/^tel:/)
    await showWhole(page)
    await expectNoAxeFindings(page)
    const [list] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Danh sách cần nhắc' }).click(),
    ])
    expect(list.suggestedFilename()).toBe('Đơn vị chưa trả lời phiếu.xlsx')
    // The import is taken back in the record of what was done; the calls stay.
    const acts = await ask<{ acts: { id: string; action: string }[] }>('/api/acts')
    const read = acts.acts.find(({ action }) => action === 'forms-read')
    const headers = { cookie, origin: server.url }
    await fetch(`${server.url}/api/acts/${read?.id ?? ''}/undo`, { method: 'POST', headers })
    await waiting(225).waitFor()
    const { congresses } = await ask<Road>(`/api/cycles/${cycleId}/road`)
    expect(congresses.filter(({ dateFrom }) => dateFrom !== null)).toEqual([])
  })

  test('and a folder of three hundred files in folders of its own is read in one act, with its progress', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'tien-toi-heap-'))
    for (const [at, [path, bytes]] of workbooks.entries()) {
      const inner = join(folder, `tuần ${at % 3}`, `ngày ${at % 5}`)
      mkdirSync(inner, { recursive: true })
      writeFileSync(join(inner, `${at} ${path.split('/').at(-1) ?? ''}`), fillForm(bytes, { hasMacros: at % 2 === 0 }))
      if (at < 75) writeFileSync(join(inner, `ảnh ${at}.jpg`), Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 0x10]))
    }
    try {
      await page.locator('heap-drop #folder').setInputFiles(folder)
      await page.locator('heap-drop progress-line').getByText('Đang đọc 300 tệp…').waitFor()
      await page.locator('heap-files').getByRole('button', { name: 'Tất cả 300' }).waitFor()
      await page.locator('heap-files').getByRole('button', { name: 'Không nhận 75' }).click()
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  })
})
