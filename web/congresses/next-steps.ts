import { css, html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { openSteps, type StepKind } from '../../server/congresses/rules.ts'
import type { Congress } from '../../server/congresses/schema.ts'
import { WordsElement } from '../parts/element.ts'
import { controls } from '../style/controls.ts'
import { icon } from '../style/icons.ts'
import { words } from '../words/words.ts'
import { wordStep } from './word-step.ts'

/**
 * What can be done next with a congress: forward first, then what puts it off, and apart from these what corrects a
 * slip. Tells `step-chosen` with the state.
 */
@customElement('next-steps')
export class NextSteps extends WordsElement {
  @property({ attribute: false }) congress!: Congress
  /** The day that counts as today for the road. */
  @property() today = ''
  /** null while it is not known. */
  @property({ attribute: false }) hasProgramme: boolean | null = null

  static override styles = [
    ...controls,
    css`
      :host {
        display: block;
      }
      .steps {
        margin-block-start: var(--space);
      }
      .back {
        margin-block-start: var(--space);
        font-size: var(--size-small);
      }
    `,
  ]

  override render() {
    const { overview } = words().congresses
    const { congress } = this
    const steps = openSteps(congress, this.today)
    const of = (kind: StepKind) => steps.filter((step) => step.kind === kind)
    const [usual, ...others] = of('forward')
    const corrections = of('back')
    return html`
      <section class="card">
        <h2>${overview.next}</h2>
        ${congress.state === 'reported' ? html`<p class="muted">${overview.finished}</p>` : nothing}
        <div class="row steps">
          ${usual === undefined ? this.#paperStep() : this.#button(usual.to, 'button primary')}
          ${[...others, ...of('aside')].map(({ to }) => this.#button(to, 'button'))}
        </div>
        ${
          corrections.length === 0
            ? nothing
            : html`<p class="row back muted">
                ${overview.correct} ${corrections.map(({ to }) => this.#button(to, 'link-button'))}
              </p>`
        }
      </section>
    `
  }

  #button(to: Congress['state'], className: string) {
    return html`<button class=${className} @click=${() => this.tell('step-chosen', to)}>
      ${wordStep(this.congress.state, to)}
    </button>`
  }

  /** Before its day nobody calls it held: what is next is its paper. */
  #paperStep() {
    const { id, state } = this.congress
    if (state === 'reported' || state === 'cancelled') return nothing
    const { overview } = words().congresses
    return this.hasProgramme === true
      ? html`<a class="button primary" href=${`/congresses/${id}/papers`}
          >${icon('printer')} ${overview.printProgramme}</a
        >`
      : html`<a class="button primary" href=${`/congresses/${id}/programme`}>
          ${icon('list')} ${overview.writeProgramme}
        </a>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'next-steps': NextSteps
  }
}
