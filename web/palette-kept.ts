import { session } from './session.ts'
import type { PaletteEntry } from './palette.ts'

/**
 * What an account opened last, in the palette or otherwise, and what it pinned there: kept in its browser, by account, as keys alone, so
 * that what is gone, or no longer to be seen, shows no more.
 */
export interface KeptEntries {
  pinned: readonly string[]
  recent: readonly string[]
}

const mostRecent = 8
const mostPinned = 30

export const keyOf = ({ group, href }: Pick<PaletteEntry, 'group' | 'href'>): string => `${group} ${href}`

const storageKey = (): string => `tien-toi.palette.${session.get().account?.id ?? ''}`

export const readKept = (): KeptEntries => {
  try {
    const kept = JSON.parse(localStorage.getItem(storageKey()) ?? '{}') as Partial<KeptEntries>
    return { pinned: keysIn(kept.pinned), recent: keysIn(kept.recent) }
  } catch {
    return { pinned: [], recent: [] }
  }
}

const keysIn = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((key): key is string => typeof key === 'string') : []

/** The entry comes first among the recent ones. */
export const remember = (entry: Pick<PaletteEntry, 'group' | 'href'>): void => {
  const { pinned, recent } = readKept()
  const key = keyOf(entry)
  keep({ pinned, recent: [key, ...recent.filter((each) => each !== key)].slice(0, mostRecent) })
}

/** A page of one record, however it was opened, comes first too: whatever of a congress is shown, it is the congress. */
export const rememberPage = (path: string): void => {
  const entry = entryOfPage(path)
  if (entry) remember(entry)
}

/** The entry of the palette that leads to the record of a page; null for pages of none. */
export const entryOfPage = (path: string): Pick<PaletteEntry, 'group' | 'href'> | null => {
  const [, kind, id] = /^\/(congresses|venues|leaders)\/([^/]+)/.exec(path) ?? []
  if (kind === undefined) return null
  if (kind === 'leaders') return { group: 'people', href: `/leaders/${id ?? ''}/week` }
  return { group: kind as 'congresses' | 'venues', href: `/${kind}/${id ?? ''}` }
}

/** Pins an entry, or takes its pin away. */
export const togglePin = (entry: PaletteEntry): void => {
  const { pinned, recent } = readKept()
  const key = keyOf(entry)
  const others = pinned.filter((each) => each !== key)
  keep({ pinned: others.length < pinned.length ? others : [...others, key].slice(-mostPinned), recent })
}

/** A browser that keeps nothing forgets, and finds all the same. */
const keep = (kept: KeptEntries): void => {
  try {
    localStorage.setItem(storageKey(), JSON.stringify(kept))
  } catch {
    // Full or forbidden: only the comfort is lost.
  }
}
