import { html, nothing, type TemplateResult } from 'lit'
import type { SeatingOverview, SeatingPlan } from '../../server/seating/schema.ts'
import { stateOf, type SeatState } from './seat-state.ts'
import './auto-dialog.ts'
import './compare-dialog.ts'
import './needs-dialog.ts'
import './order-dialog.ts'
import './papers-dialog.ts'
import './plan-dialog.ts'
import './release-dialog.ts'
import './stage-dialog.ts'
import './stage-fill-dialog.ts'
import './wishes-dialog.ts'

/** What is asked beside the map. */
export type OpenDialog =
  /** `isPhased` = begins at the phases of the plan. */
  | { kind: 'plan'; plan: SeatingPlan | null; isPhased?: boolean }
  | { kind: 'release' }
  | { kind: 'papers' }
  | { kind: 'auto' }
  | { kind: 'wishes' }
  | { kind: 'stage' }
  | { kind: 'order' }
  | { kind: 'compare' }
  | { kind: 'fill' }
  | { kind: 'needs'; personId: string }

interface Asked {
  congressId: string
  cycleId: string
  mayWrite: boolean
  isAdministrator: boolean
  /** Key of the side that the map is compared with; '' = none. */
  vs: string
  /** Looks at a comparison on the map. */
  compare: (view: { plan: string; vs: string; phase: string }) => void
  changed: () => void
  overview: SeatingOverview
  seats: SeatState | null
  /** `plan` = the id of the one to look at, 'gone' = the one looked at is deleted, '' = the same as before. */
  closed: (plan: string) => void
}

/** The dialog that is open. */
export const seatDialog = (
  open: OpenDialog | null,
  { congressId, overview, seats, closed, ...asked }: Asked,
): TemplateResult => {
  const close = () => closed('')
  if (open?.kind === 'plan') {
    return html`<seating-plan-dialog
      congressId=${congressId}
      .overview=${overview}
      .plan=${open.plan}
      .batches=${seats?.board.batches.length ?? 0}
      ?phased=${open.isPhased === true}
      @form-closed=${({ detail }: CustomEvent<string>) => closed(detail)}
    ></seating-plan-dialog>`
  }
  if (!open || !seats) return html`${nothing}`
  if (open.kind === 'release') {
    const fromOpening = stateOf(seats.board, seats.hall, '')
    return html`<seating-release-dialog
      congressId=${congressId}
      .seats=${fromOpening}
      @form-closed=${close}
    ></seating-release-dialog>`
  }
  if (open.kind === 'papers') {
    return html`<seat-papers-dialog
      congressId=${congressId}
      .overview=${overview}
      .seats=${stateOf(seats.board, seats.hall, '')}
      ?writable=${asked.mayWrite}
      @form-closed=${close}
    ></seat-papers-dialog>`
  }
  if (open.kind === 'auto') {
    return html`<auto-seat-dialog congressId=${congressId} .seats=${seats} @form-closed=${close}></auto-seat-dialog>`
  }
  if (open.kind === 'wishes') {
    return html`<seat-wishes-dialog
      congressId=${congressId}
      cycleId=${asked.cycleId}
      .seats=${seats}
      ?administrator=${asked.isAdministrator}
      ?writable=${asked.mayWrite}
      @wishes-changed=${asked.changed}
      @form-closed=${close}
    ></seat-wishes-dialog>`
  }
  if (open.kind === 'stage') {
    return html`<stage-order-dialog
      congressId=${congressId}
      .seats=${seats}
      ?writable=${asked.mayWrite}
      @form-closed=${close}
    ></stage-order-dialog>`
  }
  if (open.kind === 'order') {
    return html`<delegation-order-dialog
      congressId=${congressId}
      .seats=${seats}
      ?writable=${asked.mayWrite}
      @form-closed=${close}
    ></delegation-order-dialog>`
  }
  if (open.kind === 'compare') {
    return html`<seat-compare-dialog
      congressId=${congressId}
      .overview=${overview}
      .seats=${seats}
      with=${asked.vs}
      @comparison-shown=${({ detail }: CustomEvent<{ plan: string; vs: string; phase: string }>) => asked.compare(detail)}
      @form-closed=${close}
    ></seat-compare-dialog>`
  }
  if (open.kind === 'fill') {
    return html`<stage-fill-dialog congressId=${congressId} .seats=${seats} @form-closed=${close}></stage-fill-dialog>`
  }
  const person = seats.people.get(open.personId)
  return person
    ? html`<seat-needs-dialog
        congressId=${congressId}
        .seats=${seats}
        .person=${person}
        @form-closed=${close}
      ></seat-needs-dialog>`
    : html`${nothing}`
}
