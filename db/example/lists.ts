import { unitInSentence } from '../../server/congresses/rules.ts'
import type { Congress } from '../../server/congresses/schema.ts'
import { delegationNamed, partsOfListValues, restOfDelegate } from '../../server/delegates/rules.ts'
import { restOfPerson } from '../../server/people/rules.ts'
import type { Chance } from './chance.ts'
import { inventedName, mustFind, type ExampleUnits } from './units.ts'

/** A row of a list that papers are printed from. */
interface ExampleListRow {
  id: string
  congressId: string
  list: string
  position: number
  values: Record<string, string>
  version: number
}

/** Everybody who attends, prepares or is honoured. */
export type ExampleLists = ReturnType<typeof buildLists>

type Values = Record<string, string>

export const invented = 'Tên giả định'
const address = 'Đồng chí'
/** Rows stand apart, so that others go between them. */
const step = 1024

/**
 * Who attends, prepares and is honoured at the provincial Congress, so that its papers can be printed. All of it is
 * invented, and says so wherever a list has a column for notes; names end in a letter, telephone numbers reach nobody.
 */
export const buildLists = (congress: Congress, units: ExampleUnits, newId: () => string, chance: Chance) => {
  const place =
    (list: string) =>
    (values: Values, at: number): ExampleListRow => ({
      id: newId(),
      congressId: congress.id,
      list,
      position: (at + 1) * step,
      values: Object.fromEntries(Object.entries(values).filter(([, value]) => value !== '')),
      version: 1,
    })
  const names = namesFrom(chance)
  const attending = [...delegates(units, names, chance), ...guests(names), ...staff(names)].map(numbered)
  return {
    ...whoAttends(congress, attending, newId),
    listRows: [...members(names).map(place('members')), ...honours(units, names).map(place('honours'))],
  }
}

/** People of the congress's unit with their parts in it, and the delegations that they come in. */
export const whoAttends = ({ id: congressId, unitId }: Congress, attending: readonly Values[], newId: () => string) => {
  const parts = attending.map(partsOfListValues)
  const delegations = [...new Set(parts.map(({ delegation }) => delegation))].map((name, at) => {
    return { ...delegationNamed(name), id: newId(), congressId, position: (at + 1) * step, version: 1 }
  })
  const idOf = new Map(delegations.map(({ name, id }) => [name, id]))
  const attendingPeople = parts.map(({ person }) => ({ id: newId(), unitId, ...restOfPerson(), ...person, version: 1 }))
  return {
    attendingPeople,
    delegations,
    delegates: parts.map(({ delegate, delegation }, at) => ({
      ...{
        id: newId(),
        congressId,
        personId: attendingPeople[at]?.id ?? '',
        delegationId: idOf.get(delegation) ?? null,
      },
      ...{ ...restOfDelegate(), position: (at + 1) * step, ...delegate, version: 1 },
    })),
  }
}

/** Names that no other in the lists has. */
export const namesFrom = (chance: Chance, others: readonly string[] = []): (() => string) => {
  const taken = new Set(others)
  return () => {
    let name = inventedName(chance)
    while (taken.has(name)) name = inventedName(chance)
    taken.add(name)
    return name
  }
}

const sexOf = (name: string) => (name.includes(' Thị ') ? 'Nữ' : 'Nam')

/** With what each of them has: sex, number, telephone and the word that nobody is called so. */
export const numbered = (values: Values, at: number): Values => ({
  ...values,
  sex: sexOf(values['name'] ?? ''),
  number: String(at + 1).padStart(4, '0'),
  phone: `0228 000 8${String(at + 1).padStart(3, '0')}`,
  note: invented,
})

const groups = [
  ['Lãnh đạo', 'Chủ tịch UBND'],
  ['Trực tiếp lao động', 'Nông dân'],
  ['Anh hùng, Chiến sĩ thi đua', 'Chiến sĩ thi đua cấp tỉnh'],
] as const

/** Three of each district: who leads it, who works in the fields, who was honoured. */
const delegates = ({ districts, communes }: ExampleUnits, nextName: () => string, chance: Chance): Values[] =>
  districts.flatMap((district, row) => {
    const below = communes.filter(({ parentId }) => parentId === district.id)
    return groups.map(([structure, post], seat) => {
      const commune = chance.oneOf(below)
      return {
        address,
        name: nextName(),
        post: structure === 'Lãnh đạo' ? `${post} ${unitInSentence(district)}` : post,
        unit: structure === 'Lãnh đạo' ? '' : `${unitInSentence(commune)}, ${unitInSentence(district)}`,
        delegation: district.name,
        class: 'Đại biểu chính thức',
        structure,
        birthYear: String(1958 + chance.below(36)),
        seat: `${'BCDEFGHIKL'.charAt(row)}${String(seat * 2 + 1)}`,
        door: row < 5 ? '1' : '2',
      }
    })
  })

const guests = (nextName: () => string): Values[] =>
  ['Nguyên Phó Bí thư Tỉnh ủy', 'Nguyên Chủ tịch UBND tỉnh', 'Anh hùng Lao động', 'Bà mẹ Việt Nam anh hùng'].map(
    (post, seat) => ({
      address: post.startsWith('Bà mẹ') ? 'Mẹ' : address,
      name: nextName(),
      post,
      delegation: 'Khách mời',
      class: 'Khách mời',
      introduced: 'Có mặt',
      seat: `A${String(seat + 1)}`,
      door: '1',
    }),
  )

const staff = (nextName: () => string): Values[] =>
  (
    [
      ['Ban Tổ chức', 'Chuyên viên', 'Ban Thi đua - Khen thưởng tỉnh'],
      ['Ban Tổ chức', 'Chuyên viên', 'Văn phòng UBND tỉnh'],
      ['Phóng viên', 'Phóng viên', 'Báo Nam Định'],
      ['Phóng viên', 'Phóng viên', 'Đài Phát thanh và Truyền hình tỉnh'],
      ['Phục vụ', 'Bác sĩ trực', 'Sở Y tế'],
      ['Phục vụ', 'Nhân viên lễ tân', 'Nhà văn hóa tỉnh'],
    ] as const
  ).map(([kind, post, unit]) => ({ address, name: nextName(), post, unit, delegation: kind, class: kind, door: '1' }))

const members = (nextName: () => string): Values[] =>
  (
    [
      ['Ban Tổ chức', 'Trưởng ban', 'Phó Chủ tịch UBND tỉnh', ''],
      ['Ban Tổ chức', 'Phó Trưởng ban Thường trực', 'Giám đốc', 'Sở Nội vụ'],
      ['Ban Tổ chức', 'Phó Trưởng ban', 'Trưởng ban', 'Ban Thi đua - Khen thưởng tỉnh'],
      ['Ban Tổ chức', 'Thành viên', 'Giám đốc', 'Sở Tài chính'],
      ['Ban Tổ chức', 'Thành viên', 'Phó Chánh Văn phòng', 'UBND tỉnh'],
      ['Tiểu ban Nội dung', 'Trưởng Tiểu ban', 'Trưởng ban', 'Ban Thi đua - Khen thưởng tỉnh'],
      ['Tiểu ban Tuyên truyền, khánh tiết', 'Trưởng Tiểu ban', 'Giám đốc', 'Sở Văn hóa, Thể thao và Du lịch'],
      ['Tiểu ban Hậu cần, sức khỏe, an ninh', 'Trưởng Tiểu ban', 'Phó Chánh Văn phòng', 'UBND tỉnh'],
      ['Tiểu ban Khen thưởng', 'Trưởng Tiểu ban', 'Phó Trưởng ban', 'Ban Thi đua - Khen thưởng tỉnh'],
      ['Đoàn đại biểu', 'Trưởng đoàn', 'Phó Chủ tịch UBND tỉnh', ''],
      ['Đoàn đại biểu', 'Phó Trưởng đoàn', 'Giám đốc', 'Sở Nội vụ'],
      ['Đoàn đại biểu', 'Thành viên', 'Công nhân', 'Công ty cổ phần Dệt may Nam Định'],
    ] as const
  ).map(([body, role, post, unit]) => ({ body, address, name: nextName(), post, unit, role }))

const honours = ({ communes, districts }: ExampleUnits, nextName: () => string): Values[] => {
  const district = mustFind(districts, 'Huyện Hải Hậu')
  const below = communes.filter(({ parentId }) => parentId === district.id).slice(0, 6)
  return [
    ...below.map((commune, at) => ({
      batch: at < 3 ? '1' : '2',
      name: `Nhân dân và cán bộ ${unitInSentence(commune)}`,
      post: unitInSentence(district),
      kind: 'Tập thể',
      honour: at < 3 ? 'Huân chương Lao động hạng Ba (ví dụ)' : 'Cờ thi đua của Chính phủ (ví dụ)',
      presenter: at < 3 ? 'Lãnh đạo Đảng, Nhà nước' : 'Lãnh đạo tỉnh',
    })),
    ...Array.from({ length: 6 }, (_each, at) => ({
      batch: '3',
      name: nextName(),
      post: `nông dân, ${unitInSentence(below[at] ?? district)}, ${unitInSentence(district)}`,
      kind: 'Cá nhân',
      honour: 'Bằng khen của Chủ tịch UBND tỉnh (ví dụ)',
      presenter: 'Lãnh đạo tỉnh',
    })),
  ]
}
