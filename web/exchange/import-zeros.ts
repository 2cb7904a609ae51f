import { css, html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { ImportRow } from '../../server/exchange/schema.ts'
import { WordsElement } from '../parts/element.ts'
import { controls } from '../style/controls.ts'
import { icon } from '../style/icons.ts'
import { words } from '../words/words.ts'
import { zeroCells, zerosWith, type ZeroCell } from './zeros.ts'

/**
 * Columns of a dry run in which Excel dropped the first zeros, to be put back at once or kept as they are:
 * `<import-zeros .preview=${preview} .nameOf=${…} @zeros-chosen=${…}>`; tells what is put back as the server takes it.
 */
@customElement('import-zeros')
export class ImportZeros extends WordsElement {
  @property({ attribute: false }) preview: { rows: readonly ImportRow[] } | null = null
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
    const found = [...zeroCells(this.preview?.rows ?? [])]
    if (found.length === 0) return nothing
    return html`<div class="stack">${found.map(([field, cells]) => this.#column(field, cells))}</div>`
  }

  #column(field: string, cells: readonly ZeroCell[]) {
    const { zeros } = words().exchange
    const lost = cells.filter(({ cell }) => cell.code === 'zero-lost')
    const [first] = lost
    const choose = () =>
      this.tell('zeros-chosen', zerosWith(this.preview?.rows ?? [], { field, row: null, isRestored: Boolean(first) }))
    return html`<p class="notice ${first ? 'amber' : 'green'}" role="status">
      ${icon(first ? 'triangle-alert' : 'circle-check')}
      <span>
        ${
          first
            ? zeros.lost(this.nameOf(field), lost.length, first.cell.value, String(first.cell.details['restored']))
            : zeros.restored(this.nameOf(field), cells.length)
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
