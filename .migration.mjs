// `npm run migration -- <name>`: writes the step from the newest migration to the tables of db/, for both engines.
import { spawnSync } from 'node:child_process'

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
