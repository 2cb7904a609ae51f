import { unknownYet } from '../../server/congresses/rules.ts'
import { raiseStamp } from '../../server/history/queries.ts'
import { newId } from '../../server/office.ts'
import { defaultHonourKinds } from '../../server/results/rules.ts'
import { emptyUnit } from '../../server/units/rules.ts'
import { randomOf } from '../server/conflicts/seeded-road.ts'
import { openOffice, signInAs, type Browser, type TestOffice } from '../support/office.ts'
import { aCycle, aLevel } from '../support/records.ts'
import { benchSeed, medianOf, type BenchRow } from './rows.ts'

const congressCount = 1000
const rounds = 30
const goalMilliseconds = 20

/** The calendar at work, at the API of a server on SQLite: sums of 1,000 congresses made anew after every act. */
export const benchResults = async (): Promise<BenchRow[]> => {
  const office = await openOffice()
  try {
    const who = await signInAs(office, 'administrator', null)
    const cycleId = await seedResults(office, who)
    const path = `/api/cycles/${cycleId}/results`
    const afterAct: number[] = []
    const again: number[] = []
    for (let round = 0; round < rounds; round += 1) {
      await office.db.write(raiseStamp)
      afterAct.push(await timeOf(who, path))
      again.push(await timeOf(who, path))
    }
    return [
      rowOf(`sums of ${String(congressCount)} congresses, after an act`, medianOf(afterAct)),
      rowOf('the same, asked again', medianOf(again)),
    ]
  } finally {
    await office.close()
  }
}

const rowOf = (job: string, milliseconds: number): BenchRow => ({
  job,
  ours: `${milliseconds.toFixed(1)} ms`,
  peer: '–',
  ratio: '–',
  goal: `≤ ${String(goalMilliseconds)} ms`,
  isMet: milliseconds <= goalMilliseconds,
})

const timeOf = async (who: Browser, path: string): Promise<number> => {
  const begun = performance.now()
  const { status, body } = await who('GET', path)
  const taken = performance.now() - begun
  const { sums } = body as { sums: { road: { total: number; individuals: number } } }
  if (status !== 200 || sums.road.total !== congressCount || sums.road.individuals === 0) {
    throw new Error(`GET ${path}: ${String(status)} ${JSON.stringify(sums.road)}`)
  }
  return taken
}

/** A province of 20 districts and 979 communes, each with a congress; two of three were held and have told what they brought. */
const seedResults = async (office: TestOffice, who: Browser): Promise<string> => {
  const random = randomOf(benchSeed)
  const provinceId = newId()
  const unit = (id: string, name: string, parentId: string | null) => ({
    ...emptyUnit,
    id,
    name,
    parentId,
    folded: name,
    version: 1,
  })
  const districts = Array.from({ length: 20 }, (_, at) => unit(newId(), `Huyện ${String(at)}`, provinceId))
  const communes = Array.from({ length: congressCount - 21 }, (_, at) =>
    unit(newId(), `Xã ${String(at)}`, districts[at % 20]?.id ?? null),
  )
  const units = [unit(provinceId, 'Tỉnh', null), ...districts, ...communes]
  await office.db.write(async (tx) => {
    for (const each of units) await tx.insert(tx.tables.units).values(each)
  })
  const cycle = await who(
    'POST',
    '/api/cycles',
    aCycle(provinceId, [aLevel(), aLevel({ name: 'Cấp huyện' }), aLevel({ name: 'Cấp tỉnh' })]),
  )
  const cycleId = (cycle.body as { id: string }).id
  const { levels } = (await who('GET', `/api/cycles/${cycleId}/road`)).body as { levels: { id: string }[] }
  await office.db.write(async (tx) => {
    for (const [index, { id: unitId }] of units.entries()) {
      const congressId = newId()
      const isHeld = random() < 0.66
      const date = `2020-0${String(1 + Math.floor(random() * 5))}-1${String(Math.floor(random() * 9))}`
      await tx.insert(tx.tables.congresses).values({
        ...unknownYet,
        id: congressId,
        cycleId,
        levelId: levels[index === 0 ? 2 : index <= 20 ? 1 : 0]?.id ?? '',
        unitId,
        form: 'Hội nghị điển hình tiên tiến',
        title: `Hội nghị ${String(index)}`,
        folded: '',
        dateFrom: date,
        dateTo: date,
        state: isHeld ? 'held' : 'planned',
        isDateInvented: false,
        formerDate: null,
        formerDateTo: null,
        version: 1,
      })
      if (!isHeld) continue
      await tx.insert(tx.tables.results).values({
        id: newId(),
        congressId,
        presentDelegates: 80 + Math.floor(random() * 200),
        presentGuests: Math.floor(random() * 20),
        honours: defaultHonourKinds
          .slice(-4)
          .map(({ key }) => ({ kind: key, collectives: 0, individuals: 1 + Math.floor(random() * 9) })),
        chosenUpward: Math.floor(random() * 5),
        reportNumber: '',
        reportDate: null,
        sourceKind: 'call',
        source: 'Văn phòng',
        note: '',
        version: 1,
      })
    }
  })
  return cycleId
}
