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
