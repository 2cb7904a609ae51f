import { css, html, nothing, type PropertyValues } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { formatInstant } from '../../server/format/dates.ts'
import type { TemplateTexts, TemplateView, VersionOfTemplate } from '../../server/templates/schema.ts'
import { findTemplateTexts, type TemplatePlace } from '../api/templates.ts'
import { WordsElement } from '../parts/element.ts'
import { badge } from '../parts/state-badge.ts'
import { tellError } from '../parts/toast-stack.ts'
import { controls } from '../style/controls.ts'
import { icon } from '../style/icons.ts'
import { language, words } from '../words/words.ts'
import { lineDiff, lineDiffStyles } from './line-diff.ts'
import '../parts/modal-dialog.ts'

/** A version by its number as text; `typed` is what is being edited, `0` what ships. */
type Side = string

/**
 * The versions of a copy: `<template-versions .place=${…} .view=${…} .texts=${…} ?readonly>` compares any two, what
 * ships and what is being edited among them, and tells `version-restored` with a number.
 */
@customElement('template-versions')
export class TemplateVersions extends WordsElement {
  @property({ attribute: false }) place: TemplatePlace | null = null
  @property({ attribute: false }) view: TemplateView | null = null
  @property({ attribute: false }) texts: TemplateTexts = {}
  @property({ type: Boolean }) readonly = false
  /** The two that are compared; null = the dialog is closed. */
  @state() private compared: readonly [Side, Side] | null = null
  @state() private fetched: ReadonlyMap<Side, TemplateTexts> = new Map()

  static override styles = [
    ...controls,
    lineDiffStyles,
    css`
      :host {
        display: block;
        overflow: auto;
      }
      li.version {
        display: grid;
        gap: 0.125rem;
        padding-block: var(--space);
        border-block-end: 1px solid var(--line);
      }
      .sides {
        display: grid;
        grid-template-columns: 1fr 1fr;
        gap: var(--space-2);
        margin-block-end: var(--space-2);
      }
      h3 {
        margin-block: var(--space-2) var(--space);
      }
    `,
  ]

  protected override willUpdate(changed: PropertyValues<this>): void {
    // After an undo another text may have a number that was had before.
    if (changed.has('view')) this.fetched = new Map()
  }

  override render() {
    const { versions: text } = words().templates
    const all = this.view?.versions ?? []
    return html`
      <div class="row spread">
        ${all.length === 0 ? html`<p class="muted">${text.none}</p>` : html`<span></span>`}
        <button class="button small" @click=${() => void this.#compare('0', 'typed')}>
          ${icon('arrow-left-right')} ${text.compareOne(text.shipped)}
        </button>
      </div>
      <ol>
        ${all.map((version) => this.#version(version))}
      </ol>
      ${this.compared ? this.#dialog(this.compared) : nothing}
    `
  }

  #version({ number, isDraft, restored, note, accountName, at }: VersionOfTemplate) {
    const { versions: text } = words().templates
    const name = text.number(number)
    return html`<li class="version">
      <span class="row">
        <strong>${name}</strong>
        ${number === this.view?.copy?.inForce ? badge('green', 'circle-check', text.inForce) : nothing}
        ${isDraft ? badge('amber', 'pencil', text.draft) : nothing}
        ${restored === null ? nothing : html`<span class="small muted">${text.restoredFrom(restored)}</span>`}
      </span>
      <span class="small muted"
        >${accountName} · ${formatInstant(at, Intl.DateTimeFormat().resolvedOptions().timeZone, language())}</span
      >
      ${note === '' ? nothing : html`<span>${note}</span>`}
      <span class="row">
        <button
          class="button small"
          aria-label=${text.compareOne(name)}
          @click=${() => void this.#compare(String(number), 'typed')}
        >
          ${icon('arrow-left-right')} ${text.compare}
        </button>
        ${
          this.readonly || number === this.view?.copy?.lastNumber
            ? nothing
            : html`<button
                class="button small"
                aria-label=${text.restoreOne(name)}
                @click=${() => this.tell('version-restored', number)}
              >
                ${icon('rotate-ccw')} ${text.restore}
              </button>`
        }
      </span>
    </li>`
  }

  async #compare(...sides: readonly [Side, Side]): Promise<void> {
    try {
      for (const side of sides) {
        if (!this.place || side === 'typed' || this.fetched.has(side)) continue
        this.fetched = new Map(this.fetched).set(side, await findTemplateTexts(this.place, Number(side)))
      }
      this.compared = sides
    } catch (error) {
      tellError(error)
    }
  }

  #textsOf(side: Side): TemplateTexts {
    return side === 'typed' ? this.texts : (this.fetched.get(side) ?? {})
  }

  #dialog([from, to]: readonly [Side, Side]) {
    const { versions: text, files } = words().templates
    const [before, after] = [this.#textsOf(from), this.#textsOf(to)]
    const differing = Object.keys({ ...before, ...after }).filter((file) => before[file] !== after[file])
    return html`<modal-dialog wide heading=${text.heading} @dialog-closed=${() => (this.compared = null)}>
      <div class="sides">
        ${this.#choice(text.from, from, (side) => this.#compare(side, to))}
        ${this.#choice(text.to, to, (side) => this.#compare(from, side))}
      </div>
      ${differing.length === 0 ? html`<p class="muted">${text.same}</p>` : nothing}
      ${differing.map(
        (file) =>
          html`<h3>${files[file] ?? file}</h3>
            ${lineDiff(before[file] ?? '', after[file] ?? '')}`,
      )}
    </modal-dialog>`
  }

  #choice(label: string, chosen: Side, choose: (side: Side) => Promise<void>) {
    const { versions: text } = words().templates
    const sides: readonly (readonly [Side, string])[] = [
      ['typed', text.typed],
      ...(this.view?.versions ?? []).map(({ number }) => [String(number), text.number(number)] as const),
      ['0', text.shipped],
    ]
    return html`<label class="field">
      <span class="label">${label}</span>
      <select class="input" @change=${(event: Event) => void choose((event.target as HTMLSelectElement).value)}>
        ${sides.map(([side, word]) => html`<option value=${side} ?selected=${side === chosen}>${word}</option>`)}
      </select>
    </label>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'template-versions': TemplateVersions
  }
}
