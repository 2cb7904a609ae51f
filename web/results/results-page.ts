import { css, html, nothing } from 'lit'
import { customElement, state } from 'lit/decorators.js'
import type { Congress } from '../../server/congresses/schema.ts'
import { isDate } from '../../server/format/dates.ts'
import { formatNumber } from '../../server/format/numbers.ts'
import type { CycleResults, Sums } from '../../server/results/schema.ts'
import { LiveController } from '../api/changes.ts'
import { findCycleResults, resultsTableAddress, type SummarySignature } from '../api/results.ts'
import { currentCycle } from '../cycle.ts'
import { levelName } from '../cycles/level-name.ts'
import { noCycle } from '../cycles/no-cycle.ts'
import { PageElement } from '../parts/element.ts'
import { ViewState } from '../router.ts'
import { RoadSource, type LoadedRoad } from '../road/road-source.ts'
import { controls } from '../style/controls.ts'
import { icon } from '../style/icons.ts'
import { tables } from '../style/tables.ts'
import { language, words } from '../words/words.ts'
import { kindName } from './kind-name.ts'
import type { QuickEntry } from './quick-entry.ts'
import { waitingForFigures, waitingForResults } from './waiting.ts'
import '../calls/calls-to-make.ts'
import '../parts/error-panel.ts'
import '../parts/page-header.ts'
import './quick-entry.ts'
import './summary-dialog.ts'

/** /results — how far the road is and what it brought, and the congresses to be closed by telephone. */
@customElement('results-page')
export class ResultsPage extends PageElement {
  readonly #source = new RoadSource(this)
  /** What the summary is signed with stays in the address: it is printed again, or by a colleague. */
  readonly #view = new ViewState(this, { number: '', day: '', capacity: '', post: '', signer: '' })
  @state() private isSigning = false
  @state() private found: { cycleId: string; results: CycleResults } | null = null
  @state() private failure: unknown = null

  constructor() {
    super()
    new LiveController(this, ['results', 'congresses', 'cycles', 'levels', 'units'], () => void this.#fetch())
  }

  static override styles = [
    ...controls,
    tables,
    css`
      .scroll {
        overflow-x: auto;
        border: 1px solid var(--line);
        border-radius: var(--radius);
        background: var(--surface);
      }
      .total td,
      .total th {
        font-weight: 600;
      }
      .table thead th.number {
        white-space: normal;
        vertical-align: bottom;
      }
      .table tbody th {
        min-inline-size: 12rem;
        overflow-wrap: anywhere;
        background: none;
        position: static;
        font-weight: 500;
        white-space: normal;
        border-block-end-color: var(--line);
      }
      .legend {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(20rem, 1fr));
        gap: var(--space-half) var(--space-2);
        color: var(--muted);
        margin-block: calc(-1 * var(--space)) var(--space-3, 1.5rem);
      }
      .legend dt {
        display: inline;
        font-weight: 600;
      }
      .legend dt::after {
        content: ':';
      }
      .legend dd {
        display: inline;
      }
      section {
        display: grid;
        gap: var(--space);
        margin-block-end: var(--space-3, 1.5rem);
      }
    `,
  ]

  protected override updated(): void {
    const cycleId = currentCycle()?.id
    if (cycleId !== undefined && this.found?.cycleId !== cycleId && this.failure === null) void this.#fetch()
  }

  async #fetch(): Promise<void> {
    const cycleId = currentCycle()?.id
    if (cycleId === undefined) return
    try {
      this.found = { cycleId, results: await findCycleResults(cycleId) }
      this.failure = null
    } catch (error) {
      this.failure = error
    }
  }

  override render() {
    const { results: text, common } = words()
    const { loaded, error } = this.#source
    const failure = this.failure ?? error
    if (!loaded || this.found?.cycleId !== loaded.road.cycle.id) {
      return html`<page-header heading=${text.heading}></page-header>
        ${currentCycle() === null ? noCycle() : failure === null ? html`<p class="muted">${common.loading}</p>` : html`<error-panel .error=${failure}></error-panel>`}`
    }
    const { results } = this.found
    const waiting = waitingForResults(loaded).length
    const withoutFigures = waitingForFigures(loaded, results.withoutFigures).length
    return html`
      <page-header heading=${text.heading}>
        <span slot="actions" class="row">
          ${
            waiting === 0
              ? nothing
              : html`<button class="button primary" @click=${() => this.#show('past')}>
                  ${icon('phone')} ${text.quick.jump(waiting)}
                </button>`
          }
          ${
            withoutFigures === 0
              ? nothing
              : html`<button class="button" @click=${() => this.#show('figures')}>
                  ${icon('phone')} ${text.quick.jumpFigures(withoutFigures)}
                </button>`
          }
          <button class=${waiting === 0 ? 'button primary' : 'button'} @click=${() => (this.isSigning = true)}>
            ${icon('printer')} ${text.printSummary}
          </button>
          <a class="button" href=${resultsTableAddress(loaded.road.cycle.id)} target="_blank">
            ${icon('table')} ${text.printTable}
          </a>
          <a class="button" href=${`/api/cycles/${loaded.road.cycle.id}/results.xlsx`} download>
            ${icon('download')} ${common.export}
          </a>
        </span>
      </page-header>
      ${this.#sums(results, loaded)} ${this.#legend()} ${this.#byUnit(results, loaded)} ${this.#honours(results)}
      <calls-to-make .loaded=${loaded}></calls-to-make>
      <quick-entry
        .loaded=${loaded}
        .kinds=${results.kinds}
        .withoutFigures=${results.withoutFigures}
        late=${results.sums.road.late}
        @congress-saved=${({ detail }: CustomEvent<Congress>) => {
          this.#source.put(detail)
          void this.#fetch()
        }}
      ></quick-entry>
      ${this.isSigning ? this.#signing(loaded, results) : nothing}
    `
  }

  #show(asked: Parameters<QuickEntry['show']>[0]): void {
    this.renderRoot.querySelector<QuickEntry>('quick-entry')?.show(asked)
  }

  #signing(loaded: LoadedRoad, { summarySymbol }: CycleResults) {
    const of = (name: keyof SummarySignature) => this.#view.get(name)
    const signature: SummarySignature = {
      number: of('number'),
      day: isDate(of('day')) ? of('day') : '',
      capacity: of('capacity'),
      post: of('post'),
      signer: of('signer'),
    }
    return html`<summary-dialog
      .loaded=${loaded}
      .signature=${signature}
      symbol=${summarySymbol}
      @signature-given=${({ detail }: CustomEvent<SummarySignature>) => this.#view.set({ ...detail })}
      @form-closed=${() => (this.isSigning = false)}
    ></summary-dialog>`
  }

  #sums({ sums }: CycleResults, { road }: LoadedRoad) {
    const { results: text } = words()
    const names = new Map(road.levels.map((level) => [level.id, levelName(level)]))
    return this.#table(text.byLevel, text.columns.level, [
      ...sums.levels.map((sum) => ({ name: names.get(sum.levelId) ?? '', sum, isTotal: false })),
      { name: text.total, sum: sums.road, isTotal: true },
    ])
  }

  /** What the states mean, in the words of the tables, the workbook and the papers. */
  #legend() {
    const { columns, meanings } = words().results
    return html`<dl class="legend small">
      ${(Object.keys(meanings) as (keyof typeof meanings)[]).map(
        (name) =>
          html`<div>
            <dt>${columns[name]}</dt>
            <dd>${meanings[name]}</dd>
          </div>`,
      )}
    </dl>`
  }

  /** Units right below the keeper of the road that have others below them. */
  #byUnit({ sums }: CycleResults, loaded: LoadedRoad) {
    const { results: text } = words()
    const rows = sums.units.flatMap(({ unitId, ...sum }) => {
      const unit = loaded.unit(unitId)
      return unit && unit.parentId === loaded.road.cycle.unitId
        ? [{ name: unit.name, code: unit.code, sum, isTotal: false }]
        : []
    })
    if (rows.length === 0) return nothing
    const collator = new Intl.Collator('vi', { numeric: true })
    rows.sort((one, other) => collator.compare(one.code, other.code) || collator.compare(one.name, other.name))
    return this.#table(text.byUnit, text.columns.unit, rows)
  }

  #table(
    heading: string,
    first: string,
    rows: readonly { name: string; sum: Omit<Sums, 'honours'>; isTotal: boolean }[],
  ) {
    const { columns, meanings } = words().results
    const meaningOf = (name: string) => (meanings as Record<string, string>)[name] ?? nothing
    const names = [
      'total',
      'held',
      'reported',
      'withoutFigures',
      'late',
      'heldLate',
      'postponed',
      'presentDelegates',
      'presentGuests',
      'collectives',
      'individuals',
      'chosenUpward',
    ] as const
    return html`<section aria-label=${heading}>
      <h2>${heading}</h2>
      <div class="scroll" tabindex="0" role="group" aria-label=${heading}>
        <table class="table">
          <thead>
            <tr>
              <th scope="col">${first}</th>
              ${names.map((name) => html`<th scope="col" class="number" title=${meaningOf(name)}>${columns[name]}</th>`)}
            </tr>
          </thead>
          <tbody>
            ${rows.map(
              ({ name, sum, isTotal }) =>
                html`<tr class=${isTotal ? 'total' : ''}>
                  <th scope="row">${name}</th>
                  ${names.map((each) => html`<td class="number">${formatNumber(sum[each], language())}</td>`)}
                </tr>`,
            )}
          </tbody>
        </table>
      </div>
    </section>`
  }

  #honours({ sums, kinds }: CycleResults) {
    const { results: text } = words()
    const { honours } = sums.road
    if (honours.length === 0) return nothing
    const order = kinds.map(({ key }) => key)
    const sorted = [...honours].sort((one, other) => order.indexOf(one.kind) - order.indexOf(other.kind))
    const named = new Map(kinds.map((kind) => [kind.key, kindName(kind)]))
    return html`<section aria-label=${text.fields.honours}>
      <h2>${text.fields.honours}</h2>
      <ul>
        ${sorted.map(
          ({ kind, collectives, individuals }) =>
            html`<li>${named.get(kind) ?? kind}: ${text.honours.counted(collectives, individuals)}</li>`,
        )}
      </ul>
    </section>`
  }
}
