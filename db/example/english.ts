import { unitInSentence } from '../../server/congresses/rules.ts'
import { districts } from './districts.ts'

/** What the example says in Vietnamese, with its English twin. Names of units, halls and people are nobody's words. */
export const exampleTwins = (): [text: string, english: string][] => [
  ...Object.entries(road),
  ...Object.entries(programmes),
  ...Object.entries(posts),
  ...Object.entries(attending),
  ...districts.flatMap(({ type, name }): [string, string][] => {
    const district = unitInSentence({ name: `${type} ${name}`, type: '' })
    const isCity = type === 'Thành phố'
    const place = `${name} ${isCity ? 'City' : 'District'}`
    const committee = `People’s Committee of ${place}`
    return [
      [`Chủ tịch UBND ${district}`, `Chairman of the ${committee}`],
      [`Phó Chủ tịch UBND ${district}`, `Vice-chairman of the ${committee}`],
      [`Chủ tịch Ủy ban MTTQ Việt Nam ${district}`, `Chairman of the Fatherland Front of ${place}`],
      [`Nguyên Bí thư ${isCity ? 'Thành' : 'Huyện'} ủy ${name}`, `Former secretary of the Party Committee of ${place}`],
    ]
  }),
  ...[...new Set(districts.map(({ cluster }) => String(cluster)))].map((cluster): [string, string] => [
    `Cụm thi đua huyện, thành phố số ${cluster}`,
    `Cluster ${cluster} of districts and the city`,
  ]),
]

const road: Readonly<Record<string, string>> = {
  'Đường tới Đại hội TĐYN tỉnh Nam Định lần thứ V': 'Road to the Patriotic Emulation Congress V of Nam Định Province',
  'Đoàn kết, sáng tạo, kỷ cương, thi đua xây dựng tỉnh Nam Định giàu đẹp, văn minh':
    'Unity, creativity, discipline; emulating to build a prosperous, beautiful and civilized Nam Định',
  'Đoàn kết, sáng tạo, thi đua xây dựng và bảo vệ Tổ quốc':
    'Unity and creativity; emulating to build and defend the Fatherland',
  'Đại hội Thi đua yêu nước toàn quốc lần thứ X': 'National Patriotic Emulation Congress X',
  'Dữ liệu ví dụ': 'Example data',
  'Văn phòng': 'Office',
  'Ví dụ: kết quả là số liệu giả định, không phải tư liệu.': 'Example: the results are made up and no record.',

  // Blocks and types of units.
  'Khối cơ quan chuyên môn UBND tỉnh': 'Departments of the provincial People’s Committee',
  'Khối các cơ quan Đảng': 'Party bodies',
  'Khối Mặt trận, đoàn thể': 'Fatherland Front and unions',
  'Khối lực lượng vũ trang': 'Armed forces',
  'Khối tư pháp, ngành dọc': 'Justice and central agencies',
  'Khối sự nghiệp, báo chí': 'Public services and press',
  'sở, ban, ngành': 'department or agency',
  'cơ quan Đảng': 'Party body',
  'Mặt trận, đoàn thể': 'Front or union',
  'lực lượng vũ trang': 'armed forces',
  'ngành dọc': 'central agency',
  'đơn vị sự nghiệp': 'public service unit',

  // Notes and reasons.
  'Ví dụ: ngày, hội trường, số người, lãnh đạo dự và quá trình thay đổi là số liệu giả định, không phải tư liệu.':
    'Example: day, hall, numbers, attending leaders and history are invented and no record.',
  'Ngày, địa điểm, số đại biểu và chủ đề theo báo chí đã đưa về Đại hội (133 đoàn; 2.300 người dự, gồm 280 khách mời). Trạng thái và quá trình là số liệu giả định.':
    'Day, place, number of delegates and theme follow the press on the Congress (133 delegations; 2,300 people, 280 of them guests). State and history are invented.',
  'Ngày, địa điểm, chủ đề, 353 đại biểu và việc Phó Chủ tịch nước dự theo Báo Nam Định, tháng 9/2020. Phân bổ đại biểu, phiên trù bị, giờ giấc, sức chứa hội trường, trạng thái và quá trình là số liệu giả định.':
    'Day, place, theme, 353 delegates and the attendance of the Vice-President follow Báo Nam Định of September 2020. The quotas, preparatory session, times, seats of the hall, state and history are invented.',
  'Phê duyệt Đề án tổ chức Đại hội': 'Plan of the Congress approved',
  'Tạm hoãn để phòng, chống dịch COVID-19': 'Postponed to contain COVID-19',
  'Chờ kiện toàn bộ máy xã mới và phòng, chống dịch COVID-19':
    'Waits for the offices of the merged commune; COVID-19 to be contained',
  'Trùng kỳ họp Hội đồng nhân dân huyện': 'Same day as the meeting of the district People’s Council',
  'Ấn định lại ngày tổ chức': 'Date set anew',
  'Hoãn do dịch COVID-19; được phép tổ chức bù trước đại hội cấp trên.':
    'Postponed because of COVID-19; may be held later, before the upper congress.',
  'Đã gọi điện: đơn vị đã tổ chức, đang gửi văn bản báo cáo.':
    'Telephoned: the unit has held it and is sending its report.',

  // Days, and what they rest on; the state holidays are those of the calendar.
  'Giãn cách xã hội phòng, chống dịch COVID-19': 'Social distancing against COVID-19',
  'Đại hội Đảng bộ huyện Hải Hậu': 'Party congress of Hải Hậu District',
  'Đại hội đại biểu Đảng bộ tỉnh Nam Định lần thứ XX': 'Party congress XX of Nam Định Province',
  'Đại hội đại biểu toàn quốc lần thứ XIII của Đảng': 'National Party congress XIII',
  'Chỉ thị 15/CT-TTg ngày 27/3/2020; ngày đầu, ngày cuối tại địa phương chưa xác nhận':
    'Chỉ thị 15/CT-TTg of 27 March 2020; its first and last day in the province are not confirmed',
  'haihau.vn (296 đại biểu)': 'haihau.vn (296 delegates)',
  'daibieunhandan.vn, baophapluat.vn (Nhà văn hóa 3-2)': 'daibieunhandan.vn, baophapluat.vn (hall: Nhà văn hóa 3-2)',
  'phunuphapluat.nguoiduatin.vn (theo thời gian triệu tập)':
    'phunuphapluat.nguoiduatin.vn (by the time for which it was convened)',
}

/** What stands in the lists of delegates: delegations that are no unit, structure groups, posts, fields, and notes. */
const attending: Readonly<Record<string, string>> = {
  'Hội trường lớn': 'Main hall',
  'Khách mời': 'Guests',
  'Phóng viên': 'Press',
  'Phục vụ': 'Service',
  'Lãnh đạo': 'Leaders',
  'Trực tiếp lao động': 'Direct workers',
  'Anh hùng, Chiến sĩ thi đua': 'Heroes and Emulation Fighters',
  'Trí thức, nhà giáo, thầy thuốc': 'Intellectuals, teachers, doctors',
  'Cán bộ cơ sở': 'Grassroots cadres',
  'Nông dân': 'Farmer',
  'Công nhân': 'Worker',
  'Giáo viên': 'Teacher',
  'Bác sĩ': 'Doctor',
  'Chủ tịch Hội Nông dân': 'Chairman of the Farmers’ Union',
  'Trưởng Công an': 'Head of the police',
  'Bí thư Chi bộ': 'Secretary of a Party cell',
  'Nguyên Phó Bí thư Tỉnh ủy': 'Former deputy secretary of the provincial Party Committee',
  'Nguyên Chủ tịch UBND tỉnh': 'Former chairman of the provincial People’s Committee',
  'Anh hùng Lao động': 'Hero of Labour',
  'Bà mẹ Việt Nam anh hùng': 'Heroic Vietnamese Mother',
  'Nguyên Chủ tịch HĐND tỉnh': 'Former chairman of the provincial People’s Council',
  'Nguyên Chủ tịch Ủy ban MTTQ Việt Nam tỉnh': 'Former chairman of the provincial Fatherland Front',
  'Lãnh đạo Ban Thi đua - Khen thưởng Trung ương': 'Leader of the Central Board of Emulation and Honours',
  'Lãnh đạo tỉnh bạn': 'Leader of another province',
  'Thủ trưởng': 'Head of the agency',
  'Phó Thủ trưởng': 'Deputy head of the agency',
  'Trưởng phòng': 'Head of division',
  'Chuyên viên chính': 'Senior official',
  'Nhân viên kỹ thuật': 'Technician',
  'Chuyên viên': 'Official',
  'Bác sĩ trực': 'Doctor on duty',
  'Nhân viên lễ tân': 'Receptionist',
  'Kinh tế': 'Economy',
  'Văn hóa - xã hội': 'Culture and society',
  'Quốc phòng - an ninh': 'Defence and security',
  'Trung học phổ thông': 'Secondary school',
  'Trung cấp': 'Vocational school',
  'Cao đẳng': 'College',
  'Đại học': 'University',
  'Tên giả định': 'Invented name',
}

const posts: Readonly<Record<string, string>> = {
  'Phó Chủ tịch nước': 'Vice-President of the State',
  'Trưởng Ban Thi đua - Khen thưởng Trung ương': 'Head of the Central Board of Emulation and Honours',
  'Phó Chủ tịch UBND tỉnh (KT)': 'Vice-chairman of the provincial People’s Committee (economy)',
  'Phó Chủ tịch UBND tỉnh (VX)': 'Vice-chairman of the provincial People’s Committee (culture and society)',
  'Phó Chủ tịch HĐND tỉnh': 'Vice-chairman of the provincial People’s Council',
  'Chủ tịch Ủy ban MTTQ Việt Nam tỉnh': 'Chairman of the provincial Fatherland Front',
  'Giám đốc Sở Nội vụ': 'Director of Home Affairs',
  'Trưởng Ban Thi đua - Khen thưởng tỉnh': 'Head of the provincial Board of Emulation and Honours',
}

/** Where the example's programmes differ from the templates. */
const programmes: Readonly<Record<string, string>> = {
  'Đón tiếp đại biểu, phát tài liệu, thẻ và phù hiệu': 'Reception of delegates; documents, cards and badges handed out',
  'Thông qua chương trình và quy chế làm việc của Đại hội': 'Programme and working rules approved',
  'Truyền hình trực tiếp từ đây.': 'Broadcast live from here.',
  'Báo cáo tổng kết phong trào thi đua yêu nước và công tác khen thưởng giai đoạn 2015 - 2020; phương hướng, nhiệm vụ giai đoạn 2020 - 2025':
    'Report on the emulation movement and honours of 2015–2020; directions for 2020–2025',
  'Phát biểu chỉ đạo': 'Directing address',
  'Phát động thi đua giai đoạn 2020 - 2025; thông qua danh sách đoàn đại biểu dự Đại hội toàn quốc lần thứ X':
    'Movement of 2020–2025 launched; delegation to the National Congress X approved',
  'Báo cáo tổng kết 5 năm, phương hướng, nhiệm vụ 5 năm tới':
    'Report on five years, directions for the next five years',
  'Trao tặng danh hiệu thi đua, hình thức khen thưởng': 'Titles and awards presented',
  'Phát biểu của lãnh đạo tỉnh': 'Address by a leader of the province',
  'Phát động thi đua; thông qua danh sách đại biểu dự Đại hội cấp tỉnh':
    'Movement launched; delegates to the provincial Congress approved',
  'Báo cáo tổng kết phong trào thi đua 5 năm': 'Report on five years of the emulation movement',
  'Ý kiến của các điển hình tiên tiến': 'Exemplars speak',
  'Trao tặng giấy khen': 'Certificates of merit presented',
  'Phát biểu của lãnh đạo huyện': 'Address by a leader of the district',
  'Phát động thi đua; thông qua danh sách đại biểu dự cấp huyện':
    'Movement launched; delegates to the district congress approved',
  'Sở Văn hóa, Thể thao và Du lịch': 'Department of Culture, Sports and Tourism',
  'Văn phòng HĐND và UBND huyện': 'Office of the district People’s Council and Committee',
  'Trung tâm Văn hóa huyện': 'District cultural centre',
  'Lãnh đạo tỉnh': 'Leader of the province',
  'Văn phòng UBND xã': 'Office of the commune People’s Committee',
  'Lãnh đạo huyện': 'Leader of the district',
}
