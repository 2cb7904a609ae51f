import { css, html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { compareGivenNames } from '../../server/format/names.ts'
import type { DelegateList, Delegation } from '../../server/delegates/schema.ts'
import { changeDelegation, createDelegation, removeDelegation } from '../api/delegates.ts'
import { did } from '../did.ts'
import { WordsElement } from '../parts/element.ts'
import { comboField, textField } from '../parts/field.ts'
import { Form } from '../parts/form.ts'
import { phoneLinks } from '../parts/phone.ts'
import { tellDone } from '../parts/toast-stack.ts'
import { controls } from '../style/controls.ts'
import { icon } from '../style/icons.ts'
import { words } from '../words/words.ts'
import '../parts/error-panel.ts'
import '../parts/modal-dialog.ts'

/** Colours that stay apart on badges and in the hall. */
const colours = ['#9e1b22', '#a9761b', '#2b65a8', '#2c7a4b', '#b26a00', '#6b4fa0', '#64708a', '#0e7490'] as const

const emptyDelegation = {
  name: '',
  number: '',
  colour: '',
  headId: null as string | null,
  deputyId: null as string | null,
  liaison: '',
  liaisonPhone: '',
}

/**
 * The delegations of a congress, one edited at a time: `<delegations-dialog .congressId .shown=${list} writable>`. Tells
 * `delegation-saved` after each write, and `form-closed`.
 */
@customElement('delegations-dialog')
export class DelegationsDialog extends WordsElement {
  @property() congressId = ''
  @property({ attribute: false }) shown!: DelegateList
  @property({ type: Boolean }) writable = false
  /** The one that is being edited; 'new' = another one; null = all are listed. */
  @state() private edited: Delegation | 'new' | null = null
  readonly #form = new Form(this, emptyDelegation)

  static override styles = [
    ...controls,
    css`
      ul {
        border: 1px solid var(--line);
        border-radius: var(--radius);
      }
      li {
        display: flex;
        gap: var(--space);
        align-items: center;
        padding: 0.5rem var(--space);
      }
      li + li {
        border-block-start: 1px solid var(--line);
      }
      .text {
        flex: 1;
        min-inline-size: 0;
        overflow-wrap: anywhere;
      }
      .colour {
        flex: none;
        inline-size: 0.875rem;
        block-size: 0.875rem;
      }
      .colours {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space);
      }
      .colours label {
        display: flex;
        gap: var(--space-half);
        align-items: center;
        min-block-size: 2rem;
      }
      .delete {
        margin-inline-end: auto;
      }
    `,
  ]

  override render() {
    const { delegations: text } = words().delegates
    const { edited } = this
    return html`<modal-dialog
      wide
      heading=${edited === null ? text.heading : edited === 'new' ? text.add : text.edit(edited.name)}
      ?guarded=${edited !== null && this.#form.isChanged}
      @dialog-closed=${() => this.tell('form-closed')}
    >
      ${edited === null ? this.#list() : this.#fields()}
      <div slot="actions" class="form-actions">
        ${edited === null ? this.#listActions() : this.#formActions(edited)}
      </div>
    </modal-dialog>`
  }

  #list() {
    const { delegations: text } = words().delegates
    const { delegations, delegates } = this.shown
    if (delegations.length === 0) return html`<p class="muted">${text.none}</p>`
    const nameOf = new Map(delegates.map(({ id, name }) => [id, name]))
    const led = (word: string, id: string | null) => (id === null ? '' : `${word}: ${nameOf.get(id) ?? text.nobody}`)
    return html`<ul>
      ${delegations.map((delegation) => {
        const { name, number, colour, headId, deputyId, liaison, liaisonPhone } = delegation
        const people = delegates.filter((each) => each.delegation === name && each.standing === 'listed').length
        const who = [led(text.head, headId), led(text.deputy, deputyId)].filter(Boolean).join(' · ')
        return html`<li>
          ${dot(colour)}
          <div class="text">
            <strong>${[number, name].filter(Boolean).join(' · ')}</strong>
            <span class="small muted">${text.counts(people)}</span>
            ${who === '' ? nothing : html`<div class="small">${who}</div>`}
            ${
              liaison === '' && liaisonPhone === ''
                ? nothing
                : html`<div class="small">${text.liaison}: ${liaison} ${phoneLinks(liaisonPhone)}</div>`
            }
          </div>
          ${
            this.writable
              ? html`<button
                  class="button quiet small icon-only"
                  aria-label=${text.edit(name)}
                  @click=${() => this.#edit(delegation)}
                >
                  ${icon('pencil')}
                </button>`
              : nothing
          }
        </li>`
      })}
    </ul>`
  }

  #listActions() {
    const { delegates: text, common } = words()
    return html`
      <button class="button" @click=${() => this.tell('form-closed')}>${common.close}</button>
      ${
        this.writable
          ? html`<button class="button primary" @click=${() => this.#edit('new')}>
              ${icon('plus')} ${text.delegations.add}
            </button>`
          : nothing
      }
    `
  }

  #edit(delegation: Delegation | 'new'): void {
    this.edited = delegation
    if (delegation === 'new') return this.#form.begin(emptyDelegation)
    const { name, number, colour, headId, deputyId, liaison, liaisonPhone } = delegation
    this.#form.begin({ name, number, colour, headId, deputyId, liaison, liaisonPhone })
  }

  #fields() {
    const { delegations: text } = words().delegates
    const form = this.#form
    const { name } = form.values
    // Those of the delegation first.
    const people = [...this.shown.delegates]
      .sort((one, other) => compareGivenNames(one.name, other.name))
      .sort((one, other) => Number(other.delegation === name) - Number(one.delegation === name))
      .map((each) => ({
        value: each.id,
        label: each.name,
        detail: [each.post, each.workplace].filter(Boolean).join(', '),
      }))
    return html`<form class="form" id="delegation" @submit=${(event: SubmitEvent) => this.#save(event)}>
      <div class="columns">
        ${textField(form, 'name', { label: text.name, maxLength: 300 })}
        ${textField(form, 'number', { label: text.number, isOptional: true, maxLength: 60 })}
        ${comboField(form, 'headId', { label: text.head, isOptional: true, choices: people })}
        ${comboField(form, 'deputyId', { label: text.deputy, isOptional: true, choices: people })}
        ${textField(form, 'liaison', { label: text.liaison, isOptional: true, maxLength: 300 })}
        ${textField(form, 'liaisonPhone', { label: text.liaisonPhone, isOptional: true, type: 'tel', maxLength: 60 })}
      </div>
      ${this.#colourField()}
      <error-panel .error=${form.error}></error-panel>
    </form>`
  }

  #colourField() {
    const { delegations: text } = words().delegates
    const form = this.#form
    return html`<fieldset>
      <legend class="label">${text.colour}</legend>
      <div class="colours">
        ${(['', ...colours] as const).map(
          (colour) =>
            html`<label>
              <input
                type="radio"
                name="colour"
                .checked=${form.values.colour === colour}
                @change=${() => form.set('colour', colour)}
              />
              ${dot(colour)}
              <span class="small">${colour === '' ? text.noColour : text.colours[colour]}</span>
            </label>`,
        )}
      </div>
    </fieldset>`
  }

  #formActions(edited: Delegation | 'new') {
    const { delegates: text, common } = words()
    return html`
      ${
        edited === 'new'
          ? nothing
          : html`<button class="button danger delete" type="button" @click=${() => this.#remove(edited)}>
              ${icon('trash-2')} ${text.delegations.remove}
            </button>`
      }
      <button class="button" type="button" @click=${() => (this.edited = null)}>${text.delegations.back}</button>
      <button class="button primary" form="delegation" aria-busy=${this.#form.isSending}>${common.save}</button>
    `
  }

  async #save(event: SubmitEvent): Promise<void> {
    event.preventDefault()
    const { edited, congressId } = this
    if (edited === null) return
    const isSaved = await this.#form.submit((values) =>
      edited === 'new'
        ? createDelegation(congressId, values)
        : changeDelegation(edited.id, { ...values, version: edited.version }),
    )
    if (!isSaved) return
    const { delegations: text } = words().delegates
    const { name } = this.#form.values
    tellDone(edited === 'new' ? text.created(name) : text.saved(name))
    this.edited = null
    this.tell('delegation-saved')
  }

  async #remove({ id, version, name }: Delegation): Promise<void> {
    await did(removeDelegation(id, version), words().delegates.delegations.removed(name))
    this.edited = null
    this.tell('delegation-saved')
  }
}

/** Its colour as it will be on badges; a ring = none. */
const dot = (colour: string) =>
  html`<svg class="colour" viewBox="0 0 14 14" aria-hidden="true">
    <circle cx="7" cy="7" r="6" fill=${colour === '' ? 'none' : colour} stroke="currentColor" stroke-opacity="0.3" />
  </svg>`

declare global {
  interface HTMLElementTagNameMap {
    'delegations-dialog': DelegationsDialog
  }
}
