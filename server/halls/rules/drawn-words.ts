/** What is written into a drawing, and so in Vietnamese whatever language is spoken. */
export const drawnWords = {
  stage: 'SÂN KHẤU',
  floor: 'Tầng một',
  balcony: 'Ban công',
  presidium: 'Đoàn Chủ tịch',
  secretariat: 'Đoàn Thư ký',
  table: 'Bàn 1',
  /** Of seats, for programs that sell them. */
  category: 'Ghế',
  block: (name: string | number) => `Khối ${name}`,
  door: (letter: string) => `Cửa ${letter}`,
}
