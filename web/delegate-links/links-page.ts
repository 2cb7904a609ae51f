import { css, html, nothing } from 'lit'
import { customElement, query, state } from 'lit/decorators.js'
import {
  linkStates,
  type DelegationLink,
  type LinkRow,
  type LinksToChange,
} from '../../server/delegate-links/schema.ts'
import { reachNote } from '../accounts/reach-note.ts'
import { LiveController } from '../api/changes.ts'
import * as api from '../api/delegate-links.ts'
import { CongressPage } from '../congresses/congress-page.ts'
import { did } from '../did.ts'
import { askFirst } from '../parts/modal-dialog.ts'
import { tabs, tabStyles } from '../parts/tabs.ts'
import type { Column, RecordTable } from '../records/record-table.ts'
import { ViewState } from '../router.ts'
import { controls } from '../style/controls.ts'
import { icon, type IconName } from '../style/icons.ts'
import { translated, words } from '../words/words.ts'
import '../parts/chip-filter.ts'
import '../parts/empty-state.ts'
import '../parts/error-panel.ts'
import '../records/record-table.ts'
import { liaisonLinks } from './liaison-links.ts'
import { linkColumns } from './link-columns.ts'
import type { LinkSubject } from './link-dialog.ts'
import './last-day-dialog.ts'
import './link-dialog.ts'
import './slips-dialog.ts'
import './static-pages-dialog.ts'

/** As many ids as an address holds. */
const mostPages = 200

/** /congresses/:id/links — who has a personal link, who opened it, what was answered. */
@customElement('delegate-links-page')
export class DelegateLinksPage extends CongressPage {
  protected readonly tab = 'links'
  readonly #view = new ViewState(this, { q: '', of: '', link: '', answer: '', delegation: '', wrong: '' })
  @state() private rows: readonly LinkRow[] | null = null
  @state() private delegations: readonly DelegationLink[] = []
  @state() private isReleased = true
  /** What every link begins with. */
  @state() private origin = ''
  @state() private chosen: readonly string[] = []
  /** The delegate whose link is shown. */
  @state() private openId: string | null = null
  /** Whose last day is asked for. */
  @state() private dated: { links: LinksToChange['links']; lastDay: string | null } | null = null
  /** Whose pages are exported for a web host: none named = everybody's. */
  @state() private exported: readonly string[] | null = null
  /** Whether slips are asked for. */
  @state() private printed = false
  @query('record-table') private readonly table!: RecordTable | null

  static override styles = [
    ...controls,
    tabStyles,
    css`
      .intro {
        display: grid;
        gap: var(--space-half);
        margin-block-end: var(--space-2);
      }
      .liaisons > p {
        margin: 0;
      }
      .liaisons > .button {
        margin-block: var(--space);
      }
      .intro p {
        margin: 0;
      }
    `,
  ]

  constructor() {
    super()
    new LiveController(this, api.tablesOfLinks, ({ congressId }) => {
      if (congressId === null || congressId === this.congressId) void this.#fetch()
    })
  }

  override connectedCallback(): void {
    super.connectedCallback()
    void this.#fetch()
  }

  async #fetch(): Promise<void> {
    try {
      Object.assign(this, await api.listLinks(this.congressId))
      this.failure = null
    } catch (error) {
      this.failure = error
    }
  }

  protected override actions() {
    const { delegateLinks: text } = words()
    const { rows } = this
    if (!rows || rows.length === 0) return nothing
    return html`
      <button class="button" @click=${() => (this.printed = true)}>${icon('printer')} ${text.slips}</button>
      <button class="button" @click=${() => (this.exported = [])}>
        ${icon('download')} ${words().staticPages.button}
      </button>
      ${
        this.#without.length > 0
          ? html`<button class="button primary" @click=${() => this.#issueAll()}>
              ${icon('link')} ${text.issueAll}
            </button>`
          : nothing
      }
    `
  }

  protected override body() {
    const { common, delegateLinks: text } = words()
    const { rows } = this
    if (!rows) {
      return this.failure === null
        ? html`<p class="muted">${common.loading}</p>`
        : html`<error-panel .error=${this.failure} retryable @retried=${() => this.#fetch()}></error-panel>`
    }
    if (rows.length === 0) {
      return html`<empty-state icon="link" heading=${text.none} sentence=${text.noneHelp}>
        <a class="button primary" href=${`/congresses/${this.congressId}/lists?list=delegates`}>${text.toList}</a>
      </empty-state>`
    }
    return html`
      <div class="intro">
        <p class="muted">${text.help}</p>
        <p>${this.#totals(rows)}</p>
        ${
          this.isReleased
            ? nothing
            : html`<p>
                ${text.unreleased}
                <a href=${`/congresses/${this.congressId}/programme`}>${text.toProgramme}</a>
              </p>`
        }
        ${reachNote(this.origin, { isForOutside: true })}
      </div>
      ${this.#whose(rows)}
      ${
        this.#isOfLiaisons
          ? liaisonLinks({
              delegations: this.delegations,
              issue: (ids) => void this.#do(api.issueLiaisonLinks(this.congressId, ids), text.issued(ids.length)),
              open: (id) => (this.openId = id),
            })
          : this.#table(rows)
      }
      ${
        this.openId === null
          ? nothing
          : html`<link-dialog
              .congressId=${this.congressId}
              .row=${[...rows, ...this.delegations].find(({ id }) => id === this.openId)}
              @form-closed=${() => (this.openId = null)}
              @link-changed=${() => this.#fetch()}
              @last-day-wanted=${({ detail }: CustomEvent<LinkSubject>) => this.#askLastDay([detail])}
            ></link-dialog>`
      }
      ${
        this.exported === null
          ? nothing
          : html`<static-pages-dialog
              .congressId=${this.congressId}
              .delegateIds=${this.exported}
              @form-closed=${() => (this.exported = null)}
            ></static-pages-dialog>`
      }
      ${
        this.printed
          ? html`<slips-dialog
              .congressId=${this.congressId}
              .rows=${rows}
              ?released=${this.isReleased}
              .chosenIds=${this.chosen}
              .origin=${this.origin}
              @form-closed=${() => (this.printed = false)}
              @link-changed=${() => this.#fetch()}
            ></slips-dialog>`
          : nothing
      }
      ${
        this.dated === null
          ? nothing
          : html`<last-day-dialog
              .congressId=${this.congressId}
              .links=${this.dated.links}
              .lastDay=${this.dated.lastDay}
              @form-closed=${() => (this.dated = null)}
              @link-changed=${() => this.#changed()}
            ></last-day-dialog>`
      }
    `
  }

  get #isOfLiaisons(): boolean {
    return this.#view.get('of') === 'liaisons' && this.delegations.length > 0
  }

  /** Links of delegates, and of the liaisons where there are delegations. */
  #whose(rows: readonly LinkRow[]) {
    const { delegateLinks: text } = words()
    if (this.delegations.length === 0) return nothing
    const href = `/congresses/${this.congressId}/links`
    const [isOfLiaisons, count] = [this.#isOfLiaisons, this.delegations.length]
    return tabs(
      text.whose,
      [
        { href, word: text.ofDelegates, isCurrent: !isOfLiaisons, count: rows.length },
        { href: `${href}?of=liaisons`, word: text.liaisons, isCurrent: isOfLiaisons, count },
      ],
      'inner',
    )
  }

  #totals(rows: readonly LinkRow[]): string {
    const count = (isCounted: (row: LinkRow) => boolean) => rows.filter(isCounted).length
    return words().delegateLinks.totals(
      rows.length,
      count(({ state }) => state === 'opened'),
      count(({ answer }) => answer === 'confirmed'),
      count(({ answer }) => answer === 'declined'),
    )
  }

  #table(rows: readonly LinkRow[]) {
    const { shell, delegateLinks: text } = words()
    const wanted = {
      link: this.#chosenIn('link'),
      answer: this.#chosenIn('answer'),
      delegation: this.#chosenIn('delegation'),
    }
    const found = rows.filter(
      (row) =>
        isAmong(wanted.link, row.state) &&
        isAmong(wanted.answer, row.answer ?? 'none') &&
        isAmong(wanted.delegation, row.delegation) &&
        (this.#view.get('wrong') === '' || row.reports.length > 0),
    )
    const delegations = [...new Set(rows.map(({ delegation }) => delegation))].filter(Boolean)
    const filter = (name: 'link' | 'answer' | 'delegation', label: string, choices: [string, string][]) =>
      html`<chip-filter
        slot="filters"
        name=${label}
        .choices=${choices}
        .chosen=${wanted[name]}
        @filter-changed=${({ detail }: CustomEvent<string[]>) => this.#view.set({ [name]: detail.join('~') })}
      ></chip-filter>`
    return html`<record-table
      plain
      selectable
      label=${shell.pages.links}
      .columns=${linkColumns((id) => (this.openId = id)) as readonly Column<never>[]}
      .rows=${found}
      .nameOf=${({ name }: LinkRow) => name}
      sought=${this.#view.get('q')}
      ?narrowed=${found.length < rows.length}
      @search-changed=${({ detail }: CustomEvent<string>) => this.#view.set({ q: detail })}
      @filters-cleared=${() => this.#view.set({ q: '', link: '', answer: '', delegation: '', wrong: '' })}
      @selection-changed=${({ detail }: CustomEvent<string[]>) => (this.chosen = detail)}
    >
      ${filter(
        'link',
        text.stateFilter,
        linkStates.map((each) => [each, text.states[each]]),
      )}
      ${filter('answer', text.answerFilter, Object.entries(text.answers))}
      ${
        delegations.length > 1
          ? filter(
              'delegation',
              text.delegationFilter,
              delegations.map((each) => [each, translated(each)]),
            )
          : nothing
      }
      ${this.#onlyReported(rows)} ${this.#selection(rows)}
    </record-table>`
  }

  /** Those who say that something is written wrong, where there are any. */
  #onlyReported(rows: readonly LinkRow[]) {
    const isOn = this.#view.get('wrong') !== ''
    if (!isOn && !rows.some(({ reports }) => reports.length > 0)) return nothing
    return html`<button
      slot="filters"
      class="chip ${isOn ? 'on' : ''}"
      aria-pressed=${isOn}
      @click=${() => this.#view.set({ wrong: isOn ? '' : 'yes' })}
    >
      ${words().delegateLinks.onlyReported}
    </button>`
  }

  #chosenIn(name: 'link' | 'answer' | 'delegation'): string[] {
    return this.#view.get(name).split('~').filter(Boolean)
  }

  /** What may be done with the chosen. */
  #selection(rows: readonly LinkRow[]) {
    const { delegateLinks: text } = words()
    const chosen = rows.filter(({ id }) => this.chosen.includes(id))
    if (chosen.length === 0) return nothing
    const without = chosen.filter(({ linkId, standing }) => linkId === null && standing !== 'withdrawn')
    const given = chosen.flatMap(({ linkId, version }) => (linkId && version ? [{ id: linkId, version }] : []))
    const open = chosen.flatMap(({ linkId, version, state }) =>
      linkId && version && state !== 'revoked' ? [{ id: linkId, version }] : [],
    )
    const button = (label: string, name: IconName, work: () => void) =>
      html`<button class="button small" @click=${work}>${icon(name)} ${label}</button>`
    return html`<span slot="selection" class="row">
      ${without.length > 0 ? button(text.issue, 'link', () => void this.#issue(without.map(({ id }) => id))) : nothing}
      ${chosen.some(({ hasSlip }) => hasSlip) ? button(text.slips, 'printer', () => (this.printed = true)) : nothing}
      ${
        given.length > 0
          ? button(
              text.renew,
              'rotate-ccw',
              () => void this.#do(api.renewLinks(this.congressId, given), text.renewed(given.length)),
            )
          : nothing
      }
      ${
        given.length > 0
          ? button(text.lastDay.button, 'clock', () => this.#askLastDay(chosen.filter(({ linkId }) => linkId !== null)))
          : nothing
      }
      ${
        open.length > 0
          ? button(
              text.revoke,
              'ban',
              () => void this.#do(api.revokeLinks(this.congressId, open), text.revoked(open.length)),
            )
          : nothing
      }
      ${
        chosen.length <= mostPages
          ? button(words().staticPages.button, 'download', () => (this.exported = chosen.map(({ id }) => id)))
          : html`<span class="small muted">${text.tooMany(mostPages)}</span>`
      }
    </span>`
  }

  #askLastDay(of: readonly LinkSubject[]): void {
    const links = of.flatMap(({ linkId, version }) => (linkId && version ? [{ id: linkId, version }] : []))
    const days = new Set(of.map(({ lastDay }) => lastDay))
    this.openId = null
    this.dated = { links, lastDay: days.size === 1 ? (of[0]?.lastDay ?? null) : null }
  }

  /** So many at once are told before they are made. */
  async #issueAll(): Promise<void> {
    const { issueMany: text } = words().delegateLinks
    const count = this.#without.length
    const heading = text.heading(count)
    if (await askFirst({ heading, sentence: text.sentence(count), action: heading, isHarmless: true })) {
      await this.#issue(null, count)
    }
  }

  get #without(): LinkRow[] {
    return this.rows?.filter(({ state, standing }) => state === 'none' && standing !== 'withdrawn') ?? []
  }

  /** For those named, or (null) for all who have none: so many. */
  async #issue(delegateIds: readonly string[] | null, count = delegateIds?.length ?? 0): Promise<void> {
    await this.#do(api.issueLinks(this.congressId, delegateIds), words().delegateLinks.issued(count))
  }

  async #do(work: Promise<unknown>, sentence: string): Promise<void> {
    await did(work, sentence)
    await this.#changed()
  }

  async #changed(): Promise<void> {
    this.table?.clearSelection()
    await this.#fetch()
  }
}

const isAmong = (wanted: readonly string[], value: string): boolean => wanted.length === 0 || wanted.includes(value)

declare global {
  interface HTMLElementTagNameMap {
    'delegate-links-page': DelegateLinksPage
  }
}
