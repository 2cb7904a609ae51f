import { html } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { Congress } from '../../server/congresses/schema.ts'
import type { Quota } from '../../server/quotas/schema.ts'
import type { Unit } from '../../server/units/schema.ts'
import { addQuotas } from '../api/quotas.ts'
import { WordsElement } from '../parts/element.ts'
import { areaField, multiComboField } from '../parts/field.ts'
import { Form } from '../parts/form.ts'
import { tellDone } from '../parts/toast-stack.ts'
import type { LoadedRoad } from '../road/road-source.ts'
import { controls } from '../style/controls.ts'
import { unitChoices } from '../units/unit-choices.ts'
import { words } from '../words/words.ts'
import '../parts/chip-choice.ts'
import '../parts/error-panel.ts'
import '../parts/modal-dialog.ts'

/**
 * Gives units a quota, of a whole type at once or one by one, and blocks that are no units:
 * `<add-quotas-dialog .congress .loaded .quotas>`. Tells `form-closed`.
 */
@customElement('add-quotas-dialog')
export class AddQuotasDialog extends WordsElement {
  @property({ attribute: false }) congress!: Congress
  @property({ attribute: false }) loaded!: LoadedRoad
  @property({ attribute: false }) quotas: readonly Quota[] = []
  readonly #form = new Form(this, { unitIds: [] as readonly string[], types: [] as readonly string[], names: '' })

  static override styles = controls

  /** Units below the one that holds the congress that stand on its day and have no quota yet, those right below first. */
  get #open(): Unit[] {
    const { unitId, dateFrom } = this.congress
    const taken = new Set(this.quotas.map((quota) => quota.unitId))
    const isOpen = ({ id, validTo }: Unit) =>
      id !== unitId &&
      !taken.has(id) &&
      (validTo === null || validTo >= (dateFrom ?? this.loaded.road.today)) &&
      this.loaded.line(id).includes(unitId)
    const open = this.loaded.road.units.filter(isOpen)
    return [
      ...open.filter(({ parentId }) => parentId === unitId),
      ...open.filter(({ parentId }) => parentId !== unitId),
    ]
  }

  #chosen(open: readonly Unit[]) {
    const { unitIds, types, names } = this.#form.values
    const ofTypes = open.filter(({ parentId, type }) => parentId === this.congress.unitId && types.includes(type))
    const ids = [...new Set([...ofTypes.map(({ id }) => id), ...unitIds])]
    const lines = names.split('\n').flatMap((line) => line.trim() || [])
    return [
      ...ids.map((unitId) => ({ unitId, name: '' })),
      ...[...new Set(lines)].map((name) => ({ unitId: null, name })),
    ]
  }

  override render() {
    const { quotas, common } = words()
    const text = quotas.addDialog
    const form = this.#form
    const open = this.#open
    const below = open.filter(({ parentId }) => parentId === this.congress.unitId)
    const types = [...new Set(below.map(({ type }) => type))].filter((type) => type !== '')
    const chosen = this.#chosen(open)
    return html`<modal-dialog
      heading=${text.heading}
      ?guarded=${form.isChanged}
      @dialog-closed=${() => this.tell('form-closed')}
    >
      <form class="form" id="add" @submit=${(event: SubmitEvent) => this.#save(event)}>
        ${multiComboField(form, 'unitIds', { label: text.units, choices: unitChoices(open, this.loaded.road.units) })}
        <chip-choice
          label=${text.types}
          .options=${types.map((type) => ({ value: type, word: type, count: below.filter((unit) => unit.type === type).length }))}
          .chosen=${form.values.types}
          @chosen-changed=${({ detail }: CustomEvent<readonly string[]>) => form.set('types', detail)}
        ></chip-choice>
        ${areaField(form, 'names', { label: text.names, help: text.namesHelp, isOptional: true })}
        <error-panel .error=${form.error}></error-panel>
      </form>
      <div slot="actions">
        <button class="button" type="button" @click=${() => this.tell('form-closed')}>${common.cancel}</button>
        <button class="button primary" form="add" aria-busy=${form.isSending}>${text.save(chosen.length)}</button>
      </div>
    </modal-dialog>`
  }

  async #save(event: SubmitEvent): Promise<void> {
    event.preventDefault()
    const rows = this.#chosen(this.#open)
    const { quotas } = words()
    if (rows.length === 0) return void this.#form.refuse({ unitIds: quotas.addDialog.nothing })
    if (!(await this.#form.submit(() => addQuotas(this.congress.id, { rows })))) return
    tellDone(quotas.done.added(rows.length))
    this.tell('form-closed')
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'add-quotas-dialog': AddQuotasDialog
  }
}
