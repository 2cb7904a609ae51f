import { css, html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { formatInstant } from '../../server/format/dates.ts'
import { nothingPicked } from '../../server/halls/rules/edit.ts'
import type { HallDetails, HallVersion } from '../../server/halls/schema.ts'
import { findHall } from '../api/halls.ts'
import { WordsElement } from '../parts/element.ts'
import { tellNote } from '../parts/toast-stack.ts'
import { controls } from '../style/controls.ts'
import { icon } from '../style/icons.ts'
import { language, words } from '../words/words.ts'
import type { HallDesk } from './hall-desk.ts'
import '../parts/error-panel.ts'

/**
 * What a hall was before: `<hall-versions .desk .details ?readonly>`. One of them is opened as a step that can be taken
 * back; saved, it is the newest version.
 */
@customElement('hall-versions')
export class HallVersions extends WordsElement {
  @property({ attribute: false }) desk!: HallDesk
  @property({ attribute: false }) details!: HallDetails
  @property({ type: Boolean }) readonly = false
  @state() private failure: unknown = null

  static override styles = [
    ...controls,
    css`
      details {
        margin-block-start: var(--space-2);
      }
      summary {
        cursor: pointer;
        font-weight: 600;
        padding-block: var(--space-half);
      }
      ul {
        margin: 0;
        padding: 0;
        list-style: none;
        display: grid;
        gap: var(--space-half);
      }
      li {
        display: grid;
        grid-template-columns: 1fr auto;
        gap: 0 var(--space);
        align-items: center;
      }
      li span {
        overflow-wrap: anywhere;
      }
    `,
  ]

  protected override render(): unknown {
    const { versions } = this.details
    if (versions.length < 2) return nothing
    const { halls } = words()
    return html`<details>
      <summary>${halls.versions(versions.length)}</summary>
      <error-panel .error=${this.failure}></error-panel>
      <ul>
        ${versions.map((version) => this.#version(version))}
      </ul>
    </details>`
  }

  #version(version: HallVersion) {
    const { halls } = words()
    const { number, savedBy, savedAt, seats, note } = version
    const when = formatInstant(savedAt, Intl.DateTimeFormat().resolvedOptions().timeZone, language())
    return html`<li>
      <span>
        ${halls.version(number)}, ${halls.usable(seats)}
        <span class="small muted"
          >${[when, savedBy, note === '' ? '' : `«${note}»`].filter((each) => each !== '').join(' · ')}</span
        >
      </span>
      ${
        this.readonly || number === this.details.number
          ? nothing
          : html`<button
              class="button small"
              aria-label=${halls.openVersion(number)}
              @click=${() => void this.#open(number)}
            >
              ${icon('undo-2')} ${halls.open}
            </button>`
      }
    </li>`
  }

  async #open(number: number): Promise<void> {
    const { halls } = words()
    try {
      const { drawing } = await findHall(this.details.hall.id, number)
      this.failure = null
      this.desk.pick(nothingPicked)
      this.desk.do(() => drawing)
      tellNote(halls.versionOpened(number))
    } catch (error) {
      this.failure = error
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'hall-versions': HallVersions
  }
}
