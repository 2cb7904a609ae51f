import { html, nothing, type PropertyValues } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { guard } from 'lit/directives/guard.js'
import { repeat } from 'lit/directives/repeat.js'
import { clockOf, minutesPerDay, moveItem, timeItems, type ItemTime } from '../../server/programme/rules.ts'
import { namesPerson } from '../../server/programme/rules/presenters.ts'
import type { Programme, ProgrammeItem, Speaker } from '../../server/programme/schema.ts'
import { clockWords } from '../parts/clock.ts'
import { WordsElement } from '../parts/element.ts'
import { NearRows } from '../parts/near-rows.ts'
import { leaveField, takeTyped, unlessTyped, untype, type Field } from '../parts/unless-typed.ts'
import { controls } from '../style/controls.ts'
import { icon } from '../style/icons.ts'
import { translated, words } from '../words/words.ts'
import { presenterOf } from './grid-words.ts'
import { isEdited, type ItemEdit } from './item-acts.ts'
import { faultNote, faultStyles } from './item-times.ts'
import { itemStyles } from './session-items-style.ts'
import { plainContent, type Row } from './session-row.ts'

type Session = Programme['sessions'][number]

/**
 * The items of one session as a list that is edited where it stands. Tells `item-edited` {item, edit}, `items-ordered`
 * {itemIds}, `item-deleted` {item}. Drag a row by its handle, or Alt + arrows on it.
 */
@customElement('session-items')
export class SessionItems extends WordsElement {
  @property({ attribute: false }) session!: Session
  @property({ attribute: false }) speakers: readonly Speaker[] = []
  @property({ attribute: false }) isReadOnly = false
  /** One of many in a programme: what is not near sight is drawn as text. */
  @property({ attribute: false }) isOfMany = false
  /** What is wrong with items, in sentences by their ids. */
  @property({ attribute: false }) warnings: ReadonlyMap<string, readonly string[]> = new Map()
  /** The item that a link leads to. */
  @property() shownId = ''
  /** Index of the item that is being dragged and of the place where it would go. */
  @state() private dragged: number | null = null
  @state() private target: number | null = null
  @state() private announcement = ''
  /** What was refused, and of which item. */
  @state() private fault: { itemId: string; sentence: string } | null = null
  /** Items whose empty note is shown to be written. */
  @state() private noted: ReadonlySet<string> = new Set()

  readonly #near = new NearRows(this, { rows: '.body > .item', isLong: () => this.isOfMany && !this.isReadOnly })

  static override styles = [...controls, itemStyles, faultStyles]

  /** What is typed of an item that goes to another session, or is deleted, is told before its row goes. */
  protected override willUpdate(changed: PropertyValues<this>): void {
    const row = this.shadowRoot?.activeElement?.closest<HTMLElement>('.item[data-id]')
    const isGoing = changed.has('session') && row && !this.session.items.some(({ id }) => id === row.dataset['id'])
    if (isGoing) leaveField(this.renderRoot)
  }

  override render() {
    const { items, startsAt, title } = this.session
    const times = timeItems(startsAt, items)
    return html`
      <div role="table" aria-label=${translated(title)} @dragover=${this.#overList} @drop=${this.#drop}>
        ${items.length === 0 ? nothing : this.#head()}
        <div class="body ${this.isOfMany ? 'many' : ''}" role="rowgroup">
          ${repeat(
            items,
            ({ id }) => id,
            (item, index) => this.#guarded(item, index, times[index]),
          )}
        </div>
      </div>
      <p class="visually-hidden" aria-live="polite">${this.announcement}</p>
    `
  }

  #head() {
    const { programme } = words()
    return html`
      <div class="heads" role="rowgroup">
        <div class="item head" role="row">
          <span role="columnheader"><span class="visually-hidden">${programme.order}</span></span>
          <span role="columnheader">${programme.time}</span>
          <span role="columnheader">${programme.itemAndNote}</span>
          <span role="columnheader" class="length">${programme.minutes}</span>
          <span role="columnheader">${programme.presenter}</span>
          <span role="columnheader"><span class="visually-hidden">${programme.tools}</span></span>
        </div>
      </div>
    `
  }

  /** Looked at again only where something of it is different: a programme may have thousands. */
  #guarded(item: ProgrammeItem, index: number, time: ItemTime | undefined) {
    const isPlain = this.isReadOnly || !this.#near.isWhole(item.id)
    const marks = [
      this.shownId === item.id ? 'shown' : '',
      this.dragged === index ? 'dragged' : '',
      this.target === index && this.dragged !== null && this.dragged > index ? 'before' : '',
      this.target === index && this.dragged !== null && this.dragged < index ? 'after' : '',
    ].filter(Boolean)
    const warnings = this.warnings.get(item.id) ?? []
    const isNoted = this.noted.has(item.id)
    const fault = this.fault?.itemId === item.id ? this.fault.sentence : ''
    return guard(
      [item, index, this.speakers, time?.start, time?.end, isPlain, isNoted, fault, words(), ...marks, ...warnings],
      () => this.#row(item, { index, time, isPlain, fault, marks, warnings }),
    )
  }

  #row(item: ProgrammeItem, { index, time, isPlain, fault, marks, warnings }: Row) {
    const { programme } = words()
    return html`
      <div
        role="row"
        class="item ${marks.join(' ')}"
        data-id=${item.id}
        data-index=${index}
        @keydown=${(event: KeyboardEvent) => this.#keyed(event, index)}
      >
        <span role="cell">${isPlain ? nothing : this.#handle(item, index)}</span>
        <span role="cell" class="time ${item.fixedStart === null ? '' : 'fixed'}">${this.#writeTime(time)}</span>
        <div role="cell" class="content">
          ${isPlain ? plainContent(item) : html`${this.#title(item, index)} ${this.#note(item)}`}
          ${fault === '' ? nothing : faultNote(fault)}
          ${warnings.map((sentence) => html`<p class="warning">${icon('triangle-alert')} ${sentence}</p>`)}
        </div>
        <div role="cell" class="length">
          ${isPlain ? html`<span class="read">${item.durationMinutes}</span>` : this.#minutes(item)}
          <span class="unit">${programme.minutesShort}</span>
        </div>
        <div role="cell" class="presenter">
          ${
            isPlain
              ? html`<span class="read">${presenterOf(item, this)}</span>`
              : html`${this.#presenter(item)} ${this.#speakersBeside(item)}`
          }
        </div>
        <div role="cell" class="tools">${isPlain ? nothing : this.#buttons(item, time)}</div>
      </div>
    `
  }

  #handle(item: ProgrammeItem, index: number) {
    const { programme } = words()
    return html`<button
      class="button quiet icon-only handle"
      draggable="true"
      aria-label=${programme.move(translated(item.title))}
      title=${programme.move(translated(item.title))}
      @dragstart=${(event: DragEvent) => this.#pick(event, index)}
      @dragend=${this.#letGo}
    >
      ${icon('grip-vertical')}
    </button>`
  }

  #writeTime(time: ItemTime | undefined) {
    if (!time) return nothing
    const { start, end } = time
    return html`${clockOf(start)}–${clockOf(end)}${
      end >= minutesPerDay ? html`<br /><span class="small muted">(${words().programme.nextDay})</span>` : nothing
    }`
  }

  #title(item: ProgrammeItem, index: number) {
    return html`<textarea
      class="input"
      rows="1"
      maxlength="500"
      aria-label=${words().programme.titleOf(index + 1)}
      .value=${unlessTyped(translated(item.title), item)}
      @keydown=${this.#goOnByEnter}
      @change=${(event: Event) => this.#setTitle(event, item)}
    ></textarea>`
  }

  #note(item: ProgrammeItem) {
    // Asked for by its button, never by where the cursor is: rows must not move under a click.
    if (item.note === '' && !this.noted.has(item.id)) return nothing
    return html`<textarea
      class="input note"
      rows="1"
      maxlength="1000"
      aria-label=${`${words().programme.note}: ${translated(item.title)}`}
      placeholder=${words().programme.note}
      .value=${unlessTyped(translated(item.note), item)}
      @change=${(event: Event) => this.#edit(item, { note: valueOf(event) }, event)}
    ></textarea>`
  }

  #minutes(item: ProgrammeItem) {
    const label = `${words().programme.minutes}: ${translated(item.title)}`
    return html`<input
      class="input minutes"
      type="number"
      min="0"
      max="1440"
      step="1"
      aria-label=${label}
      .value=${unlessTyped(String(item.durationMinutes), item)}
      @keydown=${this.#goOnByEnter}
      @change=${(event: Event) => {
        const field = event.target as HTMLInputElement
        if (field.value !== '' && field.checkValidity())
          this.#edit(item, { durationMinutes: Number(field.value) }, event)
        else this.#refuse(field, item, words().programme.minutesRange)
      }}
    />`
  }

  /** Speakers whom the field does not name. */
  #speakersBeside(item: ProgrammeItem) {
    const names = presenterOf(
      { ...item, presenter: '' },
      { speakers: this.speakers.filter(({ name }) => !namesPerson(item.presenter, name)) },
    )
    return names === '' ? nothing : html`<p class="small muted">${names}</p>`
  }

  #presenter(item: ProgrammeItem) {
    return html`<textarea
      class="input"
      rows="1"
      maxlength="300"
      aria-label=${`${words().programme.presenter}: ${translated(item.title)}`}
      placeholder=${words().programme.presenter}
      .value=${unlessTyped(translated(item.presenter), item)}
      @keydown=${this.#goOnByEnter}
      @change=${(event: Event) => this.#edit(item, { presenter: valueOf(event) }, event)}
    ></textarea>`
  }

  #buttons(item: ProgrammeItem, time: ItemTime | undefined) {
    const { programme } = words()
    const isFixed = item.fixedStart !== null
    const isBreak = item.kind === 'break'
    const clock = clockOf(time?.start ?? 0)
    const label = isFixed ? programme.letFloat : programme.holdAt(clockWords(time?.start ?? 0))
    return html`
      ${item.note === '' && !this.noted.has(item.id) ? this.#noteButton(item) : nothing}
      ${
        item.kind === 'awards'
          ? nothing
          : html`<button
              class="button quiet icon-only small"
              aria-pressed=${isBreak}
              aria-label=${`${programme.break}: ${translated(item.title)}`}
              title=${programme.break}
              @click=${() => this.#edit(item, { kind: isBreak ? 'item' : 'break' })}
            >
              ${icon('coffee')}
            </button>`
      }
      <button
        class="button quiet icon-only small"
        aria-pressed=${isFixed}
        aria-label=${`${label}: ${translated(item.title)}`}
        title=${label}
        @click=${() => this.#edit(item, { fixedStart: isFixed ? null : clock })}
      >
        ${icon(isFixed ? 'pin-off' : 'pin')}
      </button>
      <button
        class="button quiet icon-only small"
        aria-label=${programme.deleteItem(translated(item.title))}
        title=${programme.deleteItem(translated(item.title))}
        @click=${() => this.tell('item-deleted', { item })}
      >
        ${icon('trash-2')}
      </button>
    `
  }

  #noteButton(item: ProgrammeItem) {
    const { showNote } = words().programme
    return html`<button
      class="button quiet icon-only small"
      aria-label=${`${showNote}: ${translated(item.title)}`}
      title=${showNote}
      @click=${() => this.#showNote(item)}
    >
      ${icon('file-text')}
    </button>`
  }

  async #showNote(item: ProgrammeItem): Promise<void> {
    this.noted = new Set([...this.noted, item.id])
    await this.updateComplete
    this.renderRoot.querySelector<HTMLElement>(`[data-id="${item.id}"] .note`)?.focus()
  }

  /** Brings an item into sight, ready to be read or changed. */
  async reveal(id: string): Promise<void> {
    const row = await this.#bring(id)
    row?.scrollIntoView({ block: 'center' })
    row?.querySelector<HTMLElement>('.content textarea')?.focus({ preventScroll: true })
  }

  /** Lets the title of an item be written anew. */
  async write(id: string): Promise<void> {
    const row = await this.#bring(id)
    const field = row?.querySelector<HTMLTextAreaElement>('.content textarea')
    field?.focus()
    field?.select()
  }

  async #bring(id: string): Promise<HTMLElement | null> {
    await this.#near.bring(id)
    return this.renderRoot.querySelector(`[data-id="${id}"]`)
  }

  /** Says what was wrong with a field; what stands comes back. */
  #refuse(field: Field, { id }: ProgrammeItem, sentence: string): void {
    this.fault = { itemId: id, sentence }
    untype(field)
  }

  #setTitle(event: Event, item: ProgrammeItem): void {
    const field = event.target as HTMLTextAreaElement
    const title = field.value.trim()
    if (title === '') this.#refuse(field, item, words().editor.noTitle)
    else this.#edit(item, { title }, event)
  }

  #edit(item: ProgrammeItem, change: ItemEdit, event?: Event): void {
    this.fault = null
    const { from, edit } = takeTyped(event?.target ?? null, item, () => change)
    if (isEdited(from, edit)) this.tell('item-edited', { item: from, edit })
    else if (event) untype(event.target as Field)
  }

  /** Enter goes down a column, as in a spreadsheet; the change is told by leaving the field. At the end it stays. */
  readonly #goOnByEnter = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.isComposing) return
    event.preventDefault()
    const field = event.target as HTMLInputElement | HTMLTextAreaElement
    const cell = field.closest('[role=cell]')?.classList[0] ?? ''
    const column = [...this.renderRoot.querySelectorAll<HTMLInputElement>(`.${cell} > .input:not(.note)`)]
    const next = column[column.indexOf(field as HTMLInputElement) + 1] ?? field
    field.blur()
    next.focus()
    next.select()
  }

  #keyed(event: KeyboardEvent, index: number): void {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') || this.isReadOnly) return
    event.preventDefault()
    this.#move(index, index + (event.key === 'ArrowUp' ? -1 : 1))
  }

  #pick(event: DragEvent, index: number): void {
    this.dragged = index
    event.dataTransfer?.setData('text/plain', translated(this.session.items[index]?.title ?? ''))
    const row = (event.target as HTMLElement).closest('.item')
    if (row) event.dataTransfer?.setDragImage(row, 16, 16)
  }

  readonly #overList = (event: DragEvent): void => {
    if (this.dragged === null) return
    event.preventDefault()
    const row = (event.target as HTMLElement).closest<HTMLElement>('.item[data-index]')
    if (row) this.target = Number(row.dataset['index'])
  }

  readonly #drop = (event: DragEvent): void => {
    event.preventDefault()
    if (this.dragged !== null && this.target !== null) this.#move(this.dragged, this.target)
    this.#letGo()
  }

  readonly #letGo = (): void => {
    this.dragged = null
    this.target = null
  }

  #move(from: number, to: number): void {
    const { items, startsAt } = this.session
    const item = items[from]
    if (!item || to < 0 || to >= items.length || from === to) return
    const ordered = moveItem(items, from, to)
    const time = timeItems(startsAt, ordered)[to]
    this.announcement = words().programme.moved(translated(item.title), to + 1, clockWords(time?.start ?? 0))
    this.tell('items-ordered', { itemIds: ordered.map(({ id }) => id), items: ordered })
  }
}

const valueOf = (event: Event): string => (event.target as HTMLTextAreaElement).value

declare global {
  interface HTMLElementTagNameMap {
    'session-items': SessionItems
  }
}
