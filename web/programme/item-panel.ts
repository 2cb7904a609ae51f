import { html, nothing, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { endOfSession, heldTime, sessionClockOf, timeItems, type ItemTime } from '../../server/programme/rules.ts'
import { itemKinds, type ItemKind, type ProgrammeItem, type Speaker } from '../../server/programme/schema.ts'
import * as api from '../api/programme.ts'
import { readTyped, spanWords } from '../parts/clock.ts'
import { WordsElement } from '../parts/element.ts'
import { tellNote } from '../parts/toast-stack.ts'
import { unlessTyped } from '../parts/unless-typed.ts'
import { controls } from '../style/controls.ts'
import { icon } from '../style/icons.ts'
import { translated, words } from '../words/words.ts'
import { batchRows } from './batch-rows.ts'
import { acceptedCards, conflictCards } from './conflict-cards.ts'
import type { Desk } from './desk.ts'
import { findItem } from './grid-carry.ts'
import type { Session } from './grid-layout.ts'
import { headLine, presenterOf } from './grid-words.ts'
import { duplicateItem, editItem, deleteItem, newItem, type ItemEdit } from './item-acts.ts'
import { itemPanelStyles } from './item-panel-style.ts'
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
  @state() private isScriptOpen = false
  /** What of the times was refused. */
  @state() private fault = ''

  static override styles = [...controls, itemPanelStyles]

  /** Goes to the title, ready to be written. */
  async edit(): Promise<void> {
    await this.updateComplete
    const title = this.renderRoot.querySelector<HTMLTextAreaElement>('textarea')
    title?.focus()
    title?.select()
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('chosenId')) this.fault = ''
  }

  override render() {
    const { programme } = this.desk
    const item = findItem(programme, this.chosenId)
    const session = programme.sessions.find(({ id }) => id === (item?.sessionId ?? this.chosenId))
    if (item) return html`${this.#head()} ${this.#item(item, session)}`
    if (session) return html`${this.#head()} ${this.#session(session)}`
    return this.#overview()
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
      ${desk.mayEdit ? this.#form(item, session, time) : this.#read(item, time)}
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

  #form(item: ProgrammeItem, session: Session | undefined, time: ItemTime | undefined) {
    const { editor, programme } = words()
    const edit = (change: ItemEdit) => this.#edit(item, change)
    return html`
      <textarea
        class="input heading"
        rows="1"
        maxlength="500"
        aria-label=${editor.itemTitle}
        .value=${unlessTyped(translated(item.title))}
        @change=${(event: Event) => edit({ title: valueOf(event).trim() || item.title })}
      ></textarea>
      <dl>
        <dt>${programme.time}</dt>
        <dd>${this.#times(item, session, time)}</dd>
        <dt><label for="kind">${editor.kind}</label></dt>
        <dd>
          <select class="input" id="kind" @change=${(event: Event) => edit({ kind: valueOf(event) as ItemKind })}>
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
            .value=${unlessTyped(translated(item.presenter))}
            @change=${(event: Event) => edit({ presenter: valueOf(event).trim() })}
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
            .value=${unlessTyped(translated(item.note))}
            @change=${(event: Event) => edit({ note: valueOf(event) })}
          ></textarea>
        </dd>
        <dt>${editor.cues}</dt>
        <dd>
          <button class="link-button" @click=${() => (this.isScriptOpen = true)}>
            ${item.cues.length === 0 ? editor.writeCues : editor.cueCount(item.cues.length)}
          </button>
        </dd>
      </dl>
      ${item.kind === 'awards' ? batchRows(item, (batches) => edit({ batches })) : nothing}
    `
  }

  #times(item: ProgrammeItem, session: Session | undefined, time: ItemTime | undefined) {
    const { editor, programme } = words()
    const length = html`<input
        class="input minutes figures"
        type="number"
        min="0"
        max="1440"
        aria-label=${programme.minutes}
        .value=${unlessTyped(String(item.durationMinutes))}
        @change=${(event: Event) => this.#setLength(event, item)}
      />
      <span class="small">${programme.minutesShort}</span>`
    if (!session || !time)
      return html`<span class="times">${length}</span> <span class="small muted">${editor.tray}</span>`
    const isHeld = item.fixedStart !== null
    return html`
      <span class="times">
        ${clockField(editor.startOf, time.start, (event) => this.#setStart(event, item, session, time))} –
        ${clockField(editor.endOf, time.end, (event) => this.#setEnd(event, item, session, time))}
      </span>
      <span class="times">${length}</span>
      <label class="check small">
        <input
          type="checkbox"
          .checked=${isHeld}
          @change=${() => this.#edit(item, { fixedStart: isHeld ? null : sessionClockOf(time.start) })}
        />
        <span>${programme.fixed}</span>
      </label>
      ${this.fault === '' ? nothing : html`<p class="fault" role="alert">${icon('circle-alert')} ${this.fault}</p>`}
    `
  }

  #setLength(event: Event, item: ProgrammeItem): void {
    const field = event.target as HTMLInputElement
    if (field.value !== '' && field.checkValidity()) return this.#edit(item, { durationMinutes: Number(field.value) })
    field.value = String(item.durationMinutes)
    tellNote(words().programme.minutesRange)
  }

  /** A start that is written is held. */
  #setStart(event: Event, item: ProgrammeItem, session: Session, { start }: ItemTime): void {
    const written = readTyped(valueOf(event))
    if (written === null) return this.#refuse(event, words().editor.notAClock, start)
    this.#edit(item, { fixedStart: sessionClockOf(heldTime(written, session.startsAt)) })
  }

  #setEnd(event: Event, item: ProgrammeItem, session: Session, { start, end }: ItemTime): void {
    const { editor } = words()
    const written = readTyped(valueOf(event))
    if (written === null) return this.#refuse(event, editor.notAClock, end)
    const minutes = heldTime(written, session.startsAt) - start
    if (minutes < 0 || minutes > 24 * 60) return this.#refuse(event, editor.endBeforeStart, end)
    this.#edit(item, { durationMinutes: minutes })
  }

  /** Says what was wrong; the time that stands comes back. */
  #refuse(event: Event, sentence: string, stands: number): void {
    this.fault = sentence
    ;(event.target as HTMLInputElement).value = sessionClockOf(stands)
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
      ${
        this.isScriptOpen
          ? html`<script-dialog
              .desk=${desk}
              .item=${item}
              @form-closed=${() => (this.isScriptOpen = false)}
            ></script-dialog>`
          : nothing
      }
    `
  }

  /** Who was added for an item presents it. */
  async #saved(item: ProgrammeItem, speaker: Speaker): Promise<void> {
    const isNew = this.speaker === 'new'
    this.speaker = null
    if (isNew) this.#edit(item, { speakerIds: [...new Set([...item.speakerIds, speaker.id])] })
    else await this.desk.refresh()
  }

  #edit(item: ProgrammeItem, change: ItemEdit): void {
    this.fault = ''
    // What is shown in English and was left as it stood stays Vietnamese.
    const shown = (value: unknown) => (typeof value === 'string' ? translated(value) : JSON.stringify(value))
    const isChanged = Object.entries(change).some(
      ([name, value]) => shown(item[name as keyof ProgrammeItem]) !== shown(value),
    )
    if (isChanged) void editItem(this.desk, item, change)
  }
}

const valueOf = (event: Event): string => (event.target as HTMLInputElement | HTMLSelectElement).value

const clockField = (label: string, minutes: number, change: (event: Event) => void): TemplateResult =>
  html`<input
    class="input clock figures"
    inputmode="numeric"
    autocomplete="off"
    maxlength="5"
    aria-label=${label}
    .value=${unlessTyped(sessionClockOf(minutes))}
    @change=${change}
  />`

declare global {
  interface HTMLElementTagNameMap {
    'item-panel': ItemPanel
  }
}
