import type { Clause } from '../../server/assignments/schema.ts'
import type { Congress } from '../../server/congresses/schema.ts'
import type { ProgrammeSession } from '../../server/programme/schema.ts'
import type { ExampleLists } from './lists.ts'

/** What is said of the provincial Congress beside what is usual. */
interface Said {
  congress: Congress
  sessions: readonly ProgrammeSession[]
  lists: ExampleLists
}

const clause = (by: Clause['by'], value = ''): Clause => ({ by, value })

/**
 * Who comes to the sessions of the provincial Congress, by rules, and who has which role there, by hand. All of it is
 * invented.
 */
export const buildAssignments = ({ congress, sessions, lists }: Said, newId: () => string) => {
  const congressId = congress.id
  const own = sessions.filter((session) => session.congressId === congressId)
  const sessionOf = (kind: ProgrammeSession['kind']) => own.find((session) => session.kind === kind)?.id ?? ''
  const rule = (sessionId: string, role: string, clauses: Clause[]) => {
    return { id: newId(), congressId, sessionId, role, clauses, version: 1 }
  }
  const given = (sessionId: string, role: string, delegateIds: readonly string[]) =>
    delegateIds.map((delegateId) => ({
      ...{ id: newId(), congressId, sessionId, role, delegateId },
      isIn: true,
      version: 1,
    }))
  const delegations = lists.delegations.filter((each) => each.congressId === congressId && each.headId !== null)
  const districts = delegations.filter(({ sendingUnitId }) => sendingUnitId !== null)
  const blocks = delegations.filter(({ sendingUnitId }) => sendingUnitId === null)
  const headsOf = (those: typeof delegations) => those.flatMap(({ headId }) => headId ?? [])
  const deputies = blocks.flatMap(({ deputyId }) => deputyId ?? [])
  const workers = districts.flatMap(({ id, headId, deputyId }) => {
    const led = new Set([headId, deputyId])
    return lists.delegates.find((each) => each.delegationId === id && !led.has(each.id))?.id ?? []
  })
  const [preparatory, official] = [sessionOf('preparatory'), sessionOf('official')]
  return {
    assignmentRules: [
      rule(preparatory, '', [
        clause('class', 'official'),
        clause('class', 'organizing'),
        clause('class', 'service'),
        clause('role', 'presidium'),
        clause('role', 'secretariat'),
      ]),
      rule(official, '', [clause('everybody')]),
      rule(official, 'honoured', [clause('honoured')]),
    ],
    assignmentExceptions: [
      ...given('', 'presidium', [...headsOf(blocks).slice(0, 3), ...headsOf(districts).slice(0, 2)]),
      ...given('', 'secretariat', deputies.slice(0, 2)),
      ...given(official, 'presenter', workers.slice(0, 4)),
      ...given(official, 'exchange', workers.slice(4, 6)),
    ],
  }
}
