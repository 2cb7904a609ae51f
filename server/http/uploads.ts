import type { FastifyError, FastifyRequest } from 'fastify'
import { fileTooLarge, invalid } from '../errors.ts'

/** The one file of a form. `mostBytes`: where less is taken than elsewhere. */
export const uploadedFile = async (
  request: FastifyRequest,
  mostBytes?: number,
): Promise<{ fileName: string; bytes: Uint8Array }> => {
  const limits = mostBytes === undefined ? {} : { limits: { fileSize: mostBytes } }
  const file = request.isMultipart() ? await request.file(limits) : undefined
  if (!file) throw invalid([{ field: 'file', rule: 'required' }])
  const bytes = await file.toBuffer().catch((error: FastifyError) => {
    throw error.statusCode === 413 && mostBytes !== undefined ? fileTooLarge(mostBytes) : error
  })
  return { fileName: file.filename, bytes }
}
