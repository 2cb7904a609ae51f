import { css, html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { checkHall, type HallFault } from '../../server/halls/rules/checks.ts'
import { addLevel, removeLevel } from '../../server/halls/rules/edit-add.ts'
import { moveLevelBehind, nameLevel } from '../../server/halls/rules/edit.ts'
import { seatUses, type HallDrawing } from '../../server/halls/schema.ts'
import { WordsElement } from '../parts/element.ts'
import { controls } from '../style/controls.ts'
import { icon } from '../style/icons.ts'
import { words } from '../words/words.ts'
import type { HallDesk } from './hall-desk.ts'
import { textInput } from './panel-inputs.ts'
import { newPartId } from './part-ids.ts'

/** More faults than these are not listed one by one. */
const mostFaults = 40

/**
 * The hall as a whole: counts, levels, blocks, fixtures, and what has to be looked at. Tells `seats-wanted` with ids and
 * `fixture-wanted` with one.
 */
@customElement('hall-overview')
export class HallOverview extends WordsElement {
  @property({ attribute: false }) desk!: HallDesk
  @property({ attribute: false }) mayChange = false
  /** Changes with whatever the desk shows. */
  @property({ attribute: false }) stamp: unknown
  #checked: { of: HallDrawing; faults: HallFault[] } | null = null

  static override styles = [
    ...controls,
    css`
      :host {
        display: grid;
        gap: var(--space-2);
        align-content: start;
      }
      h2 {
        margin: 0 0 var(--space-half);
        font-size: 1rem;
      }
      ul {
        margin: 0;
        padding: 0;
        list-style: none;
        display: grid;
        gap: var(--space-half);
      }
      li {
        display: flex;
        gap: var(--space);
        align-items: center;
        justify-content: space-between;
      }
      li .field {
        flex: 1;
      }
      .fault {
        align-items: start;
      }
      .fault .icon {
        color: var(--amber);
        flex: none;
      }
      .fault span {
        flex: 1;
      }
      .end {
        align-self: end;
      }
    `,
  ]

  protected override render(): unknown {
    const { drawing } = this.desk
    if (!drawing) return nothing
    const { halls } = words()
    const seats = drawing.levels.flatMap(({ blocks }) => blocks.flatMap(({ rows }) => rows.flatMap((row) => row.seats)))
    const counts = seatUses.flatMap((use) => {
      const count = seats.filter((seat) => seat.use === use).length
      return count === 0 ? [] : [html`<li><span>${halls.uses[use]}</span><span>${count}</span></li>`]
    })
    return html`
      ${this.mayChange ? html`<p class="muted small">${halls.nothing} ${halls.keys}</p>` : nothing}
      <section aria-label=${halls.seats(seats.length)}>
        <h2>${halls.seats(seats.length)}</h2>
        <ul>
          ${counts}
        </ul>
      </section>
      ${this.#checks(drawing)} ${this.#levels(drawing)} ${this.#blocks(drawing)} ${this.#fixtures(drawing)}
    `
  }

  #checks(drawing: HallDrawing) {
    const { halls } = words()
    if (this.#checked?.of !== drawing) this.#checked = { of: drawing, faults: checkHall(drawing) }
    const { faults } = this.#checked
    return html`<section aria-labelledby="checks">
      <h2 id="checks">${halls.checks}${faults.length === 0 ? '' : ` (${faults.length})`}</h2>
      ${
        faults.length === 0
          ? html`<p class="row">${icon('circle-check')} ${halls.sound}</p>`
          : html`<ul>
              ${faults.slice(0, mostFaults).map(
                ({ kind, text, seats }) =>
                  html`<li class="fault">
                    ${icon('triangle-alert')}<span>${halls.faults[kind](text, seats.length)}</span>
                    ${this.#mend(kind, seats)}
                  </li>`,
              )}
            </ul>`
      }
    </section>`
  }

  /** What puts a fault right, else the way to the seats that it is about. */
  #mend(kind: HallFault['kind'], seats: string[]) {
    const { halls } = words()
    const [first] = seats
    if (first === undefined) return nothing
    if (kind === 'levels-overlap' && this.mayChange) {
      const setBehind = () => {
        this.desk.do((drawing) => moveLevelBehind(drawing, first))
        this.tell('seats-wanted', seats)
      }
      return html`<button class="button small" @click=${setBehind}>${halls.setBehind}</button>`
    }
    return html`<button class="button small" @click=${() => this.tell('seats-wanted', seats)}>${halls.goTo}</button>`
  }

  #levels({ levels }: HallDrawing) {
    const { halls } = words()
    const { desk } = this
    if (!this.mayChange) return nothing
    return html`<section aria-labelledby="levels">
      <h2 id="levels">${halls.levels}</h2>
      <ul>
        ${levels.map(
          ({ id, name, blocks, fixtures }, at) =>
            html`<li>
              ${textInput(
                {
                  ...{ id: `level-${at}`, label: halls.levelName(at + 1), value: name },
                  put: (next) => desk.do((drawing) => nameLevel(drawing, id, next)),
                },
                { maxLength: 60 },
              )}
              ${
                levels.length > 1 && blocks.length + fixtures.length === 0
                  ? html`<button
                      class="button icon-only end"
                      aria-label=${halls.removeLevel(name)}
                      title=${halls.removeLevel(name)}
                      @click=${() => desk.do((drawing) => removeLevel(drawing, id))}
                    >
                      ${icon('x')}
                    </button>`
                  : nothing
              }
            </li>`,
        )}
      </ul>
      <button class="button small" @click=${() => desk.do((drawing) => addLevel(drawing, '', newPartId))}>
        ${icon('plus')} ${halls.addLevel}
      </button>
    </section>`
  }

  #blocks({ levels }: HallDrawing) {
    const { halls } = words()
    const blocks = levels.flatMap((level) => level.blocks)
    if (!this.mayChange || blocks.length === 0) return nothing
    return html`<section aria-labelledby="blocks">
      <h2 id="blocks">${halls.blocks}</h2>
      <ul>
        ${blocks.map(({ name, rows }) => {
          const seats = rows.flatMap((row) => row.seats.map(({ id }) => id))
          const table = rows.find(({ tableId }) => tableId !== null)?.name ?? ''
          const called = name || table || halls.noBlockName
          return this.#part(called, halls.seats(seats.length), () => this.tell('seats-wanted', seats))
        })}
      </ul>
    </section>`
  }

  /** The arrows on the map go from seat to seat: what is no seat is picked here by whoever has no mouse. */
  #fixtures({ levels }: HallDrawing) {
    const { halls } = words()
    const fixtures = levels.flatMap((level) => level.fixtures)
    if (!this.mayChange || fixtures.length === 0) return nothing
    return html`<section aria-labelledby="fixtures">
      <h2 id="fixtures">${halls.fixturesHeading}</h2>
      <ul>
        ${fixtures.map(({ id, kind, text }) =>
          text === ''
            ? this.#part(halls.fixtures[kind], '', () => this.tell('fixture-wanted', id))
            : this.#part(text, halls.fixtures[kind], () => this.tell('fixture-wanted', id)),
        )}
      </ul>
    </section>`
  }

  #part(called: string, told: string, go: () => void) {
    const { halls } = words()
    return html`<li>
      <span>${called} <span class="muted">${told}</span></span>
      <button class="button small" aria-label=${halls.pickPart(called)} @click=${go}>${halls.goTo}</button>
    </li>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'hall-overview': HallOverview
  }
}
