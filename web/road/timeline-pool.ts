/** Which rows are in the document. All lengths in px, indexes from 0, ranges without their end. */

export interface RowRange {
  from: number
  to: number
}

export interface Body {
  scrollTop: number
  height: number
  rowHeight: number
  rowCount: number
}

/** Rows in sight and some above and below, so that a quick scroll does not show a gap. */
export const rowsInSight = ({ scrollTop, height, rowHeight, rowCount }: Body, overscan: number): RowRange => {
  const first = Math.floor(scrollTop / rowHeight) - overscan
  const last = Math.ceil((scrollTop + height) / rowHeight) + overscan
  const from = Math.min(Math.max(0, first), rowCount)
  return { from, to: Math.max(from, Math.min(rowCount, last)) }
}

/** The least scrolling that brings a row into sight; `scrollTop` itself where it is. */
export const scrollTopFor = (index: number, { scrollTop, height, rowHeight }: Body): number => {
  const top = index * rowHeight
  if (top < scrollTop) return top
  return Math.max(scrollTop, top + rowHeight - height)
}

export interface Columns {
  from: number
  to: number
}

/**
 * The columns (px) of the time that are in the document: some screens, so that they seldom change while one pans, and
 * those before as long as they reach half a screen beyond what is in sight.
 */
export const columnsInSight = (scrollLeft: number, width: number, before: Columns): Columns => {
  const room = width / 2
  const isEnough = before.from <= Math.max(0, scrollLeft - room) && before.to >= scrollLeft + width + room
  // What a zoom left behind may be far too wide.
  if (isEnough && before.to - before.from === 4 * width) return before
  const screen = Math.floor(scrollLeft / Math.max(1, width))
  const from = Math.max(0, (screen - 1) * width)
  return { from, to: from + 4 * width }
}

/**
 * Slots of the document given to rows: a row keeps its slot as long as it is wanted, others take the free ones.
 * Returns the slot of each wanted row, and the number of slots that this needs.
 */
export const assignSlots = (
  wanted: readonly string[],
  before: ReadonlyMap<string, number>,
  slotCount: number,
): { slots: Map<string, number>; slotCount: number } => {
  const slots = new Map<string, number>()
  const taken = new Set<number>()
  for (const id of wanted) {
    const slot = before.get(id)
    if (slot === undefined) continue
    slots.set(id, slot)
    taken.add(slot)
  }
  let next = 0
  for (const id of wanted) {
    if (slots.has(id)) continue
    while (taken.has(next)) next += 1
    slots.set(id, next)
    taken.add(next)
  }
  return { slots, slotCount: Math.max(slotCount, next + 1, ...taken) }
}
