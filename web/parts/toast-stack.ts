import { css, html } from 'lit'
import { customElement, state } from 'lit/decorators.js'
import { announceChange, everything } from '../api/changes.ts'
import { errorSentence, takeLastAct, undoAct } from '../api/request.ts'
import { controls } from '../style/controls.ts'
import { icon } from '../style/icons.ts'
import { words } from '../words/words.ts'
import { WordsElement } from './element.ts'
import { footToKeepFree } from './kept-free.ts'

interface Toast {
  id: number
  tone: 'done' | 'error' | 'note'
  text: string
  /** What was done in the first place, however often it was undone and done again. */
  of: string
  /** The act that can be undone. */
  actId: string | null
  /** The act itself undid another: to undo it is to do that again. */
  isReversal: boolean
}

const shownMilliseconds = { done: 12_000, note: 6000, error: 12_000 }
/** CSS pixels between a toast and what is kept free under it. */
const gap = 8
/** Bars come, go and wrap by themselves, also a moment after what they said was done: so often is looked again. */
const lookMilliseconds = 200
/** For how long Ctrl+Z and Ctrl+Y reach back. */
const rememberedMilliseconds = 10 * 60 * 1000
const stacks = new Set<ToastStack>()
let lastId = 0

/** Does a write once those before it are done; `work` never throws and answers whether anything was written. */
type Turn = (work: () => Promise<boolean>) => Promise<void>
let turnOfPage: Turn | null = null

/** For a page whose writes wait for one another: whatever is undone waits with them; null = no longer. */
export const undoInTurnOf = (turn: Turn | null): void => {
  turnOfPage = turn
}

const inTurn: Turn = async (work) => {
  if (turnOfPage) await turnOfPage(work)
  else await work()
}

/** Says that something was done, with *Hoàn tác* when the last write can be undone: `tellDone(words().common.saved)`. */
export const tellDone = (text: string): void => {
  show({ tone: 'done', text, of: text, actId: takeLastAct(), isReversal: false })
}

/** Says something in passing. */
export const tellNote = (text: string): void => show({ tone: 'note', text, of: text, actId: null, isReversal: false })

/** Says what went wrong where no field or panel can say it. */
export const tellError = (error: unknown): void => {
  const text = errorSentence(error)
  show({ tone: 'error', text, of: text, actId: null, isReversal: false })
}

/** What Ctrl+Z does, for whoever looks for a button; says so where there is nothing left. */
export const undoLatest = (): void => {
  for (const stack of stacks) if (!stack.canUndo || !stack.press(false)) tellNote(words().common.nothingToUndo)
}

/** At the window's start instead of its end: for a page whose end is worked in. */
export const keepToastsAside = (isAside: boolean): void => {
  for (const stack of stacks) stack.toggleAttribute('aside', isAside)
}

const show = (toast: Omit<Toast, 'id'>): void => {
  for (const stack of stacks) stack.add(toast)
}

/** Says what was undone, or what was not and why; answers whether it was. */
const undo = async ({ actId, isReversal, of }: Toast & { actId: string }): Promise<boolean> => {
  const { common } = words()
  try {
    await undoAct(actId)
    announceChange(everything)
    const text = `${isReversal ? common.redone : common.undone}: ${of}`
    show({ tone: 'done', text, of, actId: takeLastAct(), isReversal: !isReversal })
    return true
  } catch (error) {
    show({ tone: 'error', text: `${of}: ${errorSentence(error)}`, of, actId: null, isReversal })
    return false
  }
}

/**
 * The place of all toasts, once in the shell; use the functions above. Outside a field Ctrl+Z undoes what was done here,
 * act by act backwards, and Ctrl+Y (Ctrl+Shift+Z) does it again. After one that could not be undone the next key only says
 * what it would undo.
 */
@customElement('toast-stack')
export class ToastStack extends WordsElement {
  static override styles = [
    ...controls,
    css`
      :host {
        position: fixed;
        inset: auto var(--space-2) max(var(--space-2), var(--kept-free, 0px)) auto;
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
      /* The name of what was done may be long. */
      .green p {
        display: -webkit-box;
        overflow: hidden;
        -webkit-box-orient: vertical;
        -webkit-line-clamp: 3;
      }
      @media (min-width: 1101px) {
        :host([aside]) {
          inset-inline: var(--space-2) auto;
          inline-size: 22.5rem;
        }
      }
      @media (max-width: 700px) {
        :host {
          inset: auto 1rem max(4.5rem + env(safe-area-inset-bottom), var(--kept-free, 0px)) 1rem;
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
  /** What Ctrl+Z takes back and what Ctrl+Y does again, newest last, also for some minutes after its toast has gone. */
  #done: readonly Toast[] = []
  #undone: readonly Toast[] = []
  /** Keys still to be followed: what one takes back only the end of it lets the next do again. */
  #pressed: boolean[] = []
  /** What was to be undone last could not be. */
  #wasRefused = false
  #looking: ReturnType<typeof setInterval> | undefined

  override connectedCallback(): void {
    super.connectedCallback()
    stacks.add(this)
    this.popover = 'manual'
    addEventListener('keydown', this.#undoByKey)
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    removeEventListener('keydown', this.#undoByKey)
    clearInterval(this.#looking)
    stacks.delete(this)
  }

  add(toast: Omit<Toast, 'id'>): void {
    const id = ++lastId
    // What was done before is done: only the newest of them covers what is worked on.
    const others = toast.tone === 'done' ? this.toasts.filter(({ tone }) => tone !== 'done') : this.toasts
    this.toasts = [...others, { ...toast, id }].slice(-3)
    if (toast.actId !== null) {
      if (!toast.isReversal) this.#wasRefused = false
      this.#remember({ ...toast, id })
    }
    // Shown anew each time, so that it lies above a dialog that was opened since.
    if (this.matches(':popover-open')) this.hidePopover()
    this.showPopover()
    setTimeout(() => this.#remove(id), shownMilliseconds[toast.tone])
  }

  protected override updated(): void {
    clearInterval(this.#looking)
    if (this.toasts.length === 0) return
    this.#keepOff()
    this.#looking = setInterval(() => this.#keepOff(), lookMilliseconds)
  }

  /** Lies above whatever sticks to the foot and is pressed: «Nhập» of a preview, the buttons of a dialog. */
  #keepOff(): void {
    const foot = footToKeepFree(this.getBoundingClientRect())
    this.style.setProperty('--kept-free', `${foot === 0 ? 0 : foot + gap}px`)
  }

  #remember(toast: Toast): void {
    if (toast.isReversal) this.#undone = [...this.#undone, toast]
    else this.#done = [...this.#done, toast]
    setTimeout(() => this.#forget(toast), rememberedMilliseconds)
  }

  #forget({ id }: Toast): void {
    this.#done = this.#done.filter((toast) => toast.id !== id)
    this.#undone = this.#undone.filter((toast) => toast.id !== id)
  }

  readonly #undoByKey = (event: KeyboardEvent): void => {
    const key = event.key.toLowerCase()
    if ((key !== 'z' && key !== 'y') || !(event.ctrlKey || event.metaKey) || event.defaultPrevented) return
    const isTyping = event.composedPath().some((at) => at instanceof HTMLElement && at.matches('input, textarea'))
    if (!isTyping && this.press(key === 'y' || event.shiftKey)) event.preventDefault()
  }

  /** Undoes, or does again, what was done last; answers whether there is anything. */
  press(isAgain: boolean): boolean {
    const isFollowing = this.#pressed.length > 0
    // What is still being written can be taken back once it is.
    const isAny = isFollowing || turnOfPage !== null || this.#last(isAgain) !== undefined
    if (!isAny) return false
    this.#pressed = [...this.#pressed, isAgain]
    if (!isFollowing) void this.#follow()
    return true
  }

  async #follow(): Promise<void> {
    for (let [isAgain] = this.#pressed; isAgain !== undefined; [isAgain] = this.#pressed) {
      await inTurn(() => this.#reverse(isAgain))
      this.#pressed = this.#pressed.slice(1)
    }
  }

  async #reverse(isAgain: boolean): Promise<boolean> {
    const toast = this.#last(isAgain)
    if (toast && this.#wasRefused) this.#askFirst(toast)
    else if (toast) return this.#undo(toast)
    return false
  }

  /** What could not be undone is passed over only by whoever was told what comes next. */
  #askFirst({ of, isReversal }: Toast): void {
    const { common } = words()
    this.#wasRefused = false
    tellNote(`${isReversal ? common.redoNext : common.undoNext} ${of}`)
  }

  get canUndo(): boolean {
    return this.#pressed.length > 0 || this.#last(false) !== undefined
  }

  #last(isAgain: boolean): Toast | undefined {
    return (isAgain ? this.#undone : this.#done).at(-1)
  }

  /** Answers true: what was refused may have changed all the same. */
  async #undo(toast: Toast): Promise<boolean> {
    this.#remove(toast.id)
    this.#forget(toast)
    const { actId } = toast
    if (actId !== null) this.#wasRefused = !(await undo({ ...toast, actId }))
    return true
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
            toast.actId !== null
              ? html`<button class="button small" @click=${() => void inTurn(() => this.#undo(toast))}>
                  ${icon(toast.isReversal ? 'redo-2' : 'undo-2')}
                  ${toast.isReversal ? words().common.redo : words().common.undo}
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
