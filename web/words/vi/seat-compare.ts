import { grouped } from './grouped.ts'

export const compare = {
  open: 'So sánh phương án',
  heading: 'So sánh hai phương án',
  nothing: 'Chưa có gì để so sánh: hãy lập thêm phương án hoặc công bố phương án này.',
  draft: (plan: string) => `${plan}, đang soạn`,
  released: (plan: string, number: number) => `${plan}, bản ${grouped(number)}`,
  one: 'Phương án thứ nhất',
  other: 'Phương án thứ hai',
  sameSide: 'Hãy chọn hai phương án khác nhau.',
  elsewhere: (count: number) => (count === 0 ? 'Không ai ngồi chỗ khác' : `${grouped(count)} người ngồi chỗ khác`),
  same: (count: number) => `${grouped(count)} người cùng chỗ ở cả hai`,
  gone: (count: number) => `${grouped(count)} người từng có chỗ nay không còn trong danh sách`,
  elsewhereHeading: 'Ngồi chỗ khác',
  only: (side: string) => `Chỉ có chỗ ở ${side}`,
  otherHall: 'Hai bên dùng hai sơ đồ hội trường khác nhau: chỗ được so theo số ghế.',
  noScore: 'Sơ đồ hội trường đã khác khi công bố bản này, nên không chấm điểm.',
  onMap: 'Xem trên sơ đồ',
  told: (side: string, elsewhere: number, here: number, there: number) =>
    `So với ${side}: ${[
      elsewhere === 0 ? 'không ai ngồi chỗ khác' : `${grouped(elsewhere)} người ngồi chỗ khác`,
      here === 0 ? '' : `${grouped(here)} người chỉ có chỗ ở đây`,
      there === 0 ? '' : `${grouped(there)} người chỉ có chỗ ở bên kia`,
    ]
      .filter(Boolean)
      .join(', ')}.`,
  overlay: 'Khác nhau khi so sánh',
  list: 'Xem danh sách',
  end: 'Thôi so sánh',
}
