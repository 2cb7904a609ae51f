import { css, html, nothing, type PropertyValues } from 'lit'
import { customElement, query, state } from 'lit/decorators.js'
import { closeChanges, openChanges } from './api/changes.ts'
import { listenToRequests } from './api/request.ts'
import { refreshCycles } from './cycle.ts'
import { WordsElement } from './parts/element.ts'
import { showPageFailed, showPageNotFound } from './parts/page-problems.ts'
import { isInField } from './parts/typing.ts'
import { homePath, pages, type Page } from './pages.ts'
import { matchRoute, navigate, onAddress, prepareRouter, startRouter, type Match } from './router.ts'
import { forgetSession, may, refreshSession, session } from './session.ts'
import { controls } from './style/controls.ts'
import { icon } from './style/icons.ts'
import { focusHeading } from './parts/heading-focus.ts'
import { chosenLanguage, setLanguage, words } from './words/words.ts'
import './parts/side-navigation.ts'
import './parts/toast-stack.ts'
import './parts/top-bar.ts'
import './parts/page-header.ts'

/** The frame: top bar, navigation, the page of the address, banners and toasts. */
@customElement('app-shell')
export class AppShell extends WordsElement {
  static override styles = [
    ...controls,
    css`
      :host {
        display: block;
        min-block-size: 100dvh;
      }
      .frame {
        display: grid;
        grid-template: 'top top' auto 'side main' 1fr / 13.25rem minmax(0, 1fr);
        min-block-size: 100dvh;
      }
      top-bar {
        grid-area: top;
        position: sticky;
        inset-block-start: 0;
        z-index: 20;
      }
      side-navigation {
        grid-area: side;
        position: sticky;
        inset-block-start: 3rem;
        align-self: start;
        z-index: 10;
      }
      main {
        grid-area: main;
        min-inline-size: 0;
        padding: var(--space-2);
      }
      main.bare {
        min-block-size: 100dvh;
        padding: 0;
      }
      .skip {
        position: fixed;
        inset: var(--space) auto auto var(--space);
        z-index: 30;
        transform: translateY(-5rem);
      }
      .skip:focus {
        transform: none;
      }
      .banner {
        position: sticky;
        inset-block-start: 3rem;
        z-index: 15;
        margin: calc(-1 * var(--space-2)) calc(-1 * var(--space-2)) var(--space-2);
        border-radius: 0;
      }
      .page[aria-busy='true'] {
        opacity: 0.6;
      }
      @media (max-width: 700px) {
        .frame {
          grid-template: 'top' auto 'main' 1fr 'side' auto / minmax(0, 1fr);
        }
        side-navigation {
          inset-block: auto 0;
          align-self: end;
        }
        main {
          padding: 0.75rem;
        }
        .banner {
          margin: -0.75rem -0.75rem 0.75rem;
        }
      }
      @media print {
        .frame {
          display: block;
        }
        top-bar,
        side-navigation,
        .banner,
        .skip {
          display: none;
        }
        main {
          padding: 0;
        }
      }
    `,
  ]

  @state() private match: Match<Page> | null = null
  @state() private isReady = false
  @state() private isLoadingPage = false
  @state() private isPaletteOpen = false
  @state() private reach: 'online' | 'offline' | 'again' = 'online'
  @query('.page') private readonly place!: HTMLElement

  #shownPath = ''
  #openedPath: string | null = null

  constructor() {
    super()
    session.use(this)
  }

  override connectedCallback(): void {
    super.connectedCallback()
    listenToRequests({ onSignedOut: () => this.#askToSignIn(), onReach: (isReachable) => this.#reached(isReachable) })
    addEventListener('keydown', this.#paletteByKey)
    void this.#start()
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    removeEventListener('keydown', this.#paletteByKey)
  }

  /** Ctrl+K anywhere, `/` where nothing is being typed. */
  readonly #paletteByKey = (event: KeyboardEvent): void => {
    const isCalled =
      (event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey)) || (event.key === '/' && !isInField(event))
    if (!isCalled || event.defaultPrevented || !session.get().account) return
    event.preventDefault()
    void this.#openPalette()
  }

  async #openPalette(): Promise<void> {
    await import('./parts/command-palette.ts')
    this.isPaletteOpen = true
  }

  async #start(): Promise<void> {
    const [found] = await Promise.all([refreshSession().catch(() => null), prepareRouter()])
    await setLanguage(chosenLanguage(found?.account?.language ?? null))
    startRouter()
    onAddress(() => void this.#follow())
    session.listen(() => this.#followSession())
    this.#followSession()
    this.isReady = true
    await this.updateComplete
    await this.#follow()
  }

  /** Live changes and cycles belong to whoever is signed in. */
  #followSession(): void {
    const account = session.get().account
    if (account?.id === this.#liveFor) return
    this.#liveFor = account?.id
    closeChanges()
    if (!account) return
    openChanges((isReachable) => this.#reached(isReachable))
    refreshCycles().catch(() => undefined)
  }
  #liveFor: string | undefined

  #askToSignIn(): void {
    forgetSession()
    const here = location.pathname + location.search
    if (location.pathname === '/sign-in' || location.pathname.startsWith('/link/')) return
    void navigate(`/sign-in?return=${encodeURIComponent(here)}`, { replace: true })
  }

  #reached(isReachable: boolean): void {
    if (!isReachable) this.reach = 'offline'
    else if (this.reach === 'offline') {
      this.reach = 'again'
      setTimeout(() => (this.reach = this.reach === 'again' ? 'online' : this.reach), 4000)
    }
  }

  /** Shows the page of the address. */
  async #follow(): Promise<void> {
    const { account, needsFirstRun } = session.get()
    if (location.pathname === '/') return void (await navigate(homePath(needsFirstRun), { replace: true }))
    const match = matchRoute(pages, location.pathname)
    if (!account && match?.route.role !== 'anyone') return this.#askToSignIn()
    const isPathNew = this.#shownPath !== location.pathname
    this.#shownPath = location.pathname
    this.match = match
    if (!isPathNew) return
    await this.#show(match)
  }

  async #show(match: Match<Page> | null): Promise<void> {
    const path = location.pathname
    const isFirst = this.#openedPath === null
    const page = match?.route
    const mayOpen = page && (page.role === 'anyone' || page.role === 'signed-in' || may(page.role))
    this.#title()
    if (!mayOpen) showPageNotFound(this.place)
    else {
      this.isLoadingPage = true
      try {
        const [, , kept] = await Promise.all([
          page.load(),
          page.isFirst === true ? null : import('./words/rest.ts'),
          // What is shown is remembered as it is drawn: whoever leaves at once finds it in the palette all the same.
          page.path.includes(':') ? import('./palette-kept.ts') : null,
        ])
        if (path === location.pathname) {
          kept?.rememberPage(path)
          this.#draw(page, match.params)
        }
      } catch {
        if (path === location.pathname) showPageFailed(this.place)
      }
      this.isLoadingPage = false
    }
    if (path !== location.pathname) return
    this.#openedPath = path
    if (isFirst) return
    scrollTo(0, 0)
    await focusHeading(this.place)
  }

  #draw(page: Page, params: Record<string, string>): void {
    const standing = this.place.firstElementChild
    const element = standing?.localName === page.tag ? standing : document.createElement(page.tag)
    Object.assign(element, { params })
    if (element !== standing) this.place.replaceChildren(element)
  }

  #title(): void {
    const { common, shell } = words()
    document.title = `${shell.pages[this.match?.route.title ?? 'notFound']} · ${common.product}`
  }

  protected override updated(changed: PropertyValues): void {
    // A change of language draws again without any property of ours.
    if (changed.size === 0 && this.isReady) this.#title()
  }

  override render() {
    if (!this.isReady) return html`<p class="visually-hidden" role="status">${words().common.loading}</p>`
    const isBare = !session.get().account || this.match?.route.isBare === true
    const main = html`<main id="main" class=${isBare ? 'bare' : ''} tabindex="-1">
      ${this.#bannerTemplate()}
      <div class="page" aria-busy=${this.isLoadingPage}></div>
    </main>`
    return html`${isBare ? nothing : this.#skipTemplate()}
      <div class=${isBare ? 'open' : 'frame'}>
        ${isBare ? nothing : html`<top-bar @palette-asked=${this.#openPalette}></top-bar>`} ${main}
        ${isBare ? nothing : html`<side-navigation .page=${this.match?.route ?? null}></side-navigation>`}
      </div>
      ${
        this.isPaletteOpen
          ? html`<command-palette @dialog-closed=${() => (this.isPaletteOpen = false)}></command-palette>`
          : nothing
      }
      <toast-stack></toast-stack>`
  }

  #skipTemplate() {
    const { skip } = words().shell
    return html`<nav aria-label=${skip}><a class="button skip" href="#main" @click=${this.#skip}>${skip}</a></nav>`
  }

  #bannerTemplate() {
    const { shell } = words()
    const isOffline = this.reach === 'offline'
    return html`<div role="status">
      ${
        this.reach === 'online'
          ? nothing
          : html`<p class="notice banner ${isOffline ? 'amber' : 'green'}">
              ${icon(isOffline ? 'wifi-off' : 'wifi')} ${isOffline ? shell.offline : shell.online}
            </p>`
      }
    </div>`
  }

  #skip(event: Event): void {
    event.preventDefault()
    void focusHeading(this.place)
  }
}
