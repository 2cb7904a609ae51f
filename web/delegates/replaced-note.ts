import { html, nothing } from 'lit'
import type { Delegate, DelegateList } from '../../server/delegates/schema.ts'
import { words } from '../words/words.ts'

/** Who came in whose place, of somebody's card. */
export const replacedNote = (delegate: Delegate, { delegates }: DelegateList) => {
  const { replacement: text } = words()
  const gone = delegates.find(({ id }) => id === delegate.replacesId)
  const comes =
    delegate.standing === 'withdrawn' ? delegates.find(({ replacesId }) => replacesId === delegate.id) : undefined
  return html`${gone ? html`<p class="notice">${text.replaces(gone.name)}</p>` : nothing}
  ${comes ? html`<p class="notice">${text.replacedBy(comes.name)}</p>` : nothing}`
}
