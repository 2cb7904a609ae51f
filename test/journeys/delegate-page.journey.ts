import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { unzipSync } from 'fflate'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { LinkList, LinkRead } from '../../server/delegate-links/schema.ts'
import type { ReleaseDraft } from '../../server/releases/schema.ts'
import { askingAs, congressWithProgramme, type Asking } from '../support/asking.ts'
import { expectNoAxeFindings } from '../support/axe.ts'
import { openBrowser, screenshot, showWhole, type WatchedBrowser } from '../support/browser.ts'
import { signInByLink, startServer, type RunningServer } from '../support/server.ts'

let server: RunningServer
let browser: WatchedBrowser
let cookie: string
let ask: Asking
let congressId: string

beforeAll(async () => {
  ;[server, browser] = await Promise.all([startServer({ isDemo: true }), openBrowser()])
  cookie = await signInByLink(await server.link())
  ask = askingAs(server.url, cookie)
  congressId = await congressWithProgramme(ask, 'huyện Xuân Trường')
  const path = `/api/congresses/${congressId}`
  const { number, fingerprint } = await ask<ReleaseDraft>(`${path}/release-draft`)
  await ask(`${path}/releases`, 'POST', { name: 'Bản 1', note: '', day: '2020-06-22', number, fingerprint })
  const values = { name: 'Trần Thị Bình', post: 'Hiệu trưởng', class: 'Đại biểu chính thức', seat: 'B-12', door: '2' }
  await ask(`${path}/lists/delegates/rows`, 'POST', { values })
})

afterAll(async () => {
  await browser.close()
  await server.stop()
})

const signedIn = async (path: string) => {
  const page = await browser.newPage({ allowed: [/text\/event-stream/] })
  const [name = '', value = ''] = cookie.split('=')
  await page.context().addCookies([{ name, value, url: server.url }])
  await page.goto(`${server.url}${path}?lang=vi`)
  return page
}

/** Of the whole page: at its foot a bar lies over what is behind it. */
const expectNoFaults = async (page: Page): Promise<void> => {
  const size = await showWhole(page)
  await expectNoAxeFindings(page)
  await page.setViewportSize(size)
}

test('a delegate opens the link on a telephone, confirms, takes the sessions into a calendar, and the office sees it', async () => {
  const office = await signedIn(`/congresses/${congressId}/links`)
  await office.getByRole('button', { name: 'Cấp cho người chưa có' }).click()
  // So many links are told before they are made.
  await office.getByRole('cell', { name: 'chưa cấp' }).first().waitFor()
  await office.locator('confirm-actions').getByRole('button', { name: 'Cấp 1 liên kết' }).click()
  await office.getByRole('cell', { name: 'đã cấp' }).waitFor()
  const { rows } = await ask<LinkList>(`/api/congresses/${congressId}/links`)
  const { url } = await ask<LinkRead>(`/api/delegate-links/${rows[0]?.linkId ?? ''}`)

  const phone = await browser.newPage({ width: 390, height: 844 })
  await phone.goto(url)
  await phone.getByRole('heading', { name: 'Kính gửi đồng chí Trần Thị Bình' }).waitFor()
  await phone.getByText('B-12').first().waitFor()
  await expectNoFaults(phone)
  expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
  const saving = phone.waitForEvent('download')
  await phone.getByRole('link', { name: 'Thêm các phiên của tôi vào lịch' }).click()
  const calendar = readFileSync(await (await saving).path(), 'utf8')
  expect(calendar).toContain('BEGIN:VEVENT')
  expect(calendar).toMatch(/SUMMARY:.*Phiên/u)
  expect(calendar).toContain('STATUS:CONFIRMED')
  await phone.getByRole('button', { name: 'Tôi sẽ dự' }).click()
  await phone.getByText('Đã xác nhận dự').waitFor()

  await office.getByRole('cell', { name: 'sẽ dự' }).waitFor()
  await office.getByRole('cell', { name: 'đã mở' }).waitFor()

  // The whole cell chooses; the slip is of who is chosen, and is noted.
  await office
    .locator('record-table')
    .first()
    .locator('tbody td.choose')
    .first()
    .click({ position: { x: 3, y: 3 } })
  await office.getByText('Đã chọn 1 trong 1 dòng đang hiện').waitFor()
  await office.getByRole('button', { name: 'In phiếu có mã QR' }).first().click()
  const slips = office.locator('slips-dialog')
  expect(await slips.getByRole('radio', { name: 'Những người đã chọn (1)' }).isChecked()).toBe(true)
  await slips.getByRole('radio', { name: 'Những người chưa in phiếu (1)' }).check()
  await slips.getByRole('button', { name: 'Chuẩn bị 1 phiếu' }).click()
  const file = await slips.getByRole('link', { name: 'Mở tệp để in' }).getAttribute('href')
  const slip = await office.request.get(`${server.url}${file ?? ''}`)
  expect([slip.status(), slip.headers()['content-type']]).toEqual([200, 'application/pdf'])
  await office.getByText(/đã in phiếu \d/u).waitFor()
  await slips.getByRole('button', { name: 'Đóng' }).first().click()
  await office.getByRole('button', { name: 'In phiếu có mã QR' }).first().click()
  await slips.getByText('1 người trong số này đã in phiếu trước đây.').waitFor()
  expect(await slips.getByRole('radio', { name: /chưa in phiếu/u }).count()).toBe(0)
  await slips.getByRole('button', { name: 'Thôi' }).click()
  await office.getByRole('button', { name: 'Bỏ chọn' }).click()

  await phone.getByText('Tôi không dự được').click()
  await phone.getByLabel('Lý do').fill('Bận việc <gia đình>')
  await phone.getByRole('button', { name: 'Gửi lý do' }).click()
  await phone.getByText('Đã báo không dự được: Bận việc <gia đình>').waitFor()
  await expectNoFaults(phone)
  await office.getByText('Bận việc <gia đình>').waitFor()
  await phone.context().close()

  await office.getByRole('button', { name: 'Liên kết của Trần Thị Bình' }).click()
  await office.getByRole('button', { name: 'Thu hồi' }).click()
  await office.getByText('Liên kết này không mở được nữa.').first().waitFor()
  expect((await fetch(url)).status).toBe(404)
  await office.context().close()
})

test('the liaisons of delegations are given their links at once, and whoever has none written down is left out', async () => {
  const unled = { number: '', colour: '', headId: null, deputyId: null, liaison: '', liaisonPhone: '' }
  for (const [name, liaison] of [
    ['Đoàn số 1', 'Nguyễn Thị Lan'],
    ['Đoàn số 2', 'Lê Văn Hùng'],
    ['Đoàn số 3', ''],
  ]) {
    await ask(`/api/congresses/${congressId}/delegations`, 'POST', { ...unled, name, liaison })
  }
  const office = await signedIn(`/congresses/${congressId}/links`)
  await office
    .getByRole('navigation', { name: 'Liên kết của ai' })
    .getByRole('link', { name: 'Liên lạc đoàn 3' })
    .click()
  await office.getByRole('button', { name: 'Cấp liên kết cho 2 liên lạc đoàn chưa có' }).click()
  const states = office.locator('.liaisons record-table').getByRole('row')
  await states.filter({ hasText: 'Đoàn số 2' }).getByText('đã cấp').waitFor()
  await states.filter({ hasText: 'Đoàn số 1' }).getByText('đã cấp').waitFor()
  await states.filter({ hasText: 'Đoàn số 3' }).getByText('chưa cấp').waitFor()
  expect(await office.getByRole('button', { name: /^Cấp liên kết cho/u }).count()).toBe(0)
  await screenshot(office, 'links-of-liaisons')
  await office.context().close()
})

test('a page that lies at a web host opens by its code alone, in both languages, with its calendar in it', async () => {
  const links = `/api/congresses/${congressId}/links`
  const { rows } = await ask<LinkList>(links)
  const [row] = rows
  // Whichever of the two tests comes first gives the link, and the other one revokes it.
  if (row?.linkId) await ask(`${links}/renew`, 'POST', { links: [{ id: row.linkId, version: row.version }] })
  else await ask(links, 'POST', { delegateIds: null })
  const { rows: given } = await ask<LinkList>(links)
  const { url } = await ask<LinkRead>(`/api/delegate-links/${given[0]?.linkId ?? ''}`)
  const code = url.split('/').at(-1) ?? ''
  const zip = await fetch(`${server.url}${links}/static-pages.zip?host=http://127.0.0.1`, { headers: { cookie } })
  const files = unzipSync(new Uint8Array(await zip.arrayBuffer()))
  const [name = '', bytes] = Object.entries(files).find(([each]) => each.startsWith('dua-len-mang/')) ?? []
  const asked: string[] = []
  const host = createServer((request, response) => {
    asked.push(request.url ?? '')
    response.setHeader('content-type', 'text/html').end(bytes)
  })
  await new Promise<void>((resolve) => host.listen(0, '127.0.0.1', resolve))
  const address = `http://127.0.0.1:${String((host.address() as AddressInfo).port)}/${name}`
  try {
    const phone = await browser.newPage({ width: 390, height: 844 })
    await phone.goto(address)
    await phone.getByText('Địa chỉ thiếu phần sau dấu #.').waitFor()
    await phone.goto(`${address}#${'a'.repeat(26)}`)
    await phone.getByText('Liên kết không đúng với trang này').waitFor()
    expect(await phone.content()).not.toContain('Trần Thị Bình')
    await phone.goto(`${address}#${code}`)
    await phone.getByRole('heading', { name: 'Kính gửi đồng chí Trần Thị Bình' }).waitFor()
    expect(await phone.getByRole('listitem').count()).toBeGreaterThan(0)
    await expectNoFaults(phone)
    // The page's own policy takes no style but its own: this one is set by script.
    await phone.evaluate(() => document.documentElement.style.setProperty('font-size', '150%'))
    expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
    const saving = phone.waitForEvent('download')
    await phone.getByRole('link', { name: 'Tải các phiên của tôi về lịch' }).click()
    expect(readFileSync(await (await saving).path(), 'utf8')).toContain('BEGIN:VEVENT')
    await phone.getByRole('link', { name: 'Chỗ ngồi' }).click()
    expect(new URL(phone.url()).hash).toBe(`#${code}`)
    await phone.getByRole('button', { name: 'English' }).click()
    await phone.getByRole('heading', { name: 'My sessions' }).waitFor()
    expect([...new Set(asked)]).toEqual([`/${name}`])
    await phone.context().close()
  } finally {
    host.close()
    host.closeAllConnections()
  }
})
