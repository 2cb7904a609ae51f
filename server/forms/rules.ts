import type { Congress } from '../congresses/schema.ts'
import { askedVerdicts, type FormKindId, type ReturnedFile } from './schema.ts'

type Read = Pick<ReturnedFile, 'group' | 'isChosen' | 'state' | 'verdict'>

/** Files whose units are still to be asked: faulty, not readable, or left in doubt, and no other file of the unit is taken. */
export const notTaken = <T extends Read>(files: readonly T[]): T[] => {
  const answered = new Set(files.flatMap(({ group, isChosen }) => (isChosen && group !== null ? [group] : [])))
  return files.filter(({ group, isChosen, state, verdict }) => {
    if (isChosen || (group !== null && answered.has(group))) return false
    return state === null || state === 'error' || askedVerdicts.includes(verdict)
  })
}

/** Whose answer it is, as far as anybody can tell. */
interface Asked {
  unitId: string | null
  kind: FormKindId | null
  congressId: string | null
}

/** Whether an answer settles what was not taken before: what a file did not tell may be anything. */
export const isSettledBy = (
  refusal: Asked,
  answer: { unitId: string; kind: FormKindId; congressId: string },
): boolean =>
  refusal.unitId === answer.unitId &&
  (refusal.kind ?? answer.kind) === answer.kind &&
  (refusal.congressId ?? answer.congressId) === answer.congressId

/**
 * Whether what a form asks is known without its answer: the day of a congress that was held, the result of one that
 * reported, the list that was sent (`isSent`).
 */
export const isKnownOtherwise = (
  { kind, answeredAt }: { kind: FormKindId; answeredAt: string | null },
  { state }: Pick<Congress, 'state'>,
  isSent = false,
): boolean => answeredAt === null && (isSent || state === 'reported' || (kind !== 'result' && state === 'held'))

/** Of whom a form asks, as a key. */
export const targetOf = ({ congressId, unitId }: { congressId: string; unitId: string }): string =>
  `${congressId} ${unitId}`
