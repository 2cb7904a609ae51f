import { css, html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { pages, type Page } from '../pages.ts'
import { may, session } from '../session.ts'
import { controls } from '../style/controls.ts'
import { icon } from '../style/icons.ts'
import { words } from '../words/words.ts'
import { WordsElement } from './element.ts'

/** Pages that fit into the bottom bar of a phone; the others are behind *Thêm*. */
const barLength = 4

/** The list of pages: at the left, on a phone a bar at the bottom with the rest in a drawer. */
@customElement('side-navigation')
export class SideNavigation extends WordsElement {
  static override styles = [
    ...controls,
    css`
      :host {
        display: block;
      }
      nav {
        block-size: calc(100dvh - 3rem);
        padding: var(--space);
        border-inline-end: 1px solid var(--line);
        background: var(--surface);
        overflow: auto;
      }
      ul + ul {
        margin-block-start: var(--space);
        padding-block-start: var(--space);
        border-block-start: 1px solid var(--line);
      }
      li a {
        display: flex;
        align-items: center;
        gap: 0.625rem;
        min-block-size: 2.25rem;
        padding: 0.25rem 0.75rem;
        border-radius: var(--radius-small);
        color: var(--text);
        font-size: var(--size-dense);
        font-weight: 500;
        text-decoration: none;
      }
      li a .icon {
        color: var(--muted);
      }
      a:hover {
        background: var(--sunken);
      }
      a[aria-current='page'] {
        background: var(--red-soft);
        color: var(--red);
        font-weight: 600;
      }
      a[aria-current='page'] .icon {
        color: inherit;
      }
      .bar {
        display: none;
      }
      @media (pointer: coarse) {
        li a {
          min-block-size: 2.75rem;
        }
      }
      @media (max-width: 700px) {
        nav.side {
          display: none;
        }
        .bar {
          display: flex;
          block-size: auto;
          padding: 0 0 env(safe-area-inset-bottom);
          border: 0;
          border-block-start: 1px solid var(--line-strong);
        }
        .bar > :is(a, button) {
          flex: 1 1 0;
          min-inline-size: 0;
          display: flex;
          flex-direction: column;
          align-items: center;
          justify-content: center;
          gap: 2px;
          min-block-size: 3.5rem;
          padding: 0.25rem;
          border: 0;
          border-radius: 0;
          background: transparent;
          color: var(--muted);
          font: 500 0.6875rem / 1.25 var(--font);
          text-align: center;
          text-decoration: none;
        }
        .bar .icon {
          inline-size: 1.375rem;
          block-size: 1.375rem;
        }
        .bar > a[aria-current='page'] {
          background: transparent;
          color: var(--red);
        }
        .bar > :focus-visible {
          outline-offset: -3px;
        }
      }
    `,
  ]

  @property({ attribute: false }) page: Page | null = null
  @state() private isDrawerOpen = false

  constructor() {
    super()
    session.use(this)
  }

  override render() {
    const { shell } = words()
    const open = pages.filter(
      ({ role, navigation }) => navigation && (role === 'signed-in' || role === 'anyone' || may(role)),
    )
    const main = open.filter(({ navigation }) => navigation?.group === 'main')
    const settings = open.filter(({ navigation }) => navigation?.group === 'settings')
    const shown = [...main, ...settings].slice(0, open.length <= barLength + 1 ? barLength + 1 : barLength)
    return html`<nav class="side" aria-label=${shell.mainNavigation}>${this.#lists(main, settings)}</nav>
      <nav class="bar" aria-label=${shell.mainNavigation}>
        ${shown.map((page) => this.#link(page, shell.barPages[page.title]))}
        ${
          shown.length === open.length
            ? nothing
            : html`<button aria-label=${shell.openMenu} @click=${this.#openDrawer}>
                ${icon('menu')}${shell.menu}
              </button>`
        }
      </nav>
      ${
        this.isDrawerOpen
          ? html`<modal-dialog
              heading=${shell.mainNavigation}
              @dialog-closed=${() => (this.isDrawerOpen = false)}
              @click=${this.#closeOnLink}
              >${this.#lists(main, settings)}</modal-dialog
            >`
          : nothing
      }`
  }

  async #openDrawer(): Promise<void> {
    await import('./modal-dialog.ts')
    this.isDrawerOpen = true
  }

  #closeOnLink(event: Event): void {
    if (event.composedPath().some((target) => target instanceof HTMLAnchorElement)) this.isDrawerOpen = false
  }

  #lists(...groups: Page[][]) {
    return groups
      .filter((group) => group.length > 0)
      .map(
        (group) =>
          html`<ul>
            ${group.map((page) => html`<li>${this.#link(page)}</li>`)}
          </ul>`,
      )
  }

  /** `short`: what the bar of a phone says of a page whose name is too long for it; it is read out whole. */
  #link(page: Page, short?: string) {
    const isCurrent = this.page !== null && (page.path === this.page.path || page.path === this.page.within)
    const name = words().shell.pages[page.title]
    return html`<a
      href=${page.path}
      aria-current=${isCurrent ? 'page' : 'false'}
      aria-label=${short === undefined ? nothing : name}
    >
      ${page.navigation ? icon(page.navigation.icon) : nothing}<span>${short ?? name}</span>
    </a>`
  }
}
