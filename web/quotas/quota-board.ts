import { html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { live } from 'lit/directives/live.js'
import { baseOfAims, both, gapOf, isChangedSinceSent, sumOf } from '../../server/quotas/rules.ts'
import type { BothClasses, Quota } from '../../server/quotas/schema.ts'
import { formatShortDate, todayIn } from '../../server/format/dates.ts'
import { WordsElement } from '../parts/element.ts'
import { controls } from '../style/controls.ts'
import { icon } from '../style/icons.ts'
import { language, translated, words } from '../words/words.ts'
import { aimSentence, aimStanding } from './aim-words.ts'
import { quotaBoardStyle } from './quota-board-style.ts'

/** A number typed into the board. */
export interface QuotaTyped {
  quota: Quota
  change: Partial<BothClasses>
}

/** The days of this computer's own clock. */
const zone = Intl.DateTimeFormat().resolvedOptions().timeZone

/**
 * Quotas by block, with what was entered and what is missing: `<quota-board .quotas .chosen ?writable ?narrow>`. Tells
 * `quota-typed`, `quota-opened` with the quota, and `selection-changed` with ids.
 */
@customElement('quota-board')
export class QuotaBoardElement extends WordsElement {
  @property({ attribute: false }) quotas: readonly Quota[] = []
  @property({ attribute: false }) chosen: ReadonlySet<string> = new Set()
  @property({ type: Boolean }) writable = false
  @property({ type: Boolean }) narrow = false

  static override styles = [...controls, quotaBoardStyle]

  override render() {
    return this.narrow ? this.#cards() : this.#table()
  }

  get #groups(): Map<string, Quota[]> {
    const groups = new Map<string, Quota[]>()
    for (const quota of this.quotas) groups.set(quota.block, [...(groups.get(quota.block) ?? []), quota])
    return groups
  }

  #table() {
    const { quotas: text, common } = words()
    const all = this.quotas.length > 0 && this.quotas.every(({ id }) => this.chosen.has(id))
    const groups = this.#groups
    return html`<div class="scroll">
      <table class="table">
        <thead>
          <tr>
            ${
              this.writable
                ? html`<th class="pick">
                    <input
                      type="checkbox"
                      aria-label=${text.selectAll}
                      .checked=${live(all)}
                      @change=${() => this.tell('selection-changed', all ? [] : this.quotas.map(({ id }) => id))}
                    />
                  </th>`
                : nothing
            }
            <th>${text.unit}</th>
            <th class="number">${text.official}</th>
            <th class="number">${text.guests}</th>
            <th class="number">${text.entered}</th>
            <th class="number">${text.approved}</th>
            <th>${text.gap}</th>
            <th>${text.aims}</th>
            <th>${text.sent}</th>
            ${this.writable ? html`<th><span class="visually-hidden">${common.edit}</span></th>` : nothing}
          </tr>
        </thead>
        ${[...groups].map(
          ([block, quotas]) =>
            html`<tbody>
              ${groups.size > 1 ? this.#sumRow(text.block(translated(block)), quotas) : nothing}
              ${quotas.map((quota) => this.#row(quota))}
            </tbody>`,
        )}
        <tfoot>
          ${this.#sumRow(text.total, this.quotas)}
        </tfoot>
      </table>
    </div>`
  }

  #sumRow(name: string, quotas: readonly Quota[]) {
    const allowed = sumOf(quotas)
    const entered = sumOf(quotas.map((quota) => quota.entered))
    const approved = sumOf(quotas.map((quota) => quota.approved))
    return html`<tr class="sum">
      ${this.writable ? html`<td></td>` : nothing}
      <th scope="row">${translated(name)}</th>
      <td class="number">${allowed.official}</td>
      <td class="number">${allowed.guests}</td>
      <td class="number">${both(entered)}/${both(allowed)}</td>
      <td class="number">${both(approved)}</td>
      <td colspan=${this.writable ? 4 : 3}></td>
    </tr>`
  }

  #row(quota: Quota) {
    return html`<tr>
      ${this.writable ? html`<td class="pick">${this.#pick(quota)}</td>` : nothing}
      <td class="name">${this.#name(quota)}</td>
      <td class="number">${this.#input(quota, 'official')}</td>
      <td class="number">${this.#input(quota, 'guests')}</td>
      <td class="number">${both(quota.entered)}/${both(quota)}</td>
      <td class="number">${both(quota.approved)}</td>
      <td>${this.#gap(quota)}</td>
      <td class="aims">${this.#aims(quota)}</td>
      <td>${this.#sent(quota)}</td>
      ${this.writable ? html`<td>${this.#edit(quota)}</td>` : nothing}
    </tr>`
  }

  #cards() {
    const { quotas: text } = words()
    return [...this.#groups].map(
      ([block, quotas]) =>
        html`<section>
          <h2>${text.block(translated(block))} <span class="muted figures">${both(sumOf(quotas))}</span></h2>
          <ul>
            ${quotas.map(
              (quota) =>
                html`<li class="card">
                  <div class="row spread">
                    ${this.writable ? this.#pick(quota) : nothing}
                    <div class="name">${this.#name(quota)}</div>
                    ${this.writable ? this.#edit(quota) : nothing}
                  </div>
                  <div class="row">
                    <label>${text.official} ${this.#input(quota, 'official')}</label>
                    <label>${text.guests} ${this.#input(quota, 'guests')}</label>
                  </div>
                  <div class="row">
                    <span class="small">${text.entered}: ${both(quota.entered)}/${both(quota)}</span>
                    <span class="small">${text.approved}: ${both(quota.approved)}</span>
                    ${this.#gap(quota)} ${this.#sent(quota)}
                  </div>
                  ${this.#aims(quota)}
                </li>`,
            )}
          </ul>
        </section>`,
    )
  }

  #pick({ id, name }: Quota) {
    const toggle = () => {
      const chosen = new Set(this.chosen)
      if (!chosen.delete(id)) chosen.add(id)
      this.tell('selection-changed', [...chosen])
    }
    return html`<input
      type="checkbox"
      aria-label=${words().quotas.select(translated(name))}
      .checked=${live(this.chosen.has(id))}
      @change=${toggle}
    />`
  }

  #name({ name, endedOn, note }: Quota) {
    const { quotas: text } = words()
    return html`${translated(name)}
    ${endedOn === null ? nothing : html`<p class="small warn">${icon('triangle-alert')} ${text.endedOn(formatShortDate(endedOn, language()))}</p>`}
    ${note === '' ? nothing : html`<p class="small muted">${translated(note)}</p>`}`
  }

  #input(quota: Quota, which: keyof BothClasses) {
    const { quotas: text } = words()
    if (!this.writable) return html`${quota[which]}`
    const name = translated(quota.name)
    const label = which === 'official' ? text.officialOf(name) : text.guestsOf(name)
    return html`<input
      class="input"
      type="number"
      min="0"
      max="100000"
      aria-label=${label}
      .value=${live(String(quota[which]))}
      @change=${(event: Event) => this.#typed(event.target as HTMLInputElement, quota, which)}
    />`
  }

  /** What is no number gives way to the number that stands. */
  #typed(input: HTMLInputElement, quota: Quota, which: keyof BothClasses): void {
    const number = Number(input.value)
    const isNumber = input.value.trim() !== '' && Number.isInteger(number) && number >= 0 && number <= 100_000
    if (!isNumber || number === quota[which]) input.value = String(quota[which])
    else this.tell('quota-typed', { quota, change: { [which]: number } } satisfies QuotaTyped)
  }

  #gap(quota: Quota) {
    const { quotas: text } = words()
    const { official, guests } = gapOf(quota)
    const open = Math.max(0, official) + Math.max(0, guests)
    const over = Math.max(0, -official) + Math.max(0, -guests)
    if (over > 0) {
      return html`<span class="badge red">${icon('triangle-alert')} ${text.over(over)}</span> ${
          quota.excessReason !== ''
            ? html`<p class="small muted">${text.overWithReason(quota.excessReason)}</p>`
            : this.writable
              ? html`<button class="button small" @click=${() => this.tell('quota-opened', quota)}>
                  ${text.giveReason}
                </button>`
              : nothing
        }`
    }
    return open === 0
      ? html`<span class="badge green">${icon('circle-check')} ${text.full}</span>`
      : html`<span class="badge amber">${icon('circle-dashed')} ${text.still(open)}</span>`
  }

  #aims(quota: Quota) {
    const open = Math.max(0, gapOf(quota).official)
    return quota.aims.length === 0
      ? nothing
      : html`<ul class="small">
          ${quota.aims.map((aim) => {
            const { sentence, hue } = aimStanding(aim, baseOfAims(quota, quota.entered), open)
            return html`<li>${aimSentence(aim)}: <span class="told ${hue}">${sentence}</span></li>`
          })}
        </ul>`
  }

  #sent(quota: Quota) {
    const { quotas: text } = words()
    const { sent, unitId } = quota
    if (unitId === null && !sent) return nothing
    if (!sent) return html`<span class="small muted">${text.notSent}</span>`
    const day = formatShortDate(todayIn(zone, new Date(sent.at)), language())
    return html`<span class="small figures" title=${sent.by}>${text.sentOn(day)}</span>
      ${isChangedSinceSent(quota) ? html`<p class="small warn">${icon('triangle-alert')} ${text.sentOther(sent.official, sent.guests)}</p>` : nothing}`
  }

  #edit(quota: Quota) {
    return html`<button
      class="button quiet icon-only"
      aria-label=${words().quotas.editOne(translated(quota.name))}
      @click=${() => this.tell('quota-opened', quota)}
    >
      ${icon('pencil')}
    </button>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'quota-board': QuotaBoardElement
  }
}
