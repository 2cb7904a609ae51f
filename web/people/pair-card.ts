import { html, nothing, type PropertyValues } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import { differingFields } from '../../server/duplicates/rules/merge.ts'
import {
  mergedFields,
  type ComparedPerson,
  type DuplicatePair,
  type DuplicateReason,
  type MergedField,
} from '../../server/duplicates/schema.ts'
import { formatShortDate } from '../../server/format/dates.ts'
import { mergePeople, sayDistinct } from '../api/duplicates.ts'
import { WordsElement } from '../parts/element.ts'
import { tellDone } from '../parts/toast-stack.ts'
import { controls } from '../style/controls.ts'
import { icon, type IconName } from '../style/icons.ts'
import { language, translated, words } from '../words/words.ts'
import { pairCardStyle } from './pair-card-style.ts'
import '../parts/error-panel.ts'

/** The columns: which of the two people. */
type Side = 0 | 1
const sides: readonly Side[] = [0, 1]

/**
 * Two people side by side who may be one: `<pair-card .pair=${…} .people=${[one, other]}>`; what differs is chosen field by
 * field. Tells `pair-settled` when they were merged or said to be two.
 */
@customElement('pair-card')
export class PairCard extends WordsElement {
  static override styles = [...controls, pairCardStyle]

  @property({ attribute: false }) pair: DuplicatePair | null = null
  @property({ attribute: false }) people: readonly [ComparedPerson, ComparedPerson] | null = null
  /** Whose value each differing field takes; the first's where nothing was chosen. */
  @state() private chosen: ReadonlyMap<MergedField, Side> = new Map()
  @state() private arePartsJoined = false
  @state() private isSending = false
  @state() private error: unknown = null
  @query('h2') private readonly headingElement!: HTMLElement | null

  protected override willUpdate(changed: PropertyValues<this>): void {
    const before = changed.get('pair') as DuplicatePair | undefined
    if (!changed.has('pair') || before?.firstId === this.pair?.firstId) return
    this.chosen = new Map()
    this.arePartsJoined = false
    this.error = null
  }

  override focus(): void {
    this.headingElement?.focus()
  }

  override render() {
    const { pair, people } = this
    if (!pair || !people) return nothing
    const { duplicates } = words()
    const titles = this.#sharedTitles(people)
    return html`<article class="card" aria-labelledby="heading">
      <header>
        <h2 id="heading" tabindex="-1">${duplicates.pair(people[0].name, people[1].name)}</h2>
        <span class="badge ${pair.isLikely ? 'green' : 'amber'}"
          >${icon(pair.isLikely ? 'circle-check' : 'circle-alert')}
          ${pair.isLikely ? duplicates.likely : duplicates.possible}</span
        >
      </header>
      ${this.#verdicts(pair)} ${this.#table(people)} ${titles.length === 0 ? nothing : this.#both(titles)}
      <error-panel
        .error=${this.error}
        @theirs-taken=${() => this.tell('pair-settled')}
        @mine-kept=${() => this.tell('pair-settled')}
      ></error-panel>
      <div class="row actions">
        <button class="button primary" aria-busy=${this.isSending} @click=${() => this.#merge(people)}>
          ${icon('user-check')} ${duplicates.merge}
        </button>
        <button class="button" aria-busy=${this.isSending} @click=${() => this.#distinct(people)}>
          ${icon('users-round')} ${duplicates.distinct}
        </button>
      </div>
    </article>`
  }

  /** What both say alike, nearly alike and otherwise, each under its own word. */
  #verdicts({ reasons }: DuplicatePair) {
    const { duplicates } = words()
    const told = verdicts.flatMap((verdict) => {
      const fields = reasons.filter((reason) => verdictOf(reason) === verdict)
      return fields.length === 0 ? [] : [{ verdict, fields: fields.map((reason) => duplicates.reasons[reason]) }]
    })
    return html`<dl class="verdicts">
      ${told.map(
        ({ verdict, fields }) =>
          html`<div class=${verdict}>
            <dt>${icon(verdictIcons[verdict])} ${duplicates.verdicts[verdict]}:</dt>
            <dd>${fields.join(', ')}</dd>
          </div>`,
      )}
    </dl>`
  }

  #table(people: readonly [ComparedPerson, ComparedPerson]) {
    const { duplicates } = words()
    const differing = differingFields(...people)
    const shown = mergedFields.filter((field) => people.some((person) => valueOf(person, field) !== ''))
    const more: [string, (person: ComparedPerson) => string][] = [
      [duplicates.titles, ({ titles }) => titles.map(translated).join(', ')],
      [duplicates.keptAt, ({ unitName }) => unitName],
    ]
    return html`<table class="table">
      <thead>
        <tr>
          <td></td>
          ${sides.map(
            (side) =>
              html`<th scope="col">
                <span>${side === 0 ? duplicates.first : duplicates.second}</span>
                ${
                  differing.length === 0
                    ? nothing
                    : html`<button class="button small quiet" @click=${() => this.#takeAll(differing, side)}>
                        ${duplicates.takeAll}
                      </button>`
                }
              </th>`,
          )}
        </tr>
      </thead>
      <tbody>
        ${shown.map((field) => this.#row(people, field, differing.includes(field)))}
        ${more
          .filter(([, text]) => people.some((person) => text(person) !== ''))
          .map(
            ([label, text]) =>
              html`<tr>
                <th scope="row">${label}</th>
                ${people.map((person) => html`<td>${text(person)}</td>`)}
              </tr>`,
          )}
        <tr>
          <th scope="row">${duplicates.parts}</th>
          ${people.map(
            ({ parts }) =>
              html`<td>
                <ul>
                  ${parts.map(
                    ({ title, post, workplace }) =>
                      html`<li>
                        ${translated(title)}<span class="muted small">
                          ${[post, workplace].filter(Boolean).map(translated).join(', ')}</span
                        >
                      </li>`,
                  )}
                </ul>
              </td>`,
          )}
        </tr>
      </tbody>
    </table>`
  }

  #row(people: readonly [ComparedPerson, ComparedPerson], field: MergedField, isDiffering: boolean) {
    const { duplicates } = words()
    const label = duplicates.fields[field]
    const side = this.chosen.get(field) ?? 0
    return html`<tr class=${isDiffering ? 'differs' : ''}>
      <th scope="row">
        ${label} ${isDiffering ? html`<span class="badge amber small">${duplicates.differs}</span>` : nothing}
      </th>
      ${sides.map((each) => {
        const person = people[each]
        const value = valueOf(person, field)
        if (!isDiffering) return html`<td class=${value === '' ? 'muted' : ''}>${value || duplicates.empty}</td>`
        return html`<td class=${each === side ? 'taken' : ''}>
          <label class="check">
            <input
              type="radio"
              name=${field}
              aria-label=${`${duplicates.choose(label, each === 0 ? duplicates.first : duplicates.second)}: ${value}`}
              .checked=${each === side}
              @change=${() => (this.chosen = new Map(this.chosen).set(field, each))}
            />
            <span>${value}</span>
          </label>
        </td>`
      })}
    </tr>`
  }

  #takeAll(fields: readonly MergedField[], side: Side): void {
    this.chosen = new Map(fields.map((field) => [field, side]))
  }

  /** Congresses that both attend. */
  #sharedTitles([one, other]: readonly [ComparedPerson, ComparedPerson]): string[] {
    const attended = new Set(other.parts.map(({ congressId }) => congressId))
    const shared = one.parts.filter(({ congressId }) => congressId !== null && attended.has(congressId))
    return [...new Set(shared.map(({ title }) => title))]
  }

  #both(titles: readonly string[]) {
    const { duplicates } = words()
    return html`<div class="notice amber">
      ${icon('triangle-alert')}
      <div class="stack">
        <p>${duplicates.both(titles.join('; '))}</p>
        <label class="check">
          <input
            type="checkbox"
            .checked=${this.arePartsJoined}
            @change=${(event: Event) => (this.arePartsJoined = (event.target as HTMLInputElement).checked)}
          />
          <span>${duplicates.joinParts}</span>
        </label>
      </div>
    </div>`
  }

  async #merge(people: readonly [ComparedPerson, ComparedPerson]): Promise<void> {
    const { duplicates } = words()
    const taken = [...this.chosen].flatMap(([field, side]) => (side === 1 ? [field] : []))
    await this.#send(async () => {
      const { isSensitiveLeft } = await mergePeople({
        personIds: people.map(({ id }) => id),
        versions: people.map(({ version }) => version),
        taken,
        arePartsJoined: this.arePartsJoined,
      })
      const { name } = people[taken.includes('name') ? 1 : 0]
      tellDone(isSensitiveLeft ? duplicates.mergedSensitive(name) : duplicates.merged(name))
    })
  }

  async #distinct(people: readonly [ComparedPerson, ComparedPerson]): Promise<void> {
    await this.#send(async () => {
      await sayDistinct({ personIds: people.map(({ id }) => id) })
      tellDone(words().duplicates.saidDistinct)
    })
  }

  async #send(write: () => Promise<void>): Promise<void> {
    if (this.isSending) return
    this.isSending = true
    this.error = null
    try {
      await write()
      this.tell('pair-settled')
    } catch (error) {
      this.error = error
    }
    this.isSending = false
  }
}

const verdicts = ['same', 'near', 'other'] as const
type Verdict = (typeof verdicts)[number]
const verdictIcons: Readonly<Record<Verdict, IconName>> = { same: 'check', near: 'info', other: 'x' }

const verdictOf = (reason: DuplicateReason): Verdict =>
  reason.startsWith('same-') ? 'same' : reason.startsWith('other-') ? 'other' : 'near'

/** What a field says, in the reader's language; '' = nothing. */
const valueOf = (person: ComparedPerson, field: MergedField): string => {
  const { duplicates } = words()
  const { birthDate, birthYear, sex, isDirectWorker } = person
  if (field === 'birthYear')
    return birthDate === null ? String(birthYear ?? '') : formatShortDate(birthDate, language())
  if (field === 'sex') return sex === null ? '' : duplicates.sexes[sex]
  if (field === 'isDirectWorker') return isDirectWorker === null ? '' : isDirectWorker ? duplicates.yes : duplicates.no
  return translated(person[field])
}
