import { html, nothing } from 'lit'
import { formatInstant } from '../../server/format/dates.ts'
import type { OpenSheet } from '../../server/prints/schema.ts'
import type { Form } from '../parts/form.ts'
import { icon } from '../style/icons.ts'
import { language, words } from '../words/words.ts'
import type { Fields } from './print-fields.ts'

/** The sheet that the last print of a kind left part-filled: one press goes on with it. */
export const openSheet = (
  form: Form<Fields>,
  sheets: readonly OpenSheet[],
  { kind, perSheet }: { kind: string; perSheet: number },
) => {
  const { printer, place, fromSheet } = form.values
  const isOverprint = printer !== ''
  const left = sheets.find(
    (each) => each.kind === kind && each.isOverprint === isOverprint && each.perSheet === perSheet,
  )
  if (!left || place === left.place || fromSheet !== 1) return nothing
  const { prints } = words()
  const when = formatInstant(left.at, Intl.DateTimeFormat().resolvedOptions().timeZone, language())
  return html`<p class="row">
    <button class="button" type="button" @click=${() => form.set('place', left.place)}>
      ${icon('layers')} ${prints.goOnWith(left.place)}
    </button>
    <span class="help">${prints.openSheet(perSheet - left.place + 1, when)}</span>
  </p>`
}
