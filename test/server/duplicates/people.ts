import { foldForSearch } from '../../../server/format/search.ts'
import type { Comparable } from '../../../server/duplicates/schema.ts'

type Random = () => number

/** Invented people of a province, some of them entered twice as offices do it: twins end in «-again». */
export const inventPeople = (count: number, random: Random): Comparable[] => {
  const people: Comparable[] = []
  while (people.length < count) {
    const person = inventPerson(people.length, random)
    people.push(person)
    if (people.length < count && random() < 0.05) people.push(enteredAgain(person, random))
  }
  return people
}

/** Whether two are the same invented person. */
export const areTwins = (one: string, other: string): boolean =>
  one.replace('-again', '') === other.replace('-again', '')

/** Families as often as in Vietnam; the rest evenly. */
const families: readonly (readonly [string, number])[] = [
  ['Nguyễn', 38],
  ['Trần', 49],
  ['Lê', 59],
  ['Phạm', 66],
  ['Hoàng', 71],
  ['Phan', 75],
  ['Vũ', 79],
  ['Đặng', 82],
  ['Bùi', 84],
  ['Đỗ', 86],
  ['Ngô', 88],
  ['Đinh', 90],
  ['Mai', 92],
  ['Lương', 94],
  ['Tạ', 96],
  ['Đoàn', 98],
  ['Triệu', 100],
]
const middles = {
  male: ['Văn', 'Văn', 'Văn', 'Đức', 'Hữu', 'Xuân', 'Quốc', 'Công', 'Minh', 'Đình', 'Trọng'],
  female: ['Thị', 'Thị', 'Thị', 'Thị Thu', 'Thị Hồng', 'Thị Thanh', 'Ngọc', 'Thu', 'Kim'],
} as const
const given = {
  male: 'An Bình Cường Dũng Đạt Hải Hùng Hưng Khánh Kiên Lâm Long Mạnh Minh Nam Phong Phúc Quân Quang Sơn Tài Thắng Thành Thọ Tiến Toàn Trung Tuấn Tùng Vinh'.split(
    ' ',
  ),
  female:
    'Anh Bích Chi Dung Giang Hà Hạnh Hằng Hiền Hoa Hồng Huệ Hương Lan Liên Linh Loan Mai Minh Nga Ngân Nhung Oanh Phương Quỳnh Tâm Thảo Thúy Trang Yến'.split(
      ' ',
    ),
}
const posts = ['Chủ tịch', 'Phó Chủ tịch', 'Giáo viên', 'Chuyên viên', 'Nông dân', 'Công nhân', 'Bí thư Chi bộ', '']

const oneOf = <T>(values: readonly T[], random: Random): T => values[Math.floor(random() * values.length)] as T

const inventPerson = (at: number, random: Random): Comparable => {
  const sex = random() < 0.5 ? 'male' : 'female'
  const share = random() * 100
  const [family] = families.find(([, upTo]) => share < upTo) ?? ['Nguyễn']
  const birthYear = 1950 + Math.floor(random() * 52)
  const workplace = `Xã ${oneOf(given.male, random)} ${oneOf(given.female, random)}, huyện ${oneOf(given.male, random)} ${oneOf(posts, random)}`
  return {
    id: `p${String(at).padStart(6, '0')}`,
    name: `${family} ${oneOf(middles[sex], random)} ${oneOf(given[sex], random)}`,
    sex,
    birthYear,
    birthDate: null,
    phone: random() < 0.6 ? `09${String(Math.floor(random() * 1e8)).padStart(8, '0')}` : '',
    workplaces: [workplace.trim()],
    posts: [oneOf(posts, random)].filter(Boolean),
  }
}

const enteredAgain = (person: Comparable, random: Random): Comparable => ({
  ...person,
  id: `${person.id}-again`,
  name: oneOf(spellings, random)(person.name, random),
  birthYear: random() < 0.15 ? null : person.birthYear,
  phone: random() < 0.4 ? '' : person.phone,
  sex: random() < 0.3 ? null : person.sex,
  workplaces: random() < 0.15 ? [] : [oneOf(spellings, random)(person.workplaces[0] ?? '', random)],
  posts: random() < 0.5 ? [] : person.posts,
})

/** How the same words come again. */
const spellings: readonly ((text: string, random: Random) => string)[] = [
  (text) => text,
  (text) => `Đ/c ${text}`,
  (text) => foldForSearch(text),
  (text) => text.toLocaleUpperCase('vi').normalize('NFD'),
  (text, random) => {
    const at = 1 + Math.floor(random() * (text.length - 2))
    return text.slice(0, at) + text.slice(at + 1)
  },
  (text, random) => {
    const words = text.split(' ')
    return words.length < 3 ? text : words.filter((_word, at) => at !== 1 + Math.floor(random())).join(' ')
  },
  (text) => text.split(' ').reverse().join(' '),
]
