/** The first page of a new installation. */
export const firstRun = {
  heading: 'Bắt đầu lộ trình',
  intro: 'Chọn một cách bắt đầu. Mọi thứ sửa lại được sau.',
  introWithUnits: (count: number) =>
    `Đã có ${count} đơn vị. Việc tiếp theo: tạo kỳ đại hội, rồi tạo hội nghị cho từng cấp.`,
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
    unit: 'Đơn vị giữ lộ trình',
    newUnit: 'Đơn vị mới',
    unitName: 'Tên đơn vị',
    unitNameHelp: 'Ví dụ: Tỉnh Nam Định',
    year: 'Năm tổ chức đại hội cấp cao nhất',
  },
  holds: 'Sẽ có các cấp sau; mọi thứ sửa lại được ở trang Kỳ đại hội.',
  noWindow: 'chưa định khung thời gian',
  unconfirmed: (count: number) => `${count} điều chưa có văn bản xác nhận`,
  done: 'Đã tạo kỳ đại hội.',
  exampleDone: 'Đã nạp lộ trình ví dụ.',
}
