import { html, nothing } from 'lit'
import { customElement, state } from 'lit/decorators.js'
import type { Congress } from '../../server/congresses/schema.ts'
import { clockOf, endOfSession } from '../../server/programme/rules.ts'
import type { ProgrammeConflict } from '../../server/programme/rules/conflicts.ts'
import type { NewSession, ProgrammeSession, ProgrammeTemplate, ProgrammeView } from '../../server/programme/schema.ts'
import { tablesOfAssignments } from '../api/assignments.ts'
import { LiveController } from '../api/changes.ts'
import { paperPath } from '../api/documents.ts'
import * as api from '../api/programme.ts'
import { CongressPage } from '../congresses/congress-page.ts'
import { shownTitle } from '../congresses/shown-title.ts'
import { did } from '../did.ts'
import { tabStyles } from '../parts/tabs.ts'
import type { LoadedRoad } from '../road/road-source.ts'
import { ViewState } from '../router.ts'
import { controls } from '../style/controls.ts'
import { icon } from '../style/icons.ts'
import { language, words } from '../words/words.ts'
import { addressDefaults, type Desk } from './desk.ts'
import { clashedEdits, editClashStyles, withClash, type EditClash } from './edit-clash.ts'
import { headParts, moreParts, sights } from './page-parts.ts'
import { programmePageStyles } from './programme-page-style.ts'
import { judgeProgramme, placeOf, wordConflict } from './programme-conflicts.ts'
import './copy-dialog.ts'
import './session-dialog.ts'
import '../conflicts/accept-dialog.ts'
import '../parts/empty-state.ts'
import '../parts/more-actions.ts'

type Judged = ReturnType<typeof judgeProgramme>

/** /congresses/:id/programme — the programme of a congress in one of its views. */
@customElement('programme-page')
export class ProgrammePage extends CongressPage {
  protected readonly tab = 'programme'
  @state() private programme: ProgrammeView | null = null
  @state() private templates: ProgrammeTemplate[] = []
  /** The session whose form is open; `new` = one to be added. */
  @state() private edited: ProgrammeSession | 'new' | null = null
  #judged: Judged & { from: readonly unknown[] } = { from: [], open: [], accepted: [] }
  @state() private isCopying = false
  /** The conflict for whose acceptance the reason is being asked. */
  @state() private acceptedNow: ProgrammeConflict | null = null
  /** Of what two wrote: not settled yet. */
  @state() private clashes: readonly EditClash[] = []
  readonly #view = new ViewState(this, addressDefaults)

  constructor() {
    super()
    new LiveController(
      this,
      ['sessions', 'items', 'speakers', 'remarks', 'venues', 'bookings', 'delegates', ...tablesOfAssignments],
      () => void this.#fetch(),
    )
  }

  static override styles = [...controls, tabStyles, programmePageStyles, editClashStyles]

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

  protected override actions(congress: Congress, loaded: LoadedRoad) {
    const { programme } = words()
    const desk = this.#desk(congress, loaded)
    return html`
      ${
        this.may('secretariat')
          ? html`<button class="button" @click=${() => (this.edited = 'new')}>
              ${icon('plus')} ${programme.addSession}
            </button>`
          : nothing
      }
      <a
        class="button"
        href=${paperPath(this.congressId, 'programme', { language: language(), isSample: false })}
        target="_blank"
      >
        ${icon('printer')} ${programme.print}
      </a>
      ${desk === null ? nothing : headParts.map((part) => part(desk))}
      ${
        desk === null || (moreParts.length === 0 && !desk.mayEdit)
          ? nothing
          : html`<more-actions always>
              ${desk.mayEdit ? this.#copyButton() : nothing} ${moreParts.map((part) => part(desk))}
            </more-actions>`
      }
    `
  }

  protected override body(congress: Congress, loaded: LoadedRoad) {
    const desk = this.#desk(congress, loaded)
    if (desk === null) {
      return this.failure === null
        ? html`<p class="muted">${words().common.loading}</p>`
        : html`<error-panel .error=${this.failure} retryable @retried=${() => this.#fetch()}></error-panel>`
    }
    const { sessions, tray } = desk.programme
    return html`
      ${clashedEdits(desk, this.clashes, (settled) => {
        this.clashes = this.clashes.filter((each) => each !== settled)
      })}
      ${desk.get('release') === '' ? nothing : html`<release-sight .desk=${desk}></release-sight>`}
      ${desk.get('release') !== '' ? nothing : sessions.length === 0 && tray.length === 0 ? this.#empty() : this.#sight(desk)}
      ${this.edited === null ? nothing : this.#dialog(this.edited)}
      ${this.isCopying ? this.#copyDialog(congress, loaded) : nothing}
      ${this.acceptedNow === null ? nothing : this.#acceptDialog(this.acceptedNow, desk.programme)}
    `
  }

  #desk(congress: Congress, { road }: LoadedRoad): Desk | null {
    const { programme } = this
    if (programme === null) return null
    const rulesOff = this.rulesOff(congress)
    const { open, accepted } = this.#conflicts(programme, congress, rulesOff)
    return {
      ...{ programme, congress, rulesOff, today: road.today },
      conflicts: open,
      accepted,
      mayAccept: this.may('organizer'),
      accept: (conflict) => (this.acceptedNow = conflict),
      mayEdit: this.may('secretariat'),
      mayRelease: this.may('organizer'),
      get: (name) => this.#view.get(name),
      set: (changes, options) => this.#view.set(changes, options),
      write: (work, sentence) => this.#write(work, sentence),
      refresh: () => this.#fetch(),
      foresee: (foreseen) => (this.programme = foreseen),
      meet: (clash) => (this.clashes = withClash(this.clashes, clash)),
      editSession: (session) => (this.edited = session),
    }
  }

  /** Judged once for what is shown: a press of a button draws the page too. */
  #conflicts(programme: ProgrammeView, congress: Congress, rulesOff: readonly string[]): Judged {
    const acceptances = this.source.loaded?.road.acceptances ?? []
    const from = [programme, congress, rulesOff, acceptances]
    if (from.some((each, index) => each !== this.#judged.from[index])) {
      this.#judged = { from, ...judgeProgramme(programme, congress, { rulesOff, acceptances }) }
    }
    return this.#judged
  }

  #sight(desk: Desk) {
    const wanted = desk.get('view')
    const sight = sights.find(({ id }) => id === wanted) ?? sights[0]
    return html`
      <div class="tools">
        ${sight?.tools?.(desk) ?? nothing} ${sights.length > 1 ? this.#switch(desk, sight?.id ?? '') : nothing}
      </div>
      ${sight?.draw(desk)}
    `
  }

  #switch(desk: Desk, shown: string) {
    return html`<div class="segments" role="group" aria-label=${words().editor.viewsLabel}>
      ${sights.map(
        ({ id, word }, index) => html`
          <button
            aria-pressed=${id === shown}
            @click=${() => desk.set({ view: index === 0 ? '' : id }, { push: true })}
          >
            ${word()}
          </button>
        `,
      )}
    </div>`
  }

  #empty() {
    const { programme } = words()
    return html`
      <empty-state
        icon="calendar-clock"
        heading=${programme.empty}
        sentence=${this.may('secretariat') ? programme.emptyHelp : programme.emptyRead}
      >
        ${
          this.may('secretariat')
            ? html`<div class="templates" ?hidden=${this.templates.length === 0}>
                ${this.templates.map(
                  ({ id, name, nameEnglish, sessionCount, itemCount }) => html`
                    <button class="button" @click=${() => this.#start(id)}>
                      <strong>${language() === 'en' ? nameEnglish : name}</strong>
                      <span class="small muted">${programme.templateSize(sessionCount, itemCount)}</span>
                    </button>
                  `,
                )}
                ${this.#copyButton()}
              </div>`
            : nothing
        }
      </empty-state>
    `
  }

  #dialog(edited: ProgrammeSession | 'new') {
    const close = () => (this.edited = null)
    return html`<session-dialog
      congressId=${this.congressId}
      .session=${edited === 'new' ? null : edited}
      .proposed=${this.#proposed()}
      .places=${{
        venueId: this.congress?.venueId ?? null,
        rooms: this.programme?.venue?.rooms ?? [],
        outside: this.programme?.sessions.filter(({ isOutside }) => isOutside) ?? [],
      }}
      @form-closed=${close}
      @session-saved=${({ detail }: CustomEvent<ProgrammeSession>) => {
        close()
        void this.#fetch().then(() => this.#view.set({ at: detail.id, day: detail.date ?? '' }))
      }}
    ></session-dialog>`
  }

  #copyButton() {
    return html`<button class="button copy" @click=${() => (this.isCopying = true)}>
      ${icon('copy')} ${words().editor.copy.open}
    </button>`
  }

  #copyDialog(congress: Congress, loaded: LoadedRoad) {
    const close = () => (this.isCopying = false)
    const congresses = [congress, ...loaded.road.congresses.filter(({ id }) => id !== congress.id)]
    return html`<copy-dialog
      .congress=${congress}
      .congresses=${congresses.map((each) => ({ id: each.id, name: shownTitle(each, loaded) }))}
      @form-closed=${close}
      @programme-copied=${() => {
        close()
        void this.#fetch()
      }}
    ></copy-dialog>`
  }

  #acceptDialog(conflict: ProgrammeConflict, programme: ProgrammeView) {
    return html`<accept-dialog
      .conflict=${{ ...conflict, congressId: this.congressId }}
      sentence=${`${placeOf(conflict, programme)}: ${wordConflict(conflict, programme)}`}
      @form-closed=${() => (this.acceptedNow = null)}
      @road-changed=${() => this.source.refetch()}
    ></accept-dialog>`
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
