import type { NewCalendarDay } from '../../server/calendar/schema.ts'

type DayOfExample = Omit<NewCalendarDay, 'unitId' | 'sinceYear'> & {
  unit: 'everybody' | 'nation' | 'province' | 'Hải Hậu'
}

const ownKnowledge = 'chưa xác nhận'

/** Days of 2019–2021 that matter for the road: state days off, Party congresses, the weeks of social distancing. */
export const daysOfExample: readonly DayOfExample[] = [
  {
    from: '2019-08-31',
    to: '2019-09-02',
    kind: 'holiday',
    name: 'Quốc khánh 2/9',
    basis: ownKnowledge,
    unit: 'everybody',
  },
  {
    from: '2020-01-01',
    to: '2020-01-01',
    kind: 'holiday',
    name: 'Tết Dương lịch',
    basis: ownKnowledge,
    unit: 'everybody',
  },
  {
    from: '2020-01-23',
    to: '2020-01-29',
    kind: 'tet',
    name: 'Tết Nguyên đán Canh Tý',
    basis: 'socongthuong.daklak.gov.vn (29 tháng Chạp đến mùng 5)',
    unit: 'everybody',
  },
  {
    from: '2020-04-02',
    to: '2020-04-02',
    kind: 'holiday',
    name: 'Giỗ Tổ Hùng Vương (10/3 âm lịch)',
    basis: 'langvietonline.vn',
    unit: 'everybody',
  },
  {
    from: '2020-04-30',
    to: '2020-05-03',
    kind: 'holiday',
    name: 'Ngày Giải phóng miền Nam 30/4 và Quốc tế Lao động 1/5',
    basis: ownKnowledge,
    unit: 'everybody',
  },
  {
    from: '2020-09-02',
    to: '2020-09-02',
    kind: 'holiday',
    name: 'Quốc khánh 2/9',
    basis: ownKnowledge,
    unit: 'everybody',
  },
  {
    from: '2020-03-28',
    to: '2020-04-15',
    kind: 'blocked',
    name: 'Giãn cách xã hội phòng, chống dịch COVID-19',
    basis: 'Chỉ thị 15/CT-TTg ngày 27/3/2020; ngày đầu, ngày cuối tại địa phương chưa xác nhận',
    unit: 'nation',
  },
  {
    from: '2020-06-18',
    to: '2020-06-18',
    kind: 'party-congress',
    name: 'Đại hội Đảng bộ huyện Hải Hậu',
    basis: 'haihau.vn (296 đại biểu)',
    unit: 'Hải Hậu',
  },
  {
    from: '2020-09-23',
    to: '2020-09-25',
    kind: 'party-congress',
    name: 'Đại hội đại biểu Đảng bộ tỉnh Nam Định lần thứ XX',
    basis: 'daibieunhandan.vn, baophapluat.vn (Nhà văn hóa 3-2)',
    unit: 'province',
  },
  {
    from: '2021-01-25',
    to: '2021-02-02',
    kind: 'party-congress',
    name: 'Đại hội đại biểu toàn quốc lần thứ XIII của Đảng',
    basis: 'phunuphapluat.nguoiduatin.vn (theo thời gian triệu tập)',
    unit: 'nation',
  },
]
