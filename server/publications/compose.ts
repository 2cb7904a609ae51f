import type { Row } from '../../db/rows.ts'
import { congressTitle } from '../documents/rules/names.ts'
import { writerIn, type Twins } from '../english/twins.ts'
import { formatDate, formatShortDate, instantOf, type Language } from '../format/dates.ts'
import { foldForSearch } from '../format/search.ts'
import { clockIn, clockSpanIn } from '../programme/rules/clock-words.ts'
import { openPlace, placeName, shownPlace } from '../programme/rules/places.ts'
import { clockOf } from '../programme/rules.ts'
import { presenterLine } from '../programme/rules/presenters.ts'
import type { CalendarEvent } from '../feeds/rules/icalendar.ts'
import { momentAt, toldSessions, type Told, type ToldSession } from '../releases/rules/told.ts'
import { shownName } from '../releases/rules/names.ts'
import { html, type Markup } from './markup.ts'
import { pageWords } from './words.ts'

/** All that the page of a published congress is made from: the release, never the draft. */
export interface PublicProgramme {
  code: string
  language: Language
  congress: Pick<Row<'congresses'>, 'form' | 'ordinal' | 'title'>
  unit: Pick<Row<'units'>, 'name' | 'type'>
  venueName: string
  release: Pick<Row<'releases'>, 'id' | 'kind' | 'number' | 'name' | 'day' | 'at' | 'content'> | null
  twins: Twins
}

/** The page: days and sessions with their items, readable without any script. */
export const composePage = (programme: PublicProgramme): string => {
  const { code, language, release, venueName } = programme
  const words = pageWords[language]
  const title = congressTitle(programme.congress, programme.unit, language)
  const sessions = release ? toldSessions(release.content) : []
  const other = language === 'vi' ? '?lang=en' : '?lang=vi'
  return document(
    language,
    code,
    title,
    html`
      <header>
        <p class="kind">${words.programme}</p>
        <h1>${withTermWhole(title)}</h1>
        <p class="where">
          ${venueName === '' ? '' : html`<span>${venueName}</span>`}
          ${release ? html`<span class="release">${words.release(shownName(release, language), formatShortDate(release.day, language))}</span>` : ''}
          <a class="language" href="${other}" hreflang="${language === 'vi' ? 'en' : 'vi'}">${words.other}</a>
        </p>
      </header>
      <main>
        ${sessions.length === 0 ? html`<p class="none">${words.unreleased}</p>` : programmeOf(sessions, programme)}
      </main>
      <footer><p id="offline" data-offline="${words.offline}" data-insecure="${words.insecure}"></p></footer>
    `,
  )
}

/** «(2020 - 2025)» stands on one line: after a hyphen lines break also before a hard space. */
export const withTermWhole = (title: string): Markup[] =>
  title
    .split(/(\(?\d{4} [-–] \d{4}\)?)/u)
    .map((part, index) => (index % 2 === 1 ? html`<span class="whole">${part}</span>` : html`${part}`))

/** What who asks for a page that is closed is told, in both languages. */
export const composeGone = (): string =>
  document(
    'vi',
    '',
    pageWords.vi.programme,
    html`
      <main>
        <p class="none">${pageWords.vi.gone}</p>
        <p class="none" lang="en">${pageWords.en.gone}</p>
      </main>
    `,
  )

/** Events of a calendar: all items, or those that are wanted. */
export const eventsOfProgramme = (
  programme: PublicProgramme,
  { wanted, timeZone }: { wanted: ReadonlySet<string> | null; timeZone: string },
): CalendarEvent[] => {
  const { release, language, twins, venueName } = programme
  if (!release) return []
  const write = writerIn(language, twins)
  const isWanted = ({ id, sessionId }: Told) => wanted === null || wanted.has(id) || wanted.has(sessionId)
  const instant = (date: string, minutes: number) => {
    const moment = momentAt(date, minutes)
    return instantOf(moment.date ?? date, clockOf(moment.minutes), timeZone)
  }
  return toldSessions(release.content).flatMap(({ items }) =>
    items.filter(isWanted).flatMap((item): CalendarEvent[] => {
      if (item.date === null) return []
      return [
        {
          uid: item.id,
          sequence: release.number - 1,
          changedAt: release.at,
          when: { startsAt: instant(item.date, item.start), endsAt: instant(item.date, item.end) },
          status: 'CONFIRMED',
          summary: write(item.title),
          location: openPlace(item, language) || placeName(item, venueName, write),
          description: presenterLine(item, write),
          url: '',
        },
      ]
    }),
  )
}

const document = (language: Language, code: string, title: string, body: Markup): string =>
  `<!doctype html>\n${html`<html lang="${language}" data-code="${code}" data-cached="no">
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="robots" content="noindex, nofollow" />
      <meta name="color-scheme" content="light dark" />
      <title>${title}</title>
      <link rel="stylesheet" href="/ct/page.css" />
      <link rel="icon" href="data:," />
      <script src="/ct/page.js" defer></script>
    </head>
    <body>
      ${body}
    </body>
  </html>`.html.replaceAll(/\n\s+/g, '\n')}\n`

const programmeOf = (sessions: readonly ToldSession[], programme: PublicProgramme): Markup => {
  const { code, language, twins } = programme
  const words = pageWords[language]
  const write = writerIn(language, twins)
  const days = [...new Set(sessions.map(({ date }) => date))]
  const rooms = [...new Set(sessions.map((session) => shownPlace(session, language, write)).filter(Boolean))]
  const dayName = (date: string | null) => (date === null ? words.noDay : formatDate(date, language))
  return html`
    <p id="now" role="status" data-now="${words.now}" data-next="${words.next}" data-over="${words.over}"></p>
    <p id="cached" hidden>${words.cached}</p>
    <form id="tools" class="needs-script" role="search">
      <label>${words.find} <input type="search" id="find" autocomplete="off" /></label>
      ${days.length > 1 ? choice('day', words.day, [['', words.all], ...days.map((date): Option => [date ?? '-', dayName(date)])]) : ''}
      ${rooms.length > 1 ? choice('room', sessions.some(({ isOutside }) => isOutside) ? words.place : words.room, [['', words.all], ...rooms.map((room): Option => [room, room])]) : ''}
      <label class="check"><input type="checkbox" id="starred" /> ${words.starred}</label>
    </form>
    <p class="links">
      <a id="calendar" href="/ct/${code}/calendar.ics?lang=${language}" data-starred="${words.starredCalendar}"
        >${words.calendar}</a
      >
      <button type="button" id="print" class="needs-script">${words.print}</button>
    </p>
    <p id="nothing" hidden>${words.nothing}</p>
    ${days.map(
      (date) =>
        html`<section class="day" data-day="${date ?? '-'}">
          <h2>${dayName(date)}</h2>
          ${sessions.filter((session) => session.date === date).map((session) => sessionOf(session, programme))}
        </section>`,
    )}
  `
}

type Option = readonly [value: string, text: string]

const choice = (id: string, label: string, options: readonly Option[]): Markup =>
  html`<label
    >${label}
    <select id="${id}">
      ${options.map(([value, text]) => html`<option value="${value}">${text}</option>`)}
    </select>
  </label>`

const sessionOf = (session: ToldSession, { code, language, twins }: PublicProgramme): Markup => {
  const words = pageWords[language]
  const write = writerIn(language, twins)
  const title = write(session.title)
  const place = shownPlace(session, language, write)
  return html`<article class="session" data-room="${place}">
    <h3>${title}</h3>
    <p class="meta">
      ${clockSpan(session, language)} ${place === '' ? '' : html`<span>${place}</span>`}
      <a
        href="/ct/${code}/calendar.ics?lang=${language}&amp;items=${session.id}"
        aria-label="${words.calendarOf(title)}"
        >${words.calendar}</a
      >
    </p>
    <ol>
      ${session.items.map((item) => itemOf(item, write, { star: words.star, language }))}
    </ol>
  </article>`
}

/** Found by what it is called in either language. */
const itemOf = (
  item: Told,
  write: (text: string) => string,
  { star, language }: { star: string; language: Language },
): Markup => {
  const [title, presenters] = [write(item.title), presenterLine(item, write)]
  return html`<li
    id="${item.id}"
    data-start="${stamp(item.date, item.start)}"
    data-end="${stamp(item.date, item.end)}"
    data-find="${foldForSearch([...new Set([title, presenters, item.title, item.presenter])].join(' '))}"
  >
    <span class="time">${clockSpan(item, language)}</span>
    <span class="what"><b>${title}</b>${presenters === '' ? '' : html` <span class="who">${presenters}</span>`}</span>
    <button type="button" class="star needs-script" aria-pressed="false" aria-label="${`${star}: ${title}`}"></button>
  </li>`
}

const clockSpan = ({ start, end }: Pick<Told, 'start' | 'end'>, language: Language): string =>
  end > start ? clockSpanIn(start, end, language) : clockIn(start, language)

/** `2020-09-09T07:30`, for the script; '' without a day. */
const stamp = (date: string | null, minutes: number): string => {
  const moment = momentAt(date, minutes)
  return moment.date === null ? '' : `${moment.date}T${clockOf(moment.minutes)}`
}
