import { deflateSync } from 'node:zlib'

/** An object of the file, as others name it. */
export interface Reference {
  toString: () => string
}

/** Names of resources and the objects that they stand for. */
export type Resources = Readonly<Record<'fonts' | 'stamps', ReadonlyMap<string, Reference>>>

/** The objects of a PDF that we write ourselves. */
export interface PdfFile {
  /** Adds a page; sizes in points. */
  addPage: (size: { width: number; height: number }, resources: Resources, content: string) => void
  /** Keeps a drawing that reaches `reach` points from its corner. */
  addStamp: (reach: number, resources: Resources, content: string) => Reference
  pageCount: () => number
}

/** What pdfkit keeps of its file behind its types. */
interface ObjectKeeper {
  ref: (data?: object) => KeptReference
  /** Bytes that were written so far. */
  _offset: number
  _write: (bytes: Uint8Array) => void
  _refEnd: (reference: KeptReference) => void
  _root: { data: { Pages: KeptReference & { data: { Kids: Reference[]; Count: number } } } }
}

interface KeptReference extends Reference {
  id: number
  data: object | null
  offset?: number
}

/** Contents are short: a closer search for what repeats costs more time than it saves room. */
const compressionLevel = 4

/** Packed into a buffer of about its own size: zlib's 16 kB for each of thousands of pages are slow to come by. */
const pack = (content: string): Buffer => {
  const bytes = Buffer.from(content, 'latin1')
  return deflateSync(bytes, { level: compressionLevel, chunkSize: Math.max(256, bytes.length >> 1) })
}

/**
 * Pages are written at once and forgotten: pdfkit's own page keeps its dictionary and the dictionary of its resources
 * to the end of the document, and takes each apart key by key.
 */
export const fileOf = (document: PDFKit.PDFDocument): PdfFile => {
  const keeper = document as unknown as ObjectKeeper
  const { Pages: tree } = keeper._root.data
  const write = (head: string, content: string): KeptReference => {
    const reference = keeper.ref()
    const packed = pack(content)
    const start = `${String(reference.id)} 0 obj\n<<${head} /Length ${String(packed.length)} /Filter /FlateDecode>>\nstream\n`
    endObject(keeper, reference, [Buffer.from(start, 'latin1'), packed, streamEnd])
    return reference
  }
  return {
    addPage: ({ width, height }, resources, content) => {
      const contents = write('', content)
      const page = keeper.ref()
      const box = `/MediaBox [0 0 ${width.toFixed(2)} ${height.toFixed(2)}]`
      const dictionary = `<</Type /Page /Parent ${tree.toString()} ${box} /Contents ${contents.toString()} ${dictionaryOf(resources)}>>`
      endObject(keeper, page, [Buffer.from(`${String(page.id)} 0 obj\n${dictionary}\nendobj\n`, 'latin1')])
      tree.data.Kids.push(page)
      tree.data.Count += 1
    },
    addStamp: (reach, resources, content) => {
      const box = `/BBox [${[-reach, -reach, reach, reach].join(' ')}]`
      return write(`/Type /XObject /Subtype /Form ${box} ${dictionaryOf(resources)}`, content)
    },
    pageCount: () => tree.data.Count,
  }
}

const streamEnd = Buffer.from('\nendstream\nendobj\n')

const endObject = (keeper: ObjectKeeper, reference: KeptReference, parts: readonly Uint8Array[]): void => {
  reference.offset = keeper._offset
  reference.data = null
  keeper._write(parts.length === 1 && parts[0] ? parts[0] : Buffer.concat(parts))
  keeper._refEnd(reference)
}

const dictionaryOf = ({ fonts, stamps }: Resources): string => {
  const named = (map: ReadonlyMap<string, Reference>) =>
    [...map].map(([name, reference]) => `/${name} ${reference.toString()}`).join(' ')
  const parts = [
    ...(fonts.size > 0 ? [`/Font <<${named(fonts)}>>`] : []),
    ...(stamps.size > 0 ? [`/XObject <<${named(stamps)}>>`] : []),
  ]
  return `/Resources <<${parts.join(' ')}>>`
}
