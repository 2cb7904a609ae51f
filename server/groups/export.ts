import { writeLists } from '../exchange/writing/write-workbook.ts'
import type { GroupRole } from './rules/choices.ts'
import type { GroupBoard } from './schema.ts'

const headings = ['STT', 'Họ và tên', 'Chức vụ', 'Đơn vị', 'Đoàn', 'Vai trò trong tổ']
const roleWords: Record<GroupRole, string> = { chair: 'Tổ trưởng', secretary: 'Thư ký' }

/** The groups as a workbook, a sheet each: who leads first, then in the order of the list. */
export const exportGroups = async (
  { groups, members, people }: GroupBoard,
  { title }: { title: string },
): Promise<{ name: string; bytes: Buffer }> => {
  const memberOf = new Map(members.map((member) => [member.delegateId, member]))
  const tables = groups.map(({ id, name, place }, at) => {
    const own = people.filter((person) => memberOf.get(person.id)?.groupId === id)
    const rows = own
      .map((person) => ({ person, role: memberOf.get(person.id)?.role ?? null }))
      .sort((one, other) => rankOf(one.role) - rankOf(other.role))
      .map(({ person, role }, row) => [
        row + 1,
        person.name,
        person.post,
        person.workplace,
        person.delegation,
        role === null ? '' : roleWords[role],
      ])
    const above = [`${name} - ${title}`, [`${String(own.length)} đại biểu`, place].filter(Boolean).join(', ')]
    return { name: sheetName(name, at), above, headings, rows }
  })
  const none = { name: 'Tổ thảo luận', above: [title, 'Chưa có tổ nào'], headings, rows: [] }
  return { name: `Tổ thảo luận - ${title}`, bytes: await writeLists(tables.length > 0 ? tables : [none]) }
}

const rankOf = (role: GroupRole | null): number => (role === 'chair' ? 0 : role === 'secretary' ? 1 : 2)

/** Excel wants names of at most 31 letters, none of these, and no two alike. */
const sheetName = (name: string, at: number): string =>
  `${String(at + 1)}. ${name.replaceAll(/[[\]:*?/\\']/gu, ' ')}`.slice(0, 31).trim()
