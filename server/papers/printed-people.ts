import type { Reader } from '../../db/open.ts'
import type { Row } from '../../db/rows.ts'
import { listDelegates } from '../delegates/queries.ts'
import { listValuesOf } from '../delegates/rules.ts'
import { printedPost, type ListRow } from '../documents/list-rows.ts'

/** People who attend as papers print and the announcer says them: the form that was typed for it stands for name and post. */
export const findPrintedPeople = async (
  read: Reader,
  congressId: string,
  isPrinted: (delegate: Row<'delegates'>) => boolean = ({ standing }) => standing === 'listed',
): Promise<ListRow[]> => {
  const attending = (await listDelegates(read, congressId)).filter(({ delegate }) => isPrinted(delegate))
  return attending.map((record) => {
    const { person, delegate } = record
    const { address = '', ...values } = listValuesOf(record)
    const printed = {
      ...(person.printedName === '' ? {} : { name: person.printedName }),
      ...(delegate.printedPost === '' ? {} : { [printedPost]: delegate.printedPost }),
    }
    const called = address === '' || person.printedName !== '' ? {} : { address }
    return { id: delegate.id, values: { ...called, ...values, ...printed } }
  })
}
