import type { Row } from '../../db/rows.ts'
import type { DelegateRecord } from '../delegates/queries.ts'
import { groupSign } from '../delegates/rules.ts'
import type { SensitiveField } from '../people/schema.ts'
import { delegateFields } from './delegate-fields.ts'
import type { Value } from './values.ts'

/** What of a person is kept apart and has a column, for those alone who may know it. */
export type KeptApart = Pick<Row<'sensitiveData'>, SensitiveField>

/** A whole date, else the year. */
export const birthOf = ({ birthDate, birthYear }: Row<'people'>): string | null =>
  birthDate ?? (birthYear === null ? null : String(birthYear))

/** What the columns would say of them now. */
export const standsOf = (
  person: Row<'people'> | undefined,
  record?: DelegateRecord,
  apart?: KeptApart,
): Record<string, Value> => ({
  address: person?.address ?? '',
  name: person?.name ?? '',
  printedName: person?.printedName ?? '',
  sex: person?.sex ?? null,
  birth: person ? birthOf(person) : null,
  phone: person?.phone ?? '',
  email: person?.email ?? '',
  titles: person?.titles.join(groupSign) ?? '',
  education: person?.education ?? '',
  field: person?.field ?? '',
  isDirectWorker: person?.isDirectWorker ?? null,
  ethnicity: apart?.ethnicity ?? '',
  religion: apart?.religion ?? '',
  isPartyMember: apart?.isPartyMember ?? null,
  post: record?.delegate.post ?? '',
  unit: record?.delegate.workplace ?? '',
  printedPost: record?.delegate.printedPost ?? '',
  delegation: record?.delegation ?? '',
  class: record?.delegate.class ?? null,
  standing: record?.delegate.standing ?? null,
  structure: record?.delegate.groups.join(groupSign) ?? '',
  number: record?.delegate.number ?? '',
  seat: record?.delegate.seat ?? '',
  door: record?.delegate.door ?? '',
  introduced: record?.delegate.introduced ?? '',
  representative: record?.delegate.representative ?? '',
  link: record?.delegate.link ?? '',
  note: record?.delegate.note ?? '',
})

export const showDelegateField = (field: string, value: Value): string =>
  delegateFields[field as keyof typeof delegateFields].show(value)
