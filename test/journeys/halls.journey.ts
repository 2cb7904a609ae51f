import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { checkHall } from '../../server/halls/rules/checks.ts'
import { writePretix } from '../../server/halls/rules/pretix-write.ts'
import type { Hall, HallDetails, HallDrawing } from '../../server/halls/schema.ts'
import { askingAs, type Asking } from '../support/asking.ts'
import { expectNoAxeFindings } from '../support/axe.ts'
import { openBrowser, showWhole, type WatchedBrowser } from '../support/browser.ts'
import { aHall, seatsOf } from '../support/seating.ts'
import { pointOfSeat } from '../support/seat-map.ts'
import { signInByLink, startServer, type RunningServer } from '../support/server.ts'

/** A hall is drawn: by mouse, by keyboard alone, from a file; two people at once lose nothing. */
describe('a hall that is drawn', () => {
  let browser: WatchedBrowser
  let server: RunningServer
  let ask: Asking
  let cookie: string
  let venueId: string

  beforeAll(async () => {
    ;[browser, server] = await Promise.all([openBrowser(), startServer({ isDemo: true })])
    cookie = await signInByLink(await server.link())
    ask = askingAs(server.url, cookie)
    venueId = (await ask<{ id: string }[]>('/api/venues'))[0]?.id ?? ''
  })

  afterAll(async () => {
    await browser.close()
    await server.stop()
  })

  const open = async (path: string): Promise<Page> => {
    const page = await browser.newPage({ allowed: [/text\/event-stream/, /409/] })
    const [name = '', value = ''] = cookie.split('=')
    await page.context().addCookies([{ name, value, url: server.url }])
    await page.goto(`${server.url}${path}`)
    return page
  }
  const drawHall = async (name: string): Promise<Hall> =>
    ask<Hall>(`/api/venues/${venueId}/halls`, 'POST', { name, drawing: aHall() })
  const drawingOf = async (id: string): Promise<HallDrawing> => (await ask<HallDetails>(`/api/halls/${id}`)).drawing
  const save = async (page: Page, number: number) => {
    await page.getByRole('button', { name: 'Lưu', exact: true }).click()
    await page.getByText(`Đã lưu thành bản ${number}.`).waitFor()
  }
  const idOf = (page: Page) => new URL(page.url()).pathname.split('/').at(-1) ?? ''

  test('begins with numbers, and each wrong one says what would be right', async () => {
    const page = await open(`/venues/${venueId}`)
    await page.getByRole('link', { name: 'Vẽ hội trường' }).click()
    await page.getByText('616 ghế').waitFor()
    await page.getByLabel('Ghế mỗi hàng, theo khối').fill('6 chín 6')
    await page.getByRole('button', { name: 'Vẽ hội trường' }).click()
    await page.getByText('Xin ghi từ 1 đến 20 số').waitFor()
    await page.getByLabel('Ghế mỗi hàng, theo khối').fill('6 10 6')
    await page.getByLabel('Số hàng ghế').fill('12')
    await page.getByLabel('Đánh số ghế').selectOption('centre-out')
    await page.getByText('280 ghế').waitFor()
    await page.getByRole('button', { name: 'Vẽ hội trường' }).click()
    await page.getByText('Bản vẽ không có lỗi.').waitFor()
    const row = (await drawingOf(idOf(page))).levels[0]?.blocks[3]?.rows[0]
    expect(row?.seats.map(({ number }) => number).join(' ')).toBe('9 7 5 3 1 2 4 6 8 10')
    await page.context().close()
  })

  test('is changed with the mouse: seats are dragged, a table is added, steps are taken back', async () => {
    const hall = await drawHall('Hội trường chuột')
    const page = await open(`/venues/${venueId}/halls/${hall.id}`)
    const grid = page.getByRole('grid')
    await grid.waitFor()
    const map = page.locator('seat-map')
    const placeOf = (at: number) => pointOfSeat(map, at)
    const last = seatsOf(await drawingOf(hall.id)).length - 1
    const from = await placeOf(last)
    await page.mouse.click(from.x, from.y)
    await page.getByRole('heading', { name: '1 ghế' }).waitFor()
    await page.getByRole('button', { name: 'Chọn cả hàng' }).click()
    await page.getByRole('heading', { name: '4 ghế' }).waitFor()
    await page.mouse.move(from.x, from.y)
    await page.mouse.down()
    await page.mouse.move(from.x + 40, from.y + 60, { steps: 5 })
    await page.mouse.up()
    await page.getByLabel('Loại chỗ').selectOption('wheelchair')
    await page.getByRole('button', { name: 'Bàn có ghế' }).click()
    await page.locator('hall-table-dialog').getByRole('button', { name: 'Thêm', exact: true }).click()
    await page.getByRole('heading', { name: '10 ghế, 1 vật' }).waitFor()
    await page.getByRole('button', { name: 'Hoàn tác (Ctrl Z)' }).click()
    await save(page, 2)
    const [before, after] = [seatsOf(aHall()), seatsOf(await drawingOf(hall.id))]
    expect(after.map(({ id }) => id)).toEqual(before.map(({ id }) => id))
    expect(after.filter(({ use }) => use === 'wheelchair')).toHaveLength(4)
    expect(after[last]?.y).toBeGreaterThan((before[last]?.y ?? 0) + 50)
    expect(after.slice(0, -4)).toEqual(before.slice(0, -4))
    await page.context().close()
  })

  test('has rows added where nothing stands, and those come into sight', async () => {
    const hall = await drawHall('Hội trường thêm khối')
    const page = await open(`/venues/${venueId}/halls/${hall.id}`)
    await page.getByRole('grid').waitFor()
    for (const name of ['Khối bên', 'Khối nữa']) {
      await page.getByRole('button', { name: 'Khối ghế' }).click()
      const dialog = page.locator('hall-block-dialog')
      await dialog.getByLabel('Tên khối').fill(name)
      await dialog.getByRole('button', { name: 'Thêm', exact: true }).click()
      await page.getByRole('heading', { name: '50 ghế' }).waitFor()
    }
    await save(page, 2)
    const drawing = await drawingOf(hall.id)
    expect(checkHall(drawing).filter(({ kind }) => kind === 'overlap')).toEqual([])
    expect(seatsOf(drawing)).toHaveLength(seatsOf(aHall()).length + 100)
    const shown = await page.locator('seat-map').boundingBox()
    const { x, y } = await pointOfSeat(page.locator('seat-map'), seatsOf(drawing).length - 25)
    expect([x > (shown?.x ?? 0), y > (shown?.y ?? 0)]).toEqual([true, true])
    expect([x < (shown?.x ?? 0) + (shown?.width ?? 0), y < (shown?.y ?? 0) + (shown?.height ?? 0)]).toEqual([
      true,
      true,
    ])
    await page.context().close()
  })

  test('is taken from the seating plan of another program where a new hall begins, with every seat of it', async () => {
    const plan = writePretix(aHall({ rows: 3, blocks: [2, 5] }), { plan: 'Nhà hát', category: 'Ghế' })
    const file = (text: string) => ({ name: 'plan.json', mimeType: 'application/json', buffer: Buffer.from(text) })
    const page = await open(`/venues/${venueId}/halls/new`)
    const input = page.locator('input#plan')
    const name = page.getByLabel('Tên hội trường')
    await name.fill('Hội trường từ tệp')
    await input.setInputFiles(file('{"zones": [{"rows": []}]}'))
    await page.getByText('Sơ đồ trong tệp không có ghế nào.').waitFor()
    expect(new URL(page.url()).pathname).toBe(`/venues/${venueId}/halls/new`)
    await input.setInputFiles(file(plan))
    await page.getByRole('heading', { name: 'Hội trường từ tệp' }).waitFor()
    await page.getByText('Bản vẽ không có lỗi.').waitFor()
    const { hall, drawing } = await ask<HallDetails>(`/api/halls/${idOf(page)}`)
    expect(hall).toMatchObject({ name: 'Hội trường từ tệp', venueId, number: 1 })
    expect(seatsOf(drawing)).toEqual(seatsOf(aHall({ rows: 3, blocks: [2, 5] })))
    // Where nobody typed a name it is called as the plan is.
    await page.goto(`${server.url}/venues/${venueId}/halls/new`)
    await input.setInputFiles(file(plan))
    await page.getByRole('heading', { name: 'Nhà hát' }).waitFor()
    await page.context().close()
  })

  test('has a row or a block that was picked in the panel deleted by the key that deletes on the map', async () => {
    const hall = await drawHall('Hội trường xóa')
    const page = await open(`/venues/${venueId}/halls/${hall.id}`)
    const map = page.locator('seat-map')
    for (const [whole, count] of [
      ['Chọn cả hàng', 4],
      ['Chọn cả khối', 12],
    ] as const) {
      const { x, y } = await pointOfSeat(map, seatsOf(aHall()).length - 1)
      await page.mouse.click(x, y)
      await page.getByRole('heading', { name: '1 ghế', exact: true }).waitFor()
      await page.getByRole('button', { name: whole }).click()
      const picked = page.getByRole('heading', { name: `${String(count)} ghế`, exact: true })
      await picked.waitFor()
      await page.keyboard.press('Delete')
      await picked.waitFor({ state: 'detached' })
      await page.getByText('Chưa lưu').waitFor()
      await page.getByRole('button', { name: 'Hoàn tác (Ctrl Z)' }).click()
      await page.getByText('Chưa lưu').waitFor({ state: 'detached' })
    }
    await page.context().close()
  })

  test('is changed with the keyboard alone, and said to whoever cannot see it', async () => {
    const hall = await drawHall('Hội trường phím')
    const page = await open(`/venues/${venueId}/halls/${hall.id}`)
    const grid = page.getByRole('grid')
    await grid.focus()
    const cell = page.getByRole('gridcell')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Home')
    await expect.poll(() => cell.textContent()).toMatch(/^[A-C]1, Ghế thường$/)
    expect(await grid.getAttribute('aria-activedescendant')).toBe(await cell.getAttribute('id'))
    await page.keyboard.press('Space')
    await expect.poll(() => cell.textContent()).toMatch(/, đang chọn$/)
    const label = ((await cell.textContent()) ?? '').split(',')[0] ?? ''
    await page.keyboard.press('Shift+ArrowDown')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Control+ArrowRight')
    await page.keyboard.press('Space')
    await page.getByRole('heading', { name: '2 ghế' }).waitFor()
    await page.keyboard.press('Control+d')
    await page.keyboard.press('Control+z')
    // What is no seat is picked in the list, and moved as seats are.
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Chọn Cửa A' }).focus()
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: '1 vật' }).waitFor()
    await page.keyboard.press('Shift+ArrowLeft')
    await page.keyboard.press('Control+s')
    await page.getByText('Đã lưu thành bản 2.').waitFor()
    const drawing = await drawingOf(hall.id)
    const doorIn = ({ levels }: HallDrawing) => levels[0]?.fixtures.find(({ text }) => text === 'Cửa A')?.x ?? 0
    expect(doorIn(drawing) - doorIn(aHall())).toBe(-10)
    const [before, after] = [seatsOf(aHall()), seatsOf(drawing)]
    expect(after).toHaveLength(before.length)
    const moved = after.filter((seat, at) => seat.x !== before[at]?.x || seat.y !== before[at]?.y)
    expect(moved).toHaveLength(1)
    const was = before.find(({ id }) => id === moved[0]?.id)
    expect([label.slice(1), (moved[0]?.x ?? 0) - (was?.x ?? 0), (moved[0]?.y ?? 0) - (was?.y ?? 0)]).toEqual([
      '1',
      1,
      10,
    ])
    await showWhole(page)
    await expectNoAxeFindings(page)
    await page.context().close()
  })

  test('goes out as a seating plan and comes in again; a file that is none changes nothing', async () => {
    const hall = await drawHall('Hội trường tệp')
    const page = await open(`/venues/${venueId}/halls/${hall.id}`)
    const download = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Xuất sơ đồ pretix (JSON)' }).click()
    const path = await (await download).path()
    const plan = await readFile(path, 'utf8')
    const input = page.locator('input#plan')
    const file = (buffer: string) => ({ name: 'plan.json', mimeType: 'application/json', buffer: Buffer.from(buffer) })
    await input.setInputFiles(file('{"zones": [{"rows": []}]}'))
    await page.getByText('Sơ đồ trong tệp không có ghế nào.').waitFor()
    expect(await page.getByRole('button', { name: 'Lưu', exact: true }).isDisabled()).toBe(true)
    await input.setInputFiles(file(plan.replace('"seat_number":"1"', '"seat_number":"1b"')))
    await page.getByText('Đã đọc').waitFor()
    await save(page, 2)
    expect(seatsOf(await drawingOf(hall.id)).filter(({ number }) => number === '1b')).toHaveLength(1)
    await page.context().close()
  })

  test('that somebody else saves meanwhile keeps both drawings, and an unsaved one waits in the browser', async () => {
    const hall = await drawHall('Hội trường chung')
    const page = await open(`/venues/${venueId}/halls/${hall.id}`)
    await page.getByRole('button', { name: 'Cửa', exact: true }).click()
    await page.getByText('Chưa lưu').waitFor()
    await ask(`/api/halls/${hall.id}/versions`, 'POST', {
      drawing: aHall({ rows: 5 }),
      note: '',
      version: hall.version,
    })
    await page.getByText('Người khác vừa lưu bản 2.').waitFor()
    await page.getByRole('button', { name: 'Lưu bản của tôi thành bản mới nhất' }).click()
    await page.getByText('Đã lưu thành bản 3.').waitFor()
    const { drawing, versions } = await ask<HallDetails>(`/api/halls/${hall.id}`)
    expect(drawing.levels[0]?.fixtures.map(({ kind }) => kind)).toEqual(['stage', 'door', 'door', 'door'])
    expect(versions.map(({ number }) => number)).toEqual([3, 2, 1])

    await page.getByRole('button', { name: 'Sân khấu', exact: true }).click()
    await page.getByRole('link', { name: 'Lộ trình' }).first().click()
    await page.getByText('Bản vẽ có thay đổi chưa lưu.').waitFor()
    await page.keyboard.press('Escape')
    // It is kept a moment after the last change.
    await expect.poll(() => page.evaluate(draftIn, hall.id), { timeout: 5000 }).toBe(true)
    await page.evaluate('addEventListener("beforeunload", (event) => event.stopImmediatePropagation(), true)')
    page.on('dialog', (dialog) => void dialog.accept())
    await page.reload()
    await page.getByRole('button', { name: 'Vẽ tiếp bản dở dang' }).click()
    await page.getByText('Chưa lưu').waitFor()
    await save(page, 4)
    await page.context().close()
  })

  test('is opened again as it was before, and is the newest once that is saved', async () => {
    const hall = await drawHall('Hội trường nhiều bản')
    const larger = { drawing: aHall({ rows: 5 }), note: 'Thêm hàng ghế', version: hall.version }
    await ask(`/api/halls/${hall.id}/versions`, 'POST', larger)
    const page = await open(`/venues/${venueId}/halls/${hall.id}`)
    await page.getByText('Các bản đã lưu (2)').click()
    await page.getByText('«Thêm hàng ghế»').waitFor()
    await page.getByRole('button', { name: 'Mở lại bản 1' }).click()
    await page.getByText('Đang mở bản 1.').waitFor()
    await page.getByText('Chưa lưu').waitFor()
    await page.getByRole('button', { name: 'Hoàn tác (Ctrl Z)' }).click()
    await page.getByText('Chưa lưu').waitFor({ state: 'detached' })
    await page.getByRole('button', { name: 'Mở lại bản 1' }).click()
    await save(page, 3)
    await page.getByText('Các bản đã lưu (3)').waitFor()
    expect(await drawingOf(hall.id)).toEqual(aHall())
    await page.context().close()
  })

  test('is copied, named anew and deleted, and the deletion is taken back', async () => {
    await drawHall('Hội trường gốc')
    const page = await open(`/venues/${venueId}`)
    await page.getByRole('button', { name: 'Chép Hội trường gốc', exact: true }).click()
    await page.locator('modal-dialog').getByRole('button', { name: 'Chép', exact: true }).click()
    await page.getByRole('link', { name: 'Hội trường gốc (bản chép)' }).waitFor()
    await page.getByRole('button', { name: 'Đổi tên: Hội trường gốc (bản chép)' }).click()
    await page.getByLabel('Tên hội trường').fill('Phòng khánh tiết')
    await page.locator('modal-dialog').getByRole('button', { name: 'Đổi tên' }).click()
    const link = page.getByRole('link', { name: 'Phòng khánh tiết' })
    await link.waitFor()
    await page.getByRole('button', { name: 'Xóa Phòng khánh tiết' }).click()
    await link.waitFor({ state: 'detached' })
    await page.getByRole('button', { name: 'Hoàn tác' }).last().click()
    await link.waitFor()
    await page.context().close()
  })
})

/** Whether the browser keeps an unsaved drawing of a hall. */
const draftIn = (id: string): Promise<boolean> =>
  new Promise((resolve) => {
    const asked = indexedDB.open('tien-toi.halls', 1)
    asked.onsuccess = () => {
      const found = asked.result.transaction('halls').objectStore('halls').getKey(`draft:${id}`)
      found.onsuccess = () => {
        asked.result.close()
        resolve(found.result !== undefined)
      }
    }
  })
