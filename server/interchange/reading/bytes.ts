import { scheduleEncoding, notASchedule } from '../../errors.ts'

export interface DecodedText {
  text: string
  /** What the bytes are, where the file says otherwise of itself; else null. */
  otherThanSaid: string | null
}

/**
 * The text of a schedule file: by its byte order mark, else by the encoding that its XML declaration names, else UTF-8.
 * Refused where the bytes are not what they are said to be, so that no letter is lost in silence.
 */
export const decodeSchedule = (bytes: Uint8Array): DecodedText => {
  const wide = wideEncoding(bytes)
  if (wide !== null) return { text: decoded(bytes, wide), otherThanSaid: null }
  if (bytes.subarray(0, 1000).includes(0)) throw notASchedule()
  const said = declaredEncoding(bytes)
  if (said === null || /^(utf-?8|us-ascii|ascii)$/i.test(said)) {
    return { text: decoded(bytes, 'utf-8', said ?? undefined), otherThanSaid: null }
  }
  if (/^(utf-?16|utf-?32|ucs)/i.test(said)) throw scheduleEncoding(said)
  // Letters beyond ASCII that happen to be good UTF-8 are nothing else.
  const asUtf8 = tryDecode(bytes, 'utf-8')
  if (asUtf8 !== null) return { text: asUtf8, otherThanSaid: isPlain(bytes) ? null : 'UTF-8' }
  return { text: decoded(bytes, said), otherThanSaid: null }
}

const isPlain = (bytes: Uint8Array): boolean => bytes.every((byte) => byte < 0x80)

/** UTF-16 by its mark, or by the zeros beside the first signs. */
const wideEncoding = (bytes: Uint8Array): string | null => {
  const [first = 0, second = 0] = bytes
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  if (second === 0 && (first === 0x3c || first === 0x42)) return 'utf-16le'
  return first === 0 && (second === 0x3c || second === 0x42) ? 'utf-16be' : null
}

const declaredEncoding = (bytes: Uint8Array): string | null => {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 200))
  return /^(?:ï»¿)?\s*<\?xml[^>]*?encoding\s*=\s*["']([^"']{1,40})["']/i.exec(head)?.[1] ?? null
}

const decoded = (bytes: Uint8Array, encoding: string, said = encoding): string => {
  const text = tryDecode(bytes, encoding)
  if (text === null) throw scheduleEncoding(said)
  return text
}

/** Null where the bytes are none of that encoding, or nobody knows it. */
const tryDecode = (bytes: Uint8Array, encoding: string): string | null => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch (error) {
    if (error instanceof TypeError || error instanceof RangeError) return null
    throw error
  }
}
