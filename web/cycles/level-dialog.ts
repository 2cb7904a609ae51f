import { css, html } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { levelRules, type Level, type NewLevel } from '../../server/cycles/schema.ts'
import { readBounds, usualBounds } from '../../server/make-up/rules/ages.ts'
import { leaderRanks, openFields, sensitiveFields } from '../../server/people/schema.ts'
import { changeLevel, createLevel } from '../api/cycles.ts'
import { WordsElement } from '../parts/element.ts'
import { areaField, dateField, numberField, selectField, textField } from '../parts/field.ts'
import { Form } from '../parts/form.ts'
import { controls } from '../style/controls.ts'
import { icon } from '../style/icons.ts'
import { words } from '../words/words.ts'
import { askedName, bandNames } from './asked-words.ts'
import { linesOf } from './lines.ts'
import '../parts/error-panel.ts'
import '../parts/modal-dialog.ts'

/** Forms of congress are typed one per line, ages in one line. */
type LevelFields = Omit<NewLevel, 'forms' | 'gapBeforeUpperDays' | 'leaderMaxPerDay' | 'ageBounds'> & {
  forms: string
  gapBeforeUpperDays: number | null
  leaderMaxPerDay: number | null
  ageBounds: string
}
type ListName = 'rulesOff' | 'delegateFields'

const isSensitive = (field: string): boolean => (sensitiveFields as readonly string[]).includes(field)

/**
 * A level of the road, or a new one: its window and rules, what its congresses ask of a delegate, and the ages of their
 * report. `<level-dialog .level=${null} .cycleId=${id}>`. Tells `level-saved` and `form-closed`.
 */
@customElement('level-dialog')
export class LevelDialog extends WordsElement {
  @property({ attribute: false }) level: Level | null = null
  @property({ attribute: false }) cycleId = ''
  readonly #form = new Form<LevelFields>(this, emptyLevel)

  static override styles = [
    ...controls,
    css`
      fieldset {
        margin: 0;
        padding: 0;
        border: 0;
        min-inline-size: 0;
      }
      fieldset > * + * {
        margin-block-start: var(--space-half);
      }
      .told {
        padding: var(--space);
        border-inline-start: 3px solid var(--line-strong);
        background: var(--sunken);
      }
      .told.amber {
        border-color: var(--amber);
      }
    `,
  ]

  override connectedCallback(): void {
    super.connectedCallback()
    if (!this.level) return this.#form.begin(emptyLevel)
    const { id: _id, cycleId: _cycleId, position: _position, version: _version, ...values } = this.level
    const { forms, ageBounds } = values
    this.#form.begin({ ...values, forms: forms.join('\n'), ageBounds: ageBounds.join(', ') })
  }

  override render() {
    const { common, records } = words()
    const { cycle: text } = records
    const form = this.#form
    const close = () => this.tell('form-closed')
    return html`
      <modal-dialog
        wide
        heading=${this.level ? text.editLevel : text.addLevel}
        ?guarded=${form.isChanged}
        @dialog-closed=${close}
      >
        <form class="form" id="record" @submit=${(event: SubmitEvent) => this.#save(event)}>
          ${this.#ofRoad()} ${this.#ofDelegates()}
          <error-panel .error=${form.error} @theirs-taken=${close}></error-panel>
        </form>
        <div slot="actions" class="form-actions">
          <button class="button" type="button" @click=${close}>${common.cancel}</button>
          <button class="button primary" form="record" aria-busy=${form.isSending}>${common.save}</button>
        </div>
      </modal-dialog>
    `
  }

  #ofRoad() {
    const { conflicts, records, terms } = words()
    const { levelFields: fields } = records.cycle
    const form = this.#form
    return html`
      <div class="columns">
        ${textField(form, 'name', { label: fields.name, maxLength: 120 })}
        ${textField(form, 'nameEnglish', { label: fields.nameEnglish, isOptional: true, maxLength: 120 })}
        ${dateField(form, 'windowFrom', { label: fields.windowFrom, isOptional: true })}
        ${dateField(form, 'windowTo', { label: fields.windowTo, isOptional: true })}
        ${numberField(form, 'maxDelegates', { label: fields.maxDelegates, isOptional: true })}
        ${numberField(form, 'maxDays', { label: fields.maxDays, isOptional: true })}
        ${numberField(form, 'staffThreshold', { label: fields.staffThreshold, isOptional: true })}
        ${numberField(form, 'gapBeforeUpperDays', { label: fields.gapBeforeUpperDays })}
        ${numberField(form, 'leaderMaxPerDay', { label: fields.leaderMaxPerDay })}
        ${selectField(form, 'lowestLeaderRank', {
          label: fields.lowestLeaderRank,
          emptyWord: fields.anyRank,
          choices: leaderRanks.map((rank) => [rank, terms.ranks[rank]] as const),
        })}
      </div>
      ${areaField(form, 'forms', { label: fields.forms })}
      <fieldset>
        <legend class="label">${fields.rulesOff}</legend>
        ${this.#checks(
          'rulesOff',
          levelRules.map((rule) => [rule, conflicts.rules[rule]]),
        )}
      </fieldset>
    `
  }

  #ofDelegates() {
    const { levelDelegates: text } = words()
    const form = this.#form
    const named = (fields: typeof openFields | typeof sensitiveFields) =>
      fields.map((field) => [field, askedName(field)] as const)
    const bounds = readBounds(form.values.ageBounds)
    const isAnyAsked = form.values.delegateFields.some(isSensitive)
    return html`
      <fieldset>
        <legend class="label">${text.asked}</legend>
        <p class="help">${text.askedHelp}</p>
        ${this.#checks('delegateFields', named(openFields))}
      </fieldset>
      <fieldset>
        <legend class="label">${text.sensitive}</legend>
        ${this.#checks('delegateFields', named(sensitiveFields))}
        <p class="small told ${isAnyAsked ? 'amber' : ''}" aria-live="polite">
          ${icon('lock')} ${isAnyAsked ? text.sensitiveAsked : text.sensitiveNotAsked}
        </p>
      </fieldset>
      ${textField(form, 'ageBounds', {
        label: text.bounds,
        help: bounds === null ? text.boundsHelp : text.bands(bandNames(bounds).join('; ')),
        maxLength: 80,
        check: (typed) => (readBounds(typed) === null ? text.boundsWrong : null),
      })}
    `
  }

  #checks(name: ListName, choices: readonly (readonly [string, string])[]) {
    const form = this.#form
    const chosen: readonly string[] = form.values[name]
    const put = (value: string, isChosen: boolean) =>
      form.set(name, (isChosen ? [...chosen, value] : chosen.filter((each) => each !== value)) as never)
    return html`<div class="columns">
      ${choices.map(
        ([value, word]) =>
          html`<label class="check">
            <input
              type="checkbox"
              .checked=${chosen.includes(value)}
              @change=${(event: Event) => put(value, (event.target as HTMLInputElement).checked)}
            />
            <span>${word}</span>
          </label>`,
      )}
    </div>`
  }

  async #save(event: SubmitEvent): Promise<void> {
    event.preventDefault()
    const { level, cycleId } = this
    const ageBounds = readBounds(this.#form.values.ageBounds)
    if (ageBounds === null) {
      this.#form.refuse({ ageBounds: words().levelDelegates.boundsWrong })
      return
    }
    const isSaved = await this.#form.submit(({ forms, gapBeforeUpperDays, leaderMaxPerDay, ...values }) => {
      const body = {
        ...values,
        ageBounds,
        forms: linesOf(forms),
        gapBeforeUpperDays: gapBeforeUpperDays ?? 0,
        leaderMaxPerDay: leaderMaxPerDay ?? 0,
      }
      return level ? changeLevel(level.id, { ...body, version: level.version }) : createLevel(cycleId, body)
    })
    if (isSaved) this.tell('level-saved')
  }
}

const emptyLevel: LevelFields = {
  name: '',
  nameEnglish: '',
  forms: '',
  windowFrom: null,
  windowTo: null,
  maxDelegates: null,
  maxDays: 1,
  staffThreshold: 200,
  gapBeforeUpperDays: 20,
  leaderMaxPerDay: 2,
  lowestLeaderRank: null,
  rulesOff: [],
  delegateFields: openFields.filter((field) => field !== 'birthDate' && field !== 'photo'),
  ageBounds: usualBounds.join(', '),
}

declare global {
  interface HTMLElementTagNameMap {
    'level-dialog': LevelDialog
  }
}
