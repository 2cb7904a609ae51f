import { html, nothing } from 'lit'
import type { Congress } from '../../server/congresses/schema.ts'
import { formatDateRange, formatShortDate } from '../../server/format/dates.ts'
import { formatNumber } from '../../server/format/numbers.ts'
import type { Marks } from '../../server/road/rules/filter.ts'
import { levelName } from '../cycles/level-name.ts'
import { badge, severityBadge, shownStates, stateBadge } from '../parts/state-badge.ts'
import type { Column } from '../records/record-table.ts'
import type { LoadedRoad } from '../road/road-source.ts'
import { language, translated, words } from '../words/words.ts'
import { hostNames } from './host-names.ts'
import { shownTitle } from './shown-title.ts'

/** The columns of a table of congresses. */
export const congressColumns = (loaded: LoadedRoad, marks: Marks): Column<Congress>[] => {
  const { congresses } = words()
  const { columns } = congresses
  const together = (congress: Congress) => {
    const hosts = hostNames(congress, loaded)
    return hosts === '' ? nothing : html`<span class="muted small">${words().congresses.together(hosts)}</span>`
  }
  const unitName = ({ unitId }: Congress) => loaded.unit(unitId)?.name ?? ''
  const levels = new Map(
    loaded.road.levels.map((level) => [level.id, { name: levelName(level), order: level.position }]),
  )
  const when = ({ dateFrom, dateTo, weekOf }: Congress) => {
    if (dateFrom !== null && dateTo !== null) return formatDateRange(dateFrom, dateTo, language())
    return weekOf === null ? '' : congresses.week(formatShortDate(weekOf, language()))
  }
  const whyOf = ({ id }: Congress) => {
    const { reason = '', paperNumber = '' } = loaded.reason(id) ?? {}
    return [translated(reason), paperNumber === '' ? '' : congresses.history.paper(paperNumber)]
      .filter(Boolean)
      .join(' · ')
  }
  const stateOf = ({ id, state }: Congress) => (marks.late.has(id) ? ('late' as const) : state)
  return [
    {
      key: 'unit',
      label: columns.unit,
      text: (congress) => `${unitName(congress)} ${hostNames(congress, loaded)} ${shownTitle(congress, loaded)}`,
      draw: (congress) =>
        html`<a href=${`/congresses/${congress.id}`} title=${shownTitle(congress, loaded)}>${unitName(congress)}</a>
          ${together(congress)} ${congress.isPilot ? badge('blue', 'flag', columns.pilot) : nothing}`,
    },
    {
      key: 'level',
      label: columns.level,
      isNarrow: true,
      text: ({ levelId }) => levels.get(levelId)?.name ?? '',
      order: ({ levelId }) => levels.get(levelId)?.order ?? 0,
    },
    { key: 'form', label: columns.form, text: ({ form }) => translated(form) },
    {
      key: 'state',
      label: columns.state,
      text: (congress) => [words().terms.states[stateOf(congress)], whyOf(congress)].join(' '),
      draw: (congress) => {
        const why = whyOf(congress)
        return html`${stateBadge(stateOf(congress))}
        ${why === '' ? nothing : html`<span class="second" title=${why}>${why}</span>`}`
      },
      order: (congress) => shownStates.indexOf(stateOf(congress)),
    },
    {
      key: 'date',
      label: columns.date,
      isNumber: true,
      text: when,
      order: ({ dateFrom, weekOf }) => dateFrom ?? weekOf ?? '9999',
    },
    {
      key: 'venue',
      label: columns.venue,
      text: ({ venueId }) => (venueId === null ? '' : (loaded.venue(venueId)?.name ?? '')),
    },
    {
      key: 'delegates',
      label: columns.delegates,
      isNumber: true,
      text: ({ expectedDelegates }) => (expectedDelegates === null ? '' : formatNumber(expectedDelegates, language())),
      order: ({ expectedDelegates }) => expectedDelegates ?? -1,
    },
    {
      key: 'conflicts',
      label: columns.conflicts,
      text: ({ id }) => marks.heaviest.get(id) ?? '',
      draw: ({ id }) => {
        const severity = marks.heaviest.get(id)
        return severity === undefined ? nothing : severityBadge(severity)
      },
    },
  ]
}
