import type { Congress } from '../../server/congresses/schema.ts'
import { spread, type Sharing } from '../../server/quotas/rules.ts'
import type { Aim, SpreadRule } from '../../server/quotas/schema.ts'
import type { Unit } from '../../server/units/schema.ts'
import { agencyBlocks } from './agencies.ts'
import type { ExampleUnits } from './units.ts'

/** 353 attended (sourced); how they were shared out was not found: every other number is invented. */
const all = { districts: 250, blocks: 80, guestsOfDistricts: 10, otherGuests: 13 }
/**
 * What a quota's note tells is for whoever receives the letter («Có đại biểu là Nhà giáo Nhân dân»), on which it is printed:
 * that the numbers are invented stands in the note of the congress, which no paper carries.
 */
const noNote = ''
/** Rows stand apart, so that others go between them. */
const step = 1024
/** Invented, as the numbers are: some days before the one on which the example stands. */
const sentAt = '2020-06-15T02:30:00.000Z'

const atLeast = (attribute: Aim['attribute'], amount: number, isPercent = false): Aim => {
  return { attribute, value: '', op: 'at-least', amount, isPercent }
}

interface Share {
  unitId: string | null
  name: string
  official: number
  guests: number
  aims: Aim[]
  setBy: SpreadRule
  note: string
  isSent: boolean
}

/** Quotas of the provincial Congress, which sum up to its 353 delegates, and of one district's. */
export const buildQuotas = (
  { provincial, district }: { provincial: Congress; district: Congress },
  units: ExampleUnits,
  newId: () => string,
) => {
  const placed =
    ({ id: congressId }: Congress) =>
    ({ isSent, ...share }: Share, at: number) => {
      const { official, guests } = share
      const sent = isSent
        ? { sentOfficial: official, sentGuests: guests, sentAt, sentBy: 'Dữ liệu ví dụ' }
        : { sentOfficial: null, sentGuests: null, sentAt: null, sentBy: '' }
      return {
        ...{ id: newId(), congressId, position: (at + 1) * step, ...share },
        ...{ weight: null, excessReason: '', ...sent, version: 1 },
      }
    }
  return {
    quotas: [
      ...provincialShares(units).map(placed(provincial)),
      ...districtShares(district, units).map(placed(district)),
    ],
    quotaPlans: [
      {
        ...{ id: newId(), congressId: provincial.id, maximum: 353, version: 1 },
        targets: [atLeast('women', 30, true), atLeast('workers', 50, true)],
      },
    ],
  }
}

const provincialShares = ({ districts }: ExampleUnits): Share[] => {
  const ofDistricts = sharesOf(districts.map(sharingOf), all.districts, 15)
  const ofBlocks = sharesOf(
    agencyBlocks.map(({ block }) => ({ id: block, weight: 1, floor: 0 })),
    all.blocks,
    0,
  )
  return [
    ...districts.map(({ id, name }, at): Share => {
      const official = ofDistricts[at] ?? 0
      const aims = [atLeast('women', Math.ceil(official * 0.3)), atLeast('workers', Math.ceil(official * 0.5))]
      const guests = all.guestsOfDistricts / districts.length
      return { unitId: id, name, official, guests, aims, setBy: 'by-staff', note: noNote, isSent: true }
    }),
    ...agencyBlocks.map(({ block }, at): Share => {
      const official = ofBlocks[at] ?? 0
      const aims = [atLeast('women', Math.ceil(official * 0.3))]
      return { ...named(block), official, guests: 0, aims, setBy: 'equal' }
    }),
    { ...named('Khách mời'), official: 0, guests: all.otherGuests, aims: [], setBy: 'by-hand' },
  ]
}

const named = (name: string) => ({ unitId: null, name, note: noNote, isSent: false })

const districtShares = ({ unitId, expectedDelegates }: Congress, { communes }: ExampleUnits): Share[] => {
  const below = communes.filter(({ parentId }) => parentId === unitId)
  const shares = sharesOf(below.map(sharingOf), expectedDelegates ?? 0, 2)
  return below.map(({ id, name }, at) => {
    const official = shares[at] ?? 0
    return { unitId: id, name, official, guests: 0, aims: [], setBy: 'by-staff', note: noNote, isSent: true }
  })
}

const sharingOf = ({ id, staffNumber }: Unit): Sharing => ({ id, weight: staffNumber ?? 0, floor: 0 })

const sharesOf = (rows: readonly Sharing[], total: number, minimum: number): number[] => [
  ...(spread(rows, total, minimum).shares?.values() ?? []),
]
