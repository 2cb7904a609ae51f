import { createServer } from 'node:http'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { drawLogo } from '../../../server/logos/draw.ts'
import { mostLogoBytes } from '../../../server/logos/schema.ts'
import { aDocx, aPng } from '../../support/files.ts'

const anSvg = (inside: string, { head = '', sides = 'width="40" height="20"' } = {}) =>
  Buffer.from(
    `<?xml version="1.0"?>${head}<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" ${sides}>${inside}</svg>`,
  )
const square = '<rect width="20" height="20" fill="#c00"/>'
const pixelsOf = async (png: Buffer) => {
  const { data, info } = await sharp(png).raw().toBuffer({ resolveWithObject: true })
  const at = (x: number, y: number) => [...data.subarray((y * info.width + x) * 4, (y * info.width + x) * 4 + 4)]
  return { width: info.width, height: info.height, at }
}
const refused = (bytes: Uint8Array) =>
  drawLogo(bytes).then(
    () => 'taken',
    ({ code }: { code: string }) => code,
  )

describe('a logo', () => {
  test('of an SVG is drawn as finely as is printed, and what is not drawn is seen through', async () => {
    const { width, height, at } = await pixelsOf(await drawLogo(anSvg(square)))
    expect([width, height]).toEqual([600, 300])
    expect(at(150, 150)).toEqual([204, 0, 0, 255])
    expect(at(450, 150)[3]).toBe(0)
  })

  test('of a JPEG or PNG is made small enough to be kept with each print', async () => {
    const side = 900
    const noise = Buffer.from(Array.from({ length: side * side * 3 }, (_, at) => (at * at * 7919) % 251))
    const picture = sharp(noise, { raw: { width: side, height: side, channels: 3 } })
    for (const bytes of [await picture.clone().jpeg().toBuffer(), await picture.clone().png().toBuffer()])
      expect((await drawLogo(bytes)).length).toBeLessThan(250_000)
    expect(await pixelsOf(await drawLogo(aPng(30, 20)))).toMatchObject({ width: 30, height: 20 })
  })

  test('runs no script and keeps none', async () => {
    const script = `<script>fetch('/')</script><rect width="40" height="20" onload="alert(1)" fill="#c00"/>`
    const drawn = await drawLogo(anSvg(script))
    expect((await pixelsOf(drawn)).at(300, 150)).toEqual([204, 0, 0, 255])
    expect(drawn.toString('latin1')).not.toMatch(/script|alert|svg/u)
  })

  test('reads no file and asks no server for what it names', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'logo-'))
    const red = await sharp({ create: { width: 4, height: 4, channels: 3, background: 'red' } })
      .png()
      .toBuffer()
    writeFileSync(join(folder, 'red.png'), red)
    let asked = 0
    const server = createServer((_request, response) => {
      asked += 1
      response.end(red)
    }).listen(0)
    try {
      const { port } = server.address() as { port: number }
      const names = [`file://${folder}/red.png`, `${folder}/red.png`, `http://localhost:${String(port)}/red.png`]
      for (const name of [...names, 'file:///etc/passwd'])
        expect(await refused(anSvg(`<image xlink:href="${name}" width="40" height="20"/>`))).toBe('logo-empty')
      const entity = `<!DOCTYPE svg [<!ENTITY secret SYSTEM "file:///etc/passwd">]>`
      expect(await refused(anSvg('<text y="15">&secret;</text>', { head: entity }))).toBe('logo-broken')
      const style = `<style>@import url("file://${folder}/red.css");</style>${square}`
      expect(await refused(anSvg(style))).toBe('taken')
      expect(asked).toBe(0)
    } finally {
      server.close()
      rmSync(folder, { recursive: true })
    }
  })

  test('that is made to fill the memory is refused', async () => {
    const names = [...'abcdefghijk']
    const entities = names.map((name, index) => {
      const last = names[index - 1]
      return `<!ENTITY ${name} "${last === undefined ? 'ha' : `&${last};`.repeat(10)}">`
    })
    const head = `<!DOCTYPE svg [${entities.join('')}]>`
    expect(await refused(anSvg('<text y="15">&k;</text>', { head }))).toBe('logo-broken')
    expect(await refused(aPng(60_000, 60_000, true))).toBe('logo-too-many-pixels')
    expect(await refused(anSvg('<g>'.repeat(200_000) + '</g>'.repeat(200_000)))).toBe('logo-broken')
  })

  test('that is no picture, broken, empty or too large is refused, each by its name', async () => {
    const png = aPng(40, 40)
    expect(await refused(png.subarray(0, 20))).toBe('logo-broken')
    expect(await refused(png.subarray(0, 50))).toBe('logo-broken')
    expect(await refused(aPng(40, 40, true))).toBe('logo-broken')
    expect(await refused(anSvg('<rect'))).toBe('logo-broken')
    expect(await refused(anSvg(''))).toBe('logo-empty')
    expect(await refused(Buffer.alloc(mostLogoBytes + 1, 1))).toBe('logo-too-many-bytes')
    for (const bytes of [Buffer.from('chữ'), aDocx(), Buffer.from('%PDF-1.7'), Buffer.alloc(0)])
      expect(await refused(bytes)).toBe('logo-type-refused')
  })
})
