import { css, html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { filterCongresses, marksOf, type RoadFilter } from '../../server/road/rules/filter.ts'
import { shownTitle } from '../congresses/shown-title.ts'
import { levelName } from '../cycles/level-name.ts'
import { chipSelect } from '../parts/chip-select.ts'
import { WordsElement } from '../parts/element.ts'
import { shownStates } from '../parts/state-badge.ts'
import { ViewState } from '../router.ts'
import { controls } from '../style/controls.ts'
import { icon } from '../style/icons.ts'
import { translated, words } from '../words/words.ts'
import { filterOf, roadView } from './road-filter.ts'
import type { LoadedRoad } from './road-source.ts'

const noFilter = { level: '', block: '', state: '', conflicts: '', pilots: '', upper: '', q: '' }

/** What of the road is shown: `<road-filters .loaded>`, written into the address. */
@customElement('road-filters')
export class RoadFilters extends WordsElement {
  static override styles = [
    ...controls,
    css`
      .bar {
        margin-block-end: var(--space);
      }
      .link-button {
        font-size: var(--size-small);
      }
      @media (max-width: 700px) {
        /* One row that is pushed aside with a finger: the chart needs the height. */
        .bar {
          flex-wrap: nowrap;
          margin-inline: -0.75rem;
          padding: 2px 0.75rem;
          overflow-x: auto;
          scrollbar-width: none;
        }
        .chip,
        .link-button {
          flex: none;
        }
      }
    `,
  ]

  @property({ attribute: false }) loaded!: LoadedRoad
  readonly #view = new ViewState(this, roadView)

  override render() {
    const { filters } = words().road
    const isOn = Object.keys(noFilter).some((name) => this.#view.get(name as keyof typeof noFilter) !== '')
    return html`
      <div class="row bar no-print" role="group" aria-label=${filters.label}>
        <slot></slot>
        <span class="chip find ${this.#view.get('q') === '' ? '' : 'on'}">
          ${icon('search')}
          <input
            type="search"
            maxlength="200"
            aria-label=${filters.search}
            placeholder=${filters.search}
            .value=${this.#view.get('q')}
            @input=${({ target }: Event) => this.#view.set({ q: (target as HTMLInputElement).value })}
          />
        </span>
        ${this.#selects()} ${this.#chips()}
        ${
          isOn
            ? html`<button class="link-button" @click=${() => this.#view.set(noFilter)}>${filters.clear}</button>`
            : nothing
        }
      </div>
    `
  }

  #selects() {
    const { road, terms } = words()
    const { filters } = road
    const { levels, units } = this.loaded.road
    const blocks = [...new Set(units.map(({ block }) => block).filter((block) => block !== ''))]
    return html`
      ${this.#select(
        'level',
        [filters.level, filters.allLevels],
        [...levels].reverse().map((level) => [level.id, levelName(level)]),
      )}
      ${
        blocks.length === 0
          ? nothing
          : this.#select(
              'block',
              [filters.block, filters.allBlocks],
              blocks.sort(new Intl.Collator('vi').compare).map((block) => [block, translated(block)]),
            )
      }
      ${this.#select(
        'state',
        [filters.state, filters.allStates],
        shownStates.map((each) => [each, terms.states[each]]),
      )}
    `
  }

  #select(
    name: 'level' | 'block' | 'state',
    [label, all]: readonly [string, string],
    choices: readonly (readonly [string, string])[],
  ) {
    const choose = (value: string) => this.#view.set({ [name]: value })
    return chipSelect({ label, value: this.#view.get(name), all, choices, choose })
  }

  /** Each says how many congresses it would show beside the other filters. */
  #chips() {
    const { filters } = words().road
    const { loaded } = this
    const marks = marksOf(loaded)
    const filter = filterOf(this.#view)
    const count = (more: Partial<RoadFilter>) => filterCongresses(loaded, marks, { ...filter, ...more }).length
    return html`
      ${this.#chip('conflicts', 'triangle-alert', filters.conflicts(count({ hasConflict: true })))}
      ${
        loaded.road.congresses.some(({ isPilot }) => isPilot)
          ? this.#chip('pilots', 'flag', filters.pilots(count({ isPilot: true })))
          : nothing
      }
      ${this.#upperChip()}
    `
  }

  /** Whoever came from a congress to those below it sees so, and leaves that by a press. */
  #upperChip() {
    const { loaded } = this
    const upper = loaded.congress(this.#view.get('upper'))
    if (!upper) return nothing
    return html`
      <button class="chip" aria-pressed="true" @click=${() => this.#view.set({ upper: '' })}>
        ${icon('x')} ${words().road.filters.upper(shownTitle(upper, loaded))}
      </button>
    `
  }

  #chip(name: 'conflicts' | 'pilots', picture: 'triangle-alert' | 'flag', word: string) {
    const isOn = this.#view.get(name) !== ''
    return html`
      <button class="chip" aria-pressed=${isOn} @click=${() => this.#view.set({ [name]: isOn ? '' : 'yes' })}>
        ${icon(picture)} ${word}
      </button>
    `
  }
}
