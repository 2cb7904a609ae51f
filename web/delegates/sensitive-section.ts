import { html, nothing, type TemplateResult } from 'lit'
import { formatShortDate } from '../../server/format/dates.ts'
import type { SensitiveData } from '../../server/delegates/schema.ts'
import { sensitiveFields, type AskedField, type SensitiveField } from '../../server/people/schema.ts'
import { icon } from '../style/icons.ts'
import { language, words } from '../words/words.ts'

/** A value in words; '' = nothing was said. */
const shownIn = (kept: SensitiveData, field: SensitiveField): string => {
  const { yes, no } = words().delegates
  if (field !== 'isPartyMember') return kept[field]
  return kept.isPartyMember === null ? '' : kept.isPartyMember ? yes : no
}

/** What may be entered of somebody: what the level asks, and what stands already. */
export const sensitiveOf = (kept: SensitiveData, asked: readonly AskedField[]): SensitiveField[] =>
  sensitiveFields.filter((field) => asked.includes(field) || shownIn(kept, field) !== '')

/**
 * What is kept apart of a delegate, on the card. `sensitive`: null = it is not for whoever looks, who is told that it is
 * kept apart, never whether there is any. `edit`: null = it is not to be changed now.
 */
export const sensitiveSection = (options: {
  sensitive: SensitiveData | null
  asked: readonly AskedField[]
  edit: (() => void) | null
}): TemplateResult => {
  const { sensitive: kept, asked, edit } = options
  const { sensitive: text, unsaid } = words().delegates
  if (!kept) {
    return html`<section>
      <p class="small muted">${icon('lock')} ${text.apart}</p>
    </section>`
  }
  const fields = sensitiveOf(kept, asked)
  const lines = [
    ...fields.map((field) => [text.fields[field], shownIn(kept, field) || unsaid] as const),
    ...(kept.diet === '' ? [] : [[text.diet, kept.diet] as const]),
    ...(kept.health === '' ? [] : [[text.health, kept.health] as const]),
  ]
  return html`<section aria-labelledby="sensitive">
    <h3 id="sensitive">${text.heading}</h3>
    ${
      lines.length === 0
        ? html`<p class="muted">${text.nothing}</p>`
        : html`<dl class="columns">
            ${lines.map(
              ([name, value]) =>
                html`<div>
                  <dt class="small muted">${name}</dt>
                  <dd>${value}</dd>
                </div>`,
            )}
          </dl>`
    }
    ${
      kept.consentAt === null
        ? nothing
        : html`<p class="small muted">${text.consented(formatShortDate(kept.consentAt.slice(0, 10), language()))}</p>`
    }
    <p class="small muted">${icon('lock')} ${text.help}</p>
    ${
      edit !== null && fields.length > 0
        ? html`<button class="button small" type="button" @click=${edit}>${icon('pencil')} ${text.open}</button>`
        : nothing
    }
  </section>`
}
