import { Value } from 'typebox/value'
import { describe, expect, it } from 'vitest'
import { NewCycle } from '../../../server/cycles/schema.ts'
import { buildCycle, cycleTemplates } from '../../../server/cycles/rules/templates.ts'

const keeper = { unitId: '018f0000-0000-7000-8000-000000000001', unitName: 'Tỉnh Nam Định' }
const ids = ['three-levels-2019', 'two-levels-2025', 'empty'] as const

describe('templates of a road', () => {
  it.each(ids)('%s gives a road that the API accepts, in its own year and in others', (id) => {
    for (const year of [2000, cycleTemplates[id].year ?? 2020, 2030, 2100]) {
      expect([...Value.Errors(NewCycle, buildCycle(id, { ...keeper, year }))]).toEqual([])
    }
  })

  it('takes levels, forms and windows of 2020 from Hướng dẫn 1149/HD-BTĐKT', () => {
    const { levels } = buildCycle('three-levels-2019', { ...keeper, year: 2020 })
    expect(levels.map(({ name, windowFrom, windowTo }) => [name, windowFrom, windowTo])).toEqual([
      ['Cấp cơ sở', '2020-01-01', '2020-03-31'],
      ['Cấp trên cơ sở', '2020-04-01', '2020-06-30'],
      ['Cấp tỉnh', '2020-07-01', '2020-09-30'],
      ['Toàn quốc', '2020-12-09', '2020-12-10'],
    ])
    expect(levels[0]?.forms).toEqual([
      'Hội nghị điển hình tiên tiến',
      'Hội nghị biểu dương những người lao động giỏi, lao động sáng tạo',
      'Đại hội Thi đua yêu nước',
    ])
    expect(levels.map(({ staffThreshold }) => staffThreshold)).toEqual([200, 200, null, null])
    expect(levels.map(({ maxDelegates }) => maxDelegates)).toEqual([null, null, null, null])
  })

  it('knows no district level since July 2025', () => {
    const { levels } = buildCycle('two-levels-2025', { ...keeper, year: 2025 })
    expect(levels.map(({ name }) => name)).toEqual(['Cấp cơ sở', 'Cấp tỉnh', 'Toàn quốc'])
    expect(levels.at(-1)).toMatchObject({ windowFrom: '2025-12-26', windowTo: '2025-12-27' })
  })

  it('names the documents of its own year only, and leaves the days of a later national congress open', () => {
    const own = buildCycle('two-levels-2025', { ...keeper, year: 2025 })
    const later = buildCycle('two-levels-2025', { ...keeper, year: 2030 })
    expect(own.documents.map(({ date }) => date)).toEqual(['2024-05-20', '2024-05-21', '2025-05-16'])
    expect(later.documents).toEqual([])
    expect(later.levels.map(({ windowFrom }) => windowFrom)).toEqual(['2030-01-01', '2030-07-01', null])
  })

  it('names the road after the unit that keeps it and gives it the years that its windows lie in', () => {
    const cycle = buildCycle('three-levels-2019', { ...keeper, year: 2020 })
    expect(cycle).toMatchObject({
      unitId: keeper.unitId,
      name: 'Đường tới Đại hội Thi đua yêu nước tỉnh Nam Định năm 2020',
      startsOn: '2019-05-24',
      endsOn: '2020-12-31',
      standsOn: null,
    })
  })

  it('gives every level an English name and says in both languages what is not confirmed', () => {
    for (const id of ids) {
      const { levels, unconfirmed } = cycleTemplates[id]
      expect(levels.filter(({ nameEnglish }) => nameEnglish === '')).toEqual([])
      expect(unconfirmed.filter(({ vi, en }) => vi === '' || en === '')).toEqual([])
    }
    expect(cycleTemplates['three-levels-2019'].unconfirmed).not.toEqual([])
    expect(cycleTemplates['two-levels-2025'].unconfirmed).not.toEqual([])
  })

  it('can be changed without changing the template', () => {
    const first = buildCycle('three-levels-2019', { ...keeper, year: 2020 })
    first.levels[0]?.forms.push('Khác')
    expect(buildCycle('three-levels-2019', { ...keeper, year: 2020 }).levels[0]?.forms).toHaveLength(3)
  })
})
