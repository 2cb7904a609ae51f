import { css, html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { indexHall, type IndexedHall } from '../../server/halls/rules/indexed.ts'
import { startHall, usualStart, type HallStart } from '../../server/halls/rules/start.ts'
import { mostSeats } from '../../server/halls/schema.ts'
import { listHalls } from '../api/halls.ts'
import { WordsElement } from '../parts/element.ts'
import { checkField, numberField, textField } from '../parts/field.ts'
import { Form } from '../parts/form.ts'
import { tellNote } from '../parts/toast-stack.ts'
import { controls } from '../style/controls.ts'
import { icon } from '../style/icons.ts'
import { words } from '../words/words.ts'
import { numberCheck, numberingFields, numberingOf, usualNumberingValues } from './numbering-fields.ts'
import { drawnWords } from '../../server/halls/rules/drawn-words.ts'
import { extrasSentence, fileButton, readPlanFile } from './hall-files.ts'
import { newPartId } from './part-ids.ts'
import '../parts/error-panel.ts'
import '../seats/seat-map.ts'

/** Least and most of each number. */
const limits = {
  rows: [1, 300],
  bend: [0, 2000],
  seatPitch: [40, 150],
  rowPitch: [60, 300],
  aisle: [80, 1000],
  presidium: [0, 60],
  secretariat: [0, 20],
  balconyRows: [0, 100],
  balconySeats: [0, 300],
  stepFreeRows: [0, 300],
} as const
type Limited = keyof typeof limits
const limited = Object.keys(limits) as Limited[]

const freeName = (name: string, taken: ReadonlySet<string>): string => {
  let free = name
  for (let number = 2; taken.has(free); number += 1) free = `${name} ${String(number)}`
  return free
}

/** The numbers of a new hall and, beside them, what they draw. Tells `hall-started` with { name, drawing, sent }. */
@customElement('hall-start')
export class HallStartForm extends WordsElement {
  @property({ attribute: false }) send!: (name: string, drawing: IndexedHall['drawing']) => Promise<unknown>
  /** Where the hall is. */
  @property() venueId = ''
  /** Why a file was not taken. */
  @state() private fault = ''

  readonly #form = new Form(this, {
    ...{ name: words().halls.usualName, blocks: usualStart.blocks.join(' '), ...usualNumberingValues },
    ...{ rows: usualStart.rows as number | null, bend: 60 as number | null, isJoint: true },
    ...{ seatPitch: usualStart.seatPitch as number | null, rowPitch: usualStart.rowPitch as number | null },
    ...{ aisle: usualStart.aisle as number | null, presidium: usualStart.presidium as number | null },
    ...{ secretariat: usualStart.secretariat as number | null, balconyRows: 0 as number | null },
    ...{ balconySeats: 0 as number | null, stepFreeRows: usualStart.stepFreeRows as number | null },
  })
  /** Names of the venue's halls. */
  #taken: ReadonlySet<string> = new Set()
  /** What was drawn last, and from which values. */
  #drawn: { key: string; hall: IndexedHall } | null = null

  static override styles = [
    ...controls,
    css`
      :host {
        display: grid;
        grid-template-columns: minmax(18rem, 26rem) minmax(0, 1fr);
        gap: var(--space-3);
      }
      form {
        display: grid;
        gap: var(--space-2);
        align-content: start;
      }
      .columns {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(11rem, 1fr));
        gap: var(--space-2);
        align-items: end;
      }
      .seen {
        position: sticky;
        inset-block-start: var(--space-2);
        display: grid;
        gap: var(--space);
        align-self: start;
      }
      seat-map {
        block-size: min(70dvh, 44rem);
        border: 1px solid var(--line);
        border-radius: var(--radius-large);
      }
      @media (max-width: 900px) {
        :host {
          grid-template-columns: minmax(0, 1fr);
        }
        .seen {
          position: static;
          order: -1;
        }
        seat-map {
          block-size: 18rem;
        }
      }
    `,
  ]

  protected override render(): unknown {
    const { halls } = words()
    const form = this.#form
    const hall = this.#hall()
    const number = (name: Limited, label: string) =>
      numberField(form, name, { label, check: numberCheck(limits[name]) })
    return html`
      <form class="form" @submit=${(event: SubmitEvent) => void this.#start(event)}>
        <p class="muted">${halls.startHelp}</p>
        ${textField(form, 'name', { label: halls.name, maxLength: 120 })}
        ${textField(form, 'blocks', { label: halls.blocksOfRow, help: halls.blocksHelp, maxLength: 120 })}
        <div class="columns">
          ${number('rows', halls.rows)} ${number('bend', halls.bend)} ${number('seatPitch', halls.seatPitch)}
          ${number('rowPitch', halls.rowPitch)} ${number('aisle', halls.aisle)}
          ${number('stepFreeRows', halls.stepFreeRows)} ${number('presidium', halls.presidium)}
          ${number('secretariat', halls.secretariat)} ${number('balconyRows', halls.balconyRows)}
          ${number('balconySeats', halls.balconySeats)}
        </div>
        <div class="columns">${numberingFields(form)}</div>
        ${checkField(form, 'isJoint', { label: halls.isJoint })}
        <error-panel .error=${form.error}></error-panel>
        ${this.fault === '' ? nothing : html`<p class="notice amber" role="alert">${icon('triangle-alert')} <span>${this.fault}</span></p>`}
        <div class="form-actions">
          ${fileButton('plan', halls.fromPlan, 'application/json,.json', (file) => void this.#startFrom(file))}
          <button class="button primary" aria-busy=${form.isSending}>${halls.draw}</button>
        </div>
      </form>
      <div class="seen">
        <p aria-live="polite">${halls.seats(hall.seats.length)}</p>
        <seat-map .hall=${hall} .label=${halls.map(form.values.name, hall.seats.length)}></seat-map>
      </div>
    `
  }

  override connectedCallback(): void {
    super.connectedCallback()
    void this.#proposeName()
  }

  /** No hall of the venue is called so already. */
  async #proposeName(): Promise<void> {
    this.#taken = new Set((await listHalls(this.venueId).catch(() => [])).map(({ name }) => name))
    const form = this.#form
    if (!form.isChanged) form.begin({ ...form.values, name: freeName(form.values.name, this.#taken) })
  }

  /** A hall that another program drew is kept as it is. */
  async #startFrom(file: File): Promise<void> {
    const read = await readPlanFile(file)
    this.fault = typeof read === 'string' ? read : ''
    if (typeof read === 'string') return
    // What nobody typed gives way to what the plan is called.
    const isTyped = this.#form.values.name !== this.#form.first('name')
    if (!isTyped && read.name !== '') this.#form.set('name', freeName(read.name, this.#taken))
    const isKept = await this.#form.submit(({ name }) => this.send(name.trim(), read.drawing))
    const extras = extrasSentence(read)
    if (isKept && extras !== '') tellNote(extras)
  }

  protected override updated(): void {
    // Other numbers make another hall: all of it is shown again.
    this.renderRoot.querySelector('seat-map')?.fit()
  }

  #blocks(): number[] | null {
    const numbers = this.#form.values.blocks.trim().split(/[\s,;+-]+/u)
    const isRight =
      numbers.length <= 20 && numbers.every((each) => /^\d{1,3}$/u.test(each) && +each >= 1 && +each <= 300)
    return isRight ? numbers.map(Number) : null
  }

  /** The hall of the last numbers that make one. */
  #hall(): IndexedHall {
    const key = JSON.stringify(this.#form.values)
    if (this.#drawn?.key === key) return this.#drawn.hall
    const start = this.#readable()
    if (start) {
      this.#drawn = { key, hall: indexHall(startHall(start, drawnWords, newPartId)) }
    }
    return this.#drawn?.hall ?? indexHall(startHall(usualStart, drawnWords, newPartId))
  }

  #readable(): HallStart | null {
    const { values } = this.#form
    const blocks = this.#blocks()
    if (!blocks || limited.some((name) => numberCheck(limits[name])(String(values[name] ?? '')) !== null)) return null
    const number = (name: Limited) => values[name] ?? 0
    const seats =
      number('rows') * blocks.reduce((sum, each) => sum + each, 0) + number('balconyRows') * number('balconySeats')
    if (seats + number('presidium') + number('secretariat') > mostSeats) return null
    return {
      ...{ blocks, numbering: numberingOf(values), numbersWholeRow: values.isJoint },
      ...{ rows: number('rows'), bend: number('bend'), seatPitch: number('seatPitch'), rowPitch: number('rowPitch') },
      ...{ aisle: number('aisle'), presidium: number('presidium'), secretariat: number('secretariat') },
      ...{ balconyRows: number('balconyRows'), balconySeats: number('balconySeats') },
      stepFreeRows: number('stepFreeRows'),
    }
  }

  async #start(event: SubmitEvent): Promise<void> {
    event.preventDefault()
    const { halls } = words()
    const form = this.#form
    const faults: Record<string, string> = {}
    for (const name of limited) {
      const sentence = numberCheck(limits[name])(String(form.values[name] ?? ''))
      if (sentence !== null) faults[name] = sentence
    }
    if (!this.#blocks()) faults['blocks'] = halls.blocksFault
    else if (!this.#readable() && Object.keys(faults).length === 0) faults['rows'] = halls.tooMany(mostSeats)
    if (!form.refuse(faults)) return
    await form.submit(({ name }) => this.send(name.trim(), this.#hall().drawing))
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'hall-start': HallStartForm
  }
}
