import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Programme, ProgrammeItem } from '../../server/programme/schema.ts'
import { askingAs, congressWithProgramme, type Asking } from '../support/asking.ts'
import { openBrowser, type WatchedBrowser } from '../support/browser.ts'
import { signInByLink, startServer, type RunningServer } from '../support/server.ts'

/** Two write one programme at once: the page is drawn anew with every change, and no text goes silently. */
describe('two write one programme', () => {
  let browser: WatchedBrowser
  let server: RunningServer
  let cookie: string
  let ask: Asking
  let id: string
  let page: Page

  beforeAll(async () => {
    ;[browser, server] = await Promise.all([openBrowser(), startServer({ isDemo: true })])
    cookie = await signInByLink(await server.link())
    ask = askingAs(server.url, cookie)
    id = await congressWithProgramme(ask, 'huyện Xuân Trường')
    page = await browser.newPage({ allowed: [/text\/event-stream/, /40[49]/] })
    const [name = '', value = ''] = cookie.split('=')
    await page.context().addCookies([{ name, value, url: server.url }])
  })

  afterAll(async () => {
    await browser.close()
    await server.stop()
  })

  const items = async (): Promise<ProgrammeItem[]> => {
    const { sessions, tray } = await ask<Programme>(`/api/congresses/${id}/programme`)
    return [...sessions.flatMap((session) => session.items), ...tray]
  }
  const itemAt = async (place: number): Promise<ProgrammeItem> => (await items())[place]!
  const now = async (itemId: string) => (await items()).find((each) => each.id === itemId)

  /** What the other window does: told to this one, which draws it. */
  const byOther = async (item: ProgrammeItem, change: Partial<ProgrammeItem>): Promise<void> => {
    const { title, durationMinutes, fixedStart, presenter, note, version } = item
    const body = { title, durationMinutes, fixedStart, presenter, note, version, ...change }
    await ask(`/api/items/${item.id}`, 'PUT', body)
    await drawn(item.id, version + 1)
  }

  /** The page has fetched the item anew. */
  const drawn = (itemId: string, version: number | undefined) =>
    expect
      .poll(() =>
        page.locator('programme-grid, programme-list').evaluate((sight, wanted) => {
          const { sessions, tray } = (sight as unknown as { desk: { programme: Programme } }).desk.programme
          return [...sessions.flatMap((session) => session.items), ...tray].find((each) => each.id === wanted)?.version
        }, itemId),
      )
      .toBe(version)

  const open = async (view: string, at: string): Promise<void> => {
    await page.goto(`${server.url}/congresses/${id}/programme?view=${view}&at=${at}`)
    await page.locator('programme-grid, programme-list').waitFor()
  }
  const notice = (): Locator => page.locator('.clashes [role=alert]')
  const titleOf = (item: ProgrammeItem): Locator =>
    page.locator(`.item[data-id="${item.id}"] .content textarea`).first()

  test('a title that another wrote while it was typed is not overwritten: both are shown and one is chosen', async () => {
    const item = await itemAt(1)
    await open('', item.id)
    const title = page.getByLabel('Tên nội dung')
    await title.fill('Tên của tôi')
    await byOther(item, { title: 'Tên của người kia' })
    expect(await title.inputValue()).toBe('Tên của tôi')
    await title.press('Tab')
    await notice().getByRole('cell', { name: 'Tên của tôi' }).waitFor()
    await notice().getByRole('cell', { name: 'Tên của người kia' }).waitFor()
    expect((await now(item.id))?.title).toBe('Tên của người kia')
    await notice().getByRole('button', { name: 'Giữ của tôi' }).click()
    await expect.poll(async () => (await now(item.id))?.title).toBe('Tên của tôi')
    expect(await notice().count()).toBe(0)
  })

  test('what another wrote is kept where that is chosen', async () => {
    const item = await itemAt(2)
    await open('list', item.id)
    await titleOf(item).fill('Tên của tôi')
    await byOther(item, { title: 'Tên của người kia' })
    await titleOf(item).press('Tab')
    await notice().getByRole('button', { name: 'Giữ như hiện nay' }).click()
    await expect.poll(() => titleOf(item).inputValue()).toBe('Tên của người kia')
    expect((await now(item.id))?.title).toBe('Tên của người kia')
  })

  test('who writes a note, moves the item or shortens it meanwhile takes nothing from a title, nor it from them', async () => {
    const item = await itemAt(3)
    await open('', item.id)
    const title = page.getByLabel('Tên nội dung')
    await title.fill('Tên viết lúc người kia dời')
    await byOther(item, { note: 'Cờ đỏ', fixedStart: '09:50', durationMinutes: 7 })
    await title.press('Tab')
    await expect.poll(async () => (await now(item.id))?.title).toBe('Tên viết lúc người kia dời')
    expect(await now(item.id)).toMatchObject({ note: 'Cờ đỏ', fixedStart: '09:50', durationMinutes: 7 })
    expect(await notice().count()).toBe(0)
  })

  test('minutes that are counted up twice in a row do not meet themselves', async () => {
    const item = await itemAt(4)
    await open('', item.id)
    const minutes = page.getByLabel('Phút', { exact: true })
    await minutes.focus()
    for (let step = 0; step < 3; step += 1) await minutes.press('ArrowUp')
    await expect.poll(async () => (await now(item.id))?.durationMinutes).toBe(item.durationMinutes + 3)
    expect(await notice().count()).toBe(0)
  })

  test('what was typed of an item that is deleted meanwhile is still there to be read', async () => {
    const item = await itemAt(5)
    await open('', item.id)
    await page.getByLabel('Tên nội dung').fill('Viết vào lúc bị xóa')
    await ask(`/api/items/${item.id}?version=${item.version}`, 'DELETE')
    await notice().getByText('người khác đã xóa').waitFor()
    await notice().getByRole('cell', { name: 'Viết vào lúc bị xóa' }).waitFor()
  })

  test('cues written on an older script show both, and the rest of it is kept', async () => {
    const item = await itemAt(1)
    await open('', item.id)
    await page.getByRole('button', { name: 'Viết lời, phân công' }).click()
    await page.getByLabel('Lời dẫn').fill('Lời của tôi')
    await byOther(item, { announcerWords: 'Lời của người kia', presidiumWords: 'Xin mời' })
    const dialog = page.locator('modal-dialog')
    await dialog.getByRole('button', { name: 'Lưu' }).click()
    await dialog.getByRole('cell', { name: 'Lời của người kia' }).waitFor()
    await dialog.getByRole('cell', { name: 'Lời của tôi' }).waitFor()
    await dialog.getByRole('button', { name: 'Giữ của tôi' }).click()
    await dialog.waitFor({ state: 'hidden' })
    expect(await now(item.id)).toMatchObject({ announcerWords: 'Lời của tôi', presidiumWords: 'Xin mời' })
  })

  test('a session written by two shows both, and what only one changed stays his', async () => {
    await open('', '')
    const { sessions } = await ask<Programme>(`/api/congresses/${id}/programme`)
    const head = page.locator('.head .session').first()
    const shownId = await head.getAttribute('data-session')
    const {
      items: _items,
      congressId: _congress,
      position: _position,
      ...session
    } = sessions.find((each) => each.id === shownId)!
    await head.focus()
    await page.keyboard.press('F2')
    const dialog = page.locator('modal-dialog')
    await dialog.getByLabel('Tên phiên').fill('Phiên của tôi')
    const { id: sessionId, ...body } = session
    await ask(`/api/sessions/${sessionId}`, 'PUT', { ...body, title: 'Phiên của người kia', room: 'Phòng 2' })
    await dialog.getByRole('button', { name: 'Lưu' }).click()
    await dialog.getByRole('cell', { name: 'Phiên của người kia' }).waitFor()
    await dialog.getByRole('button', { name: 'Giữ của tôi' }).click()
    await dialog.waitFor({ state: 'hidden' })
    const after = (await ask<Programme>(`/api/congresses/${id}/programme`)).sessions.find(
      (each) => each.id === sessionId,
    )
    expect(after).toMatchObject({ title: 'Phiên của tôi', room: 'Phòng 2' })
  })
})
