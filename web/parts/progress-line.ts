import { css, html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { formatNumber } from '../../server/format/numbers.ts'
import { controls } from '../style/controls.ts'
import { language, words } from '../words/words.ts'
import { WordsElement } from './element.ts'

/**
 * Anything over a second: `<progress-line label="…" .done=${120} .all=${5000} stoppable @stopped=${…}>`; without `all`
 * it only says that work goes on.
 */
@customElement('progress-line')
export class ProgressLine extends WordsElement {
  static override styles = [
    ...controls,
    css`
      .line {
        display: grid;
        gap: var(--space-half);
      }
      progress {
        inline-size: 100%;
        block-size: 0.5rem;
        accent-color: var(--red);
      }
    `,
  ]

  @property() label = ''
  @property({ type: Number }) done = 0
  @property({ type: Number }) all = 0
  @property({ type: Boolean }) stoppable = false

  override render() {
    const { progress } = words().parts
    const label = this.label === '' ? words().common.loading : this.label
    return html`<div class="line">
      <div class="row spread small">
        <span>${label}</span>
        ${this.all > 0 ? html`<span class="figures muted">${progress.done(formatNumber(this.done, language()), formatNumber(this.all, language()))}</span>` : nothing}
      </div>
      ${
        this.all > 0
          ? html`<progress aria-label=${label} max=${this.all} .value=${this.done}></progress>`
          : html`<progress aria-label=${label}></progress>`
      }
      ${
        this.stoppable
          ? html`<div><button class="button small" @click=${() => this.tell('stopped')}>${progress.stop}</button></div>`
          : nothing
      }
    </div>`
  }
}
