import { html, nothing, type TemplateResult } from 'lit'
import { state } from 'lit/decorators.js'
import type { Congress } from '../../server/congresses/schema.ts'
import { findCongress } from '../api/congresses.ts'
import { currentCycle, cycles, rememberCycle } from '../cycle.ts'
import { PageElement } from '../parts/element.ts'
import { stateBadge } from '../parts/state-badge.ts'
import { tabs } from '../parts/tabs.ts'
import { RoadSource, type LoadedRoad } from '../road/road-source.ts'
import { words } from '../words/words.ts'
import { shownTitle } from './shown-title.ts'
import '../parts/error-panel.ts'
import '../parts/page-header.ts'

type Tab =
  'overview' | 'programme' | 'delegates' | 'seating' | 'lists' | 'links' | 'papers' | 'outsideForms' | 'history'

const paths: Record<Tab, string> = {
  overview: '',
  programme: '/programme',
  delegates: '/delegates',
  seating: '/seating',
  lists: '/lists',
  links: '/links',
  papers: '/papers',
  outsideForms: '/outside-forms',
  history: '/history',
}

/** Pages within the tab of delegates, in the order in which they are first needed. */
const partsOfDelegates = {
  delegates: '/delegates',
  quotas: '/quotas',
  unitLists: '/unit-lists',
  assignments: '/assignments',
  groups: '/groups',
  makeUp: '/make-up',
} as const

/**
 * Base of the pages of one congress: finds it in the road, draws its head and tabs. A page gives its `tab`, the `innerTab` of
 * it where a tab has several, its `body(congress, loaded)` and, in the head, its `actions(congress)`; its styles hold `controls` and `tabStyles`.
 */
export abstract class CongressPage extends PageElement {
  protected abstract readonly tab: Tab
  protected readonly innerTab: keyof typeof partsOfDelegates | null = null
  protected readonly source = new RoadSource(this)
  /** Why the congress, or what a tab shows of it, could not be fetched. */
  @state() protected failure: unknown = null

  protected abstract body(congress: Congress, loaded: LoadedRoad): TemplateResult

  protected actions(_congress: Congress, _loaded: LoadedRoad): TemplateResult | typeof nothing {
    return nothing
  }

  protected get congressId(): string {
    return this.params['id'] ?? ''
  }

  protected get congress(): Congress | undefined {
    return this.source.loaded?.congress(this.congressId)
  }

  protected may(role: 'secretariat' | 'organizer'): boolean {
    const { congress } = this
    return congress !== undefined && this.source.loaded?.may(role, congress.unitId) === true
  }

  /** The rules that do not apply at the congress's level. */
  protected rulesOff({ levelId }: Congress): readonly string[] {
    return this.source.loaded?.road.levels.find(({ id }) => id === levelId)?.rulesOff ?? []
  }

  override connectedCallback(): void {
    super.connectedCallback()
    void this.#followCycle()
  }

  /** A link may lead to a congress of another cycle than the one last looked at. */
  async #followCycle(): Promise<void> {
    try {
      const { cycleId } = await findCongress(this.congressId)
      if (currentCycle()?.id === cycleId) return
      rememberCycle(cycleId)
      cycles.set(cycles.get())
    } catch (error) {
      this.failure = error
    }
  }

  override render() {
    const { common, congresses, shell } = words()
    const { congress } = this
    const { loaded } = this.source
    const crumbs = [['/congresses', shell.pages.congresses]] as const
    if (!congress || !loaded) {
      const failure = this.failure ?? this.source.error
      return html`<page-header heading=${shell.pages.congress} .crumbs=${crumbs}></page-header>
        ${failure === null ? html`<p class="muted">${common.loading}</p>` : html`<error-panel .error=${failure}></error-panel>`}`
    }
    const isLate = loaded.open.some(({ rule, congressId }) => rule === 'late' && congressId === congress.id)
    const tabsOfRole = (Object.keys(paths) as Tab[]).filter((tab) => tab !== 'links' || this.may('secretariat'))
    const all = tabsOfRole.map((tab) => ({
      href: `/congresses/${congress.id}${paths[tab]}`,
      word: congresses.tabs[tab],
      isCurrent: tab === this.tab,
    }))
    return html`
      <page-header heading=${shownTitle(congress, loaded)} .crumbs=${crumbs}>
        <span slot="beside">${stateBadge(isLate ? 'late' : congress.state)}</span>
        <span slot="actions" class="row">${this.actions(congress, loaded)}</span>
      </page-header>
      ${tabs(congresses.tabsLabel, all)} ${this.innerTab === null ? nothing : this.#innerTabs(congress)}
      ${this.body(congress, loaded)}
    `
  }

  #innerTabs({ id }: Congress): TemplateResult {
    const { shell, congresses } = words()
    const all = (Object.keys(partsOfDelegates) as (keyof typeof partsOfDelegates)[]).map((part) => ({
      href: `/congresses/${id}${partsOfDelegates[part]}`,
      word: shell.pages[part],
      isCurrent: part === this.innerTab,
    }))
    return tabs(congresses.tabs.delegates, all, 'inner')
  }
}
