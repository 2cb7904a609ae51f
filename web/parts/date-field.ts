import { css, html, nothing } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import { live } from 'lit/directives/live.js'
import { formatShortDate, isDate, parseDate, weekdayName } from '../../server/format/dates.ts'
import { lunarText } from '../../server/format/lunar.ts'
import { currentCycle } from '../cycle.ts'
import { controls } from '../style/controls.ts'
import { icon } from '../style/icons.ts'
import { language, words } from '../words/words.ts'
import { WordsElement } from './element.ts'

/**
 * A day typed as the office types it (`9/9/2020`) or picked, its weekday and lunar date beside it:
 * `<date-field label="…" .value=${'2020-09-09'} @value-changed @value-unreadable>`. `event.detail` is the ISO date, null
 * when emptied; while what is typed is no date, `value-unreadable` is told instead. In a form prefer `dateField` of
 * parts/field.ts.
 */
@customElement('date-field')
export class DateField extends WordsElement {
  static override shadowRootOptions: ShadowRootInit = { mode: 'open', delegatesFocus: true }

  static override styles = [
    ...controls,
    css`
      :host {
        display: block;
      }
      .box {
        position: relative;
      }
      .box > .input {
        padding-inline-end: 2.5rem;
      }
      .pick {
        position: absolute;
        inset: 0 0.25rem 0 auto;
        display: flex;
        align-items: center;
      }
      .pick .button {
        min-block-size: 1.75rem;
        padding: 0 0.375rem;
        color: var(--muted);
      }
      .native {
        position: absolute;
        inset: auto 0 0 auto;
        inline-size: 1px;
        block-size: 1px;
        opacity: 0;
        pointer-events: none;
      }
      .beside {
        min-block-size: 1.2em;
        margin-block-start: 0.125rem;
      }
    `,
  ]

  @property() label = ''
  @property({ attribute: false }) value: string | null = null
  @property({ type: Boolean }) disabled = false
  @property({ type: Boolean, reflect: true }) invalid = false
  /** Help or fault, read out with the field. */
  @property() note = ''
  /** What is being typed; null = the value is shown. */
  @state() private text: string | null = null
  @query('.native') private readonly native!: HTMLInputElement

  #type(event: Event): void {
    this.text = (event.target as HTMLInputElement).value
    this.#emit(this.#read(this.text))
  }

  /** undefined = not a date. */
  #read(text: string): string | null | undefined {
    return text.trim() === '' ? null : (parseDate(text, spanOfCycle()).date ?? undefined)
  }

  #emit(date: string | null | undefined): void {
    if (date === undefined) {
      this.tell('value-unreadable')
      return
    }
    this.value = date
    this.tell('value-changed', date)
  }

  /** Once left, a good date is shown in its one form. */
  #leave(): void {
    if (this.text !== null && this.#read(this.text) !== undefined) this.text = null
  }

  #pick(event: Event): void {
    this.text = null
    const { value } = event.target as HTMLInputElement
    this.#emit(value === '' ? null : value)
  }

  override render() {
    const { date } = words().parts
    const isWrong = this.text !== null && this.#read(this.text) === undefined
    const shown = this.text ?? (this.value === null ? '' : formatShortDate(this.value, 'vi'))
    const day = isWrong ? null : this.value
    return html`<div class="box">
        <input
          class="input tabular"
          type="text"
          inputmode="numeric"
          autocomplete="off"
          aria-label=${this.label}
          aria-invalid=${this.invalid}
          aria-describedby="note"
          placeholder=${date.placeholder}
          ?disabled=${this.disabled}
          .value=${live(shown)}
          @input=${this.#type}
          @change=${this.#leave}
        />
        <span class="visually-hidden" id="note">${this.note === '' ? date.hint : this.note}</span>
        <span class="pick">
          <button
            type="button"
            class="button quiet icon-only"
            aria-label="${date.pick}: ${this.label}"
            ?disabled=${this.disabled}
            @click=${() => this.native.showPicker()}
          >
            ${icon('calendar-days')}
          </button>
        </span>
        <input
          class="native"
          type="date"
          tabindex="-1"
          aria-hidden="true"
          .value=${live(day ?? '')}
          @change=${this.#pick}
        />
      </div>
      ${day !== null && isDate(day) ? html`<p class="help beside">${besideText(day)}</p>` : nothing}`
  }
}

/** Days typed without a year lie in the cycle. */
const spanOfCycle = () => {
  const cycle = currentCycle()
  return cycle ? { from: cycle.startsOn, to: cycle.endsOn } : null
}

/** `Thứ Tư · 22/7 Canh Tý`: the weekday and, inside the table's years, the lunar date. */
const besideText = (date: string): string => {
  const lunar = lunarText(date, words().parts.date.leapMonth)
  return [weekdayName(date, language()), ...(lunar === '' ? [] : [words().parts.date.lunar(lunar)])].join(' · ')
}
