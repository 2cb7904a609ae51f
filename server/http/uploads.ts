import type { FastifyRequest } from 'fastify'
import { invalid } from '../errors.ts'

/** The one file of a form. */
export const uploadedFile = async (request: FastifyRequest): Promise<{ fileName: string; bytes: Uint8Array }> => {
  const file = request.isMultipart() ? await request.file() : undefined
  if (!file) throw invalid([{ field: 'file', rule: 'required' }])
  return { fileName: file.filename, bytes: await file.toBuffer() }
}
