import { createReadStream } from 'node:fs'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { attachment } from '../http/downloads.ts'
import { AtVersion, ById, Nothing, answer, answerNothing, type Feature } from '../http/feature.ts'
import { accountOf } from '../http/session.ts'
import { Id, Shape } from '../shapes.ts'
import { addFiles, openFile, openThumbnail, ownerOf, removeFile, type SentFile } from './actions.ts'
import { listFilesOf } from './queries.ts'
import { AttachedFile, maxFilesOfOwner, OfOwner } from './schema.ts'

export const fileRoutes: Feature = async (app, { office }) => {
  app.get(
    '/api/congresses/:id/files',
    {
      config: { permission: { role: 'viewer', at: 'congress' } },
      schema: { params: ById, querystring: OfOwner, response: { 200: Type.Array(AttachedFile) } },
    },
    async (request) => {
      const { ownerKind, ownerId } = await ownerOf(office.db.read, request.params.id, request.query)
      return listFilesOf(office.db.read, ownerKind, ownerId)
    },
  )
  app.post(
    '/api/congresses/:id/files',
    {
      config: { permission: { role: 'secretariat', at: 'congress' } },
      schema: { params: ById, querystring: OfOwner, response: { 200: Type.Array(AttachedFile) } },
    },
    async (request, reply) => {
      const { params, query } = request
      return answer(reply, await addFiles(office, accountOf(request), params.id, query, filesOf(request)))
    },
  )
  app.get(
    '/api/congresses/:id/unit-lists/:sendingUnitId/files',
    {
      config: { permission: { role: 'viewer', at: 'sending-unit' } },
      schema: { params: OfUnitList, response: { 200: Type.Array(AttachedFile) } },
    },
    async (request) => {
      const { id, sendingUnitId } = request.params
      const wanted = { owner: 'unit-list', unitId: sendingUnitId } as const
      const { ownerKind, ownerId } = await ownerOf(office.db.read, id, wanted)
      return listFilesOf(office.db.read, ownerKind, ownerId)
    },
  )
  app.post(
    '/api/congresses/:id/unit-lists/:sendingUnitId/files',
    {
      config: { permission: { role: 'secretariat', at: 'list-of-unit' } },
      schema: { params: OfUnitList, response: { 200: Type.Array(AttachedFile) } },
    },
    async (request, reply) => {
      const { id, sendingUnitId } = request.params
      const wanted = { owner: 'unit-list', unitId: sendingUnitId } as const
      return answer(reply, await addFiles(office, accountOf(request), id, wanted, filesOf(request)))
    },
  )
  app.get(
    '/api/files/:id',
    {
      config: { permission: { role: 'viewer', at: 'file-to-read' } },
      schema: { params: ById, response: { 200: AnyBytes } },
    },
    async (request, reply) => {
      const { file, path } = await openFile(office, request.params.id)
      const dot = file.name.lastIndexOf('.')
      const headers = attachment(file.name.slice(0, dot), file.name.slice(dot + 1))
      const plain = (reply as unknown as FastifyReply).headers({ ...headers, 'content-length': String(file.size) })
      return sendBytes(request, plain, { path, type: file.type, stamp: file.sha256 })
    },
  )
  app.get(
    '/api/files/:id/thumbnail',
    {
      config: { permission: { role: 'viewer', at: 'file-to-read' } },
      schema: { params: ById, response: { 200: AnyBytes } },
    },
    async (request, reply) => {
      const { file, path } = await openThumbnail(office, request.params.id)
      const plain = reply as unknown as FastifyReply
      return sendBytes(request, plain, { path, type: 'image/webp', stamp: `${file.sha256}-small` })
    },
  )
  app.delete(
    '/api/files/:id',
    {
      config: { permission: { role: 'secretariat', at: 'file' } },
      schema: { params: ById, querystring: AtVersion, response: { 204: Nothing } },
    },
    async (request, reply) => {
      const version = Number(request.query.version)
      return answerNothing(reply, await removeFile(office, accountOf(request), request.params.id, version))
    },
  )
}

/** A congress and the unit whose list it approved. */
const OfUnitList = Shape({ id: Id, sendingUnitId: Id })

const AnyBytes = Type.Unsafe<Buffer>({ type: 'string', format: 'binary' })

/** A browser keeps them for its account and asks each time whether it still may; nothing in them can run. */
const sendBytes = (
  request: FastifyRequest,
  reply: FastifyReply,
  { path, type, stamp }: { path: string; type: string; stamp: string },
) => {
  const etag = `"${stamp}"`
  void reply.headers({
    etag,
    vary: 'cookie',
    'cache-control': 'private, no-cache',
    'content-security-policy': "default-src 'none'; sandbox",
  })
  if (request.headers['if-none-match'] === etag) return reply.removeHeader('content-length').status(304).send()
  return reply.type(type).send(createReadStream(path))
}

/** The files of the form as they arrive; each is held only until it is put away. */
async function* filesOf(request: FastifyRequest): AsyncGenerator<SentFile> {
  if (!request.isMultipart()) return
  const limits = { files: maxFilesOfOwner, parts: maxFilesOfOwner + 10 }
  for await (const part of request.files({ limits })) yield { name: part.filename, bytes: await part.toBuffer() }
}
