import type { RoadFacts } from '../../server/conflicts/rules.ts'
import { createRoadIndex, findConflicts } from '../../server/conflicts/rules.ts'
import type { Acceptance, Conflict } from '../../server/conflicts/schema.ts'
import { inventedAccount } from './events.ts'

/** Of the late ones some were asked already; two communes out of their window are left to be accepted. */
const lateAccepted = 5
const windowsLeftOpen = 2

const reasons = {
  window: 'Hoãn do dịch COVID-19; được phép tổ chức bù trước đại hội cấp trên.',
  late: 'Đã gọi điện: đơn vị đã tổ chức, đang gửi văn bản báo cáo.',
}

/** What an office has accepted by now: delays that the epidemic explains, and late ones that were telephoned. */
export const buildAcceptances = (
  facts: RoadFacts,
  leftOpenCongressId: string,
  newId: () => string,
): (Acceptance & { version: number })[] => {
  const conflicts = findConflicts(createRoadIndex(facts))
  const inGrassroots = new Set(facts.levels.filter(({ position }) => position === 0).map(({ id }) => id))
  const grassroots = new Set(facts.congresses.filter(({ levelId }) => inGrassroots.has(levelId)).map(({ id }) => id))
  const windows = conflicts.filter(
    ({ rule, congressId }) => rule === 'outside-window' && congressId !== leftOpenCongressId,
  )
  const leftOpen = new Set(windows.filter(({ congressId }) => grassroots.has(congressId)).slice(-windowsLeftOpen))
  const accept = (reason: string) => (conflict: Conflict) => ({
    id: newId(),
    congressId: conflict.congressId,
    key: conflict.key,
    fingerprint: conflict.fingerprint,
    reason,
    paperNumber: '',
    accountName: inventedAccount,
    at: '2020-06-19T09:30:00.000Z',
    version: 1,
  })
  return [
    ...windows.filter((conflict) => !leftOpen.has(conflict)).map(accept(reasons.window)),
    ...conflicts
      .filter(({ rule }) => rule === 'late')
      .slice(0, lateAccepted)
      .map(accept(reasons.late)),
  ]
}
