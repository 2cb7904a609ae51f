import { html, type TemplateResult } from 'lit'
import type { AwardBatch, ProgrammeItem } from '../../server/programme/schema.ts'
import { unlessTyped } from '../parts/unless-typed.ts'
import { icon } from '../style/icons.ts'
import { words } from '../words/words.ts'
import { awardsOf } from './grid-words.ts'

/** Minutes of a batch that is added: the least that one is known to take. */
const freshMinutes = 5

/** The batches of an award ceremony in the order of the stage, each with its minutes. */
export const batchRows = (item: ProgrammeItem, change: (batches: AwardBatch[]) => void): TemplateResult => {
  const { editor, common, programme } = words()
  const { batches } = item
  const put = (index: number, batch: AwardBatch) => change(batches.map((each, at) => (at === index ? batch : each)))
  return html`
    <h3>${editor.batchesHeading} <span class="small muted figures">${awardsOf(item)}</span></h3>
    <ol class="batches">
      ${batches.map(
        (batch, index) => html`
          <li>
            <input
              class="input"
              maxlength="300"
              aria-label=${editor.batchTitle(index + 1)}
              .value=${unlessTyped(batch.title)}
              @change=${({ target }: Event) => {
                const title = (target as HTMLInputElement).value.trim()
                if (title !== '') put(index, { ...batch, title })
              }}
            />
            <input
              class="input minutes figures"
              type="number"
              min="0"
              max="600"
              aria-label=${`${programme.minutes}: ${batch.title}`}
              .value=${unlessTyped(String(batch.minutes))}
              @change=${({ target }: Event) => {
                const field = target as HTMLInputElement
                if (field.value !== '' && field.checkValidity()) put(index, { ...batch, minutes: Number(field.value) })
                else field.value = String(batch.minutes)
              }}
            />
            <button
              class="button quiet small icon-only"
              aria-label=${`${common.remove}: ${batch.title}`}
              @click=${() => change(batches.filter((_batch, at) => at !== index))}
            >
              ${icon('x')}
            </button>
          </li>
        `,
      )}
    </ol>
    <button
      class="link-button small"
      @click=${() => change([...batches, { title: editor.batchTitle(batches.length + 1), minutes: freshMinutes }])}
    >
      ${icon('plus')} ${editor.addBatch}
    </button>
  `
}
