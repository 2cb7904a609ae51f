import type { ListedSeats } from '../../../server/seating/schema.ts'
import { grouped } from './grouped.ts'

type ListedElsewhere = ListedSeats['elsewhere'][number]

/** The list of delegates beside what was released. */
export const listed = {
  heading: (count: number) =>
    `Danh sách đại biểu ghi khác sơ đồ đã công bố ở ${grouped(count)} người. Phiếu ghế, danh sách theo cửa và trang riêng đang theo danh sách.`,
  twiceHeading: 'Danh sách đại biểu ghi một ghế cho nhiều người.',
  twice: (seat: string, names: string) => `Ghế ${seat} ghi cho: ${names}`,
  line: ({ name, listedSeat, listedDoor, seat, door, takenBy }: ListedElsewhere) => {
    const written = listedSeat === '' ? 'danh sách không ghi ghế' : `danh sách ghi ${listedSeat}`
    const by = takenBy === '' ? '' : ` (ghế của ${takenBy})`
    if (listedSeat === seat)
      return `${name}: ghế ${seat}, danh sách ghi cửa ${listedDoor || '…'}, sơ đồ cửa ${door || '…'}`
    return `${name}: ${written}${by}, ${seat === '' ? 'sơ đồ chưa có ghế' : `sơ đồ ${seat}`}`
  },
  more: (count: number) => `và ${grouped(count)} chỗ khác`,
  again: 'Ghi lại theo sơ đồ',
  done: 'Đã ghi lại ghế, cửa theo sơ đồ vào danh sách',
  plannedElsewhere: (seat: string) => `Sơ đồ đã công bố xếp người này ở ghế ${seat}.`,
  plannedFor: (seat: string, name: string) => `Theo sơ đồ đã công bố, ghế ${seat} là của ${name}.`,
  listedFor: (seat: string, name: string) => `Danh sách đang ghi ghế ${seat} cho ${name}.`,
  byRelease: (count: number) =>
    `Danh sách đại biểu đang ghi khác sơ đồ ở ${grouped(count)} người; công bố sẽ ghi lại theo sơ đồ.`,
}
