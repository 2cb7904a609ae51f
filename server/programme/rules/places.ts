import type { Language } from '../../format/dates.ts'
import { isPlaceOpen } from '../rules.ts'
import type { SessionKind } from '../schema.ts'

/** Where a session is held; what was released or signed early does not say whether that is outside the hall. */
export interface HeldIn {
  kind: SessionKind
  room: string
  isOutside?: boolean
}

/** A place outside is named alone, a room with the hall that it is in; '' where nothing is known. */
export const placeName = (
  { room, isOutside }: Pick<HeldIn, 'room' | 'isOutside'>,
  hall: string,
  write: (text: string) => string = (text) => text,
): string =>
  [write(room), isOutside === true ? '' : hall]
    .map((name) => name.trim())
    .filter(Boolean)
    .join(', ')

const openPlaces: Readonly<Record<Language, { other: string } & Partial<Record<SessionKind, string>>>> = {
  vi: {
    incense: 'chưa có nơi dâng hương',
    visit: 'chưa có nơi tham quan',
    reception: 'chưa có nơi chiêu đãi',
    other: 'chưa có địa điểm',
  },
  en: {
    incense: 'place of the incense offering still open',
    visit: 'place of the visit still open',
    reception: 'place of the reception still open',
    other: 'place still open',
  },
}

/** What is said instead of a place outside that nobody has chosen yet; '' where it is known. */
export const openPlace = (session: HeldIn, language: Language): string =>
  isPlaceOpen(session) ? (openPlaces[language][session.kind] ?? openPlaces[language].other) : ''

/** Where a session is held within its congress, as screens and lists name it. */
export const shownPlace = (session: HeldIn, language: Language, write?: (text: string) => string): string =>
  openPlace(session, language) || placeName(session, '', write)
