import { html, nothing } from 'lit'
import type { ProgrammeView } from '../../server/programme/schema.ts'
import { icon } from '../style/icons.ts'
import { remarksWords } from './grid-words.ts'

/** Beside what has remarks that wait for an answer. */
export const remarkMark = (id: string, programme: Pick<ProgrammeView, 'openRemarks'>) => {
  const told = remarksWords(id, programme)
  return told === '' ? nothing : html`<span class="remarked" title=${told}>${icon('message-square')}</span>`
}
