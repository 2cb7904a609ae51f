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
  if (options.replace === true) history.replaceState(null, '', url)
  else history.pushState(null, '', url)
  announce()
  return true
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

/** Turns clicks on links of this site into `navigate` and follows the back button. */
export const startRouter = (): void => {
  addEventListener('popstate', announce)
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
    if (options.push === true) history.pushState(null, '', url)
    else history.replaceState(null, '', url)
    announce()
  }
}
