/** Collects what a sheet is told by, as the bytes that a PDF keeps: joined texts of so many pieces are slow to come by and to forget. */
export interface Writer {
  isEmpty: () => boolean
  /** Letters of one byte each. */
  add: (letters: string) => void
  /** A number with up to two digits after its point, and a space: hundredths of a point are finer than any printer. */
  number: (value: number) => void
  /** What another writer has. */
  append: (other: Writer) => void
  /** What was written so far; others overwrite it after the release. */
  bytes: () => Buffer
  /** Forgets what was written, and leaves its room to others. */
  release: () => void
}

const firstSize = 1 << 12
const [space, minus, point, zero] = [0x20, 0x2d, 0x2e, 0x30]
/** Letters of the longest number that is told by its digits. */
const longestNumber = 20
const mostHundredths = 1e12

const nothing = Buffer.alloc(0)
/** Room that lies ready: one for each of thousands of pages would have to be thrown away. */
const spare: Buffer[] = []
const mostSpare = 16
/** Larger ones are not kept. */
const mostKept = 1 << 20

export const openWriter = (): Writer => {
  let bytes: Buffer = nothing
  let length = 0
  const ensure = (more: number) => {
    while (length + more > bytes.length) {
      const larger = (length === 0 ? spare.pop() : undefined) ?? Buffer.allocUnsafeSlow(sizeFor(length + more))
      bytes.copy(larger, 0, 0, length)
      bytes = larger
    }
  }
  const digits = (whole: number) => {
    let count = 1
    for (let limit = 10; whole >= limit; limit *= 10) count += 1
    let rest = whole
    for (let at = length + count - 1; at >= length; at -= 1) {
      const next = Math.floor(rest / 10)
      bytes[at] = zero + rest - next * 10
      rest = next
    }
    length += count
  }
  const add = (letters: string) => {
    const count = letters.length
    ensure(count)
    for (let at = 0; at < count; at += 1) bytes[length + at] = letters.charCodeAt(at)
    length += count
  }
  return {
    isEmpty: () => length === 0,
    add,
    number: (value) => {
      const all = Math.round(Math.abs(value) * 100)
      if (!(all < mostHundredths)) {
        add(`${String(Math.round(value))} `)
        return
      }
      ensure(longestNumber)
      if (value < 0 && all > 0) {
        bytes[length] = minus
        length += 1
      }
      const whole = Math.floor(all / 100)
      digits(whole)
      const part = all - whole * 100
      if (part > 0) {
        const tenths = Math.floor(part / 10)
        const hundredths = part - tenths * 10
        bytes[length] = point
        bytes[length + 1] = zero + tenths
        bytes[length + 2] = zero + hundredths
        length += hundredths === 0 ? 2 : 3
      }
      bytes[length] = space
      length += 1
    },
    append: (other) => {
      const own = other.bytes()
      ensure(own.length)
      length += own.copy(bytes, length)
    },
    bytes: () => bytes.subarray(0, length),
    release: () => {
      if (bytes.length > 0 && bytes.length <= mostKept && spare.length < mostSpare) spare.push(bytes)
      bytes = nothing
      length = 0
    },
  }
}

const sizeFor = (least: number): number => {
  let size = firstSize
  while (size < least) size *= 2
  return size
}
