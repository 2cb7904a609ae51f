import { css, html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { formatInstant } from '../../server/format/dates.ts'
import type { KeptReplacement } from '../../server/leaders/schema.ts'
import { LiveController } from '../api/changes.ts'
import { listReplacements } from '../api/leaders.ts'
import { WordsElement } from '../parts/element.ts'
import { controls } from '../style/controls.ts'
import { language, translated, words } from '../words/words.ts'

/** Who was to attend before, and why somebody else does: `<leader-replacements .congressId>`. Nothing where nobody was. */
@customElement('leader-replacements')
export class LeaderReplacements extends WordsElement {
  @property({ attribute: false }) congressId = ''
  @state() private replacements: readonly KeptReplacement[] = []

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
    new LiveController(this, ['replacements'], () => void this.#fetch())
  }

  override connectedCallback(): void {
    super.connectedCallback()
    void this.#fetch()
  }

  async #fetch(): Promise<void> {
    this.replacements = await listReplacements(this.congressId).catch(() => [])
  }

  override render() {
    const { replace: text } = words().leaders
    if (this.replacements.length === 0) return nothing
    return html`<section class="card" aria-labelledby="replaced">
      <h2 id="replaced">${text.history}</h2>
      <ul>
        ${this.replacements.map((each) => this.#row(each))}
      </ul>
    </section>`
  }

  #row(each: KeptReplacement) {
    const { replace: text } = words().leaders
    const named = (post: string, person: string) =>
      person === '' ? translated(post) : `${person} (${translated(post)})`
    const why = [each.reason, each.paperNumber, each.source].filter((part) => part !== '').join(' · ')
    const zone = Intl.DateTimeFormat().resolvedOptions().timeZone
    return html`<li>
      <p>${text.formerly(named(each.postBefore, each.personBefore), named(each.postAfter, each.personAfter))}</p>
      ${why === '' ? nothing : html`<p class="small">${why}</p>`}
      <p class="muted small">${text.by(each.accountName, formatInstant(each.at, zone, language()))}</p>
    </li>`
  }
}
