import { css, html, nothing } from 'lit'
import { customElement, state } from 'lit/decorators.js'
import type { WayOut } from '../../server/conflicts/schema.ts'
import { standingEvent } from '../../server/congresses/rules.ts'
import type { Congress, CongressEvent, CongressState } from '../../server/congresses/schema.ts'
import type { ResultOfCongress } from '../../server/results/schema.ts'
import type { Post } from '../../server/people/schema.ts'
import { addDays, formatShortDate } from '../../server/format/dates.ts'
import { LiveController } from '../api/changes.ts'
import { deleteCongress, listEvents, moveCongress } from '../api/congresses.ts'
import { findResult } from '../api/results.ts'
import { findProgramme } from '../api/programme.ts'
import { did } from '../did.ts'
import { askFirst } from '../parts/modal-dialog.ts'
import { stateLooks } from '../parts/state-badge.ts'
import { tabStyles } from '../parts/tabs.ts'
import { resultFacts } from '../results/result-facts.ts'
import { conflictsOf } from '../road/road-filter.ts'
import type { LoadedRoad } from '../road/road-source.ts'
import { navigate, ViewState } from '../router.ts'
import { controls } from '../style/controls.ts'
import { icon } from '../style/icons.ts'
import { language, words } from '../words/words.ts'
import { congressEvent } from './congress-event.ts'
import { congressFacts, factStyles } from './congress-facts.ts'
import { CongressPage } from './congress-page.ts'
import '../conflicts/conflict-list.ts'
import '../parts/file-list.ts'
import '../parts/more-actions.ts'
import { pathOfWay } from '../conflicts/path-of-way.ts'
import { upperList, upperOf, upperStyles } from './upper-congresses.ts'
import { shownTitle } from './shown-title.ts'
import '../calls/call-list.ts'
import '../results/close-dialog.ts'
import '../unit-lists/lists-to-send.ts'
import '../leaders/mention-list.ts'
import '../leaders/replace-leader-dialog.ts'
import './congress-form.ts'
import './leader-replacements.ts'
import './next-steps.ts'
import './state-dialog.ts'

/** /congresses/:id — what it is, what is missing, what to do next. */
@customElement('congress-overview-page')
export class CongressOverviewPage extends CongressPage {
  protected readonly tab = 'overview'
  readonly #view = new ViewState(this, { edit: '', post: '' })
  @state() private hasProgramme: boolean | null = null
  @state() private nextState: CongressState | null = null
  @state() private isClosing = false
  @state() private result: ResultOfCongress | null = null
  /** Its history, newest first. */
  @state() private events: readonly CongressEvent[] = []

  constructor() {
    super()
    new LiveController(this, ['congressEvents'], () => void this.#fetchEvents())
    new LiveController(this, ['results'], () => void this.#fetchResult())
    new LiveController(this, ['sessions'], () => void this.#fetchProgramme())
  }

  static override styles = [
    ...controls,
    tabStyles,
    factStyles,
    upperStyles,
    css`
      .scan {
        margin-block-start: var(--space-2);
      }
      .main {
        display: grid;
        grid-template-columns: minmax(0, 1fr) minmax(16rem, 22rem);
        gap: var(--space-2);
        align-items: start;
      }
      .side {
        display: grid;
        gap: var(--space-2);
      }
      .missing li {
        display: flex;
        gap: var(--space);
        padding-block: var(--space-half);
      }
      .missing .icon {
        margin-block-start: 0.2em;
        color: var(--amber);
      }
      .conflicts {
        border: 1px solid var(--line);
        border-radius: var(--radius);
        background: var(--surface);
      }
      .conflicts > h2 {
        padding: var(--space) var(--space-2);
        border-block-end: 1px solid var(--line);
      }
      @media (max-width: 900px) {
        .main {
          grid-template-columns: minmax(0, 1fr);
        }
      }
    `,
  ]

  override connectedCallback(): void {
    super.connectedCallback()
    void this.#fetchEvents()
    void this.#fetchProgramme()
    void this.#fetchResult()
  }

  /** Without its history the page says all the rest. */
  async #fetchEvents(): Promise<void> {
    this.events = await listEvents(this.congressId).catch(() => [])
  }

  async #fetchResult(): Promise<void> {
    this.result = await findResult(this.congressId).catch(() => null)
  }

  async #fetchProgramme(): Promise<void> {
    const programme = await findProgramme(this.congressId).catch(() => null)
    this.hasProgramme = programme && programme.sessions.length > 0
  }

  protected override actions(congress: Congress, loaded: LoadedRoad) {
    const { common, congresses } = words()
    if (!this.may('organizer')) return nothing
    return html`
      <button class="button" @click=${() => this.#view.set({ edit: 'all' })}>${icon('pencil')} ${common.edit}</button>
      <more-actions>
        <button class="button quiet" @click=${() => this.#delete(congress, loaded)}>
          ${icon('trash-2')} ${congresses.delete}
        </button>
      </more-actions>
    `
  }

  protected override body(congress: Congress, loaded: LoadedRoad) {
    const { conflicts } = words()
    const { open, accepted } = conflictsOf(loaded, new Set([congress.id]))
    const event = standingEvent(this.events)
    const replaced = this.#replaced(congress, loaded)
    return html`
      <lists-to-send></lists-to-send>
      <div class="main">
        <div class="stack">
          ${this.#whyPutOff(congress, event)} ${this.#next(congress, loaded.road.today)} ${this.#resultCard(congress)}
          ${congressFacts(congress, loaded, isPutOff(congress.state) ? undefined : event)}
          <leader-replacements .congressId=${congress.id}></leader-replacements>
          <mention-list .loaded=${loaded} .congressId=${congress.id}></mention-list>
          ${upperList(upperOf(loaded, congress.unitId), loaded)} ${this.#calls(congress, loaded)}
        </div>
        <div class="side">
          ${this.#missing(congress)}
          <section class="conflicts" aria-labelledby="conflicts">
            <h2 id="conflicts">
              ${conflicts.heading} ${open.length > 0 ? html`<span class="badge red">${open.length}</span>` : nothing}
            </h2>
            <conflict-list
              .loaded=${loaded}
              .conflicts=${open}
              .accepted=${accepted}
              .none=${conflicts.none}
              .ownId=${congress.id}
              @way-chosen=${({ detail }: CustomEvent<{ way: WayOut }>) => this.#follow(detail.way, congress, loaded)}
              @road-changed=${() => this.source.refetch()}
            ></conflict-list>
          </section>
        </div>
      </div>
      ${
        replaced
          ? html`<replace-leader-dialog
              .loaded=${loaded}
              .post=${replaced}
              .congressId=${congress.id}
              from=${congress.dateFrom ?? ''}
              @leader-replaced=${() => this.source.refetch()}
              @form-closed=${() => this.#view.set({ edit: '', post: '' })}
            ></replace-leader-dialog>`
          : nothing
      }
      ${
        this.#view.get('edit') !== '' && !replaced && this.may('organizer')
          ? html`<congress-form
              .loaded=${loaded}
              .congress=${congress}
              @form-closed=${() => this.#view.set({ edit: '' })}
              @congress-saved=${() => this.#saved()}
            ></congress-form>`
          : nothing
      }
      ${
        this.isClosing
          ? html`<close-dialog
              congressId=${congress.id}
              heading=${shownTitle(congress, loaded)}
              .position=${loaded.road.levels.find(({ id }) => id === congress.levelId)?.position ?? 0}
              @form-closed=${() => (this.isClosing = false)}
              @congress-saved=${() => this.#saved()}
            ></close-dialog>`
          : nothing
      }
      ${
        this.nextState === null
          ? nothing
          : html`<state-dialog
              .congress=${congress}
              heading=${shownTitle(congress, loaded)}
              .state=${this.nextState}
              @form-closed=${() => (this.nextState = null)}
              @congress-saved=${() => this.#saved()}
            ></state-dialog>`
      }
    `
  }

  /** The leader in whose place another one is to attend: named in the address, or the only one. */
  #replaced({ postIds }: Congress, loaded: LoadedRoad): Post | undefined {
    if (this.#view.get('edit') !== 'change-leader' || !this.may('organizer')) return undefined
    const named = this.#view.get('post')
    const [first] = postIds
    if (named !== '') return loaded.post(named)
    return first !== undefined && postIds.length === 1 ? loaded.post(first) : undefined
  }

  #saved(): void {
    this.nextState = null
    this.isClosing = false
    this.#view.set({ edit: '' })
    void this.#fetchResult()
    void this.source.refetch()
    void this.#fetchEvents()
  }

  #next(congress: Congress, today: string) {
    if (!this.may('organizer')) return nothing
    return html`<next-steps
      .congress=${congress}
      .today=${today}
      .hasProgramme=${this.hasProgramme}
      @step-chosen=${({ detail }: CustomEvent<CongressState>) => this.#step(detail, congress)}
    ></next-steps>`
  }

  /** That it was held is told together with what it brought. */
  #step(to: CongressState, { state }: Congress): void {
    if (mayClose(state) && to === 'held') this.isClosing = true
    else this.nextState = to
  }

  #resultCard({ id, state }: Congress) {
    const mayWrite = this.may('organizer') && state !== 'cancelled'
    const result = this.result?.result ?? null
    if (result === null && !mayWrite) return nothing
    const { results } = words()
    return html`<section class="card">
      <header class="row">
        <h2>${results.heading}</h2>
        ${
          mayWrite
            ? html`<button class="button small" @click=${() => (this.isClosing = true)}>
                ${icon('pencil')} ${result === null ? results.close : results.edit}
              </button>`
            : nothing
        }
      </header>
      ${
        result === null || this.result === null
          ? html`<p class="muted">${results.none}</p>`
          : resultFacts(result, this.result.kinds)
      }
      <div class="scan stack">
        <h3>${results.fields.scan}</h3>
        <file-list
          congressId=${id}
          owner="result"
          label=${results.fields.scan}
          ?writable=${this.may('secretariat')}
        ></file-list>
      </div>
    </section>`
  }

  #calls(congress: Congress, loaded: LoadedRoad) {
    const unit = loaded.unit(congress.unitId)
    if (!unit) return nothing
    return html`<call-list
      .unit=${unit}
      .congress=${{ id: congress.id, title: shownTitle(congress, loaded) }}
      ?writable=${this.may('secretariat')}
    ></call-list>`
  }

  /** Why it is postponed or cancelled, before anything else is done with it. */
  #whyPutOff({ state }: Congress, event: CongressEvent | undefined) {
    if (!event || !isPutOff(state)) return nothing
    const { hue, icon: name } = stateLooks[state]
    return html`<div class="notice ${hue}">
      ${icon(name)}
      <div>${congressEvent(event)}</div>
    </div>`
  }

  #missing(congress: Congress) {
    const { overview } = words().congresses
    const isOver = congress.state === 'held' || congress.state === 'reported' || congress.state === 'cancelled'
    if (isOver) return nothing
    const missing = [
      congress.dateFrom === null ? overview.noDate : '',
      congress.venueId === null ? overview.noVenue : '',
      congress.expectedDelegates === null ? overview.noDelegates : '',
      congress.postIds.length === 0 ? overview.noLeader : '',
    ].filter(Boolean)
    return html`
      <section class="card missing">
        <h2>${overview.missing}</h2>
        ${
          missing.length === 0 && this.hasProgramme !== false
            ? html`<p class="muted">${overview.nothingMissing}</p>`
            : html`<ul>
                ${missing.map((sentence) => html`<li>${icon('circle-alert')} ${sentence}</li>`)}
                ${
                  this.hasProgramme === false
                    ? html`<li>
                        ${icon('circle-alert')}
                        <a href=${`/congresses/${congress.id}/programme`}>${overview.noProgramme}</a>
                      </li>`
                    : nothing
                }
              </ul>`
        }
      </section>
    `
  }

  /** A slip must not take a programme, or the top of the road, with one press. */
  async #delete(congress: Congress, loaded: LoadedRoad): Promise<void> {
    const { id, version } = congress
    const { common, congresses } = words()
    const lower = loaded.road.congresses.filter(({ upperCongressId }) => upperCongressId === id).length
    const taken = congresses.deleteTakes(this.hasProgramme === true, lower)
    const heading = congresses.deleteHeading(shownTitle(congress, loaded))
    if (taken !== null && !(await askFirst({ heading, sentence: taken, action: common.delete }))) return
    const isDeleted = await did(
      deleteCongress(id, version).then(() => true),
      words().congresses.done.deleted,
    )
    if (isDeleted) await navigate('/congresses')
  }

  async #follow(way: WayOut, congress: Congress, loaded: LoadedRoad): Promise<void> {
    if (way.congressId !== congress.id) {
      await navigate(pathOfWay(way))
      return
    }
    if (way.kind !== 'move') {
      this.#view.set({ edit: way.kind, post: way.kind === 'change-leader' ? way.postId : '' })
      return
    }
    const placed = loaded.index.congresses.get(congress.id)
    const dateTo = addDays(way.date, placed?.hasDate ? placed.lastDay - placed.firstDay : 0)
    const change = { dateFrom: way.date, dateTo, weekOf: null, halfDay: way.halfDay, reason: '', paperNumber: '' }
    const moved = words().congresses.done.moved(shownTitle(congress, loaded), formatShortDate(way.date, language()))
    await did(moveCongress(congress.id, { ...change, version: congress.version }), moved)
    await Promise.all([this.source.refetch(), this.#fetchEvents()])
  }
}

/** What was reported goes back to held as a correction, and a cancelled one has nothing to tell. */
const mayClose = (state: CongressState): boolean => state !== 'cancelled' && state !== 'reported'

const isPutOff = (state: CongressState): boolean => state === 'postponed' || state === 'cancelled'
