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
    numbered: sum(({ numbered }) => numbered),
    added: sum(({ added }) => added),
    removed: sum(({ removed }) => removed.length),
  }
}

/** « (3 bản đã đổi, 37 bản chưa in)» behind the name of a paper; '' = it lies printed as it stands, or was never printed. */
export const changedOption = (changes: readonly PrintChanges[], kind: string): string => {
  const { changed, numbered, added } = changedOf(changes, kind)
  const { changedOption, numberedOption, unprinted } = words().prints
  const parts = [
    ...(changed > 0 ? [changedOption(changed)] : []),
    ...(numbered > 0 ? [numberedOption] : []),
    ...(added > 0 ? [unprinted(added)] : []),
  ]
  return parts.length === 0 ? '' : ` (${parts.join(', ')})`
}

/** How many changed or got their number since the last print, how many it left out, and how many printed names are gone. */
export const changedNotes = (changes: readonly PrintChanges[], kind: string) => {
  const { prints } = words()
  const { changed, numbered, added, removed } = changedOf(changes, kind)
  return html`
    ${changed === 0 ? nothing : badge('amber', 'printer', prints.changedCount(changed))}
    ${numbered === 0 ? nothing : badge('blue', 'printer', prints.numberedCount(numbered))}
    ${added === 0 ? nothing : badge('amber', 'printer', prints.unprinted(added))}
    ${removed === 0 ? nothing : badge('amber', 'triangle-alert', prints.removedCount(removed))}
  `
}

/** Buttons that print all that changed, and all that got its number, of what lies printed; nothing where all of it is as it stands. */
export const printChanged = (changes: readonly PrintChanges[], open: (which: 'changed' | 'numbered') => void) => {
  const { prints } = words()
  const kindsWhere = (test: (each: PrintChanges) => boolean) =>
    new Set(changes.filter(test).map(({ kind }) => kind)).size
  const button = (which: 'changed' | 'numbered', text: string) =>
    html`<button class="button" @click=${() => open(which)}>${icon('printer')} ${text}</button>`
  const changed = kindsWhere((each) => each.changed + each.added > 0)
  const numbered = kindsWhere((each) => each.numbered > 0)
  return html`
    ${changed === 0 ? nothing : button('changed', prints.printChanged(changed))}
    ${numbered === 0 ? nothing : button('numbered', prints.printNumbered(numbered))}
  `
}
