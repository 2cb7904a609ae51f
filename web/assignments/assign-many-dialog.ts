import { html } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { Role } from '../../server/assignments/schema.ts'
import { formatDayMonth } from '../../server/format/dates.ts'
import type { ProgrammeView } from '../../server/programme/schema.ts'
import { changeAssignment, findAssignments } from '../api/assignments.ts'
import { findProgramme } from '../api/programme.ts'
import { WordsElement } from '../parts/element.ts'
import { selectField } from '../parts/field.ts'
import { Form } from '../parts/form.ts'
import { tellDone } from '../parts/toast-stack.ts'
import { controls } from '../style/controls.ts'
import { language, translated, words } from '../words/words.ts'
import '../parts/error-panel.ts'
import '../parts/modal-dialog.ts'

/**
 * Puts all who are chosen into a session or a role, or takes them out: `<assign-many-dialog .congressId
 * .delegateIds=${[…]}>`. Tells `form-closed`.
 */
@customElement('assign-many-dialog')
export class AssignManyDialog extends WordsElement {
  @property() congressId = ''
  @property({ attribute: false }) delegateIds: readonly string[] = []
  @state() private sessions: ProgrammeView['sessions'] = []
  @state() private roles: readonly Role[] = []
  readonly #form = new Form(this, { sessionId: '', role: '', isIn: 'in' })

  static override styles = controls

  override connectedCallback(): void {
    super.connectedCallback()
    void this.#fetch()
  }

  async #fetch(): Promise<void> {
    const { congressId } = this
    const [board, { sessions }] = await Promise.all([findAssignments(congressId), findProgramme(congressId)])
    this.roles = board.roles
    this.sessions = sessions
    this.#form.begin({ ...this.#form.values, sessionId: sessions[0]?.id ?? '' })
  }

  override render() {
    const { assignments, common } = words()
    const text = assignments.many
    const form = this.#form
    return html`<modal-dialog
      heading=${text.heading(this.delegateIds.length)}
      @dialog-closed=${() => this.tell('form-closed')}
    >
      <form class="form" id="assign-many" @submit=${(event: SubmitEvent) => this.#save(event)}>
        ${selectField(form, 'sessionId', {
          label: text.where,
          choices: [...this.sessions.map((each) => [each.id, whereOf(each)] as const), ['', text.whole] as const],
        })}
        ${selectField(form, 'role', {
          label: text.as,
          choices: [
            ['', text.attending] as const,
            ...this.roles.map(({ key, name }) => [key, translated(name)] as const),
          ],
        })}
        ${selectField(form, 'isIn', { label: text.isIn, choices: [['in', text.in] as const, ['out', text.out] as const] })}
        <error-panel .error=${form.error}></error-panel>
      </form>
      <div slot="actions" class="form-actions">
        <button class="button" type="button" @click=${() => this.tell('form-closed')}>${common.cancel}</button>
        <button class="button primary" form="assign-many" aria-busy=${form.isSending}>${text.save}</button>
      </div>
    </modal-dialog>`
  }

  async #save(event: SubmitEvent): Promise<void> {
    event.preventDefault()
    const text = words().assignments.many
    const { sessionId, role, isIn } = this.#form.values
    if (!this.#form.refuse(sessionId === '' && role === '' ? { role: text.roleMissing } : {})) return
    const people = this.delegateIds.map((delegateId) => ({ delegateId, isIn: isIn === 'in' }))
    const isSaved = await this.#form.submit(() =>
      changeAssignment(this.congressId, { sessionId, role, version: 0, people }),
    )
    if (!isSaved) return
    tellDone(text.done(people.length))
    this.tell('form-closed')
  }
}

const whereOf = ({ title, date }: ProgrammeView['sessions'][number]): string =>
  [translated(title), date === null ? '' : formatDayMonth(date, language())].filter(Boolean).join(' · ')

declare global {
  interface HTMLElementTagNameMap {
    'assign-many-dialog': AssignManyDialog
  }
}
