import type { Page, Route } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Delegate, DelegateList, SensitiveData } from '../../server/delegates/schema.ts'
import { askingAs, type Asking } from '../support/asking.ts'
import { expectNoAxeFindings } from '../support/axe.ts'
import { openBrowser, screenshot, type WatchedBrowser } from '../support/browser.ts'
import { provincialCongress } from '../support/demo.ts'
import { signInByLink, startServer, type RunningServer } from '../support/server.ts'

/** Whoever keeps the list of a congress works in its table as in a spreadsheet. */
describe('the delegates of a congress', () => {
  let browser: WatchedBrowser
  let server: RunningServer
  let cookie: string
  let ask: Asking
  let id: string

  beforeAll(async () => {
    ;[browser, server] = await Promise.all([openBrowser(), startServer({ isDemo: true })])
    cookie = await signInByLink(await server.link())
    ask = askingAs(server.url, cookie)
    id = (await provincialCongress(ask)).id
  })

  afterAll(async () => {
    await browser.close()
    await server.stop()
  })

  const list = () => ask<DelegateList>(`/api/congresses/${id}/delegates`)
  const first = async () => (await list()).delegates[0]!
  const expectFirst = (of: (delegate: Delegate) => unknown, value: unknown) =>
    expect.poll(async () => of(await first())).toEqual(value)
  const cell = (page: Page, row: number, column: number) => page.locator(`[data-cell="${row}-${column}"]`)
  const open = async (query = '', view: { width?: number; height?: number } = {}): Promise<Page> => {
    const page = await browser.newPage({ ...view, allowed: [/text\/event-stream/, /409/] })
    const [name = '', value = ''] = cookie.split('=')
    await page.context().addCookies([{ name, value, url: server.url }])
    await page.goto(`${server.url}/congresses/${id}/delegates${query}`)
    await page.locator('list-grid, list-cards').waitFor()
    return page
  }

  test('are changed in their cells by the keys, and Ctrl+Z takes it back', async () => {
    const page = await open()
    const before = await first()
    await cell(page, 0, 2).click()
    await page.keyboard.press('Enter')
    await page.keyboard.press('Control+a')
    await page.keyboard.type('Bí thư Thành ủy Nam Định')
    await page.keyboard.press('Enter')
    await expectFirst(({ post }) => post, 'Bí thư Thành ủy Nam Định')
    await page.locator('toast-stack').getByText('Đã lưu.').waitFor()
    await page.keyboard.press('Control+z')
    await expectFirst(({ post }) => post, before.post)
    await page.context().close()
  })

  test('rows that went out of sight leave nothing behind, however long the table is scrolled', async () => {
    const page = await open()
    const count = () => page.locator('list-grid tbody').evaluate((body) => body.childNodes.length)
    const toEnd = () =>
      page.locator('list-grid .box').evaluate((box) => {
        box.scrollTop = box.scrollTop > 0 ? 0 : box.scrollHeight
      })
    const last = (await list()).delegates.length - 1
    const thereAndBack = async () => {
      await toEnd()
      await cell(page, last, 0).waitFor()
      await toEnd()
      await cell(page, 0, 0).waitFor()
    }
    await cell(page, 0, 0).waitFor()
    await thereAndBack()
    const before = await count()
    for (let times = 0; times < 3; times += 1) await thereAndBack()
    expect(await count()).toBe(before)
    await page.context().close()
  })

  test('a year that is none is said and stays to be mended; Esc gives back what was there', async () => {
    const page = await open()
    const { birthYear } = await first()
    const columns = await page.locator('list-grid thead th').allTextContents()
    const at = columns.findIndex((text) => text.includes('Năm sinh')) - 1
    // Tab goes through a row as in a spreadsheet, and at its end out of the table.
    await cell(page, 0, at - 1).click()
    await page.keyboard.press('Tab')
    await page.keyboard.press('F2')
    await page.keyboard.press('Control+a')
    await page.keyboard.type('20200')
    await page.keyboard.press('Enter')
    await page.getByRole('alert').getByText('Năm sinh: ghi năm gồm bốn chữ số').waitFor()
    expect(await cell(page, 0, at).getByRole('textbox').inputValue()).toBe('20200')
    expect((await first()).birthYear).toBe(birthYear)
    await page.keyboard.press('Escape')
    expect((await cell(page, 0, at).textContent())?.trim()).toBe(String(birthYear))
    await page.context().close()
  })

  test('of one delegation are chosen together and given a class', async () => {
    const page = await open()
    await page.getByRole('button', { name: /^Huyện Hải Hậu/ }).click()
    await page.getByRole('checkbox', { name: 'Chọn mọi dòng đang thấy' }).check()
    await page.getByText('Đã chọn 18 người').waitFor()
    await page.getByLabel('Giá trị').selectOption('Khách mời')
    await expectNoAxeFindings(page)
    await page.getByRole('button', { name: 'Đặt', exact: true }).click()
    const classes = async () =>
      (await list()).delegates.flatMap((each) => (each.delegation === 'Huyện Hải Hậu' ? [each.class] : []))
    await expect.poll(classes).toEqual(Array(18).fill('guest'))
    await page.locator('toast-stack').getByRole('button', { name: 'Hoàn tác' }).click()
    await expect.poll(classes).toEqual([...Array<string>(17).fill('official'), 'guest'])
    await page.context().close()
  })

  test('who withdrew or stands by is told apart, and whoever replaces is told what goes over', async () => {
    const { delegates, delegations } = await list()
    const [, head, gone, alternate] = delegates
    const led = delegations.find(({ name }) => name === head!.delegation)
    const standing = ({ id: one, version }: Delegate, to: Delegate['standing']) => ({
      ...{ id: one, version, values: { standing: to } },
    })
    await ask(`/api/congresses/${id}/delegates`, 'PUT', {
      delegates: [standing(gone!, 'withdrawn'), standing(alternate!, 'alternate')],
    })
    const { id: delegationId = '', sendingUnitId: _unit, ...said } = led ?? {}
    await ask(`/api/delegations/${delegationId}`, 'PUT', { ...said, headId: head!.id })
    const page = await open()
    const { length } = delegates.filter(({ standing: is }) => is === 'listed')
    await page.getByText(`${length - 2} người · 1 đã rút · 1 dự khuyết`).waitFor()
    await page.getByRole('gridcell', { name: `${gone!.name} đã rút` }).waitFor()
    await page.getByRole('gridcell', { name: `${alternate!.name} dự khuyết` }).waitFor()
    await expectNoAxeFindings(page)
    await screenshot(page, 'delegates-told-apart')
    await page.getByRole('button', { name: `Mở phiếu của ${head!.name}` }).click()
    await page.getByRole('button', { name: 'Thay người', exact: true }).click()
    await page.getByRole('checkbox', { name: /^Nhận cả vai trò, phân công: .*Trưởng đoàn/ }).waitFor()
    await page.getByRole('checkbox', { name: /^Nhận cả vai trò/ }).scrollIntoViewIfNeeded()
    await screenshot(page, 'delegates-replaced')
    await page.context().close()
    const phone = await open('', { width: 390, height: 844 })
    await phone.locator('list-cards .mark').getByText('đã rút').waitFor()
    await phone.locator('list-cards .mark').first().scrollIntoViewIfNeeded()
    await screenshot(phone, 'delegates-told-apart-phone')
    await phone.context().close()
    const before = new Map((await list()).delegates.map((each) => [each.id, each]))
    await ask(`/api/congresses/${id}/delegates`, 'PUT', {
      delegates: [standing(before.get(gone!.id)!, 'listed'), standing(before.get(alternate!.id)!, 'listed')],
    })
  })

  test('what the level asks is on the card, and what is sensitive apart from it', async () => {
    const page = await open()
    await cell(page, 0, 0).click()
    await page.keyboard.press('Control+Enter')
    const card = page.locator('delegate-dialog')
    await card.getByText('Chưa ghi gì.').waitFor()
    expect(await card.getByLabel('Ngày sinh').count()).toBe(0)
    await page.goto(`${server.url}/cycle`)
    await page.getByRole('button', { name: 'Sửa cấp: Cấp tỉnh' }).click()
    const level = page.locator('level-dialog')
    await level.getByText('Mặc định không hỏi.').waitFor()
    await level.getByRole('checkbox', { name: 'Ngày sinh' }).check()
    await level.getByRole('checkbox', { name: 'Dân tộc' }).check()
    await level.getByText('chỉ người được giao quyền xem mới ghi').waitFor()
    await level.getByLabel('Các mốc tuổi trong báo cáo').fill('71, 40')
    await level.getByRole('button', { name: 'Lưu' }).click()
    await level.getByText('số sau lớn hơn số trước').waitFor()
    await level.getByLabel('Các mốc tuổi trong báo cáo').fill('40, 71')
    await level.getByText('Dưới 40 tuổi; 40–70 tuổi; Từ 71 tuổi trở lên').waitFor()
    await level.getByRole('button', { name: 'Lưu' }).click()
    await level.waitFor({ state: 'detached' })
    await page.goto(`${server.url}/congresses/${id}/delegates`)
    await cell(page, 0, 0).click()
    await page.keyboard.press('Control+Enter')
    await card.getByLabel('Ngày sinh').waitFor()
    await card.getByRole('button', { name: 'Ghi, sửa' }).click()
    const apart = page.locator('sensitive-dialog')
    await apart.getByLabel('Dân tộc').fill('Tày')
    expect(await apart.getByLabel('Tôn giáo').count()).toBe(0)
    await apart.getByRole('button', { name: 'Lưu' }).click()
    await apart.waitFor({ state: 'detached' })
    await card.locator('dd', { hasText: 'Tày' }).waitFor()
    const { id: delegateId } = await first()
    const ethnicity = async () => (await ask<SensitiveData>(`/api/delegates/${delegateId}/sensitive`)).ethnicity
    expect(await ethnicity()).toBe('Tày')
    await page.keyboard.press('Escape')
    await page.locator('toast-stack').getByRole('button', { name: 'Hoàn tác' }).click()
    await expect.poll(ethnicity).toBe('')
    await page.context().close()
  })

  test('the card says what the table has no room for; search and what is missing find people', async () => {
    const page = await open('?by=missing')
    await page.getByRole('searchbox', { name: 'Tìm đại biểu' }).fill('chu tich ubnd huyen xuan truong')
    await page.getByText('1 trong 359 người').waitFor()
    await cell(page, 0, 0).click()
    await page.keyboard.press('Control+Enter')
    const dialog = page.locator('delegate-dialog')
    await dialog.getByLabel('Họ tên khi in, giới thiệu').fill('Đồng chí Đại tá Nguyễn Văn M')
    await dialog.getByLabel('Ngày sinh').fill('31/2/1965')
    await dialog.getByRole('button', { name: 'Lưu' }).click()
    await dialog.getByText('Ngày sinh: ghi ngày, tháng, năm').waitFor()
    await dialog.getByLabel('Ngày sinh').fill('19/5/1965')
    await dialog.getByRole('button', { name: 'Lưu' }).click()
    await dialog.waitFor({ state: 'hidden' })
    const changed = (await list()).delegates.find(({ post }) => post === 'Chủ tịch UBND huyện Xuân Trường')
    expect(changed).toMatchObject({
      ...{ printedName: 'Đồng chí Đại tá Nguyễn Văn M', birthDate: '1965-05-19', birthYear: 1965 },
    })
    await page.context().close()
  })

  test('a delegation gets its head and liaison; on a telephone it is read with them', async () => {
    const page = await open('', { width: 390, height: 844 })
    await page.getByRole('button', { name: 'Các đoàn' }).click()
    const dialog = page.locator('delegations-dialog')
    await dialog.getByRole('button', { name: 'Sửa đoàn Huyện Xuân Trường' }).click()
    await dialog
      .getByRole('combobox', { name: 'Trưởng đoàn', exact: false })
      .first()
      .fill('chu tich ubnd huyen xuan truong')
    await dialog.getByRole('option').first().click()
    await dialog.getByLabel('Liên lạc viên').fill('Nguyễn Thị Lan')
    await dialog.getByLabel('Điện thoại liên lạc').fill('0912 345 678')
    await dialog.getByLabel('Xanh lá').check()
    await dialog.getByRole('button', { name: 'Lưu' }).click()
    await dialog.getByText('Liên lạc viên: Nguyễn Thị Lan').waitFor()
    await expectNoAxeFindings(page)
    const { delegations, delegates } = await list()
    const led = delegations.find(({ name }) => name === 'Huyện Xuân Trường')
    expect(led).toMatchObject({ colour: '#2c7a4b', liaisonPhone: '0912 345 678' })
    expect(delegates.find((each) => each.id === led?.headId)?.post).toBe('Chủ tịch UBND huyện Xuân Trường')
    await page.context().close()
  })

  test('two write one cell: whoever comes second sees it before writing over it', async () => {
    const page = await open()
    const type = async (text: string) => {
      await cell(page, 0, 2).click()
      await page.keyboard.press('F2')
      await page.keyboard.press('Control+a')
      await page.keyboard.type(text)
    }
    const theirs = async (values: Partial<Delegate>) => {
      const { id: delegateId, version } = await first()
      await ask(`/api/congresses/${id}/delegates`, 'PUT', { delegates: [{ id: delegateId, version, values }] })
    }
    await type('Của tôi')
    await theirs({ post: 'Của người khác', workplace: 'Nơi khác' })
    await cell(page, 0, 3).getByText('Nơi khác').waitFor()
    await page.keyboard.press('Enter')
    await page.getByRole('alert').getByText('Của người khác').waitFor()
    await expectNoAxeFindings(page)
    expect((await first()).post).toBe('Của người khác')
    await page.keyboard.press('Enter')
    await expectFirst(({ post }) => post, 'Của tôi')
    await page.context().close()
  })

  test('what was refused because the page had not heard of the other yet shows both versions', async () => {
    const page = await open()
    await page.route('**/api/changes', (route) => route.abort())
    const { id: delegateId, version } = await first()
    const meanwhile = async (route: Route): Promise<void> => {
      if (route.request().method() !== 'PUT') return route.continue()
      await page.unroute('**/delegates', meanwhile)
      const delegates = [{ id: delegateId, version, values: { note: 'Của người khác' } }]
      await ask(`/api/congresses/${id}/delegates`, 'PUT', { delegates })
      return route.continue()
    }
    await page.route('**/delegates', meanwhile)
    await cell(page, 0, 2).click()
    await page.keyboard.press('F2')
    await page.keyboard.press('Control+a')
    await page.keyboard.type('Bí thư')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'Giữ của tôi' }).click()
    await expectFirst(({ post, note }) => [post, note], ['Bí thư', 'Của người khác'])
    await page.context().close()
  })
})
