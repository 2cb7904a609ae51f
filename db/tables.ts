import type { Kit } from './columns.ts'
import { accountTables } from './tables/accounts.ts'
import { assignmentTables } from './tables/assignments.ts'
import { bookingTables } from './tables/bookings.ts'
import { callTables } from './tables/calls.ts'
import { congressTables } from './tables/congresses.ts'
import { cycleTables } from './tables/cycles.ts'
import { delegateLinkTables } from './tables/delegate-links.ts'
import { delegateListTables } from './tables/delegate-lists.ts'
import { delegateTables } from './tables/delegates.ts'
import { feedTables } from './tables/feeds.ts'
import { fileTables } from './tables/files.ts'
import { formTables } from './tables/forms.ts'
import { groupTables } from './tables/groups.ts'
import { hallTables } from './tables/halls.ts'
import { historyTables } from './tables/history.ts'
import { leaderTables } from './tables/leaders.ts'
import { listTables } from './tables/lists.ts'
import { outsideFormTables } from './tables/outside-forms.ts'
import { paperTables } from './tables/papers.ts'
import { peopleTables } from './tables/people.ts'
import { printTables } from './tables/prints.ts'
import { programmeTables } from './tables/programme.ts'
import { quotaTables } from './tables/quotas.ts'
import { resultTables } from './tables/results.ts'
import { seatingTables } from './tables/seating.ts'
import { templateTables } from './tables/templates.ts'
import { unitTables } from './tables/units.ts'

/** Every table of the product, for the engine whose kit is given. */
export const tables = (kit: Kit) => {
  const ofUnits = unitTables(kit)
  const ofCycles = cycleTables(kit, ofUnits.units)
  const ofCongresses = congressTables(kit, ofUnits.units, ofUnits.venues, ofCycles.cycles, ofCycles.levels)
  const ofAccounts = accountTables(kit, ofUnits.units)
  const ofPeople = peopleTables(kit, ofUnits.units)
  const ofHalls = hallTables(kit, ofUnits.venues)
  return {
    ...ofUnits,
    ...bookingTables(kit, ofUnits.venues),
    ...ofAccounts,
    ...ofCycles,
    ...ofPeople,
    ...ofCongresses,
    ...delegateTables(kit, ofCongresses.congresses, ofPeople.people),
    ...delegateLinkTables(kit),
    ...assignmentTables(kit, ofCongresses.congresses),
    ...delegateListTables(kit, ofCongresses.congresses),
    ...leaderTables(kit, ofPeople.people, ofCongresses.congresses),
    ...feedTables(kit, ofAccounts.accounts),
    ...programmeTables(kit, ofCongresses.congresses),
    ...printTables(kit),
    ...paperTables(kit, ofUnits.units, ofCongresses.congresses),
    ...listTables(kit, ofCongresses.congresses),
    ...quotaTables(kit, ofUnits.units, ofCongresses.congresses),
    ...groupTables(kit, ofCongresses.congresses),
    ...ofHalls,
    ...seatingTables(kit, ofCongresses.congresses, ofCycles.cycles, ofHalls.halls),
    ...templateTables(kit, ofUnits.units, ofCycles.levels),
    ...callTables(kit, ofUnits.units, ofCongresses.congresses),
    ...resultTables(kit, ofCongresses.congresses),
    ...fileTables(kit, ofCongresses.congresses),
    ...formTables(kit, ofCycles.cycles, ofCongresses.congresses),
    ...outsideFormTables(kit, ofUnits.units),
    ...historyTables(kit),
  }
}

export type Tables = ReturnType<typeof tables>
