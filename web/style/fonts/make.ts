import { readFileSync, writeFileSync } from 'node:fs'
import { brotliCompressSync, constants } from 'node:zlib'

/**
 * Makes the web fonts beside this file from the whole TTFs of `@expo-google-fonts/be-vietnam-pro` (OFL, see OFL.txt):
 * outlines outside Vietnamese and western text are emptied, hinting programs left out, the rest packed as WOFF2.
 * Run after an upgrade of that package: `node --import tsx web/style/fonts/make.ts`
 */

interface Tables {
  [tag: string]: Buffer
}

const readTables = (file: Buffer): Tables => {
  const tables: Tables = {}
  for (let index = 0; index < file.readUInt16BE(4); index++) {
    const at = 12 + 16 * index
    const start = file.readUInt32BE(at + 8)
    tables[file.toString('latin1', at, at + 4)] = file.subarray(start, start + file.readUInt32BE(at + 12))
  }
  return tables
}

const table = (tables: Tables, tag: string): Buffer => {
  const found = tables[tag]
  if (!found) throw new Error(`the font has no ${tag} table`)
  return found
}

/** Code point → glyph, from the format 4 subtable. */
const readCharacters = (cmap: Buffer): Map<number, number> => {
  const offsets = Array.from({ length: cmap.readUInt16BE(2) }, (_, index) => cmap.readUInt32BE(4 + 8 * index + 4))
  const start = offsets.find((offset) => cmap.readUInt16BE(offset) === 4)
  if (start === undefined) throw new Error('the font has no cmap of format 4')
  const map = cmap.subarray(start)
  const segments = map.readUInt16BE(6) / 2
  const characters = new Map<number, number>()
  for (let segment = 0; segment < segments; segment++) {
    const last = map.readUInt16BE(14 + 2 * segment)
    const first = map.readUInt16BE(16 + 2 * segments + 2 * segment)
    const delta = map.readUInt16BE(16 + 4 * segments + 2 * segment)
    const rangeAt = 16 + 6 * segments + 2 * segment
    const range = map.readUInt16BE(rangeAt)
    for (let code = first; code <= last && code !== 0xffff; code++) {
      const glyph = range === 0 ? code : map.readUInt16BE(rangeAt + range + 2 * (code - first))
      if (glyph !== 0) characters.set(code, (glyph + delta) & 0xffff)
    }
  }
  return characters
}

const readOffsets = ({ loca, head }: { loca: Buffer; head: Buffer }): number[] => {
  const isLong = head.readInt16BE(50) === 1
  const count = loca.length / (isLong ? 4 : 2)
  return Array.from({ length: count }, (_, index) =>
    isLong ? loca.readUInt32BE(4 * index) : 2 * loca.readUInt16BE(2 * index),
  )
}

/** The glyphs that a composite glyph is made of. */
const partsOf = (glyph: Buffer): number[] => {
  if (glyph.length === 0 || glyph.readInt16BE(0) >= 0) return []
  const parts: number[] = []
  let at = 10
  for (let flags = 0x20; (flags & 0x20) !== 0;) {
    flags = glyph.readUInt16BE(at)
    parts.push(glyph.readUInt16BE(at + 2))
    at +=
      4 +
      ((flags & 1) !== 0 ? 4 : 2) +
      ((flags & 8) !== 0 ? 2 : (flags & 0x40) !== 0 ? 4 : (flags & 0x80) !== 0 ? 8 : 0)
  }
  return parts
}

/** Empties every outline but the wanted ones; glyph numbers stay, so that all other tables hold. */
const keepGlyphs = (tables: Tables, wanted: Set<number>): void => {
  const glyf = table(tables, 'glyf')
  const offsets = readOffsets({ loca: table(tables, 'loca'), head: table(tables, 'head') })
  const glyphs = offsets.slice(0, -1).map((offset, index) => glyf.subarray(offset, offsets[index + 1]))
  const queue = [...wanted]
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    for (const part of partsOf(glyphs[next] ?? Buffer.alloc(0))) {
      if (!wanted.has(part)) queue.push(part)
      wanted.add(part)
    }
  }
  writeGlyphs(
    tables,
    glyphs.map((glyph, index) => (wanted.has(index) ? glyph : Buffer.alloc(0))),
  )
}

const writeGlyphs = (tables: Tables, glyphs: Buffer[]): void => {
  const padded = glyphs.map((glyph) => Buffer.concat([glyph, Buffer.alloc((4 - (glyph.length % 4)) % 4)]))
  const loca = Buffer.alloc(4 * (padded.length + 1))
  let end = 0
  padded.forEach((glyph, index) => {
    end += glyph.length
    loca.writeUInt32BE(end, 4 * (index + 1))
  })
  const head = Buffer.from(table(tables, 'head'))
  head.writeInt16BE(1, 50)
  Object.assign(tables, { glyf: Buffer.concat(padded), loca, head })
}

/** Gives every digit the width of the widest, its outline in the middle: columns of numbers stand straight. */
const alignFigures = (tables: Tables, figures: number[]): void => {
  const hmtx = Buffer.from(table(tables, 'hmtx'))
  const width = Math.max(...figures.map((glyph) => hmtx.readUInt16BE(4 * glyph)))
  for (const glyph of figures) {
    const added = width - hmtx.readUInt16BE(4 * glyph)
    hmtx.writeUInt16BE(width, 4 * glyph)
    hmtx.writeInt16BE(hmtx.readInt16BE(4 * glyph + 2) + Math.floor(added / 2), 4 * glyph + 2)
  }
  tables['hmtx'] = hmtx
}

/**
 * Draws each figure at its new left bearing: the outline moves to a slot that was emptied, and the figure becomes a
 * composite of it, shifted.
 */
const moveOutlines = (tables: Tables, figures: number[]): void => {
  const glyf = table(tables, 'glyf')
  const hmtx = table(tables, 'hmtx')
  const offsets = readOffsets({ loca: table(tables, 'loca'), head: table(tables, 'head') })
  const glyphs = offsets.slice(0, -1).map((offset, index) => glyf.subarray(offset, offsets[index + 1]))
  const free = glyphs.flatMap((glyph, index) => (index > 0 && glyph.length === 0 ? [index] : []))
  for (const figure of figures) {
    const outline = glyphs[figure]
    const slot = free.pop()
    if (!outline || slot === undefined) throw new Error('the font has no room for its figures')
    const shift = hmtx.readInt16BE(4 * figure + 2) - outline.readInt16BE(2)
    const composite = Buffer.alloc(20)
    outline.copy(composite, 2, 2, 10)
    composite.writeInt16BE(-1, 0)
    composite.writeInt16BE(outline.readInt16BE(2) + shift, 2)
    composite.writeInt16BE(outline.readInt16BE(6) + shift, 6)
    // Arguments are words, and offsets.
    composite.writeUInt16BE(0x0003, 10)
    composite.writeUInt16BE(slot, 12)
    composite.writeInt16BE(shift, 14)
    glyphs[slot] = outline
    glyphs[figure] = composite
  }
  writeGlyphs(tables, glyphs)
}

const base128 = (value: number): Buffer => {
  const bytes = [value & 0x7f]
  for (let rest = value >>> 7; rest > 0; rest >>>= 7) bytes.unshift((rest & 0x7f) | 0x80)
  return Buffer.from(bytes)
}

/** Packs tables as WOFF2 (W3C Recommendation 2022) with untransformed glyphs: `glyf` and `loca` say version 3. */
const packWoff2 = (tables: Tables): Buffer => {
  const tags = Object.keys(tables).sort()
  // `loca` must follow `glyf` directly; no table stands between them in the order of the alphabet but those left out.
  tags.splice(tags.indexOf('loca'), 1)
  tags.splice(tags.indexOf('glyf') + 1, 0, 'loca')
  const directory = tags.map((tag) => {
    const version = tag === 'glyf' || tag === 'loca' ? 0xc0 : 0
    return Buffer.concat([Buffer.from([63 | version]), Buffer.from(tag, 'latin1'), base128(table(tables, tag).length)])
  })
  const plain = Buffer.concat(tags.map((tag) => table(tables, tag)))
  const packed = brotliCompressSync(plain, {
    params: {
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_FONT,
      [constants.BROTLI_PARAM_QUALITY]: 11,
      [constants.BROTLI_PARAM_LGWIN]: 22,
      [constants.BROTLI_PARAM_SIZE_HINT]: plain.length,
    },
  })
  const names = Buffer.concat(directory)
  const length = 48 + names.length + packed.length
  const padding = (4 - (length % 4)) % 4
  const header = Buffer.alloc(48)
  header.write('wOF2', 0, 'latin1')
  header.writeUInt32BE(0x00010000, 4)
  header.writeUInt32BE(length + padding, 8)
  header.writeUInt16BE(tags.length, 12)
  const padded = tags.reduce((sum, tag) => sum + Math.ceil(table(tables, tag).length / 4) * 4, 0)
  header.writeUInt32BE(12 + 16 * tags.length + padded, 16)
  header.writeUInt32BE(packed.length, 20)
  header.writeUInt16BE(1, 24)
  return Buffer.concat([header, names, packed, Buffer.alloc(padding)])
}

/** Basic Latin, Latin-1, the letters of Vietnamese and their marks, general punctuation, arrows and signs in use. */
const isWanted = (code: number): boolean =>
  (code >= 0x20 && code <= 0x7e) ||
  (code >= 0xa0 && code <= 0xff) ||
  (code >= 0x1ea0 && code <= 0x1ef9) ||
  'ĂăĐđĨĩŨũƠơƯư₫←↑→↓−≤≥≠×÷…·•–—‘’“”„«»‹›€™\u0300\u0301\u0303\u0309\u0323\u0306\u0302\u031b'.includes(
    String.fromCodePoint(code),
  )

const hinting = ['fpgm', 'prep', 'cvt ', 'gasp']
/** Holds the ligatures (fi, ff, ffi), whose outlines have no character of their own and would be empty. */
const substitutions = ['GSUB']
const layout = ['GDEF', 'GPOS']

const makeFont = (weight: string, target: string, isFigures: boolean): void => {
  const source = `node_modules/@expo-google-fonts/be-vietnam-pro/${weight}/BeVietnamPro_${weight}.ttf`
  const left = [...hinting, ...substitutions, ...(isFigures ? layout : [])]
  const all = readTables(readFileSync(new URL(`../../../${source}`, import.meta.url)))
  const tables = Object.fromEntries(Object.entries(all).filter(([tag]) => !left.includes(tag)))
  const characters = readCharacters(table(tables, 'cmap'))
  const figures = [...'0123456789'].map((digit) => characters.get(digit.charCodeAt(0)) ?? 0)
  const text = [...characters].flatMap(([code, glyph]) => (isWanted(code) ? [glyph] : []))
  keepGlyphs(tables, new Set([0, ...(isFigures ? figures : text)]))
  if (isFigures) {
    alignFigures(tables, figures)
    moveOutlines(tables, figures)
  }
  writeFileSync(new URL(target, import.meta.url), packWoff2(tables))
}

const weights = { '400Regular': 400, '500Medium': 500, '600SemiBold': 600, '700Bold': 700 }
for (const [weight, number] of Object.entries(weights)) {
  makeFont(weight, `be-vietnam-pro-${number}.woff2`, false)
  makeFont(weight, `figures-${number}.woff2`, true)
}
