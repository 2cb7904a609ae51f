import { refused } from '../errors.ts'
import { fillWorkbook } from './excel/fill.ts'
import { findInWorkbook } from './excel/find.ts'
import { nameResolver } from './fields.ts'
import type { FoundPlaces } from './markup/places.ts'
import { openPackage, savePackage } from './package.ts'
import type { FormField, FormMarks, FormNote } from './schema.ts'
import type { FormValues } from './values.ts'
import { fillDocument } from './word/fill.ts'
import { findInDocument } from './word/find.ts'

/** A form as it was sent, with what was marked in it and the fields that its placeholders may name. */
export interface FormToFill {
  name: string
  bytes: Uint8Array
  marks: FormMarks
  fields: readonly FormField[]
}

/** Most rows that a form takes. */
export const mostRows = 50_000

/** Where the placeholders of a form stand, and what keeps it from being filled. */
export const findPlaces = async ({ name, bytes, marks, fields }: FormToFill): Promise<FoundPlaces> => {
  const form = await openPackage(bytes, name)
  const find = form.type === 'xlsx' ? findInWorkbook : findInDocument
  const { places, repeat, prepared, faults } = await find(form, marks, fields, nameResolver(fields))
  return { places, repeat, prepared, faults }
}

/** The form with the values in the place of its placeholders; all else in the file stays as it came. */
export const fillForm = async (
  { name, bytes, marks, fields }: FormToFill,
  values: FormValues,
): Promise<{ bytes: Buffer; notes: FormNote[] }> => {
  if (values.rows.length > mostRows) throw refused('form-too-many-rows', 'The list has too many rows.', { mostRows })
  const form = await openPackage(bytes, name)
  const nameOf = nameResolver(fields)
  let notes: FormNote[] = []
  if (form.type === 'xlsx') {
    const found = await findInWorkbook(form, marks, fields, nameOf)
    refuseFaults(found)
    notes = await fillWorkbook(form, found, fields, values)
  } else {
    const found = await findInDocument(form, marks, fields, nameOf)
    refuseFaults(found)
    await fillDocument(form, found, values)
  }
  return { bytes: await savePackage(form), notes }
}

const refuseFaults = ({ faults, places }: FoundPlaces): void => {
  if (faults.length > 0) {
    throw refused('form-faults', 'Some placeholders of the form are not right.', { faults: faults.slice(0, 20) })
  }
  if (places.length === 0) throw refused('form-without-marks', 'Nothing in the form is marked to be filled.')
}
