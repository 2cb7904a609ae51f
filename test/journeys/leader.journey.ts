import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Cycle } from '../../server/cycles/schema.ts'
import type { Post } from '../../server/people/schema.ts'
import type { Programme } from '../../server/programme/schema.ts'
import type { Road } from '../../server/road/schema.ts'
import { expectNoAxeFindings } from '../support/axe.ts'
import { openBrowser, showWhole, type WatchedBrowser } from '../support/browser.ts'
import { signInByLink, startServer, type RunningServer } from '../support/server.ts'

/** Friday evening: the vice-chairman cannot come all week, and the programme of Monday still names him. */
describe('a leader who is replaced for a week', () => {
  let browser: WatchedBrowser
  let server: RunningServer
  let cookie: string
  let page: Page
  let road: Road
  let former: Post
  let programmeOf: string

  const ask = async <T>(path: string, method = 'GET', body?: unknown): Promise<T> => {
    const type = body === undefined ? {} : { 'content-type': 'application/json' }
    const init = { method, headers: { cookie, origin: server.url, ...type } }
    const answer = await fetch(server.url + path, body === undefined ? init : { ...init, body: JSON.stringify(body) })
    return answer.json() as Promise<T>
  }
  const attended = async () => {
    const { congresses } = await ask<Road>(`/api/cycles/${road.cycle.id}/road`)
    return congresses
      .filter(({ postIds, dateFrom }) => postIds.includes(former.id) && dateFrom !== null)
      .filter(({ dateFrom }) => dateFrom! >= '2020-06-22' && dateFrom! <= '2020-06-28').length
  }
  const presenters = async () => {
    const { sessions } = await ask<Programme>(`/api/congresses/${programmeOf}/programme`)
    return sessions.flatMap(({ items }) => items.map(({ presenter }) => presenter))
  }

  beforeAll(async () => {
    ;[browser, server] = await Promise.all([openBrowser(), startServer({ isDemo: true })])
    cookie = await signInByLink(await server.link())
    const [cycle] = await ask<Cycle[]>('/api/cycles')
    road = await ask<Road>(`/api/cycles/${cycle?.id ?? ''}/road`)
    former = road.posts.find(({ name }) => name.endsWith('(VX)'))!
    programmeOf = road.congresses.find(
      ({ postIds, dateFrom }) => postIds.includes(former.id) && dateFrom === '2020-06-26',
    )!.id
    const session = { kind: 'official', title: 'Phiên chính thức', date: '2020-06-26', startsAt: '07:30', room: '' }
    const { id } = await ask<{ id: string }>(`/api/congresses/${programmeOf}/sessions`, 'POST', session)
    const speech = { title: 'Phát biểu chỉ đạo', durationMinutes: 20, fixedStart: null, note: '', position: null }
    const named = `Đồng chí ${former.holders[0]?.personName ?? ''}, ${former.name}`
    await ask(`/api/sessions/${id}/items`, 'POST', { ...speech, presenter: named })
    page = await browser.newPage({ allowed: [/text\/event-stream/] })
    const [name = '', ...value] = cookie.split('=')
    await page.context().addCookies([{ name, value: value.join('='), url: server.url }])
  })

  afterAll(async () => {
    await browser.close()
    await server.stop()
  })

  test('another comes in one act; who is still named is put right by a click; all of it is undone', async () => {
    expect(await attended()).toBeGreaterThan(1)
    await page.goto(`${server.url}/leaders/${former.id}/week`)
    await page.getByRole('button', { name: 'Cử người dự thay' }).first().click()
    const dialog = page.locator('replace-leader-dialog')
    await dialog.locator('combo-field input').fill('thuong truc')
    await page.keyboard.press('Enter')
    await dialog.getByLabel('Theo nguồn').fill('Điện thoại Văn phòng UBND tỉnh, 19 giờ 30')
    await dialog.getByRole('button', { name: /^Thay ở \d+ hội nghị$/ }).click()

    const still = dialog.locator('mention-list')
    await still.getByText('1 chỗ').waitFor()
    expect(await attended()).toBe(0)
    // Who stood aside and who attends now, at which congresses.
    await dialog.getByText(new RegExp(`^${former.holders[0]?.personName ?? ''} .*, thay bằng .*Thường trực`)).waitFor()
    expect(await dialog.locator('.outcome a').count()).toBeGreaterThan(1)
    await page.getByRole('button', { name: 'Hoàn tác' }).waitFor()
    const after = road.posts.find(({ name }) => name.includes('Thường trực'))!
    await still.getByRole('button', { name: /^Thay tên trong/ }).click()
    await still.getByText('Không còn văn bản nào ghi tên người cũ.').waitFor()
    expect(await presenters()).toEqual([`Đồng chí ${after.holders[0]?.personName ?? ''}, ${after.name}`])

    // The name first, then the replacement: each act is undone by its own.
    const acts = await ask<{ acts: { id: string; action: string }[] }>('/api/acts')
    for (const action of ['leader-name-mended', 'leader-replaced']) {
      const { id = '' } = acts.acts.find((each) => each.action === action) ?? {}
      await fetch(`${server.url}/api/acts/${id}/undo`, { method: 'POST', headers: { cookie, origin: server.url } })
    }
    expect(await presenters()).toEqual([`Đồng chí ${former.holders[0]?.personName ?? ''}, ${former.name}`])
    expect(await attended()).toBeGreaterThan(1)
  })

  test.each(['vi', 'en'] as const)('the week has no findings of axe (%s)', async (language) => {
    await page.goto(`${server.url}/leaders/${former.id}/week?lang=${language}`)
    await page.locator('leader-week-page .week').waitFor()
    await showWhole(page)
    await expectNoAxeFindings(page)
  })
})
