/** Colours that the map is drawn in, as they are in the present theme. */
export interface Inks {
  ground: string
  surface: string
  sunken: string
  line: string
  edge: string
  text: string
  muted: string
  red: string
  amber: string
  font: string
  /** Somebody asked for few, strong colours: every seat has an edge. */
  isForced: boolean
}

export const inksOf = (element: Element): Inks => {
  const style = getComputedStyle(element)
  const token = (name: string) => style.getPropertyValue(name).trim()
  const font = token('--font') || 'sans-serif'
  if (matchMedia('(forced-colors: active)').matches) {
    return {
      ...{ ground: 'Canvas', surface: 'Canvas', sunken: 'Canvas', line: 'CanvasText', edge: 'CanvasText' },
      ...{ text: 'CanvasText', muted: 'CanvasText', red: 'Highlight', amber: 'Highlight', font, isForced: true },
    }
  }
  return {
    ...{ ground: token('--ground'), surface: token('--surface'), sunken: token('--sunken') },
    ...{ line: token('--line-strong'), edge: token('--line-control'), text: token('--text'), muted: token('--muted') },
    ...{ red: token('--red'), amber: token('--amber-edge'), font, isForced: false },
  }
}

/** A colour of a palette, read where it names a token. */
export const inkOf = (element: Element, colour: string): string =>
  colour.startsWith('--') ? getComputedStyle(element).getPropertyValue(colour).trim() || '#888888' : colour

/** Black or white, whichever is read more easily upon a colour. */
export const letterInk = (colour: string): string => {
  const [red = 0, green = 0, blue = 0] = partsOf(colour).map((part) => {
    const share = part / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue > 0.2 ? '#1a1613' : '#ffffff'
}

const partsOf = (colour: string): number[] => {
  const hex = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})/iu.exec(colour)
  if (hex) return hex.slice(1).map((part) => Number.parseInt(part, 16))
  const parts = colour
    .match(/\d+(?:\.\d+)?/gu)
    ?.slice(0, 3)
    .map(Number)
  return parts?.length === 3 ? parts : [128, 128, 128]
}
