import { css, html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { Call } from '../../server/calls/schema.ts'
import { formatShortDate } from '../../server/format/dates.ts'
import type { Unit } from '../../server/units/schema.ts'
import { listCallsToMake } from '../api/calls.ts'
import { LiveController } from '../api/changes.ts'
import { shownTitle } from '../congresses/shown-title.ts'
import { WordsElement } from '../parts/element.ts'
import { phoneLinks } from '../parts/phone.ts'
import { badge } from '../parts/state-badge.ts'
import type { LoadedRoad } from '../road/road-source.ts'
import { controls } from '../style/controls.ts'
import { icon } from '../style/icons.ts'
import { language, words } from '../words/words.ts'
import './call-dialog.ts'

/** Units of the road that are to be called back, those due first: `<calls-to-make .loaded>`; nothing where there are none. */
@customElement('calls-to-make')
export class CallsToMake extends WordsElement {
  @property({ attribute: false }) loaded!: LoadedRoad
  @state() private calls: readonly Call[] = []
  /** The call that is made now. */
  @state() private made: { call: Call; unit: Unit } | null = null

  constructor() {
    super()
    new LiveController(this, ['calls'], () => void this.#fetch())
  }

  static override styles = [
    ...controls,
    css`
      :host {
        display: block;
      }
      section {
        margin-block-end: var(--space-3, 1.5rem);
      }
      li {
        display: grid;
        grid-template-columns: minmax(9rem, 1fr) minmax(0, 2fr) auto auto;
        gap: var(--space-half) var(--space-2);
        align-items: center;
        padding-block: var(--space);
        border-block-end: 1px solid var(--line);
      }
      li:last-child {
        border-block-end: 0;
      }
      li > * {
        overflow-wrap: anywhere;
      }
      /* As large as a finger needs them (WCAG 2.2, 2.5.8). */
      li a {
        display: inline-block;
        min-block-size: 24px;
        align-content: center;
      }
      @media (max-width: 700px) {
        li {
          grid-template-columns: minmax(0, 1fr) auto;
        }
        .said {
          grid-column: 1 / -1;
          order: 1;
        }
      }
    `,
  ]

  override connectedCallback(): void {
    super.connectedCallback()
    void this.#fetch()
  }

  /** Without the list the page stays as useful as it was. */
  async #fetch(): Promise<void> {
    this.calls = await listCallsToMake().catch(() => [])
  }

  override render() {
    const { calls: text } = words()
    const rows = this.calls.flatMap((call) => {
      const unit = this.loaded.unit(call.unitId)
      return unit ? [{ call, unit }] : []
    })
    if (rows.length === 0) return nothing
    return html`<section class="card" aria-label=${text.toMake}>
        <h2>${text.toMake}</h2>
        <ul>
          ${rows.map((row) => this.#row(row))}
        </ul>
      </section>
      ${this.made ? this.#dialog(this.made) : nothing}`
  }

  #row(row: { call: Call; unit: Unit }) {
    const { calls: text } = words()
    const { call, unit } = row
    const day = call.callBackOn ?? ''
    const isDue = day <= this.loaded.road.today
    return html`<li>
      <span>
        <strong>${unit.name}</strong><br />
        <span class="small">${phoneLinks(call.phone || unit.contactPhone, () => (this.made = row))}</span>
      </span>
      <span class="said small">${call.said}</span>
      ${badge(isDue ? 'red' : 'amber', 'phone', text.callBack(formatShortDate(day, language())))}
      <button class="button small" aria-label="${text.add}: ${unit.name}" @click=${() => (this.made = row)}>
        ${icon('pencil')} ${text.add}
      </button>
    </li>`
  }

  #dialog({ call, unit }: { call: Call; unit: Unit }) {
    const close = () => (this.made = null)
    const congress = this.loaded.road.congresses.find(({ id }) => id === call.congressId)
    return html`<call-dialog
      .unit=${unit}
      .congressId=${congress?.id ?? null}
      .congresses=${congress ? [[congress.id, shownTitle(congress, this.loaded)] as const] : []}
      @form-closed=${close}
      @call-saved=${() => {
        close()
        void this.#fetch()
      }}
    ></call-dialog>`
  }
}
