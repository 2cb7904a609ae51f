import { keepRows } from '../../db/rows.ts'
import type { ActRows } from '../../server/history/actions.ts'
import { findRows, peopleList, type KeptRow } from '../../server/lists/queries.ts'
import { storeOf } from '../../server/lists/store.ts'
import { newId, type Office } from '../../server/office.ts'

type Values = Record<string, string>

const writing = <T>({ db }: Office, work: (rows: ActRows) => Promise<T>): Promise<T> =>
  db.write((tx) => work({ ...keepRows(tx), actId: newId(), say: () => undefined }))

const store = storeOf(peopleList)
const placeOf = (congressId: string) => ({ congressId, list: peopleList })

/** Puts people on the list of those who attend a congress, with the columns of that list; gives the ids of their rows. */
export const putOnList = async (
  office: Office,
  congressId: string,
  people: readonly Values[],
  position = 0,
): Promise<string[]> => {
  const added = people.map((values, at) => ({ position: position + at, values }))
  return (await writing(office, (rows) => store.create(rows, placeOf(congressId), added))).map(({ id }) => id)
}

const requireRow = async (office: Office, congressId: string, id: string): Promise<KeptRow> => {
  const row = (await findRows(office.db.read, congressId, peopleList)).find((each) => each.id === id)
  if (!row) throw new Error(`nobody ${id} is on the list`)
  return row
}

/** Changes what stands in some columns of a row. */
export const changeOnList = async (office: Office, congressId: string, id: string, values: Values): Promise<void> => {
  const row = await requireRow(office, congressId, id)
  const change = { values: { ...row.values, ...values } }
  await writing(office, (rows) => store.change(rows, placeOf(congressId), row, change))
}

export const takeOffList = async (office: Office, congressId: string, id: string): Promise<void> => {
  const row = await requireRow(office, congressId, id)
  await writing(office, (rows) => store.remove(rows, placeOf(congressId), row))
}
