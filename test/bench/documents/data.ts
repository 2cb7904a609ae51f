import { writeFileSync } from 'node:fs'
import type { ListRow } from '../../../server/documents/list-rows.ts'
import { randomOf } from '../../server/conflicts/seeded-road.ts'

/** The jobs of the document bench: invitations, a list, badges, a chart of seats. */
export const jobs = ['invitations', 'list', 'badges', 'chart'] as const
export type Job = (typeof jobs)[number]

export const countOf: Readonly<Record<Job, number>> = { invitations: 2000, list: 5000, badges: 2000, chart: 1500 }

/** Kind of paper that a job prints. */
export const kindOf: Readonly<Record<Job, string>> = {
  invitations: 'invitation',
  list: 'delegate-roster',
  badges: 'badge',
  chart: 'seating-chart',
}

const families = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Hoàng', 'Vũ', 'Đặng', 'Bùi', 'Đỗ', 'Ngô']
const middles = ['Văn', 'Thị', 'Hữu', 'Ngọc', 'Thanh', 'Minh', 'Thị Phương', 'Đức']
const givens = ['An', 'Bình', 'Cường', 'Dung', 'Giang', 'Hạnh', 'Khánh', 'Lan', 'Mai', 'Nghĩa', 'Phúc', 'Quỳnh', 'Thủy']
const posts = ['Chủ tịch Hội Nông dân', 'Bí thư Đoàn Thanh niên', 'Hiệu trưởng', 'Công nhân', 'Trạm trưởng Trạm Y tế']
const districts = ['Hải Hậu', 'Ý Yên', 'Vụ Bản', 'Nam Trực', 'Trực Ninh', 'Xuân Trường', 'Giao Thủy', 'Nghĩa Hưng']

/** The same rows for everybody, by the seed. */
export const rowsOfJob = (job: Job, seed: number, count = countOf[job]): ListRow[] =>
  job === 'chart' ? seats(count) : delegates(seed, count)

const delegates = (seed: number, count: number): ListRow[] => {
  const random = randomOf(seed)
  const one = (words: readonly string[]) => words[Math.floor(random() * words.length)] ?? ''
  return Array.from({ length: count }, (_, at) => {
    const district = one(districts)
    const values = {
      address: one(['Đồng chí', 'Ông', 'Bà']),
      name: `${one(families)} ${one(middles)} ${one(givens)}`,
      post: one(posts),
      unit: `xã Hải ${one(givens)}, huyện ${district}`,
      delegation: `Huyện ${district}`,
      class: random() < 0.9 ? 'Đại biểu chính thức' : 'Khách mời',
      sex: random() < 0.4 ? 'Nữ' : 'Nam',
      birthYear: String(1950 + Math.floor(random() * 50)),
      number: String(at + 1).padStart(4, '0'),
      link: `https://vi.du/d/${Math.floor(random() * 36 ** 8)
        .toString(36)
        .padStart(8, '0')}`,
    }
    return { id: String(at), values }
  })
}

/** Rows of fifty seats with two aisles, as a hall that is drawn tells them. */
const seats = (count: number): ListRow[] =>
  Array.from({ length: count }, (_, at) => {
    const [row, column] = [Math.floor(at / 50), at % 50]
    const called = { row: String.fromCharCode(65 + (row % 26)), number: String(column + 1) }
    const seat = `${called.row}${called.number}`
    const values = {
      ...{ seat, short: seat, ...called, block: 'A', blockName: 'Khối A', level: '', door: 'A' },
      x: String(column * 55 + (column >= 12 ? 80 : 0) + (column >= 38 ? 80 : 0)),
      y: String(row * 90),
      name: `Nguyễn Văn ${givens[(row * 7 + column) % givens.length] ?? ''}`,
      delegation: `Đoàn ${String(Math.floor(column / 5) + 1)}`,
    }
    return { id: String(at), values }
  })

/** The same for programs in other languages. */
export const writeData = (file: string, job: Job, seed: number, count?: number): void => {
  writeFileSync(file, JSON.stringify(rowsOfJob(job, seed, count).map(({ values }) => values)))
}
