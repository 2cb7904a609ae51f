import type { Reader } from '../../db/open.ts'
import type { Row } from '../../db/rows.ts'
import { foldForSearch } from '../format/search.ts'
import { findRowsOfCongress } from '../lists/queries.ts'
import { listPosts } from '../people/queries.ts'
import type { Affected } from './rules/affected.ts'
import type { Tellings } from './schema.ts'

/**
 * Telephones of those who are to be told, from the congress's own lists and the posts of its unit: whoever is named there
 * and, of several words at least, is named in the programme.
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
    const text = ` ${plain(`${name} ${post}`)} `
    const phones = known.filter((each) => text.includes(` ${each.name} `)).map(({ phone }) => phone)
    return phones.length === 0 ? [] : [{ who, phone: [...new Set(phones)].join(', ').slice(0, 400) }]
  })
}

const plain = (text: string): string =>
  foldForSearch(text)
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
