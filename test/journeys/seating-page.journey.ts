import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { SeatingPerson } from '../../server/seating/schema.ts'
import { seatShownOf } from '../support/seat-map.ts'
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
})
