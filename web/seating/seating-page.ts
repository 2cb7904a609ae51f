import { html, nothing, type PropertyValues } from 'lit'
import { customElement, query, state } from 'lit/decorators.js'
import { isMatch } from '../../server/format/search.ts'
import { indexHall, type IndexedHall } from '../../server/halls/rules/indexed.ts'
import type { SeatingBoard, SeatingOverview, SeatingPlan } from '../../server/seating/schema.ts'
import { LiveController } from '../api/changes.ts'
import * as api from '../api/seating.ts'
import { CongressPage } from '../congresses/congress-page.ts'
import { chipSelect } from '../parts/chip-select.ts'
import { tabStyles } from '../parts/tabs.ts'
import { tinted } from '../parts/tinted.ts'
import { tellDone, tellError, tellNote } from '../parts/toast-stack.ts'
import { ViewState } from '../router.ts'
import type { SeatMap } from '../seats/seat-map.ts'
import type { SeatsDropped, SeatsPicked, SeatTold } from '../seats/seat-map-types.ts'
import { controls } from '../style/controls.ts'
import { icon } from '../style/icons.ts'
import { words } from '../words/words.ts'
import { areCarried, carriedPeople } from './dragged.ts'
import { actOfLocking, actOfMove, actOfTakingOff, type SeatAct } from './seat-acts.ts'
import { coloursOf, coloursOfDelegations, overlays, type Overlay } from './seat-colours.ts'
import { delegationName, personAt, stateOf, type SeatState } from './seat-state.ts'
import { seatingPageStyle } from './seating-page-style.ts'
import '../parts/empty-state.ts'
import '../seats/seat-map.ts'
import './plan-dialog.ts'
import './release-dialog.ts'
import './seat-details.ts'
import './seat-people.ts'
import './seat-table.ts'

type Open =
  { kind: 'plan'; plan: SeatingPlan | null } | { kind: 'release' } | { kind: 'auto' } | { kind: 'needs'; id: string }

const nobodyWrong: ReadonlySet<string> = new Set()

/** /congresses/:id/seating — who sits where: the map between the people of the list and what is chosen on it. */
@customElement('seating-page')
export class SeatingPage extends CongressPage {
  protected readonly tab = 'seating'
  readonly #view = new ViewState(this, {
    plan: '',
    phase: '',
    by: 'delegation',
    from: 'hall',
    show: 'map',
    q: '',
    who: '',
  })
  @state() private overview: SeatingOverview | null = null
  @state() private board: SeatingBoard | null = null
  @state() private hall: IndexedHall | null = null
  @state() private open: Open | null = null
  /** Who is being moved without a drag: the next seat that is chosen takes them. */
  @state() private carried: readonly string[] = []
  @state() private selected: ReadonlySet<number> = new Set()
  @state() private focused = -1
  @query('seat-map') private readonly map!: SeatMap | null
  #hallKey = ''
  #fetches = 0
  #writes: Promise<unknown> = Promise.resolve()
  #seats: SeatState | null = null

  constructor() {
    super()
    new LiveController(this, [...api.tablesOfSeating, api.tableOfPlaces], ({ congressId, tables }) => {
      if (congressId !== null && congressId !== this.congressId) return
      const areOnlyPlaces = tables.length > 0 && tables.every((table) => table === api.tableOfPlaces)
      if (areOnlyPlaces) void this.#fetchPlaces()
      else void this.#fetch()
    })
  }

  static override styles = [...controls, tabStyles, seatingPageStyle]

  override connectedCallback(): void {
    super.connectedCallback()
    void this.#fetch()
  }

  async #fetch(): Promise<void> {
    this.#fetches += 1
    const asked = this.#fetches
    try {
      await this.#writes
      const overview = await api.findSeating(this.congressId)
      const wanted = overview.plans.find(({ id }) => id === this.#view.get('plan')) ?? overview.plans[0]
      const board = wanted ? await api.findSeatingBoard(this.congressId, wanted.id) : null
      const hall = board ? await this.#hallOf(board.plan) : null
      if (asked !== this.#fetches) return
      this.overview = overview
      this.#take(board, hall)
      this.failure = null
    } catch (error) {
      if (asked === this.#fetches) this.failure = error
    }
  }

  /** Of what others do most often only the places are fetched. */
  async #fetchPlaces(): Promise<void> {
    const { board } = this
    if (!board) return
    try {
      await this.#writes
      const { places } = await api.findSeatPlaces(this.congressId, board.plan.id)
      if (this.board?.plan.id === board.plan.id) this.#take({ ...this.board, places }, this.hall)
    } catch {
      // The next change, or whatever is done next, tells what is wrong.
    }
  }

  #take(board: SeatingBoard | null, hall: IndexedHall | null): void {
    if (board?.plan.id !== this.board?.plan.id || hall !== this.hall) {
      this.selected = new Set()
      this.focused = -1
    }
    this.board = board
    this.hall = hall
  }

  async #hallOf({ id, hallId, hallNumber }: SeatingPlan): Promise<IndexedHall> {
    const key = `${hallId} ${String(hallNumber)}`
    if (this.hall && this.#hallKey === key) return this.hall
    const { drawing } = await api.findSeatingHall(this.congressId, id)
    this.#hallKey = key
    return indexHall(drawing)
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed)
    const { board, hall } = this
    const phaseId = board?.plan.phases.find(({ id }) => id === this.#view.get('phase'))?.id ?? ''
    if (!board || !hall) this.#seats = null
    else if (this.#seats?.board !== board || this.#seats.hall !== hall || this.#seats.phaseId !== phaseId) {
      this.#seats = stateOf(board, hall, phaseId)
    }
  }

  get #mayWrite(): boolean {
    return this.may('secretariat')
  }

  protected override actions() {
    const { seating: text } = words()
    const { board } = this
    if (!board) return nothing
    const papers = `/congresses/${this.congressId}/papers?paper=seating-chart`
    return html`<a class="button" href=${papers}>${icon('printer')} ${text.print}</a> ${
        this.#mayWrite
          ? html`<button class="button" @click=${() => (this.open = { kind: 'auto' })}>
                ${icon('sparkles')} ${text.auto}
              </button>
              <button class="button primary" @click=${() => (this.open = { kind: 'release' })}>
                ${text.release(board.plan.releasedNumber + 1)}
              </button>`
          : nothing
      }`
  }

  protected override body() {
    const { common } = words()
    const { overview } = this
    if (!overview) {
      return this.failure === null
        ? html`<p class="muted">${common.loading}</p>`
        : html`<error-panel .error=${this.failure} retryable @retried=${() => this.#fetch()}></error-panel>`
    }
    return html`${this.#seats ? this.#seated(this.#seats) : this.#nothingYet(overview)} ${this.#dialog(overview)}`
  }

  #nothingYet({ halls, venueId, people }: SeatingOverview) {
    const { seating: text } = words()
    if (people === 0) {
      return html`<empty-state icon="users-round" heading=${text.nobody} sentence=${text.nobodyHelp}>
        <a class="button" href=${`/congresses/${this.congressId}/delegates`}>${text.toDelegates}</a>
      </empty-state>`
    }
    if (halls.length === 0) {
      const help = venueId === null ? text.noVenueHelp : text.noHallHelp
      return html`<empty-state icon="armchair" heading=${text.noHall} sentence=${help}>
        <a class="button primary" href=${venueId === null ? '/venues' : `/venues/${venueId}`}
          >${venueId === null ? text.toVenues : text.toVenue}</a
        >
      </empty-state>`
    }
    return html`<empty-state icon="armchair" heading=${text.none} sentence=${text.noneHelp}>
      ${
        this.#mayWrite
          ? html`<button class="button primary" @click=${() => (this.open = { kind: 'plan', plan: null })}>
              ${icon('plus')} ${text.newPlan}
            </button>`
          : nothing
      }
    </empty-state>`
  }

  #seated(seats: SeatState) {
    return html`${this.#tools(seats)} ${this.#newer(seats.board.plan)} ${this.#carrying(seats)} ${this.#hall(seats)}`
  }

  #tools({ board, phaseId }: SeatState) {
    const { seating: text } = words()
    const { plan } = board
    const view = this.#view
    const overview = this.overview
    return html`<div class="tools">
      ${chipSelect({
        label: text.plan,
        value: plan.id,
        choices: (overview?.plans ?? []).map(({ id, name, releasedNumber }) => [
          id,
          `${name} · ${releasedNumber === 0 ? text.draft(1) : text.released(releasedNumber)}`,
        ]),
        choose: (id) => this.#choosePlan(id),
      })}
      ${
        this.#mayWrite
          ? html`<button
                class="button quiet small"
                title=${text.editPlan}
                aria-label=${text.editPlan}
                @click=${() => (this.open = { kind: 'plan', plan })}
              >
                ${icon('pencil')}
              </button>
              <button
                class="button quiet small"
                title=${text.newPlan}
                aria-label=${text.newPlan}
                @click=${() => (this.open = { kind: 'plan', plan: null })}
              >
                ${icon('plus')}
              </button>`
          : nothing
      }
      ${
        plan.phases.length > 1
          ? chipSelect({
              label: text.phase,
              value: phaseId,
              choices: plan.phases.map(({ id, name }) => [id, id === '' ? text.opening : name]),
              choose: (phase) => view.set({ phase }),
            })
          : nothing
      }
      ${chipSelect({
        label: text.overlay,
        value: view.get('by'),
        choices: overlays.map((each) => [each, `${text.overlay}: ${text.overlays[each]}`]),
        choose: (by) => view.set({ by }),
      })}
      ${chipSelect({
        label: text.views.hall,
        value: view.get('from'),
        choices: (['hall', 'stage'] as const).map((each) => [each, text.views[each]]),
        choose: (from) => view.set({ from }),
      })}
      ${chipSelect({
        label: text.shows.map,
        value: view.get('show'),
        choices: (['map', 'table'] as const).map((each) => [each, text.shows[each]]),
        choose: (show) => view.set({ show }),
      })}
      <span class="end row">
        ${this.#zoomButton('−', text.zoomOut, () => this.map?.zoomBy(0.8))}
        ${this.#zoomButton(text.whole, text.zoomFit, () => this.map?.fit())}
        ${this.#zoomButton('+', text.zoomIn, () => this.map?.zoomBy(1.25))}
      </span>
    </div>`
  }

  #zoomButton(sign: string, word: string, press: () => void) {
    return html`<button class="button small" title=${word} aria-label=${word} @click=${press}>${sign}</button>`
  }

  #choosePlan(plan: string): void {
    this.#view.set({ plan, phase: '' })
    void this.#fetch()
  }

  #newer({ hallNumber, newestNumber }: SeatingPlan) {
    const { seating: text } = words()
    if (hallNumber === newestNumber) return nothing
    return html`<p class="notice amber">
      ${icon('info')} <span>${text.newerHall}</span>
      ${
        this.#mayWrite
          ? html`<button class="button small" @click=${() => this.#takeNewer()}>${text.takeNewer}</button>`
          : nothing
      }
    </p>`
  }

  async #takeNewer(): Promise<void> {
    const { board } = this
    if (!board) return
    const { id, hallId, newestNumber: number, version } = board.plan
    const { done } = words().seating
    const work = api.takeSeatingHall(this.congressId, id, { hallId, number, version })
    await this.#write(work, ({ lost }) => (lost.length === 0 ? done.hall : done.hallLost(lost.length)))
  }

  #carrying({ people }: SeatState) {
    const { carry: text } = words().seating
    const { carried } = this
    if (carried.length === 0) return nothing
    const name = people.get(carried[0] ?? '')?.name ?? ''
    return html`<p class="carried" role="status">
      <span>${icon('arrow-left-right')} ${carried.length === 1 ? text.one(name) : text.many(carried.length)}</span>
      <button class="button small" @click=${() => (this.carried = [])}>${text.stop}</button>
    </p>`
  }

  #hall(seats: SeatState) {
    const { seating: text } = words()
    const { looks, legend } = this.#coloursOf(seats)
    const isTable = this.#view.get('show') === 'table'
    const who = this.#view.get('who')
    return html`<div class="hall" @keydown=${(event: KeyboardEvent) => this.#onKey(event)}>
      <seat-people
        .seats=${seats}
        .open=${who}
        .query=${this.#view.get('q')}
        .colours=${this.#partyColours(seats)}
        ?writable=${this.#mayWrite}
        @query-changed=${({ detail }: CustomEvent<string>) => this.#view.set({ q: detail })}
        @person-chosen=${({ detail }: CustomEvent<string>) => this.#choosePerson(seats, detail)}
        @people-carried=${({ detail }: CustomEvent<string[]>) => this.#carry(seats, detail)}
      ></seat-people>
      <div class="middle">
        ${
          isTable
            ? html`<seat-table
                .seats=${seats}
                .query=${this.#view.get('q')}
                @seat-chosen=${({ detail }: CustomEvent<number>) => this.#openSeat(seats, detail)}
              ></seat-table>`
            : html`<seat-map
                .hall=${seats.hall}
                .looks=${looks}
                .selected=${this.selected}
                .lit=${this.#litOf(seats)}
                .focused=${this.focused}
                .view=${this.#view.get('from') === 'stage' ? 'stage' : 'hall'}
                .label=${text.map(seats.board.plan.hallName)}
                .describe=${(at: number) => describe(seats, at)}
                .canDrag=${(at: number) => this.#mayWrite && seats.occupancy.personAt.has(at)}
                @seat-focused=${({ detail }: CustomEvent<SeatTold>) => (this.focused = detail.at)}
                @seat-opened=${({ detail }: CustomEvent<SeatTold>) => this.#openSeat(seats, detail.at)}
                @seats-picked=${({ detail }: CustomEvent<SeatsPicked>) => this.#pick(detail)}
                @seats-dropped=${({ detail }: CustomEvent<SeatsDropped>) => this.#drop(seats, detail)}
                @dragover=${(event: DragEvent) => this.#over(event)}
                @drop=${(event: DragEvent) => this.#dropPeople(seats, event)}
              ></seat-map>`
        }
        <ul class="legend tabular" aria-label=${text.overlay}>
          ${legend.map(
            ({ colour, word, count }) =>
              html`<li><span class="ink" ${tinted(colour)}></span>${word} <span class="muted">${count}</span></li>`,
          )}
        </ul>
      </div>
      <section class="aside" aria-label=${text.details.label}>
        <seat-details
          .seats=${seats}
          .person=${who}
          .seat=${this.focused}
          .selected=${this.selected}
          ?writable=${this.#mayWrite}
          @people-carried=${({ detail }: CustomEvent<string[]>) => this.#carry(seats, detail)}
          @people-locked=${({ detail }: CustomEvent<{ ids: string[]; isLocked: boolean }>) =>
            this.#act(actOfLocking(seats, detail.ids, detail.isLocked))}
          @people-taken-off=${({ detail }: CustomEvent<string[]>) => this.#act(actOfTakingOff(seats, detail))}
          @needs-wanted=${({ detail }: CustomEvent<string>) => (this.open = { kind: 'needs', id: detail })}
        ></seat-details>
      </section>
    </div>`
  }

  #colours: { of: SeatState; by: string; drawn: ReturnType<typeof coloursOf> } | null = null

  /** Worked out once for each state: the search and the dialogs draw it anew. */
  #coloursOf(seats: SeatState) {
    const by = this.#view.get('by')
    if (this.#colours?.of !== seats || this.#colours.by !== by) {
      const overlay: Overlay = overlays.find((each) => each === by) ?? 'delegation'
      this.#colours = { of: seats, by, drawn: coloursOf(seats, overlay, nobodyWrong) }
    }
    return this.#colours.drawn
  }

  #parties: { of: SeatState['board']['delegations']; colours: ReadonlyMap<string, string> } | null = null

  #partyColours({ board }: SeatState): ReadonlyMap<string, string> {
    if (this.#parties?.of !== board.delegations) {
      this.#parties = { of: board.delegations, colours: coloursOfDelegations(board.delegations) }
    }
    return this.#parties.colours
  }

  /** Whom the search finds; null = nobody is sought. */
  #litOf(seats: SeatState): ReadonlySet<number> | null {
    const sought = this.#view.get('q')
    if (sought === '') return null
    const { people, occupancy, hall } = seats
    return new Set(
      [...occupancy.seatOf].flatMap(([id, at]) => {
        const { name = '', delegationId = null } = people.get(id) ?? {}
        const text = [name, delegationName(seats, delegationId), hall.seats[at]?.label].join(' ')
        return isMatch(text, sought) ? [at] : []
      }),
    )
  }

  #choosePerson(seats: SeatState, id: string): void {
    this.#view.set({ who: id })
    this.selected = new Set()
    const at = seats.occupancy.seatOf.get(id)
    if (at === undefined) {
      this.focused = -1
      if (this.#mayWrite) this.#carry(seats, [id])
      return
    }
    this.focused = at
    this.map?.showSeat(at)
  }

  /** The next seat that is chosen takes them; those who are locked stay. */
  #carry({ occupancy }: SeatState, ids: readonly string[]): void {
    this.carried = ids.filter((id) => !occupancy.locked.has(id))
    if (this.carried.length > 0) this.map?.focus()
  }

  #openSeat(seats: SeatState, at: number): void {
    this.focused = at
    if (this.carried.length > 0) {
      const people = this.carried
      this.carried = []
      this.#move(seats, people, at)
      return
    }
    this.selected = new Set()
    this.#view.set({ who: personAt(seats, at)?.id ?? '' })
  }

  #pick({ ats, isAdding }: SeatsPicked): void {
    if (!isAdding) {
      this.selected = new Set(ats)
      return
    }
    const selected = new Set(this.selected)
    const areAll = ats.every((at) => selected.has(at))
    for (const at of ats) {
      if (areAll) selected.delete(at)
      else selected.add(at)
    }
    this.selected = selected
  }

  #drop(seats: SeatState, { from, to }: SeatsDropped): void {
    const people = [...from].sort((one, other) => one - other).flatMap((at) => seats.occupancy.personAt.get(at) ?? [])
    if (people.length > 0) this.#move(seats, people, to)
  }

  #over(event: DragEvent): void {
    if (this.#mayWrite && areCarried(event)) event.preventDefault()
  }

  #dropPeople(seats: SeatState, event: DragEvent): void {
    event.preventDefault()
    const at = this.map?.seatAt(event.clientX, event.clientY) ?? -1
    const people = carriedPeople(event).filter((id) => !seats.occupancy.locked.has(id))
    if (at >= 0 && people.length > 0) this.#move(seats, people, at)
  }

  #move(seats: SeatState, people: readonly string[], to: number): void {
    const act = actOfMove(seats, people, to)
    if ('refusal' in act) tellNote(act.refusal)
    else if (act.change.places.length > 0) void this.#act(act)
  }

  #onKey({ key, target }: KeyboardEvent): void {
    if (target instanceof HTMLInputElement) return
    if (key === 'Escape' && this.carried.length > 0) this.carried = []
    else if (key === 'm' && this.#seats && this.focused >= 0 && this.#mayWrite) this.#carryChosen(this.#seats)
  }

  /** Of the seats that are picked, or the one with the ring. */
  #carryChosen(seats: SeatState): void {
    const ats = this.selected.size > 0 ? [...this.selected].sort((one, other) => one - other) : [this.focused]
    this.#carry(
      seats,
      ats.flatMap((at) => seats.occupancy.personAt.get(at) ?? []),
    )
  }

  #act({ change, sentence }: SeatAct): Promise<void> {
    this.selected = new Set()
    return this.#write(api.changeSeatPlaces(this.congressId, this.board?.plan.id ?? '', change), () => sentence)
  }

  async #write<T>(work: Promise<T>, sentence: (result: T) => string): Promise<void> {
    this.#writes = work.then(
      (result) => tellDone(sentence(result)),
      (error: unknown) => tellError(error),
    )
    await this.#writes
    await this.#fetch()
  }

  #dialog(overview: SeatingOverview) {
    const { open } = this
    const seats = this.#seats
    if (open === null) return nothing
    const close = () => {
      this.open = null
      void this.#fetch()
    }
    if (open.kind === 'plan') {
      return html`<seating-plan-dialog
        congressId=${this.congressId}
        .overview=${overview}
        .plan=${open.plan}
        @form-closed=${({ detail }: CustomEvent<string>) => {
          if (detail !== '') this.#view.set({ plan: detail === 'gone' ? '' : detail, phase: '' })
          close()
        }}
      ></seating-plan-dialog>`
    }
    if (open.kind === 'release' && this.board && this.hall) {
      return html`<seating-release-dialog
        congressId=${this.congressId}
        .seats=${stateOf(this.board, this.hall, '')}
        @form-closed=${close}
      ></seating-release-dialog>`
    }
    return seats && open.kind === 'needs' ? nothing : nothing
  }
}

/** A seat in words: what it is called, who sits there, of which delegation. */
const describe = (seats: SeatState, at: number): string => {
  const { seating } = words()
  const seat = seats.hall.seats[at]
  const person = personAt(seats, at)
  const facts = [
    seat?.label ?? '',
    person ? person.name : seating.seatEmpty,
    person ? delegationName(seats, person.delegationId) : '',
    seat ? seating.uses[seat.use] : '',
    person && seats.occupancy.locked.has(person.id) ? seating.locked : '',
  ]
  return facts.filter(Boolean).join(', ')
}

declare global {
  interface HTMLElementTagNameMap {
    'seating-page': SeatingPage
  }
}
