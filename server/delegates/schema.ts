/** What somebody attends a congress as: delegates proper and guests, then those who prepare it, report it and serve it. */
export type DelegateClass = 'official' | 'guest' | 'organizing' | 'press' | 'service'
