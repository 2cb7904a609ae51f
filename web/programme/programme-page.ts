import { html, nothing, type PropertyValues } from 'lit'
import { customElement, state } from 'lit/decorators.js'
import type { Congress } from '../../server/congresses/schema.ts'
import { formatDate } from '../../server/format/dates.ts'
import { clockOf, endOfSession, minutesOf } from '../../server/programme/rules.ts'
import { squeezeSession } from '../../server/programme/rules/arrange.ts'
import type { ProgrammeConflict } from '../../server/programme/rules/conflicts.ts'
import type {
  NewSession,
  Programme,
  ProgrammeItem,
  ProgrammeSession,
  ProgrammeTemplate,
  ProgrammeView,
} from '../../server/programme/schema.ts'
import { LiveController } from '../api/changes.ts'
import { paperPath } from '../api/documents.ts'
import * as api from '../api/programme.ts'
import { CongressPage } from '../congresses/congress-page.ts'
import { did } from '../did.ts'
import { tabStyles } from '../parts/tabs.ts'
import { ViewState } from '../router.ts'
import { controls } from '../style/controls.ts'
import { icon } from '../style/icons.ts'
import { language, translated, words } from '../words/words.ts'
import { tellNote } from '../parts/toast-stack.ts'
import { conflictList, conflictListStyles } from './conflict-list.ts'
import { programmeStyles } from './programme-page-style.ts'
import type { ItemEdit } from './session-items.ts'
import { conflictsOf, wordConflict } from './programme-conflicts.ts'
import './session-dialog.ts'
import './session-items.ts'
import '../parts/empty-state.ts'

type Session = Programme['sessions'][number]

/** /congresses/:id/programme — sessions and items, edited where they stand. */
@customElement('programme-page')
export class ProgrammePage extends CongressPage {
  protected readonly tab = 'programme'
  @state() private programme: ProgrammeView | null = null
  @state() private templates: ProgrammeTemplate[] = []
  /** The session whose form is open; `new` = one to be added. */
  @state() private edited: ProgrammeSession | 'new' | null = null
  /** `at`: the item or session that a link leads to. */
  readonly #view = new ViewState(this, { at: '' })
  #revealed = ''

  constructor() {
    super()
    new LiveController(this, ['sessions', 'items'], () => void this.#fetch())
  }

  static override styles = [...controls, tabStyles, conflictListStyles, programmeStyles]

  override connectedCallback(): void {
    super.connectedCallback()
    void this.#fetch()
  }

  async #fetch(): Promise<void> {
    try {
      this.programme = await api.findProgramme(this.congressId)
      this.failure = null
      if (this.programme.sessions.length === 0 && this.templates.length === 0) {
        this.templates = await api.listProgrammeTemplates()
      }
    } catch (error) {
      this.failure = error
    }
  }

  protected override actions() {
    const { programme } = words()
    return html`
      ${
        this.may('secretariat')
          ? html`<button class="button" @click=${() => (this.edited = 'new')}>
              ${icon('plus')} ${programme.addSession}
            </button>`
          : nothing
      }
      <a
        class="button ${(this.programme?.sessions.length ?? 0) > 0 ? 'primary' : ''}"
        href=${paperPath(this.congressId, 'programme', { language: language(), isSample: false })}
        target="_blank"
      >
        ${icon('printer')} ${programme.print}
      </a>
    `
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed)
    const at = this.#view.get('at')
    if (at === this.#revealed || !this.programme || !this.congress) return
    this.#revealed = at
    void this.#reveal(at)
  }

  /** Brings the item or session into sight. */
  async #reveal(at: string): Promise<void> {
    const session = this.programme?.sessions.find(({ id, items }) => id === at || items.some((item) => item.id === at))
    if (!session) return
    const place = this.renderRoot.querySelector(`#session-${session.id}`)
    if (session.id === at) place?.scrollIntoView({ block: 'center' })
    else await place?.querySelector('session-items')?.reveal(at)
  }

  protected override body(congress: Congress) {
    if (!this.programme) {
      return this.failure === null
        ? html`<p class="muted">${words().common.loading}</p>`
        : html`<error-panel .error=${this.failure} retryable @retried=${() => this.#fetch()}></error-panel>`
    }
    const { sessions } = this.programme
    const rulesOff = this.rulesOff(congress)
    const conflicts = conflictsOf(this.programme, congress, rulesOff)
    return html`
      ${conflictList(this.programme, congress, rulesOff)}
      ${
        sessions.length === 0
          ? this.#empty()
          : html`<div class="sessions">${sessions.map((session) => this.#session(session, conflicts))}</div>`
      }
      ${this.edited === null ? nothing : this.#dialog(this.edited)}
    `
  }

  #empty() {
    const { programme } = words()
    return html`
      <empty-state icon="calendar-clock" heading=${programme.empty} sentence=${programme.emptyHelp}>
        ${
          this.may('secretariat')
            ? html`<div class="templates">
                ${this.templates.map(
                  ({ id, name, nameEnglish, sessionCount, itemCount }) => html`
                    <button class="button" @click=${() => this.#start(id)}>
                      <strong>${language() === 'en' ? nameEnglish : name}</strong>
                      <span class="small muted">${programme.templateSize(sessionCount, itemCount)}</span>
                    </button>
                  `,
                )}
              </div>`
            : nothing
        }
      </empty-state>
    `
  }

  #session(session: Session, conflicts: readonly ProgrammeConflict[]) {
    const { programme } = words()
    const end = endOfSession(session.startsAt, session.items)
    const date = session.date === null ? programme.noDate : formatDate(session.date, language())
    const lateness = end > 24 * 60 ? ` (${programme.nextDay})` : ''
    const place = session.room === '' ? '' : ` · ${session.room}`
    const own = conflicts.filter(({ sessionId }) => sessionId === session.id)
    return html`
      <section class="session ${session.kind}" id=${`session-${session.id}`} aria-labelledby=${`title-${session.id}`}>
        <header>
          <h2 id=${`title-${session.id}`}>${translated(session.title)}</h2>
          <span class="when figures small">${date} · ${session.startsAt}–${clockOf(end)}${lateness}${place}</span>
          ${this.may('secretariat') ? this.#sessionButtons(session) : nothing}
          ${own.filter(({ itemId }) => itemId === null).map((conflict) => this.#sessionConflict(conflict, session))}
        </header>
        <session-items
          .session=${session}
          .warnings=${this.#warningsOf(own)}
          shownId=${this.#view.get('at')}
          .isReadOnly=${!this.may('secretariat')}
          @item-edited=${({ detail }: CustomEvent<{ item: ProgrammeItem; edit: ItemEdit }>) =>
            this.#changeItem(detail.item, detail.edit)}
          @item-deleted=${({ detail }: CustomEvent<{ item: ProgrammeItem }>) => this.#deleteItem(detail.item)}
          @items-ordered=${({ detail }: CustomEvent<{ itemIds: string[]; items: ProgrammeItem[] }>) =>
            this.#order(session, detail)}
        ></session-items>
        <footer>
          ${
            this.may('secretariat')
              ? html`<button class="button small" @click=${() => this.#addItem(session)}>
                  ${icon('plus')} ${programme.addItem}
                </button>`
              : html`<span></span>`
          }
          <span class="small muted figures"> ${programme.ends(clockOf(end), end - minutesOf(session.startsAt))} </span>
        </footer>
      </section>
    `
  }

  #warningsOf(conflicts: readonly ProgrammeConflict[]): ReadonlyMap<string, readonly string[]> {
    const warnings = new Map<string, string[]>()
    for (const conflict of conflicts) {
      if (conflict.itemId === null || !this.programme) continue
      const sentence = wordConflict(conflict, this.programme)
      warnings.set(conflict.itemId, [...(warnings.get(conflict.itemId) ?? []), sentence])
    }
    return warnings
  }

  #sessionConflict(conflict: ProgrammeConflict, session: Session) {
    if (!this.programme) return nothing
    return html`<p class="doubt small">
      ${icon('triangle-alert')} ${wordConflict(conflict, this.programme)}
      ${
        conflict.wayOut === 'squeeze' && this.may('secretariat')
          ? html`<button class="button small" @click=${() => this.#squeeze(session)}>
              ${words().programme.squeeze}
            </button>`
          : nothing
      }
    </p>`
  }

  /** Shortens the items of a session so that it ends when it must. */
  async #squeeze(session: Session): Promise<void> {
    if (!this.programme) return
    const { squeezed, squeezeShort } = words().programme
    const { arrangement, missingMinutes } = squeezeSession(this.programme, session)
    const isDone =
      arrangement.items.length === 0 || (await this.#write(api.arrange(this.congressId, arrangement), squeezed))
    if (isDone && missingMinutes > 0) tellNote(squeezeShort(missingMinutes))
  }

  #sessionButtons(session: Session) {
    const { programme } = words()
    return html`
      <span class="row">
        <button
          class="button quiet small icon-only"
          aria-label=${`${programme.editSession}: ${translated(session.title)}`}
          title=${programme.editSession}
          @click=${() => (this.edited = session)}
        >
          ${icon('pencil')}
        </button>
        <button
          class="button quiet small icon-only"
          aria-label=${`${programme.deleteSession}: ${translated(session.title)}`}
          title=${programme.deleteSession}
          @click=${() => this.#write(api.deleteSession(session.id, session.version), programme.done.sessionDeleted)}
        >
          ${icon('trash-2')}
        </button>
      </span>
    `
  }

  #dialog(edited: ProgrammeSession | 'new') {
    const close = () => (this.edited = null)
    return html`<session-dialog
      congressId=${this.congressId}
      .session=${edited === 'new' ? null : edited}
      .proposed=${this.#proposed()}
      @form-closed=${close}
      @session-saved=${() => {
        close()
        void this.#fetch()
      }}
    ></session-dialog>`
  }

  /** A new session begins where the last one of the programme ended, on the congress's day. */
  #proposed(): NewSession {
    const last = this.programme?.sessions.at(-1)
    const startsAt = last ? clockOf(endOfSession(last.startsAt, last.items)) : '07:30'
    const kind = 'official'
    return { kind, title: words().programme.kinds[kind], date: this.congress?.dateFrom ?? null, startsAt, room: '' }
  }

  async #start(templateId: string): Promise<void> {
    await this.#write(api.startFromTemplate(this.congressId, templateId), words().programme.done.started)
  }

  async #addItem(session: Session): Promise<void> {
    const item = { title: words().programme.item, durationMinutes: 10, fixedStart: null, presenter: '', note: '' }
    const added = await this.#write(
      api.createItem(session.id, { ...item, position: null }),
      words().programme.done.itemAdded,
    )
    if (!added) return
    await this.updateComplete
    const list = [...this.renderRoot.querySelectorAll('session-items')].find((each) => each.session.id === session.id)
    await list?.updateComplete
    const field = [...(list?.renderRoot.querySelectorAll<HTMLTextAreaElement>('.content textarea:first-child') ?? [])]
    field.at(-1)?.select()
  }

  async #changeItem(item: ProgrammeItem, edit: ItemEdit): Promise<void> {
    const { kind, title, durationMinutes, fixedStart, presenter, note, version } = item
    const body = { kind, title, durationMinutes, fixedStart, presenter, note, version, ...edit }
    await this.#write(api.changeItem(item.id, body), words().programme.done.itemSaved)
  }

  async #deleteItem({ id, version }: ProgrammeItem): Promise<void> {
    await this.#write(api.deleteItem(id, version), words().programme.done.itemDeleted)
  }

  /** Shows the new order at once; the server's answer confirms it or puts it back. */
  async #order(session: Session, { itemIds, items }: { itemIds: string[]; items: ProgrammeItem[] }): Promise<void> {
    if (this.programme) {
      const sessions = this.programme.sessions.map((each) => (each.id === session.id ? { ...each, items } : each))
      this.programme = { ...this.programme, sessions }
    }
    await this.#write(api.orderItems(session.id, { itemIds }), words().programme.done.ordered)
  }

  async #write(work: Promise<unknown>, sentence: string): Promise<boolean> {
    const isDone =
      (await did(
        work.then(() => true),
        sentence,
      )) === true
    await this.#fetch()
    return isDone
  }
}
