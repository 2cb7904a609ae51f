import { css, html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { Conflict } from '../../server/conflicts/schema.ts'
import { chipSelect } from '../parts/chip-select.ts'
import { WordsElement } from '../parts/element.ts'
import { shownStates, stateBadge } from '../parts/state-badge.ts'
import { controls } from '../style/controls.ts'
import { words } from '../words/words.ts'
import { conflictsOf } from './road-filter.ts'
import type { LoadedRoad } from './road-source.ts'
import '../conflicts/conflict-list.ts'

export const conflictOrders = ['severity', 'date', 'rule'] as const
export type ConflictOrder = (typeof conflictOrders)[number]

/**
 * What stands beside the road: the conflicts of what is shown, and the legend. `<road-panel .loaded .shownIds .order>`;
 * `shownIds` null = no filter is on. Tells `order-chosen`, and what `<conflict-list>` tells.
 */
@customElement('road-panel')
export class RoadPanel extends WordsElement {
  static override styles = [
    ...controls,
    css`
      :host {
        display: flex;
        flex-direction: column;
        min-block-size: 0;
        border: 1px solid var(--line);
        border-radius: var(--radius);
        background: var(--surface);
        overflow: clip;
      }
      header {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        justify-content: space-between;
        gap: var(--space-half);
        padding: var(--space) 0.75rem var(--space) var(--space-2);
        border-block-end: 1px solid var(--line);
      }
      .chip select {
        padding-inline: 0.625rem 1.5rem;
        font-size: 0.75rem;
      }
      .chip.choice > .icon {
        inset-inline-end: 0.5rem;
      }
      .list {
        flex: 1;
        min-block-size: 0;
        overflow: auto;
      }
      .legend {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-half);
        padding: var(--space) var(--space-2);
        border-block-start: 1px solid var(--line);
        background: var(--sunken);
      }
    `,
  ]

  @property({ attribute: false }) loaded!: LoadedRoad
  @property({ attribute: false }) shownIds: ReadonlySet<string> | null = null
  @property({ attribute: false }) order: ConflictOrder = 'severity'

  /** Groups are fetched when they are wanted: the road must be small. */
  protected override updated(): void {
    if (this.order === 'rule') void import('../conflicts/conflict-groups.ts')
  }

  override render() {
    const { conflicts, road } = words()
    const all = this.loaded.open.length
    const { open, accepted } = conflictsOf(this.loaded, this.shownIds)
    return html`
      <header>
        <h2 id="conflicts">
          ${conflicts.heading}
          <span class="badge red">${this.shownIds === null ? all : conflicts.ofAll(open.length, all)}</span>
        </h2>
        ${this.#orderSelect()}
      </header>
      <section class="list" aria-labelledby="conflicts">
        ${this.order === 'rule' ? html`<conflict-groups .loaded=${this.loaded} .conflicts=${open}></conflict-groups>` : nothing}
        <conflict-list
          .loaded=${this.loaded}
          .conflicts=${this.order === 'rule' ? [] : this.order === 'date' ? [...open].sort(byDate) : open}
          .accepted=${accepted}
          .none=${this.order === 'rule' && open.length > 0 ? '' : this.shownIds === null ? conflicts.none : conflicts.noneHere}
        ></conflict-list>
      </section>
      <div class="legend" role="group" aria-label=${road.legend}>${shownStates.map((each) => stateBadge(each))}</div>
    `
  }

  #orderSelect() {
    const { order } = words().conflicts
    return chipSelect({
      label: order.label,
      value: this.order,
      choices: conflictOrders.map((each) => [each, order[each]] as const),
      choose: (chosen) => this.tell('order-chosen', chosen),
    })
  }
}

/** What hangs on no day comes last. */
const byDate = (one: Conflict, other: Conflict): number => {
  const [a, b] = [one.date ?? '9999', other.date ?? '9999']
  return a < b ? -1 : a > b ? 1 : 0
}
