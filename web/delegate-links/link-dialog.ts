import { css, html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { LinkRead, LinkRow } from '../../server/delegate-links/schema.ts'
import { formatInstant, formatShortDate } from '../../server/format/dates.ts'
import { reachNote } from '../accounts/reach-note.ts'
import * as api from '../api/delegate-links.ts'
import { did } from '../did.ts'
import { copyText } from '../parts/clipboard.ts'
import { WordsElement } from '../parts/element.ts'
import { tellDone } from '../parts/toast-stack.ts'
import { controls } from '../style/controls.ts'
import { icon } from '../style/icons.ts'
import { language, words } from '../words/words.ts'
import '../parts/copy-field.ts'
import '../parts/error-panel.ts'
import '../parts/modal-dialog.ts'

const zone = Intl.DateTimeFormat().resolvedOptions().timeZone

/** Whose link it is: a delegate's or, without answers and reports, that of a delegation's liaison. */
export type LinkSubject = Pick<LinkRow, 'id' | 'name' | 'linkId' | 'version' | 'state' | 'lastDay'> &
  Partial<Pick<LinkRow, 'standing' | 'answer' | 'answerReason' | 'answeredAt' | 'answeredBy' | 'reports'>>

/**
 * One delegate's link: its address, the messages that hand it out, and what was answered. `<link-dialog .congressId
 * .row>`; tells `form-closed`, `link-changed` and `last-day-wanted`.
 */
@customElement('link-dialog')
export class LinkDialog extends WordsElement {
  @property() congressId = ''
  @property({ attribute: false }) row: LinkSubject | undefined = undefined
  @state() private link: LinkRead | null = null
  @state() private failure: unknown = null
  /** Of which link, in which language, the address is shown. */
  #shown = ''

  static override styles = [
    ...controls,
    css`
      section {
        display: grid;
        gap: var(--space-2);
      }
      p {
        margin: 0;
      }
      .reports {
        display: grid;
        gap: var(--space);
        padding: var(--space-2);
        border: 1px solid var(--line);
        border-radius: var(--radius);
        background: var(--amber-soft);
      }
      textarea {
        background: var(--sunken);
      }
    `,
  ]

  protected override willUpdate(): void {
    const { row } = this
    const isOpen = row?.linkId && (row.state === 'issued' || row.state === 'opened') && row.standing !== 'withdrawn'
    const wanted = isOpen ? `${String(row.linkId)} ${String(row.version)} ${language()}` : ''
    if (wanted === this.#shown) return
    this.#shown = wanted
    this.link = null
    if (isOpen && row.linkId) void this.#fetch(row.linkId)
  }

  async #fetch(linkId: string): Promise<void> {
    try {
      this.link = await api.readLink(linkId, language())
      this.failure = null
    } catch (error) {
      this.failure = error
    }
  }

  override render() {
    const { row } = this
    if (!row) return nothing
    const { common, delegateLinks: text } = words()
    const close = () => this.tell('form-closed')
    return html`<modal-dialog heading=${text.manage(row.name)} @dialog-closed=${close}>
      <section>
        ${this.failure === null ? nothing : html`<error-panel .error=${this.failure}></error-panel>`}
        ${(row.reports ?? []).length === 0 ? nothing : this.#reports(row)}
        ${(row.answer ?? null) === null ? nothing : this.#answer(row)}
        ${this.link ? this.#link(this.link, row) : this.#without(row)}
      </section>
      <div slot="actions">
        ${this.#actions(row)}
        <button class="button" @click=${close}>${common.close}</button>
      </div>
    </modal-dialog>`
  }

  #answer({ answer, answerReason = '', answeredAt = null, answeredBy = '' }: LinkSubject) {
    const { delegateLinks: text } = words()
    const when = answeredAt === null ? '' : formatInstant(answeredAt, zone, language())
    return html`<p>
      <strong>${text.dialog.answer}: ${text.answers[answer ?? 'none']}</strong
      >${when === '' ? nothing : html` (${when})`} ${answeredBy === '' ? nothing : text.dialog.answeredBy(answeredBy)}
      ${answerReason === '' ? nothing : html`<br />${text.dialog.reason}: ${answerReason}`}
    </p>`
  }

  #reports({ reports = [] }: LinkSubject) {
    const { dialog: text } = words().delegateLinks
    return html`<div class="reports">
      <strong>${text.reports}</strong>
      ${reports.map(
        ({ id, field, was, proposed, saidBy, version }) =>
          html`<div>
            <p>
              ${text.fields[field]}: ${text.wrong(was, proposed)}
              ${saidBy === '' ? nothing : html`<span class="small muted">(${text.saidBy(saidBy)})</span>`}
            </p>
            <div class="row">
              <button
                class="button small primary"
                @click=${() => this.#do(api.settleReport(id, 'taken', version), text.taken)}
              >
                ${icon('check')} ${text.take}
              </button>
              <button
                class="button small"
                @click=${() => this.#do(api.settleReport(id, 'set-aside', version), text.left)}
              >
                ${text.leave}
              </button>
            </div>
          </div>`,
      )}
    </div>`
  }

  #without({ linkId, state }: LinkSubject) {
    const { common, delegateLinks: text } = words()
    if (linkId === null) return html`<p class="muted">${text.dialog.without}</p>`
    return html`<p class="muted">
      ${state === 'revoked' || state === 'expired' ? text.dialog.closed : common.loading}
    </p>`
  }

  #link({ url, message, short }: LinkRead, { lastDay }: LinkSubject) {
    const { delegateLinks: text } = words()
    return html`
      <copy-field label=${text.dialog.address} value=${url}></copy-field>
      ${reachNote(url, { isForOutside: true })}
      <p class="small muted">
        ${text.dialog.secret}
        ${lastDay === null ? text.dialog.noLastDay : text.dialog.lastDay(formatShortDate(lastDay, language()))}
      </p>
      <div class="field">
        <label for="message">${text.dialog.message}</label>
        <textarea class="input" id="message" readonly rows="10" .value=${message}></textarea>
      </div>
      <div class="row">
        <button class="button small" @click=${() => this.#copy(message)}>
          ${icon('copy')} ${text.dialog.copyMessage}
        </button>
        <button class="button small" @click=${() => this.#copy(short)}>${icon('copy')} ${text.dialog.copyShort}</button>
        <a class="button small" target="_blank" href=${url}>${icon('external-link')} ${text.dialog.look}</a>
      </div>
    `
  }

  #actions({ id, linkId, version, state, standing }: LinkSubject) {
    const { delegateLinks: text } = words()
    if (standing === 'withdrawn') return nothing
    if (linkId === null || version === null) {
      return html`<button
        class="button primary"
        @click=${() => this.#do(this.#issue(id, standing === undefined), text.issued(1))}
      >
        ${icon('link')} ${text.issue}
      </button>`
    }
    const link = { id: linkId, version }
    return html`
      <button class="button" @click=${() => this.tell('last-day-wanted', this.row)}>
        ${icon('clock')} ${text.lastDay.button}
      </button>
      ${
        state === 'revoked'
          ? nothing
          : html`<button
              class="button"
              @click=${() => this.#do(api.revokeLinks(this.congressId, [link]), text.revoked(1))}
            >
              ${icon('ban')} ${text.revoke}
            </button>`
      }
      <button class="button" @click=${() => this.#do(api.renewLinks(this.congressId, [link]), text.renewed(1))}>
        ${icon('rotate-ccw')} ${text.renew}
      </button>
    `
  }

  #issue(id: string, isOfLiaison: boolean): Promise<unknown> {
    return isOfLiaison ? api.issueLiaisonLinks(this.congressId, [id]) : api.issueLinks(this.congressId, [id])
  }

  async #copy(text: string): Promise<void> {
    if (await copyText(text)) tellDone(words().delegateLinks.dialog.copied)
  }

  async #do(work: Promise<unknown>, sentence: string): Promise<void> {
    await did(work, sentence)
    this.tell('link-changed')
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'link-dialog': LinkDialog
  }
}
