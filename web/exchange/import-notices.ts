import { css, html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { ImportPreview, ImportRowsChoice } from '../../server/exchange/schema.ts'
import { WordsElement } from '../parts/element.ts'
import { controls } from '../style/controls.ts'
import { icon } from '../style/icons.ts'
import { words } from '../words/words.ts'
import { importNoteSentence, isOfOtherList } from './word-import.ts'

/**
 * What a person must say of the file as a whole: that it is meant for this congress, and whether all who are known
 * elsewhere are the same people: `<import-notices .preview=${preview} @rows-said=${…}>`.
 */
@customElement('import-notices')
export class ImportNotices extends WordsElement {
  @property({ attribute: false }) preview!: ImportPreview

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
    return html`<div class="stack">${this.#other()} ${this.#exact()}</div>`
  }

  #other() {
    const note = this.preview.notes.find(isOfOtherList)
    if (!note) return nothing
    const { otherCongress } = words().exchange
    const { isOtherCongress } = this.preview
    const sentence = importNoteSentence(this.preview.kind, note)
    return html`<p class="notice ${isOtherCongress ? 'red' : 'slate'}" role="alert">
      ${icon('triangle-alert')} <span>${sentence} ${isOtherCongress ? nothing : otherCongress.accepted}</span>
      <button class="button small" @click=${() => this.#say({ isOtherAccepted: isOtherCongress })}>
        ${isOtherCongress ? otherCongress.accept : otherCongress.takeBack}
      </button>
    </p>`
  }

  #exact() {
    const { count, decision } = this.preview.exact
    if (count === 0) return nothing
    const { exact } = words().exchange
    return html`<p class="notice violet">
      ${icon('users-round')} <span>${exact.told(count)}</span>
      ${(['same', 'new'] as const).map(
        (way) =>
          html`<button
            class="chip"
            aria-pressed=${decision === way}
            @click=${() => this.#say({ decidedAll: decision === way ? null : way })}
          >
            ${exact[way]}
          </button>`,
      )}
    </p>`
  }

  #say(choice: ImportRowsChoice): void {
    this.tell('rows-said', choice)
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'import-notices': ImportNotices
  }
}
