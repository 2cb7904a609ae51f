import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { compareVietnamese } from '../../server/format/names.ts'
import type { DelegateList } from '../../server/delegates/schema.ts'
import type { HallDetails } from '../../server/halls/schema.ts'
import { indexHall, type IndexedHall } from '../../server/halls/rules/indexed.ts'
import type { SeatingBoard, SeatingHallDrawing, SeatingOverview } from '../../server/seating/schema.ts'
import type { Asking } from '../support/asking.ts'
import { expectNoAxeFindings } from '../support/axe.ts'
import { showWhole } from '../support/browser.ts'
import { pointOfSeat, seatShownOf } from '../support/seat-map.ts'
import { startSeatedCongress, toldBy, type SeatedCongress } from '../support/seated.ts'
import type { RunningServer } from '../support/server.ts'

/** The example's provincial Congress is seated: by mouse, by keyboard alone, by two people at once. */
describe('a congress that is seated', () => {
  let congress: SeatedCongress
  let server: RunningServer
  let ask: Asking
  let cookie: string
  let at: string
  let hall: IndexedHall

  beforeAll(async () => {
    congress = await startSeatedCongress()
    ;({ server, ask, cookie, at } = congress)
  })

  afterAll(() => congress.stop())

  const open = (path: string) => congress.open(path)
  const board = () => congress.board()
  /** What each sits on by what it is called, of those with a name in the list. */
  const labelOf = async (personId: string): Promise<string | undefined> => {
    const { places } = await board()
    const seatId = places.find(({ delegateId, phaseId }) => delegateId === personId && phaseId === '')?.seatId
    return hall.seats[hall.placeOf.get(seatId ?? '') ?? -1]?.label
  }
  const placeOf = (page: Page, seat: number) => pointOfSeat(page.locator('seat-map'), seat)
  const seatCalled = (label: string) => hall.seats.findIndex((seat) => seat.label === label)

  test('gets a plan in the example’s hall, and is seated automatically after a look at what that does', async () => {
    const page = await open(`${at}/seating`)
    await page.getByRole('button', { name: 'Thêm phương án' }).click()
    await page.getByRole('button', { name: 'Tạo phương án' }).click()
    await toldBy(page, 'Đã tạo phương án Chính thức')
    await page.getByRole('button', { name: 'Xếp tự động' }).click()
    await page.getByText('359 người có ghế').waitFor()
    expect((await board()).places).toEqual([])
    await page.getByRole('button', { name: 'Xếp 359 người' }).click()
    await toldBy(page, 'Đã xếp chỗ cho 359 người')
    const { places, plan } = await board()
    const { drawing } = await ask<SeatingHallDrawing>(`/api${at}/seating/${plan.id}/hall`)
    hall = indexHall(drawing)
    expect(new Set(places.map(({ seatId }) => seatId)).size).toBe(359)
    await page.getByText('359 có ghế').waitFor()
    await expectNoAxeFindings(page)
    await page.context().close()
  })

  test('moves a delegation that is dragged onto the map, locks a guest, and takes it back', async () => {
    const before = await board()
    const city = before.delegations.find(({ name }) => name === 'Thành phố Nam Định')
    const members = before.people.filter(({ delegationId }) => delegationId === city?.id)
    const page = await open(`${at}/seating`)
    await page.locator('seat-map').waitFor()
    const [target, behind] = [await placeOf(page, seatCalled('P10')), await placeOf(page, seatCalled('Q10'))]
    const map = page.locator('seat-map')
    const box = (await map.boundingBox()) ?? { x: 0, y: 0 }
    const party = page.locator('.party', { hasText: 'Thành phố Nam Định' })
    await party.dragTo(map, { targetPosition: { x: 4, y: 4 } })
    await toldBy(page, 'ở đó không có ghế')
    // Between two rows: the nearer seat takes them.
    const y = target.y + 0.46 * (behind.y - target.y) - box.y
    await party.dragTo(map, { targetPosition: { x: target.x - box.x, y } })
    await toldBy(page, `Đã chuyển ${members.length} người`)
    expect(await labelOf(members[0]?.id ?? '')).toBe('P10')
    const guest = before.people.find((person) => person.class === 'guest')
    await page.getByRole('searchbox', { name: 'Tìm đại biểu, đoàn' }).fill(guest?.name ?? '')
    await page.getByRole('button', { name: `Xem chỗ của ${guest?.name ?? ''}` }).click()
    await page.getByText('Vì sao chỗ này?').waitFor()
    await page.getByRole('button', { name: 'Khóa chỗ' }).click()
    await toldBy(page, 'Đã khóa 1 chỗ')
    expect((await board()).places.filter(({ isLocked }) => isLocked).map(({ delegateId }) => delegateId)).toEqual([
      guest?.id,
    ])
    await page.getByRole('button', { name: 'Việc khác' }).click()
    await page.getByRole('button', { name: 'Hoàn tác việc vừa làm (Ctrl Z)' }).click()
    await toldBy(page, 'Đã hoàn tác')
    expect((await board()).places.some(({ isLocked }) => isLocked)).toBe(false)
    await page.context().close()
  })

  test('seats who comes late while others stay, is released, and prints from both sides', async () => {
    await ask(`/api${at}/delegates`, 'POST', { name: 'Đỗ Thị Đến Muộn', class: 'official', delegation: 'Huyện Ý Yên' })
    const page = await open(`${at}/seating`)
    await page.getByRole('heading', { name: 'Chưa có ghế' }).waitFor()
    await page.getByRole('button', { name: 'Xếp tự động' }).click()
    await page.getByText('Không ai phải đổi chỗ').waitFor()
    await page.getByRole('button', { name: 'Xếp 1 người' }).click()
    await toldBy(page, 'Đã xếp chỗ cho 1 người')
    await page.getByRole('button', { name: 'Công bố bản 1' }).click()
    await page.getByRole('button', { name: 'Công bố', exact: true }).click()
    await toldBy(page, 'Đã công bố Chính thức, bản 1')
    const { delegates } = await ask<DelegateList>(`/api${at}/delegates`)
    const late = delegates.find(({ name }) => name === 'Đỗ Thị Đến Muộn')
    expect(late?.seat).toBe(await labelOf(late?.id ?? ''))
    expect(late?.door).toMatch(/^[AB]$/u)
    for (const kind of ['seating-chart', 'seating-chart-stage', 'door-list', 'seat-card']) {
      const response = await fetch(`${server.url}/api${at}/papers/${kind}/pdf?language=vi`, { headers: { cookie } })
      expect([kind, response.status, response.headers.get('content-type')]).toEqual([kind, 200, 'application/pdf'])
    }
    await page.context().close()
  })

  test('is done by keyboard alone: a seat is walked to, its person picked up and put elsewhere', async () => {
    const page = await open(`${at}/seating`)
    const grid = page.getByRole('grid')
    await grid.waitFor()
    await grid.focus()
    const seatTold = () => grid.locator('[role=gridcell]').textContent()
    await page.keyboard.press('Home')
    while ((await seatTold())?.includes('ghế trống') === true) await page.keyboard.press('ArrowDown')
    const first = await seatTold()
    const name = first?.split(', ')[1] ?? ''
    const personId = (await board()).people.find((person) => person.name === name)?.id ?? ''
    const from = await labelOf(personId)
    await page.keyboard.press('m')
    await page.getByText(`Đang chuyển ${name}`).waitFor()
    await page.keyboard.press('ArrowDown')
    const to = (await seatTold())?.split(', ')[0] ?? ''
    await page.keyboard.press('Enter')
    await toldBy(page, /Đã (xếp|đổi chỗ)/u)
    expect([from, await labelOf(personId)]).toEqual([first?.split(', ')[0], to])
    await page.context().close()
  })

  test('has its delegations ordered by keyboard and by drag, kept with the plan and undone', async () => {
    const page = await open(`${at}/seating`)
    const listed = (await board()).delegations.map(({ id }) => id)
    const [first, second] = (await board()).delegations.map(({ name }) => name)
    const order = async () => (await board()).plan.delegationOrder
    const ask = async () => {
      await page.getByRole('button', { name: 'Việc khác' }).click()
      await page.getByRole('button', { name: 'Thứ tự các đoàn' }).click()
    }
    await ask()
    const down = page.getByRole('button', { name: `Đưa ${first ?? ''} ra sau`, exact: true })
    await down.focus()
    await page.keyboard.press('Enter')
    // The focus goes with the row: the same key goes on.
    await page.keyboard.press('Enter')
    await expect.poll(() => down.evaluate((button) => button.matches(':focus'))).toBe(true)
    const rows = page.locator('order-list').getByRole('listitem')
    await rows.filter({ hasText: second ?? '' }).dragTo(rows.nth(3))
    await page.getByRole('button', { name: 'Lưu' }).click()
    await toldBy(page, 'Đã lưu thứ tự các đoàn')
    const [one = '', two = '', three = '', four = '', ...others] = listed
    expect(await order()).toEqual([three, one, four, two, ...others])
    await page.getByRole('button', { name: 'Hoàn tác' }).first().click()
    await expect.poll(order).toEqual([])
    await page
      .locator('seat-people .party')
      .first()
      .getByText(first ?? '')
      .waitFor()
    await ask()
    await page.getByRole('button', { name: 'Theo bảng chữ cái' }).click()
    await page.getByRole('button', { name: 'Lưu' }).click()
    await toldBy(page, 'Đã lưu thứ tự các đoàn')
    await expect.poll(async () => new Set(await order()).size).toBe(listed.length)
    const alphabetical = [...(await board()).delegations.map(({ name }) => name)].sort(compareVietnamese)
    await page
      .locator('seat-people .party')
      .first()
      .getByText(alphabetical[0] ?? '')
      .waitFor()
    await ask()
    await page.getByRole('button', { name: 'Theo thứ tự danh sách' }).click()
    await page.getByRole('button', { name: 'Lưu' }).click()
    await expect.poll(order).toEqual([])
    await page.context().close()
  })

  test('draws of many people only those near what is in sight, and whoever is scrolled to', async () => {
    const page = await open(`${at}/seating?q=a`)
    const panel = page.locator('seat-people')
    const drawn = panel.locator('.some .person')
    await drawn.first().waitFor()
    const { people } = await board()
    expect(await panel.locator('.some').count()).toBeGreaterThan(15)
    await expect.poll(() => drawn.count()).toBeLessThan(people.length / 2)
    await panel.locator('.list').evaluate((list) => list.scrollTo(0, list.scrollHeight))
    await panel.locator('.some').last().locator('.person').last().click()
    await page.locator('seat-details h2').waitFor()
    await page.context().close()
  })

  test('takes two moves of one person back one after the other, and passes over none that cannot be', async () => {
    const page = await open(`${at}/seating`)
    await page.locator('seat-map').waitFor()
    const { people, places, plan } = await board()
    const person = people.find(({ id }) => places.some((place) => place.delegateId === id && place.phaseId === ''))
    const from = await labelOf(person?.id ?? '')
    const taken = new Set(places.map(({ seatId }) => seatId))
    const free = hall.seats.filter(
      ({ id, use, isStage, level }) => !taken.has(id) && use === 'ordinary' && !isStage && level === 0,
    )
    const moveTo = async (seat: (typeof free)[number] | undefined) => {
      await page.getByRole('searchbox').fill(person?.name ?? '')
      await page.getByRole('button', { name: `Xem chỗ của ${person?.name ?? ''}` }).click()
      await page.getByRole('button', { name: 'Chuyển', exact: true }).click()
      await page.getByRole('button', { name: 'Xem cả hội trường' }).click()
      const { x, y } = await placeOf(page, seat?.at ?? 0)
      await page.mouse.click(x, y)
    }
    // On a slow network the second move begins before the first is written.
    await page.route('**/places', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 1000))
      await route.fallback()
    })
    const shown = (label: string | undefined) =>
      expect.poll(() => seatShownOf(page, person?.id ?? ''), { timeout: 20_000 }).toBe(label)
    const [first, second] = [free.at(-1), free.at(-2)]
    await moveTo(first)
    await moveTo(second)
    await shown(second?.label)
    await page.locator('seat-map').focus()
    await page.keyboard.press('Control+z')
    await toldBy(page, `Đã hoàn tác: Đã xếp ${person?.name ?? ''} vào ghế ${second?.label ?? ''}`)
    expect(await labelOf(person?.id ?? '')).toBe(first?.label)
    await page.keyboard.press('Control+z')
    await shown(from)
    await moveTo(first)
    await moveTo(second)
    await shown(second?.label)
    const own = (await board()).places.find(({ delegateId }) => delegateId === person?.id)
    const off = { delegateId: own?.delegateId, seatId: null, isLocked: false, placeId: own?.id }
    await ask(`/api${at}/seating/${plan.id}/places`, 'PUT', { phaseId: '', places: [off], isPlanned: false })
    await page.locator('seat-map').focus()
    await page.keyboard.press('Control+z')
    await toldBy(page, `vào ghế ${second?.label ?? ''}: Không hoàn tác được nữa`)
    await page.keyboard.press('Control+z')
    await toldBy(page, `Bấm lần nữa để hoàn tác: Đã xếp ${person?.name ?? ''} vào ghế ${first?.label ?? ''}`)
    expect(await labelOf(person?.id ?? '')).toBeUndefined()
    await page.context().close()
  })

  test('shows at once what another does, and gives no seat twice', async () => {
    const [mine, theirs] = [await open(`${at}/seating?show=table`), await open(`${at}/seating`)]
    await mine.getByRole('table', { name: 'Bảng chỗ ngồi' }).waitFor()
    await theirs.locator('seat-map').waitFor()
    const { people, places } = await board()
    const person = people.find(({ id }) => places.some(({ delegateId }) => delegateId === id))
    await theirs.getByRole('searchbox').fill(person?.name ?? '')
    await theirs.getByRole('button', { name: `Xem chỗ của ${person?.name ?? ''}` }).click()
    await theirs.getByRole('button', { name: 'Bỏ chỗ' }).click()
    await toldBy(theirs, 'Đã bỏ chỗ của 1 người')
    await mine.getByRole('heading', { name: 'Chưa có ghế' }).waitFor()
    await mine
      .locator('.tray')
      .getByText(person?.name ?? '')
      .waitFor()
    await expectNoAxeFindings(mine)
    await Promise.all([mine.context().close(), theirs.context().close()])
  })

  test('has a batch of the honoured put on the stage in a phase, in the order in which they are called', async () => {
    const { plan, batches } = await board()
    const phaseId = '0190a1b2-c3d4-7e5f-8a6b-0c1d2e3f4a5b'
    const { name, kind, layout, delegationOrder, version } = plan
    const phases = [...plan.phases, { id: phaseId, name: 'Đợt 1' }]
    const send = async (method: string, path: string, body: object) =>
      fetch(`${server.url}/api${path}`, {
        method,
        headers: { cookie, origin: server.url, 'content-type': 'application/json' },
        body: JSON.stringify(body),
      })
    await send('PUT', `${at}/seating/${plan.id}`, { name, kind, layout, delegationOrder, phases, version })
    const page = await open(`${at}/seating?phase=${phaseId}`)
    const { drawing } = await ask<SeatingHallDrawing>(`/api${at}/seating/${plan.id}/hall`)
    const withTablesAlone = structuredClone(drawing)
    for (const level of withTablesAlone.levels)
      level.blocks = level.blocks.filter(({ isStage, stagePart }) => !isStage || stagePart !== undefined)
    for (const drawn of [withTablesAlone, drawing]) {
      const { version: hallVersion } = (await ask<HallDetails>(`/api/halls/${plan.hallId}`)).hall
      await send('POST', `/halls/${plan.hallId}/versions`, { drawing: drawn, note: '', version: hallVersion })
      await page.getByRole('button', { name: 'Dùng bản vẽ mới' }).click()
      await toldBy(page, 'Đã dùng bản vẽ mới')
      await page.getByRole('button', { name: 'Dùng bản vẽ mới' }).waitFor({ state: 'detached' })
      await page.getByRole('button', { name: 'Đưa người lên sân khấu' }).click()
      if (drawn === drawing) break
      await page.getByText('Sân khấu chưa có chỗ trống nào').waitFor()
      await page.keyboard.press('Escape')
    }
    await page.getByRole('button', { name: 'Xếp lên sân khấu' }).click()
    await toldBy(page, `Đã xếp chỗ cho ${String(batches[0]?.length)} người`)
    const { places } = await board()
    const seats = (batches[0] ?? []).map((id) => {
      const seatId = places.find((place) => place.delegateId === id && place.phaseId === phaseId)?.seatId
      return hall.seats[hall.placeOf.get(seatId ?? '') ?? -1]
    })
    expect(seats.every((seat) => seat?.isStage === true && seat.stagePart === null)).toBe(true)
    const [left, right] = [seats[0]?.offset ?? 0, seats.at(-1)?.offset ?? 0]
    expect(Math.abs(left + right)).toBeLessThanOrEqual(hall.pitch * 2)
    expect(seats.map((seat) => seat?.x)).toEqual(seats.map((seat) => seat?.x ?? 0).sort((one, other) => one - other))
    await page.context().close()
  })

  test('is compared with another plan: who sits elsewhere, as a list and on the map', async () => {
    const { plan, people, places } = await board()
    const send = (method: string, path: string, body: object) =>
      fetch(`${server.url}/api${at}/seating${path}`, {
        method,
        headers: { cookie, origin: server.url, 'content-type': 'application/json' },
        body: JSON.stringify(body),
      })
    const copy = { name: 'Tổng duyệt', kind: 'rehearsal', hallId: plan.hallId, copyOf: plan.id }
    const made = (await (await send('POST', '', copy)).json()) as { id: string }
    const copied = await ask<SeatingBoard>(`/api${at}/seating/${made.id}`)
    const place = copied.places.find(({ seatId, isLocked }) => seatId !== null && !isLocked)
    const taken = new Set(places.map(({ seatId }) => seatId))
    const free = hall.seats.find(({ id, isStage, use }) => !taken.has(id) && !isStage && use === 'ordinary')
    const { delegateId = '', id: placeId = '', seatId = '' } = place ?? {}
    const move = { delegateId, seatId: free?.id, isLocked: false, placeId }
    expect((await send('PUT', `/${made.id}/places`, { phaseId: '', isPlanned: false, places: [move] })).ok).toBe(true)
    const page = await open(`${at}/seating`)
    await page.getByRole('button', { name: 'Việc khác' }).click()
    await page.getByRole('button', { name: 'So sánh phương án' }).click()
    await page.getByLabel('Phương án thứ hai').selectOption({ label: 'Tổng duyệt, đang soạn' })
    const from = hall.seats[hall.placeOf.get(seatId ?? '') ?? -1]?.label ?? ''
    const row = page
      .locator('seat-compare-dialog')
      .getByRole('listitem')
      .filter({ hasText: `${from} sang ${free?.label ?? ''}` })
    await page.getByText('1 người ngồi chỗ khác').waitFor()
    expect(await row.textContent()).toContain(people.find(({ id }) => id === delegateId)?.name)
    await expectNoAxeFindings(page)
    await page.getByRole('button', { name: 'Xem trên sơ đồ' }).click()
    await page.getByText('So với Tổng duyệt, đang soạn: 1 người ngồi chỗ khác').waitFor()
    await page.getByText('Đổi chỗ 1').waitFor()
    await expectNoAxeFindings(page)
    await page.getByRole('button', { name: 'Thôi so sánh' }).click()
    await page.getByText('So với Tổng duyệt').waitFor({ state: 'detached' })
    await page.context().close()
  })

  test('shows the hall that its plan is in: a new drawing, and another hall for another plan', async () => {
    const page = await open(`${at}/seating`)
    await page.locator('seat-map').waitFor()
    const seatsShown = () =>
      page
        .locator('seat-map')
        .evaluate((element) => (element as unknown as { hall: { seats: unknown[] } }).hall.seats.length)
    const { plan } = await board()
    const { drawing } = await ask<SeatingHallDrawing>(`/api${at}/seating/${plan.id}/hall`)
    const { version } = (await ask<HallDetails>(`/api/halls/${plan.hallId}`)).hall
    const smaller = structuredClone(drawing)
    for (const block of smaller.levels[0]?.blocks ?? []) if (!block.isStage) block.rows.pop()
    const count = indexHall(smaller).seats.length
    expect(await seatsShown()).toBe(hall.seats.length)
    await ask(`/api/halls/${plan.hallId}/versions`, 'POST', { drawing: smaller, note: '', version })
    await page.getByRole('button', { name: 'Dùng bản vẽ mới' }).click()
    await toldBy(page, /Đã dùng bản vẽ mới/u)
    await expect.poll(seatsShown, { timeout: 20_000 }).toBe(count)
    hall = indexHall(smaller)
    const tiny = structuredClone(smaller)
    for (const block of tiny.levels[0]?.blocks ?? []) if (!block.isStage) block.rows = block.rows.slice(0, 2)
    const { venueId } = await ask<SeatingOverview>(`/api${at}/seating`)
    await ask(`/api/venues/${venueId ?? ''}/halls`, 'POST', { name: 'Phòng họp nhỏ', drawing: tiny })
    await page.reload()
    await page.getByRole('button', { name: 'Thêm phương án' }).click()
    const choice = page.locator('option', { hasText: 'Phòng họp nhỏ' })
    await page.getByLabel('Hội trường', { exact: true }).selectOption((await choice.getAttribute('value')) ?? '')
    await page.getByRole('button', { name: 'Tạo phương án' }).click()
    await toldBy(page, 'Đã tạo phương án')
    await expect.poll(seatsShown, { timeout: 20_000 }).toBe(indexHall(tiny).seats.length)
    await page.context().close()
  })

  test('fits on a telephone, in English too', async () => {
    const page = await congress.open(`${at}/seating?by=rank`, { width: 390, height: 844, language: 'en' })
    await page.getByRole('grid').waitFor()
    await showWhole(page)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
    await expectNoAxeFindings(page)
    await page.context().close()
  })
})
