import { html, nothing, render, type ReactiveController, type TemplateResult } from 'lit'
import { dayNumber } from '../../server/format/dates.ts'
import { translated } from '../words/words.ts'
import type { TimelineHost } from './timeline-host.ts'
import { place, textRuler } from './timeline-place.ts'
import type { Columns } from './timeline-pool.ts'
import { reachOf, weekdayOf, xOf, type Scale } from './timeline-scale.ts'
import {
  placeLabels,
  reachBetween,
  tickLabel,
  ticksWithin,
  tiersFor,
  weekendsWithin,
  type Tick,
} from './timeline-ticks.ts'
import type { LunarMonth, TimelineDay } from './timeline-types.ts'
import type { TimelineWords } from './timeline-words.ts'

interface HeadContext {
  words: TimelineWords
  scale: Scale
  columns: Columns
  days: readonly TimelineDay[]
  lunarMonths: readonly LunarMonth[]
  /** ISO day. */
  today: string
  measureSmall: (text: string) => number
}

type HeadHost = TimelineHost & Pick<HeadContext, 'days' | 'lunarMonths' | 'today'>

/** Draws the header of the time and what lies behind the rows, when the view has left what is drawn. */
export class HeadController implements ReactiveController {
  readonly #host: HeadHost
  readonly #ruler = textRuler('400 11px "Be Vietnam Pro", system-ui, sans-serif')
  #axis: HTMLElement | null = null
  #back: HTMLElement | null = null
  #drawn: readonly unknown[] = []

  constructor(host: HeadHost) {
    this.#host = host
    host.addController(this)
  }

  hostDisconnected(): void {
    this.forget()
  }

  attach(axis: HTMLElement, back: HTMLElement): void {
    this.#axis = axis
    this.#back = back
  }

  /** The fonts have come: texts are measured and drawn anew. */
  forget(): void {
    this.#ruler.forget()
    this.#drawn = []
  }

  paint(): void {
    const { viewport, words, days, lunarMonths, today } = this.#host
    const { scale, columns } = viewport
    const wanted = [words, scale, columns, days, lunarMonths, today]
    if (!this.#axis || !this.#back || wanted.every((each, index) => each === this.#drawn[index])) return
    this.#drawn = wanted
    const context = { words, scale, columns, days, lunarMonths, today, measureSmall: this.#ruler.measure }
    render(axisTemplate(context), this.#axis)
    render(backTemplate(context), this.#back)
  }
}

/** The two tiers of the time, the lunar months and the flag of today. */
const axisTemplate = (context: HeadContext): TemplateResult => {
  const { words, scale, columns, days, today } = context
  const tiers = tiersFor(scale.pxPerDay)
  const reach = reachBetween(scale, columns.from, columns.to)
  const todayX = xOf(scale, dayNumber(today) + 0.5)
  return html`${
      tiers.upper
        ? html`<div class="tier upper">
            ${ticksWithin(tiers.upper, reach).map((tick) => tickTemplate(tick, context))}
          </div>`
        : nothing
    }
    <div class="tier lower">${ticksWithin(tiers.lower, reach).map((tick) => tickTemplate(tick, context))}</div>
    <div class="tier lunar">${lunarLabels(context)}</div>
    ${days.map((day) => {
      const { from, to } = reachOf(day)
      const name = `${translated(day.name)}: ${words.shortDate(day.from)}${day.from === day.to ? '' : ` – ${words.shortDate(day.to)}`}`
      return html`<span
        class="day-mark kind-${day.kind}"
        title=${name}
        ${place(xOf(scale, from), Math.max(3, (to - from) * scale.pxPerDay))}
      ></span>`
    })}
    <span class="flag" ${place(todayX)}><span>${words.shortDate(today)}</span></span>`
}

const tickTemplate = (tick: Tick, { words, scale }: HeadContext): TemplateResult => {
  const x = xOf(scale, Math.max(scale.origin, tick.from))
  const width = xOf(scale, Math.min(scale.end, tick.to)) - x
  const weekend = tick.unit === 'day' && weekdayOf(tick.from) % 6 === 0 ? 'weekend' : ''
  return html`<span class="tick ${weekend}" ${place(x, width)}
    ><span class="stick">${tickLabel(tick, width, words.axis)}</span></span
  >`
}

/** Each lunar month where it begins; a short one is cut rather than left out. */
const lunarLabels = ({ scale, columns, lunarMonths, measureSmall }: HeadContext): TemplateResult[] =>
  placeLabels(lunarMonths, scale, {
    dayOf: ({ date }) => Math.max(scale.origin, dayNumber(date)),
    needs: ({ label }) => Math.min(measureSmall(label) + 6, 26),
  })
    .filter(({ x, width }) => x < columns.to && x + width > columns.from)
    .map(
      ({ item, x, width }) =>
        html`<span class="moon" title=${item.label} ${place(x, width)}><span class="stick">${item.label}</span></span>`,
    )

/** What lies behind all rows: lines of the ticks, weekends, hatched days, today. */
const backTemplate = ({ scale, columns, days, today }: HeadContext): TemplateResult => {
  const tiers = tiersFor(scale.pxPerDay)
  const reach = reachBetween(scale, columns.from, columns.to)
  const lines = ticksWithin(tiers.lower, reach).slice(1)
  const strong = new Set(tiers.upper ? ticksWithin(tiers.upper, reach).map(({ from }) => from) : [])
  return html`${
      tiers.lower === 'day'
        ? weekendsWithin(reach).map(
            ({ from, to }) =>
              html`<span class="weekend" ${place(xOf(scale, from), (to - from) * scale.pxPerDay)}></span>`,
          )
        : nothing
    }
    ${lines.map(({ from }) => html`<span class="line ${strong.has(from) ? 'strong' : ''}" ${place(xOf(scale, from))}></span>`)}
    ${days.map((day) => {
      const { from, to } = reachOf(day)
      return html`<span
        class="hatch kind-${day.kind}"
        ${place(xOf(scale, from), Math.max(3, (to - from) * scale.pxPerDay))}
      ></span>`
    })} <span class="today" ${place(xOf(scale, dayNumber(today) + 0.5) - 1)}></span>`
}
