import { existsSync, readdirSync, readFileSync, rmSync, utimesSync } from 'node:fs'
import { join } from 'node:path'
import PDFDocument from 'pdfkit'
import sharp from 'sharp'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { sweepFiles } from '../../../server/files/actions.ts'
import type { AttachedFile } from '../../../server/files/schema.ts'
import { keepBytes, pathOfBytes, pathOfThumbnail } from '../../../server/files/store.ts'
import { thumbnailLimits, thumbnailOf } from '../../../server/files/thumbnails.ts'
import { aBomb, aDocx, aPng, aZip } from '../../support/files.ts'
import { formWith, formWithFiles } from '../../support/form.ts'
import { openOffice, signInAs, type Browser, type TestOffice } from '../../support/office.ts'
import type { Subtree } from '../../support/districts.ts'
import { buildSubtrees } from '../../support/subtrees.ts'

let office: TestOffice
let inside: Subtree
let outside: Subtree
let secretariat: Browser
beforeEach(async () => {
  office = await openOffice({ MAX_UPLOAD_MB: '1' })
  ;({ inside, outside } = await buildSubtrees(office))
  secretariat = await signInAs(office, 'secretariat', inside.unitId)
})
afterEach(() => office.close())

const urlOf = ({ ids }: Subtree) => `/api/congresses/${ids['congress'] ?? ''}/files?owner=result`
const send = (bytes: Uint8Array, name: string, who = secretariat) => {
  const form = formWith(bytes, name)
  return who('POST', urlOf(inside), form.body, form.headers)
}
const sendFine = async (bytes: Uint8Array, name: string) => {
  const answer = await send(bytes, name)
  expect(answer).toMatchObject({ status: 200 })
  return { file: (answer.body as AttachedFile[])[0] as AttachedFile, actId: answer.actId ?? '' }
}
const namesOf = async (who = secretariat) =>
  ((await who('GET', urlOf(inside))).body as AttachedFile[]).map(({ name }) => name)

const aPdf = async (): Promise<Buffer> => {
  const paper = new PDFDocument({ size: 'A4' })
  paper.rect(0, 0, 600, 900).fill('red')
  paper.end()
  const pieces: Buffer[] = []
  for await (const piece of paper) pieces.push(piece as Buffer)
  return Buffer.concat(pieces)
}

test('a scan is attached, listed and given back byte by byte, in a way that nothing in it can run', async () => {
  const pdf = await aPdf()
  const { file } = await sendFine(pdf, '../Báo cáo số 12.pdf')
  expect(file).toMatchObject({ name: 'Báo cáo số 12.pdf', type: 'application/pdf', size: pdf.length })
  const got = await secretariat('GET', `/api/files/${file.id}`)
  expect(got.bytes.equals(pdf)).toBe(true)
  expect(got.headers).toMatchObject({
    'content-type': 'application/pdf',
    'content-length': String(pdf.length),
    'content-disposition': `attachment; filename="bao-cao-so-12.pdf"; filename*=UTF-8''B%C3%A1o%20c%C3%A1o%20s%E1%BB%91%2012.pdf`,
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; sandbox",
    'cache-control': 'private, no-cache',
  })
  const again = await secretariat('GET', `/api/files/${file.id}`, undefined, { 'if-none-match': got.etag ?? '' })
  expect([again.status, again.bytes.length]).toEqual([304, 0])
  expect(await namesOf()).toEqual(['Báo cáo.png', 'Báo cáo số 12.pdf'])
})

test('a thumbnail shows the first page in its colours, and a picture no larger than it was', async () => {
  const { file } = await sendFine(await aPdf(), 'a.pdf')
  const drawn = await secretariat('GET', `/api/files/${file.id}/thumbnail`)
  expect(drawn.headers['content-type']).toBe('image/webp')
  const { width, height } = await sharp(drawn.bytes).metadata()
  expect([width, height]).toEqual([226, 320])
  const { dominant } = await sharp(drawn.bytes).stats()
  expect([dominant.r > 200, dominant.b < 50]).toEqual([true, true])

  const picture = await secretariat('GET', `/api/files/${(await sendFine(aPng(900, 300), 'b.png')).file.id}/thumbnail`)
  expect(await sharp(picture.bytes).metadata()).toMatchObject({ width: 320, height: 107 })
  const small = await secretariat('GET', `/api/files/${inside.ids['file'] ?? ''}/thumbnail`)
  expect(await sharp(small.bytes).metadata()).toMatchObject({ width: 1, height: 1 })
})

test('a PDF that cannot be drawn, and a document, have no thumbnail but are given back', async () => {
  for (const [bytes, name] of [
    [Buffer.from('%PDF-1.7\nnothing of a PDF'), 'a.pdf'],
    [aDocx(), 'b.docx'],
  ] as const) {
    const { file } = await sendFine(bytes, name)
    for (const _time of [1, 2]) expect((await secretariat('GET', `/api/files/${file.id}/thumbnail`)).status).toBe(404)
    expect((await secretariat('GET', `/api/files/${file.id}`)).bytes.equals(bytes)).toBe(true)
  }
})

test('a picture that unpacks to more than its share of memory has no thumbnail, and takes nobody with it', async () => {
  const { dataFolder } = office.settings
  const [bomb, harmless] = await Promise.all([aBomb(5000), aPng(400, 400)].map((each) => keepBytes(dataFolder, each)))
  const draw = (sha256: string | undefined, bytes: number) =>
    thumbnailOf(dataFolder, { type: 'image/png', sha256: sha256 ?? '' }, { ...thumbnailLimits, bytes })
  const little = 300 * 1024 * 1024
  expect(await draw(bomb, little)).toBeNull()
  expect(await draw(harmless, little)).not.toBeNull()
  // With room for it, it is drawn: it was the memory, and nothing else.
  rmSync(pathOfThumbnail(dataFolder, bomb ?? ''))
  expect(await draw(bomb, 2 * thumbnailLimits.bytes)).not.toBeNull()
})

test.each([
  ['an SVG', 'file-type-refused', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'a.png'],
  ['a page', 'file-type-refused', Buffer.from('<!doctype html><script>1</script>'), 'a.png'],
  ['a program', 'file-type-refused', Buffer.from('MZ\u0090\u0000', 'latin1'), 'a.pdf'],
  ['any zip', 'file-type-refused', aZip({ 'a.txt': 'x' }), 'a.docx'],
  ['a document with macros', 'file-with-macros', aDocx({ 'word/vbaProject.bin': 'x' }), 'a.docx'],
  [
    'a document that declares macros',
    'file-with-macros',
    aDocx({
      '[Content_Types].xml': '<Override ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/>',
    }),
    'a.docx',
  ],
  ['a document with an OLE object', 'file-with-objects', aDocx({ 'word/embeddings/oleObject1.bin': 'x' }), 'a.docx'],
  ['a document with a packed program', 'file-with-objects', aDocx({ 'word/embeddings/setup.exe': 'MZ' }), 'a.docx'],
  ['a document with a program beside it', 'file-with-objects', aDocx({ 'word/media/xem.JS': '1' }), 'a.docx'],
  ['half a document', 'file-broken', aDocx().subarray(0, 60), 'a.docx'],
  ['a picture of ten thousand million pixels', 'picture-too-large', aPng(100_000, 100_000, true), 'a.png'],
  ['half a head of a picture', 'file-broken', aPng(5, 5).subarray(0, 17), 'a.png'],
  ['nothing', 'file-empty', Buffer.alloc(0), 'a.pdf'],
])('%s is refused as %s and nothing is kept', async (_what, code, bytes, name) => {
  expect(await send(bytes, name)).toMatchObject({ status: 422, body: { code, details: { name } } })
  expect(await namesOf()).toEqual(['Báo cáo.png'])
})

test('a document with a chart is taken though its sheet is embedded', async () => {
  const { file } = await sendFine(aDocx({ 'word/embeddings/Microsoft_Excel_Sheet1.xlsx': 'x' }), 'biểu đồ.docx')
  expect(file.name).toBe('biểu đồ.docx')
})

test('a file above the limit is refused', async () => {
  const answer = await send(Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(1024 * 1024)]), 'a.pdf')
  expect(answer).toMatchObject({ status: 413, body: { code: 'file-too-large' } })
  expect(await namesOf()).toEqual(['Báo cáo.png'])
})

test('several files are attached together or not at all', async () => {
  const sendAll = (files: [string, Uint8Array][]) => {
    const form = formWithFiles(files)
    return secretariat('POST', urlOf(inside), form.body, form.headers)
  }
  expect(
    (
      await sendAll([
        ['a.png', aPng(3, 3)],
        ['b.png', Buffer.from('<svg/>')],
      ])
    ).status,
  ).toBe(422)
  expect(await namesOf()).toEqual(['Báo cáo.png'])
  const many = Array.from({ length: 20 }, (_each, index): [string, Uint8Array] => ['x.png', aPng(10 + index, 3)])
  expect(await sendAll(many)).toMatchObject({ status: 409, body: { code: 'too-many-files' } })
  expect((await sendAll(many.slice(1))).status).toBe(200)
  expect(await send(aPng(90, 9), 'one more.png')).toMatchObject({ status: 409, body: { code: 'too-many-files' } })
  const form = formWith(aPng(1, 1), 'the same.png')
  expect(await secretariat('POST', urlOf(inside), form.body, form.headers)).toMatchObject({ status: 409 })
  expect(await secretariat('POST', urlOf(inside), {})).toMatchObject({ status: 400, body: { code: 'invalid' } })
})

test('the same file stands once at a congress', async () => {
  expect(await send(aPng(1, 1), 'other name.png')).toMatchObject({ status: 409, body: { code: 'file-twice' } })
})

test('what is removed comes back with its bytes, and goes and comes with its congress', async () => {
  const pdf = await aPdf()
  const { file } = await sendFine(pdf, 'a.pdf')
  const gone = await secretariat('DELETE', `/api/files/${file.id}?version=1`)
  expect([gone.status, await namesOf()]).toEqual([204, ['Báo cáo.png']])
  expect((await secretariat('GET', `/api/files/${file.id}`)).status).toBe(404)
  expect((await secretariat('POST', `/api/acts/${gone.actId ?? ''}/undo`)).status).toBe(204)
  expect((await secretariat('GET', `/api/files/${file.id}`)).bytes.equals(pdf)).toBe(true)

  const organizer = await signInAs(office, 'organizer', inside.unitId)
  const congress = `/api/congresses/${inside.ids['congress'] ?? ''}`
  const { version } = (await organizer('GET', congress)).body as { version: number }
  const deleted = await organizer('DELETE', `${congress}?version=${String(version)}`)
  expect(deleted.status).toBe(204)
  expect((await organizer('POST', `/api/acts/${deleted.actId ?? ''}/undo`)).status).toBe(204)
  expect(await namesOf()).toEqual(['Báo cáo.png', 'a.pdf'])
})

test('files of another unit are not there, and a viewer reads only', async () => {
  for (const url of ['', '/thumbnail', '?version=1']) {
    const method = url.startsWith('?') ? 'DELETE' : 'GET'
    expect((await secretariat(method, `/api/files/${outside.ids['file'] ?? ''}${url}`)).status).toBe(404)
  }
  expect((await secretariat('GET', urlOf(outside))).status).toBe(404)
  const viewer = await signInAs(office, 'viewer', inside.unitId)
  expect(await namesOf(viewer)).toEqual(['Báo cáo.png'])
  expect((await send(aPng(4, 4), 'a.png', viewer)).status).toBe(403)
  expect((await viewer('DELETE', `/api/files/${inside.ids['file'] ?? ''}?version=1`)).status).toBe(403)
})

test('a file whose bytes were not copied along is named so', async () => {
  const { file } = await sendFine(aPng(5, 5), 'a.png')
  const { settings } = office
  const [row] = (await office.db.read.select().from(office.db.read.tables.files)).filter(({ id }) => id === file.id)
  const path = pathOfBytes(settings.dataFolder, row?.sha256 ?? '')
  expect(readFileSync(path).equals(aPng(5, 5))).toBe(true)
  rmSync(path)
  for (const url of ['', '/thumbnail']) {
    const answer = await secretariat('GET', `/api/files/${file.id}${url}`)
    expect(answer).toMatchObject({ status: 404, body: { code: 'file-missing' } })
  }
})

test('only bytes that neither a file nor the history names are swept away, after thirty days', async () => {
  const { dataFolder } = office.settings
  const { file, actId } = await sendFine(aPng(6, 6), 'undone.png')
  expect((await secretariat('POST', `/api/acts/${actId}/undo`)).status).toBe(204)
  const { file: removed } = await sendFine(aPng(7, 7), 'removed.png')
  const removal = await secretariat('DELETE', `/api/files/${removed.id}?version=1`)
  const fresh = await keepBytes(dataFolder, Buffer.from('fresh'))
  const stray = await keepBytes(dataFolder, Buffer.from('stray'))
  const days = (count: number) => new Date(office.now().getTime() - count * 24 * 60 * 60 * 1000)
  for (const folder of readdirSync(join(dataFolder, 'files')).filter((name) => name.length === 2)) {
    for (const name of readdirSync(join(dataFolder, 'files', folder))) {
      utimesSync(join(dataFolder, 'files', folder, name), days(31), days(31))
    }
  }
  utimesSync(pathOfBytes(dataFolder, fresh), days(29), days(29))
  expect(await sweepFiles(office)).toBe(1)
  expect([fresh, stray].map((hash) => existsSync(pathOfBytes(dataFolder, hash)))).toEqual([true, false])
  expect(existsSync(pathOfThumbnail(dataFolder, stray))).toBe(false)
  expect(await namesOf()).toEqual(['Báo cáo.png'])
  expect((await secretariat('POST', `/api/acts/${removal.actId ?? ''}/undo`)).status).toBe(204)
  expect((await secretariat('GET', `/api/files/${removed.id}`)).bytes.equals(aPng(7, 7))).toBe(true)
  expect(file.name).toBe('undone.png')
})
