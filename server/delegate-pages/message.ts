import type { Role } from '../assignments/schema.ts'
import { congressTitle } from '../documents/rules/names.ts'
import { writerIn } from '../english/twins.ts'
import { formatDateInSentence, formatDayMonth, type Language } from '../format/dates.ts'
import { clockIn } from '../programme/rules/clock-words.ts'
import { shownPlace } from '../programme/rules/places.ts'
import { momentAt } from '../releases/rules/told.ts'
import { groupOf, type DelegatePage } from './compose.ts'
import type { DelegationRecord } from './gather.ts'
import { calledInLetter, presentBy, type OwnSession } from '../delegate-links/rules.ts'
import { pageWords } from './words.ts'

type Page = Omit<DelegatePage, 'fault'>

/** All that a page says, as a text to paste into a messenger; `open` stands before the address. */
export const messageOf = (page: Page, url: string, open = pageWords[page.language].open): string => {
  const { language, delegate, delegation, head, sessions } = page
  const words = pageWords[language]
  const seat = [
    delegate.seat === '' ? words.seatLater : delegate.seat,
    delegate.door === '' ? '' : words.door(delegate.door),
  ]
  const people = [
    ...(head === null ? [] : [`${words.head}: ${[head.name, head.phone].filter(Boolean).join(', ')}`]),
    ...liaisonLine(page),
  ]
  return [
    `${greeting(page)}.`,
    `${titleOf(page)}${dateOf(page)}${page.venue ? `, ${page.venue.name}` : ''}.`,
    ...(delegation === null ? [] : [`${words.delegation}: ${delegation.name}.`]),
    ...(delegate.number === '' ? [] : [`${words.number}: ${delegate.number}.`]),
    `${words.seat}: ${seat.filter(Boolean).join(', ')}.`,
    ...page.otherSeats.map(({ plan, seat: other, door }) => {
      const told = [other, door === '' ? '' : words.door(door)].filter(Boolean).join(', ')
      return `${words.seat}, ${writerIn(language, page.twins)(plan)}: ${told}.`
    }),
    ...(page.group === null ? [] : [`${words.group}: ${groupOf(page)}.`]),
    ...roleLines(page.roles, page),
    ...people.map((line) => `${line}.`),
    ...(sessions === null ? [] : [`${words.sessions}:`, ...sessions.flatMap((own) => sessionLines(own, page))]),
    `${open}: ${url}`,
    words.keepToYourself,
  ].join('\n')
}

/** What fits into an SMS: who, when, and where to read the rest. */
export const shortMessageOf = (page: Page, url: string): string =>
  [`${greeting(page)}.`, `${titleOf(page)}${dateOf(page)}.`, `${pageWords[page.language].open}: ${url}`].join(' ')

/** What hands out the link of a delegation's liaison. */
export const liaisonMessage = (
  { delegation, congress, unit }: DelegationRecord,
  { language, url }: { language: Language; url: string },
): string => {
  const words = pageWords[language]
  const title = congressTitle(congress, unit ?? { name: '', type: '' }, language)
  const dear = delegation.liaison === '' ? '' : `${words.dear(delegation.liaison)}. `
  return `${dear}${title}. ${words.liaisonHeading(delegation.name)}: ${url}. ${words.keepToYourself}`
}

const greeting = ({ person, delegate, language }: Page): string =>
  pageWords[language].dear(language === 'vi' ? calledInLetter(person, delegate) : person.printedName || person.name)

const titleOf = ({ congress, unit, language }: Page): string =>
  congressTitle(congress, unit ?? { name: '', type: '' }, language)

const dateOf = ({ congress: { dateFrom }, language }: Page): string =>
  dateFrom === null ? '' : `, ${formatDateInSentence(dateFrom, language)}`

const liaisonLine = ({ delegation, language }: Page): string[] => {
  const told = [delegation?.liaison ?? '', delegation?.liaisonPhone ?? ''].filter(Boolean).join(', ')
  return told === '' ? [] : [`${pageWords[language].liaison}: ${told}`]
}

/** Each role with what is expected of it, which is a sentence of its own. */
export const roleLines = (roles: readonly Role[], { language, twins }: Pick<Page, 'language' | 'twins'>): string[] => {
  const write = writerIn(language, twins)
  return roles.map(({ name, expectation }) =>
    [`${pageWords[language].role(write(name))}.`, write(expectation)].filter(Boolean).join(' '),
  )
}

const sessionLines = ({ session, tasks, roles }: OwnSession, page: Page): string[] => {
  const { language, twins, venue } = page
  const words = pageWords[language]
  const write = writerIn(language, twins)
  const moment = momentAt(session.date, session.start)
  const day = moment.date === null ? words.noDay : formatDayMonth(moment.date, language)
  const place = shownPlace(session, language, write) || venue?.name || words.placeLater
  const by = words.presentBy(clockIn(presentBy(session), language))
  return [
    `- ${clockIn(moment.minutes, language)}, ${day}: ${write(session.title)}, ${place}, ${by}.`,
    ...roleLines(roles, page).map((line) => `  ${line}`),
    ...tasks.map(({ item }) => `  ${words.speaks(clockIn(item.start, language), write(item.title), item.minutes)}.`),
  ]
}
