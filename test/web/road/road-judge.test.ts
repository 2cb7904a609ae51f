import { describe, expect, it } from 'vitest'
import { wordDoubts } from '../../../web/congresses/word-doubts.ts'
import { judgeOf } from '../../../web/road/road-judge.ts'
import { words } from '../../../web/words/words.ts'
import { loadedRoad, roadCongress } from './roads.ts'

describe('a day that a congress is moved to', () => {
  const judge = judgeOf(loadedRoad([roadCongress('a', '2020-06-25', { state: 'approved' })]), words(), 'vi')
  const at = (date: string, isWeekOnly = false) => judge('a', { date, halfDay: 'morning', isWeekOnly })

  it('is free on a working day ahead', () => {
    expect(at('2020-06-24')).toMatchObject({ severity: null, sentences: [] })
  })

  it('is doubtful when it has passed, and says so', () => {
    const { severity, title, sentences, nearest } = at('2020-06-18')
    expect({ severity, sentences }).toEqual({ severity: 'doubtful', sentences: ['commune: 18/6/2020 đã qua 4 ngày.'] })
    expect(title).toContain('nên xem lại')
    expect(nearest.length).toBeGreaterThan(0)
  })

  it('is doubtful as a week that lies behind', () => {
    expect(at('2020-06-15', true).sentences).toEqual(['commune: 21/6/2020 đã qua 1 ngày.'])
  })
})

describe('a congress that is being written', () => {
  const standing = roadCongress('a', '2020-06-24')
  const loaded = loadedRoad([standing])
  const doubts = (more: object) => wordDoubts({ ...standing, id: '', ...more }, loaded)
  const on = (date: string) => ({ dateFrom: date, dateTo: date })

  it('is not doubted on a free day in its window, nor without a unit', () => {
    expect([doubts(on('2020-06-25')), doubts({ ...on('2001-02-02'), unitId: '' })]).toEqual([[], []])
  })

  it('is doubted on a day that lies before the cycle and has passed', () => {
    const [outside, passed] = doubts(on('2001-02-02'))
    expect(outside).toBe('Ngày này nằm ngoài kỳ (01/6/2019 đến 31/12/2020).')
    expect(passed).toMatch(/^commune: 02\/02\/2001 đã qua 7\d{3} ngày\.$/)
  })

  it('is doubted by the rules of the road, and not anew for what was wrong before', () => {
    expect(doubts(on('2020-07-07'))).toEqual(['commune: 07/7/2020, sau khung (hết 30/6/2020) 7 ngày.'])
    const late = loadedRoad([roadCongress('a', '2020-07-07')])
    expect(wordDoubts(roadCongress('a', '2020-07-07'), late)).toEqual([])
  })
})
