import type { Language } from './dates.ts'

const writers: Record<Language, Intl.NumberFormat> = {
  vi: new Intl.NumberFormat('vi-VN'),
  en: new Intl.NumberFormat('en-GB'),
}

/** A count as people read it, in groups of three: `20.000`, in English `20,000`. */
export const formatNumber = (count: number, language: Language): string => writers[language].format(count)
