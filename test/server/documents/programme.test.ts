import { beforeAll, describe, expect, test } from 'vitest'
import type { Paper } from '../../../server/documents/blocks.ts'
import { composePapers } from '../../../server/documents/compose.ts'
import { congressValues, type CongressFacts } from '../../../server/documents/facts.ts'
import { drawPdf } from '../../../server/documents/pdf/draw.ts'
import { readTemplate, type Template } from '../../../server/documents/templates.ts'
import type { Language } from '../../../server/format/dates.ts'
import { aSessionOf, namDinh, someItems } from './facts.ts'
import { copyText, linesOf, readPdf, textAt, wordsOf, type PdfPage } from './read-pdf.ts'

let template: Template
beforeAll(async () => {
  template = await readTemplate('programme')
})

const millimetre = 72 / 25.4
const compose = (facts: CongressFacts, filled: Record<string, string>, language: Language): Paper => {
  const [paper] = composePapers({ template, facts, filled, rows: [], today: '2020-06-22' }, language)
  if (!paper) throw new Error('there is no programme')
  return paper
}
const draw = (facts: CongressFacts, filled: Record<string, string> = {}, language: Language = 'vi') =>
  drawPdf(compose(facts, filled, language), new Date('2020-06-22T02:00:00Z'))
const print = async (...paper: Parameters<typeof draw>) => readPdf(await draw(...paper))

const twoItems = () => [
  ...someItems(1, { title: 'Đón tiếp đại biểu, phát tài liệu', durationMinutes: 30, presenter: 'Tiểu ban Hậu cần' }),
  ...someItems(1, { title: 'Văn nghệ chào mừng', durationMinutes: 20, presenter: '' }),
]
const oneSession = () => namDinh([aSessionOf(twoItems())])

test('a place outside the hall stands alone, one that is open is said, a room stands with its hall', () => {
  const incense = { kind: 'incense', title: 'Dâng hương', isOutside: true } as const
  const held = [{ ...incense, room: 'Đền Trần' }, incense, { room: 'Phòng 2' }]
  const facts = namDinh(held.map((values) => aSessionOf(twoItems(), values)))
  const placesIn = (language: Language) =>
    compose(facts, {}, language).blocks.flatMap((block) => (block.kind === 'remark' ? [String(block.text)] : []))
  expect(placesIn('vi')).toEqual([
    '(Sáng thứ\u00a0Tư, ngày\u00a009/9/2020, tại Đền Trần)',
    '(Sáng thứ\u00a0Tư, ngày\u00a009/9/2020; chưa có nơi dâng hương)',
    '(Sáng thứ\u00a0Tư, ngày\u00a009/9/2020, tại Phòng 2, Nhà văn hóa Trung tâm tỉnh 3-2)',
  ])
  expect(placesIn('en')).toEqual([
    expect.stringMatching(/, at Đền Trần\)$/u),
    expect.stringMatching(/; place of the incense offering still open\)$/u),
    expect.stringMatching(/, at Phòng 2, Nhà văn hóa Trung tâm tỉnh 3-2\)$/u),
  ])
  expect(congressValues(facts).vi.programmeInBrief).toBe(
    [
      'Dâng hương: 07 giờ 00, thứ Tư, ngày 09 tháng 9 năm 2020, tại Đền Trần',
      'Dâng hương: 07 giờ 00, thứ Tư, ngày 09 tháng 9 năm 2020; chưa có nơi dâng hương',
      'Phiên chính thức: 07 giờ 00, thứ Tư, ngày 09 tháng 9 năm 2020',
    ].join('\n'),
  )
})

test('the English edition has the twins of what the product ships; the Vietnamese and what was typed stay as they are', () => {
  const typed = someItems(1, { title: 'Hát quan họ', presenter: 'Bà Trần Thị B' })
  const facts = {
    ...namDinh([aSessionOf([...twoItems(), ...typed], { title: 'Hội nghị' }), aSessionOf(typed)]),
    twins: new Map([
      ['Hội nghị', 'Conference'],
      ['Văn nghệ chào mừng', 'Welcome performance'],
      ['Tiểu ban Hậu cần', 'Subcommittee of logistics'],
    ]),
  }
  const textsIn = (language: Language) => {
    const { blocks } = compose(facts, {}, language)
    return blocks.flatMap((block) => {
      if (block.kind === 'heading') return [block.text]
      if (block.kind !== 'table') return []
      return block.rows.flatMap((row) => ('cells' in row ? [row.cells.slice(1).join(': ')] : []))
    })
  }
  expect(textsIn('en')).toEqual([
    'I. Conference',
    'Đón tiếp đại biểu, phát tài liệu: Subcommittee of logistics',
    'Welcome performance: ',
    'Hát quan họ: Bà Trần Thị B',
    'II. Official session',
    'Hát quan họ: Bà Trần Thị B',
  ])
  expect(textsIn('vi')).toEqual([
    'I. Hội nghị',
    'Đón tiếp đại biểu, phát tài liệu: Tiểu ban Hậu cần',
    'Văn nghệ chào mừng: ',
    'Hát quan họ: Bà Trần Thị B',
    'II. Phiên chính thức',
    'Hát quan họ: Bà Trần Thị B',
  ])
})

describe('the draft for signature', () => {
  test('reads as an office writes it, with number and day blank', async () => {
    const { pages, title } = await print(oneSession())
    expect(pages.map(linesOf)).toEqual([
      [
        'UBND TỈNH NAM ĐỊNH CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
        'BAN TỔ CHỨC ĐẠI HỘI Độc lập - Tự do - Hạnh phúc',
        'THI ĐUA YÊU NƯỚC LẦN THỨ V',
        'Nam Định, ngày tháng năm 2020',
        'Số: /CTr-BTCĐH',
        'CHƯƠNG TRÌNH',
        'Đại hội Thi đua yêu nước tỉnh Nam Định lần thứ V (2020 - 2025)',
        '(Sáng thứ Tư, ngày 09/9/2020, tại Nhà văn hóa Trung tâm tỉnh 3-2)',
        'Thời gian Nội dung Thực hiện',
        '07 giờ 00 - 07 giờ 30 Đón tiếp đại biểu, phát tài liệu Tiểu ban Hậu cần',
        '07 giờ 30 - 07 giờ 50 Văn nghệ chào mừng',
        'Nơi nhận: TM. BAN TỔ CHỨC',
        '- Đại biểu dự Đại hội;',
        'TRƯỞNG BAN',
        '- Các tiểu ban;',
        '- Lưu: VT.',
      ],
    ])
    expect(title).toBe('Chương trình - Đại hội Thi đua yêu nước tỉnh Nam Định lần thứ V (2020 - 2025)')
  })

  test('leaves room to write the number and the day by hand', async () => {
    const [page] = (await print(oneSession())).pages
    const roomBetween = (before: string, after: string) => {
      const { x, width } = textAt(page, before)
      return textAt(page, after).x - x - width
    }
    expect(roomBetween('Số:', '/CTr-BTCĐH')).toBeGreaterThan(6 * millimetre)
    expect(roomBetween('Nam Định, ngày', 'tháng')).toBeGreaterThan(6 * millimetre)
    expect(roomBetween('tháng', 'năm 2020')).toBeGreaterThan(6 * millimetre)
  })

  test('copies out in composed letters', async ({ skip }) => {
    const text = copyText(await draw(oneSession()))
    if (text === null) return skip('pdftotext is not installed')
    expect(text).toBe(text.normalize('NFC'))
    for (const line of ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'THI ĐUA YÊU NƯỚC LẦN THỨ V', 'Văn nghệ chào mừng']) {
      expect(text).toContain(line)
    }
  })

  test('prints decomposed letters of its facts composed', async () => {
    const items = someItems(1, { title: 'Nguyễn Thị Hồng phát biểu'.normalize('NFD') })
    const { pages } = await print(namDinh([aSessionOf(items)]))
    expect(textAt(pages[0], 'Nguyễn Thị Hồng phát biểu').font).toBe('Tinos-Regular')
  })
})

describe('the form of Nghị định 30/2020', () => {
  let page: PdfPage | undefined
  beforeAll(async () => {
    page = (
      await print(oneSession(), {
        signer: 'Trần Lê Đoài',
        otherPost: 'Phó Chủ tịch UBND tỉnh',
        number: '5',
        day: '2020-09-03',
      })
    ).pages[0]
  })

  test.each([
    ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'Tinos-Bold', 12],
    ['Độc lập - Tự do - Hạnh phúc', 'Tinos-Bold', 13],
    ['UBND TỈNH NAM ĐỊNH', 'Tinos-Regular', 12],
    ['BAN TỔ CHỨC ĐẠI HỘI', 'Tinos-Bold', 12],
    ['Số: 05/CTr-BTCĐH', 'Tinos-Regular', 13],
    ['Nam Định, ngày 03 tháng 9 năm 2020', 'Tinos-Italic', 13],
    ['CHƯƠNG TRÌNH', 'Tinos-Bold', 14],
    ['Đại hội Thi đua yêu nước tỉnh Nam Định lần thứ V (2020 - 2025)', 'Tinos-Bold', 14],
    ['Đón tiếp đại biểu, phát tài liệu', 'Tinos-Regular', 13],
    ['TM. BAN TỔ CHỨC', 'Tinos-Bold', 14],
    ['PHÓ CHỦ TỊCH UBND TỈNH', 'Tinos-Bold', 14],
    ['Trần Lê Đoài', 'Tinos-Bold', 14],
    ['Nơi nhận:', 'Tinos-BoldItalic', 12],
    ['- Các tiểu ban;', 'Tinos-Regular', 11],
  ])('sets “%s” in %s %d', (text, font, size) => {
    expect(textAt(page, text)).toMatchObject({ font, size })
  })

  test('is A4 with 30 mm at the left, 15 at the right, 20 at the top and the bottom', () => {
    expect([page?.width, page?.height].map((length) => Math.round((length ?? 0) / millimetre))).toEqual([210, 297])
    const texts = page?.texts ?? []
    const edges = [...texts.map(({ x }) => x), ...(page?.rules ?? []).map(({ left }) => left)]
    expect(Math.min(...edges) / millimetre).toBeCloseTo(30, 1)
    const rights = [...texts.map(({ x, width }) => x + width), ...(page?.rules ?? []).map(({ right }) => right)]
    expect(Math.max(...rights) / millimetre).toBeCloseTo(195, 1)
    const top = Math.min(...texts.map(({ y, size }) => y - 0.912 * size))
    expect(top / millimetre).toBeCloseTo(20, 1)
  })

  test('puts the nation at the right of the issuer, each centred in its column', () => {
    const centre = ({ x, width }: { x: number; width: number }) => x + width / 2
    const left = ['UBND TỈNH NAM ĐỊNH', 'BAN TỔ CHỨC ĐẠI HỘI', 'Số: 05/CTr-BTCĐH'].map((text) => textAt(page, text))
    const right = ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'Độc lập - Tự do - Hạnh phúc'].map((text) =>
      textAt(page, text),
    )
    for (const text of left) expect(centre(text) / millimetre).toBeCloseTo(30 + (165 * 0.425) / 2, 0)
    for (const text of right) expect(centre(text) / millimetre).toBeCloseTo(195 - (165 * 0.56) / 2, 0)
    expect(right[0]?.y).toBe(left[0]?.y)
  })

  test('draws the rule below the motto as long as the motto, those below issuer and subject shorter', () => {
    const ruleBelow = (text: string) => {
      const { x, y, width } = textAt(page, text)
      const rule = page?.rules.find(
        ({ top, left, right }) => top > y && top < y + 9 && left >= x - 1 && right <= x + width + 1,
      )
      return rule ? (rule.right - rule.left) / width : null
    }
    expect(ruleBelow('Độc lập - Tự do - Hạnh phúc')).toBeCloseTo(1, 2)
    expect(ruleBelow('THI ĐUA YÊU NƯỚC LẦN THỨ V')).toBeCloseTo(0.4, 2)
    expect(ruleBelow('Đại hội Thi đua yêu nước tỉnh Nam Định lần thứ V (2020 - 2025)')).toBeCloseTo(0.4, 2)
  })

  test('embeds Tinos and nothing else', () => {
    expect([...new Set(page?.texts.map(({ font }) => font))].sort()).toEqual([
      'Tinos-Bold',
      'Tinos-BoldItalic',
      'Tinos-Italic',
      'Tinos-Regular',
    ])
  })
})

describe('what a secretary fills in', () => {
  test('prints as plain text, whatever signs it holds', async () => {
    const filled = { title: '# Tiêu đề *đậm* {{number}} <b>', signer: '{{closing}}', number: '12', day: '2020-09-03' }
    const [page] = (await print(oneSession(), filled)).pages
    expect(textAt(page, '# Tiêu đề *đậm* {{number}} <b>').font).toBe('Tinos-Bold')
    expect(textAt(page, '{{closing}}').font).toBe('Tinos-Bold')
    expect(textAt(page, 'Số: 12/CTr-BTCĐH').size).toBe(13)
    expect(textAt(page, 'Nam Định, ngày 03 tháng 9 năm 2020').font).toBe('Tinos-Italic')
  })

  test('gets the hyphens, semicolons and the full stop of a list of recipients', async () => {
    const { pages } = await print(oneSession(), { recipients: 'Như trên;\n- Thường trực Tỉnh ủy\n\nLưu: VT, TĐKT.' })
    const lines = pages.flatMap(linesOf)
    expect(lines.filter((line) => line.startsWith('- '))).toEqual([
      '- Như trên;',
      '- Thường trực Tỉnh ủy;',
      '- Lưu: VT, TĐKT.',
    ])
  })
})

describe('sessions', () => {
  test('two of them stand under Roman numbers, each with its day, place and table', async () => {
    const sessions = [
      aSessionOf(someItems(1), {
        kind: 'preparatory',
        title: 'Phiên trù bị',
        date: '2020-09-08',
        startsAt: '14:00',
        room: 'Phòng 2',
      }),
      aSessionOf(someItems(1)),
    ]
    const lines = (await print(namDinh(sessions))).pages.flatMap(linesOf)
    expect(lines.slice(7, 15)).toEqual([
      'I. PHIÊN TRÙ BỊ',
      '(Chiều thứ Ba, ngày 08/9/2020, tại Phòng 2, Nhà văn hóa Trung tâm tỉnh 3-2)',
      'Thời gian Nội dung Thực hiện',
      '14 giờ 00 - 14 giờ 10 Nội dung 1 Đoàn Chủ tịch',
      'II. PHIÊN CHÍNH THỨC',
      '(Sáng thứ Tư, ngày 09/9/2020, tại Nhà văn hóa Trung tâm tỉnh 3-2)',
      'Thời gian Nội dung Thực hiện',
      '07 giờ 00 - 07 giờ 10 Nội dung 1 Đoàn Chủ tịch',
    ])
  })

  test('none of them leaves a sentence, an empty one too', async () => {
    expect(wordsOf((await print(namDinh([]))).pages)).toContain('Chương trình chưa có nội dung.')
    const { pages } = await print(namDinh([aSessionOf([], { date: null })]))
    expect(wordsOf(pages)).toContain('(Sáng ngày tháng năm 2020, tại Nhà văn hóa Trung tâm tỉnh 3-2)')
    expect(wordsOf(pages)).toContain('Phiên này chưa có nội dung.')
  })

  test('notes for the organizers do not go to the guests', async () => {
    expect(wordsOf((await print(oneSession())).pages)).not.toContain('Việc riêng')
  })

  test('times run past midnight and a fixed item holds its own', async () => {
    const items = [
      ...someItems(1, { durationMinutes: 90 }),
      ...someItems(1, { fixedStart: '01:00', durationMinutes: 0 }),
    ]
    const { pages } = await print(namDinh([aSessionOf(items, { startsAt: '23:00' })]))
    expect(pages.flatMap(linesOf)).toContain('00 giờ 30 (hôm sau)')
    expect(pages.flatMap(linesOf)).toContain('01 giờ 00 (hôm sau) Nội dung 1 Đoàn Chủ tịch')
  })
})

describe('a programme of 300 items', () => {
  let pages: PdfPage[]
  beforeAll(async () => {
    ;({ pages } = await print(namDinh([aSessionOf(someItems(300))])))
  })

  test('holds every item once, in order', () => {
    const titles = pages.flatMap(({ texts }) => texts.filter(({ text }) => /^Nội dung \d/.test(text)))
    expect(titles.map(({ text }) => text)).toEqual(
      Array.from({ length: 300 }, (_e, index) => `Nội dung ${String(index + 1)}`),
    )
  })

  test('repeats the row of titles on every page that the table reaches', () => {
    const withItems = pages.filter(({ texts }) => texts.some(({ text }) => /^Nội dung \d/.test(text)))
    expect(withItems.length).toBeGreaterThan(5)
    expect(
      withItems.map((page) => linesOf(page).filter((line) => line === 'Thời gian Nội dung Thực hiện').length),
    ).toEqual(withItems.map(() => 1))
  })

  test('numbers the pages from the second on, at the top in the middle of the text', () => {
    const numbers = pages.map(({ texts }) => texts.filter(({ y }) => y < 20 * millimetre))
    expect(numbers.map((each) => each.map(({ text }) => text))).toEqual(
      pages.map((_page, index) => (index === 0 ? [] : [String(index + 1)])),
    )
    for (const [number] of numbers.slice(1)) {
      expect(number).toMatchObject({ size: 14, font: 'Tinos-Regular' })
      expect(((number?.x ?? 0) + (number?.width ?? 0) / 2) / millimetre).toBeCloseTo(30 + 165 / 2, 1)
    }
  })

  test('keeps everything inside the margins', () => {
    for (const { texts, rules } of pages) {
      const bottoms = [...texts.map(({ y }) => y), ...rules.map(({ bottom }) => bottom)]
      expect(Math.max(...bottoms)).toBeLessThanOrEqual(277 * millimetre + 0.01)
    }
  })
})

test('long names wrap and stay inside their column, with and without spaces', async () => {
  const long = 'Nguyễn Thị Minh Khai '.repeat(10).trim()
  const items = someItems(1, { title: 'Đ'.repeat(200), presenter: long })
  const facts = namDinh([aSessionOf(items)], { title: `Đại hội ${'ư'.repeat(200)}` })
  const { pages } = await print(facts, { superior: long, issuer: 'W'.repeat(200), signer: long, place: long })
  for (const { texts } of pages) {
    expect(Math.min(...texts.map(({ x }) => x))).toBeGreaterThanOrEqual(30 * millimetre - 0.01)
    expect(Math.max(...texts.map(({ x, width }) => x + width))).toBeLessThanOrEqual(195 * millimetre + 0.01)
  }
  const letters = pages.flatMap(({ texts }) => texts.filter(({ text }) => /^Đ+$/.test(text)))
  expect(letters.map(({ text }) => text).join('')).toBe('Đ'.repeat(200))
  for (const { x, width } of letters) expect(x + width).toBeLessThan((30 + 43 + 80) * millimetre)
})

test.each([
  [23, 23],
  [24, 1],
  [30, 1],
  [31, 2],
])('of %d items the signature has %d on its page and never stands alone', async (count, beside) => {
  const { pages } = await print(namDinh([aSessionOf(someItems(count))]))
  const last = wordsOf(pages.slice(-1))
  expect(last).toContain('TRƯỞNG BAN')
  expect(last.match(/Nội dung \d+/g)?.length).toBe(beside)
})

test('a row higher than a page is parted and loses no word', async () => {
  const title = Array.from({ length: 900 }, (_each, index) => `chữ${String(index)}`).join(' ')
  const { pages } = await print(namDinh([aSessionOf(someItems(1, { title }))]))
  expect(pages.map((page) => /chữ\d/.test(wordsOf([page])))).toEqual([true, true, true, true, false])
  expect(wordsOf(pages).match(/chữ\d+/g)).toEqual(title.split(' '))
})

test('recipients in great number go on below the signature', async () => {
  const names = Array.from({ length: 80 }, (_each, index) => `Huyện ${String(index)}`)
  const { pages } = await print(oneSession(), { recipients: names.join('\n') })
  expect(wordsOf(pages).match(/Huyện \d+/g)).toEqual(names)
})

test('the English edition is English but for what the office named in Vietnamese', async () => {
  const filled = { number: '12', day: '2020-09-03', signer: 'Trần Lê Đoài' }
  const { pages, title } = await print(oneSession(), filled, 'en')
  expect(pages.map(linesOf)).toEqual([
    [
      "PEOPLE'S COMMITTEE SOCIALIST REPUBLIC OF VIET NAM",
      'OF NAM ĐỊNH PROVINCE Independence - Freedom - Happiness',
      'ORGANIZING COMMITTEE',
      'Nam Định, 3 September 2020',
      'OF THE PATRIOTIC',
      'EMULATION CONGRESS V',
      'No.: 12/CTr-BTCĐH',
      'PROGRAMME',
      'Patriotic Emulation Congress V of Nam Định Province',
      '(Morning of Wednesday, 9 September 2020, at Nhà văn hóa Trung tâm tỉnh 3-2)',
      'Time Item Carried out by',
      '07:00 - 07:30 Đón tiếp đại biểu, phát tài liệu Tiểu ban Hậu cần',
      '07:30 - 07:50 Văn nghệ chào mừng',
      'To: FOR THE ORGANIZING',
      '- Delegates to the Congress;',
      'COMMITTEE',
      '- Subcommittees;',
      'HEAD OF THE COMMITTEE',
      '- Archives.',
      'Trần Lê Đoài',
    ],
  ])
  expect(title).toBe('Programme - Patriotic Emulation Congress V of Nam Định Province')
})
