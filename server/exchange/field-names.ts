import { foldForSearch } from '../format/search.ts'
import { delegateFieldNames } from './delegate-names.ts'
import { importFields, type ImportKind } from './schema.ts'

/**
 * What offices call the columns, by kind and field; the first name stands in forms and exports. Written as people
 * write them: they are compared without marks, capitals and signs. The pages say the same first name.
 */
export const fieldNames: { [Kind in ImportKind]: Record<(typeof importFields)[Kind][number], readonly string[]> } = {
  units: {
    name: [
      'Tên đơn vị',
      'Đơn vị',
      'Tên',
      'Tên cơ quan, đơn vị',
      'Cơ quan, đơn vị',
      'Tên cơ quan',
      'Tên đơn vị hành chính',
      'Tên xã, phường',
      'Tên xã',
      'Tên xã, phường, thị trấn',
      'Tên đơn vị, địa phương',
      'Đơn vị, địa phương',
      'Địa phương',
      'Unit',
      'Unit name',
      'Name',
      'Name of the unit',
    ],
    code: ['Mã', 'Mã đơn vị', 'Mã số', 'Mã ĐV', 'Mã ĐVHC', 'Mã đơn vị hành chính', 'Mã xã', 'Mã định danh', 'Code'],
    parent: [
      'Đơn vị cấp trên',
      'Cấp trên',
      'Cấp trên trực tiếp',
      'Trực thuộc',
      'Thuộc',
      'Thuộc đơn vị',
      'Đơn vị chủ quản',
      'Cơ quan chủ quản',
      'Cơ quan cấp trên',
      'Thuộc huyện',
      'Huyện',
      'Quận, huyện',
      'Tên huyện',
      'Huyện, thành phố',
      'Parent',
      'Parent unit',
      'Upper unit',
    ],
    type: ['Loại đơn vị', 'Loại hình', 'Loại', 'Loại hình đơn vị', 'Phân loại', 'Type'],
    block: [
      'Khối, cụm thi đua',
      'Khối thi đua',
      'Cụm, khối thi đua',
      'Cụm thi đua',
      'Khối',
      'Cụm',
      'Khối, cụm',
      'Cụm, khối',
      'Block',
      'Block or cluster',
    ],
    // Whoever counts for the threshold of HD 1149/HD-BTĐKT: in companies and schools nobody is «biên chế».
    staffNumber: [
      'Số cán bộ, người lao động',
      'Số cán bộ, công chức, viên chức, người lao động',
      'Biên chế',
      'Số biên chế',
      'Tổng biên chế',
      'Số người',
      'Tổng số người',
      'Số cán bộ',
      'Tổng số cán bộ',
      'Số CBCCVC',
      'Số CBCC',
      'CBCC',
      'Tổng số CBCC',
      'CBCCVC',
      'Số lao động',
      'Tổng số lao động',
      'Số CBCCVC, người lao động',
      'Quân số',
      'Staff',
      'Staff number',
    ],
    contactName: [
      'Người liên hệ',
      'Liên hệ',
      'Họ tên',
      'Họ và tên',
      'Người liên hệ họ tên',
      'Người liên hệ họ và tên',
      'Cán bộ phụ trách',
      'Người phụ trách',
      'Cán bộ đầu mối',
      'Đầu mối liên hệ',
      'Đầu mối',
      'Cán bộ liên hệ',
      'Contact',
      'Contact person',
    ],
    contactPhone: [
      'Điện thoại',
      'Số điện thoại',
      'SĐT',
      'ĐT',
      'Số ĐT',
      'Di động',
      'Điện thoại di động',
      'Điện thoại liên hệ',
      'SĐT liên hệ',
      'Số điện thoại liên hệ',
      'Phone',
      'Tel',
    ],
    address: ['Địa chỉ', 'Địa chỉ trụ sở', 'Trụ sở', 'Nơi đóng trụ sở', 'Address'],
    validFrom: ['Có từ ngày', 'Ngày thành lập', 'Thành lập', 'Thành lập từ ngày', 'Valid from', 'Exists from'],
    validTo: ['Đến hết ngày', 'Có đến ngày', 'Ngày giải thể', 'Ngày sáp nhập', 'Valid to', 'Exists to'],
    windowFrom: ['Khung riêng từ ngày', 'Khung riêng, từ', 'Khung thời gian từ', 'Window from', 'Own window, from'],
    windowTo: ['Khung riêng đến ngày', 'Khung riêng, đến', 'Khung thời gian đến', 'Window to', 'Own window, to'],
  },
  venues: {
    name: [
      'Tên hội trường',
      'Hội trường',
      'Tên địa điểm',
      'Địa điểm',
      'Tên',
      'Nơi tổ chức',
      'Venue',
      'Name',
      'Name of the venue',
    ],
    unit: [
      'Đơn vị quản lý',
      'Đơn vị',
      'Tên đơn vị',
      'Quản lý',
      'Thuộc đơn vị',
      'Trực thuộc',
      'Đơn vị chủ quản',
      'Unit',
      'Kept by',
    ],
    address: ['Địa chỉ', 'Address'],
    capacity: ['Số chỗ', 'Số chỗ ngồi', 'Sức chứa', 'Số ghế', 'Số lượng chỗ', 'Capacity', 'Seats'],
    layouts: [
      'Số chỗ theo cách kê bàn ghế',
      'Sơ đồ bố trí',
      'Cách kê bàn ghế',
      'Kê bàn ghế',
      'Layouts',
      'Seats by layout',
    ],
    contactName: [
      'Người trông hội trường',
      'Người liên hệ',
      'Liên hệ',
      'Người quản lý',
      'Người phụ trách',
      'Cán bộ phụ trách',
      'Contact',
      'Who to call',
    ],
    contactPhone: [
      'Điện thoại',
      'Số điện thoại',
      'SĐT',
      'ĐT',
      'Số ĐT',
      'Di động',
      'Điện thoại liên hệ',
      'SĐT liên hệ',
      'Số điện thoại liên hệ',
      'Phone',
      'Tel',
    ],
  },
  congresses: {
    unit: ['Đơn vị', 'Tên đơn vị', 'Đơn vị tổ chức', 'Cơ quan, đơn vị', 'Tên cơ quan, đơn vị', 'Mã đơn vị', 'Unit'],
    level: ['Cấp', 'Cấp tổ chức', 'Cấp hội nghị', 'Level'],
    form: ['Hình thức', 'Hình thức tổ chức', 'Loại hình', 'Form'],
    title: [
      'Tên hội nghị, đại hội',
      'Tên đầy đủ',
      'Tên hội nghị',
      'Tên đại hội',
      'Tên đại hội, hội nghị',
      'Tiêu đề',
      'Title',
    ],
    theme: ['Chủ đề', 'Theme'],
    ordinal: ['Lần thứ', 'Lần', 'Ordinal'],
    dateFrom: [
      'Ngày đầu',
      'Ngày tổ chức',
      'Ngày',
      'Từ ngày',
      'Ngày bắt đầu',
      'Thời gian',
      'Thời gian tổ chức',
      'Ngày dự kiến',
      'Thời gian dự kiến',
      'Date',
      'Date from',
      'First day',
    ],
    dateTo: ['Ngày cuối', 'Đến ngày', 'Ngày kết thúc', 'Date to', 'Last day'],
    halfDay: ['Buổi', 'Buổi tổ chức', 'Half-day'],
    weekOf: ['Tuần dự kiến', 'Tuần', 'Week', 'Intended week'],
    venue: ['Hội trường', 'Địa điểm', 'Địa điểm tổ chức', 'Nơi tổ chức', 'Venue'],
    expectedDelegates: [
      'Đại biểu dự kiến',
      'Số đại biểu dự kiến',
      'Số đại biểu',
      'Đại biểu',
      'Số lượng đại biểu',
      'Delegates',
      'Delegates expected',
    ],
    expectedGuests: [
      'Khách mời dự kiến',
      'Số khách mời dự kiến',
      'Số khách mời',
      'Khách mời',
      'Guests',
      'Guests expected',
    ],
    assembly: ['Loại hội nghị', 'Thành phần', 'Toàn thể, đại biểu', 'Assembly'],
    isPilot: ['Làm điểm', 'Điểm', 'Chỉ đạo điểm', 'Đơn vị điểm', 'Pilot'],
    state: ['Trạng thái', 'Tình trạng', 'State'],
    note: ['Ghi chú', 'Note'],
    hosts: ['Đơn vị cùng tổ chức', 'Đơn vị phối hợp', 'Cùng tổ chức', 'Co-hosts', 'Held together with'],
    hostBlock: ['Khối, cụm cùng tổ chức', 'Khối tổ chức', 'Host block'],
    combinedWith: ['Kết hợp với', 'Lồng ghép với', 'Combined with'],
  },
  delegates: delegateFieldNames,
}

/** The heading that forms and exports carry. */
export const headingOf = (kind: ImportKind, field: string): string =>
  (fieldNames[kind] as Record<string, readonly string[]>)[field]?.[0] ?? field

/** Heading of what is wrong with each row, in the workbook that is sent back to be mended. */
export const faultsHeading = 'Lỗi và lời nhắc'

/** A heading as it is compared and remembered: without what stands in brackets, marks, capitals and signs. */
export const foldHeading = (heading: string): string =>
  foldForSearch(heading.slice(0, 200))
    .replaceAll(/\([^)]*\)/gu, ' ')
    .replaceAll(/[^a-z0-9]+/gu, ' ')
    .trim()

/** Fields by folded heading: the office's own names that were remembered stand before the usual ones. `fields`: those alone. */
export const namesOfKind = (
  kind: ImportKind,
  remembered: ReadonlyMap<string, string>,
  fields: readonly string[] = importFields[kind],
): Map<string, string> => {
  const names = new Map<string, string>()
  for (const field of fields) {
    const usual = (fieldNames[kind] as Record<string, readonly string[]>)[field] ?? []
    for (const name of [...usual, field]) {
      const folded = foldHeading(name)
      if (!names.has(folded)) names.set(folded, field)
    }
  }
  for (const [folded, field] of remembered) if (fields.includes(field)) names.set(folded, field)
  return names
}

const numbering: readonly string[] = ['stt', 'tt', 'so tt', 'so thu tu', 'thu tu', 'no']

/** Columns that number the rows, or say what was wrong with them, hold nothing of the records. */
export const isOfNoRecord = (heading: string): boolean =>
  numbering.includes(foldHeading(heading)) || foldHeading(heading) === foldHeading(faultsHeading)

/**
 * The field that a heading of more words seems to mean: «Biên chế giao năm 2019» begins like one that is known, «Số
 * máy điện thoại» holds one. Names are those that no column has taken.
 */
export const likelyField = (
  folded: string,
  names: readonly (readonly [name: string, field: string])[],
): string | null => {
  const longestFirst = names.toSorted(([a], [b]) => b.length - a.length)
  const begins = longestFirst.find(([name]) => name.length >= 3 && `${folded} `.startsWith(`${name} `))
  const holds = longestFirst.find(([name]) => name.length >= 6 && ` ${folded} `.includes(` ${name} `))
  return (begins ?? holds)?.[1] ?? null
}
