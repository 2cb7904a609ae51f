import { css, html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { latestTap } from '../../server/day/rules/actual-times.ts'
import { heldTime, sessionClockOf } from '../../server/programme/rules.ts'
import type { Programme } from '../../server/programme/schema.ts'
import { clockWords, readTyped } from '../parts/clock.ts'
import { WordsElement } from '../parts/element.ts'
import { unlessTyped } from '../parts/unless-typed.ts'
import { controls } from '../style/controls.ts'
import { icon } from '../style/icons.ts'
import { words } from '../words/words.ts'

/** Minutes by which one press puts the clock forward. */
const stepMinutes = 5

/**
 * Says that a session is only run through, and sets its clock: `<run-through-bar .session .seconds hasTried isReadOnly>`,
 * seconds since the session's midnight. Tells `clock-set` with seconds, and `run-through-ended`.
 */
@customElement('run-through-bar')
export class RunThroughBar extends WordsElement {
  @property({ attribute: false }) session!: Programme['sessions'][number]
  @property({ attribute: false }) seconds = 0
  /** Something of the run-through would be put back by ending it. */
  @property({ type: Boolean }) hasTried = false
  @property({ type: Boolean }) isReadOnly = false
  /** Why the time that was typed is not taken. */
  @state() private fault = ''

  static override styles = [
    ...controls,
    css`
      .notice {
        flex-wrap: wrap;
        align-items: center;
        margin-block-end: var(--space);
      }
      .notice > span {
        flex: 1 1 20rem;
      }
      label {
        display: inline-flex;
        align-items: center;
        gap: var(--space-half);
        white-space: nowrap;
      }
      .clock {
        inline-size: 4.5rem;
      }
      .fault {
        flex: 1 0 100%;
        color: var(--red);
      }
      @media print {
        :host {
          display: none;
        }
      }
    `,
  ]

  override render() {
    const { day } = words()
    return html`<div class="notice blue">
      ${icon('info')} <span>${day.runThrough}</span>
      ${
        this.isReadOnly
          ? nothing
          : html`<div class="row">
              <label>
                ${day.assumeNow}
                <input
                  class="input clock figures"
                  inputmode="numeric"
                  autocomplete="off"
                  maxlength="5"
                  aria-invalid=${this.fault === '' ? 'false' : 'true'}
                  .value=${unlessTyped(sessionClockOf(Math.floor(this.seconds / 60)))}
                  @change=${(event: Event) => this.#set(event.target as HTMLInputElement)}
                />
              </label>
              <button class="button small" @click=${() => this.#tell(this.seconds + stepMinutes * 60)}>
                ${day.putForward(stepMinutes)}
              </button>
              ${
                this.hasTried
                  ? html`<button class="button small" @click=${() => this.tell('run-through-ended')}>
                      ${icon('undo-2')} ${day.clear}
                    </button>`
                  : nothing
              }
            </div>`
      }
      ${this.fault === '' ? nothing : html`<p class="fault small" role="alert">${this.fault}</p>`}
    </div>`
  }

  #set(field: HTMLInputElement): void {
    const typed = readTyped(field.value)
    const minutes = typed === null ? null : heldTime(typed, this.session.startsAt)
    const latest = latestTap(this.session)
    if (minutes !== null && (latest === null || minutes >= latest)) {
      this.#tell(minutes * 60)
      return
    }
    const { day, editor } = words()
    this.fault = minutes === null ? editor.wrongClock : day.notBeforeTapped(clockWords(latest ?? 0))
    field.value = sessionClockOf(Math.floor(this.seconds / 60))
  }

  #tell(seconds: number): void {
    this.fault = ''
    this.tell('clock-set', seconds)
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'run-through-bar': RunThroughBar
  }
}
