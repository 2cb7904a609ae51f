import { css, html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { groupRuleKinds, type GroupRuleKind } from '../../server/groups/rules/choices.ts'
import type { GroupBoard, KeptRule } from '../../server/groups/schema.ts'
import { addGroupRule, removeGroupRules } from '../api/groups.ts'
import { did } from '../did.ts'
import { WordsElement } from '../parts/element.ts'
import { multiComboField } from '../parts/field.ts'
import { Form } from '../parts/form.ts'
import { radioField } from '../parts/radio-field.ts'
import { tellDone } from '../parts/toast-stack.ts'
import { controls } from '../style/controls.ts'
import { icon } from '../style/icons.ts'
import { words } from '../words/words.ts'
import { listed, namesOf } from './sentences.ts'
import '../parts/error-panel.ts'
import '../parts/modal-dialog.ts'

/** Who is to be together and who apart: `<group-rules-dialog congressId="…" .board>`. Tells `rules-changed` and `form-closed`. */
@customElement('group-rules-dialog')
export class GroupRulesDialog extends WordsElement {
  @property() congressId = ''
  @property({ attribute: false }) board!: GroupBoard
  readonly #form = new Form(this, { kind: 'together' as GroupRuleKind, delegateIds: [] as readonly string[] })

  static override styles = [
    ...controls,
    css`
      .rules {
        display: grid;
        gap: var(--space-half);
        margin-block-end: var(--space-2);
      }
      .rules li {
        display: flex;
        gap: var(--space);
        align-items: center;
        justify-content: space-between;
      }
      .rules span {
        min-inline-size: 0;
        overflow-wrap: anywhere;
      }
    `,
  ]

  override render() {
    const { groups, common } = words()
    const text = groups.rulesDialog
    const form = this.#form
    const { rules, people } = this.board
    const choices = people.map(({ id, name, delegation, post }) => ({
      value: id,
      label: name,
      detail: delegation || post,
    }))
    return html`<modal-dialog
      heading=${text.heading}
      ?guarded=${form.isChanged}
      @dialog-closed=${() => this.tell('form-closed')}
    >
      ${
        rules.length === 0
          ? html`<p class="muted rules">${text.none}</p>`
          : html`<ul class="rules">
              ${rules.map((rule) => this.#rule(rule))}
            </ul>`
      }
      <form class="form" id="rule" @submit=${(event: SubmitEvent) => this.#save(event)}>
        ${radioField(form, 'kind', {
          label: text.kind,
          choices: groupRuleKinds.map((kind) => ({ value: kind, label: text.kinds[kind] })),
        })}
        ${multiComboField(form, 'delegateIds', { label: text.people, help: text.peopleHelp, choices })}
        <error-panel .error=${form.error}></error-panel>
      </form>
      <div slot="actions">
        <button class="button" type="button" @click=${() => this.tell('form-closed')}>${common.close}</button>
        <button class="button primary" form="rule" aria-busy=${form.isSending}>${text.add}</button>
      </div>
    </modal-dialog>`
  }

  #rule(rule: KeptRule) {
    const { rulesDialog: text } = words().groups
    const names = listed(namesOf(this.board), rule.delegateIds)
    return html`<li>
      <span><strong>${text.kinds[rule.kind]}:</strong> ${names === '' ? nothing : names}</span>
      <button class="button quiet small" aria-label=${text.remove(names)} @click=${() => this.#remove(rule)}>
        ${icon('trash-2')}
      </button>
    </li>`
  }

  async #save(event: SubmitEvent): Promise<void> {
    event.preventDefault()
    const { rulesDialog: text, done } = words().groups
    const { kind, delegateIds } = this.#form.values
    if (!this.#form.refuse(delegateIds.length < 2 ? { delegateIds: text.peopleHelp } : {})) return
    const body = { kind, delegateIds: [...delegateIds] }
    if (!(await this.#form.submit(() => addGroupRule(this.congressId, body)))) return
    tellDone(done.ruleAdded)
    this.#form.begin({ kind, delegateIds: [] })
    this.tell('rules-changed')
  }

  async #remove({ id, version }: KeptRule): Promise<void> {
    await did(removeGroupRules(this.congressId, { rows: [{ id, version }] }), words().groups.done.ruleRemoved)
    this.tell('rules-changed')
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'group-rules-dialog': GroupRulesDialog
  }
}
