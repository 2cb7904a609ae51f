/** What a test sheet says. */
export const testSheetWords = {
  vi: {
    title: 'Tờ in thử để chỉnh máy in',
    how:
      'Đo từ mép trái tờ giấy đến vạch đứng của chữ thập: phải đúng 105 mm. Đo từ mép trên đến vạch ngang: phải đúng 100 mm.\n' +
      'Thiếu bao nhiêu thì cộng thêm bấy nhiêu, thừa bao nhiêu thì trừ bấy nhiêu, vào độ lệch ngang và độ lệch dọc của máy in. ' +
      'In ở cỡ 100 %, không chọn «vừa khổ giấy».',
    offset: (x: string, y: string) => `Độ lệch đang thử: ngang ${x} mm, dọc ${y} mm`,
  },
  en: {
    title: 'Test sheet to adjust a printer',
    how:
      'Measure from the left edge of the paper to the upright rule of the cross: it must be 105 mm. From the upper edge to the level rule: it must be 100 mm.\n' +
      'Add what is missing to the offset of the printer, take off what is too much. ' +
      'Print at 100 %, not “fit to page”.',
    offset: (x: string, y: string) => `Offset on trial: across ${x} mm, down ${y} mm`,
  },
} as const

const ofPaper = (name: string, of: string, every: string): string => (name === '' ? every : of + name)

/** What the index of a package says. */
export const packageWords = {
  vi: {
    fileName: '00 Mục lục.html',
    heading: 'Bộ tài liệu',
    made: (at: string, name: string) => `In lúc ${at}, người in: ${name}`,
    how: 'In các tệp PDF theo thứ tự số ở đầu tên. Bản Word và Excel để sửa, lọc; mở được ở máy không có chương trình này.',
    number: 'STT',
    paper: 'Văn bản',
    much: 'Số lượng',
    files: 'Tệp',
    documents: (count: string) => `${count} bản`,
    pages: (count: string) => `${count} trang`,
    faults: 'Chỗ in không đúng như đã viết',
    letters: (name: string, letters: string) => `${ofPaper(name, 'bản của ', 'mọi bản')}, không in được chữ ${letters}`,
    cut: (name: string, text: string) => `${ofPaper(name, 'bản của ', 'mọi bản')}, chữ quá dài, đã cắt bớt: ${text}`,
    spared: (count: string) =>
      `${count} chỗ không đủ rộng để ghi tên bằng chữ đọc được, xem Bảng chỗ ngồi ở cửa hoặc in khổ lớn hơn`,
    leftOut: 'Không có trong bộ này',
    why: { empty: 'danh sách còn trống', faulty: 'mẫu in có chỗ sai', 'too-large': 'nhiều hơn 60.000 bản' },
    at: (file: string, line: string) => ` (${file}, dòng ${line})`,
  },
  en: {
    fileName: '00 Index.html',
    heading: 'Package of papers',
    made: (at: string, name: string) => `Printed ${at} by ${name}`,
    how: 'Print the PDF files in the order of the numbers before their names. Word and Excel files are for changes and filters; all open on computers without this program.',
    number: 'No.',
    paper: 'Paper',
    much: 'How much',
    files: 'Files',
    documents: (count: string) => `${count} copies`,
    pages: (count: string) => `${count} ${count === '1' ? 'page' : 'pages'}`,
    faults: 'What is not printed as it is written',
    letters: (name: string, letters: string) =>
      `${ofPaper(name, 'that of ', 'every copy')}, letters that cannot be printed: ${letters}`,
    cut: (name: string, text: string) => `${ofPaper(name, 'that of ', 'every copy')}, too long and cut: ${text}`,
    spared: (count: string) =>
      `${count} texts of seats find no room in letters that can be read; see the door list, or print a larger size`,
    leftOut: 'Not in this package',
    why: { empty: 'its list is empty', faulty: 'its template is at fault', 'too-large': 'more than 60,000 copies' },
    at: (file: string, line: string) => ` (${file}, line ${line})`,
  },
} as const
