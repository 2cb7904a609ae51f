const letters = 'abcdefghijklmnopqrstuvwxyz0123456789'

/** An id for a part of a drawing: 12 of 36 letters, so that no two of a hall ever meet. */
export const newPartId = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(12)), (byte) => letters[byte % letters.length] ?? 'a').join('')
