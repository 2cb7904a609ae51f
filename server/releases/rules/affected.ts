import { foldForSearch } from '../../format/search.ts'
import { namesPerson, personKey } from '../../programme/rules/presenters.ts'
import { isSamePlace, momentKey, toldSessions, type TellableProgramme, type Told, type ToldSpeaker } from './told.ts'

/** What became of somebody's part in an item. */
export const partKinds = ['joined', 'left', 'changed'] as const
export type PartKind = (typeof partKinds)[number]

/** Newly asked, no longer needed, or asked still but not as before. */
export const standings = ['asked', 'not-needed', 'changed'] as const
export type Standing = (typeof standings)[number]

export interface Part {
  kind: PartKind
  before: Told | null
  after: Told | null
}

/** A person or an office to be told of a release. */
export interface Affected {
  /** A speaker's id, or the presenter as he is written, folded. */
  who: string
  name: string
  /** '' where nothing is known but the name. */
  post: string
  standing: Standing
  parts: readonly Part[]
}

/**
 * Whom the difference of two programmes touches: speakers, and presenters as they are written, several parted by
 * semicolons. Those first who are newly asked, then those no longer needed, each in the order of the day.
 */
export const findAffected = (before: TellableProgramme, after: TellableProgramme): Affected[] => {
  const [former, present] = [appearances(before), appearances(after)]
  return [...new Set([...present.keys(), ...former.keys()])]
    .flatMap((key) => affectedOf(former.get(key), present.get(key)) ?? [])
    .sort((one, other) => standings.indexOf(one.standing) - standings.indexOf(other.standing))
}

interface Appearances {
  who: string
  name: string
  post: string
  items: Map<string, Told>
}

const affectedOf = (before?: Appearances, after?: Appearances): Affected | null => {
  const known = after ?? before
  const ids = new Set([...(after?.items.keys() ?? []), ...(before?.items.keys() ?? [])])
  const parts = [...ids].flatMap((id) => partOf(before?.items.get(id) ?? null, after?.items.get(id) ?? null) ?? [])
  if (!known || parts.length === 0) return null
  const standing = !before ? 'asked' : !after ? 'not-needed' : 'changed'
  const { who, name, post } = known
  return { who, name, post, standing, parts }
}

const partOf = (before: Told | null, after: Told | null): Part | null => {
  if (!before) return { kind: 'joined', before, after }
  if (!after) return { kind: 'left', before, after }
  return isSameFor(before, after) ? null : { kind: 'changed', before, after }
}

/** Whether what somebody who takes part in an item must know of it is the same. */
const isSameFor = (before: Told, after: Told): boolean =>
  before.title === after.title &&
  isSamePlace(before, after) &&
  before.end - before.start === after.end - after.start &&
  momentKey(before.date, before.start) === momentKey(after.date, after.start)

const appearances = (programme: TellableProgramme): Map<string, Appearances> => {
  const found = new Map<string, Appearances>()
  const note = (key: string, called: Omit<Appearances, 'items'>, item: Told): void => {
    const known = found.get(key) ?? { ...called, items: new Map<string, Told>() }
    known.items.set(item.id, item)
    found.set(key, known)
  }
  // Folding the names of a thousand speakers takes longer than all the rest: only where somebody is named by hand.
  let called: ReadonlyMap<string, ToldSpeaker> | null = null
  for (const { items } of toldSessions(programme)) {
    for (const item of items) {
      for (const { id, name, post } of item.speakers) note(id, { who: id, name, post }, item)
      const presenters = presentersIn(item.presenter)
      if (presenters.length === 0) continue
      called ??= new Map(programme.speakers.map((speaker) => [personKey(speaker.name), speaker]))
      for (const written of presenters) {
        const key = personKey(written)
        const speaker = called.get(key)
        if (speaker) note(speaker.id, { who: speaker.id, name: speaker.name, post: speaker.post }, item)
        // «Đồng chí Nguyễn Văn An, Giám đốc Sở» is the speaker Nguyễn Văn An.
        else if (!item.speakers.some(({ name }) => namesPerson(written, name)))
          note(key, { who: foldForSearch(written), name: written, post: '' }, item)
      }
    }
  }
  return found
}

const presentersIn = (presenter: string): string[] =>
  presenter
    .split(/[;\n]/u)
    .map((each) => each.trim())
    .filter(Boolean)
