/** What somebody attends a congress as: delegates proper and guests, then those who prepare it, report it and serve it. */
export const delegateClasses = ['official', 'guest', 'organizing', 'press', 'service'] as const
export type DelegateClass = (typeof delegateClasses)[number]

/** On the list; standing by for one who cannot come; withdrawn, and kept for who was told. */
export const standings = ['listed', 'alternate', 'withdrawn'] as const
export type Standing = (typeof standings)[number]

/** On the day: there, away with a reason, away without one. */
export const presences = ['present', 'excused', 'absent'] as const
export type Presence = (typeof presences)[number]

export const answers = ['confirmed', 'declined'] as const
export type Answer = (typeof answers)[number]

/** Of these only those with the permission know. */
export const sensitiveFields = ['ethnicity', 'religion', 'isPartyMember', 'health', 'diet'] as const
export type SensitiveField = (typeof sensitiveFields)[number]

/** What a level may ask of its delegates beyond who they are and what they hold. */
export const delegateFields = [
  'sex',
  'birthYear',
  'birthDate',
  'phone',
  'email',
  'photo',
  'printedName',
  'printedPost',
  'titles',
  'education',
  'field',
  'isDirectWorker',
  ...sensitiveFields,
] as const
export type DelegateField = (typeof delegateFields)[number]
