import { css, html, nothing } from 'lit'
import { customElement, query, state } from 'lit/decorators.js'
import type { Conflict, WayOut } from '../../server/conflicts/schema.ts'
import type { Congress } from '../../server/congresses/schema.ts'
import { addDays, formatDateInSentence, formatDateRange } from '../../server/format/dates.ts'
import { lunarText } from '../../server/format/lunar.ts'
import { moveCongress } from '../api/congresses.ts'
import { currentCycle } from '../cycle.ts'
import { noCycle } from '../cycles/no-cycle.ts'
import { did } from '../did.ts'
import { PageElement } from '../parts/element.ts'
import { stateBadge } from '../parts/state-badge.ts'
import { navigate, ViewState } from '../router.ts'
import { session } from '../session.ts'
import { controls } from '../style/controls.ts'
import { icon } from '../style/icons.ts'
import { language, words } from '../words/words.ts'
import { congressColumns } from '../congresses/congress-columns.ts'
import type { Column } from '../records/record-table.ts'
import { lunarMonthsOf } from './lunar-months.ts'
import { roadView } from './road-filters.ts'
import { judgeOf } from './road-judge.ts'
import { buildRows, filterCongresses, marksOf, type Marks, type RoadFilter } from './road-rows.ts'
import { RoadSource, type LoadedRoad } from './road-source.ts'
import { timelineWords } from './road-timeline-words.ts'
import type { RoadTimeline } from './road-timeline.ts'
import type { BarMoved, BarTold, Preset, RowToggled, ViewChanged } from './timeline-types.ts'
import '../conflicts/conflict-list.ts'
import '../parts/empty-state.ts'
import '../parts/error-panel.ts'
import '../parts/page-header.ts'
import '../records/record-table.ts'
import './road-filters.ts'
import './road-timeline.ts'
import './road-views.ts'

const idLength = 8
/** Rows are named in the address by the end of their ids: short, and of one road hardly ever the same. */
const shortId = (id: string): string =>
  id
    .split('/')
    .map((part) => part.slice(-idLength))
    .join('/')

const legend = ['planned', 'approved', 'preparing', 'held', 'late', 'postponed'] as const

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
        grid-template-columns: minmax(0, 1fr) 17rem;
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
      .table-twin {
        --table-top: 0;
        min-block-size: 0;
        overflow: auto;
      }
      road-timeline {
        block-size: 100%;
      }
      aside {
        display: flex;
        flex-direction: column;
        min-block-size: 0;
        border: 1px solid var(--line);
        border-radius: var(--radius);
        background: var(--surface);
        overflow: clip;
      }
      aside > h2 {
        padding: var(--space) var(--space-2);
        border-block-end: 1px solid var(--line);
      }
      aside .list {
        flex: 1;
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
      @media (max-width: 900px) {
        :host {
          block-size: auto;
        }
        .main {
          grid-template-columns: minmax(0, 1fr);
        }
        .chart {
          block-size: 70vh;
        }
        aside .list {
          max-block-size: none;
        }
      }
    `,
  ]

  get #filter(): RoadFilter {
    const view = this.#view
    return {
      levelId: view.get('level'),
      block: view.get('block'),
      state: view.get('state'),
      hasConflict: view.get('conflicts') !== '',
      isPilot: view.get('pilots') !== '',
      text: view.get('q'),
    }
  }

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
    return html`${this.#head(loaded)}
    ${
      loaded.road.congresses.length === 0
        ? this.#empty(loaded)
        : html`<road-filters .loaded=${loaded} .view=${this.#view}></road-filters> ${this.#main(loaded)}`
    }`
  }

  #head({ road: { cycle, today } }: LoadedRoad) {
    const { road } = words()
    const level = this.#view.get('level')
    const query = `language=${language()}${level === '' ? '' : `&levelId=${level}`}`
    return html`
      <page-header heading=${road.heading}>
        <span slot="beside" class="badge">
          ${icon('calendar')} ${road.today(formatDateInSentence(today, language()), lunarText(today))}
        </span>
        <span slot="actions" class="row">
          <road-views
            .view=${this.#view}
            @preset-chosen=${({ detail }: CustomEvent<Preset>) => this.timeline?.show(detail)}
          ></road-views>
          <a class="button" href=${`/api/cycles/${cycle.id}/road.pdf?${query}`} target="_blank">
            ${icon('printer')} ${road.print}
          </a>
        </span>
      </page-header>
    `
  }

  #main(loaded: LoadedRoad) {
    const { conflicts, road } = words()
    const marks = marksOf(loaded)
    const filter = this.#filter
    const shown = filterCongresses(loaded, marks, filter)
    const isFiltered = shown.length !== loaded.road.congresses.length
    const ids = new Set(shown.map(({ id }) => id))
    const open = isFiltered
      ? loaded.open.filter(({ congressId, otherCongressIds }) =>
          [congressId, ...otherCongressIds].some((id) => ids.has(id)),
        )
      : loaded.open
    return html`
      <div class="main">
        ${
          this.#view.get('view') === 'table'
            ? this.#table(loaded, marks, shown)
            : html`<div class="chart">${this.#chart(loaded, marks, shown, isFiltered)}</div>`
        }
        <aside aria-labelledby="conflicts">
          <h2 id="conflicts">${conflicts.heading} <span class="badge red">${open.length}</span></h2>
          <div class="list">
            <conflict-list
              .loaded=${loaded}
              .conflicts=${open}
              .accepted=${isFiltered ? [] : loaded.accepted}
              @way-chosen=${({ detail }: CustomEvent<{ way: WayOut; conflict: Conflict }>) => this.#follow(detail.way)}
              @road-changed=${() => this.#source.refetch()}
            ></conflict-list>
          </div>
          <div class="legend" role="group" aria-label=${road.legend}>${legend.map((each) => stateBadge(each))}</div>
        </aside>
      </div>
    `
  }

  #table(loaded: LoadedRoad, marks: Marks, shown: readonly Congress[]) {
    // Beside the conflicts there is no room for the form, which the title of the unit tells anyway.
    const columns = congressColumns(loaded, marks).filter(({ key }) => key !== 'form')
    return html`<div class="table-twin">
      <record-table
        plain
        unsearched
        label=${words().road.heading}
        .columns=${columns as readonly Column<never>[]}
        .rows=${shown}
        .nameOf=${({ title }: Congress) => title}
      ></record-table>
    </div>`
  }

  #chart(loaded: LoadedRoad, marks: Marks, shown: readonly Congress[], isFiltered: boolean) {
    const { cycle, days, today } = loaded.road
    const view = this.#view
    const named = new Set(view.get('rows').split(',').filter(Boolean))
    const everyRow = this.#toggledRows(loaded, named)
    const rows = buildRows(loaded, shown, marks, {
      toggled: everyRow,
      isFiltered,
      words: words(),
      language: language(),
    })
    const first = addDays(today, -180) < cycle.startsOn ? cycle.startsOn : addDays(today, -180)
    return html`
      <road-timeline
        .words=${timelineWords(words(), language(), shown)}
        .rows=${rows}
        .days=${days}
        .lunarMonths=${lunarMonthsOf(cycle)}
        .today=${today}
        .range=${{ from: cycle.startsOn, to: cycle.endsOn }}
        .view=${{ from: view.get('from') || first, to: view.get('to') || addDays(first, 364) }}
        .selectedId=${view.get('selected') || null}
        .columnWidth=${this.columnWidth || null}
        .judge=${judgeOf(loaded, words(), language())}
        @view-changed=${({ detail }: CustomEvent<ViewChanged>) =>
          view.set({ from: detail.from, to: detail.to, preset: detail.preset ?? '' })}
        @row-toggled=${({ detail }: CustomEvent<RowToggled>) => this.#toggle(detail.rowId)}
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

  /** The rows that the address names, by their whole ids. */
  #toggledRows({ road }: LoadedRoad, named: ReadonlySet<string>): Set<string> {
    const toggled = new Set<string>()
    if (named.size === 0) return toggled
    for (const { id: levelId } of road.levels) {
      if (named.has(shortId(levelId))) toggled.add(levelId)
      for (const { id } of road.units) {
        const row = `${levelId}/under/${id}`
        if (named.has(shortId(row))) toggled.add(row)
      }
    }
    return toggled
  }

  #toggle(rowId: string): void {
    const named = new Set(this.#view.get('rows').split(',').filter(Boolean))
    const short = shortId(rowId)
    if (!named.delete(short)) named.add(short)
    this.#view.set({ rows: [...named].join(',') })
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
      void navigate(`/congresses/${way.congressId}?edit=${way.kind}`)
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
    return html`
      <empty-state icon="route" heading=${road.empty} sentence=${road.emptyHelp}>
        ${
          loaded.may('organizer', loaded.road.cycle.unitId)
            ? html`
                <a class="button primary" href="/congresses?create=level">${congresses.addForLevel}</a>
                <a class="button" href=${loaded.road.units.length > 1 ? '/import/congresses' : '/import/units'}
                  >${common.import}</a
                >
              `
            : nothing
        }
      </empty-state>
    `
  }
}
