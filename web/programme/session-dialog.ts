import { html } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { formatDate } from '../../server/format/dates.ts'
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
import { language, translated, words } from '../words/words.ts'
import { placeFields, type KnownPlaces, type SessionFields } from './place-fields.ts'
import { changedFields, currentOf, writeOver } from './write-over.ts'
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
  /** Over which version it is written. */
  #seen: ProgrammeSession | null = null
  readonly #form = new Form<SessionFields>(this, emptySession)

  static override styles = controls

  override connectedCallback(): void {
    super.connectedCallback()
    this.#seen = this.session
    this.#form.begin(fieldsOf(this.session ?? this.proposed))
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
          <error-panel
            .error=${form.error}
            .compared=${this.#compared()}
            @mine-kept=${this.#keepMine}
            @theirs-taken=${this.#takeTheirs}
          ></error-panel>
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
    const seen = this.#seen
    let saved: ProgrammeSession | null = null
    const isSaved = await this.#form.submit(async () => {
      saved = await (seen === null ? createSession(this.congressId, this.#written) : saveSession(seen, this.#edit))
    })
    if (!isSaved) return
    tellDone(words().programme.done.sessionSaved)
    this.tell('session-saved', saved)
  }

  get #written() {
    const { startsAt, fixedEnd, ...rest } = this.#form.values
    return { ...rest, startsAt: readTyped(startsAt) ?? startsAt, fixedEnd: readTyped(fixedEnd) }
  }

  /** What of the session was written anew. */
  get #edit(): Partial<ProgrammeSession> {
    return this.session === null ? this.#written : changedFields<ProgrammeSession>(this.session, this.#written)
  }

  get #theirs(): ProgrammeSession | null {
    return currentOf<ProgrammeSession>(this.#form.error)
  }

  /** What was written beside what another wrote since. */
  #compared() {
    const theirs = this.#theirs
    if (theirs === null) return []
    const { programme, common } = words()
    const [mine, now] = [this.#form.values, fieldsOf(theirs)]
    const word = (name: keyof SessionFields, { [name]: value, date }: SessionFields): string => {
      if (name === 'kind') return programme.kinds[value as SessionKind]
      if (name === 'isOutside') return value === true ? common.yes : common.no
      if (name === 'date') return date === null ? programme.noDate : formatDate(date, language())
      return String(value ?? '')
    }
    return (Object.keys(this.#edit) as (keyof SessionFields)[]).map((name) => ({
      ...{ label: labelOf(name), mine: word(name, mine), theirs: word(name, now) },
    }))
  }

  readonly #keepMine = (): void => {
    this.#seen = this.#theirs ?? this.#seen
    void this.#save(new SubmitEvent('submit'))
  }

  readonly #takeTheirs = (): void => {
    const theirs = this.#theirs
    if (!theirs) return this.tell('form-closed')
    this.session = this.#seen = theirs
    this.#form.begin(fieldsOf(theirs))
  }
}

const elsewhere: ReadonlySet<SessionKind> = new Set(['incense', 'visit'])

/** What of a session its form shows. */
const fieldsOf = (session: NewSession): SessionFields => {
  const { kind, title, date, startsAt, room, ...more } = session
  const { isOutside = false, travelMinutes = null, fixedEnd, attendance = null } = more
  return { kind, title, date, startsAt, room, isOutside, travelMinutes, fixedEnd: fixedEnd ?? '', attendance }
}

const labelOf = (name: keyof SessionFields): string => {
  const { programme } = words()
  if (name === 'isOutside') return programme.places.isOutside
  return name === 'travelMinutes' ? programme.places.travel : programme[name]
}

const saveSession = (session: ProgrammeSession, edit: Partial<ProgrammeSession>) =>
  writeOver(session, edit, ({ id, kind, title, date, startsAt, room, version }) =>
    changeSession(id, { kind, title, date, startsAt, room, version, ...edit }),
  )

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
