import { html, nothing, type TemplateResult } from 'lit'
import { formatShortDate, todayIn } from '../../server/format/dates.ts'
import { both } from '../../server/quotas/rules.ts'
import type { BothClasses } from '../../server/quotas/schema.ts'
import { excessOf, isOpen } from '../../server/unit-lists/rules.ts'
import type { ListState, Scan, UnitList } from '../../server/unit-lists/schema.ts'
import { fileAddress } from '../api/files.ts'
import { badge, type Hue } from '../parts/state-badge.ts'
import { icon, type IconName } from '../style/icons.ts'
import { language, translated, words } from '../words/words.ts'

const looks: Record<ListState, { hue: Hue; icon: IconName }> = {
  entered: { hue: 'slate', icon: 'circle-dashed' },
  submitted: { hue: 'blue', icon: 'log-out' },
  approved: { hue: 'green', icon: 'circle-check' },
  returned: { hue: 'amber', icon: 'undo-2' },
}

/** The state of a list; one on which nobody (`count`) stands is not begun. */
export const listBadge = (state: ListState, count = 1): TemplateResult => {
  const { states, notStarted } = words().unitLists
  const isEmpty = state === 'entered' && count === 0
  return badge(looks[state].hue, looks[state].icon, isEmpty ? notStarted : states[state])
}

/** How a class stands against its quota. */
export const gapBadge = (allowed: BothClasses, entered: BothClasses): TemplateResult => {
  const { still, full, over } = words().unitLists
  const excess = both(excessOf(allowed, entered))
  const open = both(excessOf(entered, allowed))
  if (excess > 0) return badge('red', 'triangle-alert', over(excess))
  return open > 0 ? badge('amber', 'circle-dashed', still(open)) : badge('green', 'circle-check', full)
}

/** The title of a congress in the reader's language. */
export const titleOf = ({ title, englishTitle }: { title: string; englishTitle: string }): string =>
  language() === 'en' && englishTitle !== '' ? englishTitle : translated(title)

/** Whom the congress wants looked at. */
export const remarkedNames = ({ remarkedIds, delegates }: Pick<UnitList, 'remarkedIds' | 'delegates'>) => {
  const ids = new Set(remarkedIds)
  const names = delegates.flatMap(({ id, name }) => (ids.has(id) ? name : []))
  return saidBy(words().unitLists.remarked, names.join(', '))
}

/** Why the list is not changed, or not sent, by whoever looks at it. */
export const whyNot = ({ state, may, delegates }: Pick<UnitList, 'state' | 'may' | 'delegates'>) => {
  const { waiting, sentByOrganizer } = words().unitLists
  if (!isOpen(state)) return may.decide ? nothing : html`<p class="small">${icon('lock')} ${waiting}</p>`
  if (!may.enter || may.submit || delegates.length === 0) return nothing
  return html`<p class="small">${icon('info')} ${sentByOrganizer}</p>`
}

/** The days of this computer's own clock. */
const zone = Intl.DateTimeFormat().resolvedOptions().timeZone

export const dayOf = (instant: string): string => formatShortDate(todayIn(zone, new Date(instant)), language())

/** «số 12/QĐ-BTC ngày 20/6/2020»; nothing where neither is known. */
export const paperSentence = (paperNumber: string, paperDate: string | null, isInForce: boolean): string => {
  const { paperOf, approvedWith, formerPaper } = words().unitLists
  const paper = paperOf(paperNumber, paperDate === null ? '' : formatShortDate(paperDate, language()))
  return paper === '' ? '' : isInForce ? approvedWith(paper) : formerPaper(paper)
}

/** The paper that approves the list as it was scanned. */
export const scanLinks = (scans: readonly Scan[]) =>
  scans.map(
    ({ id, name }) =>
      html`<a href=${fileAddress(id)} download aria-label=${words().files.download(name)}
        >${icon('file-text')} ${name}</a
      > `,
  )

/** A unit that is no more, and who came after it. */
export const endedSentence = (endedOn: string, successors: readonly { name: string }[]): string => {
  const { ended, endedInto, endedSplit } = words().unitLists
  const day = formatShortDate(endedOn, language())
  const names = successors.map(({ name }) => name)
  if (names.length === 0) return ended(day)
  return names.length === 1 ? endedInto(day, names.join('')) : endedSplit(day, names.join(', '))
}

/** By when a list is to be sent up; nothing where no day was said. */
export const deadlineBadge = (deadline: string | null, isOver: boolean): TemplateResult | typeof nothing => {
  const { sendBy, overdueSince } = words().unitLists
  if (deadline === null) return nothing
  const day = formatShortDate(deadline, language())
  return isOver ? badge('red', 'clock', overdueSince(day)) : badge('slate', 'clock', sendBy(day))
}

/** Something that was written by whoever is on the other side. */
export const saidBy = (label: string, text: string): TemplateResult | typeof nothing =>
  text === '' ? nothing : html`<p><strong>${label}:</strong> ${text}</p>`
