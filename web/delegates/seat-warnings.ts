import { css, html, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { Delegate } from '../../server/delegates/schema.ts'
import type { ListedSeats } from '../../server/seating/schema.ts'
import { findListedSeats } from '../api/seating.ts'
import { WordsElement } from '../parts/element.ts'
import { controls } from '../style/controls.ts'
import { icon } from '../style/icons.ts'
import { warningsOf } from './seat-warning.ts'

/**
 * What speaks against the seat that is being typed for somebody: `<seat-warnings congressId="…" .delegates .delegate typed>`;
 * nothing of a seat that stood there already, which is told above the list.
 */
@customElement('seat-warnings')
export class SeatWarnings extends WordsElement {
  @property() congressId = ''
  @property({ attribute: false }) delegates: readonly Delegate[] = []
  /** null = somebody new. */
  @property({ attribute: false }) delegate: Delegate | null = null
  @property() typed = ''
  @state() private told: ListedSeats['told'] = []

  static override styles = [
    ...controls,
    css`
      .notice {
        margin-block-start: var(--space);
      }
    `,
  ]

  override connectedCallback(): void {
    super.connectedCallback()
    if (this.congressId !== '') void this.#find()
  }

  async #find(): Promise<void> {
    this.told = (await findListedSeats(this.congressId).catch(() => null))?.told ?? []
  }

  override render() {
    const seat = this.typed.trim()
    const isNew = seat !== (this.delegate?.seat ?? '')
    const warnings = isNew ? warningsOf({ id: this.delegate?.id ?? '', seat }, this.delegates, this.told) : []
    return html`<div role="status">${warnings.map(lineOf)}</div>`
  }
}

const lineOf = (warning: string): TemplateResult =>
  html`<p class="notice amber">${icon('triangle-alert')} <span>${warning}</span></p>`

declare global {
  interface HTMLElementTagNameMap {
    'seat-warnings': SeatWarnings
  }
}
