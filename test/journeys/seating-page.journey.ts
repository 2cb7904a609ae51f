import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { compareGivenNames, compareVietnamese } from '../../server/format/names.ts'
import type { SeatingBoard, SeatingPerson, SeatingPlan, SeatPlace } from '../../server/seating/schema.ts'
import { expectNoAxeFindings } from '../support/axe.ts'
import { pointOfSeat, seatShownOf } from '../support/seat-map.ts'
import { startSeatedCongress, toldBy, type SeatedCongress } from '../support/seated.ts'

/** What the page of seats is like to work with, in a plan that is seated already. */
describe('the page of seats', () => {
  let congress: SeatedCongress
  let people: readonly SeatingPerson[]

  beforeAll(async () => {
    congress = await startSeatedCongress()
    ;({ people } = await congress.seat({ name: 'Chính thức' }))
  })

  afterAll(() => congress.stop())

  test('takes a person off once, however often that is pressed on a slow network, and takes it back in its turn', async () => {
    const page = await congress.open(`${congress.at}/seating`)
    await page.locator('seat-map').waitFor()
    const [person] = people
    const from = await seatShownOf(page, person?.id ?? '')
    await page.getByRole('searchbox').fill(person?.name ?? '')
    await page.getByRole('button', { name: `Xem chỗ của ${person?.name ?? ''}` }).click()
    let writes = 0
    await page.route('**/places', async (route) => {
      if (route.request().method() === 'PUT') {
        writes += 1
        await new Promise((resolve) => setTimeout(resolve, 1000))
      }
      await route.fallback()
    })
    await page.getByRole('button', { name: 'Bỏ chỗ' }).dblclick()
    await page.locator('seat-map').focus()
    await page.keyboard.press('Control+z')
    await toldBy(page, 'Đã hoàn tác: Đã bỏ chỗ của 1 người')
    await expect.poll(() => seatShownOf(page, person?.id ?? '')).toBe(from)
    expect(writes).toBe(1)
    await page.context().close()
  })

  test('goes from the search to the seat of whom it finds by Enter, and back by a key', async () => {
    const page = await congress.open(`${congress.at}/seating`)
    const grid = page.getByRole('grid')
    await grid.waitFor()
    const person = people[40]
    const seat = await seatShownOf(page, person?.id ?? '')
    const search = page.getByRole('searchbox')
    await search.focus()
    await page.keyboard.type(person?.name ?? '')
    await page.keyboard.press('Enter')
    await expect.poll(() => grid.evaluate((element) => element.matches(':focus'))).toBe(true)
    expect(await grid.locator('[role=gridcell]').textContent()).toContain(`${seat ?? ''}, ${person?.name ?? ''}`)
    await page
      .locator('seat-details')
      .getByRole('heading', { name: person?.name ?? '' })
      .waitFor()
    // A letter in the search is a letter: nobody is picked up by it.
    await page.keyboard.press('f')
    await page.keyboard.press('m')
    await expect.poll(() => search.inputValue()).toBe(`${person?.name ?? ''}m`)
    await page.context().close()
  })

  test('says what a move would cost where the mouse rests, before anything is clicked', async () => {
    const page = await congress.open(`${congress.at}/seating`)
    const map = page.locator('seat-map')
    await map.waitFor()
    const [person, other] = [people[40], people[90]]
    const seat = await seatShownOf(page, other?.id ?? '')
    const hall = await congress.hallOf((await congress.board()).plan.id)
    await page.getByRole('searchbox').fill(person?.name ?? '')
    await page.keyboard.press('Enter')
    await page.locator('seat-details').getByRole('button', { name: 'Chuyển' }).click()
    const point = await pointOfSeat(
      map,
      hall.seats.findIndex(({ label }) => label === seat),
    )
    await page.mouse.move(point.x - 1, point.y)
    await page.mouse.move(point.x, point.y)
    await page
      .locator('seat-details')
      .getByRole('heading', { name: `Nếu đổi sang ${seat ?? ''}` })
      .waitFor()
    expect(await seatShownOf(page, other?.id ?? '')).toBe(seat)
    await page.context().close()
  })

  test('orders its table by name, delegation and seat, and goes to the row of whom is searched for', async () => {
    const page = await congress.open(`${congress.at}/seating?show=table`)
    const table = page.getByRole('table', { name: 'Bảng chỗ ngồi' })
    const cells = (column: number) => table.locator(`tbody td:nth-child(${String(column)})`).allTextContents()
    const header = (name: string) => table.getByRole('columnheader', { name })
    await header('Đại biểu').getByRole('button').click()
    await expect.poll(() => header('Đại biểu').getAttribute('aria-sort')).toBe('ascending')
    const names = (await cells(2)).map((name) => name.trim())
    expect(names.slice(0, 50)).toEqual(
      people
        .map(({ name }) => name)
        .sort(compareGivenNames)
        .slice(0, 50),
    )
    await header('Đoàn').getByRole('button').click()
    await header('Đoàn').getByRole('button').click()
    await expect.poll(() => header('Đoàn').getAttribute('aria-sort')).toBe('descending')
    const delegations = (await cells(3)).map((name) => name.trim()).filter(Boolean)
    expect(delegations).toEqual([...delegations].sort((one, other) => compareVietnamese(other, one)))
    await expectNoAxeFindings(page)
    await page.getByRole('searchbox').focus()
    await page.keyboard.type(people[40]?.name ?? '')
    await page.keyboard.press('Enter')
    await expect
      .poll(() =>
        table
          .locator('button.seat')
          .first()
          .evaluate((button) => button.matches(':focus')),
      )
      .toBe(true)
    await page.context().close()
  })

  test('has its phases begun beside its name, and one put on the stage as in another', async () => {
    const page = await congress.open(`${congress.at}/seating`)
    await page.getByRole('button', { name: 'Thêm phần', exact: true }).click()
    await page.getByRole('button', { name: 'Đoàn Chủ tịch lên sân khấu' }).click()
    await page.getByRole('button', { name: 'Chụp ảnh lưu niệm' }).click()
    await page.getByRole('button', { name: 'Lưu', exact: true }).click()
    await toldBy(page, 'Đã lưu phương án')
    const choice = page.getByLabel('Phần', { exact: true })
    await choice.selectOption({ label: 'Phần: Đoàn Chủ tịch lên sân khấu' })
    // All of its tools stand in one line still.
    const tools = page.locator('.tools > :is(span, button, more-actions)')
    await page.getByRole('button', { name: 'Đưa người lên sân khấu' }).waitFor()
    const middles = (await Promise.all((await tools.all()).map((tool) => tool.boundingBox()))).map(
      (box) => (box?.y ?? 0) + (box?.height ?? 0) / 2,
    )
    expect(Math.max(...middles) - Math.min(...middles)).toBeLessThan(4)
    // Their tables are proposed, and the planner puts them there, too.
    await page.getByRole('button', { name: 'Đưa người lên sân khấu' }).click()
    await page.getByText(/^\d+ người vào bàn của mình trên sân khấu/u).waitFor()
    await page.getByRole('button', { name: 'Xếp lên sân khấu' }).click()
    await toldBy(page, /Đã xếp chỗ cho/u)
    await page.getByRole('button', { name: 'Hoàn tác' }).click()
    await toldBy(page, 'Đã hoàn tác')
    await page.getByRole('button', { name: 'Xếp tự động' }).click()
    const apply = page.getByRole('button', { name: /^Xếp [1-9]\d* người$/u })
    await apply.waitFor()
    // Whom it seats is named, one by one.
    const named = await page.locator('auto-seat-dialog .moves li').count()
    expect(await apply.textContent()).toContain(`Xếp ${String(named)} người`)
    await apply.click()
    await toldBy(page, /Đã xếp chỗ cho/u)
    const { plan } = await congress.board()
    const [, presidium, photograph] = plan.phases
    const seatsOf = async (phaseId = '') =>
      (await congress.board()).places
        .flatMap((place) => (place.phaseId === phaseId ? [`${place.delegateId} ${place.seatId ?? ''}`] : []))
        .sort()
    const atTables = await seatsOf(presidium?.id)
    expect(atTables.length).toBeGreaterThan(0)
    await choice.selectOption({ label: 'Phần: Chụp ảnh lưu niệm' })
    const back = page.getByText(`${String(atTables.length)} người ngồi bàn trên sân khấu ở phần`)
    await back.waitFor()
    await page.getByRole('button', { name: 'Giữ trên sân khấu' }).click()
    await toldBy(page, `Đã giữ ${String(atTables.length)} người trên sân khấu`)
    expect(await seatsOf(photograph?.id)).toEqual(atTables)
    await back.waitFor({ state: 'hidden' })
    await page.getByRole('button', { name: 'Hoàn tác' }).click()
    await back.waitFor()
    await page.getByRole('button', { name: 'Để vậy' }).click()
    await back.waitFor({ state: 'hidden' })

    const fill = async (who: string) => {
      await page.getByRole('button', { name: 'Đưa người lên sân khấu' }).click()
      await page.getByLabel('Ai lên sân khấu').selectOption(who)
    }
    const kept = page.getByRole('checkbox', { name: /^Giữ \d+ người ngồi bàn/u })
    await fill('0')
    expect(await kept.isChecked()).toBe(true)
    await page.getByRole('button', { name: 'Xếp lên sân khấu' }).click()
    await toldBy(page, /Đã xếp chỗ cho/u)
    const withBatch = await seatsOf(photograph?.id)
    expect(withBatch).toEqual(expect.arrayContaining(atTables))
    expect(withBatch.length).toBeGreaterThan(atTables.length)
    await page.getByRole('button', { name: 'Hoàn tác' }).first().click()
    await expect.poll(() => seatsOf(photograph?.id)).toEqual([])
    await fill('Như phần «Đoàn Chủ tịch lên sân khấu»')
    expect(await kept.count()).toBe(0)
    await page.getByRole('button', { name: 'Xếp lên sân khấu' }).click()
    await expect.poll(() => seatsOf(photograph?.id)).toEqual(atTables)
    await page.context().close()
    const english = await congress.open(`${congress.at}/seating?lang=en`)
    await english.getByLabel('Phase', { exact: true }).selectOption({ label: 'Phase: Presidium on stage' })
    await english.getByRole('option', { name: 'Official · Draft 1' }).waitFor({ state: 'attached' })
    await english.context().close()
  })

  test('compares two plans in a phase, and hears of what changes in the other meanwhile', async () => {
    const { plan } = await congress.board()
    const copy = { name: 'Tổng duyệt', kind: 'rehearsal', hallId: plan.hallId, copyOf: plan.id }
    const { id } = await congress.ask<SeatingPlan>(`/api${congress.at}/seating`, 'POST', copy)
    const phaseId = plan.phases[1]?.id ?? ''
    const [first, second] = (await congress.ask<SeatingBoard>(`/api${congress.at}/seating/${id}`)).places.filter(
      (place) => place.phaseId === phaseId,
    )
    // In the other plan they stay on the seats that they have from the opening on.
    const takeOff = ({ delegateId, id: placeId }: SeatPlace = first!) =>
      congress.ask(`/api${congress.at}/seating/${id}/places`, 'PUT', {
        ...{ phaseId, isPlanned: false, places: [{ delegateId, seatId: null, isLocked: false, placeId }] },
      })
    await takeOff(first)
    const page = await congress.open(`${congress.at}/seating`)
    await page.getByRole('button', { name: 'Việc khác' }).click()
    await page.getByRole('button', { name: 'So sánh phương án' }).click()
    await page.getByLabel('Phương án thứ hai').selectOption({ label: 'Tổng duyệt, đang soạn' })
    await page.getByText('Không ai ngồi chỗ khác').waitFor()
    await page.locator('seat-compare-dialog').getByLabel('Phần').selectOption({ label: 'Đoàn Chủ tịch lên sân khấu' })
    await page.getByText('1 người ngồi chỗ khác').waitFor()
    await takeOff(second)
    await page.getByText('2 người ngồi chỗ khác').waitFor()
    await expectNoAxeFindings(page)
    await page.getByRole('button', { name: 'Xem trên sơ đồ' }).click()
    await page.getByText('So với Tổng duyệt, đang soạn: 2 người ngồi chỗ khác').waitFor()
    expect(new URL(page.url()).searchParams.get('phase')).toBe(phaseId)
    await page.context().close()
  })

  test('reaches everybody who waits, however many, and shows the seat proposed to a long name', async () => {
    const waiting = 320
    const { plan } = await congress.seat({ name: 'Tiếp đón', kind: 'reception' }, waiting)
    const page = await congress.open(`${congress.at}/seating?plan=${plan.id}`)
    const tray = page.locator('seat-tray')
    await tray.locator('.person').first().waitFor()
    expect(await tray.locator('.person').count()).toBeLessThan(waiting / 2)
    await tray.locator('.tray').evaluate((list) => list.scrollTo(0, list.scrollHeight))
    const last = people.at(-1)?.name ?? ''
    await tray.locator('.some').last().locator('.person').last().click()
    await page.locator('seat-details').getByRole('heading', { name: last }).waitFor()
    const name = 'Công Tằng Tôn Nữ Nguyễn Phúc Hoàng Thị Quỳnh Anh Phương Thảo Nguyên'
    await congress.ask(`/api${congress.at}/delegates`, 'POST', { name, class: 'official', delegation: '' })
    await page.getByRole('searchbox').fill(name)
    // Only who is found is left there, too.
    await expect.poll(() => tray.locator('.person').count()).toBe(1)
    await congress.open(`${congress.at}/seating`).then(async (other) => {
      const given = other.locator('seat-tray').getByRole('button', { name: new RegExp(`^Xếp ${name}`, 'u') })
      await given.waitFor()
      const [seat, panel] = await Promise.all([given.boundingBox(), other.locator('seat-people').boundingBox()])
      expect((seat?.x ?? 0) + (seat?.width ?? 0)).toBeLessThanOrEqual((panel?.x ?? 0) + (panel?.width ?? 0))
      await other.context().close()
    })
    await page.context().close()
  })

  test('fits on a telephone, comes closer where it is tapped, and grows under two fingers', async () => {
    const page = await congress.open(`${congress.at}/seating`, { width: 390, height: 844 })
    const map = page.locator('seat-map')
    await page.getByRole('grid').waitFor()
    // Clear of the bars above and below.
    await map.evaluate((element) =>
      (element as unknown as { scrollIntoView(how: object): void }).scrollIntoView({ block: 'center' }),
    )
    const hall = await congress.hallOf((await congress.board()).plan.id)
    const box = (await map.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 }
    const across = [...hall.seats].sort((one, other) => one.x - other.x)
    for (const { at } of [across[0]!, across.at(-1)!, hall.seats[0]!, hall.seats.at(-1)!]) {
      const { x, y } = await pointOfSeat(map, at)
      expect(x > box.x && x < box.x + box.width && y > box.y && y < box.y + box.height).toBe(true)
    }
    const last = hall.seats.length - 1
    const scale = () => map.evaluate((element) => (element as unknown as { camera: { scale: number } }).camera.scale)
    const before = await scale()
    const tapLast = async () => {
      const point = await pointOfSeat(map, last)
      await page.touchscreen.tap(point.x + 9, point.y + 4)
    }
    const whole = page.getByRole('button', { name: 'Xem cả hội trường' })
    const chosen = page.locator('seat-details').getByText(hall.seats[last]?.label ?? '', { exact: true })
    // Seats are dots: a tap chooses none of them, but comes so close that the next one can.
    await tapLast()
    await expect.poll(async () => (await scale()) * hall.pitch).toBeGreaterThan(30)
    expect(await chosen.count()).toBe(0)
    await tapLast()
    await chosen.waitFor()
    await whole.tap()
    await expect.poll(scale).toBeCloseTo(before, 3)
    const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 }
    const fingers = (apart: number) => [-apart, apart].map((by) => ({ x: middle.x + by, y: middle.y }))
    const touch = await page.context().newCDPSession(page)
    await touch.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: fingers(30) })
    await touch.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: fingers(90) })
    await touch.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
    await expect.poll(scale).toBeCloseTo(before * 3, 3)
    await whole.tap()
    await expect.poll(scale).toBeCloseTo(before, 3)
    await page.context().close()
  })
})
