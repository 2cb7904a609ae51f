/** Where the name of an agency was read; `general knowledge` is not confirmed. */
export type Basis = 'named in a source' | 'general knowledge'

export interface Agency {
  name: string
  basis: Basis
  /** Staff in round numbers, invented: below and above the threshold of 200; none is given for the forces. */
  staff: number | null
}

const known = (name: string, staff: number | null = 60): Agency => ({ name, basis: 'general knowledge', staff })
const named = (name: string, staff: number | null = 60): Agency => ({ name, basis: 'named in a source', staff })

/**
 * Agencies, unions and forces of the province that hold a congress above the grassroots level. The grouping into blocks
 * (khối thi đua) is invented: the real list of Nam Định was not found. Sources of the named ones: baonamdinh.vn
 * (January and June 2020), sonoivu.namdinh.gov.vn, cnd.edu.vn.
 */
export const agencyBlocks: readonly { block: string; type: string; agencies: readonly Agency[] }[] = [
  {
    block: 'Khối cơ quan chuyên môn UBND tỉnh',
    type: 'sở, ban, ngành',
    agencies: [
      known('Văn phòng UBND tỉnh', 80),
      known('Văn phòng HĐND tỉnh'),
      named('Sở Nội vụ', 90),
      known('Sở Kế hoạch và Đầu tư'),
      known('Sở Tài chính', 70),
      known('Sở Công Thương', 80),
      known('Sở Nông nghiệp và Phát triển nông thôn', 420),
      known('Sở Giao thông vận tải', 110),
      known('Sở Xây dựng', 90),
      known('Sở Tài nguyên và Môi trường', 180),
      known('Sở Thông tin và Truyền thông', 45),
      known('Sở Lao động - Thương binh và Xã hội', 240),
      known('Sở Văn hóa, Thể thao và Du lịch', 230),
      known('Sở Khoa học và Công nghệ', 65),
      named('Sở Giáo dục và Đào tạo', 210),
      known('Sở Y tế', 260),
      known('Sở Tư pháp', 75),
      known('Thanh tra tỉnh', 40),
      known('Ban Quản lý các khu công nghiệp tỉnh', 50),
    ],
  },
  {
    block: 'Khối các cơ quan Đảng',
    type: 'cơ quan Đảng',
    agencies: [
      known('Văn phòng Tỉnh ủy', 75),
      known('Ban Tổ chức Tỉnh ủy', 35),
      named('Ban Tuyên giáo Tỉnh ủy', 30),
      known('Ban Dân vận Tỉnh ủy', 25),
      named('Ủy ban Kiểm tra Tỉnh ủy', 35),
      named('Ban Nội chính Tỉnh ủy', 25),
      named('Đảng ủy Khối các cơ quan và doanh nghiệp tỉnh', 30),
    ],
  },
  {
    block: 'Khối Mặt trận, đoàn thể',
    type: 'Mặt trận, đoàn thể',
    agencies: [
      known('Ủy ban MTTQ Việt Nam tỉnh', 35),
      named('Liên đoàn Lao động tỉnh', 45),
      named('Hội Liên hiệp Phụ nữ tỉnh', 35),
      named('Hội Nông dân tỉnh', 40),
      named('Hội Cựu chiến binh tỉnh', 20),
      named('Tỉnh Đoàn', 40),
    ],
  },
  {
    block: 'Khối lực lượng vũ trang',
    type: 'lực lượng vũ trang',
    agencies: [
      known('Bộ Chỉ huy Quân sự tỉnh', null),
      named('Công an tỉnh', null),
      known('Bộ Chỉ huy Bộ đội Biên phòng tỉnh', null),
    ],
  },
  {
    block: 'Khối tư pháp, ngành dọc',
    type: 'ngành dọc',
    agencies: [
      known('Tòa án nhân dân tỉnh', 70),
      known('Viện Kiểm sát nhân dân tỉnh', 75),
      known('Cục Thi hành án dân sự tỉnh', 45),
      known('Cục Thuế tỉnh', 450),
      known('Cục Thống kê tỉnh', 55),
      known('Kho bạc Nhà nước Nam Định', 190),
      known('Bảo hiểm xã hội tỉnh', 280),
      known('Ngân hàng Nhà nước chi nhánh tỉnh', 50),
    ],
  },
  {
    block: 'Khối sự nghiệp, báo chí',
    type: 'đơn vị sự nghiệp',
    agencies: [
      named('Báo Nam Định', 50),
      known('Đài Phát thanh và Truyền hình tỉnh', 130),
      known('Trường Chính trị Trường Chinh', 60),
    ],
  },
]

/** Halls whose size matters to a case that the example teaches; invented. */
export const agencyHallSeats: Readonly<Record<string, number>> = { 'Sở Y tế': 200 }
