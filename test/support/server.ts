import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

export interface ServerOptions {
  /** The example and an administrator, in a folder that goes with the server. */
  isDemo?: boolean
  /** Folder of the data; a fresh one that goes with the server unless told. */
  dataFolder?: string
  environment?: Record<string, string>
}

export interface RunningServer {
  url: string
  processId: number
  /** From spawning the process to the line that says where it listens. */
  readyMilliseconds: number
  /** The one-time link that the server prints: the first administrator's, or the demo's. */
  link(): Promise<string>
  /** All that it printed so far. */
  output(): string
  stop(): Promise<void>
}

const root = fileURLToPath(new URL('../..', import.meta.url))

/** Starts the built program as people do, in a process of its own, on a free port. Rejects when it ends before it listens. */
export const startServer = async (options: ServerOptions = {}): Promise<RunningServer> => {
  const ownFolder = options.dataFolder === undefined ? mkdtempSync(join(tmpdir(), 'tien-toi-server-')) : null
  const begun = performance.now()
  const program = ['server/dist/main.mjs', ...(options.isDemo === true ? ['--demo'] : [])]
  const { DATABASE_URL: _otherDatabase, ...inherited } = process.env
  const child = spawn(process.execPath, program, {
    cwd: root,
    env: { ...inherited, PORT: '0', DATA_DIR: options.dataFolder ?? ownFolder ?? '', ...options.environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const lines: string[] = []
  let look = () => {}
  for (const stream of [child.stdout, child.stderr]) {
    createInterface({ input: stream }).on('line', (line) => {
      lines.push(line)
      look()
    })
  }
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const find = async (pattern: RegExp): Promise<string> =>
    new Promise((resolve, reject) => {
      look = () => {
        const found = lines.map((line) => pattern.exec(line)?.[1]).find((text) => text !== undefined)
        if (found !== undefined) resolve(found)
      }
      look()
      void ended.then(() => reject(new Error(`the server ended:\n${lines.join('\n')}`)))
    })
  const url = await find(/^Tiến Tới: (\S+)$/)
  return {
    url,
    processId: child.pid ?? 0,
    readyMilliseconds: performance.now() - begun,
    link: () => find(/(http\S+\/link\/\S+)$/),
    output: () => lines.join('\n'),
    stop: async () => {
      child.kill()
      await ended
      if (ownFolder !== null) rmSync(ownFolder, { recursive: true, force: true })
    },
  }
}

/**
 * Uses the link of a demo and gives the cookie of its administrator, as `name=value`; with what somebody invited fills in,
 * the link of an invitation and theirs.
 */
export const signInByLink = async (
  link: string,
  filledIn: { name?: string; password?: string } = {},
): Promise<string> => {
  const { origin, pathname } = new URL(link)
  const answer = await fetch(`${origin}/api/links/${pathname.split('/').at(-1)}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(filledIn),
  })
  const cookie = answer.headers.getSetCookie()[0]?.split(';')[0]
  if (!answer.ok || cookie === undefined) throw new Error(`the link answered ${answer.status} ${await answer.text()}`)
  return cookie
}
