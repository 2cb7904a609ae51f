import { css, html, nothing } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import { ref } from 'lit/directives/ref.js'
import { closeByBack } from '../router.ts'
import { controls } from '../style/controls.ts'
import { icon } from '../style/icons.ts'
import { words } from '../words/words.ts'
import { WordsElement } from './element.ts'
import { keepFree } from './kept-free.ts'

/**
 * A dialog that is open while it is in the page:
 * `${this.isOpen ? html\`<modal-dialog heading="…" ?guarded=\${form.isChanged} @dialog-closed=\${…}>…<div slot="actions">…</div></modal-dialog>\` : ''}`.
 * Esc, the cross, a click beside it and the back button close it; `guarded` asks first inside the dialog. Focus returns
 * to where it was.
 */
@customElement('modal-dialog')
export class ModalDialog extends WordsElement {
  static override styles = [
    ...controls,
    css`
      dialog {
        inline-size: min(36rem, calc(100vw - 2rem));
        max-block-size: min(46rem, calc(100dvh - 2rem));
        padding: 0;
        border: 1px solid var(--line-strong);
        border-radius: var(--radius-large);
        background: var(--surface);
        color: var(--text);
        box-shadow: var(--shadow);
        overflow: hidden;
      }
      :host([wide]) dialog {
        inline-size: min(60rem, calc(100vw - 2rem));
      }
      dialog[open] {
        display: flex;
        flex-direction: column;
      }
      dialog::backdrop {
        background: var(--shade);
      }
      header {
        display: flex;
        align-items: center;
        justify-content: space-between;
        gap: var(--space-2);
        padding: 0.75rem 0.75rem 0.75rem 1.25rem;
        border-block-end: 1px solid var(--line);
      }
      .body {
        flex: 1;
        padding: 1.25rem;
        overflow: auto;
      }
      footer:not(.empty) {
        display: flex;
        flex-wrap: wrap;
        justify-content: flex-end;
        gap: var(--space);
        padding: 0.75rem 1.25rem;
        border-block-start: 1px solid var(--line);
        background: var(--sunken);
      }
      footer ::slotted(*) {
        display: flex;
        flex-wrap: wrap;
        justify-content: flex-end;
        gap: var(--space);
      }
      .unsaved {
        align-items: center;
        justify-content: space-between;
        flex-wrap: wrap;
        margin: 0.75rem 1.25rem 0;
      }
      @media (max-width: 700px) {
        dialog,
        :host([wide]) dialog {
          inline-size: 100vw;
          max-inline-size: 100vw;
          max-block-size: calc(100dvh - 2rem);
          margin: auto 0 0;
          border-radius: var(--radius-large) var(--radius-large) 0 0;
        }
      }
    `,
  ]

  @property() heading = ''
  @property({ type: Boolean }) guarded = false
  @property({ type: Boolean, reflect: true }) wide = false
  @state() private isAsking = false
  @state() private hasActions = false
  @query('dialog') private readonly dialog!: HTMLDialogElement

  #opener: HTMLElement | null = null
  #uncover: (() => void) | null = null
  #hasBegun = false

  override connectedCallback(): void {
    super.connectedCallback()
    this.#opener = deepFocus()
    this.#uncover = closeByBack(() => this.requestClose())
    addEventListener('beforeunload', this.#holdTab)
  }

  override firstUpdated(): void {
    this.dialog.showModal()
    this.#begin()
  }

  /** Begins in the marked or first field, as soon as there is one. */
  #begin(): void {
    if (this.#hasBegun) return
    const marked = this.querySelector<HTMLElement>('[autofocus]')
    // On a touch screen the keyboard would cover half of what has just opened.
    const first = matchMedia('(pointer: fine)').matches ? this.querySelector<HTMLElement>(fields) : null
    this.#hasBegun = marked !== null || first !== null
    void focusDrawn(marked ?? first)
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.#uncover?.()
    removeEventListener('beforeunload', this.#holdTab)
    this.dialog.close()
    this.#opener?.focus()
  }

  readonly #holdTab = (event: BeforeUnloadEvent): void => {
    if (this.guarded) event.preventDefault()
  }

  /** Closes as Esc does: asks first when guarded. */
  requestClose(): void {
    if (this.guarded) this.isAsking = true
    else this.tell('dialog-closed')
  }

  #cancel(event: Event): void {
    event.preventDefault()
    this.requestClose()
  }

  #pressBeside(event: MouseEvent): void {
    if (event.target === this.dialog) this.requestClose()
  }

  // Chromium closes on the second Esc whatever the cancel event says; the key itself can be held back.
  #holdEscape(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || event.defaultPrevented) return
    event.preventDefault()
    event.stopPropagation()
    this.requestClose()
  }

  /** What the dialog is for stands beside the other two, under its own name. */
  #saving() {
    const primary = this.querySelector<HTMLButtonElement>('[slot=actions] .primary:enabled')
    if (!primary) return nothing
    const save = () => {
      this.isAsking = false
      primary.click()
    }
    return html`<button class="button small primary" @click=${save}>${primary.textContent.trim()}</button>`
  }

  #findActions(event: Event): void {
    this.hasActions = (event.target as HTMLSlotElement).assignedElements().length > 0
  }

  override render() {
    const { common, parts } = words()
    return html`<dialog
      aria-labelledby="heading"
      @cancel=${this.#cancel}
      @mousedown=${this.#pressBeside}
      @keydown=${this.#holdEscape}
    >
      <header>
        <h2 id="heading">${this.heading}</h2>
        <button class="button quiet icon-only" aria-label=${common.close} @click=${this.requestClose}>
          ${icon('x')}
        </button>
      </header>
      ${
        this.isAsking
          ? html`<div class="notice amber unsaved" role="alert">
              <span>${parts.dialog.unsaved}</span>
              <span class="row">
                <button class="button small" @click=${() => (this.isAsking = false)}>
                  ${parts.dialog.keepEditing}
                </button>
                <button class="button small danger" @click=${() => this.tell('dialog-closed')}>
                  ${parts.dialog.discard}
                </button>
                ${this.#saving()}
              </span>
            </div>`
          : ''
      }
      <div class="body"><slot @slotchange=${this.#begin}></slot></div>
      <footer class=${this.hasActions ? '' : 'empty'} ${ref(keepFree)}>
        <slot name="actions" @slotchange=${this.#findActions}></slot>
      </footer>
    </dialog>`
  }
}

/** What is written in, in the order in which it stands. */
const fields =
  'input:not([type=checkbox], [type=radio], [type=file]):enabled, textarea:enabled, select:enabled, date-field, combo-field'

/** A field that is an element of ours can take the focus once it is drawn. */
const focusDrawn = async (field: (HTMLElement & { updateComplete?: Promise<unknown> }) | null): Promise<void> => {
  await field?.updateComplete
  field?.focus()
}

/** The focused element inside all shadow roots. */
const deepFocus = (): HTMLElement | null => {
  let active = document.activeElement
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement
  return active instanceof HTMLElement ? active : null
}

/**
 * Asks before what cannot be undone or takes much with it; everything else is done at once and offers *Hoàn tác*.
 * `if (await askFirst({ heading, sentence, action })) …`; `isHarmless`: it takes nothing away and is looked at first only
 * because it is so much.
 */
export const askFirst = (question: {
  heading: string
  sentence: string
  action: string
  isHarmless?: boolean
}): Promise<boolean> =>
  new Promise((resolve) => {
    const dialog = document.createElement('modal-dialog')
    dialog.heading = question.heading
    const sentence = document.createElement('p')
    sentence.textContent = question.sentence
    const actions = document.createElement('confirm-actions')
    actions.slot = 'actions'
    actions.action = question.action
    actions.look = question.isHarmless === true ? 'primary' : 'danger'
    dialog.append(sentence, actions)
    const answer = (isSure: boolean) => {
      dialog.remove()
      resolve(isSure)
    }
    dialog.addEventListener('dialog-closed', () => answer(false))
    actions.addEventListener('confirm-answered', (event) => answer((event as CustomEvent<boolean>).detail))
    document.body.append(dialog)
  })

/** The two buttons of `askFirst`. */
@customElement('confirm-actions')
export class ConfirmActions extends WordsElement {
  static override styles = controls

  @property() action = ''
  @property() look: 'danger' | 'primary' = 'danger'

  override render() {
    return html`<div class="row">
      <button class="button" @click=${() => this.tell('confirm-answered', false)}>${words().common.cancel}</button>
      <button class="button ${this.look}" @click=${() => this.tell('confirm-answered', true)}>${this.action}</button>
    </div>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'modal-dialog': ModalDialog
    'confirm-actions': ConfirmActions
  }
}
