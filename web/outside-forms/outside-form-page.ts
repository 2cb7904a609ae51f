import { html, nothing } from 'lit'
import { customElement, query, state } from 'lit/decorators.js'
import type { FormMarks, OutsideFormShown, ShownCell, ShownPart, ShownRow } from '../../server/outside-forms/schema.ts'
import * as api from '../api/outside-forms.ts'
import { ApiError } from '../api/request.ts'
import { did } from '../did.ts'
import { PageElement } from '../parts/element.ts'
import { tellError } from '../parts/toast-stack.ts'
import { navigate, ViewState } from '../router.ts'
import { controls } from '../style/controls.ts'
import { icon } from '../style/icons.ts'
import { language, words } from '../words/words.ts'
import { formPageStyle } from './form-page-style.ts'
import { markEditor } from './mark-editor.ts'
import '../parts/error-panel.ts'
import '../parts/page-header.ts'

/** A cell or paragraph that is being marked. */
interface Chosen {
  part: string
  at: string
  original: string
}

/** What of a form is changed here; each change is saved at once, one after another. */
type Draft = Pick<OutsideFormShown, 'name' | 'list' | 'fileId' | 'marks'>

const draftOf = ({ name, list, fileId, marks }: Draft): Draft => ({ name, list, fileId, marks })

/** Dots or lines that a form leaves to be written on. */
const blank = /[.…_]{3,}/u

/** A sheet by its own name, a part of a document by what it is called inside. */
const nameOfPart = (part: string): string =>
  part === 'word/document.xml' ? words().outsideForms.body : part.replace(/^word\/(.*)\.xml$/u, '$1')

/** /outside-forms/:id — which cells of a form are filled with what, and which row is repeated. */
@customElement('outside-form-page')
export class OutsideFormPage extends PageElement {
  readonly #view = new ViewState(this, { congress: '' })
  @state() private shown: OutsideFormShown | null = null
  @state() private draft: Draft = { name: '', list: null, fileId: '', marks: { texts: [], repeat: null } }
  @state() private isSaving = false
  @state() private chosen: Chosen | null = null
  @state() private search = ''
  @state() private error: unknown = null
  @query('input[type=file]') private readonly input!: HTMLInputElement

  static override styles = [...controls, formPageStyle]

  override connectedCallback(): void {
    super.connectedCallback()
    void this.#fetch()
  }

  async #fetch(): Promise<void> {
    try {
      this.shown = await api.findOutsideForm(this.params['id'] ?? '')
      this.draft = draftOf(this.shown)
      this.chosen = null
    } catch (error) {
      this.error = error
    }
  }

  override render() {
    const { shell, common } = words()
    const { shown } = this
    const back = `/congresses/${this.#view.get('congress')}/outside-forms`
    const crumbs = this.#view.get('congress') === '' ? [] : [[back, shell.pages.outsideForms] as const]
    return html`
      <page-header heading=${shown?.name ?? shell.pages.outsideForm} .crumbs=${crumbs}>
        <span slot="actions" class="row">${shown ? this.#actions(shown) : nothing}</span>
      </page-header>
      ${this.error === null ? nothing : html`<error-panel .error=${this.error}></error-panel>`}
      ${shown ? this.#body(shown) : this.error === null ? html`<p class="muted">${common.loading}</p>` : nothing}
    `
  }

  #actions(shown: OutsideFormShown) {
    const text = words().outsideForms
    return html`<a class="button" href=${api.editionAddress(shown.id, shown.fileId)} download>
        ${icon('download')} ${text.original}
      </a>
      ${
        shown.isOwn
          ? html`<button class="button" ?disabled=${this.isSaving} @click=${() => this.input.click()}>
                ${icon('upload')} ${text.replace}
              </button>
              <button class="button danger" ?disabled=${this.isSaving} @click=${() => this.#delete(shown)}>
                ${icon('trash-2')} ${text.delete}
              </button>
              ${
                this.#isChanged && !this.isSaving
                  ? html`<button class="button primary" @click=${() => this.#save()}>${text.save}</button>`
                  : nothing
              }`
          : nothing
      }
      <input
        type="file"
        hidden
        aria-label=${text.replace}
        accept=${`.${shown.type}`}
        @change=${() => this.#replace(shown)}
      />`
  }

  get #isChanged(): boolean {
    return this.shown !== null && JSON.stringify(this.draft) !== JSON.stringify(draftOf(this.shown))
  }

  #body(shown: OutsideFormShown) {
    const text = words().outsideForms
    return html`<div class="stack">
      ${this.#settings(shown)}
      <p class="small muted">${icon('info')} ${text.help}</p>
      ${this.#faults(shown)}
      ${
        shown.suggestion && shown.isOwn && this.draft.marks.texts.length === 0
          ? html`<div class="notice" role="status">
              ${text.suggestion}
              <button class="button small" @click=${() => this.#mark(shown.suggestion ?? this.draft.marks)}>
                ${text.suggest}
              </button>
            </div>`
          : nothing
      }
      <p class="small muted" aria-live="polite">
        ${[
          text.count(shown.placeCount),
          ...(shown.preparedCount > 0 ? [text.prepared(shown.preparedCount)] : []),
          ...(shown.isOwn ? [this.isSaving ? text.saving : this.#isChanged ? text.unsaved : text.saved] : []),
        ].join(' · ')}
      </p>
      <div class="desk">
        <div class="stack parts">${shown.parts.map((part) => this.#part(part))}</div>
        ${shown.isOwn ? this.#editor(shown) : nothing}
      </div>
    </div>`
  }

  #settings(shown: OutsideFormShown) {
    const text = words().outsideForms
    const valueOf = (event: Event) => (event.target as HTMLInputElement | HTMLSelectElement).value
    return html`<div class="settings">
      <label
        ><span class="label">${text.name}</span>
        <input
          class="input"
          maxlength="200"
          ?disabled=${!shown.isOwn}
          .value=${this.draft.name}
          @change=${(event: Event) => this.#change({ name: valueOf(event).trim() || shown.name })}
      /></label>
      <label
        ><span class="label">${text.list}</span>
        <select
          class="input"
          ?disabled=${!shown.isOwn}
          @change=${(event: Event) => this.#change({ list: valueOf(event) || null })}
        >
          <option value="" ?selected=${this.draft.list === null}>${text.noList}</option>
          ${shown.lists.map(
            ({ list, titles }) =>
              html`<option value=${list} ?selected=${list === this.draft.list}>${titles[language()]}</option>`,
          )}
        </select></label
      >
      ${
        shown.editions.length > 1
          ? html`<label
              ><span class="label">${text.edition}</span>
              <select class="input" ?disabled=${!shown.isOwn} @change=${(event: Event) => this.#take(valueOf(event))}>
                ${shown.editions.map(
                  ({ fileId, name, at }) =>
                    html`<option value=${fileId} ?selected=${fileId === shown.fileId}>
                      ${name} · ${at.slice(0, 10)}
                    </option>`,
                )}
              </select></label
            >`
          : nothing
      }
    </div>`
  }

  #faults({ faults, type }: OutsideFormShown) {
    const text = words().outsideForms
    if (faults.length === 0) return nothing
    return html`<div class="notice amber" role="status">
      ${icon('triangle-alert')}
      <div>
        <strong>${text.faultsHeading}:</strong>
        ${faults.map(
          ({ kind, part, at, text: said }) =>
            html`<div>${text.place(part, at, type === 'xlsx')}: ${text.faults[kind]} ${said}</div>`,
        )}
      </div>
    </div>`
  }

  #part(part: ShownPart) {
    const text = words().outsideForms
    return html`<section>
      <h2>
        ${nameOfPart(part.part)}${part.isHidden ? html` <span class="muted small">(${text.hidden})</span>` : nothing}
      </h2>
      <div class="scroll" tabindex="0" role="region" aria-label=${nameOfPart(part.part)}>
        <table>
          ${
            part.columns.length > 0
              ? html`<thead>
                  <tr>
                    <td></td>
                    ${part.columns.map((letter) => html`<th scope="col">${letter}</th>`)}
                  </tr>
                </thead>`
              : nothing
          }
          <tbody>
            ${part.rows.map((row) => this.#row(part, row))}
          </tbody>
        </table>
      </div>
      ${part.isCut ? html`<p class="small muted">${text.cut}</p>` : nothing}
    </section>`
  }

  #row({ part, kind, columns }: ShownPart, { at, cells }: ShownRow) {
    const text = words().outsideForms
    const repeat = this.draft.marks.repeat ?? this.shown?.repeat
    const isRepeated = at !== null && repeat?.part === part && repeat.at === at
    const isOwn = this.shown?.isOwn === true
    const widest = Math.max(
      columns.length,
      ...(this.shown?.parts.flatMap(({ rows }) => rows.map((row) => row.cells.length)) ?? []),
    )
    return html`<tr class=${isRepeated ? 'repeated' : ''}>
      <th scope="row">
        ${
          at !== null && isOwn
            ? html`<button
                aria-pressed=${isRepeated}
                aria-label=${text.repeat(at)}
                title=${text.repeat(at)}
                @click=${() => this.#repeat(part, at)}
              >
                ${at}
              </button>`
            : // A paragraph stands alone in its line; faults name it by its number.
              (at ?? cells[0]?.texts[0]?.at)
        }
        ${isRepeated ? html`<span class="small">${text.repeated}</span>` : nothing}
      </th>
      ${cells.map((cell) =>
        this.#cell(part, cell, {
          columns: kind === 'text' && at === null ? widest : cell.columns,
          isNumbered: kind === 'text' && at !== null,
        }),
      )}
    </tr>`
  }

  #cell(part: string, { rows, texts }: ShownCell, { columns, isNumbered }: { columns: number; isNumbered: boolean }) {
    const isOwn = this.shown?.isOwn === true
    return html`<td colspan=${columns} rowspan=${rows}>
      ${texts.map(({ at, text, isFormula }) => {
        const mark = this.#markAt(part, at)
        const isChosen = this.chosen?.part === part && this.chosen.at === at
        const classes = [mark ? 'marked' : '', isChosen ? 'chosen' : '', isFormula ? 'formula' : ''].join(' ')
        const said = mark?.text ?? text
        if (!isOwn || isFormula) return html`<span class=${classes}>${said}</span>`
        return html`<button
          class=${classes}
          aria-pressed=${isChosen}
          aria-label=${`${at} ${said}`}
          @click=${() => this.#choose({ part, at, original: text })}
        >
          ${isNumbered ? html`<span class="number" aria-hidden="true">${at}</span>` : nothing}${said}
        </button>`
      })}
    </td>`
  }

  #markAt(part: string, at: string) {
    return this.draft.marks.texts.find((mark) => mark.part === part && mark.at === at)
  }

  #choose(chosen: Chosen): void {
    this.chosen = chosen
    this.search = ''
  }

  #editor({ fields, type }: OutsideFormShown) {
    const { chosen } = this
    if (!chosen) return html`<aside class="editor muted small">${words().outsideForms.pick}</aside>`
    return markEditor({
      place: words().outsideForms.place(nameOfPart(chosen.part), chosen.at, type === 'xlsx'),
      said: this.#markAt(chosen.part, chosen.at)?.text ?? chosen.original,
      fields,
      search: this.search,
      onSearch: (text) => (this.search = text),
      onText: (text) => this.#put(chosen, text),
      onField: (name) => this.#insert(chosen, name),
      onRestore: () => this.#put(chosen, chosen.original),
      onClose: () => (this.chosen = null),
    })
  }

  /** In the place of the dots that the form leaves, else behind what stands there. */
  #insert(chosen: Chosen, name: string): void {
    const now = this.#markAt(chosen.part, chosen.at)?.text ?? chosen.original
    const put = `{{${name}}}`
    const text = blank.test(now) ? now.replace(blank, put) : now.trim() === '' ? put : `${now.trimEnd()} ${put}`
    this.#put(chosen, text)
  }

  #put({ part, at, original }: Chosen, text: string): void {
    const others = this.draft.marks.texts.filter((mark) => mark.part !== part || mark.at !== at)
    this.#mark({ ...this.draft.marks, texts: text === original ? others : [...others, { part, at, text }] })
  }

  #repeat(part: string, at: string): void {
    const { repeat } = this.draft.marks
    const isSame = repeat?.part === part && repeat.at === at
    this.#mark({ ...this.draft.marks, repeat: isSame ? null : { part, at } })
  }

  #mark(marks: FormMarks): void {
    this.#change({ marks })
  }

  #change(change: Partial<Draft>): void {
    this.draft = { ...this.draft, ...change }
    void this.#save()
  }

  /** What is changed while a save is under way goes with the next, so that no save is of a version that is over. */
  async #save(): Promise<void> {
    if (this.isSaving) return
    this.isSaving = true
    try {
      while (this.shown && this.#isChanged) {
        const sent = this.draft
        const { id, version, fileId } = this.shown
        const { marks, ...others } = sent
        // Another edition is taken with the marks that it has.
        await api.changeOutsideForm(id, { ...others, version, ...(sent.fileId === fileId ? { marks } : {}) })
        this.shown = await api.findOutsideForm(id)
        if (this.draft === sent) this.draft = draftOf(this.shown)
      }
    } catch (error) {
      tellError(error)
      // Another changed it: theirs is shown; what the network kept from being saved stays here to be sent again.
      if (error instanceof ApiError && error.code === 'stale') await this.#fetch()
    }
    this.isSaving = false
  }

  /** Another edition is shown with its own marks. */
  #take(fileId: string): void {
    this.chosen = null
    this.#change({ fileId })
  }

  async #replace({ id, version }: OutsideFormShown): Promise<void> {
    const [file] = this.input.files ?? []
    if (!file) return
    const kept = await did(api.replaceOutsideForm(id, version, file), words().outsideForms.replaced)
    this.input.value = ''
    if (kept) await this.#fetch()
  }

  async #delete({ id, version }: OutsideFormShown): Promise<void> {
    const gone = await did(
      api.deleteOutsideForm(id, version).then(() => true),
      words().outsideForms.deleted,
    )
    const congress = this.#view.get('congress')
    if (gone) await navigate(congress === '' ? '/congresses' : `/congresses/${congress}/outside-forms`)
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'outside-form-page': OutsideFormPage
  }
}
