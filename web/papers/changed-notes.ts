import { html, nothing } from 'lit'
import type { PrintChanges } from '../../server/prints/schema.ts'
import { badge } from '../parts/state-badge.ts'
import { icon } from '../style/icons.ts'
import { words } from '../words/words.ts'

/** What of a paper differs from what lies printed, in all its languages. */
const changedOf = (changes: readonly PrintChanges[], kind: string) => {
  const own = changes.filter((each) => each.kind === kind)
  const sum = (of: (each: PrintChanges) => number) => own.reduce((all, each) => all + of(each), 0)
  return {
    changed: sum(({ changed }) => changed),
    added: sum(({ added }) => added),
    removed: sum(({ removed }) => removed.length),
  }
}

/** « (3 bản đã đổi, 37 bản chưa in)» behind the name of a paper; '' = it lies printed as it stands, or was never printed. */
export const changedOption = (changes: readonly PrintChanges[], kind: string): string => {
  const { changed, added } = changedOf(changes, kind)
  const { changedOption, unprinted } = words().prints
  const parts = [...(changed > 0 ? [changedOption(changed)] : []), ...(added > 0 ? [unprinted(added)] : [])]
  return parts.length === 0 ? '' : ` (${parts.join(', ')})`
}

/** How many changed since the last print, how many it left out, and how many printed names are gone. */
export const changedNotes = (changes: readonly PrintChanges[], kind: string) => {
  const { prints } = words()
  const { changed, added, removed } = changedOf(changes, kind)
  return html`
    ${changed === 0 ? nothing : badge('amber', 'printer', prints.changedCount(changed))}
    ${added === 0 ? nothing : badge('amber', 'printer', prints.unprinted(added))}
    ${removed === 0 ? nothing : badge('amber', 'triangle-alert', prints.removedCount(removed))}
  `
}

/** A button that prints all that changed of what lies printed; nothing where all of it is as it stands. */
export const printChanged = (changes: readonly PrintChanges[], open: () => void) => {
  const kinds = new Set(changes.filter(({ changed, added }) => changed + added > 0).map(({ kind }) => kind))
  return kinds.size === 0
    ? nothing
    : html`<button class="button" @click=${open}>${icon('printer')} ${words().prints.printChanged(kinds.size)}</button>`
}
