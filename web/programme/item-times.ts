import { css, html, nothing, type PropertyValues, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import {
  clockOf,
  heldTime,
  minutesPerDay,
  sessionClockOf,
  timeItems,
  type ItemTime,
} from '../../server/programme/rules.ts'
import type { ProgrammeItem } from '../../server/programme/schema.ts'
import { readTyped } from '../parts/clock.ts'
import { WordsElement } from '../parts/element.ts'
import { takeTyped, unlessTyped, untype, type Field } from '../parts/unless-typed.ts'
import { controls } from '../style/controls.ts'
import { icon } from '../style/icons.ts'
import { words } from '../words/words.ts'
import type { Desk } from './desk.ts'
import type { Session } from './grid-layout.ts'
import { editItem, isEdited, type ItemEdit } from './item-acts.ts'

/** From so many minutes on it is asked whether an item is meant to take so long. */
const doubtfulMinutes = 6 * 60

/** What was refused or, with `write`, only asked about. */
interface Fault {
  sentence: string
  write?: () => void
}

/** What was wrong with a field, under it. */
export const faultNote = (sentence: string, ways: TemplateResult | typeof nothing = nothing): TemplateResult =>
  html`<div class="fault" role="alert">
    ${icon('circle-alert')}
    <div>
      <p>${sentence}</p>
      ${ways}
    </div>
  </div>`

export const faultStyles = css`
  .fault {
    display: flex;
    gap: 0.25rem;
    color: var(--red);
    font-size: var(--size-small);
  }
  .fault .row {
    margin-block-start: var(--space-half);
  }
`

/** When an item begins and ends, and how long it takes: `<item-times .desk .item .session>`; no session = in the tray. */
@customElement('item-times')
export class ItemTimes extends WordsElement {
  @property({ attribute: false }) desk!: Desk
  @property({ attribute: false }) item!: ProgrammeItem
  @property({ attribute: false }) session: Session | undefined
  @state() private fault: Fault | null = null

  static override styles = [
    ...controls,
    faultStyles,
    css`
      :host {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 0.25rem 0.5rem;
        font-size: var(--size-dense);
      }
      .input {
        min-block-size: 2rem;
        padding: 0.25rem 0.5rem;
        font-size: var(--size-dense);
      }
      .times {
        display: inline-flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 0.25rem;
      }
      .clock {
        inline-size: 3.75rem;
        text-align: center;
      }
      .minutes {
        inline-size: 3.75rem;
        text-align: end;
      }
      .fault {
        inline-size: 100%;
      }
      @media (pointer: coarse) {
        .input {
          min-block-size: 2.75rem;
          font-size: 1rem;
        }
        .clock {
          inline-size: 4.5rem;
        }
      }
    `,
  ]

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('item') && changed.get('item')?.id !== this.item.id) this.fault = null
  }

  override render() {
    const { editor, programme } = words()
    const { item, session } = this
    const time = session && timeItems(session.startsAt, session.items)[session.items.indexOf(item)]
    const isHeld = item.fixedStart !== null
    return html`
      ${session && time ? this.#span(session, time) : nothing}
      <span class="times">
        <input
          class="input minutes figures"
          type="number"
          min="0"
          max="1440"
          aria-label=${programme.minutes}
          .value=${unlessTyped(String(item.durationMinutes), item)}
          @change=${(event: Event) => this.#setLength(event)}
        />
        <span class="small">${programme.minutesShort}</span>
      </span>
      ${
        time
          ? html`<label class="check small">
              <input
                type="checkbox"
                .checked=${isHeld}
                @change=${() => this.#edit({ fixedStart: isHeld ? null : sessionClockOf(time.start) })}
              />
              <span>${programme.fixed}</span>
            </label>`
          : html`<span class="small muted">${editor.tray}</span>`
      }
      ${this.fault === null ? nothing : faultNote(this.fault.sentence, this.#ways(this.fault))}
    `
  }

  #span(session: Session, time: ItemTime) {
    const { editor } = words()
    return html`<span class="times">
      ${this.#clock(editor.startOf, time.start, (event) => this.#setStart(event, session))} –
      ${this.#clock(editor.endOf, time.end, (event) => this.#setEnd(event, session, time))}
    </span>`
  }

  /** As the grid writes it: past midnight, of the next day. */
  #clock(label: string, minutes: number, change: (event: Event) => void) {
    const isNextDay = minutes >= minutesPerDay
    const { nextDay } = words().programme
    return html`<input
        class="input clock figures"
        inputmode="numeric"
        autocomplete="off"
        maxlength="5"
        aria-label=${isNextDay ? `${label} (${nextDay})` : label}
        .value=${unlessTyped(clockOf(minutes), this.item)}
        @change=${change}
      />${isNextDay ? html`<span class="small muted">(${nextDay})</span>` : nothing}`
  }

  /** What was only asked about can be written after all. */
  #ways({ write }: Fault) {
    if (!write) return nothing
    const leave = () => {
      this.fault = null
    }
    return html`<div class="row">
      <button class="button small" @click=${write}>${words().editor.isMeant}</button>
      <button class="button small quiet" @click=${leave}>${words().common.cancel}</button>
    </div>`
  }

  #setLength(event: Event): void {
    const field = event.target as HTMLInputElement
    if (field.value !== '' && field.checkValidity()) return this.#lengthen(event, Number(field.value))
    this.#refuse(event, words().programme.minutesRange)
  }

  /** A start that is written is held. */
  #setStart(event: Event, session: Session): void {
    const written = readTyped(valueOf(event))
    if (written === null) return this.#refuse(event, words().editor.notAClock)
    this.#edit({ fixedStart: sessionClockOf(heldTime(written, session.startsAt)) }, event)
  }

  #setEnd(event: Event, session: Session, { start }: ItemTime): void {
    const { editor } = words()
    const written = readTyped(valueOf(event))
    if (written === null) return this.#refuse(event, editor.notAClock)
    const minutes = heldTime(written, session.startsAt) - start
    if (minutes < 0 || minutes > minutesPerDay) return this.#refuse(event, editor.endBeforeStart)
    this.#lengthen(event, minutes)
  }

  /** So long that it may be a slip of the pen is asked about first. */
  #lengthen(event: Event, durationMinutes: number): void {
    const { target } = event
    const write = () => this.#edit({ durationMinutes }, { target })
    const isDoubtful = durationMinutes >= doubtfulMinutes && durationMinutes > this.item.durationMinutes
    if (!isDoubtful) return write()
    this.fault = { sentence: words().editor.soLong(Math.floor(durationMinutes / 60), durationMinutes % 60), write }
    this.requestUpdate()
  }

  /** Says what was wrong; what stands comes back. */
  #refuse(event: Event, sentence: string): void {
    this.fault = { sentence }
    untype(event.target as HTMLInputElement)
  }

  #edit(change: ItemEdit, event: Pick<Event, 'target'> = { target: null }): void {
    this.fault = null
    const { from, edit } = takeTyped(event.target, this.item, () => change)
    if (isEdited(from, edit)) void editItem(this.desk, from, edit)
    else if (event.target) untype(event.target as Field)
  }
}

const valueOf = (event: Event): string => (event.target as HTMLInputElement).value

declare global {
  interface HTMLElementTagNameMap {
    'item-times': ItemTimes
  }
}
