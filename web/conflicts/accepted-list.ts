import { css, html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { repeat } from 'lit/directives/repeat.js'
import type { Acceptance } from '../../server/conflicts/schema.ts'
import { formatInstant, formatShortDate } from '../../server/format/dates.ts'
import { withdrawAcceptance } from '../api/road.ts'
import { did } from '../did.ts'
import { WordsElement } from '../parts/element.ts'
import type { LoadedRoad } from '../road/road-source.ts'
import { controls } from '../style/controls.ts'
import { icon } from '../style/icons.ts'
import { language, translated, words } from '../words/words.ts'
import { conflictCards } from './conflict-cards.ts'
import { wordConflict } from './word-conflict.ts'

/**
 * The conflicts that somebody accepted, folded away: who did, when and why, with which paper, and the way back.
 * `<accepted-list .loaded .accepted>` tells `road-changed`.
 */
@customElement('accepted-list')
export class AcceptedList extends WordsElement {
  static override styles = [
    ...controls,
    conflictCards,
    css`
      summary {
        padding: 0.75rem var(--space-2);
        color: var(--muted);
        font-size: var(--size-dense);
        font-weight: 500;
        cursor: pointer;
      }
      li > .icon {
        color: var(--muted);
      }
      dl {
        display: grid;
        grid-template-columns: max-content minmax(0, 1fr);
        gap: 0 var(--space);
        font-size: var(--size-small);
      }
      dt {
        color: var(--muted);
      }
      dd {
        overflow-wrap: anywhere;
      }
    `,
  ]

  @property({ attribute: false }) loaded!: LoadedRoad
  @property({ attribute: false }) accepted: LoadedRoad['accepted'] = []

  override render() {
    return html`
      <details>
        <summary>${words().conflicts.accepted(this.accepted.length)}</summary>
        <ul>
          ${repeat(
            this.accepted,
            ({ acceptance }) => acceptance.id,
            (each) => this.#card(each),
          )}
        </ul>
      </details>
    `
  }

  #card({ conflict, acceptance }: LoadedRoad['accepted'][number]) {
    const { conflicts: text } = words()
    const unitId = this.loaded.congress(acceptance.congressId)?.unitId
    const mayWithdraw = unitId !== undefined && this.loaded.may('organizer', unitId)
    return html`
      <li>
        ${icon('check')}
        <div class="body">
          <h3>${text.rules[conflict.rule]}</h3>
          <p>${wordConflict(conflict, this.loaded, words(), (date) => formatShortDate(date, language()))}</p>
          ${this.#facts(acceptance)}
          <div class="ways">
            ${
              mayWithdraw
                ? html`<button class="link-button" @click=${() => this.#withdraw(acceptance)}>${text.withdraw}</button>`
                : nothing
            }
            <a href=${`/congresses/${conflict.congressId}`}>${text.ways.show}</a>
          </div>
        </div>
      </li>
    `
  }

  #facts({ accountName, at, reason, paperNumber }: Acceptance) {
    const { acceptedFields: fields, noPaper } = words().conflicts
    const zone = Intl.DateTimeFormat().resolvedOptions().timeZone
    return html`
      <dl>
        <dt>${fields.by}</dt>
        <dd>${translated(accountName)}</dd>
        <dt>${fields.at}</dt>
        <dd>${formatInstant(at, zone, language())}</dd>
        <dt>${fields.reason}</dt>
        <dd>${translated(reason)}</dd>
        <dt>${fields.paper}</dt>
        <dd>${paperNumber === '' ? html`<span class="muted">${noPaper}</span>` : paperNumber}</dd>
      </dl>
    `
  }

  async #withdraw({ id }: Acceptance): Promise<void> {
    await did(withdrawAcceptance(id), words().conflicts.withdrawn)
    this.tell('road-changed')
  }
}
