import type { ReactiveController } from 'lit'
import { minutesOf, timeItems } from '../../server/programme/rules.ts'
import { stepOf } from './grid-choices.ts'
import { deleteItem, duplicateItem, newItem } from './item-acts.ts'
import { slotOf } from './board-preview.ts'
import { isVacant, noDay, snapTo, type Block, type Column } from './grid-layout.ts'
import type { Place } from './grid-move.ts'
import { openedPlace } from './grid-places.ts'
import type { ProgrammeGrid } from './programme-grid.ts'
import { daysShown } from './grid-tools.ts'

/** The keys do all that the pointer does: see the help of the grid (`?`). */
export class KeysController implements ReactiveController {
  readonly #host: ProgrammeGrid

  constructor(host: ProgrammeGrid) {
    this.#host = host
    host.addController(this)
  }

  hostConnected(): void {
    this.#host.addEventListener('keydown', this.#onKey)
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    const path = event.composedPath().filter((at): at is HTMLElement => at instanceof HTMLElement)
    if (path.some((at) => at.matches('input, textarea, select, dialog'))) return
    const isHandled = this.#host.carry ? this.#carry(event) : this.#walk(event, path)
    if (!isHandled) return
    event.preventDefault()
    event.stopPropagation()
  }

  /** Something is in hand. */
  #carry(event: KeyboardEvent): boolean {
    const host = this.#host
    if (host.carry?.by !== 'keys') return false
    const { key, ctrlKey, altKey, shiftKey } = event
    if (key === 'Escape') host.cancel()
    else if (key === 'Enter' || key === ' ') this.#drop()
    else if (key === 'Delete' && host.carry.item) host.hold({ kind: 'tray' })
    else if (key.toLowerCase() === 's') host.squeeze(!host.carry.squeezes)
    else if (key === 'PageUp' || key === 'PageDown') this.#toDay(key === 'PageUp' ? -1 : 1)
    else if (key === 'ArrowLeft' || key === 'ArrowRight') this.#toColumn(key === 'ArrowLeft' ? -1 : 1)
    else if (key === 'ArrowUp' || key === 'ArrowDown') {
      const way = key === 'ArrowUp' ? -1 : 1
      if (shiftKey) this.#resize(way)
      else if (ctrlKey || altKey) this.#pass(way)
      else this.#shift(way)
    } else return key === 'Tab'
    this.#reveal()
    return true
  }

  #drop(): void {
    const { carry } = this.#host
    const id = carry?.item?.id ?? carry?.session?.id ?? ''
    this.#host.select(id)
    this.#host.drop()
    void this.#host.updateComplete.then(() => this.#host.focusOn(id))
  }

  /** Up and down by the step; upwards, what meets the item before it goes past it. */
  #shift(way: -1 | 1): void {
    const { carry, desk } = this.#host
    const { foreseen, place } = carry ?? {}
    const step = stepOf(desk)
    if (!carry || !foreseen || !place) return
    if (place.kind === 'room' || place.kind === 'opened') {
      return this.#host.hold({ ...place, minutes: place.minutes + way * step })
    }
    if (place.kind === 'tray') return this.#intoFirst()
    if (place.kind !== 'session') return
    const before = this.#neighbours().before
    if (way === 1 || !before || foreseen.start > before.end || !carry.movesRest) {
      const wanted = foreseen.start + way * step
      const least = carry.movesRest && way === -1 && before ? Math.max(wanted, before.end) : wanted
      return this.#host.hold({ ...place, minutes: least })
    }
    this.#host.hold({ ...place, minutes: before.start })
  }

  /** Before the item above, or after the one below. */
  #pass(way: -1 | 1): void {
    const { place } = this.#host.carry ?? {}
    if (place?.kind !== 'session') return
    const { before, after } = this.#neighbours()
    if (way === -1 && before) this.#host.hold({ ...place, minutes: before.start })
    if (way === 1 && after) this.#host.hold({ ...place, minutes: after.end })
  }

  /** What lies before and after the landing place, as it will stand. */
  #neighbours(): { before: Span | undefined; after: Span | undefined } {
    const { carry } = this.#host
    const session = carry?.foreseen?.sessions.find(({ id }) => id === carry.foreseen?.sessionId)
    if (!carry?.item || !session) return { before: undefined, after: undefined }
    const times = timeItems(session.startsAt, session.items)
    const at = session.items.findIndex(({ id }) => id === carry.item?.id)
    return { before: times[at - 1], after: times[at + 1] }
  }

  #resize(way: -1 | 1): void {
    const { carry, desk } = this.#host
    const { place } = carry ?? {}
    if (!carry?.item || place?.kind !== 'session') return
    const step = stepOf(desk)
    const length = place.length ?? carry.item.durationMinutes
    this.#host.hold({ ...place, length: Math.max(step, snapTo(length + way * step, step)) })
  }

  #toColumn(way: -1 | 1): void {
    const { carry, columns } = this.#host
    const { place } = carry ?? {}
    if (!carry || !place || place.kind === 'length') return
    if (place.kind === 'tray') {
      if (way === 1) this.#intoFirst()
      return
    }
    const at = columns.findIndex((column) => isIn(column, place))
    const next = columns[at + way]
    if (place.kind === 'room') {
      if (next) this.#host.hold({ ...place, room: next.room, isOutside: next.isOutside })
      return
    }
    if (!next) return way === -1 && at === 0 ? this.#host.hold({ kind: 'tray' }) : undefined
    this.#intoColumn(next, carry.foreseen?.start ?? 0)
  }

  #intoColumn({ bands, room }: Column, minutes: number): void {
    if (bands.length === 0) return this.#host.hold(openedPlace(this.#host.day, room, minutes))
    const band = bands.find(({ start, end }) => start <= minutes && minutes <= end) ?? bands[0]
    if (!band) return
    const wanted = Math.max(
      minutesOf(band.session.startsAt),
      Math.min(minutes, band.blocks.length === 0 ? 0 : band.end),
    )
    this.#host.hold({ kind: 'session', sessionId: band.session.id, minutes: wanted })
  }

  /** Out of the tray: to where the day begins to fill. */
  #intoFirst(): void {
    this.#host.hold(this.#host.firstPlaceOn(this.#host.day))
  }

  #toDay(way: -1 | 1): void {
    const { desk, day, carry } = this.#host
    const { days } = daysShown(desk)
    const next = days[days.indexOf(day) + way]
    if (next === undefined || !carry) return
    this.#host.showDay(next)
    void this.#host.updateComplete.then(() => {
      const { place } = carry
      if (place?.kind === 'room') this.#host.hold({ ...place, date: next === noDay ? null : next })
      else this.#intoFirst()
    })
  }

  #reveal(): void {
    const { carry, board } = this.#host
    const { foreseen } = carry ?? {}
    if (!carry || !foreseen?.sessionId) return
    board.revealSpan(slotOf(board, carry) ?? undefined, foreseen.start, foreseen.end)
  }

  /** Nothing is in hand: the keys go among items, and act on the one that they are on. */
  #walk(event: KeyboardEvent, path: readonly HTMLElement[]): boolean {
    const host = this.#host
    const { key, ctrlKey, altKey, metaKey } = event
    const isPlain = !ctrlKey && !altKey && !metaKey
    const on = path.find(({ dataset }) => dataset['id'] !== undefined || dataset['session'] !== undefined)
    const id = on?.dataset['id'] ?? on?.dataset['session']
    if (key === '?') {
      host.openHelp()
      return true
    }
    if (!isPlain) return false
    const zoom = zoomKeys.get(key)
    if (zoom !== undefined) return host.zoom(zoom)
    if (key === 'Escape' && host.desk.get('at') !== '') {
      host.select('')
      return true
    }
    if (id === undefined) return false
    const isSession = on?.dataset['session'] !== undefined
    if (key === 'Enter' || key === ' ') return this.#take(id, isSession)
    if (isArrow(key)) return this.#go(key, id)
    if (!host.desk.mayEdit) return false
    if (key === 'F2' || key === 'e') return host.edit(id)
    if (key.toLowerCase() === 'n') return this.#new(id, isSession)
    if (isSession) return false
    if (key === 'Delete' || key === 'Backspace') return this.#putAway(id)
    if (key.toLowerCase() === 'd') {
      void duplicateItem(host.desk, id).then((copy) => (copy === undefined ? undefined : host.focusOn(copy)))
      return true
    }
    return false
  }

  #take(id: string, isSession: boolean): boolean {
    const host = this.#host
    host.select(id)
    const isTaken = host.take(isSession ? { kind: 'session', sessionId: id } : { kind: 'item', itemId: id }, 'keys')
    const { carry } = host
    if (!isTaken || !carry) return true
    if (isSession && carry.session) {
      const { date, room, isOutside, startsAt } = carry.session
      host.hold({ kind: 'room', date, room, isOutside, minutes: minutesOf(startsAt) })
    } else if (carry.session) host.hold({ kind: 'session', sessionId: carry.session.id, minutes: carry.start })
    else host.hold({ kind: 'tray' })
    return true
  }

  #new(id: string, isSession: boolean): boolean {
    const { desk } = this.#host
    void newItem(desk, isSession ? { sessionId: id } : { afterId: id }).then((created) => {
      if (created !== undefined) void this.#host.edit(created)
    })
    return true
  }

  /** From the board into the tray; from the tray it is deleted. The keys go on with what stood beside it. */
  #putAway(id: string): boolean {
    const host = this.#host
    const { programme } = host.desk
    const next = this.#next('ArrowDown', id) ?? this.#next('ArrowUp', id) ?? this.#firstId()
    if (programme.tray.some((item) => item.id === id)) void deleteItem(host.desk, id).then(() => this.#goOn(next))
    else if (host.take({ kind: 'item', itemId: id }, 'keys')) {
      host.hold({ kind: 'tray' })
      host.drop()
      this.#goOn(next)
    }
    return true
  }

  #firstId(): string | undefined {
    return this.#host.columns[0]?.bands[0]?.session.id
  }

  #goOn(id: string | undefined): void {
    if (id === undefined) return
    this.#host.select(id)
    void this.#host.updateComplete.then(() => this.#host.focusOn(id))
  }

  #go(key: string, id: string): boolean {
    const next = this.#next(key, id)
    if (next === undefined) return true
    this.#host.select(next)
    void this.#host.focusOn(next)
    return true
  }

  #next(key: string, id: string): string | undefined {
    const { columns, desk } = this.#host
    const inTray = desk.programme.tray.map((item) => item.id)
    const lists = columns.map(({ bands }) =>
      bands.flatMap(({ session, blocks }) => [session.id, ...blocks.map(({ item }) => item.id)]),
    )
    const at = lists.findIndex((list) => list.includes(id))
    const list = at === -1 ? inTray : (lists[at] ?? [])
    const place = list.indexOf(id)
    if (key === 'ArrowUp') return list[place - 1]
    if (key === 'ArrowDown') return list[place + 1]
    if (key === 'Home') return list[0]
    if (key === 'End') return list.at(-1)
    const beside = columns[key === 'ArrowRight' ? at + 1 : at - 1]
    if (beside) return nearest(beside, startIn(columns[at], id))
    return key === 'ArrowLeft' && at === 0 ? inTray[0] : undefined
  }
}

/** `=` is where `+` is, without Shift. */
const zoomKeys: ReadonlyMap<string, -1 | 0 | 1> = new Map([
  ['+', 1],
  ['=', 1],
  ['-', -1],
  ['0', 0],
])

type Span = Pick<Block, 'start' | 'end'>

const isIn = (column: Column, place: Exclude<Place, { kind: 'tray' | 'length' }>): boolean => {
  if (place.kind === 'room') return column.room === place.room && column.isOutside === place.isOutside
  if (place.kind === 'opened') return isVacant(column) && column.room === place.opened.room
  return column.bands.some(({ session }) => session.id === place.sessionId)
}

const isArrow = (key: string): boolean =>
  ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Home', 'End'].includes(key)

const startIn = (column: Column | undefined, id: string): number | null =>
  column?.bands.flatMap(({ blocks }) => blocks).find(({ item }) => item.id === id)?.start ?? null

/** The item of a column that is nearest in time; of its sessions where none is asked for. */
const nearest = ({ bands }: Column, start: number | null): string | undefined => {
  const blocks = bands.flatMap((band) => band.blocks)
  if (start === null || blocks.length === 0) return bands[0]?.session.id
  return blocks.reduce((best, block) => (Math.abs(block.start - start) < Math.abs(best.start - start) ? block : best))
    .item.id
}
