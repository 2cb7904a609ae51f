import { css, html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { formatDayMonth } from '../../server/format/dates.ts'
import { findChanges, type ProgrammeChange } from '../../server/releases/rules/changes.ts'
import type { Release, ReleaseRead } from '../../server/releases/schema.ts'
import { LiveController } from '../api/changes.ts'
import { listReleases, readRelease } from '../api/releases.ts'
import { WordsElement } from '../parts/element.ts'
import type { Desk } from '../programme/desk.ts'
import { controls } from '../style/controls.ts'
import { icon } from '../style/icons.ts'
import { language, words } from '../words/words.ts'

/** Which release is in force, how far the draft is from it, and the button for the next: `<release-head .desk>`. */
@customElement('release-head')
export class ReleaseHead extends WordsElement {
  @property({ attribute: false }) desk!: Desk
  @state() private newest: ReleaseRead | null = null
  @state() private isFetched = false
  @state() private open: 'release' | 'releases' | null = null
  #judged: { of: readonly unknown[]; changes: readonly ProgrammeChange[] } = { of: [], changes: [] }

  static override styles = [
    ...controls,
    css`
      :host {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space);
        align-items: center;
      }
      .state {
        display: inline-flex;
        flex-wrap: wrap;
        gap: var(--space-half);
        align-items: center;
        padding: var(--space-half);
        border: 0;
        border-radius: var(--radius-round);
        background: none;
        font: inherit;
        cursor: pointer;
      }
      .state:hover .badge {
        text-decoration: underline;
      }
      @media (pointer: coarse) {
        .state {
          min-block-size: 2.75rem;
        }
      }
    `,
  ]

  constructor() {
    super()
    new LiveController(this, ['releases'], () => void this.#fetch())
  }

  override connectedCallback(): void {
    super.connectedCallback()
    void this.#fetch()
  }

  /** Without the releases the programme is edited all the same. */
  async #fetch(): Promise<void> {
    const [newest]: Release[] = await listReleases(this.desk.congress.id).catch(() => [])
    if (newest?.id !== this.newest?.id) this.newest = newest ? await readRelease(newest.id).catch(() => null) : null
    this.isFetched = true
  }

  override render() {
    if (!this.isFetched) return nothing
    const { programme, congress, mayRelease } = this.desk
    const text = words().releases
    const changes = this.#changes()
    const isEmpty = programme.sessions.length === 0
    return html`
      ${this.newest === null ? nothing : this.#state(this.newest, changes.length)}
      ${
        mayRelease && !isEmpty && (this.newest === null || changes.length > 0)
          ? html`<button class="button primary" @click=${() => this.#show('release')}>
              ${text.release((this.newest?.number ?? 0) + 1)}
            </button>`
          : nothing
      }
      ${
        this.open === 'release'
          ? html`<release-dialog
              congressId=${congress.id}
              trayCount=${programme.tray.length}
              @form-closed=${() => (this.open = null)}
              @programme-released=${() => {
                this.open = 'releases'
                void this.#show('releases')
                void this.#fetch()
              }}
            ></release-dialog>`
          : nothing
      }
      ${
        this.open === 'releases'
          ? html`<releases-dialog
              congressId=${congress.id}
              ?mayRelease=${mayRelease}
              ?mayTell=${this.desk.mayEdit}
              @form-closed=${() => (this.open = null)}
              @programme-released=${() => this.#fetch()}
            ></releases-dialog>`
          : nothing
      }
    `
  }

  #state({ number, kind, day }: ReleaseRead, count: number) {
    const text = words().releases
    const when = formatDayMonth(day, language())
    return html`<button class="state" title=${text.open} @click=${() => this.#show('releases')}>
      <span class="badge green">
        ${icon('circle-check')}${kind === 'release' ? text.badge(number, when) : text.corrected(number, when)}
      </span>
      ${count === 0 ? nothing : html`<span class="badge amber">${icon('pencil')}${text.changes(count)}</span>`}
    </button>`
  }

  /** Found anew only when the programme or the release is another. */
  #changes(): readonly ProgrammeChange[] {
    const of = [this.desk.programme, this.newest]
    if (of.some((each, index) => each !== this.#judged.of[index])) {
      const changes = this.newest ? findChanges(this.newest.content, this.desk.programme) : []
      this.#judged = { of, changes }
    }
    return this.#judged.changes
  }

  async #show(open: 'release' | 'releases'): Promise<void> {
    await (open === 'release' ? import('./release-dialog.ts') : import('./releases-dialog.ts'))
    this.open = open
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'release-head': ReleaseHead
  }
}
