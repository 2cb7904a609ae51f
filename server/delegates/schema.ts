/** What somebody attends a congress as: delegates proper and guests, then those who prepare it, report it and serve it. */
export const delegateClasses = ['official', 'guest', 'organizing', 'press', 'service'] as const
export type DelegateClass = (typeof delegateClasses)[number]
