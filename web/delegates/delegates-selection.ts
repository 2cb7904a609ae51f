import { html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { Delegate, DelegateChanges, Delegation } from '../../server/delegates/schema.ts'
import { WordsElement } from '../parts/element.ts'
import { controls } from '../style/controls.ts'
import { icon } from '../style/icons.ts'
import { words } from '../words/words.ts'
import '../assignments/assign-many-dialog.ts'
import type { ColumnName } from './columns.ts'
import { delegatesPageStyle } from './delegates-page-style.ts'

type Values = DelegateChanges['delegates'][number]['values']

const settable = ['class', 'delegation', 'standing', 'presence', 'sex', 'isDirectWorker'] as const
type Settable = (typeof settable)[number]

/**
 * What is done to all who are chosen: `<delegates-selection .congressId .chosen .delegations .columns>`. Tells `values-set` with the values,
 * `removal-wanted` and `selection-cleared`.
 */
@customElement('delegates-selection')
export class DelegatesSelection extends WordsElement {
  @property({ attribute: false }) chosen: readonly Delegate[] = []
  @property({ attribute: false }) delegations: readonly Delegation[] = []
  @property({ attribute: false }) columns: readonly ColumnName[] = []
  @property() congressId = ''
  @state() private field: Settable = 'class'
  @state() private isAssigning = false

  static override styles = [...controls, delegatesPageStyle]

  override render() {
    const { delegates: text } = words()
    return html`<form class="selection" @submit=${(event: SubmitEvent) => this.#submit(event)}>
        <strong>${text.selected(this.chosen.length)}</strong>
        <label class="field">
          <span class="label">${text.setFor}</span>
          <select
            class="input"
            @change=${(event: Event) => (this.field = (event.target as HTMLSelectElement).value as Settable)}
          >
            ${settable
              .filter((name) => this.columns.includes(name))
              .map(
                (name) => html`<option value=${name} ?selected=${name === this.field}>${text.fields[name]}</option>`,
              )}
          </select>
        </label>
        <label class="field">
          <span class="label">${text.setValue}</span>
          <select class="input" name="value">
            ${this.#choices().map(([code, word]) => html`<option value=${code}>${word}</option>`)}
          </select>
        </label>
        <button class="button">${text.set}</button>
        <button class="button" type="button" @click=${() => (this.isAssigning = true)}>
          ${icon('calendar-clock')} ${words().assignments.many.open}
        </button>
        <button class="button danger" type="button" @click=${() => this.tell('removal-wanted')}>
          ${icon('trash-2')} ${text.remove}
        </button>
        <button class="link-button" type="button" @click=${() => this.tell('selection-cleared')}>${text.clear}</button>
      </form>
      ${
        this.isAssigning
          ? html`<assign-many-dialog
              .congressId=${this.congressId}
              .delegateIds=${this.chosen.map(({ id }) => id)}
              @form-closed=${() => (this.isAssigning = false)}
            ></assign-many-dialog>`
          : nothing
      }`
  }

  #choices(): readonly (readonly [code: string, word: string])[] {
    const { classes, standings, presences, sexes, unsaid, yes, no } = words().delegates
    const unknown = ['', unsaid] as const
    const choices = {
      class: [...Object.entries(classes), unknown],
      delegation: [...this.delegations.map(({ name }) => [name, name] as const), unknown],
      standing: Object.entries(standings),
      presence: [...Object.entries(presences), unknown],
      sex: [...Object.entries(sexes), unknown],
      isDirectWorker: [['yes', yes] as const, ['no', no] as const, unknown],
    }
    return choices[this.field]
  }

  #submit(event: SubmitEvent): void {
    event.preventDefault()
    const value = new FormData(event.target as HTMLFormElement).get('value')
    const code = typeof value === 'string' ? value : ''
    this.tell('values-set', valuesOf(this.field, code))
  }
}

const valuesOf = (field: Settable, code: string): Values => {
  if (field === 'delegation') return { delegation: code }
  if (field === 'isDirectWorker') return { isDirectWorker: code === '' ? null : code === 'yes' }
  return { [field]: code === '' ? null : code }
}

declare global {
  interface HTMLElementTagNameMap {
    'delegates-selection': DelegatesSelection
  }
}
