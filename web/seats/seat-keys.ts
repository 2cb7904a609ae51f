import type { Step } from './seat-walk.ts'

const steps: ReadonlyMap<string, Step> = new Map([
  ['ArrowLeft', 'left'],
  ['ArrowRight', 'right'],
  ['ArrowUp', 'up'],
  ['ArrowDown', 'down'],
  ['Home', 'first'],
  ['End', 'last'],
  ['PageUp', 'level-up'],
  ['PageDown', 'level-down'],
])

export const stepOfKey = (key: string): Step | undefined => steps.get(key)
