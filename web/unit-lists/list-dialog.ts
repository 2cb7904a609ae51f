import { css, html, nothing } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import { baseOfAims, both } from '../../server/quotas/rules.ts'
import type { Delegate } from '../../server/delegates/schema.ts'
import type { AimStanding, BothClasses } from '../../server/quotas/schema.ts'
import { excessOf } from '../../server/unit-lists/rules.ts'
import type { ListStanding } from '../../server/unit-lists/schema.ts'
import { addFile } from '../api/files.ts'
import * as api from '../api/unit-lists.ts'
import { WordsElement } from '../parts/element.ts'
import { areaField, dateField, textField } from '../parts/field.ts'
import { Form } from '../parts/form.ts'
import { scanEndings } from '../parts/file-list.ts'
import { tellDone, tellError } from '../parts/toast-stack.ts'
import { aimSentence, aimStanding } from '../quotas/aim-words.ts'
import { controls } from '../style/controls.ts'
import { icon } from '../style/icons.ts'
import { words } from '../words/words.ts'
import '../parts/error-panel.ts'
import '../parts/modal-dialog.ts'

/** What is done with a list. */
export type ListAct = 'submit' | 'request' | 'approve' | 'giveBack' | 'paper'

/** The list that it is done with. */
export interface ListInHand extends ListStanding {
  unitName: string
  allowed: BothClasses | null
  entered: BothClasses
  /** Of the quota, with how many of the list each counts. */
  aims: readonly AimStanding[]
  /** Names of those on the list without year of birth or sex. */
  missing: readonly string[]
  /** Who is on it. */
  people: readonly Pick<Delegate, 'id' | 'name' | 'post' | 'workplace'>[]
}

/** Of many the first ones are named. */
const mostNamed = 5

interface Fields {
  text: string
  paperNumber: string
  paperDate: string | null
}

/** Sends a list, gives it back or approves it: `<unit-list-dialog .place .act .list>`. Tells `form-closed`. */
@customElement('unit-list-dialog')
export class UnitListDialog extends WordsElement {
  @property({ attribute: false }) place!: api.ListPlace
  @property({ attribute: false }) act: ListAct = 'submit'
  @property({ attribute: false }) list!: ListInHand
  /** The paper that approves the list, to be attached once it is approved. */
  @state() private scan: File | null = null
  /** Whom the remark of the return is about. */
  @state() private remarked: ReadonlySet<string> = new Set()
  @query('input[type=file]') private readonly input!: HTMLInputElement
  readonly #form = new Form<Fields>(this, { text: '', paperNumber: '', paperDate: null })

  static override styles = [
    ...controls,
    css`
      .chosen {
        overflow-wrap: anywhere;
      }
      .standing {
        display: grid;
        gap: var(--space-half);
        margin-block-start: var(--space-half);
      }
      .standing .badge {
        white-space: normal;
      }
      p + .field {
        margin-block-start: var(--space);
      }
      .people {
        max-block-size: 14rem;
        margin-block-start: var(--space-half);
        border: 1px solid var(--line);
        border-radius: var(--radius);
        overflow-y: auto;
      }
      .people label {
        display: flex;
        gap: var(--space-half);
        align-items: baseline;
        padding: 0.25rem 0.625rem;
      }
    `,
  ]

  override connectedCallback(): void {
    super.connectedCallback()
    const { excessReason, paperNumber, paperDate } = this.list
    this.#form.begin({ text: this.act === 'submit' ? excessReason : '', paperNumber, paperDate })
  }

  get #excess(): number {
    const { allowed, entered } = this.list
    return allowed === null ? 0 : both(excessOf(allowed, entered))
  }

  override render() {
    const { common, unitLists: text } = words()
    const form = this.#form
    return html`<modal-dialog
      heading=${this.#heading()}
      ?guarded=${form.isChanged || this.scan !== null || this.remarked.size > 0}
      @dialog-closed=${() => this.tell('form-closed')}
    >
      <form class="form" id="list-act" @submit=${(event: SubmitEvent) => this.#save(event)}>
        ${this.#body()}
        <error-panel .error=${form.error}></error-panel>
      </form>
      <div slot="actions" class="form-actions">
        <button class="button" type="button" @click=${() => this.tell('form-closed')}>${common.cancel}</button>
        <button class="button primary" form="list-act" aria-busy=${form.isSending}>
          ${this.act === 'paper' ? common.save : text[this.act]}
        </button>
      </div>
    </modal-dialog>`
  }

  #heading(): string {
    const { dialogs } = words().unitLists
    const { unitName } = this.list
    const headings = {
      ...{ submit: dialogs.submit, request: dialogs.request, giveBack: dialogs.giveBack(unitName) },
      ...{ approve: dialogs.approve(unitName), paper: dialogs.paper(unitName) },
    }
    return headings[this.act]
  }

  #body() {
    const { dialogs } = words().unitLists
    const form = this.#form
    const { entered, missing } = this.list
    const reason = (label: string, help = '') => areaField(form, 'text', { label, help, maxLength: 1000 })
    switch (this.act) {
      case 'submit':
        return html`<p>${dialogs.submitHelp(entered.official, entered.guests)}</p>
          ${this.#standing()}
          ${missing.length === 0 ? nothing : html`<p class="muted">${dialogs.missing(missing.slice(0, mostNamed).join(', '), missing.length - mostNamed)}</p>`}
          ${this.#excess === 0 ? nothing : reason(dialogs.excessReason, dialogs.overQuota(this.#excess))}`
      case 'request':
        return reason(dialogs.reason, dialogs.requestHelp)
      case 'giveBack':
        return html`${reason(dialogs.remark, dialogs.giveBackHelp)} ${this.#about()}`
      case 'approve':
      case 'paper':
        return html`${this.act === 'approve' ? this.#standing() : nothing}
          <p class="muted">${dialogs.approveHelp}</p>
          <div class="columns">
            ${textField(form, 'paperNumber', { label: dialogs.paperNumber, isOptional: true, maxLength: 60 })}
            ${dateField(form, 'paperDate', { label: dialogs.paperDate, isOptional: true })}
          </div>
          ${this.#scan()}`
    }
  }

  /** Whom the remark is about: they are marked on the unit's list. */
  #about() {
    const { dialogs } = words().unitLists
    const { people } = this.list
    if (people.length === 0) return nothing
    const toggle = (id: string) => {
      const others = [...this.remarked].filter((each) => each !== id)
      this.remarked = new Set(this.remarked.has(id) ? others : [...others, id])
    }
    return html`<details>
      <summary>${dialogs.remarked}: ${dialogs.remarkedCount(this.remarked.size)}</summary>
      <p class="help">${dialogs.remarkedHelp}</p>
      <ul class="people" tabindex="0" aria-label=${dialogs.remarked}>
        ${people.map(
          ({ id, name, post, workplace }) =>
            html`<li>
              <label>
                <input type="checkbox" .checked=${this.remarked.has(id)} @change=${() => toggle(id)} />
                <span>${name} <span class="small muted">${[post, workplace].filter(Boolean).join(', ')}</span></span>
              </label>
            </li>`,
        )}
      </ul>
    </details>`
  }

  /** How the list stands against its quota, told once more before it goes on: numbers, and the targets that it misses. */
  #standing() {
    const { official, guests, dialogs } = words().unitLists
    const { allowed, entered, aims } = this.list
    if (allowed === null) return nothing
    const classes = [
      { word: official, entered: entered.official, allowed: allowed.official },
      { word: guests, entered: entered.guests, allowed: allowed.guests },
    ].filter((each) => each.entered > 0 || each.allowed > 0)
    const base = baseOfAims(allowed, entered)
    const open = Math.max(0, base - entered.official)
    const judged = aims.map((aim) => ({ aim, ...aimStanding(aim, base, open) }))
    const missed = judged.filter(({ hue }) => hue === 'amber' || hue === 'red')
    const isAllKnown = aims.length > 0 && judged.every(({ hue }) => hue === 'green')
    return html`<section aria-labelledby="standing">
      <h3 id="standing" class="label">${dialogs.standing}</h3>
      <ul class="standing">
        ${classes.map(
          (each) =>
            html`<li
              class="badge edge ${each.entered === each.allowed ? 'green' : each.entered > each.allowed ? 'red' : 'amber'}"
            >
              <span>${dialogs.ofClass(each.word, each.entered, each.allowed)}</span>
            </li>`,
        )}
        ${missed.map(({ aim, sentence, hue }) => html`<li class="badge edge ${hue}"><span>${aimSentence(aim)}: ${sentence}</span></li>`)}
        ${isAllKnown ? html`<li class="badge edge green"><span>${dialogs.reached}</span></li>` : nothing}
      </ul>
    </section>`
  }

  /** Kept with the approval itself; afterwards each scan by itself. */
  #scan() {
    const { dialogs } = words().unitLists
    const { congressId, unitId } = this.place
    if (this.act === 'paper') {
      return html`<div class="field">
        <span class="label">${dialogs.scan}</span>
        <file-list
          congressId=${congressId}
          owner="unit-list"
          .unitId=${unitId}
          label=${dialogs.scan}
          writable
        ></file-list>
      </div>`
    }
    return html`<div class="field">
      <span class="label">${dialogs.scan} <span class="optional">(${words().common.optional})</span></span>
      <div class="row">
        <button class="button small" type="button" @click=${() => this.input.click()}>
          ${icon('upload')} ${words().files.add}
        </button>
        <span class="chosen" aria-live="polite">${this.scan?.name ?? ''}</span>
      </div>
      <input
        type="file"
        hidden
        accept=${scanEndings}
        aria-label=${dialogs.scan}
        @change=${() => (this.scan = this.input.files?.[0] ?? null)}
      />
      <span class="help">${dialogs.scanHelp}</span>
    </div>`
  }

  async #save(event: SubmitEvent): Promise<void> {
    event.preventDefault()
    const { errors, unitLists } = words()
    const isNeeded = this.act === 'request' || this.act === 'giveBack' || (this.act === 'submit' && this.#excess > 0)
    const isMissing = isNeeded && this.#form.values.text.trim() === ''
    if (!this.#form.refuse(isMissing ? { text: errors.rules.required } : {})) return
    if (!(await this.#form.submit((values) => this.#send(values)))) return
    const { done } = unitLists
    const { unitName } = this.list
    const told = {
      ...{ submit: done.submitted, request: done.requested, paper: done.paper },
      ...{ approve: done.approved(unitName), giveBack: done.returned(unitName) },
    }
    tellDone(told[this.act])
    if (this.act === 'approve' && this.scan) await this.#attach(this.scan)
    this.tell('form-closed')
  }

  /** The list is approved already: a scan that is not taken can be attached afterwards. */
  async #attach(scan: File): Promise<void> {
    try {
      await addFile({ ...this.place, owner: 'unit-list' }, scan)
      tellDone(words().files.added(scan.name))
    } catch (error) {
      tellError(error)
    }
  }

  #send({ text, paperNumber, paperDate }: Fields): Promise<unknown> {
    const { place } = this
    const { version } = this.list
    const paper = { paperNumber: paperNumber.trim(), paperDate, version }
    const acts = {
      submit: () => api.submitList(place, { excessReason: text.trim(), version }),
      request: () => api.requestCorrection(place, { reason: text.trim(), version }),
      giveBack: () => api.returnList(place, { remark: text.trim(), remarkedIds: [...this.remarked], version }),
      approve: () => api.approveList(place, paper),
      paper: () => api.numberApproval(place, paper),
    }
    return acts[this.act]()
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'unit-list-dialog': UnitListDialog
  }
}
