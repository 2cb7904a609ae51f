import { html, nothing, type TemplateResult } from 'lit'
import { may } from '../session.ts'
import { words } from '../words/words.ts'
import '../parts/empty-state.ts'

/** Where there is no cycle yet: what to do, for those who may. */
export const noCycle = (): TemplateResult => {
  const { records, firstRun } = words()
  const { none, noneHelp } = records.cycle
  return html`<empty-state icon="route" heading=${none} sentence=${may('organizer') ? '' : noneHelp}>
    ${may('organizer') ? html`<a class="button primary" href="/first-run">${firstRun.heading}</a>` : nothing}
  </empty-state>`
}
