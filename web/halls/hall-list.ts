import { css, html, nothing, type PropertyValues } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { Hall } from '../../server/halls/schema.ts'
import type { Venue } from '../../server/venues/schema.ts'
import { LiveController } from '../api/changes.ts'
import { copyHall, deleteHall, listHalls, renameHall, tablesOfHalls } from '../api/halls.ts'
import { did } from '../did.ts'
import { WordsElement } from '../parts/element.ts'
import { selectField, textField } from '../parts/field.ts'
import { Form } from '../parts/form.ts'
import { tellDone } from '../parts/toast-stack.ts'
import { controls } from '../style/controls.ts'
import { icon } from '../style/icons.ts'
import { words } from '../words/words.ts'
import '../parts/error-panel.ts'
import '../parts/modal-dialog.ts'

/** The drawn halls of a venue: `<hall-list .venue .venues ?readonly>`. */
@customElement('hall-list')
export class HallList extends WordsElement {
  @property({ attribute: false }) venue!: Venue
  /** Where a hall can be copied to. */
  @property({ attribute: false }) venues: readonly Venue[] = []
  @property({ type: Boolean }) readonly = false
  @state() private halls: readonly Hall[] | null = null
  @state() private failure: unknown = null
  @state() private copied: Hall | null = null
  /** The copy that was made last; of this venue itself, it stands in the list. */
  @state() private made: Hall | null = null
  @state() private renamed: Hall | null = null
  readonly #copy = new Form(this, { name: '', venueId: '' })
  readonly #rename = new Form(this, { name: '' })

  static override styles = [
    ...controls,
    css`
      :host {
        display: block;
        margin-block-end: var(--space-2);
      }
      ul {
        margin: 0;
        padding: 0;
        list-style: none;
        display: grid;
        gap: var(--space-half);
      }
      li {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-half) var(--space);
        align-items: center;
      }
      li a {
        display: inline-flex;
        align-items: center;
        min-block-size: 28px;
        overflow-wrap: anywhere;
      }
      .start {
        margin-block: var(--space);
      }
    `,
  ]

  constructor() {
    super()
    new LiveController(this, tablesOfHalls, () => void this.#fetch())
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('venue') && changed.get('venue')?.id !== this.venue.id) void this.#fetch()
  }

  async #fetch(): Promise<void> {
    try {
      this.halls = await listHalls(this.venue.id)
      this.failure = null
    } catch (error) {
      this.failure = error
    }
  }

  protected override render(): unknown {
    const { halls } = words()
    return html`
      <h2>${halls.heading}</h2>
      <error-panel .error=${this.failure} retryable @retried=${() => void this.#fetch()}></error-panel>
      ${this.made && this.made.venueId !== this.venue.id ? this.#madeNote(this.made) : nothing}
      ${this.halls?.length === 0 ? html`<p class="muted">${halls.none}</p>` : nothing}
      <ul>
        ${this.halls?.map((hall) => this.#hall(hall))}
      </ul>
      ${
        this.readonly
          ? nothing
          : html`<p class="start">
              <a class="button" href=${`/venues/${this.venue.id}/halls/new`}>${icon('armchair')} ${halls.draw}</a>
            </p>`
      }
      ${this.copied ? this.#copyDialog(this.copied) : nothing}
      ${this.renamed ? this.#renameDialog(this.renamed) : nothing}
    `
  }

  /** Where the copy is that another venue has. */
  #madeNote({ id, venueId, name, venueName }: Hall) {
    const { halls } = words()
    return html`<p role="status">
      ${halls.copiedTo} <a href=${`/venues/${venueId}/halls/${id}`}>${name}, ${venueName}</a>
    </p>`
  }

  #hall(hall: Hall) {
    const { halls } = words()
    return html`<li>
      <a href=${`/venues/${hall.venueId}/halls/${hall.id}`}>${hall.name}</a>
      <span class="muted">${halls.usable(hall.seats)} · ${halls.version(hall.number)}</span>
      ${
        this.readonly
          ? nothing
          : html`<button
                class="button small quiet"
                aria-label="${halls.rename}: ${hall.name}"
                @click=${() => {
                  this.#rename.begin({ name: hall.name })
                  this.renamed = hall
                }}
              >
                ${halls.rename}
              </button>
              <button
                class="button small quiet"
                aria-label=${halls.copyOf(hall.name)}
                @click=${() => {
                  this.#copy.begin({ name: halls.copyName(hall.name).slice(0, 120), venueId: hall.venueId })
                  this.copied = hall
                }}
              >
                ${halls.copy}
              </button>
              <button
                class="button small quiet"
                aria-label=${halls.deleteOf(hall.name)}
                @click=${() => void this.#delete(hall)}
              >
                ${halls.delete}
              </button>`
      }
    </li>`
  }

  async #delete(hall: Hall): Promise<void> {
    await did(deleteHall(hall.id, hall.version), words().halls.deleted)
    await this.#fetch()
  }

  #copyDialog(hall: Hall) {
    const { halls } = words()
    const form = this.#copy
    const send = async () => {
      const send = async (values: { name: string; venueId: string }) => (this.made = await copyHall(hall.id, values))
      if (!(await form.submit(send))) return
      tellDone(halls.copied)
      this.copied = null
      await this.#fetch()
    }
    const venues = this.venues.map(({ id, name }) => [id, name] as const)
    return this.#dialog(
      halls.copyOf(hall.name),
      halls.copy,
      form,
      send,
      () => (this.copied = null),
      html`
        ${textField(form, 'name', { label: halls.name, maxLength: 120 })}
        ${selectField(form, 'venueId', { label: halls.copyTo, choices: venues })}
      `,
    )
  }

  #renameDialog(hall: Hall) {
    const { halls } = words()
    const form = this.#rename
    const send = async () => {
      if (!(await form.submit(({ name }) => renameHall(hall.id, { name, version: hall.version })))) return
      tellDone(halls.renamed)
      this.renamed = null
      await this.#fetch()
    }
    const fields = textField(form, 'name', { label: halls.name, maxLength: 120 })
    return this.#dialog(halls.rename, halls.rename, form, send, () => (this.renamed = null), fields)
  }

  #dialog(
    heading: string,
    action: string,
    form: { isChanged: boolean; isSending: boolean; error: unknown },
    send: () => Promise<void>,
    close: () => void,
    fields: unknown,
  ) {
    return html`<modal-dialog heading=${heading} ?guarded=${form.isChanged} @dialog-closed=${close}>
      <form
        class="form"
        id="hall"
        @submit=${(event: SubmitEvent) => {
          event.preventDefault()
          void send()
        }}
      >
        ${fields}
        <error-panel .error=${form.error}></error-panel>
      </form>
      <div slot="actions" class="form-actions">
        <button class="button" type="button" @click=${close}>${words().common.cancel}</button>
        <button class="button primary" form="hall" aria-busy=${form.isSending}>${action}</button>
      </div>
    </modal-dialog>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'hall-list': HallList
  }
}
