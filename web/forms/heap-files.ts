import { css, html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { live } from 'lit/directives/live.js'
import { repeat } from 'lit/directives/repeat.js'
import type { ReturnChoice, ReturnedFile, ReturnPreview } from '../../server/forms/schema.ts'
import { WordsElement } from '../parts/element.ts'
import { ViewState } from '../router.ts'
import { controls } from '../style/controls.ts'
import { icon } from '../style/icons.ts'
import { translated, words } from '../words/words.ts'
import { askStyles, askUnit, callWith } from './ask-unit.ts'
import { cellStyles, formCells, type Mend } from './form-cells.ts'
import { formRows, rowStyles } from './form-rows.ts'
import {
  fileGroups,
  formKindName,
  groupLooks,
  groupOf,
  noteSentence,
  shownInstant,
  verdictSentence,
  type FileGroup,
} from './word-form.ts'

/** A cell of a file of the heap, and what is written instead; null = what the file says. */
export type MendedCell = NonNullable<ReturnChoice['mended']>[number]

/** Whom a row of a file means. */
export type DecidedRow = NonNullable<ReturnChoice['decided']>[number]

/** What the unit has to be asked about. */
const askedGroups: ReadonlySet<FileGroup> = new Set(['faulty', 'refused', 'asked'])

/**
 * Each file of a heap with what importing it would do: `<heap-files .preview=${preview}>`. Tells `files-picked` with the
 * places of those to be imported when one is ticked or left out, and `cell-mended` with a cell that is written anew,
 * and `form-row-decided` with whom a row means.
 */
@customElement('heap-files')
export class HeapFiles extends WordsElement {
  @property({ attribute: false }) preview!: ReturnPreview
  @property({ type: Boolean }) disabled = false
  @state() private called: ReturnedFile | null = null
  readonly #view = new ViewState(this, { group: '' })

  static override styles = [
    ...controls,
    cellStyles,
    rowStyles,
    askStyles,
    css`
      :host {
        display: block;
      }
      .chip.total {
        border-color: transparent;
        background: var(--hue-soft);
        color: var(--hue);
        font-weight: 600;
      }
      .chip.total[aria-pressed='true'] {
        border-color: var(--hue);
        box-shadow: inset 0 0 0 1px var(--hue);
      }
      .groups {
        margin-block-end: var(--space);
      }
      ul.files {
        border: 1px solid var(--line);
        border-radius: var(--radius);
        background: var(--surface);
      }
      .files > li {
        display: grid;
        grid-template-columns: 1.5rem minmax(12rem, 18rem) minmax(0, 1fr);
        gap: var(--space-half) var(--space-2);
        align-items: start;
        padding: 0.625rem 0.875rem;
        border-inline-start: 4px solid var(--hue);
        font-size: var(--size-dense);
      }
      .files > li:first-child {
        border-start-start-radius: var(--radius);
      }
      .files > li + li {
        border-block-start: 1px solid var(--line);
      }
      .file {
        overflow-wrap: anywhere;
      }
      .said {
        display: grid;
        gap: var(--space-half);
        overflow-wrap: anywhere;
      }
      .line {
        display: flex;
        gap: 0.375rem;
      }
      .line .icon {
        flex: none;
        margin-block-start: 0.15em;
      }
      @media (max-width: 700px) {
        .files > li {
          grid-template-columns: 1.75rem minmax(0, 1fr);
        }
        .said {
          grid-column: 2;
        }
      }
    `,
  ]

  override render() {
    const { heap } = words().forms
    const { files } = this.preview
    const grouped = new Map(fileGroups.map((group) => [group, files.filter((file) => groupOf(file) === group)]))
    const wanted = this.#view.get('group')
    const shown = fileGroups.flatMap((group) => (wanted === '' || wanted === group ? (grouped.get(group) ?? []) : []))
    return html`
      <div class="row groups" role="group" aria-label=${heap.filters}>
        <button class="chip" aria-pressed=${wanted === ''} @click=${() => this.#view.set({ group: '' })}>
          ${heap.all(files.length)}
        </button>
        ${fileGroups.map((group) => this.#chip(group, grouped.get(group)?.length ?? 0, wanted))}
      </div>
      <ul class="files" aria-label=${heap.list}>
        ${repeat(
          shown,
          ({ index }) => index,
          (file) => this.#file(file),
        )}
      </ul>
      ${this.called === null ? nothing : callWith(this.called, () => (this.called = null))}
    `
  }

  #chip(group: FileGroup, count: number, wanted: string) {
    if (count === 0) return nothing
    const look = groupLooks[group]
    return html`<button
      class="chip total ${look.hue}"
      aria-pressed=${wanted === group}
      @click=${() => this.#view.set({ group: wanted === group ? '' : group })}
    >
      ${icon(look.icon)} ${words().forms.heap.groups[group]} ${count}
    </button>`
  }

  #file(file: ReturnedFile) {
    const { heap } = words().forms
    const group = groupOf(file)
    const look = groupLooks[group]
    const { name, unitName, upperName, kind, savedAt, isChosen, mayChoose } = file
    return html`
      <li class=${look.hue}>
        ${
          mayChoose
            ? html`<label class="check">
                <input
                  type="checkbox"
                  aria-label=${heap.choose(name)}
                  .checked=${live(isChosen)}
                  ?disabled=${this.disabled}
                  @change=${(event: Event) => this.#pick(file, (event.target as HTMLInputElement).checked)}
                />
              </label>`
            : html`<span class="tone">${icon(look.icon)}</span>`
        }
        <div class="file">
          <strong>${unitName === '' ? name : translated(unitName)}</strong>
          ${upperName === '' ? nothing : html`<span class="muted">· ${translated(upperName)}</span>`}
          ${unitName === '' ? nothing : html`<div class="small muted">${icon('file-spreadsheet')} ${name}</div>`}
          <div class="small muted">
            ${[kind === null ? '' : formKindName(kind), savedAt === null ? '' : heap.savedAt(shownInstant(savedAt))]
              .filter(Boolean)
              .join(' · ')}
          </div>
        </div>
        <div class="said">
          ${this.#sentences(file, group)} ${formCells(file.cells, this.disabled ? undefined : this.#mend(file))}
          ${formRows(file.rows, (said) => this.tell('form-row-decided', { file: file.index, ...said } satisfies DecidedRow))}
          ${askedGroups.has(group) ? askUnit(file, () => (this.called = file)) : nothing}
        </div>
      </li>
    `
  }

  #sentences(file: ReturnedFile, group: FileGroup) {
    const { heap } = words().forms
    const verdict = verdictSentence(file)
    const look = groupLooks[group]
    return html`
      <p class="line tone">
        ${icon(look.icon)}
        <span>${heap.groups[group]}${verdict === null ? nothing : html`. ${verdict}`}</span>
      </p>
      ${file.notes.map((note) => html`<p class="line small">${icon('info')} <span>${noteSentence(note)}</span></p>`)}
      ${file.state === 'same' ? html`<p class="muted">${heap.sameSentence}</p>` : nothing}
    `
  }

  #mend({ index }: ReturnedFile): Mend {
    return ({ row, field }, text) => {
      if (row !== undefined) this.tell('cell-mended', { file: index, row, field, text } satisfies MendedCell)
    }
  }

  /** Of files that answer the same form only one is taken. */
  #pick(file: ReturnedFile, isPicked: boolean): void {
    const kept = this.preview.files.filter(
      (each) => each.isChosen && each.index !== file.index && !(isPicked && each.group === file.group),
    )
    this.tell('files-picked', [...kept.map(({ index }) => index), ...(isPicked ? [file.index] : [])])
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'heap-files': HeapFiles
  }
}
