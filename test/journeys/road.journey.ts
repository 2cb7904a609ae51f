import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Programme } from '../../server/programme/schema.ts'
import { expectNoAxeFindings } from '../support/axe.ts'
import { openBrowser, type WatchedBrowser } from '../support/browser.ts'
import { startServer, type RunningServer } from '../support/server.ts'
import { readPdf } from '../server/documents/read-pdf.ts'

/** One secretary's first hour: the one-time link, the example road, a moved date, a programme, its print. */
describe('from the one-time link to the printed programme', () => {
  let browser: WatchedBrowser
  let server: RunningServer
  let page: Page
  /** The same account in a second browser. */
  let other: Page

  beforeAll(async () => {
    ;[browser, server] = await Promise.all([openBrowser(), startServer()])
    page = await browser.newPage({ allowed: [/text\/event-stream/] })
  })

  afterAll(async () => {
    await browser.close()
    await server.stop()
  })

  const bar = (where: Page, unit: string) => where.locator('.row', { hasText: unit }).locator('.bar').first()
  const toast = (text: RegExp) => page.locator('toast-stack').getByText(text)

  test('the link that the server prints makes the first administrator', async () => {
    await page.goto(await server.link())
    await page.getByLabel('Tên đăng nhập').fill('hoa')
    await page.getByLabel('Họ và tên').fill('Trần Thị Hoa')
    await page.getByLabel('Mật khẩu', { exact: true }).fill('đường tới đại hội')
    await page.getByRole('button', { name: 'Tạo và vào' }).click()
    await page.getByRole('heading', { name: 'Bắt đầu lộ trình' }).waitFor()
  })

  test('the example road opens with every congress of the province', async () => {
    await page.getByRole('button', { name: 'Mở ví dụ' }).click()
    await page.getByText('284 hội nghị').waitFor()
    await page.getByText(/hôm nay, thứ Hai, 22\/6\/2020 · 2\/5 Canh Tý/).waitFor()
    await bar(page, 'Tỉnh Nam Định').waitFor()
    await expectNoAxeFindings(page)
  })

  test('a late unit’s contact is a telephone link away', async () => {
    const late = page.locator('conflict-list li', { hasText: 'Chậm, cần hỏi đơn vị' }).first()
    const call = late.locator('a[href^="tel:"]')
    expect(await call.getAttribute('href')).toMatch(/^tel:0228\d{7}$/)
    expect(await call.innerText()).toMatch(/^Gọi .+ 0228\s\d{3}\s\d{4}$/)
  })

  test('the road is found by typing without marks, and the address keeps what is shown', async () => {
    await page.getByRole('searchbox', { name: 'Tìm đơn vị' }).fill('huyen xuan truong')
    await bar(page, 'Huyện Xuân Trường').waitFor()
    expect(new URL(page.url()).searchParams.get('q')).toBe('huyen xuan truong')
    await page.getByRole('button', { name: 'Bỏ lọc' }).waitFor()
    expect(await page.getByRole('button', { name: /^Có vướng mắc · 1 hội nghị/ }).count()).toBe(1)
    await page.reload()
    await bar(page, 'Huyện Xuân Trường').waitFor()
    expect(await page.locator('.row', { hasText: 'Huyện Hải Hậu' }).count()).toBe(0)
  })

  test('while a date is moved the day says what it breaks; dropped, a second browser shows it', async () => {
    other = await browser.newPage({ allowed: [/text\/event-stream/] })
    await other.context().addCookies(await page.context().cookies())
    await other.goto(page.url())
    await bar(other, 'Huyện Xuân Trường').getByText('26/6').waitFor()

    await bar(page, 'Huyện Xuân Trường').focus()
    await page.keyboard.press('Alt+ArrowRight')
    await page.getByText('Thứ Bảy 27/6 · nên xem lại', { exact: true }).waitFor()
    await expectNoAxeFindings(page)
    await page.keyboard.press('Enter')
    await toast(/Đã dời Huyện Xuân Trường sang 27\/6\/2020/).waitFor()
    await page.locator('conflict-list').getByText('Cuối tuần').first().waitFor()
    await bar(other, 'Huyện Xuân Trường').getByText('27/6').waitFor()
  })

  test('undo puts the date back, in both browsers', async () => {
    await page.locator('toast-stack').getByRole('button', { name: 'Hoàn tác' }).click()
    await bar(page, 'Huyện Xuân Trường').getByText('26/6').waitFor()
    await bar(other, 'Huyện Xuân Trường').getByText('26/6').waitFor()
    await other.context().close()
  })

  test('a bar is dragged with the mouse, and Escape lets it be', async () => {
    await page.getByRole('button', { name: 'Tháng', exact: true }).click()
    const target = bar(page, 'Huyện Xuân Trường')
    await target.scrollIntoViewIfNeeded()
    const box = (await target.boundingBox())!
    await page.mouse.move(box.x + 10, box.y + box.height / 2)
    await page.mouse.down()
    await page.mouse.move(box.x + 60, box.y + box.height / 2, { steps: 5 })
    await page.locator('.bar.moving').waitFor()
    await page.keyboard.press('Escape')
    await page.mouse.up()
    await page.locator('.bar.moving').waitFor({ state: 'detached' })
    await target.getByText('26/6').waitFor()
  })

  test('a congress is opened from the road', async () => {
    await bar(page, 'Huyện Xuân Trường').focus()
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: /huyện Xuân Trường/ }).waitFor()
  })

  test('Ctrl+K finds units, congresses and people without marks, and goes there', async () => {
    await page.keyboard.press('Control+k')
    await page.getByRole('combobox', { name: 'Tìm nhanh' }).fill('dai hoi nam dinh lan thu v')
    await page.getByRole('option', { name: /Đại hội Thi đua yêu nước tỉnh Nam Định lần thứ V/ }).waitFor()
    await expectNoAxeFindings(page)
    await page.keyboard.press('Escape')
    await page.keyboard.press('/')
    await page.getByRole('combobox', { name: 'Tìm nhanh' }).fill('dai hoi huyen xuan truong')
    await page
      .getByRole('option', { name: /huyện Xuân Trường/ })
      .first()
      .waitFor()
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: /huyện Xuân Trường/ }).waitFor()
  })

  test('its programme begins from a template; times follow what is written', async () => {
    await page.getByRole('link', { name: 'Chương trình', exact: true }).click()
    await page
      .getByRole('button', { name: /cấp huyện|huyện/i })
      .first()
      .click()
    await toast(/Đã tạo chương trình từ mẫu/).waitFor()
    await page.getByRole('button', { name: 'Danh sách', exact: true }).click()
    const times = page.locator('session-items').first().locator('.time')
    const second = await times.nth(1).innerText()
    const minutes = page.locator('session-items').first().locator('.minutes').first()
    await minutes.fill('43')
    await minutes.press('Enter')
    await toast(/Đã lưu nội dung/).waitFor()
    await expect.poll(() => times.nth(1).innerText()).not.toBe(second)
    expect(await page.locator('session-items').first().locator('.minutes:focus').count()).toBe(1)
    await minutes.fill('9999')
    await minutes.press('Tab')
    await page
      .locator('session-items')
      .first()
      .getByText(/từ 0 đến 1440/)
      .waitFor()
    expect(await minutes.inputValue()).toBe('43')
  })

  test('what is being written stays while another’s change arrives, and is kept', async () => {
    const items = page.locator('session-items').first()
    const title = items.locator('.content textarea').first()
    await title.fill('Đón tiếp đại biểu, tặng hoa các Bà mẹ Việt Nam anh hùng')
    await lengthenByAnother(page, 1)
    await expect.poll(() => items.locator('.minutes').nth(1).inputValue()).toBe('55')
    await title.press('Tab')
    await toast(/Đã lưu nội dung/)
      .first()
      .waitFor()
    await expectNoAxeFindings(page)
  })

  test('the paper says it in official form, word for word', async () => {
    await page.getByRole('link', { name: 'Văn bản in' }).click()
    await page.getByText(/Còn để trống trên giấy|Các mục soạn đều đã có nội dung/).waitFor()
    const link = page.locator('a[href*="programme/pdf"]').first()
    const answer = await page.request.get(new URL((await link.getAttribute('href'))!, page.url()).href)
    expect(answer.status()).toBe(200)
    const { pages } = await readPdf(await answer.body())
    const text = pages
      .flatMap(({ texts }) => texts.map((run) => run.text))
      .join(' ')
      .replaceAll(/\s+/g, ' ')
    expect(text).toContain('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM')
    expect(text).toContain('Đón tiếp đại biểu, tặng hoa các Bà mẹ Việt Nam anh hùng')
  })
})

/** Somebody else gives the programme's item at this index 55 minutes. */
const lengthenByAnother = async (page: Page, index: number): Promise<void> => {
  const { origin, pathname } = new URL(page.url())
  const programme = (await (await page.request.get(`${origin}/api${pathname}`)).json()) as Programme
  const { id, title, fixedStart, presenter, note, version } = programme.sessions[0]!.items[index]!
  const data = { title, durationMinutes: 55, fixedStart, presenter, note, version }
  const answer = await page.request.put(`${origin}/api/items/${id}`, { data, headers: { origin } })
  expect(answer.status()).toBe(200)
}
