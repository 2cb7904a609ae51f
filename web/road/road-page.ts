import { css, html, nothing } from 'lit'
import { customElement, query, state } from 'lit/decorators.js'
import { isDayToAvoid } from '../../server/calendar/rules.ts'
import type { Conflict, WayOut } from '../../server/conflicts/schema.ts'
import type { Congress } from '../../server/congresses/schema.ts'
import { filterCongresses, filterUpper, marksOf, type Marks } from '../../server/road/rules/filter.ts'
import type { UpperCongress } from '../../server/road/schema.ts'
import { addDays, dayNumber, formatDateInSentence, formatDateRange } from '../../server/format/dates.ts'
import { lunarText } from '../../server/format/lunar.ts'
import { moveCongress } from '../api/congresses.ts'
import { currentCycle } from '../cycle.ts'
import { noCycle } from '../cycles/no-cycle.ts'
import { pathOfWay } from '../conflicts/path-of-way.ts'
import { did } from '../did.ts'
import { chipSelect } from '../parts/chip-select.ts'
import { PageElement } from '../parts/element.ts'
import { navigate, ViewState } from '../router.ts'
import { may, mayEverywhere, session } from '../session.ts'
import { controls } from '../style/controls.ts'
import { icon } from '../style/icons.ts'
import { language, words } from '../words/words.ts'
import { presetAtFirst } from './first-preset.ts'
import { lunarMonthsOf } from './lunar-months.ts'
import { filterOf, printPath, roadView } from './road-filter.ts'
import { judgeOf } from './road-judge.ts'
import { buildRows } from './road-rows.ts'
import { RoadSource, type LoadedRoad } from './road-source.ts'
import { timelineWords } from './road-timeline-words.ts'
import type { RoadTimeline } from './road-timeline.ts'
import { toggledRows, toggleRow } from './row-names.ts'
import { reachOf, reachOfPreset, spanOf } from './timeline-scale.ts'
import {
  presets,
  type BarMoved,
  type BarTold,
  type Preset,
  type RowToggled,
  type ViewChanged,
} from './timeline-types.ts'
import '../parts/empty-state.ts'
import '../parts/error-panel.ts'
import '../parts/page-header.ts'
import './road-filters.ts'
import { conflictOrders } from './road-panel.ts'
import './road-timeline.ts'
import './road-views.ts'

/** What the filters leave of the road. */
interface Shown {
  shown: readonly Congress[]
  upper: readonly UpperCongress[]
  isFiltered: boolean
}

/** /road — the whole province on one screen. */
@customElement('road-page')
export class RoadPage extends PageElement {
  readonly #source = new RoadSource(this)
  readonly #view = new ViewState(this, roadView)
  @state() private columnWidth = Number(localStorage.getItem('tien-toi.road-column')) || 0
  @query('road-timeline') private readonly timeline!: RoadTimeline | null

  constructor() {
    super()
    session.use(this)
  }

  static override styles = [
    ...controls,
    css`
      :host {
        display: flex;
        flex-direction: column;
        /* What the top bar and the frame's padding leave: the chart scrolls, the page does not. */
        block-size: calc(100dvh - 3rem - 2 * var(--space-2));
        min-block-size: 34rem;
      }
      .main {
        flex: 1;
        min-block-size: 0;
        display: grid;
        grid-template-columns: minmax(0, 1fr) 17.5rem;
        gap: var(--space);
      }
      .chart {
        min-block-size: 0;
        min-inline-size: 0;
        border: 1px solid var(--line);
        border-radius: var(--radius);
        background: var(--surface);
        overflow: clip;
      }
      road-timeline {
        block-size: 100%;
      }
      .narrow {
        display: none;
      }
      @media (max-width: 900px) {
        :host {
          block-size: auto;
        }
        .main {
          grid-template-columns: minmax(0, 1fr);
        }
        .chart {
          block-size: min(70dvh, 48rem);
        }
      }
      @media (max-width: 700px) {
        .narrow {
          display: inline-flex;
        }
        .wide {
          display: none;
        }
      }
    `,
  ]

  override render() {
    const { road, common } = words()
    const { loaded, error } = this.#source
    if (!loaded) {
      return html`<page-header heading=${road.heading}></page-header> ${
          currentCycle() === null
            ? noCycle()
            : error === null
              ? html`<p class="muted">${common.loading}</p>`
              : html`<error-panel .error=${error} retryable @retried=${() => this.#source.refetch()}></error-panel>`
        }`
    }
    return html`${this.#head(loaded)} ${this.#toSend()}
    ${
      loaded.road.congresses.length + loaded.road.upper.length === 0
        ? this.#empty(loaded)
        : html`<road-filters .loaded=${loaded}>${this.#presetChip()}</road-filters> ${this.#main(loaded)}`
    }`
  }

  /** What one's own units send upwards; fetched for those alone who organize some and not all. */
  #toSend() {
    if (mayEverywhere('secretariat') || !may('secretariat')) return nothing
    void import('../unit-lists/lists-to-send.ts')
    return html`<lists-to-send></lists-to-send>`
  }

  #head({ road: { cycle, today } }: LoadedRoad) {
    const { road, results } = words()
    return html`
      <page-header compact heading=${road.heading}>
        <span slot="beside" class="badge">
          ${icon('calendar')}
          ${road.today(formatDateInSentence(today, language()), lunarText(today, words().parts.date.leapMonth))}
        </span>
        <span slot="actions" class="row">
          <road-views
            .shown=${this.#view.get('view')}
            .preset=${this.#preset}
            @view-chosen=${({ detail }: CustomEvent<string>) => this.#view.set({ view: detail })}
            @preset-chosen=${({ detail }: CustomEvent<Preset>) => this.timeline?.show(detail)}
          ></road-views>
          <a
            class="button"
            href=${printPath(cycle.id, filterOf(this.#view))}
            target="_blank"
            aria-label=${road.print}
            title=${road.print}
          >
            ${icon('printer')} <span class="wide">${road.print}</span>
          </a>
          <a class="button" href="/results" aria-label=${results.heading} title=${results.heading}>
            ${icon('clipboard-check')} <span class="wide">${results.heading}</span>
          </a>
        </span>
      </page-header>
    `
  }

  /** The span in sight. */
  get #preset(): string {
    const road = this.#source.loaded?.road
    return this.#view.get('preset') || (this.#view.get('from') === '' && road ? presetAtFirst(road) : '')
  }

  /** On a phone, where the row of spans takes too much room. */
  #presetChip() {
    const { presetsLabel, presets: names } = words().road
    if (this.#view.get('view') === 'table') return nothing
    return html`<span class="narrow">
      ${chipSelect({
        label: presetsLabel,
        value: this.#preset,
        choices: [
          // Between two spans, where the view was dragged or zoomed.
          ...(this.#preset === '' ? [['', presetsLabel] as const] : []),
          ...presets.map((each) => [each, names[each]] as const),
        ],
        choose: (chosen) => presets.filter((each) => each === chosen).map((each) => this.timeline?.show(each)),
      })}
    </span>`
  }

  #main(loaded: LoadedRoad) {
    const marks = marksOf(loaded)
    const filter = filterOf(this.#view)
    const shown = filterCongresses(loaded, marks, filter)
    const upper = filterUpper(loaded, filter)
    const isFiltered = shown.length !== loaded.road.congresses.length
    return html`
      <div class="main">
        ${
          this.#view.get('view') === 'table'
            ? this.#table(loaded, marks, { shown, upper })
            : html`<div class="chart">${this.#chart(loaded, marks, { shown, upper, isFiltered })}</div>`
        }
        <road-panel
          .loaded=${loaded}
          .shownIds=${isFiltered ? new Set(shown.map(({ id }) => id)) : null}
          .order=${conflictOrders.find((order) => order === this.#view.get('order')) ?? 'severity'}
          @order-chosen=${({ detail }: CustomEvent<string>) => this.#view.set({ order: detail })}
          @way-chosen=${({ detail }: CustomEvent<{ way: WayOut; conflict: Conflict }>) => this.#follow(detail.way)}
          @road-changed=${() => this.#source.refetch()}
        ></road-panel>
      </div>
    `
  }

  #table(loaded: LoadedRoad, marks: Marks, { shown, upper }: Pick<Shown, 'shown' | 'upper'>) {
    // Fetched when it is wanted: the road must be small.
    void import('./road-table.ts')
    return html`<road-table .loaded=${loaded} .marks=${marks} .shown=${shown} .upper=${upper}></road-table>`
  }

  #chart(loaded: LoadedRoad, marks: Marks, { shown, upper, isFiltered }: Shown) {
    const { cycle, days, today } = loaded.road
    const view = this.#view
    const rows = buildRows(loaded, shown, marks, {
      toggled: toggledRows(loaded, view.get('rows')),
      isFiltered,
      upper,
      words: words(),
      language: language(),
    })
    const range = { from: cycle.startsOn, to: cycle.endsOn }
    const first = spanOf(reachOfPreset(presetAtFirst(loaded.road), dayNumber(today), reachOf(range)))
    return html`
      <road-timeline
        .words=${timelineWords(words(), language(), shown)}
        .rows=${rows}
        .days=${days.filter(isDayToAvoid)}
        .lunarMonths=${lunarMonthsOf(cycle, words().parts.date.leapMark)}
        .today=${today}
        .range=${range}
        .view=${{ from: view.get('from') || first.from, to: view.get('to') || first.to }}
        .selectedId=${view.get('selected') || null}
        .columnWidth=${this.columnWidth || null}
        .judge=${judgeOf(loaded, words(), language())}
        @view-changed=${({ detail }: CustomEvent<ViewChanged>) =>
          view.set({ from: detail.from, to: detail.to, preset: detail.preset ?? '' })}
        @row-toggled=${({ detail }: CustomEvent<RowToggled>) =>
          view.set({ rows: toggleRow(view.get('rows'), detail.rowId) })}
        @bar-opened=${({ detail }: CustomEvent<BarTold>) => detail.barId && navigate(`/congresses/${detail.barId}`)}
        @bar-moved=${({ detail }: CustomEvent<BarMoved>) => this.#move(loaded, detail)}
        @selection-changed=${({ detail }: CustomEvent<BarTold>) => view.set({ selected: detail.barId ?? '' })}
        @conflict-opened=${() => view.set({ conflicts: 'yes' })}
        @column-resized=${({ detail }: CustomEvent<{ width: number }>) => {
          localStorage.setItem('tien-toi.road-column', String(detail.width))
        }}
      ></road-timeline>
    `
  }

  /** Shows the congress where it was dropped at once; the server confirms it or it goes back. */
  async #move(loaded: LoadedRoad, { id, from, to, halfDay, isWeekOnly }: BarMoved): Promise<void> {
    const congress = loaded.congress(id)
    if (!congress) return
    const date = isWeekOnly
      ? { dateFrom: null, dateTo: null, weekOf: from }
      : { dateFrom: from, dateTo: to, weekOf: null }
    this.#source.put({ ...congress, ...date, halfDay })
    const change = { ...date, halfDay, reason: '', paperNumber: '', version: congress.version }
    const unit = loaded.unit(congress.unitId)?.name ?? congress.title
    await did(moveCongress(id, change), words().congresses.done.moved(unit, formatDateRange(from, to, language())))
    await this.#source.refetch()
  }

  #follow(way: WayOut): void {
    const { loaded } = this.#source
    const congress = loaded?.congress(way.congressId)
    if (!loaded || !congress) return
    if (way.kind !== 'move') {
      void navigate(pathOfWay(way))
      return
    }
    const days = loaded.index.congresses.get(congress.id)
    const length = days?.hasDate ? days.lastDay - days.firstDay : 0
    const { id } = congress
    void this.#move(loaded, {
      id,
      from: way.date,
      to: addDays(way.date, length),
      halfDay: way.halfDay,
      isWeekOnly: false,
    })
  }

  #empty(loaded: LoadedRoad) {
    const { road, congresses, common } = words()
    // The unit that keeps the road stands alone: there is nobody yet to create congresses for.
    const hasUnits = loaded.road.units.length > 1
    const forLevel = html`<a class=${hasUnits ? 'button primary' : 'button'} href="/congresses?create=level"
      >${congresses.addForLevel}</a
    >`
    return html`
      <empty-state icon="route" heading=${road.empty} sentence=${hasUnits ? road.emptyHelp : road.emptyUnitsHelp}>
        ${
          !loaded.may('organizer', loaded.road.cycle.unitId)
            ? nothing
            : hasUnits
              ? html`${forLevel} <a class="button" href="/import/congresses">${common.import}</a>`
              : html`<a class="button primary" href="/import/units">${road.importUnits}</a> ${forLevel}`
        }
      </empty-state>
    `
  }
}
