import { combineWithinDays, partyCongressClearDays, type RoadFacts } from '../../../server/conflicts/rules.ts'
import { leaderRanks } from '../../../server/people/schema.ts'
import { addDays, dayNumber } from '../../../server/format/dates.ts'
import { takenBy } from './naive-bookings.ts'

type Congress = RoadFacts['congresses'][number]

/**
 * The rules once more, each as one plain sentence over all congresses or pairs of them, without any index: slow and
 * obvious. Gives a line of text per conflict: rule, severity, where it is listed, the others, date, half-day, numbers.
 */
export const naiveConflicts = (road: RoadFacts): string[] => {
  const today = road.today
  const levelOf = (c: Congress) => road.levels.find(({ id }) => id === c.levelId)!
  const unitOf = (c: Congress) => road.units.find(({ id }) => id === c.unitId)!
  const isOn = (c: Congress, rule: string) => !(levelOf(c).rulesOff as string[]).includes(rule)
  const lineOf = (unitId: string | null): string[] =>
    unitId === null ? [] : [unitId, ...lineOf(road.units.find(({ id }) => id === unitId)?.parentId ?? null)]
  const isAbsent = (c: Congress) => c.state === 'cancelled' || (c.state === 'postponed' && c.dateFrom === null)
  const isDone = (c: Congress) => c.state === 'held' || c.state === 'reported'
  const end = (c: Congress) => c.dateTo ?? (c.weekOf === null ? null : addDays(c.weekOf, 6))
  const isPassed = (c: Congress) => !isAbsent(c) && !isDone(c) && (end(c) ?? '9999') < today
  const isOpen = (c: Congress) => !isAbsent(c) && !isDone(c) && !isPassed(c)
  const days = (from: string, to: string) => dayNumber(to) - dayNumber(from)
  const lines: string[] = []
  const say = (
    rule: string,
    severity: string,
    c: Congress,
    others: string[],
    date: string | null,
    ...numbers: (string | number | null)[]
  ) => lines.push([rule, severity, c.id, [...others].sort().join('+'), date, ...numbers].join(' '))

  const windowOf = (c: Congress) => {
    const [unit, level] = [unitOf(c), levelOf(c)]
    return { from: unit.windowFrom ?? level.windowFrom, to: unit.windowTo ?? level.windowTo }
  }

  for (const c of road.congresses) {
    const [unit, level, { from, to }] = [unitOf(c), levelOf(c), windowOf(c)]
    const { dateFrom, dateTo, weekOf } = c
    if (isPassed(c)) say('late', 'doubtful', c, [], dateFrom ?? end(c), days(end(c)!, today), end(c))
    if (isOpen(c) && !dateFrom && !weekOf && to && to < today) say('late', 'doubtful', c, [], to, days(to, today), to)
    if (isAbsent(c) || isDone(c)) continue
    if (dateFrom && dateTo) {
      if (unit.validFrom && dateFrom < unit.validFrom) {
        say('unit-not-valid', 'impossible', c, [], dateFrom, days(dateFrom, unit.validFrom), unit.validFrom)
      } else if (unit.validTo && dateTo > unit.validTo) {
        const after = addDays(unit.validTo, 1)
        say(
          'unit-not-valid',
          'impossible',
          c,
          [],
          dateFrom > after ? dateFrom : after,
          days(unit.validTo, dateTo),
          unit.validTo,
        )
      }
      const isHolidayHere = (date: string) =>
        isOn(c, 'holiday') &&
        road.days.some(
          (d) =>
            (d.kind === 'holiday' || d.kind === 'tet') &&
            date >= d.from &&
            date <= d.to &&
            (!d.unitId || lineOf(unit.id).includes(d.unitId)),
        )
      for (const d of road.days) {
        if (d.unitId && !lineOf(unit.id).includes(d.unitId)) continue
        const isMet = d.from <= dateTo && d.to >= dateFrom
        const date = d.from > dateFrom ? d.from : dateFrom
        if (d.kind === 'blocked' && isMet) say('blocked-day', 'impossible', c, [], date, d.id)
        if (!isOpen(c)) continue
        if (d.kind === 'party-congress') {
          const distance = isMet ? 0 : d.from > dateTo ? days(dateTo, d.from) : days(d.to, dateFrom)
          if (distance < partyCongressClearDays)
            say(
              'party-congress',
              'doubtful',
              c,
              [],
              isMet ? date : dateFrom,
              partyCongressClearDays - distance,
              partyCongressClearDays,
              d.id,
            )
        } else if (d.kind !== 'blocked' && isMet && isOn(c, 'holiday')) say('holiday', 'doubtful', c, [], date, d.id)
      }
      for (let date = dateFrom; isOpen(c) && isOn(c, 'weekend') && date <= dateTo; date = addDays(date, 1)) {
        if (![0, 6].includes(new Date(date).getUTCDay()) || isHolidayHere(date)) continue
        say('weekend', 'doubtful', c, [], date)
        break
      }
    }
    if (isOpen(c) && isOn(c, 'outside-window') && (dateFrom || weekOf)) {
      const first = dateFrom ?? weekOf!
      const early = from ? days(dateFrom ?? addDays(weekOf!, 6), from) : 0
      const late = to ? days(to, dateTo ?? weekOf!) : 0
      const after = to ? addDays(to, 1) : ''
      if (early > 0 && early >= late) say('outside-window', 'serious', c, [], first, early, from)
      else if (late > 0) say('outside-window', 'serious', c, [], first > after ? first : after, late, to)
    }
    if (
      dateFrom &&
      dateTo &&
      level.maxDays !== null &&
      isOn(c, 'too-many-days') &&
      days(dateFrom, dateTo) + 1 > level.maxDays
    ) {
      say('too-many-days', 'doubtful', c, [], dateFrom, days(dateFrom, dateTo) + 1 - level.maxDays, level.maxDays)
    }
    const persons = (c.expectedDelegates ?? 0) + (c.expectedGuests ?? 0)
    const hall = road.venues.find(({ id }) => id === c.venueId)
    const seats = hall?.layouts.find(({ kind }) => kind === c.layout)?.capacity ?? hall?.capacity ?? null
    if (seats !== null && persons > seats && isOn(c, 'venue-too-small')) {
      say(
        'venue-too-small',
        persons * 10 > seats * 11 ? 'serious' : 'doubtful',
        c,
        [],
        dateFrom,
        persons - seats,
        seats,
        c.venueId,
      )
    }
    if (
      level.maxDelegates !== null &&
      (c.expectedDelegates ?? 0) > level.maxDelegates &&
      isOn(c, 'too-many-delegates')
    ) {
      say(
        'too-many-delegates',
        'doubtful',
        c,
        [],
        dateFrom,
        c.expectedDelegates! - level.maxDelegates,
        level.maxDelegates,
      )
    }
    if (level.staffThreshold !== null && unit.staffNumber !== null && isOn(c, 'assembly-type')) {
      const [staff, limit] = [unit.staffNumber, level.staffThreshold]
      if ((staff < limit && c.assembly === 'delegates') || (staff > limit && c.assembly === 'everybody')) {
        say('assembly-type', 'doubtful', c, [], dateFrom, Math.abs(staff - limit), limit)
      }
    }
  }

  const upperOf = (c: Congress): Congress | undefined => {
    const linked = road.congresses.find(({ id }) => id === c.upperCongressId)
    if (c.upperCongressId !== null && !linked) return undefined
    if (linked && linked !== c && linked.state !== 'cancelled') return linked
    for (const unitId of lineOf(c.unitId)) {
      const higher = road.congresses
        .filter((o) => o.unitId === unitId && o.state !== 'cancelled' && levelOf(o).position > levelOf(c).position)
        .sort((a, b) => levelOf(a).position - levelOf(b).position || (a.id < b.id ? -1 : 1))
      if (higher[0]) return higher[0]
    }
    return undefined
  }
  for (const lower of road.congresses) {
    const upper = upperOf(lower)
    if (!upper?.dateFrom || !lower.dateTo || isAbsent(lower) || isAbsent(upper) || !isOn(lower, 'before-lower'))
      continue
    const limit = levelOf(lower).gapBeforeUpperDays
    const missing = limit - days(lower.dateTo, upper.dateFrom)
    const [listed, other] = isOpen(lower) ? [lower, upper] : [upper, lower]
    if (missing > 0 && isOpen(listed))
      say('before-lower', 'serious', listed, [other.id], listed.dateFrom, missing, limit)
  }

  const dated = road.congresses.filter((c) => c.dateFrom && !isAbsent(c))
  const slotsOf = (c: Congress): string[] => {
    if (c.dateFrom === c.dateTo && c.halfDay !== 'day') return [`${c.dateFrom!} ${c.halfDay === 'morning' ? '0' : '1'}`]
    return daysOf(c).flatMap((date) => [`${date} 0`, `${date} 1`])
  }
  const daysOf = (c: Congress): string[] =>
    Array.from({ length: days(c.dateFrom!, c.dateTo!) + 1 }, (_, at) => addDays(c.dateFrom!, at))

  /** The sets of congresses present at some moment that no larger such set contains, with their moments. */
  const crowdsOf = (among: Congress[], momentsOf: (c: Congress) => string[]) => {
    const moments = [...new Set(among.flatMap(momentsOf))].sort()
    const sets = moments.map((moment) => ({ moment, members: among.filter((c) => momentsOf(c).includes(moment)) }))
    const isWithin = (a: Congress[], b: Congress[]) => a.every((each) => b.includes(each))
    const largest = sets.filter(
      (a) => !sets.some((b) => b.members.length > a.members.length && isWithin(a.members, b.members)),
    )
    return [...new Set(largest.map(({ members }) => members.map(({ id }) => id).join()))].map((ids) => {
      const same = largest.filter(({ members }) => members.map(({ id }) => id).join() === ids)
      return { members: same[0]!.members, moments: same.map(({ moment }) => moment) }
    })
  }
  const firm = ['planned', 'postponed', 'approved', 'preparing']
  const listedOf = (members: Congress[], lastMoment: string, rule: string) =>
    lastMoment.slice(0, 10) < today
      ? undefined
      : members
          .filter((c) => isOpen(c) && isOn(c, rule))
          .sort(
            (a, b) =>
              firm.indexOf(a.state) - firm.indexOf(b.state) ||
              levelOf(a).position - levelOf(b).position ||
              (a.id > b.id ? -1 : 1),
          )[0]
  const halfOf = (moments: string[]) => {
    const first = moments[0]!
    return first.endsWith('1') ? 'afternoon' : moments.length > 1 ? 'day' : 'morning'
  }
  const othersOf = (members: Congress[], listed: Congress) => members.filter((c) => c !== listed).map(({ id }) => id)

  for (const { id } of road.venues) {
    for (const { members, moments } of crowdsOf(
      dated.filter((c) => c.venueId === id),
      slotsOf,
    )) {
      const listed = listedOf(members, moments.at(-1)!, 'venue-twice')
      if (members.length < 2 || !listed) continue
      say(
        'venue-twice',
        'serious',
        listed,
        othersOf(members, listed),
        moments[0]!.slice(0, 10),
        halfOf(moments),
        members.length - 1,
        1,
        id,
      )
    }
  }

  for (const c of dated.filter((each) => isOpen(each) && isOn(each, 'venue-booked'))) {
    for (const { id, date, half } of takenBy(road, c, slotsOf(c))) {
      say('venue-booked', 'serious', c, [], date, half, c.venueId, id)
    }
  }

  const leaderIn = (c: Congress, postId: string) => {
    const holders = road.posts
      .find((p) => p.id === postId)!
      .holders.filter((h) => (h.from ?? '') <= c.dateFrom! && (h.to ?? '9999') >= c.dateFrom!)
    return holders.length === 1 ? holders[0]!.personId : postId
  }
  for (const c of road.congresses.filter(isOpen)) {
    const lowest = levelOf(c).lowestLeaderRank
    const ranks = c.postIds.map((postId) => road.posts.find(({ id }) => id === postId)!.rank)
    const places = ranks.map((rank) => leaderRanks.indexOf(rank!))
    const best = Math.min(...places)
    const isJudged = lowest !== null && ranks.length > 0 && !ranks.includes(null) && isOn(c, 'leader-rank')
    const limit = leaderRanks.indexOf(lowest!)
    if (isJudged && best > limit) {
      say('leader-rank', 'doubtful', c, [], c.dateFrom, best - limit, limit, c.postIds[places.indexOf(best)]!)
    }
  }
  for (const c of dated.filter((each) => isOpen(each) && isOn(each, 'leader-on-leave'))) {
    for (const leader of new Set(c.postIds.map((postId) => leaderIn(c, postId)))) {
      const postId = c.postIds.find((each) => leaderIn(c, each) === leader)!
      for (const leave of road.leaves.filter(({ personId }) => personId === leader)) {
        const from = `${leave.from} ${leave.fromHalf === 'morning' ? '0' : '1'}`
        const to = `${leave.to} ${leave.toHalf === 'morning' ? '0' : '1'}`
        const missed = slotsOf(c).filter((slot) => slot >= from && slot <= to)
        if (missed[0] === undefined) continue
        say('leader-on-leave', 'serious', c, [], missed[0].slice(0, 10), halfOf(missed), postId)
      }
    }
  }
  const leadersOf = (c: Congress) => c.postIds.map((postId) => leaderIn(c, postId))
  for (const leader of new Set(dated.flatMap(leadersOf))) {
    const attended = dated.filter((c) => leadersOf(c).includes(leader))
    const postOf = (c: Congress) => c.postIds.find((postId) => leaderIn(c, postId) === leader)!
    for (const { members, moments } of crowdsOf(attended, slotsOf)) {
      const places = new Set(members.map((c) => c.venueId ?? c.id)).size
      const listed = listedOf(members, moments.at(-1)!, 'leader-twice')
      if (places < 2 || !listed) continue
      say(
        'leader-twice',
        'serious',
        listed,
        othersOf(members, listed),
        moments[0]!.slice(0, 10),
        halfOf(moments),
        places - 1,
        1,
        postOf(listed),
      )
    }
    for (const { members, moments } of crowdsOf(attended, daysOf)) {
      const limit = Math.min(
        ...members.filter((c) => isOn(c, 'leader-too-often')).map((c) => levelOf(c).leaderMaxPerDay),
      )
      const listed = listedOf(members, moments.at(-1)!, 'leader-too-often')
      if (members.length <= limit || !listed) continue
      say(
        'leader-too-often',
        'doubtful',
        listed,
        othersOf(members, listed),
        moments[0]!,
        members.length - limit,
        limit,
        postOf(listed),
      )
    }
  }

  for (const pilot of dated.filter((c) => c.isPilot && isOpen(c) && isOn(c, 'pilot-not-first'))) {
    const alike = dated.filter(
      (c) =>
        c.levelId === pilot.levelId &&
        unitOf(c).parentId === unitOf(pilot).parentId &&
        unitOf(c).block === unitOf(pilot).block,
    )
    const isFirstPilot = alike.every(
      (c) =>
        !c.isPilot ||
        c === pilot ||
        pilot.dateFrom! < c.dateFrom! ||
        (pilot.dateFrom === c.dateFrom && pilot.id < c.id),
    )
    const early = alike.filter((c) => isOpen(c) && c.dateFrom! < pilot.dateFrom!)
    const first = early.map((c) => c.dateFrom!).sort()[0]
    if (isFirstPilot && first)
      say(
        'pilot-not-first',
        'doubtful',
        pilot,
        early.map(({ id }) => id),
        pilot.dateFrom,
        days(first, pilot.dateFrom!),
        first,
      )
  }
  const inTime = (a: Congress, b: Congress) => dayNumber(a.dateFrom!) - dayNumber(b.dateFrom!) || (a.id < b.id ? -1 : 1)
  for (const unit of road.units) {
    for (const { id: levelId } of road.levels) {
      const alike = dated.filter((c) => c.unitId === unit.id && c.levelId === levelId).sort(inTime)
      const listed = alike.filter((c) => isOpen(c) && isOn(c, 'ceremony-twice')).at(-1)
      if (alike.length < 2 || !listed) continue
      say('ceremony-twice', 'doubtful', listed, othersOf(alike, listed), listed.dateFrom, alike.length, 1)
    }
  }
  const open = dated.filter(isOpen).sort(inTime)
  const personsOf = (c: Congress) => (c.expectedDelegates ?? 0) + (c.expectedGuests ?? 0)
  const isSmall = (c: Congress) => {
    const { staffNumber } = unitOf(c)
    const { staffThreshold } = levelOf(c)
    return (
      staffNumber !== null && staffThreshold !== null && staffNumber < staffThreshold && c.expectedDelegates !== null
    )
  }
  const isHost = (c: Congress, of: Congress) =>
    of.hostUnitIds.includes(c.unitId) || (of.hostBlock !== '' && of.hostBlock === unitOf(c).block)
  for (const c of open.filter((each) => isOn(each, 'could-combine') && each.combinedWith === '')) {
    const shortlyBefore = open.filter(
      (o) => inTime(o, c) < 0 && days(o.dateTo!, c.dateFrom!) <= combineWithinDays && !isHost(c, o) && !isHost(o, c),
    )
    const ofUnit = shortlyBefore.filter((o) => o.unitId === c.unitId && o.levelId !== c.levelId)
    if (ofUnit.length > 0) {
      say(
        'could-combine',
        'doubtful',
        c,
        ofUnit.map(({ id }) => id),
        c.dateFrom,
      )
    }
    const seats = road.venues.find(({ id }) => id === c.venueId)?.capacity ?? null
    if (seats === null || !isSmall(c)) continue
    const inHall = shortlyBefore.filter(
      (o) =>
        o.venueId === c.venueId &&
        o.levelId === c.levelId &&
        o.unitId !== c.unitId &&
        unitOf(o).parentId === unitOf(c).parentId &&
        isSmall(o) &&
        !slotsOf(o).some((slot) => slotsOf(c).includes(slot)),
    )
    const joined: Congress[] = []
    for (const o of inHall.reverse()) {
      if ([c, o, ...joined].reduce((sum, each) => sum + personsOf(each), 0) > seats) break
      joined.push(o)
    }
    if (joined.length > 0) {
      say(
        'could-combine',
        'doubtful',
        c,
        joined.map(({ id }) => id),
        c.dateFrom,
        c.venueId,
      )
    }
  }
  return lines.sort()
}
