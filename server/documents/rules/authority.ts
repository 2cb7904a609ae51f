import { unitInSentence } from '../../congresses/rules.ts'
import type { Language } from '../../format/dates.ts'
import type { Unit } from '../../units/schema.ts'
import { administrativeWord, superiorOf } from './names.ts'

type Named = Pick<Unit, 'name' | 'type'>

/** Who decides at a unit, as its papers name it. */
export interface Authority {
  body: string
  head: string
  title: string
  symbol: string
  /** The Party's standing committee there; empty = it is called otherwise at each unit. */
  partyCommittee: string
}

/** The authority of a unit: the People's Committee with its Chairman, or the body itself with its head. */
export const authorityOf = (unit: Named, language: Language): Authority => {
  const word = administrativeWord(unit)
  const isVietnamese = language === 'vi'
  if (word === null) {
    const title = isVietnamese ? 'Thủ trưởng' : 'Head'
    const head = isVietnamese ? `${title} ${unit.name}` : `${title} of ${unit.name}`
    return { body: unit.name, head, title, symbol: initialsOf(unit.name), partyCommittee: '' }
  }
  if (!isVietnamese) {
    const body = superiorOf(unit, 'en')
    return { body, head: `Chairman of the ${body}`, title: 'Chairman', symbol: 'UBND', partyCommittee: '' }
  }
  const body = `Ủy ban nhân dân ${unitInSentence(unit)}`
  const partyCommittee = `Thường trực ${partyNames[word] ?? 'Đảng ủy'}`
  return { body, head: `Chủ tịch ${body}`, title: 'Chủ tịch', symbol: 'UBND', partyCommittee }
}

const partyNames: Readonly<Record<string, string>> = {
  tỉnh: 'Tỉnh ủy',
  'thành phố': 'Thành ủy',
  huyện: 'Huyện ủy',
  quận: 'Quận ủy',
  'thị xã': 'Thị ủy',
}

/** «SGDĐT»: the first letters of a body's name, without «và». */
const initialsOf = (name: string): string =>
  name
    .split(/[\s,-]+/u)
    .filter((word) => /^\p{L}/u.test(word) && word.toLocaleLowerCase('vi') !== 'và')
    .map((word) => word.charAt(0).toLocaleUpperCase('vi'))
    .join('')

/** Who decides an honour, lowest first; the first whose words its name has, from the highest down. */
const deciders = [
  { by: 'Chủ tịch xã, Thủ trưởng đơn vị cơ sở', words: /./u },
  { by: 'Chủ tịch UBND huyện, Giám đốc sở', words: /cơ sở|huyện|quận|giám đốc sở/iu },
  {
    by: 'Chủ tịch UBND tỉnh',
    words: /tỉnh|bằng khen|cờ thi đua|tập thể lao động xuất sắc|đơn vị quyết thắng|thành phố trực thuộc/iu,
  },
  { by: 'Thủ tướng Chính phủ', words: /chính phủ|thủ tướng|toàn quốc/iu },
  {
    by: 'Chủ tịch nước',
    words:
      /huân chương|huy chương|anh hùng|(nhà giáo|thầy thuốc|nghệ sĩ|nghệ nhân) (nhân dân|ưu tú)|giải thưởng (hồ chí minh|nhà nước)/iu,
  },
] as const

/** Who decides an honour that a unit may not give; null = it may (Luật Thi đua, khen thưởng; NĐ 145/2013, Điều 25). */
export const deciderAbove = (honour: string, line: readonly Named[]): string | null => {
  const rank = deciders.findLastIndex(({ words }) => words.test(honour))
  return rank > rankOf(line) ? (deciders[rank]?.by ?? null) : null
}

/** The place of a unit among those who decide: a city below a province ranks with the districts. */
const rankOf = ([unit, ...above]: readonly Named[]): number => {
  const word = unit ? administrativeWord(unit) : null
  if (word === null) return above.some((each) => ['xã', 'huyện'].includes(administrativeWord(each) ?? '')) ? 0 : 1
  if (['xã', 'phường', 'thị trấn', 'đặc khu'].includes(word)) return 0
  const isBelow = above.some((each) => administrativeWord(each) !== null)
  return word === 'tỉnh' || (word === 'thành phố' && !isBelow) ? 2 : 1
}
