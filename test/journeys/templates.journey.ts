import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Congress } from '../../server/congresses/schema.ts'
import type { Cycle } from '../../server/cycles/schema.ts'
import type { PrintHistory } from '../../server/prints/schema.ts'
import { linesOf, readPdf } from '../server/documents/read-pdf.ts'
import { expectNoAxeFindings } from '../support/axe.ts'
import { openBrowser, showWhole, type WatchedBrowser } from '../support/browser.ts'
import { signInByLink, startServer, type RunningServer } from '../support/server.ts'

/** The night before: the chief changes the wording of the invitation, all is printed, and then a name changes. */
describe('an administrator who rewords the invitation', () => {
  let browser: WatchedBrowser
  let server: RunningServer
  let cookie: string
  let congress: Congress
  let page: Page

  const ask = async <T>(path: string, method = 'GET', body?: unknown): Promise<T> => {
    const headers = { cookie, ...(body === undefined ? {} : { 'content-type': 'application/json' }) }
    const answer = await fetch(server.url + path, { method, headers, body: JSON.stringify(body) ?? null })
    return (await answer.json()) as T
  }
  const printed = async (printId: string): Promise<string[]> => {
    const answer = await fetch(`${server.url}/api/prints/${printId}/pdf`, { headers: { cookie } })
    const { pages } = await readPdf(new Uint8Array(await answer.arrayBuffer()))
    return pages.map((each) => linesOf(each).join('\n').normalize('NFC'))
  }
  const history = () => ask<PrintHistory>(`/api/congresses/${congress.id}/prints`)

  beforeAll(async () => {
    ;[browser, server] = await Promise.all([openBrowser(), startServer({ isDemo: true })])
    cookie = await signInByLink(await server.link())
    const [cycle] = await ask<Cycle[]>('/api/cycles')
    const road = await ask<{ congresses: Congress[] }>(`/api/cycles/${cycle?.id ?? ''}/road`)
    congress = road.congresses.find(({ title }) => title.includes('huyện Xuân Trường'))!
    for (const name of ['Nguyễn Văn An', 'Trần Thị Bình', 'Lê Văn Cường']) {
      await ask(`/api/congresses/${congress.id}/lists/delegates/rows`, 'POST', { values: { name } })
    }
    page = await browser.newPage({ allowed: [/text\/event-stream/] })
    const [name = '', value = ''] = cookie.split('=')
    await page.context().addCookies([{ name, value, url: server.url }])
  })

  afterAll(async () => {
    await browser.close()
    await server.stop()
  })

  const editor = () => page.locator('wording-editor textarea')
  const preview = () => page.locator('template-preview img')
  const press = (name: string) => page.getByRole('button', { name, exact: true }).click()

  test('sees a wrong placeholder marked by its line, is refused, mends it and puts the wording in force', async () => {
    await page.goto(`${server.url}/congresses/${congress.id}/papers?paper=invitation`)
    await page.getByRole('link', { name: 'Mẫu của văn bản này' }).click()
    await preview().waitFor()
    const before = await preview().getAttribute('src')
    const text = await editor().inputValue()
    await editor().fill(text.replace('{{closing}}', 'Trân trọng kính mời {{calledd}} dự liên hoan.\n\n{{closing}}'))
    const line = text.split('\n').indexOf('{{closing}}') + 1
    const sentence = new RegExp(`^Lời văn, dòng ${line} \\{\\{calledd\\}\\} không phải chỗ điền`)
    const fault = page.getByRole('button', { name: sentence })
    await fault.waitFor()
    await expect.poll(() => preview().getAttribute('src')).not.toBe(before)
    await press('Lưu và áp dụng')
    await page.getByText('Mẫu còn chỗ sai nên chưa áp dụng được.').waitFor()
    await showWhole(page)
    await expectNoAxeFindings(page)
    await fault.click()
    expect(await editor().evaluate((area: HTMLTextAreaElement) => area.selectionStart)).toBe(
      (await editor().inputValue()).indexOf('Trân trọng kính mời {{calledd}}'),
    )
    await editor().fill((await editor().inputValue()).replace('{{calledd}}', '{{called}}'))
    await page.getByText('Không có chỗ nào sai.').waitFor()
    await page.getByRole('textbox', { name: 'Ghi chú thay đổi' }).fill('Theo ý kiến Chánh Văn phòng')
    await press('Lưu và áp dụng')
    await page.getByText('Đã lưu. Văn bản in từ nay theo bản này.').waitFor()
    await page.getByText('Mẫu riêng, bản 1').waitFor()
    await press('Các bản')
    await page.getByText('Theo ý kiến Chánh Văn phòng').waitFor()
  })

  test('prints the package with it, changes one name, and prints only the letter of that one again', async () => {
    await page.goto(`${server.url}/congresses/${congress.id}/papers?paper=invitation`)
    const dialog = page.locator('print-dialog')
    await press('In cả bộ')
    await dialog.getByRole('button', { name: 'Tạo bản in' }).click()
    await dialog.getByText('Bộ tài liệu đã sẵn sàng.').waitFor({ timeout: 60_000 })
    const letters = (await history()).prints.find(({ kind }) => kind === 'invitation')
    const all = await printed(letters?.id ?? '')
    expect(all).toHaveLength(3)
    expect(all[1]).toContain('Trân trọng kính mời Trần Thị Bình dự liên hoan.')

    await page.goto(`${server.url}/congresses/${congress.id}/lists`)
    await page.getByRole('gridcell', { name: 'Trần Thị Bình', exact: true }).dblclick()
    const cell = page.locator('list-grid td input[maxlength]')
    await cell.fill('Trần Thị Bình Minh')
    await cell.press('Enter')
    await page.getByRole('gridcell', { name: 'Trần Thị Bình Minh', exact: true }).waitFor()

    await page.goto(`${server.url}/congresses/${congress.id}/papers?paper=invitation`)
    await page.getByText('1 bản đã đổi từ lần in trước').first().waitFor()
    await press('In')
    await dialog.getByText('Chỉ bản chưa in hoặc đã đổi từ lần in trước: 1 bản').click()
    await dialog.getByRole('button', { name: 'Tạo bản in' }).click()
    await dialog.getByText('Bản in đã sẵn sàng.').waitFor({ timeout: 60_000 })
    const [last] = (await history()).prints
    expect(last).toMatchObject({ kind: 'invitation', which: 'changed', documents: 1 })
    const again = await printed(last?.id ?? '')
    expect(again).toHaveLength(1)
    expect(again[0]).toContain('Trân trọng kính mời Trần Thị Bình Minh dự liên hoan.')
    // What was printed before stays as it was.
    expect(await printed(letters?.id ?? '')).toEqual(all)
  })
})
