import type { Reader } from '../../../db/open.ts'
import type { Row } from '../../../db/rows.ts'
import { askedOpenly } from '../../exchange/asked-fields.ts'
import { delegateFields, standingsToImport } from '../../exchange/delegate-fields.ts'
import { showDelegateField, standsOf } from '../../exchange/delegate-stands.ts'
import { hasError, type Draft } from '../../exchange/draft.ts'
import { headingOf } from '../../exchange/field-names.ts'
import { planUnitList, type UnitListPlan } from '../../exchange/import-unit-list.ts'
import type { ImportRow } from '../../exchange/schema.ts'
import type { Office } from '../../office.ts'
import { both } from '../../quotas/rules.ts'
import { aimWords } from '../../quotas/rules/aim-words.ts'
import { countMembers, isSent } from '../../unit-lists/rules.ts'
import {
  findQuotaOfUnit,
  listGroupWords,
  listMembers,
  listSendersOfCycle,
  listStatesOfCycle,
} from '../../unit-lists/queries.ts'
import { formField, type FormField } from '../form-field.ts'
import type { FormAnswer, FormKind, FormRoad, FormTarget, JudgedAnswer, OpenForm } from '../form.ts'
import { targetOf } from '../rules.ts'

/** A unit tells whom it sends to a congress above it: a row for each. */
export const delegatesForm: FormKind = {
  id: 'delegates',
  title: 'Phiếu đăng ký đại biểu',
  shortTitle: 'Đăng ký đại biểu',
  isTable: true,
  lead: [
    'Xin ghi mỗi đại biểu một dòng vào các ô màu vàng. Họ và tên phải điền, các cột khác có thì ghi; dòng điền sẵn cần sửa thì sửa ngay tại ô.',
    'Bỏ trống một dòng không xóa ai khỏi danh sách: ai không còn đi thì xin báo lại. Nhiều cơ cấu hoặc danh hiệu thì ngăn bằng dấu chấm phẩy.',
  ],
  open: async (office, read, road) => openDelegates(office, read, road, await whoSends(read, road)),
}

/** Columns of the form; each is read, and called, as in every list of delegates. */
const columns = [
  ...(['address', 'name', 'sex', 'birth', 'post', 'unit', 'class', 'standing'] as const),
  ...(['structure', 'titles', 'isDirectWorker', 'phone', 'note', 'systemCode'] as const),
]

const fields: readonly FormField[] = columns.map((name) =>
  formField(name, headingOf('delegates', name), '', { kind: delegateFields[name], isRequired: name === 'name' }),
)

interface Senders {
  /** Units that were asked for a list, or sent one, by congress and unit. */
  all: ReadonlySet<string>
  /** Those of them whose list is with the congress. */
  sent: ReadonlySet<string>
}

const whoSends = async (read: Reader, { facts }: FormRoad): Promise<Senders> => {
  const asked = await listSendersOfCycle(read, facts.cycle.id)
  const states = await listStatesOfCycle(read, facts.cycle.id)
  return {
    all: new Set([...asked, ...states].map(targetOf)),
    sent: new Set(states.flatMap(({ state, ...target }) => (isSent(state) ? [targetOf(target)] : []))),
  }
}

const openDelegates = (office: Office, read: Reader, { facts, scope }: FormRoad, senders: Senders): OpenForm => {
  const unitOf = ({ unitId }: FormTarget) => facts.units.find(({ id }) => id === unitId)
  const has = (target: FormTarget) => scope.names.label(target.unitId) !== '' && senders.all.has(targetOf(target))
  const membersOf = async (target: FormTarget) => {
    const unit = unitOf(target)
    return unit ? listMembers(read, target.congressId, unit) : []
  }
  const quotaOf = ({ congressId, unitId }: FormTarget) => findQuotaOfUnit(read, congressId, unitId)
  return {
    fields,
    has,
    standing: async (target) => {
      const records = await membersOf(target)
      const cells = records.flatMap((record) => {
        const stands = standsOf(record.person, record)
        return columns.map((field) => [
          keyOf(record.delegate.id, field),
          field === 'systemCode' ? record.delegate.id : showDelegateField(field, stands[field] ?? null),
        ])
      })
      return { [codesKey]: records.map(({ delegate }) => delegate.id).join(' '), ...Object.fromEntries(cells) }
    },
    choices: async (target) => ({
      class: ['Đại biểu chính thức', 'Khách mời'],
      standing: standingsToImport.map(([, [word]]) => word),
      sex: ['Nam', 'Nữ'],
      isDirectWorker: ['Có', 'Không'],
      structure: await listGroupWords(read, target.congressId),
    }),
    plan: async (answers) => {
      const parts: { judged: JudgedAnswer; plan: UnitListPlan }[] = []
      for (const answer of answers) {
        const unit = unitOf(answer.target)
        if (unit) parts.push(await planAnswer(office, read, unit, answer))
      }
      return {
        judged: parts.map(({ judged }) => judged),
        write: async (rows) => {
          for (const { judged, plan } of parts) if (judged.shown.state === 'changed') await plan.write(rows)
        },
      }
    },
    upward: {
      congressesOf: (unitId) =>
        facts.congresses.map(({ id }) => id).filter((congressId) => has({ unitId, congressId })),
      isSent: (target) => senders.sent.has(targetOf(target)),
      lines: async (target) => {
        const quota = await quotaOf(target)
        if (!quota || quota.sentAt === null) return []
        const guests = quota.sentGuests ?? 0
        const more = guests === 0 ? '' : `, ${String(guests)} khách mời`
        const aims = quota.aims.map(aimWords).join('; ')
        return [
          `Được phân bổ: ${String(quota.sentOfficial ?? 0)} đại biểu chính thức${more}.`,
          ...(aims === '' ? [] : [`Cơ cấu: ${aims}.`]),
        ]
      },
      blanks: async (target) => {
        const quota = await quotaOf(target)
        const { entered } = countMembers((await membersOf(target)).map(({ delegate }) => delegate))
        const allowed = (quota?.sentOfficial ?? 0) + (quota?.sentGuests ?? 0)
        return Math.min(mostBlanks, Math.max(0, allowed - both(entered)) + spareBlanks)
      },
    },
  }
}

const spareBlanks = 5
const mostBlanks = 300

/** Under which the codes of the rows are kept in the order in which they stand. */
const codesKey = 'codes'
const keyOf = (code: string, field: string) => `${code}.${field}`

/** The rows of a form as it was issued, each by field. */
export const issuedRows = (prefilled: Readonly<Record<string, string>>): Record<string, string>[] =>
  (prefilled[codesKey] ?? '')
    .split(' ')
    .filter(Boolean)
    .map((code) => Object.fromEntries(columns.map((field) => [field, prefilled[keyOf(code, field)] ?? ''])))

const planAnswer = async (
  office: Office,
  read: Reader,
  unit: Row<'units'>,
  { target: { congressId }, draft, rows, prefilled, decided }: FormAnswer,
): Promise<{ judged: JudgedAnswer; plan: UnitListPlan }> => {
  const standing = new Set((await listMembers(read, congressId, unit)).map(({ delegate }) => delegate.id))
  const drafts = rows.filter((each) => saysAnything(each, prefilled, standing))
  const asked = await askedOpenly(read, congressId)
  const plan = await planUnitList(office, read, { congressId, unit, drafts, asked, decided, decidedAll: null })
  const shown = plan.judged.map((each) => each.shown)
  const isWrong = plan.judged.some((each) => hasError(each.draft) || each.shown.state === 'choose')
  const isNew = shown.some(({ state }) => state === 'new' || state === 'changed')
  const state = isWrong ? 'error' : isNew ? 'changed' : 'same'
  const judged = { draft, targetId: null, shown: { row: draft.row, state, cells: [] } } as const
  return {
    judged: { ...judged, shown: { ...judged.shown, cells: [] }, rows: shown.map(withQuestion), excess: plan.excess },
    plan,
  }
}

/**
 * What comes back as it was sent says nothing, as long as its person is on the list still: what was changed here
 * meanwhile stays.
 */
const saysAnything = (
  draft: Draft,
  prefilled: Readonly<Record<string, string>>,
  standing: ReadonlySet<string>,
): boolean => {
  const code = draft.cells.get('systemCode')?.text ?? ''
  const isIssued = prefilled[keyOf(code, 'systemCode')] === code && code !== ''
  const saidOf = (field: (typeof columns)[number]) => {
    const value = draft.values.get(field)
    return value === undefined ? (draft.cells.get(field)?.text ?? '') : showDelegateField(field, value)
  }
  const told = columns.filter((field) => field !== 'systemCode' && draft.cells.has(field))
  const same = told.filter((field) => isIssued && saidOf(field) === prefilled[keyOf(code, field)])
  if (same.length === told.length && !draft.cells.has('delegation')) return false
  if (!standing.has(code)) return true
  for (const field of same) {
    draft.values.delete(field)
    draft.cells.delete(field)
    draft.faults.delete(field)
  }
  return true
}

/** As long as a question waits for its answer it is told as what is wrong: the unit may be asked, and another name written. */
const withQuestion = (row: ImportRow): ImportRow => {
  if (row.state !== 'choose' || !row.question) return row
  const { code, candidates, details } = row.question
  const isTwice = code === 'same-in-file'
  const told = {
    code: isTwice ? ('twice-in-file' as const) : ('several-fit' as const),
    details: isTwice ? { row: details['row'] ?? 0 } : { count: candidates.length },
  }
  const cells = row.cells.map((cell) =>
    cell.field === 'name' ? { ...cell, ...told, state: 'error' as const, was: null } : cell,
  )
  return { ...row, cells }
}
