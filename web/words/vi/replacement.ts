/** A delegate who withdraws, and who comes in the place. */
export const replacement = {
  heading: (name: string) => `Thay ${name}`,
  open: 'Thay người',
  who: 'Người thay',
  whoHelp: 'Chọn trong những người dự khuyết; để trống để ghi người mới.',
  newcomer: 'Người mới',
  nobodyStandsBy: 'Hội nghị chưa có ai dự khuyết, nên ghi người mới.',
  reason: 'Lý do thay',
  takesPlace: (groups: string) => `Nhận cả số đại biểu, chỗ ngồi, cửa vào${groups === '' ? '' : `, cơ cấu: ${groups}`}`,
  takesPlaceHelp: (hasGroups: boolean) =>
    `Bỏ chọn thì mỗi người giữ số và chỗ của mình.${hasGroups ? ' Người thay đã có cơ cấu riêng thì giữ cơ cấu ấy.' : ''}`,
  takesRoles: (roles: string) => `Nhận cả vai trò, phân công: ${roles}`,
  takesRolesHelp: 'Bỏ chọn thì các vai trò ấy để trống; vai trò ở phiên họp hiện trong mục vướng mắc của chương trình.',
  inGroup: (group: string, role: string) => (role === '' ? group : `${group} (${role})`),
  sessions: 'phiên được xếp riêng',
  explained: 'Người được thay chuyển sang Đã rút, vẫn còn trong danh sách. Người thay vào cùng đoàn, cùng thành phần.',
  replacedBy: (name: string) => `Được thay bằng ${name}`,
  replaces: (name: string) => `Thay ${name}`,
  done: (gone: string, comes: string) => `Đã thay ${gone} bằng ${comes}.`,
}
