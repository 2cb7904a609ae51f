import { readFileSync } from 'node:fs'
import { DatabaseTooNew } from './open.ts'

export type Engine = 'sqlite' | 'postgres'

export const migrationsFolder = (engine: Engine) => new URL(`./migrations/${engine}`, import.meta.url)

/** When each migration of this program was made (milliseconds, rising): drizzle's key for «already applied». */
export const journal = (engine: Engine): number[] => {
  const file = new URL(`${migrationsFolder(engine).href}/meta/_journal.json`)
  const { entries } = JSON.parse(readFileSync(file, 'utf8')) as { entries: { when: number }[] }
  return entries.map((entry) => entry.when)
}

/** Throws before anything is touched when the database was last migrated by a newer program. */
export const refuseNewer = (engine: Engine, applied: number | null) => {
  const newest = Math.max(...journal(engine))
  if (applied !== null && applied > newest) {
    throw new DatabaseTooNew(
      'Cơ sở dữ liệu này do một phiên bản mới hơn của Tiến Tới tạo ra; hãy cài phiên bản đó. Không có gì bị thay đổi. / ' +
        'This database was made by a newer version of Tiến Tới; install that version. Nothing was changed.',
    )
  }
}

export const isUpToDate = (engine: Engine, applied: number | null) =>
  applied !== null && applied >= Math.max(...journal(engine))
