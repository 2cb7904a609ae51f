import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Cycle } from '../../server/cycles/schema.ts'
import type { Road } from '../../server/road/schema.ts'
import { openBrowser, type WatchedBrowser } from '../support/browser.ts'
import { signInByLink, startServer, type RunningServer } from '../support/server.ts'

const longWord = 'Nghiêng'.repeat(29).slice(0, 200)

describe('the command palette', () => {
  let browser: WatchedBrowser
  let server: RunningServer
  let cookie: string
  let road: Road

  const ask = async <T>(path: string, body?: object): Promise<T> => {
    const init = { headers: { cookie, origin: server.url, 'content-type': 'application/json' } }
    const sent = body === undefined ? init : { ...init, method: 'POST', body: JSON.stringify(body) }
    return (await fetch(server.url + path, sent)).json() as Promise<T>
  }

  beforeAll(async () => {
    ;[browser, server] = await Promise.all([openBrowser(), startServer({ isDemo: true })])
    cookie = await signInByLink(await server.link())
    const [cycle] = await ask<Cycle[]>('/api/cycles')
    road = await ask<Road>(`/api/cycles/${cycle?.id ?? ''}/road`)
  })

  afterAll(async () => {
    await browser.close()
    await server.stop()
  })

  const signedIn = async (view = {}): Promise<Page> => {
    const page = await browser.newPage(view)
    const [name = '', ...value] = cookie.split('=')
    await page.context().addCookies([{ name, value: value.join('='), url: server.url }])
    return page
  }
  /** Opens it and waits for the units and congresses of the road. */
  const open = async (page: Page) => {
    await page.locator('.page > *').waitFor()
    const found = page.waitForResponse((response) => response.url().endsWith('/road'))
    await page.keyboard.press('Control+k')
    const palette = page.locator('command-palette')
    await found
    await palette.getByRole('option').nth(40).waitFor()
    return palette
  }
  /** The entries below a heading, as they are called. */
  const below = (page: Page, heading: string) =>
    page.locator('command-palette [role=listbox]').evaluate((list, wanted) => {
      const rows = [...list.children]
      const first = rows.findIndex((row) => row.textContent === wanted)
      const rest = rows.slice(first + 1)
      const end = rest.findIndex((row) => row.localName === 'h3')
      const names = rest
        .slice(0, end < 0 ? rest.length : end)
        .map((row) => row.querySelector('.name')?.textContent ?? '')
      return first < 0 ? [] : names
    }, heading)

  test('remembers what was opened by a link or an address', async () => {
    const page = await signedIn()
    const congress = road.congresses.find(({ venueId }) => venueId !== null)!
    const venue = road.venues.find(({ id }) => id === congress.venueId)!
    const post = road.posts[2]!
    await page.goto(`${server.url}/leaders/${post.id}/week`)
    await page.locator('leader-week-page .week').waitFor()
    await page.goto(`${server.url}/congresses/${congress.id}`)
    await page.getByRole('link', { name: venue.name }).click()
    await page.locator('venue-page month-grid').waitFor()
    await open(page)
    // Who is a leader comes after what the road knows.
    await expect
      .poll(() => below(page, 'Mở gần đây'), { timeout: 10_000 })
      .toEqual([venue.name, congress.title, post.holders[0]?.personName])
  })

  test('keeps a pin over a reload, and gives it up', async () => {
    const page = await signedIn()
    await page.goto(`${server.url}/units`)
    await open(page)
    await page.keyboard.type('so noi vu')
    await page.keyboard.press('Control+d')
    await page.reload()
    await open(page)
    expect(await below(page, 'Đã ghim')).toEqual(['Sở Nội vụ'])
    await page.keyboard.press('Control+d')
    expect(await below(page, 'Đã ghim')).toEqual([])
  })

  test.each([
    ['a unit', 'Đơn vị', 'huyen hai hau', 'Huyện Hải Hậu'],
    [
      'a congress',
      'Hội nghị, đại hội',
      'dai hoi thi dua yeu nuoc tinh nam dinh',
      'Đại hội Thi đua yêu nước tỉnh Nam Định lần thứ V (2020 - 2025)',
    ],
    ['a person', 'Người', 'dang van m', 'Đặng Văn M'],
    ['a venue', 'Hội trường', 'nha van hoa trung tam', 'Nhà văn hóa Trung tâm tỉnh 3-2'],
    ['an action', 'Việc', 'nhap don vi tu excel', 'Nhập đơn vị từ Excel'],
    ['a page', 'Trang', 'lanh dao du', 'Lãnh đạo dự'],
  ])('finds %s without its marks', async (_what, group, typed, name) => {
    const page = await signedIn()
    await page.goto(`${server.url}/units`)
    await open(page)
    await page.keyboard.type(typed)
    expect((await below(page, group))[0]).toBe(name)
  })

  test('finds a paper of the congress on the page, with Caps Lock on, and it is kept over a look at its list', async () => {
    const page = await signedIn()
    const congress = road.congresses[0]!
    await page.goto(`${server.url}/congresses/${congress.id}`)
    await page.locator('.page > *').waitFor()
    await page.keyboard.press('Control+K')
    await page.locator('command-palette').getByRole('option').nth(40).waitFor()
    await page.keyboard.type('giay moi')
    await page.locator('command-palette h3', { hasText: 'Văn bản in' }).waitFor()
    expect((await below(page, 'Văn bản in'))[0]).toBe('Giấy mời')
    await page.locator('command-palette').getByRole('option', { name: 'Giấy mời', exact: false }).first().click()
    await page.getByRole('heading', { name: 'Giấy mời', exact: true }).waitFor()
    await page.getByRole('link', { name: 'Danh sách', exact: true }).click()
    await page.getByRole('link', { name: 'Văn bản in', exact: true }).click()
    await page.getByRole('heading', { name: 'Giấy mời', exact: true }).waitFor()
  })

  test.each([1366, 390])('keeps the longest word within its frame at %i pixels', async (width) => {
    const unit = road.units[0]!
    const venue = {
      unitId: unit.id,
      name: longWord,
      address: '',
      capacity: null,
      layouts: [],
      rooms: [],
      contactName: '',
    }
    await ask('/api/venues', { ...venue, contactPhone: '' })
    const page = await signedIn({ width, height: 844 })
    await page.goto(`${server.url}/units`)
    const palette = await open(page)
    await page.keyboard.type(longWord.toLowerCase().slice(0, 150))
    await palette.getByRole('option').first().waitFor()
    expect(await palette.getByRole('option').first().locator('.name').textContent()).toBe(longWord)
    const runningOff = await palette
      .locator('dialog')
      .evaluate((dialog) =>
        [dialog, ...dialog.querySelectorAll(':not(input, .visually-hidden)')]
          .filter((each) => each.clientWidth > 0 && each.scrollWidth > each.clientWidth + 1)
          .map(({ outerHTML }) => outerHTML.slice(0, 200)),
      )
    expect(runningOff).toEqual([])
  })
})
