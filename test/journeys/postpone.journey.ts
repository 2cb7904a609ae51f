import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Cycle } from '../../server/cycles/schema.ts'
import type { Road } from '../../server/road/schema.ts'
import { expectNoAxeFindings } from '../support/axe.ts'
import { openBrowser, showWhole, type WatchedBrowser } from '../support/browser.ts'
import { signInByLink, startServer, type RunningServer } from '../support/server.ts'

const saturdays = ['2030-04-06', '2030-04-13', '2030-04-20', '2030-04-27']
const inApril = 90

/** A month of the road is put off: its warnings were accepted all at once, then it is postponed and dated anew. */
describe('April is postponed', () => {
  let browser: WatchedBrowser
  let server: RunningServer
  let cookie: string
  let cycleId: string
  let page: Page

  const ask = async <T>(path: string, method = 'GET', body?: unknown): Promise<T> => {
    const json = body === undefined ? {} : { 'content-type': 'application/json' }
    const headers = { cookie, origin: server.url, ...json }
    const init = body === undefined ? { method, headers } : { method, headers, body: JSON.stringify(body) }
    const answer = await fetch(server.url + path, init)
    expect(answer.status, `${method} ${path}`).toBe(200)
    return (await answer.json()) as T
  }
  const road = () => ask<Road>(`/api/cycles/${cycleId}/road`)

  beforeAll(async () => {
    ;[browser, server] = await Promise.all([openBrowser(), startServer({ isDemo: true })])
    cookie = await signInByLink(await server.link())
    const [example] = await ask<Cycle[]>('/api/cycles')
    const start = { template: 'two-levels-2025', unitId: example?.unitId, unitName: '', year: 2030, isUpperShown: true }
    ;({ cycleId } = await ask<{ cycleId: string }>('/api/cycles/start', 'POST', start))
    const { cycle, levels, units } = await road()
    const { id: _id, isExample: _isExample, ...values } = cycle
    await ask(`/api/cycles/${cycleId}`, 'PUT', { ...values, standsOn: '2030-03-25' })
    const communes = units.filter(({ type, validTo }) => type === 'xã' && validTo === null).slice(0, inApril)
    await ask(`/api/cycles/${cycleId}/congresses-for-level`, 'POST', {
      levelId: levels[0]?.id,
      unitIds: communes.map(({ id }) => id),
      form: 'Hội nghị điển hình tiên tiến',
      theme: '',
      ordinal: '',
      halfDay: 'morning',
      weeks: 'none',
      expectedDelegates: 120,
    })
    const dated = (await road()).congresses.map(({ id, version }, at) => {
      const day = saturdays[at % saturdays.length]
      return { id, version, dateFrom: day, dateTo: day, halfDay: 'morning' }
    })
    await ask('/api/congresses/date-many', 'POST', { congresses: dated, reason: '', paperNumber: '' })
    page = await browser.newPage({ allowed: [/text\/event-stream/] })
    const [name = '', value = ''] = cookie.split('=')
    await page.context().addCookies([{ name, value, url: server.url }])
  })

  afterAll(async () => {
    await browser.close()
    await server.stop()
  })

  test('eighty warnings of one rule are accepted with one reason, and one click takes them back', async () => {
    await page.goto(`${server.url}/road?order=rule&cycle=${cycleId}`)
    await page.getByRole('button', { name: `Chấp nhận cả nhóm (${inApril})` }).click()
    const dialog = page.locator('accept-many-dialog')
    const boxes = dialog.getByRole('checkbox')
    for (let left = 0; left < 10; left += 1) await boxes.nth(left).click()
    await dialog.getByRole('button', { name: 'Chấp nhận 80 vướng mắc' }).click()
    await dialog.getByText('Ô này cần được điền.').waitFor()
    await dialog.getByLabel('Lý do').fill('Hội trường chỉ trống thứ Bảy')
    await dialog.getByLabel(/Số văn bản/).fill('12/UBND-NV')
    await expectNoAxeFindings(page)
    await dialog.getByRole('button', { name: 'Chấp nhận 80 vướng mắc' }).click()
    await page.locator('toast-stack').getByText('Đã chấp nhận 80 vướng mắc.').waitFor()
    expect((await road()).acceptances).toHaveLength(80)
    await page.locator('toast-stack').getByRole('button', { name: 'Hoàn tác' }).first().click()
    await page.getByRole('button', { name: `Chấp nhận cả nhóm (${inApril})` }).waitFor()
    expect((await road()).acceptances).toEqual([])
  })

  test('rows that a filter hides are no longer chosen, and nothing is done to them', async () => {
    await page.goto(`${server.url}/congresses?cycle=${cycleId}`)
    await page.getByRole('checkbox', { name: 'Chọn tất cả' }).click()
    await page.getByText(`Đã chọn ${inApril} trong ${inApril} dòng đang hiện`).waitFor()
    const { congresses, units } = await road()
    const name = units.find(({ id }) => id === congresses[0]?.unitId)?.name ?? ''
    await page.getByRole('searchbox').fill(name)
    await page.getByText(/^Đã chọn (\d+) trong \1 dòng đang hiện$/).waitFor()
    const chosen = Number(/\d+/.exec(await page.getByText(/^Đã chọn/).innerText())?.[0])
    expect(chosen).toBeLessThan(inApril)
    await page.getByRole('button', { name: 'Hoãn', exact: true }).click()
    await page
      .locator('postpone-dialog')
      .getByRole('button', { name: `Hoãn ${chosen} hội nghị` })
      .waitFor()
    await page.keyboard.press('Escape')
    await page.goto(`${server.url}/congresses?month=2030-05&cycle=${cycleId}`)
    expect(await page.getByText(/^Đã chọn/).count()).toBe(0)
  })

  test('the whole of April is postponed without new dates, for one reason', async () => {
    await page.goto(`${server.url}/congresses?month=2030-04&cycle=${cycleId}`)
    await page.getByRole('checkbox', { name: 'Chọn tất cả' }).click()
    await page.getByRole('button', { name: 'Hoãn', exact: true }).click()
    const dialog = page.locator('postpone-dialog')
    await dialog.getByText(`và ${inApril - 6} đơn vị khác`).click()
    expect(await dialog.locator('details li').count()).toBe(inApril - 6)
    await dialog.getByLabel('Lý do thay đổi').fill('Bão số 4')
    await dialog.getByRole('button', { name: `Hoãn ${inApril} hội nghị` }).click()
    await page.getByRole('link', { name: `Xếp lại ngày (${inApril})` }).waitFor()
    const { congresses } = await road()
    expect(new Set(congresses.map(({ state, dateFrom }) => `${state} ${dateFrom}`))).toEqual(
      new Set(['postponed null']),
    )
  })

  test('a line that is left out stays in its place, and no other day moves without being said', async () => {
    await page.getByRole('link', { name: `Xếp lại ngày (${inApril})` }).click()
    await page.getByText(`${inApril} hội nghị có ngày mới, ${inApril} không vướng`).waitFor()
    const rows = page.locator('postponed-page tbody tr')
    const shown = () =>
      rows.evaluateAll((lines) =>
        lines.map(
          (line) =>
            `${line.querySelector('a')?.textContent} ${line.querySelector<HTMLElement & { value: string }>('date-field')?.value}`,
        ),
      )
    const before = await shown()
    await rows.nth(3).getByRole('checkbox').click()
    await rows.nth(3).getByText('giữ chỗ').waitFor()
    const without = await shown()
    expect(without.filter((_line, at) => at !== 3)).toEqual(before.filter((_line, at) => at !== 3))
    expect(without[3]?.split(' undefined')[0]).toBe(before[3]?.replace(/ \S+$/, ''))
    await rows.nth(3).getByRole('checkbox').click()
    await rows.nth(3).locator('date-field').waitFor()
    expect(await shown()).toEqual(before)
    await page.locator('.wish date-field').nth(1).locator('input').first().fill('30/2/2030')
    await page.getByText('Không phải một ngày có thật.').waitFor()
    expect(await rows.count()).toBe(0)
    await page.goBack()
  })

  test('they are dated anew on working days free of conflicts, one of them by hand, in one act', async () => {
    await page.getByRole('link', { name: `Xếp lại ngày (${inApril})` }).click()
    await page.getByText(`${inApril} hội nghị có ngày mới, ${inApril} không vướng`).waitFor()
    await showWhole(page)
    await expectNoAxeFindings(page)
    const first = page.locator('postponed-page tbody tr').first()
    const field = first.locator('date-field input').first()
    const send = page.getByRole('button', { name: /^Xếp ngày cho/ })
    await field.fill('31/2/2030')
    await page.getByText('1 dòng có ngày không đọc được.').waitFor()
    expect(await field.getAttribute('aria-invalid')).toBe('true')
    expect(await send.isDisabled()).toBe(true)
    // A line that is not dated needs no day that can be read.
    await first.getByRole('checkbox').click()
    await page.getByRole('button', { name: `Xếp ngày cho ${inApril - 1} hội nghị` }).waitFor()
    expect(await send.isDisabled()).toBe(false)
    await first.getByRole('checkbox').click()
    await field.fill('22/4/2030')
    await first.getByRole('button', { name: 'Lấy lại đề xuất' }).waitFor()
    await page.getByLabel('Lý do thay đổi').fill('Hết bão')
    await page.getByRole('button', { name: `Xếp ngày cho ${inApril} hội nghị` }).click()
    await page.getByText('Không có hội nghị nào đang hoãn mà chưa có ngày.').waitFor()
    const { congresses } = await road()
    expect(new Set(congresses.map(({ state }) => state))).toEqual(new Set(['planned']))
    expect(congresses.filter(({ dateFrom }) => saturdays.includes(dateFrom ?? ''))).toEqual([])
    expect(congresses.filter(({ dateFrom }) => dateFrom === '2030-04-22').length).toBeGreaterThan(0)
    const { open } = await ask<{ open: unknown[] }>(`/api/cycles/${cycleId}/conflicts`)
    expect(open).toEqual([])
    await page.locator('toast-stack').getByRole('button', { name: 'Hoàn tác' }).first().click()
    await page.getByText(/hội nghị có ngày mới/).waitFor()
  })

  test('the calendar shows a month in cells and as a list, without findings of axe', async () => {
    await page.goto(`${server.url}/calendar?month=2030-04&view=month&cycle=${cycleId}`)
    await page.getByRole('button', { name: /^Thứ Ba, 30\/4\/2030/ }).click()
    await page.locator('aside').getByText('Ngày Giải phóng miền Nam, thống nhất đất nước').waitFor()
    await showWhole(page)
    await expectNoAxeFindings(page)
    await page.goto(`${server.url}/calendar?month=2030-04&view=agenda&lang=en&cycle=${cycleId}`)
    await page.getByText('55 years').waitFor()
    await expectNoAxeFindings(page)
  })
})
