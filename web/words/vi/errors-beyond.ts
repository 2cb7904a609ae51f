import { grouped } from './grouped.ts'

/** Details of a quota that was to be lowered below what was approved of the unit's list. */
export interface BelowApproved {
  name: string
  which: 'official' | 'guests'
  wanted: number
  approved: number
}

/** Details of a seat that two people would have. */
export interface TakenSeat {
  seat: string
  first: string
  second: string
  phase: string
}

/** Details of seats that the hall has no more: those that an earlier drawing had, by name, and how many besides. */
export interface GoneSeats {
  seats: string
  more: number
}

/** Sentences for codes that only pages beyond the first are answered; the others stand in `errors.ts`. */
export const errorsBeyond = {
  'paper-step-not-allowed': 'Văn bản đang ở trạng thái không cho làm bước này. Xin tải lại trang.',
  'paper-signed':
    'Văn bản đã ký nên nội dung đã khóa. Xin đính chính hoặc thay thế; nếu chưa ban hành, trả lại để sửa.',
  'number-missing': 'Văn bản chưa có số. Xin vào số trước khi ban hành.',
  'number-taken': 'Số này đã cấp cho văn bản khác trong sổ.',
  'signer-not-known': 'Vào ngày của văn bản, chưa rõ ai giữ chức danh này. Xin xem lại trang Lãnh đạo dự.',
  'series-in-use': 'Sổ đã cấp số, nên không đổi được việc bắt đầu lại hằng năm.',
  'remark-not-own': 'Chỉ người đã góp ý rút lại được, khi chưa có trả lời.',
  'too-many-remarks': 'Chương trình này đã có quá nhiều góp ý.',
  'too-many-items': 'Phiên này đã có quá nhiều mục.',
  'item-not-placed': 'Nội dung này chưa xếp vào phiên nào nên chưa bấm giờ được.',
  'item-has-begun': 'Nội dung này đã được bấm bắt đầu, có thể từ máy khác.',
  'item-not-begun': 'Nội dung này chưa bắt đầu nên chưa kết thúc được.',
  'item-has-ended': 'Nội dung này đã được bấm kết thúc, có thể từ máy khác.',
  'tapped-before-others': 'Một nội dung khác đã ghi giờ muộn hơn. Xin sửa giờ thực tế, rồi bấm lại.',
  'delegates-full': 'Danh sách người dự có nhiều nhất 20.000 người. Xin bớt dòng trong tệp rồi thử lại.',
  'field-not-asked': 'Cấp của hội nghị này không hỏi mục ấy, nên không ghi thêm. Có thể chọn hỏi ở trang Kỳ đại hội.',
  'list-full': 'Danh sách có nhiều nhất 5.000 dòng. Xin bớt dòng rồi thử lại.',
  'programme-not-empty': 'Chương trình đã có phiên. Xin xóa các phiên cũ, hoặc thêm từng phiên.',
  'draft-moved': 'Chương trình vừa được sửa hoặc công bố. Chưa công bố gì thêm; xin xem lại.',
  'nothing-to-take': 'Bản đang soạn đã giống hệt bản này.',
  'nothing-to-release': 'Không có gì mới để công bố.',
  'template-fault': 'Mẫu văn bản in có chỗ sai nên chưa in được. Xin báo quản trị xem lại thư mục mẫu in.',
  'template-faulty': 'Mẫu còn chỗ sai nên chưa áp dụng được. Xin sửa các dòng được đánh dấu, hoặc lưu nháp.',
  'template-unchanged': 'Nội dung giống hệt bản vừa lưu, nên không có gì để lưu.',
  'template-too-many': 'Mẫu này đã có 1.000 bản. Xin xuất ra tệp nén rồi bắt đầu mẫu mới.',
  'zip-broken': 'Tệp này không phải tệp .zip, bị hỏng hoặc đang đặt mật khẩu.',
  'zip-without-templates': 'Tệp .zip này không có mẫu văn bản nào. Xin chọn tệp đã xuất từ trang Mẫu văn bản.',
  'zip-too-large': 'Tệp nén có quá nhiều tệp hoặc giải nén ra quá lớn so với các mẫu văn bản.',
  'zip-unsafe': 'Tệp nén có đường dẫn lạ, trỏ ra ngoài thư mục, nên bị từ chối.',
  'not-a-spreadsheet': 'Tệp này không phải bảng tính. Xin chọn tệp Excel (.xlsx) hoặc tệp văn bản CSV, TSV.',
  'spreadsheet-legacy': 'Tệp này thuộc loại Excel 97–2003 (.xls) cũ. Xin mở bằng Excel rồi lưu thành .xlsx.',
  'spreadsheet-foreign':
    'Bảng tính này không thuộc loại .xlsx (có thể là .ods, .xlsb hoặc trang web đặt tên .xls). Xin mở bằng Excel rồi lưu thành .xlsx.',
  'file-type-refused':
    'Tệp không thuộc loại nhận được: chỉ nhận PDF, ảnh PNG, JPEG, WebP, Word (.docx) và Excel (.xlsx), xét theo nội dung chứ không theo tên.',
  'scan-type-refused': 'Bản quét phải là PDF, JPEG hoặc PNG. Tệp này là loại khác, dù tên ghi gì.',
  'file-with-macros': 'Tài liệu có chứa macro nên không nhận. Xin lưu lại thành .docx hoặc .xlsx không có macro.',
  'picture-too-large': 'Ảnh có quá nhiều điểm ảnh. Xin quét lại ở độ phân giải thấp hơn (300 dpi là đủ).',
  'file-with-objects':
    'Tài liệu có nhúng tệp, đối tượng (OLE) hoặc chương trình nên không nhận. Xin bỏ phần nhúng hoặc lưu thành PDF.',
  'file-broken': 'Tệp bị hỏng, chưa tải về hết hoặc đang khóa. Xin mở thử, lưu lại rồi gửi lần nữa.',
  'file-empty': 'Tệp không có nội dung.',
  'file-twice': 'Tệp này đã có ở đây rồi.',
  'too-many-files': 'Mỗi nơi giữ nhiều nhất 20 tệp. Xin bỏ bớt hoặc gộp các trang vào một tệp PDF.',
  'file-missing': 'Không còn nội dung của tệp trên máy chủ. Xin báo quản trị xem lại thư mục dữ liệu.',
  'photo-type-refused': 'Ảnh chân dung phải là ảnh JPEG hoặc PNG, xét theo nội dung chứ không theo tên tệp.',
  'photo-broken': 'Ảnh bị hỏng hoặc chưa tải về hết. Xin chọn ảnh khác.',
  'photo-too-many-pixels': 'Ảnh có quá nhiều điểm ảnh (hơn 4 triệu). Xin thu nhỏ rồi gửi lại.',
  'logo-type-refused': 'Biểu trưng phải là ảnh PNG, JPEG hoặc SVG, xét theo nội dung chứ không theo tên tệp.',
  'logo-broken':
    'Ảnh bị hỏng, chưa tải về hết, hoặc có phần không vẽ được. Xin mở bằng chương trình xem ảnh, lưu lại thành PNG rồi gửi lần nữa.',
  'logo-empty':
    'Trong ảnh không thấy gì: có thể ảnh trong suốt hết, hoặc chỉ dẫn tới một tệp khác. Xin lưu lại thành PNG.',
  'logo-too-many-bytes': 'Ảnh lớn hơn 10 MB. Xin thu nhỏ rồi gửi lại; biểu trưng rộng 1.200 điểm ảnh là đủ nét.',
  'logo-too-many-pixels':
    'Ảnh có quá nhiều điểm ảnh (hơn 36 triệu). Xin thu nhỏ rồi gửi lại; biểu trưng rộng 1.200 điểm ảnh là đủ nét.',
  'form-type-refused': 'Đây không phải tệp Word (.docx) hoặc Excel (.xlsx).',
  'form-legacy': 'Tệp thuộc loại Office 97–2003 cũ (.doc, .xls). Xin mở ra rồi lưu thành .docx hoặc .xlsx.',
  'form-locked': 'Tệp có mật khẩu. Xin bỏ mật khẩu trong Word hoặc Excel rồi tải lên lại.',
  'form-broken': 'Nội dung bên trong tệp bị hỏng. Xin mở bằng Word hoặc Excel, lưu lại rồi tải lên lần nữa.',
  'form-unsafe': 'Trong tệp có khai báo mà tài liệu Word, Excel không bao giờ cần, nên tệp bị từ chối.',
  'form-too-large': 'Giải nén ra, tệp lớn quá mức của một biểu mẫu. Xin chỉ giữ lại phần cần điền.',
  'form-fetches':
    'Khi mở, tệp này tự lấy dữ liệu từ nơi khác hoặc tự chạy chương trình, nên không nhận. Xin bỏ kết nối dữ liệu rồi lưu lại.',
  'form-too-many-rows': 'Danh sách có quá 50.000 dòng, nhiều hơn một biểu mẫu nhận được.',
  'form-faults': 'Có chỗ điền trong biểu mẫu chưa đúng, nên chưa điền được. Xin mở phần đánh dấu để xem từng chỗ.',
  'form-without-marks': 'Biểu mẫu chưa có chỗ điền nào. Xin đánh dấu các ô cần điền trước.',
  'word-document':
    'Đây là tệp văn bản Word. Xin bôi đen bảng trong Word, Ctrl+C, rồi dán vào ô “Hoặc dán từ Excel, Word” bên dưới.',
  'spreadsheet-encrypted': 'Tệp đang đặt mật khẩu. Xin bỏ mật khẩu trong Excel rồi tải lên lại.',
  'spreadsheet-broken': 'Tệp bị hỏng hoặc chưa tải về hết. Xin mở bằng Excel, lưu lại rồi thử lần nữa.',
  'spreadsheet-unsafe': 'Trong tệp có khai báo mà bảng tính không bao giờ cần, nên tệp bị từ chối.',
  'spreadsheet-too-large':
    'Giải nén ra, tệp lớn quá mức của một danh sách. Xin chỉ giữ lại trang và các dòng cần nhập.',
  'too-many-rows': 'Tệp có quá nhiều dòng: mỗi lần nhập được nhiều nhất 25.000 dòng. Xin chia thành nhiều tệp.',
  'heap-too-large':
    'Quá nhiều tệp hoặc giải nén ra quá lớn. Mỗi lần đọc được nhiều nhất 1.000 tệp; xin chia thành nhiều lần.',
  'spreadsheet-empty': 'Tệp không có nội dung nào để nhập.',
  'text-encoding-unknown':
    'Không đọc được dấu tiếng Việt trong tệp (có thể dùng bảng mã TCVN3 hoặc VNI). Xin lưu lại với mã UTF-8 hoặc lưu thành .xlsx.',
  'not-a-schedule': 'Tệp không phải schedule.xml của frab, pentabarf hay lịch ICS.',
  'schedule-foreign': 'Tệp XML theo kiểu khác: ngày không gồm phòng và sự kiện như frab, pentabarf. Chưa nhập gì.',
  'schedule-empty': 'Tệp không có sự kiện nào.',
  'schedule-broken': 'Tệp lịch bị hỏng hoặc chưa tải về hết. Xin tải lại tệp rồi nhập.',
  'schedule-unsafe': 'Trong tệp có khai báo DOCTYPE hoặc thực thể mà lịch không cần, nên tệp bị từ chối.',
  'schedule-encoding': 'Chữ trong tệp không đúng bảng mã mà tệp ghi. Xin lưu lại với mã UTF-8.',
  'schedule-too-large': 'Tệp lớn quá mức của một lịch chương trình.',
  'schedule-too-many-events': 'Chương trình chứa được nhiều nhất 5.000 mục.',
  'too-many-sessions': 'Chương trình chứa được nhiều nhất 500 phiên.',
  'import-of-other-congress':
    'Tệp được tải về từ danh sách của hội nghị khác. Xin xác nhận vẫn nhập vào danh sách này trước.',
  'import-changed': 'Dữ liệu đã thay đổi từ khi xem trước. Chưa nhập gì; xin xem lại bản xem trước mới rồi xác nhận.',
  'import-columns-missing': 'Chưa chọn đủ cột bắt buộc. Xin chọn dòng tiêu đề và các cột rồi thử lại.',
  'nothing-to-print': 'Danh sách của văn bản này còn trống nên chưa có gì để in.',
  'no-seats':
    'Chưa có chỗ ngồi nào đọc được. Xin ghi ở cột Chỗ ngồi của danh sách Người dự, ví dụ A12, B-07 hoặc Hàng B ghế 7.',
  'link-closed': 'Liên kết này không mở được nữa.',
  'last-day-past': 'Ngày cuối đã qua. Xin chọn hôm nay hoặc ngày sau; muốn đóng ngay thì thu hồi liên kết.',
  'web-host-unreadable':
    'Đây không phải địa chỉ của một thư mục trên mạng. Xin ghi cả http:// hoặc https://, ví dụ https://example.vn/dai-bieu.',
  'no-open-links': 'Không ai trong số này có liên kết còn mở được. Xin cấp liên kết trước.',
  'no-links-to-issue': 'Ai cũng đã có liên kết, hoặc đã rút khỏi danh sách.',
  'nothing-changed': 'Không bản nào đổi từ lần in trước, nên không có gì để in lại.',
  'sheet-beyond': 'Bản in không có tờ thứ ấy. Xin xem lại số tờ.',
  'place-beyond': 'Mỗi tờ không có ô thứ ấy. Xin xem lại ô bắt đầu.',
  'print-too-large': 'Mỗi lần in được nhiều nhất 60.000 bản. Xin bớt số bản, hoặc chia làm nhiều lần.',
  'print-running': 'Một bản in khác của hội nghị này đang được tạo. Xin đợi, hoặc dừng bản ấy trước.',
  'disk-full': 'Ổ đĩa của máy chủ đã đầy nên chưa ghi được bản in. Chưa có gì thay đổi; xin báo quản trị.',
  'both-attend': 'Cả hai cùng dự một hội nghị. Xin đánh dấu gộp cả hai phần dự, rồi gộp lại.',
  'parts-contradict':
    'Hai phần dự ghi khác nhau về có mặt hoặc trả lời. Xin sửa cho giống nhau trong danh sách, rồi gộp.',
  'nothing-to-import': 'Không có dòng nào mới hoặc thay đổi, nên không có gì để nhập.',
  'role-held': 'Đang có người giữ vai trò này. Bỏ người ra trước, rồi mới bỏ vai trò.',
  'attends-already':
    'Có người đã ở trong danh sách của hội nghị này, nên chưa thêm ai. Xin bỏ chọn người ấy rồi thêm lại.',
  'not-choosable':
    'Có người không còn trong danh sách đại biểu của hội nghị cấp dưới, nên chưa thêm ai. Xin xem lại danh sách mới.',
  'delegate-not-listed': 'Chỉ thay được người đang ở danh sách chính thức. Xin xem lại cột Trong danh sách.',
  'alternate-gone': 'Người này không còn trong danh sách của hội nghị, hoặc thuộc hội nghị khác. Xin chọn lại.',
  'alternate-listed': 'Người này đã là đại biểu chính thức, không còn dự khuyết. Xin chọn người khác.',
  'alternate-withdrawn': 'Người này đã rút khỏi danh sách. Xin chọn người khác.',
  'unit-list-closed': 'Danh sách đã gửi lên cấp trên nên không sửa được. Xin gửi yêu cầu sửa lại trước.',
  'unit-list-open': 'Danh sách đang ở đơn vị: sửa trực tiếp được.',
  'unit-list-empty': 'Danh sách chưa có ai nên chưa gửi được.',
  'unit-list-above-maximum':
    'Danh sách vượt phân bổ, và đại hội không còn chỗ ngoài phân bổ. Xin bớt người, hoặc đề nghị cấp trên nâng phân bổ.',
  'unit-list-not-submitted': 'Đơn vị chưa gửi danh sách, nên chưa duyệt hay trả lại được.',
  'unit-list-not-approved': 'Danh sách chưa được duyệt, nên chưa có văn bản duyệt.',
  'unit-list-decided': 'Người khác vừa duyệt hoặc trả lại danh sách này. Xin xem lại trạng thái mới.',
  'unit-list-not-undone': 'Danh sách đã gửi, đã duyệt thì không hoàn tác: cấp trên trả lại để sửa.',
  'unit-not-succeeded': 'Đơn vị chưa kết thúc, hoặc đơn vị chọn không kế tục đơn vị này. Xin xem lại trang Đơn vị.',
  'unit-list-nothing-there': 'Đơn vị này không có đại biểu, phân bổ hay danh sách nào để chuyển.',
  'unit-list-both-sent': ({ name }: { name: string }) =>
    `Cả hai đơn vị đều đã gửi danh sách. Xin trả lại danh sách của đơn vị cũ trước, rồi chuyển sang ${name}.`,
  'hall-without-seats': 'Hội trường chưa có ghế nào, nên chưa lưu được.',
  'hall-too-large': ({ seats, limit }: { seats: number; limit: number }) =>
    `Bản vẽ có ${grouped(seats)} ghế hoặc quá nhiều phần; một hội trường có nhiều nhất ${grouped(limit)} ghế.`,
  'hall-id-twice': ({ id }: { id: string }) => `Bản vẽ có hai phần cùng mang mã «${id}».`,
  'halls-full': 'Địa điểm đã có 50 hội trường. Xin xóa bớt rồi thử lại.',
  'seats-gone': ({ seats, more }: GoneSeats) =>
    `Bản vẽ hội trường mà phương án đang dùng không có ${[seats && `ghế ${seats}`, more > 0 ? `${grouped(more)} ghế${seats ? ' khác' : ' đã chọn'}` : ''].filter(Boolean).join(' và ')}. Chưa đổi chỗ ai; xin xem lại sơ đồ rồi xếp lại.`,
  'seated-not-listed': 'Có người không còn trong danh sách đại biểu. Chưa đổi chỗ ai; xin xem lại rồi xếp lại.',
  'seating-phase-gone': 'Phương án không còn phần này. Chưa đổi chỗ ai; xin chọn phần khác.',
  'seats-not-told': 'Phương án chính thức chưa công bố, nên chưa có ghế nào để ghi vào danh sách.',
  'seat-blocked': ({ seat }: { seat: string }) => `Ghế ${seat} đang chặn, không xếp cho ai.`,
  'seat-taken': ({ seat, first, second, phase }: TakenSeat) =>
    `Ghế ${seat} không xếp được cho cả ${first} và ${second}${phase === '' ? '' : ` trong phần «${phase}»`}.`,
  'seating-plan-twice': ({ name }: { name: string }) => `Đã có phương án mang tên «${name}».`,
  'seating-plans-full': 'Hội nghị đã có 40 phương án chỗ ngồi. Xin xóa bớt rồi thử lại.',
  'helper-in-wheelchair': ({ name }: { name: string }) =>
    `${name} đi xe lăn, không cùng lúc là người đi kèm của người khác được.`,
  'seat-rules-full': 'Hội nghị đã có 500 yêu cầu xếp chỗ. Xin bỏ bớt rồi thử lại.',
  'seating-empty': 'Phương án chưa xếp chỗ cho ai, nên chưa công bố được.',
  'group-twice': 'Đã có tổ mang tên này.',
  'group-sizes-crossed': 'Số người ít nhất của tổ lớn hơn số nhiều nhất.',
  'group-role-taken': 'Tổ đã có người giữ vai trò này.',
  'quota-twice': 'Đơn vị này đã có trong bảng phân bổ.',
  'quota-below-approved': ({ name, which, wanted, approved }: BelowApproved) =>
    `Danh sách đã duyệt của ${name} có ${grouped(approved)} ${which === 'official' ? 'đại biểu chính thức' : 'khách mời'} nên không hạ phân bổ xuống ${grouped(wanted)}. Muốn hạ, xin trả lại danh sách trước.`,
  'quota-above-maximum': ({ sum, maximum }: { sum: number; maximum: number }) =>
    `Tổng phân bổ sẽ là ${grouped(sum)}, vượt ${grouped(sum - maximum)} so với mức tối đa ${grouped(maximum)} của hội nghị. Xin bớt ở đơn vị khác, hoặc nâng mức tối đa trước.`,
}
