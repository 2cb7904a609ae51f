import { openDatabase } from '../../../db/open.ts'
import type { Congress } from '../../../server/congresses/schema.ts'
import { issueLinks } from '../../../server/delegate-links/actions.ts'
import { codeMaker } from '../../../server/delegate-links/codes.ts'
import { listLinks } from '../../../server/delegate-links/queries.ts'
import { prepareDemo } from '../../../server/first-run/example.ts'
import { theProgram, type Office } from '../../../server/office.ts'
import { draftRelease, releaseProgramme } from '../../../server/releases/actions.ts'
import { readSettings } from '../../../server/settings.ts'
import { randomOf } from '../../server/conflicts/seeded-road.ts'
import { inventPeople } from '../../server/duplicates/people.ts'
import { putOnList } from '../../support/delegates.ts'
import { benchSeed } from '../rows.ts'

export const delegateCount = 5000
/** More pages than are kept ready, so that each is made anew. */
const pageCount = 400

export interface SeededDelegates {
  /** Of the link that signs in. */
  token: string
  congressId: string
  /** Of personal links. */
  codes: string[]
}

/** The example with 5,000 delegates at one of its congresses, each with a link. */
export const seedDelegates = async (folder: string): Promise<SeededDelegates> => {
  const db = await openDatabase({ url: null, folder })
  try {
    const office: Office = { db, now: () => new Date(), settings: { ...readSettings({}), dataFolder: folder } }
    const token = await prepareDemo(office)
    const congresses: Pick<Congress, 'id' | 'title'>[] = await db.read.select().from(db.read.tables.congresses)
    const congressId = congresses.find(({ title }) => title.includes('tỉnh Nam Định lần thứ V'))?.id ?? ''
    const people = inventPeople(delegateCount, randomOf(benchSeed))
    const rows = people.map(({ name, birthYear, posts, workplaces }) => ({
      ...{ name, post: posts[0] ?? '', unit: workplaces[0] ?? '', class: 'Đại biểu chính thức' },
      birthYear: String(birthYear ?? ''),
    }))
    await putOnList(office, congressId, rows)
    const { number, fingerprint } = await draftRelease(db.read, congressId)
    const release = { name: 'Bản 1', note: '', day: '2020-06-22', number, fingerprint }
    await releaseProgramme(office, theProgram, congressId, release)
    await issueLinks(office, theProgram, congressId, { delegateIds: null })
    const { codeOf } = await codeMaker(db)
    const codes = (await listLinks(db.read, congressId)).slice(0, pageCount).map(({ salt }) => codeOf(salt))
    return { token, congressId, codes }
  } finally {
    await db.close()
  }
}
