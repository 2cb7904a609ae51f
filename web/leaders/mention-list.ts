import { css, html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { Mention } from '../../server/leaders/schema.ts'
import { LiveController } from '../api/changes.ts'
import { listMentions, mendMention } from '../api/leaders.ts'
import { shownTitle } from '../congresses/shown-title.ts'
import { did } from '../did.ts'
import { WordsElement } from '../parts/element.ts'
import type { LoadedRoad } from '../road/road-source.ts'
import { controls } from '../style/controls.ts'
import { icon } from '../style/icons.ts'
import { translated, words } from '../words/words.ts'

/**
 * Papers and programmes that still name a leader who was replaced: `<mention-list .loaded .postId .congressId>`; where
 * the name is plain one click puts the new one there. Draws nothing while nobody is named, unless `always`.
 */
@customElement('mention-list')
export class MentionList extends WordsElement {
  @property({ attribute: false }) loaded!: LoadedRoad
  @property({ attribute: false }) postId: string | undefined
  @property({ attribute: false }) congressId: string | undefined
  /** Says so where nobody is named any more. */
  @property({ type: Boolean }) always = false
  @state() private mentions: readonly Mention[] | null = null

  static override styles = [
    ...controls,
    css`
      h2 {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space);
        align-items: center;
      }
      li {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        gap: 0 var(--space-2);
        align-items: center;
        padding-block: var(--space);
        overflow-wrap: anywhere;
      }
      li + li {
        border-block-start: 1px solid var(--line);
      }
      .tools {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space);
        align-items: center;
      }
      @media (max-width: 700px) {
        li {
          grid-template-columns: minmax(0, 1fr);
        }
      }
    `,
  ]

  constructor() {
    super()
    new LiveController(this, ['items', 'papers', 'replacements', 'congresses'], () => void this.#fetch())
  }

  override connectedCallback(): void {
    super.connectedCallback()
    void this.#fetch()
  }

  /** Without it the page says all the rest. */
  async #fetch(): Promise<void> {
    const of = {
      ...(this.postId === undefined ? {} : { postId: this.postId }),
      ...(this.congressId === undefined ? {} : { congressId: this.congressId }),
    }
    this.mentions = await listMentions(this.loaded.road.cycle.id, of).catch(() => [])
  }

  override render() {
    const { mentions: text } = words().leaders
    const { mentions } = this
    if (mentions === null || (mentions.length === 0 && !this.always)) return nothing
    return html`<section class="card" aria-labelledby="mentions">
      <h2 id="mentions">
        ${text.heading}
        ${mentions.length === 0 ? nothing : html`<span class="badge amber">${text.count(mentions.length)}</span>`}
      </h2>
      ${
        mentions.length === 0
          ? html`<p class="muted">${text.none}</p>`
          : html`<ul>
              ${mentions.map((mention) => this.#row(mention))}
            </ul>`
      }
    </section>`
  }

  #row(mention: Mention) {
    const { mentions: text } = words().leaders
    const { congressId, kind, paperKind, itemTitle, mended } = mention
    const congress = this.loaded.congress(congressId)
    const paper = (text.papers as Record<string, string>)[paperKind] ?? text.otherPaper
    const where = kind === 'item' ? text.item(translated(itemTitle)) : paper
    const mayMend = congress !== undefined && this.loaded.may('secretariat', congress.unitId)
    return html`<li>
      <div>
        <p>
          <strong>${where}</strong>
          ${
            congress && this.congressId === undefined
              ? html`<span class="muted small">· ${shownTitle(congress, this.loaded)}</span>`
              : nothing
          }
        </p>
        <p class="small">
          “${mention.text}”
          ${
            mended === null
              ? html`<span class="muted">${text.inPart}</span>`
              : html`<span class="muted">${text.becomes}</span> “${mended}”`
          }
        </p>
      </div>
      <div class="tools">
        ${
          mended !== null && mayMend
            ? html`<button
                class="button small"
                aria-label=${text.mendOf(mention.text)}
                @click=${() => this.#mend(mention)}
              >
                ${icon('check')} ${text.mend}
              </button>`
            : nothing
        }
        <a href=${`/congresses/${congressId}/${kind === 'item' ? 'programme' : 'papers'}`}>${text.open}</a>
      </div>
    </li>`
  }

  async #mend(mention: Mention): Promise<void> {
    await did(mendMention(mention), words().leaders.mentions.mended)
    await this.#fetch()
  }
}
