import type { FastifyReply } from 'fastify'
import { Type } from 'typebox'
import { congressStates } from '../congresses/schema.ts'
import { mondayOf } from '../format/dates.ts'
import { cleanText } from '../format/search.ts'
import { ById, answer, type Feature } from '../http/feature.ts'
import { Docx, Pdf, Webp, Xlsx, sendDocx, sendPdf, sendPicture, sendXlsx } from '../http/downloads.ts'
import { accountOf } from '../http/session.ts'
import { todayOf } from '../road/actions.ts'
import { Choice, Id, IsoDate, Line, OptionalLine, Paragraphs, Shape } from '../shapes.ts'
import * as actions from './actions.ts'
import { openPainter } from './pictures.ts'
import { PaperFill, PaperList, PaperPages, PaperState, sheetNames, type SheetName } from './schema.ts'

const Language = Choice(['vi', 'en'] as const)
const InLanguage = Shape({ language: Type.Optional(Language) })
const OfKind = Shape({ id: Id, kind: Line(60) })
const OfPrint = Shape({ language: Type.Optional(Language), sample: Type.Optional(Choice(['yes'] as const)) })
/** In which size, where a paper has several. */
const OfSheet = Shape({ ...OfPrint.properties, sheet: Type.Optional(Choice(sheetNames)) })
/** A paper that was replaced or withdrawn before, by its own id. */
const OfPdf = Shape({ ...OfSheet.properties, paper: Type.Optional(Id) })
/** The edition is for browsers alone: another one is another address. */
const OfPages = Shape({
  ...OfSheet.properties,
  edition: Type.Optional(OptionalLine(40)),
  width: Type.Optional(Type.String({ pattern: '^\\d{2,4}$' })),
})
const OfPage = Shape({ ...OfKind.properties, page: Type.String({ pattern: '^[1-9]\\d{0,6}$' }) })
const IdOrEmpty = Type.Union([Type.Literal(''), Id])
const YesOrEmpty = Choice(['', 'yes'] as const)
/** The filters of the road; what is empty keeps everything. */
const OfRoad = Shape({
  levelId: Type.Optional(IdOrEmpty),
  block: Type.Optional(OptionalLine(120)),
  state: Type.Optional(Choice(['', ...congressStates, 'late'] as const)),
  conflicts: Type.Optional(YesOrEmpty),
  pilots: Type.Optional(YesOrEmpty),
  upperId: Type.Optional(IdOrEmpty),
  text: Type.Optional(OptionalLine(200)),
  month: Type.Optional(Type.String({ pattern: '^(\\d{4}-\\d{2})?$' })),
  line: Type.Optional(OptionalLine(200)),
  language: Type.Optional(Language),
})
/** Who signs a summary, and under which number and day. */
const OfSummary = Shape({
  language: Type.Optional(Language),
  number: Type.Optional(OptionalLine(20)),
  day: Type.Optional(Type.Union([Type.Literal(''), IsoDate])),
  capacity: Type.Optional(Paragraphs(200)),
  post: Type.Optional(OptionalLine(200)),
  signer: Type.Optional(OptionalLine(120)),
})
/** A week begins on a Monday; another day of it does as well. */
const OfLeader = Shape({ postId: Id, day: IsoDate, language: Type.Optional(Language) })

export const documentRoutes: Feature = async (app, { office }) => {
  const painter = openPainter()
  app.addHook('onClose', () => painter.close())

  app.get(
    '/api/congresses/:id/papers',
    {
      config: { permission: { role: 'viewer', at: 'congress' } },
      schema: { params: ById, response: { 200: PaperList } },
    },
    async (request) => actions.listPaperStates(office.db.read, request.params.id, todayOf(office, null)),
  )
  app.put(
    '/api/congresses/:id/papers/:kind',
    {
      config: { permission: { role: 'secretariat', at: 'congress' } },
      schema: { params: OfKind, body: PaperFill, response: { 200: PaperState } },
    },
    async (request, reply) => {
      const { id, kind } = request.params
      return answer(reply, await actions.fillPaper(office, accountOf(request), id, kind, request.body))
    },
  )
  app.get(
    '/api/congresses/:id/papers/:kind/pdf',
    {
      config: { permission: { role: 'viewer', at: 'congress' } },
      schema: { params: OfKind, querystring: OfPdf, response: { 200: Pdf } },
    },
    async (request, reply) => {
      const { paper: paperId } = request.query
      const wish = { ...wishOf(request), ...(paperId === undefined ? {} : { paperId }) }
      const printed = await actions.printPaper(office, wish)
      return sendPdf(reply as unknown as FastifyReply, printed)
    },
  )
  app.get(
    '/api/congresses/:id/papers/:kind/pages',
    {
      config: { permission: { role: 'viewer', at: 'congress' } },
      schema: { params: OfKind, querystring: OfSheet, response: { 200: PaperPages } },
    },
    async (request) => actions.findPages(office, wishOf(request)),
  )
  app.get(
    '/api/congresses/:id/papers/:kind/pages/:page',
    {
      config: { permission: { role: 'viewer', at: 'congress' } },
      schema: { params: OfPage, querystring: OfPages, response: { 200: Webp } },
    },
    async (request, reply) => {
      const wish = wishOf(request)
      const wanted = { page: Number(request.params.page), width: Number(request.query.width ?? 1000) }
      return sendPicture(
        request,
        reply as unknown as FastifyReply,
        await actions.paintPage(office, painter, wish, wanted),
      )
    },
  )
  app.get(
    '/api/congresses/:id/papers/:kind/docx',
    {
      config: { permission: { role: 'viewer', at: 'congress' } },
      schema: { params: OfKind, querystring: OfPrint, response: { 200: Docx } },
    },
    async (request, reply) => {
      const { language = 'vi', sample } = request.query
      const { id: congressId, kind } = request.params
      const written = await actions.writePaper(office, { congressId, kind, language, isSample: sample === 'yes' })
      return sendDocx(reply as unknown as FastifyReply, written)
    },
  )
  app.get(
    '/api/congresses/:id/papers/:kind/xlsx',
    {
      config: { permission: { role: 'viewer', at: 'congress' } },
      schema: { params: OfKind, querystring: OfPrint, response: { 200: Xlsx } },
    },
    async (request, reply) => {
      const { language = 'vi', sample } = request.query
      const { id: congressId, kind } = request.params
      const written = await actions.writePaperLists(office, { congressId, kind, language, isSample: sample === 'yes' })
      return sendXlsx(reply as unknown as FastifyReply, written)
    },
  )
  app.get(
    '/api/cycles/:id/road.pdf',
    {
      // Like the road itself: each account gets the part that it may see, and 404 where that is nothing.
      config: { permission: { role: 'viewer', at: 'somewhere' } },
      schema: { params: ById, querystring: OfRoad, response: { 200: Pdf } },
    },
    async (request, reply) => {
      const { conflicts, pilots, language = 'vi', levelId = '', block = '', state = '' } = request.query
      const { upperId = '', text = '', month = '', line = '' } = request.query
      const filter = {
        levelId,
        block: cleanText(block),
        state,
        hasConflict: conflicts === 'yes',
        isPilot: pilots === 'yes',
        upperId,
        text: cleanText(text),
        month,
        line: cleanText(line),
      }
      const wish = { cycleId: request.params.id, filter, language }
      const printed = await actions.printRoadTable(office, accountOf(request).duties, wish)
      return sendPdf(reply as unknown as FastifyReply, printed)
    },
  )
  app.get(
    '/api/cycles/:id/plan.pdf',
    {
      config: { permission: { role: 'viewer', at: 'somewhere' } },
      schema: { params: ById, response: { 200: Pdf } },
    },
    async (request, reply) => {
      const wish = { cycleId: request.params.id, isWord: false }
      const { title, bytes } = await actions.printRoadPlan(office, accountOf(request).duties, wish)
      return sendPdf(reply as unknown as FastifyReply, { title, pdf: bytes })
    },
  )
  app.get(
    '/api/cycles/:id/plan.docx',
    {
      config: { permission: { role: 'viewer', at: 'somewhere' } },
      schema: { params: ById, response: { 200: Docx } },
    },
    async (request, reply) => {
      const wish = { cycleId: request.params.id, isWord: true }
      const { title, bytes } = await actions.printRoadPlan(office, accountOf(request).duties, wish)
      return sendDocx(reply as unknown as FastifyReply, { name: title, bytes })
    },
  )
  app.get(
    '/api/cycles/:id/summary.pdf',
    {
      config: { permission: { role: 'viewer', at: 'somewhere' } },
      schema: { params: ById, querystring: OfSummary, response: { 200: Pdf } },
    },
    async (request, reply) => {
      const { duties } = accountOf(request)
      const { language = 'vi', number = '', day = '', capacity = '', post = '', signer = '' } = request.query
      const signature = {
        number: cleanText(number),
        day,
        capacity: capacity.split('\n').map(cleanText).join('\n'),
        post: cleanText(post),
        signer: cleanText(signer),
      }
      const wish = { cycleId: request.params.id, duties, language, signature }
      return sendPdf(reply as unknown as FastifyReply, await actions.printRoadSummary(office, wish))
    },
  )
  app.get(
    '/api/cycles/:id/results.pdf',
    {
      config: { permission: { role: 'viewer', at: 'somewhere' } },
      schema: { params: ById, querystring: InLanguage, response: { 200: Pdf } },
    },
    async (request, reply) => {
      const { duties } = accountOf(request)
      const wish = { cycleId: request.params.id, duties, language: request.query.language ?? 'vi' }
      return sendPdf(reply as unknown as FastifyReply, await actions.printResultsTable(office, wish))
    },
  )
  app.get(
    '/api/cycles/:id/leader-week.pdf',
    {
      config: { permission: { role: 'viewer', at: 'somewhere' } },
      schema: { params: ById, querystring: OfLeader, response: { 200: Pdf } },
    },
    async (request, reply) => {
      const { postId, day, language = 'vi' } = request.query
      const { duties } = accountOf(request)
      const wish = { cycleId: request.params.id, postId, monday: mondayOf(day), duties, language }
      return sendPdf(reply as unknown as FastifyReply, await actions.printLeaderWeek(office, wish))
    },
  )
}

/** Which paper is asked for, and how. */
const wishOf = ({
  params: { id: congressId, kind },
  query: { language = 'vi', sample, sheet },
}: {
  params: { id: string; kind: string }
  query: { language?: 'vi' | 'en'; sample?: 'yes'; sheet?: SheetName }
}): actions.PrintWish => ({
  congressId,
  kind,
  language,
  isSample: sample === 'yes',
  ...(sheet === undefined ? {} : { sheet }),
})
