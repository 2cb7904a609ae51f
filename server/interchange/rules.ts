/** How much one schedule may be. */
export const scheduleLimits = {
  bytes: 10 * 1024 * 1024,
  events: 5000,
  sessions: 500,
  /** Names of fields that are listed; a file may invent as many as it likes. */
  fields: 100,
} as const
