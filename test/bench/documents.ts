import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { countOf, jobs, writeData, type Job } from './documents/data.ts'
import type { OwnJob } from './documents/ours.ts'
import { installPeers, peerVersion } from './peers.ts'
import { benchSeed, type BenchRow } from './rows.ts'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const fonts = dirname(createRequire(import.meta.url).resolve('@expo-google-fonts/tinos/package.json'))

interface Peer {
  name: string
  /** Times of a second run within one process count, where there is one; null = the program is not installed. */
  run: (job: Job, data: string, out: string) => Turn | null
  /** How many times as long it must take at least; jobs without one are not its own. */
  goals: Partial<Record<Job, number>>
  /** Of the rows it gets one in so many, and its time counts as many times: in its favour, as it grows faster than its rows. */
  oneIn?: number
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
  installPeers('@myriaddreamin/typst-ts-node-compiler', 'exceljs')
  const folder = mkdtempSync(join(tmpdir(), 'tien-toi-documents-'))
  try {
    return Promise.resolve([
      ...jobs.flatMap((job) => rowsOf(job, folder)),
      workbookRow(folder),
      singlesRow(),
      ...ownRows(),
    ])
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The chart of seats alone, beside the peer that seating is held to. */
export const benchChart = (): BenchRow[] => {
  const folder = mkdtempSync(join(tmpdir(), 'tien-toi-chart-'))
  try {
    return rowsOf(
      'chart',
      folder,
      peers.filter(({ name }) => name === 'ReportLab'),
    )
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const rowsOf = (job: Job, folder: string, beside = peers): BenchRow[] => {
  const ours = turnOf((runs) => runOurs(job, runs), runsOf(job))
  return beside.flatMap(({ name, run, goals, oneIn = 1 }): BenchRow[] => {
    const goal = goals[job]
    if (goal === undefined) return []
    const data = join(folder, `${job}.json`)
    writeData(data, job, benchSeed, Math.ceil(countOf[job] / oneIn))
    const peer = run(job, data, join(folder, `${job}.pdf`))
    const note = oneIn === 1 ? '' : `, ${String(oneIn)} × the time of a part`
    return [rowOf(`${String(countOf[job])} ${job}`, ours, { name, note, goal, turn: peer && times(peer, oneIn) })]
  })
}

const times = ({ coldMilliseconds, warmMilliseconds }: Turn, count: number): Turn => ({
  coldMilliseconds: coldMilliseconds * count,
  warmMilliseconds: warmMilliseconds * count,
})

const rowOf = (
  job: string,
  ours: Turn,
  { name, note, goal, turn }: { name: string; note: string; goal: number; turn: Turn | null },
): BenchRow => {
  const ratio = turn && turn.warmMilliseconds / ours.warmMilliseconds
  return {
    job,
    ours: shown(ours),
    peer: turn ? `${name} ${versionOf(name)}: ${shown(turn)}${note}` : `${name} is not installed`,
    ratio: ratio === null ? '–' : `${ratio.toFixed(1)} ×`,
    goal: `≥ ${String(goal)} ×`,
    // Against a peer that is not there nothing is shown.
    isMet: ratio !== null && ratio >= goal,
  }
}

const shown = ({ warmMilliseconds, coldMilliseconds }: Turn): string =>
  `${(warmMilliseconds / 1000).toFixed(2)} s (${(coldMilliseconds / 1000).toFixed(2)} cold)`

/** Runs of one process: the middle one of those after the second counts as warm, as a server prints. */
const warmRuns = 3
/** A chart is soon drawn, so that it takes more of them until a program is warm. */
const warmChartRuns = 12

const runsOf = (job: Job): number => (job === 'chart' ? warmChartRuns : warmRuns)

const turnOf = (run: (runs: number) => Measured, runs = warmRuns): Turn => {
  const begun = performance.now()
  run(1)
  const coldMilliseconds = performance.now() - begun
  return { coldMilliseconds, warmMilliseconds: middleOf(run(runs).milliseconds.slice(2)) }
}

const middleOf = (all: readonly number[]): number =>
  [...all].sort((one, other) => one - other)[Math.floor(all.length / 2)] ?? NaN

interface Measured {
  milliseconds: number[]
  bytes?: number
  peakKibibytes?: number
}

const measured = (command: string, words: readonly string[], cwd?: string): Measured =>
  JSON.parse(execFileSync(command, words, { encoding: 'utf8', ...(cwd === undefined ? {} : { cwd }) })) as Measured

const runOurs = (job: Job | OwnJob, runs: number, count = ''): Measured => {
  const words = ['--import', 'tsx', here('documents/process.ts'), job, String(benchSeed), String(runs), count]
  return measured(process.execPath, words, here('../..'))
}

/** The version of a Python package; empty where it is not there. */
const pythonVersion = (command: string, name: string): string => {
  try {
    const program = `import ${name}; print(getattr(${name}, 'Version', None) or ${name}.__version__)`
    return execFileSync(command, ['-c', program], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim()
  } catch {
    return ''
  }
}
const python = ['/usr/bin/python3', 'python3'].find((command) => pythonVersion(command, 'reportlab') !== '')
const reportLabVersion = python === undefined ? '' : pythonVersion(python, 'reportlab')
const weasyPrintVersion = python === undefined ? '' : pythonVersion(python, 'weasyprint')

const peers: readonly Peer[] = [
  {
    name: 'Typst',
    run: (job, data, out) =>
      turnOf(
        (runs) => measured(process.execPath, [here('peers/documents-typst.mjs'), job, data, fonts, String(runs), out]),
        runsOf(job),
      ),
    goals: { invitations: 5, list: 5, badges: 3, chart: 1 },
  },
  {
    name: 'ReportLab',
    run: (job, data, out) =>
      python === undefined
        ? null
        : turnOf(
            (runs) => measured(python, [here('peers/documents_reportlab.py'), job, data, fonts, String(runs), out]),
            runsOf(job),
          ),
    goals: { invitations: 5, list: 8, badges: 3, chart: 1 },
  },
  {
    name: 'WeasyPrint',
    run: (job, data, out) => {
      if (python === undefined || weasyPrintVersion === '') return null
      const begun = performance.now()
      const { milliseconds } = measured(python, [here('peers/documents_weasyprint.py'), job, data, fonts, out])
      return { coldMilliseconds: performance.now() - begun, warmMilliseconds: milliseconds[0] ?? NaN }
    },
    goals: { invitations: 100, list: 60 },
    oneIn: 10,
  },
]

const versions: Readonly<Record<string, () => string>> = {
  Typst: () => peerVersion('@myriaddreamin/typst-ts-node-compiler'),
  ReportLab: () => reportLabVersion,
  WeasyPrint: () => weasyPrintVersion,
  exceljs: () => peerVersion('exceljs'),
}
const versionOf = (name: string): string => versions[name]?.() ?? ''

const manyInvitations = 20_000
const memoryLimitMebibytes = 200
const previewLimitMilliseconds = 50

const manyRows = 20_000

/** A list as a workbook, beside exceljs. */
const workbookRow = (folder: string): BenchRow => {
  const data = join(folder, 'workbook.json')
  writeData(data, 'list', benchSeed, manyRows)
  const ours = turnOf((runs) => runOurs('workbook', runs, String(manyRows)))
  const script = here('peers/workbook-exceljs.mjs')
  const turn = turnOf((runs) => measured(process.execPath, [script, data, String(runs), join(folder, 'list.xlsx')]))
  return rowOf(`workbook of ${String(manyRows)} rows`, ours, { name: 'exceljs', note: '', goal: 1.5, turn })
}

const mostForSingles = 1.5

/** Letters as single files in a zip, beside the same letters in one file. */
const singlesRow = (): BenchRow => {
  const [merged, singles] = (['invitations', 'singles'] as const).map((job) => turnOf((runs) => runOurs(job, runs)))
  const ratio = (singles?.warmMilliseconds ?? NaN) / (merged?.warmMilliseconds ?? NaN)
  return {
    job: `${String(countOf.invitations)} invitations as single files in a zip`,
    ours: singles ? shown(singles) : '–',
    peer: merged ? `in one file: ${shown(merged)}` : '–',
    ratio: `${ratio.toFixed(2)} ×`,
    goal: `≤ ${String(mostForSingles)} ×`,
    isMet: ratio <= mostForSingles,
  }
}

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
