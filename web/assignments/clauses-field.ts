import { css, html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import {
  clauseKinds,
  plainKinds,
  type AssignmentBoard,
  type Clause,
  type ClauseKind,
  type Role,
} from '../../server/assignments/schema.ts'
import { delegateClasses, type DelegateList } from '../../server/delegates/schema.ts'
import { compareVietnamese } from '../../server/format/names.ts'
import { WordsElement } from '../parts/element.ts'
import { controls } from '../style/controls.ts'
import { icon } from '../style/icons.ts'
import { translated, words } from '../words/words.ts'

/** A rule to be edited: `<clauses-field .clauses .list .roles .discussions @clauses-changed=${({ detail }) => …}>`; without `roles` none may name one. */
@customElement('clauses-field')
export class ClausesField extends WordsElement {
  @property({ attribute: false }) clauses: readonly Clause[] = []
  @property({ attribute: false }) list!: DelegateList
  @property({ attribute: false }) roles: readonly Role[] = []
  @property({ attribute: false }) discussions: AssignmentBoard['discussions'] = []

  static override styles = [
    ...controls,
    css`
      :host {
        display: block;
      }
      fieldset {
        display: grid;
        gap: var(--space);
      }
      legend {
        padding: 0;
      }
      .clause {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space);
        align-items: end;
      }
      .clause label {
        display: grid;
        flex: 1 1 12rem;
        gap: var(--space-half);
        font-size: var(--size-small);
      }
    `,
  ]

  override render() {
    const { dialog: text } = words().assignments
    return html`<fieldset>
      <legend class="label">${text.rule}</legend>
      <p class="help">${text.ruleHelp}</p>
      ${this.clauses.map((clause, at) => this.#clause(clause, at))}
      <div>
        <button
          class="button small"
          type="button"
          @click=${() => this.#put([...this.clauses, { by: 'everybody', value: '' }])}
        >
          ${icon('plus')} ${text.addClause}
        </button>
      </div>
    </fieldset>`
  }

  #clause(clause: Clause, at: number) {
    const { clauses: kinds, dialog: text } = words().assignments
    const set = (changed: Clause) => this.#put(this.clauses.map((each, place) => (place === at ? changed : each)))
    const chosen = (event: Event) => (event.target as HTMLSelectElement).value
    const { by, value } = clause
    const offered = clauseKinds.filter((kind) => this.#choices(kind).length > 0 || plainKinds.has(kind) || kind === by)
    return html`<div class="clause" role="group" aria-label=${`${text.rule} ${String(at + 1)}`}>
      <label>
        ${text.kind}
        <select class="input" @change=${(event: Event) => set({ by: chosen(event) as ClauseKind, value: '' })}>
          ${offered.map((kind) => html`<option value=${kind} ?selected=${kind === by}>${kinds[kind]}</option>`)}
        </select>
      </label>
      ${
        plainKinds.has(by)
          ? nothing
          : html`<label>
              ${text.value}
              <select
                class="input"
                aria-invalid=${value === '' ? 'true' : 'false'}
                @change=${(event: Event) => set({ by, value: chosen(event) })}
              >
                <option value="" ?selected=${value === ''}>${text.choose}</option>
                ${this.#choices(by).map(
                  ([code, word]) => html`<option value=${code} ?selected=${code === value}>${word}</option>`,
                )}
              </select>
            </label>`
      }
      <button
        class="button icon-only"
        type="button"
        aria-label=${text.removeClause}
        title=${text.removeClause}
        @click=${() => this.#put(this.clauses.filter((_each, place) => place !== at))}
      >
        ${icon('trash-2')}
      </button>
    </div>`
  }

  #choices(by: ClauseKind): readonly (readonly [code: string, word: string])[] {
    const { delegates } = words()
    const { delegations, delegates: all } = this.list
    if (by === 'delegation') return delegations.map(({ id, name }) => [id, name] as const)
    if (by === 'class') return delegateClasses.map((each) => [each, delegates.classes[each]] as const)
    if (by === 'role') return this.roles.map(({ key, name }) => [key, translated(name)] as const)
    if (by === 'discussion') return this.discussions.map(({ id, name }) => [id, name] as const)
    if (by !== 'group') return []
    const groups = new Set([...all.flatMap(({ groups: own }) => own), ...this.#named])
    return [...groups].sort(compareVietnamese).map((group) => [group, group] as const)
  }

  /** Groups that the rule names, though nobody is in them any more. */
  get #named(): string[] {
    return this.clauses.flatMap(({ by, value }) => (by === 'group' && value !== '' ? [value] : []))
  }

  #put(clauses: readonly Clause[]): void {
    this.tell('clauses-changed', clauses)
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'clauses-field': ClausesField
  }
}
