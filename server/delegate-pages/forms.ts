import { formatInstant, type Language } from '../format/dates.ts'
import { longestReported, reportedFields } from '../delegate-links/schema.ts'
import { html, type Markup } from '../publications/markup.ts'
import type { DelegatePage } from './compose.ts'
import { writtenOf } from '../delegate-links/rules.ts'
import { pageIcon } from './icons.ts'
import { pageWords } from './words.ts'

/** What is answered, and the way to answer. */
export const answerPart = (page: DelegatePage): Markup => {
  const { delegate, language, mayAnswer, fault } = page
  const words = pageWords[language]
  return html`<section id="answer">
    <h2>${words.answerHeading}</h2>
    ${delegate.answer === null && mayAnswer ? html`<p>${words.ask}</p>` : givenAnswer(page)}
    ${mayAnswer ? answerForms(page) : html`<p class="note">${words.closed}</p>`}
    ${fault !== 'reason-missing' ? '' : html`<p class="note" role="alert">${words.reasonMissing}</p>`}
  </section>`
}

/** What was answered and when; nothing where nothing was. */
export const givenAnswer = ({
  delegate: { answer, answeredAt, answeredBy, answerReason },
  language,
  timeZone,
}: Pick<DelegatePage, 'delegate' | 'language' | 'timeZone'>): Markup => {
  const words = pageWords[language]
  if (answer === null) return html``
  return html`<p class="given ${answer}">
    ${pageIcon(answer === 'confirmed' ? 'check' : 'cross')}
    <span
      ><b>${words.answers[answer]}</b>${answerReason === '' ? '' : `: ${answerReason}`}
      ${answeredAt === null ? '' : html`<small>${words.answeredAt(formatInstant(answeredAt, timeZone, language))} ${answeredBy === '' ? '' : words.answeredBy(answeredBy)}</small>`}</span
    >
  </p>`
}

const answerForms = ({ code, delegate: { answer, answerReason }, language, fault }: DelegatePage): Markup => {
  const words = pageWords[language]
  const action = `/d/${code}/answer?lang=${language}`
  const confirm = html`<form method="post" action="${action}">
    <input type="hidden" name="answer" value="confirmed" />
    <button class="primary">${words.confirm}</button>
  </form>`
  return html`${answer === 'confirmed' ? '' : confirm}
    <details ${fault !== 'reason-missing' ? '' : html`open`}>
      <summary>${words.decline}</summary>
      <form method="post" action="${action}">
        <input type="hidden" name="answer" value="declined" />
        <label
          >${words.reason}
          <textarea name="reason" required maxlength="300" rows="3">
${answer === 'declined' ? answerReason : ''}</textarea>
        </label>
        <button>${words.sendDecline}</button>
      </form>
    </details>
    <p class="small">${words.change}</p>`
}

/** What is said to be wrong in name, post and unit. */
export const reportPart = (page: Omit<DelegatePage, 'fault'>): Markup => {
  const { code, language, reports, mayAnswer } = page
  const words = pageWords[language]
  return html`<section id="report">
    <h2>${words.reportHeading}</h2>
    ${reports.map(
      ({ field, proposed }) =>
        html`<p class="given">
          <span><b>${words.fields[field]}: ${proposed}</b> <small>${words.reportWaits}</small></span>
        </p>`,
    )}
    ${
      mayAnswer
        ? html`<details>
            <summary>${words.report}</summary>
            <form method="post" action="/d/${code}/report?lang=${language}">
              ${reportFields(page, language)}
              <button>${words.sendReport}</button>
            </form>
          </details>`
        : ''
    }
  </section>`
}

/** Fields for what is written of somebody, as it stands. */
export const reportFields = (of: Parameters<typeof writtenOf>[0], language: Language): Markup[] => {
  const written = writtenOf(of)
  return reportedFields.map(
    (field) =>
      html`<label
        >${pageWords[language].fields[field]}
        <input type="text" name="${field}" maxlength="${longestReported[field]}" value="${written[field]}"
      /></label>`,
  )
}

/** Diet and help on the way: kept only with consent, and never shown again on a page that a link alone opens. */
export const needsPart = ({ code, language, timeZone, consentAt, mayAnswer, fault }: DelegatePage): Markup => {
  const words = pageWords[language]
  const action = `/d/${code}/needs?lang=${language}`
  const isFaulty = fault === 'consent-missing'
  const kept =
    consentAt === null
      ? ''
      : html`<p class="given confirmed">
          ${pageIcon('check')}
          <span
            ><b>${words.needsKept}</b>
            <small>${words.answeredAt(formatInstant(consentAt, timeZone, language))}</small></span
          >
        </p>`
  if (!mayAnswer) return html`${kept}`
  return html`<section id="needs">
    <h2>${words.needsHeading}</h2>
    ${kept}
    <details ${isFaulty ? html`open` : ''}>
      <summary>${consentAt === null ? words.needs : words.needsAnew}</summary>
      ${isFaulty ? html`<p class="note" role="alert">${words.consentMissing}</p>` : ''}
      <form method="post" action="${action}">
        <label>${words.diet} <input type="text" name="diet" maxlength="300" /></label>
        <label>${words.health} <input type="text" name="health" maxlength="300" /></label>
        <label class="check"><input type="checkbox" name="consent" value="yes" /> ${words.consent}</label>
        <button>${words.sendNeeds}</button>
      </form>
    </details>
    ${
      consentAt === null
        ? ''
        : html`<form method="post" action="${action}">
            <input type="hidden" name="withdraw" value="yes" />
            <button>${words.withdrawNeeds}</button>
          </form>`
    }
  </section>`
}
