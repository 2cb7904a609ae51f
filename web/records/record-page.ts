import { css, html, nothing, type TemplateResult } from 'lit'
import { state } from 'lit/decorators.js'
import { LiveController } from '../api/changes.ts'
import { ApiError } from '../api/request.ts'
import { did } from '../did.ts'
import { PageElement } from '../parts/element.ts'
import { Form } from '../parts/form.ts'
import { tellDone } from '../parts/toast-stack.ts'
import { ViewState } from '../router.ts'
import { session } from '../session.ts'
import { controls } from '../style/controls.ts'
import { icon } from '../style/icons.ts'
import { words } from '../words/words.ts'
import '../parts/empty-state.ts'
import '../parts/error-panel.ts'
import '../parts/modal-dialog.ts'
import '../parts/page-header.ts'
import './record-table.ts'
import type { Column } from './record-table.ts'

interface Versioned {
  id: string
  version: number
}

/** The sentences of a kind of record. */
interface RecordWords {
  heading: string
  add: string
  edit: string
  empty: string
  emptyHelp: string
}

/**
 * Base of the pages on which an organizer keeps one kind of record: a table, a dialog to add and change, deletion with
 * undo. A page says how its records are listed, written, drawn as columns and as a form.
 */
export abstract class RecordPage<R extends Versioned, F extends object> extends PageElement {
  @state() protected records: R[] | null = null
  @state() protected error: unknown = null
  /** The record whose form is open; `new` = one to be added. */
  @state() protected edited: R | 'new' | null = null
  protected readonly form: Form<F>
  /** `?q=`: what the table is searched for, as the palette leads to one record; `?edit=`: the record to be changed. */
  readonly #view = new ViewState(this, { q: '', edit: '' })
  #version = 1

  protected abstract text(): RecordWords
  protected abstract list(): Promise<R[]>
  protected abstract columns(): readonly Column<R>[]
  protected abstract fieldsOf(record: R | null): F
  protected abstract fields(): TemplateResult
  protected abstract create(values: F): Promise<unknown>
  protected abstract change(id: string, values: F, version: number): Promise<unknown>
  protected abstract deleteRecord(id: string, version: number): Promise<unknown>
  protected abstract nameOf(record: R): string
  /** Whether the account may change this record: what shows buttons; the server decides. */
  protected abstract mayChange(record: R): boolean
  protected abstract mayAdd(): boolean
  /** More buttons beside «Thêm». */
  protected more(): TemplateResult | typeof nothing {
    return nothing
  }

  /** What is said of a record that was written. */
  protected sentenceOf(_written: unknown): string {
    return words().records.saved
  }

  /** The records that the table shows, where the page has filters of its own (`filters`, `clearFilters`). */
  protected shown(records: readonly R[]): readonly R[] {
    return records
  }

  protected filters(): TemplateResult | typeof nothing {
    return nothing
  }

  protected clearFilters(): void {}

  /** What stands between the head and the table. */
  protected above(): TemplateResult | typeof nothing {
    return nothing
  }

  constructor(tables: readonly string[], empty: F) {
    super()
    this.form = new Form<F>(this, empty)
    session.use(this)
    new LiveController(this, tables, () => void this.fetchRecords())
  }

  static override styles = [
    ...controls,
    css`
      .holder {
        display: grid;
        grid-template-columns: minmax(0, 2fr) minmax(0, 1fr) minmax(0, 1fr) auto;
        gap: var(--space);
        align-items: end;
      }
      @media (max-width: 700px) {
        .holder {
          grid-template-columns: minmax(0, 1fr);
        }
      }
    `,
  ]

  override connectedCallback(): void {
    super.connectedCallback()
    void this.fetchRecords()
  }

  protected async fetchRecords(): Promise<void> {
    try {
      this.records = await this.list()
      this.error = null
      this.#openWanted(this.records)
    } catch (error) {
      this.error = error
    }
  }

  override render() {
    const rows = this.shown(this.records ?? [])
    const text = this.text()
    const { common } = words()
    return html`
      <page-header heading=${text.heading}>
        <span slot="actions" class="row">
          ${this.more()}
          ${
            this.mayAdd()
              ? html`<button class="button primary" @click=${() => this.open('new')}>
                  ${icon('plus')} ${text.add}
                </button>`
              : nothing
          }
        </span>
      </page-header>
      ${this.above()}
      <error-panel .error=${this.error} retryable @retried=${() => this.fetchRecords()}></error-panel>
      ${
        this.records === null
          ? this.error === null
            ? html`<p class="muted">${common.loading}</p>`
            : nothing
          : this.records.length === 0
            ? html`<empty-state
                icon="landmark"
                heading=${text.empty}
                sentence=${this.mayAdd() ? text.emptyHelp : ''}
              ></empty-state>`
            : html`<record-table
                label=${text.heading}
                sought=${this.#view.get('q')}
                .columns=${this.columns() as readonly Column<never>[]}
                .rows=${rows}
                ?narrowed=${rows.length < this.records.length}
                .nameOf=${(record: R) => this.nameOf(record)}
                .mayChange=${(record: R) => this.mayChange(record)}
                @filters-cleared=${() => this.clearFilters()}
                @row-edited=${({ detail }: CustomEvent<R>) => this.open(detail)}
                @row-deleted=${({ detail }: CustomEvent<R>) => this.#delete(detail)}
                >${this.filters()}</record-table
              >`
      }
      ${this.edited === null ? nothing : this.#dialog(this.edited)}
    `
  }

  /** A link leads into the form of one record, once. */
  #openWanted(records: readonly R[]): void {
    const wanted = records.find(({ id }) => id === this.#view.get('edit'))
    this.#view.set({ edit: '' })
    if (wanted && this.mayChange(wanted)) this.open(wanted)
  }

  protected open(edited: R | 'new'): void {
    this.#version = edited === 'new' ? 1 : edited.version
    this.form.begin(this.fieldsOf(edited === 'new' ? null : edited))
    this.edited = edited
  }

  #dialog(edited: R | 'new') {
    const text = this.text()
    const { common } = words()
    return html`
      <modal-dialog
        wide
        heading=${edited === 'new' ? text.add : text.edit}
        ?guarded=${this.form.isChanged}
        @dialog-closed=${() => (this.edited = null)}
      >
        <form class="form" id="record" @submit=${(event: SubmitEvent) => this.#save(event, edited)}>
          ${this.fields()}
          <error-panel
            .error=${this.form.error}
            @mine-kept=${() => this.#keepMine()}
            @theirs-taken=${() => this.#takeTheirs()}
          ></error-panel>
        </form>
        <div slot="actions" class="form-actions">
          <button class="button" type="button" @click=${() => (this.edited = null)}>${common.cancel}</button>
          <button class="button primary" form="record" aria-busy=${this.form.isSending}>${common.save}</button>
        </div>
      </modal-dialog>
    `
  }

  async #save(event: SubmitEvent, edited: R | 'new'): Promise<void> {
    event.preventDefault()
    let written: unknown
    const isSaved = await this.form.submit(async (values) => {
      written = await (edited === 'new' ? this.create(values) : this.change(edited.id, values, this.#version))
    })
    if (!isSaved) return
    tellDone(this.sentenceOf(written))
    this.edited = null
    await this.fetchRecords()
  }

  async #delete(record: R): Promise<void> {
    await did(this.deleteRecord(record.id, record.version), words().records.deleted)
    await this.fetchRecords()
  }

  get #theirs(): R | null {
    const { error } = this.form
    return error instanceof ApiError ? ((error.current as R | null | undefined) ?? null) : null
  }

  #keepMine(): void {
    this.#version = this.#theirs?.version ?? this.#version
    this.form.error = null
    this.requestUpdate()
  }

  #takeTheirs(): void {
    const theirs = this.#theirs
    this.edited = null
    void this.fetchRecords().then(() => {
      const fresh = this.records?.find(({ id }) => id === theirs?.id)
      if (fresh) this.open(fresh)
    })
  }
}
