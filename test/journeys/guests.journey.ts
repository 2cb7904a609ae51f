import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Congress } from '../../server/congresses/schema.ts'
import type { Cycle } from '../../server/cycles/schema.ts'
import { readPdf, wordsOf } from '../server/documents/read-pdf.ts'
import { expectNoAxeFindings } from '../support/axe.ts'
import { openBrowser, showWhole, type WatchedBrowser } from '../support/browser.ts'
import { signInByLink, startServer, type RunningServer } from '../support/server.ts'

let browser: WatchedBrowser
let server: RunningServer
let cookie: string
let congress: Congress

beforeAll(async () => {
  ;[browser, server] = await Promise.all([openBrowser(), startServer({ isDemo: true })])
  cookie = await signInByLink(await server.link())
  const ask = async <T>(path: string): Promise<T> =>
    (await fetch(`${server.url}${path}`, { headers: { cookie } })).json() as Promise<T>
  const [cycle] = await ask<Cycle[]>('/api/cycles')
  const road = await ask<{ congresses: Congress[] }>(`/api/cycles/${cycle?.id ?? ''}/road`)
  congress = road.congresses.find(({ title }) => title.includes('tỉnh Nam Định lần thứ V'))!
})

afterAll(async () => {
  await browser.close()
  await server.stop()
})

test('a secretary at the door ticks on a phone who came and who is represented, and prints the list again', async () => {
  const page = await browser.newPage({ width: 390, height: 844, allowed: [/text\/event-stream/] })
  const [name = '', value = ''] = cookie.split('=')
  await page.context().addCookies([{ name, value, url: server.url }])
  await page.goto(`${server.url}/congresses/${congress.id}/lists?as=guests`)
  const guests = page.getByRole('list', { name: 'Đón khách' }).getByRole('listitem')
  await guests.first().waitFor()
  const nameOf = async (at: number) => (await guests.nth(at).locator('strong').textContent())?.trim() ?? ''
  const press = async (at: number, way: string) => {
    const button = guests.nth(at).getByRole('button', { name: way, exact: true })
    if ((await button.getAttribute('aria-pressed')) !== 'true') await button.click()
    await expect.poll(() => button.getAttribute('aria-pressed')).toBe('true')
  }
  await press(0, 'Có mặt')
  await press(1, 'Đại diện')
  const by = guests.nth(1).getByRole('textbox')
  await by.fill('Đồng chí Trần Văn Q, Phó Chánh Văn phòng')
  await by.blur()
  await press(2, 'Vắng')
  const [present, represented, absent] = [await nameOf(0), await nameOf(1), await nameOf(2)]
  await showWhole(page)
  await expectNoAxeFindings(page)
  const link = await page.getByRole('link', { name: 'In danh sách giới thiệu' }).getAttribute('href')
  const words = async () => {
    const response = await fetch(server.url + (link ?? ''), { headers: { cookie } })
    return wordsOf((await readPdf(new Uint8Array(await response.arrayBuffer()))).pages)
  }
  await expect.poll(words).toContain('Phó Chánh Văn phòng')
  const printed = await words()
  expect([present, represented].map((each) => printed.includes(each))).toEqual([true, true])
  expect(printed).not.toContain(absent)
  await page.context().close()
})
