import { html } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import {
  sessionKinds,
  type NewSession,
  type ProgrammeSession,
  type SessionKind,
} from '../../server/programme/schema.ts'
import { changeSession, createSession } from '../api/programme.ts'
import { WordsElement } from '../parts/element.ts'
import { dateField, numberField, selectField, textField } from '../parts/field.ts'
import { readTyped, wrongClock } from '../parts/clock.ts'
import { Form } from '../parts/form.ts'
import { tellDone } from '../parts/toast-stack.ts'
import { controls } from '../style/controls.ts'
import { translated, words } from '../words/words.ts'
import { placeFields, type KnownPlaces, type SessionFields } from './place-fields.ts'
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
  @property({ attribute: false }) places: KnownPlaces = { venueId: null, rooms: [], outside: [] }
  readonly #form = new Form<SessionFields>(this, emptySession)

  static override styles = controls

  override connectedCallback(): void {
    super.connectedCallback()
    const { kind, title, date, startsAt, room, ...more } = this.session ?? this.proposed
    const { isOutside = false, travelMinutes = null, fixedEnd, attendance = null } = more
    const place = { room, isOutside, travelMinutes }
    this.#form.begin({ kind, title, date, startsAt, ...place, fixedEnd: fixedEnd ?? '', attendance })
  }

  override render() {
    const { programme, common } = words()
    const form = this.#form
    const { kind } = form.values
    return html`
      <modal-dialog
        heading=${this.session === null ? programme.addSession : programme.editSession}
        ?guarded=${form.isChanged}
        @dialog-closed=${() => this.tell('form-closed')}
      >
        <form class="form" id="session" @submit=${(event: SubmitEvent) => this.#save(event)}>
          <div @change=${() => this.#chooseKind(kind)}>
            ${selectField(form, 'kind', {
              label: programme.kind,
              choices: sessionKinds.map((each) => [each, programme.kinds[each]] as const),
            })}
          </div>
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
          ${placeFields(form, this.places)}
          <error-panel .error=${form.error}></error-panel>
        </form>
        <div slot="actions" class="form-actions">
          <button class="button" type="button" @click=${() => this.tell('form-closed')}>${common.cancel}</button>
          <button class="button primary" form="session" aria-busy=${form.isSending}>${common.save}</button>
        </div>
      </modal-dialog>
    `
  }

  /** A name that was given follows the kind no more; incense and visits are held elsewhere. */
  #chooseKind(before: SessionKind): void {
    const form = this.#form
    const { kind, title } = form.values
    const { kinds } = words().programme
    if (kind === before) return
    if (title.trim() === '' || translated(title) === kinds[before]) form.set('title', kinds[kind])
    if (this.session === null) form.set('isOutside', elsewhere.has(kind))
  }

  async #save(event: SubmitEvent): Promise<void> {
    event.preventDefault()
    const { session } = this
    let saved: ProgrammeSession | null = null
    const isSaved = await this.#form.submit(async ({ startsAt, fixedEnd, ...rest }) => {
      const values = { ...rest, startsAt: readTyped(startsAt) ?? startsAt, fixedEnd: readTyped(fixedEnd) }
      saved = await (session === null
        ? createSession(this.congressId, values)
        : changeSession(session.id, { ...values, version: session.version }))
    })
    if (!isSaved) return
    tellDone(words().programme.done.sessionSaved)
    this.tell('session-saved', saved)
  }
}

const elsewhere: ReadonlySet<SessionKind> = new Set(['incense', 'visit'])

/** A session begins on its own day. */
const wrongStart = (text: string): string | null => {
  const clock = readTyped(text)
  return clock !== null && clock < '24:00' ? null : words().editor.wrongStart
}

const emptySession: SessionFields = {
  kind: 'official',
  title: '',
  date: null,
  startsAt: '07:30',
  room: '',
  isOutside: false,
  travelMinutes: null,
  fixedEnd: '',
  attendance: null,
}

declare global {
  interface HTMLElementTagNameMap {
    'session-dialog': SessionDialog
  }
}
