// For programmers: the server, restarted when its files change, and Vite, which serves the pages and renews them.
import { spawn } from 'node:child_process'

const started = [
  spawn(process.execPath, ['--watch', '--import', 'tsx', 'server/main.ts'], { stdio: 'inherit' }),
  spawn(process.execPath, ['node_modules/vite/bin/vite.js', '--config', 'web/vite.config.ts'], { stdio: 'inherit' }),
]

const stop = () => {
  for (const child of started) child.kill()
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, stop)

// One without the other is of no use.
for (const child of started) {
  child.on('exit', (status) => {
    process.exitCode ??= status ?? 0
    stop()
  })
}
