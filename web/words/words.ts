import type { ReactiveController, ReactiveControllerHost } from 'lit'
import { vi, type Words } from './vi.ts'

export type { Words }
export type Language = 'vi' | 'en'

const storageKey = 'tien-toi.language'
const hosts = new Set<ReactiveControllerHost>()
let spoken: Language = 'vi'
let current: Words = vi
/** A map and no object: a text may be anything, `constructor` too. */
let twins: ReadonlyMap<string, string> = new Map()

/** The words of the present language. In templates: `words().units.heading`; the element needs `useWords(this)`. */
export const words = (): Words => current

export const language = (): Language => spoken

/**
 * A text of the data in the reader's language: what the product ships has its English twin, what people typed stays as
 * it is. Only for reading: forms show what is kept.
 */
export const translated = (text: string): string => (spoken === 'en' ? (twins.get(text) ?? text) : text)

/** Switches every element that uses words; English is fetched when it is first wanted. Also kept for the next visit. */
export const setLanguage = async (wanted: Language): Promise<void> => {
  const english = wanted === 'en' ? await fetchEnglish() : null
  current = english ?? vi
  spoken = wanted
  document.documentElement.lang = wanted
  localStorage.setItem(storageKey, wanted)
  for (const host of hosts) host.requestUpdate()
}

/** Without the twins the data stays Vietnamese and all else is English. */
const fetchEnglish = async (): Promise<Words> => {
  const listed = async () => {
    const { listEnglishTwins } = await import('../api/english.ts')
    twins = new Map(Object.entries(await listEnglishTwins()))
  }
  const [{ en }] = await Promise.all([import('./en.ts'), twins.size > 0 ? null : listed().catch(() => undefined)])
  return en
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
