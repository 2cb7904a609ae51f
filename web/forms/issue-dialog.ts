import { css, html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { live } from 'lit/directives/live.js'
import type { Congress } from '../../server/congresses/schema.ts'
import { mostFormsAtOnce, ownFormKinds, type IssuedForm, type OwnFormKind } from '../../server/forms/schema.ts'
import { linesOf } from '../../server/road/rules.ts'
import { batchPath, issueForms } from '../api/forms.ts'
import { levelName } from '../cycles/level-name.ts'
import { WordsElement } from '../parts/element.ts'
import { comboField, dateField, selectField } from '../parts/field.ts'
import { Form } from '../parts/form.ts'
import { isMatch } from '../../server/format/search.ts'
import { tellDone } from '../parts/toast-stack.ts'
import type { LoadedRoad } from '../road/road-source.ts'
import { controls } from '../style/controls.ts'
import { icon } from '../style/icons.ts'
import { unitChoices } from '../units/unit-choices.ts'
import { language, translated, words } from '../words/words.ts'
import { download } from './download.ts'
import { meantStyle } from './meant-style.ts'
import {
  askings,
  chosenBy,
  countsOf,
  emptyWish,
  sentStates,
  type AskGroup,
  type Asking,
  type SentState,
} from './whom-to-ask.ts'
import { formKindName } from './word-form.ts'
import '../parts/chip-choice.ts'
import '../parts/error-panel.ts'
import '../parts/modal-dialog.ts'

interface Fields {
  kind: OwnFormKind
  underId: string | null
  deadline: string | null
}

/** Rows drawn at first; whoever is further down is found by the name. */
const fewest = 60

/** Makes forms for units: which form, which units, until when: `<issue-dialog .loaded .forms>`. Tells `forms-issued` and `form-closed`. */
@customElement('issue-dialog')
export class IssueDialog extends WordsElement {
  @property({ attribute: false }) loaded!: LoadedRoad
  /** Those that were issued before. */
  @property({ attribute: false }) forms: readonly IssuedForm[] = []
  readonly #form = new Form<Fields>(this, { kind: 'schedule', underId: null, deadline: null })
  @state() private wish = emptyWish
  @state() private isOnly = false
  /** Congresses that were left out by hand. */
  @state() private leftOut: ReadonlySet<string> = new Set()
  @state() private query = ''

  static override styles = [
    ...controls,
    meantStyle,
    css`
      .search {
        margin-block: var(--space);
      }
      .language {
        flex: 1 1 16rem;
        text-align: start;
      }
    `,
  ]

  override connectedCallback(): void {
    super.connectedCallback()
    const { levels, congresses } = this.loaded.road
    const level = levels.find(({ id }) => congresses.some(({ levelId }) => levelId === id)) ?? levels[0]
    this.wish = { ...emptyWish, levels: level ? [level.id] : [] }
  }

  /** Congresses that such a form can be sent for, where the account may organize. */
  get #open(): Asking[] {
    const { kind, underId } = this.#form.values
    const { road, may, unit } = this.loaded
    const lineOf = linesOf(road.units)
    const congresses = road.congresses.filter((congress) => {
      if (!isOpen(kind, congress.state)) return false
      if (underId !== null && !lineOf(congress.unitId).includes(underId)) return false
      return may('organizer', congress.unitId) && (!this.isOnly || isWanted(kind, congress, road.today))
    })
    return askings(congresses, { kind, forms: this.forms, unit: (id) => unit(id) })
  }

  override render() {
    const { common, forms } = words()
    const { issue } = forms
    const form = this.#form
    const open = this.#open
    const meant = chosenBy(open, this.wish)
    const chosen = meant.filter(({ id }) => !this.leftOut.has(id))
    return html`
      <modal-dialog
        wide
        heading=${issue.heading}
        ?guarded=${this.leftOut.size > 0}
        @dialog-closed=${() => this.tell('form-closed')}
      >
        <form class="form" id="issue" @submit=${(event: SubmitEvent) => this.#send(event, chosen)}>
          ${this.#which()} ${this.#chips(open)}
          <section aria-labelledby="preview">
            <h3 id="preview" aria-live="polite">${issue.preview(chosen.length)}</h3>
            ${
              chosen.length > mostFormsAtOnce
                ? html`<p class="fault" role="alert">${icon('circle-alert')} ${issue.tooMany(mostFormsAtOnce)}</p>`
                : nothing
            }
            ${meant.length === 0 ? html`<p class="muted">${issue.nobody}</p>` : this.#list(meant)}
          </section>
          <error-panel .error=${form.error}></error-panel>
        </form>
        <div slot="actions" class="form-actions">
          ${language() === 'vi' ? nothing : html`<span class="small muted language">${issue.language}</span>`}
          <button class="button" type="button" @click=${() => this.tell('form-closed')}>${common.cancel}</button>
          <button
            class="button primary"
            form="issue"
            ?disabled=${chosen.length === 0 || chosen.length > mostFormsAtOnce}
            aria-busy=${form.isSending}
          >
            ${issue.create(chosen.length)}
          </button>
        </div>
      </modal-dialog>
    `
  }

  #which() {
    const { issue } = words().forms
    const form = this.#form
    return html`
      <div class="columns">
        ${selectField(form, 'kind', {
          label: issue.kind,
          choices: ownFormKinds.map((kind) => [kind, formKindName(kind)] as const),
        })}
        ${dateField(form, 'deadline', { label: issue.deadline, isOptional: true })}
        ${comboField(form, 'underId', {
          label: issue.under,
          isOptional: true,
          choices: unitChoices(this.loaded.road.units),
        })}
      </div>
      <label class="check">
        <input
          type="checkbox"
          .checked=${live(this.isOnly)}
          @change=${(event: Event) => (this.isOnly = (event.target as HTMLInputElement).checked)}
        />
        <span>${form.values.kind === 'result' ? issue.onlyResult : issue.only}</span>
      </label>
    `
  }

  #chips(open: readonly Asking[]) {
    const { forms, congresses } = words()
    const { issue } = forms
    const { levels } = this.loaded.road
    const countOf = (group: AskGroup) => new Map(countsOf(open, this.wish, group))
    const chips = (group: AskGroup, label: string, options: readonly (readonly [value: string, word: string])[]) => {
      const counts = countOf(group)
      return html`<chip-choice
        label=${label}
        .options=${options.map(([value, word]) => ({ value, word, count: counts.get(value) ?? 0 }))}
        .chosen=${this.wish[group]}
        @chosen-changed=${({ detail }: CustomEvent<string[]>) => (this.wish = { ...this.wish, [group]: detail })}
      ></chip-choice>`
    }
    // What the other chips leave nothing of is not offered, so that few chips stand there.
    const found = (group: AskGroup) =>
      countsOf(open, this.wish, group).flatMap(([value, count]) =>
        count > 0 || this.wish[group].includes(value) ? [[value, translated(value)] as const] : [],
      )
    const states: Record<SentState, string> = issue.sent
    return html`
      ${chips(
        'levels',
        issue.level,
        levels.map((level) => [level.id, levelName(level)] as const),
      )}
      ${chips('types', congresses.forLevel.types, found('types'))}
      ${chips('blocks', congresses.forLevel.blocks, found('blocks'))}
      ${chips(
        'answers',
        issue.answers,
        sentStates.map((state) => [state, states[state]] as const),
      )}
    `
  }

  #list(meant: readonly Congress[]) {
    const { issue } = words().forms
    const rows = meant
      .map((congress) => ({ congress, name: this.#nameOf(congress) }))
      .filter(({ name }) => this.query === '' || isMatch(name, this.query))
    const rest = rows.length - fewest
    return html`
      <input
        class="input search"
        type="search"
        aria-label=${issue.search}
        placeholder=${issue.search}
        .value=${this.query}
        @input=${(event: Event) => (this.query = (event.target as HTMLInputElement).value)}
        @keydown=${keepFromSending}
      />
      ${rows.length === 0 ? html`<p class="muted">${words().parts.combo.nothing}</p>` : nothing}
      <ul>
        ${rows.slice(0, fewest).map(
          ({ congress: { id }, name }) =>
            html`<li>
              <label class="check">
                <input
                  type="checkbox"
                  .checked=${live(!this.leftOut.has(id))}
                  @change=${(event: Event) => this.#leaveOut(id, !(event.target as HTMLInputElement).checked)}
                />
                <span>${name}</span>
              </label>
            </li>`,
        )}
      </ul>
      ${rest > 0 ? html`<p class="small muted">${words().parts.table.more(rest)}</p>` : nothing}
    `
  }

  #nameOf({ unitId }: Congress): string {
    const unit = this.loaded.unit(unitId)
    const upper = unit && unit.parentId !== null ? this.loaded.unit(unit.parentId) : undefined
    return upper ? `${unit?.name ?? ''} · ${upper.name}` : (unit?.name ?? '')
  }

  #leaveOut(id: string, isOut: boolean): void {
    const leftOut = new Set(this.leftOut)
    if (isOut) leftOut.add(id)
    else leftOut.delete(id)
    this.leftOut = leftOut
  }

  async #send(event: SubmitEvent, chosen: readonly Congress[]): Promise<void> {
    event.preventDefault()
    const { kind, deadline } = this.#form.values
    const congressIds = chosen.map(({ id }) => id)
    const cycleId = this.loaded.road.cycle.id
    const isSent = await this.#form.submit(async () => {
      const { batchId, count } = await issueForms(cycleId, { kind, deadline, congressIds })
      tellDone(words().forms.issue.done(count))
      download(batchPath(batchId))
    })
    if (isSent) this.tell('forms-issued')
  }
}

const isOpen = (kind: OwnFormKind, state: Congress['state']): boolean => {
  if (state === 'cancelled') return false
  return kind === 'result' ? state !== 'reported' : state !== 'held' && state !== 'reported'
}

const isWanted = (kind: OwnFormKind, { dateFrom, dateTo }: Congress, today: string): boolean =>
  kind === 'result' ? dateTo !== null && dateTo < today : dateFrom === null

/** Enter in the search must not make what is only being looked at. */
const keepFromSending = (event: KeyboardEvent): void => {
  if (event.key === 'Enter') event.preventDefault()
}

declare global {
  interface HTMLElementTagNameMap {
    'issue-dialog': IssueDialog
  }
}
