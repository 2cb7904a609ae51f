import { css, html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { WordsElement } from '../parts/element.ts'
import type { Desk } from '../programme/desk.ts'
import { controls } from '../style/controls.ts'
import { words } from '../words/words.ts'
import { changeList, changeListStyles } from './change-list.ts'
import { NewestRelease } from './newest.ts'

/** What the draft has otherwise than the release that is in force, also what is no longer in it: `<release-side .desk>`. */
@customElement('release-side')
export class ReleaseSide extends WordsElement {
  @property({ attribute: false }) desk!: Desk
  readonly #newest = new NewestRelease(this, () => this.desk.congress.id)

  static override styles = [
    ...controls,
    changeListStyles,
    css`
      h3 {
        margin: var(--space-2) 0 var(--space);
        color: var(--muted);
        font-size: var(--size-small);
      }
    `,
  ]

  override render() {
    const { release } = this.#newest
    const changes = this.#newest.changesTo(this.desk.programme)
    if (release === null || changes.length === 0) return nothing
    return html`<h3>${words().releases.since(release.number)} · ${changes.length}</h3>
      ${changeList(changes)}`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'release-side': ReleaseSide
  }
}
