import { describe, expect, it } from 'vitest'
import { assignSlots, columnsInSight, rowsInSight, scrollTopFor } from '../../../web/road/timeline-pool.ts'

const body = { scrollTop: 290, height: 580, rowHeight: 29, rowCount: 300 }

describe('rows in the document', () => {
  it('are those in sight and some beyond', () => {
    expect(rowsInSight(body, 0)).toEqual({ from: 10, to: 30 })
    expect(rowsInSight(body, 6)).toEqual({ from: 4, to: 36 })
  })

  it('never go beyond the first and the last', () => {
    expect(rowsInSight({ ...body, scrollTop: 0, rowCount: 8 }, 6)).toEqual({ from: 0, to: 8 })
    expect(rowsInSight({ ...body, scrollTop: 9000, rowCount: 5 }, 6)).toEqual({ from: 5, to: 5 })
  })

  it('are scrolled to by as little as it takes', () => {
    expect(scrollTopFor(12, body)).toBe(290)
    expect(scrollTopFor(9, body)).toBe(261)
    expect(scrollTopFor(30, body)).toBe(319)
  })

  it('keep their slot while they are wanted, and leave it to others after that', () => {
    const first = assignSlots(['a', 'b', 'c'], new Map(), 0)
    const second = assignSlots(['b', 'c', 'd'], first.slots, first.slotCount)
    expect([...first.slots]).toEqual([
      ['a', 0],
      ['b', 1],
      ['c', 2],
    ])
    expect(second).toEqual({
      slots: new Map([
        ['b', 1],
        ['c', 2],
        ['d', 0],
      ]),
      slotCount: 3,
    })
  })
})

describe('columns in the document', () => {
  const first = columnsInSight(1500, 1000, { from: 0, to: 0 })

  it('are whole screens on both sides of what is in sight', () => {
    expect(first).toEqual({ from: 0, to: 4000 })
    expect(columnsInSight(3200, 1000, { from: 0, to: 0 })).toEqual({ from: 2000, to: 6000 })
  })

  it('stay as long as half a screen is left on both sides', () => {
    expect(columnsInSight(2500, 1000, first)).toBe(first)
    expect(columnsInSight(2501, 1000, first)).toEqual({ from: 1000, to: 5000 })
  })

  it('are made anew for another width', () => {
    expect(columnsInSight(1500, 900, first)).toEqual({ from: 0, to: 3600 })
  })
})
