import { get } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Change } from '../../../db/open.ts'
import { hashToken, newToken } from '../../../server/accounts/passwords.ts'
import { saveAccount, saveGrant, saveSignIn } from '../../../server/accounts/queries.ts'
import { mostStreams } from '../../../server/http/streams.ts'
import { newId } from '../../../server/office.ts'
import type { Road } from '../../../server/road/schema.ts'
import { openOffice, signInAs, type Browser, type TestOffice } from '../../support/office.ts'
import { aCalendarDay, aCongress, aCycle, aSession, aUnit } from '../../support/records.ts'

let office: TestOffice
let administrator: Browser
let inside: string
let outside: string
beforeEach(async () => {
  office = await openOffice()
  administrator = await signInAs(office, 'administrator', null)
  inside = await unit('Huyện Hải Hậu')
  outside = await unit('Huyện Giao Thủy')
  await office.app.listen({ host: '127.0.0.1', port: 0 })
  await allHeard()
})
afterEach(() => office.close())

const create = async (url: string, body: object) => ((await administrator('POST', url, body)).body as { id: string }).id
const unit = (name: string) => create('/api/units', aUnit({ name }))

const viewer = async () => {
  const [id, token] = [newId(), newToken()]
  const createdAt = office.now().toISOString()
  await office.db.write(async (tx) => {
    await saveAccount(tx, {
      id,
      login: `viewer-${id}`,
      name: 'Người xem',
      passwordHash: null,
      language: 'vi',
      isDisabled: false,
      createdAt,
      version: 1,
    })
    await saveGrant(tx, {
      id: newId(),
      accountId: id,
      unitId: inside,
      role: 'viewer',
      maySeeSensitive: false,
      version: 1,
    })
    await saveSignIn(tx, { tokenHash: hashToken(token), accountId: id, createdAt, expiresAt: '2099-01-01' })
  })
  return token
}

/**
 * Waits until what was announced so far was heard. A notice of PostgreSQL may come after its act was answered, and a
 * stream that opens in between is told of it: whoever looks fetches once more than needed, and misses nothing.
 */
const allHeard = () =>
  new Promise<void>((resolve) => {
    const mark = newId()
    const stop = office.db.onChange(({ accountName }) => {
      if (accountName !== mark) return
      stop()
      resolve()
    })
    void office.db.announce({ tables: [], unitId: null, cycleId: null, congressId: null, accountName: mark })
  })

/** Opens the stream; what it said so far, and a promise for its end. */
const openStream = async (token: string | null) => {
  const { port } = office.app.server.address() as AddressInfo
  const stream = { status: 0, text: '', ended: Promise.resolve() }
  const headers = { accept: 'text/event-stream', ...(token === null ? {} : { cookie: `tien-toi=${token}` }) }
  await new Promise<void>((resolve, reject) => {
    const request = get({ port, host: '127.0.0.1', path: '/api/changes', headers }, (answer) => {
      stream.status = answer.statusCode ?? 0
      stream.ended = new Promise((end) => answer.on('close', end))
      answer.on('data', (part: Buffer) => {
        stream.text += part.toString()
        resolve()
      })
      answer.on('end', resolve)
    })
    request.on('error', reject)
  })
  return stream
}

const changesIn = (text: string) =>
  [...text.matchAll(/^event: change\ndata: (.*)$/gmu)].map(([, data]) => JSON.parse(data ?? '') as Change)

test('who is not signed in hears nothing', async () => {
  expect((await openStream(null)).status).toBe(401)
  expect((await openStream(newToken())).status).toBe(401)
})

test('each hears of what it may see, and of the installation not who did it', async () => {
  const stream = await openStream(await viewer())
  await administrator('POST', '/api/units', aUnit({ name: 'Xã Giao An', parentId: outside }))
  await administrator('POST', '/api/units', aUnit({ name: 'Xã Hải Anh', parentId: inside }))
  await administrator('POST', '/api/calendar-days', aCalendarDay(null))
  await expect.poll(() => changesIn(stream.text).length).toBe(2)
  expect(changesIn(stream.text)).toEqual([
    expect.objectContaining({ tables: ['units'], accountName: 'administrator for a test' }),
    { tables: ['calendarDays'], unitId: null, cycleId: null, congressId: null, accountName: '' },
  ])
})

test('a congress of a unit above is heard of where its cycle shows it, and not who moved it', async () => {
  const province = await unit('Tỉnh Nam Định')
  await administrator('PUT', `/api/units/${inside}`, {
    ...aUnit({ name: 'Huyện Hải Hậu', parentId: province }),
    version: 1,
  })
  const road = async (isUpperShown: boolean) => {
    const cycleId = await create('/api/cycles', { ...aCycle(province), isUpperShown })
    const { levels } = (await administrator('GET', `/api/cycles/${cycleId}/road`)).body as Road
    const place = { cycleId, levelId: levels[0]?.id ?? '' }
    return { cycleId, add: (unitId: string) => create('/api/congresses', aCongress({ ...place, unitId })) }
  }
  const shown = await road(true)
  const hidden = await road(false)

  const above = await shown.add(province)
  const own = await shown.add(inside)
  const others = [await hidden.add(province), await shown.add(outside)]

  await allHeard()
  const stream = await openStream(await viewer())
  const date = { dateFrom: '2020-03-19', dateTo: '2020-03-19', halfDay: 'morning', weekOf: null }
  for (const id of [...others, above, own]) {
    const moved = { ...date, reason: '', paperNumber: '', version: 1 }
    expect((await administrator('PUT', `/api/congresses/${id}/date`, moved)).status).toBe(200)
  }
  await expect.poll(() => changesIn(stream.text).length).toBe(2)
  const { cycleId } = shown
  expect(changesIn(stream.text)).toEqual([
    { tables: ['congresses'], unitId: province, cycleId, congressId: above, accountName: '' },
    {
      tables: ['congresses', 'congressEvents'],
      unitId: inside,
      cycleId,
      congressId: own,
      accountName: 'administrator for a test',
    },
  ])
})

test('a unit that sends a list hears of what its congress does with people and quotas, and of nothing else above it', async () => {
  const province = await unit('Tỉnh Nam Định')
  for (const [name, id] of [
    ['Huyện Hải Hậu', inside],
    ['Huyện Giao Thủy', outside],
  ] as const) {
    await administrator('PUT', `/api/units/${id}`, { ...aUnit({ name, parentId: province }), version: 1 })
  }
  const cycleId = await create('/api/cycles', aCycle(province))
  const { levels } = (await administrator('GET', `/api/cycles/${cycleId}/road`)).body as Road
  const congress = (unitId: string) =>
    create('/api/congresses', aCongress({ cycleId, levelId: levels[0]?.id ?? '', unitId }))
  const [asking, silent] = [await congress(province), await congress(province)]
  for (const unitId of [inside, outside]) {
    const url = `/api/congresses/${asking}/quotas`
    const { ids } = (await administrator('POST', url, { rows: [{ unitId, name: '' }] })).body as { ids: string[] }
    await administrator('POST', `${url}/send`, { rows: [{ id: ids[0], version: 1 }] })
  }
  await allHeard()
  const stream = await openStream(await viewer())
  const name = 'Nguyễn Văn An'
  await administrator('POST', `/api/congresses/${silent}/delegates`, { name })
  await administrator('POST', `/api/congresses/${asking}/sessions`, aSession())
  await administrator('POST', `/api/congresses/${asking}/unit-lists/${outside}/delegates`, { name })
  await administrator('POST', `/api/congresses/${asking}/delegates`, { name })
  await expect.poll(() => changesIn(stream.text).length).toBe(1)
  expect(changesIn(stream.text)).toEqual([
    { tables: ['delegateLists'], unitId: province, cycleId, congressId: asking, accountName: '' },
  ])
})

const shutOut = {
  'signed out': () => office.db.write(async (tx) => void (await tx.delete(tx.tables.signIns))),
  'was disabled': () =>
    office.db.write(async (tx) => void (await tx.update(tx.tables.accounts).set({ isDisabled: true }))),
}

test.each(Object.entries(shutOut))('who %s hears nothing more', async (_name, work) => {
  const stream = await openStream(await viewer())
  await work()
  await office.db.announce({ tables: ['units'], unitId: inside, cycleId: null, congressId: null, accountName: 'An' })
  await stream.ended
  expect(changesIn(stream.text)).toEqual([])
})

test('who lost the role hears nothing of the unit', async () => {
  const stream = await openStream(await viewer())
  await office.db.write(async (tx) => void (await tx.delete(tx.tables.grants)))
  const change = { tables: ['units'], cycleId: null, congressId: null, accountName: 'An' }
  await office.db.announce({ ...change, unitId: inside })
  await office.db.announce({ ...change, unitId: null })
  await expect.poll(() => changesIn(stream.text)).toEqual([{ ...change, unitId: null, accountName: '' }])
})

test('the oldest of too many streams of an account gives way, and is told so', async () => {
  const token = await viewer()
  const other = await openStream(await viewer())
  const streams: Awaited<ReturnType<typeof openStream>>[] = []
  for (let count = 0; count <= mostStreams.ofAccount; count += 1) streams.push(await openStream(token))
  await streams[0]?.ended
  expect(streams.map(({ text }) => text.includes('event: crowded'))).toEqual(streams.map((_each, index) => index === 0))
  await office.db.announce({ tables: ['units'], unitId: inside, cycleId: null, congressId: null, accountName: 'An' })
  await expect.poll(() => streams.filter(({ text }) => changesIn(text).length === 1).length).toBe(mostStreams.ofAccount)
  await expect.poll(() => changesIn(other.text).length).toBe(1)
})
