import { clockWords } from '../parts/clock.ts'
import { timeItems } from '../../server/programme/rules.ts'
import { translated } from '../words/words.ts'
import { heightOf, rulerWidth, topOf, type PlacedColumn, type Scale } from './board-geometry.ts'
import type { Carry } from './grid-carry.ts'
import { dayOf, isVacant } from './grid-layout.ts'
import { tagOf } from './grid-words.ts'

/** What of the board the preview is painted on. */
interface Board {
  readonly renderRoot: HTMLElement | DocumentFragment
  readonly slotElement: HTMLElement
  readonly placed: readonly PlacedColumn[]
  readonly scale: Scale
  readonly day: string
}

interface Stood {
  top: string
  height: string
  /** The text of its time, as it stood and as it is shown meanwhile. */
  text: Text | undefined
  time: string
  shown: string
}

/** The blocks that the last preview moved, with what they were. */
const moved = new WeakMap<Board, Map<HTMLElement, Stood>>()

/** Paints what is carried over the board, by writing into the elements that are there: nothing is drawn anew. */
export const paintCarry = (board: Board, carry: Carry | null): void => {
  putBack(board)
  const slot = board.slotElement
  const foreseen = carry?.foreseen
  slot.hidden = !foreseen || carry.place?.kind === 'tray'
  markCarried(board, carry)
  if (!carry || !foreseen) return
  const { scale } = board
  const place = slotOf(board, carry)
  if (place === null) slot.hidden = true
  else {
    const { style } = slot
    style.setProperty('left', `${place.left + rulerWidth + 5}px`)
    style.setProperty('width', `${place.width - 11}px`)
    style.setProperty('--y', `${topOf(foreseen.start, scale)}px`)
    style.setProperty('--h', `${heightOf(foreseen.end - foreseen.start, scale)}px`)
  }
  slot.classList.toggle('session', carry.carried.kind === 'session')
  slot.classList.toggle('refused', foreseen.refusal !== null && foreseen.refusal !== 'same-place')
  write(slot, '.name', translated(carry.title))
  write(slot, '.tag', tagOf(carry, foreseen))
  if (carry.carried.kind !== 'session') moveOthers(board, carry)
}

/** The column that what is carried would come to lie in; null where it is not on the day that is shown. */
export const slotOf = (
  { placed, day }: Pick<Board, 'placed' | 'day'>,
  { carried, place, foreseen }: Carry,
): PlacedColumn | null => {
  const ofSession = (id: string | null) =>
    placed.find(({ bands }) => bands.some(({ session }) => session.id === id)) ?? null
  if (place?.kind === 'opened') {
    if (dayOf(place.opened) !== day) return null
    return placed.find((column) => isVacant(column) && column.room === place.opened.room) ?? null
  }
  if (carried.kind === 'session' && place?.kind === 'room') {
    if (dayOf(place) !== day) return null
    const isThere = ({ room, isOutside }: PlacedColumn) => room === place.room && isOutside === place.isOutside
    return placed.find(isThere) ?? ofSession(carried.sessionId)
  }
  return ofSession(foreseen?.sessionId ?? null)
}

const moveOthers = (board: Board, { carried, foreseen }: Carry): void => {
  const before = new Map<HTMLElement, Stood>()
  for (const session of foreseen?.sessions ?? []) {
    const times = timeItems(session.startsAt, session.items)
    for (const [index, { id }] of session.items.entries()) {
      const time = times[index]
      if (!time || (carried.kind === 'item' && id === carried.itemId)) continue
      const block = blockOf(board, id)
      if (!block) continue
      const { style } = block
      const text = textOfTime(block)
      const shown = clockWords(time.start)
      const [top, height] = [style.getPropertyValue('--y'), style.getPropertyValue('--h')]
      before.set(block, { top, height, text, time: text?.data ?? '', shown })
      if (text && text.data !== shown) text.data = shown
      style.setProperty('--y', `${topOf(time.start, board.scale)}px`)
      style.setProperty('--h', `${heightOf(time.end - time.start, board.scale)}px`)
    }
  }
  moved.set(board, before)
}

/** The board was drawn anew: everything lies where it stands. */
export const forgetPreview = (board: Board): void => {
  for (const stood of moved.get(board)?.values() ?? []) putTimeBack(stood)
  moved.delete(board)
}

const putBack = (board: Board): void => {
  for (const [block, stood] of moved.get(board) ?? []) {
    block.style.setProperty('--y', stood.top)
    block.style.setProperty('--h', stood.height)
    putTimeBack(stood)
  }
  moved.delete(board)
}

/** The text itself is written: it stays the one that the template holds. */
const textOfTime = (block: HTMLElement): Text | undefined =>
  [...(block.querySelector('.time')?.childNodes ?? [])].find((node) => node instanceof Text)

/** Unless the block was drawn with another time meanwhile. */
const putTimeBack = ({ text, time, shown }: Stood): void => {
  if (text?.data === shown) text.data = time
}

const markCarried = (board: Board, carry: Carry | null): void => {
  for (const each of board.renderRoot.querySelectorAll('.carried')) each.classList.remove('carried')
  const { carried } = carry ?? {}
  if (carried?.kind === 'item') blockOf(board, carried.itemId)?.classList.add('carried')
  if (carried?.kind === 'session')
    board.renderRoot.querySelector(`[data-band="${carried.sessionId}"]`)?.classList.add('carried')
}

const blockOf = ({ renderRoot }: Board, id: string): HTMLElement | null =>
  renderRoot.querySelector<HTMLElement>(`.block[data-id="${id}"]`)

const write = (slot: HTMLElement, part: string, text: string): void => {
  const element = slot.querySelector(part)
  if (element && element.textContent !== text) element.textContent = text
}
