import type { ReactiveController, ReactiveControllerHost } from 'lit'

/** What happened, as the server announces it: the tables touched and where. */
export interface Change {
  tables: string[]
  unitId: string | null
  cycleId: string | null
  congressId: string | null
  accountName: string
}

type Listener = (change: Change) => void

const listeners = new Set<Listener>()
let source: EventSource | null = null

/** Opens the stream of changes; the browser reconnects by itself. Called after signing in. */
export const openChanges = (onReach: (isReachable: boolean) => void): void => {
  if (source) return
  source = new EventSource('/api/changes')
  let wasLost = false
  source.addEventListener('open', () => {
    onReach(true)
    // What happened meanwhile is unknown: everybody looks again.
    if (wasLost) announceChange(everything)
    wasLost = false
  })
  source.addEventListener('error', () => {
    wasLost = true
    // A stream that the server refused (signed out) stays closed.
    if (source?.readyState === EventSource.CLOSED) closeChanges()
    else onReach(false)
  })
  source.addEventListener('crowded', () => {
    closeChanges()
    reopenWhenSeen(onReach)
  })
  source.addEventListener('change', (event: MessageEvent<string>) => announceChange(JSON.parse(event.data) as Change))
}

/** Too many tabs are open: this one listens again when it is looked at, and looks at everything anew. */
const reopenWhenSeen = (onReach: (isReachable: boolean) => void): void => {
  const reopen = () => {
    if (document.visibilityState !== 'visible') return
    forgetWaiting()
    openChanges(onReach)
    announceChange(everything)
  }
  forgetWaiting = () => {
    for (const name of waitedFor) removeEventListener(name, reopen)
    forgetWaiting = () => undefined
  }
  for (const name of waitedFor) addEventListener(name, reopen)
}
const waitedFor = ['visibilitychange', 'focus', 'pointerdown'] as const
let forgetWaiting: () => void = () => undefined

export const closeChanges = (): void => {
  forgetWaiting()
  source?.close()
  source = null
}

/** Tells the pages of this tab about a change without waiting for the stream (after an undo). */
export const announceChange = (change: Change): void => {
  for (const listener of [...listeners]) listener(change)
}

/** A change that concerns every table. */
export const everything: Change = { tables: [], unitId: null, cycleId: null, congressId: null, accountName: '' }

/**
 * Runs `refetch` when others (or an undo) changed one of the tables: `new LiveController(this, ['units'], () => this.task.run())`.
 * Changes that come together run it once.
 */
export class LiveController implements ReactiveController {
  readonly #tables: readonly string[]
  readonly #refetch: Listener
  #pending: ReturnType<typeof setTimeout> | undefined

  constructor(host: ReactiveControllerHost, tables: readonly string[], refetch: Listener) {
    this.#tables = tables
    this.#refetch = refetch
    host.addController(this)
  }

  hostConnected(): void {
    listeners.add(this.#listen)
  }

  hostDisconnected(): void {
    clearTimeout(this.#pending)
    listeners.delete(this.#listen)
  }

  readonly #listen = (change: Change): void => {
    const isOurs = change.tables.length === 0 || change.tables.some((table) => this.#tables.includes(table))
    if (!isOurs) return
    clearTimeout(this.#pending)
    this.#pending = setTimeout(() => this.#refetch(change), 150)
  }
}
