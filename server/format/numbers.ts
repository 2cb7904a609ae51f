import type { Language } from './dates.ts'

const writers: Record<Language, Intl.NumberFormat> = {
  vi: new Intl.NumberFormat('vi-VN'),
  en: new Intl.NumberFormat('en-GB'),
}

/** A count as people read it, in groups of three: `20.000`, in English `20,000`. */
export const formatNumber = (count: number, language: Language): string => writers[language].format(count)

const shareWriters: Record<Language, Intl.NumberFormat> = {
  vi: new Intl.NumberFormat('vi-VN', { style: 'percent', maximumFractionDigits: 1 }),
  en: new Intl.NumberFormat('en-GB', { style: 'percent', maximumFractionDigits: 1 }),
}

/** A part of a whole in per cent: `19,1%`; of nothing it is 0. */
export const formatShare = (part: number, whole: number, language: Language): string =>
  writeShare(whole === 0 ? 0 : part / whole, language)

/** A share (0 to 1) in per cent: `19,1%`. */
export const writeShare = (share: number, language: Language): string => shareWriters[language].format(share)

/**
 * Shares (0 to 1) of the parts of a whole, each a whole number of tenths of a per cent; null where the number is not told.
 * Parts that make up the whole together make up 100% as they are written: what rounding leaves goes to the largest
 * remainders, of equal ones to the larger part, then to the earlier. Others are rounded each for itself.
 */
export const sharesOf = (parts: readonly (number | null)[], whole: number): (number | null)[] => {
  const told = parts.flatMap((part, at) => (part === null ? [] : [{ part, at }]))
  const isWhole = told.length === parts.length && whole > 0 && told.reduce((sum, { part }) => sum + part, 0) === whole
  if (!isWhole)
    return parts.map((part) => (part === null ? null : whole === 0 ? 0 : Math.round((1000 * part) / whole) / 1000))
  const tenths = told.map(({ part }) => Math.floor((1000 * part) / whole))
  const left = 1000 - tenths.reduce((sum, each) => sum + each, 0)
  const raised = new Set(
    told
      .toSorted((a, b) => ((1000 * b.part) % whole) - ((1000 * a.part) % whole) || b.part - a.part || a.at - b.at)
      .slice(0, left)
      .map(({ at }) => at),
  )
  return tenths.map((each, at) => (each + (raised.has(at) ? 1 : 0)) / 1000)
}
