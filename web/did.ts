import { tellDone, tellError } from './parts/toast-stack.ts'

/**
 * Does a write and says what was done, with «Hoàn tác» where it can be undone. What went wrong is said in its own
 * sentence and answered as undefined, so that the caller keeps what was typed.
 */
export const did = async <T>(work: Promise<T>, sentence: string): Promise<T | undefined> => {
  try {
    const result = await work
    tellDone(sentence)
    return result
  } catch (error) {
    tellError(error)
    return undefined
  }
}
