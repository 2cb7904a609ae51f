/** By what groups can be even. */
export const balances = ['delegation', 'sex', 'field'] as const
export type Balance = (typeof balances)[number]

/** Who leads a group and who writes for it. */
export const groupRoles = ['chair', 'secretary'] as const
export type GroupRole = (typeof groupRoles)[number]

export const groupRuleKinds = ['together', 'apart'] as const
export type GroupRuleKind = (typeof groupRuleKinds)[number]

/** Anew: as even as can be; fewest: nobody moves who need not, and who comes anew is put where it is most even. */
export const planModes = ['anew', 'fewest'] as const
export type PlanMode = (typeof planModes)[number]

/** Groups of one congress. */
export const mostGroups = 200
