/** Pages that are looked at one by one. */
export const pagePictures = {
  bar: 'Lật trang, phóng to',
  previous: 'Trang trước',
  next: 'Trang sau',
  page: 'Trang số',
  of: (count: number) => `/ ${count}`,
  pageOf: (page: number, count: number) => `Trang ${page} / ${count}`,
  smaller: 'Thu nhỏ',
  larger: 'Phóng to',
  alt: (heading: string, page: number, count: number) => `${heading}, trang ${page} trên ${count}`,
  keys: 'Phím mũi tên trái, phải: lật trang. Phím +, −, 0: phóng to, thu nhỏ, vừa khung.',
  failed: 'Chưa xem được trang này.',
}
