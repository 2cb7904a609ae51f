import { css, html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { plainAim } from '../../server/quotas/rules.ts'
import type { Aim, Quota } from '../../server/quotas/schema.ts'
import { changeQuotas } from '../api/quotas.ts'
import { ApiError } from '../api/request.ts'
import { WordsElement } from '../parts/element.ts'
import { areaField, numberField, textField } from '../parts/field.ts'
import { Form } from '../parts/form.ts'
import { controls } from '../style/controls.ts'
import { icon } from '../style/icons.ts'
import { words } from '../words/words.ts'
import { aimSentence } from './aim-words.ts'
import { sentenceOfAims } from './aims-field.ts'
import { tellChanged } from './tell-changed.ts'
import '../parts/error-panel.ts'
import '../parts/modal-dialog.ts'

interface Fields {
  name: string
  official: number | null
  guests: number | null
  weight: number | null
  aims: readonly Aim[]
  excessReason: string
  note: string
}

/** What is written of a quota, as the server tells it of one that was changed meanwhile. */
type Written = Pick<Quota, 'name' | 'official' | 'guests' | 'weight' | 'excessReason' | 'note' | 'version'> & {
  aims: Aim[]
}

const fieldsOf = ({ name, official, guests, weight, aims, excessReason, note }: Written): Fields => {
  return { name, official, guests, weight, aims: aims.map(plainAim), excessReason, note }
}

/** All that is said of one quota: `<quota-dialog congressId="…" .quota>`. Tells `quota-removed` and `form-closed`. */
@customElement('quota-dialog')
export class QuotaDialog extends WordsElement {
  @property() congressId = ''
  @property({ attribute: false }) quota!: Quota
  /** Of the quota over which it is written. */
  #version = 0
  readonly #form = new Form<Fields>(this, {} as Fields)

  static override styles = [
    ...controls,
    css`
      .delete {
        margin-inline-end: auto;
      }
    `,
  ]

  override connectedCallback(): void {
    super.connectedCallback()
    this.#version = this.quota.version
    this.#form.begin(fieldsOf(this.quota))
  }

  /** The quota as another wrote it meanwhile; null = nobody did, or it is gone. */
  get #theirs(): Written | null {
    const { error } = this.#form
    return error instanceof ApiError ? ((error.current ?? null) as Written | null) : null
  }

  #compared() {
    const theirs = this.#theirs
    const { quotas } = words()
    const { values } = this.#form
    const aims = (of: readonly Aim[]) => of.map(aimSentence).join('; ')
    const compare = (label: string, mine: string | number | null, other: string | number | null) => ({
      ...{ label, mine: String(mine ?? ''), theirs: String(other ?? '') },
    })
    return theirs === null
      ? []
      : [
          ...(this.quota.unitId === null ? [compare(quotas.edit.name, values.name, theirs.name)] : []),
          compare(quotas.official, values.official ?? 0, theirs.official),
          compare(quotas.guests, values.guests ?? 0, theirs.guests),
          compare(quotas.edit.weight, values.weight, theirs.weight),
          compare(quotas.aims, aims(values.aims), aims(theirs.aims)),
          compare(quotas.edit.excessReason, values.excessReason, theirs.excessReason),
          compare(quotas.edit.note, values.note, theirs.note),
        ]
  }

  #keepMine(): void {
    this.#version = this.#theirs?.version ?? this.#version
    void this.#save(new SubmitEvent('submit'))
  }

  #takeTheirs(): void {
    const theirs = this.#theirs
    if (!theirs) return this.tell('form-closed')
    this.#version = theirs.version
    // A unit is called as it is called today, whatever its quota was written under.
    const name = this.quota.unitId === null ? theirs.name : this.quota.name
    this.#form.begin(fieldsOf({ ...theirs, name }))
  }

  override render() {
    const { quotas, common } = words()
    const { edit } = quotas
    const form = this.#form
    const { unitId, name } = this.quota
    return html`<modal-dialog
      wide
      heading=${quotas.editOne(name)}
      ?guarded=${form.isChanged}
      @dialog-closed=${() => this.tell('form-closed')}
    >
      <form class="form" id="quota" @submit=${(event: SubmitEvent) => this.#save(event)}>
        ${unitId === null ? textField(form, 'name', { label: edit.name, maxLength: 300 }) : nothing}
        <div class="columns">
          ${numberField(form, 'official', { label: quotas.official })}
          ${numberField(form, 'guests', { label: quotas.guests })}
          ${numberField(form, 'weight', { label: edit.weight, help: edit.weightHelp, isOptional: true })}
        </div>
        <aims-field
          label=${quotas.aims}
          .aims=${form.values.aims}
          @aims-changed=${({ detail }: CustomEvent<readonly Aim[]>) => form.set('aims', detail)}
        ></aims-field>
        ${areaField(form, 'excessReason', { label: edit.excessReason, isOptional: true, maxLength: 300 })}
        ${textField(form, 'note', { label: edit.note, isOptional: true, maxLength: 300 })}
        <error-panel
          .error=${form.error}
          .compared=${this.#compared()}
          @mine-kept=${() => this.#keepMine()}
          @theirs-taken=${() => this.#takeTheirs()}
        ></error-panel>
      </form>
      <div slot="actions" class="form-actions">
        <button
          class="button danger delete"
          type="button"
          @click=${() => this.tell('quota-removed', { ...this.quota, version: this.#version })}
        >
          ${icon('trash-2')} ${edit.remove}
        </button>
        <button class="button" type="button" @click=${() => this.tell('form-closed')}>${common.cancel}</button>
        <button class="button primary" form="quota" aria-busy=${form.isSending}>${common.save}</button>
      </div>
    </modal-dialog>`
  }

  async #save(event: SubmitEvent): Promise<void> {
    event.preventDefault()
    const { id, unitId } = this.quota
    const version = this.#version
    if (sentenceOfAims(this.#form.values.aims) !== null) return
    const isSaved = await this.#form.submit(({ name, official, guests, aims, ...values }) =>
      changeQuotas(this.congressId, {
        rows: [
          {
            ...{ id, version, ...values, aims: [...aims], setBy: 'by-hand' },
            ...{ official: official ?? 0, guests: guests ?? 0 },
            ...(unitId === null ? { name } : {}),
          },
        ],
      }),
    )
    if (!isSaved) return
    const { official, guests } = this.#form.values
    tellChanged(this.quota, { official: official ?? 0, guests: guests ?? 0 })
    this.tell('form-closed')
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'quota-dialog': QuotaDialog
  }
}
