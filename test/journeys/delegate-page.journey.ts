import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { LinkList, LinkRead } from '../../server/delegate-links/schema.ts'
import type { ReleaseDraft } from '../../server/releases/schema.ts'
import { askingAs, congressWithProgramme, type Asking } from '../support/asking.ts'
import { expectNoAxeFindings } from '../support/axe.ts'
import { openBrowser, showWhole, type WatchedBrowser } from '../support/browser.ts'
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
