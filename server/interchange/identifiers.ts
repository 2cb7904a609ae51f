import { createHash } from 'node:crypto'

const uuidForm = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

export const isUuid = (text: string): boolean => uuidForm.test(text)

/** The same identifier for the same text, ever (UUID of version 8: made from a hash). */
export const uuidOf = (text: string): string => {
  const hex = createHash('sha256').update(text).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

/** One identifier for an event, in whichever form a file has it. */
export const identifierOf = ({ guid }: { guid: string }): string => (isUuid(guid) ? guid.toLowerCase() : uuidOf(guid))

/** A positive number for a text, as apps want one beside the identifier; 31 bits, so that theirs can hold it. */
export const numberOf = (text: string): number =>
  createHash('sha256').update(text).digest().readUInt32BE(0) & 0x7fffffff || 1

/** The number that a file gives; another one where it gives none that apps can hold. */
export const numberIn = (text: string, otherwise: string): number => {
  const number = /^\d{1,10}$/.test(text) ? Number(text) : 0
  return number > 0 && number <= 0x7fffffff ? number : numberOf(otherwise)
}
