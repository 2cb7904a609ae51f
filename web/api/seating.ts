import type {
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
} from '../../server/seating/schema.ts'
import { getJson, write } from './request.ts'

/** Tables that a plan is read from beside who sits where. */
export const tablesOfSeating = [
  ...['seatingPlans', 'seatReleases', 'seatNeeds', 'seatRules', 'stageOrders', 'seatImportances', 'halls'],
  ...['delegates', 'delegations', 'people', 'assignmentRules', 'assignmentExceptions', 'listRows'],
]
export const tableOfPlaces = 'seatPlaces'

export const findSeating = (congressId: string) => getJson<SeatingOverview>(`/api/congresses/${congressId}/seating`)
export const createSeatingPlan = (congressId: string, body: NewSeatingPlan) =>
  write<SeatingPlan>('POST', `/api/congresses/${congressId}/seating`, { body })
export const findSeatingBoard = (congressId: string, planId: string) =>
  getJson<SeatingBoard>(`/api/congresses/${congressId}/seating/${planId}`)
export const changeSeatingPlan = (congressId: string, planId: string, body: SeatingPlanChange) =>
  write<SeatingPlan>('PUT', `/api/congresses/${congressId}/seating/${planId}`, { body })
export const deleteSeatingPlan = (congressId: string, planId: string, version: number) =>
  write('DELETE', `/api/congresses/${congressId}/seating/${planId}`, { query: { version } })
export const findSeatingHall = (congressId: string, planId: string) =>
  getJson<SeatingHallDrawing>(`/api/congresses/${congressId}/seating/${planId}/hall`)
export const findSeatPlaces = (congressId: string, planId: string) =>
  getJson<SeatPlaces>(`/api/congresses/${congressId}/seating/${planId}/places`)
export const changeSeatPlaces = (congressId: string, planId: string, body: PlaceChanges) =>
  write('PUT', `/api/congresses/${congressId}/seating/${planId}/places`, { body })
export const takeSeatingHall = (congressId: string, planId: string, body: HallChoice) =>
  write<HallTaken>('POST', `/api/congresses/${congressId}/seating/${planId}/hall`, { body })
export const releaseSeating = (congressId: string, planId: string, body: SeatReleaseOrder) =>
  write<{ number: number }>('POST', `/api/congresses/${congressId}/seating/${planId}/releases`, { body })
export const findSeatedIn = (hallId: string) => getJson<SeatedInHall>(`/api/halls/${hallId}/seated`)
export const findListedSeats = (congressId: string) =>
  getJson<ListedSeats>(`/api/congresses/${congressId}/listed-seats`)
export const listSeats = (congressId: string, planId: string) =>
  write('POST', `/api/congresses/${congressId}/seating/${planId}/listed-seats`)
export const findSeatRelease = (congressId: string, planId: string, number: number) =>
  getJson<{ places: ReleasedPlace[] }>(`/api/congresses/${congressId}/seating/${planId}/releases/${String(number)}`)
export const changeSeatNeeds = (congressId: string, planId: string, body: NeedChanges) =>
  write('PUT', `/api/congresses/${congressId}/seating/${planId}/needs`, { body })
export const addSeatRule = (congressId: string, body: NewSeatingRule) =>
  write<{ id: string }>('POST', `/api/congresses/${congressId}/seat-rules`, { body })
export const removeSeatRules = (congressId: string, body: RowsNamed) =>
  write('POST', `/api/congresses/${congressId}/seat-rules/remove`, { body })
export const changeStageOrder = (congressId: string, body: StageOrderChange) =>
  write('PUT', `/api/congresses/${congressId}/stage-order`, { body })
export const changeSeatImportance = (cycleId: string, body: ImportanceChange) =>
  write('PUT', `/api/cycles/${cycleId}/seat-importance`, { body })
