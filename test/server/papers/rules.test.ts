import { describe, expect, test } from 'vitest'
import {
  capacityLines,
  compareNumbers,
  faultInSeries,
  faultOfNumber,
  fieldsToPrint,
  mayStep,
  nextInSeries,
  postToSign,
  readNumber,
  symbolInSeries,
  type Numbered,
} from '../../../server/papers/rules.ts'
import { paperStandings, paperSteps } from '../../../server/papers/schema.ts'

const given = (text: string, day: string) => ({ ...readNumber(text)!, day })
const paper = (id: string, text: string, day: string, year = Number(day.slice(0, 4))): Numbered => {
  const number = readNumber(text)
  return { id, seriesYear: year, number: number?.number ?? null, numberLetters: number?.letters ?? null, day }
}

describe('the steps of a paper', () => {
  test('lead from each standing only where they may', () => {
    const allowed = Object.fromEntries(
      paperStandings.map((standing) => [standing, paperSteps.filter((step) => mayStep(standing, step))]),
    )
    expect(allowed).toEqual({
      draft: ['submit'],
      'for-signature': ['return', 'sign'],
      signed: ['return', 'number', 'issue'],
      issued: ['correct', 'replace', 'withdraw'],
      corrected: ['correct', 'replace', 'withdraw'],
      replaced: ['redraft'],
      withdrawn: ['redraft'],
    })
  })
})

describe('a number', () => {
  test('is read with the letters that put it between two others', () => {
    expect(readNumber(' 057A ')).toEqual({ number: 57, letters: 'a' })
    expect(readNumber('57 b')).toEqual({ number: 57, letters: 'b' })
    for (const text of ['', '0', 'a', '57/GM', '-3', '1234567', '5.7', '57abc']) expect(readNumber(text)).toBeNull()
  })

  test('comes after the plain one and before the next', () => {
    const sorted = ['58', '57b', '57', '57a'].map((text) => readNumber(text)!).sort(compareNumbers)
    expect(sorted.map(({ number, letters }) => `${String(number)}${letters}`)).toEqual(['57', '57a', '57b', '58'])
  })

  test('57 of 3 September lets 56 have no later date, 58 no earlier one, and 40 may be left out', () => {
    const standing = [given('57', '2020-09-03')]
    expect(faultOfNumber(standing, given('56', '2020-09-04'), 1)).toEqual({
      code: 'number-day-after',
      number: '57',
      day: '2020-09-03',
    })
    expect(faultOfNumber(standing, given('56', '2020-09-03'), 1)).toBeNull()
    expect(faultOfNumber(standing, given('58', '2020-09-02'), 1)).toMatchObject({ code: 'number-day-before' })
    expect(faultOfNumber(standing, given('40', '2020-08-01'), 1)).toBeNull()
    expect(faultOfNumber(standing, given('57a', '2020-09-03'), 1)).toBeNull()
    expect(faultOfNumber(standing, given('57', '2020-09-03'), 1)).toEqual({ code: 'number-taken' })
    expect(faultOfNumber(standing, given('40', '2020-08-01'), 41)).toEqual({ code: 'number-before-start', start: 41 })
  })

  test('is measured against the nearest on each side, whatever their order of entry', () => {
    const standing = [given('70', '2020-10-01'), given('50', '2020-08-01'), given('57', '2020-09-03')]
    expect(faultOfNumber(standing, given('60', '2020-09-02'), 1)).toMatchObject({ number: '57' })
    expect(faultOfNumber(standing, given('60', '2020-10-02'), 1)).toMatchObject({ number: '70' })
  })
})

describe('a series', () => {
  const yearly = { restartsYearly: true, startsAt: 41 }

  test('begins where the office says, and with 1 in later years', () => {
    expect(nextInSeries(yearly, [], paper('new', '', '2020-09-03')).number).toBe(41)
    const first = [paper('a', '41', '2020-09-03'), paper('b', '45', '2020-09-04')]
    expect(nextInSeries(yearly, first, paper('new', '', '2020-09-05')).number).toBe(46)
    expect(nextInSeries(yearly, first, paper('new', '', '2021-01-04')).number).toBe(1)
  })

  test('that never restarts counts on over the years', () => {
    const series = { restartsYearly: false, startsAt: 1 }
    const papers = [paper('a', '300', '2020-12-30', 0)]
    expect(nextInSeries(series, papers, paper('new', '', '2021-01-04', 0)).number).toBe(301)
    expect(faultInSeries(series, papers, paper('b', '299', '2021-01-04', 0))).toMatchObject({
      code: 'number-day-after',
    })
  })

  test('does not measure a paper against itself, so that its day can be corrected', () => {
    const papers = [paper('a', '57', '2020-09-03')]
    expect(faultInSeries(yearly, papers, paper('a', '57', '2020-09-04'))).toBeNull()
  })
})

describe('a paper to be printed', () => {
  const kept = {
    fields: { number: '12', day: '2020-09-01', signer: 'An' },
    number: null,
    numberLetters: null,
    day: null,
  }

  test('bears what was typed as a draft, nothing for signature, and then what the clerk entered', () => {
    expect(fieldsToPrint({ ...kept, standing: 'draft' })).toEqual(kept.fields)
    const blank = { number: '', day: '', signer: 'An' }
    expect(fieldsToPrint({ ...kept, standing: 'for-signature' })).toEqual(blank)
    expect(fieldsToPrint({ ...kept, standing: 'signed' })).toEqual(blank)
    const entered = { number: 57, numberLetters: 'a', day: '2020-09-03' }
    expect(fieldsToPrint({ ...kept, ...entered, standing: 'signed' })).toEqual({
      number: '57a',
      day: '2020-09-03',
      signer: 'An',
    })
  })

  test('takes the ending of its series in its symbol', () => {
    expect(symbolInSeries('GM-BTCĐH', 'SNV')).toBe('GM-SNV')
    expect(symbolInSeries('GM-BTCĐH', '')).toBe('GM-BTCĐH')
  })
})

test('a deputy signs for the committee and in the place of its head', () => {
  expect(capacityLines('deputy', '')).toEqual(['TM. Ban Tổ chức', 'KT. Trưởng ban', 'Phó Trưởng ban'])
  expect(capacityLines('by-order', 'Chánh Văn phòng')).toEqual(['TL. Trưởng ban', 'Chánh Văn phòng'])
  expect(postToSign('Phó Chủ tịch UBND tỉnh (VX)')).toBe('Phó Chủ tịch UBND tỉnh')
})
