import { createHash } from 'node:crypto'
import type { Reader } from '../../db/open.ts'
import type { Row } from '../../db/rows.ts'
import { composePapers, templateValues } from '../documents/compose.ts'
import type { ListRow } from '../documents/list-rows.ts'
import { gatherCongress, type CongressFacts } from '../documents/facts.ts'
import { fieldsOf } from '../documents/fields.ts'
import { listPaperKinds, type Template } from '../documents/templates.ts'
import { kindWithSubject } from '../documents/rules/names.ts'
import { notFound } from '../errors.ts'
import { formatShortDate } from '../format/dates.ts'
import { findRows, peopleList } from '../lists/queries.ts'
import { templatesOf } from '../templates/source.ts'
import { findPaper, listPapers, listSteps } from './queries.ts'
import { rowsOfGroups } from './group-rows.ts'
import { rowsOfMakeUp, rowsOfPublicMakeUp } from './make-up-rows.ts'
import { findPrintedPeople } from './printed-people.ts'
import { rowsOfPlan } from './seat-rows.ts'
import { notesOf } from './register-notes.ts'
import { rowsOfResults, rowsOfRoad } from './road-rows.ts'
import { fieldsToPrint, issuerOf, isUnsigned, signingAuthority, type SigningBody } from './rules.ts'
import type { PaperIssuer, PaperStanding } from './schema.ts'
import { signedCopyOf, signedFields } from './signed.ts'
import { templateOfPaper } from './template-of.ts'

/** Lists that are no tables of their own: the program makes their rows from what it knows. */
const derived = new Map<string, (read: Reader, facts: CongressFacts) => Promise<ListRow[]>>([
  ['papers', (read, facts) => registerRows(read, facts)],
  ['road', rowsOfRoad],
  ['results', rowsOfResults],
  ['make-up', rowsOfMakeUp],
  ['make-up-public', rowsOfPublicMakeUp],
  ['group-members', rowsOfGroups],
])
export const derivedLists = [...derived.keys()]

/** What of a template says from which lists it is made. */
type Listed = Pick<Template, 'list' | 'isChart'>

/** The rows of the list that a template is made from. */
export const rowsFor = (read: Reader, facts: CongressFacts, template: Listed): Promise<ListRow[]> =>
  listReader(read, facts)(template)

/** Reads the lists of a congress, each once, however many kinds are made from it. */
export const listReader = (read: Reader, facts: CongressFacts): ((template: Listed) => Promise<ListRow[]>) => {
  const lists = new Map<string, Promise<ListRow[]>>()
  const kept = (list: string): Promise<ListRow[]> =>
    list === peopleList ? findPrintedPeople(read, facts.congress.id) : findRows(read, facts.congress.id, list)
  const rowsOf = (list: string): Promise<ListRow[]> => {
    const rows = lists.get(list) ?? derived.get(list)?.(read, facts) ?? kept(list)
    lists.set(list, rows)
    return rows
  }
  return async ({ list, isChart }) => {
    if (list === undefined) return []
    if (isChart === true) {
      const planned = await rowsOfPlan(read, facts)
      if (planned) return planned
    }
    const rows = await rowsOf(list)
    return isChart === true ? [...rows, ...seatedOf(await rowsOf('delegates'))] : rows
  }
}

/** The people who attend and have a seat, as a chart of seats tells them: it keeps nothing else of them. */
const seatedOf = (people: readonly ListRow[]): ListRow[] =>
  people.flatMap(({ id, values }) => {
    const { seat = '', name = '', delegation = '', class: kind = '', door = '' } = values
    return seat === '' ? [] : [{ id, values: { seat, name, delegation: delegation || kind, door } }]
  })

/** Refuses kinds that are neither signed nor numbered, as if they were not there. */
export const requireKind = async (read: Reader, congressId: string, kind: string): Promise<void> => {
  if (!(await listPaperKinds()).includes(kind)) throw notFound()
  if (!isNumbered((await knownPaper(read, congressId, kind)).template)) throw notFound()
}

/** Whether papers of the kind are signed and numbered: their template asks for a number. */
export const isNumbered = ({ fields }: Pick<Template, 'fields'>): boolean =>
  fields.some(({ name }) => name === 'number')

/**
 * The papers of a congress as its register tells them: in the order of their days and numbers, then those without. What
 * was signed is told as it was signed.
 */
const registerRows = async (read: Reader, facts: CongressFacts): Promise<ListRow[]> => {
  const papers = await listPapers(read, facts.congress.id)
  const templateOf = await templatesOf(read, facts)
  const steps = await listSteps(
    read,
    papers.map(({ id }) => id),
  )
  const symbols = new Map<string, string>()
  const made: { paper: Row<'papers'>; row: ListRow }[] = []
  for (const paper of papers) {
    const template = await templateOfPaper(read, templateOf, paper.kind, paper)
    if (!isNumbered(template)) continue
    const copy = await signedCopyOf(read, paper)
    const printed = copy
      ? signedFields(paper, copy)
      : fieldsOf(template, fieldsToPrint(paper), templateValues(template, facts), 'vi')
    symbols.set(paper.id, printed['symbol'] ?? '')
    const { number = '', symbol = '', day = '', title = '', subject = '', signer = '', recipients = '' } = printed
    const values = {
      number: /^\d$/.test(number) ? `0${number}` : number,
      symbol,
      day: day === '' ? '' : formatShortDate(day, 'vi'),
      name: template.titles.vi,
      about: title || subject,
      kindAndAbout: kindWithSubject(template.titles.vi, title || subject),
      signer,
      recipients: recipients
        .split('\n')
        .filter((line) => line.trim() !== '')
        .join('; '),
      // A numbered one that came back unsigned keeps its place in the book.
      standing: standingWords[isBeforeIssue(paper) && paper.number !== null ? 'entered' : paper.standing],
    }
    made.push({ paper, row: { id: paper.id, values } })
  }
  const noteOf = notesOf(papers, steps, (paper) => symbols.get(paper.id) ?? '')
  for (const { paper, row } of made) row.values = { ...row.values, note: noteOf(paper) }
  const keyOf = ({ day, number }: Row<'papers'>) => `${day ?? '9999'} ${String(number ?? 0).padStart(6, '0')}`
  return made.sort((one, other) => keyOf(one.paper).localeCompare(keyOf(other.paper))).map(({ row }) => row)
}

const isBeforeIssue = ({ standing }: Row<'papers'>): boolean => isUnsigned(standing) || standing === 'signed'

/** As the list of papers names them; templates keep rows by these words. */
const standingWords: Readonly<Record<PaperStanding | 'entered', string>> = {
  draft: 'Dự thảo',
  'for-signature': 'Trình ký',
  signed: 'Đã ký',
  entered: 'Đã vào sổ',
  issued: 'Ban hành',
  corrected: 'Đã đính chính',
  replaced: 'Đã thay thế',
  withdrawn: 'Đã thu hồi',
}

/** Whose head signs a paper; undefined = the committee's. */
export const signingBodyOf = async (
  read: Reader,
  congressId: string,
  kind: string,
): Promise<SigningBody | undefined> => {
  const { template, facts } = await knownPaper(read, congressId, kind)
  const title = templateValues(template, facts).vi['authorityTitle'] ?? ''
  return issuerOf(template) === 'authority' ? signingAuthority(title) : undefined
}

/** The symbol with which a paper is printed, and who issues it. */
export const symbolAndIssuer = async (
  read: Reader,
  congressId: string,
  kind: string,
): Promise<{ symbol: string; issuer: PaperIssuer }> => {
  const { template, facts, paper } = await knownPaper(read, congressId, kind)
  const { symbol = '' } = fieldsOf(template, paper?.fields ?? {}, templateValues(template, facts), 'vi')
  return { symbol, issuer: issuerOf(template) }
}

/** The last paper of a kind with its template and what its congress is. */
const knownPaper = async (read: Reader, congressId: string, kind: string) => {
  const facts = await gatherCongress(read, congressId)
  const paper = await findPaper(read, congressId, kind)
  return { facts, paper, template: await templateOfPaper(read, await templatesOf(read, facts), kind, paper) }
}

interface Contents {
  template: Template
  facts: CongressFacts
  fields: Readonly<Record<string, string>>
  rows: readonly ListRow[]
}

/** What a paper says, in one short word that another text would change; what the clerk enters after it is signed counts not. */
export const hashOf = ({ template, facts, fields, rows }: Contents): string => {
  const filled = { ...fields, number: '', day: '', symbol: '-' }
  const hash = createHash('sha256')
  for (const language of template.languages) {
    for (const paper of composePapers({ template, facts, filled, rows, today: '' }, language)) {
      hash.update(JSON.stringify([paper.title, paper.blocks]))
    }
  }
  return hash.digest('hex')
}
