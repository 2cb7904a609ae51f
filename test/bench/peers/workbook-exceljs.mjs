import { readFileSync, writeFileSync } from 'node:fs'
import ExcelJS from 'exceljs'

/**
 * exceljs' turn: workbook-exceljs.mjs <data.json> <runs> <out.xlsx>. The same list with the same looks as the product's:
 * framed cells, texts as texts, numbers as numbers, headings that stay and filter. Tells as JSON what each run took.
 */
const [data, runs, out] = process.argv.slice(2)
const rows = JSON.parse(readFileSync(data, 'utf8'))
const line = { style: 'thin', color: { argb: 'FFBDB4A8' } }
const border = { top: line, left: line, bottom: line, right: line }
const font = { name: 'Times New Roman', size: 12 }
const headings = ['STT', 'Họ và tên', 'Giới tính', 'Năm sinh', 'Chức vụ', 'Đơn vị', 'Đoàn', 'Thành phần']
const names = ['name', 'sex', 'birthYear', 'post', 'unit', 'delegation', 'class']

const write = () => {
  const workbook = new ExcelJS.Workbook()
  const sheet = workbook.addWorksheet('Danh sách', { views: [{ state: 'frozen', ySplit: 3 }] })
  sheet.columns = headings.map(() => ({ width: 20 }))
  sheet.addRow(['DANH SÁCH TRÍCH NGANG ĐẠI BIỂU'])
  sheet.addRow(['Đại hội Thi đua yêu nước tỉnh Nam Định lần thứ V'])
  sheet.addRow(headings).font = { ...font, bold: true }
  sheet.autoFilter = 'A3:H3'
  rows.forEach((row, index) => {
    const cells = names.map((name) => (name === 'birthYear' ? Number(row[name]) : row[name]))
    sheet.addRow([index + 1, ...cells]).eachCell((cell) => {
      cell.border = border
      cell.font = font
      cell.alignment = { vertical: 'top', wrapText: true }
    })
  })
  return workbook.xlsx.writeBuffer()
}

const milliseconds = []
for (let run = 0; run < Number(runs); run += 1) {
  const begun = performance.now()
  const bytes = await write()
  milliseconds.push(performance.now() - begun)
  writeFileSync(out, bytes)
}
console.log(JSON.stringify({ milliseconds }))
