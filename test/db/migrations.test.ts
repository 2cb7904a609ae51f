import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { Sqlite } from '../../db/engine.ts'
import { journal, migrationsFolder } from '../../db/journal.ts'
import { DatabaseTooNew, openDatabase } from '../../db/open.ts'

const unitWithCycle = `
  INSERT INTO units (id, code, name, folded, type, block, contact_name, contact_phone, address, predecessor_ids, version)
    VALUES ('unit', '', 'Xã', 'xa', '', '', '', '', '', '[]', 1);
  INSERT INTO cycles (id, unit_id, name, ordinal, theme, starts_on, ends_on, documents, is_example, version)
    VALUES ('cycle', 'unit', 'Đường tới Đại hội V', 'V', '', '2019-06-01', '2020-12-31', '[]', 0, 1);
`

describe('a database on disk', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'tien-toi-test-'))
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  const file = () => join(folder, 'tien-toi.sqlite')
  const open = () => openDatabase({ url: null, folder })
  const hash = () => createHash('sha256').update(readFileSync(file())).digest('hex')
  /** Changes the file as another version of the program would have. */
  const alter = (sql: string) => {
    const connection = new Sqlite(file())
    connection.exec(sql)
    connection.pragma('wal_checkpoint(TRUNCATE)')
    connection.close()
  }

  /** Leaves a file as the program with the first migration alone made it. */
  const makeOfFirstProgram = () => {
    const [first = 0] = journal('sqlite')
    alter(readFileSync(new URL(`${migrationsFolder('sqlite').href}/0000_ground.sql`), 'utf8'))
    alter(`
      CREATE TABLE __drizzle_migrations (id INTEGER PRIMARY KEY, hash text NOT NULL, created_at numeric);
      INSERT INTO __drizzle_migrations (hash, created_at) VALUES ('ground', ${String(first)});
    `)
  }

  test('made by a newer program is refused untouched', async () => {
    await (await open()).close()
    alter('UPDATE __drizzle_migrations SET created_at = 4102444800000')
    const before = hash()
    await expect(open()).rejects.toBeInstanceOf(DatabaseTooNew)
    expect(hash()).toBe(before)
    expect(readdirSync(folder)).not.toContain('copies')
  })

  test('that is up to date is opened without a copy', async () => {
    await (await open()).close()
    await (await open()).close()
    expect(readdirSync(folder)).toEqual(['tien-toi.sqlite'])
  })

  test('of an older program is copied aside before it is brought up to date', async () => {
    // A file from before the first migration: with a table of its own, none of ours.
    alter("CREATE TABLE notes (text TEXT); INSERT INTO notes VALUES ('giữ lại')")
    const db = await open()
    await db.close()
    const [copy = ''] = readdirSync(join(folder, 'copies'))
    const copied = new Sqlite(join(folder, 'copies', copy), { readonly: true })
    const tables = copied.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").all()
    expect(tables).toEqual([{ name: 'notes' }])
    expect(copied.prepare('SELECT text FROM notes').all()).toEqual([{ text: 'giữ lại' }])
    copied.close()
  })

  test('of a program without a tray keeps its items where they stood', async () => {
    makeOfFirstProgram()
    alter(`
      ${unitWithCycle}
      INSERT INTO levels (id, cycle_id, position, name, name_english, forms, gap_before_upper_days, leader_max_per_day, rules_off, version)
        VALUES ('level', 'cycle', 0, 'Cấp cơ sở', 'Grassroots', '[]', 20, 2, '[]', 1);
      INSERT INTO congresses (id, cycle_id, level_id, unit_id, form, title, folded, theme, ordinal, half_day, is_pilot, post_ids, note, state, is_date_invented, version)
        VALUES ('congress', 'cycle', 'level', 'unit', 'Hội nghị', 'Hội nghị xã', '', '', '', 'morning', 0, '[]', '', 'planned', 0, 1);
      INSERT INTO sessions (id, congress_id, position, kind, title, starts_at, room, version)
        VALUES ('session', 'congress', 0, 'official', 'Phiên chính thức', '07:30', '', 1);
      INSERT INTO items (id, session_id, position, title, duration_minutes, presenter, note, version)
        VALUES ('item', 'session', 3, 'Khai mạc', 10, 'Đoàn Chủ tịch', '', 7);
    `)
    const db = await open()
    const items = await db.read.select().from(db.read.tables.items)
    await db.close()
    expect(items).toEqual([
      expect.objectContaining({
        sessionId: 'session',
        trayCongressId: null,
        kind: 'item',
        cues: [],
        title: 'Khai mạc',
      }),
    ])
  })

  test('of a program without the choice goes on showing no unit what is above it', async () => {
    makeOfFirstProgram()
    alter(unitWithCycle)
    const db = await open()
    const cycles = await db.read.select().from(db.read.tables.cycles)
    await db.close()
    expect(cycles.map(({ name, isUpperShown }) => ({ name, isUpperShown }))).toEqual([
      { name: 'Đường tới Đại hội V', isUpperShown: false },
    ])
  })
})

describe.each(['sqlite', 'postgres'] as const)('the migrations of %s', (engine) => {
  test('rise in time: drizzle skips one that is older than the newest applied', () => {
    const times = journal(engine)
    expect(times).toEqual([...times].sort((one, other) => one - other))
    expect(new Set(times).size).toBe(times.length)
  })

  test('are all there', () => {
    const folder = new URL(`../../db/migrations/${engine}/`, import.meta.url)
    expect(readdirSync(folder).filter((name) => name.endsWith('.sql')).length).toBe(journal(engine).length)
  })
})
