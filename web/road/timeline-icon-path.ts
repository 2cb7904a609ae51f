/** A number of a path, and which way it is moved; null = it is a length or a flag. */
type Part = string | { value: number; axis: 'x' | 'y' }

/** Moves an icon by so many of its own units. */
export type IconPath = (dx: number, dy: number) => string

/**
 * The shapes of an icon file as one path that can be moved. A browser layers each `<svg>` anew in every frame of a
 * pan: a row draws the icons of all its bars in one.
 */
export const iconPathOf = (shape: string): IconPath => {
  const parts = [...shape.matchAll(/<(path|circle|rect)\s([^>]*)>/g)].flatMap(([, tag, attributes = '']) => {
    const read = (name: string) => new RegExp(`\\b${name}="([^"]*)"`).exec(attributes)?.[1] ?? '0'
    return partsOf(tag === 'path' ? read('d') : tag === 'circle' ? circle(read) : rectangle(read))
  })
  return (dx, dy) =>
    parts
      .map((part) => (typeof part === 'string' ? part : `${round(part.value + (part.axis === 'x' ? dx : dy))} `))
      .join('')
}

const circle = (read: (name: string) => string): string => {
  const radius = Number(read('r'))
  const half = `a${radius} ${radius} 0 1 0`
  return `M${Number(read('cx')) - radius} ${read('cy')}${half} ${2 * radius} 0${half} ${-2 * radius} 0`
}

const rectangle = (read: (name: string) => string): string =>
  `M${read('x')} ${read('y')}h${read('width')}v${read('height')}h-${read('width')}z`

const round = (value: number): number => Math.round(value * 100) / 100

/** Which numbers of a command are places: those of capitals, and of the move that every path begins with. */
const axesOf: Record<string, readonly ('x' | 'y' | null)[]> = {
  M: ['x', 'y'],
  L: ['x', 'y'],
  H: ['x'],
  V: ['y'],
  A: [null, null, null, null, null, 'x', 'y'],
}

const partsOf = (path: string): Part[] => {
  const parts: Part[] = []
  let command = ''
  let index = 0
  for (const [token] of path.matchAll(/[a-zA-Z]|-?\d*\.?\d+/g)) {
    if (/[a-zA-Z]/.test(token)) {
      // The first move counts from the corner even when it is written small; what follows it does not.
      command = parts.length === 0 ? 'M' : token
      index = 0
      parts.push(command)
      continue
    }
    if (parts.length === 3 && path.startsWith('m')) {
      command = 'l'
      parts.push(command)
    }
    const axes = axesOf[command]
    const axis = axes?.[index % axes.length] ?? null
    parts.push(axis === null ? `${token} ` : { value: Number(token), axis })
    index += 1
  }
  return parts
}
