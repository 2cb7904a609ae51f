import type { Role } from '../schema.ts'

interface UsualRole extends Role {
  nameEnglish: string
  expectationEnglish: string
}

/** The roles that a congress begins with; an office may name others, and what it expects of each. */
export const shippedRoles: readonly UsualRole[] = [
  {
    key: 'presidium',
    name: 'Đoàn Chủ tịch',
    nameEnglish: 'Presidium',
    expectation: 'Ngồi hàng ghế đầu; lên sân khấu khi được mời và điều hành theo kịch bản.',
    expectationEnglish: 'Sit in the front row; go on stage when called, and lead by the script.',
    isNeeded: true,
  },
  {
    key: 'secretariat',
    name: 'Đoàn Thư ký',
    nameEnglish: 'Secretariat',
    expectation: 'Ngồi bàn thư ký; ghi biên bản và chuyển ý kiến tới Đoàn Chủ tịch.',
    expectationEnglish: 'Sit at the secretaries’ table; keep the minutes and hand notes to the presidium.',
    isNeeded: true,
  },
  {
    key: 'credentials',
    name: 'Ban Thẩm tra tư cách đại biểu',
    nameEnglish: 'Credentials board',
    expectation: 'Tổng hợp đại biểu có mặt, vắng mặt; trình bày báo cáo khi được giới thiệu.',
    expectationEnglish: 'Count who is present and absent; read the report when introduced.',
    isNeeded: false,
  },
  {
    key: 'presenter',
    name: 'Trình bày tham luận',
    nameEnglish: 'Presenter of a paper',
    expectation: 'Mang theo bài in; ngồi gần lối lên sân khấu, lên bục khi được giới thiệu.',
    expectationEnglish: 'Bring the paper in print; sit near the stage, and go to the lectern when introduced.',
    isNeeded: false,
  },
  {
    key: 'exchange',
    name: 'Điển hình giao lưu',
    nameEnglish: 'Exemplar in the exchange',
    expectation: 'Gặp người dẫn chương trình trước phiên 30 phút; ngồi gần lối lên sân khấu.',
    expectationEnglish: 'Meet the presenter 30 minutes before the session; sit near the stage.',
    isNeeded: false,
  },
  {
    key: 'honoured',
    name: 'Nhận khen thưởng',
    nameEnglish: 'Honoured',
    expectation: 'Dự duyệt nghi thức khen thưởng; ngồi đúng ghế và theo người hướng dẫn khi tới đợt trao.',
    expectationEnglish:
      'Come to the rehearsal of the awards; keep your seat, and follow the guide when your batch is called.',
    isNeeded: false,
  },
  {
    key: 'liaison',
    name: 'Liên lạc đoàn',
    nameEnglish: 'Liaison of a delegation',
    expectation: 'Đón đoàn, điểm danh trước mỗi phiên; báo Ban Tổ chức ngay khi có người vắng.',
    expectationEnglish:
      'Meet the delegation, call the roll before each session; tell the organizers at once who is missing.',
    isNeeded: false,
  },
]

/** The same as roles of a congress. */
export const usualRoles: readonly Role[] = shippedRoles.map(({ key, name, expectation, isNeeded }) => ({
  ...{ key, name, expectation, isNeeded },
}))

/** English of what ships, by the text. */
export const roleTwins = shippedRoles.flatMap(({ name, nameEnglish, expectation, expectationEnglish }) => [
  [name, nameEnglish] as const,
  [expectation, expectationEnglish] as const,
])
