import type { Locator, Page } from 'playwright-core'

/** Where a seat (its place in the hall) is on the page, in CSS pixels. */
export const pointOfSeat = (map: Locator, seat: number): Promise<{ x: number; y: number }> =>
  map.evaluate((element, wanted) => {
    const { camera, hall } = element as unknown as {
      camera: { scale: number; x: number; y: number }
      hall: { seats: { x: number; y: number }[] }
    }
    const { left, top } = element.getBoundingClientRect()
    const { x = 0, y = 0 } = hall.seats[wanted] ?? {}
    return { x: left + camera.scale * x + camera.x, y: top + camera.scale * y + camera.y }
  }, seat)

/** Where a place of the ground, in centimetres, is on the page, in CSS pixels. */
export const pointOfPlace = (map: Locator, place: { x: number; y: number }): Promise<{ x: number; y: number }> =>
  map.evaluate((element, { x, y }) => {
    const { camera } = element as unknown as { camera: { scale: number; x: number; y: number } }
    const { left, top } = element.getBoundingClientRect()
    return { x: left + camera.scale * x + camera.x, y: top + camera.scale * y + camera.y }
  }, place)

/** What the seat is called that the page of seats shows somebody on; undefined = none. */
export const seatShownOf = (page: Page, personId: string): Promise<string | undefined> =>
  page.locator('seat-people').evaluate((element, wanted) => {
    const { hall, occupancy } = (
      element as unknown as {
        seats: { hall: { seats: { label: string }[] }; occupancy: { seatOf: ReadonlyMap<string, number> } }
      }
    ).seats
    return hall.seats[occupancy.seatOf.get(wanted) ?? -1]?.label
  }, personId)
