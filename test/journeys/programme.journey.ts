import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Congress } from '../../server/congresses/schema.ts'
import type { Cycle } from '../../server/cycles/schema.ts'
import type { Programme } from '../../server/programme/schema.ts'
import type { Venue } from '../../server/venues/schema.ts'
import { expectNoAxeFindings } from '../support/axe.ts'
import { openBrowser, showWhole, type View, type WatchedBrowser } from '../support/browser.ts'
import { signInByLink, startServer, type RunningServer } from '../support/server.ts'

/** The provincial programme is composed twice: by the mouse, and by the keys alone. */
describe('a programme is composed', () => {
  let browser: WatchedBrowser
  let server: RunningServer
  let cookie: string
  let congresses: Congress[]

  beforeAll(async () => {
    ;[browser, server] = await Promise.all([openBrowser(), startServer({ isDemo: true })])
    cookie = await signInByLink(await server.link())
    const [cycle] = await ask<Cycle[]>('/api/cycles')
    congresses = (await ask<{ congresses: Congress[] }>(`/api/cycles/${cycle?.id ?? ''}/road`)).congresses
  })

  afterAll(async () => {
    await browser.close()
    await server.stop()
  })

  const ask = async <T>(path: string, method = 'GET', body?: unknown): Promise<T> => {
    const sent = body === undefined ? {} : { body: JSON.stringify(body) }
    const headers = { cookie, origin: server.url, 'content-type': 'application/json' }
    const response = await fetch(`${server.url}${path}`, { method, headers, ...sent })
    expect(response.status, path).toBeLessThan(300)
    return response.json() as Promise<T>
  }

  /** A congress whose programme comes from the provincial template, with a film that has no place yet. */
  const begin = async (name: string): Promise<string> => {
    const { id } = congresses.find(({ title }) => title.includes(name))!
    await ask(`/api/congresses/${id}/programme-from-template`, 'POST', { templateId: 'provincial-two-sessions' })
    const film = { title: 'Phim tư liệu phong trào', durationMinutes: 10, fixedStart: null, presenter: 'Sở VHTTDL' }
    await ask(`/api/congresses/${id}/tray-items`, 'POST', { ...film, note: '', position: null })
    return id
  }

  const open = async (id: string, { who = cookie, view = {} }: { who?: string; view?: View } = {}): Promise<Page> => {
    const page = await browser.newPage({ ...view, allowed: [/text\/event-stream/] })
    const [name = '', value = ''] = who.split('=')
    await page.context().addCookies([{ name, value, url: server.url }])
    await page.goto(`${server.url}/congresses/${id}/programme`)
    await page.locator('.block').first().waitFor()
    return page
  }

  /** The cookie of somebody who was invited to read everything. */
  const invited = async (name: string): Promise<string> => {
    const account = { login: 'chief', name, role: 'viewer', unitId: null }
    const { url } = await ask<{ url: string }>('/api/invitations', 'POST', account)
    return signInByLink(url, { name, password: 'một hai ba bốn' })
  }

  /** The programme as people read it. */
  const composed = async (id: string) => {
    const { sessions, tray } = await ask<Programme>(`/api/congresses/${id}/programme`)
    const line = ({ title, durationMinutes, fixedStart }: Programme['tray'][number]) =>
      `${title} ${durationMinutes} ${fixedStart ?? ''}`
    return {
      sessions: sessions.map(({ startsAt, fixedEnd, items }) => [startsAt, fixedEnd, items.map(line)]),
      tray: tray.map(line),
    }
  }

  const blockOf = (page: Page, title: RegExp): Locator => page.locator('.block').filter({ hasText: title })
  /** Told, and drawn as it stands: faster than any hand, the next act would else meet the old versions. */
  const told = async (page: Page, text: RegExp): Promise<void> => {
    await page.locator('toast-stack').getByText(text).first().waitFor()
    const id = new URL(page.url()).pathname.split('/')[2] ?? ''
    const drawn = () =>
      page
        .locator('programme-grid')
        .evaluate((grid) => (grid as unknown as { desk: { programme: Programme } }).desk.programme.sessions)
    const { sessions } = await ask<Programme>(`/api/congresses/${id}/programme`)
    await expect.poll(drawn).toEqual(sessions)
  }

  const byMouse = async (page: Page): Promise<void> => {
    const pixels = await page
      .locator('programme-board')
      .evaluate((board) => (board as unknown as { pixels: number }).pixels)
    const drag = async (from: { x: number; y: number }, to: { x: number; y: number }) => {
      await page.mouse.move(from.x, from.y)
      await page.mouse.down()
      await page.mouse.move(to.x, (from.y + to.y) / 2, { steps: 4 })
      await page.mouse.move(to.x, to.y, { steps: 4 })
      await page.locator('.strip').waitFor()
      await page.mouse.up()
    }
    const boxOf = async (place: Locator) => (await place.boundingBox())!
    const card = await boxOf(page.locator('programme-tray .card').first())
    const report = await boxOf(blockOf(page, /Báo cáo tổng kết/))
    await drag({ x: card.x + 20, y: card.y + 10 }, { x: report.x + 60, y: report.y + 1 })
    await told(page, /Phim tư liệu phong trào/)
    const opening = await boxOf(blockOf(page, /khai mạc/))
    const edge = { x: opening.x + 60, y: opening.y + opening.height - 2 }
    await drag(edge, { x: edge.x, y: edge.y + 10 * pixels })
    await told(page, /khai mạc/)
    const music = await boxOf(blockOf(page, /Văn nghệ chào mừng/))
    await drag({ x: music.x + 60, y: music.y + 10 }, { x: card.x + 40, y: card.y + 200 })
    await told(page, /về ô chưa xếp/)
    const head = await boxOf(page.locator('.head .session').first())
    await drag({ x: head.x + 60, y: head.y + 20 }, { x: head.x + 60, y: head.y + 20 + 30 * pixels })
    await told(page, /Phiên chính thức/)
  }

  const byKeys = async (page: Page): Promise<void> => {
    const press = async (...keys: string[]) => {
      for (const key of keys) await page.keyboard.press(key)
    }
    await page.locator('programme-tray .card').first().focus()
    await press('Enter', 'ArrowRight')
    const landed = () => page.locator('.slot .tag').innerText()
    const wanted = (
      await blockOf(page, /Báo cáo tổng kết/)
        .locator('.time')
        .innerText()
    ).trim()
    for (let tries = 0; tries < 20 && !(await landed()).startsWith(wanted); tries += 1) await press('Control+ArrowUp')
    await press('Enter')
    await told(page, /Phim tư liệu phong trào/)
    await blockOf(page, /khai mạc/).focus()
    await press('Enter', 'Shift+ArrowDown', 'Shift+ArrowDown', 'Enter')
    await told(page, /khai mạc/)
    await blockOf(page, /Văn nghệ chào mừng/).focus()
    await press('Delete')
    await told(page, /về ô chưa xếp/)
    await page.locator('.head .session').first().focus()
    await press('Enter', ...Array.from({ length: 6 }, () => 'ArrowDown'), 'Enter')
    await told(page, /Phiên chính thức/)
  }

  test('by the mouse and by the keys it becomes the same', async () => {
    const one = await begin('huyện Xuân Trường')
    const other = await begin('huyện Nghĩa Hưng')
    const first = await composed(one)
    const mouse = await open(one)
    await byMouse(mouse)
    const keys = await open(other)
    await byKeys(keys)
    await expect.poll(() => composed(one)).not.toEqual(first)
    expect(await composed(other)).toEqual(await composed(one))
    const { sessions, tray } = await composed(one)
    const [, official] = sessions
    expect(official?.[0]).toBe('07:30')
    expect(official?.[2]).toContain('Phim tư liệu phong trào 10 ')
    expect(tray).toEqual(['Văn nghệ chào mừng 25 '])
    await showWhole(keys)
    await expectNoAxeFindings(keys)
    await mouse.context().close()
    await keys.context().close()
  })

  test('a session is carried into an empty room and to another day, an item opens a session where nothing is held', async () => {
    const name = 'tỉnh Nam Định lần thứ V'
    const { id, venueId } = congresses.find(({ title }) => title.includes(name))!
    const venue = (await ask<Venue[]>('/api/venues')).find((each) => each.id === venueId)!
    const { id: _id, ...values } = venue
    const rooms = [{ name: 'Phòng họp', capacity: 80, walkMinutes: 5 }]
    await ask(`/api/venues/${venue.id}`, 'PUT', { ...values, rooms })
    const film = { title: 'Phim tư liệu', durationMinutes: 10, fixedStart: null, presenter: 'Sở VHTTDL' }
    await ask(`/api/congresses/${id}/tray-items`, 'POST', { ...film, note: '', position: null })
    const placesOf = async () =>
      (await ask<Programme>(`/api/congresses/${id}/programme`)).sessions.map(({ title, date, room, items }) =>
        [title, date, room, items.length].join(' '),
      )
    const page = await open(id)
    const boxOf = async (place: Locator) => (await place.boundingBox())!
    const vacant = page.locator('.head .vacant').filter({ hasText: 'Phòng họp' })
    const take = async (place: Locator) => {
      const { x, y } = await boxOf(place)
      await page.mouse.move(x + 20, y + 12)
      await page.mouse.down()
      await page.mouse.move(x + 24, y + 12, { steps: 4 })
    }
    expect(await vacant.count()).toBe(0)
    await take(page.locator('.head .session'))
    const { x, y } = await boxOf(vacant)
    await page.mouse.move(x + 40, y + 12, { steps: 4 })
    await page.locator('.strip').getByText('Phòng có 80 chỗ').waitFor()
    await page.mouse.up()
    await told(page, /Phiên chính thức.*Phòng họp/)
    expect(await placesOf()).toEqual(['Phiên trù bị 2020-09-08  7', 'Phiên chính thức 2020-09-09 Phòng họp 11'])
    await page.keyboard.press('Control+z')
    await expect.poll(placesOf).toEqual(['Phiên trù bị 2020-09-08  7', 'Phiên chính thức 2020-09-09  11'])
    await take(page.locator('programme-tray .card'))
    const room = await boxOf(vacant)
    await page.mouse.move(room.x + 40, room.y + 200, { steps: 4 })
    await page.locator('.slot').getByText('mở phiên mới ở Phòng họp').waitFor()
    await page.mouse.up()
    await told(page, /Phim tư liệu/)
    await expect.poll(placesOf).toContain('Thảo luận tổ 2020-09-09 Phòng họp 1')
    const other = await boxOf(page.locator('[data-day="2020-09-08"]'))
    await take(page.locator('.head .session.official'))
    await page.mouse.move(other.x + 20, other.y + 10, { steps: 4 })
    await page.mouse.up()
    await told(page, /Phiên chính thức.*T3 08\/9/)
    expect((await placesOf()).sort()).toEqual([
      ...['Phiên chính thức 2020-09-08  11', 'Phiên trù bị 2020-09-08  7', 'Thảo luận tổ 2020-09-09 Phòng họp 1'],
    ])
    await page.context().close()
  })

  test('what was done is undone and done again by the keys', async () => {
    const { id } = congresses.find(({ title }) => title.includes('huyện Xuân Trường'))!
    const page = await open(id)
    const before = await composed(id)
    await page.locator('.block').nth(2).focus()
    await page.keyboard.press('Delete')
    await told(page, /về ô chưa xếp/)
    const after = await composed(id)
    expect(after).not.toEqual(before)
    await page.keyboard.press('Control+z')
    await expect.poll(() => composed(id)).toEqual(before)
    // Pressed before the page told that it is undone, all the same.
    await page.keyboard.press('Control+y')
    await expect.poll(() => composed(id)).toEqual(after)
    await page.keyboard.press('Control+z')
    await page.keyboard.press('Control+y')
    await page.keyboard.press('Control+z')
    await expect.poll(() => composed(id)).toEqual(before)
    await told(page, /Đã hoàn tác/)
    await page.keyboard.press('Control+y')
    await expect.poll(() => composed(id)).toEqual(after)
    await page.context().close()
  })

  test('Escape puts back what was in hand; nothing is written', async () => {
    const { id } = congresses.find(({ title }) => title.includes('huyện Xuân Trường'))!
    const page = await open(id)
    const before = await composed(id)
    await page.locator('.block').nth(3).focus()
    await page.keyboard.press('Enter')
    await page.keyboard.press('ArrowDown')
    await page.locator('.slot').waitFor()
    await page.keyboard.press('Escape')
    await page.locator('.slot').waitFor({ state: 'hidden' })
    expect(await composed(id)).toEqual(before)
    await page.context().close()
  })

  test('what is typed after N is the name of the new item', async () => {
    const { id } = congresses.find(({ title }) => title.includes('huyện Xuân Trường'))!
    const page = await open(id)
    await page.locator('.block').nth(2).focus()
    await page.keyboard.press('n')
    const title = page.getByLabel('Tên nội dung')
    const selected = () =>
      title.evaluate((field: HTMLTextAreaElement) => field.value.slice(field.selectionStart, field.selectionEnd))
    await told(page, /Đã thêm/)
    await expect.poll(selected).toBe('Nội dung')
    await page.keyboard.type('Giải lao giữa giờ')
    await page.keyboard.press('Tab')
    await blockOf(page, /Giải lao giữa giờ/).waitFor()
    expect(JSON.stringify(await composed(id))).toContain('"Giải lao giữa giờ 10 "')
    await page.context().close()
  })

  test('an end before the start is refused in a sentence, and the time stays', async () => {
    const { id } = congresses.find(({ title }) => title.includes('huyện Xuân Trường'))!
    const page = await open(id)
    const before = await composed(id)
    await page.locator('.block').nth(3).click()
    const end = page.getByLabel('Xong lúc')
    const stood = await end.inputValue()
    await end.fill('07:01')
    await end.press('Tab')
    await page.getByText('Giờ xong phải sau giờ bắt đầu').waitFor()
    expect(await end.inputValue()).toBe(stood)
    await end.fill('hôm nay')
    await end.press('Tab')
    await page.getByText(/Giờ viết như 08:30/).waitFor()
    expect(await composed(id)).toEqual(before)
    await page.context().close()
  })

  test('two people move one item: both places are shown, and one is chosen', async () => {
    const { id } = congresses.find(({ title }) => title.includes('huyện Nghĩa Hưng'))!
    const page = await open(id)
    const third = page.locator('.block').nth(2)
    const title = (await third.locator('.title').innerText()).trim()
    await third.focus()
    await page.keyboard.press('Enter')
    await page.keyboard.press('ArrowDown')
    const { sessions } = await ask<Programme>(`/api/congresses/${id}/programme`)
    const item = sessions.flatMap(({ items }) => items).find((each) => each.title === title)!
    const { durationMinutes, version, sessionId } = item
    await ask(`/api/congresses/${id}/arrangement`, 'PUT', {
      sessions: [],
      items: [{ id: item.id, version, sessionId, position: item.position, durationMinutes, fixedStart: '10:10' }],
    })
    await page.keyboard.press('Enter')
    const notice = page.getByRole('alert').filter({ hasText: 'người khác đã đổi' })
    await notice.getByText(/Nay đang ở: 10:10/).waitFor()
    await notice.getByRole('button', { name: 'Đặt theo tôi' }).click()
    await expect
      .poll(async () => (await composed(id)).sessions.flatMap(([, , lines]) => lines).join())
      .not.toContain('10:10')
    await page.context().close()
  })

  test('the chief reads on a telephone and leaves a remark, which the secretary answers', async () => {
    const { id } = congresses.find(({ title }) => title.includes('huyện Nghĩa Hưng'))!
    const phone = { width: 390, height: 844 }
    const chief = await open(id, { who: await invited('Trần Thị Bích Ngọc'), view: phone })
    await chief.getByRole('button', { name: /^Vướng mắc|^Góp ý, thay đổi/ }).waitFor()
    expect(await chief.getByRole('button', { name: /^(Thêm phiên|Công bố bản|Chép phiên)/ }).count()).toBe(0)
    await blockOf(chief, /Diễn văn khai mạc/).click()
    const panel = chief.getByRole('complementary', { name: 'Chi tiết' })
    await panel.getByRole('heading', { name: 'Diễn văn khai mạc' }).waitFor()
    expect(await panel.locator('item-panel :is(input, textarea, select)').count()).toBe(0)
    await panel.getByLabel('Góp ý về chỗ này').fill('Đề nghị rút còn 5 phút.')
    await panel.getByRole('button', { name: 'Gửi góp ý' }).click()
    await panel.getByText('Đề nghị rút còn 5 phút.').waitFor()
    await expectNoAxeFindings(chief)
    const page = await open(id)
    await page.getByText('Góp ý · 1 chưa trả lời').waitFor()
    await page.locator('remark-list').getByRole('button', { name: 'Diễn văn khai mạc' }).click()
    await page.locator('remark-list').getByRole('button', { name: 'Trả lời', exact: true }).click()
    await page.getByRole('textbox', { name: 'Trả lời' }).fill('Đã rút còn 5 phút.')
    await page.getByRole('button', { name: 'Xong, đã trả lời' }).click()
    await page.getByRole('heading', { name: 'Góp ý', exact: true }).waitFor()
    await panel.getByText(/trả lời: Đã rút còn 5 phút\.$/).waitFor()
    await chief.context().close()
    await page.context().close()
  })

  test('a conflict is accepted with a reason, which is seen again until it is withdrawn', async () => {
    const { id, dateFrom } = congresses.find(({ title }) => title.includes('huyện Nghĩa Hưng'))!
    const session = { kind: 'reception', title: 'Chiêu đãi', date: dateFrom, startsAt: '17:30', room: '' }
    await ask(`/api/congresses/${id}/sessions`, 'POST', session)
    const page = await open(id)
    const conflict = page.locator('item-panel .conflicts > li', { hasText: 'Phiên chưa có nội dung' })
    await conflict.getByRole('button', { name: 'Chấp nhận, ghi lý do' }).click()
    const dialog = page.locator('accept-dialog')
    await dialog.getByLabel('Lý do').fill('Thực đơn do Sở VHTTDL lo')
    await dialog.getByRole('button', { name: 'Chấp nhận, ghi lý do' }).click()
    const accepted = page.locator('item-panel summary')
    await accepted.getByText('Đã chấp nhận · 1').waitFor()
    await page.getByRole('button', { name: 'Danh sách', exact: true }).click()
    await page.locator('programme-list section', { hasText: 'Chiêu đãi' }).waitFor()
    expect(await page.getByText('Phiên chưa có nội dung').count()).toBe(0)
    await page.getByRole('button', { name: 'Lưới', exact: true }).click()
    await page.reload()
    await accepted.click()
    await conflict.getByText(/: Thực đơn do Sở VHTTDL lo$/).waitFor()
    await showWhole(page)
    await expectNoAxeFindings(page)
    await conflict.getByRole('button', { name: 'Bỏ chấp nhận' }).click()
    await conflict.getByRole('button', { name: 'Chấp nhận, ghi lý do' }).waitFor()
    await page.context().close()
  })
})
