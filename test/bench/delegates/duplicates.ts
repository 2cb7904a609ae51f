import { existsSync, readFileSync } from 'node:fs'
import { findDuplicates } from '../../../server/duplicates/rules/search.ts'
import { randomOf } from '../../server/conflicts/seeded-road.ts'
import { febrlFile, readFebrl, shareOfTrue } from '../../server/duplicates/febrl.ts'
import { areTwins, inventPeople } from '../../server/duplicates/people.ts'
import { benchSeed, medianOf, type BenchRow } from '../rows.ts'

/** Who is kept twice: how long it takes to find them, and how many of them are found. */
export const benchDuplicates = (): BenchRow[] => [
  ...timeRows(),
  ...(existsSync(febrlFile) ? [febrlRow(true), febrlRow(false)] : []),
]

const peopleCount = 20_000
const runs = 3
const mostSeconds = 3

const timeRows = (): BenchRow[] => {
  const people = inventPeople(peopleCount, randomOf(benchSeed))
  const twins = people.filter(({ id }) => id.endsWith('-again')).length
  const seconds: number[] = []
  let pairs = findDuplicates([])
  for (let run = 0; run < runs; run += 1) {
    const begun = performance.now()
    pairs = findDuplicates(people)
    seconds.push((performance.now() - begun) / 1000)
  }
  const right = pairs.filter(({ firstId, secondId }) => areTwins(firstId, secondId)).length
  const median = medianOf(seconds)
  return [
    {
      job: 'duplicates of 20,000 invented people',
      ours: `${median.toFixed(2)} s; precision ${share(right / pairs.length)}, recall ${share(right / twins)}`,
      ...{ peer: '–', ratio: '–', goal: `≤ ${String(mostSeconds)} s`, isMet: median <= mostSeconds },
    },
  ]
}

const leastShare = 0.95

/** Without the number of the insurance nothing but name, birth and place is left to find them by. */
const febrlRow = (withNumber: boolean): BenchRow => {
  const { precision, recall } = shareOfTrue(findDuplicates(readFebrl(readFileSync(febrlFile, 'utf8'), withNumber)))
  const least = withNumber ? leastShare : 0.9
  return {
    job: `FEBRL 1, 500 known pairs, ${withNumber ? 'all fields' : 'without the number'}`,
    ours: `precision ${share(precision)}, recall ${share(recall)}`,
    ...{ peer: '–', ratio: '–', goal: `both ≥ ${share(least)}`, isMet: precision >= least && recall >= least },
  }
}

const share = (part: number): string => part.toFixed(3)
