import { existsSync, readFileSync } from 'node:fs'
import { cpus, totalmem, type as system } from 'node:os'
import { benchSeed, type Bench, type BenchRow } from './rows.ts'

/** Each bench by name; its file is loaded when it is asked for. */
const benches: Record<string, () => Promise<Bench>> = {
  results: async () => (await import('./results.ts')).benchResults,
  conflicts: async () => (await import('./conflicts.ts')).benchConflicts,
  'road-timeline': async () => (await import('./road-timeline.ts')).benchRoadTimeline,
  'server-limit': async () => (await import('./server-limit.ts')).benchServerLimit,
  leaders: async () => (await import('./leaders.ts')).benchLeaders,
  start: async () => (await import('./start.ts')).benchStart,
  forms: async () => (await import('./forms.ts')).benchForms,
  documents: async () => (await import('./documents.ts')).benchDocuments,
  programme: async () => (await import('./programme.ts')).benchProgramme,
  delegates: async () => (await import('./delegates.ts')).benchDelegates,
  seating: async () => (await import('./seating.ts')).benchSeating,
  'first-page': async () => (await import('./first-page.ts')).benchFirstPage,
}

/** Names that stand for several benches. */
const groups: Record<string, string[]> = {
  road: ['conflicts', 'road-timeline', 'server-limit', 'start', 'first-page'],
  calendar: ['forms', 'results', 'leaders'],
}

const run = async (asked: string[]): Promise<void> => {
  const unknown = asked.filter((name) => !groups[name] && !benches[name])
  if (unknown.length > 0) {
    console.error(
      `No bench is called ${unknown.join(', ')}; there are: ${Object.keys({ ...groups, ...benches }).join(', ')}`,
    )
    process.exitCode = 1
    return
  }
  const names = new Set((asked.length > 0 ? asked : Object.keys(benches)).flatMap((name) => groups[name] ?? [name]))
  console.log(`${heading()}\n`)
  const rows: BenchRow[] = []
  for (const name of names) {
    console.error(`… ${name}`)
    rows.push(...(await rowsOf(name)))
  }
  console.log(table(rows))
  const met = rows.filter(({ isMet }) => isMet).length
  console.log(`\n${met} of ${rows.length} met`)
  if (met < rows.length) process.exitCode = 1
}

/** A bench that breaks is a goal not met, and the others still run. */
const rowsOf = async (name: string): Promise<BenchRow[]> => {
  try {
    return await (
      await benches[name]!()
    )()
  } catch (error) {
    console.error(error)
    return [{ job: name, ours: 'broke, see above', peer: '–', ratio: '–', goal: '–', isMet: false }]
  }
}

const heading = () =>
  [
    `${system()} ${process.arch}, ${cpus().length} × ${cpus()[0]?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.versions.node}`,
    [
      ...versionsIn('../../package.json', ['fastify', 'better-sqlite3', 'lit']),
      ...versionsIn('./peers/package.json'),
    ].join(', '),
    `seed ${benchSeed}; every peer is measured in the same run: compare the ratios, not the seconds`,
  ].join('\n')

const versionsIn = (file: string, only?: string[]): string[] => {
  const url = new URL(file, import.meta.url)
  if (!existsSync(url)) return []
  const { dependencies } = JSON.parse(readFileSync(url, 'utf8')) as { dependencies: Record<string, string> }
  const names = only ?? Object.keys(dependencies)
  return names.map((name) => `${name} ${dependencies[name]}`)
}

const table = (rows: BenchRow[]): string => {
  const lines = [
    ['job', 'this', 'peer or limit', 'ratio', 'goal', 'met'],
    ...rows.map(({ job, ours, peer, ratio, goal, isMet }) => [job, ours, peer, ratio, goal, isMet ? 'yes' : 'NO']),
  ]
  const widths = lines[0]!.map((_title, column) => Math.max(...lines.map((line) => line[column]!.length)))
  return lines
    .map((line) =>
      line
        .map((cell, column) => cell.padEnd(widths[column]!))
        .join(' | ')
        .trimEnd(),
    )
    .join('\n')
}

await run(process.argv.slice(2))
