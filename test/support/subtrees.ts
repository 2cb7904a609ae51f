import { newId } from '../../server/office.ts'
import { defaultHonourKinds } from '../../server/results/rules.ts'
import type { Unit } from '../../server/units/schema.ts'
import { buildBoth, buildDistrict, post, type Subtree, type WithId } from './districts.ts'
import { formWith } from './form.ts'
import { signInAs, type Browser, type TestOffice } from './office.ts'
import { keepPrint, printOf } from './prints.ts'
import {
  aBooking,
  aCalendarDay,
  aCall,
  aCongress,
  aCycle,
  aFeed,
  aLeave,
  aLevel,
  anItem,
  aPost,
  aResult,
  aSession,
  aSpeaker,
  aUnit,
  aVenue,
} from './records.ts'
import {
  acceptanceOf,
  aListOfPeople,
  aRelease,
  aSeries,
  dateOf,
  delegateBodies,
  delegationOf,
  keepClerk,
  keepDelegateLink,
  keepOutsideForm,
  keepPair,
  keepQuotaAndGroup,
  keepRelease,
  linkBodies,
  orderOf,
  outsideFormOf,
  refusalOf,
  sampleHeap,
  sampleOutsideForm,
  sampleScan,
  sampleSchedule,
  sampleZip,
  templateBodies,
  templateOf,
  withoutCycle,
  withoutVenue,
} from './subtree-samples.ts'
import { keepSeating } from './seating.ts'
import { remember } from './remember.ts'

/** Two districts of one province, each with one of everything, built through the API by an administrator. */
export const buildSubtrees = (office: TestOffice): Promise<{ inside: Subtree; outside: Subtree }> =>
  remember(office, 'subtrees', () =>
    buildBoth(office, async (administrator, provinceId, name) =>
      fillDistrict(office, administrator, name, await buildDistrict(office, administrator, provinceId, name)),
    ),
  )

/**
 * A road of the province on which the province, both districts and a unit without a share in each hold congresses with
 * venue, leaders and notes: ids by the title, which is the name of the unit.
 */
export const buildProvinceRoad = async (
  who: Browser,
  { inside, outside }: { inside: Subtree; outside: Subtree },
  isUpperShown: boolean,
): Promise<{ cycleId: string; congressIds: Record<string, string> }> => {
  const units = (await who('GET', '/api/units')).body as Unit[]
  const provinceId = units.find(({ parentId }) => parentId === null)?.id ?? ''
  const levels = ['Cấp cơ sở', 'Cấp huyện', 'Cấp tỉnh'].map((name) => aLevel({ name }))
  const cycle = await post<WithId>(who, '/api/cycles', { ...aCycle(provinceId, levels), isUpperShown })
  const road = (await who('GET', `/api/cycles/${cycle.id}/road`)).body as { levels: WithId[] }
  const venue = await post<WithId>(who, '/api/venues', { ...aVenue(provinceId), address: '1 Trần Phú' })
  const leader = await post<WithId>(who, '/api/posts', { ...aPost(provinceId), phone: '0912 345 678' })
  const congressIds: Record<string, string> = {}
  const hold = async (unitId: string | undefined, position: number): Promise<void> => {
    const { name: title = '' } = units.find(({ id }) => id === unitId) ?? {}
    const place = { cycleId: cycle.id, levelId: road.levels[position]?.id ?? '', unitId: unitId ?? '' }
    const more = { title, venueId: venue.id, postIds: [leader.id], note: 'Chỉ nội bộ' }
    congressIds[title] = (await post<WithId>(who, '/api/congresses', aCongress(place, more))).id
  }
  await hold(provinceId, 2)
  for (const { unitId, ids } of [inside, outside]) {
    await hold(unitId, 1)
    await hold(ids['unit'], 0)
  }
  return { cycleId: cycle.id, congressIds }
}

/** Adds one of all that there is besides. */
const fillDistrict = async (office: TestOffice, who: Browser, name: string, district: Subtree): Promise<Subtree> => {
  const { unitId: districtId, otherUnitId: communeId, ids } = district
  const [congressId = '', cycleId = '', postId = ''] = [ids['congress'], ids['cycle'], ids['post']]
  const booking = await post<WithId>(who, '/api/bookings', aBooking(ids['venue'] ?? ''))
  const leave = await post<WithId>(who, '/api/leaves', aLeave(ids['person'] ?? ''))
  const day = await post<WithId>(who, '/api/calendar-days', aCalendarDay(districtId))
  const { feed } = await post<{ feed: WithId }>(who, '/api/feeds', aFeed(districtId))
  const acceptance = await post<WithId>(who, '/api/acceptances', acceptanceOf(congressId))
  await post(who, '/api/shares', { unitId: districtId, withUnitId: communeId })
  const shares = await office.db.read.select().from(office.db.read.tables.shares)
  const share = shares.find(({ unitId }) => unitId === districtId)
  const call = await post<WithId>(who, '/api/calls', aCall(communeId, { congressId }))
  const series = await post<WithId>(who, `/api/congresses/${congressId}/number-series`, { ...aSeries, isShared: true })
  const scan = sampleScan(1)
  const added = await who('POST', `/api/congresses/${congressId}/files?owner=result`, scan.body, scan.headers)
  const [file] = added.body as WithId[]
  const acted = await who('POST', `/api/congresses/${congressId}/sessions`, aSession())
  const table = formWith(Buffer.from('Tên đơn vị\nXã mới\n'), 'units.csv')
  const dryRun = (await who('POST', `/api/imports/units?unitId=${districtId}`, table.body, table.headers))
    .body as WithId
  const list = sampleForm('POST', '/delegates-import')
  const delegates = (await who('POST', `/api/congresses/${congressId}/delegates-import`, list?.body, list?.headers))
    .body as WithId
  const { batchId } = await post<{ batchId: string }>(who, `/api/cycles/${cycleId}/forms`, orderOf(congressId))
  const [form] = (await who('GET', `/api/cycles/${cycleId}/forms`)).body as WithId[]
  const heap = sampleHeap()
  const organizer = await signInAs(office, 'organizer', districtId)
  const returned = (await organizer('POST', `/api/cycles/${cycleId}/returns`, heap.body, heap.headers)).body as WithId
  const [printId, packageId] = await keepPrint(office, congressId)
  const listed = { values: { name: 'Trần Văn Bình' } }
  const listRow = await post<WithId>(who, `/api/congresses/${congressId}/lists/members/rows`, listed)
  const delegate = await post<WithId>(who, `/api/congresses/${congressId}/delegates`, { name: 'Lê Văn Cường' })
  const portrait = sampleScan(3)
  await who('POST', `/api/delegates/${delegate.id}/photo?version=0`, portrait.body, portrait.headers)
  const delegation = await post<WithId>(who, `/api/congresses/${congressId}/delegations`, delegationOf())
  await who('PUT', `/api/units/${ids['unit'] ?? ''}/templates/programme`, templateOf(0))
  const pair = { ...(await keepPair(office, congressId)), ...(await keepQuotaAndGroup(who, congressId, communeId)) }
  const speaker = await post<WithId>(who, `/api/congresses/${congressId}/speakers`, aSpeaker())
  const seating = await keepSeating(who, congressId, { venueId: ids['venue'] ?? '', delegateId: delegate.id })
  const about = { sessionId: null, itemId: null, text: 'Nên rút ngắn phần văn nghệ' }
  const remark = await post<WithId>(who, `/api/congresses/${congressId}/remarks`, about)
  const outsideForm = await keepOutsideForm(who, districtId, congressId)
  const clerk = await keepClerk(office, districtId)
  const [refusalId, replacementId] = [newId(), newId()]
  await office.db.write(async (tx) => {
    // The leader who attends came in the place of one whose post is gone.
    await tx.insert(tx.tables.replacements).values({
      id: replacementId,
      congressId,
      postBeforeId: newId(),
      postBefore: 'Chủ tịch Hội Nông dân',
      personBefore: 'Trần Văn Bình',
      postAfterId: postId,
      postAfter: aPost(districtId).name,
      personAfter: 'Nguyễn Văn An',
      reason: '',
      paperNumber: '',
      source: '',
      accountName: 'Cán bộ huyện',
      at: '2020-01-01T00:00:00.000Z',
      version: 1,
    })
    const place = { cycleId, unitId: communeId, congressId }
    await tx.insert(tx.tables.refusals).values({ id: refusalId, ...place, ...refusalOf(name, `Xã của ${name}`) })
    await tx.insert(tx.tables.logos).values({ id: newId(), unitId: ids['unit'] ?? '', picture: '', version: 1 })
  })
  return {
    ...district,
    ids: {
      ...ids,
      booking: booking.id,
      leave: leave.id,
      replacement: replacementId,
      feed: feed.id,
      'feed-target-in-body': districtId,
      'calendar-day': day.id,
      acceptance: acceptance.id,
      share: share?.id ?? '',
      act: acted.actId ?? '',
      call: call.id,
      listRow: listRow.id,
      ...pair,
      ...{ delegate: delegate.id, delegation: delegation.id },
      ...seating,
      speaker: speaker.id,
      ...(await keepDelegateLink(office, who, congressId)),
      remark: remark.id,
      ...(await keepRelease(who, congressId)),
      'number-series': series.id,
      file: file?.id ?? '',
      'file-to-read': file?.id ?? '',
      ...outsideForm,
      print: printId,
      'print-package': packageId,
      import: dryRun.id,
      delegatesImport: delegates.id,
      form: form?.id ?? '',
      'form-batch': batchId,
      return: returned.id,
      refusal: refusalId,
      ...clerk,
    },
  }
}

/** Hands the dry runs to the account that came last: they are their creator's alone. */
export const handOverImports = async ({ db }: TestOffice): Promise<void> => {
  const accounts = await db.read.select({ id: db.read.tables.accounts.id }).from(db.read.tables.accounts)
  const [accountId = ''] = accounts
    .map(({ id }) => id)
    .sort()
    .reverse()
  await db.write(async (tx) => {
    await tx.update(tx.tables.imports).set({ accountId })
    await tx.update(tx.tables.returns).set({ accountId })
  })
}

/** What stands for `:kind` in a route. */
export const sampleKind = (url: string): string => {
  if (url.startsWith('/api/import')) return 'units'
  return url.endsWith('/xlsx') ? 'delegate-report' : 'programme'
}

/** What stands for `:list` in a route: the list of which each congress here has a row. */
export const sampleList = 'members'

/** A query that the route needs; '' where it needs none. */
export const sampleQuery = (method: string, url: string, { unitId, ids }: Subtree): string => {
  if (url === '/api/cycles/:id/leader-week.pdf') return `?postId=${ids['post'] ?? ''}&day=2020-07-06`
  if (url === '/api/congresses/:id/links/slips.pdf') return '?printed=2020-06-22T02:00:00.000Z'
  if (url.startsWith('/api/congresses/:id/links/static-pages')) return '?host=https://example.vn'
  if (url === '/api/congresses/:id/files') return '?owner=result'
  if (url === '/api/outside-forms' && method === 'POST') return `?unitId=${unitId}`
  if (url === '/api/outside-forms/:id/editions') return '?version=1'
  if (url === '/api/congresses/:id/lists/:list/import') return '?digest=something-else'
  if (url === '/api/congresses/:id/schedule/import') return '?digest=something-else'
  if (url === '/api/units/:id/templates/:kind/texts') return '?number=1'
  if (url === '/api/units/:id/templates/import-zip') return '?digest=something-else'
  if (/\/(logo|photo)$/u.test(url) && method !== 'GET') return '?version=1'
  if (url === '/api/imports/:kind') return `?unitId=${unitId}`
  return method === 'DELETE' ? '?version=1' : ''
}

/** The form with a file that the route takes; undefined where it takes none. */
export const sampleForm = (method: string, url: string) => {
  if (method !== 'POST') return undefined
  if (url === '/api/cycles/:id/returns') return sampleHeap()
  if (/^\/api\/congresses\/:id\/.*files$/u.test(url) || /\/(logo|photo)$/u.test(url)) return sampleScan(2)
  if (/^\/api\/outside-forms(\/:id\/editions)?$/u.test(url)) return sampleOutsideForm()
  if (url.endsWith('-zip')) return sampleZip()
  if (url.startsWith('/api/congresses/:id/schedule/')) return sampleSchedule()
  if (/lists\/:list\/(preview|import)$/u.test(url)) return aListOfPeople()
  if (url.endsWith('/delegates-import')) return aListOfPeople()
  return url === '/api/imports/:kind' ? formWith(Buffer.from('Tên đơn vị\nXã mới\n'), 'units.csv') : undefined
}

/** A body that fits the route, for the objects of this subtree; undefined where the route takes none. */
export const sampleBody = (method: string, url: string, { unitId, otherUnitId, ids }: Subtree): unknown => {
  const at = (name: string) => ids[name] ?? ''
  const place = { cycleId: at('cycle'), levelId: at('level'), unitId: otherUnitId }
  const { levels, ...cycle } = aCycle(unitId)
  const { position: _position, ...item } = anItem()
  const bodies: Record<string, unknown> = {
    'POST /api/units': aUnit({ parentId: unitId }),
    'PUT /api/units/:id': { ...aUnit({ parentId: unitId }), version: 1 },
    'POST /api/venues': aVenue(unitId),
    'PUT /api/venues/:id': { ...aVenue(unitId), version: 1 },
    'POST /api/bookings': aBooking(at('venue'), { fromDay: '2020-05-11', toDay: '2020-05-12' }),
    'PUT /api/bookings/:id': { ...withoutVenue(aBooking(at('venue'))), version: 1 },
    'POST /api/posts': aPost(unitId),
    'PUT /api/posts/:id': { ...aPost(unitId), version: 1 },
    'POST /api/people/merge': {
      personIds: [at('twin'), at('otherTwin')],
      versions: [1, 1],
      taken: [],
      arePartsJoined: true,
    },
    'POST /api/people/distinct': { personIds: [at('first'), at('second')] },
    'POST /api/leaves': aLeave(at('person')),
    'PUT /api/leaves/:id': { ...aLeave(at('person')), version: 1 },
    'POST /api/feeds': aFeed(unitId),
    'POST /api/leader-replacements': {
      postId: at('post'),
      newPostId: at('post'),
      congresses: [{ id: at('congress'), version: 2 }],
      reason: '',
      paperNumber: '',
      source: '',
    },
    'POST /api/leader-replacements/:id/mend': { kind: 'item', recordId: at('item'), field: 'presenter', version: 1 },
    'POST /api/calendar-days': aCalendarDay(unitId),
    'POST /api/calendar-days/year': { year: 2020, unitId },
    'PUT /api/calendar-days/:id': { ...aCalendarDay(unitId), version: 1 },
    'POST /api/cycles': aCycle(unitId),
    'POST /api/cycles/start': { template: 'three-levels-2019', unitId, unitName: '', year: 2020, isUpperShown: true },
    'PUT /api/cycles/:id': { ...cycle, version: 1 },
    'POST /api/cycles/:id/levels': levels[0],
    'PUT /api/levels/:id': { ...levels[0], version: 1 },
    'POST /api/cycles/:id/congresses-for-level': {
      levelId: at('level'),
      unitIds: [unitId],
      form: 'Hội nghị điển hình tiên tiến',
      theme: '',
      ordinal: '',
      halfDay: 'morning',
      weeks: 'spread',
      expectedDelegates: null,
    },
    'POST /api/congresses': aCongress(place),
    'PUT /api/congresses/:id': { ...withoutCycle(aCongress(place)), reason: '', paperNumber: '', version: 2 },
    'PUT /api/congresses/:id/date': dateOf(2),
    'POST /api/congresses/:id/state': { state: 'approved', reason: '', paperNumber: '', newDate: null, version: 2 },
    'PUT /api/congresses/:id/result': aResult({ congressVersion: 2 }),
    'PUT /api/cycles/:id/honour-kinds': { kinds: [{ ...defaultHonourKinds[0] }], version: 1 },
    'POST /api/congresses/change-many': {
      congresses: [{ id: at('congress'), version: 2 }],
      changes: { theme: 'Đoàn kết' },
      reason: '',
      paperNumber: '',
    },
    'POST /api/calls': aCall(unitId),
    'PUT /api/calls/:id': { ...aCall(otherUnitId), version: 1 },
    'POST /api/congresses/date-many': {
      congresses: [
        { id: at('congress'), version: 2, dateFrom: '2020-03-19', dateTo: '2020-03-19', halfDay: 'morning' },
      ],
      reason: '',
      paperNumber: '',
    },
    'POST /api/acceptances': acceptanceOf(at('congress')),
    'POST /api/acceptances/many': {
      cycleId: at('cycle'),
      warnings: [{ congressId: at('congress'), key: `late:${at('congress')}`, fingerprint: '2020-03-17||2020-03-17' }],
      reason: 'Đã hỏi đơn vị',
      paperNumber: '',
    },
    'POST /api/congresses/:id/sessions': aSession(),
    'POST /api/congresses/:id/programme-from-template': { templateId: 'commune-half-day' },
    'POST /api/congresses/:id/programme-copy': {
      fromCongressId: at('congress'),
      sessionIds: null,
      firstDay: null,
      withSpeakers: false,
    },
    'POST /api/congresses/:id/tray-items': anItem(),
    'PUT /api/congresses/:id/arrangement': { sessions: [], items: [] },
    'POST /api/congresses/:id/speakers': aSpeaker(),
    'POST /api/congresses/:id/remarks': { sessionId: null, itemId: null, text: 'Thiếu phần chụp ảnh' },
    'PUT /api/remarks/:id': { isSettled: true, answer: 'Đã rút', version: 1 },
    'PUT /api/speakers/:id': { ...aSpeaker(), version: 1 },
    'POST /api/congresses/:id/releases': aRelease,
    'PUT /api/congresses/:id/publication': { version: 1 },
    ...linkBodies(at('delegate-link')),
    'POST /api/releases/:id/correction': { name: 'Đính chính', reason: 'Sai phòng', day: '2020-03-02' },
    'POST /api/releases/:id/tellings': { who: ['dong chi tran van binh'] },
    'PUT /api/sessions/:id': { ...aSession(), version: 1 },
    'POST /api/sessions/:id/items': anItem(),
    'PUT /api/sessions/:id/order': { itemIds: [at('item')] },
    'PUT /api/items/:id': { ...item, version: 1 },
    'POST /api/items/:id/tap': { step: 'begin', at: '08:00', version: 1 },
    'PUT /api/items/:id/actual-times': { startedAt: '08:00', endedAt: null, version: 1 },
    'POST /api/congresses/:id/papers/:kind/steps': { step: 'submit', reason: '', version: 0 },
    'PUT /api/congresses/:id/papers/:kind/number': { seriesId: null, number: '57', day: '2020-09-03', version: 1 },
    'PUT /api/congresses/:id/papers/:kind/signer': { postId: ids['post'], capacity: 'head', role: '', version: 0 },
    'POST /api/congresses/:id/number-series': { ...aSeries, isShared: false },
    'PUT /api/number-series/:id': { ...aSeries, version: 1 },
    ...templateBodies,
    'PUT /api/congresses/:id/papers/:kind': { fields: { signer: 'Nguyễn Văn An' }, version: null },
    'POST /api/congresses/:id/prints': printOf(),
    'POST /api/congresses/:id/print-plan': printOf(),
    'POST /api/congresses/:id/package': { language: 'vi' },
    'POST /api/congresses/:id/package-plan': { language: 'vi' },
    'PUT /api/congresses/:id/printers': { printers: [{ name: 'Máy in phòng TCHC', x: 1.5, y: -0.5 }], version: 0 },
    'POST /api/congresses/:id/lists/:list/rows': { values: { name: 'Nguyễn Văn An' } },
    'PUT /api/congresses/:id/lists/:list/rows': {
      rows: [{ id: at('listRow'), version: 1, values: { post: 'Chủ tịch' } }],
    },
    'POST /api/congresses/:id/lists/:list/rows/remove': { rows: [{ id: at('listRow'), version: 1 }] },
    'PUT /api/congresses/:id/lists/:list/order': { ids: [at('listRow')], beforeId: null },
    ...delegateBodies(at),
    'PUT /api/outside-forms/:id': outsideFormOf(at('edition')),
    'POST /api/cycles/:id/forms': orderOf(at('congress')),
    'PUT /api/returns/:id': { chosen: [] },
    'POST /api/returns/:id/confirm': { digest: 'of something else' },
    'PUT /api/imports/:id': { sheet: 'CSV', headerRow: 1, columns: ['name'] },
    'PUT /api/imports/:id/rows': { mended: [{ row: 2, field: 'name', text: 'Xã mới' }] },
    'POST /api/congresses/:id/delegates-import/confirm': { id: at('delegatesImport'), digest: 'of something else' },
    'POST /api/imports/:id/confirm': { digest: 'of something else' },
    'POST /api/invitations': { login: 'new-clerk', name: 'Cán bộ mới', role: 'viewer', unitId },
    'PUT /api/accounts/:id': { name: 'Cán bộ', isDisabled: false, version: 1 },
    'POST /api/accounts/:id/grants': { unitId, role: 'secretariat' },
    'POST /api/grants/:id/hand-over': { login: 'successor', name: 'Người kế nhiệm' },
    'POST /api/shares': { unitId, withUnitId: otherUnitId },
    'PUT /api/session/password': { currentPassword: 'x', newPassword: 'a long new one' },
    'PUT /api/session/language': { language: 'en' },
    'POST /api/session': { login: 'nobody', password: 'nothing' },
    'POST /api/links/:token': { password: 'a long new one' },
  }
  return bodies[`${method} ${url}`]
}
