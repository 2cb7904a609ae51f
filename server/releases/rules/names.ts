import type { Language } from '../../format/dates.ts'
import type { Release } from '../schema.ts'

type Numbered = Pick<Release, 'kind' | 'number'>

const names: Readonly<Record<Language, Readonly<Record<Release['kind'], (number: number) => string>>>> = {
  vi: {
    release: (number) => `Bản ${String(number)}`,
    correction: (number) => `Bản ${String(number)} đính chính bản ${String(number - 1)}`,
  },
  en: {
    release: (number) => `Release ${String(number)}`,
    correction: (number) => `Release ${String(number)}, correcting release ${String(number - 1)}`,
  },
}

/** What corrections were called before their own number stood in their names. */
const formerNames = [/^Đính chính bản \d+$/u, /^Correction of release \d+$/u]

/** What a release is called unless somebody calls it otherwise. */
export const proposedName = ({ kind, number }: Numbered, language: Language): string => names[language][kind](number)

/** A release's name in the language: as it was typed, or the proposed one as that language has it. */
export const shownName = (release: Numbered & Pick<Release, 'name'>, language: Language): string => {
  const { kind, name } = release
  const isProposed =
    name === proposedName(release, 'vi') ||
    name === proposedName(release, 'en') ||
    (kind === 'correction' && formerNames.some((former) => former.test(name)))
  return isProposed ? proposedName(release, language) : name
}
