/** The first page of a new installation. */
export const firstRun = {
  heading: 'Bắt đầu lộ trình',
  intro: 'Chọn một cách bắt đầu. Mọi thứ sửa lại được sau.',
  example: {
    heading: 'Xem lộ trình ví dụ',
    sentence:
      'Nam Định 2019–2020: từ hội nghị của 226 xã, phường, thị trấn tới Đại hội Thi đua yêu nước tỉnh lần thứ V. Ngày không rõ do máy sinh ra và được đánh dấu; đồng hồ dừng ở tháng 6/2020.',
    action: 'Mở ví dụ',
  },
  template: {
    heading: 'Tạo kỳ đại hội từ mẫu',
    sentence: 'Có sẵn các cấp, khung thời gian, hình thức và ngày lễ.',
    action: 'Tạo kỳ đại hội',
  },
  import: {
    heading: 'Nhập từ Excel',
    sentence: 'Đưa danh sách đơn vị đang có vào; xem trước từng dòng rồi mới nhập.',
    action: 'Chọn tệp Excel',
  },
  empty: {
    heading: 'Bắt đầu trống',
    sentence: 'Chỉ có một đơn vị và một cấp; tự đặt mọi thứ.',
    action: 'Bắt đầu trống',
  },
  fields: {
    template: 'Mẫu',
    templates: {
      'three-levels-2019': 'Ba cấp, như 2019–2020 (cơ sở, trên cơ sở, tỉnh)',
      'two-levels-2025': 'Hai cấp, từ tháng 7/2025 (không còn cấp huyện)',
      empty: 'Trống',
    },
    unit: 'Đơn vị giữ lộ trình',
    newUnit: 'Đơn vị mới',
    unitName: 'Tên đơn vị',
    unitNameHelp: 'Ví dụ: Tỉnh Nam Định',
    year: 'Năm tổ chức đại hội cấp cao nhất',
  },
  done: 'Đã tạo kỳ đại hội.',
  exampleDone: 'Đã nạp lộ trình ví dụ.',
}
