import { html, nothing } from 'lit'
import { customElement, state } from 'lit/decorators.js'
import { repeat } from 'lit/directives/repeat.js'
import type { ComparedPerson, DistinctPair, DuplicatePair, Duplicates } from '../../server/duplicates/schema.ts'
import type { Unit } from '../../server/units/schema.ts'
import { LiveController } from '../api/changes.ts'
import { findDuplicates, tablesOfDuplicates, withdrawDistinct } from '../api/duplicates.ts'
import { listUnits } from '../api/units.ts'
import { PageElement } from '../parts/element.ts'
import type { Crumb } from '../parts/page-header.ts'
import { tellDone, tellError } from '../parts/toast-stack.ts'
import { ViewState } from '../router.ts'
import { session } from '../session.ts'
import { controls } from '../style/controls.ts'
import { unitChoices } from '../units/unit-choices.ts'
import { words } from '../words/words.ts'
import { duplicatesPageStyle } from './duplicates-page-style.ts'
import { keptByMe } from './kept-by-me.ts'
import '../parts/combo-field.ts'
import '../parts/empty-state.ts'
import '../parts/error-panel.ts'
import '../parts/page-header.ts'
import type { PairCard } from './pair-card.ts'
import './pair-card.ts'

/** Pairs drawn at first; more on demand. */
const pageLength = 10

/** /people/duplicates — who may be kept twice in a unit or below it: merged, or said to be two. `congress`: whence one came. */
@customElement('duplicates-page')
export class DuplicatesPage extends PageElement {
  readonly #view = new ViewState(this, { unit: '', congress: '' })
  @state() private units: readonly Unit[] | null = null
  @state() private found: Duplicates | null = null
  @state() private failure: unknown = null
  @state() private shown = pageLength
  #asked = ''
  #fetches = 0

  static override styles = [...controls, duplicatesPageStyle]

  constructor() {
    super()
    session.use(this)
    new LiveController(this, tablesOfDuplicates, () => void this.#fetch())
  }

  override connectedCallback(): void {
    super.connectedCallback()
    void this.#begin()
  }

  async #begin(): Promise<void> {
    this.failure = null
    try {
      this.units = keptByMe(await listUnits(), session.get().grants)
    } catch (error) {
      this.failure = error
    }
  }

  get #unitId(): string {
    return this.#view.get('unit') || (this.units?.[0]?.id ?? '')
  }

  protected override willUpdate(): void {
    // The back button may have gone to another unit.
    if (this.units === null || this.#asked === this.#unitId) return
    this.#asked = this.#unitId
    this.found = null
    this.shown = pageLength
    void this.#fetch()
  }

  async #fetch(): Promise<void> {
    const unitId = this.#asked
    if (unitId === '') return
    this.#fetches += 1
    const fetched = this.#fetches
    try {
      const found = await findDuplicates(unitId)
      if (fetched !== this.#fetches) return
      this.found = found
      this.failure = null
    } catch (error) {
      if (fetched === this.#fetches) this.failure = error
    }
  }

  override render() {
    const { shell, duplicates, common } = words()
    const { units, failure } = this
    const retry = () => (units === null ? this.#begin() : this.#fetch())
    return html`
      <page-header heading=${shell.pages.duplicates} .crumbs=${this.#crumbs()}></page-header>
      ${
        failure === null
          ? nothing
          : html`<error-panel .error=${failure} retryable @retried=${() => void retry()}></error-panel>`
      }
      ${
        units === null
          ? failure === null
            ? html`<p class="muted">${common.loading}</p>`
            : nothing
          : units.length === 0
            ? html`<empty-state icon="users-round" heading=${duplicates.noUnit} sentence=${duplicates.noUnitHelp}>
              </empty-state>`
            : html`${this.#head(units)} ${this.#body()}`
      }
    `
  }

  /** Back to the delegates of the congress from which one came. */
  #crumbs(): Crumb[] {
    const { pages } = words().shell
    const congressId = this.#view.get('congress')
    return [
      ['/congresses', pages.congresses],
      ...(congressId === ''
        ? []
        : [[`/congresses/${encodeURIComponent(congressId)}/delegates`, pages.delegates] as const]),
    ]
  }

  #head(units: readonly Unit[]) {
    const { duplicates } = words()
    const { found } = this
    return html`<div class="head">
      <div class="unit">
        <span class="small muted" aria-hidden="true">${duplicates.unit}</span>
        <combo-field
          label=${duplicates.unit}
          .choices=${unitChoices(units)}
          .value=${this.#unitId}
          @value-changed=${({ detail }: CustomEvent<string | null>) => this.#view.set({ unit: detail ?? '' })}
        ></combo-field>
      </div>
      <p class="muted" aria-live="polite">${found ? duplicates.summary(found.pairCount, found.searchedCount) : ''}</p>
    </div>`
  }

  #body() {
    const { found } = this
    const { duplicates } = words()
    if (!found) return this.failure === null ? html`<p class="muted">${duplicates.searching}</p>` : nothing
    const people = new Map(found.people.map((person) => [person.id, person]))
    const left = found.pairs.length - this.shown
    return html`
      ${
        found.pairs.length === 0
          ? html`<empty-state
              icon="users-round"
              heading=${duplicates.none}
              sentence=${duplicates.noneHelp}
            ></empty-state>`
          : html`<div class="pairs">
              ${repeat(found.pairs.slice(0, this.shown), keyOf, (pair) => this.#pair(pair, people))}
            </div>`
      }
      ${
        left > 0
          ? html`<button class="button" @click=${() => (this.shown += pageLength)}>
              ${duplicates.more(Math.min(left, pageLength))}
            </button>`
          : nothing
      }
      ${found.distinct.length === 0 ? nothing : this.#distinct(found.distinct, people)}
    `
  }

  #pair(pair: DuplicatePair, people: ReadonlyMap<string, ComparedPerson>) {
    const [one, other] = [people.get(pair.firstId), people.get(pair.secondId)]
    if (!one || !other) return nothing
    // Whoever has more parts stays: less is moved.
    const both = other.parts.length > one.parts.length ? [other, one] : [one, other]
    return html`<pair-card .pair=${pair} .people=${both} @pair-settled=${() => this.#settled(pair)}></pair-card>`
  }

  /** Whoever works through the list with the keyboard goes on with the next pair. */
  async #settled(pair: DuplicatePair): Promise<void> {
    const at = this.found?.pairs.findIndex((each) => keyOf(each) === keyOf(pair)) ?? -1
    await this.#fetch()
    await this.updateComplete
    const cards = [...this.renderRoot.querySelectorAll<PairCard>('pair-card')]
    const next = cards[Math.min(Math.max(at, 0), cards.length - 1)]
    await next?.updateComplete
    next?.focus()
  }

  #distinct(pairs: readonly DistinctPair[], people: ReadonlyMap<string, ComparedPerson>) {
    const { duplicates } = words()
    return html`<details class="distinct">
      <summary>${duplicates.distinctHeading(pairs.length)}</summary>
      <ul>
        ${pairs.map((pair) => {
          const names = duplicates.pair(people.get(pair.firstId)?.name ?? '', people.get(pair.secondId)?.name ?? '')
          return html`<li>
            <span>${names}</span>
            <button
              class="button small"
              aria-label=${duplicates.withdrawOf(names)}
              @click=${() => void this.#withdraw(pair)}
            >
              ${duplicates.withdraw}
            </button>
          </li>`
        })}
      </ul>
    </details>`
  }

  async #withdraw(pair: DistinctPair): Promise<void> {
    try {
      await withdrawDistinct(pair)
      tellDone(words().duplicates.withdrawn)
    } catch (error) {
      tellError(error)
    }
    await this.#fetch()
  }
}

const keyOf = ({ firstId, secondId }: DuplicatePair): string => `${firstId} ${secondId}`
