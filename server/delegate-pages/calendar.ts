import { congressTitle } from '../documents/rules/names.ts'
import { writerIn } from '../english/twins.ts'
import type { CalendarEvent } from '../feeds/rules/icalendar.ts'
import { instantOf } from '../format/dates.ts'
import { clockIn } from '../programme/rules/clock-words.ts'
import { clockOf } from '../programme/rules.ts'
import { openPlace, placeName } from '../programme/rules/places.ts'
import { momentAt, type ToldSession } from '../releases/rules/told.ts'
import type { DelegatePage } from './compose.ts'
import type { ToldProgramme } from './gather.ts'
import { roleLines } from './message.ts'
import { presentBy } from '../delegate-links/rules.ts'
import { pageWords } from './words.ts'

type Page = Omit<DelegatePage, 'fault'>

/**
 * The sessions of a delegate as events of a calendar. An event is the session's: its sequence rises with every release,
 * and with every change of the congress, whose venue it names. What an earlier release had and this one has not is told
 * as cancelled, so that telephones that took it in take it out.
 */
export const eventsOfPage = (page: Page, programme: ToldProgramme, gone: readonly ToldSession[]): CalendarEvent[] => {
  const { language, twins, congress, unit, venue, timeZone } = page
  const words = pageWords[language]
  const write = writerIn(language, twins)
  const title = congressTitle(congress, unit ?? { name: '', type: '' }, language)
  const instant = (date: string, minutes: number) => {
    const moment = momentAt(date, minutes)
    return instantOf(moment.date ?? date, clockOf(moment.minutes), timeZone)
  }
  const eventOf = (session: ToldSession, status: CalendarEvent['status'], description: string): CalendarEvent[] => {
    if (session.date === null) return []
    return [
      {
        uid: session.id,
        sequence: programme.number + congress.version,
        changedAt: programme.at,
        when: { startsAt: instant(session.date, session.start), endsAt: instant(session.date, session.end) },
        status,
        summary: `${write(session.title)} – ${title}`,
        location: openPlace(session, language) || placeName(session, venue?.name ?? '', write),
        description,
        url: '',
      },
    ]
  }
  const own = (page.sessions ?? []).flatMap(({ session, tasks, roles }) =>
    eventOf(
      session,
      congress.state === 'cancelled' ? 'CANCELLED' : 'CONFIRMED',
      [
        words.presentBy(clockIn(presentBy(session), language)),
        ...roleLines(roles, page),
        ...tasks.map(({ item }) => words.speaks(clockIn(item.start, language), write(item.title), item.minutes)),
      ].join('\n'),
    ),
  )
  return [...own, ...gone.flatMap((session) => eventOf(session, 'CANCELLED', ''))]
}
