import { Type } from 'typebox'
import { answer, answerNothing, AtVersion, ById, Nothing, type Feature } from '../http/feature.ts'
import { accountOf } from '../http/session.ts'
import { notFound } from '../errors.ts'
import { Id, Shape } from '../shapes.ts'
import * as actions from './actions.ts'
import { placeOf, showBoard, showOverview, showSeatedIn } from './board.ts'
import { readHall } from './halls.ts'
import * as keeping from './keeping.ts'
import { findPlan, findRelease, listPlaces } from './queries.ts'
import { listSeats, showListedSeats } from './listing.ts'
import { releasePlan } from './releasing.ts'
import {
  HallChoice,
  HallTaken,
  ImportanceChange,
  ListedSeats,
  NeedChanges,
  NewSeatingPlan,
  NewSeatingRule,
  PlaceChanges,
  ReleasedPlace,
  RowsNamed,
  SeatedInHall,
  SeatingBoard,
  SeatingHallDrawing,
  SeatingOverview,
  SeatingPlan,
  SeatingPlanChange,
  SeatPlaces,
  SeatReleaseOrder,
  StageOrderChange,
} from './schema.ts'

const reading = { role: 'viewer', at: 'congress' } as const
const writing = { role: 'secretariat', at: 'congress' } as const
const OfPlan = Shape({ id: Id, planId: Id })

/** Places of everybody in the largest congress, in bytes. */
const bodyLimit = 4 * 1024 * 1024

export const seatingRoutes: Feature = async (app, { office }) => {
  const at = ({ params }: { params: { id: string; planId: string } }) => ({
    ...{ congressId: params.id, planId: params.planId },
  })
  app.get(
    '/api/congresses/:id/seating',
    { config: { permission: reading }, schema: { params: ById, response: { 200: SeatingOverview } } },
    async (request) => showOverview(office.db.read, request.params.id),
  )
  app.post(
    '/api/congresses/:id/seating',
    { config: { permission: writing }, schema: { params: ById, body: NewSeatingPlan, response: { 200: SeatingPlan } } },
    async (request, reply) =>
      answer(reply, await actions.createPlan(office, accountOf(request), request.params.id, request.body)),
  )
  app.get(
    '/api/congresses/:id/seating/:planId',
    { config: { permission: reading }, schema: { params: OfPlan, response: { 200: SeatingBoard } } },
    async (request) => showBoard(office.db.read, request.params.id, request.params.planId),
  )
  app.put(
    '/api/congresses/:id/seating/:planId',
    {
      config: { permission: writing },
      schema: { params: OfPlan, body: SeatingPlanChange, response: { 200: SeatingPlan } },
    },
    async (request, reply) =>
      answer(reply, await actions.changePlan(office, accountOf(request), at(request), request.body)),
  )
  app.delete(
    '/api/congresses/:id/seating/:planId',
    {
      config: { permission: writing },
      schema: { params: OfPlan, querystring: AtVersion, response: { 204: Nothing } },
    },
    async (request, reply) => {
      const version = Number(request.query.version)
      return answerNothing(reply, await actions.deletePlan(office, accountOf(request), at(request), version))
    },
  )
  /** The drawing that the plan's seats are of: never changed, so that a browser asks for it once. */
  app.get(
    '/api/congresses/:id/seating/:planId/hall',
    { config: { permission: reading }, schema: { params: OfPlan, response: { 200: SeatingHallDrawing } } },
    async (request) => {
      const record = await findPlan(office.db.read, request.params.id, request.params.planId)
      if (!record) throw notFound()
      const { hallId, hallNumber: number } = record.plan
      return { number, drawing: (await readHall(office.db.read, hallId, number)).drawing }
    },
  )
  app.get(
    '/api/congresses/:id/seating/:planId/places',
    { config: { permission: reading }, schema: { params: OfPlan, response: { 200: SeatPlaces } } },
    async (request) => {
      const record = await findPlan(office.db.read, request.params.id, request.params.planId)
      if (!record) throw notFound()
      return { places: (await listPlaces(office.db.read, record.plan.id)).map(placeOf) }
    },
  )
  app.put(
    '/api/congresses/:id/seating/:planId/places',
    {
      config: { permission: writing },
      bodyLimit,
      schema: { params: OfPlan, body: PlaceChanges, response: { 204: Nothing } },
    },
    async (request, reply) =>
      answerNothing(reply, await actions.changePlaces(office, accountOf(request), at(request), request.body)),
  )
  app.post(
    '/api/congresses/:id/seating/:planId/hall',
    { config: { permission: writing }, schema: { params: OfPlan, body: HallChoice, response: { 200: HallTaken } } },
    async (request, reply) =>
      answer(reply, await actions.takeHall(office, accountOf(request), at(request), request.body)),
  )
  app.post(
    '/api/congresses/:id/seating/:planId/releases',
    {
      config: { permission: writing },
      schema: { params: OfPlan, body: SeatReleaseOrder, response: { 200: Shape({ number: Type.Integer() }) } },
    },
    async (request, reply) => answer(reply, await releasePlan(office, accountOf(request), at(request), request.body)),
  )
  /** For whoever redraws the hall: who would lose a seat by it. */
  app.get(
    '/api/halls/:id/seated',
    {
      config: { permission: { role: 'organizer', at: 'hall' } },
      schema: { params: ById, response: { 200: SeatedInHall } },
    },
    async (request) => showSeatedIn(office.db.read, request.params.id),
  )
  app.get(
    '/api/congresses/:id/listed-seats',
    { config: { permission: reading }, schema: { params: ById, response: { 200: ListedSeats } } },
    async (request) => showListedSeats(office.db.read, request.params.id),
  )
  app.post(
    '/api/congresses/:id/seating/:planId/listed-seats',
    { config: { permission: writing }, schema: { params: OfPlan, response: { 204: Nothing } } },
    async (request, reply) => answerNothing(reply, await listSeats(office, accountOf(request), at(request))),
  )
  app.get(
    '/api/congresses/:id/seating/:planId/releases/:number',
    {
      config: { permission: reading },
      schema: {
        params: Shape({ id: Id, planId: Id, number: Type.String({ pattern: '^[1-9]\\d{0,6}$' }) }),
        response: { 200: Shape({ places: Type.Array(ReleasedPlace) }) },
      },
    },
    async (request) => {
      const { id, planId, number } = request.params
      const record = await findPlan(office.db.read, id, planId)
      const release = record && (await findRelease(office.db.read, planId, Number(number)))
      if (!release) throw notFound()
      return { places: release.places }
    },
  )
  app.put(
    '/api/congresses/:id/seating/:planId/needs',
    {
      config: { permission: writing },
      bodyLimit,
      schema: { params: OfPlan, body: NeedChanges, response: { 204: Nothing } },
    },
    async (request, reply) =>
      answerNothing(reply, await keeping.changeNeeds(office, accountOf(request), at(request), request.body)),
  )
  app.post(
    '/api/congresses/:id/seat-rules',
    {
      config: { permission: writing },
      schema: { params: ById, body: NewSeatingRule, response: { 200: Shape({ id: Id }) } },
    },
    async (request, reply) =>
      answer(reply, await keeping.addRule(office, accountOf(request), request.params.id, request.body)),
  )
  app.post(
    '/api/congresses/:id/seat-rules/remove',
    { config: { permission: writing }, schema: { params: ById, body: RowsNamed, response: { 204: Nothing } } },
    async (request, reply) =>
      answerNothing(reply, await keeping.removeRules(office, accountOf(request), request.params.id, request.body)),
  )
  app.put(
    '/api/congresses/:id/stage-order',
    { config: { permission: writing }, schema: { params: ById, body: StageOrderChange, response: { 204: Nothing } } },
    async (request, reply) =>
      answerNothing(reply, await keeping.changeStageOrder(office, accountOf(request), request.params.id, request.body)),
  )
  app.put(
    '/api/cycles/:id/seat-importance',
    {
      config: { permission: { role: 'administrator', at: 'cycle' } },
      schema: { params: ById, body: ImportanceChange, response: { 204: Nothing } },
    },
    async (request, reply) =>
      answerNothing(reply, await keeping.changeImportance(office, accountOf(request), request.params.id, request.body)),
  )
}
