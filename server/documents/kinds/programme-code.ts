import type { Language } from '../../format/dates.ts'
import type { Block } from '../blocks.ts'
import { wordOf, type Template } from '../templates.ts'

export const codeSlot = 'publicCode'

/** In millimetres: it is read from an arm's length. */
const side = 110

/** The code of the public page and below it the address; a remark where there is none. */
export const publicCodeBlocks = (template: Template, address: string | undefined, language: Language): Block[] =>
  address === undefined
    ? [{ kind: 'remark', text: wordOf(template, language, 'unpublished'), isCentred: true, isKeptWithNext: false }]
    : [
        { kind: 'code', value: address, caption: '', side },
        { kind: 'remark', text: address, isCentred: true, isKeptWithNext: false },
      ]
