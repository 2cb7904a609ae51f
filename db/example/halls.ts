import { drawnWords } from '../../server/halls/rules/drawn-words.ts'
import { addBlock } from '../../server/halls/rules/edit-add.ts'
import { changeSeats, nameRow } from '../../server/halls/rules/edit.ts'
import { usualNumbering } from '../../server/halls/rules/numbering.ts'
import { startHall, usualStart } from '../../server/halls/rules/start.ts'
import type { HallDrawing, Seat } from '../../server/halls/schema.ts'
import type { Venue } from '../../server/venues/schema.ts'

export interface ExampleHall {
  id: string
  venueId: string
  name: string
  drawing: HallDrawing
}

/** How the hall of the provincial house of culture is drawn: its real plan was not found, so rows and seats are invented. */
const drawnAs = { ...usualStart, rows: 18, blocks: [9, 14, 9], bend: 140, balconyRows: 4, balconySeats: 28 }

/** Ends of the first row for those in wheelchairs, each with a companion beside. */
const forWheelchairs = new Map<number, Seat['use']>([
  [0, 'wheelchair'],
  [1, 'companion'],
])

/** Where the honoured stand, in front of the tables: called for by hand, so that no plan takes it for the presidium. */
const drawnAwardRow = (drawing: HallDrawing, newId: () => string): HallDrawing => {
  const [floor] = drawing.levels
  const stage = floor?.fixtures.find(({ kind }) => kind === 'stage')
  if (!floor || !stage) return drawing
  const row = {
    ...{ name: drawnWords.awardRow, isStage: true, rows: 1, seats: 12, seatPitch: 75, rowPitch: 95, bend: 0 },
    numbering: usualNumbering,
  }
  const { drawing: drawn, picked } = addBlock(drawing, floor.id, { x: stage.x, y: stage.y + 120 }, row, newId)
  const [made] = drawn.levels[0]?.blocks.at(-1)?.rows ?? []
  return nameRow(changeSeats(drawn, picked.seats, { use: 'reserved' }), new Set([made?.id ?? '']), 'NT')
}

/** The hall that the provincial Congress is held in. */
export const buildHall = (venue: Venue, newId: () => string): ExampleHall => {
  let made = 0
  const newPartId = () => {
    made += 1
    return `nd${String(made)}`
  }
  const drawing = drawnAwardRow(startHall(drawnAs, drawnWords, newPartId), newPartId)
  const blocks = drawing.levels[0]?.blocks.filter(({ isStage }) => !isStage) ?? []
  const [first, last] = [blocks[0]?.rows[0]?.seats ?? [], blocks.at(-1)?.rows[0]?.seats ?? []]
  for (const row of [first, [...last].reverse()]) {
    for (const [at, use] of forWheelchairs) {
      const seat = row[at]
      if (seat) seat.use = use
    }
  }
  return { id: newId(), venueId: venue.id, name: 'Hội trường lớn', drawing }
}
