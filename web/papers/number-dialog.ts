import { html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { formatShortDate, todayIn } from '../../server/format/dates.ts'
import { isUsualSeries, type NumberFault } from '../../server/papers/rules.ts'
import type { OfferedSeries, PaperLife } from '../../server/papers/schema.ts'
import { listNumberSeries, numberPaper } from '../api/papers.ts'
import { ApiError } from '../api/request.ts'
import { WordsElement } from '../parts/element.ts'
import { dateField, selectField, textField } from '../parts/field.ts'
import { Form } from '../parts/form.ts'
import { tellDone } from '../parts/toast-stack.ts'
import { controls } from '../style/controls.ts'
import { icon } from '../style/icons.ts'
import { language, words } from '../words/words.ts'
import { dayDoubts } from './paper-doubts.ts'
import '../parts/error-panel.ts'
import '../parts/modal-dialog.ts'

/**
 * «Vào số»: the number and day that the paper book gave, or the next of a series that the product numbers. Tells
 * `paper-stepped`, `form-closed`, and `series-wanted` with the series to edit, or null for a new one.
 */
@customElement('paper-number-dialog')
export class PaperNumberDialog extends WordsElement {
  @property() congressId = ''
  @property() kind = ''
  @property() heading = ''
  @property({ attribute: false }) life!: PaperLife
  @property({ type: Number }) version = 0
  /** The series just opened. */
  @property({ attribute: false }) chosenId: string | null = null
  /** The last day of the congress. */
  @property({ attribute: false }) lastDay: string | null = null
  /** What speaks against the day that is to be saved; a second press saves it all the same. */
  @state() private doubts: readonly string[] = []
  #doubtedDay: string | null = null
  @state() private series: readonly OfferedSeries[] | null = null
  @state() private failure: unknown = null
  readonly #form = new Form(this, { seriesId: '', number: '', day: null as string | null })

  static override styles = controls

  override connectedCallback(): void {
    super.connectedCallback()
    void this.#begin()
  }

  async #begin(): Promise<void> {
    try {
      const series = await listNumberSeries(this.congressId)
      const { seriesId, number, day, issuer } = this.life
      const usual = series.find((each) => isUsualSeries(each, issuer))
      const chosen = this.chosenId ?? seriesId ?? usual?.id ?? ''
      this.#form.begin({ seriesId: chosen, number, day })
      // Numbers of the authority are none of the committee's, and the other way round.
      this.series = series.filter((each) => each.issuer === issuer || each.id === chosen)
    } catch (error) {
      this.failure = error
    }
  }

  override render() {
    const { common, paperLife } = words()
    const form = this.#form
    return html`
      <modal-dialog
        heading=${paperLife.number.heading}
        ?guarded=${form.isChanged}
        @dialog-closed=${() => this.tell('form-closed')}
      >
        ${
          this.series === null
            ? this.failure === null
              ? html`<p class="muted">${common.loading}</p>`
              : html`<error-panel .error=${this.failure}></error-panel>`
            : this.#fields(this.series)
        }
        <div slot="actions" class="form-actions">
          <button class="button" type="button" @click=${() => this.tell('form-closed')}>${common.cancel}</button>
          <button class="button primary" form="number" aria-busy=${form.isSending} ?disabled=${this.series === null}>
            ${this.#isDoubted ? paperLife.doubts.numberAnyway : common.save}
          </button>
        </div>
      </modal-dialog>
    `
  }

  #fields(all: readonly OfferedSeries[]) {
    const { number: text } = words().paperLife
    const form = this.#form
    const chosen = all.find(({ id }) => id === form.values.seriesId)
    const choices: (readonly [string, string])[] = all.map(({ id, congressId, name }) => [
      id,
      congressId === null ? text.shared(name) : name,
    ])
    const { issuer } = this.life
    const hasUsual = all.some((each) => isUsualSeries(each, issuer))
    return html`<form class="form" id="number" @submit=${(event: SubmitEvent) => this.#save(event)}>
      <p>${this.heading}</p>
      ${selectField(form, 'seriesId', {
        label: text.series,
        help: helpOf(chosen),
        choices: hasUsual ? choices : [['', text.usual[issuer]], ...choices],
      })}
      <p class="row">
        <button class="link-button" type="button" @click=${() => this.tell('series-wanted', null)}>
          ${icon('plus')} ${text.open}
        </button>
        ${
          chosen
            ? html`<button class="link-button" type="button" @click=${() => this.tell('series-wanted', chosen)}>
                ${icon('pencil')} ${text.edit}
              </button>`
            : nothing
        }
      </p>
      <div class="columns">
        ${
          chosen?.way === 'by-product'
            ? nothing
            : textField(form, 'number', { label: text.number, help: text.numberHelp, maxLength: 20, autofocus: true })
        }
        ${dateField(form, 'day', { label: text.day })}
      </div>
      ${
        this.#isDoubted
          ? html`<div class="notice amber" role="alert">
              ${icon('triangle-alert')}
              <span>${this.doubts.join(' ')}</span>
            </div>`
          : nothing
      }
      <error-panel .error=${form.error} @theirs-taken=${() => this.tell('paper-stepped')}></error-panel>
    </form>`
  }

  get #isDoubted(): boolean {
    return this.doubts.length > 0 && this.#doubtedDay === this.#form.values.day
  }

  /** Whether there is something to say against the day that was not said yet. */
  #raisesDoubts(day: string): boolean {
    if (this.#isDoubted) return false
    const today = todayIn(Intl.DateTimeFormat().resolvedOptions().timeZone, new Date())
    this.#doubtedDay = day
    this.doubts = dayDoubts(day, { today, lastDay: this.lastDay })
    return this.doubts.length > 0
  }

  async #save(event: SubmitEvent): Promise<void> {
    event.preventDefault()
    const { number: text } = words().paperLife
    const form = this.#form
    const { day } = form.values
    if (day === null && form.isReadable('day')) {
      form.refuse({ day: words().errors.rules.required })
      return
    }
    if (day !== null && form.isReadable('day') && this.#raisesDoubts(day)) return
    const isSaved = await form.submit(({ seriesId, number }) =>
      numberPaper(this.congressId, this.kind, {
        seriesId: seriesId || null,
        number,
        // What cannot be read as a day is never sent.
        day: day ?? '',
        version: this.version,
      }),
    )
    if (isSaved) {
      tellDone(text.saved)
      this.tell('paper-stepped')
      return
    }
    const refused = refusalOf(form.error)
    if (!refused) return
    form.error = null
    form.refuse(refused)
  }
}

const helpOf = (series: OfferedSeries | undefined): string => {
  const { number: text } = words().paperLife
  const last =
    series?.lastNumber && series.lastDay
      ? text.last(series.lastNumber, formatShortDate(series.lastDay, language()))
      : text.none
  return series?.way === 'by-product' ? `${last} ${text.byProduct}` : last
}

/** What the series says against the number, at the field that is to be mended. */
const refusalOf = (error: unknown): { number?: string; day?: string } | null => {
  if (!(error instanceof ApiError) || !error.code.startsWith('number-')) return null
  const { number: text } = words().paperLife
  const fault = (error.details ?? { code: error.code }) as NumberFault
  if (fault.code === 'number-taken') return { number: text.taken }
  if (fault.code === 'number-before-start') return { number: text.start(fault.start) }
  const day = formatShortDate(fault.day, language())
  return { day: fault.code === 'number-day-after' ? text.after(fault.number, day) : text.before(fault.number, day) }
}

declare global {
  interface HTMLElementTagNameMap {
    'paper-number-dialog': PaperNumberDialog
  }
}
