import { Readable } from 'node:stream'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { cutTo, foldForSearch } from '../format/search.ts'

const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
export const Xlsx = Type.Unsafe<Buffer>({ type: 'string', format: 'binary', description: xlsxType })

export const Pdf = Type.Unsafe<Buffer>({ type: 'string', format: 'binary', description: 'application/pdf' })

export const sendXlsx = (reply: FastifyReply, { name, bytes }: { name: string; bytes: Buffer }) =>
  reply.type(xlsxType).headers(attachment(name, 'xlsx')).send(bytes)

const docxType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
export const Docx = Type.Unsafe<Buffer>({ type: 'string', format: 'binary', description: docxType })

export const sendDocx = (reply: FastifyReply, { name, bytes }: { name: string; bytes: Buffer }) =>
  reply.type(docxType).headers(attachment(name, 'docx')).send(bytes)

const zipType = 'application/zip'
export const Zip = Type.Unsafe<Buffer>({ type: 'string', format: 'binary', description: zipType })

/** Sent while it is packed. */
export const sendZip = (reply: FastifyReply, { name, pieces }: { name: string; pieces: AsyncIterable<Uint8Array> }) =>
  reply.type(zipType).headers(attachment(name, 'zip')).send(Readable.from(pieces))

/** Letters of a file's name: with the folders of an office it stays far below the 260 that Windows takes. */
const longestName = 120

/** A title as a file can be called: without the signs that Windows refuses, and too long a one ends after a word. */
const fileNameOf = (title: string): string => {
  const name = title
    .replaceAll(/[\\/:*?"<>|\p{Cc}\p{Cs}]+/gu, ' ')
    .replaceAll(/\s+/gu, ' ')
    .trim()
  const cut = cutTo(name, longestName)
  return cut === name ? name : cut.replace(/[\s,;.–-]*\s\S*$/u, '')
}

/** Saved under its name, with a plain one for old programs. */
export const attachment = (name: string, ending: string): Record<string, string> => {
  const kept = fileNameOf(name)
  const plain = foldForSearch(kept).replaceAll(/[^a-z0-9]+/gu, '-')
  const encoded = encodeURIComponent(kept).replaceAll(/['()*]/gu, (sign) => `%${sign.charCodeAt(0).toString(16)}`)
  return {
    'cache-control': 'private, no-store',
    'content-disposition': `attachment; filename="${plain}.${ending}"; filename*=UTF-8''${encoded}.${ending}`,
  }
}

/** Shown in the browser; saved under its title, with a plain name for old programs. */
export const sendPdf = (reply: FastifyReply, { title, pdf }: { title: string; pdf: Buffer }) => {
  const name = fileNameOf(title)
  const plain = name
    .normalize('NFD')
    .replaceAll(/\p{Mn}/gu, '')
    .replaceAll('đ', 'd')
    .replaceAll('Đ', 'D')
  const ascii = plain.replaceAll(/[^\x20-\x7e]+/g, '-').trim()
  const encoded = encodeURIComponent(name).replaceAll(/['()]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`)
  return (
    reply
      .type('application/pdf')
      .header('content-disposition', `inline; filename="${ascii}.pdf"; filename*=UTF-8''${encoded}.pdf`)
      .header('cache-control', 'private, no-cache')
      // Chrome's viewer is an <embed> with inline styles inside the answer: the policy of pages would leave it empty.
      .header('content-security-policy', "frame-ancestors 'self'")
      .send(pdf)
  )
}

export const Webp = Type.Unsafe<Buffer>({ type: 'string', format: 'binary', description: 'image/webp' })

/** A picture that a browser keeps for its account, and asks each time whether it still may and still shows the same. */
export const sendPicture = async (
  request: Pick<FastifyRequest, 'headers'>,
  reply: FastifyReply,
  { stamp, type = 'image/webp', picture }: { stamp: string; type?: string; picture: () => Promise<Buffer> },
) => {
  const etag = `"${stamp}"`
  void reply.headers({ etag, vary: 'cookie', 'cache-control': 'private, no-cache' })
  if (request.headers['if-none-match'] === etag) return reply.status(304).send()
  return reply.type(type).send(await picture())
}
