import { css, html } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { AssignmentBoard, Role } from '../../server/assignments/schema.ts'
import { changeRoles } from '../api/assignments.ts'
import { ApiError } from '../api/request.ts'
import { WordsElement } from '../parts/element.ts'
import { Form } from '../parts/form.ts'
import { tellDone } from '../parts/toast-stack.ts'
import { controls } from '../style/controls.ts'
import { icon } from '../style/icons.ts'
import { words } from '../words/words.ts'
import '../parts/error-panel.ts'
import '../parts/modal-dialog.ts'

/** Names of the roles of a congress and what is expected: `<roles-dialog .congressId .board>`. Tells `roles-saved` and `form-closed`. */
@customElement('roles-dialog')
export class RolesDialog extends WordsElement {
  @property() congressId = ''
  @property({ attribute: false }) board!: AssignmentBoard
  readonly #form = new Form<{ roles: readonly Role[] }>(this, { roles: [] })
  #version = 0

  static override styles = [
    ...controls,
    css`
      li {
        display: grid;
        gap: var(--space);
        padding-block: var(--space-2);
        border-block-end: 1px solid var(--line);
      }
      .name {
        display: flex;
        gap: var(--space);
        align-items: end;
      }
      .name label {
        flex: 1;
      }
      textarea {
        min-block-size: 4rem;
      }
    `,
  ]

  override connectedCallback(): void {
    super.connectedCallback()
    this.#version = this.board.rolesVersion
    this.#form.begin({ roles: this.board.roles })
  }

  override render() {
    const { assignments, common } = words()
    const text = assignments.rolesDialog
    const form = this.#form
    const fault = form.faults['roles']
    return html`<modal-dialog
      wide
      heading=${text.heading}
      ?guarded=${form.isChanged}
      @dialog-closed=${() => this.tell('form-closed')}
    >
      <form class="form" id="roles" @submit=${(event: SubmitEvent) => this.#save(event)}>
        <ul>
          ${form.values.roles.map((role, at) => this.#role(role, at))}
        </ul>
        <div>
          <button class="button" type="button" @click=${() => this.#add()}>${icon('plus')} ${text.add}</button>
        </div>
        ${fault ? html`<p class="fault" role="alert">${icon('circle-alert')}<span>${fault}</span></p>` : ''}
        <error-panel
          .error=${form.error}
          .compared=${this.#compared()}
          @mine-kept=${() => this.#keepMine()}
          @theirs-taken=${() => this.#leave()}
        ></error-panel>
      </form>
      <div slot="actions" class="form-actions">
        <button class="button" type="button" @click=${() => this.tell('form-closed')}>${common.cancel}</button>
        <button class="button primary" form="roles" aria-busy=${form.isSending}>${common.save}</button>
      </div>
    </modal-dialog>`
  }

  #role(role: Role, at: number) {
    const { rolesDialog: text } = words().assignments
    const put = (change: Partial<Role>) =>
      this.#put(this.#form.values.roles.map((each, place) => (place === at ? { ...each, ...change } : each)))
    const typed = (event: Event) => (event.target as HTMLInputElement | HTMLTextAreaElement).value
    return html`<li>
      <div class="name">
        <label class="field">
          <span class="label">${text.name}</span>
          <input
            class="input"
            maxlength="120"
            .value=${role.name}
            aria-invalid=${role.name.trim() === '' ? 'true' : 'false'}
            @input=${(event: Event) => put({ name: typed(event) })}
          />
        </label>
        <button
          class="button quiet icon-only"
          type="button"
          aria-label=${text.remove(role.name)}
          @click=${() => this.#put(this.#form.values.roles.filter((_each, place) => place !== at))}
        >
          ${icon('trash-2')}
        </button>
      </div>
      <label class="field">
        <span class="label">${text.expectation}</span>
        <textarea
          class="input"
          maxlength="600"
          .value=${role.expectation}
          @input=${(event: Event) => put({ expectation: typed(event) })}
        ></textarea>
      </label>
      <label class="check">
        <input
          type="checkbox"
          .checked=${role.isNeeded}
          @change=${(event: Event) => put({ isNeeded: (event.target as HTMLInputElement).checked })}
        />
        <span>${text.isNeeded}</span>
      </label>
    </li>`
  }

  #put(roles: readonly Role[]): void {
    this.#form.set('roles', roles)
  }

  #add(): void {
    const { roles } = this.#form.values
    const key = `role-${Date.now().toString(36)}-${String(roles.length)}`
    this.#put([...roles, { key, name: '', expectation: '', isNeeded: false }])
  }

  async #save(event: SubmitEvent): Promise<void> {
    event.preventDefault()
    const { rolesDialog: text, rolesSaved } = words().assignments
    const roles = this.#form.values.roles.map((role) => ({ ...role, name: role.name.trim() }))
    const names = roles.map(({ name }) => name)
    const twice = names.find((name, at) => names.indexOf(name) < at)
    const fault = names.includes('') ? text.nameMissing : twice === undefined ? '' : text.twice(twice)
    if (!this.#form.refuse(fault === '' ? {} : { roles: fault })) return
    const isSaved = await this.#form.submit(() => changeRoles(this.congressId, { roles, version: this.#version }))
    if (!isSaved) return
    tellDone(rolesSaved)
    this.#leave()
  }

  #leave(): void {
    this.tell('roles-saved')
    this.tell('form-closed')
  }

  get #theirs(): { roles: readonly Role[]; version: number } | null {
    const { error } = this.#form
    return error instanceof ApiError ? ((error.current ?? null) as { roles: Role[]; version: number } | null) : null
  }

  #compared() {
    const names = (roles: readonly Role[] = []) => roles.map(({ name }) => name).join(', ')
    const { role } = words().assignments
    return [{ label: role, mine: names(this.#form.values.roles), theirs: names(this.#theirs?.roles) }]
  }

  #keepMine(): void {
    this.#version = this.#theirs?.version ?? 0
    void this.#save(new SubmitEvent('submit'))
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'roles-dialog': RolesDialog
  }
}
