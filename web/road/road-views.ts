import { css, html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { WordsElement } from '../parts/element.ts'
import type { ViewState } from '../router.ts'
import { controls } from '../style/controls.ts'
import { icon } from '../style/icons.ts'
import { words } from '../words/words.ts'
import type { roadView } from './road-filters.ts'
import { presets } from './timeline-types.ts'

/**
 * How the road is shown: the span of time, as a timeline or as a table: `<road-views .view>`, written into the address.
 * Tells `preset-chosen` with the span that is wanted.
 */
@customElement('road-views')
export class RoadViews extends WordsElement {
  static override styles = [
    ...controls,
    css`
      @media (max-width: 700px) {
        .segments > button {
          padding-inline: 0.4rem;
        }
      }
    `,
  ]

  @property({ attribute: false }) view!: ViewState<typeof roadView>

  override render() {
    const isTable = this.view.get('view') === 'table'
    return html`<div class="row">${isTable ? nothing : this.#presets()} ${this.#views()}</div>`
  }

  #views() {
    const { road } = words()
    const shown = this.view.get('view')
    return html`<div class="segments" role="group" aria-label=${road.viewLabel}>
      ${(['timeline', 'table'] as const).map(
        (each) => html`
          <button
            aria-pressed=${shown === each}
            aria-label=${road.views[each]}
            title=${road.views[each]}
            @click=${() => this.view.set({ view: each })}
          >
            ${icon(each === 'timeline' ? 'route' : 'list')}
          </button>
        `,
      )}
    </div>`
  }

  #presets() {
    const { road } = words()
    return html`
      <div class="segments" role="group" aria-label=${road.presetsLabel}>
        ${presets.map(
          (preset) => html`
            <button
              aria-pressed=${this.view.get('preset') === preset}
              @click=${() => this.tell('preset-chosen', preset)}
            >
              ${road.presets[preset]}
            </button>
          `,
        )}
      </div>
    `
  }
}
