import { expect, test } from 'vitest'
import type { PaletteEntry } from '../../web/palette.ts'
import { paperAt, papersFor, type Shelf } from '../../web/palette-papers.ts'

const congressOf = (id: string, label: string): PaletteEntry => ({
  group: 'congresses',
  label,
  href: `/congresses/${id}`,
})
const yYen = congressOf('a', 'Hội nghị điển hình tiên tiến huyện Ý Yên')
const xuanTruong = congressOf('b', 'Hội nghị điển hình tiên tiến huyện Xuân Trường')
const shelf: Shelf = {
  kinds: [
    { kind: 'invitation', title: 'Giấy mời' },
    { kind: 'badge', title: 'Thẻ đại biểu' },
  ],
  congresses: [yYen, xuanTruong],
  own: yYen,
}
const hrefs = (query: string, of: Shelf = shelf) => papersFor(of, query).map(({ href }) => href)

test('finds a kind of paper of the congress at hand, its marks left out', () => {
  expect(hrefs('giay moi')).toEqual(['/congresses/a/papers?paper=invitation'])
  expect(hrefs('Thẻ')).toEqual(['/congresses/a/papers?paper=badge'])
})

test('finds it of another congress by the name of that, and none by the name alone', () => {
  expect(hrefs('giay moi xuan truong')).toEqual(['/congresses/b/papers?paper=invitation'])
  expect(hrefs('xuan truong')).toEqual([])
})

test('finds the programme of the congress at hand and of one that is named, as a page of it', () => {
  const programme = { kind: 'programme', title: 'Chương trình', isPage: true }
  const withPage = { ...shelf, kinds: [programme, ...shelf.kinds] }
  expect(papersFor(withPage, 'chuong trinh')[0]).toMatchObject({
    ...{ group: 'congresses', label: 'Chương trình', detail: yYen.label, href: '/congresses/a/programme' },
  })
  expect(hrefs('chương trình xuân trường', withPage)).toEqual(['/congresses/b/programme'])
  expect(paperAt(withPage, '/congresses/b/programme')).toMatchObject({ label: 'Chương trình' })
})

test('asks for the name of a congress where none is at hand', () => {
  expect(hrefs('giay moi', { ...shelf, own: undefined })).toEqual([])
  expect(hrefs('giay moi y yen', { ...shelf, own: undefined })[0]).toBe('/congresses/a/papers?paper=invitation')
})

test('knows a pinned paper again, and not one that is gone', () => {
  expect(paperAt(shelf, '/congresses/b/papers?paper=badge')).toMatchObject({ label: 'Thẻ đại biểu', group: 'papers' })
  expect(paperAt(shelf, '/congresses/b/papers?paper=gone')).toBeUndefined()
})
