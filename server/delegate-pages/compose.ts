import type { Role } from '../assignments/schema.ts'
import { congressTitle } from '../documents/rules/names.ts'
import { writerIn, type Twins } from '../english/twins.ts'
import { formatDate, formatDayMonth, type Language } from '../format/dates.ts'
import { lunarText } from '../format/lunar.ts'
import { clockIn, clockSpanIn } from '../programme/rules/clock-words.ts'
import { shownPlace } from '../programme/rules/places.ts'
import { momentAt, type ToldSession } from '../releases/rules/told.ts'
import { withTermWhole } from '../publications/compose.ts'
import { html, type Markup } from '../publications/markup.ts'
import type { OwnGroup } from '../groups/own.ts'
import type { OtherSeat, SeatInHall } from '../seating/own.ts'
import type { OpenRecord } from './gather.ts'
import { answerPart, needsPart, reportPart } from './forms.ts'
import { pageIcon } from './icons.ts'
import type { ReportSaid } from '../delegate-links/queries.ts'
import { calledInLetter, presentBy, type OwnSession, type OwnTask } from '../delegate-links/rules.ts'
import { groupText } from './group-text.ts'
import { seatPlan } from './seat-plan.ts'
import { pageWords } from './words.ts'

/** What was sent and cannot be taken. */
export type PageFault = 'reason-missing' | 'consent-missing'

/** All that a delegate's page is made from. */
export interface DelegatePage extends Omit<OpenRecord, 'link'> {
  code: string
  language: Language
  twins: Twins
  timeZone: string
  /** Address of the server, without a slash at its end. */
  origin: string
  /** null = nothing was released yet. */
  sessions: readonly OwnSession[] | null
  /** What the delegate does at the congress as a whole. */
  roles: readonly Role[]
  head: { name: string; phone: string } | null
  /** Where the seat is; null = it is told by its number alone. */
  seatInHall: SeatInHall | null
  /** At rehearsals and receptions, each with the session that it is for where that is known. */
  otherSeats: readonly (OtherSeat & { session: ToldSession | null })[]
  /** Where the delegate discusses. */
  group: OwnGroup | null
  mayAnswer: boolean
  /** A sentence on what was just sent and cannot be taken. */
  fault: PageFault | null
  /** What waits to be settled of what was said to be wrong. */
  reports: readonly ReportSaid[]
}

/** What the page says in one way where the server sends it and in another where it lies at a web host. */
export interface PageParts {
  toOtherLanguage: Markup
  /** How fresh it is. */
  note: Markup
  answer: Markup
  calendar: Markup
  corrections: Markup
  foot: Markup
}

/** The page: everything can be read and sent without any script. */
export const composePage = (page: DelegatePage): string =>
  pageDocument(
    { language: page.language, code: page.code, title: titleOf(page) },
    pageBody(page, {
      ...servedParts(page.language),
      answer: answerPart(page),
      calendar: calendarOf(page),
      corrections: html`${reportPart(page)} ${needsPart(page)}`,
    }),
  )

/** What each page has in common that the server sends. */
export const servedParts = (language: Language): Pick<PageParts, 'toOtherLanguage' | 'note' | 'foot'> => {
  const words = pageWords[language]
  const other = language === 'vi' ? 'en' : 'vi'
  return {
    toOtherLanguage: html`<a class="language" href="?lang=${other}" hreflang="${other}">${words.other}</a>`,
    note: html`<p id="cached" class="note" hidden>${words.cached}</p>`,
    foot: html`<p id="offline" data-offline="${words.offline}" data-insecure="${words.insecure}"></p>`,
  }
}

export const titleOf = ({ congress, unit, language }: Pick<DelegatePage, 'congress' | 'unit' | 'language'>): string =>
  congressTitle(congress, unit ?? { name: '', type: '' }, language)

/** Which congress it is, when and where. */
export const topOf = (
  page: Pick<DelegatePage, 'congress' | 'unit' | 'venue' | 'language'>,
  toOtherLanguage: Markup,
): Markup =>
  html`<header class="top">
    <p><span>${whenOf(page)}</span> ${toOtherLanguage}</p>
    <h1>${withTermWhole(titleOf(page))}</h1>
    ${page.venue ? html`<p>${[page.venue.name, page.venue.address].filter(Boolean).join(', ')}</p>` : ''}
  </header>`

/** All that stands in the page. */
export const pageBody = (page: Omit<DelegatePage, 'fault'>, parts: PageParts): Markup => {
  const words = pageWords[page.language]
  return html`
    ${topOf(page, parts.toOtherLanguage)}
    <main>
      ${parts.note} ${whoOf(page)} ${parts.answer} ${sessionsPart(page)} ${parts.calendar} ${parts.corrections}
    </main>
    <footer>
      <p>${words.keepToYourself}</p>
      ${parts.foot}
    </footer>
    <nav>
      <a href="#sessions">${pageIcon('calendar')}${words.nav.sessions}</a>
      <a href="#seat">${pageIcon('seat')}${words.nav.seat}</a>
      <a href="#answer">${pageIcon('reply')}${words.nav.answer}</a>
      <a href="#calendar">${pageIcon('calendar-plus')}${words.nav.calendar}</a>
    </nav>
  `
}

/** What is said of a link that opens nothing: in both languages, and to all alike. */
export const composeClosed = (
  why: 'gone' | 'withdrawn' | 'busy' | 'failed',
  office: { name: string; phone: string },
): string =>
  pageDocument(
    { language: 'vi', code: '', title: pageWords.vi.page },
    html`<main class="closed">
      ${(['vi', 'en'] as const).map((language) => {
        const words = pageWords[language]
        return html`<p lang="${language}">
          ${words[why]} ${why === 'gone' ? words.goneAsk(office.name, office.phone) : ''}
        </p>`
      })}
    </main>`,
  )

export const pageDocument = (
  { language, code, title }: { language: Language; code: string; title: string },
  body: Markup,
): string =>
  `<!doctype html>\n${html`<html lang="${language}" data-code="${code}" data-cached="no">
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="robots" content="noindex, nofollow, noarchive" />
      <meta name="color-scheme" content="light dark" />
      <title>${title}</title>
      <link rel="stylesheet" href="/d/page.css" />
      <link rel="icon" href="data:," />
      <script src="/d/page.js" defer></script>
    </head>
    <body>
      ${body}
    </body>
  </html>`.html.replaceAll(indents, '\n')}\n`

/** What only lays out the sources. */
export const indents = /\n\s+/g

/** Day and lunar day. */
export const whenOf = ({
  congress: { dateFrom },
  language,
}: Pick<DelegatePage, 'language'> & { congress: { dateFrom: string | null } }): string => {
  if (dateFrom === null) return pageWords[language].noDay
  const lunar = lunarText(dateFrom, language === 'en' ? 'leap' : undefined)
  return [formatDate(dateFrom, language), lunar].filter(Boolean).join(' · ')
}

const whoOf = (page: Omit<DelegatePage, 'fault'>): Markup => {
  const { person, delegate, delegation, head, language } = page
  const words = pageWords[language]
  const called = language === 'vi' ? calledInLetter(person, delegate) : person.printedName || person.name
  const post = delegate.printedPost || [delegate.post, delegate.workplace].filter(Boolean).join(', ')
  const facts = [
    [words.delegation, delegation === null ? '' : delegation.name],
    [words.head, head?.name ?? '', head?.phone ?? ''],
    [words.liaison, delegation?.liaison ?? '', delegation?.liaisonPhone ?? ''],
    [words.number, delegate.number],
    [words.group, groupOf(page)],
  ] as const
  const place = delegate.seat === '' ? words.seatLater : delegate.seat
  return html`<section class="who">
    <div>
      <h2>${words.dear(called)}</h2>
      <p>
        ${post === '' ? '' : html`<span>${post}</span>`}
        ${delegate.class === null ? '' : html`<span class="class">${words.classes[delegate.class]}</span>`}
      </p>
      <dl>
        ${facts
          .filter(([, value, phone = '']) => value !== '' || phone !== '')
          .map(
            ([label, value, phone = '']) =>
              html`<div>
                <dt>${label}</dt>
                <dd>
                  ${value} ${phone === '' ? '' : html`<a href="tel:${phone.replaceAll(/[^+\d]/g, '')}">${phone}</a>`}
                </dd>
              </div>`,
          )}
      </dl>
    </div>
    ${page.roles.map((role) => roleOf(role, page))}
    <p id="seat" class="seat ${delegate.seat === '' ? 'later' : ''}">
      <span>${words.seat}</span>
      <b>${place}</b> ${delegate.door === '' ? '' : html`<span>${words.door(delegate.door)}</span>`}
    </p>
    ${page.seatInHall ? seatPlan(page.seatInHall, language) : ''}
    ${page.otherSeats.map((other) => otherSeat(other, page))}
  </section>`
}

/** «Tổng duyệt, 19 giờ 30 ngày 29/9, Nhà văn hóa 3-2: C12, cửa B». */
const otherSeat = (
  { plan, seat, door, session }: DelegatePage['otherSeats'][number],
  { language, twins }: Pick<DelegatePage, 'language' | 'twins'>,
): Markup => {
  const words = pageWords[language]
  const write = writerIn(language, twins)
  const moment = session ? momentAt(session.date, session.start) : null
  const when = moment
    ? [clockIn(moment.minutes, language), moment.date === null ? '' : formatDayMonth(moment.date, language)]
    : []
  const facts = [...when, session ? shownPlace(session, language, write) : ''].filter(Boolean)
  return html`<p class="seat other">
    <span>${write(plan)}</span>
    ${facts.length === 0 ? '' : html`<span class="small">${facts.join(', ')}</span>`}
    <b>${seat}</b> ${door === '' ? '' : html`<span>${words.door(door)}</span>`}
  </p>`
}

/** The seat at a session: of the official ones that of the list, of others by the plan that is for it. */
const seatAt = (
  session: ToldSession,
  { delegate, otherSeats }: Pick<DelegatePage, 'delegate' | 'otherSeats'>,
): { seat: string; door: string } | undefined =>
  session.kind === 'official' ? delegate : otherSeats.find((other) => other.session?.id === session.id)

/** Group, place and chair; '' = none. */
export const groupOf = ({ group, language }: Pick<DelegatePage, 'group' | 'language'>): string =>
  group === null ? '' : groupText(group, language)

const sessionsPart = (page: Omit<DelegatePage, 'fault'>): Markup => {
  const { sessions, language } = page
  const words = pageWords[language]
  const none = sessions === null ? words.unreleased : words.noSession
  return html`<section id="sessions">
    <h2>${words.sessions}</h2>
    ${
      sessions === null || sessions.length === 0
        ? html`<p>${none}</p>`
        : html`<ol>
            ${sessions.map((own) => sessionOf(own, page))}
          </ol>`
    }
  </section>`
}

const sessionOf = ({ session, tasks, roles }: OwnSession, page: Omit<DelegatePage, 'fault'>): Markup => {
  const { language, twins } = page
  const words = pageWords[language]
  const write = writerIn(language, twins)
  const { seat = '', door = '' } = seatAt(session, page) ?? {}
  const place = shownPlace(session, language, write) || page.venue?.name || words.placeLater
  const moment = momentAt(session.date, session.start)
  const isOfficial = session.kind === 'official'
  return html`<li class="${isOfficial ? 'official' : ''}">
    <p class="when">
      <b>${clockIn(moment.minutes, language)}</b>
      <span>${moment.date === null ? words.noDay : formatDayMonth(moment.date, language)}</span>
    </p>
    <div>
      <h3>${write(session.title)}</h3>
      <p>
        ${[place, clockSpanOf(session, language), words.presentBy(clockIn(presentBy(session), language))].filter(Boolean).join(' · ')}
      </p>
      ${roles.map((role) => roleOf(role, page))} ${tasks.map((task) => taskOf(task, page))}
      ${
        seat !== ''
          ? html`<p class="tag">
              ${pageIcon('seat')}
              ${[`${words.seat} ${seat}`, door === '' ? '' : words.door(door)].filter(Boolean).join(', ')}
            </p>`
          : ''
      }
    </div>
  </li>`
}

/** What somebody does besides attending, and what is expected of it. */
const roleOf = ({ name, expectation }: Role, { language, twins }: Pick<DelegatePage, 'language' | 'twins'>): Markup => {
  const write = writerIn(language, twins)
  return html`<p class="tag">${pageIcon('role')}<span>${pageWords[language].role(write(name))}</span></p>
    ${expectation === '' ? '' : html`<p class="small">${write(expectation)}</p>`}`
}

const clockSpanOf = ({ start, end }: { start: number; end: number }, language: Language): string =>
  end > start ? clockSpanIn(start, end, language) : ''

const taskOf = ({ item, after }: OwnTask, { language, twins }: Pick<DelegatePage, 'language' | 'twins'>): Markup => {
  const words = pageWords[language]
  const write = writerIn(language, twins)
  const standBy = after === null ? '' : words.standBy(clockIn(after.start, language), write(after.title))
  return html`<p class="tag">
      ${pageIcon('microphone')}
      <span>${words.speaks(clockIn(item.start, language), write(item.title), item.minutes)}</span>
    </p>
    ${standBy === '' ? '' : html`<p class="small">${standBy}</p>`}`
}

const calendarOf = ({ code, language, origin, sessions, publication }: DelegatePage): Markup => {
  const words = pageWords[language]
  const path = `/d/${code}/calendar.ics?lang=${language}`
  return html`<section id="calendar">
    <h2>${words.calendar}</h2>
    ${
      sessions === null
        ? html`<p class="small">${words.calendarLater}</p>`
        : html`<p class="links">
              <a class="button" href="${path}">${pageIcon('calendar-plus')}${words.calendarAll}</a>
              <a class="button" href="${`${origin.replace(/^https?:/u, 'webcal:')}${path}`}">${words.subscribe}</a>
            </p>
            <p class="small">${words.calendarHelp}</p>`
    }
    ${publication === null ? '' : html`<p><a href="/ct/${publication.code}?lang=${language}">${words.programme}</a></p>`}
  </section>`
}
