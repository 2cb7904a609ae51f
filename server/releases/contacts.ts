import type { Reader } from '../../db/open.ts'
import type { Row } from '../../db/rows.ts'
import { foldForSearch } from '../format/search.ts'
import { findRowsOfCongress } from '../lists/queries.ts'
import { listPosts } from '../people/queries.ts'
import type { Affected } from './rules/affected.ts'
import type { Tellings } from './schema.ts'

/**
 * Telephones of those who are to be told, from the congress's own lists and the posts of its unit: whoever is called
 * there, in several words at least, wholly as in the programme. A number is better missing than another's.
 */
export const contactsFor = async (
  read: Reader,
  { id, unitId }: Pick<Row<'congresses'>, 'id' | 'unitId'>,
  affected: readonly Pick<Affected, 'who' | 'name' | 'post'>[],
): Promise<Tellings['contacts']> => {
  const rows = await findRowsOfCongress(read, id)
  const posts = (await listPosts(read)).filter((post) => post.unitId === unitId)
  const known = [
    ...rows.map(({ values }) => ({ name: values['name'] ?? '', phone: values['phone'] ?? '' })),
    ...posts.flatMap(({ name, phone, holders }) =>
      [name, ...holders.map(({ personName }) => personName)].map((each) => ({ name: each, phone })),
    ),
  ]
    .map(({ name, phone }) => ({ name: plain(name), phone: phone.trim() }))
    .filter(({ name, phone }) => phone !== '' && name.includes(' '))
  return affected.flatMap(({ who, name, post }) => {
    const called = new Set([name, post].flatMap(callingsIn))
    const phones = known.filter((each) => called.has(each.name)).map(({ phone }) => phone)
    return phones.length === 0 ? [] : [{ who, phone: [...new Set(phones)].join(', ').slice(0, 400) }]
  })
}

/** «Đồng chí Nguyễn Văn An, Giám đốc Sở»: the whole, and the person and the post each by itself. */
const callingsIn = (text: string): string[] =>
  [text, ...text.split(/[,;()]/u)].map(plain).flatMap((each) => [each, each.replace(/^(?:dong chi|d c|ong|ba) /u, '')])

const plain = (text: string): string =>
  foldForSearch(text)
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
