import type { Reference } from './file.ts'

/** What a part of a paper is to a program that reads it aloud (ISO 32000-1, 14.8.4). */
export type Role = 'Sect' | 'H1' | 'H2' | 'H3' | 'P' | 'L' | 'LI' | 'LBody' | 'Table' | 'TR' | 'TH' | 'TD' | 'Figure'

/** A part of a paper, with its parts or with what stands of it on pages, in the order in which it is read. */
export interface Tag {
  role: Role
  /** Said instead of what is drawn. */
  alt: string
  /** Columns that a cell runs over. */
  columns: number
  children: Tag[]
  marks: Mark[]
}

/** The stretch of a page's content with this number. */
interface Mark {
  page: Reference
  number: number
}

/** A part as whoever begins it tells it. */
export type TagTold = Pick<Tag, 'role'> & Partial<Pick<Tag, 'alt' | 'columns'>>

/** Keeps the tree of a document while its papers are measured and drawn. */
export interface Tagger {
  /** Begins a part within the one that is open; `end` closes it. */
  begin: (told: TagTold) => Tag
  end: () => void
  /** The number of a page in the tree of what its stretches belong to. */
  nextPage: () => number
  /** Keeps what stands on a page: for each of its stretches the part that it belongs to. */
  addPage: (page: Reference, tags: readonly Tag[]) => void
  tree: () => { children: readonly Tag[]; pages: readonly (readonly Tag[])[] }
}

export const openTagger = (): Tagger => {
  const children: Tag[] = []
  const open: Tag[] = []
  const pages: (readonly Tag[])[] = []
  return {
    begin: ({ role, alt = '', columns = 1 }) => {
      const tag: Tag = { role, alt, columns, children: [], marks: [] }
      const siblings = open.at(-1)?.children ?? children
      siblings.push(tag)
      open.push(tag)
      return tag
    },
    end: () => {
      open.pop()
    },
    nextPage: () => pages.length,
    addPage: (page, tags) => {
      pages.push(tags)
      for (const [number, tag] of tags.entries()) tag.marks.push({ page, number })
    },
    tree: () => ({ children, pages }),
  }
}

/** A part that is whole when it is made: what is made within it are its parts. */
export const withTag = <Made>(tagger: Tagger | null, told: TagTold, make: (tag: Tag | null) => Made): Made => {
  if (!tagger) return make(null)
  const tag = tagger.begin(told)
  const made = make(tag)
  tagger.end()
  return made
}

/**
 * Writes the tree below `root` into the file, and what of it stands on each page: `reserve` gives an object its place
 * before `write` fills it.
 */
export const writeTags = (
  { children, pages }: ReturnType<Tagger['tree']>,
  root: Reference,
  file: { reserve: () => Reference; write: (reference: Reference, dictionary: string) => void },
): Record<'document' | 'parentTree', Reference> => {
  const references = new Map<Tag, Reference>()
  const referTo = (tag: Tag): Reference => {
    let reference = references.get(tag)
    if (!reference) {
      reference = file.reserve()
      references.set(tag, reference)
    }
    return reference
  }
  const write = (tag: Tag, parent: Reference) => {
    const own = referTo(tag)
    const marks = tag.marks.map(({ page, number }) => `<</Type /MCR /Pg ${page.toString()} /MCID ${String(number)}>>`)
    const parts = tag.children.map((child) => referTo(child).toString())
    const alt = tag.alt === '' ? '' : ` /Alt ${textString(tag.alt)}`
    const kids = `/K [${[...marks, ...parts].join(' ')}]`
    file.write(own, `/Type /StructElem /S /${tag.role} /P ${parent.toString()}${alt}${attributesOf(tag)} ${kids}`)
    for (const child of tag.children) write(child, own)
  }
  const [document, parentTree] = [file.reserve(), file.reserve()]
  for (const child of children) write(child, document)
  const kids = children.map((child) => referTo(child).toString()).join(' ')
  file.write(document, `/Type /StructElem /S /Document /P ${root.toString()} /K [${kids}]`)
  const numbers = pages.map((tags, page) => `${String(page)} [${tags.map((tag) => referTo(tag).toString()).join(' ')}]`)
  file.write(parentTree, `/Nums [${numbers.join(' ')}]`)
  return { document, parentTree }
}

const attributesOf = ({ role, columns }: Tag): string => {
  const attributes = [
    ...(role === 'TH' ? ['/Scope /Column'] : []),
    ...(columns > 1 ? [`/ColSpan ${String(columns)}`] : []),
  ]
  return attributes.length === 0 ? '' : ` /A <</O /Table ${attributes.join(' ')}>>`
}

/** A text as PDF keeps it outside of pages: UTF-16 in hexadecimal, in which nothing can end it. */
const textString = (text: string): string => {
  const bytes = Buffer.from(`\ufeff${text.normalize('NFC')}`, 'utf16le').swap16()
  return `<${bytes.toString('hex')}>`
}
