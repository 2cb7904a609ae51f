import { formatShortDate, type Language } from '../format/dates.ts'
import type { StaticPlan } from './schema.ts'

/** What the workbook of addresses says. */
export const workbookWords: Readonly<Record<Language, { sheet: string; secret: string; headings: string[] }>> = {
  vi: {
    sheet: 'Liên kết',
    secret: 'Ai có địa chỉ đều xem được trang: giữ tệp này trong cơ quan, không đưa lên mạng.',
    headings: ['Họ và tên', 'Đoàn', 'Điện thoại', 'Địa chỉ trang', 'Tin nhắn', 'Tệp'],
  },
  en: {
    sheet: 'Links',
    secret: 'Whoever has an address reads the page: keep this file in the office, never upload it.',
    headings: ['Full name', 'Delegation', 'Telephone', 'Address of the page', 'Message', 'File'],
  },
}

interface Guided {
  title: string
  until: string | null
  choice: StaticPlan
  folders: { upload: string; keep: string }
}

/** The file that says what to do with the others, in both languages. */
export const guideOf = (of: Guided): string =>
  [...vietnamese(of), '', '----------', '', ...english(of), ''].join('\r\n')

const vietnamese = ({ title, until, choice: { host, pages, liaisons, leftOut }, folders }: Guided): string[] => [
  `TRANG ĐẠI BIỂU ĐỂ ĐƯA LÊN MẠNG: ${title}`,
  '',
  `1. Xóa các trang cũ ở ${host}/ nếu có, rồi đưa mọi tệp trong thư mục ${folders.upload} lên đó.`,
  `2. Không đưa thư mục ${folders.keep} lên mạng: trong đó có phiếu in mã QR và bảng địa chỉ, tin nhắn của từng người. Ai có địa chỉ đều xem được trang.`,
  '3. Gửi cho mỗi người đúng địa chỉ của mình, cả phần sau dấu #. Nơi giữ trang không biết phần ấy, nên không đọc được trang.',
  '4. Trang không tự đổi. Khi chương trình, chỗ ngồi thay đổi thì xuất lại và thay mọi tệp; địa chỉ vẫn như cũ.',
  `5. ${until === null ? 'Mỗi trang thôi hiện sau ngày cuối của liên kết' : `Các trang thôi hiện sau ngày ${formatShortDate(until, 'vi')}, hoặc sớm hơn nếu liên kết hết hạn trước`}. Tệp đã đưa lên thì thu hồi liên kết không đóng được: xong việc hoặc khi cần đóng, hãy xóa tệp ở nơi giữ trang.`,
  '',
  `Trang đại biểu: ${String(pages)}. Trang liên lạc đoàn: ${String(liaisons)}.`,
  `Không có trang: chưa cấp liên kết ${String(leftOut.none)}, hết hạn ${String(leftOut.expired)}, đã thu hồi ${String(leftOut.revoked)}, đã rút ${String(leftOut.withdrawn)}.`,
]

const english = ({ title, until, choice: { host, pages, liaisons, leftOut }, folders }: Guided): string[] => [
  `DELEGATES’ PAGES FOR A WEB HOST: ${title}`,
  '',
  `1. Delete earlier pages at ${host}/, then upload all files of the folder ${folders.upload} there.`,
  `2. Never upload the folder ${folders.keep}: it holds slips with QR codes, and everybody’s address and message. Whoever has an address reads the page.`,
  '3. Send each person his or her own address, with what follows the sign #. The web host never learns that part, so it cannot read the page.',
  '4. A page does not change by itself. When the programme or seats change, export again and replace all files; the addresses stay.',
  `5. ${until === null ? 'Each page shows nothing after the last day of its link' : `The pages show nothing after ${formatShortDate(until, 'en')}, or earlier where the link ends before`}. Revoking a link does not close a file that was uploaded: to close pages, or when all is over, delete them at the web host.`,
  '',
  `Delegates’ pages: ${String(pages)}. Liaisons’ pages: ${String(liaisons)}.`,
  `Without a page: no link ${String(leftOut.none)}, run out ${String(leftOut.expired)}, revoked ${String(leftOut.revoked)}, withdrawn ${String(leftOut.withdrawn)}.`,
]
