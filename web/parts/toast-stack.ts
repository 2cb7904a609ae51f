import { css, html } from 'lit'
import { customElement, state } from 'lit/decorators.js'
import { announceChange, everything } from '../api/changes.ts'
import { errorSentence, takeLastAct, undoAct } from '../api/request.ts'
import { controls } from '../style/controls.ts'
import { icon } from '../style/icons.ts'
import { words } from '../words/words.ts'
import { WordsElement } from './element.ts'

interface Toast {
  id: number
  tone: 'done' | 'error' | 'note'
  text: string
  undo: (() => Promise<void>) | null
}

const shownMilliseconds = { done: 8000, note: 6000, error: 12000 }
const undoableMilliseconds = 5 * 60 * 1000
const stacks = new Set<ToastStack>()
let lastId = 0

/** Says that something was done, with *Hoàn tác* when the last write can be undone: `tellDone(words().common.saved)`. */
export const tellDone = (text: string): void => {
  const actId = takeLastAct()
  show({ tone: 'done', text, undo: actId === null ? null : () => undo(actId) })
}

/** Says something in passing. */
export const tellNote = (text: string): void => show({ tone: 'note', text, undo: null })

/** Says what went wrong where no field or panel can say it. */
export const tellError = (error: unknown): void => show({ tone: 'error', text: errorSentence(error), undo: null })

const show = (toast: Omit<Toast, 'id'>): void => {
  for (const stack of stacks) stack.add(toast)
}

const undo = async (actId: string): Promise<void> => {
  try {
    await undoAct(actId)
    announceChange(everything)
    tellDone(words().common.undone)
  } catch (error) {
    tellError(error)
  }
}

/** The place of all toasts, once in the shell; use the functions above. Ctrl+Z outside a field undoes the newest. */
@customElement('toast-stack')
export class ToastStack extends WordsElement {
  static override styles = [
    ...controls,
    css`
      :host {
        position: fixed;
        inset: auto var(--space-2) var(--space-2) auto;
        margin: 0;
        padding: 0;
        border: 0;
        background: none;
        color: inherit;
        inline-size: min(26rem, calc(100vw - 2rem));
        overflow: visible;
      }
      .log {
        display: flex;
        flex-direction: column;
        gap: var(--space);
      }
      .toast {
        display: flex;
        align-items: center;
        gap: var(--space);
        padding: 0.5rem 0.5rem 0.5rem 0.875rem;
        border: 1px solid var(--line-strong);
        border-inline-start: 4px solid var(--hue);
        border-radius: var(--radius);
        background: var(--surface);
        box-shadow: var(--shadow);
        font-size: var(--size-dense);
      }
      .toast > .icon {
        color: var(--hue);
      }
      p {
        flex: 1;
        overflow-wrap: anywhere;
      }
      @media (max-width: 700px) {
        :host {
          inset: auto 1rem calc(4.5rem + env(safe-area-inset-bottom)) 1rem;
        }
      }
      @media print {
        :host {
          display: none;
        }
      }
    `,
  ]

  @state() private toasts: readonly Toast[] = []
  /** What Ctrl+Z takes back, also for some minutes after its toast has gone. */
  #undoable: Toast | null = null

  override connectedCallback(): void {
    super.connectedCallback()
    stacks.add(this)
    this.popover = 'manual'
    addEventListener('keydown', this.#undoByKey)
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    removeEventListener('keydown', this.#undoByKey)
    stacks.delete(this)
  }

  add(toast: Omit<Toast, 'id'>): void {
    const id = ++lastId
    this.toasts = [...this.toasts, { ...toast, id }].slice(-4)
    if (toast.undo) this.#remember({ ...toast, id })
    // Shown anew each time, so that it lies above a dialog that was opened since.
    if (this.matches(':popover-open')) this.hidePopover()
    this.showPopover()
    setTimeout(() => this.#remove(id), shownMilliseconds[toast.tone])
  }

  #remember(toast: Toast): void {
    this.#undoable = toast
    setTimeout(() => {
      if (this.#undoable?.id === toast.id) this.#undoable = null
    }, undoableMilliseconds)
  }

  readonly #undoByKey = (event: KeyboardEvent): void => {
    if (event.key !== 'z' || !(event.ctrlKey || event.metaKey) || event.shiftKey || event.defaultPrevented) return
    const isTyping = event.composedPath().some((at) => at instanceof HTMLElement && at.matches('input, textarea'))
    if (isTyping || !this.#undoable) return
    event.preventDefault()
    this.#undo(this.#undoable)
  }

  #undo(toast: Toast): void {
    this.#remove(toast.id)
    if (this.#undoable?.id === toast.id) this.#undoable = null
    void toast.undo?.()
  }

  #remove(id: number): void {
    this.toasts = this.toasts.filter((toast) => toast.id !== id)
    if (this.toasts.length === 0 && this.matches(':popover-open')) this.hidePopover()
  }

  override render() {
    const look = { done: ['green', 'circle-check'], error: ['red', 'circle-alert'], note: ['blue', 'info'] } as const
    return html`<div class="log" role="log" aria-live="polite" aria-label=${words().parts.toasts}>
      ${this.toasts.map((toast) => {
        const [hue, picture] = look[toast.tone]
        return html`<div class="toast ${hue}">
          ${icon(picture)}
          <p>${toast.text}</p>
          ${
            toast.undo
              ? html`<button class="button small" @click=${() => this.#undo(toast)}>
                  ${icon('undo-2')} ${words().common.undo}
                </button>`
              : ''
          }
          <button
            class="button quiet small icon-only"
            aria-label=${words().common.close}
            @click=${() => this.#remove(toast.id)}
          >
            ${icon('x')}
          </button>
        </div>`
      })}
    </div>`
  }
}
