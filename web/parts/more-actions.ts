import { css, html } from 'lit'
import { customElement, query } from 'lit/decorators.js'
import { controls } from '../style/controls.ts'
import { icon } from '../style/icons.ts'
import { words } from '../words/words.ts'
import { WordsElement } from './element.ts'

/**
 * Actions that are wanted less often: `<more-actions><a class="button">…</a></more-actions>`. On a wide screen they
 * stand in the row, on a phone (or `always`) behind one button.
 */
@customElement('more-actions')
export class MoreActions extends WordsElement {
  static override styles = [
    ...controls,
    css`
      :host {
        display: block;
        order: 1;
      }
      .list {
        position: fixed;
        inset: auto;
        margin: 0;
        padding: var(--space);
        border: 1px solid var(--line-strong);
        border-radius: var(--radius);
        background: var(--surface);
        box-shadow: var(--shadow);
      }
      .list:popover-open {
        display: grid;
        gap: var(--space-half);
      }
      /* The style of the page around it would win otherwise. */
      .list:popover-open ::slotted(.button) {
        justify-content: flex-start !important;
      }
      @media (min-width: 701px) {
        :host(:not([always])),
        :host(:not([always])) .list {
          display: contents;
        }
        :host(:not([always])) .toggle {
          display: none;
        }
      }
      @media print {
        :host {
          display: none;
        }
      }
    `,
  ]

  @query('.list') private readonly list!: HTMLElement
  @query('.toggle') private readonly toggle!: HTMLElement

  constructor() {
    super()
    this.addEventListener('click', ({ target }) => {
      // Inside, every click seems to come from this element itself: only the actions are others.
      if (target !== this && this.list.matches(':popover-open')) this.list.hidePopover()
    })
  }

  override render() {
    const { more } = words().common
    return html`
      <button class="button icon-only toggle" popovertarget="list" aria-label=${more} title=${more}>
        ${icon('ellipsis')}
      </button>
      <div class="list" id="list" popover @beforetoggle=${this.#place}>
        <slot></slot>
      </div>
    `
  }

  /** Beneath its button, on the side of the screen on which that stands. */
  #place(event: ToggleEvent): void {
    if (event.newState !== 'open') return
    const box = this.toggle.getBoundingClientRect()
    this.list.style.setProperty('top', `${box.bottom + 4}px`)
    const isRight = box.left > innerWidth / 2
    this.list.style.setProperty('left', isRight ? 'auto' : `${box.left}px`)
    this.list.style.setProperty('right', isRight ? `${innerWidth - box.right}px` : 'auto')
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'more-actions': MoreActions
  }
}
