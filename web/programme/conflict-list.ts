import { css, html, nothing, type TemplateResult } from 'lit'
import type { ProgrammeConflict } from '../../server/programme/rules/conflicts.ts'
import type { ProgrammeView } from '../../server/programme/schema.ts'
import { icon } from '../style/icons.ts'
import { words } from '../words/words.ts'
import { inShort } from './grid-words.ts'
import { placeOf, wordConflict } from './programme-conflicts.ts'

/** Links shown; a programme with more is looked through on its own page. */
const mostShown = 6
/** Signs of a title: the list is for finding the place. */
const longestTitle = 80

export const conflictListStyles = css`
  .doubts ul {
    margin-block-start: var(--space-half);
  }
  .doubts li {
    padding-block: 0.125rem;
    overflow-wrap: anywhere;
  }
`

/**
 * What is open in a programme, each with a link to its place on the programme page; nothing where nothing is. Needs
 * the `badges` sheet and `conflictListStyles`.
 */
export const conflictList = (
  programme: ProgrammeView,
  conflicts: readonly ProgrammeConflict[],
): TemplateResult | typeof nothing => {
  const { doubts: text } = words().programme
  if (conflicts.length === 0) return nothing
  const rest = conflicts.length - mostShown
  const line = (conflict: ProgrammeConflict) => {
    const { sessionId, itemId } = conflict
    const href = `/congresses/${programme.congressId}/programme?at=${itemId ?? sessionId}`
    return html`<li>
      <a href=${href}>${inShort(placeOf(conflict, programme), longestTitle)}</a>: ${wordConflict(conflict, programme)}
    </li>`
  }
  return html`
    <div class="notice amber doubts">
      ${icon('triangle-alert')}
      <div>
        <strong>${text.heading(conflicts.length)}</strong>
        <ul>
          ${conflicts.slice(0, mostShown).map(line)} ${rest > 0 ? html`<li>${text.more(rest)}</li>` : nothing}
        </ul>
      </div>
    </div>
  `
}
