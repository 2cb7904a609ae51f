import { writeFileSync } from 'node:fs'
import { isJob, printJob, rowsToPrint } from './ours.ts'

/**
 * `process.ts <job> <seed> <runs> [count] [file]`: prints the job so many times and tells as JSON what each took, how
 * many bytes it has, and the most memory that the process took.
 */
const main = async (): Promise<void> => {
  const [name = '', seed = '0', runs = '1', count = '', file = ''] = process.argv.slice(2)
  if (!isJob(name)) throw new Error(`there is no job ${name}`)
  const rows = rowsToPrint(name, Number(seed), count === '' ? undefined : Number(count))
  const milliseconds: number[] = []
  let bytes = 0
  for (let run = 0; run < Number(runs); run += 1) {
    const begun = performance.now()
    const made = await printJob(name, rows)
    milliseconds.push(performance.now() - begun)
    bytes = made.length
    if (file !== '') writeFileSync(file, made)
  }
  console.log(JSON.stringify({ milliseconds, bytes, peakKibibytes: process.resourceUsage().maxRSS }))
}

void main()
