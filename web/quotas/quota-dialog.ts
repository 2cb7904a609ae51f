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
import { beginOver, isTyped } from './keep-typed.ts'
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

  /** The fields that were typed here and say otherwise there. */
  #compared() {
    const theirs = this.#theirs
    if (theirs === null) return []
    const { quotas } = words()
    const { edit } = quotas
    const labels: Record<keyof Fields, string> = {
      ...{ name: edit.name, official: quotas.official, guests: quotas.guests, weight: edit.weight },
      ...{ aims: quotas.aims, excessReason: edit.excessReason, note: edit.note },
    }
    const said = (value: Fields[keyof Fields]) =>
      Array.isArray(value) ? (value as readonly Aim[]).map(aimSentence).join('; ') : String(value ?? '')
    const standing = this.#standing(theirs)
    return (Object.keys(labels) as (keyof Fields)[])
      .filter((name) => isTyped(this.#form, name))
      .map((name) => ({ label: labels[name], mine: said(this.#form.values[name]), theirs: said(standing[name]) }))
  }

  /** A unit is called as it is called today, whatever its quota was written under. */
  #standing(theirs: Written): Fields {
    return fieldsOf(this.quota.unitId === null ? theirs : { ...theirs, name: this.quota.name })
  }

  #keepMine(): void {
    const theirs = this.#theirs
    if (!theirs) return
    this.#version = theirs.version
    beginOver(this.#form, this.#standing(theirs))
    void this.#save(new SubmitEvent('submit'))
  }

  #takeTheirs(): void {
    const theirs = this.#theirs
    if (!theirs) return this.tell('form-closed')
    this.#version = theirs.version
    this.#form.begin(this.#standing(theirs))
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
        ${textField(form, 'note', { label: edit.note, help: edit.noteHelp, isOptional: true, maxLength: 300 })}
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
