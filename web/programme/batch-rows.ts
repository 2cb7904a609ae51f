import { html, type TemplateResult } from 'lit'
import type { AwardBatch, ProgrammeItem } from '../../server/programme/schema.ts'
import { unlessTyped, untype } from '../parts/unless-typed.ts'
import { icon } from '../style/icons.ts'
import { words } from '../words/words.ts'
import { awardsOf } from './grid-words.ts'

/** Minutes of a batch that is added: the least that one is known to take. */
const freshMinutes = 5

export interface BatchActs {
  /** Told with the event of the field or button that makes the change. */
  change: (event: Event, make: (batches: readonly AwardBatch[]) => AwardBatch[]) => void
  refuse: (sentence: string) => void
}

/** The batches of an award ceremony in the order of the stage, each with its minutes. */
export const batchRows = (item: ProgrammeItem, { change, refuse }: BatchActs): TemplateResult => {
  const { editor, common, programme } = words()
  const { batches } = item
  const put = (event: Event, index: number, batch: Partial<AwardBatch>) =>
    change(event, (from) => from.map((each, at) => (at === index ? { ...each, ...batch } : each)))
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
              .value=${unlessTyped(batch.title, item)}
              @change=${(event: Event) => {
                const field = event.target as HTMLInputElement
                const title = field.value.trim()
                if (title !== '') return put(event, index, { title })
                untype(field)
                refuse(editor.noTitle)
              }}
            />
            <input
              class="input minutes figures"
              type="number"
              min="0"
              max="600"
              aria-label=${`${programme.minutes}: ${batch.title}`}
              .value=${unlessTyped(String(batch.minutes), item)}
              @change=${(event: Event) => {
                const field = event.target as HTMLInputElement
                const isNumber = field.value !== '' && field.checkValidity()
                if (isNumber) return put(event, index, { minutes: Number(field.value) })
                untype(field)
                refuse(editor.batchRange)
              }}
            />
            <button
              class="button quiet small icon-only"
              aria-label=${`${common.remove}: ${batch.title}`}
              @click=${(event: Event) => change(event, (from) => from.filter((_batch, at) => at !== index))}
            >
              ${icon('x')}
            </button>
          </li>
        `,
      )}
    </ol>
    <button
      class="link-button small"
      @click=${(event: Event) =>
        change(event, (from) => [...from, { title: editor.batchTitle(from.length + 1), minutes: freshMinutes }])}
    >
      ${icon('plus')} ${editor.addBatch}
    </button>
  `
}
