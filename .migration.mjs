// `npm run migration -- <name>`: writes the step from the newest migration to the tables of db/, for both engines.
import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'

const [name] = process.argv.slice(2)
if (!name || !/^[a-z0-9-]+$/.test(name)) {
  console.error('npm run migration -- <name>: name the change in plain words, for example seat-numbers')
  process.exit(1)
}

for (const engine of ['sqlite', 'postgres']) {
  const kit = ['node_modules/drizzle-kit/bin.cjs', 'generate', `--config=db/drizzle.${engine}.ts`, `--name=${name}`]
  const { status } = spawnSync(process.execPath, kit, { stdio: 'inherit' })
  if (status !== 0) process.exit(status ?? 1)
}

// drizzle-kit names PostgreSQL's schema «public»; the program uses whichever the connection stands in.
const folder = new URL('db/migrations/postgres/', import.meta.url)
for (const file of readdirSync(folder).filter((each) => each.endsWith('.sql'))) {
  const sql = readFileSync(new URL(file, folder), 'utf8')
  const plain = sql.replaceAll('"public".', '')
  if (plain !== sql) writeFileSync(new URL(file, folder), plain)
}
