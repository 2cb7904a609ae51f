/** Attached files: adding, opening, removing. */
export const files = {
  none: 'Chưa có tệp nào.',
  add: 'Chọn tệp',
  drop: 'Kéo tệp vào đây hoặc chọn tệp: PDF, ảnh, Word, Excel.',
  dropScan: 'Kéo bản quét vào đây hoặc chọn tệp: PDF, JPEG, PNG.',
  sending: (name: string) => `Đang gửi ${name}…`,
  added: (name: string) => `Đã đính kèm ${name}.`,
  remove: (name: string) => `Bỏ tệp ${name}`,
  removed: 'Đã bỏ tệp.',
  download: (name: string) => `Tải về ${name}`,
  refused: (name: string, why: string) => `${name}: ${why}`,
}
