import type { Language } from '../format/dates.ts'

/** What a paper is made of, whatever draws it: a closed list, so that a renderer that forgets a kind does not compile. */
export type Block = Letterhead | Title | Heading | Paragraph | Remark | List | Table | Closing

/** Ô 1–4: who issues and its number at the left, the nation, place and day at the right. */
export interface Letterhead {
  kind: 'letterhead'
  superior: string
  issuer: string
  number: string
  nation: string
  motto: string
  placeAndDay: string
}

/** Ô 5a: kind of the paper and below it what it is about. */
export interface Title {
  kind: 'title'
  type: string
  about: string[]
}

/** A numbered part: «I. PHIÊN TRÙ BỊ». */
export interface Heading {
  kind: 'heading'
  text: string
}

export interface Paragraph {
  kind: 'paragraph'
  text: string
  /** Left out = the text's usual size. */
  size?: number
}

/** A line in brackets or below a table: italic; centred under a title, at the left edge elsewhere. */
export interface Remark {
  kind: 'remark'
  text: string
  isCentred: boolean
  /** What follows stays on the same page. */
  isKeptWithNext: boolean
}

export interface List {
  kind: 'list'
  items: string[]
}

export type Alignment = 'left' | 'centre' | 'right' | 'justified'

export interface Column {
  title: string
  /** Share of the width that the columns divide among themselves. */
  share: number
  alignment: Alignment
}

/** A row of cells, one per column, or one text across all columns that heads the rows below it. */
export type TableRow = { cells: string[] } | { heading: string }

/** The row of titles stands again at the top of every page. */
export interface Table {
  kind: 'table'
  size: number
  columns: Column[]
  rows: TableRow[]
}

/** Ô 7 and 9b side by side: who receives it, and who signs. Never parted by the end of a page. */
export interface Closing {
  kind: 'closing'
  recipientsTitle: string
  recipients: string[]
  /** In whose name and as what: «TM. BAN TỔ CHỨC», «TRƯỞNG BAN». */
  capacity: string[]
  /** The signer's other post where another body's seal is used; empty = none. */
  otherPost: string
  signer: string
}

/** A whole paper, ready to be drawn. */
export interface Paper {
  title: string
  language: Language
  isLandscape: boolean
  /** `official`: the number alone from the second page on; text: on each page, with the page and their number put in. */
  pageNumbers: 'official' | ((page: number, pages: number) => string)
  blocks: Block[]
}
