import { css, html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { groupRoles, type GroupRole } from '../../server/groups/rules/choices.ts'
import { whyHere, type Alternative } from '../../server/groups/rules/why.ts'
import type { GroupBoard, GroupCandidate, GroupMember, MemberChanges } from '../../server/groups/schema.ts'
import { changeMembers } from '../api/groups.ts'
import { did } from '../did.ts'
import { WordsElement } from '../parts/element.ts'
import { controls } from '../style/controls.ts'
import { icon } from '../style/icons.ts'
import { words } from '../words/words.ts'
import { listed, namesOf, offSentence } from './sentences.ts'
import '../parts/modal-dialog.ts'

type Change = MemberChanges['members'][number]

/** Reasons that are named of one alternative. */
const mostReasons = 2

/**
 * Why somebody is in a group, and what every other would cost; moves, exchanges, gives a role, holds:
 * `<group-person-dialog congressId="…" .board .person ?writable>`. Tells `form-closed`.
 */
@customElement('group-person-dialog')
export class GroupPersonDialog extends WordsElement {
  @property() congressId = ''
  @property({ attribute: false }) board!: GroupBoard
  @property({ attribute: false }) person!: GroupCandidate
  @property({ type: Boolean }) writable = false

  static override styles = [
    ...controls,
    css`
      .place {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-2);
        align-items: end;
        margin-block: var(--space) var(--space-2);
      }
      .alternatives {
        display: grid;
        margin-block-start: var(--space);
        border: 1px solid var(--line);
        border-radius: var(--radius);
      }
      .alternatives li {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        gap: var(--space-half) var(--space);
        padding: var(--space);
        font-size: var(--size-dense);
      }
      .alternatives li + li {
        border-block-start: 1px solid var(--line);
      }
      .alternatives .now {
        background: var(--sunken);
      }
      .acts {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-half);
        justify-content: flex-end;
        align-content: start;
      }
      @media (max-width: 700px) {
        .alternatives li {
          grid-template-columns: minmax(0, 1fr);
        }
        .acts {
          justify-content: flex-start;
        }
      }
    `,
  ]

  get #member(): GroupMember | undefined {
    return this.board.members.find(({ delegateId }) => delegateId === this.person.id)
  }

  override render() {
    const { groups, common } = words()
    const { person: text } = groups
    const member = this.#member
    const { name, post, workplace, delegation, field } = this.person
    const group = this.board.groups.find(({ id }) => id === member?.groupId)
    const about = [post, workplace, delegation, field].filter(Boolean).join(' · ')
    return html`<modal-dialog wide heading=${text.heading(name)} @dialog-closed=${() => this.tell('form-closed')}>
      ${about === '' ? nothing : html`<p class="muted">${about}</p>`}
      <p><strong>${group ? text.now(group.name) : text.inNone}</strong></p>
      ${member && this.writable ? this.#place(member) : nothing}
      <h3>${member ? text.why : text.whyNone}</h3>
      <ul class="alternatives">
        ${whyHere(this.board, this.person.id).map((alternative) => this.#alternative(alternative))}
      </ul>
      <div slot="actions">
        ${
          member && this.writable
            ? html`<button class="button" @click=${() => this.#put(null, groups.done.out(name))}>${text.out}</button>`
            : nothing
        }
        <button class="button" @click=${() => this.tell('form-closed')}>${common.close}</button>
      </div>
    </modal-dialog>`
  }

  #place({ role, isHeld }: GroupMember) {
    const { groups } = words()
    const { person: text } = groups
    const choices = [['', groups.noRole], ...groupRoles.map((each) => [each, groups.roles[each]] as const)] as const
    return html`<div class="place">
      <label class="field">
        <span class="label">${text.role}</span>
        <select
          class="input"
          @change=${(event: Event) => this.#give(groupRoles.find((each) => each === (event.target as HTMLSelectElement).value) ?? null)}
        >
          ${choices.map(([value, word]) => html`<option value=${value} ?selected=${value === (role ?? '')}>${word}</option>`)}
        </select>
      </label>
      <label class="check">
        <input
          type="checkbox"
          .checked=${isHeld || role !== null}
          ?disabled=${role !== null}
          @change=${(event: Event) => this.#hold((event.target as HTMLInputElement).checked)}
        />
        <span>${text.held}<br /><span class="help">${text.heldHelp}</span></span>
      </label>
    </div>`
  }

  #alternative(alternative: Alternative) {
    const { person: text, count } = words().groups
    const { groupId, isNow, added, isFull, exchange } = alternative
    const group = this.board.groups.find(({ id }) => id === groupId)
    const size = this.board.members.filter((member) => member.groupId === groupId).length
    const other = this.board.people.find(({ id }) => id === exchange?.personId)
    const { name } = this.person
    const { done } = words().groups
    return html`<li class=${isNow ? 'now' : ''}>
      <div>
        <p><strong>${group?.name}</strong> <span class="muted tabular">${count(size, group?.most ?? 0)}</span></p>
        ${isNow ? html`<p>${icon('check')} ${text.here}</p>` : html`<p>${text.then}: ${this.#costs(alternative)}</p>`}
        ${exchange && other ? html`<p>${text.instead}: ${cost(exchange.added)}</p>` : nothing}
      </div>
      ${
        isNow || !this.writable
          ? nothing
          : html`<span class="acts">
              ${
                isFull
                  ? nothing
                  : html`<button
                      class="button small ${added <= 0 ? 'primary' : ''}"
                      @click=${() => this.#put(groupId, done.moved(name, group?.name ?? ''))}
                    >
                      ${text.move(group?.name ?? '')}
                    </button>`
              }
              ${
                other
                  ? html`<button class="button small" @click=${() => this.#swap(other, groupId)}>
                      ${text.swap(other.name)}
                    </button>`
                  : nothing
              }
            </span>`
      }
    </li>`
  }

  /** What it costs and the first reasons why. */
  #costs({ added, worse, isFull, apartFrom, togetherWith }: Alternative): string {
    const { person: text } = words().groups
    const names = namesOf(this.board)
    return [
      ...(isFull ? [text.full] : []),
      ...(apartFrom.length > 0 ? [text.apart(listed(names, apartFrom))] : []),
      ...(togetherWith.length > 0 ? [text.together(listed(names, togetherWith))] : []),
      cost(added),
      ...worse.slice(0, mostReasons).map((off) => offSentence(this.board, off)),
    ].join('; ')
  }

  #changeOf({ id }: GroupCandidate, groupId: string | null): Change {
    const member = this.board.members.find(({ delegateId }) => delegateId === id)
    return { delegateId: id, groupId, role: null, isHeld: member?.isHeld ?? false, version: member?.version ?? 0 }
  }

  #put(groupId: string | null, sentence: string): Promise<void> {
    return this.#write([this.#changeOf(this.person, groupId)], sentence)
  }

  #swap(other: GroupCandidate, groupId: string): Promise<void> {
    const changes = [this.#changeOf(this.person, groupId), this.#changeOf(other, this.#member?.groupId ?? null)]
    return this.#write(changes, words().groups.done.swapped(this.person.name, other.name))
  }

  /** Whoever had the role in the group gives it up. */
  #give(role: GroupRole | null): Promise<void> {
    const member = this.#member
    if (!member) return Promise.resolve()
    const former = this.board.members.filter(
      (each) => role !== null && each.groupId === member.groupId && each.role === role && each !== member,
    )
    const changes = [...former.map((each) => ({ ...each, role: null })), { ...member, role }]
    return this.#write(changes, words().groups.done.saved(this.person.name))
  }

  #hold(isHeld: boolean): Promise<void> {
    const member = this.#member
    return member
      ? this.#write([{ ...member, isHeld }], words().groups.done.saved(this.person.name))
      : Promise.resolve()
  }

  async #write(members: Change[], sentence: string): Promise<void> {
    await did(changeMembers(this.congressId, { members, isPlanned: false }), sentence)
    this.tell('form-closed')
  }
}

const cost = (added: number): string => {
  const { person: text } = words().groups
  return added === 0 ? text.same : added > 0 ? text.worse(added) : text.better(-added)
}

declare global {
  interface HTMLElementTagNameMap {
    'group-person-dialog': GroupPersonDialog
  }
}
