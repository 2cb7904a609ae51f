import { tabs } from '../parts/tabs.ts'
import { words } from '../words/words.ts'

/** The ways of seeing the calendar, on all of its pages. */
export const calendarTabs = (current: 'month' | 'agenda' | 'days') => {
  const { calendar } = words()
  const paths = { month: '/calendar?view=month', agenda: '/calendar?view=agenda', days: '/calendar/days' }
  return tabs(
    calendar.tabsLabel,
    (['month', 'agenda', 'days'] as const).map((each) => ({
      href: paths[each],
      word: calendar.tabs[each],
      isCurrent: each === current,
    })),
  )
}
