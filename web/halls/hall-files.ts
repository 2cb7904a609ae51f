import { html, type TemplateResult } from 'lit'
import { readPretix, type PretixRead } from '../../server/halls/rules/pretix-read.ts'
import type { PretixFault } from '../../server/halls/rules/pretix-text.ts'
import { writePretix } from '../../server/halls/rules/pretix-write.ts'
import type { HallDrawing } from '../../server/halls/schema.ts'
import { icon } from '../style/icons.ts'
import { words } from '../words/words.ts'
import { drawnWords } from '../../server/halls/rules/drawn-words.ts'
import { newPartId } from './part-ids.ts'

const planFault = (fault: PretixFault): string => {
  const { planFaults } = words().halls
  switch (fault.kind) {
    case 'too-many':
      return planFaults['too-many'](fault.count, fault.most)
    case 'double-id':
      return planFaults['double-id'](fault.id)
    case 'no-place':
      return planFaults['no-place'](fault.where)
    case 'bad-text':
      return planFaults['bad-text'](fault.where)
    case 'too-long':
      return planFaults['too-long'](fault.where, fault.most)
    case 'not-json':
    case 'too-deep':
    case 'not-a-plan':
    case 'no-seat':
      return planFaults[fault.kind]
  }
}

/** Larger files are no seating plan. */
const mostBytes = 40 * 1024 * 1024

/** Reads a seating plan; a sentence says why it could not be read. */
export const readPlanFile = async (file: File): Promise<PretixRead | string> => {
  const { halls } = words()
  if (file.size > mostBytes) return `${halls.notRead} ${halls.planFaults['not-json']}`
  const read = readPretix(await file.text(), { block: drawnWords.block, newId: newPartId })
  return 'fault' in read ? `${halls.notRead} ${planFault(read.fault)}` : read
}

/** What of a plan this program has no use for; '' = nothing. */
export const extrasSentence = ({ kept, dropped }: PretixRead): string => {
  const { halls } = words()
  const sentences = [
    kept.length > 0 ? halls.keptExtras(kept.join(', ')) : '',
    dropped.length > 0 ? halls.droppedExtras(dropped.join(', ')) : '',
  ]
  return sentences.filter(Boolean).join(' ')
}

/** Has the browser download the hall as a seating plan. */
export const downloadPlan = (drawing: HallDrawing, name: string): void => {
  const text = writePretix(drawing, { plan: name, category: drawnWords.category })
  const address = URL.createObjectURL(new Blob([text], { type: 'application/json' }))
  const link = document.createElement('a')
  link.href = address
  link.download = `${name.replaceAll(/[^\p{L}\p{N}]+/gu, '-').toLowerCase() || 'hall'}.json`
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 1000)
}

/** A button that chooses a file. */
export const fileButton = (id: string, word: string, accept: string, take: (file: File) => void): TemplateResult => {
  const taken = ({ target }: Event) => {
    const input = target as HTMLInputElement
    const [file] = input.files ?? []
    // The same file may be chosen again.
    input.value = ''
    if (file) take(file)
  }
  return html`<span>
    <input type="file" id=${id} accept=${accept} aria-label=${word} hidden @change=${taken} />
    <button
      class="button"
      type="button"
      @click=${({ currentTarget }: Event) =>
        (currentTarget as HTMLElement).parentElement?.querySelector<HTMLInputElement>('input')?.click()}
    >
      ${icon('upload')} ${word}
    </button>
  </span>`
}
