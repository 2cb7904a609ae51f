import { html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { repeat } from 'lit/directives/repeat.js'
import type { Congress } from '../../server/congresses/schema.ts'
import { hasFigures, usualHonourKind } from '../../server/results/rules.ts'
import { formatShortDate } from '../../server/format/dates.ts'
import { formatNumber } from '../../server/format/numbers.ts'
import type { HonourKind } from '../../server/results/schema.ts'
import { ApiError, errorSentence, ruleSentence } from '../api/request.ts'
import { closeCongress, findResult } from '../api/results.ts'
import { shownTitle } from '../congresses/shown-title.ts'
import { WordsElement } from '../parts/element.ts'
import { phoneLinks } from '../parts/phone.ts'
import { tellDone } from '../parts/toast-stack.ts'
import type { LoadedRoad } from '../road/road-source.ts'
import { controls } from '../style/controls.ts'
import { icon } from '../style/icons.ts'
import { language, words } from '../words/words.ts'
import { kindName } from './kind-name.ts'
import { quickEntryStyle } from './quick-entry-style.ts'
import { waitingForFigures, waitingForResults } from './waiting.ts'
import '../calls/call-dialog.ts'
import '../parts/date-field.ts'
import '../parts/empty-state.ts'

/** What is typed on the line of one congress while its unit is on the telephone. */
interface Line {
  /** `unreadable` = what is typed is no day. */
  heldOn: string | 'unreadable' | null
  delegates: string
  guests: string
  kind: string
  collectives: string
  individuals: string
  chosen: string
  spokeWith: string
  /** Numbers of which what is typed is none. */
  unreadable: ReadonlySet<NumberField>
  /** Asked whether it is to be recorded as held without any number. */
  isAsked: boolean
  fault: string | null
  isSending: boolean
}

type NumberField = 'delegates' | 'guests' | 'collectives' | 'individuals' | 'chosen'

/** What is asked of the units: whether and how a congress was held that is past its day, or the numbers of one held. */
type Asked = 'past' | 'figures'

const pageLength = 30

/**
 * Congresses whose day has passed, to be closed one after another by telephone, and those that were held without a
 * number told: `<quick-entry .loaded .kinds .withoutFigures late="…">`. Tells `congress-saved` with the congress.
 */
@customElement('quick-entry')
export class QuickEntry extends WordsElement {
  @property({ attribute: false }) loaded!: LoadedRoad
  @property({ attribute: false }) kinds: readonly HonourKind[] = []
  /** Ids of the congresses that were held and of which no number is told. */
  @property({ attribute: false }) withoutFigures: readonly string[] = []
  /** How many count as late. */
  @property({ type: Number }) late = 0
  @state() private asked: Asked = 'past'
  @state() private lines: ReadonlyMap<string, Line> = new Map()
  @state() private shown = pageLength
  /** The unit whose note of a call is open. */
  @state() private calling: Congress | null = null

  static override styles = [...controls, quickEntryStyle]

  override render() {
    const { quick } = words().results
    const { parts } = words()
    const lists = {
      past: waitingForResults(this.loaded),
      figures: waitingForFigures(this.loaded, this.withoutFigures),
    }
    const waiting = lists[this.asked]
    const isPast = this.asked === 'past'
    const chip = (asked: Asked) => html`
      <button class="chip" aria-pressed=${asked === this.asked} @click=${() => this.#ask(asked)}>
        ${quick[asked](formatNumber(lists[asked].length, language()))}
      </button>
    `
    return html`<section class="card">
        <h2 tabindex="-1">${quick.heading}</h2>
        <p class="row" role="group" aria-label=${quick.which}>${chip('past')} ${chip('figures')}</p>
        <p class="help">${isPast ? quick.help : quick.figuresHelp}</p>
        ${
          waiting.length === 0
            ? html`<empty-state icon="circle-check" heading=${isPast ? quick.none : quick.noFiguresLeft}></empty-state>`
            : html`<ul>
                ${repeat(
                  waiting.slice(0, this.shown),
                  ({ id }) => id,
                  (congress) => this.#line(congress),
                )}
              </ul>`
        }
        ${
          waiting.length > this.shown
            ? html`<button class="button small" @click=${() => (this.shown += pageLength)}>
                ${parts.table.more(waiting.length - this.shown)}
              </button>`
            : nothing
        }
        ${isPast ? this.#unplanned() : nothing}
      </section>
      ${this.calling ? this.#callDialog(this.calling) : nothing}`
  }

  #ask(asked: Asked): void {
    this.asked = asked
    this.shown = pageLength
  }

  /** Late ones without any day were never meant to be held on one: they are to be planned first. */
  #unplanned() {
    const { index, road } = this.loaded
    const dated = road.congresses.filter(({ id }) => index.congresses.get(id)?.standing === 'passed').length
    if (this.late <= dated) return nothing
    const count = formatNumber(this.late - dated, language())
    return html`<p><a href="/congresses?state=late">${words().results.quick.unplanned(count)}</a></p>`
  }

  /** Brings the lines before whoever wants to fill them in. */
  show(asked: Asked): void {
    this.#ask(asked)
    const heading = this.renderRoot.querySelector('h2')
    heading?.scrollIntoView({ block: 'start' })
    heading?.focus({ preventScroll: true })
  }

  #lineOf(congress: Congress): Line {
    const standing = this.lines.get(congress.id)
    if (standing) return standing
    const position = this.loaded.road.levels.find(({ id }) => id === congress.levelId)?.position ?? 0
    return {
      heldOn: congress.dateFrom,
      delegates: '',
      guests: '',
      kind: usualHonourKind(this.kinds, position)?.key ?? '',
      collectives: '',
      individuals: '',
      chosen: '',
      spokeWith: this.loaded.unit(congress.unitId)?.contactName ?? '',
      unreadable: new Set(),
      isAsked: false,
      fault: null,
      isSending: false,
    }
  }

  #set(congress: Congress, values: Partial<Line>): void {
    this.lines = new Map(this.lines).set(congress.id, {
      ...this.#lineOf(congress),
      fault: null,
      isAsked: false,
      ...values,
    })
  }

  #line(congress: Congress) {
    const { results: text } = words()
    const { quick, honours } = text
    const line = this.#lineOf(congress)
    const unit = this.loaded.unit(congress.unitId)
    const kind = this.kinds.find(({ key }) => key === line.kind)
    const number = (name: NumberField, label: string, isDisabled = false) =>
      html`<label class="field">
        <span class="label">${label}</span>
        <input
          class="input tabular"
          type="number"
          min="0"
          inputmode="numeric"
          ?disabled=${isDisabled}
          aria-invalid=${line.unreadable.has(name)}
          .value=${line[name]}
          @input=${(event: Event) => this.#type(congress, name, event.target as HTMLInputElement)}
        />
      </label>`
    return html`<li>
      <span class="who">
        <a href=${`/congresses/${congress.id}`} title=${shownTitle(congress, this.loaded)}>${unit?.name ?? ''}</a><br />
        ${
          congress.dateFrom === null && congress.weekOf !== null
            ? html`<span class="small muted">${quick.weekOf(formatShortDate(congress.weekOf, language()))}</span><br />`
            : nothing
        }
        <span class="small">${phoneLinks(unit?.contactPhone ?? '', () => (this.calling = congress))}</span>
      </span>
      <div class="field">
        <span class="label">${text.fields.heldFrom}</span>
        <date-field
          label="${text.fields.heldFrom}: ${unit?.name ?? ''}"
          .value=${line.heldOn === 'unreadable' ? null : line.heldOn}
          ?invalid=${line.heldOn === 'unreadable'}
          @value-changed=${({ detail }: CustomEvent<string | null>) => this.#set(congress, { heldOn: detail })}
          @value-unreadable=${() => this.#set(congress, { heldOn: 'unreadable' })}
        ></date-field>
      </div>
      ${number('delegates', quick.delegates)} ${number('guests', quick.guests)}
      <label class="field">
        <span class="label">${honours.kind}</span>
        <select
          class="input"
          @change=${(event: Event) =>
            this.#set(congress, { kind: (event.target as HTMLSelectElement).value, collectives: '', individuals: '' })}
        >
          ${this.kinds.map((each) => html`<option value=${each.key} ?selected=${each.key === line.kind}>${kindName(each)}</option>`)}
        </select>
        <span class="kind small muted" aria-hidden="true">${kind ? kindName(kind) : ''}</span>
      </label>
      ${number('collectives', honours.collectives, kind?.receivers === 'individuals')}
      ${number('individuals', honours.individuals, kind?.receivers === 'collectives')} ${number('chosen', quick.chosen)}
      <label class="field">
        <span class="label">${text.source.labels.call}</span>
        <input
          class="input"
          maxlength="300"
          .value=${line.spokeWith}
          @input=${(event: Event) => this.#set(congress, { spokeWith: (event.target as HTMLInputElement).value })}
        />
      </label>
      <button
        class="button primary"
        aria-busy=${line.isSending}
        aria-label="${quick.close}: ${unit?.name ?? ''}"
        @click=${() => this.#close(congress)}
      >
        ${quick.close}
      </button>
      ${line.isAsked ? this.#question(congress) : nothing}
      ${line.fault === null ? nothing : html`<p class="fault" role="alert">${icon('circle-alert')}<span>${line.fault}</span></p>`}
    </li>`
  }

  /** What a browser cannot read as a number it gives as nothing: that must not pass for a field left empty. */
  #type(congress: Congress, name: NumberField, { value, validity }: HTMLInputElement): void {
    const unreadable = new Set(this.#lineOf(congress).unreadable)
    if (validity.badInput) unreadable.add(name)
    else unreadable.delete(name)
    this.#set(congress, { [name]: value, unreadable })
  }

  /** That a congress was held says nothing of what it brought: whoever leaves all numbers out says so. */
  #question(congress: Congress) {
    const { quick } = words().results
    return html`<div class="ask notice amber" role="alert">
      ${icon('triangle-alert')}
      <span class="row">
        <span>${quick.noFigures}</span>
        <button class="button small" @click=${() => this.#send(congress)}>${quick.onlyHeld}</button>
      </span>
    </div>`
  }

  async #close(congress: Congress): Promise<void> {
    const line = this.#lineOf(congress)
    const fault = faultBefore(line)
    if (fault !== null) this.#set(congress, { fault })
    else if (hasFigures(valuesOf(line))) await this.#send(congress)
    else if (isHeld(congress)) this.#set(congress, { fault: words().results.quick.fillIn })
    else this.#set(congress, { isAsked: true })
  }

  async #send(congress: Congress): Promise<void> {
    const line = this.#lineOf(congress)
    const { heldOn } = line
    if (line.isSending || heldOn === null || heldOn === 'unreadable') return
    const { quick } = words().results
    const values = valuesOf(line)
    this.#set(congress, { isSending: true })
    try {
      // A report may be here without its numbers: what stands of it stays.
      const standing = isHeld(congress) ? (await findResult(congress.id)).result : null
      if (standing && hasFigures(standing)) {
        return this.#set(congress, { fault: quick.told, isSending: false })
      }
      const closed = await closeCongress(congress.id, {
        heldFrom: heldOn,
        heldTo: heldOn === congress.dateFrom ? (congress.dateTo ?? heldOn) : heldOn,
        ...values,
        reportNumber: standing?.reportNumber ?? '',
        reportDate: standing?.reportDate ?? null,
        sourceKind: line.spokeWith.trim() === '' ? 'own' : 'call',
        source: line.spokeWith,
        note: standing?.note ?? '',
        version: standing?.version ?? 0,
        congressVersion: congress.version,
      })
      // Undone, it stands here again as if nothing had been typed.
      this.lines = new Map([...this.lines].filter(([id]) => id !== congress.id))
      const unit = this.loaded.unit(congress.unitId)?.name ?? ''
      tellDone(hasFigures(values) ? quick.done(unit) : quick.doneWithoutFigures(unit))
      this.tell('congress-saved', closed.congress)
    } catch (error) {
      this.#set(congress, { fault: faultOf(error), isSending: false })
    }
  }

  #callDialog(congress: Congress) {
    const unit = this.loaded.unit(congress.unitId)
    if (!unit) return nothing
    const close = () => (this.calling = null)
    return html`<call-dialog
      .unit=${unit}
      .congressId=${congress.id}
      .congresses=${[[congress.id, shownTitle(congress, this.loaded)] as const]}
      @form-closed=${close}
      @call-saved=${close}
    ></call-dialog>`
  }
}

const isHeld = ({ state }: Congress): boolean => state === 'held' || state === 'reported'

/** What keeps a line from being sent; null = nothing. */
const faultBefore = ({ heldOn, unreadable }: Line): string | null => {
  const { errors, results } = words()
  const { fields, quick, honours } = results
  if (heldOn === null) return errors.otherField(fields.heldFrom, errors.rules.required)
  if (heldOn === 'unreadable') return errors.otherField(fields.heldFrom, errors.rules['not-a-date'])
  const [wrong] = unreadable
  return wrong === undefined ? null : errors.otherField({ ...honours, ...quick }[wrong], quick.notANumber)
}

const valuesOf = (line: Line) => {
  const count = (typed: string) => (typed.trim() === '' ? null : Number(typed))
  const counted = { collectives: count(line.collectives) ?? 0, individuals: count(line.individuals) ?? 0 }
  const isHonoured = counted.collectives !== 0 || counted.individuals !== 0
  return {
    presentDelegates: count(line.delegates),
    presentGuests: count(line.guests),
    honours: isHonoured ? [{ kind: line.kind, ...counted }] : [],
    chosenUpward: count(line.chosen),
  }
}

/** The first thing that is wrong, with the field that it is wrong in. */
const faultOf = (error: unknown): string => {
  const [fault] = error instanceof ApiError ? error.faults : []
  if (!fault) return errorSentence(error)
  const { errors, results } = words()
  const [name = ''] = fault.field.split('.')
  const label = (results.fields as Record<string, string>)[name] ?? name
  return errors.otherField(label, ruleSentence(fault.rule))
}
