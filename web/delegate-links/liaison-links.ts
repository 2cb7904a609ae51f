import { html, nothing } from 'lit'
import type { DelegationLink } from '../../server/delegate-links/schema.ts'
import type { Column } from '../records/record-table.ts'
import { icon } from '../style/icons.ts'
import { words } from '../words/words.ts'
import { liaisonColumns } from './link-columns.ts'

interface LiaisonLinks {
  delegations: readonly DelegationLink[]
  /** For the liaisons of these delegations. */
  issue(delegationIds: readonly string[]): void
  open(delegationId: string): void
}

/** Delegations, whose liaisons may have a page of all of it; needs `record-table`. */
export const liaisonLinks = ({ delegations, issue, open }: LiaisonLinks) => {
  const { delegateLinks: text } = words()
  const waiting = delegations.flatMap(({ id, liaison, linkId }) => (liaison !== '' && linkId === null ? [id] : []))
  return html`<section class="liaisons" aria-label=${text.liaisons}>
    <p class="muted">${text.liaisonsHelp}</p>
    ${
      waiting.length > 0
        ? html`<button class="button" @click=${() => issue(waiting)}>
            ${icon('link')} ${text.issueLiaisons(waiting.length)}
          </button>`
        : nothing
    }
    <record-table
      plain
      unsearched
      label=${text.liaisons}
      .columns=${liaisonColumns(open) as readonly Column<never>[]}
      .rows=${delegations}
      .nameOf=${({ name }: DelegationLink) => name}
    ></record-table>
  </section>`
}
