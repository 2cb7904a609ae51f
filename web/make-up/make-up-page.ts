import { html, nothing } from 'lit'
import { customElement, state } from 'lit/decorators.js'
import type { Congress } from '../../server/congresses/schema.ts'
import { formatShortDate } from '../../server/format/dates.ts'
import { formatNumber } from '../../server/format/numbers.ts'
import { hasHidden } from '../../server/make-up/rules/hiding.ts'
import {
  bases,
  partNames,
  type Base,
  type Comparable,
  type MakeUp,
  type PartName,
} from '../../server/make-up/schema.ts'
import { LiveController } from '../api/changes.ts'
import { paperPath, wordPath, workbookPath } from '../api/documents.ts'
import { findMakeUp, listComparable, tablesOfMakeUp } from '../api/make-up.ts'
import { CongressPage } from '../congresses/congress-page.ts'
import { tabStyles } from '../parts/tabs.ts'
import { chipSelect } from '../parts/chip-select.ts'
import { ViewState } from '../router.ts'
import { controls } from '../style/controls.ts'
import { icon } from '../style/icons.ts'
import { language, translated, words } from '../words/words.ts'
import { figuresTable, figuresTableStyle, told } from './figures-table.ts'
import { makeUpPageStyle } from './make-up-page-style.ts'
import { numberRows, partRows } from './rows.ts'
import '../parts/combo-field.ts'
import '../parts/empty-state.ts'

/** More beside each other could not be read. */
const mostCompared = 3

/** /congresses/:id/make-up — number, composition and make-up of the delegates, beside other congresses where wanted. */
@customElement('make-up-page')
export class MakeUpPage extends CongressPage {
  protected readonly tab = 'delegates'
  protected override readonly innerTab = 'makeUp'
  readonly #view = new ViewState(this, { of: 'official', version: '', with: '' })
  @state() private shown: readonly MakeUp[] | null = null
  @state() private comparable: readonly Comparable[] = []
  /** What the shown figures were asked for by. */
  #asked = ''

  constructor() {
    super()
    new LiveController(this, tablesOfMakeUp, () => {
      this.#asked = ''
      this.requestUpdate()
    })
  }

  static override styles = [...controls, tabStyles, figuresTableStyle, makeUpPageStyle]

  override connectedCallback(): void {
    super.connectedCallback()
    void listComparable(this.congressId).then(
      (found) => (this.comparable = found),
      (error: unknown) => (this.failure = error),
    )
  }

  protected override updated(): void {
    const wish = JSON.stringify([this.#base, this.#isPublic, this.#compared])
    if (wish === this.#asked) return
    this.#asked = wish
    void this.#fetch(wish)
  }

  async #fetch(wish: string): Promise<void> {
    try {
      const ids = [this.congressId, ...this.#compared]
      const found = await Promise.all(ids.map((id) => findMakeUp(id, this.#base, this.#isPublic, this.congressId)))
      if (wish !== this.#asked) return
      this.shown = found
      this.failure = null
    } catch (error) {
      if (wish === this.#asked) this.failure = error
    }
  }

  get #base(): Base {
    return bases.find((each) => each === this.#view.get('of')) ?? 'official'
  }

  get #isPublic(): boolean {
    return this.#view.get('version') === 'public'
  }

  get #compared(): string[] {
    return this.#view
      .get('with')
      .split(',')
      .filter((id) => id !== '')
      .slice(0, mostCompared)
  }

  protected override actions({ id }: Congress) {
    const { makeUp: text } = words()
    if (!this.shown || this.shown[0]?.numbers.called === 0) return nothing
    const kind = this.#isPublic ? 'delegate-figures' : 'delegate-report'
    return html`
      <a class="button" href=${paperPath(id, kind, { language: 'vi', isSample: false })} target="_blank">
        ${icon('printer')} ${text.print}
      </a>
      <a class="button" href=${wordPath(id, kind, 'vi')} download>${icon('file-text')} ${text.word}</a>
      <a class="button" href=${workbookPath(id, kind, 'vi')} download>${icon('file-spreadsheet')} ${text.workbook}</a>
      <a class="button primary" href="/congresses/${id}/papers?paper=${kind}">${icon('file-text')} ${text.paper}</a>
    `
  }

  protected override body() {
    const { common, makeUp: text } = words()
    const { shown } = this
    if (this.failure !== null) {
      return html`<error-panel .error=${this.failure} retryable @retried=${() => this.#retry()}></error-panel>`
    }
    const [own] = shown ?? []
    if (!shown || !own) return html`<p class="muted">${common.loading}</p>`
    if (own.numbers.called === 0) {
      return html`<empty-state icon="users-round" heading=${text.none} sentence=${text.noneHelp}>
        <a class="button primary" href="/congresses/${own.congressId}/delegates">${text.toDelegates}</a>
      </empty-state>`
    }
    const names = shown.map((makeUp) => this.#shortName(makeUp))
    return html`
      ${this.#bar(own, shown.some(hasHidden))} ${this.#gaps(own)}
      <div class="parts">${this.#numbers(shown, names)} ${partNames.map((name) => this.#part(name, shown, names))}</div>
      ${this.#delegations(own)}
    `
  }

  #retry(): void {
    this.failure = null
    this.#asked = ''
  }

  /** «Huyện Hải Hậu 2020»: what a column says of a congress. */
  #shortName({ congressId, title, day }: MakeUp): string {
    const { loaded } = this.source
    const congress = loaded?.congress(congressId)
    const unit = congress && loaded?.unit(congress.unitId)?.name
    return `${unit ?? translated(title)} ${day.slice(0, 4)}`
  }

  #bar({ hiddenBelow, sensitiveBelow, parts }: MakeUp, isAnyHidden: boolean) {
    const { makeUp: text } = words()
    const hasSensitive = parts.some(({ name }) => ['ethnicity', 'religion', 'party'].includes(name))
    const help = !isAnyHidden
      ? ''
      : hiddenBelow !== null
        ? text.publicHelp(hiddenBelow)
        : sensitiveBelow !== null && hasSensitive
          ? text.sensitiveHelp(sensitiveBelow)
          : ''
    return html`<div class="bar no-print">
        <span class="segments" role="group" aria-label=${text.version}>
          ${(['', 'public'] as const).map(
            (version) =>
              html`<button
                aria-pressed=${(version === 'public') === this.#isPublic}
                @click=${() => this.#view.set({ version })}
              >
                ${version === 'public' ? text.public : text.internal}
              </button>`,
          )}
        </span>
        ${
          this.#isPublic
            ? nothing
            : chipSelect({
                label: text.base,
                value: this.#base,
                choices: bases.map((base) => [base, text.bases[base]]),
                choose: (of) => this.#view.set({ of }),
              })
        }
        ${this.#comparison()}
      </div>
      ${help === '' ? nothing : html`<p class="small muted help">${icon('lock')} ${help}</p>`}`
  }

  #comparison() {
    const { makeUp: text } = words()
    const compared = this.#compared
    const titles = new Map(this.comparable.map(({ id, title }) => [id, title]))
    const put = (ids: readonly string[]) => this.#view.set({ with: ids.join(',') })
    const choices = this.comparable
      .filter(({ id }) => !compared.includes(id))
      .map(({ id, title, level, year }) => ({
        value: id,
        label: translated(title),
        detail: [translated(level), year].filter(Boolean).join(' · '),
      }))
    return html`
      ${compared.map((id) => {
        const title = translated(titles.get(id) ?? '')
        return html`<button
          class="chip on"
          aria-label=${text.takeAway(title)}
          title=${title}
          @click=${() => put(compared.filter((each) => each !== id))}
        >
          <span class="cut">${title}</span> ${icon('x')}
        </button>`
      })}
      ${
        choices.length === 0 || compared.length >= mostCompared
          ? nothing
          : html`<span class="small muted" aria-hidden="true">${text.compare}</span>
              <combo-field
                class="compare"
                label=${text.compare}
                .choices=${choices}
                .value=${null}
                @value-changed=${({ detail }: CustomEvent<string | null>) => {
                  if (detail !== null) put([...compared, detail])
                }}
              ></combo-field>`
      }
    `
  }

  #numbers(shown: readonly MakeUp[], names: readonly string[]) {
    const { numbersHeading, conclusion, qualified, unapproved } = words().makeUp
    const [own] = shown
    const waiting = own?.unapproved ?? 0
    return html`<section class="card">
      <h2>${numbersHeading}</h2>
      <div class="scroll" tabindex="0" role="group" aria-label=${numbersHeading}>
        ${figuresTable({ label: numbersHeading, rows: numberRows(shown), names })}
      </div>
      ${
        // Whether the lists were approved is settled between the office and the units.
        this.#isPublic
          ? nothing
          : html`<p>
              <strong>${conclusion}:</strong>
              ${
                waiting === 0
                  ? qualified(own?.numbers.called ?? 0)
                  : html`<a href="/congresses/${own?.congressId}/unit-lists">${unapproved(waiting)}</a>`
              }
            </p>`
      }
    </section>`
  }

  /** What the report would have to leave open, each a way to who is meant. */
  #gaps({ congressId, gaps }: MakeUp) {
    const { makeUp: text } = words()
    if (this.#isPublic || gaps.length === 0) return nothing
    const addressOf = (name: MakeUp['gaps'][number]['name']) =>
      name === 'groups' || name === 'presence' ? `by=${name}&in=` : `by=missing&in=${name}`
    return html`<div class="notice amber no-print">
      ${icon('info')}
      <p>
        ${text.gapsHeading}:
        ${gaps.map(
          ({ name, count }, at) =>
            html`${at === 0 ? '' : '; '}<a href="/congresses/${congressId}/delegates?${addressOf(name)}"
                >${text.gaps[name](count)}</a
              >`,
        )}.
      </p>
    </div>`
  }

  #part(name: PartName, shown: readonly MakeUp[], names: readonly string[]) {
    const { makeUp: text } = words()
    const rows = partRows(name, shown)
    const [own] = shown
    if (rows.length === 0 || !own) return nothing
    return html`<section class="card">
      <h2>${text.parts[name]}</h2>
      <p class="small muted">${text.of(own.of, text.bases[own.base].toLocaleLowerCase(language()))}</p>
      <div class="scroll" tabindex="0" role="group" aria-label=${text.parts[name]}>
        ${figuresTable({ label: text.parts[name], rows, names })}
      </div>
      ${name === 'age' ? html`${this.#extremes(shown, names)} ${this.#bandsNote(shown, names)}` : nothing}
      ${this.#note(name, own)}
    </section>`
  }

  #note(name: PartName, own: MakeUp) {
    const { notes } = words().makeUp
    if (name === 'age') {
      return html`<p class="small muted">${notes.age(formatShortDate(own.day, language()), own.byYear)}</p>`
    }
    const note = name === 'groups' ? notes.groups : name === 'titles' ? notes.titles : ''
    return note === '' ? nothing : html`<p class="small muted">${note}</p>`
  }

  /** Of congresses whose level divides ages otherwise, in whose bands they are told here. */
  #bandsNote(shown: readonly MakeUp[], names: readonly string[]) {
    const others = names.filter((_, at) => shown[at]?.hasOtherBands === true)
    if (others.length === 0) return nothing
    return html`<p class="small muted">${words().makeUp.notes.bands(others.join(', '), names[0] ?? '')}</p>`
  }

  #extremes(shown: readonly MakeUp[], names: readonly string[]) {
    const { makeUp: text } = words()
    return html`<dl class="extremes">
      ${(['oldest', 'youngest'] as const).flatMap((which) =>
        shown.map((makeUp, at) => {
          const extreme = makeUp[which]
          if (extreme === null) return nothing
          const name = names.length > 1 ? `${text[which]}, ${names[at] ?? ''}` : text[which]
          return html`<div>
            <dt class="small muted">${name}</dt>
            <dd>${text.extreme(extreme.age, extreme.count)}</dd>
          </div>`
        }),
      )}
    </dl>`
  }

  #delegations({ delegations, numbers }: MakeUp) {
    const { makeUp: text } = words()
    if (delegations.length === 0) return nothing
    const hasPresence = delegations.some(({ present }) => present !== null && present > 0)
    // Where the lines tell of the official delegates alone, their share is drawn.
    const drawn = numbers.called === null || delegations.some(({ called }) => called === null) ? 'official' : 'called'
    const columns = [
      [text.countHeading, 'called'],
      [text.numbers.official, 'official'],
      [text.numbers.guests, 'guests'],
      ...(hasPresence ? ([[text.numbers.present, 'present']] as const) : []),
    ] as const
    return html`<section class="card">
      <h2>${text.delegations} (${formatNumber(numbers.delegations, language())})</h2>
      <div class="scroll" tabindex="0" role="group" aria-label=${text.delegations}>
        <table class="figures-table wide" aria-label=${text.delegations}>
          <thead>
            <tr>
              <th scope="col">${text.delegation}</th>
              <td class="drawn"></td>
              ${columns.map(([word]) => html`<th scope="col" class="number">${word}</th>`)}
            </tr>
          </thead>
          <tbody>
            ${delegations.map(
              (delegation) =>
                html`<tr>
                  <th scope="row">
                    ${
                      delegation.folded === undefined
                        ? translated(delegation.name) || text.noDelegation
                        : text.otherDelegations(delegation.folded)
                    }
                  </th>
                  <td class="drawn">
                    <svg class="bar-drawn" aria-hidden="true">
                      <rect
                        width="${String((100 * (delegation[drawn] ?? 0)) / (numbers[drawn] ?? Infinity))}%"
                        height="100%"
                      ></rect>
                    </svg>
                  </td>
                  ${columns.map(([, name]) => html`<td class="number">${told(delegation[name])}</td>`)}
                </tr>`,
            )}
          </tbody>
        </table>
      </div>
    </section>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'make-up-page': MakeUpPage
  }
}
