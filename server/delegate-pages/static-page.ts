import { formatInstant, type Language } from '../format/dates.ts'
import { writeCalendar } from '../feeds/rules/icalendar.ts'
import { html, type Markup } from '../publications/markup.ts'
import { eventsOfPage } from './calendar.ts'
import { indents, pageBody, titleOf, type DelegatePage, type PageParts } from './compose.ts'
import { delegationBody, type DelegationPage } from './delegation.ts'
import { givenAnswer, reportPart } from './forms.ts'
import type { ToldProgramme } from './gather.ts'
import { pageIcon } from './icons.ts'
import { staticWords } from './static-words.ts'
import { pageWords } from './words.ts'

/** Whom to call, by name and telephone; '' = unknown. */
export interface Contact {
  name: string
  phone: string
}

/** What a page at a web host is made from besides what the server's own says. */
export interface StaticFacts {
  writtenAt: string
  programme: ToldProgramme | null
  /** The office that holds the congress, for those who have no liaison. */
  office: Contact
}

/** What one language of a page is sealed with. */
export interface StaticText {
  title: string
  body: string
}

/** A delegate's page without what must be sent: there it says whom to call. */
export const composeStatic = (page: Omit<DelegatePage, 'fault'>, facts: StaticFacts): StaticText =>
  textOf(
    page,
    pageBody(page, {
      ...commonParts(page, facts.writtenAt),
      answer: answerOf(page, facts.office),
      calendar: calendarOf(page, facts.programme),
      corrections: page.reports.length === 0 ? html`` : reportPart({ ...page, mayAnswer: false }),
    }),
  )

/** The same of a liaison's page. */
export const composeStaticDelegation = (
  page: DelegationPage,
  { writtenAt, office, timeZone }: Pick<StaticFacts, 'writtenAt' | 'office'> & { timeZone: string },
): StaticText => {
  const parts = commonParts({ language: page.language, timeZone }, writtenAt)
  const words = staticWords[page.language]
  const foot = html`<p>${words.callToTell} ${contactOf(office, page.language)}</p>`
  return textOf(page, delegationBody({ ...page, mayAnswer: false }, { ...parts, foot }))
}

const textOf = (page: Parameters<typeof titleOf>[0], body: Markup): StaticText => ({
  title: titleOf(page),
  body: body.html.replaceAll(indents, '\n'),
})

/** The script that opens the page changes its language. */
const commonParts = (
  { language, timeZone }: { language: Language; timeZone: string },
  writtenAt: string,
): Pick<PageParts, 'toOtherLanguage' | 'note' | 'foot'> => {
  const other = language === 'vi' ? 'en' : 'vi'
  const at = formatInstant(writtenAt, timeZone, language)
  return {
    toOtherLanguage: html`<button class="language" lang="${other}">${pageWords[language].other}</button>`,
    note: html`<p class="note">${staticWords[language].writtenAt(at)}</p>`,
    foot: html``,
  }
}

const answerOf = (page: Omit<DelegatePage, 'fault'>, office: Contact): Markup => {
  const { language, mayAnswer, delegation } = page
  const words = staticWords[language]
  const contact = delegation?.liaisonPhone ? { name: delegation.liaison, phone: delegation.liaisonPhone } : office
  return html`<section id="answer">
    <h2>${pageWords[language].answerHeading}</h2>
    ${givenAnswer(page)}
    <p>${mayAnswer ? words.callToAnswer : words.callToTell} ${contactOf(contact, language)}</p>
  </section>`
}

const contactOf = ({ name, phone }: Contact, language: Language): Markup =>
  html`<b>${name || staticWords[language].organizers}</b>${
      phone === '' ? '' : html`: <a href="tel:${phone.replaceAll(/[^+\d]/g, '')}">${phone}</a>`
    }.`

const calendarOf = (page: Omit<DelegatePage, 'fault'>, programme: ToldProgramme | null): Markup => {
  const words = staticWords[page.language]
  if (programme === null) return html`<section id="calendar"></section>`
  const { congress, timeZone } = page
  const calendar = writeCalendar({ name: congress.title, timeZone }, eventsOfPage(page, programme, []))
  const address = `data:text/calendar;charset=utf-8;base64,${Buffer.from(calendar).toString('base64')}`
  return html`<section id="calendar">
    <h2>${pageWords[page.language].calendar}</h2>
    <p class="links">
      <a class="button" download="lich-dai-bieu.ics" href="${address}">${pageIcon('calendar-plus')}${words.download}</a>
    </p>
    <p class="small">${words.calendarHelp}</p>
  </section>`
}
