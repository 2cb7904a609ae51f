import { html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { Target } from '../../server/assignments/schema.ts'
import { formatDate } from '../../server/format/dates.ts'
import { endOfSession, minutesOf } from '../../server/programme/rules.ts'
import type { ProgrammeConflict, ProgrammeRule } from '../../server/programme/rules/conflicts.ts'
import { shownPlace } from '../../server/programme/rules/places.ts'
import type { ProgrammeView } from '../../server/programme/schema.ts'
import { signInSheetPath } from '../api/assignments.ts'
import { clockWords } from '../parts/clock.ts'
import { WordsElement } from '../parts/element.ts'
import { placeOf, wordConflict } from '../programme/programme-conflicts.ts'
import { controls } from '../style/controls.ts'
import { icon } from '../style/icons.ts'
import { language, translated, words } from '../words/words.ts'
import { assignmentTableStyle } from './assignments-page-style.ts'
import { peopleIn, roleName, seatsOf, whoWord, type Attendance } from './people.ts'

type Session = ProgrammeView['sessions'][number]

/** What of a programme's conflicts is of who comes. */
const ofPeople: ReadonlySet<ProgrammeRule> = new Set([
  'delegates-twice',
  'delegate-withdrawn',
  'role-open',
  'room-too-small',
])

/** Sessions with who comes, how many, and the roles there: `<session-table .attendance .conflicts writable>`. Tells `assignment-wanted`. */
@customElement('session-table')
export class SessionTable extends WordsElement {
  @property({ attribute: false }) attendance!: Attendance
  @property({ attribute: false }) conflicts: readonly ProgrammeConflict[] = []
  @property({ type: Boolean }) writable = false

  static override styles = [...controls, assignmentTableStyle]

  override render() {
    const { assignments: text, common } = words()
    const days = new Map<string | null, Session[]>()
    for (const session of this.attendance.programme.sessions) {
      days.set(session.date, [...(days.get(session.date) ?? []), session])
    }
    return html`<div class="scroll">
      <table class="table">
        <thead>
          <tr>
            <th>${text.time}</th>
            <th>${text.session}</th>
            <th>${text.who}</th>
            <th class="number">${text.count}</th>
            <th>${text.rolesHere}</th>
            <th><span class="visually-hidden">${common.edit}</span></th>
          </tr>
        </thead>
        ${[...days].map(
          ([day, sessions]) =>
            html`<tbody>
              <tr class="day">
                <th colspan="6" scope="rowgroup">${day === null ? text.noDay : formatDate(day, language())}</th>
              </tr>
              ${sessions.map((session) => this.#row(session))}
            </tbody>`,
        )}
      </table>
    </div>`
  }

  #row(session: Session) {
    const { startsAt, items } = session
    const title = translated(session.title)
    const place = shownPlace(session, language(), translated)
    return html`<tr>
      <td class="time tabular">
        ${clockWords(minutesOf(startsAt))}${items.length === 0 ? nothing : html`–${clockWords(endOfSession(startsAt, items))}`}
      </td>
      <td class="title">
        <strong>${title}</strong>
        ${place === '' ? nothing : html`<p class="small muted">${place}</p>`}
      </td>
      <td class="who">${this.#who(session, title)} ${this.#doubts(session)}</td>
      <td class="number">${this.#count(session)}</td>
      <td><div class="roles">${this.#roles(session, title)}</div></td>
      <td class="acts">${this.#acts(session, title)}</td>
    </tr>`
  }

  #who({ id, kind }: Session, title: string) {
    const target = { sessionId: id, role: '' }
    const who = whoWord(this.attendance, target, kind)
    if (!this.writable) return who
    return html`<button
      class="link-button"
      aria-label=${`${words().assignments.edit(title)}: ${who}`}
      @click=${() => this.#want(target)}
    >
      ${who}
    </button>`
  }

  #count(session: Session) {
    const { assignments: text } = words()
    const { length: count } = peopleIn(this.attendance, { sessionId: session.id, role: '' }, session.kind)
    const seats = seatsOf(session, this.attendance.programme)
    if (seats === null) return text.people(count)
    return html`<span class=${count > seats ? 'over' : ''}>${text.ofSeats(count, seats)}</span>`
  }

  #roles({ id }: Session, title: string) {
    const { assignments: text } = words()
    const { board, assigned } = this.attendance
    const given = board.roles.filter(({ key }) => assigned.isAssigned({ sessionId: id, role: key }))
    const others = board.roles.filter((role) => !given.includes(role))
    return html`${given.map(({ key }) => {
      const target = { sessionId: id, role: key }
      const word = text.roleHere(roleName(board.roles, key), peopleIn(this.attendance, target).length)
      return this.writable
        ? html`<button class="chip" @click=${() => this.#want(target)}>${word}</button>`
        : html`<span class="badge">${word}</span>`
    })}
    ${
      this.writable && others.length > 0
        ? html`<select
            class="input"
            aria-label=${text.giveRole(title)}
            @change=${(event: Event) => this.#give(event, id)}
          >
            <option value="" selected>${text.giveRoleWord}</option>
            ${others.map(({ key }) => html`<option value=${key}>${roleName(board.roles, key)}</option>`)}
          </select>`
        : nothing
    }`
  }

  #give(event: Event, sessionId: string): void {
    const select = event.target as HTMLSelectElement
    const role = select.value
    select.value = ''
    if (role !== '') this.#want({ sessionId, role })
  }

  #doubts({ id, title }: Session) {
    const { programme } = this.attendance
    const own = this.conflicts.filter(({ sessionId, rule }) => sessionId === id && ofPeople.has(rule))
    return own.map((conflict) => {
      const place = conflict.itemId === null ? '' : `${placeOf(conflict, programme)}: `
      return html`<p class="doubt ${conflict.severity}">
        ${icon('triangle-alert')}
        <span>
          ${place}${wordConflict(conflict, programme)} ${this.#giving(conflict)}
          <a
            href=${`/congresses/${programme.congressId}/programme?at=${conflict.itemId ?? id}`}
            aria-label=${`${words().assignments.inProgramme}: ${translated(title)}`}
            >${words().assignments.inProgramme}</a
          >
        </span>
      </p>`
    })
  }

  /** The way to whoever is to have the role instead. */
  #giving({ target, role }: ProgrammeConflict) {
    if (target === null || !this.writable) return nothing
    const word = words().editor.ways.giveRole
    return html`<button
        class="link-button"
        aria-label=${`${word}: ${translated(role ?? '')}`}
        @click=${() => this.#want(target)}
      >
        ${word}
      </button>
      ·`
  }

  #acts({ id }: Session, title: string) {
    const { assignments: text } = words()
    const edit = this.writable
      ? html`<button
          class="button quiet icon-only"
          aria-label=${text.edit(title)}
          title=${text.edit(title)}
          @click=${() => this.#want({ sessionId: id, role: '' })}
        >
          ${icon('pencil')}
        </button>`
      : nothing
    return html`${edit}
      <a
        class="button quiet icon-only"
        href=${signInSheetPath(id)}
        target="_blank"
        aria-label=${text.signIn(title)}
        title=${text.signIn(title)}
        >${icon('printer')}</a
      >`
  }

  #want(target: Target): void {
    this.tell('assignment-wanted', target)
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'session-table': SessionTable
  }
}
