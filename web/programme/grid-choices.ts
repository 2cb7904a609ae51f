import type { Desk } from './desk.ts'

/** Minutes to which times snap. */
export const steps = [1, 5, 15] as const

const kept = { step: 'tien-toi.programme-step', rest: 'tien-toi.programme-rest' } as const

/** What was chosen last; the address comes first, so that a link shows what its sender saw. */
const chosen = (desk: Pick<Desk, 'get'>, name: keyof typeof kept): string =>
  desk.get(name) || (localStorage.getItem(kept[name]) ?? '')

export const stepOf = (desk: Pick<Desk, 'get'>): number =>
  steps.find((step) => String(step) === chosen(desk, 'step')) ?? 5

/** «Dời các mục sau theo». */
export const movesRest = (desk: Pick<Desk, 'get'>): boolean => chosen(desk, 'rest') !== 'no'

export const choose = (desk: Pick<Desk, 'set'>, name: keyof typeof kept, value: string): void => {
  localStorage.setItem(kept[name], value)
  desk.set({ [name]: value })
}
