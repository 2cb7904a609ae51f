import type { LitElement, ReactiveController } from 'lit'

/** So many rows are drawn whole, wherever they stand. */
export const mostWhole = 150
/** How far above and below the window a row is already made whole, in heights of the window. */
const reach = '100%'

/**
 * Of many rows only those in sight, and those that soon will be, have their fields and buttons; the others say the same
 * as text, so that the page is there at once and all of it can be found and printed. Rows bear `data-id`.
 */
export class NearRows implements ReactiveController {
  readonly #host: LitElement
  readonly #rows: string
  readonly #isLong: () => boolean
  readonly #near = new Set<string>()
  readonly #observer = new IntersectionObserver((entries) => this.#look(entries), {
    rootMargin: reach,
    // Of a list that scrolls by itself.
    scrollMargin: reach,
  })

  /** `rows` selects them; `isLong` tells whether they are many. */
  constructor(host: LitElement, { rows, isLong }: { rows: string; isLong: () => boolean }) {
    this.#host = host
    this.#rows = rows
    this.#isLong = isLong
    host.addController(this)
  }

  hostUpdated(): void {
    if (!this.#isLong()) return
    for (const row of this.#host.renderRoot.querySelectorAll(this.#rows)) this.#observer.observe(row)
  }

  hostDisconnected(): void {
    this.#observer.disconnect()
  }

  hostConnected(): void {
    if (this.#host.hasUpdated) this.#host.requestUpdate()
  }

  /** The row is to be drawn with all that it has. */
  isWhole(id: string): boolean {
    return this.#near.has(id) || !this.#isLong()
  }

  /** Makes a row whole before it comes into sight. */
  async bring(id: string): Promise<void> {
    this.#near.add(id)
    this.#host.requestUpdate()
    await this.#host.updateComplete
  }

  #look(entries: readonly IntersectionObserverEntry[]): void {
    for (const { target, isIntersecting } of entries) {
      const id = (target as HTMLElement).dataset['id'] ?? ''
      if (isIntersecting) this.#near.add(id)
      // What somebody writes in or drags stays as it is.
      else if (!target.matches(':focus-within, .dragged')) this.#near.delete(id)
    }
    this.#host.requestUpdate()
  }
}
