import { formatDateRange, formatShortDate } from '../server/format/dates.ts'
import type { Road } from '../server/road/schema.ts'
import { findRoad } from './api/road.ts'
import { shownTitle } from './congresses/shown-title.ts'
import { currentCycle } from './cycle.ts'
import { may } from './session.ts'
import { language, translated, words, type Words } from './words/words.ts'
import './words/rest.ts'

export type PaletteGroup = keyof Words['shell']['palette']['groups']

/** Something that the palette (Ctrl+K) finds: it leads to an address. */
export interface PaletteEntry {
  group: PaletteGroup
  label: string
  /** Said beside it in grey: the unit above, the date. Searched too. */
  detail?: string
  href: string
}

/** What can be done from anywhere, for those who may. */
export const actionEntries = (): PaletteEntry[] => {
  const { congresses, exchange, accounts, forms, results } = words()
  const organizer: [string, string][] = [
    [congresses.add, '/congresses?create=one'],
    [congresses.addForLevel, '/congresses?create=level'],
    [forms.issue.heading, '/forms?create=yes'],
    [exchange.headings.units, '/import/units'],
    [exchange.headings.venues, '/import/venues'],
    [exchange.headings.congresses, '/import/congresses'],
  ]
  const own: [string, string][] = [
    [results.sign.heading, '/results'],
    [accounts.me.changePassword, '/me'],
  ]
  const all = may('organizer') ? [...organizer, ...own] : own
  return all.map(([label, href]) => ({ group: 'actions', label, href }))
}

/** Units, congresses, people and venues of the present road. */
export const roadEntries = async (): Promise<PaletteEntry[]> => {
  const cycle = currentCycle()
  if (!cycle) return []
  const road = await findRoad(cycle.id)
  return [...congressesOf(road), ...unitsOf(road), ...peopleOf(road), ...venuesOf(road)]
}

const congressesOf = (road: Road): PaletteEntry[] => {
  const units = new Map(road.units.map((unit) => [unit.id, unit]))
  const titles = { road, unit: (id: string) => units.get(id) }
  return road.congresses.map((congress) => ({
    group: 'congresses',
    label: shownTitle(congress, titles),
    detail: whenOf(congress),
    href: `/congresses/${congress.id}`,
  }))
}

const whenOf = ({ dateFrom, dateTo, weekOf }: Road['congresses'][number]): string => {
  if (dateFrom !== null && dateTo !== null) return formatDateRange(dateFrom, dateTo, language())
  const { noDate, week } = words().congresses
  return weekOf === null ? noDate : week(formatShortDate(weekOf, language()))
}

/** A unit leads to its place on the road; without a day there, to its congress, and without one, to its line in the table. */
export const unitsOf = ({ units, congresses }: Pick<Road, 'units' | 'congresses'>): PaletteEntry[] => {
  const byUnit = new Map<string, typeof congresses>()
  for (const congress of congresses) byUnit.set(congress.unitId, [...(byUnit.get(congress.unitId) ?? []), congress])
  const hrefOf = ({ id, name }: (typeof units)[number]): string => {
    const own = byUnit.get(id) ?? []
    const query = `q=${encodeURIComponent(name)}`
    if (own.some(({ dateFrom, weekOf }) => dateFrom !== null || weekOf !== null)) return `/road?${query}`
    return own[0] ? `/congresses/${own[0].id}` : `/units?${query}`
  }
  const names = new Map(units.map(({ id, name }) => [id, name]))
  return units.map((unit) => ({
    group: 'units',
    label: unit.name,
    detail: unit.parentId === null ? '' : (names.get(unit.parentId) ?? ''),
    href: hrefOf(unit),
  }))
}

/** A person leads to the week of the post; who holds it today comes before who did. */
const peopleOf = ({ posts, today }: Road): PaletteEntry[] =>
  posts.flatMap(({ id, name, holders }) =>
    [...holders]
      .sort((one, other) => (other.to ?? '9999').localeCompare(one.to ?? '9999'))
      .map(({ personName, to }) => ({
        group: 'people',
        label: personName,
        detail: to !== null && to < today ? formerly(translated(name), to) : translated(name),
        href: `/leaders/${id}/week`,
      })),
  )

const formerly = (post: string, to: string): string =>
  `${post} (${words().records.units.ended(formatShortDate(to, language()))})`

/** A venue leads to its page. */
const venuesOf = ({ venues, units }: Road): PaletteEntry[] => {
  const names = new Map(units.map(({ id, name }) => [id, name]))
  return venues.map(({ id, name, unitId }) => ({
    group: 'venues',
    label: name,
    detail: names.get(unitId) ?? '',
    href: `/venues/${id}`,
  }))
}
