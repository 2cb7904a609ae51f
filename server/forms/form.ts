import type { Reader } from '../../db/open.ts'
import type { Draft, Judged } from '../exchange/draft.ts'
import type { Plan } from '../exchange/import-units.ts'
import type { CongressScope } from '../exchange/plan-congresses.ts'
import type { ImportRow } from '../exchange/schema.ts'
import type { Office } from '../office.ts'
import type { RoadFacts } from '../road/actions.ts'
import type { FormField } from './form-field.ts'
import { delegatesForm } from './kinds/delegates.ts'
import { resultForm } from './kinds/result.ts'
import { scheduleForm } from './kinds/schedule.ts'
import type { FormKindId } from './schema.ts'

/** Who is asked, and for which congress. */
export interface FormTarget {
  unitId: string
  congressId: string
}

/** One form as it came back. */
export interface FormAnswer {
  target: FormTarget
  draft: Draft
  /** Of a form that is a table. */
  rows: readonly Draft[]
  /** By row: whom a person said it means. */
  decided: Readonly<Record<string, string>>
  /** What stood in the form when it was issued. */
  prefilled: Readonly<Record<string, string>>
  /** The file that it came in, as the source of what it says. */
  fileName: string
}

/** The facts that a form is filled and judged by: the cycle, and of it what whoever reads the forms organizes. */
export interface FormRoad {
  facts: RoadFacts
  scope: CongressScope
}

/**
 * A kind of form, before it is known for which cycle. Its words are Vietnamese whatever language the office reads: a unit
 * of a Vietnamese province fills it in, on paper or in Excel, and it is found again by them. Pages in English say so.
 */
export interface FormKind {
  id: FormKindId
  /** At the head of the workbook, where it is found again. */
  title: string
  /** In the names of files: short. */
  shortTitle: string
  /** A row for each of many people, and no line for each answer. */
  isTable: boolean
  /** What whoever fills it in should know. */
  lead: readonly string[]
  open: (office: Office, read: Reader, road: FormRoad) => Promise<OpenForm>
}

/** A kind of form over the facts of a cycle. */
export interface OpenForm {
  fields: readonly FormField[]
  /** Whether there is such a congress, and within reach. */
  has: (target: FormTarget) => boolean
  /** What stands now, as the answers would say it. */
  standing: (target: FormTarget) => Readonly<Record<string, string>> | Promise<Readonly<Record<string, string>>>
  /** What is offered as an answer, by field. */
  choices: (
    target: FormTarget,
  ) => Readonly<Record<string, readonly string[]>> | Promise<Readonly<Record<string, readonly string[]>>>
  /** Judges the answers, at most one of each target, beside what stands, and writes them. */
  plan: (answers: readonly FormAnswer[]) => FormPlan | Promise<FormPlan>
  /** Of a form that goes to a congress above. */
  upward?: UpwardForm
}

/** What is asked of a unit for a congress that another one holds. */
export interface UpwardForm {
  /** Congresses for which a unit is asked, within reach. */
  congressesOf: (unitId: string) => readonly string[]
  /** Whether the answer is with the congress and no longer the unit's to change. */
  isSent: (target: FormTarget) => boolean
  /** Lines that tell a unit what it is asked for, above the table. */
  lines: (target: FormTarget) => Promise<string[]>
  /** Rows that stay empty for people who are not entered yet. */
  blanks: (target: FormTarget) => Promise<number>
}

/** A plan whose answers may have rows of their own. */
export interface FormPlan extends Plan {
  judged: JudgedAnswer[]
}

export interface JudgedAnswer extends Judged {
  /** Of a list of people: how many more than may come, once it is imported. */
  excess?: number
  rows?: readonly ImportRow[]
}

/** Every kind of form by its id. */
export const formKinds: Readonly<Record<FormKindId, FormKind>> = {
  schedule: scheduleForm,
  result: resultForm,
  delegates: delegatesForm,
}
