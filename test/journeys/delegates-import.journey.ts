import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Congress } from '../../server/congresses/schema.ts'
import type { Cycle } from '../../server/cycles/schema.ts'
import { readWorkbook } from '../../server/exchange/reading/read-workbook.ts'
import type { CongressList } from '../../server/lists/schema.ts'
import { workbookOf } from '../server/exchange/workbooks.ts'
import { expectNoAxeFindings } from '../support/axe.ts'
import { openBrowser, screenshot, type WatchedBrowser } from '../support/browser.ts'
import { signInByLink, startServer, type RunningServer } from '../support/server.ts'

let browser: WatchedBrowser
let server: RunningServer
let cookie: string
let congress: Congress

beforeAll(async () => {
  ;[browser, server] = await Promise.all([openBrowser(), startServer({ isDemo: true })])
  cookie = await signInByLink(await server.link())
  const [cycle] = await ask<Cycle[]>('/api/cycles')
  const road = await ask<{ congresses: Congress[] }>(`/api/cycles/${cycle?.id ?? ''}/road`)
  congress = road.congresses.find(({ title }) => title.includes('huyện Hải Hậu'))!
})
afterAll(async () => {
  await browser.close()
  await server.stop()
})

const fetched = (path: string) => fetch(`${server.url}${path}`, { headers: { cookie } })
const ask = async <T>(path: string): Promise<T> => (await fetched(path)).json() as Promise<T>
const names = async () =>
  (await ask<CongressList>(`/api/congresses/${congress.id}/lists/delegates`)).rows.map(({ values }) => values['name'])

test('a district imports its list with three faults, mends them, and has everybody once', async () => {
  const before = await names()
  const page = await browser.newPage({ allowed: [/text\/event-stream/] })
  const [name = '', value = ''] = cookie.split('=')
  await page.context().addCookies([{ name, value, url: server.url }])
  const upload = async (rows: string[][]) =>
    page.locator('input[type="file"]').setInputFiles({
      name: 'DS dai bieu Hai Hau.xlsx',
      mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      buffer: Buffer.from(workbookOf(rows)),
    })
  const press = (button: string) => page.getByRole('button', { name: button }).click()
  const chip = (word: string) => page.getByRole('button', { name: word, exact: true })

  await page.goto(`${server.url}/congresses/${congress.id}/lists`)
  await press('Dán, tải lên')
  await page.getByRole('heading', { name: 'Nhập danh sách đại biểu' }).waitFor()
  await upload([
    ['DANH SÁCH ĐẠI BIỂU', '', '', ''],
    ['TT', 'Họ tên ĐB', 'Giới', 'NS'],
    ['1', 'Đại biểu 9101', 'Nữ', '1974'],
    ['2', 'Đại biểu 9102', 'Nam', '20200'],
    ['3', 'Đại biểu 9103', 'khác', '1969'],
    ['4', 'Đại biểu 9104', 'Nữ', '31/2/1970'],
  ])
  await chip('3 lỗi').waitFor()
  await page.getByText('“20200” không phải là năm').waitFor()
  await expectNoAxeFindings(page)
  await screenshot(page, 'delegates-import')

  await press('Sửa tại chỗ: Năm sinh, dòng 4')
  await page.getByRole('textbox', { name: 'Năm sinh, dòng 4' }).fill('2000')
  await page.keyboard.press('Enter')
  await chip('2 lỗi').waitFor()
  const href = await page.getByRole('link', { name: 'Tải tệp kèm lỗi' }).getAttribute('href')
  const { sheets } = await readWorkbook(new Uint8Array(await (await fetched(href ?? '')).arrayBuffer()))
  const told = sheets[0]?.rows.map(({ cells }) => cells.map((cell) => cell?.text ?? '')) ?? []
  expect(told.flatMap((cells) => cells.at(-1) ?? []).join(' ')).toContain('không phải giới tính')

  await press('Nhập đúng như đã xem (2)')
  await page.getByRole('heading', { name: 'Đã nhập xong' }).waitFor()
  await press('Nhập tệp khác')
  const mended = told.map((cells) =>
    cells.map((text) => (text === 'khác' ? 'Nam' : text === '31/2/1970' ? '1970' : text)),
  )
  await upload(mended)
  await chip('2 mới').waitFor()
  await chip('2 giữ nguyên').waitFor()
  await press('Nhập đúng như đã xem (2)')
  await page.getByRole('heading', { name: 'Đã nhập xong' }).waitFor()
  const added = ['Đại biểu 9101', 'Đại biểu 9102', 'Đại biểu 9103', 'Đại biểu 9104']
  expect((await names()).slice(before.length).sort()).toEqual(added)

  await page.getByRole('button', { name: 'Hoàn tác' }).last().click()
  await expect.poll(names).toEqual([...before, 'Đại biểu 9101', 'Đại biểu 9102'])
  await page.context().close()
})

test('who may be meant is asked in English on a telephone, and a row is left out', async () => {
  const person = 'Đại biểu 9201'
  await fetch(`${server.url}/api/congresses/${congress.id}/lists/delegates/rows`, {
    method: 'POST',
    headers: { cookie, origin: server.url, 'content-type': 'application/json' },
    body: JSON.stringify({ values: { name: person, unit: 'Xã Hải Anh' } }),
  })
  const page = await browser.newPage({ width: 390, height: 844, language: 'en', allowed: [/text\/event-stream/] })
  const [name = '', value = ''] = cookie.split('=')
  await page.context().addCookies([{ name, value, url: server.url }])
  await page.goto(`${server.url}/congresses/${congress.id}/delegates/import?lang=en`)
  await page
    .getByLabel('Cells copied from Excel or Word')
    .fill(`Full name\tUnit\n${person}\tSomewhere else\nSomebody New\t\n`)
  await page.getByRole('button', { name: 'Preview the pasted cells' }).click()
  const known = page.getByRole('group', { name: 'Choose for row 2' })
  await known.waitFor()
  await expectNoAxeFindings(page)
  await screenshot(page, 'delegates-import-390')
  await known.getByRole('button', { name: 'Leave this row out' }).click()
  await page.getByRole('button', { name: '1 left out', exact: true }).waitFor()
  await page.getByRole('button', { name: 'Import exactly this (1)' }).waitFor()
  await page.context().close()
})
