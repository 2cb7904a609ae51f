import { notFound, refused } from '../errors.ts'
import type { Language } from '../format/dates.ts'
import type { Office } from '../office.ts'
import { codeMaker } from './codes.ts'
import { liaisonMessage, messageOf, shortMessageOf } from '../delegate-pages/message.ts'
import type { DelegationRecord } from '../delegate-pages/gather.ts'
import { linkOpener, openedBy, pageOf } from '../delegate-pages/opening.ts'
import { findLink, findLinkRecord } from './queries.ts'
import type { LinkRead } from './schema.ts'

export const addressOf = (origin: string, code: string): string => `${origin}/d/${code}`

/** The address of a link with the messages that hand it out. */
export const readLink = async (
  office: Office,
  linkId: string,
  { language, origin }: { language: Language; origin: string },
): Promise<LinkRead> => {
  const { read } = office.db
  const link = await findLink(read, linkId)
  if (!link) throw notFound()
  const opened = openedBy(office, await findLinkRecord(read, link.codeHash))
  if (opened.kind === 'gone' || opened.kind === 'withdrawn') {
    throw refused('link-closed', 'The link opens nothing any more.')
  }
  const code = (await codeMaker(office.db)).codeOf(link.salt)
  if (opened.kind === 'delegation') return ofLiaison(opened.record, { language, url: addressOf(origin, code) })
  const facts = await linkOpener(office).read(opened.record)
  const page = await pageOf(office, opened, facts, { code, language, origin })
  const url = addressOf(origin, code)
  return { url, message: messageOf(page, url), short: shortMessageOf(page, url) }
}

const ofLiaison = (record: DelegationRecord, how: { language: Language; url: string }): LinkRead => {
  const message = liaisonMessage(record, how)
  return { url: how.url, message, short: message }
}
