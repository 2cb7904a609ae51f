import type BetterSqlite3 from 'better-sqlite3'

/**
 * The SQLite engine that this Node can load (the same choice as in .ready.mjs). From Node-API 10 on (Node 22.14) it
 * lies ready made in its package, older Nodes compile theirs. The compiled one is no choice for newer Nodes: since
 * 24.19 the collecting of a statement aborts the process (nodejs/node, issue 65446).
 */
const engine: string = Number(process.versions.napi) >= 10 ? 'better-sqlite3-napi' : 'better-sqlite3'

export const Sqlite = ((await import(engine)) as { default: typeof BetterSqlite3 }).default
