import { html, nothing, type PropertyValues, type TemplateResult } from 'lit'
import { keyed } from 'lit/directives/keyed.js'
import { customElement, property, state } from 'lit/decorators.js'
import { endOfSession, timeItems, type ItemTime } from '../../server/programme/rules.ts'
import { itemKinds, type ItemKind, type ProgrammeItem, type Speaker } from '../../server/programme/schema.ts'
import * as api from '../api/programme.ts'
import { spanWords } from '../parts/clock.ts'
import { WordsElement } from '../parts/element.ts'
import { isTyped, leaveField, takeTyped, unlessTyped, untype, type Field } from '../parts/unless-typed.ts'
import { controls } from '../style/controls.ts'
import { icon } from '../style/icons.ts'
import { translated, words } from '../words/words.ts'
import { batchRows } from './batch-rows.ts'
import { acceptedCards, conflictCards } from './conflict-cards.ts'
import type { Desk } from './desk.ts'
import { findItem } from './grid-carry.ts'
import type { Session } from './grid-layout.ts'
import { headLine, presenterOf } from './grid-words.ts'
import { deleteItem, duplicateItem, editItem, isEdited, newItem, type ItemEdit } from './item-acts.ts'
import { itemPanelStyles } from './item-panel-style.ts'
import { faultNote, faultStyles } from './item-times.ts'
import '../parts/combo-field.ts'
import './script-dialog.ts'
import './speaker-dialog.ts'

/** What there is to say and to write about the chosen item or session: `<item-panel .desk chosenId>`. */
@customElement('item-panel')
export class ItemPanel extends WordsElement {
  @property({ attribute: false }) desk!: Desk
  @property() chosenId = ''
  /** The speaker whose form is open; `new` = one to be added to the item. */
  @state() private speaker: Speaker | 'new' | null = null
  /** The item whose script is open, as it was then. */
  @state() private script: ProgrammeItem | null = null
  /** What was refused, and of which field. */
  @state() private fault: Fault | null = null
  #shown: ProgrammeItem | undefined

  static override styles = [...controls, itemPanelStyles, faultStyles]

  constructor() {
    super()
    this.addEventListener('keydown', this.#byKey)
  }

  /** Goes to the title, ready to be written. */
  async edit(): Promise<void> {
    await this.updateComplete
    const title = this.renderRoot.querySelector<HTMLTextAreaElement>('textarea')
    title?.focus()
    title?.select()
  }

  /**
   * Enter writes a line and goes back to the board (`panel-left`), Esc goes back as it stood; Ctrl+Z takes back what was
   * done where nothing is being typed.
   */
  readonly #byKey = (event: KeyboardEvent): void => {
    const [field] = event.composedPath()
    if (event.isComposing || !(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)) return
    const { key, ctrlKey, metaKey } = event
    const isLine = field.matches('textarea:not(#note)') && field.getRootNode() === this.shadowRoot
    if (key === 'Escape') untype(field)
    else if (key.toLowerCase() === 'z' && (ctrlKey || metaKey) && !isTyped(field)) {
      this.dispatchEvent(new KeyboardEvent('keydown', { key, ctrlKey, metaKey, bubbles: true, composed: true }))
    } else if (key !== 'Enter' || !isLine) return
    event.preventDefault()
    event.stopPropagation()
    if (key.toLowerCase() === 'z') return
    field.blur()
    if (this.fault === null) this.tell('panel-left')
    else field.focus()
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const item = findItem(this.desk.programme, this.chosenId)
    const isGoing = this.#shown && (item?.id !== this.#shown.id || item.batches.length < this.#shown.batches.length)
    if (isGoing) leaveField(this.renderRoot)
    this.#shown = item
    if (changed.has('chosenId')) this.fault = null
  }

  override render() {
    const { programme } = this.desk
    const item = findItem(programme, this.chosenId)
    const session = programme.sessions.find(({ id }) => id === (item?.sessionId ?? this.chosenId))
    return html`
      ${item || session ? this.#head() : nothing}
      ${item ? keyed(item.id, this.#item(item, session)) : session ? this.#session(session) : this.#overview()}
      ${this.#script()}
    `
  }

  /** On a phone the panel is a sheet that is closed again. */
  #head() {
    return html`<button
      class="button quiet small icon-only close"
      aria-label=${words().common.close}
      @click=${() => this.desk.set({ at: '' })}
    >
      ${icon('x')}
    </button>`
  }

  #overview() {
    const { editor } = words()
    const { conflicts } = this.desk
    return html`
      <p class="small muted hint">${this.desk.mayEdit ? editor.chooseOne : editor.chooseOneRead}</p>
      ${conflictCards(this.desk, conflicts, { heading: true })} ${acceptedCards(this.desk)}
    `
  }

  #session(session: Session) {
    const { editor, programme } = words()
    const { desk } = this
    const end = endOfSession(session.startsAt, session.items)
    const own = desk.conflicts.filter(({ sessionId, itemId }) => sessionId === session.id && itemId === null)
    return html`
      <h2>${translated(session.title)}</h2>
      <p class="small figures">${headLine(session, end, desk.congress)}</p>
      ${
        desk.mayEdit
          ? html`<p class="row">
              <button class="button small" @click=${() => desk.editSession(session)}>
                ${icon('pencil')} ${programme.editSession}
              </button>
              <a class="button small" href=${`/congresses/${desk.congress.id}/assignments?at=${session.id}`}>
                ${icon('users-round')} ${words().assignments.who}
              </a>
              <button class="button small" @click=${() => void this.#add(session)}>
                ${icon('plus')} ${programme.addItem}
              </button>
              <button
                class="button small quiet"
                @click=${() =>
                  desk.write(api.deleteSession(session.id, session.version), programme.done.sessionDeleted)}
              >
                ${icon('trash-2')} ${programme.deleteSession}
              </button>
            </p>`
          : nothing
      }
      ${own.length === 0 ? html`<p class="small muted">${editor.noConflicts}</p>` : conflictCards(desk, own, { heading: true })}
    `
  }

  /** The new item is shown, to be named. */
  async #add({ id: sessionId }: Session): Promise<void> {
    const id = await newItem(this.desk, { sessionId })
    if (id !== undefined) this.tell('item-added', { id })
  }

  #item(item: ProgrammeItem, session: Session | undefined) {
    const { editor } = words()
    const { desk } = this
    const own = desk.conflicts.filter(({ itemId, otherItemId }) => itemId === item.id || otherItemId === item.id)
    const time = session && timeItems(session.startsAt, session.items)[session.items.indexOf(item)]
    return html`
      ${desk.mayEdit ? this.#form(item, session) : this.#read(item, time)}
      ${own.length === 0 ? nothing : conflictCards(desk, own, { heading: true })}
      ${
        desk.mayEdit
          ? html`<p class="row tools">
              <button class="button small quiet" @click=${() => duplicateItem(desk, item.id)}>
                ${icon('copy')} ${editor.duplicate}
              </button>
              <button class="button small quiet" @click=${() => deleteItem(desk, item.id)}>
                ${icon('trash-2')} ${editor.deleteItem}
              </button>
            </p>`
          : nothing
      }
      ${this.#dialogs(item)}
    `
  }

  #read(item: ProgrammeItem, time: ItemTime | undefined) {
    const { editor, programme } = words()
    const rows: [string, string | TemplateResult][] = [
      [programme.time, time ? spanWords(time.start, time.end) : editor.tray],
      [programme.presenter, presenterOf(item, this.desk.programme)],
      [programme.note, translated(item.note)],
      [editor.cues, item.cues.length === 0 ? '' : editor.cueCount(item.cues.length)],
    ]
    return html`
      <h2>${translated(item.title)}</h2>
      <dl>
        ${rows.map(([name, text]) =>
          text === ''
            ? nothing
            : html`<dt>${name}</dt>
                <dd class="figures">${text}</dd>`,
        )}
      </dl>
    `
  }

  #form(item: ProgrammeItem, session: Session | undefined) {
    const { editor, programme } = words()
    return html`
      <textarea
        class="input heading"
        rows="1"
        maxlength="500"
        aria-label=${editor.itemTitle}
        .value=${unlessTyped(translated(item.title), item)}
        @change=${(event: Event) => this.#setTitle(event, item)}
      ></textarea>
      ${this.#faultOf('title')}
      <dl>
        <dt>${programme.time}</dt>
        <dd><item-times .desk=${this.desk} .item=${item} .session=${session}></item-times></dd>
        <dt><label for="kind">${editor.kind}</label></dt>
        <dd>
          <select
            class="input"
            id="kind"
            @change=${(event: Event) => this.#edit(item, { kind: valueOf(event) as ItemKind })}
          >
            ${itemKinds.map(
              (kind) => html`<option value=${kind} ?selected=${kind === item.kind}>${editor.itemKinds[kind]}</option>`,
            )}
          </select>
        </dd>
        <dt><label for="presenter">${programme.presenter}</label></dt>
        <dd>
          <textarea
            class="input"
            id="presenter"
            rows="1"
            maxlength="300"
            .value=${unlessTyped(translated(item.presenter), item)}
            @change=${(event: Event) => this.#edit(item, { presenter: valueOf(event).trim() }, event)}
          ></textarea>
          ${this.#speakers(item)}
        </dd>
        <dt><label for="note">${programme.note}</label></dt>
        <dd>
          <textarea
            class="input"
            id="note"
            rows="2"
            maxlength="1000"
            .value=${unlessTyped(translated(item.note), item)}
            @change=${(event: Event) => this.#edit(item, { note: valueOf(event) }, event)}
          ></textarea>
        </dd>
        <dt>${editor.cues}</dt>
        <dd>
          <button class="link-button" @click=${() => (this.script = item)}>
            ${item.cues.length === 0 ? editor.writeCues : editor.cueCount(item.cues.length)}
          </button>
        </dd>
      </dl>
      ${
        item.kind === 'awards'
          ? html`${batchRows(item, {
              change: (event, make) => this.#edit(item, ({ batches }) => ({ batches: make(batches) }), event),
              refuse: (sentence) => (this.fault = { of: 'batches', sentence }),
            })}
            ${this.#faultOf('batches')}`
          : nothing
      }
    `
  }

  #setTitle(event: Event, item: ProgrammeItem): void {
    const field = event.target as HTMLTextAreaElement
    const title = field.value.trim()
    if (title !== '') return this.#edit(item, { title }, event)
    this.fault = { of: 'title', sentence: words().editor.noTitle }
    untype(field)
  }

  /** What was refused stands under its field. */
  #faultOf(of: Fault['of']) {
    return this.fault?.of === of ? faultNote(this.fault.sentence) : nothing
  }

  #speakers(item: ProgrammeItem) {
    const { editor } = words()
    const { speakers } = this.desk.programme
    const chosen = item.speakerIds.flatMap((id) => speakers.find((speaker) => speaker.id === id) ?? [])
    const left = speakers.filter(({ id }) => !item.speakerIds.includes(id))
    return html`
      <ul class="speakers">
        ${chosen.map(
          (speaker) => html`
            <li class=${speaker.state}>
              <button class="link-button" @click=${() => (this.speaker = speaker)}>${speaker.name}</button>
              <span class="small muted">${editor.speakerStates[speaker.state]}</span>
              <button
                class="button quiet small icon-only"
                aria-label=${editor.removeSpeaker(speaker.name)}
                title=${editor.removeSpeaker(speaker.name)}
                @click=${() => this.#edit(item, { speakerIds: item.speakerIds.filter((id) => id !== speaker.id) })}
              >
                ${icon('x')}
              </button>
            </li>
          `,
        )}
      </ul>
      ${
        left.length === 0
          ? nothing
          : html`<select
              class="input small"
              aria-label=${editor.addSpeaker}
              @change=${(event: Event) => {
                const id = valueOf(event)
                // The list offers the next one: who was chosen stands above it.
                ;(event.target as HTMLSelectElement).value = ''
                if (id !== '') this.#edit(item, { speakerIds: [...item.speakerIds, id] })
              }}
            >
              <option value="" selected>${editor.addSpeaker}</option>
              ${left.map(({ id, name, post }) => html`<option value=${id}>${[name, post].filter(Boolean).join(', ')}</option>`)}
            </select>`
      }
      <button class="link-button small" @click=${() => (this.speaker = 'new')}>
        ${icon('user-plus')} ${editor.newSpeaker}
      </button>
    `
  }

  #dialogs(item: ProgrammeItem) {
    const { desk } = this
    return html`
      ${
        this.speaker === null
          ? nothing
          : html`<speaker-dialog
              congressId=${desk.congress.id}
              day=${desk.congress.dateFrom ?? desk.today}
              .others=${desk.programme.speakers}
              .speaker=${this.speaker === 'new' ? null : this.speaker}
              @form-closed=${() => (this.speaker = null)}
              @speaker-saved=${({ detail }: CustomEvent<Speaker>) => this.#saved(item, detail)}
              @speaker-deleted=${() => {
                this.speaker = null
                void desk.refresh()
              }}
            ></speaker-dialog>`
      }
    `
  }

  /** Stays open, with what was written in it, also where its item goes meanwhile. */
  #script() {
    if (this.script === null) return nothing
    return html`<script-dialog
      .desk=${this.desk}
      .item=${this.script}
      @form-closed=${() => (this.script = null)}
    ></script-dialog>`
  }

  /** Who was added for an item presents it. */
  async #saved(item: ProgrammeItem, speaker: Speaker): Promise<void> {
    const isNew = this.speaker === 'new'
    this.speaker = null
    if (isNew) this.#edit(item, { speakerIds: [...new Set([...item.speakerIds, speaker.id])] })
    else await this.desk.refresh()
  }

  #edit(item: ProgrammeItem, change: ItemEdit | ((from: ProgrammeItem) => ItemEdit), event?: Event): void {
    this.fault = null
    const make = typeof change === 'function' ? change : () => change
    const { from, edit } = takeTyped(event?.target ?? null, item, make)
    if (isEdited(from, edit)) void editItem(this.desk, from, edit)
    else if (event?.target) untype(event.target as Field)
  }
}

interface Fault {
  of: 'title' | 'batches'
  sentence: string
}

const valueOf = (event: Event): string => (event.target as HTMLInputElement | HTMLSelectElement).value

declare global {
  interface HTMLElementTagNameMap {
    'item-panel': ItemPanel
  }
}
