import { css, html, nothing } from 'lit'
import { customElement, state } from 'lit/decorators.js'
import { formatDate } from '../../server/format/dates.ts'
import { clockOf, endOfSession, minutesOf } from '../../server/programme/rules.ts'
import {
  sessionKinds,
  type NewSession,
  type Programme,
  type ProgrammeItem,
  type ProgrammeSession,
  type ProgrammeTemplate,
} from '../../server/programme/schema.ts'
import { LiveController } from '../api/changes.ts'
import * as api from '../api/programme.ts'
import { CongressPage } from '../congresses/congress-page.ts'
import { did } from '../did.ts'
import { selectField, textField, dateField } from '../parts/field.ts'
import { Form } from '../parts/form.ts'
import { tellDone } from '../parts/toast-stack.ts'
import { tabStyles } from '../parts/tabs.ts'
import { controls } from '../style/controls.ts'
import { icon } from '../style/icons.ts'
import { language, words } from '../words/words.ts'
import './session-items.ts'
import type { ItemEdit } from './session-items.ts'
import '../parts/empty-state.ts'
import '../parts/modal-dialog.ts'

type Session = Programme['sessions'][number]

/** /congresses/:id/programme — sessions and items, edited where they stand. */
@customElement('programme-page')
export class ProgrammePage extends CongressPage {
  protected readonly tab = 'programme'
  @state() private programme: Programme | null = null
  @state() private templates: ProgrammeTemplate[] = []
  /** The session whose form is open; `new` = one to be added. */
  @state() private edited: ProgrammeSession | 'new' | null = null
  readonly #form = new Form<NewSession>(this, emptySession)

  constructor() {
    super()
    new LiveController(this, ['sessions', 'items'], () => void this.#fetch())
  }

  static override styles = [
    ...controls,
    tabStyles,
    css`
      .sessions {
        display: grid;
        gap: var(--space-2);
      }
      .session {
        border: 1px solid var(--line);
        border-inline-start: 4px solid var(--slate);
        border-radius: var(--radius);
        background: var(--surface);
        overflow: clip;
      }
      .session.official {
        border-inline-start-color: var(--red);
      }
      .session > header {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space) var(--space-2);
        align-items: baseline;
        padding: var(--space) var(--space-2);
        border-block-end: 1px solid var(--line);
        background: var(--sunken);
      }
      .session > header .when {
        flex: 1;
        min-inline-size: 12rem;
      }
      .session > footer {
        display: flex;
        flex-wrap: wrap;
        justify-content: space-between;
        gap: var(--space);
        padding: var(--space) var(--space-2);
        border-block-start: 1px solid var(--line);
      }
      .templates {
        display: grid;
        gap: var(--space);
        grid-template-columns: repeat(auto-fill, minmax(min(100%, 18rem), 1fr));
      }
      .templates .button {
        flex-direction: column;
        align-items: flex-start;
        text-align: start;
        padding: var(--space) var(--space-2);
      }
    `,
  ]

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
          ? html`<button class="button" @click=${() => this.#open('new')}>
              ${icon('plus')} ${programme.addSession}
            </button>`
          : nothing
      }
      <a
        class="button ${(this.programme?.sessions.length ?? 0) > 0 ? 'primary' : ''}"
        href=${`/api/congresses/${this.congressId}/papers/programme.pdf?language=${language()}`}
        target="_blank"
      >
        ${icon('printer')} ${programme.print}
      </a>
    `
  }

  protected override body() {
    if (!this.programme) {
      return this.failure === null
        ? html`<p class="muted">${words().common.loading}</p>`
        : html`<error-panel .error=${this.failure} retryable @retried=${() => this.#fetch()}></error-panel>`
    }
    const { sessions } = this.programme
    return html`
      ${sessions.length === 0 ? this.#empty() : html`<div class="sessions">${sessions.map((s) => this.#session(s))}</div>`}
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

  #session(session: Session) {
    const { programme } = words()
    const end = endOfSession(session.startsAt, session.items)
    const date = session.date === null ? programme.noDate : formatDate(session.date, language())
    const place = session.room === '' ? '' : ` · ${session.room}`
    return html`
      <section class="session ${session.kind}" aria-labelledby=${`title-${session.id}`}>
        <header>
          <h2 id=${`title-${session.id}`}>${session.title}</h2>
          <span class="when figures small">${date} · ${session.startsAt}–${clockOf(end)}${place}</span>
          ${this.may('secretariat') ? this.#sessionButtons(session) : nothing}
        </header>
        <session-items
          .session=${session}
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

  #sessionButtons(session: Session) {
    const { programme } = words()
    return html`
      <span class="row">
        <button
          class="button quiet small icon-only"
          aria-label=${`${programme.editSession}: ${session.title}`}
          title=${programme.editSession}
          @click=${() => this.#open(session)}
        >
          ${icon('pencil')}
        </button>
        <button
          class="button quiet small icon-only"
          aria-label=${`${programme.deleteSession}: ${session.title}`}
          title=${programme.deleteSession}
          @click=${() => this.#write(api.deleteSession(session.id, session.version), programme.done.sessionDeleted)}
        >
          ${icon('trash-2')}
        </button>
      </span>
    `
  }

  #dialog(edited: ProgrammeSession | 'new') {
    const { programme, common } = words()
    const form = this.#form
    return html`
      <modal-dialog
        heading=${edited === 'new' ? programme.addSession : programme.editSession}
        ?guarded=${form.isChanged}
        @dialog-closed=${() => (this.edited = null)}
      >
        <form class="form" id="session" @submit=${(event: SubmitEvent) => this.#save(event, edited)}>
          ${selectField(form, 'kind', {
            label: programme.kind,
            choices: sessionKinds.map((kind) => [kind, programme.kinds[kind]] as const),
          })}
          ${textField(form, 'title', { label: programme.title, maxLength: 300 })}
          <div class="columns">
            ${dateField(form, 'date', { label: programme.date, isOptional: true })}
            ${textField(form, 'startsAt', { label: programme.startsAt, type: 'time' })}
          </div>
          ${textField(form, 'room', { label: programme.room, help: programme.roomHelp, isOptional: true, maxLength: 200 })}
          <error-panel .error=${form.error}></error-panel>
        </form>
        <div slot="actions" class="form-actions">
          <button class="button" type="button" @click=${() => (this.edited = null)}>${common.cancel}</button>
          <button class="button primary" form="session" aria-busy=${form.isSending}>${common.save}</button>
        </div>
      </modal-dialog>
    `
  }

  #open(edited: ProgrammeSession | 'new'): void {
    const { kind, title, date, startsAt, room } = edited === 'new' ? this.#proposed() : edited
    this.#form.begin({ kind, title, date, startsAt, room })
    this.edited = edited
  }

  /** A new session begins where the last one of the programme ended, on the congress's day. */
  #proposed(): NewSession {
    const last = this.programme?.sessions.at(-1)
    const startsAt = last ? clockOf(endOfSession(last.startsAt, last.items)) : '07:30'
    const kind = 'official'
    return { kind, title: words().programme.kinds[kind], date: this.congress?.dateFrom ?? null, startsAt, room: '' }
  }

  async #save(event: SubmitEvent, edited: ProgrammeSession | 'new'): Promise<void> {
    event.preventDefault()
    const isSaved = await this.#form.submit((session) =>
      edited === 'new'
        ? api.createSession(this.congressId, session)
        : api.changeSession(edited.id, { ...session, version: edited.version }),
    )
    if (!isSaved) return
    tellDone(words().programme.done.sessionSaved)
    this.edited = null
    await this.#fetch()
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
    const { title, durationMinutes, fixedStart, presenter, note, version } = item
    const body = { title, durationMinutes, fixedStart, presenter, note, version, ...edit }
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

const emptySession: NewSession = { kind: 'official', title: '', date: null, startsAt: '07:30', room: '' }
