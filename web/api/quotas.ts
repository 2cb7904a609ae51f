import type { NewQuotas, QuotaBoard, QuotaChanges, QuotaPlan, QuotasNamed } from '../../server/quotas/schema.ts'
import { getJson, write } from './request.ts'

/** Tables that the board is read from. */
export const tablesOfQuotas = ['quotas', 'quotaPlans', 'delegates', 'delegations', 'people', 'sensitiveData', 'units']

export const findQuotaBoard = (congressId: string) => getJson<QuotaBoard>(`/api/congresses/${congressId}/quotas`)
export const addQuotas = (congressId: string, body: NewQuotas) =>
  write<{ ids: string[] }>('POST', `/api/congresses/${congressId}/quotas`, { body })
export const changeQuotas = (congressId: string, body: QuotaChanges) =>
  write('PUT', `/api/congresses/${congressId}/quotas`, { body })
export const removeQuotas = (congressId: string, body: QuotasNamed) =>
  write('POST', `/api/congresses/${congressId}/quotas/remove`, { body })
export const sendQuotas = (congressId: string, body: QuotasNamed) =>
  write('POST', `/api/congresses/${congressId}/quotas/send`, { body })
export const saveQuotaPlan = (congressId: string, body: QuotaPlan) =>
  write('PUT', `/api/congresses/${congressId}/quota-plan`, { body })

/** Address of the board as a workbook. */
export const quotaExportPath = (congressId: string): string => `/api/congresses/${congressId}/quotas/export.xlsx`
