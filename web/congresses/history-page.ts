import { css, html } from 'lit'
import { customElement, state } from 'lit/decorators.js'
import type { CongressEvent } from '../../server/congresses/schema.ts'
import { LiveController } from '../api/changes.ts'
import { listEvents } from '../api/congresses.ts'
import { tabStyles } from '../parts/tabs.ts'
import { controls } from '../style/controls.ts'
import { words } from '../words/words.ts'
import { congressEvent } from './congress-event.ts'
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
        overflow-wrap: anywhere;
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
                ${this.events.map((event) => html`<li>${congressEvent(event)}</li>`)}
              </ul>`
        }
      </section>
      <section>
        <h2>${history.acts}</h2>
        <act-list .congressId=${this.congressId}></act-list>
      </section>
    `
  }
}
