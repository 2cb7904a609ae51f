import { performance } from 'node:perf_hooks'
import { randomBy } from '../../../server/format/chance.ts'
import { instanceOf } from '../../../server/seating/rules/instance.ts'
import { improveSpread, pourAnew } from '../../../server/seating/rules/pouring.ts'
import { emptySpread, pourInOrder, slotsByRegion, type SpreadProblem } from '../../../server/seating/rules/spread.ts'
import { peerVersion } from '../peers.ts'
import { benchSeed, type BenchRow } from '../rows.ts'
import { congressOf, congressSizes } from './congress.ts'
import { openHighs } from './highs.ts'

/** HiGHS gets so many seconds for the delegations of 1,500 people, and as many as it needs for the bound. */
const mostSeconds = 18
const enough = 120

/** Delegations into rows of seats: so that they lie in few pieces and regions, with no row between. */
export const benchBlocks = async (): Promise<BenchRow[]> => {
  const highs = await openHighs()
  const [small, large] = [blocksOf(500), blocksOf(1500)]
  poured(small)
  const ours = poured(small)
  const bound = highs.solve(boundModelOf(small), { output_flag: false, time_limit: enough })
  const isProven = bound.Status === 'Optimal'
  const least = Math.round(bound.ObjectiveValue)
  const over = (100 * (ours.cost - least)) / least
  const ourLarge = poured(large)
  const answer = highs.solve(modelOf(large), { output_flag: false, time_limit: mostSeconds })
  const theirs = Math.round(answer.ObjectiveValue)
  const below = (100 * (theirs - ourLarge.cost)) / theirs
  return [
    {
      job: 'seats: delegations of 500 people into rows',
      ours: `${ours.seconds.toFixed(2)} s, cost ${String(ours.cost)}`,
      peer: isProven ? `bound proven by HiGHS ${peerVersion('highs')}: ${String(least)}` : 'no bound',
      ratio: isProven ? `+${over.toFixed(1)} %` : '–',
      goal: '≤ 3 % over the bound',
      isMet: isProven && over <= 3,
    },
    {
      job: 'seats: delegations of 1,500 people into rows',
      ours: `${ourLarge.seconds.toFixed(2)} s, cost ${String(ourLarge.cost)}`,
      peer: `HiGHS ${peerVersion('highs')} after ${String(mostSeconds)} s: ${Number.isFinite(theirs) ? `cost ${String(theirs)}` : 'none'}`,
      ratio: Number.isFinite(below) ? `−${below.toFixed(0)} %` : '–',
      goal: '≥ 25 % below, in 1/18 of the time',
      isMet: (below >= 25 || !Number.isFinite(theirs)) && ourLarge.seconds <= mostSeconds / 18,
    },
  ]
}

/** Everybody of a congress by delegation, in an empty hall of as many rows as it takes and one to spare. */
const blocksOf = (people: number): SpreadProblem => {
  const size = congressSizes.find((each) => each.people === people) ?? { people, rows: 20, blocks: [30] }
  const problem = congressOf(size)
  const { ground, parties } = instanceOf(problem)
  const sizes = new Int32Array(parties)
  const placeOf = new Map(problem.delegations.map(({ id }, place) => [id, place]))
  for (const { delegationId } of problem.people) {
    const place = placeOf.get(delegationId ?? '') ?? 0
    sizes[place] = (sizes[place] ?? 0) + 1
  }
  const rows = problem.hall.segments
    .filter(({ isStage }) => !isStage)
    .map(({ seats }) => ({
      ...{ size: seats.length, band: ground.band[seats[0] ?? 0] ?? 0, region: ground.region[seats[0] ?? 0] ?? 0 },
      beside: [],
    }))
    .sort((one, other) => one.band - other.band)
  let [last, room] = [-1, 0]
  for (const { size: seats, band } of rows) {
    if (room >= people && band !== last) break
    room += seats
    last = band
  }
  const none = new Int32Array(parties)
  return {
    slots: rows.filter(({ band }) => band <= last + 1),
    ...{ sizes, bands: ground.bands, regions: ground.regions, placed: [] },
    ...{ fewestPieces: none, fewestRegions: none, price: { piece: 4, region: 4, order: 0, orphan: 0 } },
  }
}

const poured = (problem: SpreadProblem): { cost: number; seconds: number } => {
  const began = performance.now()
  const spread = emptySpread(problem)
  const people = problem.sizes.reduce((sum, size) => sum + size, 0)
  const pouring = { random: randomBy(benchSeed), least: 0, mayGoOn: () => true }
  pourInOrder(spread)
  const works = [improveSpread(spread, { ...pouring, mostTries: 20_000 + 60 * people }), pourAnew(spread, pouring)]
  for (const work of works) while (!work.next().done) continue
  return { cost: spread.cost, seconds: (performance.now() - began) / 1000 }
}

const partiesOf = ({ sizes }: SpreadProblem): { party: string; size: number }[] =>
  [...sizes.entries()].flatMap(([party, size]) => (size > 0 ? [{ party: String(party), size }] : []))

const programOf = (costs: readonly string[], rules: readonly string[], binary: string[], whole: string[]): string =>
  [
    ...['Minimize', `obj: ${costs.join('\n')}`, 'Subject To'],
    ...rules.map((rule, at) => `c${String(at)}: ${rule}`),
    ...['Binary', ...binary, 'General', ...whole, 'End'],
  ].join('\n')

/**
 * What no spread can be below: in each region a delegation has at the least as many pieces as its people there fill of
 * the longest rows; who shares a row with whom is left open.
 */
const boundModelOf = (problem: SpreadProblem): string => {
  const { slots, price } = problem
  const parties = partiesOf(problem)
  const regions = [...slotsByRegion(slots)].map(([region, list]) => {
    const sizes = list.map((at) => slots[at]?.size ?? 0)
    return { region: String(region), longest: Math.max(...sizes), room: sizes.reduce((sum, size) => sum + size, 0) }
  })
  const cells = parties.flatMap(({ party, size }) =>
    regions.map(({ region, longest }) => ({ at: `${party}_${region}`, longest, most: Math.ceil(size / longest) })),
  )
  return programOf(
    cells.map(({ at }) => `+ ${String(price.piece)} k${at} + ${String(price.region)} z${at}`),
    [
      ...parties.map(
        ({ party, size }) => `${regions.map(({ region }) => `x${party}_${region}`).join(' + ')} = ${String(size)}`,
      ),
      ...cells.map(({ at, longest }) => `${String(longest)} k${at} - x${at} >= 0`),
      ...cells.map(({ at, most }) => `k${at} - ${String(most)} z${at} <= 0`),
      ...regions.map(
        ({ region, room }) => `${parties.map(({ party }) => `x${party}_${region}`).join(' + ')} <= ${String(room)}`,
      ),
    ],
    cells.map(({ at }) => `z${at}`),
    cells.flatMap(({ at }) => [`x${at}`, `k${at}`]),
  )
}

/** The whole of it: people of each delegation in each row, its pieces, regions and the rows between its first and last. */
const modelOf = (problem: SpreadProblem): string => {
  const { slots, price } = problem
  const parties = partiesOf(problem)
  const bands = [...new Set(slots.map(({ band }) => band))]
  const regions = [...new Set(slots.map(({ region }) => region))]
  const [piece, region] = [String(price.piece), String(price.region)]
  const most = String(bands.length)
  const costs: string[] = []
  const rules: string[] = []
  const [binary, whole]: [string[], string[]] = [[], []]
  for (const { party, size } of parties) {
    const pieces = slots.map((slot, at) => ({ ...slot, at: `${party}_${String(at)}` }))
    rules.push(`${pieces.map(({ at }) => `x${at}`).join(' + ')} = ${String(size)}`)
    for (const { at, size: seats, band, region: zone } of pieces) {
      rules.push(`x${at} - ${String(Math.min(size, seats))} y${at} <= 0`)
      rules.push(`b${party}_${String(band)} - y${at} >= 0`, `r${party}_${String(zone)} - y${at} >= 0`)
      costs.push(`+ ${piece} y${at}`)
      binary.push(`y${at}`)
      whole.push(`x${at}`)
    }
    for (const [place, band] of bands.entries()) {
      const used = `b${party}_${String(band)}`
      const here = pieces.filter((each) => each.band === band).map(({ at }) => `y${at}`)
      rules.push(`${here.join(' + ')} - ${used} >= 0`, `l${party} - ${String(place)} ${used} >= 0`)
      rules.push(`f${party} + ${String(bands.length - place)} ${used} <= ${most}`)
      costs.push(`- ${piece} ${used}`)
      binary.push(used)
    }
    const used = bands.map((band) => `b${party}_${String(band)}`)
    rules.push(`l${party} - f${party} - ${used.join(' - ')} >= -1`)
    costs.push(`+ ${piece} l${party} - ${piece} f${party} + ${piece} one`)
    for (const zone of regions) {
      costs.push(`+ ${region} r${party}_${String(zone)}`)
      binary.push(`r${party}_${String(zone)}`)
    }
  }
  for (const [at, { size }] of slots.entries()) {
    rules.push(`${parties.map(({ party }) => `x${party}_${String(at)}`).join(' + ')} <= ${String(size)}`)
  }
  return programOf(costs, [...rules, 'one = 1'], binary, whole)
}
