import { html, nothing } from 'lit'
import { customElement, state } from 'lit/decorators.js'
import { isMatch } from '../../server/format/search.ts'
import { balances, type Balance } from '../../server/groups/rules/choices.ts'
import { scoreOf, type Score } from '../../server/groups/rules/score.ts'
import type { DiscussionGroup, GroupBoard, GroupCandidate, GroupMember } from '../../server/groups/schema.ts'
import { LiveController } from '../api/changes.ts'
import * as api from '../api/groups.ts'
import { CongressPage } from '../congresses/congress-page.ts'
import { did } from '../did.ts'
import { chipSelect } from '../parts/chip-select.ts'
import { tabStyles } from '../parts/tabs.ts'
import { ViewState } from '../router.ts'
import { controls } from '../style/controls.ts'
import { icon } from '../style/icons.ts'
import { words } from '../words/words.ts'
import { groupsPageStyle } from './groups-page-style.ts'
import { brokenSentences, evenSentence, offSentence } from './sentences.ts'
import '../parts/empty-state.ts'
import './add-groups-dialog.ts'
import './gone-people.ts'
import './group-cards.ts'
import './group-dialog.ts'
import './group-person-dialog.ts'
import './group-plan-dialog.ts'
import './group-rules-dialog.ts'
import './group-settings-dialog.ts'

type Open =
  | { kind: 'settings' | 'add' | 'plan' | 'rules' }
  | { kind: 'group'; group: DiscussionGroup }
  | { kind: 'person'; person: GroupCandidate }

/** Sentences on what is off that are shown before «và … chỗ lệch khác». */
const mostOff = 5

/** /congresses/:id/groups — discussion groups: who is in which, how even they are, and a plan for all at once. */
@customElement('groups-page')
export class GroupsPage extends CongressPage {
  protected readonly tab = 'delegates'
  protected override readonly innerTab = 'groups'
  readonly #view = new ViewState(this, { q: '', by: 'delegation' })
  @state() private board: GroupBoard | null = null
  @state() private open: Open | null = null
  #score: { of: GroupBoard; score: Score } | null = null
  #writes: Promise<unknown> = Promise.resolve()
  #fetches = 0

  constructor() {
    super()
    new LiveController(this, api.tablesOfGroups, ({ congressId }) => {
      if (congressId === null || congressId === this.congressId) void this.#fetch()
    })
  }

  static override styles = [...controls, tabStyles, groupsPageStyle]

  override connectedCallback(): void {
    super.connectedCallback()
    void this.#fetch()
  }

  /** What is asked for last is shown, once what is being written has come through. */
  async #fetch(): Promise<void> {
    this.#fetches += 1
    const asked = this.#fetches
    try {
      await this.#writes
      const board = await api.findGroupBoard(this.congressId)
      if (asked !== this.#fetches) return
      this.board = board
      this.failure = null
    } catch (error) {
      if (asked === this.#fetches) this.failure = error
    }
  }

  get #mayWrite(): boolean {
    return this.may('secretariat')
  }

  protected override actions() {
    const { board } = this
    if (!board?.plan.isOn) return nothing
    const { groups: text } = words()
    const hasGroups = board.groups.length > 0
    const button = (kind: 'settings' | 'rules' | 'add', sign: Parameters<typeof icon>[0], word: string) =>
      html`<button class="button" @click=${() => (this.open = { kind })}>${icon(sign)} ${word}</button>`
    return html`
      ${
        hasGroups
          ? html`<a class="button" href=${api.groupExportPath(this.congressId)} download>
                ${icon('download')} ${text.export}
              </a>
              <a class="button" href=${`/congresses/${this.congressId}/papers?paper=discussion-groups`}>
                ${icon('printer')} ${text.print}
              </a>`
          : nothing
      }
      ${
        this.#mayWrite
          ? html`${button('settings', 'settings', text.settings)}
            ${hasGroups ? button('rules', 'link', text.rules(board.rules.length)) : nothing}
            ${button('add', 'plus', text.add)}`
          : nothing
      }
      ${
        this.#mayWrite && hasGroups && board.people.length > 0
          ? html`<button class="button primary" @click=${() => (this.open = { kind: 'plan' })}>
              ${icon('sparkles')} ${text.plan}
            </button>`
          : nothing
      }
    `
  }

  protected override body() {
    const { common } = words()
    const { board } = this
    if (!board) {
      return this.failure === null
        ? html`<p class="muted">${common.loading}</p>`
        : html`<error-panel .error=${this.failure} retryable @retried=${() => this.#fetch()}></error-panel>`
    }
    return html`${board.plan.isOn ? this.#groups(board) : this.#switchedOff(board)} ${this.#dialog(board)}`
  }

  #switchedOff({ plan }: GroupBoard) {
    const { groups: text } = words()
    const turnOn = () => this.#write(() => api.saveGroupPlan(this.congressId, { ...plan, isOn: true }), text.done.on)
    return html`<empty-state icon="messages-square" heading=${text.off} sentence=${this.#mayWrite ? text.offHelp : ''}>
      ${
        this.#mayWrite
          ? html`<button class="button primary" @click=${turnOn}>${icon('check')} ${text.turnOn}</button>`
          : nothing
      }
    </empty-state>`
  }

  #groups(board: GroupBoard) {
    const { groups: text } = words()
    if (board.people.length === 0) {
      return html`<empty-state icon="users-round" heading=${text.nobody} sentence=${text.nobodyHelp}>
        <a class="button" href=${`/congresses/${this.congressId}/delegates`}>${text.toDelegates}</a>
      </empty-state>`
    }
    if (board.groups.length === 0) {
      return html`<empty-state
        icon="messages-square"
        heading=${text.none}
        sentence=${this.#mayWrite ? text.noneHelp : ''}
      >
        ${
          this.#mayWrite
            ? html`<button class="button primary" @click=${() => (this.open = { kind: 'add' })}>
                ${icon('plus')} ${text.add}
              </button>`
            : nothing
        }
      </empty-state>`
    }
    const score = this.#scoreOf(board)
    return html`
      <gone-people
        congressId=${this.congressId}
        .board=${board}
        ?writable=${this.#mayWrite}
        @gone-settled=${() => this.#fetch()}
      ></gone-people>
      ${this.#summary(board, score)} ${this.#bar()}
      <group-cards
        .board=${board}
        .off=${score.off}
        .overlay=${this.#overlay}
        .found=${this.#found(board)}
        ?writable=${this.#mayWrite}
        @person-opened=${({ detail }: CustomEvent<GroupCandidate>) => (this.open = { kind: 'person', person: detail })}
        @group-opened=${({ detail }: CustomEvent<DiscussionGroup>) => (this.open = { kind: 'group', group: detail })}
        @person-moved=${({ detail }: CustomEvent<{ delegateId: string; groupId: string | null }>) => this.#move(board, detail)}
      ></group-cards>
    `
  }

  /** Worked out once for each board: the search and the dialogs draw it anew. */
  #scoreOf(board: GroupBoard): Score {
    if (this.#score?.of !== board) this.#score = { of: board, score: scoreOf(board) }
    return this.#score.score
  }

  #summary(board: GroupBoard, score: Score) {
    const { groups: text } = words()
    const { placed, unplaced, off } = score
    const broken = brokenSentences(board, score)
    return html`<div class="card summary">
      <p>
        <strong>${text.score.placed(placed, board.groups.length)}</strong
        >${unplaced === 0 ? '.' : `, ${text.score.unplaced(unplaced)}.`}
      </p>
      ${
        broken.length === 0
          ? nothing
          : html`<ul>
              ${broken.map((sentence) => html`<li class="notice amber">${icon('triangle-alert')} <span>${sentence}.</span></li>`)}
            </ul>`
      }
      ${
        placed === 0 || unplaced > 0
          ? nothing
          : html`<p class=${score.cost === score.least ? 'even' : ''}>${evenSentence(score)}</p>
              <ul>
                ${off.slice(0, mostOff).map((each) => html`<li>${offSentence(board, each)}.</li>`)}
                ${off.length > mostOff ? html`<li class="muted">${text.score.more(off.length - mostOff)}</li>` : nothing}
              </ul>`
      }
    </div>`
  }

  get #overlay(): Balance | '' {
    return balances.find((each) => each === this.#view.get('by')) ?? ''
  }

  #bar() {
    const { groups: text } = words()
    return html`<div class="bar">
      <input
        class="input search"
        type="search"
        aria-label=${text.search}
        placeholder=${text.searchHelp}
        .value=${this.#view.get('q')}
        @input=${(event: Event) => this.#view.set({ q: (event.target as HTMLInputElement).value })}
      />
      ${chipSelect({
        label: text.overlay,
        value: this.#view.get('by'),
        choices: [
          ...balances.map((each) => [each, `${text.overlay}: ${text.balances[each]}`] as const),
          ['none', text.noOverlay] as const,
        ],
        choose: (by) => this.#view.set({ by }),
      })}
    </div>`
  }

  #found({ people }: GroupBoard): ReadonlySet<string> | null {
    const query = this.#view.get('q')
    if (query === '') return null
    return new Set(
      people.flatMap(({ id, name, post, workplace, delegation, field }) =>
        isMatch([name, post, workplace, delegation, field].join(' '), query) ? [id] : [],
      ),
    )
  }

  #dialog(board: GroupBoard) {
    const { open } = this
    if (open === null) return nothing
    const close = () => {
      this.open = null
      void this.#fetch()
    }
    switch (open.kind) {
      case 'settings':
        return html`<group-settings-dialog
          congressId=${this.congressId}
          .plan=${board.plan}
          @form-closed=${close}
        ></group-settings-dialog>`
      case 'add':
        return html`<add-groups-dialog
          congressId=${this.congressId}
          .board=${board}
          @form-closed=${close}
        ></add-groups-dialog>`
      case 'plan':
        return html`<group-plan-dialog
          congressId=${this.congressId}
          .board=${board}
          @form-closed=${close}
        ></group-plan-dialog>`
      case 'rules':
        return html`<group-rules-dialog
          congressId=${this.congressId}
          .board=${board}
          @rules-changed=${() => this.#fetch()}
          @form-closed=${close}
        ></group-rules-dialog>`
      case 'group':
        return html`<group-dialog
          congressId=${this.congressId}
          .group=${open.group}
          @form-closed=${close}
        ></group-dialog>`
      case 'person':
        return html`<group-person-dialog
          congressId=${this.congressId}
          .board=${board}
          .person=${open.person}
          ?writable=${this.#mayWrite}
          @form-closed=${close}
        ></group-person-dialog>`
    }
  }

  #move({ members, groups, people }: GroupBoard, moved: { delegateId: string; groupId: string | null }): void {
    const { done } = words().groups
    const member = members.find(({ delegateId }) => delegateId === moved.delegateId)
    if ((member?.groupId ?? null) === moved.groupId) return
    const name = people.find(({ id }) => id === moved.delegateId)?.name ?? ''
    const group = groups.find(({ id }) => id === moved.groupId)?.name
    const sentence = group === undefined ? done.out(name) : done.moved(name, group)
    const change = { ...moved, role: null, isHeld: member?.isHeld ?? false, version: member?.version ?? 0 }
    this.#put(moved.delegateId, member, moved.groupId)
    void this.#write(() => api.changeMembers(this.congressId, { members: [change], isPlanned: false }), sentence)
  }

  /** Shows at once who was dropped where. */
  #put(delegateId: string, member: GroupMember | undefined, groupId: string | null): void {
    if (!this.board) return
    const others = this.board.members.filter((each) => each.delegateId !== delegateId)
    const at = member ?? { delegateId, isHeld: false, version: 1 }
    this.board = { ...this.board, members: groupId === null ? others : [...others, { ...at, groupId, role: null }] }
  }

  async #write(work: () => Promise<unknown>, sentence: string): Promise<void> {
    this.#writes = this.#writes.then(() => did(work(), sentence))
    await this.#fetch()
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'groups-page': GroupsPage
  }
}
