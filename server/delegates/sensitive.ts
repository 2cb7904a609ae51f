import type { Reader } from '../../db/open.ts'
import type { Row } from '../../db/rows.ts'
import { listAskedFields } from '../cycles/queries.ts'
import { notFound, refused } from '../errors.ts'
import { act, type ActRows, type Done } from '../history/actions.ts'
import type { Actor, Office } from '../office.ts'
import { findSensitiveData } from '../people/queries.ts'
import { nothingSensitive } from '../people/rules.ts'
import { sensitiveFields, type AskedField, type SensitiveField } from '../people/schema.ts'
import { keepSensitive } from '../people/sensitive.ts'
import { requireCongress } from './actions.ts'
import { findCongressIdOfDelegate, findPersonOfDelegate } from './queries.ts'
import type { SensitiveChange, SensitiveData } from './schema.ts'

type Stated = Pick<Row<'sensitiveData'>, SensitiveField>

/** What is kept of a delegate apart from the rest: for those alone who may know it. */
export const showSensitive = async (read: Reader, delegateId: string): Promise<SensitiveData> => {
  const person = await findPersonOfDelegate(read, delegateId)
  if (!person) throw notFound()
  const { ethnicity, religion, isPartyMember, diet, health, consentAt, version } = (await findSensitiveData(
    read,
    person.id,
  )) ?? { ...nothingSensitive(), version: 0 }
  return { ethnicity, religion, isPartyMember, diet, health, consentAt, version }
}

/** Enters what the congress's level asks; what it does not ask may stay, or be emptied. */
export const changeSensitive = (
  office: Office,
  actor: Actor,
  delegateId: string,
  { version, ...values }: SensitiveChange,
): Promise<Done<SensitiveData>> =>
  act(office, actor, { action: 'delegate-sensitive-changed', subject: '', unitId: null }, async (rows) => {
    const congressId = await findCongressIdOfDelegate(rows.tx, delegateId)
    const person = await findPersonOfDelegate(rows.tx, delegateId)
    if (congressId === undefined || !person) throw notFound()
    await requireCongress(rows, congressId, person.name)
    return writeSensitive(rows, { congressId, delegateId, personId: person.id }, values, version)
  })

/** Refuses what the level of the congress does not ask, and what was read before somebody else wrote it. */
export const writeSensitive = async (
  rows: ActRows,
  { congressId, delegateId, personId }: { congressId: string; delegateId: string; personId: string },
  values: Stated,
  version: number,
): Promise<SensitiveData> => {
  const standing = (await findSensitiveData(rows.tx, personId)) ?? nothingSensitive()
  refuseUnasked(await listAskedFields(rows.tx, congressId), standing, values)
  await keepSensitive(rows, personId, values, version)
  return showSensitive(rows.tx, delegateId)
}

/** Nothing sensitive is gathered for a congress whose level does not ask for it. */
const refuseUnasked = (asked: readonly AskedField[], standing: Stated, values: Stated): void => {
  const unasked = sensitiveFields.filter(
    (field) => !asked.includes(field) && values[field] !== standing[field] && !isEmpty(values[field]),
  )
  if (unasked.length > 0) {
    throw refused('field-not-asked', 'The level of the congress does not ask for it.', { fields: unasked })
  }
}

const isEmpty = (value: string | boolean | null): boolean => value === null || value === ''
