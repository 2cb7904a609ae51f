import { css, html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { live } from 'lit/directives/live.js'
import { repeat } from 'lit/directives/repeat.js'
import { clockOf, moveItem, timeItems, type ItemTime } from '../../server/programme/rules.ts'
import type { Programme, ProgrammeItem } from '../../server/programme/schema.ts'
import { WordsElement } from '../parts/element.ts'
import { controls } from '../style/controls.ts'
import { icon } from '../style/icons.ts'
import { words } from '../words/words.ts'

type Session = Programme['sessions'][number]
export type ItemEdit = Partial<Pick<ProgrammeItem, 'title' | 'durationMinutes' | 'fixedStart' | 'presenter' | 'note'>>

/**
 * The items of one session as a list that is edited where it stands. Tells `item-edited` {item, edit}, `items-ordered`
 * {itemIds}, `item-deleted` {item}. Drag a row by its handle, or Alt + arrows on it.
 */
@customElement('session-items')
export class SessionItems extends WordsElement {
  @property({ attribute: false }) session!: Session
  @property({ attribute: false }) isReadOnly = false
  /** Index of the item that is being dragged and of the place where it would go. */
  @state() private dragged: number | null = null
  @state() private target: number | null = null
  @state() private announcement = ''
  /** Items whose empty note is shown to be written. */
  @state() private noted: ReadonlySet<string> = new Set()

  static override styles = [
    ...controls,
    css`
      :host {
        display: block;
      }
      ol {
        display: grid;
      }
      li {
        display: grid;
        grid-template-columns: 2rem 6.5rem minmax(0, 1fr) 4.75rem minmax(6rem, 13rem) 6.75rem;
        gap: var(--space-half) var(--space);
        align-items: start;
        padding: var(--space-half) var(--space);
        border-block-start: 1px solid var(--line);
        background: var(--surface);
      }
      li:first-child {
        border-block-start: 0;
      }
      li:hover,
      li:focus-within {
        background: var(--sunken);
      }
      li.dragged {
        opacity: 0.45;
      }
      li.before {
        box-shadow: inset 0 2px 0 var(--blue);
      }
      li.after {
        box-shadow: inset 0 -2px 0 var(--blue);
      }
      .handle {
        cursor: grab;
        color: var(--muted);
        touch-action: none;
      }
      .time {
        padding-block: 0.45rem;
        font: 500 var(--size-dense) / 1.4 var(--font-figures);
        white-space: nowrap;
      }
      .time.fixed {
        color: var(--red);
      }
      .input {
        min-block-size: 2.125rem;
        border-color: transparent;
        background: transparent;
      }
      .input:hover,
      .input:focus {
        border-color: var(--line-control);
        background: var(--surface);
      }
      textarea.input {
        min-block-size: 2.125rem;
        field-sizing: content;
        resize: none;
        overflow: hidden;
      }
      .note {
        font-size: var(--size-small);
        color: var(--muted);
      }
      .minutes {
        text-align: end;
        font-family: var(--font-figures);
      }
      .actions {
        display: flex;
        justify-content: flex-end;
      }
      .warning {
        grid-column: 2 / -1;
        display: flex;
        gap: var(--space-half);
        color: var(--amber);
        font-size: var(--size-small);
      }
      .read {
        padding-block: 0.45rem;
      }
      @media (max-width: 700px) {
        li {
          grid-template-columns: 2.75rem minmax(0, 1fr) 7.5rem;
        }
        .time {
          grid-column: 2 / 3;
        }
        .content {
          grid-column: 1 / -1;
          grid-row: 2;
        }
        .minutes {
          grid-column: 3;
          grid-row: 1;
        }
        .presenter {
          grid-column: 1 / 3;
          grid-row: 3;
        }
        .actions {
          grid-column: 3;
          grid-row: 3;
        }
      }
    `,
  ]

  override render() {
    const { items, startsAt } = this.session
    const times = timeItems(startsAt, items)
    return html`
      <ol @dragover=${this.#overList} @drop=${this.#drop}>
        ${repeat(
          items,
          ({ id }) => id,
          (item, index) => this.#row(item, index, times[index]),
        )}
      </ol>
      <p class="visually-hidden" aria-live="polite">${this.announcement}</p>
    `
  }

  #row(item: ProgrammeItem, index: number, time: ItemTime | undefined) {
    const { programme } = words()
    const marks = [
      this.dragged === index ? 'dragged' : '',
      this.target === index && this.dragged !== null && this.dragged > index ? 'before' : '',
      this.target === index && this.dragged !== null && this.dragged < index ? 'after' : '',
    ]
    return html`
      <li class=${marks.join(' ')} data-index=${index} @keydown=${(event: KeyboardEvent) => this.#keyed(event, index)}>
        ${
          this.isReadOnly
            ? html`<span></span>`
            : html`<button
                class="button quiet icon-only handle"
                draggable="true"
                aria-label=${programme.move(item.title)}
                title=${programme.move(item.title)}
                @dragstart=${(event: DragEvent) => this.#pick(event, index)}
                @dragend=${this.#letGo}
              >
                ${icon('grip-vertical')}
              </button>`
        }
        <span class="time ${item.fixedStart === null ? '' : 'fixed'}">${this.#writeTime(time)}</span>
        <div class="content">${this.#title(item, index)} ${this.#note(item)}</div>
        ${this.#minutes(item)} ${this.#presenter(item)}
        <div class="actions">${this.isReadOnly ? nothing : this.#buttons(item, time)}</div>
        ${this.#warning(time)}
      </li>
    `
  }

  #writeTime(time: ItemTime | undefined) {
    if (!time) return nothing
    const isNextDay = time.start >= 24 * 60
    return html`${clockOf(time.start)}–${clockOf(time.end)}${
      isNextDay ? html`<br /><span class="small muted">${words().programme.nextDay}</span>` : nothing
    }`
  }

  #title(item: ProgrammeItem, index: number) {
    if (this.isReadOnly) return html`<p class="read">${item.title}</p>`
    return html`<textarea
      class="input"
      rows="1"
      maxlength="500"
      aria-label=${words().programme.titleOf(index + 1)}
      .value=${live(item.title)}
      @keydown=${finishOnEnter}
      @change=${(event: Event) => this.#edit(item, { title: valueOf(event).trim() || item.title })}
    ></textarea>`
  }

  #note(item: ProgrammeItem) {
    if (this.isReadOnly) return item.note === '' ? nothing : html`<p class="note">${item.note}</p>`
    // Asked for by its button, never by where the cursor is: rows must not move under a click.
    if (item.note === '' && !this.noted.has(item.id)) return nothing
    return html`<textarea
      class="input note"
      rows="1"
      maxlength="1000"
      aria-label=${`${words().programme.note}: ${item.title}`}
      placeholder=${words().programme.note}
      .value=${live(item.note)}
      @change=${(event: Event) => this.#edit(item, { note: valueOf(event) })}
    ></textarea>`
  }

  #minutes(item: ProgrammeItem) {
    const label = `${words().programme.minutes}: ${item.title}`
    if (this.isReadOnly) return html`<span class="read minutes">${item.durationMinutes}</span>`
    return html`<input
      class="input minutes"
      type="number"
      min="0"
      max="1440"
      step="5"
      aria-label=${label}
      .value=${live(String(item.durationMinutes))}
      @change=${(event: Event) => {
        const field = event.target as HTMLInputElement
        if (field.value !== '' && field.checkValidity()) this.#edit(item, { durationMinutes: Number(field.value) })
        else field.value = String(item.durationMinutes)
      }}
    />`
  }

  #presenter(item: ProgrammeItem) {
    if (this.isReadOnly) return html`<span class="read presenter">${item.presenter}</span>`
    return html`<textarea
      class="input presenter"
      rows="1"
      maxlength="300"
      aria-label=${`${words().programme.presenter}: ${item.title}`}
      placeholder=${words().programme.presenter}
      .value=${live(item.presenter)}
      @keydown=${finishOnEnter}
      @change=${(event: Event) => this.#edit(item, { presenter: valueOf(event) })}
    ></textarea>`
  }

  #buttons(item: ProgrammeItem, time: ItemTime | undefined) {
    const { programme } = words()
    const isFixed = item.fixedStart !== null
    const clock = clockOf(time?.start ?? 0)
    const label = isFixed ? programme.letFloat : programme.holdAt(clock)
    return html`
      ${item.note === '' && !this.noted.has(item.id) ? this.#noteButton(item) : nothing}
      <button
        class="button quiet icon-only small"
        aria-pressed=${isFixed}
        aria-label=${`${label}: ${item.title}`}
        title=${label}
        @click=${() => this.#edit(item, { fixedStart: isFixed ? null : clock })}
      >
        ${icon(isFixed ? 'pin-off' : 'pin')}
      </button>
      <button
        class="button quiet icon-only small"
        aria-label=${programme.deleteItem(item.title)}
        title=${programme.deleteItem(item.title)}
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
      aria-label=${`${showNote}: ${item.title}`}
      title=${showNote}
      @click=${() => this.#showNote(item)}
    >
      ${icon('file-text')}
    </button>`
  }

  async #showNote(item: ProgrammeItem): Promise<void> {
    this.noted = new Set([...this.noted, item.id])
    await this.updateComplete
    const index = this.session.items.findIndex(({ id }) => id === item.id)
    this.renderRoot.querySelector<HTMLElement>(`li[data-index="${String(index)}"] .note`)?.focus()
  }

  #warning(time: ItemTime | undefined) {
    if (!time || time.gapBefore === 0) return nothing
    const { programme } = words()
    const sentence = time.gapBefore > 0 ? programme.gap(time.gapBefore) : programme.overrun(-time.gapBefore)
    return html`<span class="warning">${icon('triangle-alert')} ${sentence}</span>`
  }

  #edit(item: ProgrammeItem, edit: ItemEdit): void {
    const isChanged = Object.entries(edit).some(([name, value]) => item[name as keyof ProgrammeItem] !== value)
    if (isChanged) this.tell('item-edited', { item, edit })
  }

  #keyed(event: KeyboardEvent, index: number): void {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') || this.isReadOnly) return
    event.preventDefault()
    this.#move(index, index + (event.key === 'ArrowUp' ? -1 : 1))
  }

  #pick(event: DragEvent, index: number): void {
    this.dragged = index
    event.dataTransfer?.setData('text/plain', this.session.items[index]?.title ?? '')
    const row = (event.target as HTMLElement).closest('li')
    if (row) event.dataTransfer?.setDragImage(row, 16, 16)
  }

  readonly #overList = (event: DragEvent): void => {
    if (this.dragged === null) return
    event.preventDefault()
    const row = (event.target as HTMLElement).closest('li')
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
    this.announcement = words().programme.moved(item.title, to + 1, clockOf(time?.start ?? 0))
    this.tell('items-ordered', { itemIds: ordered.map(({ id }) => id), items: ordered })
  }
}

const valueOf = (event: Event): string => (event.target as HTMLTextAreaElement).value

/** Enter ends the editing of a single line; the change is told by leaving the field. */
const finishOnEnter = (event: KeyboardEvent): void => {
  if (event.key !== 'Enter' || event.isComposing) return
  event.preventDefault()
  ;(event.target as HTMLElement).blur()
}

declare global {
  interface HTMLElementTagNameMap {
    'session-items': SessionItems
  }
}
