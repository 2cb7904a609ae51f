import type { ReactiveController, ReactiveControllerHost } from 'lit'
import { ApiError, errorSentence, ruleSentence } from '../api/request.ts'

type Host = ReactiveControllerHost & { renderRoot: HTMLElement | DocumentFragment; updateComplete: Promise<boolean> }

/** Rules that what is empty breaks too: there they say only that something is wanted. */
const formRules = new Set(['too-short', 'wrong-form', 'wrong-type'])

/**
 * The state of a form: what was typed, what was refused and where, whether it is being sent.
 * `form = new Form(this, { name: '', unitId: null as string | null })`; fields are drawn by parts/field.ts.
 */
export class Form<T extends object> implements ReactiveController {
  values: T
  /** Sentence by field. */
  faults: Partial<Record<string, string>> = {}
  /** The refusal that belongs to no field: drawn by `<error-panel .error>`. */
  error: unknown = null
  isSending = false
  readonly #host: Host
  /** Fields whose text cannot be read as a value: they keep the form from being sent. */
  readonly #unreadable = new Set<string>()
  #first: T

  constructor(host: Host, values: T) {
    this.#host = host
    this.values = { ...values }
    this.#first = { ...values }
    host.addController(this)
  }

  hostConnected(): void {
    this.#host.requestUpdate()
  }

  /** Something was typed that is not saved. */
  get isChanged(): boolean {
    return this.#unreadable.size > 0 || JSON.stringify(this.values) !== JSON.stringify(this.#first)
  }

  /** What is typed in the field is a value, or nothing. */
  isReadable(name: keyof T & string): boolean {
    return !this.#unreadable.has(name)
  }

  /** The field as it was when the form began. */
  first<K extends keyof T>(name: K): T[K] {
    return this.#first[name]
  }

  /** Begins anew with other values: another record, or after saving. */
  begin(values: T): void {
    this.values = { ...values }
    this.#first = { ...values }
    this.faults = {}
    this.error = null
    this.#unreadable.clear()
    this.#host.requestUpdate()
  }

  set<K extends keyof T>(name: K, value: T[K]): void {
    this.values = { ...this.values, [name]: value }
    this.#mark(name as string, undefined)
    this.#unreadable.delete(name as string)
  }

  /** What is typed in this field is no value: says why and refuses to send until it is mended. */
  block(name: keyof T & string, sentence: string): void {
    this.#unreadable.add(name)
    this.#mark(name, sentence)
  }

  #mark(name: string, sentence: string | undefined): void {
    this.faults = { ...this.faults, [name]: sentence }
    this.#host.requestUpdate()
  }

  /** Marks fields with sentences of our own and goes to the first; answers whether there was none. */
  refuse(faults: Partial<Record<keyof T & string, string>>): boolean {
    const found = Object.entries(faults).filter(([, sentence]) => sentence)
    this.faults = Object.fromEntries(found) as Partial<Record<string, string>>
    this.#host.requestUpdate()
    if (found.length > 0) void this.#focusFirstFault()
    return found.length === 0
  }

  /**
   * Sends what was typed; refused fields are marked by the server's rules, anything else stays in `error`. What was
   * typed is kept. Answers whether it went well. `seen` are faults that only the server's later rules would name: they
   * are told together with its first ones, so that one save says all.
   */
  async submit(
    send: (values: T) => Promise<unknown>,
    seen: Partial<Record<keyof T & string, string>> = {},
  ): Promise<boolean> {
    if (this.isSending) return false
    if (this.#unreadable.size > 0) {
      this.faults = { ...seen, ...this.faults }
      this.#host.requestUpdate()
      void this.#focusFirstFault()
      return false
    }
    this.isSending = true
    this.faults = {}
    this.error = null
    this.#host.requestUpdate()
    try {
      await send(this.values)
      this.#first = { ...this.values }
      return true
    } catch (error) {
      this.#take(error)
      if (error instanceof ApiError && error.faults.length > 0) this.faults = { ...seen, ...this.faults }
      return false
    } finally {
      this.isSending = false
      this.#host.requestUpdate()
    }
  }

  #take(error: unknown): void {
    const faults = error instanceof ApiError ? error.faults : []
    this.faults = Object.fromEntries(
      faults.map(({ field, rule }) => {
        const [name = ''] = field.split('.')
        return [name, ruleSentence(this.#isEmpty(name) && formRules.has(rule) ? 'required' : rule)]
      }),
    )
    const isShown = faults.length > 0 && faults.every(({ field }) => (field.split('.')[0] ?? '') in this.values)
    this.error = isShown ? null : error
    if (faults.length > 0) void this.#focusFirstFault()
  }

  #isEmpty(name: string): boolean {
    const value = (this.values as Record<string, unknown>)[name]
    return value === '' || value === null
  }

  async #focusFirstFault(): Promise<void> {
    await this.#host.updateComplete
    this.#host.renderRoot.querySelector<HTMLElement>('[aria-invalid="true"], [invalid]')?.focus()
  }

  /** The sentence of `error`, for places without a panel. */
  get sentence(): string | null {
    return this.error === null ? null : errorSentence(this.error)
  }
}
