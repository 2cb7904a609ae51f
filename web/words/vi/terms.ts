/** Names of states, roles and other closed lists of the product. */
export const terms = {
  states: {
    planned: 'Dự kiến',
    approved: 'Đã duyệt',
    preparing: 'Đang chuẩn bị',
    held: 'Đã tổ chức',
    reported: 'Đã báo cáo',
    postponed: 'Hoãn',
    cancelled: 'Hủy',
    late: 'Trễ',
  },
  severities: { impossible: 'Không thể', serious: 'Nghiêm trọng', doubtful: 'Nên xem lại' },
  halfDays: { morning: 'Sáng', afternoon: 'Chiều', day: 'Cả ngày' },
  assemblies: { everybody: 'Toàn thể', delegates: 'Đại biểu' },
  roles: { viewer: 'Người xem', secretariat: 'Thư ký', organizer: 'Người tổ chức', administrator: 'Quản trị' },
  rolesExplained: {
    viewer: 'Xem mọi nội dung, không sửa.',
    secretariat: 'Ghi chương trình, giấy tờ của các hội nghị.',
    organizer: 'Lập lịch, tạo và sửa hội nghị, đơn vị, hội trường.',
    administrator: 'Mọi việc, kể cả tài khoản và quyền.',
  },
  ranks: {
    head: 'Bí thư, Chủ tịch',
    deputy: 'Phó Bí thư, Phó Chủ tịch',
    'standing-member': 'Ủy viên Ban Thường vụ',
    'department-head': 'Giám đốc sở, Trưởng ban, ngành',
    'department-deputy': 'Phó giám đốc sở, Phó trưởng ban, ngành',
  },
  dayKinds: {
    holiday: 'Ngày lễ',
    tet: 'Tết',
    'party-congress': 'Đại hội Đảng',
    blocked: 'Ngày cấm',
    'working-day': 'Ngày làm bù',
    anniversary: 'Ngày kỷ niệm',
  },
}
