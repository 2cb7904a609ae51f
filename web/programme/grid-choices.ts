import type { Desk } from './desk.ts'

/** Minutes to which times snap. */
export const steps = [1, 5, 15] as const

/** How high the grid is drawn, against what its items ask for. */
const zooms = [0.5, 0.75, 1, 1.5, 2, 3, 5, 8] as const

const kept = {
  step: 'tien-toi.programme-step',
  rest: 'tien-toi.programme-rest',
  zoom: 'tien-toi.programme-zoom',
} as const

/** What was chosen last; the address comes first, so that a link shows what its sender saw. */
const chosen = (desk: Pick<Desk, 'get'>, name: keyof typeof kept): string =>
  desk.get(name) || (localStorage.getItem(kept[name]) ?? '')

export const stepOf = (desk: Pick<Desk, 'get'>): number =>
  steps.find((step) => String(step) === chosen(desk, 'step')) ?? 5

/** «Dời các mục sau theo». */
export const movesRest = (desk: Pick<Desk, 'get'>): boolean => chosen(desk, 'rest') !== 'no'

export const zoomOf = (desk: Pick<Desk, 'get'>): number =>
  zooms.find((zoom) => String(zoom) === chosen(desk, 'zoom')) ?? 1

/** A step higher or lower; null where there is none. */
export const zoomBeside = (zoom: number, way: -1 | 1): number | null =>
  (way === 1 ? zooms.find((each) => each > zoom) : zooms.findLast((each) => each < zoom)) ?? null

export const choose = (desk: Pick<Desk, 'set'>, name: keyof typeof kept, value: string): void => {
  localStorage.setItem(kept[name], value)
  desk.set({ [name]: value })
}
