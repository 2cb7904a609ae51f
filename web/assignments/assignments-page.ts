import { html, nothing } from 'lit'
import { customElement, state } from 'lit/decorators.js'
import type { Target } from '../../server/assignments/schema.ts'
import type { Congress } from '../../server/congresses/schema.ts'
import { assignmentsExportPath, tablesOfAssignments } from '../api/assignments.ts'
import { LiveController } from '../api/changes.ts'
import { tablesOfDelegates } from '../api/delegates.ts'
import { CongressPage } from '../congresses/congress-page.ts'
import { tabStyles } from '../parts/tabs.ts'
import { judgeProgramme } from '../programme/programme-conflicts.ts'
import { ViewState } from '../router.ts'
import { controls } from '../style/controls.ts'
import { icon } from '../style/icons.ts'
import { words } from '../words/words.ts'
import { assignmentsPageStyle } from './assignments-page-style.ts'
import { findAttendance, type Attendance } from './people.ts'
import '../parts/empty-state.ts'
import './assignment-dialog.ts'
import './role-table.ts'
import './roles-dialog.ts'
import './session-table.ts'

/** /congresses/:id/assignments — who comes to which session, meal and visit, and who has which role. */
@customElement('assignments-page')
export class AssignmentsPage extends CongressPage {
  protected readonly tab = 'delegates'
  protected override readonly innerTab = 'assignments'
  @state() private attendance: Attendance | null = null
  @state() private open: Target | 'roles' | null = null
  readonly #view = new ViewState(this, { at: '', role: '' })
  #fetches = 0
  #isLinkFollowed = false

  constructor() {
    super()
    const tables = ['sessions', 'items', 'venues', ...tablesOfAssignments, ...tablesOfDelegates]
    new LiveController(this, tables, ({ congressId }) => {
      if (congressId === null || congressId === this.congressId) void this.#fetch()
    })
  }

  static override styles = [...controls, tabStyles, assignmentsPageStyle]

  override connectedCallback(): void {
    super.connectedCallback()
    void this.#fetch()
  }

  protected override willUpdate(): void {
    this.#openLinked()
  }

  /** What was asked for last is shown. */
  async #fetch(): Promise<void> {
    this.#fetches += 1
    const asked = this.#fetches
    try {
      const attendance = await findAttendance(this.congressId)
      if (asked !== this.#fetches) return
      this.attendance = attendance
      this.failure = null
    } catch (error) {
      if (asked === this.#fetches) this.failure = error
    }
  }

  /**
   * A link leads, once, to the people of one session, or of a role there or at the congress as a whole. The road, which says
   * what the account may, can come after them.
   */
  #openLinked(): void {
    const { attendance } = this
    if (this.#isLinkFollowed || !attendance || !this.congress) return
    this.#isLinkFollowed = true
    if (!this.may('secretariat')) return
    const at = this.#view.get('at')
    const role = this.#view.get('role')
    const isSession = attendance.programme.sessions.some(({ id }) => id === at)
    const isRole = attendance.board.roles.some(({ key }) => key === role)
    if (role === '' ? isSession : isRole && (at === '' || isSession)) this.open = { sessionId: at, role }
  }

  protected override actions({ id }: Congress) {
    const { assignments: text, congresses } = words()
    if (!this.attendance) return nothing
    return html`
      <a class="button" href="/congresses/${id}/programme">${icon('calendar-clock')} ${congresses.tabs.programme}</a>
      <a class="button" href=${assignmentsExportPath(id)} download>${icon('download')} ${text.export}</a>
      ${
        this.may('secretariat')
          ? html`<button class="button" @click=${() => (this.open = 'roles')}>
              ${icon('pencil')} ${text.editRoles}
            </button>`
          : nothing
      }
    `
  }

  protected override body(congress: Congress) {
    const { attendance } = this
    if (!attendance) {
      return this.failure === null
        ? html`<p class="muted">${words().common.loading}</p>`
        : html`<error-panel .error=${this.failure} retryable @retried=${() => this.#fetch()}></error-panel>`
    }
    const { assignments: text } = words()
    const { sessions } = attendance.programme
    const writable = this.may('secretariat')
    const edit = ({ detail }: CustomEvent<Target>) => (this.open = detail)
    return html`
      <section aria-labelledby="sessions">
        <h2 id="sessions">${text.sessions}</h2>
        ${
          sessions.length === 0
            ? html`<empty-state icon="calendar-clock" heading=${text.none} sentence=${writable ? text.noneHelp : ''}>
                <a class="button primary" href="/congresses/${congress.id}/programme">${text.toProgramme}</a>
              </empty-state>`
            : html`<session-table
                .attendance=${attendance}
                .conflicts=${this.#conflicts(congress, attendance)}
                ?writable=${writable}
                @assignment-wanted=${edit}
              ></session-table>`
        }
      </section>
      <section aria-labelledby="roles">
        <h2 id="roles">${text.roles}</h2>
        <role-table .attendance=${attendance} ?writable=${writable} @assignment-wanted=${edit}></role-table>
      </section>
      ${this.#dialog(attendance)}
    `
  }

  /** What is open in the programme: the page shows of it what is of people. */
  #conflicts(congress: Congress, { programme }: Attendance) {
    const acceptances = this.source.loaded?.road.acceptances ?? []
    return judgeProgramme(programme, congress, { rulesOff: this.rulesOff(congress), acceptances }).open
  }

  #dialog(attendance: Attendance) {
    const { open } = this
    if (open === null) return nothing
    const close = () => {
      this.open = null
      this.#view.set({ at: '' })
    }
    if (open === 'roles') {
      return html`<roles-dialog
        .congressId=${this.congressId}
        .board=${attendance.board}
        @form-closed=${close}
        @roles-saved=${() => this.#fetch()}
      ></roles-dialog>`
    }
    return html`<assignment-dialog
      .congressId=${this.congressId}
      .attendance=${attendance}
      .target=${open}
      @form-closed=${close}
      @assignment-saved=${() => this.#fetch()}
    ></assignment-dialog>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'assignments-page': AssignmentsPage
  }
}
