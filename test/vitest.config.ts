import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const root = fileURLToPath(new URL('..', import.meta.url))

// No test is timed: on a busy machine one of a second takes half a minute.
const patience = { testTimeout: 120_000, hookTimeout: 120_000 }

/** What turns on the sheets that are drawn or on the words in them: the same on either engine, so it runs on the quick one. */
const drawn = [
  'test/server/prints/{large-prints,numbered,packages,sides}.db.test.ts',
  'test/server/templates/{archive,preview}.db.test.ts',
]
/** Which role may call which route is told by the routes alone; what an account sees of which unit is asked of both engines. */
const permitted = ['test/server/http/permissions.db.test.ts']
/** What no engine may choke on: the strict one refuses whatever the other would, and more. */
const refused = ['test/server/http/any-body.db.test.ts']

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
          isolate: false,
          ...patience,
        },
      },
      {
        test: {
          name: 'sqlite',
          root,
          include: ['test/**/*.db.test.ts'],
          exclude: refused,
          env: { TEST_ENGINE: 'sqlite' },
          // Reading the server anew for every file took longer than its tests: the files of a worker share it.
          isolate: false,
          ...patience,
        },
      },
      {
        test: {
          name: 'postgres',
          root,
          include: ['test/**/*.db.test.ts'],
          exclude: [...drawn, ...permitted],
          env: { TEST_ENGINE: 'postgres' },
          // One PGlite costs seconds and 270 MB: the files of a worker share it, each test in a schema of its own.
          isolate: false,
          ...patience,
        },
      },
      {
        test: {
          name: 'journeys',
          root,
          include: ['test/journeys/**/*.journey.ts'],
          // Browsers come after all others, two at a time: most of a journey is waiting.
          sequence: { groupOrder: 1 },
          maxWorkers: 2,
          ...patience,
        },
      },
    ],
  },
})
