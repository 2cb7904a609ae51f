import { html, nothing, svg, type TemplateResult } from 'lit'
import { repeat } from 'lit/directives/repeat.js'
import { dayNumber, isoDate } from '../../server/format/dates.ts'
import { binUnitFor, densityOf, heapHeight } from './timeline-density.ts'
import { iconOfLook, iconOfSeverity, mark, pathOfIcon } from './timeline-icons.ts'
import { barsBetween, placeBars, type PlacedBar } from './timeline-layout.ts'
import type { Move } from './timeline-move.ts'
import { place } from './timeline-place.ts'
import type { Columns } from './timeline-pool.ts'
import { reachOf, xOf, type Scale } from './timeline-scale.ts'
import { countsOf, rollUpBar, summaryTemplate, type SummaryPlace } from './timeline-summary.ts'
import { lookOf, looksInOrder, type BarLook, type TimelineBar, type TimelineRow } from './timeline-types.ts'
import type { TimelineWords } from './timeline-words.ts'

/** What a row needs to be drawn. */
export interface RowContext {
  words: TimelineWords
  scale: Scale
  /** Columns (px) that are in the document. */
  columns: Columns
  rowHeight: number
  selectedId: string | null
  /** The bar of this row that takes the focus by Tab; null = the row. */
  activeBarId: string | null
  /** The move of a bar of this row. */
  move: Move | null
  measure: (label: string) => number
  /** Where the numbers of a level stand. */
  summary: SummaryPlace | null
}

export const rowTemplate = (row: TimelineRow, context: RowContext): TemplateResult =>
  html`${nameCell(row, context)}
    <div class="track" role="gridcell" aria-colindex="2" aria-label=${trackLabel(row, context.words) || nothing}>
      ${context.move ? judgedDays(context.move, context) : nothing} ${row.window ? windowBand(row, context) : nothing}
      ${summaryTemplate(row, context.summary, context)}
      ${row.hiddenBars?.length ? density(row.hiddenBars, context) : nothing} ${milestones(row, context)}
      ${bars(row, context)}
    </div>`

const nameCell = (row: TimelineRow, { words }: RowContext): TemplateResult =>
  html`<div class="name depth-${Math.min(row.depth, 4)}" role="rowheader" aria-colindex="1">
    ${
      row.isOpen === null
        ? html`<span class="toggle"></span>`
        : html`<button
            type="button"
            class="toggle"
            tabindex="-1"
            data-toggle
            aria-label=${row.isOpen ? words.close : words.open}
          >
            ${mark(row.isOpen ? 'chevron-down' : 'chevron-right')}
          </button>`
    }
    <span class="label" title=${row.label}>${row.label}</span>
    ${row.count === null ? nothing : html`<span class="count">${row.count}</span>`}
    ${
      row.conflict === null
        ? nothing
        : html`<button
            type="button"
            class="conflict severity-${row.conflict}"
            tabindex="-1"
            data-conflict
            title=${words.showConflicts(row.label)}
            aria-label="${words.severities[row.conflict]}: ${words.showConflicts(row.label)}"
          >
            ${mark(iconOfSeverity(row.conflict))}
          </button>`
    }
  </div>`

/** What the track says to those who do not see it; bars speak for themselves. */
const trackLabel = (row: TimelineRow, words: TimelineWords): string =>
  [
    ...(row.rollUp ? countsOf(row.rollUp).map(({ look, count }) => words.counts[look](count)) : []),
    ...(row.window ? [words.window(words.shortDate(row.window.from), words.shortDate(row.window.to))] : []),
    ...(row.hiddenBars?.length ? [words.hidden(row.hiddenBars.length)] : []),
    ...(row.note ? [row.note] : []),
  ].join(' · ')

const windowBand = (row: TimelineRow, { scale }: RowContext): TemplateResult => {
  const { from, to } = reachOf(row.window as NonNullable<TimelineRow['window']>)
  const x = xOf(scale, from)
  const width = (to - from) * scale.pxPerDay
  return html`<div class="window" ${place(x, width)}></div>
    ${row.rollUp ? rollUpBar(row.rollUp, x + 4, Math.max(24, width - 8)) : nothing}`
}

const density = (hidden: readonly TimelineBar[], context: RowContext): TemplateResult => {
  const { scale, columns, rowHeight } = context
  const bins = densityOf(hidden, binUnitFor(scale.pxPerDay))
  const tallest = Math.max(...bins.map(({ total }) => total))
  const height = rowHeight - 9
  const paths = new Map<BarLook, string>()
  for (const bin of bins) {
    const x = xOf(scale, bin.from)
    const width = (bin.to - bin.from) * scale.pxPerDay
    if (x > columns.to || x + width < columns.from) continue
    const bar = Math.min(14, Math.max(3, width - 3))
    let top = rowHeight - 1
    for (const look of looksInOrder) {
      const part = heapHeight(bin.counts[look] ?? 0, tallest, height)
      if (part === 0) continue
      const left = Math.round(x + (width - bar) / 2 - columns.from)
      top -= part
      paths.set(look, `${paths.get(look) ?? ''}M${left} ${top}h${Math.round(bar)}v${part}h${-Math.round(bar)}z`)
    }
  }
  return html`<svg class="density" aria-hidden="true" ${place(columns.from, columns.to - columns.from)}>
    ${[...paths].map(([look, path]) => svg`<path class="look-${look}" d=${path}></path>`)}
  </svg>`
}

const judgedDays = (move: Move, { scale }: RowContext): TemplateResult =>
  html`${move.runs.map(
    ({ from, to, severity }) =>
      html`<span
        class="judged severity-${severity}"
        ${place(xOf(scale, from), Math.max(1, (to - from) * scale.pxPerDay))}
      ></span>`,
  )}`

const milestones = (row: TimelineRow, { words, scale, columns }: RowContext): TemplateResult[] =>
  row.bars.flatMap((bar) =>
    (bar.milestones ?? []).flatMap(({ date, label }) => {
      const x = xOf(scale, dayNumber(date) + 0.5)
      if (x < columns.from || x > columns.to) return []
      const title = words.milestone(label, words.shortDate(date))
      return [html`<span class="milestone look-${lookOf(bar)}" title=${title} ${place(x - 6)}></span>`]
    }),
  )

const bars = (row: TimelineRow, context: RowContext): unknown[] => {
  const { move, columns } = context
  const placed = placeBars(row.bars, context.scale, context.measure)
  const shown = barsBetween(placed, columns.from, columns.to)
  // Each keeps its element: the focus stays on its bar when others come into sight.
  const drawn = repeat(
    shown,
    ({ bar }) => bar.id,
    (item) => barTemplate(item, row, context, move?.bar.id === item.bar.id ? 'left' : ''),
  )
  const still = shown.filter(({ bar }) => bar.id !== move?.bar.id)
  return [drawn, barIcons(still, context), move ? movingBar(move, context) : nothing]
}

/** Pixels of an icon on a bar, from the strong edge to it, and behind a second one. */
const iconSize = 13
const iconGap = 4
const iconEnd = 7

/** State and conflict of all bars of a row in one drawing. */
const barIcons = (shown: readonly PlacedBar[], { columns, rowHeight }: RowContext): TemplateResult => {
  const unit = 24 / iconSize
  const width = columns.to - columns.from
  const y = ((rowHeight - iconSize) / 2) * unit
  // Each a path of its own: only those on a tile are painted with it.
  const paths: [kind: string, path: string][] = []
  const add = (kind: string, name: Parameters<typeof pathOfIcon>[0], x: number): void => {
    paths.push([kind, pathOfIcon(name)((Math.round(x) - columns.from) * unit, y)])
  }
  for (const { bar, x, width: barWidth, edge, label, isFlipped } of shown) {
    if (label === 'none') continue
    const look = lookOf(bar)
    const severity = label === 'full' ? bar.severity : null
    const first = isFlipped ? x + iconEnd + (severity ? iconSize + iconGap : 0) : x + edge + iconGap
    add(`look-${look}`, iconOfLook(look), first)
    const last = isFlipped ? x + iconEnd : x + barWidth - iconSize - iconEnd
    if (severity) add(`severity-${severity}`, iconOfSeverity(severity), last)
  }
  return html`<svg
    class="icons"
    aria-hidden="true"
    viewBox="0 0 ${width * unit} ${rowHeight * unit}"
    ${place(columns.from, width)}
  >
    ${paths.map(([kind, path]) => svg`<path class=${kind} d=${path}></path>`)}
  </svg>`
}

const barTemplate = (placed: PlacedBar, row: TimelineRow, context: RowContext, extra: string): TemplateResult => {
  const { bar, x, width, edge, label, isFlipped } = placed
  const { words } = context
  const look = lookOf(bar)
  const isHeavy = label === 'full' && bar.severity !== null
  const flags = `${isFlipped ? 'flipped ' : ''}${isHeavy ? 'heavy ' : ''}${bar.isWeekOnly ? 'week-only ' : ''}${bar.isInvented ? 'invented ' : ''}${bar.isMovable ? 'movable ' : ''}${bar.upper ? 'upper ' : ''}`
  const isSelected = context.selectedId === bar.id
  return html`<button
    type="button"
    class="bar look-${look} ${flags}${isSelected ? 'selected ' : ''}${extra}"
    data-bar=${bar.id}
    tabindex=${context.activeBarId === bar.id ? 0 : -1}
    title=${barTitle(bar, row, words)}
    aria-label=${barTitle(bar, row, words)}
    aria-describedby=${bar.upper ? 'bar-help-upper' : bar.isMovable ? 'bar-help' : 'bar-help-fixed'}
    aria-pressed=${isSelected ? 'true' : 'false'}
    ${place(x, width)}
  >
    <span class="edge" ${place(null, edge)}></span>
    ${label === 'full' || label === 'cut' ? html`<span class="text ${label}">${bar.label}</span>` : nothing}
  </button>`
}

/** `thứ Sáu, 26/6/2020, sáng`. */
export const barDays = (bar: TimelineBar, words: TimelineWords): string => {
  const days = bar.from === bar.to ? words.date(bar.from) : `${words.date(bar.from)} – ${words.date(bar.to)}`
  return bar.halfDay === 'day' ? days : `${days}, ${words.halfDays[bar.halfDay].toLowerCase()}`
}

const barTitle = (bar: TimelineBar, row: TimelineRow, words: TimelineWords): string =>
  [
    `${row.label}: ${bar.label}`,
    barDays(bar, words),
    words.states[bar.state],
    ...(bar.isLate ? [words.states.late] : []),
    ...(bar.isWeekOnly ? [words.weekOnly] : []),
    ...(bar.isInvented ? [words.invented] : []),
    ...(bar.upper ? [words.upper, bar.upper.place].filter(Boolean) : []),
    ...(bar.severity ? [words.severities[bar.severity]] : []),
  ].join(' · ')

const movingBar = (move: Move, { words, scale, measure }: RowContext): TemplateResult => {
  const day = isoDate(move.day)
  const when =
    move.halfDay === 'day'
      ? words.shortDate(day)
      : `${words.shortDate(day)} ${words.halfDays[move.halfDay].toLowerCase()}`
  const label = move.isWeekOnly ? words.move.toWeek(when) : words.move.to(when)
  const length = dayNumber(move.bar.to) - dayNumber(move.bar.from)
  const to = isoDate(move.day + (move.bar.isWeekOnly && !move.isWeekOnly ? 0 : length))
  const bar = { ...move.bar, from: day, to, halfDay: move.halfDay, isWeekOnly: move.isWeekOnly, label, severity: null }
  const [placed] = placeBars([bar], scale, measure)
  if (!placed) return html``
  const look = lookOf(move.bar)
  return html`<div
    class="bar moving look-${look} judged-${move.judgement?.severity ?? 'free'} ${placed.isFlipped ? 'flipped' : ''}"
    ${place(placed.x, placed.width)}
  >
    <span class="edge" ${place(null, placed.edge)}></span>
    ${mark(iconOfLook(look))}<span>${label}</span>
  </div>`
}
