import { css, html } from 'lit'
import { customElement, state } from 'lit/decorators.js'
import type { CongressEvent } from '../../server/congresses/schema.ts'
import { formatInstant, formatShortDate } from '../../server/format/dates.ts'
import { LiveController } from '../api/changes.ts'
import { listEvents } from '../api/congresses.ts'
import { tabStyles } from '../parts/tabs.ts'
import { controls } from '../style/controls.ts'
import { language, words } from '../words/words.ts'
import { CongressPage } from './congress-page.ts'
import '../history/act-list.ts'

/** /congresses/:id/history — its dates and states with reasons and papers, and everything that was done to it. */
@customElement('congress-history-page')
export class CongressHistoryPage extends CongressPage {
  protected readonly tab = 'history'
  @state() private events: CongressEvent[] = []

  constructor() {
    super()
    new LiveController(this, ['congressEvents'], () => void this.#fetch())
  }

  static override styles = [
    ...controls,
    tabStyles,
    css`
      .events li {
        padding-block: var(--space);
        border-block-end: 1px solid var(--line);
      }
      section + section {
        margin-block-start: var(--space-2);
      }
    `,
  ]

  override connectedCallback(): void {
    super.connectedCallback()
    void this.#fetch()
  }

  async #fetch(): Promise<void> {
    this.events = await listEvents(this.congressId).catch(() => [])
  }

  protected override body() {
    const { history } = words().congresses
    return html`
      <section class="card">
        ${
          this.events.length === 0
            ? html`<p class="muted">${history.none}</p>`
            : html`<ul class="events">
                ${this.events.map((event) => this.#event(event))}
              </ul>`
        }
      </section>
      <section>
        <h2>${history.acts}</h2>
        <act-list .congressId=${this.congressId}></act-list>
      </section>
    `
  }

  #event(event: CongressEvent) {
    const { congresses, terms } = words()
    const { history } = congresses
    const write = (date: string | null) => (date === null ? congresses.noDate : formatShortDate(date, language()))
    const states =
      event.stateBefore && event.stateAfter
        ? history.state(terms.states[event.stateBefore], terms.states[event.stateAfter])
        : ''
    const dates =
      event.dateBefore === event.dateAfter ? '' : history.date(write(event.dateBefore), write(event.dateAfter))
    const at = formatInstant(event.at, Intl.DateTimeFormat().resolvedOptions().timeZone, language())
    return html`
      <li>
        <p><strong>${[states, dates].filter(Boolean).join(' · ')}</strong></p>
        <p>
          ${event.reason}
          ${event.paperNumber === '' ? '' : html`<span class="badge">${history.paper(event.paperNumber)}</span>`}
        </p>
        <p class="muted small">${history.by(event.accountName, at)}</p>
      </li>
    `
  }
}
