import { css, html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { formatDayMonth } from '../../server/format/dates.ts'
import type { ReleaseRead } from '../../server/releases/schema.ts'
import { WordsElement } from '../parts/element.ts'
import type { Desk } from '../programme/desk.ts'
import { controls } from '../style/controls.ts'
import { icon } from '../style/icons.ts'
import { language, words } from '../words/words.ts'
import { NewestRelease } from './newest.ts'
import { openPublicPage } from './public-part.ts'

/** Which release is in force, how far the draft is from it, and the button for the next: `<release-head .desk>`. */
@customElement('release-head')
export class ReleaseHead extends WordsElement {
  @property({ attribute: false }) desk!: Desk
  @state() private open: 'release' | 'releases' | null = null
  readonly #newest = new NewestRelease(this, () => this.desk.congress.id)

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

  override render() {
    const { release, isFetched } = this.#newest
    if (!isFetched) return nothing
    const { programme, congress, mayRelease } = this.desk
    const changes = this.#newest.changesTo(programme)
    const isEmpty = programme.sessions.length === 0
    return html`
      ${release === null ? nothing : this.#state(release, changes.length)}
      ${isEmpty || (release !== null && changes.length === 0) ? nothing : this.#releaseButton(release)}
      ${
        this.open === 'release'
          ? html`<release-dialog
              congressId=${congress.id}
              today=${this.desk.today}
              trayCount=${programme.tray.length}
              conflictCount=${this.desk.conflicts.filter(({ rule }) => rule !== 'empty-session').length}
              @conflicts-wanted=${() => {
                this.open = null
                this.desk.set({ view: '', at: '' })
              }}
              @form-closed=${() => (this.open = null)}
              @programme-released=${() => {
                this.open = 'releases'
                void this.#show('releases')
                void this.#newest.fetch()
              }}
            ></release-dialog>`
          : nothing
      }
      ${
        this.open === 'releases'
          ? html`<releases-dialog
              congressId=${congress.id}
              .draft=${programme}
              today=${this.desk.today}
              ?mayRelease=${mayRelease}
              ?mayTell=${this.desk.mayEdit}
              @draft-changed=${() => {
                this.open = null
                void this.desk.refresh()
              }}
              @release-wanted=${({ detail }: CustomEvent<{ id: string }>) => {
                this.open = null
                this.desk.set({ release: detail.id, at: '' }, { push: true })
              }}
              @public-page-wanted=${() => {
                this.open = null
                void openPublicPage(this.desk, this)
              }}
              @form-closed=${() => (this.open = null)}
              @programme-released=${() => this.#newest.fetch()}
            ></releases-dialog>`
          : nothing
      }
    `
  }

  /** Who may not release sees who may. After a correction the draft has what was wrong still: nothing urges to release it. */
  #releaseButton(release: ReleaseRead | null) {
    const { mayRelease, mayEdit } = this.desk
    const text = words().releases
    const word = text.release((release?.number ?? 0) + 1)
    const look = release?.kind === 'correction' ? 'button' : 'button primary'
    if (mayRelease) return html`<button class=${look} @click=${() => this.#show('release')}>${word}</button>`
    if (!mayEdit) return nothing
    return html`<button class="button" disabled aria-describedby="who">${word}</button>
      <span class="small muted" id="who">${text.whoReleases}</span>`
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
