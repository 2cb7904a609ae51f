import type { Congress } from '../../server/congresses/schema.ts'
import type { Cycle } from '../../server/cycles/schema.ts'
import type { Asking } from './asking.ts'

/** The provincial congress of the example. */
export const provincialCongress = async (ask: Asking): Promise<Congress> => {
  const [cycle] = await ask<Cycle[]>('/api/cycles')
  const { congresses } = await ask<{ congresses: Congress[] }>(`/api/cycles/${cycle?.id ?? ''}/road`)
  return congresses.find(({ title }) => title.includes('tỉnh Nam Định lần thứ V'))!
}
