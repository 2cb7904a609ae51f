import type { Reader } from '../../db/open.ts'
import { placesOfDuties } from '../accounts/listing.ts'
import type { Duty } from '../accounts/schema.ts'
import { findCongress } from '../congresses/queries.ts'
import { listDelegates, type DelegateRecord } from '../delegates/queries.ts'
import { notFound } from '../errors.ts'
import type { Office } from '../office.ts'
import { roadPart, todayOf } from '../road/actions.ts'
import { visibleRoad } from '../road/rules.ts'
import { listMembers } from '../unit-lists/queries.ts'
import { findUnit, listUnits, subtreeOfUnits } from '../units/queries.ts'
import { listVenues } from '../venues/queries.ts'
import { askedOf, type ListOf } from './asked-fields.ts'
import { delegateTable } from './delegate-table.ts'
import { headingOf } from './field-names.ts'
import { congressScope } from './import-congresses.ts'
import { apartOf } from './import-delegates.ts'
import { importFields, requiredFields, type UnitKind } from './schema.ts'
import { congressChoices, congressRows, emptyTable, sheetNames, unitTable, venueTable } from './tables.ts'
import { createUnitNames } from './unit-names.ts'
import type { Written } from './writing/looks.ts'
import { writeTable, type Table } from './writing/write-workbook.ts'

export interface NamedFile {
  /** Without its ending. */
  name: string
  bytes: Buffer
}

const visibleUnits = async (office: Office, duties: readonly Duty[]) => {
  const mine = await placesOfDuties(office.db.read, duties, 'viewer')
  return (await listUnits(office.db.read)).filter(({ id }) => mine?.has(id) ?? true)
}

/** The units that this account sees, or those under one of them. */
export const exportUnits = async (
  office: Office,
  duties: readonly Duty[],
  rootId: string | null,
): Promise<NamedFile> => {
  const visible = await visibleUnits(office, duties)
  if (rootId !== null && !visible.some(({ id }) => id === rootId)) throw notFound()
  const below = rootId === null ? null : await subtreeOfUnits(office.db.read, [rootId])
  const inScope = visible.filter(({ id }) => below?.has(id) ?? true)
  const table = unitTable(
    inScope.filter(({ id }) => id !== rootId),
    createUnitNames(inScope),
  )
  return { name: sheetNames.units, bytes: await writeTable(table) }
}

/** The venues that this account sees. */
export const exportVenues = async (office: Office, duties: readonly Duty[]): Promise<NamedFile> => {
  const units = await visibleUnits(office, duties)
  const known = new Set(units.map(({ id }) => id))
  const venues = (await listVenues(office.db.read)).filter(({ unitId }) => known.has(unitId))
  return { name: sheetNames.venues, bytes: await writeTable(venueTable(venues, units)) }
}

/** The cycle's congresses that this account sees. */
export const exportCongresses = async (
  office: Office,
  duties: readonly Duty[],
  cycleId: string,
): Promise<NamedFile> => {
  const { table, name } = await congressTable(office, duties, cycleId)
  return { name, bytes: await writeTable(table) }
}

/** Who attends a congress, or the same form with nobody in it: what its level asks, as far as this account may know it. */
export const exportDelegates = async (
  office: Office,
  duties: readonly Duty[],
  congressId: string,
  isEmpty: boolean,
): Promise<NamedFile> => {
  const congress = await findCongress(office.db.read, congressId)
  if (!congress) throw notFound()
  const records = await listDelegates(office.db.read, congressId)
  const table = await tableOf(office.db.read, duties, { congressId, unitId: null }, records)
  return fileOf(table, { title: congress.title, isEmpty })
}

/** The same of the list that a unit sends to a congress. */
export const exportUnitList = async (
  { db: { read } }: Office,
  duties: readonly Duty[],
  { congressId, unitId }: { congressId: string; unitId: string },
  isEmpty: boolean,
): Promise<NamedFile> => {
  const unit = await findUnit(read, unitId)
  if (!unit) throw notFound()
  const records = isEmpty ? [] : await listMembers(read, congressId, unit)
  return fileOf(await tableOf(read, duties, { congressId, unitId }, records), { title: unit.name, isEmpty })
}

const tableOf = async (
  read: Reader,
  duties: readonly Duty[],
  list: ListOf,
  records: readonly DelegateRecord[],
): Promise<Table> => {
  const asked = await askedOf(read, list, duties)
  const people = records.map(({ person }) => person.id)
  return delegateTable(list, { records, asked, apart: await apartOf(read, asked, people) })
}

const fileOf = async (table: Table, { title, isEmpty }: { title: string; isEmpty: boolean }): Promise<NamedFile> => {
  const above = isEmpty ? [`Mẫu danh sách đại biểu`, ...explanations.delegates] : []
  const name = `${isEmpty ? 'Mẫu đại biểu' : sheetNames.delegates} - ${title}`
  return { name, bytes: await writeTable({ ...table, above, rows: isEmpty ? [] : table.rows }) }
}

const congressTable = async (office: Office, duties: readonly Duty[], cycleId: string) => {
  const whole = await roadPart(office.db.read, cycleId)
  const road = visibleRoad(whole, duties, todayOf(office, whole.cycle.standsOn))
  if (!road) throw notFound()
  const mine = await placesOfDuties(office.db.read, duties, 'viewer')
  const seen = road.units.filter(({ id }) => mine?.has(id) ?? true)
  const scope = congressScope({ ...whole, units: whole.units.filter(({ id }) => mine?.has(id) ?? true) }, null)
  const venues = whole.venues.filter(({ unitId }) => mine?.has(unitId) ?? true)
  const choices = congressChoices(
    road.levels,
    seen.map(({ id }) => scope.names.label(id)),
    [...new Set(venues.map((venue) => scope.venueNames.label(venue.id, venue.unitId)))],
  )
  const congresses = road.congresses.filter(({ unitId }) => mine?.has(unitId) ?? true)
  const table: Table = { ...emptyTable('congresses', choices), rows: congressRows(congresses, road.levels, scope) }
  return { table, name: `${sheetNames.congresses} - ${road.cycle.name}` }
}

/** An empty form: what to write, the headings with the required ones marked, and one example, which is not imported. */
export const exportForm = async (
  office: Office,
  duties: readonly Duty[],
  { kind, cycleId }: { kind: UnitKind; cycleId: string | null },
): Promise<NamedFile> => {
  const table = await emptyForm(office, duties, kind, cycleId)
  const required: readonly string[] = requiredFields[kind]
  const headings = importFields[kind].map((field) => headingOf(kind, field) + (required.includes(field) ? ' *' : ''))
  const name = `Mẫu nhập ${sheetNames[kind].toLocaleLowerCase('vi')}`
  const above = [name, ...explanations.all, ...explanations[kind]]
  return { name, bytes: await writeTable({ ...table, headings, above, rows: [examples[kind]] }) }
}

const emptyForm = async (office: Office, duties: readonly Duty[], kind: UnitKind, cycleId: string | null) => {
  if (kind === 'congresses' && cycleId !== null) return (await congressTable(office, duties, cycleId)).table
  const units = await visibleUnits(office, duties)
  if (kind === 'units') return unitTable(units, createUnitNames(units))
  if (kind === 'venues') return venueTable([], units)
  const names = createUnitNames(units)
  return emptyTable(
    'congresses',
    congressChoices(
      [],
      units.map(({ id }) => names.label(id)),
      [],
    ),
  )
}

const explanations = {
  all: [
    'Cột có dấu * phải điền. Ngày viết ngày/tháng/năm, ví dụ 9/9/2020. Ô để trống giữ nguyên nội dung đã có.',
    'Dòng bắt đầu bằng “Ví dụ:” không được nhập. Có thể thêm, bớt hoặc đổi chỗ các cột.',
  ],
  units: ['Đơn vị cấp trên ghi mã hoặc tên; nếu nhiều nơi trùng tên thì ghi kèm cấp trên: Huyện Hải Hậu / Xã Hải Anh.'],
  venues: [
    'Đơn vị quản lý ghi mã hoặc tên; nếu nhiều nơi trùng tên thì ghi kèm cấp trên: Huyện Hải Hậu / Xã Hải Anh.',
    'Cách kê bàn ghế: rạp hát, lớp học, bàn tiệc, chữ U, bàn họp; mỗi cách kèm số chỗ, ngăn bằng dấu chấm phẩy.',
  ],
  delegates: [
    'Họ và tên phải điền, các cột khác có thì ghi. Ngày sinh ghi năm hoặc ngày/tháng/năm. Ô để trống giữ nguyên nội dung đã có.',
    'Nhiều cơ cấu hoặc danh hiệu thì ngăn bằng dấu chấm phẩy. Có thể thêm, bớt hoặc đổi chỗ các cột.',
  ],
  congresses: [
    'Đơn vị ghi mã hoặc tên. Hội nghị mới ở trạng thái dự kiến; tên hội nghị để trống thì được đặt theo hình thức và đơn vị.',
  ],
}

const examples: Record<UnitKind, Written[]> = {
  units: [
    'Ví dụ: Xã Hải Anh',
    '13984',
    'Huyện Hải Hậu',
    'Xã',
    'Cụm thi đua số 1',
    23,
    'Trần Văn An',
    '0912 345 678',
    'Xóm 5, xã Hải Anh',
  ],
  venues: [
    'Ví dụ: Nhà văn hóa huyện',
    'Huyện Hải Hậu',
    'Thị trấn Yên Định',
    450,
    'Kiểu rạp hát: 450; Kiểu lớp học: 200',
    'Trần Văn An',
    '0912 345 678',
  ],
  congresses: [
    'Ví dụ: Xã Hải Anh',
    'Cấp cơ sở',
    'Hội nghị điển hình tiên tiến',
    null,
    null,
    null,
    { date: '2020-03-12' },
    { date: '2020-03-12' },
    'Sáng',
    null,
    'Nhà văn hóa huyện',
    120,
    10,
    'Đại biểu',
    'Không',
  ],
}
