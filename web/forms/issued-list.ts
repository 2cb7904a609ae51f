import { css, html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { isSettledBy } from '../../server/forms/rules.ts'
import { formKindIds, type IssuedForm, type Refusal } from '../../server/forms/schema.ts'
import { formatShortDate } from '../../server/format/dates.ts'
import { formPath } from '../api/forms.ts'
import { WordsElement } from '../parts/element.ts'
import { phoneLinks } from '../parts/phone.ts'
import type { Column } from '../records/record-table.ts'
import { ViewState } from '../router.ts'
import { may } from '../session.ts'
import { controls } from '../style/controls.ts'
import { icon } from '../style/icons.ts'
import { language, translated, words } from '../words/words.ts'
import { formKindName, shownInstant } from './word-form.ts'
import { callWith } from './ask-unit.ts'
import './refused-list.ts'
import '../records/record-table.ts'

type Answer = 'waiting' | 'overdue' | 'refused' | 'answered' | 'known'

/**
 * Who was sent which form and who has not answered, with their telephones, and what came back that could not be taken:
 * `<issued-list .forms .refusals .today>`.
 */
@customElement('issued-list')
export class IssuedList extends WordsElement {
  @property({ attribute: false }) forms: readonly IssuedForm[] = []
  @property({ attribute: false }) refusals: readonly Refusal[] = []
  @property() today = ''
  /** The only kind of form that is listed; '' = any may be. */
  @property() kind = ''
  @state() private called: IssuedForm | null = null
  readonly #view = new ViewState(this, { answer: 'waiting', kind: '' })

  static override styles = [
    ...controls,
    css`
      :host {
        display: block;
      }
      .input {
        inline-size: auto;
      }
      .head {
        margin-block-end: var(--space);
      }
    `,
  ]

  /** What came back that could not be taken, by the form that it answers. */
  #refused: ReadonlySet<string> = new Set()

  protected override willUpdate(): void {
    const units = new Set(this.refusals.map(({ unitId }) => unitId))
    const isRefused = (form: IssuedForm) =>
      units.has(form.unitId) && this.refusals.some((refusal) => isSettledBy(refusal, form))
    this.#refused = new Set(this.forms.filter(isRefused).map(({ id }) => id))
  }

  #answerOf = ({ id, answeredAt, isKnownOtherwise, deadline }: IssuedForm): Answer => {
    if (isKnownOtherwise) return 'known'
    if (this.#refused.has(id)) return 'refused'
    if (answeredAt !== null) return 'answered'
    return deadline !== null && deadline < this.today ? 'overdue' : 'waiting'
  }

  override render() {
    const answer = this.#view.get('answer')
    const kind = this.kind === '' ? this.#view.get('kind') : this.kind
    const ofKind = this.forms.filter((form) => kind === '' || form.kind === kind)
    if (answer === 'refused' && this.refusals.length > 0) {
      return html`<div class="row head no-print">${this.#filters(ofKind, answer)}</div>
        <refused-list .refusals=${this.refusals}></refused-list>`
    }
    return html`
      <record-table
        plain
        label=${words().forms.list.label}
        .columns=${this.#columns() as readonly Column<never>[]}
        .rows=${ofKind.filter((form) => this.#isIn(answer, form))}
        .nameOf=${({ unitName }: IssuedForm) => unitName}
      >
        <span slot="filters" class="row no-print"
          >${this.#filters(ofKind, answer)} ${this.kind === '' ? this.#kinds(kind) : nothing}</span
        >
      </record-table>
      ${this.called === null ? nothing : callWith(this.called, () => (this.called = null))}
    `
  }

  /** What is overdue, or came back faulty, waits too. */
  #isIn(wanted: string, form: IssuedForm): boolean {
    const answer = this.#answerOf(form)
    if (wanted === 'all' || wanted === answer) return true
    if (wanted === 'answered') return form.answeredAt !== null || answer === 'known'
    if (form.answeredAt !== null || answer === 'known') return false
    return wanted !== 'overdue' || (form.deadline !== null && form.deadline < this.today)
  }

  #filters(forms: readonly IssuedForm[], wanted: string) {
    const { filters } = words().forms.list
    const isRefusedShown = wanted === 'refused' && this.refusals.length > 0
    const chip = (value: string, word: string) => html`
      <button
        class="chip"
        aria-pressed=${isRefusedShown ? value === wanted : value === (wanted === 'refused' ? 'waiting' : wanted)}
        @click=${() => this.#view.set({ answer: value })}
      >
        ${word} ${value === 'refused' ? this.refusals.length : forms.filter((form) => this.#isIn(value, form)).length}
      </button>
    `
    return html`<span class="row" role="group" aria-label=${filters.label}>
      ${chip('waiting', filters.waiting)} ${chip('overdue', filters.overdue)}
      ${this.refusals.length === 0 ? nothing : chip('refused', filters.refused)} ${chip('answered', filters.answered)}
      ${chip('all', filters.all)}
    </span>`
  }

  #kinds(wanted: string) {
    const { list } = words().forms
    return html`<select
      class="input"
      aria-label=${list.kind}
      @change=${(event: Event) => this.#view.set({ kind: (event.target as HTMLSelectElement).value })}
    >
      <option value="" ?selected=${wanted === ''}>${list.allKinds}</option>
      ${formKindIds.map((kind) => html`<option value=${kind} ?selected=${wanted === kind}>${formKindName(kind)}</option>`)}
    </select>`
  }

  #columns(): Column<IssuedForm>[] {
    const { list } = words().forms
    const day = (date: string | null) => (date === null ? '' : formatShortDate(date, language()))
    return [
      { key: 'unit', label: list.unit, text: ({ unitName }) => translated(unitName) },
      { key: 'upper', label: list.upper, text: ({ upperName }) => translated(upperName) },
      {
        key: 'kind',
        label: list.kind,
        text: ({ kind, issue }) => `${formKindName(kind)}${issue > 1 ? ` (${list.issue(issue)})` : ''}`,
      },
      {
        key: 'issued',
        label: list.issued,
        isNarrow: true,
        text: ({ issuedAt }) => shownInstant(issuedAt).split(',')[0] ?? '',
        order: ({ issuedAt }) => issuedAt,
      },
      {
        key: 'deadline',
        label: list.deadline,
        isNarrow: true,
        text: ({ deadline }) => day(deadline),
        order: ({ deadline }) => deadline ?? '9',
      },
      { key: 'state', label: list.state, text: this.#answerText, draw: this.#answerBadge },
      { key: 'contact', label: list.contact, text: ({ contactName }) => contactName },
      {
        key: 'phone',
        label: list.phone,
        isNarrow: true,
        text: ({ contactPhone }) => contactPhone,
        draw: ({ contactPhone }) => phoneLinks(contactPhone),
      },
      { key: 'actions', label: list.actions, isNarrow: true, text: () => '', draw: this.#actions },
    ]
  }

  #answerText = (form: IssuedForm): string => {
    const { list } = words().forms
    const answer = this.#answerOf(form)
    return answer === 'answered' ? list.answered(shownInstant(form.answeredAt ?? '').split(',')[0] ?? '') : list[answer]
  }

  #answerBadge = (form: IssuedForm) => {
    const look = {
      answered: ['green', 'circle-check'],
      known: ['green', 'phone'],
      overdue: ['red', 'clock'],
      refused: ['red', 'circle-x'],
      waiting: ['amber', 'clock'],
    } as const
    const [hue, picture] = look[this.#answerOf(form)]
    return html`<span class="badge ${hue}">${icon(picture)} ${this.#answerText(form)}</span> ${this.#call(form)}`
  }

  /** When the unit was last called about a form that is still open, or when it is to be called again. */
  #call(form: IssuedForm) {
    const { call, answeredAt, isKnownOtherwise } = form
    if (!call || answeredAt !== null || isKnownOtherwise) return nothing
    const { callBackOn } = call
    const isDue = callBackOn !== null && callBackOn <= this.today
    return html`<span class="badge ${callBackOn === null ? 'slate' : isDue ? 'red' : 'amber'}">
      ${icon('phone')} ${this.#callText(form)}
    </span>`
  }

  #callText({ call }: IssuedForm): string {
    const { list } = words().forms
    if (!call) return ''
    return call.callBackOn === null
      ? list.calledOn(shownInstant(call.at).split(',')[0] ?? '')
      : list.callAgainOn(formatShortDate(call.callBackOn, language()))
  }

  #actions = (form: IssuedForm) => {
    const { list } = words().forms
    return html`
      ${
        may('organizer')
          ? html`<button
              class="button quiet small icon-only labelled"
              aria-label=${list.call(form.unitName)}
              title=${list.calls}
              @click=${() => (this.called = form)}
            >
              ${icon('phone')}<span class="word">${list.calls}</span>
            </button>`
          : nothing
      }
      <a
        class="button quiet small icon-only labelled"
        href=${formPath(form.id)}
        download
        aria-label="${list.file}: ${form.unitName}"
        title=${list.file}
        >${icon('file-spreadsheet')}<span class="word">${list.file}</span></a
      >
    `
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'issued-list': IssuedList
  }
}
