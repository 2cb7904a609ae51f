/**
 * Text at the border: NFC, no control or direction-changing characters and none that no file can hold (halves of pairs,
 * noncharacters), trimmed. Line breaks stay.
 */
export const cleanText = (text: string): string =>
  text.normalize('NFC').replaceAll('\r\n', '\n').replaceAll(unwanted, '').trim()

const unwanted =
  // eslint-disable-next-line no-control-regex -- these are what is to go
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\p{Cs}\p{Noncharacter_Code_Point}]/gu

/** The beginning of a text, without half of a character at its end. */
export const cutTo = (text: string, length: number): string => text.slice(0, length).replace(/\p{Cs}$/u, '')

/** What search compares: lower case, no marks, đ as d, single spaces. */
export const foldForSearch = (text: string): string =>
  text
    .normalize('NFD')
    .replaceAll(/\p{Mn}/gu, '')
    .toLowerCase()
    .replaceAll('đ', 'd')
    .replaceAll(/\s+/gu, ' ')
    .trim()
