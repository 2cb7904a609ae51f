import { ApiError } from '../api/request.ts'

/** Fields that another has changed since, and not to what is to be written. */
export const metFields = <T extends object>(from: T, current: T, edit: Partial<T>): (keyof T)[] =>
  (Object.keys(edit) as (keyof T)[]).filter(
    (name) => !isSame(current[name], from[name]) && !isSame(current[name], edit[name]),
  )

/** What of a record is written anew. */
export const changedFields = <T extends object>(from: T, edit: Partial<T>): Partial<T> =>
  Object.fromEntries(
    Object.entries(edit).filter(([name, value]) => !isSame(from[name as keyof T], value)),
  ) as Partial<T>

/**
 * Writes fields of a record over the version that was seen. What another changed elsewhere in it stays: it is written
 * once more over that. Where both wrote the same field it is refused as stale, so that both are shown.
 */
export const writeOver = async <T extends object, R>(
  from: T,
  edit: Partial<T>,
  send: (seen: T) => Promise<R>,
): Promise<R> => {
  try {
    return await send(from)
  } catch (error) {
    const current = currentOf<T>(error)
    if (!current || metFields(from, current, edit).length > 0) throw error
    return send(current)
  }
}

/** Of a write that met another's: the record as that one left it; null where it is gone, or for any other error. */
export const currentOf = <T>(error: unknown): T | null =>
  error instanceof ApiError ? ((error.current ?? null) as T | null) : null

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other)
