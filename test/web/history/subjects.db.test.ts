import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { englishTwins } from '../../../server/english/twins.ts'
import { subjectOfUnits } from '../../../server/history/rules.ts'
import type { ActLine } from '../../../server/history/schema.ts'
import type { PaperState } from '../../../server/documents/schema.ts'
import type { Congress } from '../../../server/congresses/schema.ts'
import { wordSubject } from '../../../web/history/word-subject.ts'
import { aPng } from '../../support/files.ts'
import { formWith } from '../../support/form.ts'
import { openOffice, signInAs, type Browser, type TestOffice } from '../../support/office.ts'
import { printingAs } from '../../support/prints.ts'
import { aCongress, aCycle, aUnit } from '../../support/records.ts'
import { setLanguage } from '../../../web/words/words.ts'
import { inline, smallForm } from '../../server/outside-forms/forms.ts'
import '../../../web/words/rest.ts'

let office: TestOffice
let who: Browser
beforeEach(async () => {
  office = await openOffice()
  who = await signInAs(office, 'administrator', null)
})
afterEach(() => office.close())

const idOf = async (url: string, body: object) => ((await who('POST', url, body)).body as { id: string }).id
const newest = async (query = '') => ((await who('GET', `/api/acts${query}`)).body as { acts: ActLine[] }).acts[0]

/** As the page shows it to whoever reads English. */
const inEnglish = async (look: () => void) => {
  const twins = Object.fromEntries(await englishTwins())
  vi.stubGlobal('document', { documentElement: {} })
  vi.stubGlobal('localStorage', { setItem: () => undefined })
  vi.stubGlobal('location', { origin: 'http://127.0.0.1' })
  vi.stubGlobal('fetch', () => Promise.resolve(Response.json(twins)))
  try {
    await setLanguage('en')
    look()
    await setLanguage('vi')
  } finally {
    vi.unstubAllGlobals()
  }
}

const buildRoad = async (communes: readonly string[]) => {
  const unitId = await idOf('/api/units', aUnit({ name: 'Huyện Hải Hậu', type: 'huyện' }))
  const cycleId = await idOf('/api/cycles', aCycle(unitId))
  const { levels } = (await who('GET', `/api/cycles/${cycleId}/road`)).body as { levels: { id: string }[] }
  const congresses: Congress[] = []
  for (const name of communes) {
    const commune = await idOf('/api/units', aUnit({ name, type: 'xã', parentId: unitId }))
    const place = { cycleId, levelId: levels[0]?.id ?? '', unitId: commune }
    congresses.push((await who('POST', '/api/congresses', aCongress(place))).body as Congress)
  }
  return { cycleId, congresses }
}

test('an act on many units names the first of them, and how many others', async () => {
  const { cycleId, congresses } = await buildRoad([
    'Xã Hải Anh',
    'Xã Hải Bắc',
    'Xã Hải Châu',
    'Xã Hải Đông',
    'Xã Hải Giang',
  ])
  const order = { kind: 'result', congressIds: congresses.map(({ id }) => id), deadline: null }
  const issued = await who('POST', `/api/cycles/${cycleId}/forms`, order)
  expect(issued.status, JSON.stringify(issued.body)).toBe(200)
  const act = await newest()
  expect(act).toMatchObject({ action: 'forms-issued', subject: 'Xã Hải Anh, Xã Hải Bắc, Xã Hải Châu +2' })
  expect(act && wordSubject(act)).toBe('Xã Hải Anh, Xã Hải Bắc, Xã Hải Châu và 2 đơn vị khác')
  const many = await who('POST', '/api/congresses/change-many', {
    congresses: congresses.slice(0, 2).map(({ id, version }) => ({ id, version })),
    changes: { isPilot: true },
    reason: '',
    paperNumber: '',
  })
  expect(many.status, JSON.stringify(many.body)).toBe(200)
  const changed = await newest()
  expect(changed && wordSubject(changed)).toBe('Xã Hải Anh, Xã Hải Bắc')
})

test('names as long as they may be leave a subject that a line can hold', () => {
  const long = (letter: string) => `Xã ${letter.repeat(197)}`
  expect(subjectOfUnits([long('a'), long('b'), long('c')])).toBe(`${long('a')} +2`)
  expect(subjectOfUnits(['x'.repeat(500)]).length).toBeLessThanOrEqual(300)
  expect(subjectOfUnits(['Xã Hải Anh', 'Xã Hải Anh'])).toBe('Xã Hải Anh')
})

test('an act that only counted its units says what it counted', () => {
  expect(wordSubject({ action: 'forms-issued', subject: '8' })).toBe('8 đơn vị')
  expect(wordSubject({ action: 'undo:forms-read', subject: '1' })).toBe('1 đơn vị')
  expect(wordSubject({ action: 'calendar-year-added', subject: '2027' })).toBe('2027')
})

test('the English history words a title as it was proposed, deleted or not, and leaves what people wrote', async () => {
  const { congresses } = await buildRoad(['Xã Hải Anh', 'Xã Hải Bắc'])
  const [first, second] = congresses
  if (!first || !second) throw new Error('there are no congresses')
  const titled = async ({ id, cycleId, levelId, unitId, version }: Congress, title: string) => {
    const { cycleId: _cycle, ...fields } = aCongress({ cycleId, levelId, unitId }, { title })
    const body = { ...fields, version, reason: '', paperNumber: '' }
    expect((await who('PUT', `/api/congresses/${id}`, body)).status).toBe(200)
  }
  const proposed = 'Hội nghị điển hình tiên tiến xã Hải Anh giai đoạn 2015 - 2020'
  await titled(first, proposed)
  const subject = async () => [(await newest())?.subject, (await newest('?language=en'))?.subject]
  const form = formWith(Buffer.from(smallForm({ rows: [[inline('{{congress}}')]] })), 'Mẫu số 1.xlsx')
  const { body } = await who('POST', `/api/outside-forms?unitId=${first.unitId}`, form.body, form.headers)
  const filled = await who('POST', `/api/congresses/${first.id}/outside-forms/${(body as { id: string }).id}/fill`)
  expect(filled.status, JSON.stringify(filled.body)).toBe(200)
  expect(await subject()).toEqual([`Mẫu số 1 – ${proposed}`, 'Mẫu số 1 – Conference of Exemplars of Hải Anh Commune'])
  const deleted = await who('DELETE', `/api/congresses/${first.id}?version=2`)
  expect(await subject()).toEqual([proposed, 'Conference of Exemplars of Hải Anh Commune'])
  expect((await who('POST', `/api/acts/${deleted.actId ?? ''}/undo`)).status).toBe(204)
  expect(await subject()).toEqual([proposed, 'Conference of Exemplars of Hải Anh Commune'])
  await titled(second, 'Ngày hội thi đua xã Hải Bắc')
  expect((await who('DELETE', `/api/congresses/${second.id}?version=2`)).status).toBe(204)
  expect(await subject()).toEqual(['Ngày hội thi đua xã Hải Bắc', 'Ngày hội thi đua xã Hải Bắc'])
})

test('the English history names kinds of papers in English, with the congress that they are of', async () => {
  const { congresses } = await buildRoad(['Xã Hải Anh'])
  const [first] = congresses
  if (!first) throw new Error('there is no congress')
  const { unitId } = (await newest()) as ActLine
  const texts = { 'text.vi.md': '# CHƯƠNG TRÌNH\n\n{{sessions}}' }
  const kept = await who('PUT', `/api/units/${unitId ?? ''}/templates/programme`, {
    levelId: null,
    texts,
    note: '',
    isDraft: false,
    version: 0,
  })
  expect(kept.status, JSON.stringify(kept.body)).toBe(204)
  const act = await newest('?language=en')
  expect(act).toMatchObject({ action: 'template-changed', subject: 'Chương trình' })
  await inEnglish(() => {
    expect(act && wordSubject(act)).toBe('Programme')
    const imported = { action: 'templates-imported', subject: 'Thẻ Ban Tổ chức, phóng viên, phục vụ; Giấy mời; Mẫu lạ' }
    expect(wordSubject(imported)).toBe('Organizer, press and service badges; Invitation; Mẫu lạ')
  })
})

test('what was done with a paper names it with its number and files, in either language', async () => {
  const { congresses } = await buildRoad(['Xã Hải Anh'])
  const { id = '', cycleId = '', levelId = '', unitId = '', version = 0 } = congresses[0] ?? {}
  const title = 'Hội nghị điển hình tiên tiến xã Hải Anh giai đoạn 2015 - 2020'
  const { cycleId: _cycle, ...fields } = aCongress({ cycleId, levelId, unitId }, { title })
  const congress = `/api/congresses/${id}`
  expect((await who('PUT', congress, { ...fields, version, reason: '', paperNumber: '' })).status).toBe(200)
  const paper = async () => {
    const { papers } = (await who('GET', `${congress}/papers`)).body as { papers: PaperState[] }
    return papers.find(({ kind }) => kind === 'plan')
  }
  const told: (string | undefined)[] = []
  const tell = async ({ status, body }: { status: number; body: unknown }) => {
    expect(status, JSON.stringify(body)).toBeLessThan(300)
    const english = await newest('?language=en')
    await inEnglish(() => told.push(english && wordSubject(english)))
    return (await newest())?.subject
  }
  const url = `${congress}/papers/plan`
  const versionOf = async () => (await paper())?.version ?? 0
  const step = async (name: string) =>
    who('POST', `${url}/steps`, { step: name, reason: '', version: await versionOf() })
  const vietnamese = [
    await tell(await who('PUT', url, { fields: { symbol: 'KH-BTC' }, version: 0 })),
    await tell(await step('submit')),
    await tell(await step('sign')),
    await tell(
      await who('PUT', `${url}/number`, {
        seriesId: null,
        number: '12',
        day: '2020-06-22',
        version: await versionOf(),
      }),
    ),
  ]
  const scan = formWith(aPng(4, 4), 'Bản ký.png')
  const files = `${congress}/files?owner=paper&paper=${(await paper())?.life?.id ?? ''}`
  vietnamese.push(await tell(await who('POST', files, scan.body, scan.headers)))
  await printingAs(who, id).print({ kind: 'plan' })
  vietnamese.push(await tell(await who('GET', congress)))
  for (const kinds of [
    ['plan', 'minutes'],
    ['plan', 'minutes', 'programme', 'programme-card', 'programme-poster', 'personal-slip'],
  ]) {
    await who('POST', `${congress}/package`, { language: 'vi', kinds })
    await printingAs(who, id).ended()
    vietnamese.push(await tell(await who('GET', congress)))
  }
  const named = ['', '', '', ' 12/KH-BTC', ' 12/KH-BTC; Bản ký.png', ' 12/KH-BTC']
  const kinds = {
    vi: [
      'Kế hoạch tổ chức; Biên bản',
      'Chương trình; Chương trình bỏ túi (A5); Chương trình treo tường (A3); Kế hoạch tổ chức +1',
    ],
    en: ['Plan; Minutes', 'Programme; Pocket programme (A5); Wall programme (A3); Plan +1'],
  }
  expect(vietnamese).toEqual(
    [...named.map((more) => `Kế hoạch tổ chức${more}`), ...kinds.vi].map((paper) => `${paper} - ${title}`),
  )
  expect(told).toEqual(
    [...named.map((more) => `Plan${more}`), ...kinds.en].map(
      (paper) => `${paper} - Conference of Exemplars of Hải Anh Commune`,
    ),
  )
})
