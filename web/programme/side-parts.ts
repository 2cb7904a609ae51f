import type { DeskPart } from './desk.ts'

/** Stands under what the grid says of the chosen item: one line for each. */
export const sideParts: readonly DeskPart[] = []
