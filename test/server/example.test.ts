import { Type, type TSchema } from 'typebox'
import { Value } from 'typebox/value'
import { describe, expect, it } from 'vitest'
import { buildExample, type ExampleRoad } from '../../db/example/build.ts'
import { CalendarDay } from '../../server/calendar/schema.ts'
import { applyAcceptances, createRoadIndex, findConflicts, rollUp } from '../../server/conflicts/rules.ts'
import { Acceptance } from '../../server/conflicts/schema.ts'
import { isDayToAvoid } from '../../server/calendar/rules.ts'
import { isWeekend } from '../../server/conflicts/rules/days.ts'
import { checkDates, mayChangeState } from '../../server/congresses/rules.ts'
import { Congress, CongressEvent } from '../../server/congresses/schema.ts'
import { Cycle, Level } from '../../server/cycles/schema.ts'
import { dayNumber } from '../../server/format/dates.ts'
import { Post } from '../../server/people/schema.ts'
import { ProgrammeItem, ProgrammeSession } from '../../server/programme/schema.ts'
import { Id } from '../../server/shapes.ts'
import { checkResult, defaultHonourKinds } from '../../server/results/rules.ts'
import { sumResults } from '../../server/results/rules/sums.ts'
import { CongressResult } from '../../server/results/schema.ts'
import { Unit } from '../../server/units/schema.ts'
import { Venue } from '../../server/venues/schema.ts'

const example = buildExample()
const seeds = [2020, 1, 7, 99]
const unitsById = new Map(example.units.map((unit) => [unit.id, unit]))
const unitNamed = (name: string) => {
  const unit = example.units.find((each) => each.name === name)
  if (!unit) throw new Error(`no unit ${name}`)
  return unit
}
const congressOf = (unitName: string): Congress => {
  const congress = example.congresses.find(({ unitId }) => unitId === unitNamed(unitName).id)
  if (!congress) throw new Error(`no congress of ${unitName}`)
  return congress
}
const postsOf = ({ posts, postHolders, people }: ExampleRoad): Post[] =>
  posts.map((post) => ({
    ...post,
    holders: postHolders
      .filter(({ postId }) => postId === post.id)
      .map(({ personId, from, to }) => ({
        personId,
        personName: people.find(({ id }) => id === personId)?.name ?? '',
        from,
        to,
      })),
  }))
const indexOf = (road: ExampleRoad) =>
  createRoadIndex({
    ...road,
    today: road.cycle.standsOn ?? '',
    days: road.calendarDays,
    posts: postsOf(road),
    bookings: [],
    leaves: [],
  })
const faults = (schema: TSchema, records: readonly object[]) =>
  records.flatMap((record) => [...Value.Errors(schema, record)].map((error) => ({ error, record })))

describe('the units of the example', () => {
  it('are the 226 communes of 2020 under the ten districts, the agencies and the province under the nation', () => {
    const counts = example.units
      .filter(({ parentId }) => parentId === unitNamed('Tỉnh Nam Định').id)
      .flatMap(({ id, name, code }) => {
        const standing = example.units.filter(({ parentId, validTo }) => parentId === id && validTo === null)
        return code === '' ? [] : [[name, standing.length]]
      })
    expect(Object.fromEntries(counts)).toEqual({
      'Thành phố Nam Định': 25,
      'Huyện Mỹ Lộc': 11,
      'Huyện Vụ Bản': 18,
      'Huyện Ý Yên': 31,
      'Huyện Nghĩa Hưng': 24,
      'Huyện Nam Trực': 20,
      'Huyện Trực Ninh': 21,
      'Huyện Xuân Trường': 20,
      'Huyện Giao Thủy': 22,
      'Huyện Hải Hậu': 34,
    })
    const types = ['xã', 'phường', 'thị trấn'].map(
      (type) => example.units.filter((unit) => unit.type === type && unit.validTo === null).length,
    )
    expect(types).toEqual([188, 22, 16])
  })

  it('keep the communes that ended in 2020 and know who came after them', () => {
    const ended = example.units.filter(({ validTo }) => validTo !== null)
    const successors = ended.map(({ id, name, validTo }) => [
      name,
      validTo,
      example.units.find(({ predecessorIds }) => predecessorIds.includes(id))?.name,
    ])
    expect(successors).toEqual([
      ['Xã Yên Xá', '2020-02-29', 'Thị trấn Lâm'],
      ['Xã Nghĩa Thắng', '2020-02-29', 'Xã Phúc Thắng'],
      ['Xã Nghĩa Phúc', '2020-02-29', 'Xã Phúc Thắng'],
      ['Xã Hải Toàn', '2020-02-29', 'Xã Hải An'],
    ])
    expect(unitNamed('Xã Phúc Thắng').validFrom).toBe('2020-03-01')
  })

  it('have no code twice, and telephone numbers and names that belong to nobody', () => {
    const codes = example.units.map(({ code }) => code).filter((code) => code !== '')
    expect(new Set(codes).size).toBe(codes.length)
    const phones = [
      ...example.units.map(({ contactPhone }) => contactPhone),
      ...example.posts.map(({ phone }) => phone),
    ]
    expect(phones.filter((phone) => phone !== '' && !/^0228 000 \d{4}$/.test(phone))).toEqual([])
    const names = [...example.people.map(({ name }) => name), ...example.units.map(({ contactName }) => contactName)]
    expect(names.filter((name) => name !== '' && !/^\p{L}+ (Văn|Thị) [A-Z]$/u.test(name))).toEqual([])
  })
})

describe('the records of the example', () => {
  it.each(seeds)('fit the shapes of the API (seed %i)', (seed) => {
    const road = buildExample(seed)
    const schemas: [TSchema, readonly object[]][] = [
      [Cycle, [road.cycle]],
      [Level, road.levels],
      [Unit, road.units],
      [Venue, road.venues],
      [Post, postsOf(road)],
      [CalendarDay, road.calendarDays],
      [Congress, road.congresses],
      [CongressEvent, road.congressEvents.map(({ congressId: _congress, version: _version, ...event }) => event)],
      [CongressResult, road.results],
      [Acceptance, road.acceptances.map(({ version: _version, ...acceptance }) => acceptance)],
      [ProgrammeSession, road.sessions],
      [ProgrammeItem, road.items],
      [Type.Object({ id: Id, unitId: Id, name: Type.String() }), road.people],
      [Type.Object({ id: Id, postId: Id, personId: Id }), road.postHolders],
    ]
    for (const [schema, records] of schemas) expect(faults(schema, records)).toEqual([])
    expect(road.congresses.flatMap(checkDates)).toEqual([])
  })

  it('refer to nothing that is not there, and have no id twice', () => {
    const lists = [
      [example.cycle],
      example.levels,
      example.units,
      example.venues,
      example.people,
      example.posts,
      example.postHolders,
      example.calendarDays,
      example.congresses,
      example.congressEvents,
      example.results,
      example.acceptances,
      example.sessions,
      example.items,
      example.attendingPeople,
      example.delegations,
      example.delegates,
    ]
    const ids = lists.flatMap((list) => list.map(({ id }) => id))
    expect(new Set(ids).size).toBe(ids.length)
    const known = new Set(ids)
    const referred = lists
      .flatMap((list) => list.flatMap((record) => Object.entries(record)))
      .flatMap(([key, value]) => {
        if (/[a-z]Id$/.test(key) && value !== null) return [String(value)]
        return /[a-z]Ids$/.test(key) ? (value as string[]) : []
      })
    expect(referred.length).toBeGreaterThan(1000)
    expect(referred.filter((id) => !known.has(id))).toEqual([])
  })

  it('lead from the provincial Congress to the conference of a district at which somebody was chosen', () => {
    const chosen = example.delegates.filter(({ chosenFromId }) => chosenFromId !== null)
    expect(chosen.length).toBeGreaterThanOrEqual(9)
    for (const { congressId, personId, chosenFromId } of chosen) {
      const before = example.delegates.find(({ id }) => id === chosenFromId)
      const lower = example.congresses.find(({ id }) => id === before?.congressId)
      expect(congressId).toBe(congressOf('Tỉnh Nam Định').id)
      expect(before).toMatchObject({ personId, presence: 'present' })
      expect(lower).toMatchObject({ upperCongressId: congressId })
      expect(['held', 'reported']).toContain(lower?.state)
    }
  })

  it('are the same for the same seed and other days for another', () => {
    expect(buildExample(2020)).toEqual(example)
    const other = buildExample(2021)
    const days = (road: ExampleRoad) => road.congresses.map(({ dateFrom }) => dateFrom)
    expect(days(other)).not.toEqual(days(example))
    expect(other.units.map(({ name }) => name)).toEqual(example.units.map(({ name }) => name))
    expect(other.cycle.id).not.toBe(example.cycle.id)
  })

  it('say what is invented: all days but those of the provincial and the national Congress', () => {
    const real = example.congresses.filter(({ dateFrom, isDateInvented }) => dateFrom !== null && !isDateInvented)
    expect(real.map(({ title, dateFrom, dateTo }) => [title, dateFrom, dateTo])).toEqual([
      ['Đại hội Thi đua yêu nước toàn quốc lần thứ X', '2020-12-09', '2020-12-10'],
      ['Đại hội Thi đua yêu nước tỉnh Nam Định lần thứ V (2020 - 2025)', '2020-09-09', '2020-09-09'],
    ])
    expect(example.congresses.filter(({ note }) => !note.includes('giả định'))).toEqual([])
    // The note of a quota goes out on the letter to its unit: what is invented is said of the congress alone.
    expect(example.quotas.filter(({ note }) => note !== '')).toEqual([])
    expect(new Set(example.congressEvents.map(({ accountName }) => accountName))).toEqual(new Set(['Dữ liệu ví dụ']))
    expect(example.cycle.isExample).toBe(true)
  })

  it('give the provincial Congress what is known of it', () => {
    const provincial = congressOf('Tỉnh Nam Định')
    expect(provincial.expectedDelegates).toBe(353)
    expect(provincial.theme).toBe('Đoàn kết, sáng tạo, kỷ cương, thi đua xây dựng tỉnh Nam Định giàu đẹp, văn minh')
    expect(example.venues.find(({ id }) => id === provincial.venueId)?.name).toBe('Nhà văn hóa Trung tâm tỉnh 3-2')
    expect(provincial.upperCongressId).toBe(congressOf('Toàn quốc').id)
  })
})

describe.each(seeds)('the road of seed %i', (seed) => {
  const road = buildExample(seed)
  const today = road.cycle.standsOn ?? ''

  it('has a congress for every commune, district and agency, the province and the nation', () => {
    const byLevel = road.levels.map(({ id }) => road.congresses.filter(({ levelId }) => levelId === id).length)
    expect(byLevel).toEqual([226, 56, 1, 1])
    expect(new Set(road.congresses.map(({ unitId }) => unitId)).size).toBe(284)
  })

  it('stands at 22 June 2020: most have met, some are late, some are still to come', () => {
    expect(today).toBe('2020-06-22')
    const counts = road.levels.map(({ id }) => {
      const level = rollUp(indexOf(road)).levels.get(id)
      return level && { total: level.total, met: level.byState.held + level.byState.reported, late: level.late }
    })
    expect(counts).toEqual([
      { total: 226, met: 198, late: 9 },
      { total: 56, met: 41, late: 4 },
      { total: 1, met: 0, late: 0 },
      { total: 1, met: 0, late: 0 },
    ])
  })

  it('agrees with its clock: what has met lies behind, what has not lies ahead or is late', () => {
    const met = road.congresses.filter(({ state }) => state === 'held' || state === 'reported')
    expect(met.filter(({ dateTo }) => dateTo === null || dateTo >= today)).toEqual([])
    expect(road.congressEvents.filter(({ at }) => at.slice(0, 10) >= today)).toEqual([])
  })

  it('holds no congress on a blocked day, a holiday or a weekend, but for the one that shows what is said then', () => {
    const onDays = road.congresses.filter(
      ({ dateFrom, dateTo }) =>
        dateFrom !== null &&
        dateTo !== null &&
        (isWeekend(dayNumber(dateFrom)) ||
          road.calendarDays
            .filter(isDayToAvoid)
            .some(({ kind, from, to }) => kind !== 'party-congress' && from <= dateTo && dateFrom <= to)),
    )
    expect(onDays.map(({ unitId }) => road.units.find(({ id }) => id === unitId)?.name)).toEqual(['Tỉnh Đoàn'])
  })

  it('gives every commune a day on which it exists', () => {
    const early = road.congresses.filter(({ unitId, dateFrom }) => {
      const validFrom = road.units.find(({ id }) => id === unitId)?.validFrom ?? null
      return validFrom !== null && dateFrom !== null && dateFrom < validFrom
    })
    expect(early).toEqual([])
  })

  it('tells for every congress a history of allowed steps that leads to its state and date', () => {
    for (const congress of road.congresses) {
      const events = road.congressEvents.filter(({ congressId }) => congressId === congress.id)
      let state: Congress['state'] = 'planned'
      let date = congress.formerDate ?? congress.dateFrom
      let at = ''
      for (const event of events) {
        expect(event.at > at).toBe(true)
        expect(event.dateBefore).toBe(date)
        if (event.kind === 'state') {
          expect(event.stateBefore).toBe(state)
          expect(event.stateAfter !== null && mayChangeState(state, event.stateAfter)).toBe(true)
        }
        state = event.stateAfter ?? state
        date = event.dateAfter
        at = event.at
      }
      expect([state, date]).toEqual([congress.state, congress.dateFrom])
    }
  })

  it('tells what every reported congress brought, and of the others that were held some', () => {
    const congresses = new Map(road.congresses.map((congress) => [congress.id, congress]))
    const wrong = road.results.flatMap(({ congressId, ...values }): object[] => {
      const congress = congresses.get(congressId)
      if (!congress) return [{ congressId }]
      const { dateFrom, dateTo, state } = congress
      const held = { ...values, heldFrom: dateFrom ?? '', heldTo: dateTo ?? '' }
      const { faults, problem } = checkResult(congress, held, { kinds: defaultHonourKinds, today: '2020-06-22' })
      const isOver = (values.presentDelegates ?? 0) > (congress.expectedDelegates ?? Infinity)
      const isReported = (state === 'reported') === (values.reportNumber !== '')
      return faults.length > 0 || problem || isOver || !isReported ? [{ congressId, faults, problem }] : []
    })
    expect(wrong).toEqual([])
    const { road: sums } = sumResults({ ...road, today: '2020-06-22' })
    expect(road.results.filter(({ reportNumber }) => reportNumber !== '')).toHaveLength(sums.reported)
    expect(sums.withoutFigures).toBeGreaterThan(0)
    expect(sums.held - sums.withoutFigures).toBeGreaterThan(sums.reported)
  })

  it('names reason and paper where the epidemic took a date away', () => {
    const postponed = road.congressEvents.filter(({ stateAfter }) => stateAfter === 'postponed')
    expect(postponed.length).toBeGreaterThan(30)
    expect(postponed.filter(({ reason }) => !reason.includes('COVID-19'))).toEqual([])
    expect(new Set(postponed.map(({ paperNumber }) => paperNumber))).toEqual(new Set(['CT 15/CT-TTg']))
    expect(new Set(postponed.map(({ at }) => at.slice(0, 10)))).toEqual(new Set(['2020-03-27']))
  })

  it('has conflicts to learn from, each kind once or a few times, and none that is impossible', () => {
    const { open, accepted } = applyAcceptances(findConflicts(indexOf(road)), road.acceptances)
    expect(open.length).toBeGreaterThanOrEqual(15)
    expect(open.length).toBeLessThanOrEqual(25)
    expect(new Set(open.map(({ rule }) => rule))).toEqual(
      new Set([
        'assembly-type',
        'before-lower',
        'late',
        'leader-too-often',
        'leader-twice',
        'outside-window',
        'party-congress',
        'pilot-not-first',
        'too-many-days',
        'venue-too-small',
        'venue-twice',
        'weekend',
      ]),
    )
    expect(open.filter(({ severity }) => severity === 'impossible')).toEqual([])
    expect(accepted).toHaveLength(road.acceptances.length)
  })
})

describe('the programmes of the example', () => {
  it('are those of the province, one district and one commune', () => {
    const units = example.sessions.map(({ congressId }) => {
      const congress = example.congresses.find(({ id }) => id === congressId)
      return unitsById.get(congress?.unitId ?? '')?.name
    })
    expect(units).toEqual(['Tỉnh Nam Định', 'Tỉnh Nam Định', 'Huyện Ý Yên', 'Xã Phúc Thắng'])
  })

  it('prepare the provincial Congress on the afternoon before and open it on 9 September 2020', () => {
    const [preparatory, official] = example.sessions
    expect(preparatory).toMatchObject({ kind: 'preparatory', date: '2020-09-08', startsAt: '14:00' })
    expect(official).toMatchObject({ kind: 'official', date: '2020-09-09', startsAt: '07:00' })
  })

  it('hold their fixed items at the times to which the items before them lead', () => {
    for (const session of example.sessions) {
      let minutes = Number(session.startsAt.slice(0, 2)) * 60 + Number(session.startsAt.slice(3))
      const items = example.items.filter(({ sessionId }) => sessionId === session.id)
      expect(items.length).toBeGreaterThan(6)
      for (const [at, { position, fixedStart, durationMinutes }] of items.entries()) {
        expect(position).toBe(at)
        const clock = `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
        if (fixedStart !== null) expect(fixedStart).toBe(clock)
        minutes += durationMinutes
      }
    }
  })
})
