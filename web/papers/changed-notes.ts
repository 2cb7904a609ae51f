import { html, nothing } from 'lit'
import type { PrintChanges } from '../../server/prints/schema.ts'
import { badge } from '../parts/state-badge.ts'
import { words } from '../words/words.ts'

/** What of a paper differs from what lies printed, in all its languages. */
const changedOf = (changes: readonly PrintChanges[], kind: string): { count: number; removed: number } => {
  const own = changes.filter((each) => each.kind === kind)
  const sum = (of: (each: PrintChanges) => number) => own.reduce((all, each) => all + of(each), 0)
  return { count: sum(({ changed, added }) => changed + added), removed: sum(({ removed }) => removed.length) }
}

/** « (3 bản đã đổi)» behind the name of a paper; '' = it lies printed as it stands, or was never printed. */
export const changedOption = (changes: readonly PrintChanges[], kind: string): string => {
  const { count } = changedOf(changes, kind)
  return count === 0 ? '' : ` (${words().prints.changedOption(count)})`
}

/** How many changed since the last print, and how many printed names are gone. */
export const changedNotes = (changes: readonly PrintChanges[], kind: string) => {
  const { prints } = words()
  const { count, removed } = changedOf(changes, kind)
  return html`
    ${count === 0 ? nothing : badge('amber', 'printer', prints.changedCount(count))}
    ${removed === 0 ? nothing : badge('amber', 'triangle-alert', prints.removedCount(removed))}
  `
}
