import { formatNumber } from '../../../server/format/numbers.ts'

/** A count of persons or seats, in groups of three. */
export const grouped = (count: number): string => formatNumber(count, 'en')
