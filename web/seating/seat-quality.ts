import { css, html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { Score, Term } from '../../server/seating/rules/score.ts'
import { WordsElement } from '../parts/element.ts'
import { controls } from '../style/controls.ts'
import { words } from '../words/words.ts'
import { termSentence } from './score-sentences.ts'
import { scoreStyles, seatScore } from './seat-score.ts'
import type { SeatState } from './seat-state.ts'

/** Sentences that are told before the rest is only counted. */
const mostTerms = 40

/** How good the plan that is looked at is, and who sits wrong: `<seat-quality .seats .score>`. Tells `person-chosen`. */
@customElement('seat-quality')
export class SeatQuality extends WordsElement {
  @property({ attribute: false }) seats!: SeatState
  @property({ attribute: false }) score!: Score

  static override styles = [
    ...controls,
    scoreStyles,
    css`
      :host {
        display: block;
        margin-block-start: var(--space-2);
        padding-block-start: var(--space-2);
        border-block-start: 1px solid var(--line);
        font-size: var(--size-dense);
      }
      h2 {
        font-size: var(--size);
      }
      summary {
        min-block-size: 28px;
        color: var(--blue);
        cursor: pointer;
      }
      li {
        display: flex;
        justify-content: space-between;
        gap: var(--space);
        padding-block: 0.2rem;
        font-size: var(--size-small);
      }
      button {
        padding: 0;
        border: 0;
        background: none;
        color: inherit;
        font: inherit;
        text-align: start;
        cursor: pointer;
      }
      button:hover {
        text-decoration: underline;
      }
      @media (pointer: coarse) {
        summary,
        li {
          min-block-size: 44px;
        }
      }
    `,
  ]

  override render() {
    const { score: text } = words().seating
    const { terms } = this.score
    return html`<h2>${text.heading}</h2>
      ${
        this.seats.occupancy.seatOf.size === 0
          ? html`<p class="muted">${text.nobody}</p>`
          : seatScore(this.seats, this.score)
      }
      ${
        terms.length === 0
          ? nothing
          : html`<details>
              <summary>${text.who}</summary>
              <ul>
                ${terms.slice(0, mostTerms).map((term) => this.#term(term))}
                ${terms.length > mostTerms ? html`<li class="muted">${text.more(terms.length - mostTerms)}</li>` : nothing}
              </ul>
            </details>`
      }`
  }

  #term(term: Term) {
    const { score: text } = words().seating
    const [person] = term.personIds
    const sentence = termSentence(this.seats, term)
    return html`<li>
      ${
        person === undefined
          ? html`<span>${sentence}</span>`
          : html`<button @click=${() => this.tell('person-chosen', person)}>${sentence}</button>`
      }
      <span class="tabular">${text.cost(term.cost)}</span>
    </li>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'seat-quality': SeatQuality
  }
}
