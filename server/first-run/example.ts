import { hashPassword, newToken } from '../accounts/passwords.ts'
import { makeAccount } from '../accounts/keeping.ts'
import { offerSignIn } from '../accounts/links.ts'
import { saveGrant } from '../accounts/queries.ts'
import { listCycles } from '../cycles/queries.ts'
import { refused } from '../errors.ts'
import { foldForSearch } from '../format/search.ts'
import { keepHall } from '../halls/actions.ts'
import { act, type Done } from '../history/actions.ts'
import { knownByName } from '../people/rules.ts'
import { newId, theProgram, type Actor, type Office } from '../office.ts'

/** Loads the road of Nam Định 2019–2020 into the database; refused when it is there already. One act, one undo. */
export const loadExample = async (office: Office, actor: Actor): Promise<Done<{ cycleId: string }>> => {
  // Loaded by who asks for it: every start would pay for it.
  const { buildExample } = await import('../../db/example/build.ts')
  const example = buildExample()
  const { cycle } = example
  const about = { action: 'example-loaded', subject: cycle.name, unitId: null, cycleId: cycle.id }
  return act(office, actor, about, async (rows) => {
    const standing = await listCycles(rows.tx)
    if (standing.some(({ id }) => id === cycle.id)) {
      throw refused('example-loaded-already', 'The example is there already.')
    }
    const folded = <T extends { name: string }>(record: T) => ({ ...record, folded: foldForSearch(record.name) })
    await rows.createMany('units', example.units.map(folded))
    await rows.createMany('venues', example.venues.map(folded))
    for (const { id, venueId, name, drawing } of example.halls) {
      await keepHall(
        rows,
        { id, venueId, name, drawing, note: '' },
        { savedAt: office.now().toISOString(), savedBy: actor.name },
      )
    }
    await rows.createMany('people', [
      ...example.people.map((person) => ({ ...knownByName(person.name), ...person })),
      ...example.attendingPeople,
    ])
    await rows.createMany('posts', example.posts)
    await rows.createMany('postHolders', example.postHolders)
    await rows.createMany('cycles', [{ ...cycle, honourKinds: [] }])
    await rows.createMany('levels', example.levels)
    await rows.createMany('calendarDays', example.calendarDays)
    await rows.createMany(
      'congresses',
      example.congresses.map((congress) => ({ ...congress, folded: foldForSearch(congress.title) })),
    )
    await rows.createMany('congressEvents', example.congressEvents)
    await rows.createMany('results', example.results)
    await rows.createMany('acceptances', example.acceptances)
    await rows.createMany('sessions', example.sessions)
    const unplaced = { trayCongressId: null, interchange: null }
    await rows.createMany(
      'items',
      example.items.map((item) => ({ ...item, ...unplaced })),
    )
    await rows.createMany('delegations', example.delegations)
    await rows.createMany('delegates', example.delegates)
    await rows.createMany('listRows', example.listRows)
    await rows.createMany('quotas', example.quotas)
    await rows.createMany('quotaPlans', example.quotaPlans)
    await rows.createMany('assignmentRules', example.assignmentRules)
    await rows.createMany('assignmentExceptions', example.assignmentExceptions)
    return { cycleId: cycle.id }
  })
}

/** The example and an administrator for trying; gives the token of the link that signs in. */
export const prepareDemo = async (office: Office): Promise<string> => {
  await loadExample(office, theProgram)
  const passwordHash = await hashPassword(newToken())
  const accountId = await office.db.write(async (tx) => {
    const id = await makeAccount(office, tx, 'demo', 'Quản trị viên dùng thử', passwordHash)
    await saveGrant(tx, {
      id: newId(),
      accountId: id,
      unitId: null,
      role: 'administrator',
      maySeeSensitive: true,
      version: 1,
    })
    return id
  })
  return offerSignIn(office, accountId)
}
