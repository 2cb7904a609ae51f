import { html, nothing } from 'lit'
import type { DelegationLink, LinkRow } from '../../server/delegate-links/schema.ts'
import { formatInstant, formatShortDate, todayIn } from '../../server/format/dates.ts'
import { badge, type Hue } from '../parts/state-badge.ts'
import type { Column } from '../records/record-table.ts'
import type { IconName } from '../style/icons.ts'
import { language, translated, words } from '../words/words.ts'

const zone = Intl.DateTimeFormat().resolvedOptions().timeZone

const stateLooks: Record<LinkRow['state'], [Hue, IconName]> = {
  none: ['slate', 'circle-dashed'],
  issued: ['blue', 'link'],
  opened: ['green', 'eye'],
  expired: ['amber', 'clock'],
  revoked: ['slate', 'ban'],
}

/** Delegations with the links of their liaisons; `open` shows one. */
export const liaisonColumns = (open: (id: string) => void): Column<DelegationLink>[] => {
  const { delegateLinks: text } = words()
  return [
    {
      key: 'name',
      label: text.columns.delegation,
      text: ({ name }) => translated(name),
      draw: ({ id, name }) =>
        html`<button class="link-button" aria-label=${text.manage(translated(name))} @click=${() => open(id)}>
          ${translated(name)}
        </button>`,
    },
    {
      key: 'liaison',
      label: text.columns.liaison,
      text: ({ liaison, liaisonPhone }) => [liaison, liaisonPhone].filter(Boolean).join(', ') || text.noLiaison,
    },
    {
      key: 'link',
      label: text.columns.link,
      text: ({ state }) => text.states[state],
      draw: ({ state }) => badge(...stateLooks[state], text.states[state]),
    },
    openedColumn(),
  ]
}

const openedColumn = <R extends { openedAt: string | null }>(): Column<R> => ({
  key: 'opened',
  label: words().delegateLinks.columns.opened,
  text: ({ openedAt }) => (openedAt === null ? '' : formatInstant(openedAt, zone, language())),
  order: ({ openedAt }) => openedAt ?? '',
  isNarrow: true,
})

/** Delegates with what became of their links; `open` shows one. */
export const linkColumns = (open: (id: string) => void): Column<LinkRow>[] => {
  const { delegateLinks: text } = words()
  const answerOf = ({ answer }: LinkRow) => text.answers[answer ?? 'none']
  const stateOf = ({ state, standing }: LinkRow) =>
    standing === 'withdrawn' ? text.states.withdrawn : text.states[state]
  return [
    {
      key: 'name',
      label: text.columns.name,
      text: ({ name, post, number }) => [name, number, translated(post)].join(' '),
      draw: ({ id, name, post, reports }) =>
        html`<button class="link-button" aria-label=${text.manage(name)} @click=${() => open(id)}>${name}</button>
          ${reports.length === 0 ? nothing : badge('amber', 'pencil', text.reported)}
          ${post === '' ? nothing : html`<div class="small muted">${translated(post)}</div>`}`,
    },
    { key: 'delegation', label: text.columns.delegation, text: ({ delegation }) => translated(delegation) },
    {
      key: 'link',
      label: text.columns.link,
      text: stateOf,
      draw: (row) => {
        const [hue, name] = row.standing === 'withdrawn' ? (['slate', 'ban'] as const) : stateLooks[row.state]
        return html`${badge(hue, name, stateOf(row))}
        ${
          row.slipPrintedAt === null
            ? nothing
            : html`<div class="small muted">
                ${text.slipPrinted(formatShortDate(todayIn(zone, new Date(row.slipPrintedAt)), language()))}
              </div>`
        }`
      },
    },
    {
      key: 'answer',
      label: text.columns.answer,
      text: (row) => `${answerOf(row)} ${row.answerReason}`,
      draw: (row) =>
        row.answer === null
          ? html`<span class="muted">${answerOf(row)}</span>`
          : html`${badge(row.answer === 'confirmed' ? 'green' : 'amber', row.answer === 'confirmed' ? 'check' : 'circle-x', answerOf(row))}
            ${row.answerReason === '' ? nothing : html`<div class="small">${row.answerReason}</div>`}`,
    },
    openedColumn(),
  ]
}
