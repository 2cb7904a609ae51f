import type { Reader } from '../../db/open.ts'
import { maySeeSensitiveAt } from '../accounts/rules.ts'
import type { Duty } from '../accounts/schema.ts'
import { findCongress } from '../congresses/queries.ts'
import { listAskedFields } from '../cycles/queries.ts'
import { openFields, sensitiveFields, type AskedField } from '../people/schema.ts'
import { lineOfUnit } from '../units/queries.ts'
import { importFields, type ImportKind } from './schema.ts'

/** A list: of a congress, or what one unit sends to it. */
export interface ListOf {
  congressId: string
  unitId: string | null
}

export type Asked = ReadonlySet<AskedField>

const isSensitive = (field: AskedField) => (sensitiveFields as readonly string[]).includes(field)

/** What the level of a congress asks of its delegates, without what this account may not know where the list is kept. */
export const askedOf = async (
  read: Reader,
  { congressId, unitId }: ListOf,
  duties: readonly Duty[],
): Promise<Asked> => {
  const keeperId = unitId ?? (await findCongress(read, congressId))?.unitId
  const mayKnow = keeperId !== undefined && maySeeSensitiveAt(duties, await lineOfUnit(read, keeperId))
  return mayKnow ? new Set(await listAskedFields(read, congressId)) : askedOpenly(read, congressId)
}

/** The same for whoever may know nothing sensitive. */
export const askedOpenly = async (read: Reader, congressId: string): Promise<Asked> =>
  new Set((await listAskedFields(read, congressId)).filter((field) => !isSensitive(field)))

/** The congress says these of its delegates: in the list of a unit they are no columns. */
const ofCongress: readonly string[] = ['number', 'seat', 'door', 'introduced', 'representative', 'link']
const byChoice: readonly string[] = [...openFields, ...sensitiveFields]

/** Whether the list has the field at all, whatever its level asks. */
export const isOfList = (field: string, { unitId }: Pick<ListOf, 'unitId'>): boolean =>
  unitId === null || !ofCongress.includes(field)

/** What a column of the file may be; `into` = what is asked where delegates go, null for everything else. */
export const fieldsToImport = (
  kind: ImportKind,
  into: { unitId: string | null; asked: Asked } | null,
): readonly string[] =>
  into === null
    ? importFields[kind]
    : importFields[kind].filter(
        (field) =>
          isOfList(field, into) && (!byChoice.includes(field) || (into.asked as ReadonlySet<string>).has(field)),
      )
