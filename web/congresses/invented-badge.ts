import { html, type TemplateResult } from 'lit'
import { badge } from '../parts/state-badge.ts'
import { words } from '../words/words.ts'

/** Beside a day that the product made up for the example. */
export const inventedBadge = (): TemplateResult => {
  const { invented, inventedHelp } = words().congresses
  return html`<span title=${inventedHelp}>${badge('slate', 'info', invented)}</span>`
}
