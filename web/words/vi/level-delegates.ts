/** What a level asks of the delegates of its congresses, and the ages of their report. */
export const levelDelegates = {
  asked: 'Hỏi thêm về đại biểu',
  askedHelp: 'Phiếu, bảng và trang của đơn vị chỉ hỏi những mục được chọn. Mục đã có nội dung vẫn giữ và vẫn hiện.',
  nothingAsked: 'Không',
  sensitive: 'Dữ liệu cá nhân nhạy cảm',
  sensitiveNotAsked:
    'Mặc định không hỏi. Chỉ chọn khi có căn cứ: Luật Bảo vệ dữ liệu cá nhân yêu cầu thu thập vừa đủ cho công việc.',
  sensitiveAsked:
    'Đang hỏi dữ liệu nhạy cảm: chỉ người được giao quyền xem mới ghi và xem được từng người; báo cáo và giấy tờ chỉ có số tổng hợp, không hiện số dưới năm.',
  ages: 'Độ tuổi trong báo cáo',
  bounds: 'Các mốc tuổi trong báo cáo',
  boundsHelp: 'Ghi tuổi bắt đầu của từng nhóm, tăng dần; ví dụ 40, 71 là dưới 40, từ 40 đến 70 và trên 70.',
  boundsWrong: 'Ghi các số tuổi từ 1 đến 120, số sau lớn hơn số trước, ngăn bằng dấu phẩy; nhiều nhất 12 mốc.',
  bands: (bands: string) => `Báo cáo chia thành: ${bands}.`,
}
