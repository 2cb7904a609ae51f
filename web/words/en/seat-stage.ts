import type { stage as vi } from '../vi/seat-stage.ts'
import { grouped } from './grouped.ts'

const persons = (count: number): string => (count === 1 ? '1 person' : `${grouped(count)} people`)

/** The parts of a meeting, and who comes on the stage in which order. */
export const stage: typeof vi = {
  open: 'Order on stage',
  heading: 'Order on stage',
  byHonours: 'As the list of honours says: its batches and their order.',
  byHand: 'As it is ordered here.',
  help: 'People of each batch are called one after another. They sit beside aisles in this order.',
  batch: (batch) => `Batch ${grouped(batch)}`,
  empty: 'Nobody yet. Choose who is honoured in the field below.',
  addTo: (batch) => `Add somebody to batch ${grouped(batch)}`,
  addBatch: 'Add a batch',
  up: (name) => `Move ${name} up`,
  down: (name) => `Move ${name} down`,
  movedTo: (name, place) => `${name}: place ${grouped(place)}`,
  out: (name) => `Take ${name} out of the batch`,
  useHonours: 'As the list of honours says',
  saved: 'Order on stage saved',
  fill: {
    open: 'Put people on the stage',
    heading: 'Put people on the stage',
    who: 'Who goes on stage',
    all: 'All batches',
    help: (count) =>
      `${persons(count)} from the left as seen from the hall, in the order in which they are called. Whoever is on the stage stays there.`,
    tables: 'Presidium and secretariat',
    tablesHelp: (count) => `${persons(count)} at their tables on the stage, the first of them in the middle.`,
    nobody: 'Nobody on the list of honours attends yet.',
    noStage:
      'The stage has no free place besides the tables of presidium and secretariat. Draw a row of places on the stage on the page of the hall.',
    tooFew: (people, free) =>
      `${grouped(people)} places are needed and the stage has ${grouped(free)}. Draw more places on the stage on the page of the hall, or go batch by batch.`,
    like: (phase) => `As in “${phase}”`,
    likeHelp: (count) =>
      `${persons(count)} in the seats that they have in that phase. Whoever is on another place of the stage stays there.`,
    likeNobody: 'Nobody is seated in that phase yet.',
    toHall: 'Draw more places on the page of the hall',
    apply: 'Put on the stage',
  },
  stays: {
    leaving: (count, phase) =>
      count === 1
        ? `1 person who sits at a table of the stage in “${phase}” is back in the hall in this phase.`
        : `${grouped(count)} people who sit at the tables of the stage in “${phase}” are back in the hall in this phase.`,
    keep: 'Keep on the stage',
    leave: 'Leave it so',
    done: (count) => `Kept ${persons(count)} on the stage`,
    check: (count, phase) => `Keep ${persons(count)} at the tables of the stage as in “${phase}”`,
  },
  phase: (name) => `Phase: ${name}`,
  phasesHelp: 'When some sit elsewhere: presidium on stage, batches of the honoured, the photograph',
  fromOpening: 'This seat is held from the opening on. To take it away, go to the phase “From the opening on”.',
}
