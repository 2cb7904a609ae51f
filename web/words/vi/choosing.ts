import { grouped } from './grouped.ts'

/** Choosing delegates from lower congresses, and the chain of one person. */
export const choosing = {
  open: 'Chọn từ hội nghị cấp dưới',
  help: 'Đại biểu trong danh sách của các hội nghị cấp dưới. Người được chọn giữ nguyên phiếu của mình, vào đoàn của đơn vị cử đi.',
  noCongresses: 'Chưa có hội nghị cấp dưới nào gắn với hội nghị này, hoặc tài khoản này chưa được xem.',
  nobody: 'Các hội nghị cấp dưới chưa có đại biểu trong danh sách.',
  nothing: 'Không ai khớp với tìm kiếm và lựa chọn này.',
  congress: 'Hội nghị cấp dưới',
  allCongresses: 'Mọi hội nghị cấp dưới',
  group: 'Cơ cấu',
  allGroups: 'Mọi cơ cấu',
  withCount: (title: string, count: number) => `${title} (${grouped(count)})`,
  all: (count: number) => `Chọn cả ${grouped(count)} người đang xem`,
  isAttending: 'Đã trong danh sách',
  isTicked: 'Đã chọn ở hội nghị khác',
  more: (count: number) => `Xem thêm ${grouped(count)} người`,
  save: (count: number) => (count === 0 ? 'Thêm vào danh sách' : `Thêm ${grouped(count)} người vào danh sách`),
  alreadyThere: (names: string) => `Đã có: ${names}.`,
  done: (count: number) => `Đã chọn ${grouped(count)} người từ hội nghị cấp dưới.`,
  chain: 'Được chọn qua các cấp',
  step: (unit: string, day: string) => (day === '' ? unit : `${unit} (${day})`),
}
