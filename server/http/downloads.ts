import type { FastifyReply } from 'fastify'
import { Type } from 'typebox'
import { cutTo, foldForSearch } from '../format/search.ts'

const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
export const Xlsx = Type.Unsafe<Buffer>({ type: 'string', format: 'binary', description: xlsxType })

export const sendXlsx = (reply: FastifyReply, { name, bytes }: { name: string; bytes: Buffer }) =>
  reply.type(xlsxType).headers(attachment(name, 'xlsx')).send(bytes)

/** Saved under its name, with a plain one for old programs. */
export const attachment = (name: string, ending: string): Record<string, string> => {
  const kept = cutTo(name.replaceAll(/[\\/:*?"<>|\p{Cc}\p{Cs}]+/gu, ' '), 120).trim()
  const plain = foldForSearch(kept).replaceAll(/[^a-z0-9]+/gu, '-')
  const encoded = encodeURIComponent(kept).replaceAll(/['()*]/gu, (sign) => `%${sign.charCodeAt(0).toString(16)}`)
  return {
    'cache-control': 'private, no-store',
    'content-disposition': `attachment; filename="${plain}.${ending}"; filename*=UTF-8''${encoded}.${ending}`,
  }
}
