import { drawnWords } from '../../server/halls/rules/drawn-words.ts'
import { startHall, usualStart, type HallStart } from '../../server/halls/rules/start.ts'
import type { HallDrawing, HallDetails, Seat } from '../../server/halls/schema.ts'
import { softRules } from '../../server/seating/rules/problem.ts'
import type { SeatingPlan } from '../../server/seating/schema.ts'
import { post, type WithId } from './districts.ts'
import type { Browser } from './office.ts'

/** A hall by numbers whose parts are called `p1`, `p2` …; rows of four seats each side of an aisle unless told. */
export const aHall = (values: Partial<HallStart> = {}): HallDrawing => {
  let made = 0
  return startHall(
    { ...usualStart, rows: 3, blocks: [4, 4], presidium: 3, secretariat: 1, ...values },
    drawnWords,
    () => {
      made += 1
      return `p${String(made)}`
    },
  )
}

const aSeat: Seat = { id: 'seat', number: '1', x: 0, y: 0, use: 'ordinary', isStepFree: true }

export const seatsOf = ({ levels }: HallDrawing) =>
  levels.flatMap(({ blocks }) => blocks.flatMap(({ rows }) => rows.flatMap(({ seats }) => seats)))

/** A hall at a venue with a plan of a congress in it. */
export const keepSeating = async (
  who: Browser,
  congressId: string,
  { venueId, delegateId }: { venueId: string; delegateId: string },
): Promise<Record<string, string>> => {
  const hall = await post<WithId>(who, `/api/venues/${venueId}/halls`, { name: 'Hội trường lớn', drawing: aHall() })
  const spare = await post<WithId>(who, `/api/venues/${venueId}/halls`, { name: 'Phòng họp', drawing: aHall() })
  const at = `/api/congresses/${congressId}`
  const plan = await post<SeatingPlan>(who, `${at}/seating`, aPlan(hall.id))
  const { drawing } = (await who('GET', `/api/halls/${hall.id}`)).body as HallDetails
  const seatId = seatsOf(drawing)[0]?.id ?? ''
  const place = { delegateId, seatId, isLocked: false, placeId: null }
  await who('PUT', `${at}/seating/${plan.id}/places`, { phaseId: '', places: [place], isPlanned: false })
  await post(who, `${at}/seating/${plan.id}/releases`, { note: '', version: plan.version })
  const other = await post<WithId>(who, `${at}/delegates`, { name: 'Đinh Thị Hoa' })
  const rule = await post<WithId>(who, `${at}/seat-rules`, { kind: 'apart', delegateIds: [delegateId, other.id] })
  return {
    ...{ hall: hall.id, 'hall-from-below': hall.id, 'hall-copied-to-venue': hall.id, spareHall: spare.id },
    ...{ 'seating-plan': plan.id, seated: delegateId, otherSeated: other.id, seat: seatId, 'seat-rule': rule.id },
  }
}

export const aPlan = (hallId: string) => ({ name: 'Chính thức', kind: 'official', hallId, copyOf: null })

const usual = Object.fromEntries(softRules.map((rule) => [rule, 2]))

/** One of each part: whatever may stand in each field of a body is tried. */
const onePart: HallDrawing = {
  levels: [
    {
      ...{ id: 'level', name: 'Tầng một' },
      blocks: [
        {
          ...{ id: 'block', name: 'Khối A', isStage: false },
          rows: [{ id: 'row', name: 'A', seats: [aSeat], tableId: null }],
        },
      ],
      fixtures: [],
    },
  ],
}

/** Bodies that fit the routes of halls and seating. */
export const seatingBodies = (at: (name: string) => string): Record<string, unknown> => ({
  'POST /api/venues/:id/halls': { name: 'Hội trường nhỏ', drawing: onePart },
  'PUT /api/halls/:id': { name: 'Hội trường chính', version: 1 },
  'POST /api/halls/:id/versions': { drawing: onePart, note: '', version: 1 },
  'POST /api/halls/:id/copy': { venueId: at('venue'), name: 'Hội trường chép' },
  'POST /api/congresses/:id/seating': { ...aPlan(at('hall')), name: 'Tổng duyệt', kind: 'rehearsal' },
  'PUT /api/congresses/:id/seating/:planId': {
    ...{ name: 'Chính thức', kind: 'official', layout: 'rows', delegationOrder: [], version: 2 },
    phases: [{ id: '', name: '' }],
  },
  'PUT /api/congresses/:id/seating/:planId/places': {
    phaseId: '',
    places: [{ delegateId: at('otherSeated'), seatId: at('seat'), isLocked: false, placeId: null }],
    isPlanned: false,
  },
  'POST /api/congresses/:id/seating/:planId/hall': { hallId: at('spareHall'), number: 1, version: 2 },
  'POST /api/congresses/:id/seating/:planId/releases': { note: '', version: 2 },
  'PUT /api/congresses/:id/seating/:planId/needs': {
    people: [{ delegateId: at('seated'), rank: 1, needsWheelchair: true, version: 0 }],
  },
  'POST /api/congresses/:id/seat-rules': { kind: 'together', delegateIds: [at('seated'), at('otherSeated')] },
  'POST /api/congresses/:id/seat-rules/remove': { rows: [{ id: at('seat-rule'), version: 1 }] },
  'PUT /api/congresses/:id/stage-order': { batches: [[at('seated')]], version: 0 },
  'PUT /api/cycles/:id/seat-importance': { importance: usual, version: 0 },
})
