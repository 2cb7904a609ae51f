import { css, html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { planModes, type PlanMode } from '../../server/groups/rules/choices.ts'
import { placesOf, scoreOf, type Score } from '../../server/groups/rules/score.ts'
import type { GroupBoard, PlanPreview } from '../../server/groups/schema.ts'
import { changeMembers, planGroups } from '../api/groups.ts'
import { WordsElement } from '../parts/element.ts'
import { Form } from '../parts/form.ts'
import { radioField } from '../parts/radio-field.ts'
import { tellDone } from '../parts/toast-stack.ts'
import { controls } from '../style/controls.ts'
import { icon } from '../style/icons.ts'
import { words } from '../words/words.ts'
import { brokenSentences, evenSentence, namesOf, offSentence, reasonSentences } from './sentences.ts'
import '../parts/error-panel.ts'
import '../parts/modal-dialog.ts'

type Plan = NonNullable<PlanPreview['plan']>

/** People named of those who change group. */
const mostMoves = 12
const mostOff = 5

/** A plan for all groups, looked at before it is applied: `<group-plan-dialog congressId="…" .board>`. Tells `form-closed`. */
@customElement('group-plan-dialog')
export class GroupPlanDialog extends WordsElement {
  @property() congressId = ''
  @property({ attribute: false }) board!: GroupBoard
  @state() private preview: PlanPreview | null = null
  @state() private failure: unknown = null
  readonly #form = new Form(this, { mode: 'anew' as PlanMode })
  #seed = 1
  #asked = ''

  static override styles = [
    ...controls,
    css`
      .outcome {
        display: grid;
        gap: var(--space);
        min-block-size: 8rem;
        align-content: start;
      }
      .outcome ul {
        padding-inline-start: 1.25rem;
        list-style: disc;
        font-size: var(--size-dense);
      }
      .move {
        display: inline-block;
      }
      /* The font of the pages has no arrow to the right. */
      .to .icon {
        margin-inline: 0.5em;
        rotate: 90deg;
      }
    `,
  ]

  override connectedCallback(): void {
    super.connectedCallback()
    this.#form.begin({ mode: this.board.members.length > 0 ? 'fewest' : 'anew' })
  }

  override willUpdate(): void {
    const asked = `${this.#form.values.mode} ${String(this.#seed)}`
    if (asked !== this.#asked) void this.#plan(asked)
  }

  async #plan(asked: string): Promise<void> {
    this.#asked = asked
    this.preview = null
    this.failure = null
    try {
      const preview = await planGroups(this.congressId, { mode: this.#form.values.mode, seed: this.#seed })
      if (asked === this.#asked) this.preview = preview
    } catch (error) {
      if (asked === this.#asked) this.failure = error
    }
  }

  override render() {
    const { groups, common } = words()
    const text = groups.planDialog
    const form = this.#form
    const changes = this.preview?.plan ? this.#changesOf(this.preview.plan) : []
    return html`<modal-dialog wide heading=${text.heading} @dialog-closed=${() => this.tell('form-closed')}>
      <form class="form" id="plan" @submit=${(event: SubmitEvent) => this.#apply(event)}>
        ${radioField(form, 'mode', {
          label: text.mode,
          choices: planModes.map((mode) => ({ value: mode, label: text.modes[mode], help: text.modeHelp[mode] })),
        })}
        <div class="outcome" aria-live="polite">${this.#outcome()}</div>
        <error-panel .error=${form.error ?? this.failure}></error-panel>
      </form>
      <div slot="actions">
        ${
          form.values.mode === 'anew' && this.preview?.plan
            ? html`<button class="button" type="button" @click=${() => this.#another()}>
                ${icon('rotate-ccw')} ${text.other}
              </button>`
            : nothing
        }
        <button class="button" type="button" @click=${() => this.tell('form-closed')}>${common.cancel}</button>
        <button class="button primary" form="plan" ?disabled=${changes.length === 0} aria-busy=${form.isSending}>
          ${text.apply}
        </button>
      </div>
    </modal-dialog>`
  }

  #another(): void {
    this.#seed += 1
    this.requestUpdate()
  }

  #outcome() {
    const { planDialog: text } = words().groups
    const { preview } = this
    if (this.failure !== null) return nothing
    if (!preview) return html`<p class="muted">${icon('loader')} ${text.planning}</p>`
    if (preview.reason) {
      const { sentence, demands } = reasonSentences(this.board, preview.reason)
      return html`<div class="notice red">
        ${icon('circle-x')}
        <div>
          <p>${sentence}</p>
          ${
            demands.length === 0
              ? nothing
              : html`<ul>
                  ${demands.map((demand) => html`<li>${demand}</li>`)}
                </ul>`
          }
        </div>
      </div>`
    }
    return preview.plan ? this.#planned(preview.plan) : nothing
  }

  #planned(plan: Plan) {
    const { planDialog: text } = words().groups
    const { board } = this
    const before = scoreOf(board)
    if (this.#changesOf(plan).length === 0) return this.#unchanged(before)
    const now = placesOf(board)
    const after = scoreOf(board, new Map(plan.places.map(({ delegateId, groupId }) => [delegateId, groupId])))
    const comers = plan.places.filter(({ delegateId }) => !now.has(delegateId)).length
    const moved = text.moved(plan.moved)
    return html`
      <p>
        ${comers > 0 ? text.placed(comers) : nothing} ${now.size > 0 ? moved : nothing}
        ${plan.isFewest && plan.moved > 0 ? text.fewest : nothing}
      </p>
      <dl class="facts">
        ${
          now.size > 0 && before.unplaced === 0
            ? html`<div>
                <dt>${text.before}</dt>
                <dd>
                  ${[evenSentence(before), ...brokenSentences(board, before).map((each) => `${each}.`)].join(' ')}
                </dd>
              </div>`
            : nothing
        }
        <div>
          <dt>${text.after}</dt>
          <dd>
            ${evenSentence(after)}
            ${
              after.off.length === 0
                ? nothing
                : html`<ul>
                    ${after.off.slice(0, mostOff).map((off) => html`<li>${offSentence(board, off)}</li>`)}
                    ${after.off.length > mostOff ? html`<li>${words().groups.score.more(after.off.length - mostOff)}</li>` : nothing}
                  </ul>`
            }
          </dd>
        </div>
        ${this.#moves(plan, now)}
      </dl>
    `
  }

  /** Nobody moves, though the groups may be uneven: then the sentence says why, and what evens them out. */
  #unchanged(score: Score) {
    const { planDialog: text } = words().groups
    if (score.cost === score.least) {
      return html`<p>${icon('circle-check')} ${text.nothing} ${score.cost === 0 ? nothing : evenSentence(score)}</p>`
    }
    const isAnew = this.#form.values.mode === 'anew'
    return html`<p>
      ${icon('info')} ${isAnew ? text.noneMoreEven : text.nobodyMust} ${evenSentence(score)}
      ${isAnew ? nothing : text.evenOut(text.modes.anew)}
    </p>`
  }

  #moves(plan: Plan, now: ReadonlyMap<string, string>) {
    const { planDialog: text } = words().groups
    const names = namesOf(this.board)
    const nameOf = (id: string | undefined) => names.get(id ?? '') ?? ''
    const moves = plan.places.filter(({ delegateId, groupId }) => (now.get(delegateId) ?? groupId) !== groupId)
    if (moves.length === 0) return nothing
    return html`<div>
      <dt>${text.moves}</dt>
      <dd>
        <ul>
          ${moves.slice(0, mostMoves).map(
            ({ delegateId, groupId }) =>
              html`<li>
                ${nameOf(delegateId)}:
                <span class="move"
                  >${nameOf(now.get(delegateId))}<span class="to">${icon('arrow-up')}</span
                  ><span class="visually-hidden"> ${text.movedTo} </span>${nameOf(groupId)}</span
                >
              </li>`,
          )}
          ${moves.length > mostMoves ? html`<li>${text.moreMoves(moves.length - mostMoves)}</li>` : nothing}
        </ul>
      </dd>
    </div>`
  }

  /** Only who gets another place is written; whoever leads or is held stays so. */
  #changesOf({ places }: Plan) {
    const memberOf = new Map(this.board.members.map((member) => [member.delegateId, member]))
    return places.flatMap(({ delegateId, groupId }) => {
      const member = memberOf.get(delegateId)
      if (member?.groupId === groupId) return []
      return [
        {
          delegateId,
          groupId,
          role: member?.role ?? null,
          isHeld: member?.isHeld ?? false,
          version: member?.version ?? 0,
        },
      ]
    })
  }

  async #apply(event: SubmitEvent): Promise<void> {
    event.preventDefault()
    const members = this.preview?.plan ? this.#changesOf(this.preview.plan) : []
    if (members.length === 0) return
    if (!(await this.#form.submit(() => changeMembers(this.congressId, { members, isPlanned: true })))) return
    tellDone(words().groups.done.planned(members.length))
    this.tell('form-closed')
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'group-plan-dialog': GroupPlanDialog
  }
}
