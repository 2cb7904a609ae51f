import type { Row } from '../../db/rows.ts'
import { writeTable } from '../exchange/writing/write-workbook.ts'
import { both, gapOf, judgeAim, sumOf } from './rules.ts'
import { aimWords } from './rules/aim-words.ts'
import type { QuotaBoard } from './schema.ts'

const headings = [
  'Đơn vị',
  'Khối, cụm',
  'Tổng số',
  'Chính thức',
  'Khách mời',
  'Chính thức đã nhập',
  'Khách mời đã nhập',
  'Chính thức đã duyệt',
  'Khách mời đã duyệt',
  'Chính thức còn thiếu',
  'Khách mời còn thiếu',
  'Cơ cấu',
  'Ngày gửi',
  'Lý do vượt',
  'Ghi chú',
]

/** The board as a workbook: allowed, entered, approved and the gap of each unit. The list of quotas reads it back. */
export const exportBoard = async (
  board: QuotaBoard,
  { title }: Pick<Row<'congresses'>, 'title'>,
): Promise<{ name: string; bytes: Buffer }> => {
  const rows = board.quotas.map((quota) => {
    const gap = gapOf(quota)
    return [
      quota.name,
      quota.block,
      both(quota),
      quota.official,
      quota.guests,
      quota.entered.official,
      quota.entered.guests,
      quota.approved.official,
      quota.approved.guests,
      gap.official,
      gap.guests,
      quota.aims.map((aim) => aimWords(aim)).join('; '),
      quota.sent ? { date: quota.sent.at.slice(0, 10) } : null,
      quota.excessReason,
      quota.note,
    ]
  })
  const allowed = sumOf(board.quotas)
  const targets = board.targets.map((target) => {
    if (target.have === null) return aimWords(target)
    const { wanted } = judgeAim(target, target.have, Math.max(allowed.official, board.entered.official))
    return `${aimWords(target)}: ${String(target.have)}/${String(wanted)}`
  })
  const bytes = await writeTable({
    name: 'Phân bổ đại biểu',
    above: [
      `Phân bổ đại biểu - ${title}`,
      `Phân bổ ${String(both(allowed))}${board.maximum === null ? '' : `, tối đa ${String(board.maximum)}`}; đã nhập ${String(both(board.entered))}.`,
      ...(targets.length === 0 ? [] : [targets.join('; ')]),
    ],
    headings,
    rows,
    choices: new Map(),
  })
  return { name: `Phân bổ đại biểu - ${title}`, bytes }
}
