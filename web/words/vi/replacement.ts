/** A delegate who withdraws, and who comes in the place. */
export const replacement = {
  heading: (name: string) => `Thay ${name}`,
  open: 'Thay người',
  who: 'Người thay',
  whoHelp: 'Chọn trong những người dự khuyết; để trống để ghi người mới.',
  newcomer: 'Người mới',
  nobodyStandsBy: 'Hội nghị chưa có ai dự khuyết, nên ghi người mới.',
  reason: 'Lý do thay',
  takesPlace: 'Nhận cả số đại biểu, chỗ ngồi, cửa vào',
  takesPlaceHelp: 'Bỏ chọn thì mỗi người giữ số và chỗ của mình.',
  takesRoles: (roles: string) => `Nhận cả vai trò, phân công: ${roles}`,
  takesRolesHelp: 'Bỏ chọn thì các vai trò ấy để trống và hiện trong mục vướng mắc của chương trình.',
  sessions: 'phiên được xếp riêng',
  explained: 'Người được thay chuyển sang Đã rút, vẫn còn trong danh sách. Người thay vào cùng đoàn, cùng thành phần.',
  replacedBy: (name: string) => `Được thay bằng ${name}`,
  replaces: (name: string) => `Thay ${name}`,
  done: (gone: string, comes: string) => `Đã thay ${gone} bằng ${comes}.`,
}
