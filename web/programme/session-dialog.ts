import { html } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { live } from 'lit/directives/live.js'
import { foldForSearch } from '../../server/format/search.ts'
import { sessionKinds, type NewSession, type ProgrammeSession } from '../../server/programme/schema.ts'
import type { VenueRoom } from '../../server/venues/schema.ts'
import { changeSession, createSession } from '../api/programme.ts'
import { WordsElement } from '../parts/element.ts'
import { dateField, frame, numberField, selectField, textField } from '../parts/field.ts'
import { readTyped, wrongClock } from '../parts/clock.ts'
import { Form } from '../parts/form.ts'
import { tellDone } from '../parts/toast-stack.ts'
import { controls } from '../style/controls.ts'
import { words } from '../words/words.ts'
import '../parts/error-panel.ts'
import '../parts/modal-dialog.ts'

/**
 * Adds a session to a congress's programme, or changes the one that is given: `<session-dialog .congressId
 * .session=${null} .proposed>`. Tells `session-saved` and `form-closed`.
 */
@customElement('session-dialog')
export class SessionDialog extends WordsElement {
  @property() congressId = ''
  @property({ attribute: false }) session: ProgrammeSession | null = null
  /** What a new session begins with. */
  @property({ attribute: false }) proposed!: NewSession
  /** Rooms of the congress's venue. */
  @property({ attribute: false }) rooms: readonly VenueRoom[] = []
  readonly #form = new Form<SessionFields>(this, emptySession)

  static override styles = controls

  override connectedCallback(): void {
    super.connectedCallback()
    const { kind, title, date, startsAt, room, fixedEnd = null, attendance = null } = this.session ?? this.proposed
    this.#form.begin({ kind, title, date, startsAt, room, fixedEnd: fixedEnd ?? '', attendance })
  }

  override render() {
    const { programme, common } = words()
    const form = this.#form
    return html`
      <modal-dialog
        heading=${this.session === null ? programme.addSession : programme.editSession}
        ?guarded=${form.isChanged}
        @dialog-closed=${() => this.tell('form-closed')}
      >
        <form class="form" id="session" @submit=${(event: SubmitEvent) => this.#save(event)}>
          ${selectField(form, 'kind', {
            label: programme.kind,
            choices: sessionKinds.map((kind) => [kind, programme.kinds[kind]] as const),
          })}
          ${textField(form, 'title', { label: programme.title, maxLength: 300 })}
          <div class="columns">
            ${dateField(form, 'date', { label: programme.date, isOptional: true })}
            ${textField(form, 'startsAt', { label: programme.startsAt, maxLength: 5, check: wrongStart })}
          </div>
          <div class="columns">
            ${textField(form, 'fixedEnd', {
              ...{ label: programme.fixedEnd, help: programme.fixedEndHelp, isOptional: true },
              ...{ maxLength: 5, check: wrongClock },
            })}
            ${numberField(form, 'attendance', {
              ...{ label: programme.attendance, help: programme.attendanceHelp, isOptional: true },
            })}
          </div>
          ${this.#room()}
          <error-panel .error=${form.error}></error-panel>
        </form>
        <div slot="actions" class="form-actions">
          <button class="button" type="button" @click=${() => this.tell('form-closed')}>${common.cancel}</button>
          <button class="button primary" form="session" aria-busy=${form.isSending}>${common.save}</button>
        </div>
      </modal-dialog>
    `
  }

  /** A room of the venue is picked; one that the venue has not is said, and may stay. */
  #room() {
    const { programme, editor } = words()
    const form = this.#form
    const { room } = form.values
    const isKnown = room.trim() === '' || this.rooms.some(({ name }) => foldForSearch(name) === foldForSearch(room))
    const isGone = this.rooms.length > 0 && !isKnown
    const help = isGone ? editor.roomGone(room) : programme.roomHelp
    return frame(
      form,
      'room',
      { label: programme.room, help, isOptional: true },
      html`<input
          class="input"
          id="room"
          name="room"
          list="rooms"
          maxlength="200"
          autocomplete="off"
          aria-describedby="room-note"
          .value=${live(room)}
          @input=${({ target }: Event) => form.set('room', (target as HTMLInputElement).value)}
        />
        <datalist id="rooms">
          ${this.rooms.map(
            ({ name, capacity }) =>
              html`<option value=${name}>${capacity === null ? name : `${name} · ${editor.seats(capacity)}`}</option>`,
          )}
        </datalist>`,
    )
  }

  async #save(event: SubmitEvent): Promise<void> {
    event.preventDefault()
    const { session } = this
    const isSaved = await this.#form.submit(({ startsAt, fixedEnd, ...rest }) => {
      const values = { ...rest, startsAt: readTyped(startsAt) ?? startsAt, fixedEnd: readTyped(fixedEnd) }
      return session === null
        ? createSession(this.congressId, values)
        : changeSession(session.id, { ...values, version: session.version })
    })
    if (!isSaved) return
    tellDone(words().programme.done.sessionSaved)
    this.tell('session-saved')
  }
}

/** A session begins on its own day. */
const wrongStart = (text: string): string | null => {
  const clock = readTyped(text)
  return clock !== null && clock < '24:00' ? null : words().editor.wrongStart
}

type SessionFields = Required<Omit<NewSession, 'fixedEnd'>> & { fixedEnd: string }

const emptySession: SessionFields = {
  kind: 'official',
  title: '',
  date: null,
  startsAt: '07:30',
  room: '',
  fixedEnd: '',
  attendance: null,
}

declare global {
  interface HTMLElementTagNameMap {
    'session-dialog': SessionDialog
  }
}
