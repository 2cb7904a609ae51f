import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Congress } from '../../server/congresses/schema.ts'
import type { Cycle } from '../../server/cycles/schema.ts'
import type { Programme, ProgrammeItem, ProgrammeSession } from '../../server/programme/schema.ts'
import { mostWhole } from '../../web/parts/near-rows.ts'
import { openBrowser, type WatchedBrowser } from '../support/browser.ts'
import { signInByLink, startServer, type RunningServer } from '../support/server.ts'

const count = mostWhole + 20

/** A session of very many items: what is out of sight is text, and becomes fields and buttons as it is come to. */
describe('a programme of very many items', () => {
  let browser: WatchedBrowser
  let server: RunningServer
  let cookie: string
  let page: Page
  let address: string
  let items: ProgrammeItem[]

  const ask = async <T>(path: string, body?: unknown): Promise<T> => {
    const sent = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }
    const headers = { cookie, origin: server.url, 'content-type': 'application/json' }
    const response = await fetch(server.url + path, { headers, ...sent })
    expect(response.status, path).toBeLessThan(300)
    return response.json() as Promise<T>
  }

  beforeAll(async () => {
    ;[browser, server] = await Promise.all([openBrowser(), startServer({ isDemo: true })])
    cookie = await signInByLink(await server.link())
    const [cycle] = await ask<Cycle[]>('/api/cycles')
    const { congresses } = await ask<{ congresses: Congress[] }>(`/api/cycles/${cycle?.id ?? ''}/road`)
    const { id, dateFrom } = congresses.find(({ title }) => title.includes('huyện Nghĩa Hưng'))!
    const day = { kind: 'official', title: 'Phiên rất dài', date: dateFrom, startsAt: '07:00', room: '' }
    const session = await ask<ProgrammeSession>(`/api/congresses/${id}/sessions`, day)
    for (let place = 1; place <= count; place += 1) {
      const item = { title: `Việc thứ ${place}.`, durationMinutes: 3, fixedStart: null, presenter: 'Ban Tổ chức' }
      await ask(`/api/sessions/${session.id}/items`, { ...item, note: '', position: null })
    }
    const programme = await ask<Programme>(`/api/congresses/${id}/programme`)
    items = programme.sessions.find((each) => each.id === session.id)!.items
    address = `/congresses/${id}/programme`
    page = await browser.newPage({ allowed: [/text\/event-stream/] })
    const [name = '', value = ''] = cookie.split('=')
    await page.context().addCookies([{ name, value, url: server.url }])
  })

  afterAll(async () => {
    await browser.close()
    await server.stop()
  })

  const rowOf = (place: number) => page.locator(`[data-id="${items[place - 1]!.id}"]`)

  test('the list has all of them as text, and those near sight as fields', async () => {
    await page.goto(`${server.url}${address}?view=list`)
    await rowOf(1).locator('textarea').first().waitFor()
    await page.getByText(`Việc thứ ${count}.`).waitFor({ state: 'attached' })
    expect(await rowOf(count).locator('textarea, button').count()).toBe(0)
  })

  test('a link to one of them opens its title to be written, and it is kept', async () => {
    await page.goto(`${server.url}${address}?view=list&at=${items[count - 10]!.id}`)
    const title = rowOf(count - 9)
      .locator('textarea')
      .first()
    await expect.poll(() => title.evaluate((field) => field.matches(':focus'))).toBe(true)
    await title.fill('Việc được sửa')
    await title.press('Enter')
    await page.locator('toast-stack').getByText('Đã lưu nội dung').first().waitFor()
    const { sessions } = await ask<Programme>(`/api${address}`)
    expect(sessions.flatMap((session) => session.items).map((item) => item.title)).toContain('Việc được sửa')
  })

  test('what is being written stays however far one looks elsewhere', async () => {
    const title = rowOf(count).locator('textarea').first()
    await title.fill('Đang viết dở')
    await page.evaluate('scrollTo(0, 0)')
    await rowOf(1).locator('textarea').first().waitFor()
    expect(
      await rowOf(count - 1)
        .locator('textarea')
        .count(),
    ).toBe(0)
    expect(await title.inputValue()).toBe('Đang viết dở')
    await title.fill(items[count - 1]!.title)
  })

  test('an item that is added at the end is at once there to be named', async () => {
    await page.getByRole('button', { name: 'Thêm nội dung' }).last().click()
    const added = page.locator('session-items').last().locator('.body > .item').nth(count).locator('textarea').first()
    await expect.poll(() => added.evaluate((field) => field.matches(':focus'))).toBe(true)
  })

  test('the grid is drawn closer by a key or its buttons, and is so the next time too', async () => {
    await page.goto(`${server.url}${address}`)
    const height = () =>
      page
        .locator('programme-board .block')
        .first()
        .evaluate((block) => block.clientHeight)
    await page.locator('programme-board .block').first().focus()
    const before = await height()
    for (const key of ['+', '+', '+']) await page.keyboard.press(key)
    await expect.poll(height).toBeGreaterThan(2 * before)
    const byKeys = await height()
    await page.getByRole('button', { name: 'Phóng to lưới' }).click()
    await expect.poll(height).toBeGreaterThan(byKeys)
    const closer = await height()
    await page.goto(`${server.url}${address}?view=grid`)
    await expect.poll(height).toBe(closer)
    await page.locator('programme-board .block').first().focus()
    await page.keyboard.press('0')
    await expect.poll(height).toBe(before)
  })

  test('the run sheet has the buttons of an item once it is come to', async () => {
    await page.goto(`${server.url}${address}?view=script`)
    await rowOf(1)
      .getByRole('button', { name: /^Bắt đầu: Việc thứ 1\./ })
      .waitFor()
    expect(await rowOf(count).getByRole('button').count()).toBe(0)
    await rowOf(count).scrollIntoViewIfNeeded()
    await rowOf(count)
      .getByRole('button', { name: /^Bắt đầu/ })
      .waitFor()
  })
})
