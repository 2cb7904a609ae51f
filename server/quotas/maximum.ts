import { refused } from '../errors.ts'
import type { ActRows } from '../history/actions.ts'
import { findQuotaPlan, listQuotas } from './queries.ts'
import { both, sumOf } from './rules.ts'

/** Quotas may be exceeded with a reason, the congress's own maximum may not: thrift is ordered (Nghị định 98/2023, Article 25). */
export const refuseAboveMaximum = async ({ tx }: ActRows, congressId: string): Promise<void> => {
  const maximum = (await findQuotaPlan(tx, congressId))?.maximum ?? null
  if (maximum === null) return
  const sum = both(sumOf((await listQuotas(tx, congressId)).map(({ quota }) => quota)))
  if (sum > maximum) {
    throw refused('quota-above-maximum', 'The quotas sum up to more than the congress has.', { sum, maximum })
  }
}
