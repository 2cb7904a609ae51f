import { css, html, nothing } from 'lit'
import { customElement, state } from 'lit/decorators.js'
import type { ListToSend } from '../../server/unit-lists/schema.ts'
import { LiveController } from '../api/changes.ts'
import { listListsToSend } from '../api/unit-lists.ts'
import { WordsElement } from '../parts/element.ts'
import { controls } from '../style/controls.ts'
import { words } from '../words/words.ts'
import { listBadge, titleOf } from './list-state.ts'
import '../words/rest.ts'

/** The lists that the account's own units send upwards, each a click away: `<lists-to-send>`; nothing where there are none. */
@customElement('lists-to-send')
export class ListsToSend extends WordsElement {
  @state() private lists: readonly ListToSend[] = []

  static override styles = [
    ...controls,
    css`
      nav {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--space);
        margin-block-end: var(--space);
      }
      a {
        max-inline-size: 100%;
        white-space: normal;
      }
    `,
  ]

  constructor() {
    super()
    new LiveController(this, ['quotas', 'delegateLists'], () => void this.#fetch())
  }

  override connectedCallback(): void {
    super.connectedCallback()
    void this.#fetch()
  }

  async #fetch(): Promise<void> {
    this.lists = await listListsToSend().catch(() => this.lists)
  }

  override render() {
    const { toSend, entry } = words().unitLists
    if (this.lists.length === 0) return nothing
    const isOfMany = new Set(this.lists.map(({ sendingUnitId }) => sendingUnitId)).size > 1
    return html`<nav aria-label=${toSend}>
      <span class="small muted">${toSend}</span>
      ${this.lists.map(
        ({ congressId, sendingUnitId, unitName, state, ...titled }) =>
          html`<a class="button small" href=${`/congresses/${congressId}/unit-lists/${sendingUnitId}`}>
            ${isOfMany ? entry(unitName, titleOf(titled)) : titleOf(titled)} ${listBadge(state)}
          </a>`,
      )}
    </nav>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lists-to-send': ListsToSend
  }
}
