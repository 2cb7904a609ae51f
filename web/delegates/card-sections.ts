import type { ColumnName } from './columns.ts'

/** The columns of the list as the card of somebody groups them. */
export const sections = {
  person: ['address', 'name', 'sex', 'birthYear', 'birthDate', 'phone', 'email', 'printedName'],
  part: [
    'class',
    'delegation',
    'post',
    'workplace',
    'groups',
    'standing',
    'number',
    'seat',
    'door',
    'printedPost',
    'note',
  ],
  statistics: ['titles', 'education', 'field', 'isDirectWorker'],
  day: ['presence', 'absenceReason'],
} as const satisfies Record<string, readonly ColumnName[]>
