import { afterEach, beforeEach, expect, test } from 'vitest'
import { listRoadKinds } from '../../../server/documents/templates.ts'
import type { TemplateList, TemplateLooked, TemplateView } from '../../../server/templates/schema.ts'
import { buildDistricts, type Subtree } from '../../support/districts.ts'
import { openOffice, signInAs, type Browser, type TestOffice } from '../../support/office.ts'
import { readPdf, wordsOf } from '../documents/read-pdf.ts'

let office: TestOffice
let inside: Subtree
let who: Browser
beforeEach(async () => {
  office = await openOffice()
  ;({ inside } = await buildDistricts(office))
  who = await signInAs(office, 'administrator', inside.unitId)
})
afterEach(() => office.close())

const base = () => `/api/units/${inside.unitId}/templates`

test('papers of a whole road are copied and reworded like any other, and printed so', async () => {
  const { kinds } = (await who('GET', base())).body as TemplateList
  const ofRoad = kinds.filter(({ group }) => group === 'road').map(({ kind }) => kind)
  expect(ofRoad).toEqual(['leader-week', 'results-table', 'road-plan', 'road-summary', 'road-table'])
  const { texts } = (await who('GET', `${base()}/road-table`)).body as TemplateView
  const text = (texts['text.vi.md'] ?? '').replace('DANH SÁCH HỘI NGHỊ, ĐẠI HỘI', 'LỊCH HỌP CỦA HUYỆN')
  const body = { levelId: null, texts: { ...texts, 'text.vi.md': text }, note: '', isDraft: false, version: 0 }
  expect((await who('PUT', `${base()}/road-table`, body)).status).toBe(204)
  const { bytes, status } = await who('GET', `/api/cycles/${inside.ids['cycle'] ?? ''}/road.pdf`)
  expect(status).toBe(200)
  expect(wordsOf((await readPdf(bytes)).pages)).toContain('LỊCH HỌP CỦA HUYỆN')
})

test('each is looked at with the road of a congress, its sample, and the longest names', async () => {
  for (const kind of await listRoadKinds()) {
    const { texts } = (await who('GET', `${base()}/${kind}`)).body as TemplateView
    for (const data of ['real', 'sample', 'longest'] as const) {
      const wish = { texts, language: 'vi', data, congressId: inside.ids['congress'] ?? null, page: 1 }
      const { body, status } = await who('POST', `${base()}/${kind}/preview`, wish)
      expect(status, `${kind} ${data} ${JSON.stringify(body)}`).toBe(200)
      const looked = body as TemplateLooked
      expect({ kind, data: looked.data, faults: looked.faults }).toEqual({ kind, data, faults: [] })
      expect(looked.picture?.length).toBeGreaterThan(1000)
    }
  }
})
