import { css, html } from 'lit'
import { customElement } from 'lit/decorators.js'
import { WordsElement } from '../parts/element.ts'
import { controls } from '../style/controls.ts'
import { words } from '../words/words.ts'
import '../parts/modal-dialog.ts'

/** The keys of the grid: `<grid-help>` tells `form-closed`. */
@customElement('grid-help')
export class GridHelp extends WordsElement {
  static override styles = [
    ...controls,
    css`
      dl {
        display: grid;
        grid-template-columns: minmax(8rem, max-content) minmax(0, 1fr);
        gap: var(--space) var(--space-2);
        font-size: var(--size-dense);
      }
      dt {
        font-weight: 600;
      }
    `,
  ]

  override render() {
    const { editor, common } = words()
    return html`
      <modal-dialog heading=${editor.help} @dialog-closed=${() => this.tell('form-closed')}>
        <dl>
          ${editor.keys.map(
            ([keys, meaning]) => html`
              <dt>${keys}</dt>
              <dd>${meaning}</dd>
            `,
          )}
        </dl>
        <div slot="actions" class="form-actions">
          <button class="button" @click=${() => this.tell('form-closed')}>${common.close}</button>
        </div>
      </modal-dialog>
    `
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'grid-help': GridHelp
  }
}
