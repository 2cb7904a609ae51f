import { mayAnswer } from '../delegate-links/rules.ts'
import { listMembers } from '../delegate-links/queries.ts'
import type { DelegateRecord } from '../delegates/queries.ts'
import type { Office } from '../office.ts'
import { html, type Markup } from '../publications/markup.ts'
import { pageDocument, servedParts, titleOf, topOf, type PageParts } from './compose.ts'
import { reportFields } from './forms.ts'
import type { DelegationRecord } from './gather.ts'
import type { Asked } from './opening.ts'
import { pageWords } from './words.ts'

/** All that a liaison's page is made from. */
export interface DelegationPage extends Asked, Pick<DelegationRecord, 'delegation' | 'congress' | 'unit' | 'venue'> {
  members: readonly DelegateRecord[]
  mayAnswer: boolean
}

/** What a liaison sees: the delegation as it is, but for whoever was withdrawn. */
export const delegationOf = async (
  office: Office,
  { record, today }: { record: DelegationRecord; today: string },
  asked: Asked,
): Promise<DelegationPage> => {
  const { delegation, congress, unit, venue } = record
  const members = await listMembers(office.db.read, delegation.id)
  return { ...asked, delegation, congress, unit, venue, members, mayAnswer: mayAnswer(congress, today) }
}

export const composeDelegation = (page: DelegationPage): string =>
  pageDocument(
    { language: page.language, code: page.code, title: titleOf(page) },
    delegationBody(page, servedParts(page.language)),
  )

/** All that stands in a liaison's page. */
export const delegationBody = (
  page: DelegationPage,
  parts: Pick<PageParts, 'toOtherLanguage' | 'note' | 'foot'>,
): Markup => {
  const { language, delegation, members } = page
  const words = pageWords[language]
  const count = (answer: string) => members.filter(({ delegate }) => delegate.answer === answer).length
  return html`
    ${topOf(page, parts.toOtherLanguage)}
    <main>
      ${parts.note}
      <h2>${words.liaisonHeading(delegation.name)}</h2>
      <p class="small">${words.liaisonHelp}</p>
      ${
        members.length === 0
          ? html`<p>${words.noMembers}</p>`
          : html`<p>${words.members(members.length, count('confirmed'), count('declined'))}</p>
              <ol class="members">
                ${members.map((member) => memberOf(member, page))}
              </ol>`
      }
    </main>
    <footer>
      <p>${words.keepToYourself}</p>
      ${parts.foot}
    </footer>
  `
}

/** Why somebody does not come is between him and the organizers. */
const memberOf = ({ delegate, person }: DelegateRecord, page: DelegationPage): Markup => {
  const { language } = page
  const words = pageWords[language]
  const post = [delegate.post, delegate.workplace].filter(Boolean).join(', ')
  const seat = delegate.seat === '' ? words.seatLater : delegate.seat
  const door = delegate.door === '' ? '' : words.door(delegate.door)
  return html`<li id="m-${delegate.id}">
    <div>
      <h3>${[person.address, person.name].filter(Boolean).join(' ')}</h3>
      ${post === '' ? '' : html`<p>${post}</p>`}
      <p>${[`${words.seat}: ${seat}`, door].filter(Boolean).join(', ')}</p>
      ${person.phone === '' ? '' : html`<p><a href="tel:${person.phone.replaceAll(/[^+\d]/g, '')}">${person.phone}</a></p>`}
      <p class="given ${delegate.answer ?? ''}">
        <span
          ><b>${words.memberAnswers[delegate.answer ?? 'none']}</b>
          ${delegate.standing === 'alternate' ? words.alternate : ''}
          ${delegate.answeredBy === '' ? '' : html`<small>${words.answeredBy(delegate.answeredBy)}</small>`}</span
        >
      </p>
      ${page.mayAnswer ? memberForms({ delegate, person }, page) : ''}
    </div>
  </li>`
}

const memberForms = (
  { delegate, person }: Pick<DelegateRecord, 'delegate' | 'person'>,
  { code, language }: DelegationPage,
): Markup => {
  const words = pageWords[language]
  const path = `/d/${code}/members/${delegate.id}`
  const answer = (value: 'confirmed' | 'declined', word: string) =>
    delegate.answer === value
      ? ''
      : html`<form method="post" action="${path}/answer?lang=${language}">
          <input type="hidden" name="answer" value="${value}" />
          <button aria-label="${`${word}: ${person.name}`}">${word}</button>
        </form>`
  return html`<details>
    <summary aria-label="${`${words.correct}: ${person.name}`}">${words.correct}</summary>
    <div class="links">${answer('confirmed', words.memberConfirms)} ${answer('declined', words.memberDeclines)}</div>
    <form method="post" action="${path}/report?lang=${language}">
      ${reportFields({ delegate, person }, language)}
      <button>${words.sendReport}</button>
    </form>
  </details>`
}
