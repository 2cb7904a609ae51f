import type { Page } from 'playwright-core'
import { indexHall, type IndexedHall } from '../../server/halls/rules/indexed.ts'
import type { SeatingBoard, SeatingHallDrawing, SeatingOverview, SeatingPlan } from '../../server/seating/schema.ts'
import { askingAs, type Asking } from './asking.ts'
import { openBrowser, type View, type WatchedBrowser } from './browser.ts'
import { provincialCongress } from './demo.ts'
import { signInByLink, startServer, type RunningServer } from './server.ts'

/** The example's provincial Congress with its page of seats, in a browser. */
export interface SeatedCongress {
  browser: WatchedBrowser
  server: RunningServer
  ask: Asking
  cookie: string
  /** `/congresses/…`. */
  at: string
  /** A page of its own, signed in; 1366×768 unless told. */
  open(path: string, view?: View): Promise<Page>
  /** Its first plan. */
  board(): Promise<SeatingBoard>
  /** The hall of a plan, as that has it now. */
  hallOf(planId: string): Promise<IndexedHall>
  /** A plan in the example's hall, everybody on the list seated from the front but the last `waiting`. */
  seat(plan: Partial<SeatingPlan> & { name: string }, waiting?: number): Promise<SeatingBoard>
  stop(): Promise<void>
}

export const startSeatedCongress = async (): Promise<SeatedCongress> => {
  const [browser, server] = await Promise.all([openBrowser(), startServer({ isDemo: true })])
  const cookie = await signInByLink(await server.link())
  const ask = askingAs(server.url, cookie)
  const at = `/congresses/${(await provincialCongress(ask)).id}`
  const boardOf = (planId: string) => ask<SeatingBoard>(`/api${at}/seating/${planId}`)
  const hallOf = async (planId: string) =>
    indexHall((await ask<SeatingHallDrawing>(`/api${at}/seating/${planId}/hall`)).drawing)
  return {
    ...{ browser, server, ask, cookie, at, hallOf },
    open: async (path, view = {}) => {
      const page = await browser.newPage({ allowed: [/text\/event-stream/], ...view })
      const [name = '', value = ''] = cookie.split('=')
      await page.context().addCookies([{ name, value, url: server.url }])
      await page.goto(`${server.url}${path}`)
      return page
    },
    board: async () => boardOf((await ask<SeatingOverview>(`/api${at}/seating`)).plans[0]?.id ?? ''),
    seat: async ({ name, kind = 'official' }, waiting = 0) => {
      const { halls } = await ask<SeatingOverview>(`/api${at}/seating`)
      const plan = { name, kind, hallId: halls[0]?.id, copyOf: null }
      const { id } = await ask<SeatingPlan>(`/api${at}/seating`, 'POST', plan)
      const [{ people }, hall] = await Promise.all([boardOf(id), hallOf(id)])
      const seats = hall.seats.filter(({ use, isStage }) => use === 'ordinary' && !isStage)
      const places = people
        .slice(0, people.length - waiting)
        .map((person, place) => ({ delegateId: person.id, seatId: seats[place]?.id, isLocked: false, placeId: null }))
      await ask(`/api${at}/seating/${id}/places`, 'PUT', { phaseId: '', places, isPlanned: true })
      return boardOf(id)
    },
    stop: async () => {
      await browser.close()
      await server.stop()
    },
  }
}

/** Waits until a page says it in passing. */
export const toldBy = (page: Page, sentence: RegExp | string): Promise<void> =>
  page.locator('toast-stack').getByText(sentence).first().waitFor()
