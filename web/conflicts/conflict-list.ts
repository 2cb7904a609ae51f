import { css, html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { repeat } from 'lit/directives/repeat.js'
import { waysOut } from '../../server/conflicts/rules.ts'
import type { Conflict, ConflictRule, WayOut } from '../../server/conflicts/schema.ts'
import { formatShortDate } from '../../server/format/dates.ts'
import { phoneNumbersIn, unbrokenNumbers } from '../../server/format/phones.ts'
import type { Unit } from '../../server/units/schema.ts'
import { shownTitle } from '../congresses/shown-title.ts'
import { WordsElement } from '../parts/element.ts'
import { severityLooks } from '../parts/state-badge.ts'
import type { LoadedRoad } from '../road/road-source.ts'
import { controls } from '../style/controls.ts'
import { icon } from '../style/icons.ts'
import { language, words } from '../words/words.ts'
import { conflictCards } from './conflict-cards.ts'
import { wordConflict } from './word-conflict.ts'
import { wordDay } from './word-day.ts'
import '../parts/empty-state.ts'

/** Conflicts whose sentence names those that meet, one as good as the other. */
const ofManyAlike: ReadonlySet<ConflictRule> = new Set(['venue-twice', 'leader-twice', 'leader-too-often'])

/** Cards drawn at first; more on demand. */
const pageLength = 30

/**
 * Conflicts as sentences with their ways out: `<conflict-list .loaded .conflicts .accepted none="…">`. Tells `way-chosen`
 * {way, conflict} for what the page must do (move, open a congress), and `road-changed`.
 */
@customElement('conflict-list')
export class ConflictList extends WordsElement {
  @property({ attribute: false }) loaded!: LoadedRoad
  @property({ attribute: false }) conflicts: readonly Conflict[] = []
  @property({ attribute: false }) accepted: LoadedRoad['accepted'] = []
  /** The congress whose page this is: no card leads to it. */
  @property() ownId = ''
  /** What is said where there are none; '' = nothing. */
  @property() none = ''
  @state() private shown = pageLength
  @state() private accepting: Conflict | null = null
  @state() private calling: { unit: Unit; congressId: string } | null = null

  static override styles = [
    ...controls,
    conflictCards,
    css`
      :host {
        display: block;
      }
      .more {
        margin: var(--space-2);
      }
    `,
  ]

  override render() {
    const rest = this.conflicts.length - this.shown
    return html`
      ${
        this.conflicts.length === 0
          ? this.none === ''
            ? nothing
            : html`<empty-state icon="circle-check" heading=${this.none}></empty-state>`
          : html`<ul>
              ${repeat(
                this.conflicts.slice(0, this.shown),
                ({ key }) => key,
                (conflict) => this.#card(conflict),
              )}
            </ul>`
      }
      ${
        rest > 0
          ? html`<button class="button small more" @click=${() => (this.shown += pageLength)}>
              ${words().parts.table.more(rest)}
            </button>`
          : nothing
      }
      ${
        this.accepted.length === 0
          ? nothing
          : html`<accepted-list .loaded=${this.loaded} .accepted=${this.accepted}></accepted-list>`
      }
      ${this.accepting ? this.#dialog(this.accepting) : nothing}
      ${this.calling ? this.#callDialog(this.calling) : nothing}
    `
  }

  #card(conflict: Conflict) {
    const { conflicts: text } = words()
    const write = (date: string) => formatShortDate(date, language())
    return html`
      <li class=${conflict.severity}>
        ${icon(severityLooks[conflict.severity].icon)}
        <div class="body">
          <h3>
            ${text.rules[conflict.rule]}
            <span class="visually-hidden">(${words().terms.severities[conflict.severity]})</span>
          </h3>
          <p>${wordConflict(conflict, this.loaded, words(), write)}</p>
          <div class="ways">
            ${waysOut(conflict, this.loaded.index).map((way) => this.#way(way, conflict))}
            ${
              conflict.congressId === this.ownId
                ? nothing
                : html`<a href=${`/congresses/${conflict.congressId}`}>${text.ways.show}</a>`
            }
          </div>
        </div>
      </li>
    `
  }

  #way(way: WayOut, conflict: Conflict) {
    const { ways } = words().conflicts
    const congress = this.loaded.congress(way.congressId)
    const mayChange = congress !== undefined && this.loaded.may('organizer', congress.unitId)
    if (way.kind === 'telephone') return this.#telephone(way.unitId, conflict)
    if (way.kind === 'telephone-venue') return this.#telephoneVenue(way.venueId)
    if (!mayChange) return nothing
    const act = () => {
      if (way.kind === 'accept') this.accepting = conflict
      else this.tell('way-chosen', { way, conflict })
    }
    const word = way.kind === 'move' ? this.#moveWord(way, conflict) : ways[way.kind]
    return html`<button class="link-button" @click=${act}>${word}</button>`
  }

  /** Where the sentence does not begin with the one that moves, or the page is about another one, the way names it. */
  #moveWord({ congressId, date, halfDay }: Extract<WayOut, { kind: 'move' }>, { rule }: Conflict): string {
    const { ways } = words().conflicts
    const day = wordDay(date, halfDay)
    const isPlain = this.ownId === '' ? !ofManyAlike.has(rule) : this.ownId === congressId
    const unit = this.loaded.unit(this.loaded.congress(congressId)?.unitId ?? '')
    return isPlain || !unit ? ways.move(day) : ways.moveOf(unit.name, day)
  }

  /** Of the unit itself its person is named, of the other one the unit; only the late are worth saying that there is no number. */
  #telephone(unitId: string, { rule, congressId }: Conflict) {
    const { ways } = words().conflicts
    const unit = this.loaded.unit(unitId)
    if (!unit || unit.contactPhone === '') {
      return rule === 'late' ? html`<span class="muted">${ways.noPhone}</span>` : nothing
    }
    const { contactName, contactPhone } = unit
    const phone = unbrokenNumbers(contactPhone)
    const isOwn = this.loaded.congress(congressId)?.unitId === unitId
    const said = html`${icon('phone')}
    ${isOwn ? ways.telephone(contactName, phone) : ways.telephoneOther(unit.name, phone)}`
    const whom = ways.telephone(isOwn ? unit.name : contactName, phone)
    const [first] = phoneNumbersIn(contactPhone) ?? []
    if (!first) return html`<span title=${whom}>${said}</span>`
    // While the telephone dials, the note of the call opens beside it.
    const note = () => {
      if (this.loaded.may('secretariat', unitId)) this.calling = { unit, congressId }
    }
    return html`<a href=${`tel:${first.dial}`} title=${whom} @click=${note}>${said}</a>`
  }

  #telephoneVenue(venueId: string) {
    const venue = this.loaded.venue(venueId)
    if (!venue || venue.contactPhone === '') return nothing
    const said = words().conflicts.ways.telephone(venue.contactName || venue.name, unbrokenNumbers(venue.contactPhone))
    const [first] = phoneNumbersIn(venue.contactPhone) ?? []
    return first ? html`<a href=${`tel:${first.dial}`}>${icon('phone')} ${said}</a>` : html`<span>${said}</span>`
  }

  #callDialog({ unit, congressId }: { unit: Unit; congressId: string }) {
    const own = this.loaded.road.congresses.filter(({ unitId }) => unitId === unit.id)
    const close = () => (this.calling = null)
    return html`<call-dialog
      .unit=${unit}
      .congressId=${own.some(({ id }) => id === congressId) ? congressId : null}
      .congresses=${own.map((each) => [each.id, shownTitle(each, this.loaded)] as const)}
      @form-closed=${close}
      @call-saved=${close}
    ></call-dialog>`
  }

  #dialog(conflict: Conflict) {
    const sentence = wordConflict(conflict, this.loaded, words(), (date) => formatShortDate(date, language()))
    return html`<accept-dialog
      .conflict=${conflict}
      sentence=${sentence}
      @form-closed=${() => (this.accepting = null)}
    ></accept-dialog>`
  }

  /** What is rarely wanted is fetched when it is: the road must be small. */
  protected override updated(): void {
    if (this.accepting) void import('./accept-dialog.ts')
    if (this.calling) void import('../calls/call-dialog.ts')
    if (this.accepted.length > 0) void import('./accepted-list.ts')
  }
}
