import { unzipSync } from 'fflate'
import type { Congress } from '../../../server/congresses/schema.ts'
import type { FormKindId, FormsIssued, IssuedForm, ReturnedFile, ReturnPreview } from '../../../server/forms/schema.ts'
import type { Road } from '../../../server/road/schema.ts'
import type { Unit } from '../../../server/units/schema.ts'
import { formWithFiles } from '../../support/form.ts'
import { fillForm, type Filling } from '../../support/fill-form.ts'
import { signInAs, type Answer, type Browser, type TestOffice } from '../../support/office.ts'
import { aCongress, aCycle, aLevel, aUnit, aVenue } from '../../support/records.ts'

/** A province with a district, whose communes each hold a congress in March 2020; a department beside it. */
export interface FormsRoad {
  administrator: Browser
  cycleId: string
  levelId: string
  /** Ids by name. */
  units: Record<string, string>
  /** Ids by the name of the unit. */
  congresses: Record<string, string>
}

export const communes = ['Xã Hải Anh', 'Xã Hải Bắc', 'Xã Hải Châu']

export const buildFormsRoad = async (office: TestOffice): Promise<FormsRoad> => {
  const administrator = await signInAs(office, 'administrator', null)
  const post = async <T extends { id: string }>(url: string, body: object): Promise<T> => {
    const answer = await administrator('POST', url, body)
    if (answer.status !== 200) throw new Error(`POST ${url}: ${String(answer.status)} ${JSON.stringify(answer.body)}`)
    return answer.body as T
  }
  const units: Record<string, string> = {}
  const add = async (name: string, parent: string | null, values: Partial<Unit> = {}) => {
    const parentId = parent === null ? null : (units[parent] ?? null)
    units[name] = (await post<Unit>('/api/units', aUnit({ name, parentId, ...values }))).id
  }
  await add('Tỉnh Nam Định', null)
  await add('Huyện Hải Hậu', 'Tỉnh Nam Định')
  await add('Huyện Giao Thủy', 'Tỉnh Nam Định')
  for (const name of communes) {
    await add(name, 'Huyện Hải Hậu', { contactName: 'Trần Văn An', contactPhone: '0912 345 678' })
  }
  await add('Xã Giao An', 'Huyện Giao Thủy')
  await post('/api/venues', aVenue(units['Huyện Hải Hậu'] ?? ''))
  const cycle = await post('/api/cycles', aCycle(units['Tỉnh Nam Định'] ?? '', [aLevel()]))
  const road = (await administrator('GET', `/api/cycles/${cycle.id}/road`)).body as Road
  const levelId = road.levels[0]?.id ?? ''
  const congresses: Record<string, string> = {}
  for (const name of [...communes, 'Xã Giao An']) {
    const place = { cycleId: cycle.id, levelId, unitId: units[name] ?? '' }
    const title = `Hội nghị điển hình tiên tiến ${name}`
    congresses[name] = (await post('/api/congresses', aCongress(place, { title }))).id
  }
  return { administrator, cycleId: cycle.id, levelId, units, congresses }
}

/** Issues forms for the units named and gives them as files by the name of the unit. */
export const issueTo = async (
  who: Browser,
  { cycleId, congresses }: FormsRoad,
  names: readonly string[],
  kind: FormKindId = 'schedule',
): Promise<Record<string, Uint8Array>> => {
  const order = { kind, congressIds: names.map((name) => congresses[name] ?? ''), deadline: '2020-02-10' }
  const issued = await who('POST', `/api/cycles/${cycleId}/forms`, order)
  if (issued.status !== 200) throw new Error(`${String(issued.status)} ${JSON.stringify(issued.body)}`)
  const { bytes } = await who('GET', `/api/form-batches/${(issued.body as FormsIssued).batchId}.zip`)
  const files = Object.entries(unzipSync(bytes))
  return Object.fromEntries(
    names.map((name) => [name, files.find(([path]) => path.endsWith(`- ${name}.xlsx`))?.[1] ?? new Uint8Array()]),
  )
}

export type Sent = readonly (readonly [name: string, bytes: Uint8Array])[]

export const sendHeap = (who: Browser, cycleId: string, files: Sent): Promise<Answer> => {
  const { headers, body } = formWithFiles(files)
  return who('POST', `/api/cycles/${cycleId}/returns`, body, headers)
}

/** Sends a heap that must be read. */
export const readHeap = async (who: Browser, { cycleId }: FormsRoad, files: Sent): Promise<ReturnPreview> => {
  const answer = await sendHeap(who, cycleId, files)
  if (answer.status !== 200) throw new Error(`${String(answer.status)} ${JSON.stringify(answer.body)}`)
  return answer.body as ReturnPreview
}

export const confirmHeap = (who: Browser, { id, digest }: ReturnPreview): Promise<Answer> =>
  who('POST', `/api/returns/${id}/confirm`, { digest })

/** What is said of a file: `fine changed: dateFrom changed 17/03/2020`. */
export const sayingOf = ({ verdict, state, cells }: ReturnedFile): string => {
  const said = cells.flatMap(({ field, state: each, code, value }) =>
    each === 'same' ? [] : [[field, code ?? each, value].filter(Boolean).join(' ')],
  )
  return [[verdict, state].filter(Boolean).join(' '), ...said].join(': ')
}

export const congressOf = async ({ administrator, congresses }: FormsRoad, name: string): Promise<Congress> =>
  (await administrator('GET', `/api/congresses/${congresses[name] ?? ''}`)).body as Congress

/** What is said of the files, each after its name. */
export const saidOf = ({ files }: ReturnPreview): Record<string, string> =>
  Object.fromEntries(files.map((file) => [file.name, sayingOf(file)]))

/** A form of one of the units, filled in. */
export const filled = (forms: Record<string, Uint8Array>, name: string, filling: Filling): Uint8Array =>
  fillForm(forms[name] ?? new Uint8Array(), filling)

export const newDay: Filling = { answers: { 'Ngày tổ chức': '17/3/2020' } }

/** Unit, number of the issue, and whether it was answered. */
export const issuedOf = async (who: Browser, { cycleId }: FormsRoad): Promise<string[]> =>
  ((await who('GET', `/api/cycles/${cycleId}/forms`)).body as IssuedForm[])
    .map(({ unitName, issue, answeredAt }) => `${unitName} ${String(issue)}${answeredAt === null ? '' : ' answered'}`)
    .sort()
