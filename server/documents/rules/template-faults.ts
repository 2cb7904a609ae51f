/** What can be wrong with the files of a template. */
export const templateFaultCodes = [
  'missing-file',
  'too-large',
  'not-yaml',
  'missing-field',
  'unknown-field',
  'wrong-type',
  'not-a-choice',
  'too-long',
  'out-of-range',
  'wrong-form',
  'unknown-placeholder',
  'open-placeholder',
  /** A sign that the wording does not know, or that is not closed: it would be printed as it stands. Prints all the same. */
  'unknown-sign',
] as const
export type TemplateFaultCode = (typeof templateFaultCodes)[number]

/** A fault with where it stands; `file` as `invitation/text.vi.md`. */
export interface TemplateFault {
  file: string
  line: number
  code: TemplateFaultCode
  /** The placeholder, field or sign that it is about. */
  subject: string
}

/** Whether a template with this fault is never printed. */
export const forbidsPrinting = ({ code }: Pick<TemplateFault, 'code'>): boolean => code !== 'unknown-sign'

/** The fault for whoever reads the wire; the browser words it by its code. */
export const sentenceOfFault = ({ code, subject }: TemplateFault): string => sentences[code](subject)

const sentences: Readonly<Record<TemplateFaultCode, (subject: string) => string>> = {
  'missing-file': () => 'this file is missing',
  'too-large': () => 'this file is too large',
  'not-yaml': () => 'this is not YAML',
  'missing-field': (name) => `${name} is missing`,
  'unknown-field': (name) => `${name} is not known here`,
  'wrong-type': (path) => `${path || 'it'} is of the wrong type`,
  'not-a-choice': (path) => `${path} is not one of the words that may stand here`,
  'too-long': (path) => `${path} is too long`,
  'out-of-range': (path) => `${path} is too much or too little`,
  'wrong-form': (path) => `${path || 'it'} is not written so`,
  'unknown-placeholder': (name) => `{{${name}}} is not a placeholder`,
  'open-placeholder': () => 'a placeholder is not closed',
  'unknown-sign': (sign) => `${sign} is no sign of a wording`,
}

/** Letters of one file of a template: the longest that ships has a quarter of it. */
export const longestTemplateFile = 60_000

/** In a preview, what stands between these is drawn in red; the third is never drawn. All are for private use in Unicode. */
export const redFrom = '\uE000'
export const redTo = '\uE001'
export const noLetter = '\uE002'

export const withoutMarks = (text: string): string => text.replaceAll(/[\uE000-\uE002]/gu, '')

/** `{{name}}` as it shows in red, so that nothing takes it for a placeholder any more; its blanks do not break. */
export const inRed = (text: string): string =>
  redFrom + text.replaceAll('{{', `{${noLetter}{`).replaceAll('}}', `}${noLetter}}`).replaceAll(' ', '\u00A0') + redTo
