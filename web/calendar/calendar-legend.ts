import { html, nothing } from 'lit'
import type { Marks } from '../../server/road/rules/filter.ts'
import { shownStates, stateLooks } from '../parts/state-badge.ts'
import type { LoadedRoad } from '../road/road-source.ts'
import { icon } from '../style/icons.ts'
import { words } from '../words/words.ts'
import { shownStateOf } from './day-entry.ts'
import { clashesOf, type DayFacts } from './month-facts.ts'

/** What the icons of the days that are shown say; only those that are there. */
export const calendarLegend = (facts: readonly DayFacts[], loaded: LoadedRoad, marks: Marks) => {
  const { calendar, terms } = words()
  const congresses = facts.flatMap((day) => day.congresses)
  const shown = new Set(congresses.map((congress) => shownStateOf(congress, marks)))
  if (shown.size === 0) return nothing
  const hasClash = clashesOf(congresses, loaded).length > 0
  return html`<ul class="legend" aria-label=${calendar.legend}>
    ${shownStates
      .filter((state) => shown.has(state))
      .map((state) => {
        const { hue, icon: name } = stateLooks[state]
        return html`<li class=${hue}>${icon(name)} ${terms.states[state]}</li>`
      })}
    ${
      hasClash
        ? html`<li><span class="clash" aria-hidden="true">${icon('triangle-alert')}1</span> ${calendar.clashMark}</li>`
        : nothing
    }
  </ul>`
}
