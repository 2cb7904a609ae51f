import { describe, expect, it } from 'vitest'
import { overviewPartAt, placeAfter } from '../../../web/road/timeline-hit.ts'
import { bar, row } from './timelines.ts'

const rows = [
  row('level', [], { kind: 'level', depth: 0, isOpen: true }),
  row('a', [bar('a2', '2020-08-01'), bar('a1', '2020-06-01')]),
  row('b', [bar('b1', '2020-01-01'), bar('b2', '2020-07-20')]),
  row('c', []),
]

describe('the focus', () => {
  it('walks along the bars of a row in the order of their days', () => {
    expect(placeAfter(rows, { rowId: 'a', barId: null }, 'right')).toEqual({ rowId: 'a', barId: 'a1' })
    expect(placeAfter(rows, { rowId: 'a', barId: 'a1' }, 'right')).toEqual({ rowId: 'a', barId: 'a2' })
    expect(placeAfter(rows, { rowId: 'a', barId: 'a2' }, 'right')).toBeNull()
    expect(placeAfter(rows, { rowId: 'a', barId: 'a1' }, 'left')).toEqual({ rowId: 'a', barId: null })
  })

  it('leaves a row to the left for the row above it in the tree', () => {
    expect(placeAfter(rows, { rowId: 'b', barId: null }, 'left')).toEqual({ rowId: 'level', barId: null })
    expect(placeAfter(rows, { rowId: 'level', barId: null }, 'left')).toBeNull()
  })

  it('goes from a bar to the one of the next row whose day is nearest', () => {
    expect(placeAfter(rows, { rowId: 'a', barId: 'a2' }, 'down')).toEqual({ rowId: 'b', barId: 'b2' })
    expect(placeAfter(rows, { rowId: 'b', barId: 'b1' }, 'down')).toEqual({ rowId: 'c', barId: null })
  })

  it('goes from row to row, and to the first and the last', () => {
    expect(placeAfter(rows, { rowId: 'a', barId: null }, 'up')).toEqual({ rowId: 'level', barId: null })
    expect(placeAfter(rows, { rowId: 'a', barId: null }, 'last')).toEqual({ rowId: 'c', barId: null })
    expect(placeAfter(rows, { rowId: 'c', barId: null }, 'page-up')).toEqual({ rowId: 'level', barId: null })
    expect(placeAfter(rows, { rowId: 'c', barId: null }, 'down')).toBeNull()
  })

  it('begins at the first row where its own is gone', () => {
    expect(placeAfter(rows, { rowId: 'gone', barId: 'x' }, 'down')).toEqual({ rowId: 'level', barId: null })
  })
})

describe('the window of the overview', () => {
  it('is taken by an edge near it, else as a whole', () => {
    const at = (x: number) => overviewPartAt(x, { from: 100, to: 200 }, 7)
    expect([90, 95, 105, 150, 198, 206, 210].map(at)).toEqual([
      'outside',
      'from-edge',
      'from-edge',
      'window',
      'to-edge',
      'to-edge',
      'outside',
    ])
  })

  it('keeps a middle to be moved by however narrow it is', () => {
    expect(overviewPartAt(104, { from: 100, to: 108 }, 7)).toBe('window')
  })
})
