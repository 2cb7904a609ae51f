import { html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { balances, type Balance } from '../../server/groups/rules/choices.ts'
import type { GroupPlanSetting } from '../../server/groups/schema.ts'
import { saveGroupPlan } from '../api/groups.ts'
import { WordsElement } from '../parts/element.ts'
import { checkField } from '../parts/field.ts'
import { Form } from '../parts/form.ts'
import { tellDone } from '../parts/toast-stack.ts'
import { controls } from '../style/controls.ts'
import { words } from '../words/words.ts'
import '../parts/error-panel.ts'
import '../parts/modal-dialog.ts'

/** Whether there are groups, for whom, and by what they are even: `<group-settings-dialog congressId="…" .plan>`. Tells `form-closed`. */
@customElement('group-settings-dialog')
export class GroupSettingsDialog extends WordsElement {
  @property() congressId = ''
  @property({ attribute: false }) plan!: GroupPlanSetting
  readonly #form = new Form(this, {
    isOn: true,
    classes: [] as GroupPlanSetting['classes'],
    balances: [] as Balance[],
  })

  static override styles = controls

  override connectedCallback(): void {
    super.connectedCallback()
    const { isOn, classes, balances: chosen } = this.plan
    this.#form.begin({ isOn, classes, balances: chosen })
  }

  override render() {
    const { groups, common, delegates } = words()
    const text = groups.settingsDialog
    const form = this.#form
    const fault = form.faults['classes']
    return html`<modal-dialog
      heading=${text.heading}
      ?guarded=${form.isChanged}
      @dialog-closed=${() => this.tell('form-closed')}
    >
      <form class="form" id="settings" @submit=${(event: SubmitEvent) => this.#save(event)}>
        ${checkField(form, 'isOn', { label: text.isOn, help: text.isOnHelp })}
        <fieldset class="field">
          <legend class="label">${text.classes}</legend>
          ${(Object.keys(delegates.classes) as GroupPlanSetting['classes']).map((kind) =>
            this.#check(delegates.classes[kind], form.values.classes.includes(kind), (isIn) =>
              form.set('classes', chosen(form.values.classes, kind, isIn)),
            ),
          )}
          ${fault === undefined ? nothing : html`<p class="fault" role="alert">${fault}</p>`}
        </fieldset>
        <fieldset class="field">
          <legend class="label">${text.balances}</legend>
          ${balances.map((balance) =>
            this.#check(groups.balances[balance], form.values.balances.includes(balance), (isIn) =>
              form.set('balances', chosen(form.values.balances, balance, isIn)),
            ),
          )}
        </fieldset>
        <error-panel .error=${form.error}></error-panel>
      </form>
      <div slot="actions">
        <button class="button" type="button" @click=${() => this.tell('form-closed')}>${common.cancel}</button>
        <button class="button primary" form="settings" aria-busy=${form.isSending}>${common.save}</button>
      </div>
    </modal-dialog>`
  }

  #check(word: string, isIn: boolean, change: (isIn: boolean) => void) {
    return html`<label class="check">
      <input
        type="checkbox"
        .checked=${isIn}
        @change=${(event: Event) => change((event.target as HTMLInputElement).checked)}
      />
      <span>${word}</span>
    </label>`
  }

  async #save(event: SubmitEvent): Promise<void> {
    event.preventDefault()
    const { settingsDialog: text, done } = words().groups
    if (!this.#form.refuse(this.#form.values.classes.length === 0 ? { classes: text.noClass } : {})) return
    const { version } = this.plan
    if (!(await this.#form.submit((values) => saveGroupPlan(this.congressId, { ...values, version })))) return
    tellDone(done.settings)
    this.tell('form-closed')
  }
}

const chosen = <T>(list: readonly T[], value: T, isIn: boolean): T[] => [
  ...list.filter((each) => each !== value),
  ...(isIn ? [value] : []),
]

declare global {
  interface HTMLElementTagNameMap {
    'group-settings-dialog': GroupSettingsDialog
  }
}
