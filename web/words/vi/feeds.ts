/** Calendars that telephones subscribe to by a secret link. */
export const feeds = {
  action: 'Lịch đăng ký (ICS)',
  heading: 'Lịch đăng ký (ICS)',
  sentence:
    'Điện thoại, Outlook hay Google Lịch đăng ký đường dẫn này sẽ tự cập nhật. Ai có đường dẫn đều xem được, nên mỗi người một đường dẫn và thu hồi khi không dùng nữa.',
  how: 'iPhone: Cài đặt, Ứng dụng, Lịch, Tài khoản lịch, Thêm tài khoản, Khác, Thêm lịch đăng ký. Android: mở Google Lịch trên máy tính, Lịch khác, Thêm bằng URL.',
  target: 'Lịch của',
  name: 'Đặt tên',
  nameHelp: 'Ai dùng, ở đâu: Điện thoại đồng chí An, Bảng tin văn thư.',
  create: 'Tạo đường dẫn',
  link: 'Đường dẫn',
  once: 'Chỉ hiện lần này. Xin sao chép ngay; mất thì tạo đường dẫn khác.',
  made: 'Đã tạo lịch đăng ký.',
  existing: 'Đường dẫn đang dùng',
  none: 'Chưa có đường dẫn nào.',
  by: (name: string, date: string) => `${name} tạo ${date}`,
  fetched: (at: string) => `đọc lần cuối ${at}`,
  neverFetched: 'chưa máy nào đọc',
  ended: 'đã ngừng: người tạo không còn quyền',
  revoke: 'Thu hồi',
  revokeOf: (name: string) => `Thu hồi ${name}`,
  revoked: 'Đã thu hồi đường dẫn.',
}
