import type { Block, Paper } from '../../../server/documents/blocks.ts'
import type { Cards } from '../../../server/documents/cards.ts'

const upper = (text: string) => text.toLocaleUpperCase('vi')

/** Every text of a block as it must stand on the paper. A kind of block that is forgotten here does not compile. */
const textsOf = (block: Block): string[] => {
  switch (block.kind) {
    case 'letterhead':
      return [
        ...[block.superior, block.issuer, block.urgency, block.circulation].map(upper),
        ...[block.number, block.subject, block.nation, block.motto, block.placeAndDay],
      ]
    case 'title':
      return [upper(block.type), ...block.about]
    case 'basis':
      return block.lines
    case 'addressees':
      return block.names.length === 1
        ? [block.word, ...block.names]
        : [block.word, ...block.names.map((name, at) => `- ${name}${at === block.names.length - 1 ? '.' : ';'}`)]
    case 'heading':
      return [block.rank === 'clause' ? block.text : upper(block.text)]
    case 'paragraph':
      return [typeof block.text === 'string' ? block.text : block.text.map(({ text }) => text).join('')]
    case 'remark':
      return [block.text]
    case 'list':
      return block.items.map((item) => `- ${item}`)
    case 'facts':
      return block.rows.flatMap(({ name, text }) => [name, text])
    case 'table':
      return [
        ...block.columns.map(({ title }) => title),
        ...block.rows.flatMap((row) => ('cells' in row ? row.cells : [row.heading])),
      ]
    case 'code':
      return [block.caption]
    case 'closing':
      return [
        ...(block.recipients.length > 0 ? [block.recipientsTitle] : []),
        ...block.recipients,
        ...block.capacity.map(upper),
        upper(block.otherPost),
        block.signer,
        block.drafter,
      ]
    case 'signatures':
      return block.signers.flatMap(({ capacity, remark, name }) => [...capacity.map(upper), remark, name])
    case 'annex':
      return [block.name, upper(block.title), block.attachedTo]
    case 'page-end':
      return []
  }
}

const textsOfPart = (part: Paper | Cards): string[] =>
  'sheet' in part
    ? [...part.faces].flatMap(({ front, back }) =>
        [...front, ...(back ?? [])].flatMap((element) => (element.kind === 'text' ? [element.text] : [])),
      )
    : [part.address ?? '', ...part.blocks.flatMap(textsOf)]

/** Words in the order of the alphabet: what was composed and what was copied are told apart by nothing but their order. */
export const sortedWords = (texts: readonly string[]): string[] =>
  texts
    .flatMap((text) => text.split(/\s+/u))
    .filter((word) => word !== '')
    .sort()

/** All words that papers and cards were composed of, in composed letters. */
export const wordsComposed = (parts: Iterable<Paper | Cards>): string[] =>
  sortedWords([...parts].flatMap(textsOfPart).map((text) => text.normalize('NFC')))
