import { css, html } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { isMatch } from '../../server/format/search.ts'
import type { PlaceholderShown } from '../../server/templates/schema.ts'
import { WordsElement } from '../parts/element.ts'
import { controls } from '../style/controls.ts'
import { language, words } from '../words/words.ts'

const groups = ['row', 'field', 'congress', 'block'] as const

/** What a wording may name: `<placeholder-list .all=${…}>` tells `placeholder-chosen` with the name. */
@customElement('placeholder-list')
export class PlaceholderList extends WordsElement {
  @property({ attribute: false }) all: readonly PlaceholderShown[] = []
  @property({ type: Boolean }) readonly = false
  @state() private sought = ''

  static override styles = [
    ...controls,
    css`
      :host {
        display: flex;
        flex-direction: column;
        gap: var(--space);
        min-block-size: 0;
      }
      .list {
        flex: 1;
        min-block-size: 0;
        overflow: auto;
      }
      h3 {
        margin-block: var(--space) var(--space-half);
        color: var(--muted);
        font-size: var(--size-small);
      }
      li > button {
        display: grid;
        gap: 0 var(--space);
        inline-size: 100%;
        padding: 0.375rem var(--space);
        border: 0;
        border-radius: var(--radius-small);
        background: transparent;
        color: var(--text);
        font: 400 var(--size-dense) / 1.4 var(--font);
        text-align: start;
        cursor: pointer;
      }
      li > button:hover:enabled {
        background: var(--sunken);
      }
      li > button:disabled {
        cursor: default;
      }
      code {
        color: var(--blue);
        font:
          600 var(--size-dense) / 1.4 ui-monospace,
          'Cascadia Mono',
          Consolas,
          monospace;
        overflow-wrap: anywhere;
      }
      .sample {
        color: var(--muted);
        font-size: var(--size-small);
        overflow-wrap: anywhere;
      }
    `,
  ]

  override render() {
    const { placeholders: text } = words().templates
    const found = this.all.filter(({ name, means }) => isMatch(`${name} ${means.vi} ${means.en}`, this.sought))
    return html`
      <input
        class="input"
        type="search"
        aria-label=${text.search}
        placeholder=${text.search}
        .value=${this.sought}
        @input=${(event: Event) => (this.sought = (event.target as HTMLInputElement).value)}
      />
      <p class="small muted">${found.length === 0 ? text.none : text.help}</p>
      <div class="list">
        ${groups.map((group) => {
          const shown = found.filter(({ from }) => from === group)
          return shown.length === 0
            ? ''
            : html`<h3>${text.groups[group]}</h3>
                <ul>
                  ${shown.map((each) => this.#line(each))}
                </ul>`
        })}
      </div>
    `
  }

  #line({ name, means, sample }: PlaceholderShown) {
    const { placeholders: text } = words().templates
    const said = means[language()]
    return html`<li>
      <button ?disabled=${this.readonly} @click=${() => this.tell('placeholder-chosen', name)}>
        <code>{{${name}}}</code>
        <span>${said}</span>
        ${sample === '' || sample === said ? '' : html`<span class="sample">${text.sample(sample)}</span>`}
      </button>
    </li>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'placeholder-list': PlaceholderList
  }
}
