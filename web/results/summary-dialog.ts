import { html } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { numberAndSymbol } from '../../server/documents/rules/official-number.ts'
import { holderOn } from '../../server/leaders/rules.ts'
import { summaryAddress, type SummarySignature } from '../api/results.ts'
import { WordsElement } from '../parts/element.ts'
import { areaField, comboField, dateField, textField } from '../parts/field.ts'
import { Form } from '../parts/form.ts'
import type { LoadedRoad } from '../road/road-source.ts'
import { controls } from '../style/controls.ts'
import { icon } from '../style/icons.ts'
import { translated, words } from '../words/words.ts'
import '../parts/error-panel.ts'
import '../parts/modal-dialog.ts'

type Fields = Omit<SummarySignature, 'day'> & { day: string | null; postId: string | null }

/**
 * Number, day and signer of the one-page summary, then its print: `<summary-dialog .loaded .signature symbol>`. Tells
 * `signature-given` with what it was printed with, and `form-closed`.
 */
@customElement('summary-dialog')
export class SummaryDialog extends WordsElement {
  @property({ attribute: false }) loaded!: LoadedRoad
  @property({ attribute: false }) signature!: SummarySignature
  /** What stands behind the number, unless another one is typed with it. */
  @property() symbol = ''
  readonly #form = new Form<Fields>(this, { number: '', day: null, capacity: '', post: '', signer: '', postId: null })
  #chosen: string | null = null

  static override styles = controls

  override connectedCallback(): void {
    super.connectedCallback()
    const { day, ...rest } = this.signature
    this.#form.begin({ ...rest, day: day === '' ? null : day, postId: null })
  }

  /** A leader that is chosen brings post and name, as they are on the day of signature. */
  protected override willUpdate(): void {
    const { postId, day } = this.#form.values
    const key = postId === null ? null : `${postId} ${day ?? ''}`
    const post = this.loaded.road.posts.find(({ id }) => id === postId)
    if (key !== this.#chosen && post) {
      this.#form.set('post', translated(post.name))
      this.#form.set('signer', holderOn(post, this.#dayOfSignature()))
    }
    this.#chosen = key
  }

  #dayOfSignature(): string {
    return this.#form.values.day ?? this.loaded.road.today
  }

  override render() {
    const { common, results } = words()
    const { sign } = results
    const form = this.#form
    const leaders = this.loaded.road.posts
      .map((post) => ({ post, name: holderOn(post, this.#dayOfSignature()) }))
      .filter(({ name }) => name !== '')
      .map(({ post, name }) => ({ value: post.id, label: name, detail: translated(post.name) }))
    return html`
      <modal-dialog heading=${sign.heading} @dialog-closed=${() => this.tell('form-closed')}>
        <form class="form" id="signature" @submit=${(event: SubmitEvent) => this.#print(event)}>
          <p class="help">${sign.help}</p>
          <div class="columns">
            ${textField(form, 'number', {
              label: sign.number,
              help: this.#numberHelp(),
              isOptional: true,
              maxLength: 20,
            })}
            ${dateField(form, 'day', { label: sign.day, isOptional: true })}
          </div>
          ${comboField(form, 'postId', { label: sign.leader, help: sign.leaderHelp, choices: leaders, isOptional: true })}
          <div class="columns">
            ${textField(form, 'post', { label: sign.post, isOptional: true, maxLength: 200 })}
            ${textField(form, 'signer', { label: sign.signer, isOptional: true, maxLength: 120 })}
          </div>
          ${areaField(form, 'capacity', {
            label: sign.capacity,
            help: sign.capacityHelp,
            isOptional: true,
            maxLength: 200,
          })}
          <error-panel .error=${form.error}></error-panel>
        </form>
        <div slot="actions" class="form-actions">
          <button class="button" type="button" @click=${() => this.tell('form-closed')}>${common.close}</button>
          <button class="button primary" form="signature">${icon('printer')} ${sign.print}</button>
        </div>
      </modal-dialog>
    `
  }

  /** How number and symbol will be printed. */
  #numberHelp(): string {
    const { sign } = words().results
    const { number, symbol } = numberAndSymbol(this.#form.values.number, this.symbol)
    return number === '' ? sign.symbol(symbol) : sign.printedNumber(`${number}/${symbol}`)
  }

  /** Opened while the click still counts as the person's own: else browsers keep the window shut. */
  async #print(event: SubmitEvent): Promise<void> {
    event.preventDefault()
    await this.#form.submit(({ postId: _postId, day, ...rest }) => {
      const signature = { ...rest, day: day ?? '' }
      window.open(summaryAddress(this.loaded.road.cycle.id, signature), '_blank', 'noopener')
      this.tell('signature-given', signature)
      return Promise.resolve()
    })
  }
}
