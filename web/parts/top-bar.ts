import { css, html, nothing } from 'lit'
import { customElement, query } from 'lit/decorators.js'
import { changeLanguage } from '../api/session.ts'
import { currentCycle, cycles, rememberCycle } from '../cycle.ts'
import { navigate } from '../router.ts'
import { leaveSession, session } from '../session.ts'
import { controls } from '../style/controls.ts'
import { icon } from '../style/icons.ts'
import { language, setLanguage, translated, words, type Language } from '../words/words.ts'
import { brand, brandStyles } from './brand.ts'
import { WordsElement } from './element.ts'
import { tellError } from './toast-stack.ts'

/** Brand, cycle, search, language and account. */
@customElement('top-bar')
export class TopBar extends WordsElement {
  static override styles = [
    ...controls,
    brandStyles,
    css`
      header {
        display: flex;
        align-items: center;
        gap: var(--space-2);
        block-size: 3rem;
        padding-inline: var(--space-2);
        border-block-end: 1px solid var(--line);
        background: var(--surface);
      }
      .brand {
        inline-size: 10.25rem;
      }
      .cycle {
        position: relative;
        display: flex;
        align-items: center;
        gap: var(--space);
        flex: 0 1 auto;
        min-inline-size: 0;
        min-block-size: 2.25rem;
        padding-inline: var(--space-half);
        border-radius: var(--radius-small);
        font-size: var(--size-dense);
        font-weight: 500;
        line-height: 1.25;
      }
      .cycle:hover {
        background: var(--sunken);
      }
      /* The name in two lines where one is too short for it, which no select can do: the select lies over it unseen. */
      .cycle .name {
        max-inline-size: 38rem;
        display: -webkit-box;
        -webkit-box-orient: vertical;
        -webkit-line-clamp: 2;
        overflow: hidden;
        overflow-wrap: anywhere;
      }
      .cycle .years {
        color: var(--muted);
        font-weight: 400;
        white-space: nowrap;
      }
      .cycle select {
        position: absolute;
        inset: 0;
        inline-size: 100%;
        opacity: 0;
        cursor: pointer;
      }
      .cycle:has(select:focus-visible) {
        outline: 2px solid var(--blue);
        outline-offset: 2px;
      }
      option {
        background: var(--surface);
      }
      .space {
        flex: 1;
      }
      .search {
        justify-content: start;
        inline-size: min(17.5rem, 24vw);
        min-block-size: 2.125rem;
        padding-inline: 0.75rem;
        background: var(--ground);
        color: var(--muted);
        font-weight: 400;
        white-space: nowrap;
        overflow: hidden;
      }
      .search span {
        flex: 1;
        text-align: start;
        overflow: hidden;
        text-overflow: ellipsis;
      }
      kbd {
        padding: 0 0.375rem;
        border: 1px solid var(--line-strong);
        border-radius: 4px;
        background: var(--surface);
        font: 500 0.6875rem / 1.5 var(--font);
      }
      .segments button {
        min-block-size: 1.875rem;
        padding-inline: 0.625rem;
        font-size: var(--size-small);
      }
      .segments [aria-pressed='true'] {
        background: var(--text);
        color: var(--surface);
        box-shadow: none;
      }
      .round {
        inline-size: 2.125rem;
        min-block-size: 2.125rem;
        padding: 0;
        border-radius: var(--radius-round);
        background: var(--sunken);
        color: var(--muted);
        font-size: var(--size-small);
        font-weight: 600;
      }
      #account {
        position: fixed;
        inset: 3rem var(--space-2) auto auto;
        margin: 0;
        inline-size: 16rem;
        padding: var(--space);
        border: 1px solid var(--line-strong);
        border-radius: var(--radius);
        background: var(--surface);
        color: var(--text);
        box-shadow: var(--shadow);
      }
      #account .who {
        padding: var(--space);
        border-block-end: 1px solid var(--line);
        margin-block-end: var(--space);
        overflow-wrap: anywhere;
      }
      #account .button {
        inline-size: 100%;
        justify-content: start;
      }
      .short {
        display: none;
      }
      @media (pointer: coarse) {
        .segments button,
        .round {
          min-block-size: 2.75rem;
          min-inline-size: 2.75rem;
        }
        .search {
          min-block-size: 2.75rem;
        }
      }
      @media (max-width: 1000px) {
        .brand {
          inline-size: auto;
        }
        .search {
          inline-size: var(--control);
          flex: none;
          padding: 0;
          justify-content: center;
        }
        .search :is(span, kbd) {
          display: none;
        }
      }
      @media (max-width: 700px) {
        header {
          gap: var(--space);
          padding-inline: 0.75rem;
        }
        .brand span,
        .segments {
          display: none;
        }
        .cycle {
          flex: 1;
        }
        .cycle {
          justify-content: space-between;
          min-block-size: 2.75rem;
          font-size: var(--size-small);
        }
        .space {
          display: none;
        }
        #account .segments {
          display: inline-flex;
          margin: var(--space);
        }
        .short {
          display: block;
        }
      }
    `,
  ]

  @query('#account') private readonly menu!: HTMLElement

  constructor() {
    super()
    session.use(this)
    cycles.use(this)
  }

  #chooseCycle(event: Event): void {
    const id = (event.target as HTMLSelectElement).value
    rememberCycle(id)
    const url = new URL(location.href)
    url.searchParams.set('cycle', id)
    void navigate(url.href)
    this.requestUpdate()
  }

  async #speak(wanted: Language): Promise<void> {
    await setLanguage(wanted)
    const url = new URL(location.href)
    url.searchParams.set('lang', wanted)
    history.replaceState(history.state, '', url)
    if (session.get().account) await changeLanguage({ language: wanted }).catch(tellError)
  }

  async #signOut(): Promise<void> {
    this.menu.hidePopover()
    if (!(await navigate('/sign-in'))) return
    await leaveSession()
  }

  override render() {
    const { shell } = words()
    return html`<header aria-label=${shell.topBar}>
      <a class="brand" href="/" aria-label=${shell.home}>${brand()}</a>
      ${this.#cycleTemplate()}
      <span class="space"></span>
      <button class="button search" aria-label=${shell.searchHint} @click=${() => this.tell('palette-asked')}>
        ${icon('search')}<span>${shell.searchEverything}</span><kbd>Ctrl K</kbd>
      </button>
      ${this.#languageTemplate()} ${this.#accountTemplate()}
    </header>`
  }

  #cycleTemplate() {
    const { shell } = words()
    const all = cycles.get()
    if (all.length === 0) return nothing
    const current = currentCycle()
    const years = (from: string, to: string) => shell.cycleYears(from.slice(0, 4), to.slice(0, 4))
    return html`<div class="cycle" title=${translated(current?.name ?? '')}>
      <span class="name" aria-hidden="true">
        ${translated(current?.name ?? '')}
        <span class="years">${current ? years(current.startsOn, current.endsOn) : ''}</span>
      </span>
      ${icon('chevron-down')}
      <select aria-label=${shell.chooseCycle} @change=${this.#chooseCycle}>
        ${all.map(
          ({ id, name, startsOn, endsOn }) =>
            html`<option value=${id} ?selected=${id === current?.id}>
              ${translated(name)} · ${years(startsOn, endsOn)}
            </option>`,
        )}
      </select>
    </div>`
  }

  #languageTemplate() {
    const { shell } = words()
    const choice = (code: Language) =>
      html`<button
        lang=${code}
        aria-pressed=${language() === code}
        aria-label="${code.toUpperCase()} – ${shell.languages[code]}"
        @click=${() => this.#speak(code)}
      >
        ${code.toUpperCase()}
      </button>`
    return html`<div class="segments" role="group" aria-label=${shell.language}>${choice('vi')}${choice('en')}</div>`
  }

  #accountTemplate() {
    const { shell } = words()
    const account = session.get().account
    if (!account) return nothing
    return html`<button class="button round" popovertarget="account" aria-label=${shell.accountMenu(account.name)}>
        ${initials(account.name)}
      </button>
      <div id="account" popover>
        <p class="who"><strong>${account.name}</strong><br /><span class="muted small">${account.login}</span></p>
        <a class="button quiet" href="/me" @click=${() => this.menu.hidePopover()}>
          ${icon('user-round')} ${shell.pages.me}
        </a>
        <button class="button quiet" @click=${this.#signOut}>${icon('log-out')} ${shell.signOut}</button>
        <div class="short">${this.#languageTemplate()}</div>
      </div>`
  }
}

/** First letters of the middle and the given name, as offices abbreviate: Trần Văn Phú → VP. */
const initials = (name: string): string =>
  name
    .trim()
    .split(/\s+/)
    .slice(-2)
    .map((word) => word.slice(0, 1).toUpperCase())
    .join('')
