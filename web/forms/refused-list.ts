import { css, html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { repeat } from 'lit/directives/repeat.js'
import type { Refusal } from '../../server/forms/schema.ts'
import { dismissRefusal } from '../api/forms.ts'
import { did } from '../did.ts'
import { WordsElement } from '../parts/element.ts'
import { may } from '../session.ts'
import { controls } from '../style/controls.ts'
import { icon } from '../style/icons.ts'
import { translated, words } from '../words/words.ts'
import { askStyles, askUnit, callWith } from './ask-unit.ts'
import { cellStyles, formCells } from './form-cells.ts'
import { formKindName, shownInstant, verdictSentence } from './word-form.ts'

/** Files drawn at first; more on demand. */
const pageLength = 50

/**
 * Returned files that were not taken, until the unit's good answer comes or somebody dismisses them:
 * `<refused-list .refusals>`. Tells `refusal-dismissed`.
 */
@customElement('refused-list')
export class RefusedList extends WordsElement {
  @property({ attribute: false }) refusals: readonly Refusal[] = []
  @state() private called: Refusal | null = null
  @state() private shown = pageLength

  static override styles = [
    ...controls,
    cellStyles,
    askStyles,
    css`
      :host {
        display: block;
      }
      ul {
        border: 1px solid var(--line);
        border-radius: var(--radius);
        background: var(--surface);
      }
      li {
        display: grid;
        grid-template-columns: minmax(12rem, 18rem) minmax(0, 1fr) auto;
        gap: var(--space-half) var(--space-2);
        align-items: start;
        padding: 0.625rem 0.875rem;
        font-size: var(--size-dense);
        overflow-wrap: anywhere;
      }
      li + li {
        border-block-start: 1px solid var(--line);
      }
      .said {
        display: grid;
        gap: var(--space-half);
      }
      .more {
        margin-block-start: var(--space);
      }
      @media (max-width: 700px) {
        li {
          grid-template-columns: minmax(0, 1fr);
        }
        li > .button {
          justify-self: start;
        }
      }
    `,
  ]

  override render() {
    const { refused } = words().forms
    const rest = this.refusals.length - this.shown
    return html`
      <p class="muted small">${refused.sentence}</p>
      <ul aria-label=${refused.label}>
        ${repeat(
          this.refusals.slice(0, this.shown),
          ({ id }) => id,
          (refusal) => this.#row(refusal),
        )}
      </ul>
      ${
        rest > 0
          ? html`<button class="button more" @click=${() => (this.shown += pageLength)}>
              ${words().parts.table.more(rest)}
            </button>`
          : nothing
      }
      ${this.called === null ? nothing : callWith(this.called, () => (this.called = null))}
    `
  }

  #row(refusal: Refusal) {
    const { refused } = words().forms
    const { unitName, upperName, kind, fileName, cells, at, accountName } = refusal
    return html`<li>
      <div>
        <strong>${unitName === '' ? refused.nobodys : translated(unitName)}</strong>
        ${upperName === '' ? nothing : html`<span class="muted">· ${translated(upperName)}</span>`}
        <div class="small muted">${icon('file-spreadsheet')} ${fileName}</div>
        <div class="small muted">
          ${[kind === null ? '' : formKindName(kind), refused.by(accountName, shownInstant(at))]
            .filter(Boolean)
            .join(' · ')}
        </div>
      </div>
      <div class="said red">
        ${this.#sentence(refusal)} ${formCells(cells)} ${askUnit(refusal, () => (this.called = refusal))}
      </div>
      ${
        may('organizer')
          ? html`<button
              class="button small no-print"
              aria-label=${refused.dismissOne(unitName === '' ? fileName : unitName)}
              @click=${() => this.#dismiss(refusal)}
            >
              ${icon('check')} ${refused.dismiss}
            </button>`
          : nothing
      }
    </li>`
  }

  #sentence(refusal: Refusal) {
    const sentence = verdictSentence(refusal)
    return sentence === null ? nothing : html`<p class="tone">${sentence}</p>`
  }

  async #dismiss({ id, version }: Refusal): Promise<void> {
    await did(dismissRefusal(id, version), words().forms.refused.dismissed)
    this.tell('refusal-dismissed')
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'refused-list': RefusedList
  }
}
