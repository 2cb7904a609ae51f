import { html, nothing, type TemplateResult } from 'lit'
import type { CongressResult, HonourKind } from '../../server/results/schema.ts'
import { formatShortDate } from '../../server/format/dates.ts'
import { language, words } from '../words/words.ts'
import { kindName } from './kind-name.ts'
import { sourceSentence } from './source-fields.ts'

/** What a congress brought, point by point; the page's styles hold those of facts. */
export const resultFacts = (result: CongressResult, kinds: readonly HonourKind[]): TemplateResult => {
  const { results: text, common } = words()
  const { fields } = text
  const names = new Map(kinds.map((kind) => [kind.key, kindName(kind)]))
  const count = (value: number | null) => (value === null ? text.unknown : String(value))
  const { presentDelegates, presentGuests, honours, chosenUpward, reportNumber, reportDate, note } = result
  const said = sourceSentence(result.sourceKind, result.source)
  const line = (label: string, value: unknown) =>
    html`<dt>${label}</dt>
      <dd>${value === '' ? html`<span class="muted">${common.notSet}</span>` : value}</dd>`
  const present =
    presentDelegates === null && presentGuests === null
      ? ''
      : text.present(count(presentDelegates), count(presentGuests))
  return html`
    <dl>
      ${line(text.presentLabel, present)}
      ${line(
        fields.honours,
        honours.length === 0
          ? ''
          : html`<ul>
              ${honours.map(
                ({ kind, collectives, individuals }) =>
                  html`<li>${names.get(kind) ?? kind}: ${text.honours.counted(collectives, individuals)}</li>`,
              )}
            </ul>`,
      )}
      ${line(fields.chosenUpward, chosenUpward === null ? '' : String(chosenUpward))}
      ${line(
        fields.reportNumber,
        reportNumber === ''
          ? ''
          : text.report(reportNumber, reportDate === null ? '' : formatShortDate(reportDate, language())),
      )}
      ${note === '' ? nothing : line(fields.note, note)}
    </dl>
    ${said === '' ? nothing : html`<p class="muted small">${said}</p>`}
  `
}
