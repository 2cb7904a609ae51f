import { css, html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { WordsElement } from '../parts/element.ts'
import { controls } from '../style/controls.ts'
import { icon } from '../style/icons.ts'
import { words } from '../words/words.ts'
import { presets } from './timeline-types.ts'

/**
 * How the road is shown: the span of time, as a timeline or as a table: `<road-views shown="timeline" preset="year">`.
 * Tells `preset-chosen` and `view-chosen`.
 */
@customElement('road-views')
export class RoadViews extends WordsElement {
  static override styles = [
    ...controls,
    css`
      .segments > button {
        padding-inline: 0.5625rem;
      }
      @media (max-width: 700px) {
        .presets {
          display: none;
        }
      }
    `,
  ]

  @property() shown = 'timeline'
  @property() preset = ''

  override render() {
    return html`<div class="row">${this.shown === 'table' ? nothing : this.#presets()} ${this.#views()}</div>`
  }

  #views() {
    const { road } = words()
    return html`<div class="segments" role="group" aria-label=${road.viewLabel}>
      ${(['timeline', 'table'] as const).map(
        (each) => html`
          <button
            aria-pressed=${this.shown === each}
            aria-label=${road.views[each]}
            title=${road.views[each]}
            @click=${() => this.tell('view-chosen', each)}
          >
            ${icon(each === 'timeline' ? 'chart-gantt' : 'table')}
          </button>
        `,
      )}
    </div>`
  }

  #presets() {
    const { road } = words()
    return html`
      <div class="segments presets" role="group" aria-label=${road.presetsLabel}>
        ${presets.map(
          (preset) => html`
            <button aria-pressed=${this.preset === preset} @click=${() => this.tell('preset-chosen', preset)}>
              ${road.presets[preset]}
            </button>
          `,
        )}
      </div>
    `
  }
}
