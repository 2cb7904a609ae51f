import type { HallDrawing } from '../../server/halls/schema.ts'

/** What this browser keeps for a hall: a drawing that is not saved yet, a picture behind it. */

/** A drawing that was left unsaved, and the version that it was made from. */
export interface Draft {
  drawing: HallDrawing
  version: number
}

const storeName = 'halls'

const opened = (): Promise<IDBDatabase> =>
  new Promise((resolve, reject) => {
    const asked = indexedDB.open('tien-toi.halls', 1)
    asked.onupgradeneeded = () => asked.result.createObjectStore(storeName)
    asked.onsuccess = () => resolve(asked.result)
    asked.onerror = () => reject(asked.error ?? new Error('IndexedDB'))
  })

const done = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error ?? new Error('IndexedDB'))
  })

const within = async <T>(
  mode: IDBTransactionMode,
  work: (store: IDBObjectStore) => IDBRequest<T>,
): Promise<T | null> => {
  try {
    const database = await opened()
    try {
      return await done(work(database.transaction(storeName, mode).objectStore(storeName)))
    } finally {
      database.close()
    }
  } catch {
    // A browser that keeps nothing (a private window) only does without.
    return null
  }
}

export const keepHere = (key: string, value: unknown): Promise<unknown> =>
  within('readwrite', (store) => store.put(value, key))

/** null = nothing is kept. */
export const keptHere = async <T>(key: string): Promise<T | null> =>
  ((await within('readonly', (store) => store.get(key) as IDBRequest<T | undefined>)) ?? null) as T | null

export const forgetHere = (key: string): Promise<unknown> => within('readwrite', (store) => store.delete(key))
