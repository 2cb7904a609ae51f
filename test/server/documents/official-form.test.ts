import { beforeAll, describe, expect, test } from 'vitest'
import { sampleRows } from '../../../server/documents/samples.ts'
import { listPaperKinds, readTemplate } from '../../../server/documents/templates.ts'
import {
  blocksOf,
  edgesOf,
  elementsOn,
  filled,
  firstOf,
  lastOf,
  linesOf,
  many,
  middleOf,
  millimetre,
  only,
  plain,
  print,
  upper,
  type Printed,
} from './official-papers.ts'
import { elementNamed, officialTable, urgencyBoxes } from './official-table.ts'
import { ruleUnder, type TextLine } from './text-lines.ts'

/** Height of a line in single spacing, and how far its baseline stands below its top, as shares of the size. */
const single = 1.15
const toBaseline = 0.9124

/** Room to write by hand. */
const isDotted = (text: string) => /^\.+$/u.test(text)

/** Elements that do not stand as the table says, as sentences. */
const wrongElements = (printed: Printed): string[] =>
  elementsOn(printed).flatMap(([name, text]) => {
    if (text === '') return []
    const { fonts, sizes, isUpper } = elementNamed(name)
    const lines = linesOf(printed, text)
    const wrong = lines.filter(
      ({ font, size }) => font !== fonts || size < Math.min(...sizes) || size > Math.max(...sizes),
    )
    const told = wrong.map(({ font, size }) => `${name} «${text}» is ${font} ${String(size)}`)
    return isUpper && lines.some((line) => line.text !== upper(line.text))
      ? [...told, `${name} «${text}» is not in capitals`]
      : told
  })

/** Lists that many sign and nobody issues. */
const unsigned = ['dispatch-list', 'sign-in-sheet']

const kinds = await Promise.all([...(await listPaperKinds()), 'road-plan'].map((kind) => readTemplate(kind)))
const editions = kinds
  .filter(({ uses }) => uses?.includes('official'))
  .flatMap((template) => template.languages.map((language) => ({ kind: template.kind, template, language })))

test('there are official kinds to measure', () => {
  expect(editions.length).toBeGreaterThan(15)
})

describe.each(editions)('$kind in $language', ({ template, language }) => {
  let printed: Printed
  let long: Printed
  beforeAll(async () => {
    printed = await print(template, language)
    const rows = Array.from({ length: 30 }, () => sampleRows(template.columns)).flat()
    long = await print(template, language, {
      fields: { ...filled, recipients: many, recipientsEnglish: many, address: '' },
      rows,
    })
  })

  test('lies on A4, inside the margins of the table', () => {
    const { margin_mm: margins } = officialTable.page
    for (const { width, height, texts, rules } of [...printed.pages, ...long.pages]) {
      const sides = [width, height].map((side) => Math.round(side / millimetre))
      expect([...sides].sort((a, b) => a - b)).toEqual([210, 297])
      const body = texts.filter(({ y }) => y > margins.top[0] * millimetre)
      const left = Math.min(...body.map(({ x }) => x), ...rules.map((rule) => rule.left))
      const right = Math.max(...body.map(({ x, width: own }) => x + own), ...rules.map((rule) => rule.right))
      const top = Math.min(...body.map(({ y, size }) => y - toBaseline * size), ...rules.map((rule) => rule.top))
      const bottom = Math.max(...body.map(({ y }) => y), ...rules.map((rule) => rule.bottom))
      expect(left / millimetre).toBeGreaterThan(margins.left[0] - 0.3)
      expect(left / millimetre).toBeLessThan(margins.left[1])
      expect((width - right) / millimetre).toBeGreaterThan(margins.right[0] - 0.3)
      expect(top / millimetre).toBeGreaterThan(margins.top[0] - 0.3)
      expect(top / millimetre).toBeLessThan(margins.top[1])
      expect((height - bottom) / millimetre).toBeGreaterThan(margins.bottom[0] - 0.3)
    }
    // What fills a line or a table reaches the right margin.
    const rights = printed.pages.flatMap(({ texts, rules }) => [
      ...texts.map(({ x, width }) => x + width),
      ...rules.map((rule) => rule.right),
    ])
    const rightMargin = ((printed.pages[0]?.width ?? 0) - Math.max(...rights)) / millimetre
    expect(rightMargin).toBeLessThanOrEqual(margins.right[1])
  })

  test('sets each element in the face, size and case of the table', () => {
    expect(wrongElements(printed)).toEqual([])
  })

  test('has the head in two columns: who issues at the left, the nation at the right', () => {
    const head = only(blocksOf(printed, 'letterhead'), 'letterheads')
    const [superior, issuer, number, urgency, circulation] = [
      upper(head.superior),
      upper(head.issuer),
      head.number,
      upper(head.urgency),
      upper(head.circulation),
    ].map((text) => linesOf(printed, text)) as [TextLine[], TextLine[], TextLine[], TextLine[], TextLine[]]
    const [nation, motto, place] = [head.nation, head.motto, head.placeAndDay].map((text) =>
      linesOf(printed, text),
    ) as [TextLine[], TextLine[], TextLine[]]
    const left = [...superior, ...issuer, ...number, ...urgency, ...circulation]
    const right = [...nation, ...motto, ...place]
    const { left: leftEdge, right: rightEdge, middle } = edgesOf(printed)
    for (const [column, centre] of [
      [left, middleOf(firstOf(left))],
      [right, middleOf(firstOf(right))],
    ] as const) {
      for (const line of column) expect(middleOf(line)).toBeCloseTo(centre, 0)
      expect(column.map(({ y }) => y)).toEqual([...column.map(({ y }) => y)].sort((a, b) => a - b))
    }
    expect(Math.max(...left.map((line) => line.right))).toBeLessThan(Math.min(...right.map((line) => line.left)))
    expect(middleOf(firstOf(left))).toBeLessThan(middle)
    expect(Math.min(...left.map((line) => line.left))).toBeGreaterThan(leftEdge - 0.1)
    expect(Math.max(...right.map((line) => line.right))).toBeLessThan(rightEdge + 0.1)
    // A People's Committee names no body above it.
    expect(firstOf(nation).y).toBeCloseTo(firstOf([...superior, ...issuer]).y, 1)
    const underIssuer = ruleUnder(printed.pages, lastOf(issuer))
    expect(underIssuer.share).toBeGreaterThanOrEqual(1 / 3 - 0.001)
    expect(underIssuer.share).toBeLessThanOrEqual(1 / 2)
    expect(underIssuer.middle).toBeCloseTo(middleOf(lastOf(issuer)), 0)
    const underMotto = ruleUnder(printed.pages, lastOf(motto))
    expect(underMotto.share).toBeCloseTo(1, 2)
    expect(underMotto.middle).toBeCloseTo(middleOf(lastOf(motto)), 0)
    expect(underIssuer.y).toBeLessThan(firstOf(number).y - firstOf(number).size)
    expect(underMotto.y).toBeLessThan(firstOf(place).y - firstOf(place).size * 0.7)
    if (language === 'vi') {
      expect(head.placeAndDay.replaceAll('\u00a0', ' ')).toBe('Nam Định, ngày 05 tháng 02 năm 2020')
      expect(head.number.replaceAll('\u00a0', ' ')).toMatch(/^Số: 07\/[\p{Lu}\p{Ll}-]+$/u)
    }
  })

  test('says what it is: kind and abstract in the middle over a rule, or the subject of a letter below its number', () => {
    const [title] = blocksOf(printed, 'title')
    const head = only(blocksOf(printed, 'letterhead'), 'letterheads')
    if (head.subject !== '') {
      const number = lastOf(linesOf(printed, head.number))
      const subject = firstOf(linesOf(printed, head.subject))
      const gap = subject.y - toBaseline * subject.size - (number.y + (single - toBaseline) * number.size)
      expect(gap).toBeCloseTo(officialTable.elements.find(({ name }) => name.includes('(V/v)'))?.gap_pt ?? 0, 0)
      expect(middleOf(subject)).toBeCloseTo(middleOf(number), 0)
    }
    expect(title !== undefined || head.subject !== '').toBe(true)
    if (!title) return
    const lines = [upper(title.type), ...title.about].flatMap((text) => linesOf(printed, text))
    for (const line of lines) expect(middleOf(line)).toBeCloseTo(edgesOf(printed).middle, 0)
    expect(lines.map(({ y }) => y)).toEqual([...lines.map(({ y }) => y)].sort((a, b) => a - b))
    const { share, middle } = ruleUnder(printed.pages, lastOf(lines))
    expect(share).toBeGreaterThanOrEqual(1 / 3)
    expect(share).toBeLessThanOrEqual(1 / 2)
    expect(middle).toBeCloseTo(middleOf(lastOf(lines)), 0)
  })

  test('has body text of 13 to 14 points: even edges, first lines indented, paragraphs apart, single to 1,5 lines', () => {
    const { left, right } = edgesOf(printed)
    const { size, first_line_indent_cm: indents, para_space_pt_min: space } = officialTable.body
    const texts = printed.paper.blocks.flatMap((block): string[] => {
      if (block.kind === 'paragraph')
        return plain(block.text)
          .split('\n')
          .filter((text) => !isDotted(text))
      if (block.kind === 'list') return block.items.map((item) => `- ${item}`)
      return block.kind === 'basis' ? block.lines : []
    })
    let above: TextLine | null = null
    for (const text of texts) {
      const lines = linesOf(printed, text)
      const first = firstOf(lines)
      const indent = (first.left - left) / millimetre
      expect(indent).toBeGreaterThan((indents[0] - 0.01) * 10)
      expect(indent).toBeLessThan((indents[1] + 0.01) * 10)
      for (const [at, line] of lines.entries()) {
        expect(line.size).toBeGreaterThanOrEqual(Math.min(...size))
        expect(line.size).toBeLessThanOrEqual(Math.max(...size))
        if (at > 0) expect(line.left).toBeCloseTo(left, 0)
        if (at < lines.length - 1) expect(line.right).toBeCloseTo(right, 0)
        const before = at === 0 ? null : lines[at - 1]
        if (!before || before.page !== line.page) continue
        expect((line.y - before.y) / line.size).toBeGreaterThanOrEqual(single - 0.01)
        expect((line.y - before.y) / line.size).toBeLessThanOrEqual(single * 1.5)
      }
      if (above?.page === first.page) {
        expect(first.y - above.y - single * first.size).toBeGreaterThanOrEqual(space - 0.1)
      }
      above = lastOf(lines)
    }
  })

  test('punctuates what it rests on and ends its text with the closing sign', () => {
    for (const { lines } of blocksOf(printed, 'basis')) {
      expect(lines.slice(0, -1).filter((line) => !line.endsWith(';'))).toEqual([])
      expect(lines.at(-1)).toMatch(/\.$/u)
    }
    const { blocks } = printed.paper
    const end = blocks.findIndex(({ kind }) => kind === 'closing' || kind === 'signatures')
    const last = blocks[end - 1]
    if (language === 'vi' && last && last.kind !== 'table') {
      expect(last.kind === 'paragraph' ? plain(last.text) : last.kind).toMatch(/\.\/\.$/u)
    }
  })

  test('has the recipients at the left, level with the capacity of the signer at the right, the name below it', () => {
    if (unsigned.includes(template.kind)) return
    const closing = only(blocksOf(printed, 'closing'), 'closings')
    const { left, middle } = edgesOf(printed)
    const heading = firstOf(linesOf(printed, closing.recipientsTitle))
    const listed = closing.recipients.map((line) => firstOf(linesOf(printed, line)))
    for (const line of listed) expect(line.left).toBeCloseTo(left, 0)
    expect(closing.recipients.slice(0, -1).filter((line) => !/^- .*;$/u.test(line))).toEqual([])
    expect(closing.recipients.at(-1)).toMatch(language === 'vi' ? /^- Lưu: VT.*\.$/u : /^- .*\.$/u)
    expect(heading.left).toBeCloseTo(left, 0)
    if (template.kind === 'minutes') {
      expect(blocksOf(printed, 'signatures')).toHaveLength(1)
      return
    }
    const capacity = closing.capacity.flatMap((line) => linesOf(printed, upper(line)))
    const [other, name] = [upper(closing.otherPost), closing.signer].map((text) => linesOf(printed, text)) as [
      TextLine[],
      TextLine[],
    ]
    expect(Math.abs(heading.y - firstOf(capacity).y)).toBeLessThan(1)
    const signature = [...capacity, ...other, ...name]
    for (const line of signature) {
      expect(middleOf(line)).toBeCloseTo(middleOf(firstOf(signature)), 0)
      expect(line.left).toBeGreaterThan(middle - 6 * millimetre)
    }
    expect(signature.map(({ y }) => y)).toEqual([...signature.map(({ y }) => y)].sort((a, b) => a - b))
    // Room for signature and seal.
    expect(firstOf(other.length > 0 ? other : name).y - lastOf(capacity).y).toBeGreaterThan(20 * millimetre)
  })

  test('numbers its pages from the second on, in the middle of the top margin; an annex has numbers of its own', () => {
    const { middle } = edgesOf(long)
    const { size } = officialTable.page.page_number
    const annexes = blocksOf(long, 'annex').map(
      ({ name, title }) => firstOf(linesOf(long, name === '' ? upper(title) : name)).page,
    )
    let number = 0
    for (const [at, { texts }] of long.pages.entries()) {
      number = annexes.includes(at) ? 1 : number + 1
      const above = texts.filter(({ y }) => y < officialTable.page.margin_mm.top[0] * millimetre)
      expect(above.map(({ text }) => text)).toEqual(number === 1 ? [] : [String(number)])
      for (const { x, y, width, size: own, font } of above) {
        expect(x + width / 2).toBeCloseTo(middle, 0)
        expect(y - own / 3).toBeCloseTo((officialTable.page.margin_mm.top[0] / 2) * millimetre, -1)
        expect(own).toBeGreaterThanOrEqual(Math.min(...size))
        expect(own).toBeLessThanOrEqual(Math.max(...size))
        expect(font).toBe('Tinos-Regular')
      }
    }
    expect(long.pages.length).toBeGreaterThan(1)
  })

  test('begins an annex on its own page, its head in the middle, with the number and day of its paper', () => {
    for (const { name, title, attachedTo } of blocksOf(printed, 'annex')) {
      const lines = [name, upper(title), attachedTo].flatMap((text) => (text === '' ? [] : linesOf(printed, text)))
      for (const line of lines) expect(middleOf(line)).toBeCloseTo(edgesOf(printed).middle, 0)
      const first = firstOf(lines)
      expect(first.y - toBaseline * first.size).toBeCloseTo(edgesOf(printed).top, 0)
      expect(attachedTo.replaceAll('\u00a0', ' ')).toMatch(/số 07\/\S+ ngày 05 tháng 02 năm 2020 của .+\)$/u)
    }
  })

  test('has the address of the body at the foot of the first page only, under a rule as wide as the text', () => {
    const line = only(linesOf(printed, filled.address), 'addresses')
    const { fonts, sizes } = elementNamed('Địa chỉ, email, web, ĐT')
    expect(line).toMatchObject({ page: 0, font: fonts })
    expect(line.size).toBeGreaterThanOrEqual(Math.min(...sizes))
    expect(line.size).toBeLessThanOrEqual(Math.max(...sizes))
    const { left, right } = edgesOf(printed)
    const rules = printed.pages[0]?.rules.filter(({ top, bottom }) => bottom - top < 0.1 && top < line.y) ?? []
    const above = lastOf([...rules].sort((a, b) => a.top - b.top))
    expect(above.left).toBeCloseTo(left, 0)
    expect(above.right).toBeCloseTo(right, 0)
    expect(line.y - above.top).toBeLessThan(20)
  })
})

describe('boxes of urgency', () => {
  test.each(urgencyBoxes())('$words stands in a box of $width × $height mm', async ({ words, width, height }) => {
    const template = kinds.find(({ kind }) => kind === 'plan')
    if (!template) throw new Error('there is no plan')
    const printed = await print(template, 'vi', {
      fields: { ...filled, urgency: words.toLocaleLowerCase('vi'), circulation: '' },
    })
    const line = only(linesOf(printed, words), words)
    const edges = printed.pages[0]?.rules.filter(
      ({ top, bottom, left, right }) =>
        bottom - top < 0.1 && left < line.left && right > line.right && Math.abs(top - line.y) < 20,
    )
    const ys = edges?.map(({ top }) => top) ?? []
    expect(edges?.map(({ left, right }) => Math.round((right - left) / millimetre))).toEqual([width, width])
    expect((Math.max(...ys) - Math.min(...ys)) / millimetre).toBeCloseTo(height, 1)
    expect(Math.min(...ys)).toBeLessThan(line.y - line.size / 2)
    expect(Math.max(...ys)).toBeGreaterThan(line.y)
    expect(printed.pages[0]?.colours).toEqual(['#de0000'])
  })

  test('alone are red: a paper without one is black, and so is where it may be read', async () => {
    const template = kinds.find(({ kind }) => kind === 'plan')
    if (!template) throw new Error('there is no plan')
    const fields = { ...filled, urgency: '', circulation: 'lưu hành nội bộ' }
    expect((await print(template, 'vi', { fields })).pages[0]?.colours).toEqual([])
  })
})
