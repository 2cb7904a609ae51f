import { Worker } from 'node:worker_threads'

/** Ends this program above so many bytes. Watches from a thread of its own, for drawing leaves this one no time; most of the memory is none of V8's. */
export const dieAbove = (bytes: number): void => {
  const watch = `setInterval(() => process.memoryUsage.rss() > ${String(bytes)} && process.kill(process.pid, 'SIGKILL'), 20)`
  new Worker(watch, { eval: true, execArgv: [] }).unref()
}
