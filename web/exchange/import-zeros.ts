import { css, html } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { ZeroColumn } from '../../server/exchange/schema.ts'
import { WordsElement } from '../parts/element.ts'
import { controls } from '../style/controls.ts'
import { icon } from '../style/icons.ts'
import { words } from '../words/words.ts'
import { zerosWith } from './zeros.ts'

/**
 * Columns of a dry run in which Excel dropped the first zeros, to be put back at once or kept as they are:
 * `<import-zeros .columns=${preview.zeros} .restored=${…} .nameOf=${…} @zeros-chosen=${…}>`; tells what is put back as the server takes it.
 */
@customElement('import-zeros')
export class ImportZeros extends WordsElement {
  @property({ attribute: false }) columns: readonly ZeroColumn[] = []
  @property({ attribute: false }) restored: readonly string[] = []
  @property({ attribute: false }) nameOf: (field: string) => string = (field) => field

  static override styles = [
    ...controls,
    css`
      :host {
        display: block;
      }
      .notice {
        flex-wrap: wrap;
        align-items: center;
      }
      .notice span {
        flex: 1 1 16rem;
      }
    `,
  ]

  override render() {
    return html`<div class="stack">${this.columns.map((column) => this.#column(column))}</div>`
  }

  #column({ field, restored, lost, first }: ZeroColumn) {
    const { zeros } = words().exchange
    const choose = () =>
      this.tell('zeros-chosen', zerosWith(this.restored, { field, row: null, isRestored: first !== null }))
    return html`<p class="notice ${first ? 'amber' : 'green'}" role="status">
      ${icon(first ? 'triangle-alert' : 'circle-check')}
      <span>
        ${
          first
            ? zeros.lost(this.nameOf(field), lost, first.value, first.restored)
            : zeros.restored(this.nameOf(field), restored)
        }
      </span>
      <button class="button small" @click=${choose}>${first ? zeros.takeAll : zeros.keepAll}</button>
    </p>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'import-zeros': ImportZeros
  }
}
