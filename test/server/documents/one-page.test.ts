import { describe, expect, test } from 'vitest'
import { composeParts } from '../../../server/documents/compose.ts'
import { drawParts } from '../../../server/documents/pdf/draw.ts'
import { longestRows, sampleRows } from '../../../server/documents/samples.ts'
import { readTemplate } from '../../../server/documents/templates.ts'
import { aSessionOf, namDinh, someItems } from './facts.ts'
import { readPdf } from './read-pdf.ts'

const programmeOf = async (kind: string, count: number) => {
  const making = {
    template: await readTemplate(kind),
    facts: namDinh([aSessionOf(someItems(count))]),
    filled: {},
    rows: [],
    today: '2020-09-01',
  }
  const { pages } = await readPdf((await drawParts(composeParts(making, 'vi'), new Date(0))).pdf)
  return { pages, size: Math.min(...pages.flatMap(({ texts }) => texts.map(({ size }) => size))) }
}

describe('a programme on one page', () => {
  test.each([
    ['programme-card', 40, 7],
    ['programme-poster', 40, 12],
  ])('%s gets smaller letters before a second page, but none that nobody reads', async (kind, count, least) => {
    const [short, long, longest] = await Promise.all([
      programmeOf(kind, 5),
      programmeOf(kind, count),
      programmeOf(kind, 120),
    ])
    expect(short.pages).toHaveLength(1)
    expect(long.pages).toHaveLength(1)
    expect(long.size).toBeLessThan(short.size)
    expect(longest.pages.length).toBeGreaterThan(1)
    for (const { size } of [short, long, longest]) expect(size).toBeGreaterThanOrEqual(least)
  })
})

describe('the personal slip', () => {
  const slipsOf = async (isLongest: boolean) => {
    const template = await readTemplate('personal-slip')
    const rows = isLongest ? longestRows(template.columns) : sampleRows(template.columns).slice(0, 1)
    const making = { template, facts: namDinh([]), filled: {}, rows, today: '2020-09-01' }
    return (await readPdf((await drawParts(composeParts(making, 'vi'), new Date(0))).pdf)).pages
  }

  test('has the name and what is told of its bearer in large letters', async () => {
    const [slip] = await slipsOf(false)
    const sizeOf = (told: string) => slip?.texts.find(({ text }) => text.includes(told))?.size ?? 0
    expect(sizeOf('Nguyễn Văn An')).toBeGreaterThanOrEqual(28)
    for (const told of ['Huyện Hải Hậu', '0086', 'B12']) expect(sizeOf(told), told).toBeGreaterThanOrEqual(16)
  })

  test('stays on its page with the longest name and post', async () => {
    expect(await slipsOf(true)).toHaveLength(1)
  })
})
