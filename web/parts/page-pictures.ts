import { css, html, nothing, type PropertyValues } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import { keyed } from 'lit/directives/keyed.js'
import { controls } from '../style/controls.ts'
import { icon } from '../style/icons.ts'
import { words } from '../words/words.ts'
import { WordsElement } from './element.ts'
import { sized } from './sized.ts'

/** A paper to be turned page by page. */
export interface PagesToShow {
  count: number
  /** Of a page, in millimetres. */
  width: number
  height: number
  /** Where the picture of a page (from 1) is, this wide in pixels of the screen; another content has another address. */
  addressOf: (page: number, pixels: number) => string
}

/** Pictures are asked for in these widths, so that a window that is drawn larger by a hair fetches none anew. */
const widths = [320, 480, 640, 800, 1000, 1250, 1600, 2000, 2500, 3200]
const zooms = [1, 1.5, 2, 3]
/** On a wide screen a page grows to this many times its size on paper, not beyond. */
const largest = 1.4
const pixelsPerMillimetre = 96 / 25.4

/**
 * Pages as pictures, one at a time, for any browser: `<page-pictures heading="…" .pages=${…}>`. Only the page that is
 * looked at is fetched; what stands inside joins the buttons. Arrows turn pages, + and − zoom; a picture is as fine as the screen.
 */
@customElement('page-pictures')
export class PagePictures extends WordsElement {
  /** What is shown, for those who hear it: «Giấy mời». */
  @property() heading = ''
  @property({ attribute: false }) pages: PagesToShow | null = null
  @state() private page = 1
  @state() private zoom = 0
  @state() private room = 0
  /** The page whose picture is there, and the address that gave none. */
  @state() private loaded = 0
  @state() private failed = ''
  @state() private attempt = 0
  @query('.view') private readonly view!: HTMLElement

  static override styles = [
    ...controls,
    css`
      :host {
        display: flex;
        flex-direction: column;
        min-block-size: 0;
        border: 1px solid var(--line-strong);
        border-radius: var(--radius);
        background: var(--sunken);
      }
      .bar {
        display: flex;
        flex-wrap: wrap;
        gap: 4px;
        align-items: center;
        justify-content: space-between;
        padding: 4px;
        border-block-end: 1px solid var(--line);
        border-radius: var(--radius) var(--radius) 0 0;
        background: var(--surface);
      }
      .bar > div {
        display: flex;
        gap: 4px;
        align-items: center;
      }
      .bar .input {
        inline-size: 4rem;
        text-align: center;
      }
      .zoom {
        min-inline-size: 3.25rem;
        text-align: center;
      }
      .view {
        flex: 1;
        min-block-size: 0;
        padding: var(--space);
        overflow: auto;
        overscroll-behavior: contain;
      }
      .view:focus-visible {
        outline-offset: -3px;
      }
      .sheet {
        position: relative;
        margin-inline: auto;
        background: #fff;
        box-shadow: 0 1px 4px rgb(0 0 0 / 25%);
        color: #211c18;
      }
      img {
        display: block;
        inline-size: 100%;
        block-size: 100%;
      }
      .over {
        position: absolute;
        inset: 0;
        display: flex;
        flex-direction: column;
        gap: var(--space);
        align-items: center;
        justify-content: center;
        padding: var(--space-2);
        text-align: center;
      }
      @media (max-width: 900px) {
        .view {
          max-block-size: 80dvh;
        }
      }
    `,
  ]

  readonly #sizes = new ResizeObserver(() => this.#measure())

  override connectedCallback(): void {
    super.connectedCallback()
    this.#sizes.observe(this)
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.#sizes.disconnect()
  }

  protected override willUpdate(changed: PropertyValues): void {
    // Another edition of the paper is looked at where the former one was.
    if (changed.has('pages')) this.page = Math.min(this.page, Math.max(1, this.pages?.count ?? 1))
    if (changed.has('heading')) this.page = 1
  }

  /** Room for a page in pixels, with the bar of a scroll taken off. */
  #measure(): void {
    this.room = Math.max(120, Math.floor(this.clientWidth - 32))
  }

  override render() {
    const { pages } = this
    if (!pages || pages.count === 0) return nothing
    const { pagePictures } = words()
    return html`
      <div class="bar" role="group" aria-label=${pagePictures.bar}>
        ${this.#turner(pages)} ${this.#zoomer()} <slot></slot>
      </div>
      <div
        class="view"
        role="region"
        tabindex="0"
        aria-label=${this.heading}
        aria-describedby="keys"
        @keydown=${(event: KeyboardEvent) => this.#press(event)}
      >
        ${this.room === 0 ? nothing : this.#sheet(pages)}
      </div>
      <p id="keys" class="visually-hidden">${pagePictures.keys}</p>
      <p class="visually-hidden" role="status">${pagePictures.pageOf(this.page, pages.count)}</p>
    `
  }

  #turner({ count }: PagesToShow) {
    const { pagePictures } = words()
    return html`<div>
      <button
        class="button icon-only"
        aria-label=${pagePictures.previous}
        title=${pagePictures.previous}
        ?disabled=${this.page === 1}
        @click=${() => this.#turn(this.page - 1)}
      >
        ${icon('chevron-left')}
      </button>
      ${
        count === 1
          ? html`<span class="small">${pagePictures.pageOf(1, 1)}</span>`
          : html`<input
                class="input"
                inputmode="numeric"
                aria-label=${pagePictures.page}
                .value=${String(this.page)}
                @change=${({ target }: Event) => this.#type(target as HTMLInputElement)}
              /><span class="small">${pagePictures.of(count)}</span>`
      }
      <button
        class="button icon-only"
        aria-label=${pagePictures.next}
        title=${pagePictures.next}
        ?disabled=${this.page === count}
        @click=${() => this.#turn(this.page + 1)}
      >
        ${icon('chevron-right')}
      </button>
    </div>`
  }

  #zoomer() {
    const { pagePictures } = words()
    const button = (label: string, sign: string, to: number) =>
      html`<button
        class="button icon-only"
        aria-label=${label}
        title=${label}
        ?disabled=${zooms[to] === undefined}
        @click=${() => (this.zoom = to)}
      >
        ${sign}
      </button>`
    return html`<div>
      ${button(pagePictures.smaller, '−', this.zoom - 1)}
      <span class="zoom small figures">${Math.round((zooms[this.zoom] ?? 1) * 100)} %</span>
      ${button(pagePictures.larger, '+', this.zoom + 1)}
    </div>`
  }

  #sheet({ width, height, count, addressOf }: PagesToShow) {
    const { common, pagePictures } = words()
    const fitted = Math.min(this.room, width * pixelsPerMillimetre * largest)
    const shown = Math.round(fitted * (zooms[this.zoom] ?? 1))
    const wanted = shown * devicePixelRatio
    const pixels = widths.find((each) => each >= wanted) ?? widths.at(-1) ?? wanted
    const address = addressOf(this.page, pixels)
    const box = { 'inline-size': shown, 'block-size': Math.round((shown * height) / width) }
    return html`<div class="sheet" ${sized(box)} aria-busy=${this.loaded !== this.page && this.failed !== address}>
      ${keyed(
        // A page that is turned begins empty; one that is zoomed stays until its finer picture is there.
        `${String(this.page)} ${String(this.attempt)}`,
        html`<img
          src=${address}
          ?hidden=${this.failed === address}
          alt=${pagePictures.alt(this.heading, this.page, count)}
          @load=${() => (this.loaded = this.page)}
          @error=${() => (this.failed = address)}
        />`,
      )}
      ${
        this.failed === address
          ? html`<div class="over" role="alert">
              <p>${pagePictures.failed}</p>
              <button class="button" @click=${() => this.#retry()}>${icon('rotate-ccw')} ${common.again}</button>
            </div>`
          : this.loaded !== this.page
            ? html`<div class="over muted">${common.loading}</div>`
            : nothing
      }
    </div>`
  }

  #retry(): void {
    this.failed = ''
    this.attempt += 1
  }

  #type(input: HTMLInputElement): void {
    const page = Number.parseInt(input.value, 10)
    if (Number.isFinite(page)) this.#turn(page)
    input.value = String(this.page)
  }

  #turn(page: number): void {
    const count = this.pages?.count ?? 1
    this.page = Math.min(count, Math.max(1, page))
    this.failed = ''
    this.view.scrollTop = 0
  }

  #press(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const act = this.#keys(event.key)
    if (!act) return
    event.preventDefault()
    act()
  }

  /** What a key does; a page that is wider or higher than its frame is scrolled by the arrows, as everywhere. */
  #keys(key: string): (() => void) | undefined {
    const { scrollTop, scrollHeight, clientHeight, scrollWidth, clientWidth } = this.view
    const isWide = scrollWidth > clientWidth
    const isAtEnd = scrollTop + clientHeight >= scrollHeight - 2
    const turn = (by: number) => () => this.#turn(this.page + by)
    const keys: Record<string, (() => void) | false> = {
      ArrowLeft: !isWide && turn(-1),
      ArrowRight: !isWide && turn(1),
      PageUp: scrollTop <= 2 && turn(-1),
      PageDown: isAtEnd && turn(1),
      Home: () => this.#turn(1),
      End: () => this.#turn(Infinity),
      '+': () => (this.zoom = Math.min(zooms.length - 1, this.zoom + 1)),
      '=': () => (this.zoom = Math.min(zooms.length - 1, this.zoom + 1)),
      '-': () => (this.zoom = Math.max(0, this.zoom - 1)),
      '0': () => (this.zoom = 0),
    }
    return keys[key] || undefined
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'page-pictures': PagePictures
  }
}
