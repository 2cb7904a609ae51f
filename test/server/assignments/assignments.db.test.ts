import { afterEach, beforeEach, expect, test } from 'vitest'
import { ownBoardReader } from '../../../server/assignments/own.ts'
import type { AssignmentBoard } from '../../../server/assignments/schema.ts'
import type { LinkList, LinkRead, SlipsPrinted } from '../../../server/delegate-links/schema.ts'
import { findDelegates } from '../../../server/delegates/queries.ts'
import type { Delegate } from '../../../server/delegates/schema.ts'
import type { ReleaseDraft } from '../../../server/releases/schema.ts'
import type { ProgrammeView } from '../../../server/programme/schema.ts'
import { buildDistricts, type Subtree } from '../../support/districts.ts'
import { readWorkbook } from '../../../server/exchange/reading/read-workbook.ts'
import { readPdf, wordsOf } from '../documents/read-pdf.ts'
import { openOffice, signInAs, type Browser, type TestOffice } from '../../support/office.ts'
import { printingAs } from '../../support/prints.ts'
import { aSession } from '../../support/records.ts'

let office: TestOffice
let who: Browser
let inside: Subtree
let outside: Subtree
let base: string
let sessionId: string
let an: Delegate
let binh: Delegate
beforeEach(async () => {
  office = await openOffice()
  ;({ inside, outside } = await buildDistricts(office))
  who = await signInAs(office, 'secretariat', inside.unitId)
  base = `/api/congresses/${inside.ids['congress'] ?? ''}`
  sessionId = inside.ids['session'] ?? ''
  const add = async (values: object) => (await who('POST', `${base}/delegates`, values)).body as Delegate
  an = await add({ name: 'Nguyễn Văn An', class: 'official', delegation: 'Huyện Hải Hậu' })
  binh = await add({ name: 'Trần Thị Bình', class: 'guest' })
})
afterEach(() => office.close())

const board = async () => (await who('GET', `${base}/assignments`)).body as AssignmentBoard
const programme = async () => (await who('GET', `${base}/programme`)).body as ProgrammeView
const assign = (body: object) =>
  who('PUT', `${base}/assignments`, { sessionId, role: '', version: 0, people: [], ...body })
const put = (delegate: Delegate, isIn: boolean) => ({ people: [{ delegateId: delegate.id, isIn }] })

test('a rule and hands are one act, a hand that says what the rule says is not kept, and an undo takes all back', async () => {
  expect((await programme()).assigned).toBeNull()
  const clauses = [{ by: 'class', value: 'official' }]
  const done = await assign({ clauses, people: [...put(an, true).people, ...put(binh, true).people] })
  expect(done.status).toBe(204)
  const { rules, exceptions } = await board()
  expect(rules).toEqual([{ sessionId, role: '', clauses, version: 1 }])
  expect(exceptions).toEqual([{ sessionId, role: '', delegateId: binh.id, isIn: true }])
  expect((await programme()).assigned?.sessions).toEqual([{ sessionId, count: 2 }])
  await who('POST', `${base}/delegates`, { name: 'Lê Văn Cường', class: 'official' })
  expect((await programme()).assigned?.sessions).toEqual([{ sessionId, count: 3 }])
  // Out by hand, then as the rule says.
  await assign(put(an, false))
  expect((await board()).exceptions).toHaveLength(2)
  await assign(put(an, true))
  expect((await board()).exceptions).toHaveLength(1)
  const last = await assign(put(binh, false))
  expect((await board()).exceptions).toEqual([])
  expect((await who('POST', `/api/acts/${last.actId ?? ''}/undo`)).status).toBe(204)
  expect((await board()).exceptions).toHaveLength(1)
  const acts = (await who('GET', `/api/acts?congressId=${inside.ids['congress'] ?? ''}`)).body as {
    acts: { action: string; subject: string }[]
  }
  expect(acts.acts.slice(0, 2).map(({ action }) => action)).toEqual(['undo:assignments-changed', 'assignments-changed'])
})

test('what cannot be is refused and changes nothing', async () => {
  const faults = async (body: object) => {
    const { status, body: answer } = await assign(body)
    return [status, (answer as { code: string }).code]
  }
  const clause = (by: string, value = '') => ({ clauses: [{ by, value }] })
  expect(await faults({ role: 'king', ...put(an, true) })).toEqual([400, 'invalid'])
  expect(await faults({ sessionId: '', ...put(an, true) })).toEqual([400, 'invalid'])
  expect(await faults({ sessionId: outside.ids['session'], ...put(an, true) })).toEqual([404, 'not-found'])
  expect(await faults(clause('delegation', an.id))).toEqual([400, 'invalid'])
  expect(await faults(clause('class', 'kings'))).toEqual([400, 'invalid'])
  // Roles that wait for one another.
  expect(await faults({ role: 'presidium', ...clause('role', 'secretariat') })).toEqual([400, 'invalid'])
  expect(await faults({ people: [{ delegateId: sessionId, isIn: true }] })).toEqual([409, 'stale'])
  expect(await board()).toMatchObject({ rules: [], exceptions: [] })
  await assign({ clauses: [] })
  expect(await faults(clause('everybody'))).toEqual([409, 'stale'])
  expect((await board()).rules).toMatchObject([{ clauses: [] }])
})

test('a rule by a discussion group follows who is in it, also on the personal page, while groups are on', async () => {
  const plan = { isOn: true, classes: ['official', 'guest'], balances: [] }
  await who('PUT', `${base}/group-plan`, { ...plan, version: 0 })
  const groups = [{ name: 'Tổ 1', place: '', least: 0, most: 9 }]
  const [id = ''] = ((await who('POST', `${base}/groups`, { groups })).body as { ids: string[] }).ids
  const join = (delegate: Delegate) =>
    who('PUT', `${base}/group-members`, {
      members: [{ delegateId: delegate.id, groupId: id, role: null, isHeld: false, version: 0 }],
      isPlanned: false,
    })
  await join(binh)
  expect((await assign({ clauses: [{ by: 'discussion', value: sessionId }] })).status).toBe(400)
  expect((await assign({ clauses: [{ by: 'discussion', value: id }] })).status).toBe(204)
  const count = async () => (await programme()).assigned?.sessions[0]?.count
  expect(await count()).toBe(1)
  await join(an)
  expect(await count()).toBe(2)
  expect((await board()).discussions).toEqual([{ id, name: 'Tổ 1', memberIds: [binh.id, an.id] }])
  const own = ownBoardReader(office.db)
  const ownIn = async (delegateId: string) => {
    const [record] = await findDelegates(office.db.read, inside.ids['congress'] ?? '', [delegateId])
    return (await own(record!)).discussions
  }
  expect(await ownIn(an.id)).toEqual([{ id, name: 'Tổ 1', memberIds: [an.id] }])
  await who('PUT', `${base}/group-plan`, { ...plan, isOn: false, version: 1 })
  expect(await count()).toBe(0)
  expect([(await board()).discussions, await ownIn(an.id)]).toEqual([[], []])
})

test('roles are the congress’s own; one that somebody has stays', async () => {
  const { roles } = await board()
  expect(roles.map(({ key }) => key).slice(0, 2)).toEqual(['presidium', 'secretariat'])
  await assign({ sessionId: '', role: 'liaison', ...put(an, true) })
  const without = roles.filter(({ key }) => key !== 'liaison')
  const refusal = await who('PUT', `${base}/roles`, { roles: without, version: 0 })
  expect(refusal).toMatchObject({ status: 409, body: { code: 'role-held', details: { name: 'Liên lạc đoàn' } } })
  const own = { key: 'choir', name: 'Đội hợp xướng', expectation: 'Có mặt lúc 6 giờ 30.', isNeeded: false }
  expect((await who('PUT', `${base}/roles`, { roles: [own, ...roles], version: 0 })).status).toBe(204)
  expect(await board()).toMatchObject({ rolesVersion: 1, roles: [own, ...roles] })
  expect((await who('PUT', `${base}/roles`, { roles: [own, own], version: 1 })).status).toBe(400)
  expect((await who('PUT', `${base}/roles`, { roles, version: 0 })).status).toBe(409)
  expect((await board()).rolesVersion).toBe(1)
})

test('a congress goes with who was assigned, and comes back with it; a session that goes keeps nobody from that', async () => {
  await assign({ clauses: [{ by: 'everybody', value: '' }], ...put(binh, false) })
  await assign({ sessionId: '', role: 'presidium', ...put(an, true) })
  const [{ version } = { version: 0 }] = (await programme()).sessions
  const gone = await who('DELETE', `/api/sessions/${sessionId}?version=${String(version)}`)
  expect(gone.status).toBe(204)
  expect((await programme()).assigned?.sessions).toEqual([])
  await who('POST', `/api/acts/${gone.actId ?? ''}/undo`)
  expect((await programme()).assigned?.sessions).toEqual([{ sessionId, count: 1 }])
  const organizer = await signInAs(office, 'organizer', inside.unitId)
  const deleted = await organizer('DELETE', `${base}?version=2`)
  expect(deleted.status).toBe(204)
  expect((await organizer('POST', `/api/acts/${deleted.actId ?? ''}/undo`)).status).toBe(204)
  expect((await board()).exceptions).toHaveLength(2)
})

/** What a delegate reads by the personal link, and the message that hands it out. */
const pagesOf = async (delegate: Delegate) => {
  await who('POST', `${base}/links`, { delegateIds: [delegate.id] })
  const { rows } = (await who('GET', `${base}/links`)).body as LinkList
  const linkId = rows.find(({ id }) => id === delegate.id)?.linkId ?? ''
  const read = async () => (await who('GET', `/api/delegate-links/${linkId}`)).body as LinkRead
  const path = new URL((await read()).url).pathname
  const open = async (more = '') => (await office.app.inject({ method: 'GET', url: `${path}${more}` })).body
  return { read, open }
}

test('a delegate’s page leads to what was assigned, says the role and what is expected of it, and so do message and calendar', async () => {
  const organizer = await signInAs(office, 'organizer', inside.unitId)
  await office.db.write(async (tx) => void (await tx.update(tx.tables.congresses).set({ dateTo: '2099-01-01' })))
  const { number, fingerprint } = (await organizer('GET', `${base}/release-draft`)).body as ReleaseDraft
  await organizer('POST', `${base}/releases`, { name: 'Bản', note: '', day: '2020-03-02', number, fingerprint })
  const { read, open } = await pagesOf(binh)
  const title = `<h3>${(await programme()).sessions[0]?.title ?? ''}</h3>`
  expect(await open()).toContain(title)
  await assign({ clauses: [{ by: 'class', value: 'official' }] })
  expect(await open()).not.toContain(title)
  expect(await open('/calendar.ics')).toContain('STATUS:CANCELLED')
  await assign({ role: 'presidium', ...put(binh, true) })
  const expectation = 'Ngồi hàng ghế đầu; lên sân khấu khi được mời'
  expect(await open()).toContain(title)
  expect(await open()).toContain(`Vai trò: Đoàn Chủ tịch`)
  expect(await open()).toContain(expectation)
  expect(await open('?lang=en')).toContain('Sit in the front row')
  expect((await read()).message).toContain(`Vai trò: Đoàn Chủ tịch. ${expectation}`)
  expect(await open('/calendar.ics')).toContain('Vai trò: Đoàn Chủ tịch')
  const { at } = (await who('POST', `${base}/links/slips`, { delegateIds: [binh.id] })).body as SlipsPrinted
  const slips = await who('GET', `${base}/links/slips.pdf?printed=${at}`)
  expect(wordsOf((await readPdf(slips.bytes)).pages)).toContain('Đoàn Chủ tịch')
})

test('slips printed with the other papers tell sessions and roles too, and who was assigned since is to be printed anew', async () => {
  const printing = printingAs(who, inside.ids['congress'] ?? '')
  const slips = { kind: 'personal-slip' } as const
  const told = async () => {
    const { id } = await printing.print(slips)
    return wordsOf((await readPdf(await printing.fetched(`/api/prints/${id}/pdf`))).pages)
  }
  expect(await told()).not.toContain('Vai trò')
  await assign({ role: 'presidium', ...put(binh, true) })
  expect((await printing.history()).changes).toMatchObject([{ kind: 'personal-slip', changed: 1, added: 0 }])
  expect(await told()).toContain('Đoàn Chủ tịch')
})

test('a slip tells the preparatory session to those alone who come to it', async () => {
  await who('POST', `${base}/sessions`, {
    ...aSession(),
    kind: 'preparatory',
    title: 'Phiên trù bị',
    startsAt: '14:15',
  })
  const printing = printingAs(who, inside.ids['congress'] ?? '')
  const pagesOf = async () => {
    const { id } = await printing.print({ kind: 'personal-slip' })
    const { pages } = await readPdf(await printing.fetched(`/api/prints/${id}/pdf`))
    return pages.map((page) => wordsOf([page]))
  }
  const tellingOf = (pages: readonly string[], name: string) => pages.find((page) => page.includes(name))
  const before = await pagesOf()
  expect(tellingOf(before, 'Nguyễn Văn An')).toContain('14 giờ 15')
  expect(tellingOf(before, 'Trần Thị Bình')).not.toContain('trù bị')
  // From now on each is told all the sessions that he or she comes to.
  await assign(put(an, false))
  const after = await pagesOf()
  expect(tellingOf(after, 'Nguyễn Văn An')?.match(/Phiên trù bị/gu)).toHaveLength(1)
  expect(tellingOf(after, 'Trần Thị Bình')).not.toContain('trù bị')
})

test('a sign-in sheet has who comes to the session, whatever they are, and the workbook a column for each session', async () => {
  await who('POST', `${base}/delegates`, { name: 'Lê Văn Cường', class: 'organizing' })
  await assign({ clauses: [{ by: 'class', value: 'organizing' }] })
  const sheet = await who('GET', `/api/sessions/${sessionId}/sign-in-sheet.pdf`)
  const told = wordsOf((await readPdf(sheet.bytes)).pages)
  expect(told).toContain('Lê Văn Cường')
  expect(told).not.toContain('Nguyễn Văn An')
  const book = await who('GET', `${base}/assignments/export.xlsx`)
  const { sheets } = await readWorkbook(book.bytes)
  const lines = (sheets[0]?.rows ?? []).slice(-3).map(({ cells }) => [cells[0]?.text ?? '', cells[6]?.text ?? ''])
  expect(lines).toEqual([
    ['Nguyễn Văn An', ''],
    ['Trần Thị Bình', ''],
    ['Lê Văn Cường', 'x'],
  ])
  await assign({ clauses: [], version: 1 })
  expect((await who('GET', `/api/sessions/${sessionId}/sign-in-sheet.pdf`)).body).toMatchObject({
    code: 'nothing-to-print',
  })
})
