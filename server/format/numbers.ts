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
  shareWriters[language].format(whole === 0 ? 0 : part / whole)
