import { css, html, nothing } from 'lit'
import { customElement, query, state } from 'lit/decorators.js'
import type { Congress } from '../../server/congresses/schema.ts'
import { filterCongresses, marksOf, noRoadFilter, type Marks, type RoadFilter } from '../../server/road/rules/filter.ts'
import { currentCycle } from '../cycle.ts'
import { levelName } from '../cycles/level-name.ts'
import { noCycle } from '../cycles/no-cycle.ts'
import { PageElement } from '../parts/element.ts'
import { shownStates } from '../parts/state-badge.ts'
import type { Column, RecordTable } from '../records/record-table.ts'
import { conflictsOf, printPath } from '../road/road-filter.ts'
import { RoadSource, type LoadedRoad } from '../road/road-source.ts'
import { ViewState } from '../router.ts'
import { session } from '../session.ts'
import { controls } from '../style/controls.ts'
import { icon } from '../style/icons.ts'
import { words } from '../words/words.ts'
import { congressColumns } from './congress-columns.ts'
import { monthChoices } from './months.ts'
import { undatedOf } from './undated.ts'
import { shownTitle } from './shown-title.ts'
import '../parts/empty-state.ts'
import '../parts/error-panel.ts'
import '../parts/more-actions.ts'
import '../parts/page-header.ts'
import '../records/record-table.ts'
import '../unit-lists/lists-to-send.ts'
import './congress-form.ts'
import './for-level-dialog.ts'
import './many-dialog.ts'
import './postpone-dialog.ts'
import '../conflicts/accept-many-dialog.ts'

/** /congresses — the road as a table: the twin of the timeline, with many at once. */
@customElement('congresses-page')
export class CongressesPage extends PageElement {
  readonly #source = new RoadSource(this)
  readonly #view = new ViewState(this, { level: '', state: '', month: '', q: '', create: '' })
  @state() private chosen: readonly string[] = []
  /** What is about to be done with the chosen ones. */
  @state() private doing: 'changing' | 'postponing' | 'accepting' | null = null

  @query('record-table') private readonly table!: RecordTable | null

  constructor() {
    super()
    session.use(this)
  }

  static override styles = [
    ...controls,
    css`
      [slot='filters'] .input {
        inline-size: auto;
        max-inline-size: 14rem;
      }
    `,
  ]

  override render() {
    const { congresses, common } = words()
    const { loaded, error } = this.#source
    if (!loaded) {
      return html`<page-header heading=${congresses.heading}></page-header>
        ${currentCycle() === null ? noCycle() : error === null ? html`<p class="muted">${common.loading}</p>` : html`<error-panel .error=${error}></error-panel>`}`
    }
    const undated = undatedOf(loaded).length
    const mayCreate = loaded.road.units.some(({ id }) => loaded.may('organizer', id))
    return html`
      <page-header heading=${congresses.heading}>
        <span slot="actions" class="row">
          <more-actions>
            <a class="button" href=${`/api/cycles/${loaded.road.cycle.id}/congresses.xlsx`} download>
              ${icon('download')} ${common.export}
            </a>
            <a class="button" target="_blank" href=${printPath(loaded.road.cycle.id, this.#filter)}>
              ${icon('printer')} ${congresses.printTable}
            </a>
            ${mayCreate ? html`<a class="button" href="/import/congresses">${icon('upload')} ${common.import}</a>` : nothing}
          </more-actions>
          ${
            undated === 0
              ? nothing
              : html`<a class="button" href="/postponed">
                  ${icon('calendar-clock')} ${words().many.dates.link(undated)}
                </a>`
          }
          ${
            mayCreate
              ? html`
                  <button class="button" @click=${() => this.#view.set({ create: 'one' })}>
                    ${icon('plus')} ${congresses.add}
                  </button>
                  <button class="button primary" @click=${() => this.#view.set({ create: 'level' })}>
                    ${icon('plus')} ${congresses.addForLevel}
                  </button>
                `
              : nothing
          }
        </span>
      </page-header>
      <lists-to-send></lists-to-send>
      ${
        loaded.road.congresses.length === 0
          ? html`<empty-state
              icon="landmark"
              heading=${congresses.empty}
              sentence=${congresses.emptyHelp}
            ></empty-state>`
          : html`${this.#table(loaded, mayCreate)}`
      }
      ${this.#dialogs(loaded)}
    `
  }

  #filters(loaded: LoadedRoad, marks: Marks) {
    const { road: text, terms, many } = words()
    const { road } = loaded
    const inAnyMonth = filterCongresses(loaded, marks, { ...this.#filter, month: '' })
    const select = (
      name: 'level' | 'state' | 'month',
      label: string,
      all: string,
      choices: (readonly [string, string])[],
    ) => html`
      <select
        class="input"
        aria-label=${label}
        @change=${(event: Event) => this.#view.set({ [name]: (event.target as HTMLSelectElement).value })}
      >
        <option value="" ?selected=${this.#view.get(name) === ''}>${all}</option>
        ${choices.map(
          ([value, word]) => html`<option value=${value} ?selected=${this.#view.get(name) === value}>${word}</option>`,
        )}
      </select>
    `
    return html`
      <span slot="filters" class="row no-print">
        ${select(
          'level',
          text.filters.level,
          text.filters.allLevels,
          road.levels.map((level) => [level.id, levelName(level)] as const),
        )}
        ${select(
          'state',
          text.filters.state,
          text.filters.allStates,
          shownStates.map((each) => [each, terms.states[each]] as const),
        )}
        ${select('month', many.month.label, many.month.all, monthChoices(inAnyMonth, this.#view.get('month')))}
      </span>
    `
  }

  get #filter(): RoadFilter {
    const [levelId, state] = [this.#view.get('level'), this.#view.get('state')]
    return { ...noRoadFilter, levelId, state, month: this.#view.get('month'), line: this.#view.get('q') }
  }

  #table(loaded: LoadedRoad, mayCreate: boolean) {
    const marks = marksOf(loaded)
    const rows = filterCongresses(loaded, marks, this.#filter)
    return html`
      <record-table
        plain
        ?selectable=${mayCreate}
        label=${words().congresses.heading}
        .columns=${congressColumns(loaded, marks) as readonly Column<never>[]}
        .rows=${rows}
        .sought=${this.#view.get('q')}
        ?narrowed=${rows.length < loaded.road.congresses.length}
        .nameOf=${(congress: Congress) => shownTitle(congress, loaded)}
        @search-changed=${({ detail }: CustomEvent<string>) => this.#view.set({ q: detail })}
        @filters-cleared=${() => this.#view.set({ level: '', state: '', month: '', q: '' })}
        @selection-changed=${({ detail }: CustomEvent<string[]>) => (this.chosen = detail)}
      >
        ${this.#filters(loaded, marks)}
        <button slot="selection" class="button small" @click=${() => (this.doing = 'changing')}>
          ${icon('pencil')} ${words().congresses.editMany}
        </button>
        <button slot="selection" class="button small" @click=${() => (this.doing = 'postponing')}>
          ${icon('calendar-x')} ${words().many.postpone.open}
        </button>
        <button slot="selection" class="button small" @click=${() => (this.doing = 'accepting')}>
          ${icon('check-check')} ${words().many.accept.open}
        </button>
      </record-table>
    `
  }

  #manyDialog(loaded: LoadedRoad, saved: () => void) {
    const stop = () => (this.doing = null)
    if (this.doing === 'changing') {
      return html`<many-dialog
        .loaded=${loaded}
        .ids=${this.chosen}
        @form-closed=${stop}
        @congress-saved=${saved}
      ></many-dialog>`
    }
    if (this.doing === 'postponing') {
      return html`<postpone-dialog
        .loaded=${loaded}
        .ids=${this.chosen}
        @form-closed=${stop}
        @congress-saved=${saved}
      ></postpone-dialog>`
    }
    if (this.doing === null) return nothing
    return html`<accept-many-dialog
      .loaded=${loaded}
      .conflicts=${conflictsOf(loaded, new Set(this.chosen)).open}
      @form-closed=${stop}
      @road-changed=${() => this.#source.refetch()}
    ></accept-many-dialog>`
  }

  #dialogs(loaded: LoadedRoad) {
    const close = () => this.#view.set({ create: '' })
    const saved = () => {
      close()
      this.doing = null
      // What was done with the chosen ones is done: another act begins with another choice.
      this.table?.clearSelection()
      void this.#source.refetch()
    }
    const create = this.#view.get('create')
    if (create === 'one') {
      return html`<congress-form .loaded=${loaded} @form-closed=${close} @congress-saved=${saved}></congress-form>`
    }
    if (create === 'level') {
      return html`<for-level-dialog
        .loaded=${loaded}
        @form-closed=${close}
        @congress-saved=${saved}
      ></for-level-dialog>`
    }
    return this.#manyDialog(loaded, saved)
  }
}
