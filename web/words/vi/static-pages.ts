import { grouped } from './grouped.ts'

/** Personal pages as files for a web host. */
export const staticPages = {
  button: 'Xuất trang tĩnh',
  heading: 'Xuất trang tĩnh',
  help: 'Dùng khi đại biểu không vào được máy chủ này: mỗi trang là một tệp mã hóa theo liên kết của từng người, đưa lên bất kỳ nơi giữ trang web nào.',
  chosen: (count: number) => `Chỉ xuất cho ${grouped(count)} người đã chọn.`,
  host: 'Địa chỉ thư mục sẽ đưa trang lên',
  hostHelp: 'Mã QR và tin nhắn dùng địa chỉ này.',
  hostExample: 'https://example.vn/dai-bieu',
  until: 'Thôi hiện sau ngày',
  untilHelp: 'Để trống: sau ngày cuối của từng liên kết.',
  prepare: 'Tiếp tục',
  fetch: 'Tải tệp zip',
  pages: (pages: number, liaisons: number) =>
    `Sẽ có ${grouped(pages)} trang đại biểu, ${grouped(liaisons)} trang liên lạc đoàn.`,
  leftOut: 'Không có trang:',
  reasons: {
    none: (count: number) => `${grouped(count)} người chưa cấp liên kết`,
    expired: (count: number) => `${grouped(count)} người có liên kết đã hết hạn`,
    revoked: (count: number) => `${grouped(count)} người đã bị thu hồi liên kết`,
    withdrawn: (count: number) => `${grouped(count)} người đã rút khỏi danh sách`,
  },
  upload: (host: string) => `Đưa mọi tệp trong thư mục dua-len-mang lên ${host}/`,
  keep: 'Không đưa thư mục giu-lai lên mạng: trong đó có mã QR, địa chỉ và tin nhắn của từng người. Trang đã đưa lên không tự đổi, và thu hồi liên kết không đóng được: phải xuất lại hoặc xóa tệp.',
}
