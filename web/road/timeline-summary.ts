import { html, nothing, type TemplateResult } from 'lit'
import { place } from './timeline-place.ts'
import { reachOf, xOf, type Reach, type Scale } from './timeline-scale.ts'
import { looksInOrder, type BarLook, type TimelineRollUp, type TimelineRow } from './timeline-types.ts'
import type { TimelineWords } from './timeline-words.ts'

/** A number of a level with its word; `look` where its colour tells it apart. */
interface Part {
  look: BarLook | null
  text: string
}

const forms = ['full', 'middle', 'short'] as const
type Form = (typeof forms)[number]

/** Beside which side of the window the numbers of a level stand, and how many of them. */
export interface SummaryPlace {
  side: 'before' | 'after'
  form: Form
}

const gap = 8

/**
 * Where the numbers can be read whole: as many as there is room for, rather after the window than before it. Null where
 * not even the fewest fit. All in px of the track; `widthOf` measures a form.
 */
export const placeSummary = (window: Reach, inSight: Reach, widthOf: (form: Form) => number): SummaryPlace | null => {
  const rooms = { after: inSight.to - window.to, before: window.from - inSight.from }
  for (const form of forms) {
    const needed = widthOf(form) + 2 * gap
    if (rooms.after >= needed) return { side: 'after', form }
    if (rooms.before >= needed) return { side: 'before', form }
  }
  return null
}

/** The numbers of a roll-up, of what is done first and of what is late last. */
export const countsOf = (rollUp: TimelineRollUp): { look: BarLook; count: number }[] =>
  looksInOrder.map((look) => ({ look, count: rollUp[look] })).filter(({ count }) => count > 0)

const partsOf = (row: TimelineRow, form: Form, words: TimelineWords): Part[] => {
  const { rollUp, note } = row
  const counts = rollUp ? countsOf(rollUp) : []
  const rest = note === undefined ? [] : [{ look: null, text: note }]
  if (form === 'full') return [...counts.map(({ look, count }) => ({ look, text: words.counts[look](count) })), ...rest]
  if (!rollUp || counts.length === 0) return rest
  const done = rollUp.held + rollUp.reported
  const total = counts.reduce((sum, { count }) => sum + count, 0)
  const text = form === 'middle' ? words.done(done, total) : `${String(done)}/${String(total)}`
  return [
    { look: 'held', text },
    ...(rollUp.late > 0 ? [{ look: 'late' as const, text: words.counts.late(rollUp.late) }] : []),
  ]
}

const separator = ' · '

/** Where the numbers of a row stand in what is in sight; null = nowhere, or the row has none. */
export const summaryOf = (
  row: TimelineRow,
  {
    words,
    scale,
    inSight,
    measure,
  }: { words: TimelineWords; scale: Scale; inSight: Reach; measure: (text: string) => number },
): SummaryPlace | null => {
  if (!row.rollUp || !row.window) return null
  const { from, to } = reachOf(row.window)
  const textOf = (form: Form) =>
    partsOf(row, form, words)
      .map(({ text }) => text)
      .join(separator)
  return placeSummary({ from: xOf(scale, from), to: xOf(scale, to) }, inSight, (form) => measure(textOf(form)))
}

/** The numbers where they were placed; those of a level without a window stay at the left of what is in sight. */
export const summaryTemplate = (
  row: TimelineRow,
  summary: SummaryPlace | null,
  { words, scale }: { words: TimelineWords; scale: Scale },
): TemplateResult | typeof nothing => {
  const draw = (form: Form) =>
    partsOf(row, form, words).map(
      ({ look, text }, index) =>
        html`${index > 0 ? separator : ''}<span class=${look === null ? '' : `look-${look}`}>${text}</span>`,
    )
  if (!row.window) {
    return row.rollUp ? html`<div class="counts loose" aria-hidden="true">${draw('middle')}</div>` : nothing
  }
  if (summary === null) return nothing
  const { from, to } = reachOf(row.window)
  const x = summary.side === 'after' ? xOf(scale, to) + gap : xOf(scale, from) - gap
  return html`<div class="counts ${summary.side}" aria-hidden="true" ${place(x)}>${draw(summary.form)}</div>`
}

/** One segment for each state of what is not cancelled, as long as its share. */
export const rollUpBar = (rollUp: TimelineRollUp, x: number, width: number): TemplateResult => {
  const segments = countsOf(rollUp).filter(({ look }) => look !== 'cancelled')
  const total = segments.reduce((sum, { count }) => sum + count, 0)
  let at = x
  return html`<div class="roll-up">
    ${segments.map(({ look, count }) => {
      const part = (count / total) * width
      at += part
      return html`<span class="look-${look}" ${place(at - part, Math.max(2, part - 1))}></span>`
    })}
  </div>`
}
