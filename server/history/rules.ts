import type { Role } from '../accounts/schema.ts'

const ofSecretariat = new Set(['sessions', 'items', 'papers'])

/** The role that the act itself needed: who may not do a thing may not undo it either. */
export const roleToUndo = (changes: readonly { table: string }[]): Role => {
  if (changes.some(({ table }) => table === 'shares')) return 'administrator'
  return changes.every(({ table }) => ofSecretariat.has(table)) ? 'secretariat' : 'organizer'
}
