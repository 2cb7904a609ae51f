import { ZipDeflate, strToU8 } from 'fflate'
import type { Language } from '../../format/dates.ts'
import { noZipTime, openZip } from '../../zips.ts'
import { escaped } from './markup.ts'

const office = 'http://schemas.openxmlformats.org/officeDocument/2006'
const relations = 'http://schemas.openxmlformats.org/package/2006/relationships'
const contents = 'application/vnd.openxmlformats-officedocument.wordprocessingml'
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const namespaces = [
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"',
  `xmlns:r="${office}/relationships"`,
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"',
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
  'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
  'xmlns:o="urn:schemas-microsoft-com:office:office"',
].join(' ')

/** In the way of Word 2013 and later: a table begins at the edge of the text. */
const settings =
  '<w:defaultTabStop w:val="720"/><w:compat>' +
  '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'

interface About {
  title: string
  language: Language
  madeAt: Date
}

/** A DOCX in the making: its text is packed as it comes, so that a thousand letters are never whole in memory. */
export const openWordFile = ({ title, language, madeAt }: About) => {
  const zip = openZip(noZipTime)
  const open = (path: string) => zip.add(new ZipDeflate(path, { level: 6 }))
  const related: { type: string; target: string }[] = []
  const parts: { path: string; bytes: Uint8Array }[] = []
  const overrides: [path: string, type: string][] = []
  const known = new Map<string, string>()
  /** Adds a part that the document relates to; what was added before is not added again. */
  const relate = (type: string, path: string, bytes: Uint8Array): string => {
    parts.push({ path: `word/${path}`, bytes })
    related.push({ type, target: path })
    return `rId${String(related.length)}`
  }
  const markupPart = (kind: 'styles' | 'settings' | 'header' | 'footer', root: string, content: string): string => {
    const key = `${kind} ${content}`
    let id = known.get(key)
    if (id === undefined) {
      const path = `${kind}${String(related.length + 1)}.xml`
      overrides.push([`/word/${path}`, `${contents}.${kind}+xml`])
      id = relate(kind, path, strToU8(`${declaration}<w:${root} ${namespaces}>${content}</w:${root}>`))
      known.set(key, id)
    }
    return id
  }
  markupPart('settings', 'settings', settings)
  const body = open('word/document.xml')
  body.push(strToU8(`${declaration}<w:document ${namespaces}><w:body>`))
  return {
    write: (markup: string) => {
      body.push(strToU8(markup))
    },
    addStyles: (content: string) => markupPart('styles', 'styles', content),
    addHeader: (content: string) => markupPart('header', 'hdr', content),
    addFooter: (content: string) => markupPart('footer', 'ftr', content),
    addPicture: (png: Uint8Array) => relate('image', `media/code${String(related.length + 1)}.png`, png),
    close: (): Buffer => {
      body.push(strToU8('</w:body></w:document>'), true)
      const put = (path: string, text: string) => {
        open(path).push(strToU8(declaration + text), true)
      }
      for (const { path, bytes } of parts) open(path).push(bytes, true)
      put(
        'word/_rels/document.xml.rels',
        relationships(related.map(({ type, target }) => [`${office}/relationships/${type}`, target])),
      )
      put('docProps/core.xml', core({ title, language, madeAt }))
      put(
        '_rels/.rels',
        relationships([
          [`${office}/relationships/officeDocument`, 'word/document.xml'],
          [
            'http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties',
            'docProps/core.xml',
          ],
        ]),
      )
      put('[Content_Types].xml', contentTypes(overrides))
      zip.end()
      return Buffer.concat(zip.take())
    },
  }
}
export type WordFile = ReturnType<typeof openWordFile>

const relationships = (all: readonly (readonly [type: string, target: string])[]): string => {
  const each = all.map(
    ([type, target], index) => `<Relationship Id="rId${String(index + 1)}" Type="${type}" Target="${target}"/>`,
  )
  return `<Relationships xmlns="${relations}">${each.join('')}</Relationships>`
}

const core = ({ title, language, madeAt }: About): string => {
  const moment = `${madeAt.toISOString().slice(0, 19)}Z`
  const time = (name: string) => `<dcterms:${name} xsi:type="dcterms:W3CDTF">${moment}</dcterms:${name}>`
  return (
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"' +
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"' +
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' +
    `<dc:title>${escaped(title)}</dc:title><dc:creator>Tiến Tới</dc:creator>` +
    `<dc:language>${language}</dc:language>${time('created')}${time('modified')}</cp:coreProperties>`
  )
}

const contentTypes = (overrides: readonly (readonly [path: string, type: string])[]): string => {
  const fixed: [string, string][] = [
    ['/word/document.xml', `${contents}.document.main+xml`],
    ['/docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'],
  ]
  const each = [...fixed, ...overrides].map(([path, type]) => `<Override PartName="${path}" ContentType="${type}"/>`)
  return (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">' +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    '<Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>' +
    `${each.join('')}</Types>`
  )
}
