import type { SeatScene } from './seat-scene.ts'

export type Step = 'left' | 'right' | 'up' | 'down' | 'first' | 'last' | 'level-up' | 'level-down'

/** The seat that a step leads to, as it is seen with the stage above; where there is none, the one it was made from. */
export const stepFrom = (scene: SeatScene, at: number, step: Step): number => {
  const { bands, bandOf } = scene
  const place = bandOf[at]
  const band = place === undefined ? undefined : bands[place]
  if (place === undefined || !band) return bands[0]?.seats[0] ?? -1
  switch (step) {
    case 'left':
    case 'right':
      return band.seats[band.seats.indexOf(at) + (step === 'left' ? -1 : 1)] ?? at
    case 'first':
      return band.seats[0] ?? at
    case 'last':
      return band.seats.at(-1) ?? at
    case 'up':
    case 'down':
      return nearest(scene, place + (step === 'up' ? -1 : 1), at)
    case 'level-up':
    case 'level-down': {
      const level = band.level + (step === 'level-up' ? -1 : 1)
      const levels = bands.map((each) => each.level)
      const beyond =
        step === 'level-up' ? levels.findLastIndex((each) => each <= level) : levels.findIndex((each) => each >= level)
      return nearest(scene, levels.indexOf(levels[beyond] ?? -2), at)
    }
  }
}

/** Seen from the stage, all is turned by half a circle. */
export const turnedStep: Record<Step, Step> = {
  ...{ left: 'right', right: 'left', up: 'down', down: 'up', first: 'last', last: 'first' },
  ...{ 'level-up': 'level-down', 'level-down': 'level-up' },
}

const nearest = ({ bands, x }: SeatScene, band: number, at: number): number => {
  let found = at
  let least = Infinity
  for (const each of bands[band]?.seats ?? []) {
    const away = Math.abs((x[each] ?? 0) - (x[at] ?? 0))
    if (away < least) {
      least = away
      found = each
    }
  }
  return found
}
