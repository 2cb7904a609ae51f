import type { Language } from '../../format/dates.ts'

/** What the key of a page is derived with besides its code: of this use alone. */
export const keyLabels = { salt: 'tien-toi', info: 'page at a web host' } as const

/** In bytes. What is sealed is the nonce, the text, and the tag of AES-256-GCM. */
export const keyLength = 32
export const nonceLength = 12

/** What a page at a web host holds sealed. */
export interface SealedPage {
  /** The moment, in milliseconds, from which it shows nothing; null = none. */
  until: number | null
  pages: Readonly<Record<Language, { title: string; body: string }>>
}

/** Why a page at a web host shows nothing of what it holds. */
export const whyClosed = ['opening', 'missing', 'wrong', 'over'] as const
export type WhyClosed = (typeof whyClosed)[number]

/** The code in the fragment of an address, whatever a messenger put behind it; null = there is none. */
export const codeIn = (fragment: string): string | null => /[a-z0-9]{26}/u.exec(fragment.toLowerCase())?.[0] ?? null
