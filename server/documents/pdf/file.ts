import { deflateSync } from 'node:zlib'
import { writeTags, type Tagger } from './tags.ts'

/** An object of the file, as others name it. */
export interface Reference {
  toString: () => string
}

/** Names of resources and the objects that they stand for. */
export interface Resources extends Readonly<Record<'fonts' | 'stamps', ReadonlyMap<string, Reference>>> {
  /** Number of the page among those that are tagged; null = it is not. */
  structParents?: number | null
}

/** The objects of a PDF that we write ourselves. */
export interface PdfFile {
  /** Adds a page; sizes in points. Null = it was handed on. */
  addPage: (size: { width: number; height: number }, resources: Resources, content: Buffer) => Reference | null
  /** Keeps a drawing that reaches `reach` points from its corner. */
  addStamp: (reach: number, resources: Resources, content: Buffer) => Reference
  /** Keeps a picture: three bytes of colour for each of its pixels, and one of how much of it is seen. */
  addPicture: (picture: Pixels) => Reference
  pageCount: () => number
  /** Writes the tree of what pages say, and what the papers are called by. */
  addTags: (tags: Tagger) => void
}

export interface Pixels {
  width: number
  height: number
  colours: Buffer
  opacities: Buffer
}

/** What pdfkit keeps of its file behind its types. */
interface ObjectKeeper {
  ref: (data?: object) => KeptReference
  /** Bytes that were written so far. */
  _offset: number
  _write: (bytes: Uint8Array) => void
  _refEnd: (reference: KeptReference) => void
  _root: {
    data: {
      Pages: KeptReference & { data: { Kids: Reference[]; Count: number } }
      StructTreeRoot?: Reference
      MarkInfo?: Reference
    }
  }
}

interface KeptReference extends Reference {
  id: number
  data: object | null
  offset?: number
}

/** Contents are short: a closer search for what repeats costs more time than it saves room. */
const compressionLevel = 4

/** Packed into a buffer of about its own size: zlib's 16 kB for each of thousands of pages are slow to come by. */
const pack = (content: Buffer): Buffer =>
  deflateSync(content, { level: compressionLevel, chunkSize: Math.max(256, content.length >> 1) })

/** A page that no file has yet. */
export interface KeptPage {
  /** All but where it belongs and where its content stands. */
  dictionary: string
  content: Buffer
}

/**
 * Pages are written at once and forgotten, or handed to `keep`: pdfkit's own page keeps its dictionary and that of its
 * resources to the end of the document, and takes each apart key by key.
 */
export const fileOf = (document: PDFKit.PDFDocument, keep?: (page: KeptPage) => void): PdfFile => {
  const keeper = document as unknown as ObjectKeeper
  const { Pages: tree } = keeper._root.data
  let kept = 0
  const put = (bytesOf: (id: number) => Buffer, reference = keeper.ref()): KeptReference => {
    reference.offset = keeper._offset
    reference.data = null
    keeper._write(bytesOf(reference.id))
    keeper._refEnd(reference)
    return reference
  }
  return {
    addPage: ({ width, height }, resources, content) => {
      const box = `/MediaBox [0 0 ${width.toFixed(2)} ${height.toFixed(2)}]`
      const page = { dictionary: `/Type /Page ${box} ${dictionaryOf(resources)}`, content: pack(content) }
      if (keep) {
        keep(page)
        kept += 1
        return null
      }
      const contents = put((id) => streamObject(id, '', page.content))
      const reference = put((id) => pageObject(id, page, { parent: tree, contents }))
      tree.data.Kids.push(reference)
      tree.data.Count += 1
      return reference
    },
    addStamp: (reach, resources, content) => {
      const box = `/BBox [${[-reach, -reach, reach, reach].join(' ')}]`
      const head = `/Type /XObject /Subtype /Form ${box} ${dictionaryOf(resources)}`
      return put((id) => streamObject(id, head, pack(content)))
    },
    addPicture: ({ width, height, colours, opacities }) => {
      const head = `/Type /XObject /Subtype /Image /Width ${String(width)} /Height ${String(height)} /BitsPerComponent 8`
      const mask = put((id) => streamObject(id, `${head} /ColorSpace /DeviceGray`, pack(opacities)))
      const seen = `/ColorSpace /DeviceRGB /SMask ${mask.toString()}`
      return put((id) => streamObject(id, `${head} ${seen}`, pack(colours)))
    },
    pageCount: () => tree.data.Count + kept,
    addTags: (tags) => {
      const root = keeper.ref()
      const tree = tags.tree()
      const { document: all, parentTree } = writeTags(tree, root, {
        reserve: () => keeper.ref(),
        write: (reference, dictionary) => {
          const text = (id: number) => Buffer.from(`${String(id)} 0 obj\n<<${dictionary}>>\nendobj\n`, 'latin1')
          put(text, reference as KeptReference)
        },
      })
      // pdfkit ends these two with the document.
      root.data = { Type: 'StructTreeRoot', K: [all], ParentTree: parentTree, ParentTreeNextKey: tree.pages.length }
      keeper._root.data.StructTreeRoot = root
      keeper._root.data.MarkInfo = keeper.ref({ Marked: true })
    },
  }
}

const streamObject = (id: number, head: string, packed: Buffer): Buffer => {
  const start = `${String(id)} 0 obj\n<<${head} /Length ${String(packed.length)} /Filter /FlateDecode>>\nstream\n`
  return Buffer.concat([Buffer.from(start, 'latin1'), packed, streamEnd])
}

const pageObject = (
  id: number,
  { dictionary }: KeptPage,
  { parent, contents }: Record<'parent' | 'contents', Reference>,
): Buffer => {
  const places = `/Parent ${parent.toString()} /Contents ${contents.toString()}`
  return Buffer.from(`${String(id)} 0 obj\n<<${dictionary} ${places}>>\nendobj\n`, 'latin1')
}

/**
 * Adds pages to a file that was finished without any: what is to stand after its bytes, as an update of it (ISO 32000-1,
 * 7.5.6) that redefines its page tree.
 */
export const pageAdder = (base: Buffer): ((pages: readonly KeptPage[]) => Buffer) => {
  const end = base.toString('latin1', base.lastIndexOf('trailer'))
  const [, trailer = '', before = ''] = /trailer\s*<<(.*)>>\s*startxref\s*(\d+)/su.exec(end) ?? []
  const size = Number(/\/Size (\d+)/u.exec(trailer)?.[1])
  const tree = firstObject
  return (pages) => {
    const parts: Buffer[] = []
    const offsets: number[] = []
    let offset = base.length
    const add = (part: Buffer) => {
      offsets.push(offset)
      parts.push(part)
      offset += part.length
    }
    const kids = pages.map((_page, index) => referenceTo(size + 2 * index + 1))
    const tell = `<</Type /Pages /Count ${String(pages.length)} /Kids [${kids.map(String).join(' ')}]>>`
    add(Buffer.from(`${String(tree)} 0 obj\n${tell}\nendobj\n`, 'latin1'))
    for (const [index, page] of pages.entries()) {
      const contents = size + 2 * index
      add(streamObject(contents, '', page.content))
      add(pageObject(contents + 1, page, { parent: referenceTo(tree), contents: referenceTo(contents) }))
    }
    const lines = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`)
    const [treeLine = '', ...pageLines] = lines
    const newSize = size + pageLines.length
    const table = `xref\n${String(tree)} 1\n${treeLine}${String(size)} ${String(pageLines.length)}\n${pageLines.join('')}`
    const newTrailer = trailer.replace(/\/Size \d+/u, `/Size ${String(newSize)} /Prev ${before}`)
    parts.push(Buffer.from(`${table}trailer\n<<${newTrailer}>>\nstartxref\n${String(offset)}\n%%EOF\n`, 'latin1'))
    return Buffer.concat(parts)
  }
}

/** pdfkit writes the tree of the pages as its first object. */
const firstObject = 1

const referenceTo = (id: number): Reference => ({ toString: () => `${String(id)} 0 R` })

const streamEnd = Buffer.from('\nendstream\nendobj\n')

const dictionaryOf = ({ fonts, stamps, structParents = null }: Resources): string => {
  const named = (map: ReadonlyMap<string, Reference>) =>
    [...map].map(([name, reference]) => `/${name} ${reference.toString()}`).join(' ')
  const parts = [
    ...(fonts.size > 0 ? [`/Font <<${named(fonts)}>>`] : []),
    ...(stamps.size > 0 ? [`/XObject <<${named(stamps)}>>`] : []),
  ]
  const place = structParents === null ? '' : ` /StructParents ${String(structParents)} /Tabs /S`
  return `/Resources <<${parts.join(' ')}>>${place}`
}
