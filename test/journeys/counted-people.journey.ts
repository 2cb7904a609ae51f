import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Congress } from '../../server/congresses/schema.ts'
import type { GroupBoard, PlanPreview } from '../../server/groups/schema.ts'
import type { QuotaBoard } from '../../server/quotas/schema.ts'
import { askingAs, type Asking } from '../support/asking.ts'
import { expectNoAxeFindings } from '../support/axe.ts'
import { openBrowser, screenshot, type WatchedBrowser } from '../support/browser.ts'
import type { UnitListBoard } from '../../server/unit-lists/schema.ts'
import { provincialCongress } from '../support/demo.ts'
import { signInByLink, startServer, type RunningServer } from '../support/server.ts'

/** Whom the pages count: what stands beside each other on them agrees. */
let browser: WatchedBrowser
let server: RunningServer
let cookie: string
let ask: Asking
let congress: Congress

beforeAll(async () => {
  ;[browser, server] = await Promise.all([openBrowser(), startServer({ isDemo: true })])
  cookie = await signInByLink(await server.link())
  ask = askingAs(server.url, cookie)
  congress = await provincialCongress(ask)
})

afterAll(async () => {
  await browser.close()
  await server.stop()
})

const open = async (path: string): Promise<Page> => {
  const page = await browser.newPage({ width: 1366, height: 768, allowed: [/text\/event-stream/] })
  const [name = '', value = ''] = cookie.split('=')
  await page.context().addCookies([{ name, value, url: server.url }])
  await page.goto(`${server.url}/congresses/${congress.id}/${path}`)
  return page
}

/** The page as an office sees it, and as a telephone does. */
const lookAt = async (page: Page, name: string): Promise<void> => {
  await expectNoAxeFindings(page)
  for (const [width, height] of [
    [390, 844],
    [1366, 768],
  ] as const) {
    await page.setViewportSize({ width, height })
    await screenshot(page, `${name}-${String(width)}`)
  }
}

test('official delegates are spread over units, not over the group of guests, and a unit that is unticked keeps its own', async () => {
  const { quotas } = await ask<QuotaBoard>(`/api/congresses/${congress.id}/quotas`)
  const sharing = quotas.filter(({ name }) => name !== 'Khách mời')
  expect(sharing).toHaveLength(quotas.length - 1)
  const page = await open('quotas')
  await page.getByRole('button', { name: 'Chia phân bổ', exact: true }).click()
  const dialog = page.locator('spread-dialog')
  await dialog.getByText('Không chia đại biểu chính thức cho «Khách mời»').waitFor()
  expect(await dialog.getByText(/Còn thiếu/u).count()).toBe(0)
  await dialog.getByLabel('Cách chia').selectOption('equal')
  await dialog.getByLabel('Tổng số').fill('330')
  const rows = dialog.locator('.preview tbody tr')
  await expect.poll(() => rows.count()).toBe(sharing.length)
  expect(await dialog.getByRole('cell', { name: 'Khách mời' }).count()).toBe(0)
  await dialog.locator('summary').click()
  const first = sharing[0]!
  await dialog.getByRole('checkbox', { name: first.name, exact: true }).uncheck()
  await expect.poll(() => rows.count()).toBe(sharing.length - 1)
  await dialog.getByText(`Chia cho ${String(sharing.length - 1)} trong ${String(sharing.length)} đơn vị`).waitFor()
  await lookAt(page, 'spread-without-guests')
  await dialog.getByLabel('Chia', { exact: true }).selectOption('guests')
  await dialog.getByRole('cell', { name: 'Khách mời' }).waitFor()
  await page.context().close()
})

test('groups that were made uneven by hand: why nobody must move is said, and what evens them out', async () => {
  const api = `/api/congresses/${congress.id}`
  const { plan: setting } = await ask<GroupBoard>(`${api}/groups`)
  await ask(`${api}/group-plan`, 'PUT', { ...setting, isOn: true })
  const page = await open('groups')
  await page.locator('empty-state').getByRole('button', { name: 'Thêm tổ', exact: true }).click()
  await page.getByLabel('Số tổ thêm').fill('2')
  await page.getByRole('button', { name: 'Thêm 2 tổ' }).click()
  const add = (groups: object[]) => ask(`${api}/groups`, 'POST', { groups })
  await page.getByRole('button', { name: 'Sửa Tổ 2' }).waitFor()
  await add(Array.from({ length: 8 }, (_, at) => ({ name: `Tổ ${String(at + 3)}`, place: '', least: 0, most: 100 })))
  const { plan } = await ask<PlanPreview>(`${api}/groups/plan`, 'POST', { mode: 'anew', seed: 1 })
  const placed = (plan?.places ?? []).map((place) => ({ ...place, role: null, isHeld: false, version: 0 }))
  await ask(`${api}/group-members`, 'PUT', { members: placed, isPlanned: true })

  const { groups, members } = await ask<GroupBoard>(`${api}/groups`)
  const [one, ten] = ['Tổ 1', 'Tổ 10'].map((name) => groups.find((each) => each.name === name)?.id)
  const moved = members.find(({ groupId }) => groupId === one)!
  await ask(`${api}/group-members`, 'PUT', { members: [{ ...moved, groupId: ten }], isPlanned: false })
  await page.getByText(/^Lệch \d+ người so với chia đều/u).waitFor()
  await page.getByRole('button', { name: 'Xếp tổ', exact: true }).click()
  const outcome = page.locator('group-plan-dialog .outcome')
  await outcome.getByText('Không ai phải chuyển tổ').waitFor()
  expect(await outcome.innerText()).toMatch(
    /^\s*Không ai phải chuyển tổ, vì .* Lệch \d+ người so với chia đều\. .*«Xếp lại từ đầu»\.$/u,
  )
  await lookAt(page, 'groups-uneven')
  await page.getByRole('radio', { name: 'Xếp lại từ đầu' }).check()
  await outcome.locator('.move .icon').first().waitFor()
  await expect.poll(() => outcome.locator('.move').first().innerText()).toMatch(/^Tổ \d+\s*chuyển sang\s*Tổ \d+$/u)
  await lookAt(page, 'groups-moves')
  await page.context().close()
})

test('lists of units: one that is approved is not counted as sent too, and one that asks for a correction is seen', async () => {
  const api = `/api/congresses/${congress.id}/unit-lists`
  const { lists } = await ask<UnitListBoard>(api)
  const begun = lists.filter(({ state, entered }) => state === 'entered' && entered.official > 0)
  const [approved, asking] = begun
  expect(lists.filter(({ state }) => state !== 'entered')).toEqual([])
  const step = async (unitId: string, name: string, body: object) => {
    const row = (await ask<UnitListBoard>(api)).lists.find(({ sendingUnitId }) => sendingUnitId === unitId)
    await ask(`${api}/${unitId}/${name}`, 'POST', { ...body, version: row?.version ?? 0 })
  }
  for (const row of [approved!, asking!]) await step(row.sendingUnitId, 'submit', { excessReason: '' })
  await step(approved!.sendingUnitId, 'approve', { paperNumber: '', paperDate: null })
  await step(asking!.sendingUnitId, 'correction-request', { reason: 'Đổi một đại biểu' })
  const page = await open('unit-lists')
  await page.getByText(`${String(lists.length)} đơn vị: 1 đã gửi, 1 đã duyệt`, { exact: true }).waitFor()
  await page.getByText('1 đơn vị xin sửa lại', { exact: true }).waitFor()
  const row = page.getByRole('row').filter({ has: page.getByRole('link', { name: asking!.name, exact: true }) })
  await row.locator('.badge', { hasText: 'xin sửa lại' }).waitFor()
  const unit = await row.locator('.unit').boundingBox()
  expect(unit!.width).toBeGreaterThanOrEqual(160)
  await lookAt(page, 'unit-lists-asked')
  await page.context().close()
})
