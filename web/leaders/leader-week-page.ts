import { html, nothing } from 'lit'
import { customElement, state } from 'lit/decorators.js'
import { leaderOf } from '../../server/conflicts/rules/road-index.ts'
import type { Conflict, WayOut } from '../../server/conflicts/schema.ts'
import { addDays, dayNumber, formatDayLabel, formatShortDate, isDate, mondayOf } from '../../server/format/dates.ts'
import { weekOfLeader, type LeaderDay, type LeaderHalf } from '../../server/leaders/rules/week.ts'
import type { Post } from '../../server/people/schema.ts'
import type { StandIn } from '../../server/leaders/schema.ts'
import { LiveController } from '../api/changes.ts'
import { moveCongress } from '../api/congresses.ts'
import { listStandIns, weekPath } from '../api/leaders.ts'
import { pathOfWay } from '../conflicts/path-of-way.ts'
import { noCycle } from '../cycles/no-cycle.ts'
import { currentCycle } from '../cycle.ts'
import { did } from '../did.ts'
import { shownTitle } from '../congresses/shown-title.ts'
import { PageElement } from '../parts/element.ts'
import { phoneLinks } from '../parts/phone.ts'
import { RoadSource, type LoadedRoad } from '../road/road-source.ts'
import { navigate, ViewState } from '../router.ts'
import { controls } from '../style/controls.ts'
import { icon } from '../style/icons.ts'
import { language, translated, words } from '../words/words.ts'
import { holderName, leaderName } from './leader-name.ts'
import { leaderWeekStyle } from './leader-week-style.ts'
import '../conflicts/conflict-list.ts'
import '../parts/empty-state.ts'
import '../parts/error-panel.ts'
import '../parts/page-header.ts'
import '../feeds/feed-button.ts'
import './leave-dialog.ts'
import '../papers/former-signers.ts'
import './mention-list.ts'
import './replace-leader-dialog.ts'

type Dialog = 'leave' | 'replace'

/** /leaders/:id/week — where the holder of a post is this week, and what stands in the way. */
@customElement('leader-week-page')
export class LeaderWeekPage extends PageElement {
  readonly #source = new RoadSource(this)
  readonly #view = new ViewState(this, { day: '' })
  @state() private dialog: Dialog | null = null
  /** The one congress at which the leader is to be replaced; null = at those of the week. */
  @state() private replacedAt: string | null = null
  @state() private standIns: readonly StandIn[] = []
  /** The cycle whose stand-ins are fetched. */
  #standInsOf: string | null = null

  constructor() {
    super()
    new LiveController(this, ['replacements', 'congresses'], () => void this.#fetchStandIns())
  }

  static override styles = [...controls, leaderWeekStyle]

  protected override willUpdate(): void {
    const cycleId = this.#source.loaded?.road.cycle.id ?? null
    if (cycleId === this.#standInsOf) return
    this.#standInsOf = cycleId
    this.standIns = []
    void this.#fetchStandIns()
  }

  /** Without them the page says all the rest. */
  async #fetchStandIns(): Promise<void> {
    const cycleId = this.#standInsOf
    if (cycleId === null) return
    const standIns = await listStandIns(cycleId).catch(() => [])
    if (cycleId === this.#standInsOf) this.standIns = standIns
  }

  override render() {
    const { common, leaders, shell } = words()
    const { loaded, error } = this.#source
    const crumbs = [['/leaders', shell.pages.leaders]] as const
    if (!loaded) {
      if (currentCycle() === null) return noCycle()
      return html`<page-header heading=${shell.pages.leaderWeek} .crumbs=${crumbs}></page-header>
        ${error === null ? html`<p class="muted">${common.loading}</p>` : html`<error-panel .error=${error}></error-panel>`}`
    }
    const post = loaded.post(this.params['id'] ?? '')
    if (!post) {
      return html`<page-header heading=${shell.pages.leaderWeek} .crumbs=${crumbs}></page-header>
        <empty-state icon="users-round" heading=${leaders.week.notHere}></empty-state>`
    }
    const monday = this.#monday(loaded)
    return html`
      <page-header heading=${leaderName(post, monday)} .crumbs=${crumbs}>
        <span slot="actions" class="row">${this.#actions(post, monday, loaded)}</span>
      </page-header>
      <p class="about muted">${this.#about(post, monday)}</p>
      ${this.#weeks(monday, loaded)} ${this.#body(post, monday, loaded)} ${this.#openDialog(post, monday, loaded)}
    `
  }

  #monday({ road }: LoadedRoad): string {
    const day = this.#view.get('day')
    return mondayOf(isDate(day) ? day : road.today)
  }

  /** The post under the holder's name, and the telephone of its office. */
  #about(post: Post, monday: string) {
    const name = holderName(post, monday)
    const isPost = leaderName(post, monday) === translated(post.name)
    return html`${isPost ? name : translated(post.name)}${post.phone === '' ? nothing : html` · ${phoneLinks(post.phone)}`}`
  }

  #actions(post: Post, monday: string, loaded: LoadedRoad) {
    const { common, leaders } = words()
    const mayPlan = loaded.may('organizer', post.unitId)
    return html`
      ${
        mayPlan
          ? html`<button class="button" @click=${() => this.#open('replace')}>
                ${icon('arrow-left-right')} ${leaders.replace.action}
              </button>
              ${
                this.#personId(post, monday) === null
                  ? nothing
                  : html`<button class="button" @click=${() => this.#open('leave')}>
                      ${icon('calendar-x')} ${leaders.leave.record}
                    </button>`
              }`
          : nothing
      }
      ${
        loaded.may('secretariat', post.unitId)
          ? html`<feed-button
              kind="leader"
              .targets=${[{ value: post.id, label: translated(post.name) }]}
            ></feed-button>`
          : nothing
      }
      ${
        loaded.may('viewer', post.unitId)
          ? html`<a class="button" href=${weekPath(loaded.road.cycle.id, post.id, monday, language())} target="_blank">
              ${icon('printer')} ${common.print}
            </a>`
          : nothing
      }
    `
  }

  #open(dialog: Dialog, congressId: string | null = null): void {
    this.replacedAt = congressId
    this.dialog = dialog
  }

  /** The person whose absence is recorded: who alone holds the post in the week. */
  #personId({ holders }: Post, monday: string): string | null {
    const sunday = addDays(monday, 6)
    const found = holders.filter(({ from, to }) => (from ?? '') <= sunday && monday <= (to ?? '9999'))
    return found.length === 1 ? (found[0]?.personId ?? null) : null
  }

  #weeks(monday: string, { road }: LoadedRoad) {
    const { week: text } = words().leaders
    const write = (date: string) => formatShortDate(date, language())
    const to = (day: string) => this.#view.set({ day }, { push: true })
    return html`<div class="weeks">
      <button
        class="button icon-only"
        aria-label=${text.previous}
        title=${text.previous}
        @click=${() => to(addDays(monday, -7))}
      >
        ${icon('chevron-left')}
      </button>
      <h2 aria-live="polite">${text.label(write(monday), write(addDays(monday, 6)))}</h2>
      <button
        class="button icon-only"
        aria-label=${text.next}
        title=${text.next}
        @click=${() => to(addDays(monday, 7))}
      >
        ${icon('chevron-right')}
      </button>
      ${
        mondayOf(road.today) === monday
          ? nothing
          : html`<button class="button" @click=${() => to('')}>${text.this}</button>`
      }
    </div>`
  }

  #body(post: Post, monday: string, loaded: LoadedRoad) {
    const { leaders } = words()
    const week = weekOfLeader(loaded.index, post.id, monday, this.standIns)
    const open = this.#conflicts(post, monday, loaded)
    return html`<div class="stack">
      <div class="week">${week.days.map((day) => this.#day(day, open, loaded))}</div>
      ${
        week.undatedIds.length + week.undatedStandIns.length === 0
          ? nothing
          : html`<section class="card">
              <h2>${leaders.week.undated}</h2>
              ${week.undatedIds.map((id) => this.#entry(id, open, loaded))}
              ${week.undatedStandIns.map((standIn) => this.#replaced(standIn, loaded))}
            </section>`
      }
      <mention-list .loaded=${loaded} .postId=${post.id}></mention-list>
      <former-signers .loaded=${loaded} .postId=${post.id}></former-signers>
      <section class="conflicts" aria-labelledby="conflicts">
        <h2 id="conflicts">
          ${leaders.week.conflicts} ${open.length > 0 ? html`<span class="badge amber">${open.length}</span>` : nothing}
        </h2>
        <conflict-list
          .loaded=${loaded}
          .conflicts=${open}
          .none=${leaders.week.noConflicts}
          @way-chosen=${({ detail }: CustomEvent<{ way: WayOut }>) => this.#follow(detail.way, post, loaded)}
          @road-changed=${() => this.#source.refetch()}
        ></conflict-list>
      </section>
    </div>`
  }

  /** Conflicts of the week that are of this leader, in whichever post. */
  #conflicts(post: Post, monday: string, { open, index }: LoadedRoad): Conflict[] {
    const sunday = addDays(monday, 6)
    return open.filter(({ rule, postId, date }) => {
      if (!rule.startsWith('leader-') || postId === null || date === null || date < monday || date > sunday)
        return false
      return leaderOf(index, postId, dayNumber(date)) === leaderOf(index, post.id, dayNumber(date))
    })
  }

  #day(day: LeaderDay, open: readonly Conflict[], loaded: LoadedRoad) {
    const { week: text } = words().leaders
    const [morning, afternoon] = day.halves
    const ways = day.ways.map(({ fromId, toId }) => text.way(placeName(fromId, loaded), placeName(toId, loaded)))
    return html`<section class=${`day ${day.date === loaded.road.today ? 'today' : ''}`}>
      <h3>${formatDayLabel(day.date, language())}</h3>
      ${morning ? this.#half(morning, open, loaded) : nothing}
      ${ways.length === 0 ? html`<span></span>` : html`<div class="way">${ways.map((way) => html`<p>${way}</p>`)}</div>`}
      ${afternoon ? this.#half(afternoon, open, loaded) : nothing}
    </section>`
  }

  #half({ half, congressIds, standIns, isAway }: LeaderHalf, open: readonly Conflict[], loaded: LoadedRoad) {
    const { leaders, terms } = words()
    const isFree = congressIds.length + standIns.length === 0 && !isAway
    return html`<div class=${`half ${isAway ? 'away' : ''} ${isFree ? 'free' : ''}`}>
      <h4>${terms.halfDays[half]}</h4>
      ${isAway ? html`<p><span class="badge slate">${icon('calendar-x')}${leaders.week.away}</span></p>` : nothing}
      ${isFree ? html`<p class="muted small">${leaders.week.nothing}</p>` : nothing}
      ${congressIds.map((id) => this.#entry(id, open, loaded))}
      ${standIns.map((standIn) => this.#replaced(standIn, loaded))}
    </div>`
  }

  /** What the leader was to attend, and who does in his place. */
  #replaced({ congressId, postAfter, personAfter }: StandIn, loaded: LoadedRoad) {
    const congress = loaded.congress(congressId)
    const unit = loaded.unit(congress?.unitId ?? '')
    if (!congress || !unit) return nothing
    return html`<div class="entry replaced">
      <a href=${`/congresses/${congressId}`} title=${shownTitle(congress, loaded)}><s>${unit.name}</s></a>
      <p class="small">
        ${icon('arrow-left-right')} <span>${words().leaders.week.standIn(personAfter || translated(postAfter))}</span>
      </p>
    </div>`
  }

  #entry(id: string, open: readonly Conflict[], loaded: LoadedRoad) {
    const congress = loaded.congress(id)
    const unit = loaded.unit(congress?.unitId ?? '')
    if (!congress || !unit) return nothing
    const isTroubled = open.some(({ congressId, otherCongressIds }) => [congressId, ...otherCongressIds].includes(id))
    const venue = congress.venueId === null ? undefined : loaded.venue(congress.venueId)
    return html`<div class=${`entry ${isTroubled ? 'troubled' : ''}`}>
      <a href=${`/congresses/${id}`} title=${shownTitle(congress, loaded)}>${unit.name}</a>
      ${venue ? html`<p class="small">${icon('map-pin')} ${venue.name}</p>` : nothing}
      ${
        unit.contactPhone === ''
          ? nothing
          : html`<p class="small">
              ${icon('phone')} <span>${unit.contactName} ${phoneLinks(unit.contactPhone)}</span>
            </p>`
      }
    </div>`
  }

  #openDialog(post: Post, monday: string, loaded: LoadedRoad) {
    const close = () => (this.dialog = null)
    const refetch = () => this.#source.refetch()
    const sunday = addDays(monday, 6)
    if (this.dialog === 'replace') {
      return html`<replace-leader-dialog
        .loaded=${loaded}
        .post=${post}
        .congressId=${this.replacedAt}
        from=${monday}
        to=${sunday}
        @leader-replaced=${refetch}
        @form-closed=${close}
      ></replace-leader-dialog>`
    }
    const personId = this.#personId(post, monday)
    if (this.dialog !== 'leave' || personId === null) return nothing
    return html`<leave-dialog
      personId=${personId}
      heading=${leaderName(post, monday)}
      from=${monday}
      to=${sunday}
      @leave-changed=${refetch}
      @form-closed=${close}
    ></leave-dialog>`
  }

  async #follow(way: WayOut, post: Post, loaded: LoadedRoad): Promise<void> {
    const congress = loaded.congress(way.congressId)
    if (!congress) return
    if (way.kind === 'change-leader' && way.postId === post.id) return this.#open('replace', congress.id)
    if (way.kind !== 'move') return void (await navigate(pathOfWay(way)))
    const placed = loaded.index.congresses.get(congress.id)
    const dateTo = addDays(way.date, placed?.hasDate ? placed.lastDay - placed.firstDay : 0)
    const change = { dateFrom: way.date, dateTo, weekOf: null, halfDay: way.halfDay, reason: '', paperNumber: '' }
    const moved = words().congresses.done.moved(shownTitle(congress, loaded), formatShortDate(way.date, language()))
    await did(moveCongress(congress.id, { ...change, version: congress.version }), moved)
    await this.#source.refetch()
  }
}

const placeName = (congressId: string, loaded: LoadedRoad): string => {
  const congress = loaded.congress(congressId)
  const venue = congress?.venueId == null ? undefined : loaded.venue(congress.venueId)
  return venue?.name ?? loaded.unit(congress?.unitId ?? '')?.name ?? ''
}
