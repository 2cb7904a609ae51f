/** What is written into a drawing, and so in Vietnamese whatever language is spoken. */
export const drawnWords = {
  stage: 'SÂN KHẤU',
  floor: 'Tầng một',
  balcony: 'Ban công',
  presidium: 'Đoàn Chủ tịch',
  secretariat: 'Đoàn Thư ký',
  /** Where the honoured stand on the stage. */
  awardRow: 'Hàng nhận thưởng',
  table: (number: number) => `Bàn ${number}`,
  /** Of seats, for programs that sell them. */
  category: 'Ghế',
  block: (name: string | number) => `Khối ${name}`,
  door: (letter: string) => `Cửa ${letter}`,
}

const english: Readonly<Record<string, string>> = {
  [drawnWords.stage]: 'STAGE',
  [drawnWords.floor]: 'First floor',
  'Tầng hai': 'Second floor',
  'Tầng ba': 'Third floor',
  [drawnWords.balcony]: 'Balcony',
  [drawnWords.presidium]: 'Presidium',
  [drawnWords.secretariat]: 'Secretariat',
  [drawnWords.awardRow]: 'Award row',
  Khối: 'Block',
  Cửa: 'Door',
  Bàn: 'Table',
}

/** «Khối A», «Cửa số 2», «Bàn 12», the seat «Bàn 12-3»: no name of a body begins so and ends there. */
const counted = /^(?<word>Khối|Cửa|Bàn)(?: số)? (?<mark>[A-ZĐ]\d?|\d{1,3}(?:-\d{1,3})?)$/u

/** Names that this program writes into a drawing, alone or one after another («Ban công, A12»), in English; others stay as they are. */
export const drawnInEnglish = (text: string): string =>
  text
    .split(', ')
    .map((name) => {
      const { word = '', mark = '' } = counted.exec(name)?.groups ?? {}
      return word === '' ? (english[name] ?? name) : `${english[word] ?? word} ${mark}`
    })
    .join(', ')
