import { css, html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { FormerSignerPaper } from '../../server/papers/schema.ts'
import { LiveController } from '../api/changes.ts'
import { listFormerSigners } from '../api/papers.ts'
import { shownTitle } from '../congresses/shown-title.ts'
import { WordsElement } from '../parts/element.ts'
import type { LoadedRoad } from '../road/road-source.ts'
import { controls } from '../style/controls.ts'
import { language, words } from '../words/words.ts'

/** Unsigned papers that name who no longer holds the post by which they are signed: `<former-signers .loaded .postId>`. Draws nothing while there is none. */
@customElement('former-signers')
export class FormerSigners extends WordsElement {
  @property({ attribute: false }) loaded!: LoadedRoad
  @property() postId = ''
  @state() private papers: readonly FormerSignerPaper[] = []

  static override styles = [
    ...controls,
    css`
      li {
        padding-block: var(--space);
        overflow-wrap: anywhere;
      }
      li + li {
        border-block-start: 1px solid var(--line);
      }
    `,
  ]

  constructor() {
    super()
    new LiveController(this, ['papers', 'posts', 'postHolders', 'people', 'congresses'], () => void this.#fetch())
  }

  override connectedCallback(): void {
    super.connectedCallback()
    void this.#fetch()
  }

  /** Without it the page says all the rest. */
  async #fetch(): Promise<void> {
    this.papers = await listFormerSigners(this.loaded.road.cycle.id).catch(() => [])
  }

  override render() {
    const { signer: text } = words().paperLife
    const papers = this.papers.filter(({ postId }) => postId === this.postId)
    if (papers.length === 0) return nothing
    return html`<section class="card" aria-labelledby="former">
      <h2 id="former">${text.list} <span class="badge amber">${text.count(papers.length)}</span></h2>
      <ul>
        ${papers.map((paper) => this.#row(paper))}
      </ul>
    </section>`
  }

  #row({ congressId, kind, titles, was, now }: FormerSignerPaper) {
    const { signer: text } = words().paperLife
    const congress = this.loaded.congress(congressId)
    const title = titles[language()]
    return html`<li>
      <p>
        <strong>${title}</strong>
        ${congress ? html`<span class="muted small">· ${shownTitle(congress, this.loaded)}</span>` : nothing}
      </p>
      <p class="small">
        ${text.former(was, now)}
        <a href=${`/congresses/${congressId}/papers?paper=${kind}`} aria-label=${`${text.openPaper}: ${title}`}
          >${text.openPaper}</a
        >
      </p>
    </li>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'former-signers': FormerSigners
  }
}
