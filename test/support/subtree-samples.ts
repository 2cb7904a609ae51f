import { saveAccount, saveGrant } from '../../server/accounts/queries.ts'
import type { LinkList } from '../../server/delegate-links/schema.ts'
import { inArray } from 'drizzle-orm'
import { strToU8, zipSync } from 'fflate'
import type { ReleaseDraft } from '../../server/releases/schema.ts'
import { post, type WithId } from './districts.ts'
import { aPng } from './files.ts'
import { inline, smallForm } from '../server/outside-forms/forms.ts'
import { formWith } from './form.ts'
import { newId } from '../../server/office.ts'
import { putOnList } from './delegates.ts'
import { seatingBodies } from './seating.ts'
import type { Browser, TestOffice } from './office.ts'
import type { aBooking, aCongress } from './records.ts'

export const acceptanceOf = (congressId: string) => ({
  congressId,
  key: 'weekend',
  fingerprint: 'weekend 2020-03-14',
  reason: 'Ngày duy nhất hội trường trống',
  paperNumber: '',
})

export const dateOf = (version: number) => ({
  dateFrom: '2020-03-17',
  dateTo: '2020-03-17',
  halfDay: 'morning',
  weekOf: null,
  reason: '',
  paperNumber: '',
  version,
})

export const aSeries = {
  name: 'Sổ công văn đi',
  ending: '',
  startsAt: 1,
  restartsYearly: true,
  way: 'by-hand',
}

export const templateOf = (version: number) => ({
  levelId: null,
  texts: { 'text.vi.md': `# CHƯƠNG TRÌNH\n## {{title}}\n\nLần ${String(version)}.\n\n{{sessions}}` },
  note: '',
  isDraft: false,
  version,
})

/** Bodies that fit the routes of templates. */
export const templateBodies = {
  'PUT /api/units/:id/templates/:kind': templateOf(1),
  'POST /api/units/:id/templates/:kind/preview': {
    texts: templateOf(1).texts,
    language: 'vi',
    data: 'sample',
    congressId: null,
    page: 1,
  },
  'POST /api/units/:id/templates/:kind/restore': { levelId: null, number: 1, version: 1 },
}

const quotasOf = (name: string) => ({ rows: [{ unitId: null, name }] })

/** Gives a block a quota, and a unit one that it answers with somebody's name: ids by the name of their place. */
const keepQuota = async (who: Browser, congressId: string, unitId: string): Promise<Record<string, string>> => {
  const body = quotasOf('Khối doanh nghiệp')
  const { ids } = await post<{ ids: string[] }>(who, `/api/congresses/${congressId}/quotas`, body)
  return { quota: ids[0] ?? '', ...(await keepUnitList(who, congressId, unitId)) }
}

/** Sends a unit its quota, and puts somebody on its list. */
const keepUnitList = async (
  who: Browser,
  congressId: string,
  unitId: string,
): Promise<Record<'sending-unit' | 'list-of-unit' | 'sender' | 'member' | 'listImport', string>> => {
  const path = `/api/congresses/${congressId}`
  const { ids } = await post<{ ids: string[] }>(who, `${path}/quotas`, { rows: [{ unitId, name: '' }] })
  await post(who, `${path}/quotas/send`, { rows: [{ id: ids[0] ?? '', version: 1 }] })
  const member = await post<WithId>(who, `${path}/unit-lists/${unitId}/delegates`, { name: 'Phạm Văn Dũng' })
  const portrait = sampleScan(4)
  await who(
    'POST',
    `${path}/unit-lists/${unitId}/delegates/${member.id}/photo?version=0`,
    portrait.body,
    portrait.headers,
  )
  const { body, headers } = aListOfPeople()
  const dryRun = (await who('POST', `${path}/unit-lists/${unitId}/delegates-import`, body, headers)).body as WithId
  const made = { sender: unitId, member: member.id, listImport: dryRun.id }
  return { 'sending-unit': congressId, 'list-of-unit': congressId, ...made }
}

/** A table of delegates with one row. */
export const aListOfPeople = () => formWith(Buffer.from('Họ và tên\nTrần Thị Bình\n'), 'an.csv')

/** Nothing that the level would have to ask. */
const sensitive = { ethnicity: '', religion: '', isPartyMember: null, version: 0 }

/** Bodies that fit the routes of units' lists. */
const unitListBodies = (memberId: string, importId: string, senderId: string) => {
  const path = '/api/congresses/:id/unit-lists/:sendingUnitId'
  const paper = { paperNumber: '12/QĐ-BTC', paperDate: '2020-06-20', version: 1 }
  return {
    [`POST ${path}/delegates`]: { name: 'Nguyễn Văn An' },
    [`PUT ${path}/delegates`]: { delegates: [{ id: memberId, version: 2, values: { post: 'Chủ tịch' } }] },
    [`POST ${path}/delegates/remove`]: { delegates: [{ id: memberId, version: 2 }] },
    [`POST ${path}/delegates/:delegateId/replace`]: {
      ...{ alternateId: null, reason: 'Ốm', takesPlace: false, version: 2 },
      newcomer: { name: 'Lê Thị Cúc', sex: null, birthYear: null, phone: '', post: '', workplace: '' },
    },
    [`POST ${path}/hand-over`]: { successorId: memberId, version: 0 },
    [`POST ${path}/delegates-import/confirm`]: { id: importId, digest: 'of something else' },
    'POST /api/congresses/:id/list-forms': { unitIds: [senderId], deadline: null },
    [`PUT ${path}/delegates/:delegateId/sensitive`]: sensitive,
    [`POST ${path}/submit`]: { excessReason: '', version: 1 },
    [`POST ${path}/correction-request`]: { reason: 'Ghi sai năm sinh', version: 1 },
    [`POST ${path}/approve`]: paper,
    [`PUT ${path}/paper`]: paper,
    [`POST ${path}/return`]: { remark: 'Thiếu năm sinh', version: 1 },
  }
}

/** Bodies that fit the routes of quotas. */
export const quotaBodies = (id: string) => ({
  'POST /api/congresses/:id/quotas': quotasOf('Khối trường học'),
  'PUT /api/congresses/:id/quotas': { rows: [{ id, version: 1, official: 12 }] },
  'POST /api/congresses/:id/quotas/remove': { rows: [{ id, version: 1 }] },
  'POST /api/congresses/:id/quotas/send': { rows: [{ id, version: 1 }] },
  'PUT /api/congresses/:id/quota-plan': { maximum: 353, targets: [], version: 0 },
})

const aGroup = (name: string) => ({ name, place: 'Phòng họp số 2', least: 0, most: 40 })

/** A discussion group and two delegates who are to be apart: ids by the name of their place. */
const keepGroup = async (who: Browser, congressId: string): Promise<Record<string, string>> => {
  const at = `/api/congresses/${congressId}`
  const add = (name: string) => post<WithId>(who, `${at}/delegates`, { name, class: 'official' })
  const [first, second] = [await add('Đỗ Thị Gấm'), await add('Vũ Đình Hòa')]
  const { ids } = await post<{ ids: string[] }>(who, `${at}/groups`, { groups: [aGroup('Tổ 1')] })
  const rule = await post<WithId>(who, `${at}/group-rules`, ruleOf(first.id, second.id))
  return { group: ids[0] ?? '', 'group-rule': rule.id, candidate: first.id, otherCandidate: second.id }
}

export const keepQuotaAndGroup = async (
  who: Browser,
  congressId: string,
  unitId: string,
): Promise<Record<string, string>> => ({
  ...(await keepQuota(who, congressId, unitId)),
  ...(await keepGroup(who, congressId)),
})

const ruleOf = (...delegateIds: string[]) => ({ kind: 'apart', delegateIds })

/** Bodies that fit the routes of discussion groups. */
export const groupBodies = (at: (name: string) => string) => ({
  'PUT /api/congresses/:id/group-plan': { isOn: true, classes: ['official'], balances: ['sex'], version: 0 },
  'POST /api/congresses/:id/groups': { groups: [aGroup('Tổ 2')] },
  'PUT /api/congresses/:id/groups': { rows: [{ id: at('group'), version: 1, place: 'Hội trường' }] },
  'POST /api/congresses/:id/groups/remove': { rows: [{ id: at('group'), version: 1 }] },
  'PUT /api/congresses/:id/group-members': {
    members: [{ delegateId: at('candidate'), groupId: at('group'), role: null, isHeld: false, version: 0 }],
    isPlanned: false,
  },
  'POST /api/congresses/:id/group-rules': ruleOf(at('candidate'), at('otherCandidate')),
  'POST /api/congresses/:id/group-rules/remove': { rows: [{ id: at('group-rule'), version: 1 }] },
  'POST /api/congresses/:id/group-gone': { delegateId: at('candidate'), toId: null },
  'POST /api/congresses/:id/groups/plan': { mode: 'anew', seed: 1 },
})

export const orderOf = (congressId: string) => ({ kind: 'schedule', congressIds: [congressId], deadline: null })

/** A form with a picture of this many pixels. */
export const sampleScan = (side: number) => formWith(aPng(side, side), 'Báo cáo.png')

/** A heap that holds no form. */
export const sampleHeap = () => formWith(Buffer.from('không phải phiếu'), 'ghi chú.txt')

const aCalendar =
  'BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nDTSTART:20200909T080000\nDTEND:20200909T083000\nSUMMARY:Khai mạc\nEND:VEVENT\nEND:VCALENDAR\n'

/** A calendar with one event. */
export const sampleSchedule = () => formWith(Buffer.from(aCalendar), 'lịch.ics')

/** A form of a ministry in which nothing but the name of the congress is to be filled. */
export const sampleOutsideForm = () =>
  formWith(Buffer.from(smallForm({ rows: [[inline('{{congress}}')]] })), 'Mẫu số 1.xlsx')

/** Keeps such a form at a unit and fills it for a congress: ids by the name of their place. */
export const keepOutsideForm = async (
  who: Browser,
  unitId: string,
  congressId: string,
): Promise<Record<string, string>> => {
  const sent = sampleOutsideForm()
  const kept = await who('POST', `/api/outside-forms?unitId=${unitId}`, sent.body, sent.headers)
  const { id } = kept.body as { id: string }
  const { fileId } = (await who('GET', `/api/outside-forms/${id}`)).body as { fileId: string }
  const filled = await who('POST', `/api/congresses/${congressId}/outside-forms/${id}/fill`)
  const { fill } = filled.body as { fill: { id: string } }
  return { 'outside-form': id, 'outside-form-from-below': id, 'outside-fill': fill.id, edition: fileId }
}

export const outsideFormOf = (fileId: string) => ({
  name: 'Mẫu số 1',
  list: null,
  fileId,
  marks: { texts: [], repeat: null },
  version: 1,
})

export const withoutVenue = ({ venueId: _venueId, ...booking }: ReturnType<typeof aBooking>) => booking

export const withoutCycle = ({ cycleId: _cycleId, ...congress }: ReturnType<typeof aCongress>) => congress

export const refusalOf = (name: string, unitText: string) => ({
  isOfUnit: true,
  unitText,
  kind: 'schedule' as const,
  fileName: `Phiếu của ${name}.xlsx`,
  verdict: 'broken' as const,
  details: {},
  cells: [],
  at: '2020-01-01T00:00:00.000Z',
  accountName: 'Cán bộ huyện',
  version: 1,
})

/** A zip with the wording of one kind. */
export const sampleZip = (
  files: Record<string, string> = { 'programme/text.vi.md': '# CHƯƠNG TRÌNH\n\n{{sessions}}' },
) =>
  formWith(
    Buffer.from(zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])))),
    'mẫu.zip',
  )

/** Of a programme that nobody saw so: what may not release is refused before that is found out. */
export const aRelease = { name: 'Bản 2', note: '', day: '2020-03-02', number: 2, fingerprint: 'of something else' }

/** Releases and publishes the programme of a congress and notes that whoever leads its items was told. */
export const keepRelease = async (who: Browser, congressId: string): Promise<Record<'release' | 'telling', string>> => {
  const draft = (await who('GET', `/api/congresses/${congressId}/release-draft`)).body as ReleaseDraft
  const { number, fingerprint } = draft
  const release = await post<WithId>(who, `/api/congresses/${congressId}/releases`, {
    ...aRelease,
    number,
    fingerprint,
  })
  const [telling] = await post<WithId[]>(who, `/api/releases/${release.id}/tellings`, {
    who: ['dong chi tran van binh'],
  })
  await post(who, `/api/congresses/${congressId}/publication`, {})
  return { release: release.id, telling: telling?.id ?? '' }
}

/** Puts somebody on the list of those who attend a congress, with a personal link and something said to be wrong. */
export const keepDelegateLink = async (
  office: TestOffice,
  who: Browser,
  congressId: string,
): Promise<Record<'delegate-link' | 'delegate-report', string>> => {
  const path = `/api/congresses/${congressId}`
  const { id } = await post<WithId>(who, `${path}/lists/delegates/rows`, { values: { name: 'Lê Thị Chi' } })
  await post(who, `${path}/links`, { delegateIds: [id] })
  const { rows } = (await who('GET', `${path}/links`)).body as LinkList
  const linkId = rows.find((row) => row.id === id)?.linkId ?? ''
  return { 'delegate-link': linkId, 'delegate-report': await keepReport(office, congressId, id) }
}

/** As the delegate says it by the link. */
const keepReport = async ({ db }: TestOffice, congressId: string, delegateId: string): Promise<string> => {
  const id = newId()
  const said = { field: 'post' as const, was: '', proposed: 'Hiệu trưởng', saidBy: '', at: '2020-06-22T02:00:00.000Z' }
  const row = { id, congressId, delegateId, ...said, outcome: null, settledBy: '', version: 1 }
  await db.write(async (tx) => {
    await tx.insert(tx.tables.delegateReports).values(row)
  })
  return id
}

/** What changes personal links, with one of them, and what is said by it. */
export const linkBodies = (id: string) => ({
  'POST /api/congresses/:id/links': { delegateIds: null },
  'POST /api/congresses/:id/links/slips': { delegateIds: null },
  'POST /api/congresses/:id/links/renew': { links: [{ id, version: 1 }] },
  'POST /api/congresses/:id/links/revoke': { links: [{ id, version: 1 }] },
  'PUT /api/congresses/:id/links/last-day': { links: [{ id, version: 1 }], lastDay: null },
  'PUT /api/delegate-reports/:id': { outcome: 'set-aside', version: 1 },
})

/** People of one name at a congress, two of them said to be two: ids by the name of their place. */
export const keepPair = async (office: TestOffice, congressId: string): Promise<Record<string, string>> => {
  const rowIds = await putOnList(office, congressId, Array(4).fill({ name: 'Nguyễn Văn An' }))
  const { delegates } = office.db.read.tables
  const rows = await office.db.read.select().from(delegates).where(inArray(delegates.id, rowIds))
  const [first = '', second = '', twin = '', otherTwin = ''] = rows.map(({ personId }) => personId).sort()
  const id = newId()
  await office.db.write(async (tx) => {
    await tx.insert(tx.tables.distinctPeople).values({ id, firstId: first, secondId: second, version: 1 })
  })
  return { first, second, twin, otherTwin, 'people-in-body': first, 'distinct-pair': id }
}
export const delegationOf = (name = 'Huyện Hải Hậu') => ({
  ...{ name, number: '10', colour: '', headId: null, deputyId: null },
  ...{ liaison: 'Nguyễn Thị Lan', liaisonPhone: '0912 345 678' },
})

/** Bodies of the routes of delegates and delegations; `at` finds the id of what the subtree has. */
export const delegateBodies = (at: (name: string) => string): Record<string, unknown> => ({
  ...quotaBodies(at('quota')),
  'PUT /api/congresses/:id/assignments': { sessionId: at('session'), role: '', clauses: [], version: 0, people: [] },
  'PUT /api/congresses/:id/roles': { roles: [], version: 0 },
  ...unitListBodies(at('member'), at('listImport'), at('sender')),
  ...groupBodies(at),
  ...seatingBodies(at),
  'POST /api/congresses/:id/delegates': { name: 'Nguyễn Văn An' },
  'PUT /api/congresses/:id/delegates': {
    delegates: [{ id: at('delegate'), version: 2, values: { post: 'Chủ tịch' } }],
  },
  'POST /api/congresses/:id/delegates/remove': { delegates: [{ id: at('delegate'), version: 2 }] },
  'POST /api/congresses/:id/chosen': { delegateIds: [at('delegate')] },
  'PUT /api/delegates/:id/sensitive': sensitive,
  'POST /api/delegates/:id/replace': {
    ...{ alternateId: null, reason: 'Ốm', takesPlace: true, version: 2 },
    newcomer: { name: 'Trần Thị Bình', sex: null, birthYear: null, phone: '', post: '', workplace: '' },
  },
  'POST /api/congresses/:id/delegations': delegationOf('Khối doanh nghiệp'),
  'PUT /api/delegations/:id': { ...delegationOf(), version: 1 },
})

/** An account that may look at the unit, and its role. */
export const keepClerk = async (office: TestOffice, unitId: string): Promise<{ account: string; grant: string }> => {
  const [accountId, grantId] = [newId(), newId()]
  await office.db.write(async (tx) => {
    await saveAccount(tx, {
      id: accountId,
      login: `clerk-${accountId}`,
      name: 'Cán bộ huyện',
      passwordHash: null,
      language: 'vi',
      isDisabled: false,
      createdAt: '2020-01-01T00:00:00.000Z',
      version: 1,
    })
    await saveGrant(tx, {
      id: grantId,
      accountId,
      unitId,
      role: 'viewer',
      maySeeSensitive: false,
      version: 1,
    })
  })
  return { account: accountId, grant: grantId }
}
