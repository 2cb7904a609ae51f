import { css, html, nothing, type PropertyValues } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { repeat } from 'lit/directives/repeat.js'
import { WordsElement } from '../parts/element.ts'
import { controls } from '../style/controls.ts'
import { icon } from '../style/icons.ts'
import { words } from '../words/words.ts'

export interface OrderedRow {
  id: string
  name: string
  /** What stands behind the name, quietly. */
  detail?: string
}

/**
 * Rows in an order that is changed by a drag, by buttons, or by Alt with the arrow keys:
 * `<order-list .rows ?writable ?removable>`. Tells `order-changed` with the ids in their new order.
 */
@customElement('order-list')
export class OrderList extends WordsElement {
  @property({ attribute: false }) rows: readonly OrderedRow[] = []
  @property({ type: Boolean }) writable = false
  @property({ type: Boolean }) removable = false
  @state() private dragged: number | null = null
  @state() private target: number | null = null
  @state() private announcement = ''
  /** Which button has the focus again once its row stands elsewhere. */
  #focused: { id: string; sign: string } | null = null

  static override styles = [
    ...controls,
    css`
      li {
        display: grid;
        grid-template-columns: 2rem minmax(0, 1fr) auto;
        align-items: center;
        gap: var(--space-half);
        min-block-size: 36px;
        border-block: 2px solid transparent;
      }
      li[draggable='true'] {
        cursor: grab;
      }
      li.dragged {
        opacity: 0.5;
      }
      li.before {
        border-block-start-color: var(--blue);
      }
      li.after {
        border-block-end-color: var(--blue);
      }
      .name {
        overflow-wrap: anywhere;
      }
    `,
  ]

  override render() {
    return html`<ol
        @dragover=${(event: DragEvent) => this.#over(event)}
        @drop=${(event: DragEvent) => this.#drop(event)}
      >
        ${repeat(
          this.rows,
          ({ id }) => id,
          (row, at) => this.#row(row, at),
        )}
      </ol>
      <p class="visually-hidden" aria-live="polite">${this.announcement}</p>`
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (!changed.has('rows') || !this.#focused) return
    const { id, sign } = this.#focused
    this.#focused = null
    const row = [...this.renderRoot.querySelectorAll<HTMLElement>('li')].find(({ dataset }) => dataset['id'] === id)
    const buttons = [...(row?.querySelectorAll('button') ?? [])].filter(({ disabled }) => !disabled)
    const button = buttons.find(({ dataset }) => dataset['sign'] === sign) ?? buttons[0]
    button?.focus()
  }

  #row({ id, name, detail = '' }: OrderedRow, at: number) {
    const { stage: text } = words().seating
    const isTarget = this.dragged !== null && this.target === at
    const marks = [
      this.dragged === at ? 'dragged' : '',
      isTarget && this.dragged !== null && this.dragged > at ? 'before' : '',
      isTarget && this.dragged !== null && this.dragged < at ? 'after' : '',
    ]
    return html`<li
      class=${marks.join(' ')}
      data-id=${id}
      data-at=${at}
      draggable=${this.writable ? 'true' : 'false'}
      @dragstart=${(event: DragEvent) => this.#pick(event, at)}
      @dragend=${() => this.#letGo()}
      @keydown=${(event: KeyboardEvent) => this.#keyed(event, at)}
    >
      <span class="muted tabular">${at + 1}</span>
      <span class="name">${name}${detail === '' ? nothing : html` <span class="muted small">${detail}</span>`}</span>
      ${
        this.writable
          ? html`<span class="row">
              ${this.#button('arrow-up', text.up(name), at === 0, () => this.#move(at, at - 1, 'arrow-up'))}
              ${this.#button('arrow-down', text.down(name), at === this.rows.length - 1, () => this.#move(at, at + 1, 'arrow-down'))}
              ${this.removable ? this.#button('x', text.out(name), false, () => this.#remove(id)) : nothing}
            </span>`
          : nothing
      }
    </li>`
  }

  #button(sign: 'arrow-up' | 'arrow-down' | 'x', word: string, isDisabled: boolean, press: () => void) {
    return html`<button
      class="button quiet small"
      type="button"
      data-sign=${sign}
      aria-label=${word}
      title=${word}
      ?disabled=${isDisabled}
      @click=${press}
    >
      ${icon(sign)}
    </button>`
  }

  #keyed(event: KeyboardEvent, at: number): void {
    const { key, altKey } = event
    if (!altKey || (key !== 'ArrowUp' && key !== 'ArrowDown')) return
    event.preventDefault()
    const isUp = key === 'ArrowUp'
    this.#move(at, at + (isUp ? -1 : 1), isUp ? 'arrow-up' : 'arrow-down')
  }

  #pick(event: DragEvent, at: number): void {
    this.dragged = at
    event.dataTransfer?.setData('text/plain', this.rows[at]?.name ?? '')
  }

  #over(event: DragEvent): void {
    if (this.dragged === null) return
    event.preventDefault()
    const row = (event.target as HTMLElement).closest<HTMLElement>('li')
    if (row) this.target = Number(row.dataset['at'])
  }

  #drop(event: DragEvent): void {
    if (this.dragged === null) return
    event.preventDefault()
    if (this.target !== null) this.#move(this.dragged, this.target)
    this.#letGo()
  }

  #letGo(): void {
    this.dragged = null
    this.target = null
  }

  #move(from: number, to: number, sign?: string): void {
    const row = this.rows[from]
    if (!row || to < 0 || to >= this.rows.length || from === to) return
    const ids = this.rows.map(({ id }) => id)
    ids.splice(to, 0, ...ids.splice(from, 1))
    this.#focused = sign === undefined ? null : { id: row.id, sign }
    this.announcement = words().seating.stage.movedTo(row.name, to + 1)
    this.tell('order-changed', ids)
  }

  #remove(gone: string): void {
    this.tell(
      'order-changed',
      this.rows.flatMap(({ id }) => (id === gone ? [] : [id])),
    )
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'order-list': OrderList
  }
}
