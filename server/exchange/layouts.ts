import { foldForSearch } from '../format/search.ts'
import { layoutKinds, type LayoutKind, type VenueLayout } from '../venues/schema.ts'
import { count, wrong, type FieldKind } from './values.ts'

/** How offices call the ways to lay out a hall; the first name stands in exports, as on the pages. */
const layoutWords: Record<LayoutKind, readonly string[]> = {
  theatre: ['Kiểu rạp hát', 'Hội trường', 'Rạp', 'Theatre', 'Theater'],
  classroom: ['Kiểu lớp học', 'Classroom'],
  banquet: ['Kiểu bàn tiệc', 'Tiệc', 'Banquet'],
  'u-shape': ['Kiểu chữ U', 'U', 'U-shape'],
  boardroom: ['Kiểu bàn họp', 'Kiểu họp', 'Boardroom'],
}

const seats = count(200_000)

/** One cell for all layouts of a hall: «Kiểu rạp hát: 500; Kiểu lớp học: 200». Its value is that text, in the order of the kinds. */
export const layouts = (): FieldKind => ({
  read: ({ text }) => {
    const found: VenueLayout[] = []
    for (const part of partsOf(text)) {
      const { kind, number } = namedSeats(part)
      if (kind === null) return wrong('layout-not-known', { value: part })
      const { value, fault } = seats.read({ text: number })
      if (typeof value !== 'number') return { value: undefined, fault }
      if (found.some((each) => each.kind === kind)) return wrong('layout-twice', { value: layoutWords[kind][0] ?? '' })
      found.push({ kind, capacity: value })
    }
    return found.length === 0 ? wrong('layout-not-known', { value: text }) : { value: writeLayouts(found), fault: null }
  },
  show: (value) => (typeof value === 'string' ? value : ''),
})

export const writeLayouts = (laid: readonly VenueLayout[]): string =>
  layoutKinds
    .flatMap((kind) => laid.filter((each) => each.kind === kind))
    .map(({ kind, capacity }) => `${layoutWords[kind][0] ?? ''}: ${String(capacity)}`)
    .join('; ')

/** The layouts of a text that `writeLayouts` wrote. */
export const layoutsIn = (text: string): VenueLayout[] =>
  partsOf(text).flatMap((part) => {
    const { kind, number } = namedSeats(part)
    return kind === null ? [] : [{ kind, capacity: Number(number) }]
  })

/** A comma stands between two layouts as well as inside a number. */
const partsOf = (text: string): string[] =>
  text
    .split(/[;\n]|,(?=\s*\p{L})/u)
    .map((part) => part.trim())
    .filter(Boolean)

/** «Kiểu lớp học: 1.200 chỗ», «lớp học 1200»; `kind` null = it is no layout, or says no number. */
const namedSeats = (part: string): { kind: LayoutKind | null; number: string } => {
  const [, name = '', number = ''] =
    /^(.*?[^\s:=])\s*[:=]?\s*(\d[\d., \u00a0]*?)\s*(?:chỗ|ghế|người|seats)?$/iu.exec(part) ?? []
  const said = plainName(name)
  return {
    kind: layoutKinds.find((kind) => layoutWords[kind].some((word) => plainName(word) === said)) ?? null,
    number,
  }
}

const plainName = (name: string): string =>
  foldForSearch(name)
    .replace(/^(kieu|hinh)\s+/u, '')
    .replaceAll(/[^a-z0-9]+/gu, ' ')
    .trim()
