import { html, nothing, type LitElement, type ReactiveController, type TemplateResult } from 'lit'
import { dayNumber, isoDate } from '../../server/format/dates.ts'
import { iconOfSeverity, mark } from './timeline-icons.ts'
import type { Place } from './timeline-hit.ts'
import type { TimelineDeeds, TimelineHost } from './timeline-host.ts'
import { menuTemplate } from './timeline-menu.ts'
import { whenOf, type Move } from './timeline-move.ts'
import type { NearestDay } from './timeline-types.ts'
import { headHeight } from './timeline-viewport.ts'
import type { TimelineWords } from './timeline-words.ts'

type CardHost = TimelineHost & TimelineDeeds & LitElement

const margin = 8

/** The card beside a bar: the judgement of the day it is moved to, or what can be done with it. */
export class CardController implements ReactiveController {
  readonly #host: CardHost
  #menu: Place | null = null

  constructor(host: CardHost) {
    this.#host = host
    host.addController(this)
  }

  hostConnected(): void {
    addEventListener('pointerdown', this.#onOutside)
  }

  hostDisconnected(): void {
    removeEventListener('pointerdown', this.#onOutside)
    this.#menu = null
  }

  openMenu(place: Place): void {
    this.#menu = place
    this.#host.requestUpdate()
  }

  closeMenu(): boolean {
    const wasOpen = this.#menu !== null
    this.#menu = null
    if (wasOpen) this.#host.requestUpdate()
    return wasOpen
  }

  render(): TemplateResult | typeof nothing {
    const { move, words } = this.#host
    if (move.now) {
      const { mode, judgement, row } = move.now
      const severity = judgement?.severity ? `severity-${judgement.severity}` : ''
      return html`<div
        class="card ${severity} ${mode === 'drag' ? 'is-dragging' : ''}"
        role="group"
        aria-label="${words.menu.move}: ${row.label}"
        @keydown=${this.#onKey}
      >
        ${cardTemplate(move.now, words, {
          step: (days) => move.step(days),
          goTo: (nearest) => move.goTo(nearest),
          drop: () => this.#leave(() => move.drop()),
          cancel: () => this.#leave(() => move.cancel()),
        })}
      </div>`
    }
    const found = this.#menu?.barId == null ? null : this.#host.findBar(this.#menu.barId)
    if (!found || !this.#menu) return nothing
    const place = this.#menu
    return html`<div class="card" role="group" aria-label=${words.menu.label(found.row.label)} @keydown=${this.#onKey}>
      ${menuTemplate(found, words, {
        open: () => this.#host.open(place),
        move: () => this.#startMove(place),
        showConflicts: () => this.#host.showConflicts(place),
      })}
    </div>`
  }

  /** Puts the card under the bar, above it where there is no room, and always within the chart. */
  place(): void {
    const { move, viewport, rows } = this.#host
    // Asked in every frame: most of the time there is none.
    if (!move.now && !this.#menu) return
    const card = this.#host.renderRoot.querySelector<HTMLElement>('.card')
    if (!card) return
    const found = this.#menu?.barId == null ? null : this.#host.findBar(this.#menu.barId)
    const rowId = move.now?.row.id ?? found?.row.id
    const day = move.now?.day ?? (found ? dayNumber(found.bar.from) : 0)
    const top = headHeight + rows.findIndex(({ id }) => id === rowId) * viewport.rowHeight - viewport.scrollTop
    const { offsetWidth: width, offsetHeight: height } = card
    const widest = viewport.left + viewport.width - width - margin
    const lowest = headHeight + viewport.height - height - margin
    const x = Math.max(margin, Math.min(widest, viewport.left + viewport.xInSight(day) + 24))
    const below = top + viewport.rowHeight + 6
    const y = below <= lowest ? below : Math.max(margin, Math.min(top - height - 6, lowest))
    card.style.transform = `translate(${Math.round(x)}px, ${Math.round(y)}px)`
  }

  #startMove(place: Place): void {
    const found = place.barId === null ? null : this.#host.findBar(place.barId)
    this.#leave(() => this.closeMenu())
    if (found) this.#host.move.start(found.row, found.bar, 'step')
  }

  /** The card goes: the focus returns to the bar it spoke of. */
  #leave(act: () => void): void {
    const barId = this.#host.move.now?.bar.id ?? this.#menu?.barId
    const found = barId == null ? null : this.#host.findBar(barId)
    act()
    if (found) this.#host.focusPlace({ rowId: found.row.id, barId: found.bar.id })
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return
    event.stopPropagation()
    if (this.#host.move.now) this.#leave(() => this.#host.move.cancel())
    else this.#leave(() => this.closeMenu())
  }

  readonly #onOutside = (event: PointerEvent): void => {
    const isInside = event.composedPath().some((each) => each instanceof Element && each.classList.contains('card'))
    if (!isInside) this.closeMenu()
  }
}

interface CardActs {
  step: (days: number) => void
  goTo: (nearest: NearestDay) => void
  drop: () => void
  cancel: () => void
}

/**
 * Why the day under a bar is good or not, and the nearest free ones. While a pointer drags it is only read; in a move
 * by steps it carries the buttons, so that nothing needs a drag.
 */
const cardTemplate = (move: Move, words: TimelineWords, acts: CardActs): TemplateResult => {
  const { judgement, mode } = move
  const severity = judgement?.severity ?? null
  const title = judgement?.title || whenOf(isoDate(move.day), move.halfDay, { words })
  return html`<div class="verdict ${severity ? `severity-${severity}` : 'free'}">
      ${mark(severity ? iconOfSeverity(severity) : 'circle-check')}
      <div>
        <strong>${title}</strong>
        ${severity ? nothing : html`<p>${judgement?.sentences[0] ?? (move.isWeekOnly ? words.move.freeWeek : words.move.free)}</p>`}
        ${severity ? judgement?.sentences.slice(0, 4).map((sentence) => html`<p>${sentence}</p>`) : nothing}
        ${severity ? nearestDays(judgement?.nearest ?? [], mode, words, acts) : nothing}
      </div>
    </div>
    ${mode === 'step' ? stepButtons(move, words, acts) : nothing}`
}

const nearestDays = (
  nearest: readonly NearestDay[],
  mode: Move['mode'],
  words: TimelineWords,
  acts: CardActs,
): TemplateResult => {
  if (nearest.length === 0) return html`<p class="nearest">${words.move.noneNearest}</p>`
  if (mode === 'drag')
    return html`<p class="nearest">${words.move.nearest} ${nearest.map(({ label }) => label).join(', ')}</p>`
  return html`<p class="nearest">
    ${words.move.nearest}
    ${nearest.map(
      (day) => html`<button type="button" class="nearest-day" @click=${() => acts.goTo(day)}>${day.label}</button>`,
    )}
  </p>`
}

const stepButtons = (move: Move, words: TimelineWords, acts: CardActs): TemplateResult => {
  const { menu } = words
  const isBlocked = move.judgement?.severity === 'impossible'
  return html`<div class="steps">
    <button type="button" aria-label=${menu.weekEarlier} title=${menu.weekEarlier} @click=${() => acts.step(-7)}>
      ${mark('chevron-left')}${mark('chevron-left')}
    </button>
    ${
      move.isWeekOnly
        ? nothing
        : html`<button
              type="button"
              aria-label=${menu.dayEarlier}
              title=${menu.dayEarlier}
              @click=${() => acts.step(-1)}
            >
              ${mark('chevron-left')}
            </button>
            <button type="button" aria-label=${menu.dayLater} title=${menu.dayLater} @click=${() => acts.step(1)}>
              ${mark('chevron-right')}
            </button>`
    }
    <button type="button" aria-label=${menu.weekLater} title=${menu.weekLater} @click=${() => acts.step(7)}>
      ${mark('chevron-right')}${mark('chevron-right')}
    </button>
    <span class="fill"></span>
    <button type="button" class="word" @click=${acts.cancel}>${menu.cancel}</button>
    <button type="button" class="word main" ?disabled=${isBlocked} @click=${acts.drop}>${menu.drop}</button>
  </div>`
}
