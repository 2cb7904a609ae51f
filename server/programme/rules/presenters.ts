import { foldForSearch } from '../../format/search.ts'

/** How persons are addressed before their names, folded; of «GS.TS.» and «PGS, TS» each by itself. */
const addresses =
  /^(?:d\/c|d\.c|dc|dong chi|ong|ba|anh|chi|co|thay|giao su|pho giao su|tien si|thac si|gs|pgs|ts|ths|bs|bac si|nsnd|nsut|comrade|mr|mrs|ms|dr|prof)(?:[.,:\s]+|$)/u

/** What makes one person of «Trần Văn K», «Đ/c Trần Văn K» and «Đồng chí Trần Văn K»: the folded name alone. */
export const personKey = (name: string): string => {
  const folded = foldForSearch(name)
  const bare = folded.replace(addresses, '')
  // Somebody may be called by nothing else: «Cô Ba».
  return bare === folded || bare === '' ? folded : personKey(bare)
}

/** Whether a text names somebody, however he is addressed in it. */
export const namesPerson = (text: string, name: string): boolean => inWords(text).includes(inWords(personKey(name)))

const inWords = (text: string): string =>
  ` ${foldForSearch(text)
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `

interface Presented {
  /** As it is written in «Thực hiện». */
  presenter: string
  speakers: readonly { name: string; post: string }[]
}

/**
 * Who carries out an item, the same wherever it is read: what is written, as the reader's language has it (`write`), then
 * those of its speakers whom that does not name, in their order, each as `call` has it.
 */
export const presenterLine = (
  { presenter, speakers }: Presented,
  write: (text: string) => string,
  call: (speaker: Presented['speakers'][number]) => string = personOf,
): string =>
  [
    ...(presenter.trim() === '' ? [] : [write(presenter)]),
    ...speakers.filter(({ name }) => presenter === '' || !namesPerson(presenter, name)).map(call),
  ].join('; ')

/** Name and post of a speaker. */
export const personOf = ({ name, post }: Presented['speakers'][number]): string =>
  post === '' ? name : `${name}, ${post}`

/** The speakers of an item, in their order. */
export const speakersOf = <S extends { id: string }>(
  { speakerIds }: { speakerIds: readonly string[] },
  speakers: readonly S[],
): S[] => speakerIds.flatMap((id) => speakers.find((speaker) => speaker.id === id) ?? [])

/** Who is there already under the name that is typed, however he is addressed. */
export const samePerson = <S extends { name: string }>(name: string, speakers: readonly S[]): S | undefined =>
  name.trim() === '' ? undefined : speakers.find((speaker) => personKey(speaker.name) === personKey(name))
