import type {
  FormerSignerPaper,
  NewNumberSeries,
  NumberOfPaper,
  NumberSeries,
  NumberSeriesChange,
  OfferedSeries,
  SignerOfPaper,
  StepOfPaper,
} from '../../server/papers/schema.ts'
import { getJson, write } from './request.ts'

export const stepPaper = (congressId: string, kind: string, body: StepOfPaper) =>
  write('POST', `/api/congresses/${congressId}/papers/${kind}/steps`, { body })
export const numberPaper = (congressId: string, kind: string, body: NumberOfPaper) =>
  write('PUT', `/api/congresses/${congressId}/papers/${kind}/number`, { body })
export const chooseSigner = (congressId: string, kind: string, body: SignerOfPaper) =>
  write('PUT', `/api/congresses/${congressId}/papers/${kind}/signer`, { body })

/** Unsigned papers of a cycle that name who no longer holds the post by which they are signed. */
export const listFormerSigners = (cycleId: string) =>
  getJson<FormerSignerPaper[]>(`/api/cycles/${cycleId}/former-signers`)

export const listNumberSeries = (congressId: string) =>
  getJson<OfferedSeries[]>(`/api/congresses/${congressId}/number-series`)
export const createNumberSeries = (congressId: string, body: NewNumberSeries) =>
  write<NumberSeries>('POST', `/api/congresses/${congressId}/number-series`, { body })
export const changeNumberSeries = (id: string, body: NumberSeriesChange) =>
  write<NumberSeries>('PUT', `/api/number-series/${id}`, { body })
export const deleteNumberSeries = (id: string, version: number) =>
  write('DELETE', `/api/number-series/${id}`, { query: { version } })
