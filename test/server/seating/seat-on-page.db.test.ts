import { afterEach, beforeEach, expect, test } from 'vitest'
import type { DelegateList } from '../../../server/delegates/schema.ts'
import type { LinkList, LinkRead } from '../../../server/delegate-links/schema.ts'
import type { Hall, HallDrawing } from '../../../server/halls/schema.ts'
import { newId } from '../../../server/office.ts'
import { raiseStamp } from '../../../server/history/queries.ts'
import type { ReleaseDraft } from '../../../server/releases/schema.ts'
import type { SeatingBoard, SeatingPlan } from '../../../server/seating/schema.ts'
import { aRelease } from '../../support/subtree-samples.ts'
import { buildDistricts, post, type WithId } from '../../support/districts.ts'
import { openOffice, signInAs, type Browser, type TestOffice } from '../../support/office.ts'
import { aHall, aPlan } from '../../support/seating.ts'

let office: TestOffice
let who: Browser
let at: string
let venueId: string
let personId: string
beforeEach(async () => {
  office = await openOffice()
  const { inside } = await buildDistricts(office)
  who = await signInAs(office, 'organizer', inside.unitId)
  at = `/api/congresses/${inside.ids['congress'] ?? ''}`
  venueId = inside.ids['venue'] ?? ''
  personId = (await post<WithId>(who, `${at}/delegates`, { name: 'Trần An', class: 'official' })).id
  // It lies ahead of the tests' clock: links open until it is over.
  await office.db.write(async (tx) => {
    await tx.update(tx.tables.congresses).set({ dateFrom: '2020-07-01', dateTo: '2020-07-01' })
    await raiseStamp(tx)
  })
  await post(who, `${at}/links`, { delegateIds: null })
})
afterEach(() => office.close())

const pageIn = async (language: string): Promise<string> => {
  const { rows } = (await who('GET', `${at}/links`)).body as LinkList
  const { linkId } = rows.find(({ id }) => id === personId) ?? {}
  const { url } = (await who('GET', `/api/delegate-links/${linkId ?? ''}?language=${language}`)).body as LinkRead
  return (await office.app.inject({ method: 'GET', url: `${new URL(url).pathname}?lang=${language}` })).body
}

/** The hall with everybody of the test on the seat that is called so. */
const seatAt = async (drawing: HallDrawing, seatId: string) => {
  const hall = await post<Hall>(who, `/api/venues/${venueId}/halls`, { name: 'Hội trường', drawing })
  const plan = await post<SeatingPlan>(who, `${at}/seating`, aPlan(hall.id))
  const place = { delegateId: personId, seatId, isLocked: false, placeId: null }
  await who('PUT', `${at}/seating/${plan.id}/places`, { phaseId: '', places: [place], isPlanned: false })
  return { plan, release: () => who('POST', `${at}/seating/${plan.id}/releases`, { note: '', version: 1 }) }
}

const idCalled = (drawing: HallDrawing, block: number, row: number, seat: number) =>
  drawing.levels[0]?.blocks.filter(({ isStage }) => !isStage)[block]?.rows[row]?.seats[seat]?.id ?? ''

test('a delegate sees the seat lit in the hall with the way there once seats are released, in both languages', async () => {
  const drawing = aHall()
  const { release } = await seatAt(drawing, idCalled(drawing, 1, 1, 2))
  expect(await pageIn('vi')).not.toContain('class="plan"')
  await release()
  const page = await pageIn('vi')
  expect(page).toContain('<b>B7</b>')
  expect(page).toContain('Vào cửa B, tới Khối B, hàng B, ghế thứ 2 kể từ lối đi.')
  expect(page).toMatch(/<circle class="own" cx="\d+" cy="\d+" r="\d+"\/>/u)
  expect(await pageIn('en')).toContain('Enter by door B, go to Block B, row B, your seat is number 2 from the aisle.')
})

test('a seat on the stage in a later phase is told by its name once that is released, beside the one of the opening', async () => {
  const drawing = aHall()
  const { plan } = await seatAt(drawing, idCalled(drawing, 1, 1, 2))
  const { name, kind, layout, delegationOrder } = plan
  const phases = [
    { id: '', name: '' },
    { id: newId(), name: 'Đoàn Chủ tịch lên sân khấu' },
  ]
  const change = { name, kind, layout, delegationOrder, phases, version: plan.version }
  await who('PUT', `${at}/seating/${plan.id}`, change)
  const stage = drawing.levels[0]?.blocks.find(({ isStage }) => isStage)?.rows[0]?.seats[0]?.id ?? ''
  const place = { delegateId: personId, seatId: stage, isLocked: false, placeId: null }
  await who('PUT', `${at}/seating/${plan.id}/places`, {
    phaseId: phases[1]?.id ?? '',
    places: [place],
    isPlanned: false,
  })
  expect(await pageIn('vi')).not.toContain('lên sân khấu')
  await who('POST', `${at}/seating/${plan.id}/releases`, { note: '', version: 2 })
  const page = await pageIn('vi')
  expect(page).toMatch(
    /<b>B7<\/b>[\s\S]*<p class="seat other">\s*<span>Đoàn Chủ tịch lên sân khấu<\/span>[\s\S]*<b>CT\d<\/b>/u,
  )
})

test('a seat at a rehearsal is told by the name of its plan once that is released, behind the official one', async () => {
  const drawing = aHall()
  const { plan, release } = await seatAt(drawing, idCalled(drawing, 1, 1, 2))
  await release()
  const copy = { name: 'Tổng duyệt <b>tối</b>', kind: 'rehearsal', hallId: plan.hallId, copyOf: null }
  const other = await post<SeatingPlan>(who, `${at}/seating`, copy)
  const place = { delegateId: personId, seatId: idCalled(drawing, 0, 2, 1), isLocked: false, placeId: null }
  await who('PUT', `${at}/seating/${other.id}/places`, { phaseId: '', places: [place], isPlanned: false })
  const before = await pageIn('vi')
  expect(before).not.toContain('Tổng duyệt')
  expect(before).not.toContain('seat other')
  const releaseOther = (version: number) => who('POST', `${at}/seating/${other.id}/releases`, { note: '', version })
  await releaseOther(1)
  const page = await pageIn('vi')
  expect(page).toContain('Tổng duyệt &lt;b&gt;tối&lt;/b&gt;')
  expect(page.indexOf('<b>B7</b>')).toBeLessThan(page.indexOf('<b>C2</b>'))
  // What is moved since is told with the next release alone, and goes with that.
  const [seen] = ((await who('GET', `${at}/seating/${other.id}`)).body as SeatingBoard).places
  const moved = { ...place, seatId: idCalled(drawing, 0, 0, 0), placeId: seen?.id ?? null }
  await who('PUT', `${at}/seating/${other.id}/places`, { phaseId: '', places: [moved], isPlanned: false })
  expect(await pageIn('vi')).toContain('<b>C2</b>')
  const second = await releaseOther(2)
  expect(await pageIn('vi')).not.toContain('<b>C2</b>')
  await who('POST', `/api/acts/${second.actId ?? ''}/undo`)
  expect(await pageIn('vi')).toContain('<b>C2</b>')
  const { version } = ((await who('GET', `${at}/seating/${other.id}`)).body as SeatingBoard).plan
  await who('DELETE', `${at}/seating/${other.id}?version=${String(version)}`)
  expect(await pageIn('vi')).not.toContain('seat other')
})

test('a seat at a rehearsal is told with the time of the one session that is a rehearsal, and at that session', async () => {
  const drawing = aHall()
  const { plan } = await seatAt(drawing, idCalled(drawing, 1, 1, 2))
  const rehearsal = { name: 'Tổng duyệt', kind: 'rehearsal', hallId: plan.hallId, copyOf: plan.id }
  const other = await post<SeatingPlan>(who, `${at}/seating`, rehearsal)
  await who('POST', `${at}/seating/${other.id}/releases`, { note: '', version: 1 })
  const release = async () => {
    const { number, fingerprint } = (await who('GET', `${at}/release-draft`)).body as ReleaseDraft
    await post(who, `${at}/releases`, { ...aRelease, number, fingerprint })
  }
  const session = {
    kind: 'rehearsal',
    title: 'Tổng duyệt chương trình',
    date: '2020-06-30',
    startsAt: '19:30',
    room: '',
  }
  await post(who, `${at}/sessions`, session)
  await release()
  const box = async () => /<p class="seat other">[\s\S]*?<\/p>/u.exec(await pageIn('vi'))?.[0] ?? ''
  expect(await box()).toMatch(/Tổng duyệt[\s\S]*19:30, 30\/6[\s\S]*<b>B7<\/b>/u)
  await post(who, `${at}/sessions`, { ...session, startsAt: '05:30' })
  await release()
  // Of two nobody knows which one is meant.
  expect(await box()).toContain('<b>B7</b>')
  expect(await box()).not.toMatch(/\d:30/u)
})

test('a hostile name of a row or door is words on the page, and a hall of thousands a few kilobytes', async () => {
  const plain = await pageIn('vi')
  const drawing = aHall({ rows: 60, blocks: [20, 30, 20] })
  const [level] = drawing.levels
  const row = level?.blocks.find(({ isStage }) => !isStage)?.rows[0]
  if (row) row.name = '<b onload=x>'
  for (const door of level?.fixtures.filter(({ kind }) => kind === 'door') ?? []) door.text = 'Cửa <script>'
  const { release } = await seatAt(drawing, row?.seats[0]?.id ?? '')
  await release()
  const page = await pageIn('vi')
  expect(page).toContain('class="plan"')
  expect(page).not.toContain('<script>')
  expect(page).not.toContain('<b onload')
  expect(page.length - plain.length).toBeLessThan(16_000)
})

test('the door beside a seat that was typed anew is the one that the way begins at', async () => {
  const drawing = aHall()
  const { release } = await seatAt(drawing, idCalled(drawing, 1, 1, 2))
  await release()
  const { delegates } = (await who('GET', `${at}/delegates`)).body as DelegateList
  const version = delegates.find(({ id }) => id === personId)?.version
  await who('PUT', `${at}/delegates`, { delegates: [{ id: personId, version, values: { seat: 'A1' } }] })
  const page = await pageIn('vi')
  expect(page).toContain('Vào cửa A, tới Khối A, hàng A')
  expect(page).toMatch(/<b>A1<\/b>\s*<span>cửa A<\/span>/iu)
  expect(page).not.toMatch(/cửa B/iu)
})
