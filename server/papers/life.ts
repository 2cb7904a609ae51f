import type { Reader } from '../../db/open.ts'
import type { Row } from '../../db/rows.ts'
import { placesOfDuties } from '../accounts/listing.ts'
import type { Duty } from '../accounts/schema.ts'
import { gatherCongress } from '../documents/facts.ts'
import { notFound } from '../errors.ts'
import { holderOn } from '../leaders/rules.ts'
import { findCongress } from '../congresses/queries.ts'
import { listPosts } from '../people/queries.ts'
import type { Post } from '../people/schema.ts'
import { templatesOf } from '../templates/source.ts'
import { dayOfPaper } from './actions.ts'
import { listNumbered, listSeriesFor, listSteps, listUnsignedPapers } from './queries.ts'
import { compareNumbers, isUnsigned, numberOf, writeNumber } from './rules.ts'
import type { FormerSignerPaper, OfferedSeries, PaperLife } from './schema.ts'

/** Where a paper stands; `hash` is asked for only where it was signed. */
export const lifeOf = async (
  read: Reader,
  paper: Row<'papers'> | undefined,
  { symbol, hash, today }: { symbol: string; hash: () => string; today: string },
): Promise<PaperLife> => {
  if (!paper) return { ...unkept, symbol }
  const { id, standing, draft, edition, day, seriesId, signerPostId, signedHash } = paper
  const number = numberOf(paper)
  const steps = await listSteps(read, [id])
  const post = signerPostId === null ? undefined : (await listPosts(read)).find((each) => each.id === signerPostId)
  return {
    id,
    standing,
    draft,
    edition,
    number: number ? writeNumber(number) : '',
    symbol,
    day,
    seriesId,
    signerPostId,
    isOutOfDate: !isUnsigned(standing) && signedHash !== null && signedHash !== hash(),
    formerSigner: isUnsigned(standing) ? formerSignerOf(paper, post, today) : null,
    history: steps.map(({ paperId: _paper, version: _version, ...step }) => step),
  }
}

const unkept: PaperLife = {
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
  formerSigner: null,
  history: [],
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
