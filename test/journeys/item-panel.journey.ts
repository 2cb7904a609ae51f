import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Programme } from '../../server/programme/schema.ts'
import { askingAs, congressWithProgramme, type Asking } from '../support/asking.ts'
import { openBrowser, type WatchedBrowser } from '../support/browser.ts'
import { signInByLink, startServer, type RunningServer } from '../support/server.ts'

/** The fields beside the board: by keys there and back, and what they refuse or ask about. */
describe('an item is written beside the board', () => {
  let browser: WatchedBrowser
  let server: RunningServer
  let cookie: string
  let ask: Asking
  let id: string

  beforeAll(async () => {
    ;[browser, server] = await Promise.all([openBrowser(), startServer({ isDemo: true })])
    cookie = await signInByLink(await server.link())
    ask = askingAs(server.url, cookie)
    id = await congressWithProgramme(ask, 'huyện Xuân Trường')
  })

  afterAll(async () => {
    await browser.close()
    await server.stop()
  })

  const open = async (): Promise<Page> => {
    const page = await browser.newPage({ allowed: [/text\/event-stream/] })
    const [name = '', value = ''] = cookie.split('=')
    await page.context().addCookies([{ name, value, url: server.url }])
    await page.goto(`${server.url}/congresses/${id}/programme`)
    await page.locator('.block').first().waitFor()
    return page
  }

  /** The programme as people read it. */
  const composed = async () => {
    const { sessions, tray } = await ask<Programme>(`/api/congresses/${id}/programme`)
    const line = ({ title, durationMinutes, fixedStart }: Programme['tray'][number]) =>
      `${title} ${durationMinutes} ${fixedStart ?? ''}`
    return { sessions: sessions.map(({ items }) => items.map(line)), tray: tray.map(line) }
  }

  const told = (page: Page, text: RegExp) => page.locator('toast-stack').getByText(text).first().waitFor()

  test('from the title Enter writes and goes back to the board, and Ctrl+Z there and in the title takes it back', async () => {
    const page = await open()
    const before = await composed()
    const third = page.locator('.block').nth(2)
    const title = page.getByLabel('Tên nội dung')
    const isBack = () => third.evaluate((block) => block.matches(':focus'))
    await third.focus()
    await page.keyboard.press('F2')
    await title.fill('Viết rồi nhấn Enter')
    await title.press('Enter')
    await expect.poll(isBack).toBe(true)
    await told(page, /Đã lưu/)
    expect(JSON.stringify(await composed())).toContain('Viết rồi nhấn Enter')
    await title.focus()
    await title.press('Control+z')
    await expect.poll(() => composed()).toEqual(before)
    await title.fill('Viết rồi thôi')
    await title.press('Escape')
    await expect.poll(isBack).toBe(true)
    expect(await composed()).toEqual(before)
    await page.context().close()
  })

  test('after Delete the keys go on with what stood beside it', async () => {
    const page = await open()
    const next = await page.locator('.block').nth(2).getAttribute('data-id')
    await page.locator('.block').nth(1).focus()
    await page.keyboard.press('Delete')
    await told(page, /về ô chưa xếp/)
    await expect
      .poll(() => page.locator(`.block[data-id="${next ?? ''}"]`).evaluate((block) => block.matches(':focus')))
      .toBe(true)
    await page.keyboard.press('Control+z')
    await page.context().close()
  })

  test('an item of sixteen hours is asked about before it is written', async () => {
    const page = await open()
    const before = await composed()
    await page.locator('.block').nth(3).click()
    const end = page.getByLabel('Xong lúc')
    const stood = await end.inputValue()
    await end.fill('24:30')
    await end.press('Tab')
    const question = page.getByRole('alert').filter({ hasText: 'Nội dung này sẽ dài' })
    await question.getByRole('button', { name: 'Thôi' }).click()
    expect(await end.inputValue()).toBe(stood)
    expect(await composed()).toEqual(before)
    await end.fill('24:30')
    await end.press('Tab')
    await question.getByRole('button', { name: 'Đúng, ghi như vậy' }).click()
    await page.getByLabel('Xong lúc (hôm sau)').waitFor()
    expect(await page.getByLabel('Xong lúc (hôm sau)').inputValue()).toBe('00:30')
    await page.keyboard.press('Control+z')
    await expect.poll(() => composed()).toEqual(before)
    await page.context().close()
  })

  test('a name of spaces and minutes that are none are refused beside their field, in both views', async () => {
    const page = await open()
    const before = await composed()
    await page.locator('.block').nth(3).click()
    const title = page.getByLabel('Tên nội dung')
    const stood = await title.inputValue()
    await title.fill('   ')
    await title.press('Tab')
    await page.getByRole('alert').getByText('Tên không được để trống').waitFor()
    expect(await title.inputValue()).toBe(stood)
    await page.getByLabel('Phút', { exact: true }).fill('2000')
    await page.keyboard.press('Tab')
    await page.getByRole('alert').getByText('Số phút là số nguyên').waitFor()
    await page.goto(`${page.url().split('?')[0] ?? ''}?view=list`)
    const row = page.locator('.item[data-id]').nth(3)
    await row.locator('.minutes').fill('2000')
    await page.keyboard.press('Tab')
    await row.getByRole('alert').getByText('Số phút là số nguyên').waitFor()
    await row.locator('textarea').first().fill(' ')
    await page.keyboard.press('Tab')
    await row.getByRole('alert').getByText('Tên không được để trống').waitFor()
    expect(await composed()).toEqual(before)
    await page.context().close()
  })
})
