import { css, html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { formatInstant, formatShortDate } from '../../server/format/dates.ts'
import { proposedName, shownName } from '../../server/releases/rules/names.ts'
import { findChanges } from '../../server/releases/rules/changes.ts'
import type { TellableProgramme } from '../../server/releases/rules/told.ts'
import type { Release, ReleaseRead } from '../../server/releases/schema.ts'
import {
  changesPath,
  correctRelease,
  listReleases,
  readRelease,
  releasedProgrammePath,
  takeIntoDraft,
} from '../api/releases.ts'
import { did } from '../did.ts'
import { WordsElement } from '../parts/element.ts'
import { areaField } from '../parts/field.ts'
import { Form } from '../parts/form.ts'
import { tellNote } from '../parts/toast-stack.ts'
import { controls } from '../style/controls.ts'
import { icon } from '../style/icons.ts'
import { language, words } from '../words/words.ts'
import { changeListStyles, differenceList, nothingReleased } from './change-list.ts'
import './told-list.ts'
import '../parts/empty-state.ts'
import '../parts/error-panel.ts'
import '../parts/modal-dialog.ts'

/**
 * All releases of a congress, the newest first: what each changed, against any other, who is told, printed, and put right
 * by a correction, read whole and taken back into the draft: `<releases-dialog .congressId .draft .today ?mayRelease
 * ?mayTell>`. Tells `programme-released`, `release-wanted` with its id, `draft-changed`, `public-page-wanted` and `form-closed`.
 */
@customElement('releases-dialog')
export class ReleasesDialog extends WordsElement {
  @property() congressId = ''
  @property({ attribute: false }) draft!: TellableProgramme
  /** Of the cycle. */
  @property() today = ''
  @property({ type: Boolean }) mayRelease = false
  @property({ type: Boolean }) mayTell = false
  @state() private releases: readonly Release[] | null = null
  @state() private shown: ReleaseRead | null = null
  /** The one that was asked for last: what another offers cannot be pressed until this one is there. */
  @state() private wantedId = ''
  /** What the shown one is set beside; null = nothing was released before it. */
  @state() private other: ReleaseRead | null = null
  @state() private isCorrecting = false
  @state() private failure: unknown = null
  readonly #form = new Form(this, { reason: '' })

  static override styles = [
    ...controls,
    changeListStyles,
    css`
      .parts {
        display: grid;
        grid-template-columns: minmax(12rem, 1fr) minmax(0, 3fr);
        gap: var(--space-3);
      }
      .list {
        margin: 0;
        padding: 0;
        list-style: none;
      }
      .list button {
        display: grid;
        gap: 0.125rem;
        inline-size: 100%;
        padding: var(--space);
        border: 0;
        border-inline-start: 4px solid transparent;
        background: none;
        color: inherit;
        font: inherit;
        text-align: start;
        cursor: pointer;
      }
      .list button:hover {
        background: var(--sunken);
      }
      .list [aria-current='true'] {
        border-color: var(--red);
        background: var(--sunken);
      }
      .shown {
        display: grid;
        align-content: start;
        gap: var(--space-2);
        min-inline-size: 0;
      }
      .shown h3 {
        margin: 0;
        font-size: 1.125rem;
      }
      select {
        min-block-size: 2.25rem;
        padding: 0 var(--space);
        border: 1px solid var(--line-control);
        border-radius: var(--radius);
        background: var(--surface);
        color: inherit;
        font: inherit;
      }
      .changes {
        margin-block-start: var(--space);
      }
      .note {
        font-size: var(--size-dense);
        white-space: pre-line;
      }
      .correction {
        display: grid;
        gap: var(--space-2);
      }
      .correction p {
        margin: 0;
      }
      public-page {
        display: block;
        margin-block-start: var(--space-3);
      }
      @media (max-width: 700px) {
        .parts {
          grid-template-columns: minmax(0, 1fr);
        }
      }
    `,
  ]

  override connectedCallback(): void {
    super.connectedCallback()
    void this.#fetch()
  }

  async #fetch(): Promise<void> {
    try {
      this.releases = await listReleases(this.congressId)
    } catch (error) {
      this.failure = error
      return
    }
    const [newest] = this.releases
    if (newest) await this.#show(newest)
  }

  async #show({ id, number }: Release): Promise<void> {
    this.wantedId = id
    this.failure = null
    const former = this.releases?.find((release) => release.number === number - 1)
    try {
      const [shown, other] = await Promise.all([readRelease(id), former ? readRelease(former.id) : null])
      if (id !== this.wantedId) return
      this.shown = shown
      this.other = other
      this.isCorrecting = false
    } catch (error) {
      if (id !== this.wantedId) return
      this.failure = error
      this.wantedId = this.shown?.id ?? ''
    }
  }

  override render() {
    const text = words().releases
    return html`<modal-dialog
      wide
      heading=${text.open}
      ?guarded=${this.isCorrecting && this.#form.isChanged}
      @dialog-closed=${() => this.tell('form-closed')}
    >
      ${this.failure === null ? nothing : html`<error-panel .error=${this.failure}></error-panel>`}
      ${
        this.releases?.length === 0
          ? html`<empty-state icon="file-text" heading=${text.none} sentence=${text.noneHelp}></empty-state>`
          : html`<div class="parts">${this.#list()} ${this.shown === null ? nothing : this.#shown(this.shown)}</div>`
      }
      <div slot="actions" class="form-actions">
        <button class="button" @click=${() => this.tell('public-page-wanted')}>
          ${icon('external-link')} ${text.publicPage}
        </button>
        <button class="button" @click=${() => this.tell('form-closed')}>${words().common.close}</button>
      </div>
    </modal-dialog>`
  }

  #list() {
    const text = words().releases
    return html`<ul class="list">
      ${(this.releases ?? []).map(
        (release, index) =>
          html`<li>
            <button aria-current=${release.id === this.wantedId} @click=${() => this.#show(release)}>
              <span class="row">
                <strong>${shownName(release, language())}</strong>
                ${index === 0 ? html`<span class="badge green">${icon('circle-check')}${text.inForce}</span>` : nothing}
                ${
                  release.kind === 'correction'
                    ? html`<span class="badge amber">${icon('undo-2')}${text.correction}</span>`
                    : nothing
                }
              </span>
              <span class="small muted">
                ${formatShortDate(release.day, language())} ·
                ${release.number === 1 ? text.first : text.changes(release.changeCount)}
              </span>
            </button>
          </li>`,
      )}
    </ul>`
  }

  #shown(shown: ReleaseRead) {
    const text = words().releases
    const zone = Intl.DateTimeFormat().resolvedOptions().timeZone
    const isNewest = shown.id === this.releases?.[0]?.id
    const isBefore = (this.other?.number ?? 0) === shown.number - 1
    return html`<section class="shown" aria-labelledby="shown" ?inert=${shown.id !== this.wantedId}>
      <div>
        <h3 id="shown">${shownName(shown, language())}</h3>
        <span class="small muted">${text.by(shown.accountName, formatInstant(shown.at, zone, language()))}</span>
      </div>
      ${shown.note === '' ? nothing : html`<p class="note">${shown.note}</p>`}
      ${isNewest && shown.kind === 'correction' ? this.#draftDiffers(shown) : nothing}
      <div class="row">
        <button class="button small" @click=${() => this.tell('release-wanted', { id: shown.id })}>
          ${icon('eye')} ${text.read}
        </button>
        <a class="button small" target="_blank" href=${releasedProgrammePath(shown.id, language())}>
          ${icon('printer')} ${text.printProgramme}
        </a>
        <a class="button small" target="_blank" href=${changesPath(shown.id, this.other?.id ?? null, language())}>
          ${icon('printer')} ${text.printChanges}
        </a>
        ${
          isNewest && this.mayRelease
            ? html`<button class="button small" @click=${() => this.#beginCorrection()}>
                ${icon('undo-2')} ${text.correct}
              </button>`
            : nothing
        }
        ${this.#mayTake(shown) && !(isNewest && shown.kind === 'correction') ? this.#takeButton(shown) : nothing}
      </div>
      ${this.isCorrecting ? this.#correction(shown) : nothing} ${this.#compared(shown)}
      ${
        this.mayTell && isBefore
          ? html`<told-list .release=${shown} .former=${this.other?.content ?? nothingReleased}></told-list>`
          : nothing
      }
    </section>`
  }

  /** A correction leaves the draft as it is: with what was wrong in it. */
  #draftDiffers(shown: ReleaseRead) {
    if (!this.#mayTake(shown)) return nothing
    const count = findChanges(shown.content, this.draft).length
    return html`<div class="notice amber">
      ${icon('triangle-alert')}
      <div>
        <p>${words().releases.draftDiffers(count)}</p>
        ${this.#takeButton(shown)}
      </div>
    </div>`
  }

  #mayTake({ content }: ReleaseRead): boolean {
    return this.mayTell && content.sessions.length > 0 && findChanges(content, this.draft).length > 0
  }

  #takeButton({ id, number }: ReleaseRead) {
    const { take, taken } = words().releases
    return html`<button
      class="button small"
      @click=${async () => {
        if (await did(takeIntoDraft(id), taken(number))) this.tell('draft-changed')
      }}
    >
      ${icon('rotate-ccw')} ${take(number)}
    </button>`
  }

  #compared(shown: ReleaseRead) {
    const text = words().releases
    const others = (this.releases ?? []).filter(({ id }) => id !== shown.id)
    const content = differenceList(this.other?.content ?? nothingReleased, shown.content)
    if (others.length === 0) return html`<section>${content}</section>`
    return html`<section>
      <label class="row">
        <strong>${text.compare}</strong>
        <select @change=${(event: Event) => this.#compare((event.target as HTMLSelectElement).value)}>
          <option value="" ?selected=${this.other === null}>${text.nothing}</option>
          ${others.map(
            (each) =>
              html`<option value=${each.id} ?selected=${each.id === this.other?.id}>
                ${shownName(each, language())}
              </option>`,
          )}
        </select>
      </label>
      ${content}
    </section>`
  }

  async #compare(id: string): Promise<void> {
    try {
      this.other = id === '' ? null : await readRelease(id)
    } catch (error) {
      this.failure = error
    }
  }

  #beginCorrection(): void {
    this.#form.begin({ reason: '' })
    this.isCorrecting = true
  }

  #correction(shown: ReleaseRead) {
    const { common, releases: text } = words()
    const form = this.#form
    const former = this.releases?.find(({ number }) => number === shown.number - 1)
    return html`<form class="form notice amber" @submit=${(event: SubmitEvent) => this.#correct(event, shown)}>
      <div class="correction">
        <p>${former ? text.correctHelp(shownName(former, language())) : text.correctFirst}</p>
        ${areaField(form, 'reason', { label: text.reason, maxLength: 2000 })}
        <error-panel .error=${form.error}></error-panel>
        <div class="row">
          <button class="button primary small" aria-busy=${form.isSending}>${text.correct}</button>
          <button class="button small" type="button" @click=${() => (this.isCorrecting = false)}>
            ${common.cancel}
          </button>
        </div>
      </div>
    </form>`
  }

  async #correct(event: SubmitEvent, { id, number }: ReleaseRead): Promise<void> {
    event.preventDefault()
    const { releases: text, errors } = words()
    if (!this.#form.refuse(this.#form.values.reason.trim() === '' ? { reason: errors.rules.required } : {})) return
    const name = proposedName({ kind: 'correction', number: number + 1 }, language())
    const isDone = await this.#form.submit(async ({ reason }) => {
      await correctRelease(id, { name, reason, day: this.today })
    })
    if (!isDone) return
    tellNote(text.correctedDone)
    this.tell('programme-released')
    await this.#fetch()
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'releases-dialog': ReleasesDialog
  }
}
