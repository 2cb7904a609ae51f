import type { ReactiveController, ReactiveControllerHost } from 'lit'
import { vi, type Words } from './vi.ts'

export type { Words }
export type Language = 'vi' | 'en'

const storageKey = 'tien-toi.language'
const hosts = new Set<ReactiveControllerHost>()
let spoken: Language = 'vi'
let current: Words = vi

/** The words of the present language. In templates: `words().units.heading`; the element needs `useWords(this)`. */
export const words = (): Words => current

export const language = (): Language => spoken

/** Switches every element that uses words; English is fetched when it is first wanted. Also kept for the next visit. */
export const setLanguage = async (wanted: Language): Promise<void> => {
  current = wanted === 'en' ? (await import('./en.ts')).en : vi
  spoken = wanted
  document.documentElement.lang = wanted
  localStorage.setItem(storageKey, wanted)
  for (const host of hosts) host.requestUpdate()
}

/** The language to begin with: the address (`?lang=en`), then the account, then the last visit, then Vietnamese. */
export const chosenLanguage = (account: Language | null): Language => {
  const isKnown = (value: string | null): value is Language => value === 'vi' || value === 'en'
  const named = new URLSearchParams(location.search).get('lang')
  const kept = localStorage.getItem(storageKey)
  return isKnown(named) ? named : (account ?? (isKnown(kept) ? kept : 'vi'))
}

/** Draws the element again when the language changes: `constructor() { super(); useWords(this) }`. */
export const useWords = (host: ReactiveControllerHost): void => host.addController(new WordsController(host))

class WordsController implements ReactiveController {
  readonly #host: ReactiveControllerHost

  constructor(host: ReactiveControllerHost) {
    this.#host = host
  }

  hostConnected(): void {
    hosts.add(this.#host)
  }

  hostDisconnected(): void {
    hosts.delete(this.#host)
  }
}
