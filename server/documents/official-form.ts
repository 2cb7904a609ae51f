import type { Language } from '../format/dates.ts'
import type { PageForm } from './blocks.ts'

/**
 * Numbers and fixed words of an administrative document: Nghị định 30/2020/NĐ-CP of 5 March 2020, Phụ lục I (form) and
 * II (capitals). Sizes in points, lengths in millimetres unless the name says otherwise.
 */
export const pointsPerMillimetre = 72 / 25.4

/** Phụ lục I, I.1–I.3: A4, top and bottom 20–25, left 30–35, right 15–20 mm. */
export const portrait: PageForm = { width: 210, height: 297, top: 20, bottom: 20, left: 30, right: 15 }

/** I.2: turned only for tables that are no annex of their own; the margins stay at their edges. */
export const landscape: PageForm = { ...portrait, width: 297, height: 210 }

/** Phụ lục I, I.7: Arabic, from the second page on, centred above the text in the top margin, upright, as large as the text (13–14). */
export const pageNumber = { size: 14, baseline: 12.5 }

/** Phụ lục I, II.6: 13–14, justified, first line 1 or 1,27 cm, 6 pt between paragraphs, single to 1,5 lines. */
export const body = { size: 14, leastSize: 13, indent: 12.7, gapPoints: 6, lineSpacing: 1 }

/** Phụ lục I, II.1–II.4: the two columns of the head. */
export const letterhead = {
  leftShare: 0.425,
  rightShare: 0.56,
  /** II.1: Quốc hiệu 12–13, bold, capitals. */
  nationSize: 12,
  /** II.1: Tiêu ngữ 13–14, bold; rule below it as long as the line. */
  mottoSize: 13,
  /** II.2: 12–13, capitals; the issuer bold, rule below a third to a half of the line. */
  issuerSize: 12,
  issuerRuleShare: 0.4,
  /** II.3: 13, upright. */
  numberSize: 13,
  /** II.4: 13–14, italic. */
  placeSize: 13,
  gapPoints: 6,
}

/** II.5: kind of the paper in bold capitals, below it what it is about, bold, 13–14; rule a third to a half of the line. */
export const title = { size: 14, ruleShare: 0.4, gapBeforePoints: 16, gapAfterPoints: 8 }

/** II.5b: what an official letter is about: 12–13, upright, 6 pt below its number. */
export const subject = { size: 12, gapPoints: 6 }

/**
 * II.10b and II.11: urgency and circulation, 13–14, bold capitals in a box of 30, 40 or 20 × 8 mm as the words are long;
 * urgency is stamped in bright red.
 */
export const stampBox = {
  size: 13,
  height: 8,
  widths: { 'HỎA TỐC': 30, 'HOẢ TỐC': 30, 'THƯỢNG KHẨN': 40, KHẨN: 20 },
  gapPoints: 4,
}

/** II.6: a part numbered in Roman: 13–14, bold capitals. */
export const heading = { size: 14, gapPoints: 10 }

/** II.9a: «Kính gửi», 13–14, upright. */
export const addressees = { size: 14, share: 0.62, gapPoints: 12 }

/** II.12 and II.13: who wrote it, 11; address of the body, 11–12 under a rule as wide as the text. */
export const drafter = { size: 11 }
export const address = { size: 11, gapPoints: 3 }

/** III: word of an annex 14, bold; its title 13–14 in bold capitals; what it is attached to 13–14, italic. */
export const annex = { size: 14, ruleShare: 0.25 }

/** Slips: what names a fact takes this share of the width; whom they are about stands in large letters. */
export const facts = { share: 0.3, largeSize: 25, gapPoints: 8 }

/** Codes: their light edge and the width of the words beside them, in millimetres; the words in points. */
export const code = { quiet: 2, captionWidth: 70, size: 11 }

/** II.7: capacity and name 13–14, bold, capitals for the capacity; between them the room of signature and seal. */
export const signature = { size: 14, share: 0.5, roomPoints: 72 }

/** II.9: «Nơi nhận» 12, bold italic; the list 11, upright, level with the signer's capacity. */
export const recipients = { titleSize: 12, size: 11, share: 0.47, gapPoints: 12 }

/** Tables stand in the text's own size, at least 13; wide working tables that are no annex go smaller. */
export const table = { size: 13, wideSize: 11, paddingPoints: 4, ruleWidth: 0.5 }

export const ruleWidth = 0.6

/** Across a page that is no real print. */
export const sampleMarks: Readonly<Record<Language, string>> = { vi: 'MẪU', en: 'SAMPLE' }

/** So light is a mark, from 0 for black to 1 for white. */
export const markGrey = 0.85

/** The size of a mark along the diagonal of a page, by its width at size 1; all lengths in one measure. */
export const markSize = ({ width, height }: { width: number; height: number }, markWidth: number): number =>
  Math.min((Math.hypot(width, height) * markShare) / markWidth, Math.min(width, height) * markShare)
const markShare = 0.6

interface OfficialWords {
  nation: string
  motto: string
  recipients: string
  addressees: string
}

/** II.1: the nation's name and motto as the decree writes them; in English as the Foreign Ministry translates them. */
export const officialWords: Readonly<Record<Language, OfficialWords>> = {
  vi: {
    nation: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    motto: 'Độc lập - Tự do - Hạnh phúc',
    recipients: 'Nơi nhận:',
    addressees: 'Kính gửi:',
  },
  en: {
    nation: 'SOCIALIST REPUBLIC OF VIET NAM',
    motto: 'Independence - Freedom - Happiness',
    recipients: 'To:',
    addressees: 'To:',
  },
}
