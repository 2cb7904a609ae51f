/** HTML that is safe to put into more of it. */
export interface Markup {
  readonly html: string
}

type Piece = string | number | Markup | readonly Markup[]

/** HTML whose values are escaped, whatever people typed: `` html`<b>${title}</b>` ``. */
export const html = (texts: TemplateStringsArray, ...values: readonly Piece[]): Markup => ({
  html: texts.map((text, index) => text + (index < values.length ? written(values[index] ?? '') : '')).join(''),
})

const written = (value: Piece): string => {
  if (typeof value === 'string' || typeof value === 'number') return escaped(String(value))
  return 'html' in value ? value.html : value.map((each) => each.html).join('')
}

const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

const escaped = (text: string): string => text.replaceAll(/[&<>"']/g, (sign) => signs[sign] ?? sign)
