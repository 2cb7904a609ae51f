import { css, html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { live } from 'lit/directives/live.js'
import type { Target } from '../../server/assignments/schema.ts'
import type { DelegateList } from '../../server/delegates/schema.ts'
import { formatDayMonth } from '../../server/format/dates.ts'
import { minutesOf } from '../../server/programme/rules.ts'
import type { ProgrammeView } from '../../server/programme/schema.ts'
import { changeAssignment, findAssignments } from '../api/assignments.ts'
import { findProgramme } from '../api/programme.ts'
import { did } from '../did.ts'
import { clockWords } from '../parts/clock.ts'
import { WordsElement } from '../parts/element.ts'
import { controls } from '../style/controls.ts'
import { language, translated, words } from '../words/words.ts'
import { attendanceOf, type Attendance, type Person } from './people.ts'

type Session = ProgrammeView['sessions'][number]

/** Where one delegate comes and what as, each put right by a tick: `<delegate-attendance .congressId .delegateId .list writable>`. */
@customElement('delegate-attendance')
export class DelegateAttendance extends WordsElement {
  @property() congressId = ''
  @property() delegateId = ''
  @property({ attribute: false }) list!: DelegateList
  @property({ type: Boolean }) writable = false
  @state() private attendance: Attendance | null = null

  static override styles = [
    ...controls,
    css`
      :host {
        display: block;
        /* The heading before it floats. */
        clear: both;
      }
      ul {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(min(18rem, 100%), 1fr));
        gap: var(--space-half) var(--space-2);
      }
      h4 {
        margin-block: var(--space) var(--space-half);
        font-size: var(--size-small);
      }
    `,
  ]

  override connectedCallback(): void {
    super.connectedCallback()
    void this.#fetch()
  }

  async #fetch(): Promise<void> {
    const { congressId } = this
    const found = await Promise.all([findAssignments(congressId), findProgramme(congressId)]).catch(() => null)
    if (found) this.attendance = attendanceOf(...found, this.list)
  }

  override render() {
    const { attendance } = this
    const person = attendance?.people.find(({ id }) => id === this.delegateId)
    if (!attendance || !person) return nothing
    const { card } = words().assignments
    if (person.standing === 'withdrawn') return html`<p class="small muted">${card.withdrawn}</p>`
    const { sessions } = attendance.programme
    return html`
      ${
        sessions.length === 0
          ? nothing
          : html`<ul>
              ${sessions.map((session) => this.#session(session, person, attendance))}
            </ul>`
      }
      <h4>${card.congressRole}</h4>
      <ul>
        ${attendance.board.roles.map(({ key, name }) => {
          const target = { sessionId: '', role: key }
          return html`<li>${this.#tick(translated(name), target, attendance.assigned.hasRole(target)(person))}</li>`
        })}
      </ul>
    `
  }

  #session(session: Session, person: Person, { assigned }: Attendance) {
    const { card } = words().assignments
    const { id, date, startsAt, title } = session
    const roles = assigned.rolesOf(person, id).map(({ name }) => card.roleWord(translated(name)))
    const when = [date === null ? '' : formatDayMonth(date, language()), clockWords(minutesOf(startsAt))]
    const word = [`${when.filter(Boolean).join(' ')} ${translated(title)}`, ...roles].join(', ')
    const comes = assigned.comesTo(session)(person)
    return html`<li>
      ${this.#tick(word, { sessionId: id, role: '' }, comes, roles.length > 0)}
      ${roles.length === 0 ? nothing : html`<p class="small muted">${card.always}</p>`}
    </li>`
  }

  #tick(word: string, target: Target, isIn: boolean, isFixed = false) {
    return html`<label class="check">
      <input
        type="checkbox"
        ?disabled=${!this.writable || isFixed}
        .checked=${live(isIn)}
        @change=${() => void this.#put(target, !isIn)}
      />
      <span>${word}</span>
    </label>`
  }

  async #put(target: Target, isIn: boolean): Promise<void> {
    const people = [{ delegateId: this.delegateId, isIn }]
    await did(changeAssignment(this.congressId, { ...target, version: 0, people }), words().assignments.saved)
    await this.#fetch()
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'delegate-attendance': DelegateAttendance
  }
}
