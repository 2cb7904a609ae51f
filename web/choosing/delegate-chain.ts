import { css, html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { ChainStep } from '../../server/choosing/schema.ts'
import type { Delegate } from '../../server/delegates/schema.ts'
import { formatShortDate } from '../../server/format/dates.ts'
import { listChain } from '../api/choosing.ts'
import { WordsElement } from '../parts/element.ts'
import { controls } from '../style/controls.ts'
import { language, translated, words } from '../words/words.ts'

/** The congresses through which somebody was chosen, the lowest first: `<delegate-chain .delegate>`; nothing where there is one alone. */
@customElement('delegate-chain')
export class DelegateChain extends WordsElement {
  @property({ attribute: false }) delegate!: Pick<Delegate, 'id' | 'name'>
  @state() private steps: readonly ChainStep[] = []

  static override styles = [
    ...controls,
    css`
      section {
        margin-block-start: var(--space-2);
        padding-block-start: var(--space-2);
        border-block-start: 1px solid var(--line);
      }
      h3 {
        margin-block-end: var(--space);
        font-size: var(--size-normal);
        font-weight: 600;
      }
      ol {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-half) var(--space);
        list-style: none;
      }
    `,
  ]

  override connectedCallback(): void {
    super.connectedCallback()
    void this.#fetch()
  }

  /** A unit may see whom it sends and not where else they are. */
  async #fetch(): Promise<void> {
    this.steps = await listChain(this.delegate.id).catch(() => [])
  }

  override render() {
    if (this.steps.length < 2) return nothing
    return html`<section aria-labelledby="chain">
      <h3 id="chain">${words().choosing.chain}</h3>
      <ol>
        ${this.steps.map(
          (step, at) =>
            html`<li>${at === 0 ? nothing : html`<span aria-hidden="true">→ </span>`}${this.#step(step)}</li>`,
        )}
      </ol>
    </section>`
  }

  #step({ id, congressId, title, unitName, dateFrom }: ChainStep) {
    const { step } = words().choosing
    const worded = step(translated(unitName), dateFrom === null ? '' : formatShortDate(dateFrom, language()))
    if (id === this.delegate.id) return html`<strong>${worded}</strong>`
    const query = new URLSearchParams({ q: this.delegate.name }).toString()
    return html`<a href=${`/congresses/${congressId}/delegates?${query}`} title=${translated(title)}>${worded}</a>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'delegate-chain': DelegateChain
  }
}
