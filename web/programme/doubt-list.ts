import { css, html, nothing, type TemplateResult } from 'lit'
import { findDoubts, type ProgrammeDoubt } from '../../server/programme/rules.ts'
import type { Congress } from '../../server/congresses/schema.ts'
import { cutTo } from '../../server/format/search.ts'
import type { Programme } from '../../server/programme/schema.ts'
import { icon } from '../style/icons.ts'
import { translated, words } from '../words/words.ts'
import { wordDoubt } from './word-doubt.ts'

/** Links shown; a programme with more is looked through on its own page. */
const mostShown = 6
/** Signs of a title: the list is for finding the place. */
const longestTitle = 80

export const doubtStyles = css`
  .doubts ul {
    margin-block-start: var(--space-half);
  }
  .doubts li {
    padding-block: 0.125rem;
    overflow-wrap: anywhere;
  }
`

/**
 * What is doubtful in a programme, each with a link to its place on the programme page; nothing where nothing is. Needs
 * the `badges` sheet and `doubtStyles`.
 */
export const doubtList = (
  programme: Programme,
  congress: Congress,
  rulesOff: readonly string[],
): TemplateResult | typeof nothing => {
  const { doubts: text } = words().programme
  const doubts = findDoubts(programme.sessions, congress, rulesOff)
  if (doubts.length === 0) return nothing
  const rest = doubts.length - mostShown
  const sessions = new Map(programme.sessions.map((session) => [session.id, session]))
  const line = (doubt: ProgrammeDoubt) => {
    const session = sessions.get(doubt.sessionId)
    const item = session?.items.find(({ id }) => id === doubt.itemId)
    const href = `/congresses/${congress.id}/programme?at=${doubt.itemId ?? doubt.sessionId}`
    return html`<li>
      <a href=${href}>${inShort(item?.title ?? session?.title ?? '')}</a>:
      ${wordDoubt(doubt, inShort(sessions.get(doubt.otherSessionId ?? '')?.title ?? ''))}
    </li>`
  }
  return html`
    <div class="notice amber doubts">
      ${icon('triangle-alert')}
      <div>
        <strong>${text.heading(doubts.length)}</strong>
        <ul>
          ${doubts.slice(0, mostShown).map(line)} ${rest > 0 ? html`<li>${text.more(rest)}</li>` : nothing}
        </ul>
      </div>
    </div>
  `
}

const inShort = (kept: string): string => {
  const title = translated(kept)
  return title.length > longestTitle ? `${cutTo(title, longestTitle)}…` : title
}
