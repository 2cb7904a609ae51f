// Ends the run with one plain line of what the tests did; fails when one failed or none ran.
import { existsSync, readFileSync } from 'node:fs'

const [file] = process.argv.slice(2)
const suites = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).testResults : []
const tests = suites.flatMap((suite) => suite.assertionResults.map(({ status }) => status))
const count = (...states) => tests.filter((status) => states.includes(status)).length

// A file that did not load, or whose end failed, counts as one failure: it has no failed test that would speak for it.
const broken = suites.filter(
  (suite) => suite.status === 'failed' && suite.assertionResults.every(({ status }) => status !== 'failed'),
)
for (const { name, message } of broken) console.log(`${name}\n${message}`)

const passed = count('passed')
const failed = count('failed') + broken.length
const skipped = tests.length - passed - count('failed')
if (tests.length === 0) console.log('No test ran.')
console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`)
process.exit(failed > 0 || passed === 0 ? 1 : 0)
