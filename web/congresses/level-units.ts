import { css, html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { live } from 'lit/directives/live.js'
import { repeat } from 'lit/directives/repeat.js'
import { formatShortDate } from '../../server/format/dates.ts'
import { WordsElement } from '../parts/element.ts'
import { isMatch } from '../../server/format/search.ts'
import { controls } from '../style/controls.ts'
import { language, words } from '../words/words.ts'
import type { LevelUnit } from './level-choice.ts'

/** Rows drawn at first, and further ones on demand. */
const fewest = 40
const further = 200

/**
 * What every unit would get, or why it gets none: `<level-units .units=${…}>`. A unit is taken or left out by its box,
 * and any other is found by its name. Tells `unit-toggled` {id, isChosen}.
 */
@customElement('level-units')
export class LevelUnits extends WordsElement {
  @property({ attribute: false }) units: readonly LevelUnit[] = []
  @state() private query = ''
  @state() private shown = fewest

  static override styles = [
    ...controls,
    css`
      :host {
        display: block;
      }
      .search {
        margin-block-end: var(--space);
      }
      ul {
        border: 1px solid var(--line);
        border-radius: var(--radius-small);
      }
      li {
        display: grid;
        grid-template-columns: minmax(10rem, 2fr) minmax(0, 3fr) minmax(6rem, auto);
        gap: 0 var(--space-2);
        align-items: baseline;
        padding: 0.125rem 0.625rem;
        font-size: var(--size-dense);
        overflow-wrap: anywhere;
      }
      li + li {
        border-block-start: 1px solid var(--line);
      }
      .why {
        grid-column: 2 / -1;
      }
      .when {
        text-align: end;
      }
      h3,
      summary {
        margin-block: var(--space) var(--space-half);
        font-size: var(--size-dense);
        font-weight: 600;
      }
      summary {
        min-block-size: 1.5rem;
        cursor: pointer;
      }
      .more {
        margin-block-start: var(--space);
      }
      @media (max-width: 700px) {
        li {
          grid-template-columns: minmax(0, 1fr);
          padding-block-end: 0.375rem;
        }
        .why,
        .gets,
        .when {
          grid-column: 1;
          padding-inline-start: 1.625rem;
          text-align: start;
        }
        summary {
          min-block-size: 2.75rem;
        }
      }
    `,
  ]

  override render() {
    const { forLevel } = words().congresses
    const found =
      this.query === '' ? this.units : this.units.filter(({ name, above }) => isMatch(`${name} ${above}`, this.query))
    const proposed = found.filter(({ isMeant, why }) => isMeant && why === '')
    const without = found.filter(({ isMeant, why }) => isMeant && why !== '')
    // Others show when they are looked for; those taken stay in sight.
    const others = found.filter(({ isMeant, isChosen }) => !isMeant && (isChosen || this.query !== ''))
    return html`
      <input
        class="input search"
        type="search"
        aria-label=${forLevel.search}
        placeholder=${forLevel.search}
        .value=${this.query}
        @input=${(event: Event) => (this.query = (event.target as HTMLInputElement).value)}
        @focus=${() => this.scrollIntoView()}
        @keydown=${keepFromSending}
      />
      ${found.length === 0 ? html`<p class="muted">${words().parts.combo.nothing}</p>` : nothing}
      ${this.#list(proposed)}
      ${
        others.length === 0
          ? nothing
          : html`<h3>${forLevel.others}</h3>
              ${this.#list(others)}`
      }
      ${
        without.length === 0
          ? nothing
          : html`<details ?open=${this.query !== ''}>
              <summary>${forLevel.without(without.length)}</summary>
              ${this.#list(without)}
            </details>`
      }
    `
  }

  #list(units: readonly LevelUnit[]) {
    if (units.length === 0) return nothing
    const rest = units.length - this.shown
    return html`
      <ul>
        ${repeat(
          units.slice(0, this.shown),
          ({ id }) => id,
          (unit) => this.#row(unit),
        )}
      </ul>
      ${
        rest > 0
          ? html`<button class="button small more" type="button" @click=${() => (this.shown += further)}>
              ${words().parts.table.more(rest)}
            </button>`
          : nothing
      }
    `
  }

  #row(unit: LevelUnit) {
    const { id, name, above, isChosen, isBarred } = unit
    const toggle = (event: Event) =>
      this.tell('unit-toggled', { id, isChosen: (event.target as HTMLInputElement).checked })
    return html`
      <li>
        <label class="check">
          <input
            type="checkbox"
            aria-describedby=${`gets-${id}`}
            .checked=${live(isChosen && !isBarred)}
            ?disabled=${isBarred}
            @change=${toggle}
          />
          <span>${name} ${above === '' ? nothing : html`<span class="muted">· ${above}</span>`}</span>
        </label>
        ${this.#gets(unit)}
      </li>
    `
  }

  #gets({ id, congress, title, why }: LevelUnit) {
    const { congresses } = words()
    if (congress === null) {
      return html`<span class="why muted" id=${`gets-${id}`}>${why === '' ? congresses.forLevel.dropped : why}</span>`
    }
    const { weekOf } = congress
    return html`
      <span class="gets" id=${`gets-${id}`}>${title}</span>
      <span class="when muted">
        ${weekOf === null ? congresses.forLevel.noWeek : congresses.week(formatShortDate(weekOf, language()))}
      </span>
    `
  }
}

/** Enter in the search must not create what is only being looked at. */
const keepFromSending = (event: KeyboardEvent): void => {
  if (event.key === 'Enter') event.preventDefault()
}

declare global {
  interface HTMLElementTagNameMap {
    'level-units': LevelUnits
  }
}
