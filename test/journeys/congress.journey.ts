import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Congress } from '../../server/congresses/schema.ts'
import type { Cycle } from '../../server/cycles/schema.ts'
import type { Programme, ProgrammeItem } from '../../server/programme/schema.ts'
import type { Road } from '../../server/road/schema.ts'
import { expectNoAxeFindings } from '../support/axe.ts'
import { openBrowser, showWhole, type WatchedBrowser } from '../support/browser.ts'
import { signInByLink, startServer, type RunningServer } from '../support/server.ts'

/** What an office does with its congresses: many made at once, put off, their programmes looked through before printing. */
describe('the congresses of an office', () => {
  let browser: WatchedBrowser
  let server: RunningServer
  let cookie: string
  let example: Road
  let page: Page

  const ask = async <T>(path: string, method = 'GET', body?: unknown): Promise<T> => {
    const headers = {
      cookie,
      origin: server.url,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    }
    const init = body === undefined ? { method, headers } : { method, headers, body: JSON.stringify(body) }
    return (await fetch(server.url + path, init)).json() as Promise<T>
  }
  const of = (text: string): Congress => example.congresses.find(({ title }) => title.includes(text))!

  beforeAll(async () => {
    ;[browser, server] = await Promise.all([openBrowser(), startServer({ isDemo: true })])
    cookie = await signInByLink(await server.link())
    const [cycle] = await ask<Cycle[]>('/api/cycles')
    example = await ask<Road>(`/api/cycles/${cycle?.id ?? ''}/road`)
    page = await browser.newPage({ allowed: [/text\/event-stream/] })
    const [name = '', value = ''] = cookie.split('=')
    await page.context().addCookies([{ name, value, url: server.url }])
  })

  afterAll(async () => {
    await browser.close()
    await server.stop()
  })

  test('communes, wards and townships get theirs in one act, but for the one that is left out; undo takes all back', async () => {
    const start = {
      template: 'two-levels-2025',
      unitId: example.cycle.unitId,
      unitName: '',
      year: 2030,
      isUpperShown: true,
    }
    const { cycleId } = await ask<{ cycleId: string }>('/api/cycles/start', 'POST', start)
    await page.goto(`${server.url}/congresses?create=level&cycle=${cycleId}`)
    const dialog = page.locator('for-level-dialog')
    for (const type of ['xã', 'phường', 'thị trấn']) {
      await dialog.locator('chip-choice label', { hasText: new RegExp(`^\\s*${type}\\s+\\d`) }).click()
    }
    await dialog.getByRole('heading', { name: 'Sẽ tạo 226 hội nghị' }).waitFor()
    await dialog.getByRole('searchbox').fill('xa hai anh')
    await dialog.getByRole('checkbox', { name: /^Xã Hải Anh/ }).click()
    await dialog.getByText('Đã bỏ chọn').waitFor()
    await showWhole(page)
    await expectNoAxeFindings(page)
    await dialog.getByRole('button', { name: 'Tạo 225 hội nghị' }).click()
    await page.getByText('225 dòng').waitFor()
    const { congresses, units } = await ask<Road>(`/api/cycles/${cycleId}/road`)
    const types = new Set(congresses.map(({ unitId }) => units.find(({ id }) => id === unitId)?.type))
    expect([...types].sort()).toEqual(['phường', 'thị trấn', 'xã'])
    await page.locator('toast-stack').getByRole('button', { name: 'Hoàn tác' }).first().click()
    await page.getByText('Chưa có hội nghị nào trong kỳ này.').waitFor()
  })

  test('a held congress may be reported, and apart from that taken back', async () => {
    const held = example.congresses.find(({ state }) => state === 'held')
    await page.goto(`${server.url}/congresses/${held?.id ?? ''}?cycle=${example.cycle.id}`)
    const steps = page.locator('next-steps').getByRole('button')
    await steps.first().waitFor()
    expect((await steps.allInnerTexts()).map((text) => text.trim())).toEqual([
      'Ghi là đã báo cáo',
      'Chưa tổ chức, về đang chuẩn bị',
    ])
  })

  test('who postpones says why, and the overview and the table say it on', async () => {
    const { id } = of('huyện Xuân Trường')
    await page.goto(`${server.url}/congresses/${id}`)
    await page.getByRole('button', { name: 'Hoãn', exact: true }).click()
    const dialog = page.locator('state-dialog')
    await dialog.getByRole('button', { name: 'Hoãn', exact: true }).click()
    await dialog.getByText('Ô này cần được điền.').waitFor()
    await dialog.getByLabel('Lý do thay đổi').fill('Mưa lũ lớn')
    await dialog.getByLabel(/Số văn bản/).fill('07/TB-BTC')
    await dialog.getByRole('button', { name: 'Hoãn', exact: true }).click()
    const notice = page.locator('.notice.violet')
    await notice.getByText('Mưa lũ lớn').waitFor()
    expect(await notice.innerText()).toContain('Số 07/TB-BTC')
    await page.goto(`${server.url}/congresses?state=postponed`)
    await page.locator('tr', { hasText: 'Huyện Xuân Trường' }).getByText('Mưa lũ lớn · Số 07/TB-BTC').waitFor()
  })

  test('the page of the papers says what is doubtful in the programme and leads to its place', async () => {
    const { id } = of('huyện Nghĩa Hưng')
    const started = await ask<Programme>(`/api/congresses/${id}/programme-from-template`, 'POST', {
      templateId: 'district-agency-half-day',
    })
    const items = started.sessions[0]?.items ?? []
    const { title, durationMinutes, presenter, note, version } = items[4]!
    const held = { title, durationMinutes, presenter, note, version, fixedStart: '07:00' }
    await ask<ProgrammeItem>(`/api/items/${items[4]!.id}`, 'PUT', held)
    await page.goto(`${server.url}/congresses/${id}/papers`)
    const doubts = page.locator('.doubts')
    await doubts.getByText('Chương trình có 4 chỗ nên xem lại').waitFor()
    expect(await doubts.innerText()).toMatch(/Nội dung trước lấn \d+ phút/)
    expect(await page.getByRole('link', { name: 'Tải PDF' }).first().getAttribute('href')).toContain('programme/pdf')
    await doubts.getByRole('link', { name: title }).click()
    const chosen = page.locator('.block.chosen')
    await chosen.waitFor()
    expect(await chosen.innerText()).toContain(title)
    await page
      .locator('item-panel')
      .getByText(/Nội dung trước lấn/)
      .waitFor()
    await page.getByRole('button', { name: 'Danh sách', exact: true }).click()
    const row = page.getByRole('row', { name: /Nội dung trước lấn/ }).first()
    await row.waitFor()
    expect(await row.locator('.content textarea').first().inputValue()).toBe(title)
    const heads = await page.getByRole('table').first().getByRole('columnheader').allTextContents()
    expect(heads.map((head) => head.trim())).toEqual([
      ...['Thứ tự', 'Thời gian', 'Nội dung, ghi chú', 'Phút', 'Thực hiện', 'Việc'],
    ])
    await showWhole(page)
    await expectNoAxeFindings(page)
  })

  test('a paper is looked at page by page in any browser, by mouse and by keys', async () => {
    const { id } = of('huyện Nghĩa Hưng')
    for (const name of Array.from({ length: 3 }, (_, index) => `Nguyễn Văn Mời ${index + 1}`)) {
      await ask(`/api/congresses/${id}/lists/delegates/rows`, 'POST', { values: { name } })
    }
    await page.goto(`${server.url}/congresses/${id}/papers?paper=invitation`)
    const preview = page.locator('paper-preview')
    const picture = preview.getByRole('img')
    const shown = async (alt: string) => {
      await preview.getByAltText(alt).waitFor()
      await expect
        .poll(() => picture.evaluate((img: HTMLImageElement) => img.naturalWidth), { timeout: 20_000 })
        .toBeGreaterThan(300)
    }
    await shown('Bản xem trước: Giấy mời, trang 1 trên 3')
    await preview.getByRole('button', { name: 'Trang sau' }).click()
    await shown('Bản xem trước: Giấy mời, trang 2 trên 3')
    await preview.getByRole('region').press('ArrowRight')
    await shown('Bản xem trước: Giấy mời, trang 3 trên 3')
    const width = async () => (await picture.boundingBox())?.width ?? 0
    const fitted = await width()
    await preview.getByRole('region').press('+')
    await expect.poll(width).toBeCloseTo(fitted * 1.5, -1)
    await preview.getByRole('textbox', { name: 'Trang số' }).fill('1')
    await preview.getByRole('textbox', { name: 'Trang số' }).press('Enter')
    await shown('Bản xem trước: Giấy mời, trang 1 trên 3')
    expect(await preview.getByRole('link', { name: 'Mở PDF' }).getAttribute('href')).toContain('invitation/pdf')
    await showWhole(page)
    await expectNoAxeFindings(page)
  })
})
