import { css, html, nothing } from 'lit'
import { customElement, state } from 'lit/decorators.js'
import type { Account, Share } from '../../server/accounts/schema.ts'
import type { Unit } from '../../server/units/schema.ts'
import { listAccounts, listShares } from '../api/accounts.ts'
import { LiveController } from '../api/changes.ts'
import { listUnits } from '../api/units.ts'
import { PageElement } from '../parts/element.ts'
import { badge, type Hue } from '../parts/state-badge.ts'
import type { Column } from '../records/record-table.ts'
import { session } from '../session.ts'
import { controls } from '../style/controls.ts'
import { icon, type IconName } from '../style/icons.ts'
import { words } from '../words/words.ts'
import { dayOf, grantWords } from './format.ts'
import '../parts/empty-state.ts'
import '../parts/error-panel.ts'
import '../parts/page-header.ts'
import '../records/record-table.ts'
import './account-dialog.ts'
import './invite-dialog.ts'
import './share-list.ts'

type AccountState = 'active' | 'invited' | 'lapsed' | 'disabled'

/** /accounts — who signs in, with which roles at which units; what units share with one another. */
@customElement('accounts-page')
export class AccountsPage extends PageElement {
  @state() private accounts: Account[] | null = null
  @state() private shares: Share[] = []
  @state() private units: Unit[] = []
  @state() private error: unknown = null
  @state() private isInviting = false
  /** The account whose dialog is open. */
  @state() private openId: string | null = null

  static override styles = [
    ...controls,
    css`
      section {
        margin-block-start: var(--space-4);
      }
    `,
  ]

  constructor() {
    super()
    session.use(this)
    new LiveController(this, ['accounts', 'grants', 'shares', 'units'], () => void this.#fetch())
  }

  override connectedCallback(): void {
    super.connectedCallback()
    void this.#fetch()
  }

  async #fetch(): Promise<void> {
    try {
      const [accounts, shares, units] = await Promise.all([listAccounts(), listShares(), listUnits()])
      Object.assign(this, { accounts, shares, units, error: null })
    } catch (error) {
      this.error = error
    }
  }

  override render() {
    const { list, shares } = words().accounts
    const opened = this.accounts?.find(({ id }) => id === this.openId)
    return html`
      <page-header heading=${list.heading}>
        <button class="button primary" slot="actions" @click=${() => (this.isInviting = true)}>
          ${icon('user-plus')} ${list.invite}
        </button>
      </page-header>
      <error-panel .error=${this.error} retryable @retried=${() => this.#fetch()}></error-panel>
      ${this.accounts === null ? nothing : this.#table(this.accounts)}
      <section aria-labelledby="shares">
        <h2 id="shares">${shares.heading}</h2>
        <share-list .shares=${this.shares} .units=${this.units} @share-changed=${() => this.#fetch()}></share-list>
      </section>
      ${
        this.isInviting
          ? html`<invite-dialog
              .units=${this.units}
              .accounts=${this.accounts ?? []}
              @invited=${() => this.#fetch()}
              @dialog-closed=${() => (this.isInviting = false)}
            ></invite-dialog>`
          : nothing
      }
      ${
        opened
          ? html`<account-dialog
              .account=${opened}
              .units=${this.units}
              @account-changed=${() => this.#fetch()}
              @dialog-closed=${() => (this.openId = null)}
            ></account-dialog>`
          : nothing
      }
    `
  }

  #table(accounts: Account[]) {
    const { list } = words().accounts
    return html`
      <record-table
        plain
        label=${list.heading}
        .columns=${this.#columns() as readonly Column<never>[]}
        .rows=${accounts}
        .nameOf=${({ name }: Account) => name}
      ></record-table>
      ${
        accounts.length === 1
          ? html`<empty-state icon="user-plus" heading=${list.empty} sentence=${list.emptySentence}></empty-state>`
          : nothing
      }
    `
  }

  #columns(): Column<Account>[] {
    const { list, account: text } = words().accounts
    const { columns } = list
    const nameOf = ({ id, name }: Account) => (id === session.get().account?.id ? `${name} (${list.you})` : name)
    return [
      {
        key: 'name',
        label: columns.name,
        text: nameOf,
        draw: (account) =>
          html`<button
            class="link-button"
            aria-label=${text.manage(account.name)}
            @click=${() => (this.openId = account.id)}
          >
            ${nameOf(account)}
          </button>`,
      },
      { key: 'login', label: columns.login, text: ({ login }) => login },
      { key: 'roles', label: columns.roles, text: ({ grants }) => grants.map(grantWords).join('; ') },
      {
        key: 'state',
        label: columns.state,
        text: (account) => list.states[stateOf(account)],
        draw: (account) => drawState(account),
      },
      {
        key: 'since',
        label: columns.since,
        text: ({ createdAt }) => dayOf(createdAt),
        order: ({ createdAt }) => createdAt,
      },
    ]
  }
}

const stateOf = ({ isDisabled, hasPassword, invitedUntil }: Account): AccountState => {
  if (isDisabled) return 'disabled'
  if (hasPassword) return 'active'
  return invitedUntil === null ? 'lapsed' : 'invited'
}

const stateLooks: Record<AccountState, [Hue, IconName]> = {
  active: ['green', 'check'],
  invited: ['blue', 'link'],
  lapsed: ['amber', 'triangle-alert'],
  disabled: ['slate', 'lock'],
}

const drawState = (account: Account) => {
  const { list } = words().accounts
  const state = stateOf(account)
  const [hue, name] = stateLooks[state]
  const until = state === 'invited' ? dayOf(account.invitedUntil ?? '') : null
  return html`${badge(hue, name, list.states[state])}
  ${until === null ? nothing : html`<span class="small muted">${list.invitedUntil(until)}</span>`}`
}
