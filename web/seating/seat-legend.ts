import { css, html, nothing } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import { WordsElement } from '../parts/element.ts'
import { tinted } from '../parts/tinted.ts'
import { controls } from '../style/controls.ts'
import { icon } from '../style/icons.ts'
import { words } from '../words/words.ts'
import type { LegendLine } from './seat-colours.ts'

/** What the colours of the map mean, folded to two lines where there are more: `<seat-legend .lines>`. */
@customElement('seat-legend')
export class SeatLegend extends WordsElement {
  @property({ attribute: false }) lines: readonly LegendLine[] = []
  @state() private isWhole = false
  @state() private isLong = false
  @query('ul') private readonly list!: HTMLElement
  readonly #observer = new ResizeObserver(() => this.#measure())

  static override styles = [
    ...controls,
    css`
      :host {
        display: flex;
        gap: var(--space-half);
        align-items: flex-start;
        padding: var(--space-half) var(--space);
        border-block-start: 1px solid var(--line);
        font-size: var(--size-small);
        line-height: 1.25rem;
      }
      ul {
        display: flex;
        flex: 1;
        flex-wrap: wrap;
        gap: 0 var(--space-2);
        max-block-size: 2.5rem;
        overflow: hidden;
      }
      ul.whole {
        max-block-size: 10rem;
        overflow-y: auto;
      }
      li {
        display: inline-flex;
        gap: var(--space-half);
        align-items: center;
      }
      .ink {
        flex: none;
        inline-size: 0.8rem;
        block-size: 0.8rem;
        border-radius: 3px;
      }
    `,
  ]

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.#observer.disconnect()
  }

  protected override updated(): void {
    this.#observer.observe(this.list)
    this.#measure()
  }

  /** Whether more lines are needed than are shown; said once they are unfolded, so that they can be folded again. */
  #measure(): void {
    if (!this.isWhole) this.isLong = this.list.scrollHeight > this.list.clientHeight + 1
  }

  override render() {
    const { seating: text } = words()
    const word = this.isWhole ? text.legend.fold : text.legend.all(this.lines.length)
    return html`<ul
        class="tabular ${this.isWhole ? 'whole' : ''}"
        aria-label=${text.overlay}
        tabindex=${this.isWhole ? '0' : '-1'}
      >
        ${this.lines.map(
          ({ colour, word: name, count }) =>
            html`<li><span class="ink" ${tinted(colour)}></span>${name} <span class="muted">${count}</span></li>`,
        )}
      </ul>
      ${
        this.isLong
          ? html`<button
              class="button quiet small icon-only"
              aria-expanded=${this.isWhole ? 'true' : 'false'}
              aria-label=${word}
              title=${word}
              @click=${() => (this.isWhole = !this.isWhole)}
            >
              ${icon(this.isWhole ? 'chevron-down' : 'ellipsis')}
            </button>`
          : nothing
      }`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'seat-legend': SeatLegend
  }
}
