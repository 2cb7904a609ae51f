/** Grounds that black letters can be read on, also where they are printed in black and white. */
export const tints = {
  red: [1, 0.72, 0.7],
  orange: [1, 0.82, 0.6],
  yellow: [1, 0.95, 0.6],
  green: [0.72, 0.9, 0.7],
  blue: [0.7, 0.84, 1],
  violet: [0.86, 0.76, 0.97],
  grey: [0.85, 0.85, 0.85],
} as const
export type Tint = keyof typeof tints
export const tintNames = Object.keys(tints) as [Tint, ...Tint[]]
