import { css, html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { congressStates } from '../../server/congresses/schema.ts'
import { levelName } from '../cycles/level-name.ts'
import { WordsElement } from '../parts/element.ts'
import type { ViewState } from '../router.ts'
import { controls } from '../style/controls.ts'
import { icon } from '../style/icons.ts'
import { words } from '../words/words.ts'
import { marksOf } from './road-rows.ts'
import type { LoadedRoad } from './road-source.ts'

/** What of the view of the road lives in the address. */
export const roadView = {
  from: '',
  to: '',
  preset: '',
  level: '',
  block: '',
  state: '',
  conflicts: '',
  pilots: '',
  q: '',
  rows: '',
  view: 'timeline',
  selected: '',
}

/** What of the road is shown: `<road-filters .loaded .view>`, written into the address. */
@customElement('road-filters')
export class RoadFilters extends WordsElement {
  static override styles = [
    ...controls,
    css`
      .bar {
        margin-block-end: var(--space);
        row-gap: var(--space);
      }
      .bar .input {
        inline-size: auto;
        max-inline-size: 12rem;
        min-block-size: 2.125rem;
        padding-block: 0.25rem;
      }
    `,
  ]

  @property({ attribute: false }) loaded!: LoadedRoad
  @property({ attribute: false }) view!: ViewState<typeof roadView>

  override render() {
    const { loaded } = this
    const { road, terms } = words()
    const { filters } = road
    const { levels, units, congresses } = loaded.road
    const blocks = [...new Set(units.map(({ block }) => block).filter((block) => block !== ''))].sort(
      new Intl.Collator('vi').compare,
    )
    const pilots = congresses.filter(({ isPilot }) => isPilot).length
    const inConflict = marksOf(loaded).heaviest.size
    return html`
      <div class="row spread bar no-print">
        <div class="row" role="group" aria-label=${filters.label}>
          <input
            class="input"
            type="search"
            aria-label=${filters.search}
            placeholder=${filters.search}
            .value=${this.view.get('q')}
            @input=${(event: Event) => this.view.set({ q: (event.target as HTMLInputElement).value })}
          />
          ${this.#select('level', filters.level, filters.allLevels, [
            ...[...levels].reverse().map((level): [string, string] => [level.id, levelName(level)]),
          ])}
          ${
            blocks.length === 0
              ? nothing
              : this.#select(
                  'block',
                  filters.block,
                  filters.allBlocks,
                  blocks.map((block) => [block, block]),
                )
          }
          ${this.#select(
            'state',
            filters.state,
            filters.allStates,
            ['late' as const, ...congressStates].map((each) => [each, terms.states[each]]),
          )}
          ${this.#chip('conflicts', 'triangle-alert', filters.conflicts(inConflict))}
          ${pilots === 0 ? nothing : this.#chip('pilots', 'flag', filters.pilots(pilots))}
        </div>
      </div>
    `
  }

  #select(
    name: 'level' | 'block' | 'state',
    label: string,
    all: string,
    choices: readonly (readonly [string, string])[],
  ) {
    const value = this.view.get(name)
    return html`
      <select
        class="input"
        aria-label=${label}
        @change=${(event: Event) => this.view.set({ [name]: (event.target as HTMLSelectElement).value })}
      >
        <option value="" ?selected=${value === ''}>${all}</option>
        ${choices.map(([id, word]) => html`<option value=${id} ?selected=${value === id}>${word}</option>`)}
      </select>
    `
  }

  #chip(name: 'conflicts' | 'pilots', picture: 'triangle-alert' | 'flag', word: string) {
    const isOn = this.view.get(name) !== ''
    return html`
      <button class="chip" aria-pressed=${isOn} @click=${() => this.view.set({ [name]: isOn ? '' : 'yes' })}>
        ${icon(picture)} ${word}
      </button>
    `
  }
}
