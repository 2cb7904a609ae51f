import { fastifySSE } from '@fastify/sse'
import type { FastifyInstance } from 'fastify'
import { Type } from 'typebox'
import type { Change } from '../../db/open.ts'
import { hashToken } from '../accounts/passwords.ts'
import { signedInReader } from '../accounts/queries.ts'
import { mayAt, mayEverywhere } from '../accounts/rules.ts'
import type { Duty } from '../accounts/schema.ts'
import { findCycle } from '../cycles/queries.ts'
import type { Office } from '../office.ts'
import { listSendersOfCongress } from '../unit-lists/queries.ts'
import { lineOfUnit, subtreeOfUnits } from '../units/queries.ts'
import { accountOf, readToken } from './session.ts'
import { streamKeeper } from './streams.ts'

/** Tables that the list of a unit is read from. */
const tablesOfLists = new Set(['delegates', 'delegations', 'people', 'quotas', 'delegateLists', 'forms', 'files'])

/** Live changes: what happened, by whom, to those who may see it; the browser fetches again what it shows. */
export const changesRoutes = async (app: FastifyInstance, { office }: { office: Office }) => {
  await app.register(fastifySSE)
  const findSignedIn = signedInReader(office.db)
  const streams = streamKeeper()
  app.get(
    '/api/changes',
    {
      sse: true,
      config: { permission: 'signed-in' },
      schema: {
        response: {
          200: Type.String({
            description: 'text/event-stream of `change`; `crowded` before a newer one takes its place',
          }),
        },
      },
    },
    async (request, reply) => {
      const tokenHash = hashToken(readToken(request) ?? '')
      const tell = async (change: Change) => {
        // The stream stays open for days: who signed out or lost a role meanwhile hears nothing more.
        const account = await findSignedIn(tokenHash, office.now().toISOString())
        if (!account) return reply.sse.close()
        const data = await asSeenBy(change, account.duties)
        if (data && reply.sse.isConnected) await reply.sse.send({ event: 'change', data })
      }
      reply.sse.keepAlive()
      const stop = office.db.onChange((change) => void tell(change).catch(() => reply.sse.close()))
      // Told so, the browser waits until its tab is looked at again; else it would come back at once and drive out the next.
      const giveWay = async () => {
        if (reply.sse.isConnected) await reply.sse.send({ event: 'crowded', data: {} })
        reply.sse.close()
      }
      const leave = streams.add(accountOf(request).id, () => void giveWay().catch(() => reply.sse.close()))
      reply.sse.onClose(() => {
        stop()
        leave()
      })
      await reply.sse.send({ event: 'ready', data: {} })
    },
  )

  /**
   * What belongs to no unit (calendar of the whole installation) concerns everybody, and a congress of a unit above
   * those below where its cycle shows it; who did it, not.
   */
  const asSeenBy = async (change: Change, duties: readonly Duty[]): Promise<Change | null> => {
    if (mayEverywhere(duties, 'viewer')) return change
    if (change.unitId === null) return { ...change, accountName: '' }
    if (mayAt(duties, 'viewer', await lineOfUnit(office.db.read, change.unitId))) return change
    if (await isOfListSent(change, duties)) return { ...change, tables: ['delegateLists'], accountName: '' }
    const isShown = await isUpperShown(change, duties)
    return isShown ? { ...change, tables: ['congresses'], accountName: '' } : null
  }

  /**
   * What a congress does with its people and quotas concerns the units that send it lists: they look at their own again,
   * and are told neither what it was nor of what another unit does.
   */
  const isOfListSent = async ({ tables, unitId, congressId }: Change, duties: readonly Duty[]): Promise<boolean> => {
    if (congressId === null || !tables.some((table) => tablesOfLists.has(table))) return false
    const senders = await listSendersOfCongress(office.db.read, congressId, unitId)
    if (senders.length === 0) return false
    const own = await subtreeOfUnits(
      office.db.read,
      duties.flatMap((duty) => duty.unitId ?? []),
    )
    return senders.some((sender) => own.has(sender))
  }

  const isUpperShown = async ({ tables, unitId, cycleId }: Change, duties: readonly Duty[]): Promise<boolean> => {
    if (unitId === null || cycleId === null || !tables.includes('congresses')) return false
    if (!(await findCycle(office.db.read, cycleId))?.isUpperShown) return false
    const below = await subtreeOfUnits(office.db.read, [unitId])
    return duties.some((duty) => duty.unitId !== null && below.has(duty.unitId))
  }
}
