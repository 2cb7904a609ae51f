import type { FieldKind } from '../exchange/values.ts'

/** One line of a form: what is asked, and how the answer is read. */
export interface FormField {
  name: string
  /** As it stands on the form and is found again. */
  heading: string
  /** How to write the answer. */
  explanation: string
  /** How the cell is read; null = it names a record, which the kind of form looks for. */
  kind: FieldKind | null
  isNumber: boolean
  isRequired: boolean
  /** Fields of one group are said together: one new day makes the other one said too. */
  group: string
}

export const formField = (
  name: string,
  heading: string,
  explanation: string,
  more: Partial<FormField> = {},
): FormField => ({ name, heading, explanation, kind: null, isNumber: false, isRequired: false, group: name, ...more })
