import { execFile } from 'node:child_process'
import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'

/** What a program that draws strangers' pictures may take; it ends itself above the bytes that are its last argument. */
export interface ApartLimits {
  milliseconds: number
  bytes: number
}

const loader = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href
const run = promisify(execFile)

/** What it may answer, in bytes. */
const mostAnswered = 4 * 1024 * 1024

let last: Promise<unknown> = Promise.resolve()

/** Runs one of our programs apart from this one, one at a time: drawing never takes more than one core from whoever works. */
export const runApart = (
  program: string,
  args: readonly string[],
  { limits, input }: { limits: ApartLimits; input?: Uint8Array },
): Promise<Buffer> => {
  const mine = last.then(async () => {
    const all = ['--max-old-space-size=256', '--import', loader, program, ...args, String(limits.bytes)]
    const how = {
      timeout: limits.milliseconds,
      killSignal: 'SIGKILL',
      encoding: 'buffer',
      maxBuffer: mostAnswered,
    } as const
    const running = run(process.execPath, all, how)
    // One that died before it read all tells so by how it ended.
    running.child.stdin?.on('error', () => null).end(input)
    return (await running).stdout
  })
  last = mine.catch(() => null)
  return mine
}
