import { css, html } from 'lit'
import { customElement, property, query } from 'lit/decorators.js'
import { live } from 'lit/directives/live.js'
import { WordsElement } from '../parts/element.ts'
import { controls } from '../style/controls.ts'

/**
 * A text with numbered lines: `<wording-editor label="…" .text=${…} .faulty=${new Set([4])} ?readonly>` tells
 * `text-changed`. What lies under the field has the same letters in the same places and colours them: placeholders, and
 * lines with faults.
 */
@customElement('wording-editor')
export class WordingEditor extends WordsElement {
  @property() label = ''
  @property() text = ''
  @property({ type: Boolean }) readonly = false
  /** Numbers of lines with faults, from 1. */
  @property({ attribute: false }) faulty: ReadonlySet<number> = new Set()
  /** Names of placeholders that are not known. */
  @property({ attribute: false }) unknown: ReadonlySet<string> = new Set()
  @query('textarea') private readonly area!: HTMLTextAreaElement

  static override styles = [
    ...controls,
    css`
      :host {
        display: block;
        border: 1px solid var(--line-control);
        border-radius: var(--radius-small);
        background: var(--surface);
        overflow: auto;
      }
      :host(:focus-within) {
        outline: 2px solid var(--red);
        outline-offset: 1px;
      }
      .sheet {
        position: relative;
        min-block-size: 100%;
        counter-reset: line;
      }
      .under,
      textarea {
        font:
          400 0.9375rem / 1.6 ui-monospace,
          'Cascadia Mono',
          Consolas,
          'Liberation Mono',
          monospace;
        letter-spacing: 0;
        tab-size: 2;
        overflow-wrap: anywhere;
        word-break: normal;
      }
      .under {
        /* Room below, so that the field itself never scrolls. */
        padding-block: 0.5rem 3rem;
        color: transparent;
        user-select: none;
      }
      .line,
      textarea {
        white-space: pre-wrap;
      }
      .line {
        position: relative;
        min-block-size: 1.6em;
        padding-inline: 3.25rem 0.75rem;
        counter-increment: line;
      }
      .line::before {
        content: counter(line);
        position: absolute;
        inset: 0 auto 0 0;
        inline-size: 2.625rem;
        border-inline-end: 1px solid var(--line);
        padding-inline-end: 0.5rem;
        color: var(--muted);
        font-size: 0.8125rem;
        line-height: 1.85;
        text-align: end;
      }
      .line.faulty {
        background: var(--red-soft);
      }
      .line.faulty::before {
        border-inline-end: 3px solid var(--red);
        color: var(--red);
        font-weight: 700;
      }
      mark {
        border-radius: 3px;
        background: var(--blue-soft);
        color: transparent;
      }
      mark.unknown {
        background: transparent;
        box-shadow: inset 0 -2px 0 var(--red);
      }
      textarea {
        position: absolute;
        inset: 0;
        inline-size: 100%;
        block-size: 100%;
        margin: 0;
        padding: 0.5rem 0.75rem 0.5rem 3.25rem;
        border: 0;
        background: transparent;
        color: var(--text);
        resize: none;
        overflow: hidden;
        outline: none;
      }
    `,
  ]

  override render() {
    const lines = this.text.split('\n')
    return html`<div class="sheet">
      <div class="under" aria-hidden="true">
        ${lines.map(
          (line, index) =>
            html`<div class="line ${this.faulty.has(index + 1) ? 'faulty' : ''}">${this.#coloured(line)}</div>`,
        )}
      </div>
      <textarea
        aria-label=${this.label}
        aria-invalid=${this.faulty.size > 0 ? 'true' : 'false'}
        spellcheck="false"
        ?readonly=${this.readonly}
        .value=${live(this.text)}
        @scroll=${() => (this.area.scrollTop = 0)}
        @input=${() => void this.#typed()}
      ></textarea>
    </div>`
  }

  async #typed(): Promise<void> {
    this.tell('text-changed', this.area.value)
    await this.updateComplete
    const line = this.area.value.slice(0, this.area.selectionEnd).split('\n').length
    this.#lineAt(line)?.scrollIntoView({ block: 'nearest' })
  }

  #lineAt(line: number): Element | undefined {
    return this.renderRoot.querySelectorAll('.line')[line - 1]
  }

  #coloured(line: string) {
    const parts = line.split(/(\{\{[^{}]*\}\})/u)
    return parts.map((part, index) => {
      if (index % 2 === 0) return part
      const isUnknown = this.unknown.has(part.slice(2, -2).trim())
      return html`<mark class=${isUnknown ? 'unknown' : ''}>${part}</mark>`
    })
  }

  /** Puts a text where the cursor is, as if it were typed: only so does the field's own undo take it back. */
  insert(text: string): void {
    this.area.focus()
    if (document.execCommand('insertText', false, text)) return
    const { selectionStart, selectionEnd } = this.area
    this.area.setRangeText(text, selectionStart, selectionEnd, 'end')
    this.tell('text-changed', this.area.value)
  }

  /** Goes to a line, from 1, and chooses what stands on it. */
  goTo(line: number): void {
    const lines = this.text.split('\n')
    const from = lines.slice(0, line - 1).join('\n').length + (line > 1 ? 1 : 0)
    this.area.focus()
    this.area.setSelectionRange(from, from + (lines[line - 1]?.length ?? 0))
    this.#lineAt(line)?.scrollIntoView({ block: 'center' })
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'wording-editor': WordingEditor
  }
}
