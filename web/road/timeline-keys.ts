import { dayNumber } from '../../server/format/dates.ts'
import { placeAfter, type Place, type Step } from './timeline-hit.ts'
import type { TimelineDeeds, TimelineHost } from './timeline-host.ts'

type Host = TimelineHost & TimelineDeeds

const steps: Record<string, Step> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
  Home: 'first',
  End: 'last',
  PageUp: 'page-up',
  PageDown: 'page-down',
}

/** Days that an arrow moves a bar by. */
const moves: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 }

const zooms: Record<string, number> = { '+': 1.4, '=': 1.4, '-': 1 / 1.4 }

/** Does what a key means to the rows and bars; true where it means something. */
export const pressKey = (host: Host, event: KeyboardEvent): boolean => {
  if (event.ctrlKey || event.metaKey) return false
  if (host.move.now) return host.move.now.mode === 'step' && pressWhileMoving(host, event)
  const { key } = event
  if (key === 'Escape') return host.closeMenu()
  const factor = zooms[key]
  if (factor !== undefined) {
    host.viewport.zoomAt(zoomCentre(host), factor)
    return true
  }
  const place = host.active
  if (!place) return false
  if (event.altKey || key.toLowerCase() === 'm') return startMove(host, place, event.altKey ? (moves[key] ?? null) : 0)
  if (key === 'Enter') return openPlace(host, place)
  if (key === ' ' || key === 'ContextMenu' || (key === 'F10' && event.shiftKey)) return choose(host, place)
  return stepTo(host, place, key)
}

const pressWhileMoving = (host: Host, { key }: KeyboardEvent): boolean => {
  const { move } = host
  const days = moves[key]
  if (days !== undefined) move.step(days)
  else if (key === 'Enter') move.drop()
  else if (key === 'Escape') move.cancel()
  else return false
  return true
}

const startMove = (host: Host, { barId }: Place, days: number | null): boolean => {
  const found = barId === null ? null : host.findBar(barId)
  if (!found || days === null || !host.move.start(found.row, found.bar, 'step')) return false
  host.closeMenu()
  if (days !== 0) host.move.step(days)
  return true
}

const openPlace = (host: Host, place: Place): boolean => {
  if (place.barId !== null) host.open(place)
  else if (rowOf(host, place)?.isOpen != null) host.toggle(place.rowId)
  else if (rowOf(host, place)?.conflict != null) host.showConflicts(place)
  else return false
  return true
}

const choose = (host: Host, place: Place): boolean => {
  host.select(place)
  if (place.barId !== null) host.openMenu(place)
  return true
}

const stepTo = (host: Host, place: Place, key: string): boolean => {
  const step = steps[key]
  if (!step) return false
  const row = rowOf(host, place)
  const isOnRow = place.barId === null
  if (isOnRow && ((step === 'right' && row?.isOpen === false) || (step === 'left' && row?.isOpen === true))) {
    host.toggle(place.rowId)
    return true
  }
  const next = placeAfter(host.rows, place, step)
  if (next) host.focusPlace(next)
  return true
}

const rowOf = (host: Host, { rowId }: Place) => host.rows.find(({ id }) => id === rowId)

/** The bar with the focus stays where it is; without one the middle does. */
const zoomCentre = ({ active, viewport, findBar }: Host): number => {
  const found = active?.barId == null ? null : findBar(active.barId)
  const x = found ? viewport.xInSight(dayNumber(found.bar.from)) : -1
  return x >= 0 && x <= viewport.width ? x : viewport.width / 2
}
