import type { Reader } from '../../db/open.ts'
import type { CongressFacts } from '../documents/facts.ts'
import type { ListRow } from '../documents/list-rows.ts'
import { formatNumber, sharesOf, writeShare } from '../format/numbers.ts'
import { gatherMakeUp } from '../make-up/gather.ts'
import { readBand } from '../make-up/rules/ages.ts'
import { hasHidden } from '../make-up/rules/hiding.ts'
import { sharesOfNumbers, sharesOfPart } from '../make-up/rules/shares.ts'
import type { Base, MakeUp, Part, PartName } from '../make-up/schema.ts'

/**
 * The list `make-up`: number, composition and make-up of the delegates, a row for each number. Of sensitive data even the
 * congress's own report tells no small number: whoever sees the congress may print it.
 */
export const rowsOfMakeUp = async (read: Reader, { congress }: CongressFacts): Promise<ListRow[]> =>
  rowsOf(await gatherMakeUp(read, congress.id, { base: 'official', isPublic: false, isTrusted: false }))

/** The list `make-up-public`: the same as it may be published. */
export const rowsOfPublicMakeUp = async (read: Reader, { congress }: CongressFacts): Promise<ListRow[]> =>
  rowsOf(await gatherMakeUp(read, congress.id, { base: 'official', isPublic: true, isTrusted: false }))

/** Of a congress to which nobody is called there is nothing to report. */
const rowsOf = (makeUp: MakeUp): ListRow[] =>
  makeUp.numbers.called === 0
    ? []
    : [
        ...numberRows(makeUp),
        ...extremeRows(makeUp),
        ...makeUp.parts.flatMap((part) => partRows(part, makeUp.of)),
        ...delegationRows(makeUp),
        ...(hasHidden(makeUp) ? [rowOf('hidden', { count: hidden })] : []),
      ]

const number = (count: number | null | undefined): string =>
  count === null || count === undefined ? hidden : formatNumber(count, 'vi')
const share = (part: number | null | undefined): string =>
  part === null || part === undefined ? hidden : writeShare(part, 'vi')
/** In the place of a number that is not told. */
const hidden = '–'

const rowOf = (key: string, values: ListRow['values']): ListRow => ({ id: key, values: { key, ...values } })

const baseWords: Readonly<Record<Base, string>> = {
  official: 'đại biểu chính thức',
  called: 'đại biểu được triệu tập',
  present: 'đại biểu có mặt',
}

const numberRows = ({ numbers, base, of, unapproved, hiddenBelow }: MakeUp): ListRow[] => {
  const shares = sharesOfNumbers(numbers)
  const { called, present, excused, absent, delegations } = numbers
  const isLookedAt = [present, excused, absent].some((count) => count !== 0)
  const away = excused === null || absent === null ? null : excused + absent
  const counts = {
    ...{ called, official: numbers.official, guests: numbers.guests, unclassed: numbers.unclassed },
    ...(isLookedAt ? { present, away, excused, absent } : {}),
    ...(isLookedAt && numbers.unlooked !== 0 ? { unlooked: numbers.unlooked } : {}),
  }
  const rows = Object.entries(counts).flatMap(([name, count]) =>
    name === 'unclassed' && count === 0
      ? []
      : [
          rowOf(name, {
            part: 'Số lượng',
            name: numberWords[name as keyof typeof numberWords],
            count: number(count),
            share: share(shares[name as keyof typeof shares]),
          }),
        ],
  )
  return [
    ...rows,
    ...(delegations === 0
      ? []
      : [rowOf('delegations', { part: 'Số lượng', name: 'Số đoàn', count: number(delegations) })]),
    ...(of === 0 ? [] : [rowOf('base', { count: baseWords[base] }), rowOf('of', { count: number(of) })]),
    // All are qualified once every list was approved; until then the report says whose was not.
    ...(hiddenBelow !== null
      ? []
      : unapproved === 0
        ? [rowOf('qualified', { count: `${number(called)}/${number(called)}` })]
        : [rowOf('unapproved', { count: number(unapproved) })]),
  ]
}

const numberWords = {
  called: 'Được triệu tập',
  official: 'Đại biểu chính thức',
  guests: 'Khách mời',
  unclassed: 'Chưa ghi thành phần',
  present: 'Có mặt',
  away: 'Vắng mặt',
  excused: 'Vắng có lý do',
  absent: 'Vắng không có lý do',
  unlooked: 'Chưa điểm danh',
} as const

const extremeRows = ({ oldest, youngest }: MakeUp): ListRow[] =>
  Object.entries({ oldest, youngest }).flatMap(([key, extreme]) =>
    extreme === null
      ? []
      : [rowOf(key, { count: number(extreme.age) }), rowOf(`${key}Count`, { count: number(extreme.count) })],
  )

const partWords: Readonly<Record<PartName, string>> = {
  groups: 'Cơ cấu (theo cơ cấu chính của từng người)',
  sex: 'Giới tính',
  age: 'Độ tuổi',
  field: 'Lĩnh vực công tác',
  education: 'Trình độ',
  titles: 'Danh hiệu (một người có thể có nhiều danh hiệu)',
  others: 'Thành phần khác',
  ethnicity: 'Dân tộc',
  religion: 'Tôn giáo',
  party: 'Đảng viên',
}
const tagsWord = 'Cơ cấu kết hợp (một người có thể thuộc nhiều cơ cấu)'

const partRows = (part: Part, of: number): ListRow[] => {
  const { name, cells } = part
  const shares = sharesOfPart(part, of)
  const rows = cells.map(({ key, count }, at) =>
    rowOf(`${name}.${key || 'unknown'}`, {
      part: partWords[name],
      name: cellWord(name, key),
      count: number(count),
      share: share(shares[at]),
    }),
  )
  const isOverlapping = cells.some(({ count, tagged }) => tagged !== undefined && tagged !== count)
  if (!isOverlapping) return rows
  const tags = cells.filter(({ key }) => key !== '')
  return [
    ...rows,
    ...tags.map(({ key, tagged }) =>
      rowOf(`tags.${key}`, { part: tagsWord, name: key, count: number(tagged), share: share(shareAlone(tagged, of)) }),
    ),
  ]
}

const cellWord = (name: PartName, key: string): string => {
  if (key === '') return 'Chưa rõ'
  if (name === 'age') return bandWord(key)
  return closedWords[name]?.[key] ?? key
}

const closedWords: Partial<Record<PartName, Readonly<Record<string, string>>>> = {
  sex: { female: 'Nữ', male: 'Nam' },
  others: { workers: 'Trực tiếp lao động, sản xuất, công tác', children: 'Trẻ em, học sinh' },
  ethnicity: { minority: 'Dân tộc thiểu số', majority: 'Dân tộc Kinh' },
  religion: { religious: 'Theo tôn giáo', none: 'Không theo tôn giáo' },
  party: { member: 'Đảng viên', other: 'Chưa là đảng viên' },
}

const bandWord = (band: string): string => {
  const { from, to } = readBand(band)
  if (from === null) return `Dưới ${String((to ?? 0) + 1)} tuổi`
  return to === null ? `Từ ${String(from)} tuổi trở lên` : `Từ ${String(from)} đến ${String(to)} tuổi`
}

/** Of what overlaps with others. */
const shareAlone = (count: number | null | undefined, of: number): number | null | undefined =>
  sharesOf([count ?? null], of)[0]

const delegationRows = ({ delegations, numbers }: MakeUp): ListRow[] => {
  const counts = delegations.map(({ called }) => called)
  const shares = numbers.called === null ? [] : sharesOf(counts, numbers.called)
  return delegations.map(({ name, called, official, guests, present, folded }, at) =>
    rowOf(`delegation.${String(at)}`, {
      part: 'Đoàn',
      name: folded === undefined ? name || 'Chưa thuộc đoàn nào' : `Các đoàn, nhóm khác (${number(folded)})`,
      count: number(called),
      share: share(shares[at]),
      ...{ official: number(official), guests: number(guests), present: number(present) },
    }),
  )
}
