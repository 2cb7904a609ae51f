import { css, html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { Hall } from '../../server/halls/schema.ts'
import { WordsElement } from '../parts/element.ts'
import { controls } from '../style/controls.ts'
import { icon } from '../style/icons.ts'
import { words } from '../words/words.ts'
import type { HallDesk } from './hall-desk.ts'
import { downloadPlan, fileButton, readPlanFile } from './hall-files.ts'
import './hall-picture.ts'

/**
 * Seating plans of another program, in and out, and the picture beneath: `<hall-file-tools .desk .record ?readonly>`. Tells
 * `plan-read`: what was read, or a sentence that says why not.
 */
@customElement('hall-file-tools')
export class HallFileTools extends WordsElement {
  @property({ attribute: false }) desk!: HallDesk
  @property({ attribute: false }) record!: Hall
  @property({ type: Boolean }) readonly = false

  static override styles = [
    ...controls,
    css`
      section {
        display: grid;
        gap: var(--space);
        justify-items: start;
        margin-block-start: var(--space-2);
      }
      h2 {
        margin: 0;
        font-size: 1rem;
      }
    `,
  ]

  protected override render(): unknown {
    const { halls } = words()
    const { hall, drawing } = this.desk
    if (!hall || !drawing) return nothing
    const read = async (file: File) => this.tell('plan-read', await readPlanFile(file))
    return html`<section aria-labelledby="files">
      <h2 id="files">${halls.more}</h2>
      ${
        this.readonly
          ? nothing
          : fileButton('plan', halls.importPlan, 'application/json,.json', (file) => void read(file))
      }
      <button class="button" @click=${() => downloadPlan(drawing, this.record.name)}>
        ${icon('download')} ${halls.exportPlan}
      </button>
      ${this.readonly ? nothing : html`<hall-picture hall=${this.record.id} .bounds=${hall.bounds}></hall-picture>`}
    </section>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'hall-file-tools': HallFileTools
  }
}
