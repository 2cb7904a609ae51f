import { writeTable } from '../exchange/writing/write-workbook.ts'
import { findCongress } from '../congresses/queries.ts'
import { notFound } from '../errors.ts'
import type { Language } from '../format/dates.ts'
import type { Office } from '../office.ts'
import { zipOf, type NamedBytes } from '../prints/archive.ts'
import { zipTime } from '../zips.ts'
import { codeMaker } from './codes.ts'
import { listLinks } from './queries.ts'
import type { StaticOrder } from './schema.ts'
import { drawSlips } from './slips.ts'
import { guideOf, workbookWords } from './static-guide.ts'
import { staticAddressOf, writeStaticPages, type StaticPage } from './static-pages.ts'
import { planStaticPages, type StaticChoice } from './static-plan.ts'

/** What goes to the web host, and what never does: it holds the addresses. */
const folders = { upload: 'dua-len-mang', keep: 'giu-lai' } as const

/** The pages of a congress as files for a web host, with what hands them out; written while it is sent. */
export const zipOfStaticPages = async (
  office: Office,
  congressId: string,
  order: StaticOrder,
): Promise<{ name: string; pieces: AsyncGenerator<Uint8Array> }> => {
  const congress = await findCongress(office.db.read, congressId)
  if (!congress) throw notFound()
  const choice = await planStaticPages(office, congressId, order)
  const { language = 'vi', until = null } = order
  const files = filesOf(office, { congressId, title: congress.title, language, until, choice })
  return { name: congress.title, pieces: zipOf(files, zipTime(office.now(), office.settings.timeZone)) }
}

interface Export {
  congressId: string
  title: string
  language: Language
  until: string | null
  choice: StaticChoice
}

const filesOf = async function* (office: Office, of: Export): AsyncGenerator<NamedBytes> {
  const { congressId, language, until, choice } = of
  const { linkIds, host, delegateIds } = choice
  const told: Omit<StaticPage, 'bytes'>[] = []
  for await (const { bytes, ...page } of writeStaticPages(office, { congressId, linkIds, host, until, language })) {
    told.push(page)
    yield [`${folders.upload}/${page.file}`, ...bytes]
  }
  const { codeOf } = await codeMaker(office.db)
  const links = await listLinks(office.db.read, congressId)
  const addresses = new Map(links.map(({ delegateId, salt }) => [delegateId, staticAddressOf(host, codeOf(salt))]))
  const slips = await drawSlips(office, { congressId, language, delegateIds }, addresses)
  if (slips) yield [`${folders.keep}/phieu.pdf`, slips.pdf]
  yield [`${folders.keep}/lien-ket.xlsx`, await workbookOf(of, told)]
  yield ['HUONG-DAN.txt', Buffer.from(guideOf({ ...of, folders }))]
}

const workbookOf = ({ title, language }: Export, pages: Omit<StaticPage, 'bytes'>[]): Promise<Buffer> => {
  const words = workbookWords[language]
  return writeTable({
    name: words.sheet,
    above: [title, words.secret],
    headings: words.headings,
    rows: pages
      .toSorted((one, other) => one.position - other.position)
      .map(({ name, delegation, phone, url, message, file }) => [name, delegation, phone, url, message, file]),
    choices: new Map(),
  })
}
