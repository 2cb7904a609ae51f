import { describe, expect, it } from 'vitest'
import { buildExample } from '../../db/example/build.ts'
import { readAssignments, peopleOf } from '../../server/assignments/rules.ts'
import { honouredAmong, recipientOf } from '../../server/assignments/rules/honoured.ts'
import { usualRoles } from '../../server/assignments/rules/usual-roles.ts'

describe.each([2020, 1, 7, 99])('the provincial Congress of seed %i', (seed) => {
  const road = buildExample(seed)
  const congressId = road.quotaPlans[0]?.congressId ?? ''
  const delegates = road.delegates.filter((each) => each.congressId === congressId)
  const delegations = road.delegations.filter((each) => each.congressId === congressId)
  const people = new Map(road.attendingPeople.map((person) => [person.id, person]))
  const nameOf = ({ personId }: { personId: string }) => people.get(personId)?.name ?? ''

  it('has somebody for every place of its quotas, 353 in all, marked as invented', () => {
    const quotas = road.quotas.filter((each) => each.congressId === congressId)
    const counts = quotas.map(({ name }) => {
      const delegation = delegations.find((each) => each.name === name)
      const inIt = delegates.filter(({ delegationId }) => delegationId === delegation?.id)
      const count = (kind: string) => inIt.filter((each) => each.class === kind).length
      return { name, official: count('official'), guests: count('guest') }
    })
    expect(counts).toEqual(quotas.map(({ name, official, guests }) => ({ name, official, guests })))
    expect(counts.reduce((sum, { official, guests }) => sum + official + guests, 0)).toBe(353)
    expect(new Set(delegates.map(({ note }) => note))).toEqual(new Set(['Tên giả định']))
    expect(new Set(delegates.map(nameOf)).size).toBe(delegates.length)
    expect(delegates.filter((each) => !/ \p{Lu}$/u.test(nameOf(each)))).toEqual([])
    expect(delegates.map(({ number }) => number)).toEqual(delegates.map((_each, at) => String(at + 1).padStart(4, '0')))
    const phones = [
      ...delegates.map(({ personId }) => people.get(personId)?.phone ?? ''),
      ...delegations.map((each) => each.liaisonPhone),
    ]
    expect(phones.filter((phone) => phone !== '' && !/^0228 000 \d{4}$/u.test(phone))).toEqual([])
  })

  it('has delegations that are led, each by two of its own, and told apart by number, and from the next by colour', () => {
    const led = delegations.filter(({ headId }) => headId !== null)
    expect(led).toHaveLength(16)
    expect(new Set(led.map(({ number }) => number)).size).toBe(16)
    expect(led.filter((each, at) => each.colour === '' || each.colour === led[at + 1]?.colour)).toEqual([])
    const ofAnother = led.filter(({ id, headId, deputyId }) => {
      const members = new Set(delegates.flatMap((each) => (each.delegationId === id ? each.id : [])))
      return headId === deputyId || !members.has(headId ?? '') || !members.has(deputyId ?? '')
    })
    expect(ofAnother).toEqual([])
    expect(led.filter(({ liaison }) => liaison === '')).toEqual([])
  })

  it('honours delegates, and says by rules who comes and by hand who has which role', () => {
    const recipients = road.listRows.flatMap(({ congressId: of, list, values }) =>
      of === congressId && list === 'honours' ? recipientOf(values) : [],
    )
    expect(recipients).toHaveLength(6)
    const honouredIds = honouredAmong(
      delegates.map((each) => ({ ...each, name: nameOf(each) })),
      recipients,
    )
    expect(honouredIds).toHaveLength(6)
    const rules = road.assignmentRules.filter((each) => each.congressId === congressId)
    const exceptions = road.assignmentExceptions.filter((each) => each.congressId === congressId)
    const assigned = readAssignments({ roles: [...usualRoles], rules, exceptions, honouredIds, discussions: [] })
    const sessions = road.sessions.filter((each) => each.congressId === congressId)
    const comers = sessions.map(
      ({ id, kind }) => peopleOf(delegates, assigned, { sessionId: id, role: '' }, kind).length,
    )
    // The official delegates with two of the committee and two who serve; then everybody.
    expect(comers).toEqual([330 + 4, 353 + 6])
    const having = (sessionId: string, role: string) => peopleOf(delegates, assigned, { sessionId, role }).length
    expect(['presidium', 'secretariat'].map((role) => having('', role))).toEqual([5, 2])
    const official = sessions.find(({ kind }) => kind === 'official')?.id ?? ''
    expect(['presenter', 'exchange', 'honoured'].map((role) => having(official, role))).toEqual([4, 2, 6])
  })
})
