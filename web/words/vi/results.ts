/** What congresses brought: closing one, honours by kind, sums. */
export const results = {
  heading: 'Kết quả',
  close: 'Ghi kết quả',
  edit: 'Sửa kết quả',
  none: 'Chưa ghi kết quả.',
  fields: {
    heldFrom: 'Ngày họp',
    heldTo: 'Đến ngày',
    heldHelp: 'Họp khác ngày đã định thì ngày của hội nghị được dời theo.',
    presentDelegates: 'Đại biểu có mặt',
    presentGuests: 'Khách mời có mặt',
    honours: 'Khen thưởng',
    chosenUpward: 'Đại biểu chọn dự cấp trên',
    reportNumber: 'Số báo cáo',
    reportHelp: 'Có số thì hội nghị thành “Đã báo cáo”; chưa có thì bổ sung sau.',
    reportDate: 'Ngày báo cáo',
    note: 'Ghi chú',
  },
  presentLabel: 'Có mặt',
  present: (delegates: string, guests: string) => `${delegates} đại biểu, ${guests} khách`,
  report: (number: string, date: string) => (date === '' ? number : `${number} ngày ${date}`),
  unknown: 'chưa rõ',
  honours: {
    kind: 'Loại khen thưởng',
    collectives: 'Tập thể',
    individuals: 'Cá nhân',
    add: 'Thêm loại',
    remove: 'Bỏ dòng này',
    counted: (collectives: number, individuals: number) =>
      [collectives > 0 ? `${collectives} tập thể` : '', individuals > 0 ? `${individuals} cá nhân` : '']
        .filter(Boolean)
        .join(', '),
  },
  source: {
    kind: 'Ghi theo',
    kinds: { own: 'Tự ghi', call: 'Điện thoại', letter: 'Công văn, báo cáo', workbook: 'Biểu mẫu Excel gửi về' },
    labels: { call: 'Nói chuyện với', letter: 'Số, ngày văn bản', workbook: 'Tên tệp' },
    said: (kind: string, source: string) => `Ghi theo: ${kind}${source === '' ? '' : ` (${source})`}`,
  },
  saved: 'Đã ghi kết quả.',
}
