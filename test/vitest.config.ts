import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const root = fileURLToPath(new URL('..', import.meta.url))

/** Unit and API tests run once on each engine; what never opens a database runs once. Journeys drive a real browser. */
export default defineConfig({
  root,
  test: {
    // Left to itself vitest keeps one core free: half of a small machine.
    maxWorkers: '100%',
    projects: [
      {
        test: {
          name: 'plain',
          root,
          include: ['test/{server,web,db,templates}/**/*.test.ts', 'test/*.test.ts'],
          exclude: ['test/**/*.db.test.ts'],
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'sqlite',
          root,
          include: ['test/**/*.db.test.ts'],
          env: { TEST_ENGINE: 'sqlite' },
          // Reading the server anew for every file took longer than its tests: the files of a worker share it.
          isolate: false,
          // On a busy machine twenty hashed passwords take longer than a test may by default.
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'postgres',
          root,
          include: ['test/**/*.db.test.ts'],
          env: { TEST_ENGINE: 'postgres' },
          // One PGlite costs seconds and 270 MB: the files of a worker share it, each test in a schema of its own.
          isolate: false,
          hookTimeout: 60_000,
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'journeys',
          root,
          include: ['test/journeys/**/*.journey.ts'],
          // A browser needs the machine for itself: after all others, one file at a time.
          sequence: { groupOrder: 1 },
          maxWorkers: 1,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
