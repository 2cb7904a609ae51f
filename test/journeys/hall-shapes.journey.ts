import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addFixture, addTable } from '../../server/halls/rules/edit-add.ts'
import { cornersOf } from '../../server/halls/rules/indexed.ts'
import type { Hall, HallDetails, HallDrawing } from '../../server/halls/schema.ts'
import { expectNoAxeFindings } from '../support/axe.ts'
import { showWhole } from '../support/browser.ts'
import { startSeatedCongress, type SeatedCongress } from '../support/seated.ts'
import { pointOfPlace } from '../support/seat-map.ts'
import { aHall, seatsOf } from '../support/seating.ts'

/** What is no seat: stretched, given corners, dragged. */
describe('what stands in a hall', () => {
  let office: SeatedCongress
  let venueId: string

  beforeAll(async () => {
    office = await startSeatedCongress()
    venueId = (await office.ask<{ id: string }[]>('/api/venues'))[0]?.id ?? ''
  })

  afterAll(() => office.stop())

  const keep = (name: string, drawing: HallDrawing) =>
    office.ask<Hall>(`/api/venues/${venueId}/halls`, 'POST', { name, drawing })
  const drawingOf = async (id: string) => (await office.ask<HallDetails>(`/api/halls/${id}`)).drawing
  const save = async (page: Page, number: number) => {
    await page.getByRole('button', { name: 'Lưu', exact: true }).click()
    await page.getByText(`Đã lưu thành bản ${number}.`).waitFor()
  }

  test('has its stage stretched by a corner, given corners of its own and one more, by mouse and by numbers', async () => {
    const hall = await keep('Hội trường sân khấu', aHall())
    const page = await office.open(`/venues/${venueId}/halls/${hall.id}`)
    await page.getByRole('button', { name: 'Chọn SÂN KHẤU' }).click()
    await page.getByRole('heading', { name: '1 vật' }).waitFor()
    const map = page.locator('seat-map')
    const stageIn = ({ levels }: HallDrawing) => levels[0]?.fixtures.find(({ kind }) => kind === 'stage')
    const before = stageIn(aHall())
    const [left, top] = [(before?.x ?? 0) - (before?.width ?? 0) / 2, (before?.y ?? 0) - (before?.height ?? 0) / 2]
    const drag = async (place: { x: number; y: number }, dx: number, dy: number) => {
      const from = await pointOfPlace(map, place)
      await page.mouse.move(from.x, from.y)
      await page.mouse.down()
      await page.mouse.move(from.x + dx, from.y + dy, { steps: 4 })
      await page.mouse.up()
    }
    await drag({ x: left, y: top }, 40, 30)
    const width = page.getByLabel('Rộng (cm)')
    const stretched = Number(await width.inputValue())
    expect(stretched).toBeLessThan((before?.width ?? 0) - 20)
    await page.getByRole('button', { name: 'Hoàn tác (Ctrl Z)' }).click()
    expect(Number(await width.inputValue())).toBe(before?.width)
    // Given up half-way nothing is changed.
    const corner = await pointOfPlace(map, { x: left, y: top })
    await page.mouse.move(corner.x, corner.y)
    await page.mouse.down()
    await page.mouse.move(corner.x + 50, corner.y + 20, { steps: 3 })
    await map.focus()
    await page.keyboard.press('Escape')
    await page.mouse.up()
    await page.getByRole('button', { name: 'Chọn SÂN KHẤU' }).or(width).first().waitFor()
    if (!(await width.isVisible())) await page.getByRole('button', { name: 'Chọn SÂN KHẤU' }).click()
    expect(Number(await width.inputValue())).toBe(before?.width)

    await page.getByLabel('Hình', { exact: true }).selectOption('polygon')
    await drag({ x: before?.x ?? 0, y: top }, 0, -40)
    await page.getByLabel('Góc 5: trái (cm)').waitFor()
    await page.getByLabel('Góc 1: trái (cm)').fill(String(Math.round(left) - 100))
    await page.getByLabel('Góc 1: trái (cm)').press('Tab')
    await page.getByRole('button', { name: 'Thêm góc' }).click()
    await page.getByRole('button', { name: 'Bỏ góc 6' }).click()
    await showWhole(page)
    await expectNoAxeFindings(page)
    await save(page, 2)
    const drawn = stageIn(await drawingOf(hall.id))
    expect([drawn?.outline, drawn?.corners.length]).toEqual(['polygon', 5])
    expect(Math.round((drawn && cornersOf(drawn)[0]?.x) ?? 0)).toBe(Math.round(left) - 100)
    await page.context().close()
  })

  test('has a table dragged with its chairs, and a door by what is picked, whatever lies beneath', async () => {
    const begun = aHall()
    const level = begun.levels[0]?.id ?? ''
    const table = { name: 'Bàn 1', isRound: true, seats: 8 }
    let made = 0
    const newId = () => `t${String((made += 1))}`
    const withTable = addTable(begun, level, { x: 400, y: 1500 }, table, newId).drawing
    const [seat] = withTable.levels[0]?.blocks.find(({ isStage }) => !isStage)?.rows[1]?.seats ?? []
    const drawing = addFixture(withTable, level, 'door', 'Cửa C', { x: seat?.x ?? 0, y: seat?.y ?? 0 }, newId).drawing
    const hall = await keep('Hội trường bàn', drawing)
    const page = await office.open(`/venues/${venueId}/halls/${hall.id}`)
    await page.getByRole('grid').waitFor()
    const map = page.locator('seat-map')
    const drag = async (place: { x: number; y: number }) => {
      const from = await pointOfPlace(map, place)
      await page.mouse.move(from.x, from.y)
      await page.mouse.down()
      await page.mouse.move(from.x + 60, from.y - 20, { steps: 4 })
      await page.mouse.up()
    }
    await drag({ x: 400, y: 1500 })
    await page.getByRole('heading', { name: '8 ghế, 1 vật' }).waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Chọn Cửa C' }).click()
    await page.getByRole('heading', { name: '1 vật', exact: true }).waitFor()
    await drag({ x: seat?.x ?? 0, y: seat?.y ?? 0 })
    await save(page, 2)
    const after = await drawingOf(hall.id)
    const shiftOf = (id: string) => {
      const partOf = ({ levels }: HallDrawing) =>
        [...levels.flatMap(({ fixtures }) => fixtures), ...seatsOf({ levels })].find((part) => part.id === id)
      return Math.round((partOf(after)?.x ?? 0) - (partOf(drawing)?.x ?? 0))
    }
    const chairs = drawing.levels[0]?.blocks.flatMap(({ rows }) => rows).find(({ tableId }) => tableId !== null)
    const moved = shiftOf(chairs?.tableId ?? '')
    expect(moved).toBeGreaterThan(20)
    expect(chairs?.seats.map(({ id }) => shiftOf(id))).toEqual(chairs?.seats.map(() => moved))
    const door = drawing.levels[0]?.fixtures.find(({ text }) => text === 'Cửa C')
    expect([shiftOf(door?.id ?? '') > 20, shiftOf(seat?.id ?? '')]).toEqual([true, 0])
    await page.context().close()
  })
})
