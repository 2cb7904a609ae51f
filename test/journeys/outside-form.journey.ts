import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Congress } from '../../server/congresses/schema.ts'
import type { Cycle } from '../../server/cycles/schema.ts'
import { readWorkbook } from '../../server/exchange/reading/read-workbook.ts'
import { formula, smallForm } from '../server/outside-forms/forms.ts'
import { expectNoAxeFindings } from '../support/axe.ts'
import { openBrowser, screenshot, type WatchedBrowser } from '../support/browser.ts'
import { signInByLink, startServer, type RunningServer } from '../support/server.ts'

let browser: WatchedBrowser
let server: RunningServer
let cookie: string

beforeAll(async () => {
  ;[browser, server] = await Promise.all([openBrowser(), startServer({ isDemo: true })])
  cookie = await signInByLink(await server.link())
})
afterAll(async () => {
  await browser.close()
  await server.stop()
})

const ask = async <T>(path: string): Promise<T> =>
  (await fetch(`${server.url}${path}`, { headers: { cookie } })).json() as Promise<T>

test('a form that a ministry sent is uploaded, marked by clicks, filled and read back', async () => {
  const [cycle] = await ask<Cycle[]>('/api/cycles')
  const { congresses } = await ask<{ congresses: Congress[] }>(`/api/cycles/${cycle?.id ?? ''}/road`)
  const congress = congresses.find(({ title }) => title.includes('tỉnh Nam Định lần thứ V'))
  const list = `/api/congresses/${congress?.id ?? ''}/lists/members`
  const { rows: members } = await ask<{ rows: { values: Record<string, string> }[] }>(list)
  const page = await browser.newPage({ language: 'vi' })
  const [name = '', value = ''] = cookie.split('=')
  await page.context().addCookies([{ name, value, url: server.url }])
  await page.goto(`${server.url}/congresses/${congress?.id ?? ''}/outside-forms`)
  await page.getByText('Chưa có biểu mẫu nào').waitFor()
  await screenshot(page, 'outside-forms-none')
  await expectNoAxeFindings(page)

  const rows = [
    ['BIỂU SỐ 2', null, null],
    ['Đơn vị báo cáo: ........', null, null],
    ['TT', 'Họ và tên', 'Chức vụ'],
    ['(1)', '(2)', '(3)'],
    [null, null, null],
    ['Cộng', formula('COUNTA(B5:B5)'), null],
  ]
  const form = smallForm({ name: 'Biểu 2', rows, after: '<mergeCells count="1"><mergeCell ref="A1:C1"/></mergeCells>' })
  await page.locator('input[type=file]').setInputFiles({
    name: 'Biểu số 2 - Bộ Nội vụ.xlsx',
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    buffer: Buffer.from(form),
  })
  // One change upon the other, as people make them: each is saved, and none says that another changed the form.
  await page.getByLabel('Tên biểu mẫu').fill('Biểu số 2 - Bộ Nội vụ')
  await page.getByLabel('Dòng lặp lấy từ danh sách').selectOption({ label: 'Thành viên các ban' })
  await page.getByRole('button', { name: 'Đánh dấu theo tiêu đề' }).click()
  await page.getByRole('button', { name: /^A2 / }).click()
  await page.getByPlaceholder('Tìm nội dung điền').fill('don vi to chuc')
  await page.getByRole('button', { name: 'Đơn vị tổ chức', exact: true }).click()
  await page.getByRole('button', { name: 'A2 Đơn vị báo cáo: {{hostUnit}}' }).waitFor()
  await screenshot(page, 'outside-form-marked')
  await expectNoAxeFindings(page)
  await page.getByText('4 chỗ điền').waitFor()
  await page.getByText('Đã lưu, mỗi thay đổi tự lưu').waitFor()
  expect(await page.getByText('Người khác vừa sửa').count()).toBe(0)

  await page.getByRole('link', { name: 'Biểu mẫu của cấp trên' }).click()
  const downloading = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Điền và tải về' }).click()
  const download = await downloading
  expect(download.suggestedFilename()).toMatch(/^Biểu số 2 - Bộ Nội vụ - .*\.xlsx$/u)
  const { sheets } = await readWorkbook(await readFile(await download.path()))
  const filled = new Map(sheets[0]?.rows.map(({ row, cells }) => [row, cells.map((cell) => cell?.text)]))
  expect(filled.get(2)?.[0]).toBe('Đơn vị báo cáo: Tỉnh Nam Định')
  expect(members.map((_member, at) => filled.get(5 + at)?.[1])).toEqual(members.map(({ values }) => values['name']))
  expect(filled.get(5 + Math.max(1, members.length))?.[0]).toBe('Cộng')
  await page.getByText('Từ đó chưa có gì thay đổi').waitFor()
  await screenshot(page, 'outside-forms-filled')
  await expectNoAxeFindings(page)
})
