import { css, html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { importances, softRules, type Importance, type SoftRule } from '../../server/seating/rules/problem.ts'
import { seatingRuleKinds, type SeatingRule, type SeatingRuleKind } from '../../server/seating/schema.ts'
import { addSeatRule, changeSeatImportance, removeSeatRules } from '../api/seating.ts'
import { did } from '../did.ts'
import { WordsElement } from '../parts/element.ts'
import { multiComboField } from '../parts/field.ts'
import { Form } from '../parts/form.ts'
import { radioField } from '../parts/radio-field.ts'
import { tellDone } from '../parts/toast-stack.ts'
import { controls } from '../style/controls.ts'
import { icon } from '../style/icons.ts'
import { words } from '../words/words.ts'
import { delegationName, type SeatState } from './seat-state.ts'
import '../parts/error-panel.ts'
import '../parts/modal-dialog.ts'

/**
 * What a plan is made by: how important each wish is, which administrators set and others read, and who sits together or
 * apart: `<seat-wishes-dialog congressId="…" cycleId="…" .seats ?administrator ?writable>`. Tells `wishes-changed`,
 * `form-closed`.
 */
@customElement('seat-wishes-dialog')
export class SeatWishesDialog extends WordsElement {
  @property() congressId = ''
  @property() cycleId = ''
  @property({ attribute: false }) seats!: SeatState
  @property({ type: Boolean }) administrator = false
  @property({ type: Boolean }) writable = false
  @state() private chosen: Record<SoftRule, Importance> | null = null
  readonly #form = new Form(this, { kind: 'together' as SeatingRuleKind, delegateIds: [] as readonly string[] })

  static override styles = [
    ...controls,
    css`
      .content {
        display: grid;
        gap: var(--space-2);
      }
      h3 {
        font-size: var(--size);
      }
      li {
        display: flex;
        gap: var(--space);
        align-items: center;
        justify-content: space-between;
        padding-block: 0.15rem;
      }
      li .input {
        flex: 0 0 10rem;
        inline-size: 10rem;
      }
      li span {
        min-inline-size: 0;
        overflow-wrap: anywhere;
      }
    `,
  ]

  override render() {
    const { seating, common } = words()
    const { wishes: text } = seating
    return html`<modal-dialog
      heading=${text.heading}
      ?guarded=${this.#form.isChanged || this.chosen !== null}
      @dialog-closed=${() => this.tell('form-closed')}
    >
      <div class="content">
        <section>
          <h3>${text.importance}</h3>
          <p class="muted small">${text.importanceHelp}</p>
          ${this.#importance()}
        </section>
        <section>
          <h3>${text.requests}</h3>
          ${this.#requests()}
        </section>
      </div>
      <div slot="actions">
        <button class="button" type="button" @click=${() => this.tell('form-closed')}>${common.close}</button>
        ${
          this.chosen === null
            ? nothing
            : html`<button class="button primary" type="button" @click=${() => this.#saveImportance()}>
                ${text.saveImportance}
              </button>`
        }
      </div>
    </modal-dialog>`
  }

  #importance() {
    const { wishes: text, rules } = words().seating
    const now = this.chosen ?? this.seats.board.importance
    return html`<ul>
      ${softRules.map((rule) =>
        this.administrator
          ? html`<li>
              <span id="rule-${rule}">${rules[rule]}</span>
              <select
                class="input"
                aria-labelledby="rule-${rule}"
                @change=${(event: Event) => this.#choose(rule, Number((event.target as HTMLSelectElement).value))}
              >
                ${importances.map((step) => html`<option value=${step} ?selected=${now[rule] === step}>${text.steps[step]}</option>`)}
              </select>
            </li>`
          : html`<li>${text.sentence(rules[rule], text.steps[now[rule]])}.</li>`,
      )}
    </ul>`
  }

  #choose(rule: SoftRule, step: number): void {
    const chosen = importances.find((each) => each === step)
    if (chosen !== undefined) this.chosen = { ...(this.chosen ?? this.seats.board.importance), [rule]: chosen }
  }

  async #saveImportance(): Promise<void> {
    const { chosen } = this
    if (!chosen) return
    const body = { importance: chosen, version: this.seats.board.importanceVersion }
    await did(changeSeatImportance(this.cycleId, body), words().seating.wishes.saved)
    this.chosen = null
    this.tell('wishes-changed')
  }

  #requests() {
    const { wishes: text } = words().seating
    const { rules, people } = this.seats.board
    const choices = people.map(({ id, name, delegationId, post }) => ({
      ...{ value: id, label: name, detail: delegationName(this.seats, delegationId) || post },
    }))
    return html`${
      rules.length === 0
        ? html`<p class="muted">${text.none}</p>`
        : html`<ul>
            ${rules.map((rule) => this.#rule(rule))}
          </ul>`
    }
    ${
      this.writable
        ? html`<form class="form" @submit=${(event: SubmitEvent) => this.#save(event)}>
            ${radioField(this.#form, 'kind', {
              label: text.kind,
              choices: seatingRuleKinds.map((kind) => ({ value: kind, label: text.kinds[kind] })),
            })}
            ${multiComboField(this.#form, 'delegateIds', { label: text.people, help: text.peopleHelp, choices })}
            <error-panel .error=${this.#form.error}></error-panel>
            <div><button class="button" aria-busy=${this.#form.isSending}>${icon('plus')} ${text.add}</button></div>
          </form>`
        : nothing
    }`
  }

  #rule(rule: SeatingRule) {
    const { wishes: text } = words().seating
    const names = rule.delegateIds.flatMap((id) => this.seats.people.get(id)?.name ?? []).join(', ')
    return html`<li>
      <span><strong>${text.kinds[rule.kind]}:</strong> ${names}</span>
      ${
        this.writable
          ? html`<button class="button quiet small" aria-label=${text.remove(names)} @click=${() => this.#remove(rule)}>
              ${icon('trash-2')}
            </button>`
          : nothing
      }
    </li>`
  }

  async #save(event: SubmitEvent): Promise<void> {
    event.preventDefault()
    const { wishes: text } = words().seating
    const { kind, delegateIds } = this.#form.values
    if (!this.#form.refuse(delegateIds.length < 2 ? { delegateIds: text.peopleHelp } : {})) return
    const body = { kind, delegateIds: [...delegateIds] }
    if (!(await this.#form.submit(() => addSeatRule(this.congressId, body)))) return
    tellDone(text.added)
    this.#form.begin({ kind, delegateIds: [] })
    this.tell('wishes-changed')
  }

  async #remove({ id, version }: SeatingRule): Promise<void> {
    await did(removeSeatRules(this.congressId, { rows: [{ id, version }] }), words().seating.wishes.removed)
    this.tell('wishes-changed')
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'seat-wishes-dialog': SeatWishesDialog
  }
}
