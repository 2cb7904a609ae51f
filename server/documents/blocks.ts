import type { Language } from '../format/dates.ts'

/** What a paper is made of, whatever draws it: a closed list, so that a renderer that forgets a kind does not compile. */
export type Block =
  | Letterhead
  | Title
  | Basis
  | Addressees
  | Heading
  | Paragraph
  | Remark
  | List
  | Facts
  | Table
  | Code
  | Closing
  | Signatures
  | Annex
  | PageEnd

export type Face = 'regular' | 'bold' | 'italic' | 'bold-italic'

/** A stretch of text in one face. */
export interface Run {
  text: string
  face: Face
}

/** Ô 1–5b, 10b and 11: who issues, its number and what it is about at the left; the nation, place and day at the right. */
export interface Letterhead {
  kind: 'letterhead'
  superior: string
  issuer: string
  number: string
  /** Ô 5b: «V/v …» of an official letter; empty = none. */
  subject: string
  /** Ô 10b: «HỎA TỐC», «THƯỢNG KHẨN», «KHẨN»; empty = none. */
  urgency: string
  /** Ô 11: «XEM XONG TRẢ LẠI», «LƯU HÀNH NỘI BỘ»; empty = none. */
  circulation: string
  nation: string
  motto: string
  placeAndDay: string
}

/** What a decision rests on, a line each: italic, with a semicolon, the last one with a full stop. */
export interface Basis {
  kind: 'basis'
  lines: string[]
}

/** Ô 9a: «Kính gửi:», one in its line or several below it. */
export interface Addressees {
  kind: 'addressees'
  word: string
  names: string[]
}

/** Names and what they are, side by side without rules: for slips and cover sheets. */
export interface Facts {
  kind: 'facts'
  /** One without a name is whom the rest is about: it stands above them in large letters. */
  rows: { name: string; text: string }[]
}

/** A square code for a telephone's camera, with a few words beside it. */
export interface Code {
  kind: 'code'
  value: string
  caption: string
  /** In millimetres, without the light edge. */
  side: number
}

/** Who signs side by side: chair and secretary of minutes, who handed over and who received. */
export interface Signatures {
  kind: 'signatures'
  signers: { capacity: string[]; remark: string; name: string }[]
}

/** Begins an annex on a page of its own, with page numbers of its own. */
export interface Annex {
  kind: 'annex'
  /** «Phụ lục I». */
  name: string
  title: string
  /** «(Kèm theo Quyết định số …)». */
  attachedTo: string
}

/** What follows begins a new page. */
export interface PageEnd {
  kind: 'page-end'
}

/** Ô 5a: kind of the paper and below it what it is about. */
export interface Title {
  kind: 'title'
  type: string
  about: string[]
}

/**
 * A heading inside the text: `section` is numbered in Roman figures and stands in bold capitals («I. PHIÊN TRÙ BỊ»),
 * `part` the same in the middle, `clause` is a numbered clause with a title, in bold.
 */
export interface Heading {
  kind: 'heading'
  text: string
  /** Left out = a section. */
  rank?: 'part' | 'section' | 'clause'
}

export interface Paragraph {
  kind: 'paragraph'
  /** Plain, or runs of several faces, as «**Điều 1.** …». */
  text: string | Run[]
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
export type TableRow = { cells: string[]; isBold?: boolean } | { heading: string }

/** The row of titles stands again at the top of every page. */
export interface Table {
  kind: 'table'
  size: number
  columns: Column[]
  rows: TableRow[]
  /** Rows are at least as high, in millimetres: room to sign in. */
  leastRowHeight?: number
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
  /** Of the signature; left out = its usual size. */
  size?: number
  /** Ô 12: who wrote it and how many copies; empty = none. */
  drafter: string
}

/** A page of paper and its margins, in millimetres. */
export interface PageForm {
  width: number
  height: number
  top: number
  bottom: number
  left: number
  right: number
}

/** A whole paper, ready to be drawn. */
export interface Paper {
  title: string
  language: Language
  page: PageForm
  /** Everything so much larger than on A4: √2 makes a poster of A3, 0,75 a card of A5. Left out = 1. */
  scale?: number
  /** What would not fit on one page is drawn smaller until it does, down to this. Left out = it takes as many pages as it needs. */
  leastScale?: number
  /** `official`: the number alone from the second page on; text: on each page, with the page and their number put in. */
  pageNumbers: 'official' | 'none' | ((page: number, pages: number) => string)
  /** Ô 13: address and telephone, at the foot of the first page under a rule; empty or left out = none. */
  address?: string
  blocks: Block[]
}
