import { css, html, nothing, type PropertyValues } from 'lit'
import { customElement, query, state } from 'lit/decorators.js'
import { actionEntries, roadEntries, type PaletteEntry, type PaletteGroup } from '../palette.ts'
import { keyOf, readKept, remember, togglePin } from '../palette-kept.ts'
import { emptyShelf, loadShelf, paperAt, papersFor, type Shelf } from '../palette-papers.ts'
import { pages } from '../pages.ts'
import { navigate } from '../router.ts'
import { may } from '../session.ts'
import { controls } from '../style/controls.ts'
import { icon, type IconName } from '../style/icons.ts'
import { words } from '../words/words.ts'
import { WordsElement } from './element.ts'
import { rankOf, searchBy, worst } from './search.ts'
import { tellError } from './toast-stack.ts'

const maxPerGroup = 8
/** What is searched of an entry. */
const sought = ({ label, detail = '' }: PaletteEntry): string => `${label} ${detail}`

/** An entry under the heading that it is shown below. */
type FoundEntry = PaletteEntry & { section: PaletteGroup | 'pinned' | 'recent' }

const pictures: Record<PaletteGroup, IconName> = {
  pages: 'chevron-right',
  units: 'building-2',
  congresses: 'landmark',
  papers: 'file-text',
  people: 'user-round',
  venues: 'armchair',
  actions: 'sparkles',
}

/** Search over everything that has a name (Ctrl+K); marks and case do not matter. */
@customElement('command-palette')
export class CommandPalette extends WordsElement {
  static override styles = [
    ...controls,
    css`
      dialog {
        inline-size: min(38rem, calc(100vw - 2rem));
        max-block-size: min(32rem, calc(100dvh - 6rem));
        margin-block-start: 4rem;
        padding: 0;
        border: 1px solid var(--line-strong);
        border-radius: var(--radius-large);
        background: var(--surface);
        color: var(--text);
        box-shadow: var(--shadow);
      }
      dialog[open] {
        display: flex;
        flex-direction: column;
      }
      dialog::backdrop {
        background: var(--shade);
      }
      .search {
        display: flex;
        align-items: center;
        gap: var(--space);
        padding: 0.75rem 1rem;
        border-block-end: 1px solid var(--line);
        color: var(--muted);
      }
      input {
        flex: 1;
        min-inline-size: 0;
        min-block-size: var(--control);
        border: 0;
        background: transparent;
        color: var(--text);
        font: 400 1rem / 1.4 var(--font);
      }
      input:focus {
        outline: none;
      }
      .search:focus-within {
        box-shadow: inset 0 -2px 0 var(--blue);
      }
      .list {
        flex: 1;
        padding: var(--space);
        overflow: auto;
      }
      h3 {
        padding: var(--space) 0.5rem var(--space-half);
        color: var(--muted);
        font-size: var(--size-small);
      }
      [role='option'] {
        display: flex;
        align-items: center;
        gap: 0.625rem;
        min-block-size: var(--control);
        padding: 0.25rem 0.5rem;
        border-radius: var(--radius-small);
        font-size: var(--size-dense);
        cursor: pointer;
      }
      [role='option'] .icon {
        color: var(--muted);
      }
      [aria-selected='true'] {
        background: var(--red-soft);
        color: var(--red);
      }
      [aria-selected='true'] :is(.icon, .muted) {
        color: inherit;
      }
      [role='option'] > .icon {
        flex: none;
      }
      .name,
      .detail {
        display: -webkit-box;
        -webkit-box-orient: vertical;
        -webkit-line-clamp: 2;
        min-inline-size: 0;
        overflow: hidden;
        overflow-wrap: anywhere;
      }
      .detail {
        flex: none;
        max-inline-size: 40%;
        margin-inline-start: auto;
        padding-inline-start: var(--space);
        text-align: end;
      }
      .nothing {
        padding: 0 1rem 1rem;
        overflow-wrap: anywhere;
      }
      .pinned .icon {
        fill: var(--gold);
        color: var(--gold);
      }
      footer {
        padding: var(--space) 1rem;
        border-block-start: 1px solid var(--line);
        background: var(--sunken);
      }
    `,
  ]

  @state() private all: readonly PaletteEntry[] = []
  @state() private shelf: Shelf = emptyShelf
  @state() private text = ''
  @state() private active = 0
  @query('dialog') private readonly dialog!: HTMLDialogElement
  @query('input') private readonly input!: HTMLInputElement

  override firstUpdated(): void {
    this.dialog.showModal()
    this.input.focus()
    void this.#load()
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.dialog.close()
  }

  async #load(): Promise<void> {
    this.all = [...pageEntries(), ...actionEntries()]
    try {
      const found = await roadEntries()
      this.all = [...this.all, ...found]
      this.shelf = await loadShelf(found)
    } catch (error) {
      tellError(error)
    }
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('all') || changed.has('shelf') || changed.has('text')) this.#find()
  }

  /** What fits the text, group by group; before anything is typed what is pinned and what was opened last come first. */
  #found: readonly FoundEntry[] = []

  #find(): void {
    const kept = this.text.trim() === '' ? this.#kept : []
    this.#found = [...kept, ...this.#matching.filter((entry) => !kept.some((each) => keyOf(each) === keyOf(entry)))]
  }

  get #kept(): FoundEntry[] {
    const { pinned, recent } = readKept()
    const find = (section: 'pinned' | 'recent') => (key: string) =>
      [this.all.find((entry) => keyOf(entry) === key) ?? paperAt(this.shelf, key.replace(/^\S+ /, '')) ?? []]
        .flat()
        .map((entry) => ({ ...entry, section }))
    return [...pinned.flatMap(find('pinned')), ...recent.filter((key) => !pinned.includes(key)).flatMap(find('recent'))]
  }

  get #matching(): FoundEntry[] {
    const all = [...this.all, ...papersFor(this.shelf, this.text)]
    const groups = [...new Set(all.map(({ group }) => group))]
    const found = groups.map((group) => {
      const entries = all.filter((entry) => entry.group === group)
      return searchBy(entries, sought, this.text)
        .slice(0, maxPerGroup)
        .map((entry) => ({ ...entry, section: group }))
    })
    // What is called so comes before what begins with it somewhere, and that before a page in which the letters stand.
    const rank = ([first]: readonly FoundEntry[]) => (first ? (rankOf(sought(first), this.text) ?? worst) : worst)
    return [...found].sort((one, other) => rank(one) - rank(other)).flat()
  }

  #type(event: Event): void {
    this.text = (event.target as HTMLInputElement).value
    this.active = 0
  }

  #move(event: KeyboardEvent): void {
    const found = this.#found
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    const isPinning = event.key.toLowerCase() === 'd' && (event.ctrlKey || event.metaKey)
    if (isPinning) {
      event.preventDefault()
      this.#pin()
    } else if (step !== undefined && found.length > 0) {
      event.preventDefault()
      this.active = (this.active + step + found.length) % found.length
      void this.updateComplete.then(() => {
        this.renderRoot.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' })
      })
    } else if (event.key === 'Enter') {
      event.preventDefault()
      this.#take(found[this.active])
    }
  }

  #take(entry: FoundEntry | undefined): void {
    if (!entry) return
    remember(entry)
    this.tell('dialog-closed')
    void navigate(entry.href)
  }

  /** Pins the chosen entry, or takes its pin away; the choice stays on it. */
  #pin(): void {
    const entry = this.#found[this.active]
    if (!entry) return
    togglePin(entry)
    this.#find()
    this.active = Math.max(
      0,
      this.#found.findIndex((each) => keyOf(each) === keyOf(entry)),
    )
    this.requestUpdate()
  }

  #closeBeside(event: MouseEvent): void {
    if (event.target === this.dialog) this.tell('dialog-closed')
  }

  override render() {
    const { palette } = words().shell
    const found = this.#found
    return html`<dialog
      aria-label=${palette.title}
      @cancel=${() => this.tell('dialog-closed')}
      @mousedown=${this.#closeBeside}
    >
      <div class="search">
        ${icon('search')}
        <input
          role="combobox"
          aria-label=${palette.title}
          aria-expanded="true"
          aria-controls="list"
          aria-autocomplete="list"
          aria-activedescendant=${found.length > 0 ? `entry-${this.active}` : nothing}
          placeholder=${palette.placeholder}
          autocomplete="off"
          spellcheck="false"
          .value=${this.text}
          @input=${this.#type}
          @keydown=${this.#move}
        />
        ${this.#pinTemplate(found[this.active])}
      </div>
      <div class="list" id="list" role="listbox" aria-label=${palette.title}>
        ${found.map((entry, index) => this.#entryTemplate(entry, index, found[index - 1]))}
      </div>
      ${
        found.length === 0 && this.text !== ''
          ? html`<p class="nothing muted">${palette.nothing(this.text)}</p>`
          : nothing
      }
      <footer class="muted small">${palette.hint}</footer>
      <p class="visually-hidden" role="status">${palette.found(found.length)}</p>
    </dialog>`
  }

  #pinTemplate(entry: FoundEntry | undefined) {
    if (!entry) return nothing
    const { palette } = words().shell
    const isPinned = readKept().pinned.includes(keyOf(entry))
    const word = isPinned ? palette.unpin(entry.label) : palette.pin(entry.label)
    return html`<button
      class="button quiet icon-only ${isPinned ? 'pinned' : ''}"
      aria-pressed=${isPinned}
      aria-label=${word}
      title=${`${word} (Ctrl D)`}
      @click=${() => {
        this.#pin()
        this.input.focus()
      }}
    >
      ${icon('star')}
    </button>`
  }

  #entryTemplate(entry: FoundEntry, index: number, previous: FoundEntry | undefined) {
    const isFirst = previous?.section !== entry.section
    const { palette } = words().shell
    const sections = { ...palette.groups, pinned: palette.pinned, recent: palette.recent }
    return html`${isFirst ? html`<h3 role="presentation">${sections[entry.section]}</h3>` : nothing}
      <div
        role="option"
        id="entry-${index}"
        aria-selected=${index === this.active}
        @pointermove=${() => (this.active = index)}
        @click=${() => this.#take(entry)}
        @keydown=${this.#move}
      >
        ${icon(pictures[entry.group])}<span class="name">${entry.label}</span>
        ${entry.detail ? html`<span class="muted small detail">${entry.detail}</span>` : nothing}
      </div>`
  }
}

/** The pages that need nothing but their address. */
const pageEntries = (): PaletteEntry[] =>
  pages
    .filter(
      ({ path, role, isBare }) =>
        !path.includes(':') && isBare !== true && (role === 'signed-in' || role === 'anyone' || may(role)),
    )
    .map(({ path, title }) => ({ group: 'pages', label: words().shell.pages[title], href: path }))
