import { css, html, nothing } from 'lit'
import { customElement, state } from 'lit/decorators.js'
import type { Cycle, Level } from '../../server/cycles/schema.ts'
import { formatDateRange, formatShortDate } from '../../server/format/dates.ts'
import { LiveController } from '../api/changes.ts'
import { changeCycle, deleteCycle, deleteLevel } from '../api/cycles.ts'
import { currentCycle, cycles, refreshCycles } from '../cycle.ts'
import '../feeds/feed-button.ts'
import { did } from '../did.ts'
import { PageElement } from '../parts/element.ts'
import { areaField, checkField, dateField, textField } from '../parts/field.ts'
import { Form } from '../parts/form.ts'
import { tellDone } from '../parts/toast-stack.ts'
import { RoadSource } from '../road/road-source.ts'
import { controls } from '../style/controls.ts'
import { icon } from '../style/icons.ts'
import { language, translated, words } from '../words/words.ts'
import { askedNames, bandNames } from './asked-words.ts'
import { levelChoices, levelName } from './level-name.ts'
import { linesOf } from './lines.ts'
import { noCycle } from './no-cycle.ts'
import { planLinks } from './plan-links.ts'
import '../parts/error-panel.ts'
import '../parts/modal-dialog.ts'
import '../parts/page-header.ts'
import './level-dialog.ts'
import '../results/honour-kinds.ts'

/** Lists are typed one per line. */
type CycleFields = Pick<Cycle, 'name' | 'ordinal' | 'theme' | 'startsOn' | 'endsOn' | 'standsOn' | 'isUpperShown'> & {
  documents: string
}
/** /cycle — the road's name, period and documents, and its levels with windows and rules. */
@customElement('cycle-page')
export class CyclePage extends PageElement {
  readonly #source = new RoadSource(this)
  @state() private open: 'cycle' | 'new-level' | Level | null = null
  readonly #cycleForm = new Form<CycleFields>(this, emptyCycle)

  constructor() {
    super()
    cycles.use(this)
    new LiveController(this, ['cycles', 'levels'], () => void refreshCycles())
  }

  static override styles = [
    ...controls,
    css`
      dl {
        display: grid;
        grid-template-columns: max-content minmax(0, 1fr);
        gap: var(--space-half) var(--space-2);
      }
      dt {
        color: var(--muted);
      }
      .levels {
        display: grid;
        gap: var(--space);
        margin-block: var(--space);
      }
      .levels header {
        display: flex;
        justify-content: space-between;
        gap: var(--space);
      }
      section {
        margin-block-start: var(--space-2);
      }
      @media (max-width: 700px) {
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

  override render() {
    const text = words().records.cycle
    const cycle = currentCycle()
    const { loaded } = this.#source
    if (!cycle) {
      return html`<page-header heading=${text.heading}></page-header> ${noCycle()}`
    }
    const mayEdit = loaded?.may('organizer', cycle.unitId) === true
    return html`
      <page-header heading=${translated(cycle.name)}>
        <span slot="actions" class="row">
          ${planLinks(cycle.id)}
          <feed-button kind="level" .targets=${levelChoices(loaded)}></feed-button>
          ${mayEdit ? html`<a class="button" href="/first-run">${icon('plus')} ${text.newCycle}</a>` : nothing}
          ${
            mayEdit
              ? html`<button class="button" @click=${() => this.#openCycle(cycle)}>
                    ${icon('pencil')} ${text.edit}
                  </button>
                  <button class="button quiet" @click=${() => this.#delete(cycle)}>
                    ${icon('trash-2')} ${words().common.delete}
                  </button>`
              : nothing
          }
        </span>
      </page-header>
      ${this.#facts(cycle, loaded?.unit(cycle.unitId)?.name ?? '')}
      <section>
        <h2>${text.levels}</h2>
        <ol class="levels">
          ${loaded?.road.levels.map((level) => html`<li class="card">${this.#level(level, mayEdit)}</li>`)}
        </ol>
        ${
          mayEdit
            ? html`<button class="button" @click=${() => (this.open = 'new-level')}>
                ${icon('plus')} ${text.addLevel}
              </button>`
            : nothing
        }
      </section>
      <honour-kinds .cycleId=${cycle.id} ?writable=${mayEdit}></honour-kinds>
      ${
        this.open === null
          ? nothing
          : this.open === 'cycle'
            ? this.#cycleDialog(cycle)
            : html`<level-dialog
                .level=${this.open === 'new-level' ? null : this.open}
                .cycleId=${cycle.id}
                @level-saved=${() => void this.#saved()}
                @form-closed=${() => (this.open = null)}
              ></level-dialog>`
      }
    `
  }

  #facts(cycle: Cycle, unitName: string) {
    const { fields, upper } = words().records.cycle
    const { documents } = cycle
    return html`
      <dl class="card">
        <dt>${fields.unitId}</dt>
        <dd>${unitName}</dd>
        <dt>${fields.ordinal}</dt>
        <dd>${cycle.ordinal}</dd>
        <dt>${fields.theme}</dt>
        <dd>${translated(cycle.theme)}</dd>
        <dt>${fields.period}</dt>
        <dd>${formatDateRange(cycle.startsOn, cycle.endsOn, language())}</dd>
        ${
          cycle.standsOn === null
            ? nothing
            : html`<dt>${fields.standsOn}</dt>
                <dd>${formatShortDate(cycle.standsOn, language())}</dd>`
        }
        <dt>${upper.label}</dt>
        <dd>${cycle.isUpperShown ? upper.shown : upper.hidden}</dd>
        <dt>${fields.documents.split(',')[0]}</dt>
        <dd>
          <ul>
            ${documents.map(({ citation }) => html`<li>${citation}</li>`)}
          </ul>
        </dd>
      </dl>
    `
  }

  #level(level: Level, mayEdit: boolean) {
    const { records, conflicts } = words()
    const { cycle: text } = records
    const { levelFields: fields } = text
    const { windowFrom, windowTo } = level
    const window = windowFrom !== null && windowTo !== null ? formatDateRange(windowFrom, windowTo, language()) : '–'
    return html`
      <header>
        <h3>${levelName(level)}</h3>
        ${
          mayEdit
            ? html`<span class="row">
                <button
                  class="button quiet small icon-only"
                  aria-label=${`${text.editLevel}: ${levelName(level)}`}
                  @click=${() => (this.open = level)}
                >
                  ${icon('pencil')}
                </button>
                <button
                  class="button quiet small icon-only"
                  aria-label=${text.deleteLevel(levelName(level))}
                  @click=${() => this.#deleteLevel(level)}
                >
                  ${icon('trash-2')}
                </button>
              </span>`
            : nothing
        }
      </header>
      <dl class="small">
        <dt>${fields.windowFrom.split(' ')[0]}</dt>
        <dd>${window}</dd>
        <dt>${fields.forms.split(',')[0]}</dt>
        <dd>${level.forms.map(translated).join('; ')}</dd>
        <dt>${fields.gapBeforeUpperDays}</dt>
        <dd>${level.gapBeforeUpperDays}</dd>
        <dt>${fields.leaderMaxPerDay}</dt>
        <dd>${level.leaderMaxPerDay}</dd>
        <dt>${fields.lowestLeaderRank}</dt>
        <dd>${level.lowestLeaderRank === null ? fields.anyRank : words().terms.ranks[level.lowestLeaderRank]}</dd>
        <dt>${words().levelDelegates.asked}</dt>
        <dd>${askedNames(level.delegateFields) || words().levelDelegates.nothingAsked}</dd>
        <dt>${words().levelDelegates.ages}</dt>
        <dd>${bandNames(level.ageBounds).join('; ')}</dd>
        ${
          level.rulesOff.length === 0
            ? nothing
            : html`<dt>${fields.rulesOff}</dt>
                <dd>${level.rulesOff.map((rule) => conflicts.rules[rule]).join('; ')}</dd>`
        }
      </dl>
    `
  }

  #openCycle(cycle: Cycle): void {
    const { name, ordinal, theme, startsOn, endsOn, standsOn, isUpperShown } = cycle
    const documents = cycle.documents.map(({ citation }) => citation).join('\n')
    this.#cycleForm.begin({ name, ordinal, theme, startsOn, endsOn, standsOn, isUpperShown, documents })
    this.open = 'cycle'
  }

  #cycleDialog(cycle: Cycle) {
    const { cycle: text } = words().records
    const form = this.#cycleForm
    return this.#dialog(
      text.edit,
      form,
      (event) => this.#saveCycle(event, cycle),
      html`
        ${textField(form, 'name', { label: text.fields.name, maxLength: 200 })}
        <div class="columns">
          ${textField(form, 'ordinal', { label: text.fields.ordinal, isOptional: true, maxLength: 12 })}
          ${dateField(form, 'startsOn', { label: text.fields.startsOn })}
          ${dateField(form, 'endsOn', { label: text.fields.endsOn })}
          ${dateField(form, 'standsOn', { label: text.fields.standsOn, help: text.fields.standsOnHelp, isOptional: true })}
        </div>
        ${areaField(form, 'theme', { label: text.fields.theme, isOptional: true, maxLength: 500 })}
        ${areaField(form, 'documents', { label: text.fields.documents, isOptional: true })}
        ${checkField(form, 'isUpperShown', { label: text.fields.isUpperShown, help: text.fields.isUpperShownHelp })}
      `,
    )
  }

  #dialog<F extends object>(heading: string, form: Form<F>, save: (event: SubmitEvent) => void, fields: unknown) {
    const { common } = words()
    return html`
      <modal-dialog wide heading=${heading} ?guarded=${form.isChanged} @dialog-closed=${() => (this.open = null)}>
        <form class="form" id="record" @submit=${save}>
          ${fields}
          <error-panel .error=${form.error} @theirs-taken=${() => (this.open = null)}></error-panel>
        </form>
        <div slot="actions" class="form-actions">
          <button class="button" type="button" @click=${() => (this.open = null)}>${common.cancel}</button>
          <button class="button primary" form="record" aria-busy=${form.isSending}>${common.save}</button>
        </div>
      </modal-dialog>
    `
  }

  async #saveCycle(event: SubmitEvent, cycle: Cycle): Promise<void> {
    event.preventDefault()
    const { unitId, version } = cycle
    const dates = new Map(cycle.documents.map(({ citation, date }) => [citation, date]))
    const isSaved = await this.#cycleForm.submit(({ documents, ...values }) =>
      changeCycle(cycle.id, {
        ...values,
        unitId,
        version,
        documents: linesOf(documents).map((citation) => ({ citation, date: dates.get(citation) ?? null })),
      }),
    )
    if (isSaved) await this.#saved()
  }

  async #saved(): Promise<void> {
    tellDone(words().records.saved)
    this.open = null
    await Promise.all([refreshCycles(), this.#source.refetch()])
  }

  async #delete({ id, version }: Cycle): Promise<void> {
    await did(deleteCycle(id, version), words().records.deleted)
    await refreshCycles()
  }

  async #deleteLevel({ id, version }: Level): Promise<void> {
    await did(deleteLevel(id, version), words().records.deleted)
    await this.#source.refetch()
  }
}

const emptyCycle: CycleFields = {
  name: '',
  ordinal: '',
  theme: '',
  startsOn: '',
  endsOn: '',
  standsOn: null,
  isUpperShown: true,
  documents: '',
}
