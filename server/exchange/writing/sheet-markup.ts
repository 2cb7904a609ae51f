import type { Blob } from 'node:buffer'
import type Stream from 'node:stream'
import type { Feature } from 'write-excel-file/node'
import { getOrderOfSiblings, insertElementMarkupAccordingToOrderOfSiblings } from 'write-excel-file/utility'

/** What is added to the files that the library writes. */
export type WorkbookFeature = Feature<Stream | Buffer | Blob>

const order = getOrderOfSiblings('xl/worksheets/sheet{id}.xml', 'worksheet') ?? []

/** Puts an element where the standard wants it: Excel repairs, with a warning, a sheet whose parts stand otherwise. */
export const addToSheet = (xml: string, markup: string): string =>
  insertElementMarkupAccordingToOrderOfSiblings(xml, markup, order, 'worksheet')
