import { css, html, nothing } from 'lit'
import { customElement, query, state } from 'lit/decorators.js'
import type { Congress } from '../../server/congresses/schema.ts'
import { formatShortDate } from '../../server/format/dates.ts'
import { formatNumber } from '../../server/format/numbers.ts'
import type { CongressForms, FormNote, OutsideForm } from '../../server/outside-forms/schema.ts'
import { LiveController } from '../api/changes.ts'
import { tablesOfLists } from '../api/lists.ts'
import * as api from '../api/outside-forms.ts'
import { CongressPage } from '../congresses/congress-page.ts'
import { did } from '../did.ts'
import { tabStyles } from '../parts/tabs.ts'
import { tellDone, tellError } from '../parts/toast-stack.ts'
import { navigate } from '../router.ts'
import { controls } from '../style/controls.ts'
import { icon } from '../style/icons.ts'
import { language, words } from '../words/words.ts'
import '../parts/empty-state.ts'
import '../parts/progress-line.ts'

/** /congresses/:id/outside-forms — forms that other offices sent, to be filled for the congress again and again. */
@customElement('outside-forms-page')
export class OutsideFormsPage extends CongressPage {
  protected readonly tab = 'outsideForms'
  @state() private shown: CongressForms | null = null
  /** The form that is being filled or uploaded. */
  @state() private working: string | null = null
  @state() private notes: { formId: string; notes: readonly FormNote[] } | null = null
  @query('input[type=file]') private readonly input!: HTMLInputElement

  static override styles = [
    ...controls,
    tabStyles,
    css`
      ul {
        display: grid;
        gap: var(--space);
      }
      li {
        display: grid;
        gap: var(--space-half);
        padding: var(--space-2);
        border: 1px solid var(--line);
        border-radius: var(--radius-small);
        background: var(--surface);
      }
      .line {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--space);
      }
      .line strong {
        flex: 1 1 14rem;
        overflow-wrap: anywhere;
      }
      @media (max-width: 700px) {
        .line .button {
          flex: 1 1 auto;
        }
      }
    `,
  ]

  constructor() {
    super()
    new LiveController(this, ['outsideForms', ...tablesOfLists, 'files'], () => void this.#fetch())
  }

  override connectedCallback(): void {
    super.connectedCallback()
    void this.#fetch()
  }

  async #fetch(): Promise<void> {
    try {
      this.shown = await api.listCongressForms(this.congressId)
    } catch (error) {
      this.failure = error
    }
  }

  protected override actions() {
    return this.may('secretariat')
      ? html`<button class="button" @click=${() => this.input.click()}>
          ${icon('upload')} ${words().outsideForms.upload}
        </button>`
      : nothing
  }

  protected override body(congress: Congress) {
    const { outsideForms, common } = words()
    const { shown } = this
    return html`
      <div
        class="stack"
        @dragover=${(event: DragEvent) => event.preventDefault()}
        @drop=${(event: DragEvent) => this.#drop(event, congress)}
      >
        ${this.failure === null ? nothing : html`<error-panel .error=${this.failure}></error-panel>`}
        ${this.working === null ? nothing : html`<progress-line label=${outsideForms.filling}></progress-line>`}
        <input
          type="file"
          hidden
          aria-label=${outsideForms.upload}
          accept=".xlsx,.docx"
          @change=${() => this.#upload(this.input.files?.[0], congress)}
        />
        ${
          shown === null
            ? html`<p class="muted">${common.loading}</p>`
            : shown.forms.length === 0
              ? html`<empty-state
                  icon="file-spreadsheet"
                  heading=${outsideForms.none}
                  sentence=${`${outsideForms.noneHelp} ${outsideForms.accepted}`}
                ></empty-state>`
              : html`<ul>
                  ${shown.forms.map((form) => this.#form(form, shown))}
                </ul>`
        }
      </div>
    `
  }

  #form(form: OutsideForm, { fills }: CongressForms) {
    const { outsideForms } = words()
    const fill = fills.find(({ formId }) => formId === form.id)
    const number = (count: number) => formatNumber(count, language())
    const may = this.may('secretariat')
    return html`<li>
      <div class="line">
        <strong>${icon(form.type === 'xlsx' ? 'file-spreadsheet' : 'file-text')} ${form.name}</strong>
        ${
          may
            ? html`<button class="button primary" ?disabled=${this.working !== null} @click=${() => this.#fill(form)}>
                ${icon('download')} ${outsideForms.fill}
              </button>`
            : nothing
        }
        ${
          may
            ? html`<a class="button" href=${`/outside-forms/${form.id}?congress=${this.congressId}`}>
                ${outsideForms.mark}
              </a>`
            : nothing
        }
      </div>
      <p class="small muted">
        ${outsideForms.of(form.unitName)} ·
        ${
          fill
            ? html`${outsideForms.last(formatShortDate(fill.at.slice(0, 10), language()), fill.accountName, number(fill.rowCount))}
                · ${outsideForms.changed(fill.changed, number(fill.changed))} ·
                <a href=${api.fillAddress(fill.id)} download>${outsideForms.again}</a>`
            : outsideForms.never
        }
      </p>
      ${this.notes?.formId === form.id ? this.#notes(this.notes.notes) : nothing}
    </li>`
  }

  #notes(notes: readonly FormNote[]) {
    const { outsideForms } = words()
    if (notes.length === 0) return nothing
    return html`<div class="notice amber" role="status">
      <div>
        ${outsideForms.notesHeading}:
        ${notes.map(
          ({ kind, part, at }) =>
            html`<div>
            ${[part === '' ? '' : `${part}, ${at}:`, outsideForms.notes[kind]].filter(Boolean).join(' ')}
      </div>
    </div>`,
        )}
      </div>
    </div>`
  }

  #drop(event: DragEvent, congress: Congress): void {
    event.preventDefault()
    if (this.may('secretariat')) void this.#upload(event.dataTransfer?.files[0], congress)
  }

  async #upload(file: File | undefined, { unitId }: Congress): Promise<void> {
    if (!file) return
    this.working = ''
    const kept = await did(api.addOutsideForm(file, { unitId }), words().outsideForms.uploaded)
    this.working = null
    this.input.value = ''
    if (kept) await navigate(`/outside-forms/${kept.id}?congress=${this.congressId}`)
  }

  async #fill(form: OutsideForm): Promise<void> {
    this.working = form.id
    try {
      const { fill, notes } = await api.fillOutsideForm(this.congressId, form.id)
      this.notes = { formId: form.id, notes }
      const link = document.createElement('a')
      link.href = api.fillAddress(fill.id)
      link.download = ''
      link.click()
      tellDone(words().outsideForms.filled(formatNumber(fill.rowCount, language())))
      await this.#fetch()
    } catch (error) {
      tellError(error)
    }
    this.working = null
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'outside-forms-page': OutsideFormsPage
  }
}
