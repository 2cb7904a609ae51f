import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Cycle } from '../../server/cycles/schema.ts'
import type { Programme } from '../../server/programme/schema.ts'
import { todayIn } from '../../server/format/dates.ts'
import type { Road } from '../../server/road/schema.ts'
import { expectNoAxeFindings } from '../support/axe.ts'
import { openBrowser, showWhole, type WatchedBrowser } from '../support/browser.ts'
import { signInByLink, startServer, type RunningServer } from '../support/server.ts'

/** A congress is held: what begins and ends is tapped, it begins late, and is over when it must be all the same. */
describe('the day of a congress', () => {
  let browser: WatchedBrowser
  let server: RunningServer
  let cookie: string
  let page: Page
  let congressId: string

  const ask = async <T>(path: string): Promise<T> =>
    (await fetch(server.url + path, { headers: { cookie } })).json() as Promise<T>
  const send = async (method: string, path: string, body: unknown) => {
    const headers = { cookie, 'content-type': 'application/json' }
    const answer = await fetch(server.url + path, { method, headers, body: JSON.stringify(body) })
    expect(answer.status).toBe(200)
  }
  const official = async () => {
    const { sessions } = await ask<Programme>(`/api/congresses/${congressId}/programme`)
    return sessions.find(({ kind }) => kind === 'official')!
  }

  beforeAll(async () => {
    ;[browser, server] = await Promise.all([openBrowser(), startServer({ isDemo: true })])
    cookie = await signInByLink(await server.link())
    const [cycle] = await ask<Cycle[]>('/api/cycles')
    const { congresses } = await ask<Road>(`/api/cycles/${cycle?.id ?? ''}/road`)
    congressId = congresses.find(({ title }) => title.includes('tỉnh Nam Định lần thứ V'))!.id
    page = await browser.newPage({ allowed: [/text\/event-stream/] })
    const [name = '', value = ''] = cookie.split('=')
    await page.context().addCookies([{ name, value, url: server.url }])
  })

  afterAll(async () => {
    await browser.close()
    await server.stop()
  })

  test('the first item begins, twelve minutes late by the clock of the run-through', async () => {
    await page.goto(`${server.url}/congresses/${congressId}/programme?view=script`)
    await page.getByText('Chưa bắt đầu').waitFor()
    const clock = page.getByLabel('Giả định bây giờ là')
    await clock.fill('25:99')
    await clock.press('Enter')
    await page.getByRole('alert').getByText('Giờ viết như 08:30').waitFor()
    await clock.fill('07:07')
    await clock.press('Enter')
    await page.getByRole('button', { name: '+5 phút' }).click()
    await page.getByRole('button', { name: 'Bắt đầu: Đón tiếp đại biểu', exact: false }).first().click()
    await page.getByRole('row', { name: /Đang diễn ra:\s*Đón tiếp/ }).waitFor()
    await page.getByText('Trễ 12 phút').waitFor()
    await page.getByText('Dự kiến xong 11:32; phải xong 11:20').waitFor()
    expect((await official()).items[0]).toMatchObject({ startedAt: '07:12', endedAt: null })
  })

  test('a time that is still to come is refused', async () => {
    await page.getByRole('button', { name: /^Sửa giờ thực tế: Đón tiếp/ }).click()
    const dialog = page.locator('times-dialog')
    await dialog.getByLabel('Kết thúc lúc').fill('08:12')
    await dialog.getByRole('button', { name: 'Lưu' }).click()
    await dialog.getByText('Giờ này chưa tới.').waitFor()
    await showWhole(page)
    await expectNoAxeFindings(page)
    await dialog.getByRole('button', { name: 'Thôi' }).click()
    expect((await official()).items[0]).toMatchObject({ startedAt: '07:12', endedAt: null })
  })

  test('what is proposed is tried, and the plan stays as it is', async () => {
    const before = await official()
    await page.getByRole('heading', { name: 'Sẽ xong muộn 12 phút. Có thể rút ngắn:' }).waitFor()
    await showWhole(page)
    await expectNoAxeFindings(page)
    await page.getByRole('button', { name: 'Thử áp dụng, được 12 phút' }).click()
    await page.getByText('Dự kiến xong 11:20; phải xong 11:20').waitFor()
    expect(await official()).toEqual(before)
    await page.reload()
    await page.getByText('Dự kiến xong 11:20; phải xong 11:20').waitFor()
  })

  test('what begins next ends what runs; the hall and the chair see it', async () => {
    const [, second, third] = (await official()).items
    await page
      .getByRole('button', { name: `Bắt đầu: ${second!.title}` })
      .first()
      .click()
    await page.getByRole('row', { name: new RegExp(`Đang diễn ra:\\s*${second!.title}`) }).waitFor()
    expect((await official()).items[0]?.endedAt).not.toBeNull()
    await page.goto(`${server.url}/congresses/${congressId}/screen`)
    await page.locator('.large', { hasText: second!.title }).waitFor()
    expect(await page.locator('footer').innerText()).toContain(third!.title)
    await showWhole(page)
    await expectNoAxeFindings(page)
    await page.goto(`${server.url}/congresses/${congressId}/screen?show=timer`)
    expect(await page.getByRole('timer').innerText()).toMatch(/^\d+:\d\d$/)
    await showWhole(page)
    await expectNoAxeFindings(page)
  })

  test('after the run-through its times are cleared', async () => {
    await page.goto(`${server.url}/congresses/${congressId}/programme?view=script`)
    await page.getByRole('button', { name: 'Xóa giờ đã bấm' }).click()
    await page.getByText('Chưa bắt đầu').waitFor()
    await page.getByText('Dự kiến xong 11:20; phải xong 11:20').waitFor()
    expect(await page.getByRole('row', { name: /Giải lao/ }).innerText()).toContain('15')
    expect((await official()).items.every(({ startedAt, endedAt }) => startedAt === null && endedAt === null)).toBe(
      true,
    )
  })

  test('on the very day what is proposed changes the plan, and one undo puts it back', async () => {
    const { id, kind, title, room, startsAt, version } = await official()
    const date = todayIn('Asia/Ho_Chi_Minh', new Date())
    await send('PUT', `/api/sessions/${id}`, { kind, title, room, version, date, startsAt })
    const first = (await official()).items[0]!
    await send('POST', `/api/items/${first.id}/tap`, { step: 'begin', at: '07:12', version: first.version })
    const before = (await official()).items
    await page.goto(`${server.url}/congresses/${congressId}/programme?view=script&session=${id}`)
    await page.getByRole('button', { name: /^Áp dụng, được \d+ phút/ }).click()
    await page.locator('toast-stack').getByText('Đã rút ngắn các nội dung đã chọn.').waitFor()
    const { items, fixedEnd } = await official()
    expect(fixedEnd).not.toBeNull()
    expect(sumOf(items.map(({ durationMinutes }) => durationMinutes))).toBeLessThan(
      sumOf(before.map(({ durationMinutes }) => durationMinutes)),
    )
    await page.locator('toast-stack').getByRole('button', { name: 'Hoàn tác' }).last().click()
    await page.locator('toast-stack').getByText('Đã hoàn tác').waitFor()
    expect((await official()).items.map(({ durationMinutes }) => durationMinutes)).toEqual(
      before.map(({ durationMinutes }) => durationMinutes),
    )
  })
})

const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, number) => sum + number, 0)
