/** The programme's editor: its views, the grid and what is done by hand in it. */
export const editor = {
  viewsLabel: 'Cách xem chương trình',
  views: { grid: 'Lưới', list: 'Danh sách' },
}
