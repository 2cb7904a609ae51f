import { css, html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { GroupBoard } from '../../server/groups/schema.ts'
import { settleGoneFromGroups } from '../api/groups.ts'
import { did } from '../did.ts'
import { WordsElement } from '../parts/element.ts'
import { controls } from '../style/controls.ts'
import { icon } from '../style/icons.ts'
import { words } from '../words/words.ts'
import { namesOf } from './sentences.ts'

/**
 * Who is named by requests or leads a group and is put into none any more, with a click that hands it to who came in the
 * place and one that takes the name out: `<gone-people congressId="…" .board ?writable>`. Tells `gone-settled`.
 */
@customElement('gone-people')
export class GonePeople extends WordsElement {
  @property() congressId = ''
  @property({ attribute: false }) board!: GroupBoard
  @property({ type: Boolean }) writable = false

  static override styles = [
    ...controls,
    css`
      ul {
        display: grid;
        gap: var(--space-half);
        margin-block-end: var(--space-2);
      }
      .notice {
        flex-wrap: wrap;
        font-size: var(--size-dense);
      }
      .notice span {
        flex: 1 1 16rem;
        min-inline-size: 0;
        overflow-wrap: anywhere;
      }
    `,
  ]

  override render() {
    const { gone } = this.board
    if (gone.length === 0) return nothing
    return html`<ul aria-label=${words().groups.gone.heading}>
      ${gone.map((each) => this.#notice(each))}
    </ul>`
  }

  #notice({ id, name, successorId, ruleCount, leads }: GroupBoard['gone'][number]) {
    const { gone: text, roles } = words().groups
    const names = namesOf(this.board)
    const who = name === '' ? text.nobody : name
    const successor = successorId === null ? '' : (names.get(successorId) ?? '')
    const parts = [
      ...(ruleCount === 0 ? [] : [text.asked(ruleCount)]),
      ...leads.map(({ groupId, role }) => text.leads(roles[role].toLowerCase(), names.get(groupId) ?? '')),
    ]
    return html`<li class="notice amber">
      ${icon('triangle-alert')} <span>${text.why(who, parts.join(` ${text.and} `))}</span>
      ${
        !this.writable
          ? nothing
          : html`${
                successorId === null
                  ? nothing
                  : html`<button
                      class="button small"
                      @click=${() => this.#settle(id, successorId, text.handedOver(who, successor))}
                    >
                      ${icon('check')} ${text.handOver(successor)}
                    </button>`
              }
              <button
                class="button small"
                aria-label=${text.takeOf(who)}
                @click=${() => this.#settle(id, null, text.taken(who))}
              >
                ${text.take}
              </button>`
      }
    </li>`
  }

  async #settle(delegateId: string, toId: string | null, sentence: string): Promise<void> {
    await did(settleGoneFromGroups(this.congressId, { delegateId, toId }), sentence)
    this.tell('gone-settled')
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'gone-people': GonePeople
  }
}
