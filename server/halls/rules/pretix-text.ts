/** Why a file is not read. */
export type PretixFault =
  | { kind: 'not-json' }
  | { kind: 'too-deep' }
  | { kind: 'not-a-plan' }
  | { kind: 'no-seat' }
  | { kind: 'too-many'; what: 'seats' | 'rows' | 'zones' | 'areas' | 'corners'; count: number; most: number }
  | { kind: 'double-id'; what: 'seat' | 'row' | 'zone' | 'area'; id: string }
  | { kind: 'no-place'; where: string }
  | { kind: 'bad-text'; where: string; text: string }
  | { kind: 'too-long'; where: string; most: number; text: string }

/** Thrown while a file is read and caught by whoever reads it: nothing is half-read. */
export class PretixRefusal extends Error {
  readonly fault: PretixFault

  constructor(fault: PretixFault) {
    super(fault.kind)
    this.fault = fault
  }
}

/** An object of a file, of which nothing is known. */
export type Raw = Record<string, unknown>

export const isRaw = (value: unknown): value is Raw =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const deepest = 16
const longestText = 2000
const longestKey = 100
/** Control characters but line breaks and tabs, and halves of characters. */
// eslint-disable-next-line no-control-regex -- They are what is looked for.
const unreadable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]|\p{Surrogate}/u

/** Reads JSON that nobody trusts. A member called `__proto__` is left out, its name being told. */
export const readJson = (text: string): { value: unknown; dropped: string[] } => {
  if (depthOf(text) > deepest) throw new PretixRefusal({ kind: 'too-deep' })
  const dropped = new Set<string>()
  try {
    const value: unknown = JSON.parse(text.replace(/^\uFEFF/u, ''), (key, value: unknown) => {
      checkText(key, key)
      if (key.length > longestKey) throw tooLong(key, longestKey, key)
      if (key === '__proto__') {
        dropped.add(key)
        return undefined
      }
      if (typeof value === 'string') {
        checkText(key, value)
        if (value.length > longestText) throw tooLong(key, longestText, value)
      }
      return value
    })
    return { value, dropped: [...dropped] }
  } catch (error) {
    if (error instanceof PretixRefusal) throw error
    throw new PretixRefusal({ kind: 'not-json' })
  }
}

const checkText = (where: string, text: string): void => {
  if (unreadable.test(text)) throw new PretixRefusal({ kind: 'bad-text', where: shown(where), text: shown(text) })
}

export const tooLong = (where: string, most: number, text: string): PretixRefusal =>
  new PretixRefusal({ kind: 'too-long', where: shown(where), most, text: shown(text) })

/** A text as a sentence may quote it. */
// eslint-disable-next-line no-control-regex -- They are what is taken out.
const shown = (text: string): string => text.replace(/[\u0000-\u001f\u007f-\u009f]|\p{Surrogate}/gu, '·').slice(0, 40)

const depthOf = (text: string): number => {
  let [depth, most] = [0, 0]
  let isText = false
  for (let at = 0; at < text.length; at += 1) {
    const letter = text[at]
    if (isText) {
      if (letter === '\\') at += 1
      else if (letter === '"') isText = false
    } else if (letter === '"') isText = true
    else if (letter === '{' || letter === '[') most = Math.max(most, (depth += 1))
    else if (letter === '}' || letter === ']') depth -= 1
  }
  return most
}
