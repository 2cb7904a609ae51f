import { html } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { DiscussionGroup } from '../../server/groups/schema.ts'
import { changeGroups, removeGroups } from '../api/groups.ts'
import { did } from '../did.ts'
import { WordsElement } from '../parts/element.ts'
import { numberField, textField } from '../parts/field.ts'
import { Form } from '../parts/form.ts'
import { tellDone } from '../parts/toast-stack.ts'
import { controls } from '../style/controls.ts'
import { icon } from '../style/icons.ts'
import { words } from '../words/words.ts'
import '../parts/error-panel.ts'
import '../parts/modal-dialog.ts'

/** Name, place and size of a group: `<group-dialog congressId="…" .group>`. Tells `form-closed`. */
@customElement('group-dialog')
export class GroupDialog extends WordsElement {
  @property() congressId = ''
  @property({ attribute: false }) group!: DiscussionGroup
  readonly #form = new Form(this, { name: '', place: '', least: 0 as number | null, most: 0 as number | null })

  static override styles = controls

  override connectedCallback(): void {
    super.connectedCallback()
    const { name, place, least, most } = this.group
    this.#form.begin({ name, place, least, most })
  }

  override render() {
    const { groups, common } = words()
    const text = groups.groupDialog
    const form = this.#form
    return html`<modal-dialog
      heading=${text.heading(this.group.name)}
      ?guarded=${form.isChanged}
      @dialog-closed=${() => this.tell('form-closed')}
    >
      <form class="form" id="group" @submit=${(event: SubmitEvent) => this.#save(event)}>
        ${textField(form, 'name', { label: text.name })}
        ${textField(form, 'place', { label: text.place, isOptional: true })}
        ${numberField(form, 'least', { label: text.least })} ${numberField(form, 'most', { label: text.most })}
        <error-panel .error=${form.error}></error-panel>
      </form>
      <div slot="actions">
        <button class="button danger" type="button" @click=${() => this.#remove()}>
          ${icon('trash-2')} ${text.remove}
        </button>
        <button class="button" type="button" @click=${() => this.tell('form-closed')}>${common.cancel}</button>
        <button class="button primary" form="group" aria-busy=${form.isSending}>${common.save}</button>
      </div>
    </modal-dialog>`
  }

  async #save(event: SubmitEvent): Promise<void> {
    event.preventDefault()
    const { id, version } = this.group
    const { addDialog, done } = words().groups
    const { least, most } = this.#form.values
    if (!this.#form.refuse((least ?? 0) > (most ?? 0) ? { most: addDialog.crossed } : {})) return
    const isSaved = await this.#form.submit(({ name, place }) =>
      changeGroups(this.congressId, { rows: [{ id, version, name, place, least: least ?? 0, most: most ?? 0 }] }),
    )
    if (!isSaved) return
    tellDone(done.changed(this.#form.values.name))
    this.tell('form-closed')
  }

  async #remove(): Promise<void> {
    const { id, version, name } = this.group
    await did(removeGroups(this.congressId, { rows: [{ id, version }] }), words().groups.done.removed(name))
    this.tell('form-closed')
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'group-dialog': GroupDialog
  }
}
