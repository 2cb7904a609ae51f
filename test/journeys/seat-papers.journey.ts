import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { PaperList } from '../../server/documents/schema.ts'
import type { PrintedSeats } from '../../server/prints/schema.ts'
import type { SeatingBoard, SeatingHallDrawing, SeatingOverview, SeatingPlan } from '../../server/seating/schema.ts'
import { indexHall } from '../../server/halls/rules/indexed.ts'
import { askingAs } from '../support/asking.ts'
import { expectNoAxeFindings } from '../support/axe.ts'
import { openBrowser, type WatchedBrowser } from '../support/browser.ts'
import { provincialCongress } from '../support/demo.ts'
import { aPlan } from '../support/seating.ts'
import { signInByLink, startServer, type RunningServer } from '../support/server.ts'
import { readPdf, wordsOf } from '../server/documents/read-pdf.ts'

describe('papers of seats are printed from the page of seats', () => {
  let browser: WatchedBrowser
  let server: RunningServer
  let cookie = ''
  let at = ''
  let ask: ReturnType<typeof askingAs>
  let page: Page

  beforeAll(async () => {
    ;[browser, server] = await Promise.all([openBrowser(), startServer({ isDemo: true })])
    cookie = await signInByLink(await server.link())
    ask = askingAs(server.url, cookie)
    at = `/congresses/${(await provincialCongress(ask)).id}`
    const { halls } = await ask<SeatingOverview>(`/api${at}/seating`)
    const plan = await ask<SeatingPlan>(`/api${at}/seating`, 'POST', aPlan(halls[0]?.id ?? ''))
    const { people } = await ask<SeatingBoard>(`/api${at}/seating/${plan.id}`)
    const { drawing } = await ask<SeatingHallDrawing>(`/api${at}/seating/${plan.id}/hall`)
    const free = indexHall(drawing).seats.filter(({ isStage, use }) => !isStage && use === 'ordinary')
    const seated = people.slice(0, 120).flatMap(({ id: delegateId }, index) => {
      const seatId = free[index]?.id
      return seatId === undefined ? [] : [{ delegateId, seatId, isLocked: false, placeId: null }]
    })
    await put(plan.id, seated.slice(0, 117))
    await ask(`/api${at}/seating/${plan.id}/releases`, 'POST', { note: '', version: plan.version })
    await put(plan.id, seated.slice(117))
    page = await browser.newPage({ width: 1366, height: 768, allowed: [/text\/event-stream/] })
    const [name = '', value = ''] = cookie.split('=')
    await page.context().addCookies([{ name, value, url: server.url }])
    await page.goto(`${server.url}${at}/seating`)
  })

  afterAll(async () => {
    await browser.close()
    await server.stop()
  })

  const put = (planId: string, places: object[]) =>
    ask(`/api${at}/seating/${planId}/places`, 'PUT', { phaseId: '', places, isPlanned: false })
  const dialog = () => page.locator('seat-papers-dialog')
  /** Chosen, made, and the words of what is opened. */
  const print = async (title: string): Promise<{ pages: number; told: string }> => {
    await dialog()
      .getByRole('button', { name: `In ${title}`, exact: true })
      .click()
    await dialog()
      .getByText(/^Theo bản 1 công bố ngày .* Chưa gồm 3 thay đổi chỗ ngồi chưa công bố\.$/u)
      .waitFor()
    await dialog().getByRole('button', { name: 'Tạo bản in' }).click()
    const path = await dialog().getByRole('link', { name: 'Mở PDF' }).first().getAttribute('href')
    const answer = await fetch(new URL(path ?? '', server.url), { headers: { cookie } })
    const { pages } = await readPdf(Buffer.from(await answer.arrayBuffer()))
    await dialog().getByRole('button', { name: 'Đóng' }).last().click()
    await page.getByRole('heading', { name: 'In giấy tờ chỗ ngồi' }).waitFor()
    return { pages: pages.length, told: wordsOf(pages).normalize('NFC') }
  }

  test('one click leads to all of them, and says what is not released yet', async () => {
    await page.getByRole('button', { name: 'In', exact: true }).click()
    await dialog().getByText('Mọi giấy tờ in theo bản 1 đã công bố, chưa gồm 3 thay đổi chưa công bố.').waitFor()
    const { papers } = await ask<PaperList>(`/api${at}/papers`)
    const titles = papers.filter(({ group }) => group === 'seating').map(({ titles: { vi } }) => vi)
    await dialog().getByRole('heading', { level: 3 }).first().waitFor()
    expect((await dialog().getByRole('heading', { level: 3 }).allTextContents()).sort()).toEqual(titles.sort())
    await expectNoAxeFindings(page)
  })

  test('the sheets of blocks and of delegations are made there, and say of which release they are', async () => {
    for (const title of ['Sơ đồ từng khối', 'Chỗ ngồi của từng đoàn']) {
      const { pages, told } = await print(title)
      expect(pages).toBeGreaterThan(2)
      expect(told).toMatch(/Chưa gồm 3 thay đổi/u)
    }
  })

  test('what lies printed and changed since is printed from there, and nothing else', async () => {
    const { plans } = await ask<SeatingOverview>(`/api${at}/seating`)
    const [plan] = plans
    await ask(`/api${at}/seating/${plan?.id ?? ''}/releases`, 'POST', { note: '', version: plan?.version ?? 0 })
    await page.reload()
    await page.getByRole('button', { name: 'In', exact: true }).click()
    await dialog().getByText('Mọi giấy tờ in theo bản 2 đã công bố.').waitFor()
    await dialog().getByRole('button', { name: 'In những bản đã đổi (2 văn bản)' }).click()
    await dialog().getByRole('button', { name: 'Tạo bản in' }).click()
    await dialog().getByText('Bộ tài liệu đã sẵn sàng').waitFor()
  })

  test('the map tells who sits elsewhere than the seat cards say that were printed', async () => {
    const order = { kind: 'seat-card', language: 'vi', which: 'all', rowIds: [], copies: 1, spare: 0 }
    await ask(`/api${at}/prints`, 'POST', { ...order, skipped: 0, fromSheet: 1, overprint: null })
    await expect.poll(() => ask<PrintedSeats>(`/api${at}/printed-seats`).then(({ seats }) => seats.length)).toBe(120)
    const { plans } = await ask<SeatingOverview>(`/api${at}/seating`)
    const { places } = await ask<SeatingBoard>(`/api${at}/seating/${plans[0]?.id ?? ''}`)
    const [one, other] = places
    const swapped = [one, other].map((place, at, both) => ({
      ...{ delegateId: place?.delegateId, seatId: both[1 - at]?.seatId, isLocked: false, placeId: place?.id },
    }))
    await put(plans[0]?.id ?? '', swapped)
    await page.goto(`${server.url}${at}/seating`)
    await page
      .getByRole('combobox', { name: 'Tô màu', exact: true })
      .selectOption({ label: 'Tô màu: Thay đổi từ lần in' })
    const line = (word: string, count: number) =>
      page.locator('seat-legend li').filter({ hasText: `${word} ${String(count)}` })
    await line('Khác phiếu đã in', 2).waitFor()
    await line('Như phiếu đã in', 118).waitFor()
  })
})
