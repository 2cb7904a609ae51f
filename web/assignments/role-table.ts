import { html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { Role, Target } from '../../server/assignments/schema.ts'
import { WordsElement } from '../parts/element.ts'
import { controls } from '../style/controls.ts'
import { icon } from '../style/icons.ts'
import { translated, words } from '../words/words.ts'
import { assignmentTableStyle } from './assignments-page-style.ts'
import { clausesWord, namesWord, peopleIn, type Attendance } from './people.ts'

/** Roles at the congress as a whole with who has them: `<role-table .attendance writable>`. Tells `assignment-wanted`. */
@customElement('role-table')
export class RoleTable extends WordsElement {
  @property({ attribute: false }) attendance!: Attendance
  @property({ type: Boolean }) writable = false

  static override styles = [...controls, assignmentTableStyle]

  override render() {
    const { assignments: text, common } = words()
    return html`<div class="scroll">
      <table class="table">
        <thead>
          <tr>
            <th>${text.role}</th>
            <th>${text.holders}</th>
            <th class="number">${text.count}</th>
            ${this.writable ? html`<th><span class="visually-hidden">${common.edit}</span></th>` : nothing}
          </tr>
        </thead>
        <tbody>
          ${this.attendance.board.roles.map((role) => this.#row(role))}
        </tbody>
      </table>
    </div>`
  }

  #row({ key, name, expectation }: Role) {
    const { assignments: text } = words()
    const target: Target = { sessionId: '', role: key }
    const people = peopleIn(this.attendance, target)
    const rule = this.attendance.assigned.ruleOf(target)
    const edit = text.editRole(translated(name))
    return html`<tr>
      <td class="title">
        <strong>${translated(name)}</strong>
        ${expectation === '' ? nothing : html`<p class="small muted">${translated(expectation)}</p>`}
      </td>
      <td class="who">
        ${rule === undefined || rule.clauses.length === 0 ? nothing : html`<p>${clausesWord(rule.clauses, this.attendance)}</p>`}
        ${people.length === 0 && rule === undefined ? html`<span class="muted">${text.nobody}</span>` : namesWord(people)}
      </td>
      <td class="number">${text.people(people.length)}</td>
      ${
        this.writable
          ? html`<td class="acts">
              <button
                class="button quiet icon-only"
                aria-label=${edit}
                title=${edit}
                @click=${() => this.tell('assignment-wanted', target)}
              >
                ${icon('pencil')}
              </button>
            </td>`
          : nothing
      }
    </tr>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'role-table': RoleTable
  }
}
