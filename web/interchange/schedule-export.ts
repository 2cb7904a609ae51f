import { css, html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { scheduleIcsPath, scheduleJsonPath, scheduleXmlPath } from '../api/interchange.ts'
import { WordsElement } from '../parts/element.ts'
import { controls } from '../style/controls.ts'
import { icon } from '../style/icons.ts'
import { words } from '../words/words.ts'
import '../parts/modal-dialog.ts'

const paths = { xml: scheduleXmlPath, json: scheduleJsonPath, ics: scheduleIcsPath }

/** The programme as files for other programs: `<schedule-export congressId=… leftOut=…>`. Tells `form-closed`. */
@customElement('schedule-export')
export class ScheduleExport extends WordsElement {
  @property() congressId = ''
  /** Items that no file can hold: nobody knows yet when they come. */
  @property({ type: Number }) leftOut = 0

  static override styles = [
    ...controls,
    css`
      li {
        display: grid;
        grid-template-columns: 11rem minmax(0, 1fr);
        gap: var(--space) var(--space-2);
        align-items: center;
        padding-block: var(--space);
        border-block-start: 1px solid var(--line);
      }
      @media (max-width: 700px) {
        li {
          grid-template-columns: minmax(0, 1fr);
        }
      }
    `,
  ]

  override render() {
    const { interchange, common } = words()
    const close = () => this.tell('form-closed')
    return html`
      <modal-dialog heading=${interchange.exportHeading} @dialog-closed=${close}>
        <div class="stack">
          <p>${interchange.exportIntro}</p>
          ${
            this.leftOut === 0
              ? nothing
              : html`<p class="notice amber">${icon('triangle-alert')} ${interchange.exportLeftOut(this.leftOut)}</p>`
          }
          <ul>
            ${(['xml', 'json', 'ics'] as const).map(
              (kind) => html`
                <li>
                  <a class="button" href=${paths[kind](this.congressId)} download>
                    ${icon('download')} ${interchange.fileNames[kind]}
                  </a>
                  <span class="small muted">${interchange.files[kind]}</span>
                </li>
              `,
            )}
          </ul>
        </div>
        <div slot="actions"><button class="button" @click=${close}>${common.close}</button></div>
      </modal-dialog>
    `
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'schedule-export': ScheduleExport
  }
}
