import type { Reader } from '../../db/open.ts'
import type { Row } from '../../db/rows.ts'
import { mayAt } from '../accounts/rules.ts'
import type { Duty } from '../accounts/schema.ts'
import { findCongress } from '../congresses/queries.ts'
import { listCycles, listLevels } from '../cycles/queries.ts'
import { forbidsPrinting } from '../documents/rules/template-faults.ts'
import type { TemplateField } from '../documents/schema.ts'
import { inspectTemplate, listTemplateKinds, readTemplate, type Template } from '../documents/templates.ts'
import { notFound } from '../errors.ts'
import { findUnit, lineOfUnit, subtreeOfUnits } from '../units/queries.ts'
import type { TemplatePlace } from './actions.ts'
import { findCopy, findVersion, listCongressesAt, listCopies, listLastVersions, listVersions } from './queries.ts'
import { nearestCopy, placeOf } from './rules.ts'
import {
  templateGroups,
  type CopyOfTemplate,
  type PlaceholderShown,
  type TemplateList,
  type TemplateTexts,
  type TemplateView,
} from './schema.ts'
import { filesOver, shippedHashOf, shippedTexts } from './source.ts'

type Copy = Row<'templateCopies'>

/** All kinds with the copies that a unit keeps, and where its papers take each from otherwise. */
export const listTemplates = async (read: Reader, duties: readonly Duty[], unitId: string): Promise<TemplateList> => {
  const line = await lineOfUnit(read, unitId)
  const copies = await listCopies(read, line)
  const shown = await shownCopies(
    read,
    copies.filter((copy) => copy.unitId === unitId),
  )
  const kinds = await Promise.all(
    (await listTemplateKinds()).map(async (kind) => {
      const { titles, group = 'road' as const } = await readTemplate(kind)
      const own = copies.flatMap((copy) => (copy.kind === kind ? (shown.get(copy.id) ?? []) : []))
      const above = inForce(copies, kind).filter((copy) => copy.unitId !== unitId)
      return {
        kind,
        titles,
        group,
        copies: own,
        from: await originOf(read, nearestCopy(above, { line, levelId: null })),
      }
    }),
  )
  return {
    kinds: kinds.sort((one, other) => templateGroups.indexOf(one.group) - templateGroups.indexOf(other.group)),
    levels: await levelsFor(read, unitId, line),
    mayChange: mayAt(duties, 'administrator', line),
  }
}

/** A kind as it is edited at a unit: with its own copy, or what its papers take without one. */
export const viewTemplate = async (read: Reader, place: TemplatePlace): Promise<TemplateView> => {
  const { unitId, levelId, kind } = place
  if (!(await listTemplateKinds()).includes(kind)) throw notFound()
  const line = await lineOfUnit(read, unitId)
  const copy = await findCopy(read, placeOf(place, kind))
  const versions = copy ? await listVersions(read, copy.id) : []
  const nearest = copy ?? nearestCopy(inForce(await listCopies(read, line), kind), { line, levelId })
  const number = copy ? copy.lastNumber : nearest?.inForce
  const taken = nearest && number ? await findVersion(read, nearest.id, number) : undefined
  const texts: TemplateTexts = { ...(await shippedTexts(kind)), ...taken?.files }
  // A draft with faults may be no template at all; what it is called and may say is then told by the one that ships.
  const template = (await inspectTemplate(kind, filesOver(kind, texts))).template ?? (await readTemplate(kind))
  return {
    kind,
    titles: template.titles,
    languages: [...template.languages],
    copy: copy ? ((await shownCopies(read, [copy])).get(copy.id) ?? null) : null,
    texts,
    from: copy ? null : await originOf(read, nearest),
    placeholders: placeholdersOf(template),
    versions: versions.map(({ number: each, isDraft, restored, note, accountName, at }) => ({
      number: each,
      isDraft,
      restored,
      note,
      accountName,
      at,
    })),
    congresses: await congressesFor(read, place),
  }
}

/** The texts of a kept version; number 0 = those that ship. */
export const findTexts = async (read: Reader, place: TemplatePlace, number: number): Promise<TemplateTexts> => {
  if (!(await listTemplateKinds()).includes(place.kind)) throw notFound()
  const shipped = await shippedTexts(place.kind)
  if (number === 0) return shipped
  const copy = await findCopy(read, placeOf(place, place.kind))
  const version = copy && (await findVersion(read, copy.id, number))
  if (!version) throw notFound()
  return { ...shipped, ...version.files }
}

const inForce = (copies: readonly Copy[], kind: string): Copy[] =>
  copies.filter((copy) => copy.kind === kind && copy.inForce !== null)

const shownCopies = async (read: Reader, copies: readonly Copy[]): Promise<Map<string, CopyOfTemplate>> => {
  const last = new Map(
    (
      await listLastVersions(
        read,
        copies.map(({ id }) => id),
      )
    ).map((version) => [version.copyId, version]),
  )
  const shown = new Map<string, CopyOfTemplate>()
  for (const { id, kind, levelId, lastNumber, inForce: number, version } of copies) {
    const { isDraft = true, shippedHash = '', accountName = '', at = '', files = {} } = last.get(id) ?? {}
    const faults = await faultsOfCopy(kind, files)
    const isShippedNewer = shippedHash !== shippedHashOf(await shippedTexts(kind))
    shown.set(id, { levelId, lastNumber, inForce: number, isDraft, isShippedNewer, faults, accountName, at, version })
  }
  return shown
}

const faultsOfCopy = async (kind: string, files: TemplateTexts): Promise<CopyOfTemplate['faults']> => {
  const faults = (await inspectTemplate(kind, filesOver(kind, files))).faults.filter(forbidsPrinting)
  const [first] = faults
  return first ? { count: faults.length, file: first.file, line: first.line } : null
}

const originOf = async (read: Reader, copy: Pick<Copy, 'unitId' | 'levelId'> | null | undefined) => {
  const unit = copy && (await findUnit(read, copy.unitId))
  return unit ? { unitId: unit.id, unitName: unit.name, levelId: copy.levelId } : null
}

/** Levels of the roads on which the unit is: of cycles that it keeps, or a unit above it. */
const levelsFor = async (read: Reader, unitId: string, line: readonly string[]): Promise<TemplateList['levels']> => {
  const below = await subtreeOfUnits(read, [unitId])
  const cycles = (await listCycles(read)).filter((cycle) => line.includes(cycle.unitId) || below.has(cycle.unitId))
  const levels = await Promise.all(
    cycles.map(async (cycle) =>
      (await listLevels(read, cycle.id)).map(({ id, name, nameEnglish }) => ({
        id,
        name,
        nameEnglish,
        cycleName: cycle.name,
      })),
    ),
  )
  return levels.flat()
}

/** Congresses of the unit and those below it, its own first. */
const congressesFor = async (read: Reader, { unitId, levelId }: TemplatePlace): Promise<TemplateView['congresses']> => {
  const below = [...(await subtreeOfUnits(read, [unitId]))]
  const found = await listCongressesAt(read, below, levelId)
  return found
    .sort((one, other) => Number(other.unitId === unitId) - Number(one.unitId === unitId))
    .map(({ id, title }) => ({ id, title }))
}

/** Refused, as if it were not there, where the congress is none of the unit or those below it. */
export const requireCongressBelow = async (read: Reader, unitId: string, congressId: string): Promise<void> => {
  const congress = await findCongress(read, congressId)
  if (!congress || !(await lineOfUnit(read, congress.unitId)).includes(unitId)) throw notFound()
}

/** What a wording may name, with its meaning and a sample. */
const placeholdersOf = ({ placeholders, fields, columns, counts = {}, tables = {}, titles }: Template) => {
  const own: PlaceholderShown[] = Object.entries(placeholders).map(([name, { means, sample, isBlock }]) => ({
    name,
    means: means ?? { vi: sample, en: sample },
    sample: isBlock === true ? '' : sample,
    from: isBlock === true ? 'block' : 'congress',
  }))
  const ofFields = fields.filter(({ englishOf }) => englishOf === undefined).map(fieldShown)
  const ofColumns: PlaceholderShown[] = columns.map(({ name, labels, samples }) => ({
    name,
    means: labels,
    sample: samples[0] ?? '',
    from: 'row',
  }))
  const ofRows: PlaceholderShown[] = columns.length === 0 ? [] : rowsShown.map((each) => ({ ...each, from: 'row' }))
  const ofTables: PlaceholderShown[] = Object.keys(tables).map((name) => ({
    name,
    means: titles,
    sample: '',
    from: 'block',
  }))
  const ofCounts: PlaceholderShown[] = Object.keys(counts).flatMap((name) => [
    { name, means: countMeans(name), sample: '12', from: 'congress' as const },
    { name: `${name}Share`, means: shareMeans(name), sample: '34,5%', from: 'congress' as const },
  ])
  return [...ofColumns, ...ofRows, ...ofFields, ...own, ...ofCounts, ...ofTables]
}

const fieldShown = ({ name, labels, fallback }: TemplateField): PlaceholderShown => ({
  name,
  means: labels,
  sample: fallback.slice(0, 500),
  from: 'field',
})

const countMeans = (name: string) => ({ vi: `Số người đếm theo “${name}”`, en: `How many are counted as “${name}”` })
const shareMeans = (name: string) => ({ vi: `Tỷ lệ của “${name}”`, en: `Share of “${name}”` })

const rowsShown = [
  {
    name: 'called',
    means: { vi: 'Cách gọi kèm họ tên', en: 'Form of address and name' },
    sample: 'Đồng chí Nguyễn Văn An',
  },
  {
    name: 'calledWithComma',
    means: {
      vi: 'Cách gọi kèm họ tên, có dấu phẩy khi còn chức vụ hay đơn vị theo sau',
      en: 'Form of address and name, with a comma where post or unit follows',
    },
    sample: 'Đồng chí Nguyễn Văn An,',
  },
  {
    name: 'nameWithComma',
    means: {
      vi: 'Họ tên, có dấu phẩy khi còn chức vụ hay đơn vị theo sau',
      en: 'Name, with a comma where post or unit follows',
    },
    sample: 'Nguyễn Văn An,',
  },
  {
    name: 'postAndUnit',
    means: { vi: 'Chức vụ và đơn vị', en: 'Post and unit' },
    sample: 'Chủ tịch UBND, xã Hải Anh',
  },
  { name: 'ordinal', means: { vi: 'Số thứ tự', en: 'Place in the list' }, sample: '1' },
  { name: 'rowCount', means: { vi: 'Tổng số dòng', en: 'Number of rows' }, sample: '120' },
  {
    name: 'discussionGroup',
    means: { vi: 'Tổ thảo luận, nơi họp, tổ trưởng', en: 'Discussion group, its place and chair' },
    sample: 'Tổ 3, Phòng họp số 2 (Tổ trưởng: Trần Văn A)',
  },
  {
    name: 'comesTo',
    means: { vi: 'Các phiên được phân công dự', en: 'Sessions that were assigned' },
    sample: '14:00 08/9 Phiên trù bị; 07:00 09/9 Phiên chính thức',
  },
  {
    name: 'roles',
    means: { vi: 'Vai trò, yêu cầu', en: 'Roles and what is expected' },
    sample: 'Đoàn Chủ tịch: ngồi hàng ghế đầu',
  },
  { name: 'code', means: { vi: 'Mã đường dẫn cá nhân', en: 'Code of the personal link' }, sample: '' },
] as const
