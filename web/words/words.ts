import type { ReactiveController, ReactiveControllerHost } from 'lit'
import { viFirst } from './vi-first.ts'
import type { Words } from './vi.ts'

export type { Words }
export type Language = 'vi' | 'en'

const storageKey = 'tien-toi.language'
const hosts = new Set<ReactiveControllerHost>()
let spoken: Language = 'vi'
/** As far as they are there: whatever needs the others waits for them (`rest.ts`). */
let vietnamese = viFirst as Words
let current = vietnamese
const englishParts: (() => Promise<Partial<Words>>)[] = [async () => (await import('./en-first.ts')).enFirst]
/** A map and no object: a text may be anything, `constructor` too. */
let twins: ReadonlyMap<string, string> = new Map()

/** The words of the present language. In templates: `words().units.heading`; the element needs `useWords(this)`. */
export const words = (): Words => current

/** The words that are there by now: for what can do without those that come with later pages. */
export const wordsSoFar = (): Partial<Words> => current

export const language = (): Language => spoken

/**
 * A text of the data in the reader's language: what the product ships has its English twin, what people typed stays as
 * it is. Only for reading: forms show what is kept.
 */
export const translated = (text: string): string => (spoken === 'en' ? (twins.get(text) ?? text) : text)

/** The same of several in one cell, with «; » between them. */
export const translatedAll = (text: string): string => text.split('; ').map(translated).join('; ')

/** One change of words after another: what is added while English comes is in English too. */
let settled: Promise<void> = Promise.resolve()
const inTurn = (change: () => Promise<void>): Promise<void> => {
  const turn = settled.then(change)
  settled = turn.catch(() => undefined)
  return turn
}

/** Switches every element that uses words; English is fetched when it is first wanted. Also kept for the next visit. */
export const setLanguage = (wanted: Language): Promise<void> =>
  inTurn(async () => {
    current = await wordsIn(wanted)
    spoken = wanted
    document.documentElement.lang = wanted
    localStorage.setItem(storageKey, wanted)
    for (const host of hosts) host.requestUpdate()
  })

/** Adds words that the first page does without, in the language that is spoken by then. */
export const addWords = (vi: Partial<Words>, english: () => Promise<Partial<Words>>): Promise<void> =>
  inTurn(async () => {
    vietnamese = { ...vietnamese, ...vi }
    englishParts.push(english)
    current = await wordsIn(spoken)
  })

const wordsIn = async (wanted: Language): Promise<Words> => {
  if (wanted === 'vi') return vietnamese
  const [, ...parts] = await Promise.all([listTwins(), ...englishParts.map((load) => load())])
  return Object.assign({}, ...parts) as Words
}

/** Without the twins the data stays Vietnamese and all else is English. */
const listTwins = async (): Promise<void> => {
  if (twins.size > 0) return
  try {
    const { listEnglishTwins } = await import('../api/english.ts')
    twins = new Map(Object.entries(await listEnglishTwins()))
  } catch {
    return
  }
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
