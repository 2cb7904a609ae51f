import type { Reader } from '../../db/open.ts'
import type { Draft } from '../exchange/draft.ts'
import type { Plan } from '../exchange/import-units.ts'
import type { CongressScope } from '../exchange/plan-congresses.ts'
import type { Office } from '../office.ts'
import type { RoadFacts } from '../road/actions.ts'
import type { FormField } from './form-field.ts'
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
  /** What whoever fills it in should know. */
  lead: readonly string[]
  open: (office: Office, read: Reader, road: FormRoad) => Promise<OpenForm>
}

/** A kind of form over the facts of a cycle. */
export interface OpenForm {
  fields: readonly FormField[]
  /** What stands now, as the answers would say it; null = there is no such congress, or it is out of reach. */
  standing: (target: FormTarget) => Readonly<Record<string, string>> | null
  /** What is offered as an answer, by field. */
  choices: (target: FormTarget) => Readonly<Record<string, readonly string[]>>
  /** Judges the answers, at most one of each target, beside what stands, and writes them. */
  plan: (answers: readonly FormAnswer[]) => Plan
}

/** Every kind of form by its id. */
export const formKinds: Readonly<Record<FormKindId, FormKind>> = {
  schedule: scheduleForm,
  result: resultForm,
}
