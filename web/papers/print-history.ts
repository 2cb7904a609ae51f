import { css, html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { formatInstant } from '../../server/format/dates.ts'
import { formatNumber } from '../../server/format/numbers.ts'
import type { Print } from '../../server/prints/schema.ts'
import { packagePath, printPath } from '../api/prints.ts'
import { WordsElement } from '../parts/element.ts'
import { controls } from '../style/controls.ts'
import { icon } from '../style/icons.ts'
import { language, words } from '../words/words.ts'

const mostShown = 8

/**
 * Who printed a kind of paper when, the newest first: `<print-history .prints=${…} kind="badge">`; without a kind, the
 * packages.
 */
@customElement('print-history')
export class PrintHistoryList extends WordsElement {
  @property({ attribute: false }) prints: readonly Print[] = []
  @property() kind = ''

  static override styles = [
    ...controls,
    css`
      summary {
        cursor: pointer;
        font-size: var(--size-dense);
        font-weight: 500;
      }
      ul {
        display: grid;
        gap: var(--space);
        margin-block-start: var(--space);
      }
    `,
  ]

  override render() {
    const { prints } = words()
    const shown = this.kind === '' ? this.#packages : this.prints.filter(({ kind }) => kind === this.kind)
    if (shown.length === 0) return html`<p class="help">${prints.noHistory}</p>`
    return html`<details>
      <summary>${prints.history(shown.length)}</summary>
      <ul>
        ${shown.slice(0, mostShown).map((print) => this.#print(print))}
      </ul>
    </details>`
  }

  /** Each by one of its papers. */
  get #packages(): Print[] {
    const byPackage = new Map(this.prints.map((print) => [print.packageId, print]))
    return [...byPackage.values()].filter(({ packageId }) => packageId !== null)
  }

  #print({ id, packageId, at, accountName, pages, ...sheets }: Print) {
    const { common, prints } = words()
    const when = formatInstant(at, Intl.DateTimeFormat().resolvedOptions().timeZone, language())
    const path = this.kind === '' && packageId !== null ? packagePath(packageId) : printPath(id)
    return html`<li class="row spread">
      <span>
        ${prints.by(accountName, when)}
        ${this.kind === '' ? nothing : html`<br /><span class="help">${prints.pages(formatNumber(pages, language()))}${placesOf(sheets)}</span>`}
      </span>
      <a class="button small" href=${path} target="_blank">${icon('external-link')} ${common.open}</a>
    </li>`
  }
}

/** «, từ ô 5, tờ cuối còn trống 3 ô»: where cards began on their first sheet, and what stayed free on the last one. */
const placesOf = ({ perSheet, place, left }: Pick<Print, 'perSheet' | 'place' | 'left'>): string => {
  const { prints } = words()
  if (perSheet === null || perSheet === 1) return ''
  return [...(place > 1 ? [prints.fromPlace(place)] : []), left ? prints.left(left) : prints.noneLeft]
    .map((part) => `, ${part}`)
    .join('')
}

declare global {
  interface HTMLElementTagNameMap {
    'print-history': PrintHistoryList
  }
}
