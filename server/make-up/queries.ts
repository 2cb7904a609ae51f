import { and, asc, desc, eq, exists, ne } from 'drizzle-orm'
import type { Reader } from '../../db/open.ts'
import type { Counted } from './rules/statistics.ts'

/** Everybody on the list of a congress, alternates and withdrawn too, with what its report is counted from: asked for once. */
export const listCounted = async (read: Reader, congressId: string): Promise<Counted[]> => {
  const { delegates, delegations, people, sensitiveData } = read.tables
  const rows = await read
    .select({
      standing: delegates.standing,
      class: delegates.class,
      presence: delegates.presence,
      groups: delegates.groups,
      post: delegates.post,
      delegation: delegations.name,
      colour: delegations.colour,
      sex: people.sex,
      birthYear: people.birthYear,
      birthDate: people.birthDate,
      titles: people.titles,
      education: people.education,
      field: people.field,
      isDirectWorker: people.isDirectWorker,
      ethnicity: sensitiveData.ethnicity,
      religion: sensitiveData.religion,
      isPartyMember: sensitiveData.isPartyMember,
    })
    .from(delegates)
    .innerJoin(people, eq(people.id, delegates.personId))
    .leftJoin(delegations, eq(delegations.id, delegates.delegationId))
    .leftJoin(sensitiveData, eq(sensitiveData.personId, people.id))
    .where(eq(delegates.congressId, congressId))
    .orderBy(asc(delegates.position), asc(delegates.id))
  return rows.map(({ delegation, colour, ...row }) => ({ ...row, delegation: delegation ?? '', colour: colour ?? '' }))
}

/** Other congresses that have a list of people who attend, with their level, the latest first. */
export const listWithDelegates = async (read: Reader, congressId: string) => {
  const { congresses, delegates, levels } = read.tables
  const listed = read.select({ id: delegates.id }).from(delegates).where(eq(delegates.congressId, congresses.id))
  return read
    .select({
      id: congresses.id,
      unitId: congresses.unitId,
      title: congresses.title,
      level: levels.name,
      dateFrom: congresses.dateFrom,
      weekOf: congresses.weekOf,
    })
    .from(congresses)
    .innerJoin(levels, eq(levels.id, congresses.levelId))
    .where(and(ne(congresses.id, congressId), exists(listed)))
    .orderBy(desc(levels.position), desc(congresses.dateFrom), asc(congresses.id))
}
