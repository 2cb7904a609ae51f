import { unitInSentence } from '../../server/congresses/rules.ts'
import type { Unit } from '../../server/units/schema.ts'
import { emptyVenue } from '../../server/venues/rules.ts'
import type { Venue } from '../../server/venues/schema.ts'
import { agencyBlocks, agencyHallSeats } from './agencies.ts'
import type { Chance } from './chance.ts'
import { communesOfDistricts } from './communes.ts'
import { begunCommuneCodes, districts, endedCommunes, mergerDays, type DistrictCode } from './districts.ts'

/** The units of the road as a tree, and the hall in which each of them meets. */
export interface ExampleUnits {
  nation: Unit
  province: Unit
  districts: Unit[]
  communes: Unit[]
  agencies: Unit[]
  /** Communes that ended with the mergers of 2020. */
  ended: Unit[]
  /** The unit's own hall, by unit id. */
  halls: Map<string, Venue>
}

type Start = Pick<Unit, 'name' | 'type'> & Partial<Unit>
type CreateUnit = (start: Start) => Unit

export const buildUnits = (newId: () => string, chance: Chance): ExampleUnits => {
  const create = unitMaker(newId, chance)
  const nation = create({ name: 'Toàn quốc', type: 'toàn quốc', code: 'VN', contactName: '', contactPhone: '' })
  const province = create({ parentId: nation.id, name: 'Tỉnh Nam Định', type: 'tỉnh', code: '36' })
  const districtUnits = districts.map(({ code, type, name, cluster }) =>
    create({
      parentId: province.id,
      code,
      name: `${type} ${name}`,
      type: type.toLocaleLowerCase('vi'),
      block: `Cụm thi đua huyện, thành phố số ${String(cluster)}`,
      // Offices and schools together; invented.
      staffNumber: 900 + chance.below(12) * 100,
    }),
  )
  const districtOf = (code: DistrictCode): Unit => mustFind(districtUnits, code)
  const ended = endedCommunes.map(({ code, name, district }) =>
    create({
      parentId: districtOf(district).id,
      code,
      name: `Xã ${name}`,
      type: 'xã',
      staffNumber: null,
      contactName: '',
      contactPhone: '',
      validTo: mergerDays.lastOld,
    }),
  )
  const communes = districts.flatMap(({ code }) => communesOf(districtOf(code), code, ended, create, chance))
  const agencies = agencyBlocks.flatMap(({ block, type, agencies: inBlock }) =>
    inBlock.map(({ name, staff }) => create({ parentId: province.id, name, type, block, staffNumber: staff })),
  )
  const units = { nation, province, districts: districtUnits, communes, agencies, ended }
  return { ...units, halls: buildHalls(units, newId, chance) }
}

const communesOf = (
  district: Unit,
  code: DistrictCode,
  ended: readonly Unit[],
  create: CreateUnit,
  chance: Chance,
): Unit[] =>
  communesOfDistricts[code]
    .split(';')
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '')
    .map((entry) => {
      const communeCode = entry.slice(0, 5)
      const name = entry.slice(6)
      return create({
        parentId: district.id,
        code: communeCode,
        name,
        type: (/^(Phường|Thị trấn|Xã)/u.exec(name)?.[0] ?? '').toLocaleLowerCase('vi'),
        // Offices and schools together; invented, a few above the threshold of 200.
        staffNumber: 70 + chance.below(14) * 11,
        validFrom: begunCommuneCodes.includes(communeCode) ? mergerDays.firstNew : null,
        predecessorIds: endedCommunes.flatMap(({ successorCode }, at) =>
          successorCode === communeCode ? (ended[at]?.id ?? []) : [],
        ),
      })
    })

/** Contact persons and telephone numbers can belong to nobody: names end in a letter, no exchange begins with 000. */
const unitMaker = (newId: () => string, chance: Chance): CreateUnit => {
  let made = 0
  return (start) => {
    made += 1
    return {
      id: newId(),
      parentId: null,
      code: '',
      block: '',
      staffNumber: null,
      contactName: inventedName(chance),
      contactPhone: `0228 000 ${String(made).padStart(4, '0')}`,
      address: '',
      validFrom: null,
      validTo: null,
      windowFrom: null,
      windowTo: null,
      predecessorIds: [],
      version: 1,
      ...start,
    }
  }
}

export const familyNames = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Hoàng', 'Vũ', 'Đặng', 'Bùi', 'Đỗ', 'Ngô']
export const letters = [...'ABCDEGHIKLMNOPQRSTUVXY']

/** A name as forms use it for nobody: Nguyễn Văn A, Trần Thị B. */
export const inventedName = (chance: Chance): string =>
  `${chance.oneOf(familyNames)} ${chance.oneOf(['Văn', 'Thị'])} ${chance.oneOf(letters)}`

export const mustFind = (units: readonly Unit[], codeOrName: string): Unit => {
  const unit = units.find(({ code, name }) => code === codeOrName || name === codeOrName)
  if (!unit) throw new Error(`the example has no unit ${codeOrName}`)
  return unit
}

/** Only the names of the provincial and the national hall are sourced; every number of seats is invented. */
const buildHalls = (
  { nation, province, districts: inDistricts, communes, agencies }: Omit<ExampleUnits, 'halls'>,
  newId: () => string,
  chance: Chance,
): Map<string, Venue> => {
  const hall = (unit: Unit, name: string, capacity: number | null, address = ''): [string, Venue] => [
    unit.id,
    { id: newId(), unitId: unit.id, name, ...emptyVenue, address, capacity, version: 1 },
  ]
  return new Map([
    hall(nation, 'Trung tâm Hội nghị Quốc gia', null, 'Hà Nội'),
    hall(province, 'Nhà văn hóa Trung tâm tỉnh 3-2', 700, 'Thành phố Nam Định'),
    ...inDistricts.map((unit, at) =>
      hall(unit, `Nhà văn hóa ${unitInSentence(unit)}`, districts[at]?.hallSeats ?? null),
    ),
    ...agencies.map((unit) =>
      hall(unit, `Hội trường ${unit.name}`, agencyHallSeats[unit.name] ?? 200 + chance.below(4) * 50),
    ),
    ...communes.map((unit) => hall(unit, `Hội trường UBND ${unitInSentence(unit)}`, 180 + chance.below(5) * 20)),
  ])
}
