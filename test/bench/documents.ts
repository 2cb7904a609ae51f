import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { countOf, jobs, writeData, type Job } from './documents/data.ts'
import { installPeers, peerVersion } from './peers.ts'
import { benchSeed, type BenchRow } from './rows.ts'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const fonts = dirname(createRequire(import.meta.url).resolve('@expo-google-fonts/tinos/package.json'))

interface Peer {
  name: string
  /** Times of a second run within one process count, where there is one; null = the program is not installed. */
  run: (job: Job, data: string, out: string) => Turn | null
  /** How many times as long it may take at least. */
  goals: Partial<Record<Job, number>>
}

interface Turn {
  /** Of a whole process that prints once. */
  coldMilliseconds: number
  warmMilliseconds: number
}

/**
 * The jobs of a secretariat on the night before: the product's own way from template to PDF beside engines that others
 * print with. Whole processes and second runs are both shown; the goal is held second run against second run.
 */
export const benchDocuments = (): Promise<BenchRow[]> => {
  installPeers('@myriaddreamin/typst-ts-node-compiler')
  const folder = mkdtempSync(join(tmpdir(), 'tien-toi-documents-'))
  try {
    return Promise.resolve([...jobs.flatMap((job) => rowsOf(job, folder)), ...ownRows()])
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const rowsOf = (job: Job, folder: string): BenchRow[] => {
  const data = join(folder, `${job}.json`)
  writeData(data, job, benchSeed)
  const ours = turnOf((runs) => runOurs(job, runs))
  return peers.map(({ name, run, goals }): BenchRow => {
    const peer = run(job, data, join(folder, `${job}.pdf`))
    const goal = goals[job] ?? 1
    const shown = (turn: Turn) =>
      `${(turn.warmMilliseconds / 1000).toFixed(2)} s (${(turn.coldMilliseconds / 1000).toFixed(2)} cold)`
    const ratio = peer && peer.warmMilliseconds / ours.warmMilliseconds
    return {
      job: `${String(countOf[job])} ${job}`,
      ours: shown(ours),
      peer: peer ? `${name} ${versionOf(name)}: ${shown(peer)}` : `${name} is not installed`,
      ratio: ratio === null ? '–' : `${ratio.toFixed(1)} ×`,
      goal: `≥ ${String(goal)} ×`,
      // Against a peer that is not there nothing is shown.
      isMet: ratio !== null && ratio >= goal,
    }
  })
}

/** Runs of one process: the last counts as warm, as a server prints. */
const warmRuns = 3

const turnOf = (run: (runs: number) => Measured): Turn => {
  const begun = performance.now()
  run(1)
  const coldMilliseconds = performance.now() - begun
  return { coldMilliseconds, warmMilliseconds: run(warmRuns).milliseconds.at(-1) ?? NaN }
}

interface Measured {
  milliseconds: number[]
  bytes?: number
  peakKibibytes?: number
}

const measured = (command: string, words: readonly string[], cwd?: string): Measured =>
  JSON.parse(execFileSync(command, words, { encoding: 'utf8', ...(cwd === undefined ? {} : { cwd }) })) as Measured

const runOurs = (job: Job, runs: number, count = ''): Measured => {
  const words = ['--import', 'tsx', here('documents/process.ts'), job, String(benchSeed), String(runs), count]
  return measured(process.execPath, words, here('../..'))
}

/** ReportLab's version under a Python; empty where it has none. */
const versionUnder = (command: string): string => {
  try {
    const program = 'import reportlab; print(reportlab.Version)'
    return execFileSync(command, ['-c', program], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim()
  } catch {
    return ''
  }
}
const python = ['/usr/bin/python3', 'python3'].find((command) => versionUnder(command) !== '')
const reportLabVersion = python === undefined ? '' : versionUnder(python)

const peers: readonly Peer[] = [
  {
    name: 'Typst',
    run: (job, data, out) =>
      turnOf((runs) =>
        measured(process.execPath, [here('peers/documents-typst.mjs'), job, data, fonts, String(runs), out]),
      ),
    goals: { invitations: 5, list: 5, badges: 3, chart: 1 },
  },
  {
    name: 'ReportLab',
    run: (job, data, out) =>
      python === undefined
        ? null
        : turnOf((runs) =>
            measured(python, [here('peers/documents_reportlab.py'), job, data, fonts, String(runs), out]),
          ),
    goals: { invitations: 5, list: 8, badges: 3, chart: 1 },
  },
]

const versionOf = (name: string): string =>
  name === 'Typst' ? peerVersion('@myriaddreamin/typst-ts-node-compiler') : reportLabVersion

const manyInvitations = 20_000
const memoryLimitMebibytes = 200
const previewLimitMilliseconds = 50

/** What has a limit and no peer. */
const ownRows = (): BenchRow[] => {
  const { peakKibibytes = Infinity } = runOurs('invitations', 1, String(manyInvitations))
  const preview = runOurs('invitations', 20, '1').milliseconds.at(-1) ?? Infinity
  const mebibytes = peakKibibytes / 1024
  return [
    {
      job: `${String(manyInvitations)} invitations, most memory`,
      ours: `${mebibytes.toFixed(0)} MiB`,
      peer: '–',
      ratio: '–',
      goal: `≤ ${String(memoryLimitMebibytes)} MiB`,
      isMet: mebibytes <= memoryLimitMebibytes,
    },
    {
      job: 'preview of one invitation',
      ours: `${preview.toFixed(1)} ms`,
      peer: '–',
      ratio: '–',
      goal: `≤ ${String(previewLimitMilliseconds)} ms`,
      isMet: preview <= previewLimitMilliseconds,
    },
  ]
}
