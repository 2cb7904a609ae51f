import { strToU8, zipSync } from 'fflate'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openOffice, type Browser, type TestOffice } from '../../support/office.ts'
import {
  buildFormsRoad,
  communes,
  filled,
  issueTo,
  newDay,
  readHeap,
  saidOf,
  sendHeap,
  type FormsRoad,
  type Sent,
} from './road.ts'

let office: TestOffice
let road: FormsRoad
let who: Browser
beforeEach(async () => {
  office = await openOffice()
  road = await buildFormsRoad(office)
  who = road.administrator
})
afterEach(() => office.close())

const [first = '', second = '', third = ''] = communes
const read = (files: Sent) => readHeap(who, road, files)

describe('zips and folders', () => {
  test('are read through, with what systems leave in them passed over', async () => {
    const forms = await issueTo(who, road, communes)
    const inner = zipSync({ 'huyện/xã/c.xlsx': filled(forms, third, newDay) })
    const zip = zipSync({
      'xã/a.xlsx': filled(forms, first, newDay),
      'xã/~$a.xlsx': strToU8('lock'),
      '__MACOSX/xã/._a.xlsx': strToU8('x'),
      'Thumbs.db': strToU8('x'),
      'trong.zip': inner,
    })
    const heap = await read([
      ['Zalo.zip', zip],
      ['b.xlsx', filled(forms, second, newDay)],
    ])
    expect(Object.keys(saidOf(heap)).sort()).toEqual([
      'Zalo.zip/trong.zip/huyện/xã/c.xlsx',
      'Zalo.zip/xã/a.xlsx',
      'b.xlsx',
    ])
    expect([heap.passedOver, heap.unanswered, heap.files.every(({ isChosen }) => isChosen)]).toEqual([3, 0, true])
  })

  test('of more than a thousand files are refused before they are read to the end', async () => {
    const many = Object.fromEntries(Array.from({ length: 1001 }, (_each, at) => [`${String(at)}.txt`, strToU8('x')]))
    const answer = await sendHeap(who, road.cycleId, [['nhiều.zip', zipSync(many)]])
    expect(answer).toMatchObject({ status: 422, body: { code: 'heap-too-large' } })
  })

  test('of a bomb are told to be too large', async () => {
    const bomb = zipSync({ 'xl/workbook.xml': new Uint8Array(80 * 1024 * 1024), '[Content_Types].xml': strToU8('x') })
    const heap = await read([
      ['bom.xlsx', bomb],
      ['bom.zip', zipSync({ 'bom.bin': new Uint8Array(80 * 1024 * 1024) })],
    ])
    expect(heap.files.map(({ verdict }) => verdict)).toEqual(['too-large', 'too-large'])
  })

  test('without any file are refused', async () => {
    expect(await sendHeap(who, road.cycleId, [])).toMatchObject({ status: 400, body: { code: 'invalid' } })
  })
})
