import { css, html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { repeat } from 'lit/directives/repeat.js'
import type { ProgrammeItem } from '../../server/programme/schema.ts'
import { WordsElement } from '../parts/element.ts'
import { controls } from '../style/controls.ts'
import { icon } from '../style/icons.ts'
import { translated, words } from '../words/words.ts'
import type { Desk } from './desk.ts'
import { newItem } from './item-acts.ts'
import { presenterOf } from './grid-words.ts'

/** «Chưa xếp»: items that have no place yet. On a phone a sheet behind its heading. Tells `tray-toggled`. */
@customElement('programme-tray')
export class ProgrammeTray extends WordsElement {
  @property({ attribute: false }) desk!: Desk
  @property() chosenId = ''

  static override styles = [
    ...controls,
    css`
      :host {
        display: flex;
        flex-direction: column;
        gap: var(--space);
        min-block-size: 0;
        padding: 0.75rem;
        border: 1px solid var(--line);
        border-radius: var(--radius);
        background: var(--surface);
        overflow: auto;
      }
      header {
        display: flex;
        align-items: center;
        justify-content: space-between;
        gap: var(--space);
      }
      h2 {
        font-size: var(--size-dense);
      }
      .toggle {
        display: none;
      }
      ul {
        display: grid;
        gap: var(--space);
      }
      .card {
        display: grid;
        gap: 0.125rem;
        inline-size: 100%;
        padding: 0.375rem 0.5rem 0.375rem 0.625rem;
        border: 1px solid var(--line-strong);
        border-inline-start: 4px solid var(--slate);
        border-radius: var(--radius-small);
        background: var(--surface);
        color: var(--text);
        font: 500 var(--size-dense) / 1.35 var(--font);
        text-align: start;
        overflow-wrap: anywhere;
        cursor: grab;
      }
      .card:hover {
        border-color: var(--line-control);
        border-inline-start-color: var(--slate);
      }
      .card.chosen {
        border-color: var(--red);
        background: var(--red-soft);
        box-shadow: 0 0 0 1px var(--red);
      }
      .card span {
        color: var(--muted);
        font-size: 0.75rem;
        font-weight: 400;
      }
      @media (max-width: 1100px) {
        h2 {
          display: none;
        }
        .toggle {
          display: inline-flex;
        }
        :host(:not([open])) :is(ul, p, .add) {
          display: none;
        }
      }
    `,
  ]

  @property({ type: Boolean, reflect: true }) open = false

  override render() {
    const { editor } = words()
    const { tray } = this.desk.programme
    return html`
      <header>
        <h2>${editor.trayHeading(tray.length)}</h2>
        <button class="chip toggle" aria-expanded=${this.open} @click=${() => this.tell('tray-toggled')}>
          ${icon('layers')} ${editor.trayHeading(tray.length)} ${icon(this.open ? 'chevron-down' : 'chevron-right')}
        </button>
        ${
          this.desk.mayEdit
            ? html`<button
                class="button quiet small icon-only add"
                aria-label=${editor.addToTray}
                title=${editor.addToTray}
                @click=${() => this.#add()}
              >
                ${icon('plus')}
              </button>`
            : nothing
        }
      </header>
      <ul aria-label=${editor.trayHeading(tray.length)}>
        ${repeat(
          tray,
          ({ id }) => id,
          (item, index) => this.#card(item, index),
        )}
      </ul>
      ${this.desk.mayEdit ? html`<p class="small muted">${editor.trayHelp}</p>` : nothing}
    `
  }

  #card(item: ProgrammeItem, index: number) {
    const { programme } = this.desk
    const isChosen = item.id === this.chosenId
    const entry = programme.tray.some(({ id }) => id === this.chosenId) ? isChosen : index === 0
    const details = [words().editor.minutes(item.durationMinutes), presenterOf(item, programme)]
    return html`<li>
      <button
        class="card ${isChosen ? 'chosen' : ''}"
        data-id=${item.id}
        tabindex=${entry ? 0 : -1}
        aria-current=${isChosen}
      >
        ${translated(item.title)}
        <span class="figures">${details.filter(Boolean).join(' · ')}</span>
      </button>
    </li>`
  }

  async #add(): Promise<void> {
    const id = await newItem(this.desk, 'tray')
    if (id !== undefined) this.tell('item-added', { id })
  }

  async focusOn(id: string): Promise<void> {
    await this.updateComplete
    const card = this.renderRoot.querySelector<HTMLElement>(`[data-id="${id}"]`)
    card?.scrollIntoView({ block: 'nearest' })
    card?.focus({ preventScroll: true })
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'programme-tray': ProgrammeTray
  }
}
