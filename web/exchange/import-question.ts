import { css, html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { Candidate, ImportQuestion as Question } from '../../server/exchange/schema.ts'
import { WordsElement } from '../parts/element.ts'
import { controls } from '../style/controls.ts'
import { icon } from '../style/icons.ts'
import { words } from '../words/words.ts'

/**
 * Who a row means, where only a person can say: `<import-question .row=${12} .question=${question}>`; tells
 * `row-decided` with the row and the decision, null where one is taken back.
 */
@customElement('import-question')
export class ImportQuestion extends WordsElement {
  @property({ attribute: false }) row = 0
  @property({ attribute: false }) question!: Question

  static override styles = [
    ...controls,
    css`
      :host {
        position: sticky;
        inset-inline-start: 6rem;
        display: block;
        inline-size: fit-content;
        max-inline-size: min(60rem, calc(100cqi - 7rem));
        padding-block: var(--space-half);
        font-size: var(--size-small);
      }
      p {
        display: flex;
        gap: 0.375rem;
        margin-block-end: var(--space-half);
        color: var(--violet);
        font-weight: 500;
      }
      .decided p {
        color: var(--muted);
      }
      .ways {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-half);
      }
      .chip {
        block-size: auto;
        padding-block: 0.25rem;
        text-align: start;
        white-space: normal;
        overflow-wrap: anywhere;
      }
      .chip[aria-pressed='true'] {
        border-color: var(--green);
        background: var(--green-soft);
        color: var(--green);
        font-weight: 600;
      }
      @media (max-width: 700px) {
        :host {
          position: static;
          max-inline-size: none;
        }
        .chip {
          min-block-size: var(--control);
        }
      }
    `,
  ]

  override render() {
    const { code, details, candidates, decision } = this.question
    const { questions } = words().exchange
    const sentence = code === 'same-in-file' ? questions[code](Number(details['row'] ?? 0)) : questions[code]
    return html`<div class=${decision === null ? '' : 'decided'}>
      <p>${icon('users-round')} <span>${sentence}</span></p>
      <div class="ways" role="group" aria-label=${questions.label(this.row)}>
        ${candidates.map((each) => this.#way(each.id, candidateText(each)))}
        ${this.#way('new', code === 'same-in-file' ? questions.another : questions.new)}
        ${this.#way('skip', questions.skip)}
      </div>
    </div>`
  }

  #way(decision: string, word: string) {
    const isChosen = this.question.decision === decision
    const choose = () => this.tell('row-decided', { row: this.row, decision: isChosen ? null : decision })
    return html`<button class="chip" aria-pressed=${isChosen} @click=${choose}>
      ${isChosen ? icon('check') : nothing} ${word}
    </button>`
  }
}

const candidateText = ({ name, birth, post, unit, congress }: Candidate): string => {
  const who = [name, birth, post, unit].filter(Boolean).join(' · ')
  const { questions } = words().exchange
  return congress === '' ? questions.isThis(who) : questions.isThisFrom(who, congress)
}

declare global {
  interface HTMLElementTagNameMap {
    'import-question': ImportQuestion
  }
}
