import { html } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { mostGroups } from '../../server/groups/rules/choices.ts'
import type { GroupBoard } from '../../server/groups/schema.ts'
import { addGroups } from '../api/groups.ts'
import { WordsElement } from '../parts/element.ts'
import { numberField } from '../parts/field.ts'
import { Form } from '../parts/form.ts'
import { tellDone } from '../parts/toast-stack.ts'
import { controls } from '../style/controls.ts'
import { words } from '../words/words.ts'
import '../parts/error-panel.ts'
import '../parts/modal-dialog.ts'

/** Groups that are usual where nobody says otherwise: about thirty people can talk in one. */
const usualSize = 30

/** Adds groups that are numbered on: `<add-groups-dialog congressId="…" .board>`. Tells `form-closed`. */
@customElement('add-groups-dialog')
export class AddGroupsDialog extends WordsElement {
  @property() congressId = ''
  @property({ attribute: false }) board!: GroupBoard
  readonly #form = new Form(this, {
    count: null as number | null,
    least: 0 as number | null,
    most: null as number | null,
  })

  static override styles = controls

  override connectedCallback(): void {
    super.connectedCallback()
    const { people, groups } = this.board
    const count = groups.length > 0 ? 1 : Math.max(2, Math.ceil(people.length / usualSize))
    this.#form.begin({ count, least: 0, most: groups[0]?.most ?? Math.ceil(people.length / count) })
  }

  override render() {
    const { groups, common } = words()
    const text = groups.addDialog
    const form = this.#form
    const count = this.#count
    const all = this.board.groups.length + count
    const help = text.help(this.board.people.length, all, Math.ceil(this.board.people.length / Math.max(1, all)))
    return html`<modal-dialog
      heading=${text.heading}
      ?guarded=${form.isChanged}
      @dialog-closed=${() => this.tell('form-closed')}
    >
      <form class="form" id="add" @submit=${(event: SubmitEvent) => this.#save(event)}>
        ${numberField(form, 'count', { label: text.count, help })} ${numberField(form, 'least', { label: text.least })}
        ${numberField(form, 'most', { label: text.most })}
        <error-panel .error=${form.error}></error-panel>
      </form>
      <div slot="actions">
        <button class="button" type="button" @click=${() => this.tell('form-closed')}>${common.cancel}</button>
        <button class="button primary" form="add" aria-busy=${form.isSending}>${text.save(count)}</button>
      </div>
    </modal-dialog>`
  }

  get #count(): number {
    return Math.max(0, this.#form.values.count ?? 0)
  }

  async #save(event: SubmitEvent): Promise<void> {
    event.preventDefault()
    const { addDialog: text, done } = words().groups
    const { values } = this.#form
    const [count, least, most] = [this.#count, values.least ?? 0, values.most ?? 0]
    const faults = {
      ...(count < 1 || count > mostGroups ? { count: text.countWrong } : {}),
      ...(least > most ? { most: text.crossed } : {}),
    }
    if (!this.#form.refuse(faults)) return
    const taken = new Set(this.board.groups.map(({ name }) => name))
    const names: string[] = []
    for (let number = 1; names.length < count; number += 1) {
      if (!taken.has(text.name(number))) names.push(text.name(number))
    }
    const groups = names.map((name) => ({ name, place: '', least, most }))
    if (!(await this.#form.submit(() => addGroups(this.congressId, { groups })))) return
    tellDone(done.added(count))
    this.tell('form-closed')
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'add-groups-dialog': AddGroupsDialog
  }
}
