import type { Reader } from '../../db/open.ts'
import type { Row } from '../../db/rows.ts'
import { placesOfDuties } from '../accounts/listing.ts'
import type { Duty } from '../accounts/schema.ts'
import type { Making } from '../documents/compose.ts'
import { gatherCongress } from '../documents/facts.ts'
import { notFound } from '../errors.ts'
import { holderOn } from '../leaders/rules.ts'
import { findCongress } from '../congresses/queries.ts'
import { listPosts } from '../people/queries.ts'
import type { Post } from '../people/schema.ts'
import { templatesOf } from '../templates/source.ts'
import { dayOfPaper } from './actions.ts'
import { hashOf } from './contents.ts'
import {
  listFormerPapers,
  listNumbered,
  listSeriesFor,
  listSteps,
  listUnsignedPapers,
  type SignedCopy,
} from './queries.ts'
import { clerkFields, compareNumbers, isUnsigned, numberOf, writeNumber } from './rules.ts'
import type { ChangedSince, FormerSignerPaper, OfferedSeries, PaperIssuer, PaperLife, PaperStanding } from './schema.ts'
import { changedSince, signedCopyOf, signedFields, signedMaking } from './signed.ts'

/** What a paper's life is told from; `now` is asked for only where it was signed. */
interface Living {
  /** The symbol of a paper that has no signed copy. */
  symbolOf: (paper: Row<'papers'> | undefined) => string
  issuer: PaperIssuer
  /** What it is made from as the data stand. */
  now: () => Making
  today: string
}

export const lifeOf = async (
  read: Reader,
  paper: Row<'papers'> | undefined,
  { symbolOf, issuer, now, today }: Living,
): Promise<PaperLife> => {
  if (!paper) return { ...unkept, issuer, symbol: symbolOf(paper) }
  const { id, standing, draft, edition, day, seriesId, signerPostId } = paper
  const former = edition === 1 ? [] : await listFormerPapers(read, paper)
  const steps = await listSteps(read, [id, ...former.map((each) => each.id)])
  const historyOf = (paperId: string) =>
    steps.flatMap(({ paperId: ofPaper, version: _version, ...step }) => (ofPaper === paperId ? [step] : []))
  const copy = await signedCopyOf(read, paper)
  const symbolNow = (each: Row<'papers'>, kept: SignedCopy | undefined) =>
    kept ? (signedFields(each, kept)['symbol'] ?? '') : symbolOf(each)
  const isOutOfDate = inForce.has(standing) && paper.signedHash !== null && isChanged(paper, now())
  const post = signerPostId === null ? undefined : (await listPosts(read)).find((each) => each.id === signerPostId)
  return {
    id,
    standing,
    draft,
    edition,
    number: clerkFields(paper).number,
    symbol: symbolNow(paper, copy),
    day,
    seriesId,
    issuer,
    signerPostId,
    isOutOfDate,
    changed: isOutOfDate ? await changesOf(read, paper, now()) : null,
    isKept: copy !== undefined,
    formerSigner: isUnsigned(standing) ? formerSignerOf(paper, post, today) : null,
    history: historyOf(id),
    former: await Promise.all(
      former.map(async (each) => {
        const kept = await signedCopyOf(read, each)
        const { number } = clerkFields(each)
        return {
          id: each.id,
          edition: each.edition,
          standing: each.standing,
          number: number === '' ? '' : `${number}/${symbolNow(each, kept)}`,
          day: each.day,
          isKept: kept !== undefined,
          history: historyOf(each.id),
        }
      }),
    ),
  }
}

/** Those that others still go by. */
const inForce: ReadonlySet<PaperStanding> = new Set(['signed', 'issued', 'corrected'])

const isChanged = ({ signedHash, fields }: Row<'papers'>, now: Making): boolean =>
  signedHash !== hashOf({ ...now, fields })

const changesOf = async (read: Reader, paper: Row<'papers'>, now: Making): Promise<ChangedSince | null> => {
  const signed = await signedMaking(read, paper)
  return signed && changedSince(signed, now)
}

const unkept: Omit<PaperLife, 'issuer'> = {
  id: null,
  standing: 'draft',
  draft: 1,
  edition: 1,
  number: '',
  symbol: '',
  day: null,
  seriesId: null,
  signerPostId: null,
  isOutOfDate: false,
  changed: null,
  isKept: false,
  formerSigner: null,
  history: [],
  former: [],
}

/** Whom the paper still names though another holds the post on its day; null where all is well or nobody is known. */
const formerSignerOf = (paper: Row<'papers'>, post: Post | undefined, today: string): PaperLife['formerSigner'] => {
  const now = post ? holderOn(post, dayOfPaper(paper, today)) : ''
  const was = paper.fields['signer'] ?? ''
  return now === '' || now === was ? null : { was, now }
}

/** The unsigned papers of a cycle that name a former holder of the post by which they are signed, as the account sees them. */
export const listFormerSigners = async (
  read: Reader,
  duties: readonly Duty[],
  cycleId: string,
  today: string,
): Promise<FormerSignerPaper[]> => {
  const mine = await placesOfDuties(read, duties, 'viewer')
  const posts = new Map((await listPosts(read)).map((post) => [post.id, post]))
  const found: FormerSignerPaper[] = []
  for (const paper of await listUnsignedPapers(read, cycleId)) {
    const postId = paper.signerPostId ?? ''
    const former = formerSignerOf(paper, posts.get(postId), today)
    if (!former || !(mine?.has(paper.unitId) ?? true)) continue
    const facts = await gatherCongress(read, paper.congressId)
    const { titles } = await (await templatesOf(read, facts))(paper.kind)
    found.push({ congressId: paper.congressId, kind: paper.kind, titles, postId, ...former })
  }
  return found
}

/** The series that a congress may take numbers from, each with the last number of its last year. */
export const listOfferedSeries = async (read: Reader, congressId: string): Promise<OfferedSeries[]> => {
  const congress = await findCongress(read, congressId)
  if (!congress) throw notFound()
  return Promise.all(
    (await listSeriesFor(read, congress)).map(async (series) => {
      const given = (await listNumbered(read, series.id)).flatMap((paper) => {
        const number = numberOf(paper)
        return number ? [{ ...number, day: paper.day ?? '', year: paper.seriesYear ?? 0 }] : []
      })
      const last = given.sort((one, other) => one.year - other.year || compareNumbers(one, other)).at(-1)
      return { ...series, lastNumber: last ? writeNumber(last) : null, lastDay: last?.day ?? null }
    }),
  )
}
