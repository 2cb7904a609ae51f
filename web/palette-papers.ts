import { foldForSearch } from '../server/format/search.ts'
import { listPapers } from './api/documents.ts'
import { readKept } from './palette-kept.ts'
import type { PaletteEntry } from './palette.ts'
import { searchBy } from './parts/search.ts'
import { language, words } from './words/words.ts'

/** What the palette finds of a congress: a kind of paper, or one of its pages. */
interface Kind {
  kind: string
  title: string
  isPage?: boolean
}

/** The papers and pages that the palette finds: each kind of each congress, made only as they are sought. */
export interface Shelf {
  kinds: readonly Kind[]
  /** The entries of the congresses. */
  congresses: readonly PaletteEntry[]
  /** The congress of the page, or the one opened last: its papers are found without its name. */
  own: PaletteEntry | undefined
}

export const emptyShelf: Shelf = { kinds: [], congresses: [], own: undefined }

/** Each kind may have as many congresses that fit what else was typed. */
const mostCongresses = 20

export const loadShelf = async (entries: readonly PaletteEntry[]): Promise<Shelf> => {
  const congresses = entries.filter(({ group }) => group === 'congresses')
  const [, open = ''] = /^(\/congresses\/[^/]+)/.exec(location.pathname) ?? []
  const opened = readKept().recent.map((key) => key.replace(/^congresses /, ''))
  const own = [open, ...opened].map((path) => congresses.find(({ href }) => href === path)).find(Boolean)
  const source = own ?? congresses[0]
  if (!source) return emptyShelf
  const { papers } = await listPapers(source.href.replace('/congresses/', ''))
  const programme = { kind: 'programme', title: words().congresses.tabs.programme, isPage: true }
  const kinds = [programme, ...papers.map(({ kind, titles }) => ({ kind, title: titles[language()] }))]
  return { kinds, congresses, own }
}

/**
 * Those whose kind the query names: of the congress at hand, or where its other words name congresses, of these
 * («giay moi xuan truong»).
 */
export const papersFor = ({ kinds, congresses, own }: Shelf, query: string): PaletteEntry[] => {
  const wanted = foldForSearch(query).split(' ').filter(Boolean)
  const named = new Map<string, PaletteEntry[]>()
  return kinds.flatMap((kind) => {
    const said = foldForSearch(kind.title).split(' ')
    const left = wanted.filter((word) => !said.some((each) => each.startsWith(word)))
    if (left.length === 0) return own ? [entryOf(kind, own)] : []
    if (left.length === wanted.length) return []
    const name = left.join(' ')
    const fitting = named.get(name) ?? searchBy(congresses, ({ label }) => label, name).slice(0, mostCongresses)
    named.set(name, fitting)
    return fitting.map((congress) => entryOf(kind, congress))
  })
}

/** The paper that a kept address leads to; undefined = it is gone, or no longer to be seen. */
export const paperAt = ({ kinds, congresses }: Shelf, href: string): PaletteEntry | undefined => {
  const congress = congresses.find((each) => href.startsWith(`${each.href}/`))
  const kind = kinds.find((each) => congress && href === pathOf(each, congress))
  return congress && kind ? entryOf(kind, congress) : undefined
}

const pathOf = ({ kind, isPage }: Kind, { href }: PaletteEntry): string =>
  isPage === true ? `${href}/${kind}` : `${href}/papers?paper=${kind}`

const entryOf = (kind: Kind, congress: PaletteEntry): PaletteEntry => ({
  group: kind.isPage === true ? 'congresses' : 'papers',
  label: kind.title,
  detail: congress.label,
  href: pathOf(kind, congress),
})
