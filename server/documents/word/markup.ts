export type Attributes = Readonly<Record<string, string | number | undefined>>

/** An element of WordprocessingML; what it holds must come in the order of the schema, else Word calls the file broken. */
export const w = (name: string, attributes: Attributes = {}, ...content: readonly string[]): string => {
  const told = Object.entries(attributes)
    .map(([key, value]) => (value === undefined ? '' : ` w:${key}="${escaped(String(value))}"`))
    .join('')
  const inside = content.join('')
  return inside === '' ? `<w:${name}${told}/>` : `<w:${name}${told}>${inside}</w:${name}>`
}

const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Composed letters; without the signs that XML cannot hold. */
export const escaped = (text: string): string =>
  text
    .normalize('NFC')
    .replaceAll(/[\p{Cs}\uFFFE\uFFFF]/gu, '\uFFFD')
    .replaceAll(/[^\P{Cc}\t\n]/gu, '')
    .replaceAll(/[&<>"]/g, (sign) => signs[sign] ?? sign)
