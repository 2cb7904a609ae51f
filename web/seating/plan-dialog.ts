import { css, html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { v7 } from 'uuid'
import { delegationLayouts, type DelegationLayout } from '../../server/seating/rules/problem.ts'
import {
  batchPhase,
  photographPhase,
  planNames,
  presidiumPhase,
  type UsualName,
} from '../../server/seating/rules/usual-names.ts'
import {
  mostPhases,
  seatingKinds,
  type SeatingKind,
  type SeatingOverview,
  type SeatingPhase,
  type SeatingPlan,
} from '../../server/seating/schema.ts'
import { changeSeatingPlan, createSeatingPlan, deleteSeatingPlan } from '../api/seating.ts'
import { WordsElement } from '../parts/element.ts'
import { selectField, textField } from '../parts/field.ts'
import { Form } from '../parts/form.ts'
import { tellDone } from '../parts/toast-stack.ts'
import { controls } from '../style/controls.ts'
import { icon } from '../style/icons.ts'
import { language, translated, words } from '../words/words.ts'
import '../parts/error-panel.ts'
import '../parts/modal-dialog.ts'

/** Batches whose phases are proposed; more are typed. */
const mostBatches = 6

const inLanguage = ([name, english]: UsualName): string => (language() === 'en' ? english : name)

/**
 * A seating plan to be made, or changed: `<seating-plan-dialog congressId="…" .overview .plan ?phased>`, `phased` = to begin
 * at its phases. Tells `form-closed` with the id of the plan to look at, '' = the same as before.
 */
@customElement('seating-plan-dialog')
export class SeatingPlanDialog extends WordsElement {
  @property() congressId = ''
  @property({ attribute: false }) overview!: SeatingOverview
  /** null = a new one. */
  @property({ attribute: false }) plan: SeatingPlan | null = null
  /** How many batches of the honoured there are: each may have a phase. */
  @property({ attribute: false }) batches = 0
  @property({ type: Boolean }) phased = false
  @state() private phases: SeatingPhase[] = []
  readonly #form = new Form(this, {
    name: '',
    kind: 'official' as SeatingKind,
    hallId: '',
    copyOf: '',
    layout: 'rows' as DelegationLayout,
  })

  static override styles = [
    ...controls,
    css`
      .phase {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        gap: var(--space-half);
        margin-block-end: var(--space-half);
      }
      .phase .input {
        inline-size: 100%;
      }
      .usual {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-half);
      }
      .delete {
        margin-inline-end: auto;
      }
    `,
  ]

  override connectedCallback(): void {
    super.connectedCallback()
    const { plan } = this
    const taken = new Set(this.overview.plans.map(({ name }) => name))
    const kind = seatingKinds.find((each) => planNames[each].every((name) => !taken.has(name))) ?? 'official'
    this.#form.begin({
      name: plan?.name ?? inLanguage(planNames[kind]),
      kind: plan?.kind ?? kind,
      hallId: plan?.hallId ?? this.overview.halls[0]?.id ?? '',
      copyOf: plan === null ? (this.overview.plans[0]?.id ?? '') : '',
      layout: plan?.layout ?? 'rows',
    })
    this.phases = plan?.phases.slice(1) ?? []
  }

  override render() {
    const { seating, common } = words()
    const { form: text } = seating
    const form = this.#form
    return html`<modal-dialog
      heading=${this.plan ? text.editHeading : text.heading}
      ?guarded=${form.isChanged}
      @dialog-closed=${() => this.tell('form-closed', '')}
    >
      <form class="form" id="plan" @submit=${(event: SubmitEvent) => this.#save(event)}>
        ${textField(form, 'name', { label: text.name, maxLength: 120 })}
        ${selectField(form, 'kind', {
          label: text.kind,
          choices: seatingKinds.map((kind) => [kind, seating.kinds[kind]] as const),
        })}
        ${this.plan ? this.#ofPlan() : this.#ofNew()}
        <error-panel .error=${form.error}></error-panel>
      </form>
      <div slot="actions">
        ${
          this.plan
            ? html`<button class="button danger delete" type="button" @click=${() => this.#delete()}>
                ${icon('trash-2')} ${text.delete}
              </button>`
            : nothing
        }
        <button class="button" type="button" @click=${() => this.tell('form-closed', '')}>${common.cancel}</button>
        <button class="button primary" form="plan" aria-busy=${form.isSending}>
          ${this.plan ? text.save : text.make}
        </button>
      </div>
    </modal-dialog>`
  }

  #ofNew() {
    const { form: text } = words().seating
    const { halls, plans } = this.overview
    return html`${selectField(this.#form, 'hallId', {
      label: text.hall,
      choices: halls.map(
        ({ id, name, venueName, seats }) => [id, text.hallOf(translated(name), translated(venueName), seats)] as const,
      ),
    })}
    ${
      plans.length === 0
        ? nothing
        : selectField(this.#form, 'copyOf', {
            label: text.copyOf,
            choices: [['', text.noCopy], ...plans.map(({ id, name }) => [id, translated(name)] as const)],
          })
    }`
  }

  #ofPlan() {
    const { form: text } = words().seating
    return html`${selectField(this.#form, 'layout', {
        label: text.layout,
        choices: delegationLayouts.map((layout) => [layout, text.layouts[layout]] as const),
      })}
      <fieldset>
        <legend class="label">${text.phases}</legend>
        <p class="muted small">${text.phasesHelp}</p>
        ${this.phases.map(({ name }, place) => this.#phase(name, place))}
        ${
          this.phases.length + 1 < mostPhases
            ? html`<div class="usual">
                ${this.#usualPhases().map(
                  (name, place) =>
                    html`<button
                      class="button small"
                      type="button"
                      ?autofocus=${this.phased && place === 0}
                      @click=${() => this.#addPhase(name)}
                    >
                      ${icon('plus')} ${name}
                    </button>`,
                )}
                <button class="button small" type="button" @click=${() => this.#addPhase('')}>
                  ${icon('plus')} ${text.otherPhase}
                </button>
              </div>`
            : nothing
        }
      </fieldset>`
  }

  /** What most congresses have and this plan has not. */
  #usualPhases(): string[] {
    const taken = new Set(this.phases.map(({ name }) => name))
    const batches = Array.from({ length: Math.min(this.batches, mostBatches) }, (_nothing, place) =>
      batchPhase(place + 1),
    )
    return [presidiumPhase, ...batches, photographPhase].flatMap((usual) =>
      usual.some((name) => taken.has(name)) ? [] : [inLanguage(usual)],
    )
  }

  #phase(name: string, place: number) {
    const { form: text } = words().seating
    return html`<div class="phase">
      <input
        class="input"
        aria-label=${text.phaseName(place + 1)}
        maxlength="120"
        required
        .value=${name}
        @input=${(event: Event) => this.#rename(place, (event.target as HTMLInputElement).value)}
      />
      <button
        class="button quiet"
        type="button"
        aria-label=${text.removePhase(name)}
        @click=${() => (this.phases = this.phases.filter((_phase, at) => at !== place))}
      >
        ${icon('x')}
      </button>
    </div>`
  }

  #addPhase(name: string): void {
    this.phases = [...this.phases, { id: v7(), name }]
  }

  #rename(place: number, name: string): void {
    this.phases = this.phases.map((phase, at) => (at === place ? { ...phase, name } : phase))
  }

  async #save(event: SubmitEvent): Promise<void> {
    event.preventDefault()
    const { done } = words().seating
    const { name, kind, hallId, copyOf, layout } = this.#form.values
    const { plan } = this
    let shown = ''
    const send = async () => {
      if (plan) {
        const { delegationOrder, version } = plan
        const phases = [{ id: '' as const, name: '' }, ...this.phases]
        await changeSeatingPlan(this.congressId, plan.id, { name, kind, phases, layout, delegationOrder, version })
      } else {
        const made = await createSeatingPlan(this.congressId, { name, kind, hallId, copyOf: copyOf || null })
        shown = made.id
      }
    }
    if (!(await this.#form.submit(send))) return
    tellDone(plan ? done.changed : done.made(name))
    this.tell('form-closed', shown)
  }

  async #delete(): Promise<void> {
    const { plan } = this
    if (!plan) return
    if (!(await this.#form.submit(() => deleteSeatingPlan(this.congressId, plan.id, plan.version)))) return
    tellDone(words().seating.done.deleted(plan.name))
    this.tell('form-closed', 'gone')
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'seating-plan-dialog': SeatingPlanDialog
  }
}
