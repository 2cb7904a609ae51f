import type { Aim } from '../schema.ts'

/** Another unit has been sent nothing. */
export const unsent = { sentOfficial: null, sentGuests: null, sentAt: null, sentBy: '' }

/** What a quota is before anything was said of it. */
export const emptyQuota = {
  ...{ official: 0, guests: 0, weight: null, aims: [] as Aim[], setBy: 'by-hand' as const },
  ...{ note: '', excessReason: '', ...unsent },
}
