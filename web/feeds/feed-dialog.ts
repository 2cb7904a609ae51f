import { css, html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { Feed, FeedKind } from '../../server/feeds/schema.ts'
import { formatInstant, formatShortDate } from '../../server/format/dates.ts'
import { reachNote } from '../accounts/reach-note.ts'
import { createFeed, listFeeds, revokeFeed } from '../api/feeds.ts'
import { did } from '../did.ts'
import type { Choice } from '../parts/combo-field.ts'
import { WordsElement } from '../parts/element.ts'
import { comboField, textField } from '../parts/field.ts'
import { Form } from '../parts/form.ts'
import { controls } from '../style/controls.ts'
import { icon } from '../style/icons.ts'
import { language, words } from '../words/words.ts'
import '../parts/copy-field.ts'
import '../parts/error-panel.ts'
import '../parts/modal-dialog.ts'

/**
 * Links by which telephones subscribe to a calendar, made, copied and revoked: `<feed-dialog kind="unit" .targets=${…}>`;
 * of several targets one is chosen. Tells `form-closed`.
 */
@customElement('feed-dialog')
export class FeedDialog extends WordsElement {
  @property() kind: FeedKind = 'unit'
  @property({ attribute: false }) targets: readonly Choice[] = []
  @state() private feeds: readonly Feed[] = []
  @state() private url: string | null = null
  readonly #form = new Form(this, { targetId: null as string | null, name: '' })

  static override styles = [
    ...controls,
    css`
      .stack {
        display: grid;
        gap: var(--space-2);
      }
      li {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-half) var(--space);
        align-items: center;
        justify-content: space-between;
        padding-block: var(--space);
        overflow-wrap: anywhere;
      }
      li + li {
        border-block-start: 1px solid var(--line);
      }
    `,
  ]

  override connectedCallback(): void {
    super.connectedCallback()
    this.#form.begin({ targetId: this.targets.length === 1 ? (this.targets[0]?.value ?? null) : null, name: '' })
    void this.#fetch()
  }

  async #fetch(): Promise<void> {
    const known = new Set(this.targets.map(({ value }) => value))
    const all = await listFeeds().catch(() => [])
    this.feeds = all.filter(({ kind, targetId }) => kind === this.kind && known.has(targetId))
  }

  override render() {
    const { common, feeds: text } = words()
    const form = this.#form
    return html`
      <modal-dialog heading=${text.heading} ?guarded=${form.isChanged} @dialog-closed=${() => this.tell('form-closed')}>
        <div class="stack">
          <p>${text.sentence}</p>
          <form class="form" id="feed" @submit=${(event: SubmitEvent) => this.#create(event)}>
            ${
              this.targets.length > 1
                ? comboField(form, 'targetId', { label: text.target, choices: this.targets })
                : nothing
            }
            ${textField(form, 'name', { label: text.name, help: text.nameHelp, maxLength: 120 })}
            <error-panel .error=${form.error}></error-panel>
          </form>
          ${this.url === null ? nothing : this.#made(this.url)}
          <section aria-labelledby="existing">
            <h3 id="existing">${text.existing}</h3>
            ${
              this.feeds.length === 0
                ? html`<p class="muted">${text.none}</p>`
                : html`<ul>
                    ${this.feeds.map((feed) => this.#row(feed))}
                  </ul>`
            }
          </section>
        </div>
        <div slot="actions" class="form-actions">
          <button class="button" type="button" @click=${() => this.tell('form-closed')}>${common.close}</button>
          <button class="button primary" form="feed" aria-busy=${form.isSending}>${text.create}</button>
        </div>
      </modal-dialog>
    `
  }

  #made(url: string) {
    const { feeds: text } = words()
    return html`<div class="stack" role="status">
      <copy-field label=${text.link} value=${url}></copy-field>
      <p class="notice amber">${icon('triangle-alert')}<span>${text.once}</span></p>
      ${reachNote(url, { isForOutside: true })}
      <p class="muted small">${text.how}</p>
    </div>`
  }

  #row(feed: Feed) {
    const { feeds: text } = words()
    const target = this.targets.find(({ value }) => value === feed.targetId)
    const zone = Intl.DateTimeFormat().resolvedOptions().timeZone
    const read =
      feed.fetchedAt === null ? text.neverFetched : text.fetched(formatInstant(feed.fetchedAt, zone, language()))
    const made = text.by(feed.accountName, formatShortDate(feed.createdAt.slice(0, 10), language()))
    return html`<li>
      <span>
        <strong>${feed.name}</strong>
        ${this.targets.length > 1 && target ? html`<span class="muted">· ${target.label}</span>` : nothing}
        <br />
        <span class="muted small">${made} · ${feed.isOpen ? read : text.ended}</span>
      </span>
      <button class="button small" aria-label=${text.revokeOf(feed.name)} @click=${() => this.#revoke(feed)}>
        ${icon('ban')} ${text.revoke}
      </button>
    </li>`
  }

  async #create(event: SubmitEvent): Promise<void> {
    event.preventDefault()
    const { required } = words().errors.rules
    const { targetId, name } = this.#form.values
    const faults = {
      ...(targetId === null ? { targetId: required } : {}),
      ...(name.trim() === '' ? { name: required } : {}),
    }
    if (!this.#form.refuse(faults) || targetId === null) return
    const isMade = await this.#form.submit(async () => {
      this.url = (await createFeed({ kind: this.kind, targetId, name, language: language() })).url
    })
    if (!isMade) return
    this.#form.begin({ targetId, name: '' })
    await this.#fetch()
  }

  async #revoke({ id }: Feed): Promise<void> {
    await did(revokeFeed(id), words().feeds.revoked)
    await this.#fetch()
  }
}
