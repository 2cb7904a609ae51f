import fastify from 'fastify'
import { Sqlite } from '../../db/engine.ts'

/**
 * The limit: the least that a Fastify server on better-sqlite3 can do: as many prepared statements as ours runs for the
 * address: the last reads the answer as it is sent, those before it a row as small as a session's. Started as
 * `limit-server.ts <database file>`; prints where it listens.
 */
const database = new Sqlite(process.argv[2], { readonly: true })
const find = database.prepare<[string], Buffer>('SELECT body FROM answers WHERE path = ?').pluck()
const findSmall = database.prepare<[string], number>('SELECT statements FROM answers WHERE path = ?').pluck()
const statements = new Map(
  database
    .prepare<[], { path: string; statements: number }>('SELECT path, statements FROM answers')
    .all()
    .map((row) => [row.path, row.statements]),
)

const app = fastify()
app.get('/*', (request, reply) => {
  for (let more = (statements.get(request.url) ?? 1) - 1; more > 0; more -= 1) findSmall.get(request.url)
  void reply.type('application/json; charset=utf-8').send(find.get(request.url))
})
console.log(await app.listen({ host: '127.0.0.1', port: 0 }))
