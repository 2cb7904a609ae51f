import { html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import {
  fillStage,
  fillTables,
  likePhase,
  type StageFill,
  type StageStays,
} from '../../server/seating/rules/fill-stage.ts'
import type { StagePart } from '../../server/halls/schema.ts'
import { usualRankOf } from '../../server/seating/rules/ranks.ts'
import { lowestRank, type SeatingPerson } from '../../server/seating/schema.ts'
import { changeSeatPlaces } from '../api/seating.ts'
import { WordsElement } from '../parts/element.ts'
import { checkField, selectField } from '../parts/field.ts'
import { Form } from '../parts/form.ts'
import { tellDone } from '../parts/toast-stack.ts'
import { controls } from '../style/controls.ts'
import { icon } from '../style/icons.ts'
import { translated, words } from '../words/words.ts'
import { changeOf } from './seat-acts.ts'
import type { SeatState } from './seat-state.ts'
import { seatsById, staysOf } from './stage-stays-note.ts'
import '../parts/error-panel.ts'
import '../parts/modal-dialog.ts'

/** Before the id of a phase: whom it has, and where, is to be taken over. */
const likeSign = 'like '
/** More people are not named. */
const mostNamed = 20
/** Presidium and secretariat are to sit at their tables. */
const tables = 'tables'

/**
 * Puts a batch of the honoured, all of them, or whom another phase has on the stage in a phase:
 * `<stage-fill-dialog congressId="…" .seats>`. Tells `form-closed`.
 */
@customElement('stage-fill-dialog')
export class StageFillDialog extends WordsElement {
  @property() congressId = ''
  @property({ attribute: false }) seats!: SeatState
  /** Place of a batch from 0, `tables`, or the phase that is taken over; '' = all batches. */
  readonly #form = new Form(this, { who: '', isKept: true })

  static override styles = [...controls]

  override connectedCallback(): void {
    super.connectedCallback()
    const { board, phaseId } = this.seats
    // «Đợt 2» is most likely the second batch.
    const figure = Number(/\d+/u.exec(board.plan.phases.find(({ id }) => id === phaseId)?.name ?? '')?.[0] ?? 0)
    const [like] = this.#likes
    const hasHonoured = board.batches.length > 0
    const usual = hasHonoured || !like ? '' : likeSign + like.id
    this.#form.begin({
      who: board.batches[figure - 1] ? String(figure - 1) : this.#areTablesWaiting ? tables : usual,
      isKept: true,
    })
  }

  /** Those of the tables in the order of their rank. */
  get #parties(): Record<StagePart, string[]> {
    const rankOf = (person: SeatingPerson) => person.rank ?? usualRankOf(person) ?? lowestRank
    const ordered = this.seats.board.people.toSorted((one, other) => rankOf(one) - rankOf(other))
    const idsOf = (isOf: (person: SeatingPerson) => boolean) => ordered.filter(isOf).map(({ id }) => id)
    const presidium = idsOf(({ isPresidium }) => isPresidium)
    const known = new Set(presidium)
    return { presidium, secretariat: idsOf(({ id, isSecretariat }) => isSecretariat && !known.has(id)) }
  }

  /** Somebody belongs at a table, nobody sits at one, and none is proposed to stay there. */
  get #areTablesWaiting(): boolean {
    const { hall, occupancy } = this.seats
    const { presidium, secretariat } = this.#parties
    const isTaken = hall.seats.some(({ at, stagePart }) => stagePart !== null && occupancy.personAt.has(at))
    return presidium.length + secretariat.length > 0 && !isTaken && staysOf(this.seats) === null
  }

  /** The other phases that have places of their own. */
  get #likes() {
    const { board, phaseId } = this.seats
    const filled = new Set(board.places.flatMap((place) => (place.seatId === null ? [] : [place.phaseId])))
    return board.plan.phases.filter(({ id }) => id !== '' && id !== phaseId && filled.has(id))
  }

  /** Id of the phase that is taken over; null = none is. */
  get #like(): string | null {
    const { who } = this.#form.values
    return who.startsWith(likeSign) ? who.slice(likeSign.length) : null
  }

  get #people(): readonly string[] {
    const { batches } = this.seats.board
    const { who } = this.#form.values
    if (who === tables) return Object.values(this.#parties).flat()
    return (who === '' ? batches.flat() : (batches[Number(who)] ?? [])).filter((id) => this.seats.people.has(id))
  }

  get #fill(): StageFill {
    const { hall, occupancy, board, people } = this.seats
    const phaseId = this.#like
    if (this.#form.values.who === tables) return fillTables(hall, occupancy, this.#parties)
    if (phaseId === null) return fillStage(hall, occupancy, this.#people)
    return { seats: likePhase(hall, occupancy, { places: board.places, phaseId, isListed: (id) => people.has(id) }) }
  }

  /** Whom the fill leaves at the tables of the stage; null = nobody was there. */
  #staysBeside(fill: StageFill): StageStays | null {
    const stays = staysOf(this.seats)
    if (!stays || !('seats' in fill)) return null
    const given = new Set(fill.seats.values())
    const seats = new Map([...stays.seats].filter(([id, at]) => !fill.seats.has(id) && !given.has(at)))
    return seats.size === 0 ? null : { ...stays, seats }
  }

  override render() {
    const { seating, common } = words()
    const { stage, people: counted } = seating
    const { fill: text } = stage
    const { batches } = this.seats.board
    const fill = this.#fill
    const stays = this.#staysBeside(fill)
    const seatedAtTables = Object.values(this.#parties).flat().length
    return html`<modal-dialog heading=${text.heading} @dialog-closed=${() => this.tell('form-closed')}>
      <form class="form" id="fill" @submit=${(event: SubmitEvent) => this.#save(event)}>
        ${selectField(this.#form, 'who', {
          label: text.who,
          choices: [
            ...(seatedAtTables > 0 ? [[tables, `${text.tables} · ${counted.count(seatedAtTables)}`] as const] : []),
            ['', text.all],
            ...batches.map(
              (ids, place) => [String(place), `${stage.batch(place + 1)} · ${counted.count(ids.length)}`] as const,
            ),
            ...this.#likes.map(({ id, name }) => [likeSign + id, text.like(translated(name))] as const),
          ],
        })}
        ${this.#outcome(fill)}
        ${
          stays
            ? checkField(this.#form, 'isKept', {
                label: stage.stays.check(stays.seats.size, translated(stays.phase.name)),
              })
            : nothing
        }
        <error-panel .error=${this.#form.error}></error-panel>
      </form>
      <div slot="actions">
        <button class="button" type="button" @click=${() => this.tell('form-closed')}>${common.cancel}</button>
        ${
          'seats' in fill && fill.seats.size > 0
            ? html`<button class="button primary" form="fill" aria-busy=${this.#form.isSending}>${text.apply}</button>`
            : nothing
        }
      </div>
    </modal-dialog>`
  }

  #outcome(fill: StageFill) {
    const { fill: text } = words().seating.stage
    if ('seats' in fill && this.#like !== null) {
      return html`<p>${fill.seats.size === 0 ? text.likeNobody : text.likeHelp(fill.seats.size)}</p>`
    }
    const people = this.#people.length
    if (people === 0) return html`<p>${text.nobody}</p>`
    const isAtTables = this.#form.values.who === tables
    if ('seats' in fill) {
      const names = this.#people.map((id) => this.seats.people.get(id)?.name ?? '')
      return html`<p>${isAtTables ? text.tablesHelp(fill.seats.size) : text.help(fill.seats.size)}</p>
        <p class="muted small">${names.slice(0, mostNamed).join(', ')}${names.length > mostNamed ? '…' : ''}</p>`
    }
    const { hallId, venueId } = this.seats.board.plan
    return html`<p class="notice amber">
        ${icon('triangle-alert')}
        <span>${fill.free === 0 ? text.noStage : text.tooFew(people, fill.free)}</span>
      </p>
      <p>
        <a class="button small" href=${`/venues/${venueId}/halls/${hallId}`}>${icon('armchair')} ${text.toHall}</a>
      </p>`
  }

  async #save(event: SubmitEvent): Promise<void> {
    event.preventDefault()
    const fill = this.#fill
    if (!('seats' in fill)) return
    const kept = this.#form.values.isKept ? this.#staysBeside(fill) : null
    const seats = seatsById(this.seats, new Map([...(kept?.seats ?? []), ...fill.seats]))
    const change = changeOf(this.seats, seats, true)
    const { plan } = this.seats.board
    if (!(await this.#form.submit(() => changeSeatPlaces(this.congressId, plan.id, change)))) return
    tellDone(words().seating.done.planned(seats.size))
    this.tell('form-closed')
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'stage-fill-dialog': StageFillDialog
  }
}
