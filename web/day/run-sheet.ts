import { html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { guard } from 'lit/directives/guard.js'
import { repeat } from 'lit/directives/repeat.js'
import { clockOf } from '../../server/programme/rules.ts'
import type { DayTime, ItemStage, SessionDay } from '../../server/day/rules.ts'
import type { Cue, Programme, ProgrammeItem, Speaker } from '../../server/programme/schema.ts'
import { clockWords } from '../parts/clock.ts'
import { WordsElement } from '../parts/element.ts'
import { mostWhole, NearRows } from '../parts/near-rows.ts'
import { presenterOf } from '../programme/grid-words.ts'
import { controls } from '../style/controls.ts'
import { icon, type IconName } from '../style/icons.ts'
import { translated, words } from '../words/words.ts'
import { runSheetStyles } from './run-sheet-style.ts'

const cueColumns = ['standsBy', 'light', 'sound', 'handedOver'] as const
type CueColumn = (typeof cueColumns)[number]

const stageIcons: Record<ItemStage, IconName> = {
  held: 'check',
  running: 'play',
  'passed-over': 'circle-slash',
  coming: 'circle-dashed',
}

/** What an item is drawn from beside itself; `isWhole` = with its buttons. */
interface Row {
  time: DayTime
  isNext: boolean
  isWhole: boolean
  used: readonly CueColumn[]
}

/**
 * A session minute by minute: `<run-sheet .session .speakers .day>`. Tells `item-begun`, `item-ended` and `times-asked`,
 * each with the item.
 */
@customElement('run-sheet')
export class RunSheet extends WordsElement {
  @property({ attribute: false }) session!: Programme['sessions'][number]
  @property({ attribute: false }) speakers: readonly Speaker[] = []
  @property({ attribute: false }) day!: SessionDay
  @property({ attribute: false }) isReadOnly = false

  readonly #near = new NearRows(this, { rows: 'tr.item', isLong: () => this.#isLong })

  static override styles = [...controls, runSheetStyles]

  override render() {
    const { columns, empty } = words().day
    const { items } = this.session
    if (items.length === 0) return html`<p class="muted">${empty}</p>`
    // What nobody has written down takes no room.
    const used = cueColumns.filter((name) => items.some(({ cues }) => cues.some((cue) => cue[name] !== '')))
    return html`<table class="cues-${used.length} ${this.isReadOnly ? '' : 'tapped'} ${this.#isLong ? 'many' : ''}">
      <thead>
        <tr>
          <th scope="col">${columns.time}</th>
          <th scope="col" class="number">${columns.minutes}</th>
          <th scope="col">${columns.item}</th>
          <th scope="col">${columns.speaks}</th>
          ${used.map((name) => html`<th scope="col">${columns[name]}</th>`)}
          ${this.isReadOnly ? nothing : html`<th scope="col" class="no-print">${columns.taps}</th>`}
        </tr>
      </thead>
      <tbody>
        ${repeat(
          items,
          ({ id }) => id,
          (item, index) => this.#guarded(item, index, used),
        )}
      </tbody>
    </table>`
  }

  get #isLong(): boolean {
    return this.session.items.length > mostWhole
  }

  /** Looked at again only where something of it is different: the sheet is told the time every minute. */
  #guarded(item: ProgrammeItem, index: number, used: readonly CueColumn[]) {
    const time = this.day.times[index]
    if (!time) return nothing
    const isNext = index === this.day.next
    const isWhole = this.#near.isWhole(item.id)
    return guard(
      [item, ...Object.values(time), isNext, isWhole, this.isReadOnly, this.speakers, words(), ...used],
      () => this.#item(item, { time, isNext, isWhole, used }),
    )
  }

  #item(item: ProgrammeItem, { time, isNext, isWhole, used }: Row) {
    const { day, programme } = words()
    // A cue of the first minute stands on the item's own line.
    const [first, ...later] = item.cues
    const own = first?.offsetMinutes === 0 ? first : undefined
    const rest = own ? later : item.cues
    return html`
      <tr
        data-id=${item.id}
        class="item ${time.stage} ${item.kind} ${isNext ? 'next' : ''}"
        aria-current=${time.stage === 'running' ? 'step' : 'false'}
      >
        <td class="time figures">${this.#time(time)}</td>
        <td class="number figures">
          ${time.stage === 'held' ? time.end - time.start : item.durationMinutes}
          <span class="phone-only">${programme.minutesShort}</span>
        </td>
        <td class="title">
          <span class="stage ${time.stage}" title=${day.stages[time.stage]}>
            ${icon(stageIcons[time.stage])}<span class="visually-hidden">${day.stages[time.stage]}:</span>
          </span>
          <strong>${translated(item.title)}</strong>
          ${item.note === '' ? nothing : html`<p class="small muted">${translated(item.note)}</p>`}
          ${item.batches.length === 0 ? nothing : this.#batches(item)} ${this.#words(item)}
        </td>
        <td>${own?.speaks || presenterOf(item, this)}</td>
        ${used.map((name) => html`<td>${labelled(name, own)}</td>`)}
        ${this.isReadOnly ? nothing : html`<td class="taps no-print">${isWhole ? this.#taps(item, time) : nothing}</td>`}
      </tr>
      ${rest.map((cue) => this.#cue(cue, time, used))}
    `
  }

  #time({ stage, start, end, plannedStart }: DayTime) {
    const { day } = words()
    if (stage === 'passed-over') return html`<s>${clockWords(plannedStart)}</s>`
    const isMoved = start !== plannedStart
    return html`<span class="expected">${clockOf(start)}</span>–${clockWords(end)}
      ${isMoved ? html`<span class="planned small muted">${day.planned(clockWords(plannedStart))}</span>` : nothing}`
  }

  #cue(cue: Cue, { start }: DayTime, used: readonly CueColumn[]) {
    return html`<tr class="cue">
      <td class="time figures">${clockWords(start + cue.offsetMinutes)}</td>
      <td class="number figures muted">+${cue.offsetMinutes}</td>
      <td></td>
      <td>${translated(cue.speaks)}</td>
      ${used.map((name) => html`<td>${labelled(name, cue)}</td>`)}
      ${this.isReadOnly ? nothing : html`<td class="no-print"></td>`}
    </tr>`
  }

  #batches({ batches }: ProgrammeItem) {
    const { minutesShort } = words().programme
    return html`<ol class="batches small">
      ${batches.map(
        ({ title, minutes }) =>
          html`<li>${translated(title)} <span class="muted figures">${minutes} ${minutesShort}</span></li>`,
      )}
    </ol>`
  }

  #words({ presidiumWords, announcerWords }: ProgrammeItem) {
    const { day } = words()
    const said = [
      [day.presidiumWords, presidiumWords],
      [day.announcerWords, announcerWords],
    ] as const
    return said.map(([label, text]) =>
      text === ''
        ? nothing
        : html`<details>
            <summary class="small">${label}</summary>
            <p class="words">${translated(text)}</p>
          </details>`,
    )
  }

  #taps(item: ProgrammeItem, { stage }: DayTime) {
    const { day } = words()
    const title = translated(item.title)
    const button = (name: string, label: string, look: IconName, word: string) =>
      html`<button class="button small" aria-label=${label} @click=${() => this.tell(name, item)}>
        ${icon(look)} ${word}
      </button>`
    if (stage === 'running')
      return html`${button('item-ended', day.end(title), 'check', day.endShort)} ${this.#edit(item)}`
    if (stage === 'held') return this.#edit(item)
    return html`${button('item-begun', day.begin(title), 'play', day.beginShort)} ${this.#edit(item)}`
  }

  #edit(item: ProgrammeItem) {
    const label = words().day.editTimes(translated(item.title))
    return html`<button
      class="button quiet small icon-only"
      aria-label=${label}
      title=${label}
      @click=${() => this.tell('times-asked', item)}
    >
      ${icon('pencil')}
    </button>`
  }
}

/** On a phone a column has no head: what it says bears its name. */
const labelled = (name: CueColumn, cue: Cue | undefined) => {
  const text = cue?.[name] ?? ''
  return text === ''
    ? nothing
    : html`<span class="phone-only muted">${words().day.columns[name]}: </span>${translated(text)}`
}

declare global {
  interface HTMLElementTagNameMap {
    'run-sheet': RunSheet
  }
}
