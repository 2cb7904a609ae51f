import { squeezeSession } from '../../server/programme/rules/arrange.ts'
import { bareItem } from '../../server/programme/rules.ts'
import type { Arrangement, NewItem, ProgrammeItem } from '../../server/programme/schema.ts'
import * as api from '../api/programme.ts'
import { did } from '../did.ts'
import { tellDone, tellError, tellNote } from '../parts/toast-stack.ts'
import { translated, words } from '../words/words.ts'
import type { Desk } from './desk.ts'
import { isClash } from './edit-clash.ts'
import { findItem } from './grid-carry.ts'
import { stepOf } from './grid-choices.ts'
import { writeOver } from './write-over.ts'

/** Where a new item comes: after another, at the end of a session, or into the tray. */
export type NewPlace = { afterId: string } | { sessionId: string } | 'tray'

/** What an item is when it is added: ten minutes of something. */
const fresh = (): NewItem => ({
  title: words().programme.item,
  durationMinutes: 10,
  fixedStart: null,
  presenter: '',
  note: '',
  position: null,
})

/** Adds an item; answers its id. */
export const newItem = (desk: Desk, place: NewPlace): Promise<string | undefined> => {
  if (place === 'tray') return add(desk, null, fresh())
  if ('sessionId' in place) return add(desk, place.sessionId, fresh())
  const after = findItem(desk.programme, place.afterId)
  return add(desk, after?.sessionId ?? null, { ...fresh(), position: after ? after.position + 1 : null })
}

/** Adds the same item once more, after it; nobody has begun that one. */
export const duplicateItem = (desk: Desk, id: string): Promise<string | undefined> => {
  const item = findItem(desk.programme, id)
  return item ? add(desk, item.sessionId, { ...copyOf(item), position: item.position + 1 }) : Promise.resolve(undefined)
}

const copyOf = (item: ProgrammeItem): Omit<NewItem, 'position'> => {
  const { startedAt: _started, endedAt: _ended, ...more } = bareItem()
  const kept = Object.keys(more).map((name) => [name, item[name as keyof typeof more]])
  const { title, durationMinutes, presenter, note } = item
  return { ...{ title, durationMinutes, presenter, note, fixedStart: null }, ...Object.fromEntries(kept) }
}

const add = async (desk: Desk, sessionId: string | null, item: NewItem): Promise<string | undefined> => {
  const work = sessionId === null ? api.createTrayItem(desk.congress.id, item) : api.createItem(sessionId, item)
  const created = await did(work, words().programme.done.itemAdded)
  await desk.refresh()
  return created?.id
}

/** Deletes an item for good: it can be had back by «Hoàn tác» and from the trash. */
export const deleteItem = (desk: Desk, id: string): Promise<boolean> => {
  const item = findItem(desk.programme, id)
  if (!item) return Promise.resolve(false)
  return desk.write(api.deleteItem(id, item.version), words().programme.done.itemDeleted)
}

/** What of an item its form writes. */
export type ItemEdit = Partial<
  Omit<ProgrammeItem, 'id' | 'sessionId' | 'position' | 'version' | 'startedAt' | 'endedAt'>
>

/** Something was written anew: what is shown in English and was left as it stood stays Vietnamese. */
export const isEdited = (item: ProgrammeItem, edit: ItemEdit): boolean => {
  const shown = (value: unknown) => (typeof value === 'string' ? translated(value) : JSON.stringify(value))
  return Object.entries(edit).some(([name, value]) => shown(item[name as keyof ItemEdit]) !== shown(value))
}

/** Edits go one after the other: minutes that are counted up step by step must not overtake each other. */
let lastEdit: Promise<unknown> = Promise.resolve()

/** Changes the item that was seen; what is not named stays as it is. Where another wrote the same, both are shown. */
export const editItem = async (desk: Desk, item: ProgrammeItem, edit: ItemEdit): Promise<void> => {
  const turn = lastEdit.then(() => saveItem(item, edit))
  lastEdit = turn.catch(() => undefined)
  try {
    await turn
    tellDone(words().programme.done.itemSaved)
  } catch (error) {
    if (isClash(error)) desk.meet({ item, edit })
    else tellError(error)
  }
  await desk.refresh()
}

/** Throws stale where another has written the same fields since. */
export const saveItem = (item: ProgrammeItem, edit: ItemEdit): Promise<ProgrammeItem> =>
  writeOver<ProgrammeItem, ProgrammeItem>(
    item,
    edit,
    ({ id, title, durationMinutes, fixedStart, presenter, note, version }) =>
      api.changeItem(id, { title, durationMinutes, fixedStart, presenter, note, version, ...edit }),
  )

/** Shortens the items of a session so that it ends when it must. */
export const squeeze = async (desk: Desk, sessionId: string): Promise<void> => {
  const { squeezed, squeezeShort } = words().programme
  const session = desk.programme.sessions.find(({ id }) => id === sessionId)
  if (!session) return
  const { arrangement, missingMinutes } = squeezeSession(desk.programme, session, stepOf(desk))
  const told = squeezed(shortenedWords(session.items, arrangement))
  const isDone = arrangement.items.length === 0 || (await desk.write(api.arrange(desk.congress.id, arrangement), told))
  if (isDone && missingMinutes > 0) tellNote(squeezeShort(missingMinutes))
}

/** So many of what was shortened are named. */
const mostNamed = 4

/** «“Giải lao” 15 → 10, “Báo cáo” 40 → 35»: what an arrangement shortens, and by how much. */
export const shortenedWords = (items: readonly ProgrammeItem[], { items: placed }: Arrangement): string => {
  const cut = items.flatMap(({ id, title, durationMinutes: before }) => {
    const after = placed.find((item) => item.id === id)?.durationMinutes ?? before
    return after < before ? [`“${translated(title)}” ${String(before)} → ${String(after)}`] : []
  })
  const named = cut.slice(0, mostNamed)
  const others = cut.length - named.length
  return [...named, ...(others > 0 ? [words().programme.andOthers(others)] : [])].join(', ')
}
