import { html, nothing, type PropertyValues } from 'lit'
import { customElement, query, state } from 'lit/decorators.js'
import type { CalledSeats } from '../../server/seating/rules/compare.ts'
import type { SeatingOverview } from '../../server/seating/schema.ts'
import * as api from '../api/seating.ts'
import { CongressPage } from '../congresses/congress-page.ts'
import { tabStyles } from '../parts/tabs.ts'
import { tellNote } from '../parts/toast-stack.ts'
import { isInField } from '../parts/typing.ts'
import { workedOut } from '../parts/worked-out.ts'
import { ViewState } from '../router.ts'
import { may } from '../session.ts'
import type { SeatMap } from '../seats/seat-map.ts'
import type { SeatsDropped, SeatsPicked, SeatTold } from '../seats/seat-map-types.ts'
import { controls } from '../style/controls.ts'
import { icon } from '../style/icons.ts'
import { language, translated, words } from '../words/words.ts'
import { showTarget, takeDropped } from './dragged.ts'
import { actOfLocking, actOfMove, actOfTakingOff, type SeatAct } from './seat-acts.ts'
import { peopleOfFault } from './score-sentences.ts'
import { seatDialog, type OpenDialog } from './seat-dialogs.ts'
import { coloursOfDelegations, KeptColours } from './seat-colours.ts'
import { bestSeats } from './seat-best.ts'
import { describeSeat, latestOf, personAt, scoreOfState, seatsFound, stateOf, type SeatState } from './seat-state.ts'
import { addressDefaults, seatTools, zoomTools } from './seat-tools.ts'
import { nothingSeated } from './seating-nothing.ts'
import type { SeatPeople } from './seat-people.ts'
import type { SeatTable } from './seat-table.ts'
import { planNotices } from './plan-notices.ts'
import { seatingActions } from './seating-actions.ts'
import { SeatingSource } from './seating-source.ts'
import { shownHall } from './shown-hall.ts'
import { seatingPageStyle } from './seating-page-style.ts'
import '../seats/seat-map.ts'
import './seat-compared.ts'
import './seat-details.ts'
import './seat-legend.ts'
import './seat-people.ts'
import './seat-quality.ts'
import './seat-table.ts'

/** /congresses/:id/seating — who sits where: the map between the people of the list and what is chosen on it. */
@customElement('seating-page')
export class SeatingPage extends CongressPage {
  protected readonly tab = 'seating'
  readonly #view = new ViewState(this, addressDefaults)
  readonly #data = new SeatingSource(this, {
    congressId: () => this.congressId,
    planId: () => this.#view.get('plan'),
    isPrintWanted: () => this.#view.get('by') === 'print',
  })
  @state() private open: OpenDialog | null = null
  /** Who is being moved without a drag: the next seat that is chosen takes them. */
  @state() private carried: readonly string[] = []
  @state() private selected: ReadonlySet<number> = new Set()
  @state() private focused = -1
  /** Where the mouse rests: what that seat would cost whom is looked at. */
  @state() private hovered = -1
  /** Where people sit on the side that the map is compared with. */
  @state() private seatsBefore: CalledSeats | null = null
  @query('seat-map') private readonly map!: SeatMap | null
  @query('seat-table') private readonly table!: SeatTable | null
  @query('seat-people') private readonly people!: SeatPeople | null
  readonly #bestOf = workedOut(bestSeats)
  readonly #partyColours = workedOut(coloursOfDelegations)
  readonly #scoreOf = workedOut(scoreOfState)
  readonly #colours = new KeptColours()
  /** That of the person who is looked at is marked, wherever the keys are. */
  #ownSeat: ReadonlySet<number> = new Set()
  #seats: SeatState | null = null

  static override styles = [...controls, tabStyles, seatingPageStyle]

  #ownSeatOf({ occupancy }: SeatState, person: string): ReadonlySet<number> {
    const at = occupancy.seatOf.get(person)
    // The map is drawn anew for every other set: one of the same seat stays.
    if (at === undefined ? this.#ownSeat.size > 0 : !this.#ownSeat.has(at))
      this.#ownSeat = new Set(at === undefined ? [] : [at])
    return this.#ownSeat
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed)
    const { board, hall } = this.#data
    const phaseId = board?.plan.phases.find(({ id }) => id === this.#view.get('phase'))?.id ?? ''
    if (board?.plan.id !== this.#seats?.board.plan.id || hall !== this.#seats?.hall) {
      this.selected = new Set()
      this.focused = this.hovered = -1
    }
    if (!board || !hall) this.#seats = null
    else if (this.#seats?.board !== board || this.#seats.hall !== hall || this.#seats.phaseId !== phaseId) {
      this.#seats = stateOf(board, hall, phaseId)
    }
  }

  get #mayWrite(): boolean {
    return this.may('secretariat')
  }

  protected override actions() {
    return this.#seats ? seatingActions(this.#seats, this.#mayWrite, (dialog) => (this.open = dialog)) : nothing
  }

  protected override body() {
    const { common } = words()
    const { overview, failure } = this.#data
    if (!overview || failure !== null) {
      return failure === null
        ? html`<p class="muted">${common.loading}</p>`
        : html`<error-panel .error=${failure} retryable @retried=${() => this.#data.fetch()}></error-panel>`
    }
    return html`${
      this.#seats
        ? this.#seated(overview, this.#seats)
        : nothingSeated(overview, {
            ...{ congressId: this.congressId, mayWrite: this.#mayWrite },
            makePlan: () => (this.open = { kind: 'plan', plan: null }),
          })
    }
    ${this.#dialog(overview)}`
  }

  #seated(overview: SeatingOverview, seats: SeatState) {
    const { plan } = seats.board
    const tools = seatTools({
      ...{ overview, plan, phaseId: seats.phaseId, view: this.#view, mayWrite: this.#mayWrite },
      choosePlan: (id) => this.#choosePlan(id),
      ask: (dialog) => (this.open = dialog),
    })
    return html`${tools} ${this.#notices(seats)} ${this.#compared(overview, seats)} ${this.#hall(seats)}`
  }

  #compared(overview: SeatingOverview, seats: SeatState) {
    const vs = this.#view.get('vs')
    if (vs === '') return nothing
    return html`<seat-compared
      congressId=${this.congressId}
      .overview=${overview}
      .seats=${seats}
      with=${vs}
      @side-read=${({ detail }: CustomEvent<CalledSeats | null>) => (this.seatsBefore = detail)}
      @list-wanted=${() => (this.open = { kind: 'compare' })}
      @comparison-ended=${() => {
        this.seatsBefore = null
        this.#view.set({ vs: '', by: addressDefaults.by })
      }}
    ></seat-compared>`
  }

  #choosePlan(plan: string): void {
    this.#view.set({ plan, phase: '' })
    void this.#data.fetch()
  }

  #notices(seats: SeatState) {
    return planNotices(seats, this.congressId, this.#mayWrite ? () => void this.#takeNewer() : null)
  }

  async #takeNewer(): Promise<void> {
    const { board } = this.#data
    if (!board) return
    const { id, hallId, newestNumber: number, version } = board.plan
    const { done } = words().seating
    await this.#data.write(async () => {
      const { lost } = await api.takeSeatingHall(this.congressId, id, { hallId, number, version })
      return lost.length === 0 ? done.hall : done.hallLost(lost.length)
    })
  }

  #carrying({ people, occupancy }: SeatState) {
    const { carry: text } = words().seating
    const carried = this.carried.filter((id) => !occupancy.locked.has(id))
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
        .colours=${this.#partyColours(seats.board.delegations)}
        .best=${this.#bestOf(seats)}
        ?writable=${this.#mayWrite}
        @query-changed=${({ detail }: CustomEvent<string>) => this.#view.set({ q: detail })}
        @person-chosen=${({ detail }: CustomEvent<string>) => this.#choosePerson(seats, detail)}
        @person-found=${({ detail }: CustomEvent<string>) => void this.#goToPerson(seats, detail)}
        @people-carried=${({ detail }: CustomEvent<string[]>) => this.#carry(seats, detail)}
        @seat-given=${({ detail }: CustomEvent<{ id: string; at: number }>) => this.#move(seats, [detail.id], detail.at)}
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
                  .hall=${shownHall(seats.hall, language())}
                  .looks=${looks}
                  .selected=${this.selected.size > 0 ? this.selected : this.#ownSeatOf(seats, who)}
                  .lit=${seatsFound(seats, this.#view.get('q'))}
                  .focused=${this.focused}
                  .view=${this.#view.get('from') === 'stage' ? 'stage' : 'hall'}
                  .label=${text.map(translated(seats.board.plan.hallName))}
                  .describe=${(at: number) => describeSeat(seats, at)}
                  .canDrag=${(at: number) => this.#mayWrite && seats.occupancy.personAt.has(at)}
                  @seat-hovered=${({ detail }: CustomEvent<SeatTold>) => (this.hovered = detail.at)}
                  @seat-focused=${({ detail }: CustomEvent<SeatTold>) => (this.focused = detail.at)}
                  @seat-opened=${({ detail }: CustomEvent<SeatTold>) => this.#openSeat(seats, detail.at)}
                  @seats-picked=${({ detail }: CustomEvent<SeatsPicked>) => this.#pick(detail)}
                  @seats-dropped=${({ detail }: CustomEvent<SeatsDropped>) => this.#drop(seats, detail)}
                  @dragover=${(event: DragEvent) => this.#mayWrite && showTarget(this.map, event)}
                  @dragleave=${() => this.map?.overlay({ ghost: null })}
                  @drop=${(event: DragEvent) => this.#dropPeople(seats, event)}
                ></seat-map>
                ${zoomTools(() => this.map)}`
        }
        ${this.#carrying(seats)}
        <seat-legend .lines=${legend}></seat-legend>
      </div>
      <section class="aside" aria-label=${text.details.label}>
        <seat-details
          .seats=${seats}
          .person=${who}
          .seat=${who !== '' && this.hovered >= 0 ? this.hovered : this.focused}
          .selected=${this.selected}
          ?writable=${this.#mayWrite}
          @people-carried=${({ detail }: CustomEvent<string[]>) => this.#carry(seats, detail)}
          @people-locked=${({ detail }: CustomEvent<{ ids: string[]; isLocked: boolean }>) =>
            this.#act(seats, (now) => actOfLocking(now, detail.ids, detail.isLocked))}
          @people-taken-off=${({ detail }: CustomEvent<string[]>) =>
            this.#act(seats, (now) => actOfTakingOff(now, detail))}
          @needs-wanted=${({ detail }: CustomEvent<string>) => (this.open = { kind: 'needs', personId: detail })}
        ></seat-details>
        <seat-quality
          .seats=${seats}
          .score=${this.#scoreOf(seats)}
          @person-chosen=${({ detail }: CustomEvent<string>) => this.#choosePerson(seats, detail)}
        ></seat-quality>
      </section>
    </div>`
  }

  /** Worked out once for each state: the search and the dialogs draw it anew. */
  #coloursOf(seats: SeatState) {
    const beside = this.#view.get('vs') === '' ? null : this.seatsBefore
    const before = this.#view.get('by') === 'print' ? this.#data.printed : beside
    const wrong = () => new Set(this.#scoreOf(seats).hard.flatMap(peopleOfFault))
    return this.#colours.of(seats, { by: this.#view.get('by'), before, wrong })
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
    // On a telephone the map is elsewhere on the page.
    this.map?.scrollIntoView({ block: 'nearest' })
  }

  /** The keys go on from the seat of whom was searched for. */
  async #goToPerson(seats: SeatState, id: string): Promise<void> {
    if (id !== '') this.#choosePerson(seats, id)
    // The map has to know that seat: else it begins at the first.
    await this.updateComplete
    this.map?.focus()
    await this.table?.focusSeat(seats.occupancy.seatOf.get(id) ?? -1)
  }

  /** The next seat that is chosen takes them; those who are locked stay. */
  #carry({ occupancy }: SeatState, ids: readonly string[]): void {
    this.carried = ids.every((id) => occupancy.locked.has(id)) ? [] : ids
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
    const others = isAdding ? this.selected : new Set<number>()
    const picked = new Set(ats)
    const areAll = isAdding && ats.every((at) => others.has(at))
    this.selected = areAll ? new Set([...others].filter((at) => !picked.has(at))) : new Set([...others, ...ats])
  }

  #drop(seats: SeatState, { from, to }: SeatsDropped): void {
    const people = [...from].sort((one, other) => one - other).flatMap((at) => seats.occupancy.personAt.get(at) ?? [])
    if (people.length > 0) this.#move(seats, people, to)
  }

  #dropPeople(seats: SeatState, event: DragEvent): void {
    const { people, at } = takeDropped(this.map, event)
    if (at < 0) tellNote(words().seating.carry.noSeat)
    else if (people.length > 0) this.#move(seats, people, at)
  }

  #move(seats: SeatState, people: readonly string[], to: number): void {
    void this.#act(seats, (now) => actOfMove(now, people, { to, seen: seats }))
  }

  #onKey(event: KeyboardEvent): void {
    const { key } = event
    if (key === 'Escape') this.carried = []
    if (isInField(event) || event.ctrlKey || event.metaKey || event.altKey) return
    if (key === 'm' && this.#seats && this.focused >= 0 && this.#mayWrite) this.#carryChosen(this.#seats)
    else if (key === 'f') {
      // The key itself is not typed into the search.
      event.preventDefault()
      this.people?.focus()
    }
  }

  /** Of the seats that are picked, or the one with the ring. */
  #carryChosen(seats: SeatState): void {
    const ats = this.selected.size > 0 ? [...this.selected].sort((one, other) => one - other) : [this.focused]
    this.#carry(
      seats,
      ats.flatMap((at) => seats.occupancy.personAt.get(at) ?? []),
    )
  }

  /** Reckoned once what was done before it is shown: hands are faster than a slow network. */
  #act(seen: SeatState, actOf: (now: SeatState) => SeatAct | { refusal: string }): Promise<void> {
    const { selected } = this
    return this.#data.write(async () => {
      const act = actOf(latestOf(seen, this.#seats))
      if ('refusal' in act) tellNote(act.refusal)
      if ('refusal' in act || act.change.places.length === 0) return null
      if (this.selected === selected) this.selected = new Set()
      await api.changeSeatPlaces(this.congressId, seen.board.plan.id, act.change)
      return act.sentence
    })
  }

  #dialog(overview: SeatingOverview) {
    return seatDialog(this.open, {
      ...{ congressId: this.congressId, overview, seats: this.#seats, mayWrite: this.#mayWrite },
      cycleId: this.congress?.cycleId ?? '',
      isAdministrator: may('administrator'),
      vs: this.#view.get('vs'),
      compare: (view) => {
        this.open = null
        this.#view.set({ ...view, by: 'changes', show: 'map' })
        void this.#data.fetch()
      },
      changed: () => void this.#data.fetch(),
      closed: (plan) => {
        this.open = null
        if (plan !== '') this.#view.set({ plan: plan === 'gone' ? '' : plan, phase: '' })
        void this.#data.fetch()
      },
    })
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'seating-page': SeatingPage
  }
}
