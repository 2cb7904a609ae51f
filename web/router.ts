import type { ReactiveController, ReactiveControllerHost } from 'lit'

/** What was found for an address: the row of the table and the named parts of the path. */
export interface Match<R> {
  route: R
  params: Record<string, string>
}

type LeaveGuard = () => boolean | Promise<boolean>

/** Parts of the view that hold for every page. */
const carried = ['lang', 'cycle']

const listeners = new Set<() => void>()
let leaveGuard: LeaveGuard | null = null
/** What lies over the page, the topmost last: the back button closes it before it leaves the page. */
const covers: (() => void)[] = []
/** Which step of the tab's history is shown: by it a step back that was refused is taken back. */
let step = 0
let isReturning = false

/** Loads the polyfill of URLPattern where the browser has none. Wait for it before `matchRoute`. */
export const prepareRouter = async (): Promise<void> => {
  if (!('URLPattern' in globalThis)) await import('urlpattern-polyfill')
}

/** Finds the first row whose `path` (URLPattern syntax) fits the path of an address; null when none does. */
export const matchRoute = <R extends { path: string }>(routes: readonly R[], pathname: string): Match<R> | null => {
  for (const route of routes) {
    const found = new URLPattern({ pathname: route.path }).exec({ pathname })
    if (!found) continue
    const parts = Object.entries(found.pathname.groups)
    return { route, params: Object.fromEntries(parts.map(([name, value]) => [name, decodeURIComponent(value ?? '')])) }
  }
  return null
}

/**
 * Goes to an address of this site; `?lang=` and `?cycle=` are carried along. Answers false when the page being left keeps the user
 * (see `setLeaveGuard`).
 */
export const navigate = async (href: string, options: { replace?: boolean } = {}): Promise<boolean> => {
  if (leaveGuard && !(await leaveGuard())) return false
  leaveGuard = null
  const url = new URL(href, location.href)
  for (const name of carried) {
    const value = new URLSearchParams(location.search).get(name)
    if (value !== null && !url.searchParams.has(name)) url.searchParams.set(name, value)
  }
  write(url, options.replace !== true)
  announce()
  return true
}

const write = (url: URL, isStep: boolean): void => {
  if (isStep) history.pushState({ step: ++step }, '', url)
  else history.replaceState({ step }, '', url)
}

/** Calls back after every change of the address; the answer stops it. */
export const onAddress = (listener: () => void): (() => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** While set, leaving the page asks it first (true = may leave); the browser asks when the tab is closed. Null = free. */
export const setLeaveGuard = (guard: LeaveGuard | null): void => {
  leaveGuard = guard
}

/** While something lies over the page (a dialog), the back button calls `close` and stays; the answer ends it. */
export const closeByBack = (close: () => void): (() => void) => {
  covers.push(close)
  return () => {
    const place = covers.lastIndexOf(close)
    if (place >= 0) covers.splice(place, 1)
  }
}

const stepOf = (state: unknown): number | null =>
  typeof state === 'object' && state !== null && 'step' in state ? Number(state.step) : null

/** The back or forward button: closes what lies over the page, or leaves it where it may be left. */
const follow = async ({ state }: PopStateEvent): Promise<void> => {
  if (isReturning) {
    isReturning = false
    return
  }
  const arrived = stepOf(state)
  // A place within the page, which the browser went to by itself.
  if (arrived === null) return history.replaceState({ step: ++step }, '')
  const cover = covers.at(-1)
  const isLeft = cover === undefined && (leaveGuard === null || (await leaveGuard()))
  if (isLeft) {
    step = arrived
    leaveGuard = null
    return announce()
  }
  cover?.()
  if (arrived === step) return
  isReturning = true
  history.go(step - arrived)
}

/** Turns clicks on links of this site into `navigate` and follows the back button. */
export const startRouter = (): void => {
  step = stepOf(history.state) ?? 0
  history.replaceState({ step }, '')
  addEventListener('popstate', (event) => void follow(event))
  addEventListener('beforeunload', (event) => {
    if (leaveGuard) event.preventDefault()
  })
  addEventListener('click', (event) => {
    if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey) return
    const link = event.composedPath().find((target) => target instanceof HTMLAnchorElement)
    if (!link || link.target !== '' || link.hasAttribute('download') || link.origin !== location.origin) return
    if (link.pathname.startsWith('/api/') || (link.hash !== '' && link.pathname === location.pathname)) return
    event.preventDefault()
    void navigate(link.href)
  })
}

const announce = (): void => {
  for (const listener of listeners) listener()
}

/**
 * View state that lives in the address: `view = new ViewState(this, { q: '', level: 'all' })`, read `view.get('q')`,
 * write `view.set({ q })`. Values equal to the default leave the address; `push: true` makes a step for the back button.
 */
export class ViewState<T extends Record<string, string>> implements ReactiveController {
  readonly #host: ReactiveControllerHost
  readonly #defaults: T
  #stop: (() => void) | null = null

  constructor(host: ReactiveControllerHost, defaults: T) {
    this.#host = host
    this.#defaults = defaults
    host.addController(this)
  }

  hostConnected(): void {
    this.#stop = onAddress(() => this.#host.requestUpdate())
  }

  hostDisconnected(): void {
    this.#stop?.()
  }

  get<K extends keyof T & string>(name: K): string {
    return new URLSearchParams(location.search).get(name) ?? this.#defaults[name] ?? ''
  }

  set(changes: Partial<T>, options: { push?: boolean } = {}): void {
    const url = new URL(location.href)
    for (const [name, value] of Object.entries(changes)) {
      if (value === undefined || value === this.#defaults[name]) url.searchParams.delete(name)
      else url.searchParams.set(name, value)
    }
    if (url.href === location.href) return
    write(url, options.push === true)
    announce()
  }
}
