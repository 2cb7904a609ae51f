import { css, html, nothing } from 'lit'
import { customElement, state } from 'lit/decorators.js'
import type { Conflict, WayOut } from '../../server/conflicts/schema.ts'
import { possibleStates } from '../../server/congresses/rules.ts'
import type { Congress, CongressState } from '../../server/congresses/schema.ts'
import { addDays, formatDate, formatDateRange, formatShortDate } from '../../server/format/dates.ts'
import { deleteCongress, moveCongress } from '../api/congresses.ts'
import { findProgramme } from '../api/programme.ts'
import { levelName } from '../cycles/level-name.ts'
import { did } from '../did.ts'
import { phoneLinks } from '../parts/phone.ts'
import { badge } from '../parts/state-badge.ts'
import { tabStyles } from '../parts/tabs.ts'
import type { LoadedRoad } from '../road/road-source.ts'
import { navigate, ViewState } from '../router.ts'
import { controls } from '../style/controls.ts'
import { icon } from '../style/icons.ts'
import { language, words } from '../words/words.ts'
import { CongressPage } from './congress-page.ts'
import '../conflicts/conflict-list.ts'
import './congress-form.ts'
import './state-dialog.ts'

/** /congresses/:id — what it is, what is missing, what to do next. */
@customElement('congress-overview-page')
export class CongressOverviewPage extends CongressPage {
  protected readonly tab = 'overview'
  readonly #view = new ViewState(this, { edit: '' })
  @state() private hasProgramme: boolean | null = null
  @state() private nextState: CongressState | null = null

  static override styles = [
    ...controls,
    tabStyles,
    css`
      .main {
        display: grid;
        grid-template-columns: minmax(0, 1fr) minmax(16rem, 22rem);
        gap: var(--space-2);
        align-items: start;
      }
      dl {
        display: grid;
        grid-template-columns: max-content minmax(0, 1fr);
        gap: var(--space) var(--space-2);
        margin-block-start: var(--space);
      }
      dt {
        color: var(--muted);
        font-size: var(--size-dense);
      }
      dd {
        overflow-wrap: anywhere;
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
        dl {
          grid-template-columns: minmax(0, 1fr);
          gap: 0;
        }
        dd {
          margin-block-end: var(--space);
        }
      }
    `,
  ]

  override connectedCallback(): void {
    super.connectedCallback()
    void findProgramme(this.congressId)
      .then(({ sessions }) => (this.hasProgramme = sessions.length > 0))
      .catch(() => undefined)
  }

  protected override actions(congress: Congress) {
    const { common, congresses } = words()
    if (!this.may('organizer')) return nothing
    return html`
      <button class="button" @click=${() => this.#view.set({ edit: 'all' })}>${icon('pencil')} ${common.edit}</button>
      <button class="button quiet" @click=${() => this.#delete(congress)}>
        ${icon('trash-2')} ${congresses.delete}
      </button>
    `
  }

  protected override body(congress: Congress, loaded: LoadedRoad) {
    const { conflicts } = words()
    const takesPart = ({ congressId, otherCongressIds }: Conflict) =>
      congressId === congress.id || otherCongressIds.includes(congress.id)
    const open = loaded.open.filter(takesPart)
    return html`
      <div class="main">
        <div class="stack">${this.#next(congress, loaded.road.today)} ${this.#facts(congress, loaded)}</div>
        <div class="side">
          ${this.#missing(congress)}
          <section class="conflicts" aria-labelledby="conflicts">
            <h2 id="conflicts">
              ${conflicts.heading} ${open.length > 0 ? html`<span class="badge red">${open.length}</span>` : nothing}
            </h2>
            <conflict-list
              .loaded=${loaded}
              .conflicts=${open}
              .accepted=${loaded.accepted.filter(({ conflict }) => takesPart(conflict))}
              @way-chosen=${({ detail }: CustomEvent<{ way: WayOut }>) => this.#follow(detail.way, congress, loaded)}
              @road-changed=${() => this.source.refetch()}
            ></conflict-list>
          </section>
        </div>
      </div>
      ${
        this.#view.get('edit') !== '' && this.may('organizer')
          ? html`<congress-form
              .loaded=${loaded}
              .congress=${congress}
              @form-closed=${() => this.#view.set({ edit: '' })}
              @congress-saved=${() => this.#saved()}
            ></congress-form>`
          : nothing
      }
      ${
        this.nextState === null
          ? nothing
          : html`<state-dialog
              .congress=${congress}
              .state=${this.nextState}
              @form-closed=${() => (this.nextState = null)}
              @congress-saved=${() => this.#saved()}
            ></state-dialog>`
      }
    `
  }

  #saved(): void {
    this.nextState = null
    this.#view.set({ edit: '' })
    void this.source.refetch()
  }

  #next(congress: Congress, today: string) {
    const { overview, states } = words().congresses
    const [usual, ...others] = possibleStates(congress.state)
    if (!this.may('organizer') || usual === undefined) return nothing
    // Before its day nobody calls it held: what is next is its paper.
    const isAhead = usual === 'held' && (congress.dateFrom === null || congress.dateFrom > today)
    return html`
      <section class="card">
        <h2>${overview.next}</h2>
        <div class="row">
          ${isAhead ? this.#paperStep(congress) : nothing}
          <button class="button ${isAhead ? '' : 'primary'}" @click=${() => (this.nextState = usual)}>
            ${states.to[usual]}
          </button>
          ${others.map(
            (each) => html`<button class="button" @click=${() => (this.nextState = each)}>${states.to[each]}</button>`,
          )}
        </div>
      </section>
    `
  }

  #paperStep({ id }: Congress) {
    const { overview } = words().congresses
    return this.hasProgramme === true
      ? html`<a class="button primary" href=${`/congresses/${id}/papers`}
          >${icon('printer')} ${overview.printProgramme}</a
        >`
      : html`<a class="button primary" href=${`/congresses/${id}/programme`}>
          ${icon('list')} ${overview.writeProgramme}
        </a>`
  }

  #facts(congress: Congress, loaded: LoadedRoad) {
    const { congresses, terms, common } = words()
    const { columns, fields, overview } = congresses
    const unit = loaded.unit(congress.unitId)
    const venue = congress.venueId === null ? undefined : loaded.venue(congress.venueId)
    const level = loaded.road.levels.find(({ id }) => id === congress.levelId)
    const lower = loaded.road.congresses.filter(({ upperCongressId }) => upperCongressId === congress.id).length
    const leaders = congress.postIds.flatMap((id) => loaded.post(id)?.name ?? [])
    const [person = '', phone = ''] = [unit?.contactName, unit?.contactPhone]
    const contact =
      person === '' && phone === '' ? '' : html`${person}${person && phone ? ', ' : ''}${phoneLinks(phone)}`
    const line = (label: string, value: unknown) =>
      html`<dt>${label}</dt>
        <dd>${value === '' || value === undefined ? html`<span class="muted">${common.notSet}</span>` : value}</dd>`
    return html`
      <section class="card">
        <h2>${overview.facts} ${congress.isPilot ? badge('blue', 'flag', columns.pilot) : nothing}</h2>
        <dl>
          ${line(columns.unit, unit?.name)} ${line(columns.level, level === undefined ? '' : levelName(level))}
          ${line(columns.form, congress.form)} ${line(fields.theme, congress.theme)}
          ${line(columns.date, this.#when(congress))}
          ${line(columns.venue, venue ? `${venue.name}${venue.capacity === null ? '' : ` (${venue.capacity})`}` : '')}
          ${line(
            columns.delegates,
            congress.expectedDelegates === null
              ? ''
              : congresses.people(congress.expectedDelegates, congress.expectedGuests ?? 0),
          )}
          ${line(fields.assembly, congress.assembly === null ? '' : terms.assemblies[congress.assembly])}
          ${line(columns.leaders, leaders.join('; '))} ${line(fields.upper, this.#upper(congress, loaded))}
          ${lower > 0 ? line(overview.lower(lower), html`<a href="/road">${words().shell.pages.road}</a>`) : nothing}
          ${line(overview.contact, contact)} ${congress.note === '' ? nothing : line(fields.note, congress.note)}
        </dl>
      </section>
    `
  }

  /** The congress above, or that there is one which this account may not see. */
  #upper({ upperCongressId }: Congress, loaded: LoadedRoad) {
    if (upperCongressId === null) return ''
    const upper = loaded.congress(upperCongressId)
    return upper
      ? html`<a href=${`/congresses/${upper.id}`}>${upper.title}</a>`
      : html`<span class="muted">${words().common.hidden}</span>`
  }

  #when(congress: Congress) {
    const { congresses, terms } = words()
    const { dateFrom, dateTo, weekOf, halfDay, formerDate, isDateInvented } = congress
    const main =
      dateFrom === null || dateTo === null
        ? weekOf === null
          ? congresses.noDate
          : congresses.week(formatShortDate(weekOf, language()))
        : dateFrom === dateTo
          ? `${terms.halfDays[halfDay]}, ${formatDate(dateFrom, language())}`
          : formatDateRange(dateFrom, dateTo, language())
    return html`
      ${main}
      ${formerDate === null ? nothing : html`<span class="muted">(${congresses.formerDate(formatShortDate(formerDate, language()))})</span>`}
      ${isDateInvented ? html`<span title=${congresses.inventedHelp}>${badge('slate', 'info', congresses.invented)}</span>` : nothing}
    `
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

  async #delete({ id, version }: Congress): Promise<void> {
    const isDeleted = await did(
      deleteCongress(id, version).then(() => true),
      words().congresses.done.deleted,
    )
    if (isDeleted) await navigate('/congresses')
  }

  async #follow(way: WayOut, congress: Congress, loaded: LoadedRoad): Promise<void> {
    if (way.congressId !== congress.id) {
      await navigate(`/congresses/${way.congressId}?edit=${way.kind}`)
      return
    }
    if (way.kind !== 'move') {
      this.#view.set({ edit: way.kind })
      return
    }
    const placed = loaded.index.congresses.get(congress.id)
    const dateTo = addDays(way.date, placed?.hasDate ? placed.lastDay - placed.firstDay : 0)
    const change = { dateFrom: way.date, dateTo, weekOf: null, halfDay: way.halfDay, reason: '', paperNumber: '' }
    const moved = words().congresses.done.moved(congress.title, formatShortDate(way.date, language()))
    await did(moveCongress(congress.id, { ...change, version: congress.version }), moved)
    await this.source.refetch()
  }
}
