import BetterSqlite3 from 'better-sqlite3'
import fastify from 'fastify'

/**
 * The limit: the least that a Fastify server on better-sqlite3 can do, which is one prepared statement per request,
 * whose row holds the answer as it is sent. Started as `limit-server.ts <database file>`; prints where it listens.
 */
const database = new BetterSqlite3(process.argv[2], { readonly: true })
const find = database.prepare<[string], Buffer>('SELECT body FROM answers WHERE path = ?').pluck()

const app = fastify()
app.get('/*', (request, reply) => {
  void reply.type('application/json; charset=utf-8').send(find.get(request.url))
})
console.log(await app.listen({ host: '127.0.0.1', port: 0 }))
