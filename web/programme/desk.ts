import type { TemplateResult } from 'lit'
import type { Congress } from '../../server/congresses/schema.ts'
import type { AcceptedConflict } from '../../server/conflicts/rules.ts'
import type { ProgrammeConflict } from '../../server/programme/rules/conflicts.ts'
import type { ProgrammeSession, ProgrammeView } from '../../server/programme/schema.ts'
import type { EditClash } from './edit-clash.ts'

/**
 * What of the page lives in its address. `at`: the item or session that a link leads to, or that was chosen; `step`:
 * minutes to which times snap, `rest`: whether what comes after goes along, `zoom`: of the grid, all as last chosen where
 * it does not say; `release`: the release that is read instead of the draft.
 */
export const addressDefaults = { view: '', day: '', at: '', step: '', rest: '', zoom: '', release: '' }
export type Address = typeof addressDefaults

/** What every part of the programme's page draws from, and by which it acts. */
export interface Desk {
  programme: ProgrammeView
  congress: Congress
  rulesOff: readonly string[]
  /** Of the congress's cycle: the example's stands still. */
  today: string
  conflicts: readonly ProgrammeConflict[]
  /** Those that somebody accepted as the programme stands. */
  accepted: readonly AcceptedConflict<ProgrammeConflict>[]
  /** The account may accept a conflict. */
  mayAccept: boolean
  /** The account may change the programme. */
  mayEdit: boolean
  /** The account may release it. */
  mayRelease: boolean
  get(name: keyof Address): string
  set(changes: Partial<Address>, options?: { push?: boolean }): void
  /** Does a write, says what was done and draws the programme anew; answers whether it went well. */
  write(work: Promise<unknown>, sentence: string): Promise<boolean>
  /** Fetches the programme anew. */
  refresh(): Promise<void>
  /** Draws the programme as it will be, until the server's answer confirms it or puts it back. */
  foresee(programme: ProgrammeView): void
  /** Shows both versions of what two wrote. */
  meet(clash: EditClash): void
  /** Opens the question why a conflict is accepted. */
  accept(conflict: ProgrammeConflict): void
  /** Opens the form of a session; `new` = one to be added. */
  editSession(session: ProgrammeSession | 'new'): void
}

/** A way of looking at the programme. */
export interface ProgrammeSight {
  id: string
  word: () => string
  /** Stands beside the switch of views. */
  tools?: (desk: Desk) => TemplateResult
  draw: (desk: Desk) => TemplateResult
}

/** An element of the page that is given the desk. */
export type DeskPart = (desk: Desk) => TemplateResult
