import { css, html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { formatShortDate } from '../../server/format/dates.ts'
import type { Delegate, DelegateList, OtherPart, SensitiveData } from '../../server/delegates/schema.ts'
import { listOtherParts } from '../api/delegates.ts'
import { ApiError } from '../api/request.ts'
import { WordsElement } from '../parts/element.ts'
import { selectField, textField } from '../parts/field.ts'
import { Form } from '../parts/form.ts'
import { phoneLinks } from '../parts/phone.ts'
import { tellDone } from '../parts/toast-stack.ts'
import { controls } from '../style/controls.ts'
import { icon } from '../style/icons.ts'
import { language, translated, words } from '../words/words.ts'
import { allColumns, cellsOf, choicesOf, isUnasked, readCells, type ColumnName } from './columns.ts'
import { sections } from './card-sections.ts'
import { replacedNote } from './replaced-note.ts'
import { sensitiveSection } from './sensitive-section.ts'
import type { DelegateSource } from './source.ts'
import '../assignments/delegate-attendance.ts'
import '../choosing/delegate-chain.ts'
import '../parts/error-panel.ts'
import '../parts/modal-dialog.ts'
import './delegate-photo.ts'
import './replace-dialog.ts'
import './seat-warnings.ts'
import './sensitive-dialog.ts'

type Cells = Record<string, string>

/**
 * Somebody's card, or a new one: `<delegate-dialog .source .shown=${list} .delegate=${null} writable>`. Tells
 * `delegate-saved`, `removal-wanted` with the delegate, and `form-closed`.
 */
@customElement('delegate-dialog')
export class DelegateDialog extends WordsElement {
  @property({ attribute: false }) source!: DelegateSource
  /** Whose sessions, and parts in other congresses, are shown; '' = none, as in the list of a unit, which reads no other. */
  @property() congressId = ''
  /** Columns that are not for whoever looks. */
  @property({ attribute: false }) leftOut: ReadonlySet<ColumnName> = new Set()
  @property({ attribute: false }) shown!: DelegateList
  @property({ attribute: false }) delegate: Delegate | null = null
  @property({ type: Boolean }) writable = false
  /** Whether what is sensitive may be known somewhere: then it is asked for. */
  @property({ attribute: false }) isTrusted = false
  @state() private others: readonly OtherPart[] = []
  @state() private isReplacing = false
  @state() private isSensitiveOpen = false
  @state() private sensitive: SensitiveData | null = null
  readonly #form = new Form<Cells>(this, {})
  #version = 0

  static override styles = [
    ...controls,
    css`
      fieldset {
        margin: 0;
        padding: 0;
        border: 0;
        min-inline-size: 0;
      }
      fieldset + fieldset,
      section {
        margin-block-start: var(--space-2);
        padding-block-start: var(--space-2);
        border-block-start: 1px solid var(--line);
      }
      legend,
      h3 {
        float: inline-start;
        inline-size: 100%;
        margin-block-end: var(--space);
        font-size: var(--size-normal);
        font-weight: 600;
      }
      .columns {
        clear: both;
      }
      .delete {
        margin-inline-end: auto;
      }
      li {
        padding-block: var(--space-half);
      }
    `,
  ]

  override connectedCallback(): void {
    super.connectedCallback()
    this.#begin(this.delegate)
    if (this.delegate) void this.#findOthers(this.delegate.id)
  }

  async #findOthers(id: string): Promise<void> {
    if (this.congressId !== '') this.others = await listOtherParts(id).catch(() => [])
    if (this.isTrusted) this.sensitive = await this.source.sensitive.find(id).catch(() => null)
  }

  #begin(delegate: Delegate | null): void {
    this.#version = delegate?.version ?? 0
    const { standings } = words().delegates
    this.#form.begin(withAll(delegate ? cellsOf(delegate) : { standing: standings.listed }))
  }

  override render() {
    if (this.isReplacing) return this.#replacing()
    if (this.isSensitiveOpen) return this.#sensitiveDialog()
    const { delegates: text } = words()
    const form = this.#form
    const { delegate } = this
    return html`
      <modal-dialog
        wide
        heading=${delegate === null ? text.add : this.writable ? text.edit(delegate.name) : delegate.name}
        ?guarded=${form.isChanged}
        @dialog-closed=${() => this.tell('form-closed')}
      >
        <form class="form" id="delegate" @submit=${(event: SubmitEvent) => this.#save(event)}>
          <error-panel
            .error=${form.error}
            .compared=${this.#compared()}
            @mine-kept=${() => this.#keepMine()}
            @theirs-taken=${() => this.#takeTheirs()}
          ></error-panel>
          ${delegate === null ? nothing : replacedNote(delegate, this.shown)}
          ${(Object.keys(sections) as (keyof typeof sections)[]).map((section) => this.#section(section))}
          <datalist id="delegations">
            ${this.shown.delegations.map(({ name }) => html`<option value=${name}></option>`)}
          </datalist>
        </form>
        ${this.#photo()} ${this.#attendance()} ${this.#answer()} ${this.#sensitive()} ${this.#chain()} ${this.#others()}
        <div slot="actions" class="form-actions">${this.#actions()}</div>
      </modal-dialog>
    `
  }

  /** In the place of the card. */
  #replacing() {
    return html`<replace-dialog
      .replace=${this.source.replace}
      .rolesOf=${this.source.rolesOf}
      .shown=${this.shown}
      .delegate=${this.delegate}
      @delegate-replaced=${() => {
        this.tell('delegate-saved')
        this.tell('form-closed')
      }}
    ></replace-dialog>`
  }

  #actions() {
    const { delegates: text, common } = words()
    const { delegate } = this
    const close = html`<button class="button" type="button" @click=${() => this.tell('form-closed')}>
      ${this.writable ? common.cancel : common.close}
    </button>`
    if (!this.writable) return close
    return html`
      ${
        delegate === null
          ? nothing
          : html`<button
              class="button danger delete"
              type="button"
              @click=${() => this.tell('removal-wanted', delegate)}
            >
              ${icon('trash-2')} ${common.delete}
            </button>`
      }
      ${
        delegate?.standing === 'listed'
          ? html`<button
              class="button"
              type="button"
              ?disabled=${this.#form.isChanged}
              @click=${() => (this.isReplacing = true)}
            >
              ${icon('arrow-left-right')} ${words().replacement.open}
            </button>`
          : nothing
      }
      ${close}
      ${
        delegate === null
          ? html`<button class="button" form="delegate" value="next">${text.saveAndNext}</button>`
          : nothing
      }
      <button class="button primary" form="delegate" aria-busy=${this.#form.isSending}>${common.save}</button>
    `
  }

  #section(section: keyof typeof sections) {
    const isShown = (name: ColumnName) =>
      !this.leftOut.has(name) && (!isUnasked(name, this.shown.asked) || this.#form.first(name) !== '')
    const names = sections[section].filter(isShown)
    if (names.length === 0) return nothing
    return html`<fieldset ?disabled=${!this.writable}>
      <legend>${words().delegates.card[section]}</legend>
      <div class="columns">${names.map((name) => this.#field(name))}</div>
      ${section === 'part' && this.writable ? this.#seatWarnings() : nothing}
    </fieldset>`
  }

  #seatWarnings() {
    return html`<seat-warnings
      .congressId=${this.congressId}
      .delegates=${this.shown.delegates}
      .delegate=${this.delegate}
      .typed=${this.#form.values['seat'] ?? ''}
    ></seat-warnings>`
  }

  #field(name: ColumnName) {
    const { fields, card, unsaid } = words().delegates
    const help: Partial<Record<ColumnName, string>> = {
      name: card.isAsTyped,
      printedName: card.printedNameHelp,
      printedPost: card.printedPostHelp,
      groups: card.severalHelp,
      titles: card.severalHelp,
      birthDate: card.birthDateHelp,
    }
    const helped = help[name] === undefined ? {} : { help: help[name] }
    const options = { label: fields[name], isOptional: name !== 'name' && name !== 'standing', ...helped }
    const choices = choicesOf(name)
    if (!choices) return textField(this.#form, name, { ...options, maxLength: 300 })
    const all = [
      ...(name === 'standing' ? [] : [['', unsaid] as const]),
      ...choices.map((each) => [each, each] as const),
    ]
    return selectField(this.#form, name, { ...options, choices: all })
  }

  /** Where the delegate comes and what as. */
  #attendance() {
    const { delegate } = this
    if (!delegate || this.congressId === '') return nothing
    return html`<section aria-labelledby="attendance">
      <h3 id="attendance">${words().assignments.card.heading}</h3>
      <delegate-attendance
        .congressId=${this.congressId}
        .delegateId=${delegate.id}
        .list=${this.shown}
        ?writable=${this.writable}
      ></delegate-attendance>
    </section>`
  }

  #chain() {
    if (!this.delegate || this.congressId === '') return nothing
    return html`<delegate-chain .delegate=${this.delegate}></delegate-chain>`
  }

  #photo() {
    const { delegate } = this
    if (!delegate) return nothing
    return html`<delegate-photo
      .source=${this.source.photo}
      .delegateId=${delegate.id}
      .name=${delegate.name}
      ?asked=${this.shown.asked.includes('photo')}
      ?writable=${this.writable}
    ></delegate-photo>`
  }

  /** What the delegate answered, and how to reach whom. */
  #answer() {
    const { delegate } = this
    if (!delegate || (delegate.answer === null && delegate.phone === '')) return nothing
    const { fields, answers, card } = words().delegates
    return html`<section>
      ${
        delegate.answer === null
          ? nothing
          : html`<p>${fields.answer}: ${card.replied(answers[delegate.answer], delegate.answerReason)}</p>`
      }
      <p>${phoneLinks(delegate.phone)}</p>
    </section>`
  }

  /** What is kept apart, or that it is. */
  #sensitive() {
    const { delegate, sensitive } = this
    if (!delegate) return nothing
    const edit = this.writable && !this.#form.isChanged ? () => (this.isSensitiveOpen = true) : null
    return sensitiveSection({ sensitive, asked: this.shown.asked, edit })
  }

  /** In the place of the card, which comes back with what was entered. */
  #sensitiveDialog() {
    return html`<sensitive-dialog
      .change=${this.source.sensitive.change}
      .delegate=${this.delegate}
      .kept=${this.sensitive}
      .asked=${this.shown.asked}
      @sensitive-saved=${({ detail }: CustomEvent<SensitiveData>) => {
        this.sensitive = detail
        this.isSensitiveOpen = false
      }}
    ></sensitive-dialog>`
  }

  #others() {
    if (this.others.length === 0) return nothing
    const { card, classes, standings } = words().delegates
    return html`<section aria-labelledby="others">
      <h3 id="others">${card.others}</h3>
      <ul class="columns">
        ${this.others.map(
          ({ congressId, title, dateFrom, class: kind, post, standing }) =>
            html`<li>
              <a href=${`/congresses/${congressId}/delegates`}>${translated(title)}</a>
              <span class="small muted">
                ${[
                  dateFrom === null ? '' : formatShortDate(dateFrom, language()),
                  kind === null ? '' : classes[kind],
                  post,
                  standing === 'listed' ? '' : standings[standing],
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </li>`,
        )}
      </ul>
    </section>`
  }

  async #save(event: SubmitEvent): Promise<void> {
    event.preventDefault()
    const isNext = (event.submitter as HTMLButtonElement | null)?.value === 'next'
    const { delegates: text, errors } = words()
    const form = this.#form
    const changed = Object.entries(form.values).filter(([name, typed]) => typed !== form.first(name))
    const { values, faults } = readCells(Object.fromEntries(changed))
    const required = form.values['name']?.trim() === '' ? { name: errors.rules.required } : {}
    if (!form.refuse({ ...faults, ...required })) return
    const { delegate, source } = this
    const isSaved = await form.submit(() =>
      delegate === null
        ? source.create({ ...values, name: form.values['name']?.trim() ?? '' })
        : source.change({ delegates: [{ id: delegate.id, version: this.#version, values }] }),
    )
    if (!isSaved) return
    tellDone(delegate === null ? text.added(form.values['name'] ?? '') : text.saved)
    this.tell('delegate-saved')
    if (!isNext) return this.tell('form-closed')
    this.#begin(null)
    await this.updateComplete
    this.renderRoot.querySelector<HTMLElement>('input, select')?.focus()
  }

  /** The card as another wrote it meanwhile. */
  get #theirs(): Delegate | null {
    const { error } = this.#form
    return error instanceof ApiError ? ((error.current ?? null) as Delegate | null) : null
  }

  #compared() {
    const theirs = this.#theirs ? cellsOf(this.#theirs) : {}
    const { fields } = words().delegates
    return allColumns.map((name) => ({
      label: fields[name],
      mine: this.#form.values[name] ?? '',
      theirs: theirs[name] ?? '',
    }))
  }

  #keepMine(): void {
    this.#version = this.#theirs?.version ?? this.#version
    void this.#save(new SubmitEvent('submit'))
  }

  #takeTheirs(): void {
    const theirs = this.#theirs
    this.tell('delegate-saved')
    if (theirs) this.#begin(theirs)
    else this.tell('form-closed')
  }
}

const withAll = (cells: Cells): Cells => Object.fromEntries(allColumns.map((name) => [name, cells[name] ?? '']))

declare global {
  interface HTMLElementTagNameMap {
    'delegate-dialog': DelegateDialog
  }
}
