import type { Row } from '../../db/rows.ts'
import { requireCongress } from '../congresses/actions.ts'
import { inUse, invalid, notFound, refused } from '../errors.ts'
import { act, type ActRows, type Done } from '../history/actions.ts'
import { newId, type Actor, type Office } from '../office.ts'
import { holderOn } from '../leaders/rules.ts'
import { listPosts } from '../people/queries.ts'
import { todayOf } from '../road/actions.ts'
import { lineOfUnit } from '../units/queries.ts'
import { calledPaper } from './called.ts'
import { signingBodyOf, symbolAndIssuer } from './contents.ts'
import { findPaper, findSeries, listNumbered, listSeriesFor, saveSignedCopy } from './queries.ts'
import {
  capacityLines,
  faultInSeries,
  isUnsigned,
  mayStep,
  needsRole,
  nextInSeries,
  numberOf,
  postToSign,
  readNumber,
  seriesYearOf,
  stepRules,
  symbolInSeries,
  writeNumber,
  type PaperNumber,
  isUsualSeries,
} from './rules.ts'
import type {
  NewNumberSeries,
  NumberOfPaper,
  NumberSeries,
  NumberSeriesChange,
  PaperChange,
  PaperStep,
  SignerOfPaper,
  StepOfPaper,
  PaperIssuer,
} from './schema.ts'
import { copyToSign } from './signed.ts'

const ofPaper = (action: string, reason = '') => ({ action, subject: '', unitId: null, reason })

/** Keeps what a secretary filled in for a paper; version 0 = nothing was kept before. */
export const savePaper = (
  office: Office,
  actor: Actor,
  congressId: string,
  kind: string,
  { fields, version }: PaperChange,
): Promise<Done<{ version: number }>> =>
  act(office, actor, ofPaper('paper-filled-in'), async (rows) => {
    const standing = await paperIn(rows, await requireCongress(rows, congressId), kind)
    if (!isUnsigned(standing?.standing ?? 'draft')) {
      throw refused('paper-signed', 'It is signed: what it says stays; it is corrected or replaced.')
    }
    return writePaper(rows, standing, { congressId, kind, version }, { fields })
  })

/** Takes a paper one step on, or puts it aside with the reason. */
export const stepPaper = async (
  office: Office,
  actor: Actor,
  congressId: string,
  kind: string,
  { step, reason, version, byNumber = '', day = null }: StepOfPaper,
): Promise<Done<null>> => {
  const { needsReason, to } = stepRules[step]
  if (needsReason && reason.trim() === '') throw invalid([{ field: 'reason', rule: 'required' }])
  // Reading templates is no matter of the transaction.
  const signed = step === 'sign' ? await copyToSign(office, congressId, kind) : null
  return act(office, actor, ofPaper(actionOf[step], reason), async (rows) => {
    const standing = await paperIn(rows, await requireCongress(rows, congressId), kind)
    if (!mayStep(standing?.standing ?? 'draft', step)) throw refusedStep()
    if (step === 'issue' && standing?.number === null) throw refused('number-missing', 'It has no number yet.')
    const draft = standing?.draft ?? 1
    const values = {
      standing: to,
      draft: step === 'return' ? draft + 1 : draft,
      ...(signed ? { signedHash: signed.hash, signedId: signed.copy.id } : {}),
      ...(step === 'return' ? { signedHash: null, signedId: null } : {}),
    }
    if (signed) await saveSignedCopy(rows.tx, signed.copy)
    const paper =
      standing && step === 'redraft'
        ? await rows.create('papers', nextEdition(standing))
        : await writePaper(rows, standing, { congressId, kind, version }, values)
    const by = stepRules[step].isByPaper ? { byNumber, day: day ?? todayOf(office, null) } : {}
    await keepStep(office, actor, rows, { id: paper.id, draft }, { step, reason, ...by })
    return null
  })
}

const actionOf: Readonly<Record<PaperStep, string>> = {
  submit: 'paper-submitted',
  return: 'paper-returned',
  sign: 'paper-signed',
  number: 'paper-numbered',
  issue: 'paper-issued',
  correct: 'paper-corrected',
  replace: 'paper-replaced',
  withdraw: 'paper-withdrawn',
  redraft: 'paper-redrafted',
}

const refusedStep = () => refused('paper-step-not-allowed', 'A paper that stands so does not take this step.')

/** Gives a signed paper the number and day of the book, or the next number of a series that the product numbers. */
export const numberPaper = async (
  office: Office,
  actor: Actor,
  congressId: string,
  kind: string,
  wish: NumberOfPaper,
): Promise<Done<null>> => {
  const { symbol, issuer } = await symbolAndIssuer(office.db.read, congressId, kind)
  return act(office, actor, ofPaper('paper-numbered'), async (rows) => {
    const congress = await requireCongress(rows, congressId)
    const paper = await findPaper(rows.tx, congressId, kind)
    if (!paper) throw notFound()
    if (!mayStep(paper.standing, 'number')) throw refusedStep()
    const series = await seriesToUse(rows, congress, { seriesId: wish.seriesId, issuer })
    const given = await numberIn(rows, series, paper, wish)
    const { number, letters: numberLetters } = given
    const numbered = await rows.change('papers', paper.id, wish.version, {
      seriesId: series.id,
      seriesYear: seriesYearOf(series, wish.day),
      number,
      numberLetters,
      day: wish.day,
      fields: series.ending === '' ? paper.fields : { ...paper.fields, symbol: symbolInSeries(symbol, series.ending) },
    })
    await sayPaper(rows, congress, kind, numbered)
    await keepStep(office, actor, rows, paper, { step: 'number', reason: writeNumber(given) })
    return null
  }).catch((error: unknown) => {
    throw isNumberTwice(error) ? refused('number-taken', 'The number is taken.') : error
  })
}

/** What the database itself would refuse, should two writes ever cross. */
const isNumberTwice = (error: unknown): boolean => {
  const { code, message } = (error instanceof Error && error.cause !== undefined ? error.cause : error) as {
    code?: unknown
    message?: string
  }
  return (code === 'SQLITE_CONSTRAINT_UNIQUE' && message?.includes('series_id') === true) || code === '23505'
}

const numberIn = async (
  rows: ActRows,
  series: Row<'numberSeries'>,
  paper: Row<'papers'>,
  { number, day }: NumberOfPaper,
): Promise<PaperNumber> => {
  const numbered = await listNumbered(rows.tx, series.id)
  const dated = { ...paper, seriesYear: seriesYearOf(series, day), day }
  const isInYear = paper.seriesId === series.id && paper.seriesYear === dated.seriesYear
  const kept = isInYear ? numberOf(paper) : null
  const wanted = series.way === 'by-product' ? (kept ?? nextInSeries(series, numbered, dated)) : readNumber(number)
  if (!wanted) throw invalid([{ field: 'number', rule: number.trim() === '' ? 'required' : 'not-a-paper-number' }])
  const fault = faultInSeries(series, numbered, { ...dated, number: wanted.number, numberLetters: wanted.letters })
  if (fault) throw refused(fault.code, 'The number does not fit among those of its series.', fault)
  return wanted
}

/** The series named, or the usual one of who issues the paper: it begins with the first number that is taken from it. */
const seriesToUse = async (
  rows: ActRows,
  congress: Row<'congresses'>,
  { seriesId, issuer }: { seriesId: string | null; issuer: PaperIssuer },
): Promise<Row<'numberSeries'>> => {
  const offered = await listSeriesFor(rows.tx, congress)
  const found = offered.find((series) => (seriesId === null ? isUsualSeries(series, issuer) : series.id === seriesId))
  if (found) return found
  if (seriesId !== null) throw invalid([{ field: 'seriesId', rule: 'not-known' }])
  const { id: congressId, unitId } = congress
  // The authority goes on numbering when the congress is over: its series is the unit's.
  const whose =
    issuer === 'committee'
      ? { name: 'Sổ của Ban Tổ chức', congressId }
      : { name: 'Sổ quyết định của cơ quan có thẩm quyền', congressId: null }
  const usual = { ending: '', startsAt: 1, restartsYearly: true, way: 'by-hand' } as const
  return rows.create('numberSeries', { id: newId(), unitId, issuer, ...whose, ...usual })
}

/** Lets whoever holds a post on the paper's day sign it; without a capacity its lines stay as they are. */
export const chooseSigner = (
  office: Office,
  actor: Actor,
  congressId: string,
  kind: string,
  { postId, capacity, role, version }: SignerOfPaper,
): Promise<Done<null>> =>
  act(office, actor, ofPaper('paper-signer-chosen'), async (rows) => {
    const congress = await requireCongress(rows, congressId)
    const standing = await paperIn(rows, congress, kind)
    if (!isUnsigned(standing?.standing ?? 'draft')) throw refusedStep()
    if (capacity !== null && needsRole(capacity) && role.trim() === '') {
      throw invalid([{ field: 'role', rule: 'required' }])
    }
    const line = await lineOfUnit(rows.tx, congress.unitId)
    const post = (await listPosts(rows.tx)).find((each) => each.id === postId && line.includes(each.unitId))
    if (!post) throw invalid([{ field: 'postId', rule: 'not-known' }])
    const signer = holderOn(post, dayOfPaper(standing, todayOf(office, null)))
    if (signer === '') throw refused('signer-not-known', 'Nobody, or more than one, holds the post on that day.')
    const body = await signingBodyOf(rows.tx, congressId, kind)
    const lines = capacity === null ? {} : { capacity: capacityLines(capacity, role.trim(), body).join('\n') }
    // Who signs as what the authority is has no other post.
    const otherPost = body === undefined ? postToSign(post.name) : ''
    const fields = { ...standing?.fields, ...lines, signer, otherPost }
    await writePaper(rows, standing, { congressId, kind, version }, { signerPostId: postId, fields })
    return null
  })

/** The day that a paper bears, or is to bear, else today. */
export const dayOfPaper = (paper: Row<'papers'> | undefined, today: string): string =>
  paper?.day ?? (paper?.fields['day'] || today)

export const createSeries = (
  office: Office,
  actor: Actor,
  congressId: string,
  { isShared, ...values }: NewNumberSeries,
): Promise<Done<NumberSeries>> =>
  act(office, actor, ofPaper('number-series-created'), async (rows) => {
    const { unitId, title } = await requireCongress(rows, congressId)
    rows.say({ subject: `${values.name} - ${title}` })
    const place = { id: newId(), unitId, congressId: isShared ? null : congressId }
    return rows.create('numberSeries', { ...place, issuer: 'committee', ...values })
  })

/** Refused where numbers were given already that another beginning or another year would contradict. */
export const changeSeries = (
  office: Office,
  actor: Actor,
  id: string,
  { version, ...values }: NumberSeriesChange,
): Promise<Done<NumberSeries>> =>
  act(office, actor, ofPaper('number-series-changed'), async (rows) => {
    const series = await requireSeries(rows, id)
    const isRecounted = series.restartsYearly !== values.restartsYearly
    if (isRecounted && (await listNumbered(rows.tx, id)).length > 0) {
      throw refused('series-in-use', 'Numbers were given: whether it restarts stays.')
    }
    return rows.change('numberSeries', id, version, values)
  })

export const deleteSeries = (office: Office, actor: Actor, id: string, version: number): Promise<Done<void>> =>
  act(office, actor, ofPaper('number-series-deleted'), async (rows) => {
    await requireSeries(rows, id)
    const numbered = await listNumbered(rows.tx, id)
    if (numbered.length > 0) {
      throw inUse(
        numbered.slice(0, 3).flatMap((paper) => {
          const number = numberOf(paper)
          return number ? [{ kind: 'paper', name: writeNumber(number) }] : []
        }),
      )
    }
    await rows.remove('numberSeries', id, version)
  })

const requireSeries = async (rows: ActRows, id: string): Promise<Row<'numberSeries'>> => {
  const series = await findSeries(rows.tx, id)
  if (!series) throw notFound()
  if (series.congressId !== null) await requireCongress(rows, series.congressId)
  rows.say({ subject: series.name, unitId: series.unitId })
  return series
}

/** The paper as it stands, if there is one; the act names it. */
const paperIn = async (
  rows: ActRows,
  congress: Row<'congresses'>,
  kind: string,
): Promise<Row<'papers'> | undefined> => {
  const paper = await findPaper(rows.tx, congress.id, kind)
  await sayPaper(rows, congress, kind, paper)
  return paper
}

const sayPaper = async (
  rows: ActRows,
  { id, title }: Row<'congresses'>,
  kind: string,
  paper: Row<'papers'> | undefined,
): Promise<void> => {
  rows.say({ subject: `${await calledPaper(rows.tx, id, kind, paper)} - ${title}` })
}

/** Changes the paper as it stands, or begins it with these values: in one write, so that it can be undone. */
const writePaper = (
  rows: ActRows,
  standing: Row<'papers'> | undefined,
  { congressId, kind, version }: { congressId: string; kind: string; version: number },
  values: Partial<NewPaper>,
): Promise<Row<'papers'>> =>
  standing
    ? rows.change('papers', standing.id, version, values)
    : rows.create('papers', { ...newPaper(congressId, kind), ...values })

type NewPaper = Omit<Row<'papers'>, 'version'>

const newPaper = (congressId: string, kind: string): NewPaper => ({
  id: newId(),
  congressId,
  kind,
  edition: 1,
  fields: {},
  standing: 'draft',
  draft: 1,
  signerPostId: null,
  signedHash: null,
  signedId: null,
  seriesId: null,
  seriesYear: null,
  number: null,
  numberLetters: null,
  day: null,
})

/** Says what the one before said, but for number and day. */
const nextEdition = ({ congressId, kind, fields, edition, signerPostId }: Row<'papers'>): NewPaper => {
  const { number: _number, day: _day, ...kept } = fields
  return { ...newPaper(congressId, kind), fields: kept, edition: edition + 1, signerPostId }
}

const keepStep = (
  office: Office,
  actor: Actor,
  rows: ActRows,
  { id: paperId, draft }: Pick<Row<'papers'>, 'id' | 'draft'>,
  {
    step,
    reason,
    byNumber = '',
    day = null,
  }: { step: PaperStep; reason: string; byNumber?: string; day?: string | null },
) =>
  rows.create('paperSteps', {
    id: newId(),
    paperId,
    step,
    draft,
    reason,
    byNumber,
    day,
    accountName: actor.name,
    at: office.now().toISOString(),
  })
