import type { ReactiveControllerHost } from 'lit'

/** A value that several elements show. */
export interface Store<T> {
  get: () => T
  set: (value: T) => void
  /** Draws the element again whenever the value is set: `session.use(this)` in its constructor. */
  use: (host: ReactiveControllerHost) => void
  /** Calls back after every change; the answer stops it. */
  listen: (listener: () => void) => () => void
}

export const createStore = <T>(initial: T): Store<T> => {
  const listeners = new Set<() => void>()
  let current = initial
  const listen = (listener: () => void) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  }
  return {
    get: () => current,
    set: (value) => {
      current = value
      for (const listener of [...listeners]) listener()
    },
    listen,
    use: (host) => {
      let stop: (() => void) | null = null
      const hostConnected = () => (stop = listen(() => host.requestUpdate()))
      host.addController({ hostConnected, hostDisconnected: () => stop?.() })
    },
  }
}
