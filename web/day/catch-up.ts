import { css, html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { catchUp, dayOf, type Proposal } from '../../server/day/rules.ts'
import type { Programme } from '../../server/programme/schema.ts'
import { WordsElement } from '../parts/element.ts'
import { controls } from '../style/controls.ts'
import { icon } from '../style/icons.ts'
import { translated, words } from '../words/words.ts'

/**
 * What could be shortened of a session that is late: `<catch-up .session .minutes isTrial>`, minutes since the
 * session's midnight. Tells `proposals-chosen` with those that are ticked.
 */
@customElement('catch-up')
export class CatchUp extends WordsElement {
  @property({ attribute: false }) session!: Programme['sessions'][number]
  @property({ attribute: false }) minutes = 0
  /** In a run-through it is only tried. */
  @property({ type: Boolean }) isTrial = false
  /** Items that are to stay as they are. */
  @state() private spared: ReadonlySet<string> = new Set()

  static override styles = [
    ...controls,
    css`
      :host {
        display: block;
        margin-block-end: var(--space-2);
      }
      .card {
        border-inline-start: 4px solid var(--amber);
      }
      ul {
        display: grid;
        gap: var(--space-half);
        margin-block: var(--space);
      }
      .gain {
        margin-inline-start: auto;
        white-space: nowrap;
      }
      label.check {
        display: flex;
        align-items: baseline;
        gap: var(--space);
      }
      @media print {
        :host {
          display: none;
        }
      }
    `,
  ]

  override render() {
    const { catchUp: say } = words().day
    const { end, limit } = dayOf(this.session, this.minutes)
    const { proposals, missing } = catchUp(this.session, this.minutes)
    const chosen = proposals.filter(({ itemId }) => !this.spared.has(itemId))
    const gain = chosen.reduce((sum, each) => sum + each.gain, 0)
    return html`<section class="card" aria-labelledby="late">
      <h2 id="late">${icon('triangle-alert')} ${say.heading(end - limit)}</h2>
      <ul>
        ${proposals.map((proposal) => html`<li>${this.#proposal(proposal)}</li>`)}
      </ul>
      ${missing > 0 ? html`<p class="small">${proposals.length === 0 ? say.nothing : say.missing(missing)}</p>` : nothing}
      ${
        proposals.length === 0
          ? nothing
          : html`<button
              class="button"
              ?disabled=${chosen.length === 0}
              @click=${() => this.tell('proposals-chosen', chosen)}
            >
              ${icon('check')} ${(this.isTrial ? say.applyTrial : say.apply)(gain)}
            </button>`
      }
    </section>`
  }

  #proposal({ kind, itemId, fromMinutes, toMinutes, gain }: Proposal) {
    const { catchUp: say } = words().day
    const title = translated(this.session.items.find(({ id }) => id === itemId)?.title ?? '')
    return html`<label class="check">
      <input
        type="checkbox"
        .checked=${!this.spared.has(itemId)}
        @change=${({ target }: Event) => this.#spare(itemId, !(target as HTMLInputElement).checked)}
      />
      <span>${kind === 'shorten' ? say.shorten(title, fromMinutes, toMinutes) : say.leaveOut(title, fromMinutes)}</span>
      <span class="gain small muted figures">${say.gain(gain)}</span>
    </label>`
  }

  #spare(itemId: string, isSpared: boolean): void {
    const spared = new Set(this.spared)
    if (isSpared) spared.add(itemId)
    else spared.delete(itemId)
    this.spared = spared
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'catch-up': CatchUp
  }
}
