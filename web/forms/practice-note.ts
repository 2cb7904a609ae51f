import { html, nothing, type TemplateResult } from 'lit'
import { formatShortDate } from '../../server/format/dates.ts'
import { icon } from '../style/icons.ts'
import { language, words } from '../words/words.ts'

/** Which day counts as today where a road does not go by the clock; nothing where it does. */
export const practiceNote = (standsOn: string | null): TemplateResult | typeof nothing =>
  standsOn === null
    ? nothing
    : html`<p class="small muted">${icon('info')} ${words().forms.practice(formatShortDate(standsOn, language()))}</p>`
