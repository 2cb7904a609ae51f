import type { ReactiveController, ReactiveControllerHost } from 'lit'
import type { IndexedHall } from '../../server/halls/rules/indexed.ts'
import type { CalledSeats } from '../../server/seating/rules/compare.ts'
import type { SeatingBoard, SeatingOverview, SeatingPlan } from '../../server/seating/schema.ts'
import { LiveController } from '../api/changes.ts'
import { findPrintedSeats } from '../api/prints.ts'
import * as api from '../api/seating.ts'
import { tellDone, tellError, undoInTurnOf } from '../parts/toast-stack.ts'
import { KeptHall } from './kept-hall.ts'

interface Asks {
  congressId: () => string
  /** Id of the plan that is looked at; '' = the first. */
  planId: () => string
  /** What was printed is looked at beside it. */
  isPrintWanted: () => boolean
}

/** What a seating page draws: fetched, kept up with what others do, and written over. */
export class SeatingSource implements ReactiveController {
  overview: SeatingOverview | null = null
  board: SeatingBoard | null = null
  hall: IndexedHall | null = null
  /** Seats as papers told them last; null = not read. */
  printed: CalledSeats | null = null
  failure: unknown = null
  readonly #host: ReactiveControllerHost & HTMLElement
  readonly #asks: Asks
  readonly #kept = new KeptHall()
  /** The board beside which the printed seats were asked for. */
  #printedOf: SeatingBoard | null = null
  #fetches = 0
  /** The write under way: what is fetched waits for it. */
  #writes: Promise<unknown> = Promise.resolve()
  /** Until the write asked for last is shown: the next waits for it. */
  #shown: Promise<void> = Promise.resolve()

  constructor(host: ReactiveControllerHost & HTMLElement, asks: Asks) {
    this.#host = host
    this.#asks = asks
    host.addController(this)
    new LiveController(host, [...api.tablesOfSeating, api.tableOfPlaces], ({ congressId, tables }) => {
      if (congressId !== null && congressId !== asks.congressId()) return
      const areOnlyPlaces = tables.length > 0 && tables.every((table) => table === api.tableOfPlaces)
      if (areOnlyPlaces) void this.#fetchPlaces()
      else void this.fetch()
    })
  }

  hostConnected(): void {
    undoInTurnOf(this.#inTurn)
    void this.fetch()
  }

  hostUpdated(): void {
    if (!this.#asks.isPrintWanted()) this.#printedOf = this.printed = null
    else if (this.#printedOf !== this.board) void this.#fetchPrinted()
  }

  /** What cannot be read is not told: the board itself says what is wrong. */
  async #fetchPrinted(): Promise<void> {
    const { board } = this
    this.#printedOf = board
    const found = await findPrintedSeats(this.#asks.congressId()).catch(() => null)
    if (this.#printedOf !== board) return
    this.printed = found && new Map(found.seats.map(({ delegateId, seat }) => [delegateId, seat]))
    this.#host.requestUpdate()
  }

  hostDisconnected(): void {
    undoInTurnOf(null)
  }

  /** What is asked for last is shown, once what is being written has come through. */
  async fetch(): Promise<void> {
    this.#fetches += 1
    const asked = this.#fetches
    try {
      await this.#writes
      const congressId = this.#asks.congressId()
      const overview = await api.findSeating(congressId)
      const wanted = overview.plans.find(({ id }) => id === this.#asks.planId()) ?? overview.plans[0]
      const board = wanted ? await api.findSeatingBoard(congressId, wanted.id) : null
      const hall = board ? await this.#hallOf(board.plan) : null
      if (asked !== this.#fetches) return
      Object.assign(this, { overview, board, hall, failure: null })
    } catch (error) {
      if (asked === this.#fetches) this.failure = error
    }
    this.#host.requestUpdate()
  }

  /** Of what others do most often only the places are fetched. */
  async #fetchPlaces(): Promise<void> {
    const { board } = this
    if (!board) return
    const asked = this.#fetches
    try {
      await this.#writes
      const { places } = await api.findSeatPlaces(this.#asks.congressId(), board.plan.id)
      if (asked !== this.#fetches || this.board?.plan.id !== board.plan.id) return
      this.board = { ...this.board, places }
      this.#host.requestUpdate()
    } catch {
      // The next change, or whatever is done next, tells what is wrong.
    }
  }

  #hallOf(plan: SeatingPlan): Promise<IndexedHall> {
    return this.#kept.of(plan, () => api.findSeatingHall(this.#asks.congressId(), plan.id))
  }

  /**
   * Does a write in its turn; what went wrong is said in its own sentence. `work` answers the sentence that says what was
   * done; null = there was nothing to do.
   */
  write(work: () => Promise<string | null>): Promise<void> {
    return this.#inTurn(() =>
      work().then(
        (sentence) => {
          if (sentence !== null) tellDone(sentence)
          return sentence !== null
        },
        (error: unknown) => {
          tellError(error)
          return true
        },
      ),
    )
  }

  /** Writes once what was asked for before is shown, and fetches anew. `work` never throws; false = nothing was written. */
  readonly #inTurn = (work: () => Promise<boolean>): Promise<void> => {
    this.#shown = this.#shown.then(async () => {
      const written = work()
      this.#writes = written
      if (!(await written)) return
      await this.fetch()
      await this.#host.updateComplete
    })
    return this.#shown
  }
}
