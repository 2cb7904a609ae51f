import { html, nothing, type TemplateResult } from 'lit'
import { isRoundYear, yearsOf } from '../../server/calendar/rules.ts'
import type { CalendarDay, DayKind } from '../../server/calendar/schema.ts'
import type { Conflict } from '../../server/conflicts/schema.ts'
import type { Congress } from '../../server/congresses/schema.ts'
import { formatShortDate } from '../../server/format/dates.ts'
import { wordConflict } from '../conflicts/word-conflict.ts'
import { shownTitle } from '../congresses/shown-title.ts'
import type { Marks } from '../../server/road/rules/filter.ts'
import { severityLooks, stateLooks, type Hue, type ShownState } from '../parts/state-badge.ts'
import type { LoadedRoad } from '../road/road-source.ts'
import { icon, type IconName } from '../style/icons.ts'
import { language, translated, words } from '../words/words.ts'
import type { Taken } from './month-facts.ts'

const dayLooks: Record<DayKind, { hue: Hue; icon: IconName }> = {
  holiday: { hue: 'red', icon: 'calendar' },
  tet: { hue: 'red', icon: 'calendar' },
  'party-congress': { hue: 'red', icon: 'flag' },
  blocked: { hue: 'slate', icon: 'ban' },
  'working-day': { hue: 'green', icon: 'clock' },
  anniversary: { hue: 'blue', icon: 'history' },
}

/** A day of the year on one line, an anniversary with its years, a round one marked. */
export const dayEntry = (day: CalendarDay): TemplateResult => {
  const { calendar, terms } = words()
  const look = dayLooks[day.kind]
  const years = yearsOf(day)
  return html`<span class="entry ${look.hue} ${isRoundYear(years) ? 'round' : ''}" title=${terms.dayKinds[day.kind]}>
    ${icon(look.icon)}
    <span>
      <span class="visually-hidden">${terms.dayKinds[day.kind]}: </span>${
        years === null
          ? nothing
          : html`${calendar.years(years)}${isRoundYear(years) ? html` <span class="mark">${calendar.round}</span>` : nothing}
            · `
      }${translated(day.name)}
    </span>
  </span>`
}

/** A congress whose day has passed without anybody saying that it was held is shown as late, whatever it was before. */
export const shownStateOf = ({ id, state }: Congress, { late }: Marks): ShownState => (late.has(id) ? 'late' : state)

/** A congress on one line: half-day and unit; the title beside the mouse. */
export const congressEntry = (congress: Congress, loaded: LoadedRoad, marks: Marks): TemplateResult => {
  const { terms } = words()
  const state = shownStateOf(congress, marks)
  const look = stateLooks[state]
  const unit = loaded.unit(congress.unitId)?.name ?? ''
  return html`<a
    class="entry congress ${look.hue}"
    href=${`/congresses/${congress.id}`}
    title=${`${shownTitle(congress, loaded)} · ${terms.states[state]}`}
  >
    ${icon(look.icon)}
    <span>
      ${terms.halfDays[congress.halfDay]} · ${unit}
      <span class="visually-hidden">(${terms.states[state]})</span>
    </span>
  </a>`
}

/** A booking of a hall on one line: from when to when on this day, what for, for whom. */
export const bookingEntry = (
  { kind, bookedBy, fromDay, fromTime, toDay, toTime }: Taken,
  date: string,
): TemplateResult => {
  const from = fromDay === date ? fromTime : '00:00'
  const to = toDay === date ? toTime : '24:00'
  const what = [words().terms.bookingKinds[kind], bookedBy].filter(Boolean).join(' · ')
  return html`<span class="entry booking violet" title=${what}>
    ${icon('clock')} <span>${from}–${to} · ${what}</span>
  </span>`
}

/** A conflict of a day in its sentence, which leads to the congress that can mend it. */
export const conflictEntry = (conflict: Conflict, loaded: LoadedRoad): TemplateResult => {
  const look = severityLooks[conflict.severity]
  const write = (date: string) => formatShortDate(date, language())
  return html`<a class="entry ${look.hue}" href=${`/congresses/${conflict.congressId}`}>
    ${icon(look.icon)}
    <span
      ><span class="visually-hidden">${words().terms.severities[conflict.severity]}: </span>${wordConflict(
        conflict,
        loaded,
        words(),
        write,
      )}</span
    >
  </a>`
}

/** Who attends a congress, as posts. */
export const leadersOf = ({ postIds }: Congress, loaded: LoadedRoad): string =>
  postIds.map((id) => translated(loaded.post(id)?.name ?? '')).join(', ')

/** A person who holds a post of the road. */
export const personName = (personId: string, { road }: LoadedRoad): string =>
  road.posts.flatMap(({ holders }) => holders).find((holder) => holder.personId === personId)?.personName ?? ''
