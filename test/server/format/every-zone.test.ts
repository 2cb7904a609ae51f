import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'

const run = promisify(execFile)

test('every day from 2019 to 2060 has the same lunar date in every time zone of the machine', async () => {
  const script = fileURLToPath(new URL('every-zone.ts', import.meta.url))
  const { stdout } = await run(process.execPath, ['--import', 'tsx', script], { maxBuffer: 10_000_000 })
  const lines = stdout
    .trim()
    .split('\n')
    .map((line) => line.split(' '))
  expect(lines.length).toBeGreaterThan(400)
  // The zones were really those: they stand at many distances from UTC, half and quarter hours among them.
  expect(new Set(lines.map(([, offset]) => offset)).size).toBeGreaterThan(30)
  expect(new Set(lines.map(([, , digest]) => digest)).size).toBe(1)
}, 120_000)
