import { css, html, nothing, type PropertyValues } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { ListedSeats } from '../../server/seating/schema.ts'
import { LiveController } from '../api/changes.ts'
import { findListedSeats, listSeats } from '../api/seating.ts'
import { did } from '../did.ts'
import { WordsElement } from '../parts/element.ts'
import { controls } from '../style/controls.ts'
import { icon } from '../style/icons.ts'
import { words } from '../words/words.ts'

/** More are counted, not named. */
const mostNamed = 5

/**
 * Where the list of delegates tells other seats than the plan that was released, or one seat twice, with the way to put it
 * right: `<listed-seats-note congressId="…" writable>`; nothing where all agree.
 */
@customElement('listed-seats-note')
export class ListedSeatsNote extends WordsElement {
  @property() congressId = ''
  @property({ type: Boolean }) writable = false
  @state() private found: ListedSeats | null = null

  static override styles = [
    ...controls,
    css`
      :host {
        display: block;
      }
      .notice {
        flex-wrap: wrap;
        margin-block-end: var(--space);
      }
      .notice > div {
        flex: 1 1 14rem;
      }
    `,
  ]

  constructor() {
    super()
    new LiveController(this, ['delegates', 'people', 'seatReleases', 'seatingPlans'], ({ congressId }) => {
      if (congressId === null || congressId === this.congressId) void this.#fetch()
    })
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('congressId')) void this.#fetch()
  }

  /** What cannot be read is not told: the page itself says what is wrong. */
  async #fetch(): Promise<void> {
    const { congressId } = this
    const found = await findListedSeats(congressId).catch(() => null)
    if (congressId === this.congressId) this.found = found
  }

  override render() {
    const { listed: text } = words().seating
    const { planId, elsewhere, twice } = this.found ?? { planId: null, elsewhere: [], twice: [] }
    if (elsewhere.length === 0 && twice.length === 0) return nothing
    const lines = [
      ...twice.map(({ seat, names }) => text.twice(seat, names.join(', '))),
      ...elsewhere.map((each) => text.line(each)),
    ]
    return html`<div class="notice amber" role="status">
      ${icon('triangle-alert')}
      <div>
        <p>${elsewhere.length === 0 ? text.twiceHeading : text.heading(elsewhere.length)}</p>
        <ul>
          ${lines.slice(0, mostNamed).map((line) => html`<li>${line}</li>`)}
          ${lines.length > mostNamed ? html`<li class="muted">${text.more(lines.length - mostNamed)}</li>` : nothing}
        </ul>
      </div>
      ${
        this.writable && planId !== null && elsewhere.length > 0
          ? html`<button class="button small" @click=${() => this.#listAgain(planId)}>${text.again}</button>`
          : nothing
      }
    </div>`
  }

  async #listAgain(planId: string): Promise<void> {
    await did(listSeats(this.congressId, planId), words().seating.listed.done)
    await this.#fetch()
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'listed-seats-note': ListedSeatsNote
  }
}
