import { css, html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { nameOfRow } from '../../server/lists/rules.ts'
import { longestValue, type CongressList, type ListColumnShown, type ListRowShown } from '../../server/lists/schema.ts'
import { addListRow, changeListRows, type ListPlace } from '../api/lists.ts'
import { ApiError } from '../api/request.ts'
import { WordsElement } from '../parts/element.ts'
import { selectField, textField } from '../parts/field.ts'
import { Form } from '../parts/form.ts'
import { tellDone } from '../parts/toast-stack.ts'
import { controls } from '../style/controls.ts'
import { icon } from '../style/icons.ts'
import { language, words } from '../words/words.ts'
import '../parts/error-panel.ts'
import '../parts/modal-dialog.ts'

type Values = Record<string, string>

/**
 * Adds a row to a list, or changes the one that is given, as a form: `<row-dialog .place .shown=${list} .row=${null}>`.
 * Tells `row-saved`, `row-removed` with the row, and `form-closed`.
 */
@customElement('row-dialog')
export class RowDialog extends WordsElement {
  @property({ attribute: false }) place!: ListPlace
  @property({ attribute: false }) shown!: CongressList
  @property({ attribute: false }) row: ListRowShown | null = null
  readonly #form = new Form<Values>(this, {})
  #version = 0

  static override styles = [
    ...controls,
    css`
      .delete {
        margin-inline-end: auto;
      }
    `,
  ]

  override connectedCallback(): void {
    super.connectedCallback()
    this.#begin(this.row)
  }

  #begin(row: ListRowShown | null): void {
    this.#version = row?.version ?? 0
    this.#form.begin(valuesOf(this.shown.columns, row))
  }

  override render() {
    const { lists, common } = words()
    const form = this.#form
    const { columns, titles } = this.shown
    return html`
      <modal-dialog
        heading=${this.row === null ? lists.addOne(titles[language()]) : lists.editOne(nameOfRow(columns, this.row.values))}
        ?guarded=${form.isChanged}
        @dialog-closed=${() => this.tell('form-closed')}
      >
        <form class="form" id="row" @submit=${(event: SubmitEvent) => this.#save(event)}>
          <div class="columns">${columns.map((column) => this.#field(column))}</div>
          <error-panel
            .error=${form.error}
            .compared=${this.#compared()}
            @mine-kept=${() => this.#keepMine()}
            @theirs-taken=${() => this.#takeTheirs()}
          ></error-panel>
        </form>
        <div slot="actions" class="form-actions">
          ${
            this.row === null
              ? nothing
              : html`<button
                  class="button danger delete"
                  type="button"
                  @click=${() => this.tell('row-removed', this.row)}
                >
                  ${icon('trash-2')} ${common.delete}
                </button>`
          }
          <button class="button" type="button" @click=${() => this.tell('form-closed')}>${common.cancel}</button>
          ${
            this.row === null
              ? html`<button class="button" form="row" value="next">${lists.saveAndNext}</button>`
              : nothing
          }
          <button class="button primary" form="row" aria-busy=${form.isSending}>${common.save}</button>
        </div>
      </modal-dialog>
    `
  }

  #field({ name, labels, isRequired, choices }: ListColumnShown) {
    const options = { label: labels[language()], isOptional: !isRequired, maxLength: longestValue }
    if (choices.length === 0) return textField(this.#form, name, options)
    const all = ['', ...choices].map((choice) => [choice, choice] as const)
    return selectField(this.#form, name, { ...options, choices: all })
  }

  async #save(event: SubmitEvent): Promise<void> {
    event.preventDefault()
    const isNext = (event.submitter as HTMLButtonElement | null)?.value === 'next'
    const { row, place } = this
    const isSaved = await this.#form.submit((values) =>
      row === null
        ? addListRow(place, values)
        : changeListRows(place, { rows: [{ id: row.id, version: this.#version, values }] }),
    )
    if (!isSaved) return
    const { lists } = words()
    tellDone(row === null ? lists.added(nameOfRow(this.shown.columns, this.#form.values)) : lists.saved)
    this.tell('row-saved')
    if (!isNext) return this.tell('form-closed')
    this.#begin(null)
    await this.updateComplete
    this.renderRoot.querySelector<HTMLElement>('input, select')?.focus()
  }

  /** The row as another wrote it meanwhile. */
  get #theirs(): ListRowShown | null {
    const { error } = this.#form
    return error instanceof ApiError ? ((error.current ?? null) as ListRowShown | null) : null
  }

  #compared() {
    const theirs = valuesOf(this.shown.columns, this.#theirs)
    return this.shown.columns.map(({ name, labels }) => ({
      label: labels[language()],
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
    this.tell('row-saved')
    if (theirs) this.#begin(theirs)
    else this.tell('form-closed')
  }
}

const valuesOf = (columns: readonly ListColumnShown[], row: ListRowShown | null): Values =>
  Object.fromEntries(columns.map(({ name }) => [name, row?.values[name] ?? '']))

declare global {
  interface HTMLElementTagNameMap {
    'row-dialog': RowDialog
  }
}
