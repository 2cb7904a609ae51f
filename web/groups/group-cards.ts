import { html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { compareVietnamese } from '../../server/format/names.ts'
import type { Balance } from '../../server/groups/rules/choices.ts'
import type { Off } from '../../server/groups/rules/balance.ts'
import type { DiscussionGroup, GroupBoard, GroupCandidate, GroupMember } from '../../server/groups/schema.ts'
import { WordsElement } from '../parts/element.ts'
import { controls } from '../style/controls.ts'
import { icon } from '../style/icons.ts'
import { words } from '../words/words.ts'
import { groupCardsStyle } from './group-cards-style.ts'

const dragged = 'application/x-tien-toi-delegate'

/** People whom a card draws before it is asked for all. */
const shownAtFirst = 150

/**
 * The groups with their people: `<group-cards .board .off .overlay .found ?writable>`. `overlay` tells of what kind the
 * people are, `found` are marked. Tells `person-opened`, `group-opened` and, after a drag, `person-moved`.
 */
@customElement('group-cards')
export class GroupCards extends WordsElement {
  @property({ attribute: false }) board!: GroupBoard
  @property({ attribute: false }) off: readonly Off[] = []
  @property() overlay: Balance | '' = ''
  /** null = nobody is sought. */
  @property({ attribute: false }) found: ReadonlySet<string> | null = null
  @property({ type: Boolean }) writable = false
  @state() private over: string | null = null
  @state() private whole: ReadonlySet<string> = new Set()

  static override styles = [...controls, groupCardsStyle]

  override render() {
    const { people, members, groups } = this.board
    const memberOf = new Map(members.map((member) => [member.delegateId, member]))
    const peopleOf = new Map<string, GroupCandidate[]>()
    for (const person of people) {
      const groupId = memberOf.get(person.id)?.groupId ?? ''
      peopleOf.set(groupId, [...(peopleOf.get(groupId) ?? []), person])
    }
    const unplaced = peopleOf.get('') ?? []
    return html`<div class="cards">
      ${unplaced.length === 0 ? nothing : this.#card('', unplaced, memberOf, this.#headOfUnplaced(unplaced.length))}
      ${groups.map((group) => {
        const own = peopleOf.get(group.id) ?? []
        return this.#card(group.id, own, memberOf, this.#head(group, own.length))
      })}
    </div>`
  }

  #headOfUnplaced(count: number) {
    const { groups: text } = words()
    return html`<header>
      <h2>${text.unplaced}</h2>
      <span class="small tabular">${text.score.people(count)}</span>
    </header>`
  }

  #head(group: DiscussionGroup, count: number) {
    const { groups: text } = words()
    const { name, place, least, most } = group
    return html`<header>
        <h2>${name}</h2>
        <span class="head">
          <span class="small tabular ${count > most || count < least ? 'wrong' : ''}">${text.count(count, most)}</span>
          ${
            this.writable
              ? html`<button
                  class="button quiet small"
                  aria-label=${text.editGroup(name)}
                  title=${text.editGroup(name)}
                  @click=${() => this.tell('group-opened', group)}
                >
                  ${icon('pencil')}
                </button>`
              : nothing
          }
        </span>
      </header>
      ${place === '' ? nothing : html`<p class="small muted">${icon('map-pin')} ${place}</p>`}`
  }

  #card(groupId: string, own: readonly GroupCandidate[], memberOf: ReadonlyMap<string, GroupMember>, head: unknown) {
    const { groups: text } = words()
    const rank = ({ id }: GroupCandidate) =>
      memberOf.get(id)?.role === 'chair' ? 0 : memberOf.get(id)?.role === 'secretary' ? 1 : 2
    const ordered = [...own].sort((one, other) => rank(one) - rank(other))
    const found = this.found === null ? ordered : ordered.filter(({ id }) => this.found?.has(id))
    const shown = this.whole.has(groupId) ? found : found.slice(0, shownAtFirst)
    const name = this.board.groups.find(({ id }) => id === groupId)?.name ?? text.unplaced
    return html`<section
      class="group ${groupId === '' ? 'none' : ''} ${this.over === groupId ? 'over' : ''}"
      @dragover=${(event: DragEvent) => this.#drag(event, groupId)}
      @dragleave=${() => (this.over = null)}
      @drop=${(event: DragEvent) => this.#drop(event, groupId)}
    >
      ${head} ${this.overlay === '' || own.length === 0 ? nothing : this.#makeup(groupId, own, this.overlay)}
      ${
        own.length === 0
          ? html`<p class="empty">${text.emptyGroup}</p>`
          : html`<ul class="members" aria-label=${text.listOf(name)}>
              ${shown.map((person) => this.#member(person, memberOf.get(person.id)))}
              ${
                shown.length < found.length
                  ? html`<li>
                      <button @click=${() => (this.whole = new Set([...this.whole, groupId]))}>
                        ${text.showAll(found.length)}
                      </button>
                    </li>`
                  : nothing
              }
            </ul>`
      }
    </section>`
  }

  #member(person: GroupCandidate, member: GroupMember | undefined) {
    const { groups: text } = words()
    const { id, name, post, workplace, delegation, field, sex } = person
    const seen = { delegation, field, sex: sex === null ? '' : words().delegates.sexes[sex] }
    const below = this.overlay === '' ? [post, workplace].filter(Boolean).join(', ') : seen[this.overlay]
    const role = member?.role ?? null
    return html`<li
      draggable=${this.writable ? 'true' : 'false'}
      @dragstart=${(event: DragEvent) => event.dataTransfer?.setData(dragged, id)}
    >
      <button aria-label=${text.openPerson(name)} @click=${() => this.tell('person-opened', person)}>
        <span class="who">
          <span>${name}</span>
          ${below === '' ? nothing : html`<span class="small muted">${below}</span>`}
        </span>
        ${role === null ? nothing : html`<span class="badge ${role === 'chair' ? 'red' : 'slate'}">${text.roles[role]}</span>`}
        ${role === null && member?.isHeld ? html`<span title=${text.held}>${icon('lock')}</span>` : nothing}
      </button>
    </li>`
  }

  /** How many there are of each kind; what is off the even share stands out. */
  #makeup(groupId: string, own: readonly GroupCandidate[], overlay: Balance) {
    const { groups: text } = words()
    const place = this.board.plan.balances.indexOf(overlay)
    const off = new Set(
      this.off.flatMap(({ groupId: at, balance, value }) => (at === groupId && balance === place ? [value] : [])),
    )
    const counts = new Map<string, number>()
    for (const person of own) {
      const value = person[overlay] ?? ''
      counts.set(value, (counts.get(value) ?? 0) + 1)
    }
    const wordOf = (value: string) =>
      value === ''
        ? text.unsaid
        : overlay === 'sex'
          ? words().delegates.sexes[value === 'female' ? 'female' : 'male']
          : value
    return html`<div class="makeup">
      ${[...counts]
        .sort(([one, many], [other, more]) => more - many || compareVietnamese(one, other))
        .map(
          ([value, count]) =>
            html`<span class="badge ${off.has(value) ? 'amber' : 'slate'}">
              ${off.has(value) ? icon('triangle-alert') : nothing} ${text.counted(wordOf(value), count)}
            </span>`,
        )}
    </div>`
  }

  #drag(event: DragEvent, groupId: string): void {
    if (!this.writable || !event.dataTransfer?.types.includes(dragged)) return
    event.preventDefault()
    this.over = groupId
  }

  #drop(event: DragEvent, groupId: string): void {
    event.preventDefault()
    this.over = null
    const delegateId = event.dataTransfer?.getData(dragged) ?? ''
    if (delegateId !== '') this.tell('person-moved', { delegateId, groupId: groupId === '' ? null : groupId })
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'group-cards': GroupCards
  }
}
