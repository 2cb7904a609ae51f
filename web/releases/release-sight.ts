import { css, html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { formatShortDate } from '../../server/format/dates.ts'
import { bareSession } from '../../server/programme/rules.ts'
import { shownName } from '../../server/releases/rules/names.ts'
import type { ReleaseRead } from '../../server/releases/schema.ts'
import { readRelease, releasedProgrammePath } from '../api/releases.ts'
import { WordsElement } from '../parts/element.ts'
import type { Desk } from '../programme/desk.ts'
import { controls } from '../style/controls.ts'
import { icon } from '../style/icons.ts'
import { language, words } from '../words/words.ts'
import '../parts/error-panel.ts'
import '../programme/programme-list.ts'

/** A release of the congress as a whole, to be read alone, in place of the draft: `<release-sight .desk>`. */
@customElement('release-sight')
export class ReleaseSight extends WordsElement {
  @property({ attribute: false }) desk!: Desk
  @state() private release: ReleaseRead | null = null
  @state() private failure: unknown = null
  #fetchedId = ''

  static override styles = [
    ...controls,
    css`
      .notice {
        align-items: center;
        margin-block-end: var(--space-2);
      }
      .notice p {
        flex: 1 1 16rem;
        margin: 0;
      }
    `,
  ]

  protected override willUpdate(): void {
    const id = this.desk.get('release')
    if (id === this.#fetchedId) return
    this.#fetchedId = id
    void this.#fetch(id)
  }

  async #fetch(id: string): Promise<void> {
    this.release = null
    this.failure = null
    try {
      const found = await readRelease(id)
      if (id === this.#fetchedId) this.release = found
    } catch (error) {
      if (id === this.#fetchedId) this.failure = error
    }
  }

  override render() {
    const { common, releases: text } = words()
    const { release, failure } = this
    const fetching = failure === null ? common.loading : ''
    return html`
      <div class="notice blue" role="status">
        ${icon('info')}
        <p>
          ${release === null ? fetching : text.readingRelease(shownName(release, language()), formatShortDate(release.day, language()))}
        </p>
        ${
          release === null
            ? nothing
            : html`<a class="button small" target="_blank" href=${releasedProgrammePath(release.id, language())}>
                ${icon('printer')} ${text.printProgramme}
              </a>`
        }
        <button class="button small" @click=${() => this.desk.set({ release: '', at: '' }, { push: true })}>
          ${icon('chevron-left')} ${text.backToDraft}
        </button>
      </div>
      ${
        failure === null
          ? nothing
          : html`<error-panel .error=${failure} retryable @retried=${() => this.#fetch(this.#fetchedId)}></error-panel>`
      }
      ${release === null ? nothing : html`<programme-list .desk=${this.#readOnly(release)}></programme-list>`}
    `
  }

  /** What it told, with nothing to be done to it: its conflicts were judged when it went out. */
  #readOnly({ content: { sessions, speakers } }: ReleaseRead): Desk {
    // Older releases say nothing of what sessions had not then.
    const whole = sessions.map((session) => ({ ...bareSession, ...session }))
    const programme = { ...this.desk.programme, sessions: whole, speakers, tray: [] }
    return { ...this.desk, programme, conflicts: [], accepted: [], mayEdit: false, mayAccept: false, mayRelease: false }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'release-sight': ReleaseSight
  }
}
