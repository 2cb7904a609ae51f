/**
 * Typst's turn in the document bench: documents-typst.mjs <job> <data.json> <fonts> <runs> <out.pdf>. The same texts,
 * Tinos, and codes made by the same library as ours; tells as JSON what each run took.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import encodeQR from 'qr'

const [job, dataFile, fonts, runs, out] = process.argv.slice(2)
const rows = JSON.parse(readFileSync(dataFile, 'utf8'))
const quoted = (text) => JSON.stringify(text)

/** The cells as a picture of one byte each; drawn crisp at any size. */
const code = (value, side) => {
  const cells = encodeQR(value, 'raw', { ecc: 'medium', border: 1 }).slice(1, -1)
  const count = cells.length
  const bytes = cells.flatMap((row) => row.slice(1, -1).map((isDark) => (isDark ? 0 : 255)))
  return `image(bytes((${bytes.join(',')})), format: (encoding: "luma8", width: ${count}, height: ${count}), width: ${side}mm, scaling: "pixelated")`
}

const letter = `
#set page(paper: "a4", margin: (top: 20mm, bottom: 20mm, left: 30mm, right: 15mm))
#set text(font: "Tinos", size: 14pt, lang: "vi")
#set par(justify: true, first-line-indent: (amount: 12.7mm, all: true), spacing: 12pt, leading: 5pt)
#let letter(called, post, qr) = {
  grid(columns: (70mm, 95mm), align: center,
    [#set par(first-line-indent: 0pt); #text(size: 12pt)[UBND TỈNH NAM ĐỊNH \\ *BAN TỔ CHỨC ĐẠI HỘI THI ĐUA YÊU NƯỚC LẦN THỨ V*] #line(length: 40%, stroke: 0.6pt) #text(size: 13pt)[Số: 57/GM-BTCĐH]],
    [#set par(first-line-indent: 0pt); #text(size: 12pt)[*CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM*] \\ #text(size: 13pt)[*Độc lập - Tự do - Hạnh phúc*] #line(length: 60%, stroke: 0.6pt) #text(size: 13pt)[_Nam Định, ngày 28 tháng 8 năm 2020_]])
  v(16pt)
  align(center)[*GIẤY MỜI \\ Dự Đại hội Thi đua yêu nước tỉnh Nam Định lần thứ V (2020 - 2025)* #line(length: 40%, stroke: 0.6pt)]
  [Ban Tổ chức Đại hội Thi đua yêu nước lần thứ V trân trọng kính mời:

  #strong(called)

  #post

  Tới dự Đại hội Thi đua yêu nước tỉnh Nam Định lần thứ V (2020 - 2025).

  Chủ trì: Đoàn Chủ tịch Đại hội.

  Thời gian: 07 giờ 00, thứ Tư, ngày 09 tháng 9 năm 2020.

  Địa điểm: Nhà văn hóa Trung tâm tỉnh 3-2.

  Đề nghị đại biểu mang theo giấy mời và có mặt trước 20 phút./.]
  v(12pt)
  grid(columns: (80mm, 85mm), align: (left, center),
    [#set par(first-line-indent: 0pt); #text(size: 12pt)[*_Nơi nhận:_*] \\ #text(size: 11pt)[- Đại biểu theo danh sách; \\ - Lưu: VT.]],
    [#set par(first-line-indent: 0pt); *TM. BAN TỔ CHỨC \\ TRƯỞNG BAN* #v(72pt) *GIÁM ĐỐC SỞ NỘI VỤ \\ Nguyễn Văn An*])
  v(12pt)
  grid(columns: (24mm, 70mm), qr, align(horizon)[#set par(first-line-indent: 0pt); #text(size: 11pt)[Quét mã để xem chương trình, chỗ ngồi và tài liệu của đại biểu.]])
}
`

const sources = {
  invitations: () =>
    letter +
    rows
      .map(
        (row, at) =>
          `${at > 0 ? '#pagebreak()\n' : ''}#letter(${quoted(`${row.address} ${row.name}`)}, ${quoted(`${row.post}, ${row.unit}`)}, ${code(row.link, 20)})`,
      )
      .join('\n'),
  list: () => `
#set page(paper: "a4", flipped: true, margin: (top: 20mm, bottom: 20mm, left: 30mm, right: 15mm), header: context align(center)[Trang #counter(page).display()/#counter(page).final().first()])
#set text(font: "Tinos", size: 11pt, lang: "vi")
#align(center)[#text(size: 14pt)[*DANH SÁCH TRÍCH NGANG ĐẠI BIỂU*]]
#table(columns: (14fr, 50fr, 16fr, 16fr, 50fr, 50fr, 36fr, 30fr), stroke: 0.5pt,
  table.header([*STT*], [*Họ và tên*], [*Giới tính*], [*Năm sinh*], [*Chức vụ*], [*Đơn vị*], [*Đoàn*], [*Thành phần*]),
  ${rows
    .map((row, at) =>
      [String(at + 1), row.name, row.sex, row.birthYear, row.post, row.unit, row.delegation, row.class]
        .map(quoted)
        .join(','),
    )
    .join(',\n')})
`,
  badges: () => `
#set page(paper: "a4", margin: (x: 11mm, y: 10.5mm))
#set text(font: "Tinos", lang: "vi")
#let fit(body, size, width) = context { let at = size * 1pt; while measure(text(size: at, body)).width > width { at -= 0.5pt }; text(size: at, body) }
#let badge(name, post, unit, class, number, qr) = box(width: 92mm, height: 66mm, stroke: 0.4pt, {
  place(top, block(width: 92mm, height: 15mm, fill: luma(230), align(center + horizon)[#fit(strong[ĐẠI HỘI THI ĐUA YÊU NƯỚC LẦN THỨ V], 12, 84mm) \\ #text(size: 10pt)[Tỉnh Nam Định, 2020]]))
  place(top, dx: 4mm, dy: 16mm, block(width: 84mm, height: 13mm, align(center + horizon, fit(strong(name), 24, 84mm))))
  place(top, dx: 4mm, dy: 29mm, block(width: 61mm, height: 20mm, align(center + horizon)[#text(size: 12pt)[#post \\ #unit]]))
  place(top, dx: 4mm, dy: 49mm, block(width: 58mm, height: 8mm, align(center + horizon, fit(strong(class), 16, 58mm))))
  place(top, dx: 4mm, dy: 57mm, block(width: 58mm, height: 7mm, align(center + horizon, text(size: 18pt, strong(number)))))
  place(top, dx: 68mm, dy: 41mm, qr)
})
#grid(columns: 2, gutter: 4mm, ${rows
    .map(
      (row) =>
        `badge(${[row.name, row.post, row.unit, row.class.toLocaleUpperCase('vi'), row.number].map(quoted).join(',')}, ${code(row.link, 21)})`,
    )
    .join(',\n')})
`,
  chart: () => {
    const greys = [0.82, 0.95, 0.68, 0.9, 0.74, 0.86, 0.62, 0.78]
    const order = [...new Set(rows.map(({ delegation }) => delegation))]
    const most = (name) => Math.max(...rows.map((row) => Number(row[name])))
    const scale = Math.min(400 / (most('x') + 55), 210 / (most('y') + 55))
    const side = (55 * scale * 0.86).toFixed(2)
    const seats = rows.map((row) => {
      const grey = Math.round((greys[order.indexOf(row.delegation) % greys.length] ?? 1) * 255)
      const [x, y] = [10 + Number(row.x) * scale, 42 + Number(row.y) * scale]
      return `#place(top + left, dx: ${x.toFixed(2)}mm, dy: ${y.toFixed(2)}mm, seat(${grey}, ${quoted(row.seat)}, ${quoted(row.name.split(' ').at(-1))}))`
    })
    return `
#set page(paper: "a3", flipped: true, margin: 0mm)
#set text(font: "Tinos", lang: "vi")
#set par(leading: 1pt)
#let seat(grey, label, given) = box(width: ${side}mm, height: ${side}mm, fill: luma(grey), stroke: 0.4pt, align(center + horizon)[#text(size: 6pt, strong(label)) \\ #text(size: 5pt, given)])
#place(top + center, dy: 6mm)[#text(size: 16pt)[*SƠ ĐỒ CHỖ NGỒI*]]
${seats.join('\n')}
`
  },
}

const compiler = NodeCompiler.create({ fontArgs: [{ fontPaths: [fonts] }] })
const milliseconds = []
for (let run = 0; run < Number(runs); run += 1) {
  const begun = performance.now()
  const pdf = compiler.pdf({ mainFileContent: sources[job]() })
  milliseconds.push(performance.now() - begun)
  writeFileSync(out, pdf)
  // Its memory of the last compilation would answer the second run for nothing.
  compiler.evictCache(0)
}
console.log(JSON.stringify({ milliseconds }))
